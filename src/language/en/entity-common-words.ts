/**
 * Ordinary words that names are made of ("Best Buy", "Red Sox", "Deep Throat"): a run of capitals that begins or ends
 * with one is hardly a person, and one of them alone is no name. All lower case. Words that are frequent surnames stand
 * in `SURNAME_WORDS`.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
	`above academic academy access acid act action active activity additional administrative advanced advertising advice advisers advisors aerial aero affairs age
aged agencies agenda agent agents agricultural agriculture aid aids air aircraft alert aliens all allied allies alpha alternative amateur
ambulance analysts ancient angels animal animals annual anti apparel application applied approved aquatic arab arc architecture archive archives
area areas armed arms art article articles arts assets assistant assistants associate athletic athletics atomic attack attacks auction audio
audit august authorities auto automotive autumn aviation avoid awareness baby bachelor back bad balance ball band bank banking banks bar bare
baseball basic basin basketball bears beat beauty beef beer bench best better beyond bible bicycle big bigger biggest bike bill billion
biological bird birds birth bitter blast blind block blocks blood board boat boats body bold bomb bombing bond bonds book books border born boss
bottom bound bowl box boxing boy boys brain brand brands bread break breaking breakfast breast brief briefing bright bronze brother brothers
budget building buildings bulk bull bulldogs bulls burning bus business businesses button buy buzz cable call calls camera campaign campus cancer
candidate candidates canned capital capitals car carbon cardinals care cargo cars case cases cash cat catching cattle cavaliers cavalry cell
cement census central century ceremony certified chain challenge champion champions channel chapter character charitable charities charity chart
charter check chemical chemicals chemistry chief chiefs child children choice chronicle cigarette cinema circle circuit circus citizen citizens
city civic civil civilian claims class classic clean clear clearance climate clinical clock close closed cloud clubs coach coal coalition coast
coastal cocktail code coffee cold collapse collective college colonial colony color colour combat combined comedy comet comic coming command
commander commerce commercial commission common commonwealth communication communications communist communists communities community companies compact company
competition complex comprehensive computer computers computing conditions conduct conference confidence conflict conservation conservative
conservatives constitutional construction consumer consumers contact container contemporary content continental contract control controls cool
cooperative copper core corner corporate corps correction corrections corridor cosmetics cost cottage cotton council counsel count counter
counterterrorism country county coup courier court courts cover cow cowboys craft crazy creamery creative credit crew cricket crime crimes
criminal crisis critical cross crossing crowd crown crude cruise crusade culinary cultural culture cup currency customer customers customs cut
cutting cyber cycling daily dairy dance danger dark data date dawn day days dead deadly deal dear death debt decision deep deepwater default
defence defense deficit delegation delivery delta democracy democrat democrats demographic dental department departments deposit deputy desert
design detective detention development devices devils diamond diamonds digital diplomatic direct directorate directors dirty disability disabled
disaster discount discovery disease diseases display district diversity divine division divisional doctor doctors documents dodgers dog dolphins
domestic door double down downtown dragon dragons drama dream drilling drive driver drivers drone drones drug drugs dry dual duck ducks due duty
dynamics eagle eagles early earth earthquake east eastern easy ecological economic economics economy editor editorial education educational
effects eight eighth elderly election elections electoral electric electrical electricity electronic electronics elementary elephant elite
emergency emerging emissions empire employee employees employment empty endangered energy enforcement engine engineering engineers enhanced
enterprise enterprises entertainment entry environment environmental equal equality equipment equity essential estate estates ethics event events
everyday evening evidence evil excellence exchange exchanges executive exhibition expansion expedition experience expert experts exploration
explorer export exports express extended exterior external extra extraordinary extreme eye eyes face facilities facility fact factory facts
faculty fair faith fall false families family famous fan fans far farm farmers farms fashion fast fat fatal fear feature features federal fellow
fellowship female fence festival fever fiction fields fifth fight fighter fighters fighting figures file files film films final finals finance
finances financial fine fire fireworks first fiscal fisheries fishing fitness five fix flag flags flame flames flash flat fleet flight flights
flood floods floor flow flower flowers flu flying focus food foods foot football foreign forensic forest forestry forests forever formal former
formula forum foundation founder four fourth free freedom freight fresh friday friendly friends front fruit fruits fuel full fun fund fundamental
funds funeral furniture future gallery galaxy game games gang garage gas gate gates gay general generation genetic genetics geographic
geographical geological ghost giant giants gift girl girls glass global goal gold golden golf good goods gospel governance government governors
grand grant graphic grass great greater greatest green greens grey grid grizzlies ground group groups growth guidance guide guild gulf gun guns
habitat half hammer hand hands happy harbor hard hat hawk hawks head headquarters health healthcare healthy hearing heart heat heavy heels heir
helicopter helicopters help heritage hero heroes hidden high higher highest highlands highway historic historical history hockey holiday holidays
holy home homeland homeless homes homicide honor honour hope horizon hornets horror horse hospital hospitals host hostage hot hotel hotels hour
hours house household houses housing human humanitarian humanities hundred hunger hunt hunting ice idea ideas identity image images immigrant
immigrants immigration impact imperial import important inaugural incident income independence independent index indigenous indirect individual
indoor industrial industries industry information infrastructure initiative inland inner innocence innovation innovative inquiry inside
institutional insurance integrated integrity intellectual intelligence interactive intercontinental interest interim interior internal
international internet interstate invasion investigation investigations investigative investment investments investor investors iron island issue
issues jazz jet jets jewelers jewellery job jobs joint journal journalism journalists journey judges judicial judiciary junior juvenile key kid
kids killer kingdom kings kitchen knights know knowledge labor laboratories laboratory labour ladies land lands language large larger laser last
late latest laundry law laws lawyers leaders leadership learning leather left legacy legal legend legends leisure lending lesbian liberal
liberals liberation liberty library life light lighthouse lightning limited line lines lions liquid list literary literature live lives living
loan loans lobby local lodge logic logistics lone long longer lost lot lottery lounge love low lower lucky lunar luxury machine machines mad
magazine magic magistrates mail main mainstream major majority make maker makers male man management managers manufacturers manufacturing map
maple marathon march marine mariners marines maritime mark market marketing markets marriage martial mass massacre massive master masters match
material materials mathematics matter matters maximum media mediation medical medicine medium meeting mega member members memorial memory men
mental merchant merchants metal metals meteorological method metro metropolitan micro mid middle midnight midwest migrant migrants migration
military milk million mind mine mineral minerals miners mines mini minimum mining minority miracle mirror mission missions mixed mob mobile model
models modern molecular monetary money monitor month monthly moon moral morning mortgage mother motion motor motorcycle motors mountain mountains
move movement movie movies moving multi multiple municipal murder murders museum museums music musical mutual mystery naked national nationals
nationwide native natural nature naval navigation navy near necessary network networks neutral new newest news newspaper newspapers next night
nights nine ninth noble nonprofit normal north northeast northeastern northern northwest northwestern notorious novel nuclear number numbers
nurse nurses nursing nutrition observer occupational ocean oceanic odd offensive offer office officer officers offices official officials
offshore oil old older oldest olympic online only open opera operating operation operational operations opinion opportunity opposition optical
option oral orange orbit order ordinary organic organised organized oriental original orthodox other outdoor outer outlook output outreach
outside over overall overseas own owner owners pacers pack packers page paid pain paint painting palace pan panel panthers paper papers parade
paradise paralympic parent parents park parking parks parliamentary part particle parties partner partners party passage passenger passengers
past patch path patient patients patriot patriots patrol pay payments peace peaceful peak pearl penguins pension pensions people peoples
performance performing permanent personal personnel pet petroleum pharma pharmaceutical pharmacy phantom philharmonic phone photo photographic
photography photos physical physics pick picture pictures pie pilgrims pilot pilots pink pioneer pipeline pirate pirates piston pistons pizza place
plain plan plane planes planet planning plans plant plants plastic plastics platform play player players playhouse plaza poetry point points
police policies policy political politics poll polls pollution polytechnic pool poor pop popular population port portfolio ports post postal
poverty power practical practice prayer predators prefecture preliminary premier premium preparatory present press pressure prevention price
prices pride primary prime princess principal print prison prisoner prisoners prisons private privacy prize pro process processing producer
producers product production productions products professional professor profile program programme programs progress progressive project projects
property prosecution prosecutors protected protection protest protestant protesters proud provincial provisional psychiatric psychological
psychology public publication publications publishers publishing pulse pure purple quality quarter quarterly quick quiet race racial racing
radical radio raiders rail railroad railway railways rain rainbow raise rally random rangers rapid rapids rare rate rating ratings raw reach
reaction reactor read reader readers reading ready real reality rebel rebels rebuild reconciliation reconstruction record recording records
recovery recreation recruitment red reds reform reformed refuge refugee refugees regional register registered regular regulation regulatory
rehabilitation relations release reliable relief religion religious renewable rental renewal report reporter reporters reports representatives
republican republicans rescue research reserve reserves resident residents resistance resolution resort resorts resource resources response
responsibility rest restaurant restaurants restoration results retail retirement return revenge revenue review revolution revolutionary reward
rich rifle right rights ring riot rise rising risk ritual rival river rivers road roads robot rock rocket rockets rocky role rolling romance room
rooms root roots round route royal rugby rule rules running rural safe safety sales same sand satellite saturday save saving savings scandal
scene school schools science sciences scientific scientists scouts screen script sea search season seat second secondary secret secretariat
section sector secular secure securities security select self senior seniors sense sensitive sentinel separate serial series serious service
services session settlement settlers seven seventh sex sexual shadow share shared shareholders shares shark sharks sheet shelf shelter shield
shift ship shipping ships shirt shock shoe shoes shooting shop shopping shops shore short show shows shrine sick side sight sign signal silence
silent silicon silver similar simple single sister sisters site sites situation six sixth skate ski skill skills sky slave slavery sleep sleeping
slow small smart smoke snow soccer social socialist socialists society soft software soil solar soldier soldiers solid solution solutions some
sons soul sound source south southeast southeastern southern southwest southwestern space spa spartans special specialist specialists species
speech speed spending spirit spirits sport sporting sports spot spring spurs square squad stability stable staff stage stainless standard
standards star stars start state statement states station stations statistical statistics status steel steelers step stock stocks stone stop
storage store stores stories storm story straight strategic strategies strategy stream street streets strength stress strike strikers striking
strong structural student students studies studio studios study style submarine subway success sudden sugar suicide summer summit sun sunrise
sunset super superior supermarket supermarkets supplies supply support supporters supreme sure surf surface surgeon surgery surgical surveillance
survey survivors sustainable sweet swift swimming sword symphony system systems table tactical tail tar target task tax taxi taxpayers teacher
teachers team teams tea tech technical technologies technology teen telecommunications telegraph telephone television temple temporary ten tennis
term terminal territorial terror terrorism terrorist terrorists test textile theatre theology theory therapy third thirty thoroughbred thousand
threat three throat throne thunder ticket tide tiger tigers timber timberwolves time times tiny tire tires titans title tobacco today together
token toll tomb tool tools top torch total touch tour tourism tourist tower town toxic toy toys track tracks trade traders trades trading
tradition traditional traffic trail trailblazers trails train training trains trans transaction transfer transit transition transitional
transmission transparency transport transportation travel travelers treasure treatment treaties tree trees trial trials triangle tribal tribe
tribes tribune trinity triple troop troops tropical trouble truck trucks true trust trustees truth turn turtle twelve twilight twin twins twisted
two ultimate ultra under underground underwater unemployment unexpected unified uniform union unionist unions unique unit united units unity
universal universe university unknown upper urban user users utilities utility vacation vaccine valley value values vanity variety vehicle
vehicles venture ventures vessel veteran veterans vice victim victims victory video view views viking vikings villa village villages violence
violent virgin virtual vision visitor visitors visual vital voice voices volcano volunteer volunteers vote voter voters voting voyage wage wall
walk war warehouse warm warriors wars waste watch water waters wave waves way ways wealth weapon weapons weather web website wedding week weekend
weekly weird welcome welfare well wellness west western wet whale wheel wheels white whole wide wild wildcats wildfire wildlife wind window
windows wine wing wings winning winter winters wire wireless wise wolf wolverines wolves woman women wonder wooden word words work worker workers
workforce working works workshop world worldwide worst wrong year years yellow yesterday yield young youth zealots zero zone zoning zoo
zoological`.split(/\s+/),
);

/** Ordinary words that are surnames as well: alone, or behind a given name, they may name a person. */
export const SURNAME_WORDS: ReadonlySet<string> = new Set(
	`bank best black bloom bond brown brand bush buck bull burns carpenter case chase church clay close cook cooper cross day field fields fish fisher flowers forest fox france freeman
frost gates gold golden good grant gray green grey hall hawk hill hope house hunt hunter judge king knight lane law little long love mark marsh mason may miller moon moore moss north page parish parks
peck penny perry pope pound power price prince reed rice rich rivers rock rose rush shepherd short singer small snow south spears speed stark steel stern stone street strange strong summers
swift taylor temple tower turner wall ward waters weaver webb weeks wells west white wilde winter winters wise wolf wood woods wright young`.split(
		/\s+/,
	),
);

