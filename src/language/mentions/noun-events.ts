import { NAMED_EVENTS, NOUN_TYPES } from "../en/event-types.js";
import {
	BARE_GOVERNORS,
	INDEFINITE_WORDS,
	LINKING_NOUNS,
	NEGATIVE_DETERMINERS,
	NEGATIVE_PREPOSITIONS,
	NOMINAL_PREPOSITIONS,
	PRECEDING_PAIRS,
	WEAK_NOUNS,
} from "../en/event-words.js";
import { GENITIVES } from "../en/verbs.js";
import { firstFrom, phraseCovering, phraseStartingAt, type SentenceParts } from "../phrases/sentence-parts.js";
import { verbForm } from "../phrases/verb-forms.js";
import { isPair, wordPairs } from "../phrases/word-pairs.js";
import type { Clause, NounPhrase } from "../phrases.js";
import type { Token } from "../tokens.js";
import type { Candidate } from "./candidate.js";
import { type Context, groupOf, isDate, spanOf } from "./context.js";
import { typeInContext } from "./type-in-context.js";

const PAIRS_BEFORE = wordPairs(PRECEDING_PAIRS);

/** A nominal goes on through this many prepositional phrases. */
const MAX_TAIL = 5;

/**
 * The happenings that nouns of one sentence name ("the leak of intelligence", "recent Israeli attacks"): heads of noun
 * phrases from the list of event nouns. A weak noun ("deal") needs company: an argument, a name, a date.
 */
export function nounEvents(context: Context, parts: SentenceParts, consumed: ReadonlySet<number>): Candidate[] {
	const { tokens } = context.doc;
	const found: Candidate[] = [];
	for (const phrase of parts.nounPhrases) {
		const at = namedEvent(tokens, phrase) ?? phrase.head;
		const head = tokens[at] as Token;
		if (consumed.has(at) || (head.pos !== "NOUN" && head.pos !== "VERB" && head.pos !== "PROPN")) continue;
		const lemma = nounLemma(head);
		const type = NOUN_TYPES.get(lemma);
		if (type === undefined || (head.pos === "PROPN" && at === phrase.head && isName(context, phrase, head))) continue;
		if (LINKING_NOUNS.has(lemma) && isLink(tokens, phrase)) continue;
		if (isDenied(tokens, phrase) || isNamePart(context, head)) continue;
		const clause = innermostClause(parts, at);
		const extent = {
			first: phrase.first,
			end: nominalEnd(context, parts, phrase, clause?.end ?? parts.sentence.endToken),
		};
		const governor = governorOf(tokens, parts, phrase);
		if (!hasCompany(context, phrase, extent.end, governor, WEAK_NOUNS.has(lemma))) continue;
		found.push({
			sentence: parts.index,
			form: "NOUN",
			trigger: { first: at, end: at + 1 },
			lemma,
			type: typeInContext(context, lemma, at, type),
			strength: WEAK_NOUNS.has(lemma) ? "WEAK" : "STRONG",
			clause,
			group: clause ? groupOf(context, clause) : null,
			matrix: null,
			phrase,
			subject: null,
			extent,
			governor,
			main: clause?.kind === "MAIN",
		});
	}
	return found;
}

/** The tagger's lemma; "-ing" nouns read as verbs keep their form ("the killing"). */
const nounLemma = (token: Token): string =>
	token.pos === "VERB" && verbForm(token) === "ING" ? token.lower : token.lemma;

/** The word before the phrase; a conjunct is governed as the phrase before it ("over wages and the death of"). */
function governorOf(tokens: readonly Token[], parts: SentenceParts, phrase: NounPhrase): string | null {
	if (phrase.first === parts.sentence.firstToken) return null;
	const before = tokens[phrase.first - 1] as Token;
	const first = before.pos === "CCONJ" ? phraseCovering(parts.nounPhrases, phrase.first - 2) : null;
	const outer = first && first.first > parts.sentence.firstToken ? tokens[first.first - 1] : undefined;
	return outer?.pos === "ADP" ? outer.lower : before.lower;
}

/** "in retaliation for": part of a connective. */
const isLink = (tokens: readonly Token[], phrase: NounPhrase): boolean =>
	phrase.end === phrase.first + 1 && tokens[phrase.first - 1]?.pos === "ADP" && tokens[phrase.end]?.pos === "ADP";

