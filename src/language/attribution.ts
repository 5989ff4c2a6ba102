import type { Certainty, EntityMention, Span } from "./analysis.js";
import { readHearsay, readPrepositions } from "./attribution/other-cues.js";
import type { Reader } from "./attribution/reader.js";
import { readVerbs } from "./attribution/reporting-verbs.js";
import { resolvePronoun } from "./attribution/source-name.js";
import { PERSONAL } from "./en/reporting.js";
import { lookUpEntities } from "./mentions/entity-lookup.js";
import { findQuotations } from "./phrases/quotations.js";
import { sentenceParts } from "./phrases/sentence-parts.js";
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
	let last: Speaker | null = null;
	for (const parts of sentenceParts(doc, phrases)) {
		const here = [...readVerbs(reader, parts), ...readPrepositions(reader, parts), ...readHearsay(reader, parts)];
		for (const { cue, content, stance, certainty, source } of here) {
			let name = source?.name ?? null;
			if (source?.pronoun) {
				const from = doc.sentences[Math.max(0, parts.index - 2)]?.start ?? 0;
				const personal = PERSONAL.has(source.pronoun);
				const near: Speaker | null =
					last && parts.index - last.sentence <= 3 && last.personal !== !personal ? last : null;
				name =
					(near?.personal === personal ? near.name : null) ??
					resolvePronoun(source.pronoun, reader.entities, from, source.span.start, PERSONAL) ??
					near?.name ??
					null;
			} else if (name !== null) last = { name, sentence: parts.index, personal: source?.personal ?? null };
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
