import { describe, expect, it } from "vitest";
import { featureHash, wordHash } from "../../../src/language/learning/hashing.js";
import {
	type LinearModel,
	logOdds,
	packModel,
	probabilityOf,
	scoreOf,
	unpackModel,
} from "../../../src/language/learning/linear-model.js";
import { type Example, type TrainingOptions, trainLinear } from "../../../src/language/learning/train-linear.js";

const OPTIONS: TrainingOptions = { bits: 10, rounds: 20, rate: 0.1, l1: 0.1, l2: 1, dense: 1, runs: 2 };

/** "rain" is wet, "sun" is not, and the measured feature leans the same way; "day" stands beside both. */
const EXAMPLES: Example[] = Array.from({ length: 40 }, (_, i) => ({
	hashes: [featureHash(0, wordHash(i % 2 ? "rain" : "sun")), featureHash(0, wordHash("day"))],
	measured: [[i % 2 ? 1 : -1]],
	yes: i % 2 === 1,
}));

const probability = (model: LinearModel, word: string, measure: number): number =>
	probabilityOf(scoreOf(model, { hashes: [featureHash(0, wordHash(word))], measured: [[measure]] }));

describe("a trained model", () => {
	const model = trainLinear(EXAMPLES, OPTIONS);

	it("tells the cases apart by hashed and by measured features", () => {
		expect(probability(model, "rain", 1)).toBeGreaterThan(0.8);
		expect(probability(model, "sun", -1)).toBeLessThan(0.2);
		expect(probability(model, "rain", 0)).toBeGreaterThan(probability(model, "sun", 0));
		expect(probability(model, "never seen", 1)).toBeGreaterThan(probability(model, "never seen", -1));
	});

	it("gives no weight to what stands beside both answers", () => {
		expect(Math.abs(probability(model, "day", 0) - probability(model, "never seen", 0))).toBeLessThan(0.1);
	});

	it("is the same each time it is trained", () => {
		expect(trainLinear(EXAMPLES, OPTIONS)).toEqual(model);
	});

	it("comes back from its file with the same answers to a hundredth", () => {
		const stored = unpackModel(JSON.parse(JSON.stringify(packModel(model))));
		for (const word of ["rain", "sun", "day", "never seen"])
			expect(probability(stored, word, 0.5)).toBeCloseTo(probability(model, word, 0.5), 2);
	});
});

it("a model that was cut short is refused", () => {
	const stored = packModel(trainLinear(EXAMPLES, OPTIONS));
	expect(() => unpackModel({ ...stored, weights: stored.weights.slice(0, 100) })).toThrow(RangeError);
});

it.each([0, 0.2, 0.5, 0.9, 1])("log-odds of %d are finite and lead back to it", (probability) => {
	expect(probabilityOf(logOdds(probability))).toBeCloseTo(probability, 2);
});
