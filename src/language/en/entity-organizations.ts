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
Amazon|Amazon.com
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
Parliament
Assembly
National Assembly
Cabinet
Navy
Army
Air Force
National Guard
Nikkei|Nikkei 225
Wall Street
City Hall
Capitol
Air France|Air France-KLM
British Airways
Lufthansa
Ryanair
easyJet|EasyJet
KLM
Aeroflot
Emirates Airline
Qatar Airways
Turkish Airlines
Singapore Airlines
Malaysia Airlines
Cathay Pacific
Qantas
Air Canada
Air India
IndiGo
Delta Air Lines|Delta Airlines
American Airlines
United Airlines
Southwest Airlines
JetBlue
Alaska Airlines
Korean Air
Japan Airlines
All Nippon Airways
Virgin Atlantic
Wizz Air
Iberia
Alitalia
Thomas Cook
Embraer
Bombardier
Rolls-Royce
BAE Systems
Northrop Grumman
General Electric|GE
General Dynamics
Siemens
Bosch
Thales
Leonardo SpA
Rheinmetall
Renault
Peugeot
Stellantis
Fiat
Mercedes-Benz
Hyundai|Hyundai Motor
Kia
Ford Motor Company|Ford Motor
Rivian
BYD
SoftBank
Foxconn
TSMC
LG Electronics
Ericsson
Vodafone
AT&T
Verizon
T-Mobile
Deutsche Telekom
Orange SA
ByteDance
Weibo
Reddit
LinkedIn
Snapchat
Spotify
PayPal
Anthropic
DeepMind
Qualcomm
Adobe
Salesforce
Micron
ASML
Shell plc|Royal Dutch Shell
Eni
Equinor
Petrobras
PDVSA
Pemex
Sinopec
CNOOC
PetroChina
Lukoil
Repsol
Glencore
Rio Tinto
BHP
Vale SA
ArcelorMittal
Nippon Steel
U.S. Steel|US Steel
Tata Steel
Tata Motors
Tata Group
Reliance Industries
Adani Group
Infosys
Nestle|Nestlé
Unilever
Procter & Gamble
PepsiCo
AB InBev
Heineken
Danone
Ikea|IKEA
H&M
Adidas
LVMH
Kering
Tesco
Sainsbury's
Carrefour
Aldi
Lidl
Costco
Kroger
Walgreens
Home Depot
Best Buy
Macy's
Sears
Kmart
7-Eleven
Disney|Walt Disney,Walt Disney Company
Warner Bros.|Warner Bros,Warner Brothers
Paramount Pictures
Universal Pictures
Sony Pictures
Bayer
Novartis
Roche
Sanofi
GlaxoSmithKline|GSK
Merck
Eli Lilly
Novo Nordisk
BioNTech
Gilead
Monsanto
BASF
Dow Chemical
DuPont
3M
Caterpillar
John Deere
Maersk
FedEx
UPS
DHL
DP World
Cargill
BlackRock
Blackstone
Berkshire Hathaway
Bear Stearns
Washington Mutual
Wachovia
Silicon Valley Bank
Societe Generale|Société Générale
BNP Paribas
Credit Agricole|Crédit Agricole
ING
Santander|Banco Santander
BBVA
UniCredit
Intesa Sanpaolo
Commerzbank
Lloyds Banking Group
NatWest
Royal Bank of Scotland|RBS
Standard Chartered
Sberbank
VTB
Bank of China
ICBC
Ernst & Young|EY
Deloitte
KPMG
PricewaterhouseCoopers|PwC
McKinsey
Accenture
Binance
Coinbase
FTX
Premier League
Champions League
La Liga
Serie A
Bundesliga
Ligue 1
Europa League
Manchester United
Manchester City
Chelsea FC
Arsenal
Liverpool FC
Tottenham Hotspur|Tottenham
Aston Villa
Newcastle United
Leeds United
West Ham|West Ham United
Crystal Palace
Nottingham Forest
Leicester City
Real Madrid
Atletico Madrid|Atlético Madrid
FC Barcelona
Bayern Munich
Borussia Dortmund
RB Leipzig
Juventus
AC Milan
Inter Milan
AS Roma
Paris Saint-Germain|PSG
Olympique Marseille
Ajax
Shakhtar Donetsk
Dynamo Kyiv
ATP
WTA
FIA
WADA|World Anti-Doping Agency
USADA
PGA Tour
LIV Golf
WBC
WBA
WBO
IBF
UFC
WWE
NASCAR
ESPN
NPR
PBS
MSNBC
CNBC
Sky News
ITV
Channel 4
Al Arabiya
Haaretz
Times of Israel
Jerusalem Post
Le Figaro
El Pais|El País
Corriere della Sera
La Repubblica
Bild
Die Zeit
Frankfurter Allgemeine Zeitung|FAZ
Süddeutsche Zeitung
The Economist
The Times
The Telegraph|Daily Telegraph
The Independent
Daily Mail
Los Angeles Times|LA Times
Chicago Tribune
Boston Globe
USA Today
Politico
Police Scotland
San Francisco 49ers|49ers
Philadelphia 76ers|76ers,Sixers
Axios
BuzzFeed
HuffPost|Huffington Post
Vanity Fair
Time Magazine|TIME magazine
Newsweek
Rolling Stone
New Yorker|The New Yorker
Kyodo|Kyodo News
Yonhap|Yonhap News Agency
NHK
Press Trust of India|PTI
Global Times
People's Daily
South China Morning Post
Ukrainska Pravda
Kyiv Independent
Kyiv Post
Meduza
Novaya Gazeta
RT
Kommersant
Izvestia
Fars|Fars News Agency
Tasnim|Tasnim News Agency
Anadolu|Anadolu Agency
SANA
WAFA
ANI
DPA
ANSA
EFE
Bellingcat
Human Rights Campaign
Save the Children
Oxfam
CARE International
Mercy Corps
World Central Kitchen
World Wildlife Fund|WWF
Reporters Without Borders
Norfolk Southern
Union Pacific
Transparency International
Freedom House
International Organization for Migration|IOM
International Labour Organization|ILO
International Energy Agency|IEA
International Olympic Committee
Organization of American States|OAS
Organization of Islamic Cooperation|OIC
Economic Community of West African States|ECOWAS
Southern African Development Community|SADC
Mercosur
Shanghai Cooperation Organisation|Shanghai Cooperation Organization
Collective Security Treaty Organization|CSTO
Eurogroup
Eurostat
Council of Europe
European Court of Human Rights
European Court of Justice
Schengen
Federal Open Market Committee|FOMC
Congressional Budget Office|CBO
National Transportation Safety Board|NTSB
National Highway Traffic Safety Administration|NHTSA
National Institutes of Health|NIH
Transportation Security Administration|TSA
Secret Service|US Secret Service,U.S. Secret Service
Bureau of Alcohol, Tobacco, Firearms and Explosives|ATF
US Central Command|CENTCOM,Centcom,U.S. Central Command
Joint Chiefs of Staff
New York Police Department|NYPD
Los Angeles Police Department|LAPD
Planned Parenthood
Black Lives Matter
Proud Boys
Oath Keepers
Ku Klux Klan|KKK
Tea Party
Tiananmen Mothers
Extinction Rebellion
Just Stop Oil
Alternative for Germany|AfD
Christian Democratic Union|CDU
Social Democratic Party|SPD,Social Democrats
Free Democratic Party|FDP
National Rally|National Front,Rassemblement National
La France Insoumise
Socialist Party
Green Party|Greens,the Greens
Podemos
Five Star Movement
Brothers of Italy
Forza Italia
Lega Nord
Law and Justice|PiS
Civic Platform
Fidesz
Syriza|SYRIZA
New Democracy
Golden Dawn
Reform UK
UKIP
Brexit Party
Scottish National Party|SNP
Democratic Unionist Party|DUP
United Russia
Servant of the People
Justice and Development Party|AKP,AK Party
Republican People's Party|CHP
Bharatiya Janata Party|BJP
Indian National Congress
Aam Aadmi Party|AAP
Shiv Sena
Bajrang Dal
Rashtriya Swayamsevak Sangh|RSS
Lok Sabha
Rajya Sabha
Pakistan Tehreek-e-Insaf
Awami League
Pheu Thai
Liberal Democratic Party|LDP
African National Congress|ANC
Economic Freedom Fighters|EFF
Zanu-PF|ZANU-PF
Lashkar-e-Taiba|Lashkar-e-Toiba
Jaish-e-Mohammed
Abu Sayyaf
Jemaah Islamiyah
Ansar al-Islam
al-Nusra Front|Nusra Front,Jabhat al-Nusra
Hayat Tahrir al-Sham|HTS
Free Syrian Army
Syrian Democratic Forces|SDF
YPG
Popular Mobilization Forces
Mahdi Army
Kataib Hezbollah|Kata'ib Hezbollah
Al-Aqsa Martyrs Brigades
Qassam Brigades|al-Qassam Brigades
Lord's Resistance Army|LRA
M23
Rapid Support Forces
Tigray People's Liberation Front|TPLF
Sendero Luminoso|Shining Path
Sinaloa Cartel
Jalisco New Generation Cartel
Azov
Viet Cong|Vietcong
Viet Minh
Khmer Rouge
Red Army
Luftwaffe
Gestapo
Wehrmacht
Stasi
Securitate
Church of England
Catholic Church|Roman Catholic Church
Orthodox Church
Harvard|Harvard University
Yale|Yale University
Stanford|Stanford University
MIT
Oxford University|University of Oxford
Cambridge University|University of Cambridge
Johns Hopkins University|Johns Hopkins
Brookings Institution
Chatham House
RAND Corporation
`;
