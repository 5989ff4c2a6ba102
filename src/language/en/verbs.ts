/** Words that shape English verb groups and clauses. Mechanism: `phrases/`. */

/** Modal verbs by lemma; "will" is a tense and stands in `FUTURE_AUXILIARIES`. */
export const MODALS: ReadonlySet<string> = new Set([
	"may",
	"might",
	"could",
	"can",
	"should",
	"would",
	"must",
	"ought",
]);
export const FUTURE_AUXILIARIES: ReadonlySet<string> = new Set(["will", "shall"]);
export const NEGATIONS: ReadonlySet<string> = new Set(["not", "n't", "never"]);
export const BE = "be";
/** Its "-ing" form, which the tagger takes for a word of its own. */
export const PRESENT_PARTICIPLE_OF_BE = "being";
export const HAVE = "have";
export const DO = "do";
/** The marker of the infinitive. */
export const INFINITIVE_MARKER = "to";
/** The preposition that joins a noun to the noun before it. */
export const OF = "of";
/** A contraction read as "had" before a past participle ("he'd met"), else as its tagged lemma. */
export const HAD_CONTRACTION = "'d";
/** The modal that "had to postpone" carries: an obligation, told as a fact. */
export const OBLIGATION = "have to";

/** After a form of "be" and before "to": "is set to resign" is one verb group. FUTURE is a tense; others are modals. */
export const PERIPHRASES: Readonly<Record<string, "FUTURE" | "may" | "can" | "cannot">> = {
	going: "FUTURE",
	about: "FUTURE",
	set: "FUTURE",
	due: "FUTURE",
	expected: "FUTURE",
	scheduled: "FUTURE",
	slated: "FUTURE",
	poised: "FUTURE",
	planning: "FUTURE",
	likely: "may",
	unlikely: "may",
	able: "can",
	unable: "cannot",
};

/** Past forms that are no participle ("took"). */
export const PAST_ONLY: ReadonlySet<string> = new Set(
	(
		"arose awoke ate became began bit blew broke chose came did drew drank drove fell flew forbade forgot forgave froze " +
		"gave went grew hid knew lay mistook outgrew overcame overran overthrew oversaw overtook ran rang rose sang sank saw shook shrank " +
		"spoke sprang stole swam swore took tore threw underwent undertook was were withdrew woke wore wrote rode"
	).split(" "),
);

/** Participles that are no past ("taken"); "come", "run" and "become" are bases too and are read by their place. */
export const PARTICIPLE_ONLY: ReadonlySet<string> = new Set(
	(
		"arisen awoken eaten begun bitten blown broken chosen done drawn drunk driven fallen flown forbidden forgotten forgiven frozen " +
		"given gone grown hidden known lain mistaken overthrown overseen overtaken ridden rung risen sung sunk seen shaken shrunk spoken " +
		"sprung stolen sworn swum taken torn thrown undergone undertaken withdrawn woken worn written been shown proven beaten"
	).split(" "),
);

/** Forms that are past and participle ("struck"); regular "-ed" needs no entry. */
export const PAST_OR_PARTICIPLE: ReadonlySet<string> = new Set(
	(
		"bent bought brought built burnt caught clung crept dealt dug dreamt fed felt fought found fled flung got hung had heard held kept " +
		"knelt laid led leant leapt learnt left lent lit lost made meant met misled outfought paid pled rebuilt repaid rewound said sent shot sold " +
		"slept slid slung sought spelt spent spilt spoilt spun stood struck stuck stung strung sustained swept swung taught thought told " +
		"understood undid upheld withheld withstood wept won wound wrung overheard oversold resold retold misunderstood slain"
	).split(" "),
);

/** Verbs whose base is also their past and participle ("cut"). */
export const UNCHANGING: ReadonlySet<string> = new Set(
	(
		"beat bet bid broadcast burst cast cost cut hit hurt let offset overcast put quit read reset rid set shed shut slit split spread thrust " +
		"upset wed"
	).split(" "),
);

/** Words that open a clause by themselves, whatever their tag. */
export const SUBORDINATORS: ReadonlySet<string> = new Set(
	"because although though while whereas if unless when whenever once whether lest".split(" "),
);
/** Openers that are prepositions too: they open a clause only when one follows ("after talks failed"). */
export const PREPOSITION_OR_SUBORDINATOR: ReadonlySet<string> = new Set(
	"after before since until till as than".split(" "),
);
export const RELATIVES: ReadonlySet<string> = new Set("who whom whose which where".split(" "));
/** Openers of a complement; "that" is a relative directly after a plain noun. */
export const COMPLEMENTIZERS: ReadonlySet<string> = new Set("that whether how why what".split(" "));
export const THAT = "that";

