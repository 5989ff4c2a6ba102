import { expectedShare } from "../language/term-rarity.js";
import type { Term } from "../language/terms.js";

/** How much each term of a text or an event says about its subject; before the archive's document frequencies are applied. */
export type TermWeights = ReadonlyMap<Term, number>;

/** How much a term sets apart, from the archive: larger is rarer. */
export type InverseFrequency = (term: Term) => number;

/** Of a long text only the heaviest terms are kept: the rest is chance, and an event's row must stay small. */
const MAX_TERMS = 160;

/**
 * Documents the archive is taken to hold before the first one arrives, so that in a young archive every open-class word
 * weighs about the same instead of nothing. Past a thousand articles it no longer matters.
 */
const PRIOR_DOCUMENTS = 200;

/** Smoothed inverse document frequency (Sparck Jones 1972), never below 0.1. */
export function inverseFrequency(
	documents: number,
	frequencies: Pick<ReadonlyMap<Term, number>, "get">,
): InverseFrequency {
	return (term) => Math.max(0.1, Math.log((documents + PRIOR_DOCUMENTS) / ((frequencies.get(term) ?? 0) + 1)));
}

/** So many articles of ordinary news the archive is taken to have read before its first. */
const EXPECTED_DOCUMENTS = 1000;

/**
 * Inverse document frequency that begins with what is known of English: the first article of an archive already weighs "said" at
 * next to nothing and "Klitschko" in full. What the archive itself has counted outweighs that with time.
 */
export function newsFrequency(
	documents: number,
	frequencies: Pick<ReadonlyMap<Term, number>, "get">,
): InverseFrequency {
	const all = documents + EXPECTED_DOCUMENTS + 1;
	return (term) =>
		Math.max(0.1, Math.log(all / ((frequencies.get(term) ?? 0) + EXPECTED_DOCUMENTS * expectedShare(term) + 1)));
}

/**
 * Sublinear term frequency of the heaviest terms, scaled so that the length under `idf` is 1: each article then has an equal say in the
 * event it is added to.
 */
export function weigh(counts: ReadonlyMap<Term, number>, idf: InverseFrequency = () => 1): Map<Term, number> {
	const heaviest = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).slice(0, MAX_TERMS);
	const weights = heaviest.map(([term, count]): [Term, number] => [term, 1 + Math.log(count)]);
	const length = Math.hypot(...weights.map(([term, weight]) => weight * idf(term))) || 1;
	return new Map(weights.map(([term, weight]) => [term, weight / length]));
}

/** The sum of two weightings, heaviest terms only: how an event's centroid grows. */
export function addWeights(a: TermWeights, b: TermWeights): Map<Term, number> {
	const sum = new Map(a);
	for (const [term, weight] of b) sum.set(term, (sum.get(term) ?? 0) + weight);
	if (sum.size <= MAX_TERMS) return sum;
	return new Map([...sum].sort((x, y) => y[1] - x[1] || compare(x[0], y[0])).slice(0, MAX_TERMS));
}

/** Cosine of two weightings under the archive's frequencies, 0–1. */
export function cosine(a: TermWeights, b: TermWeights, idf: InverseFrequency): number {
	let dot = 0;
	let lengthA = 0;
	let lengthB = 0;
	for (const [term, weight] of a) {
		const factor = idf(term) ** 2;
		lengthA += weight * weight * factor;
		dot += weight * (b.get(term) ?? 0) * factor;
	}
	for (const [term, weight] of b) lengthB += weight * weight * idf(term) ** 2;
	return lengthA && lengthB ? dot / Math.sqrt(lengthA * lengthB) : 0;
}

/**
 * Weight of one telling word, about: so much is taken to be missing from every mention, so that "the strike", all of whose one word is
 * found in a hundred events, is no proof, and a clause with five words in common is.
 */
const UNSEEN_WEIGHT = 6;

/** Share of the terms' weight that the other text has too, 0–1, shrunk for mentions of few words; 0 for no terms. */
export function containment(
	terms: readonly Term[],
	other: ReadonlySet<Term> | TermWeights,
	idf: InverseFrequency,
): number {
	let all = UNSEEN_WEIGHT;
	let shared = 0;
	for (const term of terms) {
		const weight = idf(term);
		all += weight;
		if (other.has(term)) shared += weight;
	}
	return shared / all;
}

/** The terms by which an event or article is looked up: heaviest first. */
export function keyTerms(weights: TermWeights, idf: InverseFrequency, count: number): Term[] {
	return [...weights]
		.map(([term, weight]): [Term, number] => [term, weight * idf(term)])
		.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
		.slice(0, count)
		.map(([term]) => term);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
