/** Cities that are no capitals: country: names. A name listed under two countries is left to the text. */
export const CITIES = `
United States: New York City,New York,NYC,Los Angeles,Chicago,Houston,Phoenix,Philadelphia,San Antonio,San Diego,Dallas,San Jose,Austin,Jacksonville,Fort Worth,Columbus,Charlotte,San Francisco,Indianapolis,Seattle,Denver,Boston,El Paso,Nashville,Detroit,Oklahoma City,Portland,Las Vegas,Memphis,Louisville,Baltimore,Milwaukee,Albuquerque,Tucson,Fresno,Sacramento,Kansas City,Atlanta,Omaha,Colorado Springs,Raleigh,Miami,Long Beach,Virginia Beach,Oakland,Minneapolis,Tulsa,Tampa,New Orleans,Wichita,Cleveland,Bakersfield,Honolulu,Anaheim,Pittsburgh,Cincinnati,St. Louis,Orlando,Newark,Buffalo,Anchorage,Baton Rouge,Salt Lake City,Little Rock,Des Moines,Birmingham Alabama,Montgomery,Tallahassee,Santa Fe,Sacramento,Boise,Spokane,Providence,Hartford,Albany,Syracuse,Rochester,Trenton,Charleston,Savannah,Richmond,Annapolis,Brooklyn,Manhattan,Queens,the Bronx,Staten Island,Hollywood,Beverly Hills,Silicon Valley,Palo Alto,Mountain View,Cupertino,Menlo Park,Santa Monica,Malibu,Pasadena,Ferguson,Uvalde,Parkland,Newtown,Charlottesville,Guantanamo Bay
United Kingdom: Birmingham,Manchester,Liverpool,Leeds,Sheffield,Bristol,Glasgow,Aberdeen,Dundee,Leicester,Coventry,Nottingham,Newcastle,Southampton,Portsmouth,Brighton,Plymouth,Swansea,Oxford,Cambridge,York,Derby,Bradford,Salisbury,Dover,Londonderry
Canada: Toronto,Montreal,Vancouver,Calgary,Edmonton,Winnipeg,Quebec City,Halifax,Hamilton,Saskatoon,Regina
Australia: Sydney,Melbourne,Brisbane,Perth,Adelaide,Hobart,Darwin,Gold Coast,Cairns
New Zealand: Auckland,Christchurch
Germany: Hamburg,Munich,Cologne,Frankfurt,Stuttgart,Düsseldorf,Dusseldorf,Dortmund,Essen,Leipzig,Bremen,Dresden,Hanover,Nuremberg,Bonn,Mannheim,Potsdam,Ramstein
France: Marseille,Lyon,Toulouse,Nice,Nantes,Strasbourg,Bordeaux,Lille,Rennes,Calais,Cannes,Versailles
Italy: Milan,Naples,Turin,Palermo,Genoa,Bologna,Florence,Venice,Verona,Bari,Catania,Lampedusa
Spain: Barcelona,Valencia,Seville,Zaragoza,Malaga,Bilbao,Granada
Portugal: Porto
Netherlands: Rotterdam,Utrecht,Eindhoven
Belgium: Brussels,Antwerp,Ghent,Bruges
Switzerland: Zurich,Geneva,Basel,Lausanne,Davos
Austria: Salzburg,Graz,Innsbruck
Poland: Krakow,Kraków,Gdansk,Wroclaw,Lodz,Poznan,Lublin,Rzeszow
Sweden: Gothenburg,Malmo,Malmö
Norway: Bergen,Trondheim
Denmark: Aarhus
Ireland: Cork,Galway,Limerick
Greece: Thessaloniki,Piraeus,Lesbos
Turkey: Istanbul,Izmir,Adana,Antalya,Gaziantep,Diyarbakir,Incirlik
Romania: Cluj,Timisoara,Constanta
Hungary: Debrecen
Serbia: Novi Sad,Nis
Ukraine: Kharkiv,Kharkov,Odesa,Odessa,Dnipro,Lviv,Zaporizhzhia,Kryvyi Rih,Mykolaiv,Mariupol,Luhansk,Kherson,Sumy,Chernihiv,Chernobyl,Chornobyl,Bakhmut,Avdiivka,Bucha,Kramatorsk,Pokrovsk,Poltava,Sevastopol,Simferopol
Russia: Saint Petersburg,St. Petersburg,Novosibirsk,Yekaterinburg,Kazan,Nizhny Novgorod,Samara,Rostov-on-Don,Volgograd,Vladivostok,Sochi,Belgorod,Kursk,Bryansk,Kaliningrad,Murmansk,Voronezh,Makhachkala,Beslan
Belarus: Gomel,Brest,Grodno
China: Shanghai,Guangzhou,Shenzhen,Tianjin,Wuhan,Chongqing,Chengdu,Nanjing,Xi'an,Hangzhou,Harbin,Dalian,Qingdao,Urumqi,Kunming
Japan: Osaka,Yokohama,Nagoya,Kyoto,Kobe,Sapporo,Fukuoka,Hiroshima,Nagasaki,Fukushima,Sendai,Okinawa
South Korea: Busan,Incheon,Daegu
India: Mumbai,Bombay,Bangalore,Bengaluru,Hyderabad,Chennai,Madras,Kolkata,Calcutta,Ahmedabad,Pune,Jaipur,Lucknow,Kanpur,Nagpur,Srinagar,Bhopal,Amritsar,Varanasi,Guwahati,Patna
Pakistan: Karachi,Lahore,Peshawar,Quetta,Rawalpindi,Faisalabad,Multan,Abbottabad
Bangladesh: Chittagong,Cox's Bazar
Afghanistan: Kandahar,Herat,Jalalabad,Mazar-i-Sharif,Kunduz,Bagram
Iran: Mashhad,Isfahan,Shiraz,Tabriz,Qom,Natanz,Bushehr,Fordow
Iraq: Basra,Mosul,Fallujah,Falluja,Kirkuk,Erbil,Irbil,Najaf,Karbala,Kerbala,Tikrit,Ramadi,Samarra,Baquba,Nasiriyah,Sadr City
Syria: Aleppo,Homs,Raqqa,Idlib,Latakia,Hama,Deir ez-Zor,Palmyra,Daraa
Lebanon: Sidon,Tyre
Israel: Haifa,Eilat,Ashdod,Ashkelon,Sderot,Beersheba
Palestine: Hebron,Nablus,Jenin,Bethlehem,Jericho
Gaza: Rafah,Khan Younis,Khan Yunis,Jabalia,Deir al-Balah
Saudi Arabia: Jeddah,Mecca,Medina,Dhahran
United Arab Emirates: Dubai,Sharjah
Yemen: Aden,Hodeidah,Taiz,Marib
Egypt: Alexandria,Giza,Suez,Sharm el-Sheikh,Luxor
Libya: Benghazi,Misrata,Sirte,Derna
Tunisia: Sousse
Morocco: Casablanca,Marrakesh,Marrakech,Fez
Nigeria: Lagos,Kano,Ibadan,Maiduguri,Port Harcourt
Ghana: Kumasi
Kenya: Mombasa,Garissa
Ethiopia: Mekelle
Tanzania: Dar es Salaam,Zanzibar
South Africa: Johannesburg,Cape Town,Durban,Soweto
Democratic Republic of Congo: Goma,Bukavu,Lubumbashi
Sudan: Omdurman,El Fasher
Mali: Timbuktu,Gao
Brazil: Sao Paulo,São Paulo,Rio de Janeiro,Salvador,Fortaleza,Belo Horizonte,Manaus,Curitiba,Recife,Porto Alegre
Argentina: Cordoba,Rosario,Mendoza
Chile: Valparaiso,Santiago
Colombia: Medellin,Medellín,Cali,Barranquilla,Cartagena
Venezuela: Maracaibo
Ecuador: Guayaquil
Peru: Cusco,Arequipa
Mexico: Guadalajara,Monterrey,Tijuana,Ciudad Juarez,Cancun,Acapulco,Puebla,Veracruz,Oaxaca,Culiacan
Indonesia: Surabaya,Bandung,Medan,Bali,Aceh,Banda Aceh,Palu,Denpasar
Philippines: Quezon City,Davao,Cebu,Tacloban,Marawi
Vietnam: Ho Chi Minh City,Saigon,Da Nang,Haiphong
Thailand: Phuket,Chiang Mai,Pattaya
Malaysia: Penang,Johor Bahru
Myanmar: Yangon,Rangoon,Mandalay
Kazakhstan: Almaty
Taiwan: Kaohsiung
Sri Lanka: Jaffna,Kandy
Nepal: Pokhara
Haiti: Cap-Haitien,Jacmel,Leogane
Cuba: Santiago de Cuba
Georgia: Gori
Moldova: Balti
Croatia: Split,Dubrovnik
Bosnia and Herzegovina: Srebrenica,Mostar
Egypt: Rafah crossing
`;

