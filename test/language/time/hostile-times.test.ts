import { describe, expect, test } from "vitest";
import { recogniseTimes } from "../../../src/language/time/recognise.js";
import { resolveTimes } from "../../../src/language/time/resolve.js";
import type { PartOfSpeech, TokenizedText } from "../../../src/language/tokens.js";
import { readTimes } from "./read-times.js";

/** A text as one sentence of one-word tokens, so that only the reader's own work is timed. */
function oneSentence(text: string): TokenizedText {
	const tokens = [...text.matchAll(/\S+/g)].map((m) => ({
		start: m.index,
		end: m.index + m[0].length,
		text: m[0],
		lower: m[0].toLowerCase(),
		lemma: m[0].toLowerCase(),
		pos: "X" as PartOfSpeech,
	}));
	const end = text.length;
	return {
		text,
		tokens,
		sentences: [{ start: 0, end, firstToken: 0, endToken: tokens.length, paragraph: 0 }],
		paragraphs: [{ start: 0, end, firstSentence: 0, endSentence: 1 }],
	};
}

function milliseconds(unit: string, length: number): number {
	const doc = oneSentence(unit.repeat(Math.ceil(length / unit.length)));
	const begin = performance.now();
	resolveTimes(doc, recogniseTimes(doc), [], "2024-11-02");
	return performance.now() - begin;
}

const UNITS = [
	"on on on ",
	"1-1-1-1-",
	"two two two ",
	"two days after the vote ",
	"the first quarter ",
	"from October to March ",
	"the the the ",
	"over the last ",
	"½ 1/2 ",
	"on ",
	"1",
	"the day before ",
	"the end of the first week of ",
	"5 to ",
	"1999-",
	"May 4 and ",
	"two years and ",
	"two hundred ",
	"the night of the early ",
	"(in 1999 ",
	"new year's ",
	"3/4/",
	"monday on ",
];

describe("time grows no faster than the text", () => {
	test.each(UNITS)("%j repeated", (unit) => {
		milliseconds(unit, 10_000);
		const short = milliseconds(unit, 10_000);
		const long = milliseconds(unit, 80_000);
		// Eight times the text; the allowance covers a busy machine and short runs, a quadratic reader takes 64 times.
		expect(long).toBeLessThan(Math.max(short, 20) * 30);
	});
});

describe("nothing throws", () => {
	test.each([
		"",
		" ",
		"\n\n\n",
		"the",
		"the '",
		"in 0000",
		"0000-00-00",
		"9999-99-99",
		"99999999999999999999 years ago",
		"100000 centuries ago",
		"2.5 years later",
		"week 99",
		"the 99th century",
		"31 February 2020",
		"\ud800 May 5 \udc00",
		"the last week of the last week of the last week of the last week of May",
		"0 BC",
		"AD 0",
		"2024-10-01T99:99",
		"half",
		"every",
		"100000 decades after 2000",
		"AD 99999999999",
		"the 0000 quarter",
		"two days after the",
		"3 1/2",
		"\ud835\udfd7 May \ud835",
	])("%j", (text) => {
		for (const at of [undefined, "2024-11-02", "-271821-04-20", "+275760-09-13T00:00:00Z"])
			for (const t of readTimes(text, at)) expect(text.slice(t.start, t.end)).toBe(t.text);
	});
});
