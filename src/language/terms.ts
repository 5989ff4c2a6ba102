import type { Span } from "./analysis.js";
import { STOP_WORDS } from "./en/stop-words.js";
import type { Token, TokenizedText } from "./tokens.js";

/** A word that may tell one event from another, in base form. */
export type Term = string;

/** Open-class words carry the subject; adverbs and closed classes do not. */
const OPEN_CLASSES: ReadonlySet<string> = new Set(["NOUN", "PROPN", "VERB", "ADJ", "NUM"]);

/** Longer "words" are hashes, URLs and noise; they would only fill the index. */
const MAX_TERM_LENGTH = 40;

/** How often each term stands in the span (the whole text where none is given). Linear in the tokens. */
export function countTerms(doc: TokenizedText, span: Span = { start: 0, end: doc.text.length }): Map<Term, number> {
	const counts = new Map<Term, number>();
	for (const token of tokensIn(doc, span)) {
		const term = termOf(token);
		if (term) counts.set(term, (counts.get(term) ?? 0) + 1);
	}
	return counts;
}

/** The tokens that lie in the span, found by bisection. */
export function tokensIn(doc: TokenizedText, span: Span): Token[] {
	let low = 0;
	let high = doc.tokens.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((doc.tokens[middle] as Token).start < span.start) low = middle + 1;
		else high = middle;
	}
	const found: Token[] = [];
	for (let i = low; i < doc.tokens.length; i++) {
		const token = doc.tokens[i] as Token;
		if (token.end > span.end) break;
		found.push(token);
	}
	return found;
}

function termOf(token: Token): Term | null {
	if (!OPEN_CLASSES.has(token.pos)) return null;
	const term = token.lemma.replace(/['’]s$/, "").replace(/\.$/, "");
	if (term.length < 2 || term.length > MAX_TERM_LENGTH) return null;
	if (!/[\p{L}\p{N}]/u.test(term) || /^\d$/.test(term)) return null;
	return STOP_WORDS.has(term) || STOP_WORDS.has(token.lower) ? null : term;
}
