import type { TokenizedText } from "./tokens.js";

/** A base noun phrase (no prepositional tail); all numbers are indexes into `TokenizedText.tokens`, `end` exclusive. */
export interface NounPhrase {
	first: number;
	end: number;
	head: number;
}

export type Tense = "PAST" | "PRESENT" | "FUTURE" | "NONE";

/** Auxiliaries, negation and main verb ("had not been struck"). */
export interface VerbGroup {
	first: number;
	end: number;
	/** The main verb. */
	head: number;
	tense: Tense;
	form: "FINITE" | "INFINITIVE" | "GERUND" | "PARTICIPLE";
	passive: boolean;
	perfect: boolean;
	negated: boolean;
	/** "may", "could", "should"…; null without one. Future "will" is a tense, not a modal. */
	modal: string | null;
}

/** A stretch around one verb group, within one sentence. */
export interface Clause {
	first: number;
	end: number;
	/** Index into `verbGroups`; null for a verbless fragment. */
	verb: number | null;
	kind: "MAIN" | "SUBORDINATE" | "RELATIVE" | "COMPLEMENT" | "NONFINITE";
	/** Token index of the word that opens it ("because", "which", "that"); null for a main clause. */
	opener: number | null;
}

export interface Phrases {
	nounPhrases: NounPhrase[];
	verbGroups: VerbGroup[];
	clauses: Clause[];
}

/** Shallow syntax by one pass over the tags: no tree, linear time. */
export function findPhrases(_doc: TokenizedText): Phrases {
	return { nounPhrases: [], verbGroups: [], clauses: [] };
}
