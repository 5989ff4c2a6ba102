/** Word lists that decide whether an ambiguous causal signal is causal, and where an argument ends. All lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs (any form) whose infinitive is their complement, not their purpose: "tried to leave". */
export const CATENATIVE_VERBS = words(`
	try attempt seek want wish hope plan intend aim mean decide choose agree refuse decline fail manage threaten promise
	pledge vow swear offer expect begin start continue cease tend appear seem happen prove come get have need ought use
	like love hate prefer learn forget remember hesitate prepare struggle strive rush hurry vie scramble wait fight
	resolve determine undertake opt elect volunteer consent commit proceed go turn be set due able unable likely
	unlikely ready willing unwilling reluctant bound eager keen poised free afraid entitled force compel oblige require
	order tell ask urge instruct allow permit enable persuade convince encourage invite request command direct
	advise warn remind teach authorise authorize forbid believe say report know think consider understand allege
	rumour rumor suppose schedule slate estimate claim call demand help dare arrange move cause lead prompt drive
	push inspire tempt tipped sentence remain fall belong refer relate pertain listen accord respond lay resort adhere
	subject succumb object react return add appeal apply amount contribute due used dedicate devote
	equip select suspect bother qualify train license licence join
	admit attend attribute confess limit link key face condemn vote contract enough continue deserve assign press loath
`);

/** Verbs whose object is followed by a complement infinitive: "ordered the troops to leave". */
export const OBJECT_CONTROL_VERBS = words(`
	force compel oblige require order tell ask urge instruct allow permit enable persuade convince encourage invite
	request command direct advise warn remind teach authorise authorize forbid want expect need cause lead prompt
	drive push inspire tempt help appeal call like believe consider find make plead beseech implore entreat pressure
	pressurise pressurize summon lobby exhort motivate get press wish trust forcing asking urging ordering telling
	allowing requiring requesting directing prompting leading compelling helping warning
`);

/** Nouns and adjectives whose infinitive is their complement: "the decision to leave", "able to leave". */
export const COMPLEMENT_NOUNS = words(`
	decision plan plans attempt attempts ability right rights failure effort efforts call calls need needs desire threat
	threats promise promises pledge vow refusal willingness readiness permission opportunity chance chances way ways
	proposal move moves bid bids intention intentions order orders request requests appeal appeals offer offers
	commitment obligation power powers authority capacity tendency time place reason reasons freedom mandate duty
	pressure agreement deal vote wish invitation incentive authorization authorisation licence license instructions
	instruction directive determination reluctance inability resolve urge ambition resolution claim option options
	someone something nothing anything everything anyone everyone much enough more less one first last second third
	next only able unable likely unlikely ready willing unwilling reluctant bound eager keen poised free afraid entitled
	set due hard difficult easy impossible possible necessary important good best better happy sad sorry glad proud
	prepared about scheduled expected slated supposed too demand demands ultimatum notice temptation scheme
	responsibility position channel channels evidence proof hand mood role roles interest turn mission strategy trouble
	theme themes means money funds resources courage audacity guts sense room space work duty lot bit cause causes
	potential chance scope provision provisions eligibility qualification tools tool formula ground grounds basis
	history reputation track likelihood risk danger temptation habit pleasure honour honor privilege shame pity
`);

/** Verbs that bring in what somebody says; the clause after them is an argument of its own. */
export const REPORTING_VERBS = words(`
	say tell report claim allege state announce add note argue warn believe think insist maintain contend explain
	declare reveal confirm admit acknowledge deny suggest indicate estimate assert fear hope stress emphasise emphasize
	remark observe write complain concede describe comment reply disclose recall conclude know understand find show
	see feel predict expect threaten demand vow promise ask learn point rage
`);

