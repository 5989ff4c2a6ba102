import type { EntityMention, Span } from "../analysis.js";
import {
	ARTICLES,
	CALENDAR_NOUNS,
	COLLECTIVE_NOUNS,
	PERSONAL,
	PLURAL_NOUNS,
	PLURAL_PRONOUN,
	SPEAKER_NOUNS,
	THIRD_PERSON,
} from "../en/reporting.js";
import type { EntityLookup } from "../mentions/entity-lookup.js";
import type { NounPhrase } from "../phrases/noun-phrases.js";
import { firstFrom, phraseCovering, phraseStartingAt } from "../phrases/sentence-parts.js";
import type { Token, TokenizedText } from "../tokens.js";

/** A source as named: what it is called, and where. */
export interface NamedSource {
	/** Null for a pronoun that points at nobody known. */
	name: string | null;
	span: Span;
	/** The pronoun, where the source is one ("he"). */
	pronoun: string | null;
	/** A person, or not; null where the words do not tell. */
	personal: boolean | null;
	/** Several speakers, as the head noun or a conjunct tells. */
	plural: boolean;
}

/** A noun phrase goes on through this many prepositional phrases ("a spokesman for the ministry of defence of …"). */
const MAX_TAIL = 4;
/** As many noun phrases or entities before a pronoun may be what it stands for. */
const NEAR_PHRASES = 12;
/** What "it" can stand for where it speaks: a body, or a state. */
const NAMED_BY_IT: ReadonlySet<EntityMention["type"]> = new Set(["ORGANIZATION", "GPE", "FACILITY", "PRODUCT"]);

/**
 * Names the source that a noun phrase begins: the entity at its head ("Pentagon spokesman Pat Ryder" is Pat Ryder,
 * "the US Secretary of Defense Lloyd Austin" is Lloyd Austin), the person in apposition ("a spokesman, Pat Ryder,"),
 * else the phrase with its tail and without its article ("two Iranian representatives").
 */
export function nameSource(
	doc: TokenizedText,
	nounPhrases: readonly NounPhrase[],
	entities: EntityLookup,
	phrase: NounPhrase,
	limit: number,
): NamedSource {
	const { tokens } = doc;
	const first = tokens[phrase.first] as Token;
	const bare = withoutTime(tokens, phrase);
	const head = tokens[Math.min(phrase.head, bare.end - 1)] as Token;
	const end = bare.end < phrase.end ? bare.end : tailEnd(tokens, nounPhrases, phrase, limit);
	const span = { start: first.start, end: (tokens[end - 1] as Token).end };
	if (first.pos === "PRON" && THIRD_PERSON.has(first.lower) && phrase.end === phrase.first + 1)
		return { name: null, span, pronoun: first.lower, personal: null, plural: false };
	if (CALENDAR_NOUNS.has(head.lower)) return { name: null, span, pronoun: null, personal: null, plural: false };
	const entity =
		entities.covering(head.start) ??
		titledPerson(doc, nounPhrases, entities, end) ??
		appositive(tokens, nounPhrases, entities, end, limit);
	if (entity) return { name: entity.name, span, pronoun: null, personal: entity.type === "PERSON", plural: false };
	const start =
		ARTICLES.has(first.lower) && end > phrase.first + 1 ? (tokens[phrase.first + 1] as Token).start : span.start;
	const name = doc.text.slice(start, span.end).replace(/\s+/g, " ");
	return {
		name,
		span,
		pronoun: null,
		personal: COLLECTIVE_NOUNS.has(head.lemma) ? false : null,
		plural: isPlural(head),
	};
}

/** "the ministry Friday": a day or month at the end tells when, not who. */
function withoutTime(tokens: readonly Token[], phrase: NounPhrase): { end: number } {
	let end = phrase.end;
	while (end > phrase.first + 1 && CALENDAR_NOUNS.has((tokens[end - 1] as Token).lower)) end--;
	return { end };
}

