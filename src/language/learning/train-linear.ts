import type { Features, LinearModel } from "./linear-model.js";
import { probabilityOf } from "./linear-model.js";

export interface Example extends Features {
	/** The right answer. */
	yes: boolean;
}

export interface TrainingOptions {
	/** The table of hashed features has 2^bits weights. */
	bits: number;
	/** How often all examples are seen. */
	rounds: number;
	/** Learning rate, and what keeps weights small (l2) or at nought (l1). */
	rate: number;
	l1: number;
	l2: number;
	/** How many measured features the examples have. */
	dense: number;
	/** How many models are trained, each on the examples in another order, and averaged. */
	runs: number;
}

/**
 * Fits a logistic regression by FTRL-Proximal (McMahan et al., KDD 2013): a learning rate for each feature, and an L1 penalty
 * that leaves rare features without weight. The mean of a few runs evens out what the order of the examples does.
 * Deterministic: the orders come from fixed seeds.
 */
export function trainLinear(examples: readonly Example[], options: TrainingOptions): LinearModel {
	const models = Array.from({ length: options.runs }, (_, run) => trainOnce(examples, options, run + 1));
	const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / models.length;
	return {
		bits: options.bits,
		weights: Float32Array.from({ length: 2 ** options.bits }, (_, i) =>
			mean(models.map((model) => model.weights[i] ?? 0)),
		),
		scale: 1,
		dense: Array.from({ length: options.dense }, (_, i) => mean(models.map((model) => model.dense[i] ?? 0))),
		bias: mean(models.map((model) => model.bias)),
	};
}

function trainOnce(examples: readonly Example[], options: TrainingOptions, seed: number): LinearModel {
	const { bits, rate, l1, l2 } = options;
	const hashed = 2 ** bits;
	const size = hashed + options.dense + 1;
	const bias = size - 1;
	const shift = 32 - bits;
	const sums = new Float64Array(size);
	const squares = new Float64Array(size);
	const weightAt = (index: number): number => {
		const z = sums[index] as number;
		// Measured features and the bias are few: only the hashed ones are thinned out.
		const penalty = index < hashed ? l1 : 0;
		if (Math.abs(z) <= penalty) return 0;
		const slope = (1 + Math.sqrt(squares[index] as number)) / rate + (index < hashed ? l2 : 0);
		return -(z - Math.sign(z) * penalty) / slope;
	};
	const learn = (index: number, weight: number, gradient: number): void => {
		const before = squares[index] as number;
		const after = before + gradient * gradient;
		const step = (Math.sqrt(after) - Math.sqrt(before)) / rate;
		sums[index] = (sums[index] as number) + gradient - step * weight;
		squares[index] = after;
	};
	const flat = examples.map(({ measured = [] }) => measured.flatMap((block) => Array.from(block)));
	const order = Uint32Array.from(examples, (_, index) => index);
	const random = generator(seed);
	for (let round = 0; round < options.rounds; round++) {
		shuffle(order, random);
		for (const at of order) {
			const example = examples[at] as Example;
			const dense = flat[at] as readonly number[];
			let score = weightAt(bias);
			const weights = example.hashes.map((hash) => weightAt(hash >>> shift));
			for (const weight of weights) score += weight;
			const denseWeights = dense.map((_, index) => weightAt(hashed + index));
			for (const [index, weight] of denseWeights.entries()) score += weight * (dense[index] as number);
			const error = probabilityOf(score) - (example.yes ? 1 : 0);
			for (const [index, hash] of example.hashes.entries()) learn(hash >>> shift, weights[index] as number, error);
			for (const [index, weight] of denseWeights.entries())
				learn(hashed + index, weight, error * (dense[index] as number));
			learn(bias, weightAt(bias), error);
		}
	}
	const weights = Float32Array.from({ length: hashed }, (_, index) => weightAt(index));
	const dense = Array.from({ length: options.dense }, (_, index) => weightAt(hashed + index));
	return { bits, weights, scale: 1, dense, bias: weightAt(bias) };
}

/** Fisher and Yates. */
function shuffle(order: Uint32Array, random: () => number): void {
	for (let i = order.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		const kept = order[i] as number;
		order[i] = order[j] as number;
		order[j] = kept;
	}
}

/** mulberry32: numbers from 0 to below 1, the same for the same seed. */
export function generator(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}