/** Verbs and nouns of sanction, blame, praise and the like: what follows "for" is the reason. */
export const SANCTION_WORDS = words(`
	arrest arrested arrests detain detained detention hold held jail jailed imprison imprisoned sentence sentenced fine
	fined punish punished punishment criticise criticised criticize criticized criticism condemn condemned
	sue sued lawsuit charge charged convict convicted conviction suspend suspended expel expelled fire fired sack
	sacked dismiss dismissed ban banned penalise penalised penalize penalized rebuke rebuked slam slammed attack
	attacked denounce denounced prosecute prosecuted indict indicted accuse accused thank thanked praise praised award
	awarded reward rewarded apologise apologised apologize apologized apology book booked
	beaten lynched liable sanction sanctioned sanctions
	revenge avenge retaliate retaliated retaliation regret sorry wanted wanted term custody reprimand reprimanded
	castigate castigated chide chided flay flayed hit lambast lambasted targeted target targeting arresting holding
	criticising criticizing condemning jailing suspending hauled pulled summoned questioned question
	executed hanged executed deported extradited impeached booed heckled disqualified demoted tried trial
`);

/** Words of protest, quarrel and attack: what follows "over" or "against" is the grievance. */
export const PROTEST_WORDS = words(`
	protest protests protested protesting demonstration demonstrations demonstrate demonstrated demonstrating rally
	rallies rallied rallying march marched marches strike strikes striking agitation agitations agitate agitating
	agitated dharna bandh hartal sit-in blockade boycott boycotted slogans slogan shouting riot riots rioted rioting
	clash clashes clashed clashing dispute disputes row rows quarrel argument altercation feud fight fights fought
	fighting brawl scuffle tension tensions anger angry outrage fury furious unrest violence criticism criticised
	criticized crisis controversy backlash outcry uproar resign resigned resignation sanctions sanction sanctioned
	arrested arrest sued lawsuit concern concerns concerned worried worry fear fears debate deadlock stand-off standoff
	walkout campaign complaint complaints condemned condemnation questioned stir showdown war battle split rift crossed
	discontent dissatisfaction resentment upset rage petition picket picketed picketing sentenced jailed convicted fined
	charged uprising revolt mutiny trial grilled investigation probe hunger demonstrators protesters suspended sacked
	walked walk walks walking stormed pulled row rowed opposed oppose opposing challenged dismissed called cancelled canceled postponed halted withdrew withdrawn recalled banned scrapped expelled severed
	 opposition movement rampage investigations investigate investigated inquiry inquiries probes lawsuits talks hacked attacked face-off apologised apologized backlash heat flak
`);

/** Words for harm, force, alarm and what ends or breaks off: one of them beside "after", "when" or "as" makes it causal. */
export const EVENTFUL_WORDS = words(`
	killed died dead death deaths injured injuries wounded hurt damaged destroyed burnt burned closed shut suspended
	cancelled canceled postponed delayed halted stopped disrupted stranded evacuated hospitalised hospitalized arrested
	detained collapsed crashed fell plunged rose soared surged dropped slumped tumbled jumped sank resigned quit sacked
	fired fled erupted broke flared escalated tension tense imposed curfew deployed rushed clash clashes clashed riot
	riots violence violent attack attacks attacked protest protests protested strike strikes explosion exploded blast
	blasts bomb bombs earthquake flood floods storm fire shot shooting murder murdered assault assaulted hit struck
	affected paralysed crippled forced banned withdrew withdrawn deteriorated threatened refused failed rejected
	denied lost panic fear fears alarm alarmed anger angry outrage crisis outbreak leak shortage accident
	dispersed lathi lathicharge teargas rubber bullets fired opened pelted stoned clashed turned demanded called
	cut raised increased declined boycotted stopped stayed gathered blocked set hurled beaten threw thrown warned
	filed intensified hampered suffered gained gain slid climbed eased rallied weakened strengthened lost won
	disappeared sank caught burst changed ordered suspended apologised apologized
`);

/** Nouns of time and calendar: after "since", "for", "over", "after" they make a mere point or stretch of time. */
export const TIME_NOUNS = words(`
	second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months year years
	decade decades century centuries today yesterday tomorrow tonight morning afternoon evening noon midnight dawn dusk
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december spring summer autumn winter time times moment while period season quarter
	breakfast lunch dinner christmas easter ramadan now then long all so dark nightfall sunrise sunset midday
`);

/** Pronouns that are people: never events, so never cause or effect by themselves. */
export const PERSON_PRONOUNS = words(
	"i you he she we they him her us them me who whom himself herself themselves itself myself ourselves yourself",
);

