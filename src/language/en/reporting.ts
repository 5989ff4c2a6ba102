import type { Certainty } from "../analysis.js";

/** How English reports what others say. Mechanism: `attribution.ts`. */

/** Verbs of saying by lemma, with how far the reporter vouches: "say" passes on, "claim" keeps a distance. */
export const REPORTING_VERBS: ReadonlyMap<string, Certainty> = new Map([
	...words(
		"say tell announce report confirm state declare disclose reveal note add explain acknowledge admit concede affirm stress " +
			"emphasize emphasise write tweet post reply respond recall reiterate testify conclude find inform remark comment observe quip " +
			"determine recount argue insist maintain assert warn caution point show indicate read estimate vow promise pledge repeat " +
			"underline underscore cite quote hold rule forecast",
		"CERTAIN",
	),
	...words(
		"claim allege contend believe think expect suggest predict imply charge hint speculate assume conclude",
		"PROBABLE",
	),
	...words("suspect fear suppose guess theorize hope", "POSSIBLE"),
]);

/** Verbs that stand after or amid what they report (", police said"). */
export const PARENTHETICAL_VERBS: ReadonlySet<string> = new Set(
	(
		"say tell announce report confirm state declare note add explain acknowledge admit write tweet post claim allege believe reply recall " +
		"warn insist argue testify conclude show indicate estimate remark reveal"
	).split(" "),
);

/** Verbs that turn what follows down: "denied that", "rejected claims". */
export const DENYING_VERBS: ReadonlySet<string> = new Set("deny refute disprove dispute rebut".split(" "));
/** Verbs that deny only together with a noun of saying: "rejected the claim". */
export const REJECTING_VERBS: ReadonlySet<string> = new Set("reject dismiss contest".split(" "));
export const CLAIM_NOUNS: ReadonlySet<string> = new Set(
	"claim allegation accusation report suggestion charge assertion rumor rumour speculation notion idea".split(" "),
);

/** "accused Iran of plotting": what stands after is a charge, not a fact. */
export const ACCUSING_VERBS: ReadonlySet<string> = new Set(["accuse", "suspect", "blame"]);

/** "citing two officials": the source follows the verb. */
export const CITING_VERBS: ReadonlySet<string> = new Set(["cite", "quote"]);

/** Openings of a prepositional source, word by word; the source follows. */
export const SOURCE_PREPOSITIONS: readonly (readonly string[])[] = [
	["according", "to"],
	["as", "per"],
	["in", "the", "words", "of"],
];

/** Adverbs that keep a distance without naming anyone. */
export const HEARSAY_ADVERBS: ReadonlySet<string> = new Set(
	"allegedly reportedly purportedly supposedly apparently ostensibly".split(" "),
);

/** Nouns that stand for what was said: "the allegation that …". */
export const HEARSAY_NOUNS: ReadonlyMap<string, Certainty> = new Map([
	...words("claim allegation accusation suspicion report", "PROBABLE"),
	...words("rumour rumor speculation fear possibility suggestion", "POSSIBLE"),
]);

export const THIRD_PERSON: ReadonlySet<string> = new Set("he she they it".split(" "));
export const POSSESSIVES: ReadonlySet<string> = new Set("his her their its my our your".split(" "));
/** Stands for several speakers. */
export const PLURAL_PRONOUN = "they";
/** Nouns without an ending that mean several people. */
export const PLURAL_NOUNS: ReadonlySet<string> = new Set(["police", "people", "media", "staff"]);
/** Pronouns for one person. */
export const PERSONAL: ReadonlySet<string> = new Set(["he", "she"]);
/** The preposition of a passive's agent ("was confirmed by police"). */
export const AGENT_PREPOSITION = "by";
/** Subjects of nothing: "it was reported that". */
export const IMPERSONAL: ReadonlySet<string> = new Set(["it", "this", "there"]);
export const ARTICLES: ReadonlySet<string> = new Set(["the", "a", "an"]);

/** Verbs whose object is what is said, so that a noun for somebody behind them is the speaker: ", said the captain". */
export const SAYING_VERBS: ReadonlySet<string> = new Set(["say"]);
/** Verbs whose object is the hearer: ", she told reporters". */
export const HEARER_VERBS: ReadonlySet<string> = new Set(["tell", "inform", "remind"]);
/** Objects of a verb of saying that are no speaker. */
export const NON_SPEAKERS: ReadonlySet<string> = new Set(
	"nothing something anything everything little much more less so yes no this that these those it".split(" "),
);
/** Days, months and stretches of time: an adverbial beside a speaker ("the ministry on Friday said"), never one. */
export const CALENDAR_NOUNS: ReadonlySet<string> = new Set(
	(
		"monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
		"october november december today yesterday tomorrow tonight morning afternoon evening night noon midnight dawn day week " +
		"weekend month year days weeks months years hour hours minutes late early last earlier later"
	).split(" "),
);

/** Nouns of those who can be cited. */
export const SPEAKER_NOUNS: ReadonlySet<string> = new Set(
	(
		"official officer source report document minister ministry spokesman spokeswoman spokesperson person people witness police authority agency " +
		"doctor expert analyst newspaper paper statement memo letter study data figure record diplomat lawyer executive researcher scientist " +
		"resident medic network channel broadcaster media letter email transcript survey group union worker leader rebel protester " +
		"campaigner activist critic lawmaker prosecutor investigator rescuer engineer captain commander general president mayor " +
		"governor judge manager director owner relative neighbour neighbor mediator negotiator"
	).split(" "),
);
/** Nouns of bodies, which no "he" or "she" means. */
export const COLLECTIVE_NOUNS: ReadonlySet<string> = new Set(
	(
		"ministry police company agency office army government union party court committee council department firm group team commission board bank " +
		"authority military navy force parliament newspaper embassy statement report"
	).split(" "),
);

function words(list: string, certainty: Certainty): [string, Certainty][] {
	return list.split(" ").map((word) => [word, certainty]);
}
