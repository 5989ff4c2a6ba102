/** A logistic regression over hashed yes-or-no features and a few measured ones. */
export interface LinearModel {
	/** The table of hashed features has 2^bits weights. */
	bits: number;
	/** Times `scale`. Signed bytes where the model comes from a file: small enough to stay in the processor's cache. */
	weights: Int8Array | Float32Array;
	scale: number;
	/** Weights of the measured features, by position. */
	dense: readonly number[];
	bias: number;
}

/** What is known of one case: hashes of the features it has, and blocks of measured values (around -5 to 5), end to end. */
export interface Features {
	hashes: readonly number[];
	measured?: readonly ArrayLike<number>[];
}

/** The log-odds of "yes". */
export function scoreOf(model: LinearModel, { hashes, measured }: Features): number {
	let sum = model.bias + scoreOfHashes(model, hashes);
	let at = 0;
	for (const block of measured ?? []) {
		sum += scoreOfBlock(model, block, at);
		at += block.length;
	}
	return sum;
}

/** What hashed features add to the log-odds. */
export function scoreOfHashes({ weights, scale, bits }: LinearModel, hashes: readonly number[]): number {
	const shift = 32 - bits;
	let sum = 0;
	for (let i = 0; i < hashes.length; i++) sum += weights[(hashes[i] as number) >>> shift] as number;
	return sum * scale;
}

/** What measured features add to the log-odds, of which the first has the position `at`. */
export function scoreOfBlock({ dense }: LinearModel, block: ArrayLike<number>, at: number): number {
	let sum = 0;
	for (let i = 0; i < block.length; i++) sum += (dense[at + i] as number) * (block[i] as number);
	return sum;
}

/** Log-odds to probability. */
export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score));

/** Probability to log-odds; 0 and 1 stay finite. */
export function logOdds(probability: number): number {
	const p = Math.min(0.999, Math.max(0.001, probability));
	return Math.log(p / (1 - p));
}

/**
 * How a model stands in a JSON file: `weights` is base64 of signed bytes, -127 to 127, each times `scale`. Rounding to them
 * moves a probability by less than a thousandth.
 */
export interface StoredModel {
	bits: number;
	scale: number;
	bias: number;
	dense: number[];
	weights: string;
}

/** A model as its file tells it. Throws a RangeError if the table has another length than it says. */
export function unpackModel(stored: StoredModel): LinearModel {
	const bytes = Int8Array.from(atob(stored.weights), (char) => char.charCodeAt(0));
	if (bytes.length !== 2 ** stored.bits)
		throw new RangeError(`a model of ${stored.bits} bits has ${2 ** stored.bits} weights, not ${bytes.length}`);
	return { bits: stored.bits, weights: bytes, scale: stored.scale, dense: stored.dense, bias: stored.bias };
}

/** The file form of a model. */
export function packModel(model: LinearModel): StoredModel {
	let largest = 0;
	for (const weight of model.weights) largest = Math.max(largest, Math.abs(weight));
	const step = largest / 127 || 1;
	const bytes = Uint8Array.from(model.weights, (weight) => Math.round(weight / step));
	let binary = "";
	for (const byte of bytes) binary += String.fromCharCode(byte);
	const round = (value: number): number => Math.round(value * 1e4) / 1e4;
	return {
		bits: model.bits,
		scale: Math.round(step * model.scale * 1e7) / 1e7,
		bias: round(model.bias),
		dense: model.dense.map(round),
		weights: btoa(binary),
	};
}