/** Nouns for people and bodies that act; a subject headed by one is an agent, not an event. */
export const AGENT_NOUNS = words(`
	police officials official government governments authorities authority minister ministers president court courts
	judge judges army military troops forces force soldiers soldier rebels militants militant protesters protester
	demonstrators workers worker union unions company companies firm firms bank banks people residents resident men man
	women woman students student teachers teacher farmers farmer leader leaders party parties lawmakers senators
	spokesman spokeswoman spokesperson council committee commission board parliament congress senate administration
	agency agencies department ministry regulator regulators investors traders firefighters crews officers officer
	guards guard activists activist members member team teams group groups mob crowd crowds gunmen gunman attackers
	attacker villagers voters candidates candidate opposition coalition regime city state states country countries
	nation nations prosecutors prosecutor lawyers lawyer doctors doctor nurses drivers driver club clubs league
	federation association airline airlines operator operators carmaker manufacturer supplier suppliers owner owners
	chief director manager coach secretary governor mayor premier chancellor king queen prince pope navy fleet
	organisers organizers rescuers scientists researchers experts economists analysts critics supporters families
	family parents children couple suspect suspects defendant jury cabinet delegation diplomats ambassador envoy
	representatives representative commander general institute university school hospital factory plant
`);

/** Denial before or around a claim turns it around: "denied that", "rejected claims that", "no evidence that". */
export const DENIAL_VERBS = words("deny reject dismiss refute dispute rebut contradict disprove");

/** Words between "be" and the signal, or before it, that negate the causal claim itself. */
export const NEGATIONS = words("not n't never neither nor hardly no without");

/** Hedges near the signal, by strength. */
export const POSSIBLE_HEDGES = words("may might could possibly perhaps allegedly alleged suspected");
export const PROBABLE_HEDGES = words(
	"likely probably apparently apparent seemingly reportedly presumably believed thought partly",
);

/** Adverbs that lean on a signal and belong to neither argument: "largely because", "allegedly over". */
export const SIGNAL_ADVERBS = words(`
	allegedly apparently reportedly mainly largely partly primarily mostly chiefly principally simply only just merely
	possibly probably perhaps especially particularly solely purely ostensibly presumably directly indirectly partially
	soon shortly immediately days hours weeks months minutes even also in part
`);

/** Conjunctions that open a new clause, apart from relative pronouns. */
export const CLAUSE_OPENERS = words(`
	because while when whereas although though if unless until till since before after as that whether once wherever
	whenever
`);

export const RELATIVE_PRONOUNS = words("which who whom whose that where");
export const COORDINATORS = words("and but or nor yet");

/** Opens a sentence that points back with its first words: "This led to", "The move came after". */
export const ANAPHORS = words("this that these those it which");

/** The word before a bare infinitive, the word before the agent of a passive, and forms of the copula. */
export const INFINITIVE_MARKER = "to";
/** Nouns that are led somewhere by people: the infinitive behind them is their aim, not what came of the leading. */
export const PURSUITS = words(`
	talks effort efforts campaign campaigns race fight bid bids drive push charge way call calls search protest protests
	march rebellion coup war investigation inquiry mission project team coalition movement struggle operation opposition
`);
/** Two words that bring in an example. */
export const EXAMPLE_WORDS: ReadonlySet<string> = new Set(["such as"]);
/** Verbs that can mean to guide as well as to bring about. */
export const GUIDING_VERBS = words("lead push drive");
/** Nouns whose "for" brings in what they are after, not what they answer. */
export const GOAL_NOUNS = words(`
	preparation preparations plan plans need needs hope hopes call calls demand demands search hunt bid bids talks
	support deadline date date room space money fund funds time chance permission request requests appeal appeals
	responsibility vote votes candidate candidates respect love desire wish market markets
`);
/** Before a noun these single it out: an infinitive behind it says by what ("the first ship to pass"). */
export const RANKING_WORDS = words("first second third last only next latest sole best worst most least");
export const SUPERLATIVE_ENDINGS: readonly string[] = ["est"];
/** Present participles that stand before their noun ("falling demand"), so that they open no clause of their own. */
export const MODIFYING_PARTICIPLES = words(`
	falling rising growing mounting soaring increasing declining crumbling ageing aging missing remaining ongoing
	continuing existing lasting leading leaking failing rotting burning flooding melting shrinking widening worsening
	slowing surging sinking approaching advancing passing lingering simmering running spiralling spiraling looming
`);
/** A clause behind these has not come true. */
export const UNREAL_OPENERS = words("until till unless if whether");
/** Nouns for what would show a claim to be true: "no evidence that". */
export const EVIDENCE_NOUNS = words(`
	evidence proof sign signs indication indications suggestion suggestions hint hints reason basis grounds
`);
/** Nouns for a tie between two happenings: "no link between A and B". */
export const LINK_NOUNS = words("link links connection connections relation relationship tie ties correlation");
/** Between the ends of a tie. */
export const BETWEEN = words("between");
/** Words before a noun that say there is none. */
export const NONE_WORDS = words("no little zero");
/** Brings in what holds instead of what was denied. */
export const CONTRAST_WORDS = words("but");

