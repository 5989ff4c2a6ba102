import { expect, test } from "vitest";
import { isMachineReadable, timeInWords } from "../../../src/web/parts/time-words.js";

test.each([
	["2024-10-26", "26 October 2024"],
	["2024-10-01T18:30", "1 October 2024, 18:30"],
	["2024-10-26T03:15:00.000Z", "26 October 2024, 03:15"],
	["2024-10", "October 2024"],
	["2024", "2024"],
	["2013-W11", "week 11 of 2013"],
	["2013-W05-WE", "week 5 of 2013"],
	["2024-Q3", "quarter 3 of 2024"],
	["2024-SU", "Summer 2024"],
	["199", "the 1990s"],
	["something else", "something else"],
])("%s is %s, no more precisely than it was told", (value, words) => {
	expect(timeInWords(value)).toBe(words);
});

test.each([
	["2024-10-26", true],
	["2024-10", true],
	["2024", true],
	["2013-W11", true],
	["2024-10-26T03:15:00.000Z", true],
	["2024-Q3", false],
	["2024-SU", false],
	["199", false],
])("%s as a machine-readable time: %s", (value, is) => {
	expect(isMachineReadable(value)).toBe(is);
});
