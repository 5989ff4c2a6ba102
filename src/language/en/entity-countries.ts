/**
 * Countries and territories: name | other names | adjectives and demonyms | seats of government, of which the first is
 * the capital. A seat stands for its country ("Tehran said"). Written from general knowledge; names as newsrooms print them.
 */
export const COUNTRIES = `
Afghanistan||Afghan,Afghans|Kabul
Albania||Albanian,Albanians|Tirana
Algeria||Algerian,Algerians|Algiers
Andorra||Andorran,Andorrans|Andorra la Vella
Angola||Angolan,Angolans|Luanda
Antigua and Barbuda|Antigua|Antiguan,Antiguans|Saint John's
Argentina||Argentine,Argentinian,Argentines,Argentinians,Argentinean|Buenos Aires
Armenia||Armenian,Armenians|Yerevan
Australia||Australian,Australians,Aussie,Aussies|Canberra
Austria||Austrian,Austrians|Vienna
Azerbaijan||Azerbaijani,Azerbaijanis,Azeri,Azeris|Baku
Bahamas|the Bahamas|Bahamian,Bahamians|Nassau
Bahrain||Bahraini,Bahrainis|Manama
Bangladesh||Bangladeshi,Bangladeshis|Dhaka
Barbados||Barbadian,Barbadians|Bridgetown
Belarus||Belarusian,Belarusians,Belarussian|Minsk
Belgium||Belgian,Belgians|
Belize||Belizean,Belizeans|Belmopan
Benin||Beninese|Porto-Novo
Bermuda||Bermudian,Bermudians|
Bhutan||Bhutanese|Thimphu
Bolivia||Bolivian,Bolivians|La Paz,Sucre
Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian,Bosnians|Sarajevo
Botswana||Botswanan,Batswana|Gaborone
Brazil||Brazilian,Brazilians|Brasilia,Brasília
Brunei||Bruneian,Bruneians|Bandar Seri Begawan
Bulgaria||Bulgarian,Bulgarians|Sofia
Burkina Faso||Burkinabe,Burkinabè|Ouagadougou
Burundi||Burundian,Burundians|Gitega,Bujumbura
Cambodia||Cambodian,Cambodians|Phnom Penh
Cameroon||Cameroonian,Cameroonians|Yaounde,Yaoundé
Canada||Canadian,Canadians|Ottawa
Cape Verde|Cabo Verde|Cape Verdean,Cape Verdeans|Praia
Central African Republic||Central African,Central Africans|Bangui
Chad||Chadian,Chadians|N'Djamena
Chile||Chilean,Chileans|
China|PRC,People's Republic of China,Mainland China|Chinese|Beijing,Peking
Colombia||Colombian,Colombians|Bogota,Bogotá
Comoros||Comorian,Comorians|Moroni
Congo|Republic of Congo,Republic of the Congo,Congo-Brazzaville|Congolese|Brazzaville
Democratic Republic of Congo|DRC,DR Congo,D.R. Congo,Democratic Republic of the Congo,Congo-Kinshasa,Zaire||Kinshasa
Costa Rica||Costa Rican,Costa Ricans|
Croatia||Croatian,Croatians,Croat,Croats|Zagreb
Cuba||Cuban,Cubans|Havana
Cyprus||Cypriot,Cypriots|Nicosia
Czech Republic|Czechia|Czech,Czechs|Prague
Denmark||Danish,Dane,Danes|Copenhagen
Djibouti||Djiboutian,Djiboutians|
Dominica|||Roseau
Dominican Republic||Dominican,Dominicans|Santo Domingo
East Timor|Timor-Leste|Timorese,East Timorese|Dili
Ecuador||Ecuadorian,Ecuadorians,Ecuadorean|Quito
Egypt||Egyptian,Egyptians|Cairo
El Salvador||Salvadoran,Salvadorans,Salvadorean|San Salvador
Equatorial Guinea||Equatorial Guinean|Malabo
Eritrea||Eritrean,Eritreans|Asmara
Estonia||Estonian,Estonians|Tallinn
Eswatini|Swaziland|Swazi,Swazis|Mbabane
Ethiopia||Ethiopian,Ethiopians|Addis Ababa
Fiji||Fijian,Fijians|Suva
Finland||Finnish,Finn,Finns|Helsinki
France||French,Frenchman,Frenchwoman|Paris
Gabon||Gabonese|Libreville
Gambia|the Gambia|Gambian,Gambians|Banjul
Georgia||Georgian,Georgians|Tbilisi
Germany|Federal Republic of Germany,West Germany,East Germany|German,Germans,West German,East German|Berlin
Ghana||Ghanaian,Ghanaians|Accra
Greece||Greek,Greeks|Athens
Greenland||Greenlandic,Greenlander,Greenlanders|Nuuk
Grenada||Grenadian,Grenadians|
Guatemala||Guatemalan,Guatemalans|Guatemala City
Guinea||Guinean,Guineans|Conakry
Guinea-Bissau||Bissau-Guinean|Bissau
Guyana||Guyanese|
Haiti||Haitian,Haitians|Port-au-Prince
Honduras||Honduran,Hondurans|Tegucigalpa
Hungary||Hungarian,Hungarians|Budapest
Iceland||Icelandic,Icelander,Icelanders|Reykjavik
India||Indian,Indians|New Delhi,Delhi
Indonesia||Indonesian,Indonesians|Jakarta
Iran|Islamic Republic of Iran,Persia,Islamic Republic|Iranian,Iranians,Persian|Tehran,Teheran
Iraq||Iraqi,Iraqis|Baghdad
Ireland|Republic of Ireland|Irish,Irishman,Irishmen|Dublin
Israel|State of Israel|Israeli,Israelis|Jerusalem,Tel Aviv
Italy||Italian,Italians|Rome
Ivory Coast|Cote d'Ivoire,Côte d'Ivoire|Ivorian,Ivorians|Yamoussoukro
Jamaica||Jamaican,Jamaicans|
Japan||Japanese|Tokyo
Jordan|Hashemite Kingdom of Jordan|Jordanian,Jordanians|Amman
Kazakhstan||Kazakh,Kazakhs,Kazakhstani|Astana,Nur-Sultan
Kenya||Kenyan,Kenyans|Nairobi
Kosovo||Kosovar,Kosovars,Kosovan|Pristina
Kuwait||Kuwaiti,Kuwaitis|Kuwait City
Kyrgyzstan||Kyrgyz,Kyrgyzstani|Bishkek
Laos||Laotian,Laotians,Lao|Vientiane
Latvia||Latvian,Latvians|Riga
Lebanon||Lebanese|Beirut
Lesotho||Basotho|Maseru
Liberia||Liberian,Liberians|Monrovia
Libya||Libyan,Libyans|
Liechtenstein||Liechtensteiner|Vaduz
Lithuania||Lithuanian,Lithuanians|Vilnius
Luxembourg||Luxembourger,Luxembourgers,Luxembourgish|
Madagascar||Malagasy|Antananarivo
Malawi||Malawian,Malawians|Lilongwe
Malaysia||Malaysian,Malaysians|Kuala Lumpur,Putrajaya
Maldives|the Maldives|Maldivian,Maldivians|
Mali||Malian,Malians|Bamako
Malta||Maltese|Valletta
Mauritania||Mauritanian,Mauritanians|Nouakchott
Mauritius||Mauritian,Mauritians|Port Louis
Mexico||Mexican,Mexicans|Mexico City
Moldova||Moldovan,Moldovans|Chisinau,Chișinău
Monaco||Monegasque|
Mongolia||Mongolian,Mongolians|Ulaanbaatar,Ulan Bator
Montenegro||Montenegrin,Montenegrins|Podgorica
Morocco||Moroccan,Moroccans|Rabat
Mozambique||Mozambican,Mozambicans|Maputo
Myanmar|Burma|Burmese|Naypyidaw,Naypyitaw
Namibia||Namibian,Namibians|Windhoek
Nepal||Nepali,Nepalese,Nepalis|Kathmandu
Netherlands|the Netherlands,Holland|Dutch,Dutchman|Amsterdam,The Hague
New Zealand||New Zealander,New Zealanders|
Nicaragua||Nicaraguan,Nicaraguans|Managua
Niger||Nigerien,Nigeriens|Niamey
Nigeria||Nigerian,Nigerians|Abuja
North Korea|DPRK,Democratic People's Republic of Korea|North Korean,North Koreans|Pyongyang
North Macedonia|Macedonia,Republic of Macedonia|Macedonian,Macedonians,North Macedonian|Skopje
Norway||Norwegian,Norwegians|Oslo
Oman||Omani,Omanis|Muscat
Pakistan||Pakistani,Pakistanis|Islamabad
Palestine|Palestinian Territories,Palestinian Authority|Palestinian,Palestinians|Ramallah
Panama||Panamanian,Panamanians|Panama City
Papua New Guinea||Papua New Guinean,Papua New Guineans|Port Moresby
Paraguay||Paraguayan,Paraguayans|Asuncion,Asunción
Peru||Peruvian,Peruvians|Lima
Philippines|the Philippines|Philippine,Filipino,Filipinos,Filipina|Manila
Poland||Polish,Pole,Poles|Warsaw
Portugal||Portuguese|Lisbon
Puerto Rico||Puerto Rican,Puerto Ricans|San Juan
Qatar||Qatari,Qataris|Doha
Romania||Romanian,Romanians|Bucharest
Russia|Russian Federation|Russian,Russians|Moscow
Rwanda||Rwandan,Rwandans|Kigali
Saint Lucia|St. Lucia|Saint Lucian|Castries
Samoa||Samoan,Samoans|Apia
San Marino||Sammarinese|
Saudi Arabia|Kingdom of Saudi Arabia|Saudi,Saudis,Saudi Arabian|Riyadh
Senegal||Senegalese|Dakar
Serbia||Serbian,Serbians,Serb,Serbs|Belgrade
Seychelles|the Seychelles|Seychellois|
Sierra Leone||Sierra Leonean,Sierra Leoneans|Freetown
Singapore||Singaporean,Singaporeans|
Slovakia|Slovak Republic|Slovak,Slovaks,Slovakian|Bratislava
Slovenia||Slovenian,Slovenians,Slovene,Slovenes|Ljubljana
Solomon Islands|the Solomon Islands|Solomon Islander,Solomon Islanders|Honiara
Somalia||Somali,Somalis,Somalian|Mogadishu
South Africa||South African,South Africans|Pretoria
South Korea|Republic of Korea,ROK|South Korean,South Koreans|Seoul
Korea||Korean,Koreans|
South Sudan||South Sudanese|Juba
Soviet Union|USSR,U.S.S.R.,the Soviet Union|Soviet,Soviets|
Spain||Spanish,Spaniard,Spaniards|Madrid
Sri Lanka|Ceylon|Sri Lankan,Sri Lankans|Colombo
Sudan||Sudanese|Khartoum
Suriname||Surinamese|Paramaribo
Sweden||Swedish,Swede,Swedes|Stockholm
Switzerland||Swiss|Bern,Berne
Syria|Syrian Arab Republic|Syrian,Syrians|Damascus
Taiwan|Republic of China,Chinese Taipei|Taiwanese|Taipei
Tajikistan||Tajik,Tajiks,Tajikistani|Dushanbe
Tanzania||Tanzanian,Tanzanians|Dodoma
Thailand|Siam|Thai,Thais|Bangkok
Togo||Togolese|Lome,Lomé
Tonga||Tongan,Tongans|
Trinidad and Tobago|Trinidad|Trinidadian,Trinidadians|Port of Spain
Tunisia||Tunisian,Tunisians|Tunis
Turkey|Türkiye,Turkiye|Turkish,Turk,Turks|Ankara
Turkmenistan||Turkmen|Ashgabat
Uganda||Ugandan,Ugandans|Kampala
Ukraine||Ukrainian,Ukrainians|Kyiv,Kiev
United Arab Emirates|UAE,U.A.E.,Emirates,the Emirates|Emirati,Emiratis|Abu Dhabi
United Kingdom|UK,U.K.,Britain,Great Britain|British,Briton,Britons,Brit,Brits|London
United States|US,U.S.,U. S.,USA,U.S.A.,United States of America,America,the States|American,Americans|Washington,Washington D.C.,Washington DC
Uruguay||Uruguayan,Uruguayans|Montevideo
Uzbekistan||Uzbek,Uzbeks,Uzbekistani|Tashkent
Vanuatu||Ni-Vanuatu|Port Vila
Vatican City|Vatican,the Vatican,Holy See||
Venezuela||Venezuelan,Venezuelans|Caracas
Vietnam|Viet Nam,North Vietnam,South Vietnam|Vietnamese,North Vietnamese,South Vietnamese|Hanoi
Yemen||Yemeni,Yemenis|Sanaa,Sana'a
Yugoslavia||Yugoslav,Yugoslavs|
Zambia||Zambian,Zambians|Lusaka
Zimbabwe|Rhodesia|Zimbabwean,Zimbabweans|Harare
Kiribati|||Tarawa
Marshall Islands|the Marshall Islands|Marshallese|Majuro
Micronesia|Federated States of Micronesia|Micronesian,Micronesians|Palikir
Nauru||Nauruan,Nauruans|
Palau||Palauan,Palauans|Ngerulmud
Tuvalu||Tuvaluan,Tuvaluans|Funafuti
Saint Kitts and Nevis|St. Kitts and Nevis,St. Kitts||Basseterre
Saint Vincent and the Grenadines|St. Vincent and the Grenadines,St. Vincent||Kingstown
Sao Tome and Principe|São Tomé and Príncipe,Sao Tome,São Tomé||
Scotland||Scottish,Scot,Scots|Edinburgh
Wales||Welsh|Cardiff
England||English,Englishman,Englishmen|
Northern Ireland||Northern Irish|Belfast
Hong Kong||Hong Konger,Hong Kongers|
Macau|Macao||
Gibraltar||Gibraltarian|
Gaza|Gaza Strip,the Gaza Strip|Gazan,Gazans|Gaza City
Chechnya||Chechen,Chechens|Grozny
Abkhazia||Abkhaz,Abkhazian|Sukhumi
South Ossetia||South Ossetian,Ossetian|Tskhinvali
Western Sahara||Sahrawi|
Nagorno-Karabakh|Karabakh||Stepanakert
Transnistria||Transnistrian|Tiraspol
Crimea||Crimean,Crimeans|
Tibet||Tibetan,Tibetans|Lhasa
Catalonia||Catalan,Catalans|
Kurdistan|Iraqi Kurdistan|Kurdish,Kurd,Kurds|
`;

