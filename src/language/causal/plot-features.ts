import { featureHash, wordHash } from "../learning/hashing.js";
import type { Features } from "../learning/linear-model.js";
import { formOf, typeHash } from "./happenings.js";
import { orderOf } from "./junction-place.js";
import type { Recurrence } from "./recurring-words.js";
import { type SentenceFacts, tagNumber } from "./sentence-facts.js";
import type { BelievedLink } from "./sentence-links.js";
import { DIMENSIONS, likeness, meaningAt } from "./word-meanings.js";

/** Words between two happenings that are looked at one by one. */
const BETWEEN = 12;
/** Words between them that are looked at as a whole. */
const SHORT = 4;

/** Where the measured features of the first happening, the second and the pair stand among all. */
export const MEASURED_AT = { first: 0, second: DIMENSIONS, pair: 2 * DIMENSIONS } as const;
export const PLOT_MEASURES = 2 * DIMENSIONS + 1;

const JOINING: ReadonlySet<number> = new Set((["ADP", "SCONJ", "PUNCT", "CCONJ", "PART"] as const).map(tagNumber));

/** What is asked about a happening again and again, in numbers. */
export interface HappeningFacts {
	/** Position in the sentence. */
	at: number;
	lemma: number;
	tag: number;
	form: number;
	/** The type of event that the word alone names. */
	type: number;
	/** Sentences of the article that hold the word; whether already its opening does. */
	spread: number;
	opens: number;
	meaning: Float32Array;
}

/** Gathers the facts of the word at a position. */
export function describeHappening(facts: SentenceFacts, recurrence: Recurrence, at: number): HappeningFacts {
	const lemma = facts.lemmas[at] as number;
	return {
		at,
		lemma,
		tag: facts.tags[at] as number,
		form: formOf(facts, at),
		type: typeHash(facts.view.tokens[facts.view.first + at]),
		spread: recurrence.spread(lemma),
		opens: recurrence.opens(lemma) ? 1 : 0,
		meaning: meaningAt(facts, at),
	};
}

/** All features of two happenings of one sentence, in text order. They are made of three parts that add up. */
export function plotFeatures(
	facts: SentenceFacts,
	recurrence: Recurrence,
	told: readonly BelievedLink[],
	first: HappeningFacts,
	second: HappeningFacts,
): Features {
	return {
		hashes: [
			...sideFeatures(facts, recurrence, first, "first"),
			...sideFeatures(facts, recurrence, second, "second"),
			...pairFeatures(facts, told, first, second),
		],
		measured: [first.meaning, second.meaning, [alikeness(first, second)]],
	};
}

/** Features of one happening as the first or second of a pair: its word and form, its neighbours, how far the article returns to it. */
export function sideFeatures(
	{ words, length, view }: SentenceFacts,
	recurrence: Recurrence,
	{ at, lemma, form, type, spread }: HappeningFacts,
	side: "first" | "second",
): number[] {
	const template = side === "first" ? 100 : 200;
	return [
		featureHash(template, lemma),
		featureHash(2, lemma),
		featureHash(template + 1, form),
		featureHash(template + 2, Math.min(5, spread)),
		featureHash(template + 3, Math.min(6, Math.round((12 * spread) / recurrence.sentences))),
		featureHash(template + 4, words[at - 1] ?? 0),
		featureHash(template + 5, words[at + 1] as number),
		featureHash(template + 6, type),
		featureHash(template + 7, Math.min(4, view.index)),
		featureHash(template + 8, length >> 3),
	];
}

/** Features that only the two together have: what stands between them, and what the sentence tells of them as a link. */
export function pairFeatures(
	{ words, tags, view }: SentenceFacts,
	told: readonly BelievedLink[],
	first: HappeningFacts,
	second: HappeningFacts,
): number[] {
	const distance = second.at - first.at;
	const out = [
		featureHash(5, first.form, second.form),
		featureHash(6, first.tag, second.tag),
		featureHash(7, first.lemma, second.lemma),
		featureHash(10, Math.min(5, first.spread, second.spread)),
		featureHash(13, first.opens, second.opens),
		featureHash(14, Math.min(12, distance)),
		featureHash(15, Math.min(8, Math.floor(distance / 3))),
		featureHash(32, first.type, second.type),
	];
	let sequence = 0;
	let sequenceTags = 0;
	let verbs = 0;
	for (let i = first.at + 1; i < second.at; i++) {
		const word = words[i] as number;
		const tag = tags[i] as number;
		if (i <= first.at + BETWEEN) out.push(featureHash(22, word));
		if (JOINING.has(tag)) out.push(featureHash(23, word, first.tag, second.tag));
		if (view.groupAt(view.first + i)?.head === view.first + i) verbs++;
		if (i > first.at + SHORT) continue;
		sequence = featureHash(24, sequence, word);
		sequenceTags = featureHash(25, sequenceTags, tag);
	}
	out.push(featureHash(26, Math.min(4, verbs)));
	if (distance - 1 <= SHORT) out.push(sequence, featureHash(27, sequenceTags, first.tag, second.tag));
	for (const link of told) addTold(out, link, view.first + first.at, view.first + second.at);
	return out;
}

/** How alike the two words are meant, as a measured feature. */
export function alikeness(first: HappeningFacts, second: HappeningFacts): number {
	return 2 * likeness(first.meaning, second.meaning);
}

function addTold(out: number[], { candidate, basis, confidence }: BelievedLink, first: number, second: number): void {
	const { cause, effect } = candidate;
	const [before, behind] = cause.first < effect.first ? [cause, effect] : [effect, cause];
	if (first < before.first || first >= before.end || second < behind.first || second >= behind.end) return;
	const order = wordHash(orderOf(candidate));
	out.push(featureHash(28, order));
	out.push(featureHash(29, order, wordHash(basis), Math.floor(confidence * 5)));
	out.push(featureHash(33, order, Math.min(6, before.end - before.first), Math.min(6, behind.end - behind.first)));
}
