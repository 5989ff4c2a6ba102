import { dot, meanOf, principalAxes } from "./principal-axes.js";
import type { StoredVectors } from "./word-vectors.js";

const SOURCE = "GloVe 6B, 100 dimensions (Pennington et al., EMNLP 2014), Public Domain Dedication and License 1.0";

/** Words as texts have them in lower case; numbers and marks mean nothing by themselves. */
const WORD = /^[a-z][a-z'-]*[a-z]$/;

/**
 * Makes word vectors small: the most frequent words, on the axes along which these differ most, one byte a number.
 * @param words most frequent first.
 * @param vectorOf a word's numbers; those beyond the first hundred are left out.
 */
export function packVectors(
	words: readonly string[],
	vectorOf: (word: string) => readonly number[],
	size: { words: number; dimensions: number },
): StoredVectors {
	const kept = words.filter((word) => WORD.test(word)).slice(0, size.words);
	const points = kept.map((word) => unit(Float64Array.from(vectorOf(word).slice(0, GLOVE_DIMENSIONS))));
	const mean = meanOf(points);
	const axes = principalAxes(points, size.dimensions);
	let bytes = "";
	for (const point of points) {
		const centred = point.map((value, i) => value - (mean[i] as number));
		for (const value of unit(Float64Array.from(axes, (axis) => dot(axis, centred))))
			bytes += String.fromCharCode(Math.round(value * 127) & 255);
	}
	return { source: SOURCE, dimensions: size.dimensions, words: kept.join(" "), vectors: btoa(bytes) };
}

const GLOVE_DIMENSIONS = 100;

function unit(vector: Float64Array): Float64Array {
	const length = Math.sqrt(dot(vector, vector)) || 1;
	return vector.map((value) => value / length);
}
