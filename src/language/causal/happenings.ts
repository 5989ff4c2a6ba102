import { EMPTY_VERBS } from "../en/causal-words.js";
import { NOUN_TYPES, VERB_TYPES } from "../en/event-types.js";
import { endingHash, featureHash, wordHash } from "../learning/hashing.js";
import { type Features, probabilityOf, scoreOf } from "../learning/linear-model.js";
import type { Token } from "../tokens.js";
import type { PlotModels } from "./models.js";
import { CONTENT_TAGS, type Recurrence } from "./recurring-words.js";
import type { SentenceFacts } from "./sentence-facts.js";
import { DIMENSIONS, meaningAt } from "./word-meanings.js";

/** A word of a sentence that tells or names a happening. */
export interface Happening {
	/** Position in the sentence. */
	at: number;
	/** That annotators would mark it as an event; 0–1. */
	probability: number;
}

/** As many measured features as `happeningFeatures` gives. */
export const HAPPENING_MEASURES = DIMENSIONS;

const FORMS = { FINITE: 1, INFINITIVE: 2, GERUND: 3, PARTICIPLE: 4 } as const;

/** Positions of the words that can tell a happening: heads of verb groups, nouns and adjectives ("dead"). */
export function happeningPlaces(facts: SentenceFacts): number[] {
	const { view, length } = facts;
	const places: number[] = [];
	for (let at = 0; at < length; at++) {
		const index = view.first + at;
		const token = view.tokens[index];
		if (!token || !CONTENT_TAGS.has(token.pos) || EMPTY_VERBS.has(token.lemma)) continue;
		const group = view.groupAt(index);
		if (!group || group.head === index) places.push(at);
	}
	return places;
}

/** What form a word stands in: of its verb group, or its part of speech. */
export function formOf(facts: SentenceFacts, at: number): number {
	const group = facts.view.groupAt(facts.view.first + at);
	if (!group) return (facts.tags[at] as number) + 16;
	return FORMS[group.form] + (group.passive ? 4 : 0) + (group.tense === "PAST" ? 8 : 0);
}

/** Features of a word that may tell a happening: itself, its ending, its form, its neighbours, how the article returns to it. */
export function happeningFeatures(facts: SentenceFacts, recurrence: Recurrence, at: number): Features {
	const { words, lemmas, tags, view } = facts;
	const tag = tags[at] as number;
	const lastTag = tags[at - 1] ?? 0;
	const nextTag = tags[at + 1] as number;
	const lemma = lemmas[at] as number;
	const form = formOf(facts, at);
	const token = view.tokens[view.first + at];
	const lower = token?.lower ?? "";
	const hashes = [
		featureHash(0, lemma),
		featureHash(1, form),
		featureHash(2, endingHash(lower, 3), tag),
		featureHash(3, endingHash(lower, 4)),
		featureHash(4, words[at - 1] ?? 0, tag),
		featureHash(5, words[at + 1] as number, tag),
		featureHash(6, lastTag, tag, nextTag),
		featureHash(7, lastTag, tag),
		featureHash(8, tag, nextTag),
		featureHash(9, Math.min(5, recurrence.spread(lemma)), tag),
		featureHash(10, recurrence.opens(lemma) ? 1 : 0, tag),
		featureHash(11, token && token.text.charCodeAt(0) !== lower.charCodeAt(0) ? 1 : 0, tag),
		featureHash(12, typeHash(token)),
	];
	return { hashes, measured: [meaningAt(facts, at)] };
}

/** How likely each word of a sentence tells a happening. */
export function findHappenings(models: PlotModels, facts: SentenceFacts, recurrence: Recurrence): Happening[] {
	return happeningPlaces(facts).map((at) => ({
		at,
		probability: probabilityOf(scoreOf(models.happening, happeningFeatures(facts, recurrence, at))),
	}));
}

const NO_TYPE = wordHash("");
const typeHashes = new Map<string, number>();
for (const types of [VERB_TYPES, NOUN_TYPES]) for (const type of types.values()) typeHashes.set(type, wordHash(type));

/** The type of event that a word alone names, as a hash. */
export function typeHash(token: Token | undefined): number {
	if (!token) return NO_TYPE;
	const type = token.pos === "VERB" ? VERB_TYPES.get(token.lemma) : NOUN_TYPES.get(token.lemma);
	return type === undefined ? NO_TYPE : (typeHashes.get(type) ?? NO_TYPE);
}