/** Nouns whose "that" clause is their content, not a relative ("the fact that it struck"). */
export const CONTENT_NOUNS: ReadonlySet<string> = new Set(
	(
		"fact claim report allegation accusation news suggestion belief idea view evidence sign warning fear hope statement announcement " +
		"conclusion possibility chance risk concern indication confirmation promise threat rumour rumor suspicion assertion argument notion " +
		"denial doubt speculation proof accusation assurance admission"
	).split(" "),
);

/** Verbs that take a clause without "that" ("said it struck", "believes he left"). */
export const CLAUSE_TAKERS: ReadonlySet<string> = new Set(
	(
		"say tell think believe know announce report claim confirm deny allege add argue admit acknowledge assert estimate expect " +
		"fear feel find guess hear hope indicate insist learn maintain mean note predict promise realize realise reckon remember reveal " +
		"see show state suggest suspect swear testify understand vow warn wish write explain concede contend declare assume conclude " +
		"stress tweet post inform remind assure convince reply"
	).split(" "),
);

export const POSSESSIVES: ReadonlySet<string> = new Set("its his her their our my your whose".split(" "));
export const GENITIVES: ReadonlySet<string> = new Set(["'s", "'"]);
export const PERSONAL_PRONOUNS: ReadonlySet<string> = new Set(
	"he she it they i we you him her them us me himself herself itself themselves".split(" "),
);

/** Names of days stand after a noun phrase, not in it ("struck the port Monday"). */
export const DAY_NAMES: ReadonlySet<string> = new Set(
	"monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split(" "),
);

/** "-ing" words that describe the noun after them, also behind a preposition ("dozens of missing people"). */
export const ADJECTIVAL_GERUNDS: ReadonlySet<string> = new Set(
	(
		"missing ongoing remaining leading existing working growing rising falling coming following surrounding neighboring neighbouring pending " +
		"outgoing incoming opposing ruling running living increasing declining"
	).split(" "),
);
/** Gerunds that name a trade in front of a noun: "shipping firms", "a mining town". */
export const TRADE_GERUNDS: ReadonlySet<string> = new Set(
	(
		"shipping trading mining manufacturing fishing banking drilling engineering accounting broadcasting publishing polling farming housing advertising " +
		"training building operating governing"
	).split(" "),
);
/** Present forms that no ending tells. */
export const PRESENT_FORMS: ReadonlySet<string> = new Set(["are", "am", "'re", "'m", "'ve", "is", "'s"]);

/** Particles of phrasal verbs ("carried out", "called off"). */
export const PARTICLES: ReadonlySet<string> = new Set("out off up down away back apart aside forward".split(" "));

/** Words before a determiner that belong to its phrase ("such an order"). */
export const PREDETERMINERS: ReadonlySet<string> = new Set("such all half both many quite what".split(" "));
/** Adjectives that begin a phrase of time after a name ("told the BBC last week"). */
export const TIME_ADJECTIVES: ReadonlySet<string> = new Set(
	"last next late early earlier later previous same following".split(" "),
);
/** Particles that are prepositions too ("carried on", "broke in"). */
export const PREPOSITION_PARTICLES: ReadonlySet<string> = new Set("over on in".split(" "));

export const INDEFINITE_ARTICLES: ReadonlySet<string> = new Set(["a", "an"]);
export const OBJECT_PRONOUNS: ReadonlySet<string> = new Set("him them us me".split(" "));
/** Prepositions that look like verbs. */
export const PREPOSITIONAL_GERUNDS: ReadonlySet<string> = new Set(
	"following according including regarding concerning excluding barring".split(" "),
);
/** Bases of irregular forms that the tagger leaves as they stand. */
export const IRREGULAR_BASES: ReadonlyMap<string, string> = new Map([
	["shot", "shoot"],
	["left", "leave"],
	["fell", "fall"],
	["met", "meet"],
	["held", "hold"],
	["won", "win"],
	["lost", "lose"],
	["sent", "send"],
	["struck", "strike"],
	["sought", "seek"],
	["fled", "flee"],
	["caught", "catch"],
	["sold", "sell"],
	["bought", "buy"],
	["found", "find"],
	["led", "lead"],
	["fought", "fight"],
	["paid", "pay"],
	["slain", "slay"],
]);
