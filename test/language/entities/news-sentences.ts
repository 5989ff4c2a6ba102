/**
 * Sentences of news with the names in them: type, printed name and, where it differs, the canonical name. Written for
 * this table. Holidays are times and no names; adjectives and demonyms of a country name the country.
 */
export const NEWS_SENTENCES: readonly (readonly [text: string, names: readonly string[]])[] = [
	[
		"The Supreme Court in Warsaw threw out the appeal by Air Baltica on Tuesday.",
		["ORGANIZATION Supreme Court", "GPE Warsaw", "ORGANIZATION Air Baltica"],
	],
	[
		"Air France cancelled forty flights to the West Bank and to Beirut.",
		["ORGANIZATION Air France", "GPE West Bank", "GPE Beirut"],
	],
	[
		"Shoppers queued on Black Friday outside a Best Buy store in Minneapolis.",
		["ORGANIZATION Best Buy", "GPE Minneapolis"],
	],
	[
		"The Danish Red Cross sent tents to Haiti, said its director, Mette Sørensen.",
		["ORGANIZATION Danish Red Cross", "GPE Haiti", "PERSON Mette Sørensen"],
	],
	[
		"Prime Minister Giorgia Meloni and President Emmanuel Macron met in Rome.",
		["PERSON Giorgia Meloni", "PERSON Emmanuel Macron", "GPE Rome"],
	],
	[
		"Manchester United beat Aston Villa in the Premier League on Saturday.",
		["ORGANIZATION Manchester United", "ORGANIZATION Aston Villa", "ORGANIZATION Premier League"],
	],
	[
		"The World Food Programme (WFP) halted convoys. A WFP spokeswoman blamed the army.",
		[
			"ORGANIZATION World Food Programme",
			"ORGANIZATION WFP = World Food Programme",
			"ORGANIZATION WFP = World Food Programme",
		],
	],
	[
		"The PCC (Press Complaints Commission) heard the case, and the PCC will rule in May.",
		[
			"ORGANIZATION PCC = Press Complaints Commission",
			"ORGANIZATION Press Complaints Commission",
			"ORGANIZATION PCC = Press Complaints Commission",
		],
	],
	[
		"IRAN FIRES MISSILES AT ISRAEL, KILLING THREE IN HAIFA",
		["GPE IRAN = Iran", "GPE ISRAEL = Israel", "GPE HAIFA = Haifa"],
	],
	[
		"Storm Leaves Thousands Without Power Across Northern Ireland And Scotland",
		["GPE Northern Ireland", "GPE Scotland"],
	],
	[
		"Rescue workers dug through rubble. Volunteers brought water. Nobody from the Interior Ministry came.",
		["ORGANIZATION Interior Ministry"],
	],
	[
		"Secretary of State Antony Blinken told Congress that Americans should leave Khartoum.",
		["PERSON Antony Blinken", "ORGANIZATION Congress", "GPE Americans = United States", "GPE Khartoum"],
	],
	[
		"German Chancellor Olaf Scholz rang his Chinese counterpart, Li Qiang, before Scholz flew to Beijing.",
		[
			"GPE German = Germany",
			"PERSON Olaf Scholz",
			"GPE Chinese = China",
			"PERSON Li Qiang",
			"PERSON Scholz = Olaf Scholz",
			"GPE Beijing",
		],
	],
	[
		"Wall Street fell after the Bank of England raised rates and Deutsche Bank warned of losses.",
		["OTHER Wall Street", "ORGANIZATION Bank of England", "ORGANIZATION Deutsche Bank"],
	],
	[
		"Police in São Paulo arrested Marcos Tavares, 43, a former Petrobras executive.",
		["GPE São Paulo", "PERSON Marcos Tavares", "ORGANIZATION Petrobras"],
	],
	[
		"The Nobel Peace Prize went to a group of lawyers from Belarus, the committee in Oslo announced.",
		["OTHER Nobel Peace Prize", "GPE Belarus", "GPE Oslo"],
	],
	[
		"Silicon Valley Bank failed within two days, and First Republic Bank followed in May.",
		["ORGANIZATION Silicon Valley Bank", "ORGANIZATION First Republic Bank"],
	],
	[
		"Hurricane Milton tore roofs off houses in Fort Myers and flooded Tampa Bay.",
		["OTHER Hurricane Milton", "GPE Fort Myers", "LOCATION Tampa Bay"],
	],
	[
		"Tens of thousands marched through Trafalgar Square to Downing Street against the Public Order Bill.",
		["FACILITY Trafalgar Square", "ORGANIZATION Downing Street", "OTHER Public Order Bill"],
	],
	["Mr Okonkwo, the mayor of Enugu, denied it.", ["PERSON Okonkwo", "GPE Enugu"]],
	[
		"The Boeing 737 MAX was grounded after Lion Air Flight 610 crashed into the Java Sea.",
		["PRODUCT Boeing 737 MAX", "ORGANIZATION Lion Air", "OTHER Flight 610", "LOCATION Java Sea"],
	],
	[
		"Thomas Cook collapsed overnight and left Britons stranded in Crete.",
		["ORGANIZATION Thomas Cook", "GPE Britons = United Kingdom", "GPE Crete"],
	],
	[
		"King Charles III opened Parliament, and Sir Keir Starmer followed him to the House of Lords.",
		["PERSON Charles III", "ORGANIZATION Parliament", "PERSON Keir Starmer", "ORGANIZATION House of Lords"],
	],
	[
		"Houthi rebels fired at the tanker Sounion in the Red Sea, the UK Maritime Trade Operations said.",
		[
			"ORGANIZATION Houthi = Houthis",
			"PRODUCT Sounion",
			"LOCATION Red Sea",
			"ORGANIZATION UK Maritime Trade Operations",
		],
	],
	[
		"New research by Imperial College London shows that Covid hit Spain harder than Portugal.",
		["ORGANIZATION Imperial College London", "GPE Spain", "GPE Portugal"],
	],
	[
		"Saudi Crown Prince Mohammed bin Salman received Russian President Vladimir Putin in Riyadh.",
		[
			"GPE Saudi = Saudi Arabia",
			"PERSON Mohammed bin Salman",
			"GPE Russian = Russia",
			"PERSON Vladimir Putin",
			"GPE Riyadh",
		],
	],
	[
		"US District Judge Amy Berman Jackson sentenced Roger Stone to forty months.",
		["GPE US = United States", "PERSON Amy Berman Jackson", "PERSON Roger Stone"],
	],
	[
		"The Green Party and the Free Democrats left the talks; Christian Lindner walked out first.",
		["ORGANIZATION Green Party", "ORGANIZATION Free Democrats", "PERSON Christian Lindner"],
	],
	[
		"More than 200 people died when the Rana Plaza building fell near Dhaka, Bangladesh.",
		["FACILITY Rana Plaza", "GPE Dhaka", "GPE Bangladesh"],
	],
	[
		"Real Madrid signed Kylian Mbappé from Paris Saint-Germain in June 2024.",
		["ORGANIZATION Real Madrid", "PERSON Kylian Mbappé", "ORGANIZATION Paris Saint-Germain"],
	],
	[
		"Federal Reserve Chair Jerome Powell said the Fed would wait.",
		["ORGANIZATION Federal Reserve", "PERSON Jerome Powell", "ORGANIZATION Fed = Federal Reserve"],
	],
	[
		"Cyclone Freddie killed hundreds in Malawi and Mozambique, the Malawi Red Cross said.",
		["OTHER Cyclone Freddie", "GPE Malawi", "GPE Mozambique", "ORGANIZATION Malawi Red Cross"],
	],
	[
		"Ukrainian forces left Avdiivka after months of shelling, General Oleksandr Syrskyi wrote on Telegram.",
		["GPE Ukrainian = Ukraine", "GPE Avdiivka", "PERSON Oleksandr Syrskyi", "ORGANIZATION Telegram"],
	],
	[
		"The Wall Street Journal reported that Elon Musk had asked Tesla to move to Texas.",
		[
			"ORGANIZATION The Wall Street Journal = Wall Street Journal",
			"PERSON Elon Musk",
			"ORGANIZATION Tesla",
			"GPE Texas",
		],
	],
	[
		'"We will not pay," Barbara Kowalczyk of the Polish Farmers Union told reporters.',
		["PERSON Barbara Kowalczyk", "ORGANIZATION Polish Farmers Union"],
	],
	[
		"An avalanche on Mont Blanc buried six climbers, the Haute-Savoie prefecture said.",
		["LOCATION Mont Blanc", "GPE Haute-Savoie"],
	],
	[
		"Foreign Minister Annalena Baerbock summoned the Iranian ambassador over the death of Jamshid Sharmahd.",
		["PERSON Annalena Baerbock", "GPE Iranian = Iran", "PERSON Jamshid Sharmahd"],
	],
	[
		"Tech giants Amazon, Apple and Meta face new rules under the Digital Markets Act.",
		["ORGANIZATION Amazon", "ORGANIZATION Apple", "ORGANIZATION Meta = Meta Platforms", "OTHER Digital Markets Act"],
	],
	[
		"Senator Elizabeth Warren (D-Mass.) criticised the Justice Department and its head, Merrick Garland.",
		["PERSON Elizabeth Warren", "ORGANIZATION Justice Department", "PERSON Merrick Garland"],
	],
	[
		"The Queen Mary 2 sailed from Southampton to New York with Cunard's new crew.",
		["PRODUCT Queen Mary 2", "GPE Southampton", "GPE New York", "ORGANIZATION Cunard"],
	],
	[
		"North Korea's Kim Jong Un inspected a submarine, the Korean Central News Agency (KCNA) said.",
		[
			"GPE North Korea",
			"PERSON Kim Jong Un",
			"ORGANIZATION Korean Central News Agency",
			"ORGANIZATION KCNA = Korean Central News Agency",
		],
	],
	[
		"Trade unions called a general strike in Buenos Aires against President Javier Milei.",
		["GPE Buenos Aires", "PERSON Javier Milei"],
	],
	[
		"Doctors at Nasser Hospital in Khan Younis ran out of fuel, according to Médecins Sans Frontières.",
		["FACILITY Nasser Hospital", "GPE Khan Younis", "ORGANIZATION Médecins Sans Frontières = Doctors Without Borders"],
	],
	[
		"Former Trump aide Steve Bannon refused to testify before the House Select Committee.",
		["PERSON Trump = Donald Trump", "PERSON Steve Bannon", "ORGANIZATION House Select Committee"],
	],
	[
		"Toyota Motor and Nippon Steel shares rose in Tokyo while the Nikkei slipped.",
		["ORGANIZATION Toyota Motor", "ORGANIZATION Nippon Steel", "GPE Tokyo", "ORGANIZATION Nikkei"],
	],
	[
		"The Taliban closed the Torkham crossing between Afghanistan and Pakistan.",
		["ORGANIZATION Taliban", "FACILITY Torkham", "GPE Afghanistan", "GPE Pakistan"],
	],
	[
		"Floods hit Porto Alegre and the state of Rio Grande do Sul in southern Brazil.",
		["GPE Porto Alegre", "GPE Rio Grande do Sul", "GPE Brazil"],
	],
	[
		"Spanish Prime Minister Pedro Sánchez offered Catalonia an amnesty; Sánchez needs Junts to govern.",
		[
			"GPE Spanish = Spain",
			"PERSON Pedro Sánchez",
			"GPE Catalonia",
			"PERSON Sánchez = Pedro Sánchez",
			"ORGANIZATION Junts",
		],
	],
	[
		"The Eiffel Tower closed as staff of the Louvre Museum joined the walkout.",
		["FACILITY Eiffel Tower", "FACILITY Louvre Museum"],
	],
	[
		"Supreme Leader Ali Khamenei vowed revenge for Qassem Soleimani, whom a drone killed at Baghdad Airport.",
		["PERSON Ali Khamenei", "PERSON Qassem Soleimani", "FACILITY Baghdad Airport"],
	],
	[
		"A Delta Air Lines jet skidded at LaGuardia Airport, the Port Authority said.",
		["ORGANIZATION Delta Air Lines", "FACILITY LaGuardia Airport", "ORGANIZATION Port Authority"],
	],
	[
		"Australian Open champion Jannik Sinner beat Daniil Medvedev in Melbourne.",
		["OTHER Australian Open", "PERSON Jannik Sinner", "PERSON Daniil Medvedev", "GPE Melbourne"],
	],
	[
		"Climate activists from Just Stop Oil threw soup at a Van Gogh in the National Gallery.",
		["ORGANIZATION Just Stop Oil", "PERSON Van Gogh", "FACILITY National Gallery"],
	],
	[
		"UN Secretary-General António Guterres urged the Security Council to act on Sudan.",
		[
			"ORGANIZATION UN = United Nations",
			"PERSON António Guterres",
			"ORGANIZATION Security Council = UN Security Council",
			"GPE Sudan",
		],
	],
	[
		"The Good Friday Agreement ended the Troubles, former Irish leader Bertie Ahern recalled.",
		["OTHER Good Friday Agreement", "OTHER Troubles", "GPE Irish = Ireland", "PERSON Bertie Ahern"],
	],
	[
		"Prosecutors charged Credit Agricole and two traders, Jean Dupuis and Anne-Laure Petit.",
		["ORGANIZATION Credit Agricole", "PERSON Jean Dupuis", "PERSON Anne-Laure Petit"],
	],
	[
		"Health officials in Kinshasa said mpox had spread to Goma; the World Health Organization (WHO) sent vaccines.",
		[
			"GPE Kinshasa",
			"GPE Goma",
			"ORGANIZATION World Health Organization",
			"ORGANIZATION WHO = World Health Organization",
		],
	],
	[
		"Lava from Mount Etna closed Catania Airport; Vesuvius stayed quiet.",
		["LOCATION Mount Etna", "FACILITY Catania Airport", "LOCATION Vesuvius = Mount Vesuvius"],
	],
	["Chinese Firms Sue US Over Chip Rules As Trade War Deepens", ["GPE Chinese = China", "GPE US = United States"]],
	[
		"MAN ARRESTED AFTER SHOOTING NEAR WHITE HOUSE, FBI SAYS",
		["ORGANIZATION WHITE HOUSE = White House", "ORGANIZATION FBI = Federal Bureau of Investigation"],
	],
	[
		"Strong winds fanned wildfires near Los Angeles; Governor Gavin Newsom called in the National Guard.",
		["GPE Los Angeles", "PERSON Gavin Newsom", "ORGANIZATION National Guard"],
	],
	[
		"Israeli Defence Minister Yoav Gallant said the Iron Dome had stopped rockets from the Gaza Strip.",
		["GPE Israeli = Israel", "PERSON Yoav Gallant", "PRODUCT Iron Dome", "GPE Gaza Strip = Gaza"],
	],
	[
		"Human Rights Watch accused Dubai-based DP World of ignoring the strike at London Gateway.",
		["ORGANIZATION Human Rights Watch", "GPE Dubai", "ORGANIZATION DP World", "FACILITY London Gateway"],
	],
	[
		"Heavy fighting broke out in El Fasher, where the Rapid Support Forces (RSF) besiege the army. The RSF denied it.",
		[
			"GPE El Fasher",
			"ORGANIZATION Rapid Support Forces",
			"ORGANIZATION RSF = Rapid Support Forces",
			"ORGANIZATION RSF = Rapid Support Forces",
		],
	],
	[
		"Lawmakers in Seoul impeached President Yoon Suk Yeol after his martial law order. Yoon apologised.",
		["GPE Seoul", "PERSON Yoon Suk Yeol", "PERSON Yoon = Yoon Suk Yeol"],
	],
	[
		"British Airways and Virgin Atlantic stopped flying over Iraq, Sky News reported.",
		["ORGANIZATION British Airways", "ORGANIZATION Virgin Atlantic", "GPE Iraq", "ORGANIZATION Sky News"],
	],
	[
		"Residents of East Palestine, Ohio, sued Norfolk Southern over the train wreck.",
		["GPE East Palestine", "GPE Ohio", "ORGANIZATION Norfolk Southern"],
	],
	[
		"The Great Barrier Reef bleached again, the Australian Institute of Marine Science (AIMS) found.",
		[
			"LOCATION Great Barrier Reef",
			"ORGANIZATION Australian Institute of Marine Science",
			"ORGANIZATION AIMS = Australian Institute of Marine Science",
		],
	],
	[
		"Home Secretary Yvette Cooper visited Southport, where three girls were stabbed at a Taylor Swift dance class.",
		["PERSON Yvette Cooper", "GPE Southport", "PERSON Taylor Swift"],
	],
	[
		"Turkish President Recep Tayyip Erdogan threatened to block Sweden; Erdogan spoke in Ankara.",
		[
			"GPE Turkish = Turkey",
			"PERSON Recep Tayyip Erdogan",
			"GPE Sweden",
			"PERSON Erdogan = Recep Tayyip Erdogan",
			"GPE Ankara",
		],
	],
	[
		"High Court judges ruled that Home Office plans broke the Human Rights Act.",
		["ORGANIZATION High Court", "ORGANIZATION Home Office", "OTHER Human Rights Act"],
	],
	[
		"Last Thursday the Central Bank of Nigeria devalued the naira, and Lagos traders shut their stalls.",
		["ORGANIZATION Central Bank of Nigeria", "GPE Lagos"],
	],
	[
		"Cuban dissident Rosa Payá urged the Biden administration to keep sanctions on Havana.",
		["GPE Cuban = Cuba", "PERSON Rosa Payá", "PERSON Biden = Joe Biden", "GPE Havana"],
	],
	[
		"Ethiopian Airlines Flight 302 went down near Bishoftu, a town southeast of Addis Ababa.",
		["ORGANIZATION Ethiopian Airlines", "OTHER Flight 302", "GPE Bishoftu", "GPE Addis Ababa"],
	],
	[
		"Swiss prosecutors raided the Geneva offices of Trafigura over bribes paid in Angola.",
		["GPE Swiss = Switzerland", "GPE Geneva", "ORGANIZATION Trafigura", "GPE Angola"],
	],
	[
		"The National Union of Teachers (NUT) voted to strike. NUT leaders blamed Education Secretary Bridget Phillipson.",
		[
			"ORGANIZATION National Union of Teachers",
			"ORGANIZATION NUT = National Union of Teachers",
			"ORGANIZATION NUT = National Union of Teachers",
			"PERSON Bridget Phillipson",
		],
	],
	[
		"Thousands fled Goma as M23 fighters closed in; Congolese troops fell back to Bukavu.",
		["GPE Goma", "ORGANIZATION M23", "GPE Congolese = Congo", "GPE Bukavu"],
	],
	[
		"San Francisco 49ers quarterback Brock Purdy threw four touchdowns against the Green Bay Packers.",
		["ORGANIZATION San Francisco 49ers", "PERSON Brock Purdy", "ORGANIZATION Green Bay Packers"],
	],
	[
		"Justice Minister Yariv Levin defended the bill in the Knesset; Justice Esther Hayut called it a blow to democracy.",
		["PERSON Yariv Levin", "ORGANIZATION Knesset", "PERSON Esther Hayut"],
	],
	[
		"An explosion at the Hassi Messaoud refinery cut exports from Algeria to Spain, Sonatrach said.",
		["FACILITY Hassi Messaoud", "GPE Algeria", "GPE Spain", "ORGANIZATION Sonatrach"],
	],
	["QUAKE KILLS DOZENS IN NEPAL; POKHARA AIRPORT SHUT", ["GPE NEPAL = Nepal", "GPE POKHARA = Pokhara"]],
	["Mexican Navy Seizes Cartel Submarine Off Acapulco After Long Chase", ["GPE Mexican = Mexico", "GPE Acapulco"]],
	[
		"South Korean opposition leader Lee Jae-myung was stabbed in Busan. Lee survived.",
		["GPE South Korean = South Korea", "PERSON Lee Jae-myung", "GPE Busan", "PERSON Lee = Lee Jae-myung"],
	],
	[
		"The Mont Blanc tunnel will close, and trucks must use the Gotthard Pass, the Italian transport ministry warned.",
		["LOCATION Mont Blanc", "LOCATION Gotthard Pass", "GPE Italian = Italy"],
	],
	[
		"Chief Justice John Roberts swore in Vice President Kamala Harris at the Capitol.",
		["PERSON John Roberts", "PERSON Kamala Harris", "ORGANIZATION Capitol"],
	],
	[
		"Villagers in Northern Nigeria blamed Boko Haram, while Abuja said bandits had attacked Zamfara state.",
		["GPE Nigeria", "ORGANIZATION Boko Haram", "GPE Abuja", "GPE Zamfara"],
	],
	[
		"Tropical Storm Ana left Quelimane under water; aid from the European Union reached Beira on Friday.",
		["OTHER Tropical Storm Ana", "GPE Quelimane", "ORGANIZATION European Union", "GPE Beira"],
	],
	[
		"Deep Purple cancelled shows in Tallinn and Riga after guitarist Simon McBride fell ill.",
		["ORGANIZATION Deep Purple", "GPE Tallinn", "GPE Riga", "PERSON Simon McBride"],
	],
	[
		"Sheikh Mohammed bin Rashid Al Maktoum opened the Expo in Dubai with Emirates chairman Ahmed bin Saeed.",
		[
			"PERSON Mohammed bin Rashid Al Maktoum",
			"OTHER Expo",
			"GPE Dubai",
			"ORGANIZATION Emirates",
			"PERSON Ahmed bin Saeed",
		],
	],
	[
		"Residents of Springfield, Ill., and Gary, Indiana, lost power, Commonwealth Edison said.",
		["GPE Springfield", "GPE Ill. = Illinois", "GPE Gary", "GPE Indiana", "ORGANIZATION Commonwealth Edison"],
	],
	[
		"The Prime Minister told Parliament that Tata Steel would keep Port Talbot open.",
		["ORGANIZATION Parliament", "ORGANIZATION Tata Steel", "GPE Port Talbot"],
	],
	[
		"Polish MEP Radosław Sikorski met Moldovan President Maia Sandu; Sikorski promised help for Chisinau.",
		[
			"GPE Polish = Poland",
			"PERSON Radosław Sikorski",
			"GPE Moldovan = Moldova",
			"PERSON Maia Sandu",
			"PERSON Sikorski = Radosław Sikorski",
			"GPE Chisinau",
		],
	],
	[
		"Under the Paris Agreement, rich nations promised Pacific islands such as Tuvalu and Kiribati money.",
		["OTHER Paris Agreement", "LOCATION Pacific = Pacific Ocean", "GPE Tuvalu", "GPE Kiribati"],
	],
	[
		"Police Scotland arrested Peter Murrell, the husband of Nicola Sturgeon, at a house in Glasgow.",
		["ORGANIZATION Police Scotland", "PERSON Peter Murrell", "PERSON Nicola Sturgeon", "GPE Glasgow"],
	],
	[
		"Chinese coast guard ships rammed a Philippine boat near Second Thomas Shoal, Manila said.",
		["GPE Chinese = China", "GPE Philippine = Philippines", "LOCATION Second Thomas Shoal", "GPE Manila"],
	],
	[
		"Shares in Hindustan Unilever and Bharat Petroleum fell after the Reserve Bank of India (RBI) raised rates.",
		[
			"ORGANIZATION Hindustan Unilever",
			"ORGANIZATION Bharat Petroleum",
			"ORGANIZATION Reserve Bank of India",
			"ORGANIZATION RBI = Reserve Bank of India",
		],
	],
	[
		"Muslim and Christian leaders in Jos asked Governor Caleb Mutfwang for troops.",
		["OTHER Muslim", "OTHER Christian", "GPE Jos", "PERSON Caleb Mutfwang"],
	],
	[
		"Warner Bros. Discovery sued the National Basketball Association (NBA) in Manhattan.",
		[
			"ORGANIZATION Warner Bros. Discovery",
			"ORGANIZATION National Basketball Association = NBA",
			"ORGANIZATION NBA",
			"GPE Manhattan",
		],
	],
];
