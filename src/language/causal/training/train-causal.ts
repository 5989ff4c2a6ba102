import type { Features, LinearModel } from "../../learning/linear-model.js";
import { type Example, type TrainingOptions, trainLinear } from "../../learning/train-linear.js";
import { optionFeatures, optionsBefore, optionsBehind } from "../argument-options.js";
import { junctionFeatures } from "../junction-features.js";
import { junctionPlaces, type Order } from "../junction-place.js";
import { type Junction, judgeJunctions } from "../junctions.js";
import {
	LINK_MEASURES,
	type LinkDraft,
	linkFeatures,
	rankJunctions,
	signalledDrafts,
	unsignalledDrafts,
} from "../link-judgement.js";
import type { CausalModels } from "../models.js";
import { judgeSentence, SENTENCE_MEASURES, sentenceFeatures } from "../sentence-judgement.js";
import { agreement } from "../sentence-links.js";
import type { AnnotatedSentence } from "./annotated-text.js";

const JUNCTION: TrainingOptions = { bits: 16, rounds: 6, rate: 0.1, l1: 0.5, l2: 10, dense: 0, runs: 1 };
const SENTENCE: TrainingOptions = {
	bits: 16,
	rounds: 10,
	rate: 0.03,
	l1: 0.5,
	l2: 30,
	dense: SENTENCE_MEASURES,
	runs: 3,
};
const OPTION: TrainingOptions = { bits: 12, rounds: 6, rate: 0.1, l1: 0.5, l2: 5, dense: 0, runs: 2 };
const LINK: TrainingOptions = { bits: 12, rounds: 10, rate: 0.05, l1: 0.5, l2: 10, dense: LINK_MEASURES, runs: 3 };

/** Both arguments of a link agree with the annotated ones by at least this. */
export const AGREEMENT = 0.5;

interface Case<T> {
	fold: number;
	features: T;
	yes: boolean;
}

/** Models for each fold, trained on the others, and one on everything. */
interface Folded {
	without: LinearModel[];
	all: LinearModel;
}

function trainFolded(cases: readonly Case<Features>[], folds: number, options: TrainingOptions): Folded {
	const train = (list: readonly Case<Features>[]): LinearModel =>
		trainLinear(
			list.map(({ features, yes }): Example => ({ ...features, yes })),
			options,
		);
	const without = Array.from({ length: folds }, (_, fold) => train(cases.filter((one) => one.fold !== fold)));
	return { without, all: train(cases) };
}

/** The trained models, and for each fold those that have not seen it. */
export interface Training {
	models: CausalModels;
	without: CausalModels[];
}

/**
 * Trains the judgements of causal claims one upon the other: junctions, then sentences, which look at the junctions, then
 * links, which look at both. What a later step sees of an earlier one comes from models that have not seen the sentence
 * (stacking, Wolpert 1992), so that training meets the same uncertainty as use.
 */
export function trainCausal(sentences: readonly AnnotatedSentence[], folds: number): Training {
	const causeFirst = trainFolded(junctionCases(sentences, "CAUSE_FIRST"), folds, JUNCTION);
	const effectFirst = trainFolded(junctionCases(sentences, "EFFECT_FIRST"), folds, JUNCTION);
	const before = trainFolded(optionCases(sentences, "before"), folds, OPTION);
	const behind = trainFolded(optionCases(sentences, "behind"), folds, OPTION);
	const blank = { bits: 0, weights: new Float32Array(1), scale: 1, dense: [], bias: 0 };
	const without = Array.from({ length: folds }, (_, fold): CausalModels => {
		const of = (model: Folded): LinearModel => model.without[fold] as LinearModel;
		return {
			sentence: blank,
			link: blank,
			causeFirst: of(causeFirst),
			effectFirst: of(effectFirst),
			before: of(before),
			behind: of(behind),
		};
	});
	const junctions = sentences.map((one) => judgeJunctions(without[one.fold] as CausalModels, one.facts, one));
	const sentence = trainFolded(
		sentences.map((one, index) => ({
			fold: one.fold,
			features: sentenceFeatures(one.facts, one, junctions[index] as Junction[]),
			yes: one.gold.length > 0,
		})),
		folds,
		SENTENCE,
	);
	for (const [fold, models] of without.entries()) models.sentence = sentence.without[fold] as LinearModel;
	const link = trainFolded(
		sentences.flatMap((one, index) =>
			draftsOf(without[one.fold] as CausalModels, one, junctions[index] as Junction[]).map((draft) => ({
				fold: one.fold,
				features: linkFeatures(one.view, draft),
				yes: isRight(one, draft),
			})),
		),
		folds,
		LINK,
	);
	for (const [fold, models] of without.entries()) models.link = link.without[fold] as LinearModel;
	const models = {
		sentence: sentence.all,
		causeFirst: causeFirst.all,
		effectFirst: effectFirst.all,
		before: before.all,
		behind: behind.all,
		link: link.all,
	};
	return { models, without };
}

function junctionCases(sentences: readonly AnnotatedSentence[], order: Order): Case<Features>[] {
	return sentences.flatMap((one) =>
		junctionPlaces(one.facts, one).map((place) => ({
			fold: one.fold,
			features: { hashes: junctionFeatures(one.facts, place) },
			yes: one.gold.some((link) => link.order === order && link.before.end === one.view.first + place.at),
		})),
	);
}

function optionCases(sentences: readonly AnnotatedSentence[], side: "before" | "behind"): Case<Features>[] {
	return sentences.flatMap(({ fold, view, gold }) =>
		gold.flatMap((link) => {
			const junction = link.before.end;
			const all = side === "before" ? optionsBefore(view, junction) : optionsBehind(view, junction);
			return all.map((option) => ({
				fold,
				features: { hashes: optionFeatures(view, junction, link.order, option, all) },
				yes: agreement(option.range, link[side]) >= AGREEMENT,
			}));
		}),
	);
}

/** The possible links of a sentence by models that have not seen it. */
export function draftsOf(models: CausalModels, one: AnnotatedSentence, junctions: readonly Junction[]): LinkDraft[] {
	const { view, facts, candidates } = one;
	const sentence = judgeSentence(models, facts, one, junctions);
	const ranked = rankJunctions(junctions);
	return [...signalledDrafts(candidates, ranked, sentence), ...unsignalledDrafts(models, view, ranked, sentence)];
}

/** The draft's arguments agree with those of an annotated link, in its direction. */
export function isRight(one: AnnotatedSentence, { candidate }: LinkDraft): boolean {
	return one.gold.some(
		(link) =>
			agreement(link.cause, candidate.cause) >= AGREEMENT && agreement(link.effect, candidate.effect) >= AGREEMENT,
	);
}
