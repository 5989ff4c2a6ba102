import type { Span } from "./analysis.js";
import { STOP_WORDS } from "./en/stop-words.js";
import type { PartOfSpeech, Token, TokenizedText } from "./tokens.js";

/** A word that may tell one event from another, in base form. */
export type Term = string;

/** Open-class words carry the subject; adverbs and closed classes do not. */
const isOpenClass = (pos: PartOfSpeech): boolean =>
	pos === "NOUN" || pos === "PROPN" || pos === "VERB" || pos === "ADJ" || pos === "NUM";

/** Longer "words" are hashes, URLs and noise; they would only fill the index. */
const MAX_TERM_LENGTH = 40;

/** The term of each token of a text, null where it has none. */
export type TextTerms = readonly (Term | null)[];

/** Reads the terms of a text, for whoever counts them in many spans. */
export const termsOf = (doc: TokenizedText): TextTerms => doc.tokens.map(termOf);

/** How often each term stands in the span (the whole text where none is given). Linear in the span's tokens. */
export function countTerms(
	doc: TokenizedText,
	terms: TextTerms = termsOf(doc),
	span: Span = { start: 0, end: doc.text.length },
): Map<Term, number> {
	const counts = new Map<Term, number>();
	const { tokens } = doc;
	for (let at = firstWithin(tokens, span); at < tokens.length && (tokens[at] as Token).end <= span.end; at++) {
		const term = terms[at] ?? null;
		if (term !== null) counts.set(term, (counts.get(term) ?? 0) + 1);
	}
	return counts;
}

/** Index of the first token that does not start before the span, by bisection. */
function firstWithin(tokens: readonly Token[], span: Span): number {
	let low = 0;
	for (let high = tokens.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((tokens[middle] as Token).start < span.start) low = middle + 1;
		else high = middle;
	}
	return low;
}

function termOf(token: Token): Term | null {
	if (!isOpenClass(token.pos)) return null;
	const { lemma, lower } = token;
	const term = bare(lemma);
	if (term.length < 2 || term.length > MAX_TERM_LENGTH || !hasLetterOrDigit(term)) return null;
	return STOP_WORDS.has(term) || (lower !== term && STOP_WORDS.has(lower)) ? null : term;
}

/** Without a genitive ending and a full stop. */
function bare(lemma: string): string {
	const last = lemma.charCodeAt(lemma.length - 1);
	// Most words end in another letter.
	if (last !== LETTER_S && last !== FULL_STOP) return lemma;
	const owner = lemma.endsWith("'s") || lemma.endsWith("’s") ? lemma.slice(0, -2) : lemma;
	return owner.endsWith(".") ? owner.slice(0, -1) : owner;
}

const LETTER_S = 115;
const FULL_STOP = 46;

/** Most terms begin with a small letter of ASCII: the tables of Unicode are asked for the rest only. */
function hasLetterOrDigit(term: string): boolean {
	const code = term.charCodeAt(0);
	return (code >= 97 && code <= 122) || /[\p{L}\p{N}]/u.test(term);
}
