import { describe, expect, it } from "vitest";
import { packVectors } from "../../../src/language/learning/pack-vectors.js";
import { unpackVectors } from "../../../src/language/learning/word-vectors.js";

/** Three words on one line and two on another, with a little noise on a third axis. */
const POINTS: Record<string, number[]> = {
	flood: [1, 0.1, 0.01],
	storm: [1, 0.12, -0.01],
	"2024": [5, 5, 5],
	rain: [0.9, 0.1, 0.02],
	vote: [0.1, 1, -0.02],
	ballot: [0.12, 0.95, 0.01],
};

const stored = packVectors(Object.keys(POINTS), (word) => POINTS[word] ?? [], { words: 5, dimensions: 2 });

describe("packed word vectors", () => {
	const vectors = unpackVectors(stored);
	const cosine = (a: string, b: string): number => {
		const one = Array.from(vectors.of(a, a) ?? []);
		const other = Array.from(vectors.of(b, b) ?? []);
		return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
	};

	it("keep words used alike together and others apart", () => {
		expect(cosine("flood", "storm")).toBeGreaterThan(0.9);
		expect(cosine("vote", "ballot")).toBeGreaterThan(0.9);
		expect(cosine("flood", "vote")).toBeLessThan(0);
	});

	it("are of the length asked for", () => {
		const long = unpackVectors(stored, 2).of("rain", "rain") ?? [];
		expect(Math.hypot(...long)).toBeCloseTo(2, 1);
	});

	it("are found by the base form, and not at all for what is no word", () => {
		expect(vectors.of("votes", "vote")).toEqual(vectors.of("vote", "vote"));
		expect(vectors.of("2024", "2024")).toBeNull();
	});

	it("are refused where the file is cut short", () => {
		expect(() => unpackVectors({ ...stored, vectors: stored.vectors.slice(4) })).toThrow(RangeError);
	});
});
