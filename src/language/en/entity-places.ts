/** Cities that are no capitals: country: names. A name listed under two countries is left to the text. */
export const CITIES = `
United States: New York City,New York,NYC,Los Angeles,Chicago,Houston,Phoenix,Philadelphia,San Antonio,San Diego,Dallas,San Jose,Austin,Jacksonville,Fort Worth,Columbus,Charlotte,San Francisco,Indianapolis,Seattle,Denver,Boston,El Paso,Nashville,Detroit,Oklahoma City,Portland,Las Vegas,Memphis,Louisville,Baltimore,Milwaukee,Albuquerque,Tucson,Fresno,Sacramento,Kansas City,Atlanta,Omaha,Colorado Springs,Raleigh,Miami,Long Beach,Virginia Beach,Oakland,Minneapolis,Tulsa,Tampa,New Orleans,Wichita,Cleveland,Bakersfield,Honolulu,Anaheim,Pittsburgh,Cincinnati,St. Louis,Orlando,Newark,Buffalo,Anchorage,Baton Rouge,Salt Lake City,Little Rock,Des Moines,Montgomery,Tallahassee,Santa Fe,Boise,Spokane,Providence,Hartford,Albany,Syracuse,Rochester,Trenton,Charleston,Savannah,Richmond,Annapolis,Brooklyn,Manhattan,Queens,the Bronx,Staten Island,Hollywood,Beverly Hills,Silicon Valley,Palo Alto,Mountain View,Cupertino,Menlo Park,Santa Monica,Malibu,Pasadena,Ferguson,Uvalde,Parkland,Newtown,Charlottesville,Guantanamo Bay
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
United States: Aurora,Stockton,Riverside,Santa Ana,Irvine,San Bernardino,Chula Vista,Glendale,Modesto,Santa Rosa,Santa Barbara,Santa Cruz,Santa Clara,Berkeley,Compton,Inglewood,Burbank,Calabasas,Palm Springs,Redmond,Tacoma,Olympia,Bellevue,Eugene,Salem,Scottsdale,Flagstaff,Yuma,Nogales,Las Cruces,Roswell,Los Alamos,Lubbock,Amarillo,Laredo,McAllen,Brownsville,Corpus Christi,Galveston,Waco,Plano,Arlington,Eagle Pass,Shreveport,Lafayette,Biloxi,Gulfport,Huntsville,Tuscaloosa,Selma,Chattanooga,Knoxville,Greensboro,Winston-Salem,Durham,Fayetteville,Wilmington,Asheville,Norfolk,Newport News,Roanoke,Fairfax,Bethesda,Dayton,Akron,Toledo,Youngstown,East Palestine,Fort Wayne,South Bend,Evansville,Peoria,Rockford,Kenosha,Green Bay,Duluth,St. Paul,Saint Paul,Fargo,Sioux Falls,Sioux City,Cedar Rapids,Davenport,Topeka,Joplin,Ann Arbor,Flint,Lansing,Grand Rapids,Dearborn,Scranton,Harrisburg,Allentown,Worcester,Springfield,New Haven,Bridgeport,Stamford,Greenwich,Yonkers,Camden,Atlantic City,Jersey City,Hoboken,Harlem,Coney Island,Long Island,Niagara Falls,Poughkeepsie,Ithaca,Burlington,Bangor,Fort Lauderdale,Fort Myers,West Palm Beach,Palm Beach,Boca Raton,Key West,Pensacola,Gainesville,Sarasota,Clearwater,Daytona Beach,Cape Canaveral,Miami Beach,Mar-a-Lago,Maui,Lahaina,Juneau,Fairbanks,Billings,Colorado City,Boulder,Aspen,Fort Collins,Provo,Park City,Sandy Hook,Standing Rock,East Harlem
United Kingdom: Southport,Sunderland,Middlesbrough,Hull,Stoke,Stoke-on-Trent,Wolverhampton,Rotherham,Barnsley,Doncaster,Huddersfield,Oldham,Stockport,Blackpool,Luton,Norwich,Ipswich,Exeter,Gloucester,Cheltenham,Milton Keynes,Northampton,Peterborough,Canterbury,Bournemouth,Inverness,Stirling,Newport,Wrexham,Port Talbot,Aberystwyth,Derry,Lockerbie,Dunblane,Westminster,Brixton,Tottenham,Wembley,Heathrow,Gatwick,Stansted,Sandringham,Balmoral,Aldershot,Faslane,Grimsby,Scunthorpe,Merthyr Tydfil
Canada: Kitchener,Mississauga,Brampton,Thunder Bay,Sudbury,St. John's,Fredericton,Whitehorse,Yellowknife,Iqaluit,Kelowna,Kamloops,Fort McMurray,Banff,Lac-Mégantic
Australia: Wollongong,Geelong,Townsville,Alice Springs,Ballarat,Bendigo,Toowoomba,Byron Bay,Bondi,Broome,Port Hedland
New Zealand: Wellington,Dunedin,Queenstown,Rotorua
Germany: Duisburg,Bochum,Wuppertal,Bielefeld,Münster,Munster,Karlsruhe,Wiesbaden,Augsburg,Aachen,Kiel,Halle,Magdeburg,Freiburg,Lübeck,Erfurt,Mainz,Rostock,Kassel,Saarbrücken,Heidelberg,Ulm,Wolfsburg,Göttingen,Regensburg,Würzburg,Ingolstadt,Chemnitz,Jena,Solingen,Hanau,Weimar,Trier,Passau,Emden,Wilhelmshaven,Lubmin
France: Montpellier,Reims,Le Havre,Toulon,Grenoble,Dijon,Angers,Nimes,Nîmes,Clermont-Ferrand,Le Mans,Aix-en-Provence,Amiens,Limoges,Metz,Perpignan,Besançon,Orléans,Rouen,Mulhouse,Caen,Avignon,Poitiers,La Rochelle,Dunkirk,Annecy,Lourdes,Nanterre,Ajaccio,Bastia,Marseilles,Deauville,Biarritz
Italy: Messina,Padua,Trieste,Brescia,Taranto,Prato,Parma,Modena,Reggio Calabria,Livorno,Cagliari,Perugia,Ravenna,Rimini,Salerno,Ferrara,Siracusa,Sassari,Bergamo,Vicenza,Pisa,Siena,Lucca,L'Aquila,Amatrice,Bolzano,Trento,Udine,Ancona,Lecce,Brindisi,Crotone,Cutro,Ischia,Capri,Stromboli,Assisi,Codogno
Spain: Murcia,Palma de Mallorca,Las Palmas,Alicante,Valladolid,Vigo,Gijón,Oviedo,Pamplona,San Sebastián,San Sebastian,Burgos,Salamanca,Almería,Cádiz,Cadiz,Huelva,Tarragona,Girona,Santiago de Compostela,Ceuta,Melilla,Segovia,Marbella,Ibiza,Paiporta
Portugal: Braga,Coimbra,Faro,Setúbal,Aveiro,Funchal,Sintra,Fátima
Netherlands: Groningen,Tilburg,Breda,Nijmegen,Arnhem,Haarlem,Maastricht,Leiden,Delft,Schiphol,Zandvoort
Belgium: Liège,Liege,Charleroi,Leuven,Namur,Mons,Ostend,Zeebrugge,Ypres,Verviers
Switzerland: Lucerne,Lugano,St. Gallen,Winterthur,Crans-Montana,Zermatt
Austria: Linz,Klagenfurt,Bregenz,Villach
Poland: Gdańsk,Gdynia,Szczecin,Bydgoszcz,Katowice,Białystok,Bialystok,Wrocław,Łódź,Poznań,Rzeszów,Częstochowa,Radom,Sosnowiec,Toruń,Kielce,Gliwice,Olsztyn,Przemyśl,Przemysl,Oświęcim,Przewodów
Czech Republic: Brno,Ostrava,Plzen,Plzeň,Pilsen,Olomouc,Liberec,Ceske Budejovice,Karlovy Vary
Slovakia: Kosice,Košice,Presov,Nitra,Handlova,Žilina
Hungary: Szeged,Pécs,Pecs,Győr,Gyor,Miskolc
Romania: Cluj-Napoca,Timișoara,Iasi,Iași,Constanța,Craiova,Brasov,Brașov,Galati,Ploiesti,Oradea,Sibiu
Bulgaria: Plovdiv,Varna,Burgas,Stara Zagora,Blagoevgrad
Greece: Patras,Heraklion,Larissa,Volos,Corfu,Crete,Mykonos,Santorini,Samos,Chios,Kos,Pylos,Alexandroupolis
Serbia: Kragujevac,Subotica
Kosovo: Mitrovica,Prizren
Croatia: Rijeka,Zadar,Osijek,Vukovar
Bosnia and Herzegovina: Banja Luka,Tuzla,Zenica
Slovenia: Maribor,Koper
North Macedonia: Bitola,Tetovo,Kumanovo,Kocani
Albania: Durres,Durrës,Vlora
Montenegro: Budva,Kotor,Cetinje
Moldova: Bălți,Comrat
Lithuania: Kaunas,Klaipeda,Šiauliai
Latvia: Daugavpils,Liepaja
Estonia: Tartu,Narva,Pärnu
Finland: Espoo,Tampere,Vantaa,Oulu,Turku,Rovaniemi,Lahti
Sweden: Uppsala,Örebro,Orebro,Linköping,Västerås,Helsingborg,Norrköping,Jönköping,Kiruna,Umeå,Gotland
Norway: Stavanger,Tromsø,Tromso,Drammen,Kristiansand,Bodø,Svalbard,Utøya,Kirkenes
Denmark: Odense,Aalborg,Esbjerg,Bornholm
Iceland: Grindavik,Grindavík,Akureyri
Ireland: Waterford,Drogheda,Dundalk,Kilkenny
Ukraine: Zaporizhia,Zaporizhzhya,Vinnytsia,Vinnitsa,Zhytomyr,Khmelnytskyi,Cherkasy,Chernivtsi,Ternopil,Ivano-Frankivsk,Rivne,Lutsk,Uzhhorod,Kropyvnytskyi,Kremenchuk,Bila Tserkva,Melitopol,Berdiansk,Enerhodar,Nova Kakhovka,Izium,Izyum,Kupiansk,Lyman,Sievierodonetsk,Severodonetsk,Lysychansk,Sloviansk,Slovyansk,Toretsk,Chasiv Yar,Soledar,Vuhledar,Kurakhove,Horlivka,Makiivka,Debaltseve,Ilovaisk,Irpin,Hostomel,Boryspil,Brovary,Pavlohrad,Nikopol,Kerch,Yalta,Feodosia,Dzhankoi,Izmail,Chornomorsk,Vovchansk,Konotop,Nizhyn,Okhtyrka,Trostianets,Robotyne,Orikhiv,Huliaipole,Kakhovka,Drohobych,Mukachevo
Russia: St Petersburg,Chelyabinsk,Omsk,Rostov,Ufa,Krasnoyarsk,Perm,Krasnodar,Saratov,Tolyatti,Izhevsk,Barnaul,Ulyanovsk,Irkutsk,Khabarovsk,Yaroslavl,Tomsk,Orenburg,Kemerovo,Novokuznetsk,Ryazan,Astrakhan,Penza,Lipetsk,Kirov,Tula,Cheboksary,Stavropol,Ulan-Ude,Tver,Magnitogorsk,Arkhangelsk,Smolensk,Kaluga,Chita,Oryol,Surgut,Yakutsk,Norilsk,Novorossiysk,Taganrog,Pskov,Velikiye Luki,Nalchik,Vladikavkaz,Derbent,Nazran,Vorkuta,Magadan,Severomorsk,Shebekino,Sudzha,Kronstadt,Ust-Luga,Primorsk,Dubna,Podolsk
Belarus: Hrodna,Homel,Vitebsk,Mogilev,Babruysk,Mozyr
Georgia: Batumi,Kutaisi,Rustavi,Poti
Armenia: Gyumri,Vanadzor
Azerbaijan: Ganja,Sumqayit,Shusha,Nakhchivan
Turkey: Bursa,Konya,Kayseri,Mersin,Sanliurfa,Şanlıurfa,Eskisehir,Samsun,Trabzon,Hatay,Antakya,Iskenderun,Malatya,Kahramanmaras,Kahramanmaraş,Adiyaman,Mardin,Hakkari,Sirnak,Edirne,Bodrum,Marmaris,Suruc
China: Suzhou,Shenyang,Xian,Dongguan,Foshan,Jinan,Changsha,Zhengzhou,Changchun,Shijiazhuang,Taiyuan,Nanning,Guiyang,Fuzhou,Xiamen,Ningbo,Wenzhou,Hefei,Nanchang,Lanzhou,Hohhot,Baotou,Xining,Yinchuan,Haikou,Sanya,Zhuhai,Huizhou,Shantou,Wuxi,Changzhou,Nantong,Yantai,Weifang,Zibo,Tangshan,Luoyang,Kaifeng,Handan,Baoding,Datong,Anshan,Jilin City,Daqing,Kashgar,Hotan,Turpan,Yining,Wenchuan,Yichang,Mianyang,Shaoxing,Jinhua,Quanzhou,Yiwu,Wukan,Zhoushan,Qinhuangdao,Zhangjiakou,Ordos
Japan: Kawasaki,Saitama,Kitakyushu,Chiba,Sakai,Niigata,Hamamatsu,Kumamoto,Okayama,Kagoshima,Kanazawa,Nara,Nagano,Naha,Toyama,Akita,Aomori,Morioka,Matsuyama,Oita,Miyazaki,Gifu,Wakayama,Ishikawa,Wajima,Noto,Narita,Haneda,Nikko,Hakodate,Iwo Jima
South Korea: Daejeon,Gwangju,Ulsan,Suwon,Changwon,Pohang,Jeju,Pyeongtaek,Itaewon,Panmunjom,Yeosu,Muan,Sejong
North Korea: Kaesong,Wonsan,Sinuiju,Yongbyon,Chongjin,Hamhung
Taiwan: Taichung,Tainan,Hsinchu,Hualien,Keelung,Kinmen
India: Surat,Indore,Thane,Visakhapatnam,Vadodara,Ghaziabad,Ludhiana,Agra,Nashik,Faridabad,Meerut,Rajkot,Aurangabad,Dhanbad,Allahabad,Prayagraj,Ranchi,Howrah,Coimbatore,Jabalpur,Gwalior,Vijayawada,Jodhpur,Madurai,Raipur,Chandigarh,Solapur,Bareilly,Mysore,Mysuru,Tiruchirappalli,Tiruppur,Gurgaon,Gurugram,Noida,Aligarh,Jalandhar,Bhubaneswar,Moradabad,Gorakhpur,Bikaner,Warangal,Guntur,Kochi,Cochin,Thiruvananthapuram,Trivandrum,Kozhikode,Calicut,Thrissur,Kollam,Kannur,Palakkad,Wayanad,Dehradun,Haridwar,Shimla,Jammu,Pulwama,Pahalgam,Leh,Siliguri,Darjeeling,Imphal,Aizawl,Kohima,Shillong,Agartala,Gangtok,Itanagar,Dispur,Silchar,Dibrugarh,Cuttack,Rourkela,Balasore,Jamshedpur,Bokaro,Gaya,Muzaffarpur,Bhagalpur,Ayodhya,Mathura,Jhansi,Muzaffarnagar,Saharanpur,Unnao,Hathras,Lakhimpur Kheri,Udaipur,Ajmer,Alwar,Kolhapur,Nanded,Goa,Panaji,Mangalore,Mangaluru,Hubli,Belgaum,Bellary,Tirupati,Nellore,Kurnool,Puducherry,Pondicherry,Vellore,Tirunelveli,Thoothukudi,Tuticorin,Morbi,Gandhinagar,Jamnagar,Porbandar,Ladakh,Ganderbal
Pakistan: Gujranwala,Sialkot,Bahawalpur,Sargodha,Sukkur,Larkana,Gwadar,Muzaffarabad,Gilgit,Chaman,Bannu,Mingora,Parachinar,Jaffarabad,Mardan,Dera Ismail Khan
Bangladesh: Khulna,Rajshahi,Sylhet,Barisal,Narayanganj,Gazipur,Chattogram,Comilla
Nepal: Biratnagar,Birgunj,Bhaktapur,Lalitpur,Jajarkot
Sri Lanka: Galle,Trincomalee,Batticaloa,Negombo,Hambantota,Anuradhapura
Afghanistan: Ghazni,Lashkar Gah,Khost,Zaranj,Bamiyan,Faizabad,Taloqan,Kunar,Paktika,Zabul
Iran: Karaj,Ahvaz,Kermanshah,Urmia,Zahedan,Rasht,Kerman,Yazd,Arak,Bandar Abbas,Abadan,Khorramshahr,Ardabil,Qazvin,Sanandaj,Saqqez,Chabahar,Esfahan,Parchin
Iraq: Sulaymaniyah,Sulaimaniya,Halabja,Sinjar,Tal Afar,Duhok,Dohuk,Hilla,Kut,Amara,Samawa,Haditha,Abu Ghraib,Taji,Qaim,Al Qaim,Hawija,Karrada,Kufa
Syria: Deir al-Zor,Deir Ezzor,Hasakah,Hasaka,Qamishli,Kobani,Manbij,Afrin,Tartus,Tartous,Sweida,Suwayda,Quneitra,Douma,Ghouta,Eastern Ghouta,Khan Sheikhoun,Maaloula,Azaz,al-Bab,Tadmur,Jisr al-Shughour,Albu Kamal,Abu Kamal
Lebanon: Baalbek,Nabatieh,Zahle,Naqoura,Bint Jbeil,Marjayoun,Khiam,Dahiyeh,Dahieh,Sabra,Shatila
Israel: Beer Sheva,Netanya,Holon,Nazareth,Tiberias,Safed,Nahariya,Kiryat Shmona,Metula,Dimona,Hadera,Herzliya,Ramat Gan,Bnei Brak,Lod,Ofakim,Nir Oz,Kfar Aza,Be'eri,Majdal Shams,Caesarea
Palestine: Tulkarm,Tulkarem,Qalqilya,Huwara,Masafer Yatta,Sheikh Jarrah
Gaza: Beit Lahia,Beit Lahiya,Beit Hanoun,Nuseirat,Bureij,Maghazi,Shejaiya,Shujaiya,al-Mawasi,Kerem Shalom
Jordan: Zarqa,Irbid,Aqaba,Zaatari
Saudi Arabia: Dammam,Taif,Tabuk,Yanbu,Abqaiq,Khurais,Jubail,Neom,Jizan,Najran,Khobar,Qatif
United Arab Emirates: Fujairah,Ajman,Ras al-Khaimah,Al Ain
Yemen: Hodeida,Hudaydah,Taizz,Mukalla,Ibb,Saada,Sa'dah,Zinjibar,Mokha,Seiyun
Oman: Salalah,Sohar,Duqm
Egypt: Port Said,Ismailia,Aswan,Mansoura,Tanta,Asyut,Assiut,Minya,Fayoum,Hurghada,El-Arish,El Arish,Arish,Damietta,Sharm El-Sheikh,Sharm el Sheikh
Libya: Zawiya,Tobruk,Sabha,Ajdabiya,Brega,Ras Lanuf,Zintan,Zuwara,Bani Walid
Tunisia: Sfax,Kasserine,Sidi Bouzid,Gafsa,Djerba,Bizerte,Kairouan
Algeria: Oran,Annaba,Tizi Ouzou,Tamanrasset,In Amenas,Bejaia
Morocco: Fes,Tangier,Agadir,Meknes,Oujda,Tetouan,Nador,Al Hoceima,Laayoune
Nigeria: Onitsha,Kaduna,Jos,Benin City,Enugu,Owerri,Warri,Calabar,Sokoto,Katsina,Zaria,Bauchi,Gombe,Yola,Makurdi,Lokoja,Ilorin,Abeokuta,Akure,Asaba,Uyo,Chibok,Damaturu,Dapchi,Chikun
Ghana: Takoradi,Cape Coast
Ivory Coast: Abidjan,Bouaké,Bouake
Senegal: Touba,Thiès,Saint-Louis,Ziguinchor
Mali: Kidal,Mopti,Sikasso,Ségou,Menaka,Segou
Burkina Faso: Bobo-Dioulasso,Djibo,Dori
Niger: Agadez,Zinder,Diffa,Maradi,Tillabéri,Tillaberi
Chad: Abéché,Abeche
Cameroon: Douala,Bamenda,Buea,Garoua,Maroua
Guinea: Nzerekore,Nzérékoré
Sudan: Port Sudan,Nyala,El-Fasher,al-Fashir,El Geneina,Geneina,Wad Madani,El Obeid,Kassala,Zamzam,Atbara
South Sudan: Malakal,Bentiu
Ethiopia: Dire Dawa,Gondar,Bahir Dar,Adigrat,Axum,Lalibela,Hawassa,Jimma,Humera
Eritrea: Massawa,Assab
Somalia: Hargeisa,Kismayo,Baidoa,Bosaso,Garowe,Galkayo,Beledweyne
Kenya: Kisumu,Nakuru,Eldoret,Lamu,Turkana,Kakuma,Dadaab,Mandera,Wajir
Uganda: Entebbe,Gulu,Kasese
Tanzania: Arusha,Mwanza,Mbeya,Moshi
Rwanda: Gisenyi,Butare
Burundi: Bujumbura
Democratic Republic of Congo: Kisangani,Beni,Butembo,Uvira,Bunia,Mbuji-Mayi,Kananga,Matadi,Mbandaka,Kolwezi,Rutshuru,Masisi,Walikale
Zambia: Ndola,Kitwe
Zimbabwe: Bulawayo,Mutare,Victoria Falls
Mozambique: Maputo,Beira,Nampula,Quelimane,Mocimboa da Praia
Malawi: Blantyre,Zomba,Mzuzu
Angola: Huambo,Lobito,Benguela,Cabinda
South Africa: Port Elizabeth,Gqeberha,Bloemfontein,East London,Polokwane,Pietermaritzburg,Nelspruit,Rustenburg,Marikana,Sandton,Khayelitsha,Alexandra Township,Sharpeville,Tshwane,Ekurhuleni
Madagascar: Toamasina,Antsirabe
Brazil: Goiânia,Goiania,Belém,Belem,Guarulhos,Campinas,São Luís,Maceió,Maceio,Teresina,João Pessoa,Cuiabá,Campo Grande,Florianópolis,Florianopolis,Londrina,Joinville,Vitória,Aracaju,Porto Velho,Macapá,Boa Vista,Rio Branco,Niterói,Mariana,Brumadinho,Petrópolis,Petropolis,Foz do Iguaçu,Ribeirão Preto,Caxias do Sul,Canoas
Argentina: Córdoba,La Plata,Mar del Plata,Tucumán,Tucuman,Salta,Santa Fe,Neuquén,Bariloche,Ushuaia
Chile: Valparaíso,Concepción,Concepcion,Antofagasta,Viña del Mar,Temuco,Iquique,Arica,Punta Arenas
Colombia: Cúcuta,Cucuta,Bucaramanga,Santa Marta,Buenaventura,Popayán
Venezuela: Barquisimeto,Ciudad Guayana,San Cristóbal
Ecuador: Cuenca,Esmeraldas,Machala
Peru: Chiclayo,Piura,Iquitos,Juliaca,Puno,Ayacucho,Machu Picchu
Bolivia: Santa Cruz de la Sierra,Cochabamba,El Alto,Oruro,Potosí
Paraguay: Ciudad del Este,Encarnación
Uruguay: Punta del Este
Mexico: Juárez,Ciudad Juárez,Zapopan,Mérida,Merida,Cancún,San Luis Potosí,San Luis Potosi,Aguascalientes,Hermosillo,Saltillo,Mexicali,Culiacán,Querétaro,Queretaro,Morelia,Reynosa,Torreón,Tuxtla Gutiérrez,Matamoros,Nuevo Laredo,Celaya,Tampico,Mazatlán,Mazatlan,Villahermosa,Cuernavaca,Toluca,Tapachula,Ayotzinapa,Iguala,Chilpancingo,Playa del Carmen,Tulum,Puerto Vallarta,Zacatecas,Uruapan,Irapuato
Guatemala: Quetzaltenango
Honduras: San Pedro Sula,La Ceiba
El Salvador: Tecoluca
Nicaragua: Masaya
Costa Rica: San José
Panama: Colón
Dominican Republic: Santiago de los Caballeros,Punta Cana
Haiti: Les Cayes,Jeremie,Gonaives,Gonaïves,Petion-Ville,Pétion-Ville,Cite Soleil,Cité Soleil,Cap-Haïtien,Kenscoff
Jamaica: Montego Bay
Cuba: Guantánamo,Guantanamo,Camagüey,Holguín,Matanzas
Puerto Rico: Ponce
Indonesia: Semarang,Makassar,Palembang,Batam,Pekanbaru,Bogor,Malang,Padang,Yogyakarta,Surakarta,Manado,Jayapura,Pontianak,Balikpapan,Samarinda,Mataram,Kupang,Ambon,Nusantara,Bekasi,Depok,Tangerang,Timika,Mamuju,Cianjur
Philippines: Davao City,Cebu City,Zamboanga,Zamboanga City,Cagayan de Oro,General Santos,Bacolod,Iloilo,Baguio,Makati,Pasay,Caloocan,Taguig,Olongapo,Subic Bay,Cotabato,Palawan,Boracay,Bohol,Leyte,Samar
Vietnam: Can Tho,Hue,Nha Trang,Da Lat,Vung Tau,Quy Nhon
Thailand: Hat Yai,Khon Kaen,Udon Thani,Nakhon Ratchasima,Ayutthaya,Koh Samui,Krabi,Chiang Rai,Mae Sot,Pattani,Yala,Narathiwat
Malaysia: George Town,Ipoh,Kota Kinabalu,Kuching,Shah Alam,Malacca,Petaling Jaya,Kuantan,Kota Bharu
Myanmar: Mawlamyine,Sittwe,Myitkyina,Lashio,Myawaddy,Laukkai,Sagaing,Loikaw
Cambodia: Siem Reap,Sihanoukville,Battambang,Poipet
Laos: Luang Prabang,Pakse,Vang Vieng
Mongolia: Erdenet
Kazakhstan: Shymkent,Karaganda,Aktau,Aktobe,Atyrau,Zhanaozen,Baikonur,Pavlodar,Semey
Uzbekistan: Samarkand,Bukhara,Namangan,Andijan,Fergana,Nukus
Kyrgyzstan: Osh,Jalal-Abad,Batken
Tajikistan: Khujand,Khorog,Kulob
Turkmenistan: Turkmenbashi
Papua New Guinea: Lae,Enga,Mount Hagen
Fiji: Nadi
Tuvalu: Funafuti
`;

