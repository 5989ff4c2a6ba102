import { featureHash, wordHash } from "../learning/hashing.js";
import { type Features, logOdds, probabilityOf, scoreOf } from "../learning/linear-model.js";
import type { Junction } from "./junctions.js";
import { lexiconConfidence } from "./lexicon-confidence.js";
import type { CausalModels } from "./models.js";
import type { SentenceReading } from "./read-signals.js";
import type { SentenceFacts } from "./sentence-facts.js";
import { DIMENSIONS, meanMeaning } from "./word-meanings.js";

/** As many measured features as `sentenceFeatures` gives. */
export const SENTENCE_MEASURES = 5 + DIMENSIONS;
/** Junctions whose probabilities are looked at one by one. */
const STRONGEST = 3;

/**
 * Features of a whole sentence: its base forms and word pairs, its size, what the lexicon reads in it, and measured, how
 * likely its junctions are, together and the three best, the best reading of the lexicon, and what its words mean on average.
 */
export function sentenceFeatures(
	facts: SentenceFacts,
	{ candidates, refused }: SentenceReading,
	junctions: readonly Junction[],
): Features {
	const { words, lemmas, length, verbBefore } = facts;
	const hashes = new Set<number>();
	let verbs = 0;
	for (let i = 0; i < length; i++) {
		hashes.add(featureHash(0, lemmas[i] as number));
		if (i === 0) continue;
		hashes.add(featureHash(1, words[i - 1] as number, words[i]));
		if (verbBefore[i] !== verbBefore[i - 1]) verbs++;
	}
	hashes.add(featureHash(2, Math.min(8, verbs)));
	hashes.add(featureHash(3, Math.min(10, length >> 2)));
	let best = 0;
	let read = 0;
	for (const candidate of candidates) {
		const confidence = lexiconConfidence(candidate);
		const kept = confidence >= 0.5 ? 1 : 0;
		read += kept;
		best = Math.max(best, confidence);
		hashes.add(featureHash(4, wordHash(candidate.entry ?? ""), kept));
		hashes.add(featureHash(5, kept));
		hashes.add(featureHash(6, wordHash(candidate.mode), kept));
	}
	hashes.add(featureHash(7, Math.min(3, read)));
	for (const entry of refused.values()) hashes.add(featureHash(8, wordHash(entry)));
	return { hashes: [...hashes], measured: [junctionMeasures(junctions), [4 * best], meanMeaning(facts)] };
}

function junctionMeasures(junctions: readonly Junction[]): number[] {
	const byToken = new Map<number, number>();
	for (const { token, probability } of junctions) byToken.set(token, (byToken.get(token) ?? 0) + probability);
	let none = 1;
	const strongest: number[] = new Array(STRONGEST).fill(0);
	for (const sum of byToken.values()) {
		let probability = Math.min(0.999, sum);
		none *= 1 - probability;
		for (let i = 0; i < STRONGEST; i++) {
			const other = strongest[i] as number;
			if (probability <= other) continue;
			strongest[i] = probability;
			probability = other;
		}
	}
	return [logOdds(1 - none), ...strongest.map(logOdds)];
}

/** How likely it is that the sentence tells a causal relation; 0–1. */
export function judgeSentence(
	models: CausalModels,
	facts: SentenceFacts,
	reading: SentenceReading,
	junctions: readonly Junction[],
): number {
	return probabilityOf(scoreOf(models.sentence, sentenceFeatures(facts, reading, junctions)));
}
