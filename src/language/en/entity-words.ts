/** Words by which a name shows what it names. All lower case; looked for as a word of the name. */

/** A name that ends in one of these, or holds one before "of" or "for", is an organisation. */
export const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(
	`academy administration advisers advisors agencies agency air airlines airways alliance army artillery assembly assn. association associates authority bank bancorp board
brigade brigades broadcaster broadcasting bundesbank bureau cabinet cartel center centers centre chamber church club co co. coalition collective college
command commission committee communications company confederation congress consortium constabulary corp corp. corporation corps
council court courts crescent cross department dept. directorate division electronics embassy energy entertainment enterprises exchange foods federation fleet force forces
foundation front fund government group guard guards guild holding holdings house inc inc. industries institute institution insurance
intelligence international investments jihad kg labs laboratory laboratories league ltd ltd. llc llp legislature magistrates media micro militia ministry
mission monitor motor motors movement navy network news ngo observatory office oil organisation organization orchestra pact parliament patrol
partners partnership party petroleum pharmaceuticals pictures plc police post power press programme railways regiment republicans resistance
reserve school secretariat securities senate service services society squad squadron station steel stores studios survey syndicate systems taskforce
technologies telecom telegraph times tribune treasury tribunal trust union unit university ventures watch watchdog workers ag gmbh sa s.a. spa nv ab oy`.split(
		/\s+/,
	),
);

/** A name that ends in one of these is a building or a built place. */
export const FACILITY_HEADS: ReadonlySet<string> = new Set(
	`airport airfield airbase arena barracks base basilica bridge building camp casino castle cathedral cemetery clinic courthouse dam
dockyard embassy factory fort gallery garden gardens gate gateway hall harbor harbour highway hospital hotel inn jail mall mansion memorial mine monument mosque museum
motorway palace park pipeline plant plaza port prison reactor refinery reservoir resort road room shipyard shrine square stadium
street subway synagogue temple terminal theater theatre blvd blvd. ave ave. st. rd. tower towers tunnel villa wall zoo avenue boulevard crossing checkpoint`.split(
		/\s+/,
	),
);

/** A name that ends in (or begins with) one of these is a feature of the earth. */
export const LOCATION_HEADS: ReadonlySet<string> = new Set(
	`basin bay beach canal canyon cape channel coast continent creek delta desert falls fjord forest glacier gulf heights
hill hills island islands isles lake lakes mount mountain mountains ocean pass peninsula plain plateau reef ridge river sea shoal strait straits
subcontinent valley volcano region coastline rainforest`.split(/\s+/),
);

/** A name that ends in one of these is a unit of government. */
export const GPE_HEADS: ReadonlySet<string> = new Set(
	`province state county city town village district municipality oblast governorate emirate republic kingdom
territory parish borough prefecture raion township pradesh nadu voivodeship canton`.split(/\s+/),
);

/** A name with one of these is an event, a law, an award or the like. */
export const OTHER_HEADS: ReadonlySet<string> = new Set(
	`war wars battle revolution uprising intifada spring olympics games cup championship championships series bowl prix open summit accord
accords treaty agreement act bill law amendment constitution plan operation prize award awards hurricane typhoon cyclone storm earthquake tsunami
festival day week month year holocaust crisis protocol resolution referendum election elections covenant pact doctrine affair scandal
convention charter declaration initiative project program league conference`.split(/\s+/),
);

/** Nouns in the plural by which teams are called ("Tampa Bay Buccaneers", "the Saints"). */
export const TEAM_WORDS: ReadonlySet<string> = new Set(
	`49ers aces aggies angels astros athletics badgers bearcats bears beavers bengals bills blackhawks blazers bluejays bobcats braves
brewers broncos browns bruins buccaneers buckeyes bucks bulldogs bulls canadiens canucks capitals cardinals cavaliers celtics chargers chiefs
clippers colts commanders cougars cowboys coyotes cubs cyclones diamondbacks dodgers dolphins ducks eagles falcons flames flyers gators
giants grizzlies gunners hawks hawkeyes heels hoosiers hornets huskies islanders jaguars jays jets kings knicks lakers lions
longhorns mariners marlins mavericks mets nationals nets nuggets oilers orioles pacers packers padres panthers patriots pelicans
penguins phillies pirates pistons predators raiders rams rangers raptors ravens redskins reds rockets rockies royals saints seahawks
seminoles senators sharks sixers sooners sox spartans spurs steelers suns supersonics tarheels texans tigers timberwolves titans
trojans twins vikings warriors whitecaps wildcats wizards wolverines yankees rovers wanderers hotspur albion springboks wallabies proteas`.split(
		/\s+/,
	),
);

