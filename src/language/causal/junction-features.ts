import { featureHash, wordHash } from "../learning/hashing.js";
import type { CausalCandidate } from "./candidate.js";
import type { JunctionPlace } from "./junction-place.js";
import type { SentenceFacts } from "./sentence-facts.js";

/** Distances beyond this are all alike. */
const FAR = 7;

/**
 * Features of a place between two tokens where one argument of a causal relation may end and the other begin: the words
 * around it, the verbs and nouns nearest on both sides together with the word at it, and what the lexicon reads there.
 */
export function junctionFeatures(facts: SentenceFacts, { at, read, refused }: JunctionPlace): number[] {
	const { words, lemmas, tags, length } = facts;
	const here = words[at] as number;
	const last = words[at - 1] as number;
	const next = words[at + 1] as number;
	const tag = tags[at] as number;
	const lastTag = tags[at - 1] as number;
	const nextTag = tags[at + 1] as number;
	const out = [
		featureHash(0, here),
		featureHash(1, last),
		featureHash(2, next),
		featureHash(3, lemmas[at] as number),
		featureHash(4, lemmas[at - 1] as number),
		featureHash(5, here, next),
		featureHash(6, last, here),
		featureHash(7, here, next, words[at + 2] as number),
		featureHash(8, lastTag, tag),
		featureHash(9, lastTag, tag, nextTag),
		featureHash(10, lastTag * 32 + tag, nextTag, tags[at + 2] as number),
		featureHash(11, here, nextTag),
		featureHash(12, lastTag, here),
		featureHash(13, lastTag, here, nextTag),
		featureHash(14, words[0] as number, here),
		featureHash(15, length >> 3),
		featureHash(16, here, Math.floor((4 * at) / length)),
	];
	const before = facts.verbBefore[at];
	const after = facts.verbAfter[at];
	if (before) {
		out.push(
			featureHash(20, before.lemma),
			featureHash(21, before.lemma, here),
			featureHash(22, here, before.form, before.passive),
			featureHash(23, here, before.tense),
			featureHash(24, here, Math.min(FAR, at - before.end)),
		);
		if (before.modal) out.push(featureHash(25, here));
	} else out.push(featureHash(26, here));
	if (after) {
		out.push(
			featureHash(30, after.lemma),
			featureHash(31, after.lemma, here),
			featureHash(32, here, after.form, after.passive),
			featureHash(33, here, after.tense),
			featureHash(34, here, Math.min(FAR, after.first - at)),
		);
	} else out.push(featureHash(35, here));
	if (before && after)
		out.push(featureHash(40, before.form, after.form, here), featureHash(41, before.lemma, after.lemma));
	const nounBefore = facts.nounBefore[at] as number;
	if (nounBefore >= 0) {
		const lemma = lemmas[nounBefore] as number;
		out.push(featureHash(42, lemma, here), featureHash(43, lemma));
	}
	const nounAfter = facts.nounAfter[at] as number;
	if (nounAfter >= 0) {
		const lemma = lemmas[nounAfter] as number;
		out.push(featureHash(44, lemma, here), featureHash(45, lemma));
	}
	for (const candidate of read) addCandidate(out, candidate);
	if (refused !== null) out.push(featureHash(53, 0), featureHash(54, wordHash(refused)));
	return out;
}

function addCandidate(out: number[], candidate: CausalCandidate): void {
	const order = candidate.cause.first < candidate.effect.first ? 1 : 2;
	out.push(featureHash(50, wordHash(candidate.entry ?? ""), order));
	out.push(featureHash(51, Math.round(candidate.reliability * 10), order));
	for (const feature of candidate.features) out.push(featureHash(52, wordHash(feature), order));
}