/** The end of a noun phrase with its prepositional tail and conjuncts, before `limit`. */
export function tailEnd(
	tokens: readonly Token[],
	nounPhrases: readonly NounPhrase[],
	phrase: NounPhrase,
	limit: number,
): number {
	let end = phrase.end;
	for (let count = 0; count < MAX_TAIL && end < limit; count++) {
		// "two people familiar with the matter": an adjective may stand before the preposition.
		const at = tokens[end]?.pos === "ADJ" && tokens[end + 1]?.pos === "ADP" ? end + 1 : end;
		const link = tokens[at];
		if (!link || (link.pos !== "ADP" && link.pos !== "CCONJ")) break;
		const next = phraseStartingAt(nounPhrases, at + 1);
		if (!next || next.end > limit || CALENDAR_NOUNS.has((tokens[next.head] as Token).lower)) break;
		end = next.end;
	}
	return end;
}

/** The person at the end of a title with a tail: not the first word of its noun phrase ("of Defense Lloyd Austin"). */
function titledPerson(
	doc: TokenizedText,
	nounPhrases: readonly NounPhrase[],
	entities: EntityLookup,
	end: number,
): EntityMention | null {
	const last = doc.tokens[end - 1] as Token;
	const entity = entities.covering(last.start);
	if (entity?.type !== "PERSON") return null;
	const phrase = phraseCovering(nounPhrases, end - 1);
	return phrase && (doc.tokens[phrase.first] as Token).start < entity.start ? entity : null;
}

/** "a Pentagon spokesman, Pat Ryder,": the person between commas. */
function appositive(
	tokens: readonly Token[],
	nounPhrases: readonly NounPhrase[],
	entities: EntityLookup,
	end: number,
	limit: number,
): EntityMention | null {
	if (tokens[end]?.text !== "," || end + 1 >= limit) return null;
	const phrase = phraseStartingAt(nounPhrases, end + 1);
	if (!phrase || (phrase.end < limit && tokens[phrase.end]?.pos !== "PUNCT")) return null;
	const entity = entities.covering((tokens[phrase.head] as Token).start);
	return entity?.type === "PERSON" ? entity : null;
}

/** "groups", "police": a common noun for several. */
const isPlural = (head: Token): boolean =>
	PLURAL_NOUNS.has(head.lower) ||
	((head.pos === "NOUN" || head.pos === "PROPN") && head.lower !== head.lemma && head.lower.endsWith("s"));

/** Whom a pronoun for one means: the last fitting entity between two offsets. */
export function resolvePronoun(pronoun: string, entities: EntityLookup, from: number, offset: number): string | null {
	for (const entity of entities.before(offset, NEAR_PHRASES)) {
		if (entity.start < from) break;
		const fits = pronoun === PLURAL_PRONOUN ? entity.type === "ORGANIZATION" : NAMED_BY_IT.has(entity.type);
		if (PERSONAL.has(pronoun) ? entity.type === "PERSON" : fits) return entity.name;
	}
	return null;
}

/** The last noun phrase for several people or bodies that ends at or before a token ("Rights groups met. They …"). */
export function nearestPlural(
	doc: TokenizedText,
	nounPhrases: readonly NounPhrase[],
	from: number,
	end: number,
): string | null {
	for (let i = firstFrom(nounPhrases, end) - 1, seen = 0; i >= 0 && seen < NEAR_PHRASES; i--, seen++) {
		const phrase = nounPhrases[i] as NounPhrase;
		if (phrase.first < from) break;
		const head = doc.tokens[phrase.head] as Token;
		if (!isPlural(head) || !(SPEAKER_NOUNS.has(head.lemma) || COLLECTIVE_NOUNS.has(head.lemma))) continue;
		const first = doc.tokens[phrase.first] as Token;
		const start = ARTICLES.has(first.lower) && phrase.end > phrase.first + 1 ? phrase.first + 1 : phrase.first;
		return doc.text.slice(doc.tokens[start]?.start, doc.tokens[phrase.end - 1]?.end).replace(/\s+/g, " ");
	}
	return null;
}