/** First-level regions: country: names. */
export const REGIONS = `
United States: Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York state,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington state,West Virginia,Wisconsin,Wyoming,District of Columbia,Guam,Los Angeles County,Orange County,Cook County
Canada: Ontario,Quebec,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,New Brunswick,Newfoundland
Australia: New South Wales,Queensland,Tasmania,Western Australia,South Australia,Northern Territory
Germany: Bavaria,Saxony,Hesse,Brandenburg,Thuringia,Lower Saxony,North Rhine-Westphalia
France: Brittany,Normandy,Provence,Corsica,Alsace
Italy: Sicily,Sardinia,Tuscany,Lombardy,Calabria
Spain: Andalusia,Galicia,Basque Country,Canary Islands,Balearic Islands
China: Xinjiang,Guangdong,Sichuan,Hubei,Hunan,Yunnan,Henan,Fujian,Zhejiang,Inner Mongolia
India: Kashmir,Jammu and Kashmir,Punjab,Gujarat,Maharashtra,Kerala,Tamil Nadu,Karnataka,West Bengal,Uttar Pradesh,Bihar,Assam,Manipur,Rajasthan,Odisha,Goa
Pakistan: Balochistan,Khyber Pakhtunkhwa,Sindh,Waziristan,North Waziristan,South Waziristan
Afghanistan: Helmand,Nangarhar,Panjshir
Iraq: Anbar,Diyala,Nineveh,Kurdistan Region
Russia: Dagestan,Ingushetia,Siberia,Tatarstan
Ukraine: Donbas,Donbass,Donetsk,Zakarpattia,Volyn
Sudan: Darfur
Ethiopia: Tigray,Amhara,Oromia
Nigeria: Borno,Kaduna,Niger Delta
Indonesia: Sumatra,Java,Papua,West Papua,Sulawesi,Lombok,Borneo
Philippines: Mindanao,Luzon
Mexico: Sinaloa,Chiapas,Michoacan,Guerrero,Baja California
Palestine: West Bank,the West Bank,East Jerusalem
Japan: Hokkaido,Honshu,Kyushu
Myanmar: Rakhine,Rakhine State
Denmark: Faroe Islands
United Kingdom: Kent,Essex,Yorkshire,Lancashire,Cornwall,Devon,Surrey,Sussex,Isle of Wight,Falkland Islands
`;

