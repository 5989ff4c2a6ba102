import { describe, expect, it } from "vitest";
import { answerLine } from "../../src/cli/answer-line.js";

const answer = (value: unknown) =>
	answerLine({ number: 7, text: typeof value === "string" ? value : JSON.stringify(value) });
const ARTICLE = {
	id: "a",
	text: "The dam burst on Monday. Two villages were flooded as a result.",
	publishedAt: "2026-05-05",
};

describe("a line handed to analyze", () => {
	it("is answered with its id and everything the contract names", () => {
		const { ok, answer: analysis } = answer(ARTICLE);
		expect(ok).toBe(true);
		expect(Object.keys(analysis as object).sort()).toEqual(
			["causalLinks", "entities", "id", "language", "mentions", "sections", "sentences", "timeExpressions"].sort(),
		);
		expect(analysis).toMatchObject({ id: "a", timeExpressions: [{ text: "Monday", value: "2026-05-04" }] });
	});

	it.each<[string, unknown, object]>([
		["is no JSON", "{", { line: 7, error: expect.stringMatching(/^the line is not JSON/) }],
		["is no object", "[1]", { line: 7, error: "the line is not a JSON object" }],
		["has no id", { text: "x" }, { line: 7, error: 'field "id" is missing' }],
		["has no text", { id: "b" }, { id: "b", line: 7, error: 'field "text" is missing' }],
		["has a text that is none", { id: "b", text: 5 }, { id: "b", line: 7, error: 'field "text" is not a string' }],
		[
			"has a date in the year 0",
			{ ...ARTICLE, publishedAt: "0000-01-01" },
			{ id: "a", line: 7, error: 'field "publishedAt" has the year 0000, outside 1600 to 2999' },
		],
		[
			"has a date in the year 9999",
			{ ...ARTICLE, publishedAt: "9999-01-01" },
			{ id: "a", line: 7, error: 'field "publishedAt" has the year 9999, outside 1600 to 2999' },
		],
		[
			"has a date that is a number",
			{ ...ARTICLE, publishedAt: 2026 },
			{ id: "a", line: 7, error: 'field "publishedAt" is not a string' },
		],
	])("that %s gets an error with line, field and reason", (_, value, error) => {
		expect(answer(value)).toEqual({ ok: false, answer: error });
	});

	it.each([
		["empty", ""],
		["blank", " \n\t\n "],
		["of control characters and lone surrogates", "The \u0000dam\ud800 burst\u0007 on Monday.\udc00"],
		["of 200 kB", "The dam burst on Monday. ".repeat(8_000)],
	])("may be a text %s, and every offset lies in it", (_, text) => {
		const { ok, answer: analysis } = answer({ ...ARTICLE, text });
		expect(ok).toBe(true);
		const { sentences, timeExpressions } = analysis as {
			sentences: { end: number }[];
			timeExpressions: { end: number }[];
		};
		for (const { end } of [...sentences.slice(-1), ...timeExpressions.slice(-1)])
			expect(end).toBeLessThanOrEqual(text.length);
	});
});