/** Brings in the subject of an infinitive ("waited for the noise to stop"). */
export const INFINITIVE_SUBJECT_MARKER = "for";
export const AGENT_MARKER = "by";
export const COPULAS = words("be is are was were been being 's 're am");
export const COMPLEMENTIZER = "that";

/** A participle after one of these is a gerund inside a phrase ("after killing", "the killing"), no clause of its own. */
export const GERUND_GOVERNORS = words(
	"'s ’s after before by for in of without while since despite on from with than as when not if and or about against into at",
);

/** Short for the sentence before: "This led to", "The move came after". */
export const ANAPHORIC_NOUNS = words("move step development moves steps developments");

/** Main verbs that tell a state: an infinitive beside them says what something is like, not what it is done for. */
export const STATIVE_VERBS = words(
	"be have fail lack need remain seem own contain possess retain hold enjoy mean belong",
);

/** Verbs with "over" as their particle ("hand over"): what follows is an object. */
export const PARTICLE_VERBS = words(
	"hand take turn run roll win bowl fall go carry boil pass sign knock topple cross fly stay lean look",
);

/** Words of protest that "against" completes with the grievance; what violence is turned against is a victim. */
export const GRIEVANCE_WORDS = words(`
	protest protests protested protesting demonstration demonstrations demonstrated demonstrate demonstrating rally
	rallies rallied rallying march marched marching strike strikes agitation agitations agitating agitated dharna bandh
	hartal sit-in slogans slogan anger outrage fury uproar outcry backlash campaign campaigning stir walkout picket
	petition complaint complaints resentment uprising revolt appeal appealed boycott fast raged blockade procession
	struck movement rebel rebelled
`);

