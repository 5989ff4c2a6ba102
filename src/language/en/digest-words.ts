/** Connectives that tie a sentence to the one before it; without that one they say nothing. Longest first. */
export const LEADING_CONNECTIVES: readonly string[] = [
	"at the same time",
	"in addition",
	"in the meantime",
	"as a result",
	"on the other hand",
	"furthermore",
	"nevertheless",
	"nonetheless",
	"consequently",
	"additionally",
	"separately",
	"meanwhile",
	"moreover",
	"however",
	"instead",
	"besides",
	"therefore",
	"also",
	"then",
	"thus",
];

/** Pronouns at the head of a sentence that a name can stand for, by what they mean. */
export const PERSON_PRONOUNS: ReadonlySet<string> = new Set(["he", "she"]);
export const THING_PRONOUNS: ReadonlySet<string> = new Set(["it"]);
/** The same as determiners: "his lawyers", "its shares". */
export const PERSON_POSSESSIVES: ReadonlySet<string> = new Set(["his", "her"]);
export const THING_POSSESSIVES: ReadonlySet<string> = new Set(["its"]);

/** After "it" these words leave open whether it means anything: "it is feared", "it emerged". */
export const EMPTY_SUBJECT_VERBS: ReadonlySet<string> = new Set(
	"is was has had will would may might could seems seemed appears appeared emerges emerged turns turned comes came follows followed takes took".split(
		" ",
	),
);

/** Nouns that stand for a body named before: "the company". */
export const BODY_NOUNS: ReadonlySet<string> = new Set(["company", "firm", "group", "agency"]);

/** Words at the head of a sentence that stand for something told before it. */
export const UNANCHORED_OPENERS: ReadonlySet<string> = new Set([
	"he",
	"she",
	"it",
	"they",
	"this",
	"that",
	"these",
	"those",
	"his",
	"her",
	"its",
	"their",
	"but",
	"and",
	"or",
	"so",
	"such",
	"both",
]);
