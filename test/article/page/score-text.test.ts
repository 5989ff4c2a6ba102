import { describe, expect, it } from "vitest";
import { matchText, scoreTexts } from "./score-text.js";

describe("the measure of extracted texts", () => {
	it.each([
		["a text found whole", "one two three four five", "one two three four five", 1, 1],
		["a word too many", "one two three four", "one two three four five", 1 / 2, 1],
		["a word too few", "one two three four five", "one two three four", 1, 1 / 2],
		["a text found twice", "a b c d", "a b c d a b c d", 1 / 5, 1],
		["a text shorter than a run", "one two", "one two", 1, 1],
		["another short text", "one two", "two one", 0, 0],
		["nothing found", "one two three four", "", null, 0],
		["something found where nothing was", "", "one two three four", 0, null],
		["words with marks of punctuation and other scripts", "Квота: 5_000, ja!", "Квота 5_000 ja", 1, 1],
	])("counts %s", (_, truth, found, precision, recall) => {
		expect(matchText(truth, found)).toEqual({ precision, recall });
	});

	it("takes means over pages, and leaves out pages on which a share has no meaning", () => {
		const score = scoreTexts([
			{ precision: 1, recall: 0.5 },
			{ precision: null, recall: 0.5 },
			{ precision: 0.5, recall: null },
		]);
		expect(score).toEqual({ precision: 0.75, recall: 0.5, f1: 0.6 });
	});
});
