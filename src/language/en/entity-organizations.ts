/** Organisations known everywhere: canonical name | other names. Written from general knowledge. */
export const ORGANIZATIONS = `
United Nations|UN,U.N.,United Nations Organization
UN Security Council|Security Council,U.N. Security Council,United Nations Security Council
UN General Assembly|U.N. General Assembly,United Nations General Assembly
UNICEF
UNESCO
UNHCR|UN High Commissioner for Refugees
UNRWA
UNIFIL
World Health Organization|WHO,World Health Organisation
World Trade Organization|WTO,World Trade Organisation
World Bank
World Food Programme|WFP,World Food Program
International Monetary Fund|IMF
International Atomic Energy Agency|IAEA
International Criminal Court|ICC
International Court of Justice|ICJ
International Committee of the Red Cross|ICRC
Red Cross
Red Crescent|Red Crescent Society
Amnesty International
Human Rights Watch|HRW
Doctors Without Borders|MSF,Médecins Sans Frontières,Medecins Sans Frontieres
Greenpeace
Interpol|INTERPOL
Europol
NATO|Nato,North Atlantic Treaty Organization
European Union|EU,E.U.
European Commission
European Parliament
European Council
European Central Bank|ECB
African Union
Arab League|League of Arab States
ASEAN
OPEC|Opec
OECD
OSCE
G7|G-7,Group of Seven
G8|G-8
G20|G-20,Group of 20
BRICS
Commonwealth of Nations
Gulf Cooperation Council|GCC
Federal Reserve|Fed,the Fed,US Federal Reserve,U.S. Federal Reserve,Federal Reserve Board
Bank of England|BoE
Bank of Japan|BOJ
Pentagon
White House
Kremlin
Downing Street
Whitehall
Elysee Palace|Élysée
US Congress|U.S. Congress
Congress
US Senate|U.S. Senate
Senate
House of Representatives|US House of Representatives,U.S. House of Representatives
US Supreme Court|U.S. Supreme Court
Supreme Court
Democratic Party|Democrats,Democrat
Republican Party|Republicans,GOP
State Department|US State Department,U.S. State Department,Department of State
US Treasury|U.S. Treasury,Treasury Department,US Treasury Department,U.S. Treasury Department
Treasury
Justice Department|Department of Justice,DOJ,US Justice Department,U.S. Justice Department
Defense Department|Department of Defense,DoD
Department of Homeland Security|DHS,Homeland Security
Central Intelligence Agency|CIA
Federal Bureau of Investigation|FBI
National Security Agency|NSA
National Security Council|NSC
Environmental Protection Agency|EPA
Food and Drug Administration|FDA
Centers for Disease Control and Prevention|CDC,Centers for Disease Control
Federal Aviation Administration|FAA
Federal Emergency Management Agency|FEMA
Federal Communications Commission|FCC
Federal Trade Commission|FTC
Federal Deposit Insurance Corporation|FDIC
Securities and Exchange Commission|SEC
Internal Revenue Service|IRS
Immigration and Customs Enforcement|ICE
Drug Enforcement Administration|DEA
US Coast Guard|U.S. Coast Guard
Coast Guard
US Navy|U.S. Navy
US Army|U.S. Army
US Air Force|U.S. Air Force
US Marine Corps|Marine Corps,US Marines,U.S. Marines
NASA|Nasa
NOAA|National Oceanic and Atmospheric Administration
US Geological Survey|USGS,U.S. Geological Survey
National Hurricane Center
National Weather Service
NAACP
NRA|National Rifle Association
ACLU|American Civil Liberties Union
MI5
MI6
GCHQ
Scotland Yard|New Scotland Yard
Metropolitan Police
House of Commons
House of Lords
Conservative Party|Conservatives,Tories,Tory Party
Labour Party
Liberal Democrats|Lib Dems
Foreign Office
Home Office
NHS|National Health Service
Bundestag
Bundeswehr
Knesset
State Duma|Duma
Verkhovna Rada
Kuomintang
Politburo
Communist Party of China|CPC,Chinese Communist Party,CCP
People's Liberation Army|PLA
FSB
KGB
SBU
GRU
Wagner Group|Wagner
Hamas
Hezbollah|Hizbollah,Hizbullah,Hezbullah
Houthis|Houthi,Ansar Allah
Taliban|Taleban
al-Qaeda|al Qaeda,Al Qaeda,al-Qaida,Al-Qaida,Al-Qaeda
Islamic State|ISIS,ISIL,IS group,Daesh,Islamic State group
Boko Haram
al-Shabaab|Al-Shabaab,al-Shabab,al Shabaab,Al Shabaab
Muslim Brotherhood
Islamic Jihad|Palestinian Islamic Jihad
Fatah
PLO|Palestine Liberation Organization
PKK|Kurdistan Workers' Party
FARC
IRA|Irish Republican Army
Sinn Fein|Sinn Féin
Islamic Revolutionary Guard Corps|IRGC,Revolutionary Guards,Revolutionary Guard,Iranian Revolutionary Guards,Iran's Revolutionary Guards
Quds Force|Qods Force
Israel Defense Forces|IDF,Israeli Defense Forces,Israel Defence Forces
Mossad
Shin Bet
Likud
Associated Press|AP
Reuters
Agence France-Presse|AFP
Bloomberg|Bloomberg News
BBC|BBC News
CNN
NBC|NBC News
CBS|CBS News
ABC News
Fox News
Al Jazeera|Al-Jazeera
New York Times|The New York Times
Washington Post|The Washington Post
Wall Street Journal|The Wall Street Journal
Financial Times|The Financial Times
The Guardian
Le Monde
Der Spiegel
Xinhua|Xinhua News Agency
TASS|Tass,Itar-Tass
RIA Novosti
Interfax
IRNA
Wikileaks|WikiLeaks
Apple|Apple Inc.,Apple Computer
Microsoft
Google
Alphabet Inc.
Facebook
Meta Platforms|Meta
Twitter
TikTok
YouTube
Instagram
WhatsApp
Telegram
Netflix
Tesla
SpaceX
IBM
Intel
AMD|Advanced Micro Devices
Nvidia
Oracle
Cisco
Hewlett-Packard|HP
Dell
Samsung|Samsung Electronics
Sony
Nintendo
Nokia
Huawei
Alibaba
Tencent
Toyota
Honda
Nissan
Volkswagen|VW
BMW
General Motors|GM
Chrysler
Boeing
Airbus
Lockheed Martin
Raytheon
Gazprom
Rosneft
Rosatom
Naftogaz
Ukrenergo
BP|British Petroleum
ExxonMobil|Exxon,Exxon Mobil
Chevron
TotalEnergies
Saudi Aramco|Aramco
Transocean
Halliburton
Goldman Sachs
Morgan Stanley
JPMorgan Chase|JPMorgan,JP Morgan,J.P. Morgan,J.P. Morgan Chase
Bank of America
Citigroup|Citibank
Wells Fargo
Lehman Brothers
Merrill Lynch
AIG|American International Group
Fannie Mae
Freddie Mac
HSBC
Barclays
Deutsche Bank
UBS
Credit Suisse
Walmart|Wal-Mart
Amazon.com
eBay
Starbucks
McDonald's
Coca-Cola
Pfizer
Moderna
AstraZeneca
Johnson & Johnson
Moody's
Standard & Poor's|S&P
Fitch
FIFA|Fifa
UEFA|Uefa
IOC|International Olympic Committee
NFL|National Football League
NBA|National Basketball Association
NHL|National Hockey League
MLB|Major League Baseball
NCAA
NASDAQ|Nasdaq
New York Stock Exchange|NYSE
Dow Jones|Dow,Dow Jones Industrial Average
Frontex
Airbnb
Uber
OpenAI
`;
