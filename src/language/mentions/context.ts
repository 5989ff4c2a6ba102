import type { EntityMention, Section, SectionRole, Span, TimeExpression } from "../analysis.js";
import type { Attribution } from "../attribution.js";
import { type SentenceParts, sentenceParts } from "../phrases/sentence-parts.js";
import type { Clause, NounPhrase, Phrases, VerbGroup } from "../phrases.js";
import type { Token, TokenizedText } from "../tokens.js";
import { type EntityLookup, lookUpEntities } from "./entity-lookup.js";

/** What is known of a text when its events are looked for. */
export interface MentionInput {
	doc: TokenizedText;
	phrases: Phrases;
	sections: readonly Section[];
	times: readonly TimeExpression[];
	entities: readonly EntityMention[];
	attributions: readonly Attribution[];
}

/** A half-open range of token indexes. */
export interface TokenRange {
	first: number;
	end: number;
}

/** The input with its look-ups, built once for a text. */
export interface Context {
	doc: TokenizedText;
	phrases: Phrases;
	parts: SentenceParts[];
	entities: EntityLookup;
	times: readonly TimeExpression[];
	attributions: readonly Attribution[];
	/** Offsets at which a word reports: such a verb is no event of its own. */
	cues: ReadonlySet<number>;
	/** Indexes into `times` of the expressions within a span. */
	timesWithin(span: Span): number[];
	/** How many tokens of the text have one of the lemmas; counted once for each list. */
	countWords(lemmas: ReadonlySet<string>): number;
	roleAt(offset: number): SectionRole | null;
	/** True for a sentence that is a heading of a section, or "What preceded" would be an event. */
	isHeading(sentence: Span): boolean;
}

export function buildContext(input: MentionInput): Context {
	const { doc, phrases, times, attributions } = input;
	const order = times.map((_, index) => index).sort((a, b) => (times[a]?.start ?? 0) - (times[b]?.start ?? 0));
	const headings = new Map(input.sections.map(({ start, heading }) => [start, heading?.length ?? 0]));
	const sections = [...input.sections].sort((a, b) => a.start - b.start);
	const counts = new Map<ReadonlySet<string>, number>();
	return {
		countWords(lemmas) {
			let count = counts.get(lemmas);
			if (count === undefined) {
				count = 0;
				for (const { lemma } of doc.tokens) if (lemmas.has(lemma)) count++;
				counts.set(lemmas, count);
			}
			return count;
		},
		doc,
		phrases,
		parts: sentenceParts(doc, phrases),
		entities: lookUpEntities(input.entities),
		times,
		attributions,
		cues: new Set(attributions.map((attribution) => attribution.cue.start)),
		timesWithin(span) {
			const found: number[] = [];
			let low = 0;
			for (let high = order.length; low < high; ) {
				const middle = (low + high) >> 1;
				if ((times[order[middle] as number] as TimeExpression).start < span.start) low = middle + 1;
				else high = middle;
			}
			for (; low < order.length; low++) {
				const index = order[low] as number;
				const time = times[index] as TimeExpression;
				if (time.start >= span.end) break;
				if (time.end <= span.end) found.push(index);
			}
			return found;
		},
		// The heading may stand on the line of its first sentence; the colon and a mark are not counted.
		isHeading: ({ start, end }) => end <= start + (headings.get(start) ?? 0) + 2 && headings.has(start),
		roleAt(offset) {
			let low = 0;
			for (let high = sections.length; low < high; ) {
				const middle = (low + high) >> 1;
				if ((sections[middle] as Section).start <= offset) low = middle + 1;
				else high = middle;
			}
			const section = sections[low - 1];
			return section && offset < section.end ? section.role : null;
		},
	};
}

export const spanOf = (doc: TokenizedText, range: TokenRange): Span => ({
	start: (doc.tokens[range.first] as Token).start,
	end: (doc.tokens[Math.max(range.first, range.end - 1)] as Token).end,
});

export const groupOf = (context: Context, clause: Clause): VerbGroup | null =>
	clause.verb === null ? null : (context.phrases.verbGroups[clause.verb] ?? null);

export const subjectOf = (context: Context, clause: Clause): NounPhrase | null =>
	clause.subject === null ? null : (context.phrases.nounPhrases[clause.subject] ?? null);

/** A date may begin or go on so many characters outside of the noun phrase ("14 May" 2024). */
const MAX_DATE_REST = 24;

/** Does the noun phrase begin with or within a time? */
export function isDate(context: Context, phrase: NounPhrase): boolean {
	const { start, end } = spanOf(context.doc, phrase);
	for (const index of context.timesWithin({ start: start - MAX_DATE_REST, end: end + MAX_DATE_REST })) {
		const time = context.times[index] as TimeExpression;
		if (time.start <= start && start < time.end) return true;
	}
	return false;
}
