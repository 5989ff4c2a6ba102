import stored from "../en/word-vectors.json" with { type: "json" };
import { unpackVectors, type WordVectors } from "../learning/word-vectors.js";
import { CONTENT_TAGS } from "./recurring-words.js";
import type { SentenceFacts } from "./sentence-facts.js";

let vectors: WordVectors | undefined;

/** The English word vectors, unpacked when first asked for. */
function wordVectors(): WordVectors {
	vectors ??= unpackVectors(stored, STRETCH);
	return vectors;
}

/** Measured features that a meaning makes. */
export const DIMENSIONS: number = stored.dimensions;

/** Stretches measured features to the size at which they learn as fast as yes-or-no ones; set by trial. */
const STRETCH = 1.5;
const MEAN_STRETCH = 5;

const UNKNOWN = new Float32Array(DIMENSIONS);

/** What the word at a position of a sentence means, as measured features; noughts where it is not known. */
export function meaningAt({ view, meanings }: SentenceFacts, at: number): Float32Array {
	const known = meanings[at];
	if (known) return known;
	const token = view.tokens[view.first + at];
	const meaning = (token && wordVectors().of(token.lower, token.lemma)) ?? UNKNOWN;
	meanings[at] = meaning;
	return meaning;
}

/** How alike two meanings are: the cosine between them; 0 where one is not known. */
export function likeness(a: Float32Array, b: Float32Array): number {
	let sum = 0;
	for (let i = 0; i < DIMENSIONS; i++) sum += (a[i] as number) * (b[i] as number);
	return sum / (STRETCH * STRETCH);
}

/** What the content words of a sentence mean on average, as measured features. */
export function meanMeaning(facts: SentenceFacts): Float32Array {
	const mean = new Float32Array(DIMENSIONS);
	let count = 0;
	for (let at = 0; at < facts.length; at++) {
		const token = facts.view.tokens[facts.view.first + at];
		if (!token || !CONTENT_TAGS.has(token.pos)) continue;
		const meaning = meaningAt(facts, at);
		if (meaning === UNKNOWN) continue;
		count++;
		for (let i = 0; i < DIMENSIONS; i++) mean[i] = (mean[i] as number) + (meaning[i] as number);
	}
	const scale = MEAN_STRETCH / (STRETCH * Math.max(1, count));
	for (let i = 0; i < DIMENSIONS; i++) mean[i] = (mean[i] as number) * scale;
	return mean;
}
