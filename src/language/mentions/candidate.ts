import type { EventType } from "../analysis.js";
import type { Clause, NounPhrase, VerbGroup } from "../phrases.js";
import type { TokenRange } from "./context.js";

/** A happening that a sentence tells, before time, participants and role are read. Ranges are token indexes. */
export interface Candidate {
	/** Index into the sentences. */
	sentence: number;
	form: "VERB" | "NOUN";
	trigger: TokenRange;
	lemma: string;
	type: EventType;
	/** WEAK: told by a word that is an event only in company (a date, a background, the lead). */
	strength: "STRONG" | "WEAK";
	/** The innermost clause around the trigger. */
	clause: Clause | null;
	/** The verb group of that clause. */
	group: VerbGroup | null;
	/** For "plans to send" and "began to send": the clause of the verb that governs this one. */
	matrix: Clause | null;
	/** The noun phrase of a nominal. */
	phrase: NounPhrase | null;
	/** Who does it, in the grammar: the subject of the clause, also one taken over from a matrix or a conjunct. */
	subject: NounPhrase | null;
	extent: TokenRange;
	/** The word that governs it: opener of the clause or preposition before the noun phrase, lower case. */
	governor: string | null;
	/** Index into the clause's sentence order; 0 for the first clause. Main clauses are the news of a sentence. */
	main: boolean;
}