/** First-level regions: country: names. */
export const REGIONS = `
United States: Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York state,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington state,West Virginia,Wisconsin,Wyoming,District of Columbia,Guam,Los Angeles County,Orange County,Cook County
Canada: Ontario,Quebec,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,New Brunswick,Newfoundland
Australia: New South Wales,Queensland,Tasmania,Northern Territory
Germany: Bavaria,Saxony,Hesse,Brandenburg,Thuringia,Lower Saxony,North Rhine-Westphalia
France: Brittany,Normandy,Provence,Corsica,Alsace
Italy: Sicily,Sardinia,Tuscany,Lombardy,Calabria
Spain: Andalusia,Galicia,Basque Country,Canary Islands,Balearic Islands
China: Xinjiang,Guangdong,Sichuan,Hubei,Hunan,Yunnan,Henan,Fujian,Zhejiang,Inner Mongolia
India: Kashmir,Jammu and Kashmir,Punjab,Gujarat,Maharashtra,Kerala,Tamil Nadu,Karnataka,West Bengal,Uttar Pradesh,Bihar,Assam,Manipur,Rajasthan,Odisha
Pakistan: Balochistan,Khyber Pakhtunkhwa,Sindh,Waziristan,North Waziristan,South Waziristan
Afghanistan: Helmand,Nangarhar,Panjshir
Iraq: Anbar,Diyala,Nineveh,Kurdistan Region
Russia: Dagestan,Ingushetia,Siberia,Tatarstan
Ukraine: Donbas,Donbass,Donetsk,Zakarpattia,Volyn
Sudan: Darfur
Ethiopia: Tigray,Amhara,Oromia
Nigeria: Borno,Niger Delta
Indonesia: Sumatra,Java,Papua,West Papua,Sulawesi,Lombok,Borneo
Philippines: Mindanao,Luzon
Mexico: Sinaloa,Chiapas,Michoacan,Guerrero,Baja California
Palestine: West Bank,the West Bank,East Jerusalem
Japan: Hokkaido,Honshu,Kyushu
Myanmar: Rakhine,Rakhine State
Denmark: Faroe Islands
United Kingdom: Kent,Essex,Yorkshire,Lancashire,Cornwall,Devon,Surrey,Sussex,Isle of Wight,Falkland Islands
Mexico: Jalisco,Guanajuato,Tamaulipas,Sonora,Chihuahua,Coahuila,Nuevo Leon,Nuevo León,Michoacán,Quintana Roo,Tabasco,Yucatan,Yucatán,Morelos,Nayarit,Colima,Tlaxcala,Campeche,Baja California Sur
Brazil: Rio Grande do Sul,Minas Gerais,Bahia,Paraná,Amazonas,Pará,Mato Grosso,Mato Grosso do Sul,Goiás,Pernambuco,Ceará,Santa Catarina,Espírito Santo,Rondônia,Roraima,Acre state,Maranhão
Argentina: Patagonia,Tierra del Fuego,Chubut
Colombia: Antioquia,Cauca,Valle del Cauca,Norte de Santander,Catatumbo,Arauca,Nariño
Germany: Saxony-Anhalt,Schleswig-Holstein,Rhineland-Palatinate,Baden-Württemberg,Baden-Wuerttemberg,Saarland,Mecklenburg-Western Pomerania,Ruhr
Austria: Tyrol,Styria,Carinthia,Vorarlberg,Burgenland,Lower Austria,Upper Austria
Switzerland: Ticino,Valais,Graubünden
France: Burgundy,Île-de-France,Ile-de-France,Haute-Savoie,Savoie,Auvergne,Occitanie,New Caledonia,Guadeloupe,Martinique,Réunion,Reunion Island,Mayotte,French Guiana,French Polynesia,Tahiti,Vendée,Dordogne,Gironde
Italy: Veneto,Piedmont,Liguria,Umbria,Lazio,Campania,Puglia,Apulia,Basilicata,Abruzzo,Molise,Emilia-Romagna,Friuli,South Tyrol
Spain: Aragon,Asturias,Cantabria,Extremadura,Castilla y León,Castile,Castilla-La Mancha,Navarre,Navarra,La Rioja,Mallorca,Majorca,Tenerife,Gran Canaria,La Palma,Lanzarote,Fuerteventura,El Hierro
Portugal: Madeira,Azores,Algarve,Alentejo
Netherlands: Zeeland,Limburg,Friesland,North Brabant
Belgium: Flanders,Wallonia
United Kingdom: Cumbria,Somerset,Dorset,Wiltshire,Hampshire,Berkshire,Oxfordshire,Buckinghamshire,Hertfordshire,Bedfordshire,Cambridgeshire,Suffolk,Lincolnshire,Nottinghamshire,Derbyshire,Staffordshire,Shropshire,Cheshire,Merseyside,Greater Manchester,West Yorkshire,South Yorkshire,North Yorkshire,County Durham,Northumberland,Gloucestershire,Herefordshire,Worcestershire,Warwickshire,West Midlands,Midlands,Leicestershire,Northamptonshire,Gwent,Glamorgan,Powys,Pembrokeshire,Orkney,Shetland,Highlands,Hebrides,Guernsey,Tyneside,Teesside,Ulster,County Down,County Antrim,Bermuda Triangle,Cayman Islands,British Virgin Islands,Turks and Caicos,Anguilla,Montserrat,Diego Garcia,Chagos Islands
Ireland: Connacht,Leinster,Donegal,Kerry county,County Cork,County Galway,County Mayo
Poland: Silesia,Masovia,Pomerania,Podlasie,Podkarpackie,Lublin Voivodeship
Czech Republic: Moravia,Bohemia
Romania: Transylvania,Moldavia,Wallachia
Serbia: Vojvodina
Bosnia and Herzegovina: Republika Srpska
Greece: Attica,Thessaly,Peloponnese,Evia,Evros
Denmark: Jutland
Sweden: Skane,Skåne,Lapland
Finland: Åland,Aland Islands,Karelia
Ukraine: Volhynia,Bukovina,Dnipropetrovsk,Zaporizhzhia Oblast,Luhansk People's Republic,Donetsk People's Republic
Russia: North Ossetia,Kabardino-Balkaria,Karachay-Cherkessia,Kalmykia,Bashkortostan,Chuvashia,Udmurtia,Mordovia,Buryatia,Tuva,Yakutia,Sakha,Sakhalin,Kamchatka,Kuril Islands,Chukotka,Primorye,Altai,Kuban,Urals,Komi,Krasnodar Krai,Leningrad Oblast
Georgia: Adjara
Turkey: Anatolia,Thrace,Eastern Thrace
Syria: Rojava
Iraq: Iraqi Kurdistan,Salahuddin,Salahaddin,Babil,Maysan,Dhi Qar,Wasit
Iran: Khuzestan,Sistan-Baluchestan,Sistan and Baluchestan,Hormozgan,Fars Province,Gilan,Mazandaran,Lorestan,Kurdistan Province
Yemen: Hadramawt,Hadramout,Shabwa,Abyan,Socotra
Saudi Arabia: Asir,Hejaz
Egypt: North Sinai,South Sinai
Libya: Cyrenaica,Tripolitania,Fezzan
Algeria: Kabylie
Pakistan: Azad Kashmir,Gilgit-Baltistan,FATA,Federally Administered Tribal Areas
India: Telangana,Andhra Pradesh,Madhya Pradesh,Himachal Pradesh,Arunachal Pradesh,Chhattisgarh,Jharkhand,Uttarakhand,Haryana,Tripura,Meghalaya,Mizoram,Nagaland,Sikkim,Orissa,Andaman and Nicobar Islands,Lakshadweep,Bastar,Dantewada,Vidarbha,Marathwada,Saurashtra,Kutch
Bangladesh: Chittagong Hill Tracts
Myanmar: Shan State,Kachin State,Kachin,Karen State,Kayah State,Chin State,Mon State,Sagaing Region,Arakan
China: Anhui,Gansu,Guangxi,Guizhou,Hainan,Hebei,Heilongjiang,Jiangsu,Jiangxi,Jilin,Liaoning,Ningxia,Qinghai,Shaanxi,Shandong,Shanxi,Manchuria,Taiwan Province
Japan: Shikoku,Tohoku,Okinawa Prefecture,Ryukyu Islands
South Korea: Gyeonggi,North Gyeongsang,South Jeolla,Jeju Island
Philippines: Visayas,Sulu,Basilan,Maguindanao,Negros,Panay,Mindoro,Cavite,Batangas,Pampanga
Indonesia: Kalimantan,North Sumatra,West Java,East Java,Central Sulawesi,West Nusa Tenggara,Maluku,Moluccas
Malaysia: Sabah,Sarawak,Johor,Selangor,Kelantan,Kedah,Perak
Australia: Victoria state,Australian Capital Territory,Pilbara,Norfolk Island,Christmas Island
New Zealand: North Island,South Island,Waikato,Otago,Cook Islands,Niue
Canada: Prince Edward Island,Labrador,Newfoundland and Labrador,Yukon,Nunavut,Northwest Territories,Québec
Nigeria: Zamfara,Adamawa,Yobe,Plateau State,Benue,Kebbi,Kogi,Delta State,Bayelsa,Rivers State,Ogun,Oyo,Osun,Ondo,Ekiti,Anambra,Imo,Abia,Ebonyi,Akwa Ibom,Nasarawa,Taraba,Biafra
Cameroon: Ambazonia
Democratic Republic of Congo: North Kivu,South Kivu,Kivu,Ituri,Katanga,Kasai
Sudan: Blue Nile state,South Kordofan,Kordofan,Gezira,North Darfur,West Darfur,South Darfur,Abyei
South Sudan: Unity State,Jonglei,Upper Nile
Ethiopia: Gambella,Ogaden,Benishangul-Gumuz
Somalia: Puntland,Somaliland,Jubaland
Mozambique: Cabo Delgado,Sofala,Zambezia
South Africa: KwaZulu-Natal,Gauteng,Western Cape,Eastern Cape,Northern Cape,Limpopo,Mpumalanga,Free State,North West Province,Transvaal
Kenya: Rift Valley
Mali: Azawad
Senegal: Casamance
Namibia: Caprivi
Israel: Galilee,Negev,Judea and Samaria
Ecuador: Guayas,Galapagos Islands,Galapagos
Chile: Easter Island
United States: American Samoa,U.S. Virgin Islands,US Virgin Islands,Northern Mariana Islands,Harris County,Maricopa County,Miami-Dade County,Miami-Dade,Fulton County,Queens County,Kings County
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
Amazon rainforest|Amazon basin,the Amazon
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
Gulf|the Gulf
Gulf of Guinea
Gulf of Thailand
Gulf of Tonkin
Gulf of Bothnia
Gulf of Finland
Bay of Bengal
Bay of Biscay
Sea of Azov|Azov Sea
Sea of Japan|East Sea
Yellow Sea
Aegean Sea|the Aegean,Aegean
Adriatic Sea|Adriatic,the Adriatic
Ionian Sea
Tyrrhenian Sea
Irish Sea
Barents Sea
Bering Sea
Bering Strait
Caribbean Sea
Arabian Sea
Java Sea
Coral Sea
Tasman Sea
Sea of Galilee
Bab el-Mandeb|Bab al-Mandab,Bab el-Mandeb Strait
Strait of Gibraltar
Strait of Malacca|Malacca Strait
Kerch Strait
Northern Hemisphere
Southern Hemisphere
Great Barrier Reef
Congo River
Yangtze|Yangtze River
Yellow River
Mekong|Mekong River,Mekong Delta
Ganges
Indus|Indus River
Brahmaputra
Volga
Don River
Dniester
Rio Grande
Colorado River
Hudson River
Potomac River|Potomac
Jordan River
Lake Victoria
Lake Chad
Mount Etna|Etna
Mount Vesuvius|Vesuvius
Mount Fuji
Mont Blanc
Kilimanjaro|Mount Kilimanjaro
K2
Hindu Kush
Carpathians
Pyrenees
Rocky Mountains|Rockies
Appalachians|Appalachia
Ardennes
Iberian Peninsula
Crimean Peninsula
Balkan Peninsula
Spratly Islands|Spratlys
Paracel Islands
Senkaku Islands|Diaoyu Islands
Second Thomas Shoal
Scarborough Shoal
Mesopotamia
Levant
Maghreb
Indochina
Polynesia
Oceania
Eurasia
Transcaucasia
Western Hemisphere
Baltic states
Pacific Northwest
Pacific Islands
Great Plains
Rust Belt
Darien Gap|Darién Gap
Deep South
South Atlantic
North Atlantic
North Pacific
South Pacific
Antarctic Peninsula
North Pole
South Pole
`;
