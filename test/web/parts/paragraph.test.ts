import { expect, test } from "vitest";
import { paragraphAround } from "../../../src/web/parts/paragraph.js";

const TEXT = "First line.\n\nBefore. The sentence. After.\nLast line.";
const START = TEXT.indexOf("The sentence.");

test("a quotation stands in its paragraph and no other", () => {
	const quoted = paragraphAround(TEXT, START, START + 13);
	expect(quoted).toEqual({ before: "Before. ", quote: "The sentence.", after: " After." });
});

test.each([
	["at the start of the text", 0, 11, { before: "", quote: "First line.", after: "" }],
	["at its end", TEXT.length - 10, TEXT.length, { before: "", quote: "Last line.", after: "" }],
])("a quotation %s", (_, start, end, expected) => {
	expect(paragraphAround(TEXT, start, end)).toEqual(expected);
});

test("of a text without paragraphs only what is near is shown", () => {
	const { before, after } = paragraphAround(`${"a".repeat(5_000)}QUOTE${"b".repeat(5_000)}`, 5_000, 5_005);
	expect([before.length, after.length]).toEqual([1_200, 1_200]);
});