/** Words that open the name of an organisation: what follows belongs to it ("Air France", "Banco Santander"). */
export const ORGANIZATION_OPENERS: ReadonlySet<string> = new Set(
	`air banco banca banque caisse crédit credit société societe grupo groupe gruppo fc ac afc radio télévision atletico atlético real sporting
olympique dynamo dinamo spartak inter bayern borussia parti partido partito deutsche nippon royal imperial telecom télécom cbs nbc abc`.split(
		/\s+/,
	),
);

/** Words before a number that make a name with it ("Flight 610", "Highway 1"). */
export const NUMBERED_WORDS: ReadonlySet<string> = new Set(["flight", "highway", "interstate", "route", "channel"]);

/** Nouns written small after the name of a person ("the Obama administration"). */
export const PERSON_FOLLOWERS: ReadonlySet<string> = new Set(
	"administration presidency campaign era aide aides family loyalist loyalists loyalty allies ally supporters biography memoir".split(
		" ",
	),
);

/** Kinds of places: before "of" and a name ("the town of Gori"), or right behind a name ("Kunduz province"). */
export const PLACE_KINDS: ReadonlySet<string> = new Set(
	`town city village province district region county island peninsula suburb suburbs municipality governorate prefecture neighborhood neighbourhood
borough enclave commune township capital oblast state territory valley`.split(/\s+/),
);

/** Names a place behind its name ("Zamfara state"), if less surely: it is an adjective too. */
export const PLACE_KIND_ADJECTIVE = "state";

/** Kinds of places that are features of the earth. */
export const NATURE_KINDS: ReadonlySet<string> = new Set(["island", "peninsula", "valley"]);

/** Kinds of places that name a place only behind "of": "the China state" and "the Enron territory" name none. */
export const PLACE_KINDS_AFTER_OF: ReadonlySet<string> = new Set(["state", "territory", "capital", "city", "valley"]);

/** Offices before "of" and the name of a place ("the mayor of Gori"). */
export const PLACE_OFFICES: ReadonlySet<string> = new Set(
	"mayor governor king queen sultan emir prefect streets outskirts people capital".split(" "),
);

/** Verbs, by their base form, whose object is a place. */
export const PLACE_VERBS: ReadonlySet<string> = new Set(
	"visit reach flee bomb shell besiege bombard capture recapture tour".split(" "),
);

/** Participles after a place and a hyphen ("Seattle-based"). */
export const PLACE_PARTICIPLES: ReadonlySet<string> = new Set(["based", "born", "bound", "area", "headquartered"]);

/** Words written small behind a hyphen that make an adjective of a name ("Chiang Kai-shek" has none of them). */
export const HYPHEN_ENDINGS: ReadonlySet<string> = new Set(
	`based born bound area led run made style type class side era owned backed linked listed wide like built held funded trained
aligned sized bred only free time long term old year wing ready most plus up off on and or the of to for`.split(/\s+/),
);

/** Those who own an office or a club ("Attorney's Office", "Sam's Club"): the name goes on behind the possessive. */
export const POSSESSIVE_OPENERS: ReadonlySet<string> = new Set(
	`attorney attorneys general sheriff coroner governor mayor prosecutor prosecutors minister president king queen prince people women men children workers farmers
sam valentine st. saint lord macy mcdonald lloyd moody king's guy's peoples teachers doctors nurses soldiers veterans bishop`.split(
		/\s+/,
	),
);

/** Heads of names that are shortened to what stands before them ("Lehman" for "Lehman Brothers"). */
export const SHORTENABLE_HEADS: ReadonlySet<string> = new Set(
	`airlines airways air motors motor foods brothers holdings holding inc inc. corp corp. company co co. ltd ltd. plc ag industries technologies electronics
pharmaceuticals petroleum energy capital entertainment systems steel partners telecom stores studios pictures group securities enterprises`.split(
		/\s+/,
	),
);

/** The possessive ending. */
export const POSSESSIVE_ENDINGS: ReadonlySet<string> = new Set(["'s", "’s", "'", "’"]);

