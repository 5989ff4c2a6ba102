import type { CausalClaim, EventMention, Section, Span } from "../language/analysis.js";
import type { ArticleReading } from "../language/analyze.js";
import { countTerms, type Term } from "../language/terms.js";
import { tokenize } from "../language/tokens.js";

/** An argument shorter than this names no happening ("it", "the row"); one longer is cut for its title only. */
const MIN_TERMS = 2;
const MAX_TITLE = 120;

/**
 * A mention for one side of a claim in which the analysis saw no event of its own ("rising fuel prices", "the decision being
 * unlawful"): the sentence says that it led to something, so it is spoken of as a happening.
 * @returns null where the argument names too little to be told from others.
 */
export function argumentMention(
	claim: CausalClaim,
	span: Span,
	text: string,
	sections: readonly Section[],
): { mention: EventMention; terms: Term[] } | null {
	const words = text.slice(span.start, span.end);
	const terms = [...countTerms(tokenize(words)).keys()];
	if (terms.length < MIN_TERMS) return null;
	const inBackground = sections.some(
		(section) => section.role === "BACKGROUND" && section.start <= span.start && span.end <= section.end,
	);
	return {
		terms,
		mention: {
			...plainMention(span, claim.sentence, words, terms),
			role: inBackground || span === claim.cause ? "BACKGROUND" : "FORESEEN",
			status: claim.certainty === "CERTAIN" ? "OCCURRED" : "UNCERTAIN",
			certainty: claim.certainty,
			attributedTo: claim.attributedTo,
		},
	};
}

/**
 * A mention for an article whose lead tells no happening (a list, a caption, a language that is not read): its first sentence
 * stands for what it is about, so that every article has an event.
 */
export function leadMention(reading: ArticleReading, text: string): { mention: EventMention; terms: Term[] } {
	const { sections, sentences } = reading.analysis;
	const news = sections.find(({ role }) => role === "LEAD" || role === "BODY");
	const first = sentences.findIndex((sentence) => !news || sentence.start >= news.start);
	const span = sentences[first] ?? { start: 0, end: Math.min(text.length, MAX_TITLE) };
	const words = text.slice(span.start, span.end);
	const terms = [...countTerms(tokenize(words)).keys()];
	return { terms, mention: { ...plainMention(span, Math.max(0, first), words, terms), role: "MAIN" } };
}

function plainMention(span: Span, sentence: number, words: string, terms: readonly Term[]): EventMention {
	return {
		start: span.start,
		end: span.end,
		sentence,
		extent: span,
		title: titleOf(words),
		form: "NOUN",
		lemma: terms[0] ?? "",
		definite: false,
		role: "BACKGROUND",
		type: "OTHER",
		status: "OCCURRED",
		polarity: "AFFIRMED",
		certainty: "CERTAIN",
		time: null,
		timeExpression: null,
		participants: [],
		places: [],
		attributedTo: null,
	};
}

function titleOf(words: string): string {
	const line = words.replace(/\s+/g, " ").trim();
	const cut = line.length <= MAX_TITLE ? line : `${line.slice(0, line.lastIndexOf(" ", MAX_TITLE))}…`;
	return cut.charAt(0).toUpperCase() + cut.slice(1);
}
