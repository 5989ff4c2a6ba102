import type { EventType } from "../analysis.js";

/** English words that decide whether a clause tells a happening, how real it is and which role it has. */

/** States, relations and attitudes: no happening, whatever the tense. */
export const STATE_VERBS: ReadonlySet<string> = new Set(
	(
		"be have seem appear remain stay contain include comprise consist belong own possess like love hate want need wish prefer know think believe " +
		"understand mean matter depend deserve exist resemble concern involve relate represent reflect constitute equal cost weigh lie stand sit live " +
		"reside hope fear doubt suppose imagine remember forget regret trust envy lack owe fit suit differ vary range tend continue keep feel look " +
		"sound taste smell see hear watch justify oblige deem consider regard call know dub codename title describe characterize characterise " +
		"estimate expect await intend try attempt seek aim hope work serve act function use do get let can will shall may must should could would might " +
		"demonstrate show indicate suggest imply illustrate symbolize symbolise signify follow precede base locate situate border surround face " +
		"specialize specialise study read count measure number total average amount cite note add say tell explain argue state quote write describe " +
		"play mention compare accord date stem derive hinge rely require entitle enable ensure help afford manage fail"
	).split(" "),
);

/** Participles of naming and placing describe ("a ship named Vega"). */
export const STATIVE_PARTICIPLES: ReadonlySet<string> = new Set(
	"name call dub know base locate title codename".split(" "),
);
/** Verbs whose gerund behind a comma tells what a happening came to: "exploded, killing 11", "fell, leaving 14 dead". */
export const OUTCOME_VERBS: ReadonlySet<string> = new Set("kill injure wound hurt leave maim displace".split(" "));
/** Verb and noun that tell a happening only together: "took office", "came into force". */
export const LIGHT_PHRASES: ReadonlyMap<string, EventType> = new Map([
	["take office", "ELECTION"],
	["take power", "COERCE"],
	["take effect", "AGREE"],
	["come effect", "AGREE"],
	["go effect", "AGREE"],
	["enter force", "AGREE"],
	["come force", "AGREE"],
	["go force", "AGREE"],
	["come power", "ELECTION"],
]);
/** Nouns that are something else behind "on": "went on strike". */
export const STRIKES: ReadonlyMap<string, EventType> = new Map([["strike", "PROTEST"]]);
export const STRIKE_PREPOSITIONS: ReadonlySet<string> = new Set(["on"]);
/** Nouns of speech and blame: to deny one is to deny what it says, not that it was said. */
export const SPEECH_TYPES: ReadonlySet<string> = new Set("STATEMENT DISAPPROVE DEMAND THREATEN DISCLOSE".split(" "));
/** Nouns whose "of" names who or what it befell or who did it: "the collapse of the bridge", "the visit of the king". */
export const INTRANSITIVE_NOUNS: ReadonlySet<string> = new Set(
	(
		"collapse death resignation departure arrival rise fall visit retirement return retreat withdrawal growth decline crash explosion " +
		"eruption landing outbreak spread failure closure appearance disappearance suicide flight escape march speech strike protest"
	).split(" "),
);

/** Verbs too vague to tell a happening by themselves: only dated, in a background or as the news. */
export const VAGUE_VERBS: ReadonlySet<string> = new Set(
	(
		"take make give hold find reach bring move pass ask set appear enter drive award rule choose decide become complete create establish record " +
		"begin start stop continue finish end happen occur emerge face cause lead result break replace post feed share join speak host question " +
		"travel return arrive develop admit sign play produce install miss succeed cross write film star cast title beat save rise gain"
	).split(" "),
);
/** A participle behind one of these tells a state: "remain trapped", "stay closed". */
export const STATIVE_LINKS: ReadonlySet<string> = new Set(
	"remain stay keep lie stand sit feel seem appear look".split(" "),
);
/** Nouns that only link, with the preposition behind them: "in retaliation for". */
export const LINKING_NOUNS: ReadonlySet<string> = new Set(
	"retaliation response reaction result wake revenge answer cause consequence".split(" "),
);

/** State verbs that tell a happening when dated or in the lead ("the ministry accused"). */
export const WEAK_VERBS: ReadonlySet<string> = new Set(
	"face seek try attempt fail help follow show appear call write continue use manage study read serve work".split(" "),
);

/** Verbs that link events and tell none of their own: the claim reader's. */
export const CAUSAL_VERBS: ReadonlySet<string> = new Set(
	"cause lead result trigger spark prompt provoke stem contribute ignite fuel enable prevent precipitate engender bring".split(
		" ",
	),
);

/** Verbs of change of phase or manner: the event is the verb or noun they govern ("began to withdraw"). */
export const PHASE_VERBS: ReadonlySet<string> = new Set(
	"begin start continue stop cease keep resume commence proceed finish end".split(" "),
);