/** "Hurricane Milton": the kind of event in front of its name. */
function namedEvent(tokens: readonly Token[], phrase: NounPhrase): number | null {
	for (let at = phrase.first; at < phrase.head; at++)
		if (NAMED_EVENTS.has((tokens[at] as Token).lower) && tokens[at + 1]?.pos === "PROPN") return at;
	return null;
}

/** A capitalised event noun counts as one where lower-case words or a determiner stand with it, not inside a name. */
function isName(context: Context, phrase: NounPhrase, head: Token): boolean {
	if (context.entities.covering(head.start)) return true;
	return phrase.end - phrase.first > 2;
}

function isNamePart(context: Context, head: Token): boolean {
	const entity = context.entities.covering(head.start);
	return entity !== null && entity.type !== "OTHER";
}

function isDenied(tokens: readonly Token[], phrase: NounPhrase): boolean {
	const before = tokens[phrase.first - 1];
	return (
		NEGATIVE_DETERMINERS.has((tokens[phrase.first] as Token).lower) ||
		(before !== undefined && NEGATIVE_PREPOSITIONS.has(before.lower))
	);
}

/** The smallest clause around a token: the last one to begin before it that has not ended. */
function innermostClause(parts: SentenceParts, token: number): Clause | null {
	for (let index = firstFrom(parts.clauses, token + 1) - 1, seen = 0; index >= 0 && seen < 8; index--, seen++) {
		const clause = parts.clauses[index] as Clause;
		if (token < clause.end) return clause;
	}
	return null;
}

/** The end of the noun phrase with its prepositional tail ("of the US intelligence about the preparation for it"). */
function nominalEnd(context: Context, parts: SentenceParts, phrase: NounPhrase, limit: number): number {
	const { tokens } = context.doc;
	let end = phrase.end;
	if (isClosingQuote(tokens[end])) end++;
	for (let count = 0; count < MAX_TAIL && end < limit; count++) {
		const link = tokens[end] as Token;
		const listed = count > 0 && (link.pos === "CCONJ" || (link.text === "," && isList(tokens, parts, end + 1, limit)));
		if (!NOMINAL_PREPOSITIONS.has(link.lower) && !listed) break;
		const next = phraseStartingAt(parts.nounPhrases, end + 1);
		if (!next || next.end > limit) break;
		if (isDate(context, next)) break;
		if (isPair(PAIRS_BEFORE, tokens[next.head]?.lower, tokens[next.end]?.lower)) break;
		end = next.end;
	}
	return end === phrase.end + 1 && isClosingQuote(tokens[phrase.end]) ? phrase.end : end;
}

/** Does a list go on behind a comma ("A, B and C")? */
function isList(tokens: readonly Token[], parts: SentenceParts, at: number, limit: number): boolean {
	let end = at;
	for (let count = 0; count < MAX_TAIL; count++) {
		const phrase = phraseStartingAt(parts.nounPhrases, end);
		if (!phrase || phrase.end >= limit) return false;
		const link = tokens[phrase.end] as Token;
		if (link.pos === "CCONJ") return phraseStartingAt(parts.nounPhrases, phrase.end + 1) !== null;
		if (link.text !== ",") return false;
		end = phrase.end + 1;
	}
	return false;
}

const isClosingQuote = (token: Token | undefined): boolean => token?.text === '"' || token?.text === "”";

/** Does the noun stand for one happening, not for the kind? */
function hasCompany(
	context: Context,
	phrase: NounPhrase,
	end: number,
	governor: string | null,
	weak: boolean,
): boolean {
	const { tokens } = context.doc;
	const first = tokens[phrase.first] as Token;
	if (end > phrase.end) return true;
	for (let at = phrase.first; at < phrase.head; at++) {
		const token = tokens[at] as Token;
		if (token.pos === "PROPN" || GENITIVES.has(token.lower)) return true;
	}
	if (context.timesWithin(spanOf(context.doc, phrase)).length > 0) return true;
	if (weak) return false;
	const indefinite = INDEFINITE_WORDS.has(first.lower);
	if (first.pos === "DET" && !indefinite) return true;
	if (phrase.end - phrase.first > 1) return true;
	return governor !== null && BARE_GOVERNORS.has(governor);
}
