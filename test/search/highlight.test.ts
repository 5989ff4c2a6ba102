import { describe, expect, test } from "vitest";
import { type Highlight, highlightPassages, highlightWhole, MARKS, readMarked } from "../../src/search/highlight.js";

/** Text with its words in square brackets, as the database would mark them. */
const marked = (text: string) => text.replaceAll("[", MARKS.start).replaceAll("]", MARKS.end);

const wordsOf = ({ text, ranges }: Highlight) => ranges.map(({ start, end }) => text.slice(start, end));

describe("a marked text", () => {
	test.each([
		["nothing marked", "nothing marked", []],
		["[a] b [c]", "a b c", ["a", "c"]],
		["😀 [ström] 👩‍👩‍👧 [𝕊]", "😀 ström 👩‍👩‍👧 𝕊", ["ström", "𝕊"]],
		["<b>[strike]</b> & co", "<b>strike</b> & co", ["strike"]],
		["[one][two]", "onetwo", ["one", "two"]],
		["[]", "", [""]],
	])("%j is the text, and offsets of the words in UTF-16 code units", (given, text, words) => {
		const read = readMarked(marked(given));
		expect(read.text).toBe(text);
		expect(wordsOf({ field: "", ...read })).toEqual(words);
	});

	test("without any of the words is no highlight", () => {
		expect(highlightWhole("title", "Dockers walk out")).toBeNull();
		expect(highlightPassages("text", "Dockers walk out. ".repeat(100))).toEqual([]);
	});
});

describe("passages of a long text", () => {
	const filler = "Nothing of it is told in these words here. ".repeat(20);

	test("are at most two, in the order of the text, each where most different words stand", () => {
		const passages = highlightPassages(
			"text",
			marked(`${filler}[strike] [strike]. ${filler}The [strike] in [Velsen]. ${filler}[Velsen].`),
		);
		expect(passages.map(wordsOf)).toEqual([
			["strike", "strike"],
			["strike", "Velsen"],
		]);
		for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(240);
	});

	test("are stretches of the text, cut between words", () => {
		const text = `${filler}The [strike] goes on. ${filler}`;
		const [passage] = highlightPassages("text", marked(text));
		expect(text.replaceAll(/[[\]]/g, "")).toContain(passage?.text);
		expect(passage?.text).toMatch(/^\S.*\S$/);
		expect(filler.split(" ")).toContain(passage?.text.split(" ")[0]);
	});

	test.each([
		["a word without end", `${"x".repeat(1_000)} [${"y".repeat(500)}] ${"z".repeat(1_000)}`],
		["emoji without a blank", `${"😀".repeat(500)}[strike]${"😀".repeat(500)}`],
		["emoji without a blank, from an odd place", `a${"😀".repeat(500)}[strike]${"😀".repeat(501)}`],
		["only the word", "[strike]"],
	])("of %s never cut a character in two, and have the word whole", (_, text) => {
		const [passage] = highlightPassages("text", marked(text));
		if (!passage) throw new Error("no passage");
		expect(passage.text.isWellFormed()).toBe(true);
		expect(wordsOf(passage)).toEqual([/\[(.*)\]/.exec(text)?.[1]]);
	});

	test("are chosen among as many words as there can be in time that grows with their number only", () => {
		const timeOf = (count: number) => {
			const text = marked("[x] ".repeat(count));
			// Of the processor: others have the machine too.
			const times = Array.from({ length: 7 }, () => {
				const before = process.cpuUsage();
				highlightPassages("text", text);
				const { user, system } = process.cpuUsage(before);
				return user + system;
			});
			return Math.min(...times);
		};
		timeOf(2_000);
		expect(timeOf(40_000) / timeOf(4_000)).toBeLessThan(60);
	});
});
