import stored from "./en/word-vectors.json" with { type: "json" };
import type { Term } from "./terms.js";

let ranks: Map<Term, number> | undefined;

/**
 * In what share of news articles a term is to be expected, 0–1, before any was read. The words of the stored vectors stand in the order
 * of their frequency in newswire and encyclopedia (GloVe 6B), from which Zipf's law gives the frequency, and the length of an
 * article the chance to meet the word in it.
 */
export function expectedShare(term: Term): number {
	ranks ??= new Map(stored.words.split(" ").map((word, index) => [word, index + 1]));
	const rank = ranks.get(term);
	if (rank === undefined) return UNLISTED_SHARE;
	return Math.max(UNLISTED_SHARE, 1 - Math.exp((-ARTICLE_TERMS * ZIPF_SHARE) / (rank + ZIPF_SHIFT)));
}

/** Mandelbrot's form of Zipf's law for English: the word of rank r makes up 0.08 / (r + 2.7) of a text. */
const ZIPF_SHARE = 0.08;
const ZIPF_SHIFT = 2.7;
/** Words of a news report, about. */
const ARTICLE_TERMS = 300;
/** What is not among the 15,000 commonest words: by the formula one in 600 articles, and less for most names. */
const UNLISTED_SHARE = 0.0005;
