import type { Certainty, EntityMention, Span } from "./analysis.js";
import { readHearsay, readPrepositions } from "./attribution/other-cues.js";
import type { Reader } from "./attribution/reader.js";
import { readVerbs } from "./attribution/reporting-verbs.js";
import { type NamedSource, nearestPlural, resolvePronoun } from "./attribution/source-name.js";
import { PERSONAL, PLURAL_PRONOUN, POSSESSIVES } from "./en/reporting.js";
import { lookUpEntities } from "./mentions/entity-lookup.js";
import { findQuotations } from "./phrases/quotations.js";
import { type SentenceParts, sentenceParts } from "./phrases/sentence-parts.js";
import type { Phrases } from "./phrases.js";
import type { TokenizedText } from "./tokens.js";

/** Who says a stretch of the text, and how. */
export interface Attribution {
	/** As named in the article: the canonical entity name where the head is an entity, else the noun phrase. Null for hearsay. */
	source: string | null;
	sourceSpan: Span | null;
	/** The words that report: the verb, "according to", "allegedly". */
	cue: Span;
	/** What is said; may go over several sentences of one paragraph (a quotation). */
	content: Span;
	/** DENIES where the source says it is not so. */
	stance: "ASSERTS" | "DENIES";
	/** How far the reporter vouches by the choice of the word. */
	certainty: Certainty;
}

/** So many attributions are looked at before an offset: contents of one paragraph nest, others cannot hold it. */
const MAX_NESTED = 48;
/** A pronoun goes back to a speaker over this many sentences. */
const MAX_SILENCE = 3;

/**
 * Finds who says what, sorted by the start of the content: reporting verbs with a complement ("said it struck"), after
 * or amid it (", police said"), or around a quotation; "according to X"; "citing X"; denials; accusations; hearsay
 * ("allegedly", "was reported to", "the claim that"). Linear in the text.
 */
export function findAttributions(
	doc: TokenizedText,
	phrases: Phrases,
	entities: readonly EntityMention[],
): Attribution[] {
	const reader: Reader = { doc, phrases, entities: lookUpEntities(entities), quotations: findQuotations(doc) };
	const found: Attribution[] = [];
	const speakers: Speakers = { last: null, lastPlural: null };
	for (const parts of sentenceParts(doc, phrases)) {
		const here = [...readVerbs(reader, parts), ...readPrepositions(reader, parts), ...readHearsay(reader, parts)];
		for (const { cue, content, stance, certainty, source } of here) {
			let name = source?.name ?? null;
			if (source?.pronoun) name = resolve(reader, parts, source, speakers);
			else if (source && name !== null && !isPossessed(doc, source)) {
				speakers.last = { name, sentence: parts.index, personal: source.personal };
				if (source.plural) speakers.lastPlural = speakers.last;
			}
			found.push({ source: name, sourceSpan: source?.span ?? null, cue, content, stance, certainty });
		}
	}
	return found.sort((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
}

/** The innermost attribution whose content holds the span, without its own cue; `attributions` as `findAttributions` gives them. */
export function attributionOf(attributions: readonly Attribution[], span: Span): Attribution | null {
	let low = 0;
	for (let high = attributions.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((attributions[middle] as Attribution).content.start <= span.start) low = middle + 1;
		else high = middle;
	}
	let best: Attribution | null = null;
	for (let index = low - 1; index >= 0 && index >= low - MAX_NESTED; index--) {
		const candidate = attributions[index] as Attribution;
		const { content, cue } = candidate;
		if (content.end < span.end || (cue.start < span.end && span.start < cue.end)) continue;
		if (!best || content.end - content.start < best.content.end - best.content.start) best = candidate;
	}
	return best;
}

/** Who spoke last; `personal` is null where the words do not tell whether it is a person. */
interface Speaker {
	name: string;
	sentence: number;
	personal: boolean | null;
}

/** "his office": named by its owner only, so that no later pronoun goes back to it. */
function isPossessed(doc: TokenizedText, source: NamedSource): boolean {
	const text = doc.text.slice(source.span.start, source.span.end);
	const space = text.indexOf(" ");
	return POSSESSIVES.has((space < 0 ? text : text.slice(0, space)).toLowerCase());
}

interface Speakers {
	last: Speaker | null;
	lastPlural: Speaker | null;
}

/** Whom a pronoun means: who spoke last where that fits, else who was named in the two sentences before. */
function resolve(reader: Reader, parts: SentenceParts, source: NamedSource, speakers: Speakers): string | null {
	const { doc, entities, phrases } = reader;
	const pronoun = source.pronoun ?? "";
	const isNear = (speaker: Speaker | null): speaker is Speaker =>
		speaker !== null && parts.index - speaker.sentence <= MAX_SILENCE;
	const before = doc.sentences[Math.max(0, parts.index - 2)];
	const from = before?.start ?? 0;
	if (pronoun === PLURAL_PRONOUN) {
		if (isNear(speakers.lastPlural)) return speakers.lastPlural.name;
		const named = nearestPlural(doc, phrases.nounPhrases, before?.firstToken ?? 0, parts.sentence.firstToken);
		return named ?? resolvePronoun(pronoun, entities, from, source.span.start);
	}
	const personal = PERSONAL.has(pronoun);
	const near = isNear(speakers.last) && speakers.last.personal !== !personal ? speakers.last : null;
	if (near?.personal === personal) return near.name;
	return resolvePronoun(pronoun, entities, from, source.span.start) ?? near?.name ?? null;
}
