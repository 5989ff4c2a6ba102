import { describe, expect, test } from "vitest";
import { tokenize } from "../../src/language/tokens.js";

const sentences = (text: string): string[] => tokenize(text).sentences.map(({ start, end }) => text.slice(start, end));

describe("a sentence", () => {
	test.each([
		['They left the court. "We won," she said.', ["They left the court.", '"We won," she said.']],
		["They left the court. 'We won,' she said.", ["They left the court.", "'We won,' she said."]],
		['He said so. "It is over." Then he left.', ["He said so.", '"It is over."', "Then he left."]],
		["They left. “We won,” she said.", ["They left.", "“We won,” she said."]],
	])("ends before an opening quotation mark: %s", (text, expected) => {
		expect(sentences(text)).toEqual(expected);
	});

	test.each([
		'The "Army" is a band.',
		'He said "the dam broke."',
		'Lawyers for Tolvia Inc. "will not appeal," she said.',
		"A magnitude-6.3 quake shook the coast.",
		"The COVID-19.2 strain spread.",
	])("does not end within: %s", (text) => {
		expect(sentences(text)).toEqual([text]);
	});

	test("may end with such a number", () => {
		expect(sentences("It was a magnitude-6.3. Then it rained.")).toEqual([
			"It was a magnitude-6.3.",
			"Then it rained.",
		]);
	});
});

test("a word with a fraction is one token with exact offsets", () => {
	const text = "Two magnitude-6.3 quakes and a top-2.5 list.";
	const { tokens } = tokenize(text);
	expect(tokens.map((token) => token.text)).toEqual([
		"Two",
		"magnitude-6.3",
		"quakes",
		"and",
		"a",
		"top-2.5",
		"list",
		".",
	]);
	for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
});

test.each(["a-1.", 'It fell. "', "1.1-", '" . '])("%j repeated is read in linear time", (piece) => {
	const startedAt = performance.now();
	tokenize(piece.repeat(40_000 / piece.length));
	// A tenth of a second where it is linear; minutes where it is not.
	expect(performance.now() - startedAt).toBeLessThan(5_000);
});
