import type { EntityMention, Span } from "../analysis.js";
import { ARTICLES, COLLECTIVE_NOUNS, THIRD_PERSON } from "../en/reporting.js";
import type { EntityLookup } from "../mentions/entity-lookup.js";
import type { NounPhrase } from "../phrases/noun-phrases.js";
import { phraseCovering, phraseStartingAt } from "../phrases/sentence-parts.js";
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
}

/** A noun phrase goes on through this many prepositional phrases ("a spokesman for the ministry of defence of …"). */
const MAX_TAIL = 4;

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
	const head = tokens[phrase.head] as Token;
	const end = tailEnd(tokens, nounPhrases, phrase, limit);
	const span = { start: first.start, end: (tokens[end - 1] as Token).end };
	if (first.pos === "PRON" && THIRD_PERSON.has(first.lower) && phrase.end === phrase.first + 1)
		return { name: null, span, pronoun: first.lower, personal: null };
	const entity =
		entities.covering(head.start) ??
		titledPerson(doc, nounPhrases, entities, end) ??
		appositive(tokens, nounPhrases, entities, end, limit);
	if (entity) return { name: entity.name, span, pronoun: null, personal: entity.type === "PERSON" };
	const start =
		ARTICLES.has(first.lower) && end > phrase.first + 1 ? (tokens[phrase.first + 1] as Token).start : span.start;
	const name = doc.text.slice(start, span.end).replace(/\s+/g, " ");
	return { name, span, pronoun: null, personal: COLLECTIVE_NOUNS.has(head.lemma) ? false : null };
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
		if (!next || next.end > limit) break;
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
	if (!phrase) return null;
	const entity = entities.covering((tokens[phrase.head] as Token).start);
	return entity?.type === "PERSON" ? entity : null;
}

/** Whom a pronoun means: the last source where it fits, else the last fitting entity of the two sentences before. */
export function resolvePronoun(
	pronoun: string,
	entities: EntityLookup,
	from: number,
	offset: number,
	personal: ReadonlySet<string>,
): string | null {
	for (const entity of entities.before(offset, 8)) {
		if (entity.start < from) break;
		if (personal.has(pronoun) === (entity.type === "PERSON") && entity.type !== "OTHER" && entity.type !== "LOCATION")
			return entity.name;
	}
	return null;
}