/** Names by which a capital word with a period is a state, behind a comma: as printed, the state. */
export const STATE_ABBREVIATIONS = `Ala.:Alabama Ariz.:Arizona Ark.:Arkansas Calif.:California Cal.:California Colo.:Colorado Conn.:Connecticut Del.:Delaware Fla.:Florida Ga.:Georgia
Ill.:Illinois Ind.:Indiana Kan.:Kansas Kans.:Kansas Ky.:Kentucky La.:Louisiana Md.:Maryland Mass.:Massachusetts Mich.:Michigan Minn.:Minnesota Miss.:Mississippi Mo.:Missouri
Mont.:Montana Neb.:Nebraska Nev.:Nevada N.H.:New_Hampshire N.J.:New_Jersey N.M.:New_Mexico N.Y.:New_York N.C.:North_Carolina N.D.:North_Dakota Okla.:Oklahoma Ore.:Oregon
Pa.:Pennsylvania R.I.:Rhode_Island S.C.:South_Carolina S.D.:South_Dakota Tenn.:Tennessee Tex.:Texas Vt.:Vermont Va.:Virginia Wash.:Washington_state W.Va.:West_Virginia
Wis.:Wisconsin Wyo.:Wyoming D.C.:Washington Ont.:Ontario Que.:Quebec B.C.:British_Columbia Alta.:Alberta CA:California NY:New_York TX:Texas FL:Florida`;

/** Words that open the name of a storm, an operation or the like: what follows belongs to the name. */
export const OTHER_OPENERS: ReadonlySet<string> = new Set([
	"hurricane",
	"typhoon",
	"cyclone",
	"storm",
	"operation",
	"resolution",
	"article",
	"section",
	"chapter",
	"amendment",
	"proposition",
]);

/** Words that open the name of a ship, weapon or vehicle. */
export const PRODUCT_OPENERS: ReadonlySet<string> = new Set([
	"uss",
	"hms",
	"ins",
	"hmas",
	"usns",
	"rms",
	"ss",
	"mv",
	"mt",
	"boeing",
	"airbus",
]);

/** Words, many of other languages, that open the name of a town or a country, unless something else speaks against it. */
export const PLACE_OPENERS: ReadonlySet<string> = new Set(
	`fort port porto puerto rio río san santa santo são sao st. los las nova novi nizhny ciudad villa bad tel khan deir beit bandar umm ras kfar new
alto baja haute basse saint sainte sankt ulan ust stary staraya`.split(/\s+/),
);

/** Words that open the name of a feature of the earth ("Mount Etna", "Lake Chad"). */
export const LOCATION_OPENERS: ReadonlySet<string> = new Set([
	"mount",
	"lake",
	"cape",
	"gulf",
	"strait",
	"isle",
	"river",
	"mt.",
	"mont",
	"monte",
	"sierra",
	"costa",
	"isla",
	"île",
]);

/** Kinds of aircraft, ships, weapons and devices that follow the name of a product in small letters. */
export const PRODUCT_FOLLOWERS: ReadonlySet<string> = new Set(
	`bomber bombers missile missiles rocket rockets jet jets fighter fighters helicopter helicopters drone drones tank tanks rifle rifles
battery batteries system systems warship destroyer frigate submarine carrier airliner airliners phone smartphone tablet laptop console
spacecraft satellite vaccine app software torpedo howitzer launcher launchers tanker tankers freighter ferry trawler yacht vessel cruiser airship`.split(
		/\s+/,
	),
);

/** Kinds of buildings and built places written small after the name of one ("Evin prison"). */
export const FACILITY_FOLLOWERS: ReadonlySet<string> = new Set(
	"crossing prison jail airport airfield airbase dam refinery bridge stadium mosque cathedral hospital hotel mine palace checkpoint barracks shipyard".split(
		" ",
	),
);

/** Nouns written small after the name of an organisation ("the Hamas movement"). */
export const ORGANIZATION_FOLLOWERS: ReadonlySet<string> = new Set(
	`spokesman spokeswoman spokesperson militants militant fighters movement militia group party shares stock store stores executive executives subsidiary ceo
chairman chief lawmaker lawmakers insurgents rebels owner employees customers stations staff`.split(/\s+/),
);

/** Prepositions before the name of a place. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set([
	"in",
	"near",
	"outside",
	"across",
	"around",
	"throughout",
	"toward",
	"towards",
]);

/** The article before the names of organisations and things. */
export const DEFINITE_ARTICLE = "the";

/** The pronoun written with a capital. */
export const FIRST_PERSON = "I";

