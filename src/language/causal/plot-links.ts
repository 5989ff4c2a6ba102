import { type LinearModel, probabilityOf, scoreOfBlock, scoreOfHashes } from "../learning/linear-model.js";
import { findHappenings, type Happening } from "./happenings.js";
import type { Order } from "./junction-place.js";
import type { PlotModels } from "./models.js";
import {
	alikeness,
	describeHappening,
	type HappeningFacts,
	MEASURED_AT,
	pairFeatures,
	sideFeatures,
} from "./plot-features.js";
import type { Recurrence } from "./recurring-words.js";
import type { SentenceFacts } from "./sentence-facts.js";
import type { BelievedLink } from "./sentence-links.js";

/** Two happenings of a sentence between which the article's storyline runs. Positions in the sentence, in text order. */
export interface PlotLink {
	first: number;
	second: number;
	order: Order;
	/** That annotators who mark both as events would link them so; 0–1. */
	probability: number;
}

/** Words less likely than this to tell a happening are not paired. */
const MIN_HAPPENING = 0.15;
/** As many happenings of a sentence are paired: the likeliest. */
const MAX_HAPPENINGS = 12;
/** A pair is kept from here on: its probability times the mean likelihood of its happenings. */
const MIN_PAIR = 0.12;
/** No pair is much likelier than this; for what cannot come up to the mark nothing is computed. */
const MAX_PROBABILITY = 0.6;
/** And if this way round is so many times likelier than the other. */
const MIN_RATIO = 1.25;

/** A happening with what it adds, as the first and as the second of a pair, to the log-odds of either order. */
interface ScoredHappening {
	probability: number;
	known: HappeningFacts;
	causeFirst: SideScores;
	effectFirst: SideScores;
}

interface SideScores {
	first: number;
	second: number;
}

/** The pairs of happenings of a sentence that may belong to the storyline, each in its likelier order. */
export function plotLinks(
	models: PlotModels,
	facts: SentenceFacts,
	recurrence: Recurrence,
	told: readonly BelievedLink[],
): PlotLink[] {
	const happenings = likeliest(findHappenings(models, facts, recurrence)).map((happening) =>
		scoreSides(models, facts, recurrence, happening),
	);
	const links: PlotLink[] = [];
	for (let i = 0; i < happenings.length; i++) {
		for (let j = i + 1; j < happenings.length; j++) {
			const first = happenings[i] as ScoredHappening;
			const second = happenings[j] as ScoredHappening;
			const certainty = Math.sqrt(first.probability * second.probability);
			if (certainty * MAX_PROBABILITY < MIN_PAIR) continue;
			const hashes = pairFeatures(facts, told, first.known, second.known);
			const alike = [alikeness(first.known, second.known)];
			const forward = judgePair(models.causeFirst, first.causeFirst, second.causeFirst, hashes, alike);
			const backward = judgePair(models.effectFirst, first.effectFirst, second.effectFirst, hashes, alike);
			const probability = Math.max(forward, backward);
			if (probability * certainty < MIN_PAIR || probability < MIN_RATIO * Math.min(forward, backward)) continue;
			const order = forward >= backward ? "CAUSE_FIRST" : "EFFECT_FIRST";
			links.push({ first: first.known.at, second: second.known.at, order, probability });
		}
	}
	return links;
}

function judgePair(
	model: LinearModel,
	first: SideScores,
	second: SideScores,
	hashes: readonly number[],
	alike: readonly number[],
): number {
	const pair = scoreOfHashes(model, hashes) + scoreOfBlock(model, alike, MEASURED_AT.pair);
	return probabilityOf(model.bias + first.first + second.second + pair);
}

function scoreSides(
	models: PlotModels,
	facts: SentenceFacts,
	recurrence: Recurrence,
	{ at, probability }: Happening,
): ScoredHappening {
	const known = describeHappening(facts, recurrence, at);
	const first = sideFeatures(facts, recurrence, known, "first");
	const second = sideFeatures(facts, recurrence, known, "second");
	return {
		probability,
		known,
		causeFirst: sideScores(models.causeFirst, known, first, second),
		effectFirst: sideScores(models.effectFirst, known, first, second),
	};
}

function sideScores(
	model: LinearModel,
	{ meaning }: HappeningFacts,
	first: readonly number[],
	second: readonly number[],
): SideScores {
	return {
		first: scoreOfHashes(model, first) + scoreOfBlock(model, meaning, MEASURED_AT.first),
		second: scoreOfHashes(model, second) + scoreOfBlock(model, meaning, MEASURED_AT.second),
	};
}

function likeliest(happenings: readonly Happening[]): Happening[] {
	return happenings
		.filter(({ probability }) => probability >= MIN_HAPPENING)
		.sort((a, b) => b.probability - a.probability || a.at - b.at)
		.slice(0, MAX_HAPPENINGS)
		.sort((a, b) => a.at - b.at);
}