/** Nouns that name a happening or a force of nature: what can cause, be caused or be prevented. */
export const EVENT_NOUNS = words(`
	renewal arrival burial reversal survival revival denial betrayal proposal mission missions journey trip trips voyage
	season games tournament exam exams exercises festival parade plot plots scheme walkouts cutback bonuses
	trouble troubles problem problems abuse accident aftershock agreement airstrike airstrikes ambush announcement appeal approval arrest arrests arson
	assassination assault attack attacks auction award ban bankruptcy battle blackout blast blasts blaze blizzard blockade
	bloodshed bombing bombings bombardment boycott brawl breach breakdown breakout burglary campaign cancellation carnage
	ceasefire ceremony chaos clash clashes closure closures coalition collapse collision complaint concert concern
	confrontation conflict congestion contamination controversy conviction coup crackdown crash crashes crime crisis
	criticism cut cuts cutbacks cyberattack cyclone damage deadlock deal death deaths debate debt decision decline default
	defeat defection delay delays deletion delivery deliveries demand demonstration demonstrations departure deployment
	depression derailment destruction detention devaluation disaster discovery discrimination dismissal dispute
	disruption disruptions downgrade downturn drop drought earthquake earthquakes election elections embargo epidemic
	error escalation eruption evacuation evacuations execution exercise exodus expansion explosion explosions expulsion
	failure failures fall famine fault fear fears fight fighting findings fine fire fires firing flight flights flood
	flooding floods fraud freeze frost game goal growth gunfight gunfire halt hack heatwave hijacking hike hikes
	hostilities hunger hurricane incident incidents incursion increase indictment infection infections inflation inquiry
	intervention invasion investigation investment job-cuts kidnapping killing killings landslide landslides launch law
	layoff layoffs lawsuit leak leaks lockdown lockout looting loss losses lynching march massacre match measures meeting
	merger migration mismanagement misconduct mistake move murder murders mutiny negligence negotiations neglect
	offensive operation operations order outage outages outbreak outcry outflow outrage overheating pandemic panic
	partition payment penalty plan plans poisoning policy pollution power-cut presence pressure production project protest
	protests provocation pullout purchase quake quarantine race raid raids rain rainfall rains rally rallies rampage ransom
	rebellion recall recalls recession redundancies referendum reform reforms refusal rejection release remarks removal
	repairs report resignation resolution restrictions retaliation revelation revolt revolution riot riots rise rivalry
	robbery rout row rule ruling rumour rumours rumor rumors sabotage sale sales sanctions scandal scare search seizure
	sentence service services shelling shipment shipments shooting shootings shortage shortages shortfall shutdown siege
	slowdown slump snow snowfall spending spill spillage stabbing stampede stand-off standoff starvation statement storm
	storms strike strikes suicide summit surge suspension suspicion talks tariff tariffs tension tensions terrorism test
	tests theft threat threats thunderstorm tornado torture tour traffic tragedy transfer treatment treaty tremor trial
	tsunami turmoil turnout typhoon unemployment unrest uprising vaccination verdict violence virus visit vote vote-rigging
	voting walkout war wars warning wave weather wildfire wildfires win withdrawal withdrawals work wreck explosion event
	events talks round leakage contamination downpour heat cold wind winds lightning fog ice fuel prices price costs cost
	bomb bombs missile missiles bullet bullets lack absence dissatisfaction anger discontent frustration weakness fallout
	response retaliation reaction handling programme program evacuation takeover boom bust bailout bid surplus deficit glut famine malnutrition exposure
	negligence malfunction defect defects bug glitch outflows inflows trial hearing vote publication broadcast cancellation
	victory defeat draw injury injuries ban qualification relegation promotion suspension postponement extradition
	deportation death-toll exports imports export import supply supplies output construction use spread transmission
`);

/** After these an infinitive tells what was in fact done ("was forced to suspend"). */
export const IMPLICATIVE_VERBS = words("force compel oblige manage have");

/** Endings of nouns made from verbs. */
export const EVENT_SUFFIXES: readonly string[] = ["tion", "sion", "ment", "ing", "ings", "tions", "sions", "ments"];

/** Before "as" these make it a preposition or a comparison. */
export const AS_GOVERNORS = words(
	"such same as known seen described identified regarded named viewed treated act acting served working work dubbed so even just",
);
/** After "as" these make it a preposition or a comparison. */
export const AS_COMPLEMENTS = words("per well soon long far many much few of to if though for usual part");

/** After an object these say what became of it ("left thousands without power"). */
export const RESULT_WORDS = words("without dead homeless behind");

/** Nouns of fear, pressure and unrest: what comes "amid" them comes from them. */
export const PRESSURE_NOUNS = words(`
	fear fears concern concerns worry worries anxiety pressure pressures tension tensions anger outrage protest protests
	criticism shortage shortages crisis unrest violence fighting speculation scandal backlash calls doubts uncertainty
	slump recession inflation panic outcry
`);

export const QUESTION_WORDS = words("what who whatever whoever how why");
/** Nouns for a claim that can be denied: "rejected suggestions that". */
export const CLAIM_NOUNS = words(
	"claim claims suggestion suggestions report reports allegation allegations accusation accusations idea notion theory assertion assertions rumour rumours rumor rumors speculation charge charges",
);

export const PROGRESSIVE_ENDINGS: readonly string[] = ["ing"];

/** Verbs that tell no happening of their own: what happens is told by their complement, or the clause after them. */
export const EMPTY_VERBS = words(`be have do say tell will would could should may might can must`);