/** Verbs whose infinitive is the plan: "plans to send", "vowed to strike". */
export const PLAN_VERBS: ReadonlySet<string> = new Set(
	(
		"plan intend prepare aim promise pledge vow agree decide want hope seek threaten propose expect consider schedule order ask urge call demand " +
		"offer commit swear wish try attempt be"
	).split(" "),
);
/** Verbs whose infinitive tells what did happen: "forced the airline to cancel", "managed to escape". */
export const IMPLICATIVE_VERBS: ReadonlySet<string> = new Set(
	"force manage help cause lead compel allow enable go continue begin start prompt bring get use oblige have happen".split(
		" ",
	),
);
/** Verbs whose infinitive did not happen: "failed to stop", "refused to leave". */
export const NEGATIVE_VERBS: ReadonlySet<string> = new Set(
	"fail refuse decline neglect forget forbid avoid prevent stop".split(" "),
);

/** Verbs that carry nothing when their object names the event: "held talks", "launched an attack". */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
	(
		"launch hold give take make stage conduct mount begin start open hold carry have do suffer undergo face issue perform commit " +
		"deliver wage undertake sustain complete initiate execute reach sign lead file impose place put announce go come"
	).split(" "),
);

/** Light verbs of motion take their noun behind a preposition only. */
export const LIGHT_MOTIONS: ReadonlySet<string> = new Set(["go", "come"]);
/** Prepositions between a light verb and its noun ("went on strike", "came under attack"). */
export const LIGHT_PREPOSITIONS: ReadonlySet<string> = new Set(["on", "under", "into"]);

/** Nouns that only sometimes name an event; they need an argument, a date or a determiner of their own. */
export const WEAK_NOUNS: ReadonlySet<string> = new Set(
	(
		"exercise decision order statement charge review address remark match race promise talk deal agreement threat warning concern relief " +
		"exchange defence praise tribute search appeal request demand sale purchase investment rise fall drop cut increase decline move transfer " +
		"victory win loss defeat injury casualty penalty fine inflation criticism complaint support " +
		"conference discussion dialogue plea poll ballot debut race failure release recognition approval launch extension " +
		"drill infection exposure publication play plot preparation speech remark"
	).split(" "),
);

/** Before a noun these say that it has not happened: "planned", "possible". */
export const FORESEEN_ADJECTIVES: ReadonlySet<string> = new Set(
	"planned upcoming forthcoming future possible potential imminent proposed expected scheduled looming threatened impending coming next".split(
		" ",
	),
);
export const UNCERTAIN_ADJECTIVES: ReadonlySet<string> = new Set(
	"alleged possible potential suspected reported apparent supposed purported likely rumoured rumored attempted".split(
		" ",
	),
);
/** Nouns and prepositions before an event noun that say it has not happened: "threat of an attack", "ahead of the vote". */
export const FORESEEN_GOVERNORS: ReadonlySet<string> = new Set(
	"threat risk plan possibility fear prospect preparation danger chance likelihood warning call demand".split(" "),
);

/** Verbs of refusing, which are happenings themselves. */
export const REFUSALS: ReadonlySet<string> = new Set("refuse decline".split(" "));
/** Connectives a title does not start with. */
export const LEADING_CONNECTIVES: ReadonlySet<string> = new Set(
	(
		"and but or so yet however meanwhile moreover also then thus therefore nevertheless still that because after before when while as since " +
		"although though if once until whereas whether meanwhile earlier later separately"
	).split(" "),
);

/** Prepositions that place an event. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(
	"in at near on outside inside off across over around within".split(" "),
);
/** Prepositions that continue a nominal event's phrase. */
export const NOMINAL_PREPOSITIONS: ReadonlySet<string> = new Set(
	"of on in at by against about between from with for to into near over across outside within".split(" "),
);
/** Prepositions in front of what a nominal event is done to, and by. */
export const RECIPIENT_PREPOSITIONS: ReadonlySet<string> = new Set("of on against at to into with".split(" "));
export const AGENT_PREPOSITIONS: ReadonlySet<string> = new Set(["by", "from", "between"]);
export const DEFINITE_WORDS: ReadonlySet<string> = new Set(
	"the this that these those its his her their our my your".split(" "),
);
export const INDEFINITE_WORDS: ReadonlySet<string> = new Set(
	"a an some any no another every each several many few".split(" "),
);
/** With these the noun names nothing that happened: "no attack". */
export const NEGATIVE_DETERMINERS: ReadonlySet<string> = new Set(["no", "any", "neither"]);
export const NEGATIVE_PREPOSITIONS: ReadonlySet<string> = new Set(["without", "barring"]);

/** Modals under which an event may be or not be; the others tell a plan or a duty. */
export const UNCERTAIN_MODALS: ReadonlySet<string> = new Set(["may", "might", "could", "can"]);
export const PLANNED_MODALS: ReadonlySet<string> = new Set(["would", "should", "must", "ought", "shall"]);

