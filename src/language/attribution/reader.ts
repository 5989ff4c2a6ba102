import type { Certainty, Span } from "../analysis.js";
import type { EntityLookup } from "../mentions/entity-lookup.js";
import type { SentenceParts } from "../phrases/sentence-parts.js";
import type { NounPhrase, Phrases } from "../phrases.js";
import type { Token, TokenizedText } from "../tokens.js";
import { type NamedSource, nameSource } from "./source-name.js";

/** What the readers of one text share. */
export interface Reader {
	doc: TokenizedText;
	phrases: Phrases;
	entities: EntityLookup;
	quotations: Span[];
}

/** A statement before its source's pronoun is resolved. */
export interface Statement {
	cue: Span;
	content: Span;
	stance: "ASSERTS" | "DENIES";
	certainty: Certainty;
	source: NamedSource | null;
}

export const spanOf = (tokens: readonly Token[], first: number, end: number): Span => ({
	start: (tokens[first] as Token).start,
	end: (tokens[Math.max(first, end - 1)] as Token).end,
});

/** The source that a noun phrase of the sentence names; its tail ends before `limit`. */
export const sourceNamed = (reader: Reader, parts: SentenceParts, phrase: NounPhrase, limit: number): NamedSource =>
	nameSource(reader.doc, parts.nounPhrases, reader.entities, phrase, limit);

/** Builds a statement. */
export const statement = (
	cue: Span,
	content: Span,
	stance: Statement["stance"],
	certainty: Certainty,
	source: NamedSource | null,
): Statement => ({ cue, content, stance, certainty, source });