/** Places that belong to no one country: name | other names. */
export const LOCATIONS = `
Africa|African,Africans
Asia|Asian,Asians
Europe|European,Europeans
Antarctica|Antarctic
Arctic|the Arctic
North America|North American,North Americans
South America|South American,South Americans
Latin America|Latin American,Latin Americans
Central America|Central American,Central Americans
Central Asia|Central Asian
East Asia|East Asian
South Asia|South Asian
Southeast Asia|South-East Asia,Southeast Asian,South East Asia
Middle East|Mideast,Middle Eastern,Near East
North Africa|North African
West Africa|West African
East Africa|East African
Southern Africa
Sub-Saharan Africa
Horn of Africa
Sahel|the Sahel
Sahara|Sahara Desert
Eastern Europe|Eastern European,East European
Western Europe|Western European,West European
Central Europe|Central European
Balkans|the Balkans,Balkan
Baltics|the Baltics,Baltic states,Baltic
Scandinavia|Scandinavian,Scandinavians
Caucasus|North Caucasus,South Caucasus
Caribbean|the Caribbean,West Indies
Atlantic Ocean|Atlantic,the Atlantic
Pacific Ocean|Pacific,the Pacific
Indian Ocean
Arctic Ocean
Mediterranean Sea|Mediterranean,the Mediterranean
Black Sea
Red Sea
Dead Sea
Caspian Sea
Baltic Sea
North Sea
South China Sea
East China Sea
Persian Gulf|Arabian Gulf
Gulf of Mexico
Gulf of Aden
Gulf of Oman
Strait of Hormuz|Straits of Hormuz,Hormuz
Taiwan Strait
English Channel
Suez Canal
Panama Canal
Bosphorus|Bosporus
Himalayas|Himalaya
Alps
Andes
Amazon rainforest|Amazon basin
Mount Everest|Everest
Golan Heights|the Golan Heights,Golan
Sinai|Sinai Peninsula
Korean Peninsula|Korean peninsula
Arabian Peninsula|Arabian peninsula
Indian Subcontinent|Indian subcontinent
West Coast
East Coast
Gulf Coast
Midwest|the Midwest
New England
Bay Area
Nile|Nile River
Danube
Rhine
Thames|River Thames
Mississippi River
Amazon River
Euphrates
Tigris
Dnipro River|Dnieper
Great Lakes
Mars
Moon|the Moon
`;
