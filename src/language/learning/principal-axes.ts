/**
 * The directions in which a cloud of points spreads most (principal component analysis, by subspace iteration on the
 * covariance): unit vectors, widest first. Deterministic.
 * @param points rows of equal length.
 * @param count how many directions; at most the length of a row.
 */
export function principalAxes(points: readonly Float64Array[], count: number): Float64Array[] {
	const size = points[0]?.length ?? 0;
	const covariance = covarianceOf(points, size);
	let axes: Float64Array[] = Array.from({ length: count }, (_, axis) =>
		Float64Array.from({ length: size }, (_, i) => (i === axis ? 1 : 1 / (1 + Math.abs(i - axis)))),
	);
	for (let round = 0; round < ROUNDS; round++) {
		axes = orthonormal(axes.map((axis) => multiply(covariance, axis)));
	}
	return axes;
}

/** Enough for directions whose spreads differ by a few hundredths. */
const ROUNDS = 200;

/** The mean of points. */
export function meanOf(points: readonly Float64Array[]): Float64Array {
	const mean = new Float64Array(points[0]?.length ?? 0);
	for (const point of points)
		for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (point[i] as number);
	return mean.map((sum) => sum / Math.max(1, points.length));
}

export function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
	return sum;
}

function covarianceOf(points: readonly Float64Array[], size: number): Float64Array[] {
	const mean = meanOf(points);
	const covariance = Array.from({ length: size }, () => new Float64Array(size));
	for (const point of points) {
		const centred = point.map((value, i) => value - (mean[i] as number));
		for (let i = 0; i < size; i++) {
			const row = covariance[i] as Float64Array;
			for (let j = 0; j < size; j++) row[j] = (row[j] as number) + (centred[i] as number) * (centred[j] as number);
		}
	}
	return covariance;
}

const multiply = (rows: readonly Float64Array[], vector: Float64Array): Float64Array =>
	Float64Array.from(rows, (row) => dot(row, vector));

/** Gram and Schmidt. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
	const done: Float64Array[] = [];
	for (const vector of vectors) {
		const rest = Float64Array.from(vector);
		for (const other of done) {
			const share = dot(rest, other);
			for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - share * (other[i] as number);
		}
		const length = Math.sqrt(dot(rest, rest)) || 1;
		done.push(rest.map((value) => value / length));
	}
	return done;
}