/** Events that say a happening is put off or dropped, by lemma: the happening's own status. */
export const POSTPONING_VERBS: ReadonlySet<string> = new Set("postpone delay defer reschedule adjourn".split(" "));
export const CANCELLING_VERBS: ReadonlySet<string> = new Set("cancel scrap abandon shelve abort".split(" "));

/** With an event as subject these say that it took place: "the trial began", "a fire broke out". */
export const OCCURRENCE_VERBS: ReadonlySet<string> = new Set(
	"occur happen erupt ensue unfold end begin start resume continue flare".split(" "),
);
/** The same in two words. */
export const OCCURRENCE_PHRASES: ReadonlySet<string> = new Set(["break out", "take place", "get underway", "go ahead"]);
/** Verbs of intention that carry a plan and are none of its events. */
export const PLAN_CARRIERS: ReadonlySet<string> = new Set(
	"plan intend prepare aim want hope seek expect consider propose try attempt wish".split(" "),
);
/** Nouns whose infinitive is a plan: "the decision to send". */
export const PLAN_NOUNS: ReadonlySet<string> = new Set(
	"decision plan agreement order bid attempt effort proposal intention promise pledge vow threat offer deal request demand call move".split(
		" ",
	),
);
/** Prepositions that make a bare event noun one happening ("after protests"). */
export const BARE_GOVERNORS: ReadonlySet<string> = new Set(
	"after following amid during before over despite since".split(" "),
);
/** Words that say what stands behind them came first. */
export const PRECEDING_WORDS: ReadonlySet<string> = new Set(
	"after following because since despite although though once over amid".split(" "),
);
/** The same in two words before a noun phrase. */
export const PRECEDING_PAIRS: ReadonlySet<string> = new Set([
	"due to",
	"because of",
	"response to",
	"result of",
	"retaliation for",
	"revenge for",
	"reaction to",
	"wake of",
	"aftermath of",
	"owing to",
	"thanks to",
	"days after",
	"answer to",
	"protest at",
	"protest against",
	"anger over",
	"anger at",
]);
/** "it became known that": the date of the clause is that of what it brings. */
export const EMERGENCE_VERBS: ReadonlySet<string> = new Set("become emerge transpire turn".split(" "));
/** Types of verbs that share their date with the event that is their subject ("an explosion killed 11 on Thursday"). */
export const IMPACT_TYPES: ReadonlySet<string> = new Set(["ASSAULT", "ACCIDENT", "NATURAL"]);
/** Openers under which a clause happens together with its main clause and shares its date. */
export const SIMULTANEOUS_OPENERS: ReadonlySet<string> = new Set(["when", "as", "while", "where"]);
/** Behind a date these open what happened then ("on 2 May, when the roof fell"). */
export const TIME_OPENERS: ReadonlySet<string> = new Set(["when"]);
/** A nominal behind one of these holds what its verb tells: they share their date ("died in the raid on Monday"). */
export const CONTAINING_PREPOSITIONS: ReadonlySet<string> = new Set(["in", "during", "at", "by"]);
/** Types of verbs about a happening told before, which has a date of its own. */
export const RECALLING_TYPES: ReadonlySet<string> = new Set(["DISAPPROVE", "INVESTIGATE", "STATEMENT"]);
/** Pairs before a number, the second of which the noun phrase may hold already ("at least five people"). */
export const QUANTIFIERS: ReadonlySet<string> = new Set([
	"at least",
	"at most",
	"more than",
	"less than",
	"fewer than",
	"up to",
	"as many",
	"many as",
]);
/** Words that end such a pair and do not stand without its first one. */
export const QUANTIFIER_TAILS: ReadonlySet<string> = new Set("than least most to as many".split(" "));
/** Words before a number that belong to it. */
export const APPROXIMATORS: ReadonlySet<string> = new Set(
	"about nearly almost around over roughly some than least to as".split(" "),
);
/** Openers of conditions. */
export const CONDITIONAL_OPENERS: ReadonlySet<string> = new Set(["if", "unless", "whether", "lest"]);
/** Prepositions before a date that only bound the happening. */
export const BOUNDING_PREPOSITIONS: ReadonlySet<string> = new Set(
	"since until till before after by from through for of to between and".split(" "),
);
/** Types whose "at" and "on" aim rather than place ("fired missiles at Israel"). */
export const AIMING_PREPOSITIONS: ReadonlySet<string> = new Set(["at", "on"]);
/** A preposition that always aims. */
export const HOSTILE_PREPOSITION = "against";
export const AIMING_TYPES: ReadonlySet<string> = new Set(
	"ASSAULT COERCE SANCTION DISAPPROVE THREATEN MOBILIZE DEMAND".split(" "),
);
/** Nouns whose "of" names the place they are ("the territory of Iran"). */
export const REGION_NOUNS: ReadonlySet<string> = new Set(
	"territory soil city town village region province state district capital port coast outskirts north south east west suburb island border area".split(
		" ",
	),
);