/** Words of direction before the name of a place ("Northern Iraq"): the place keeps its name without them. */
export const DIRECTION_WORDS: ReadonlySet<string> = new Set(
	`north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern
southwestern upper lower inner outer greater downtown mid`.split(/\s+/),
);

/** Acronyms that name no one thing: measures, diseases, offices, degrees, technical words, zones of time. */
export const PLAIN_ACRONYMS: ReadonlySet<string> = new Set(
	`TV DNA RNA AIDS HIV PTSD CPR DUI DWI IED IEDs CEO CEOs CFO COO CTO MP MPs MEP MEPs PM CM MLA MLAs MD PhD MBA BA BSc MSc PC PCs CD CDs DVD DVDs CCTV IT ICT AI API USB URL HTML PDF WiFi
GPS ISP ISPs SMS SUV SUVs ATM ATMs IPO IPOs GDP GNP VAT FAQ Q&A ID IDs IQ KO TKO RBI MVP VIP VIPs UFO UFOs LGBT LGBTQ NGO NGOs DIY RSVP AKA RIP FYI PDT PST EDT EST CDT CST MDT MST GMT UTC BST IST CEST
CET EET AEST JST HKT EEST MSK SAST km kg KM KG MW GW kW kWh MWh GWh TWh Mt bn mn MB GB TB KB MM CC CO CO2 LLC LLP PPE ICU ER ICBM ICBMs WMD POW POWs GI GIs COVID COVID-19 Covid Covid-19 SARS MERS H1N1 H5N1 OK II III IV VI VII VIII
IX XI XII NB PS RE TBA TBD VS ETA QB RB WR TD TDs RPG RPGs AK UAV UAVs SWAT EMS NA WW1 WW2 WWI WWII USD EUR GBP BTC SPF ESG EV EVs LNG LPG R&D HR PR Rs`.split(
		/\s+/,
	),
);