/** A noun that ends so is most often a plural. */
export const PLURAL_ENDING = "s";

/** Articles before kinds, not names ("a Christian"). */
export const INDEFINITE_ARTICLES: ReadonlySet<string> = new Set(["a", "an"]);

/** Small words behind the head of a name: what follows them belongs to it ("Bank of England", "Center for Studies"). */
export const HEAD_LINKS: ReadonlySet<string> = new Set(["of", "for"]);

/** Links a name to what it is a part of. */
export const PART_LINK = "of";

/** Links two names, or two parts of one. */
export const CONJUNCTION = "and";

/** What stands for "number" before one. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(["no", "no."]);

/** Small words inside the name of an organisation, an event or a place ("Department of Health and Human Services"). */
export const NAME_LINKS: ReadonlySet<string> = new Set(["of", "for", "and", "&"]);

/** Names of days, months and feasts: written with capitals, but times and no entities. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set(
	`monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
mon mon. tue tue. tues tues. wed wed. thu thu. thur thur. thurs thurs. fri fri. sat sat. sun sun.
january february march april may june july august september october november december jan jan. feb feb. mar mar. apr apr. jun jun.
jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. christmas easter ramadan hanukkah diwali thanksgiving passover
am pm a.m. p.m. gmt utc et ct pt est edt pst pdt cet bst ist cest bc ad b.c. a.d. bce ce eid`.split(/\s+/),
);

/** Ordinary words that reports begin sentences and headings with, beyond those the tagger knows to be no nouns. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
	`i a about above according accused activists actually additional additionally after afterwards again against ago aid air all allegedly almost along already also
although always amid among an analysts and another any anyone anything apart apparently are around arrests as aside asked at attacks attackers
authorities background banks based be because been before behind being below besides between beyond big bombings bombs both breaking but by call called
campaigners can cars casualties charges children citizens civilians clashes clearly closing coming companies concerns conditions consequently consumers context control
could countries courts crews critics crowds currently customers data days dead deaths demand despite details did diplomats do doctors does doing down
dozens drivers due during each earlier early earthquake economists economy efforts eight either elections eleven else elsewhere emergency employees employers
end energy engineers especially even eventually every everyone everything evidence exactly except experts explosions exports eyewitnesses families
farmers fears few fewer fighters fighting figures finally financial fire firefighters first five following food for forces foreign former fortunately four
from full further furthermore gas generally given global go going good government governments growth gunmen had half has have having he health helicopters
hence her here heavy high his home hospitals hours houses how however hundreds if images imports in including increasingly indeed inflation initial initially
injuries inside instead insurgents interest investigators investors is it its itself just key last late lately later lawmakers lawyers leaders
least legal less let like likewise little local long looking lots many markets mass maybe meanwhile media medical members men
might migrants militants military millions minister ministers moments months more moreover most mother mr much my national nearby nearly neither never
nevertheless new news next night nine no nobody none nonetheless nor not note nothing now numbers obviously of off officers official officials often oil
old on once one only opponents opposition or order other others otherwise our out outside over overall own parents parliament part particularly parties past
people per perhaps photos please pilots planes plans police political politicians polls poor population power present president prices prior prisoners probably profits
prosecutors protesters protests public purely quite rain rates rather reaction read reading recall recent recently refugees regarding relations relatives
relief remember reporters reports rescue rescuers research researchers residents results right riot roads rumors sales same sanctions schools scientists
scores second security seeing several severe shareholders shares she shelling shops shots should similarly simply since six slowly small so social
soldiers some someone something sometimes soon sources speaking spokesman state states still stocks strikes students subsequently such suddenly suicide
supporters supposedly surely surprisingly survivors suspects sure talks taxes teachers teams ten tens tensions terrorists than thanks that the their them then
there therefore these they thieves things third this those though thousands three through throughout thus to today together tomorrow tonight too
top tourists towards trade traders traffic trains travelers troops trucks twelve twenty two under unemployment unfortunately unions unit unknown unless
unlike until up upon us use usually various vehicles very victims video villagers violence visitors volunteers voters wages war was we weather week
weeks well were what whatever when whenever where whereas wherever whether which while who whoever whole whose why widespread will witnesses with within without women
word words work workers world would yes yesterday yet you young your zero published updated posted photo photos credit staff senior former last rescue heavy angry thousands hundreds mourners`.split(
		/\s+/,
	),
);
