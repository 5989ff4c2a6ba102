import type { Sentence, Token } from "../tokens.js";
import type { NounPhrase } from "./noun-phrases.js";
import type { VerbGroup } from "./verb-groups.js";

export type ClauseKind = "MAIN" | "SUBORDINATE" | "RELATIVE" | "COMPLEMENT" | "NONFINITE";

/** A stretch around one verb group, within one sentence. A clause may hold others ("The man who fled was caught"). */
export interface Clause {
	first: number;
	end: number;
	/** Index into `verbGroups`; null for a verbless fragment. */
	verb: number | null;
	kind: ClauseKind;
	/** Token index of the word that opens it ("because", "which", "that", "to"); null for a main clause. */
	opener: number | null;
	/** Index into `nounPhrases` of the subject; null where none stands in the clause. */
	subject: number | null;
}

/** A stretch that waits for its verb. */
export interface Segment {
	first: number;
	kind: ClauseKind;
	opener: number | null;
	verb: number | null;
	subject: number | null;
	/** Where the segment may turn out to be the object of the clause with this index, cut off there when it does not. */
	within: number | null;
}

export interface ClauseInput {
	tokens: readonly Token[];
	sentence: Sentence;
	/** All noun phrases and verb groups of the text; those of the sentence lie in the half-open index ranges. */
	nounPhrases: readonly NounPhrase[];
	firstPhrase: number;
	verbGroups: readonly VerbGroup[];
	firstGroup: number;
	endGroup: number;
}

/** A sentence while it is cut. */
export interface Cutting extends ClauseInput {
	clauses: Clause[];
	/** Indexes of verb groups that turned out to be participles. */
	participles: number[];
	/** Stretches with a subject whose verb is still to come; the last is the innermost. */
	pending: Segment[];
	/** The stretch that is read. */
	open: Segment;
}

/** A stretch that begins at a token. */
export const newSegment = (first: number, kind: ClauseKind, opener: number | null): Segment => ({
	first,
	kind,
	opener,
	verb: null,
	subject: null,
	within: null,
});

/** Where the subject may begin: after the opener. */
export const subjectStart = (segment: Segment): number =>
	segment.opener !== null && segment.opener >= segment.first ? segment.opener + 1 : segment.first;

export const groupAt = (cutting: Cutting, index: number): VerbGroup => cutting.verbGroups[index] as VerbGroup;