/** ISO 3166-1 alpha-2 codes with the names above; a space in a name is written "_". */
export const COUNTRY_CODES = `AD:Andorra AE:United_Arab_Emirates AF:Afghanistan AG:Antigua_and_Barbuda AL:Albania AM:Armenia AO:Angola AR:Argentina AT:Austria AU:Australia
AZ:Azerbaijan BA:Bosnia_and_Herzegovina BB:Barbados BD:Bangladesh BE:Belgium BF:Burkina_Faso BG:Bulgaria BH:Bahrain BI:Burundi BJ:Benin BM:Bermuda
BN:Brunei BO:Bolivia BR:Brazil BS:Bahamas BT:Bhutan BW:Botswana BY:Belarus BZ:Belize CA:Canada CD:Democratic_Republic_of_Congo
CF:Central_African_Republic CG:Congo CH:Switzerland CI:Ivory_Coast CL:Chile CM:Cameroon CN:China CO:Colombia CR:Costa_Rica CU:Cuba CV:Cape_Verde
CY:Cyprus CZ:Czech_Republic DE:Germany DJ:Djibouti DK:Denmark DM:Dominica DO:Dominican_Republic DZ:Algeria EC:Ecuador EE:Estonia EG:Egypt
EH:Western_Sahara ER:Eritrea ES:Spain ET:Ethiopia FI:Finland FJ:Fiji FM:Micronesia FR:France GA:Gabon GB:United_Kingdom GD:Grenada GE:Georgia GH:Ghana
GI:Gibraltar GL:Greenland GM:Gambia GN:Guinea GQ:Equatorial_Guinea GR:Greece GT:Guatemala GW:Guinea-Bissau GY:Guyana HK:Hong_Kong HN:Honduras
HR:Croatia HT:Haiti HU:Hungary ID:Indonesia IE:Ireland IL:Israel IN:India IQ:Iraq IR:Iran IS:Iceland IT:Italy JM:Jamaica JO:Jordan JP:Japan KE:Kenya
KG:Kyrgyzstan KH:Cambodia KI:Kiribati KM:Comoros KN:Saint_Kitts_and_Nevis KP:North_Korea KR:South_Korea KW:Kuwait KZ:Kazakhstan LA:Laos LB:Lebanon
LC:Saint_Lucia LI:Liechtenstein LK:Sri_Lanka LR:Liberia LS:Lesotho LT:Lithuania LU:Luxembourg LV:Latvia LY:Libya MA:Morocco MC:Monaco MD:Moldova
ME:Montenegro MG:Madagascar MH:Marshall_Islands MK:North_Macedonia ML:Mali MM:Myanmar MN:Mongolia MO:Macau MR:Mauritania MT:Malta MU:Mauritius
MV:Maldives MW:Malawi MX:Mexico MY:Malaysia MZ:Mozambique NA:Namibia NE:Niger NG:Nigeria NI:Nicaragua NL:Netherlands NO:Norway NP:Nepal NR:Nauru
NZ:New_Zealand OM:Oman PA:Panama PE:Peru PG:Papua_New_Guinea PH:Philippines PK:Pakistan PL:Poland PR:Puerto_Rico PS:Palestine PT:Portugal PW:Palau
PY:Paraguay QA:Qatar RO:Romania RS:Serbia RU:Russia RW:Rwanda SA:Saudi_Arabia SB:Solomon_Islands SC:Seychelles SD:Sudan SE:Sweden SG:Singapore
SI:Slovenia SK:Slovakia SL:Sierra_Leone SM:San_Marino SN:Senegal SO:Somalia SR:Suriname SS:South_Sudan ST:Sao_Tome_and_Principe SV:El_Salvador
SY:Syria SZ:Eswatini TD:Chad TG:Togo TH:Thailand TJ:Tajikistan TL:East_Timor TM:Turkmenistan TN:Tunisia TO:Tonga TR:Turkey TT:Trinidad_and_Tobago
TV:Tuvalu TW:Taiwan TZ:Tanzania UA:Ukraine UG:Uganda US:United_States UY:Uruguay UZ:Uzbekistan VA:Vatican_City VC:Saint_Vincent_and_the_Grenadines
VE:Venezuela VN:Vietnam VU:Vanuatu WS:Samoa XK:Kosovo YE:Yemen ZA:South_Africa ZM:Zambia ZW:Zimbabwe`;