/** Peoples, faiths and political camps: name | other forms. They are no organisations. */
export const GROUPS = `
Shia|Shias,Shiite,Shiites,Shi'ite,Shi'ites,Shi'a,Shia Muslim,Shia Muslims,Shiite Muslim,Shiite Muslims
Sunni|Sunnis,Sunni Muslim,Sunni Muslims,Sunni Arab,Sunni Arabs
Muslim|Muslims,Moslem,Moslems
Islam|Islamic
Islamist|Islamists
Christian|Christians
Christianity
Catholic|Catholics,Roman Catholic,Roman Catholics
Protestant|Protestants
Orthodox
Evangelical|Evangelicals
Coptic|Copts,Copt
Anglican|Anglicans
Jewish|Jews,Jew
Hindu|Hindus
Sikh|Sikhs
Buddhist|Buddhists
Alawite|Alawites
Druze
Yazidi|Yazidis
Arab|Arabs,Arabic
Hispanic|Hispanics
Latino|Latinos
African American|African Americans,African-American,African-Americans
Roma
Rohingya|Rohingyas
Uyghur|Uyghurs,Uighur,Uighurs
Tutsi|Tutsis
Hutu|Hutus
Tamil|Tamils
Pashtun|Pashtuns
Hazara|Hazaras
Tuareg|Tuaregs
Maori|Māori
Inuit
Communist|Communists
Marxist|Marxists
Maoist|Maoists
Nazi|Nazis
Dalit|Dalits
`;

/** Names that are ordinary words when a headline prints them in capitals ("TURKEY" is kept: the country is meant). */
export const AMBIGUOUS_IN_CAPITALS: ReadonlySet<string> = new Set(
	`reading nice split cork mobile apple meta target intel oracle uber tours brest bath march may fitch dell polish orange essen bari lodz basel
amazon sprint gap ford visa shell total wells cash bloomberg treasury congress telegram salvador moon mars natal`.split(
		/\s+/,
	),
);
