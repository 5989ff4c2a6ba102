import { describe, expect, test } from "vitest";
import { printableAlone, printableIn, readStretch, timeTold } from "../../src/causality/printed-sentence.js";
import { dayTime, october } from "./context-fixture.js";

/** The last sentence of a stretch published on Friday, 9 October 2026, as it is printed in 2026 by itself. */
function aloneAtTheEndOf(text: string): string | null {
	const stretch = readStretch(text, october(9));
	return printableIn(stretch, stretch.understanding.doc.sentences.length - 1, 2026).alone;
}

describe("a sentence printed by itself", () => {
	test.each([
		["SEATTLE - Talks failed.", "Talks failed."],
		["PORTLAND, Ore. (Wire) — Talks failed.", "Talks failed."],
		["Dockers walked out. Meanwhile, talks failed.", "Talks failed."],
		["Dockers walked out.\nTalks\nfailed.", "Talks failed."],
	])("goes without dateline, connective and line ends: %j", (text, printed) => {
		expect(aloneAtTheEndOf(text)).toBe(printed);
	});

	test.each([
		["Police raided a depot on Tuesday.", "Police raided a depot on Tuesday [6 October 2026]."],
		["Police raided a depot yesterday.", "Police raided a depot yesterday [8 October 2026]."],
		["Police raided a depot last month.", "Police raided a depot last month [September 2026]."],
		["Police raided a depot on December 3.", "Police raided a depot on December 3 [2025]."],
	])("says which day is meant: %j", (text, printed) => {
		expect(aloneAtTheEndOf(text)).toBe(printed);
	});

	test.each([
		["Police raided a depot on October 6."],
		["Police raided a depot on 3 December 2025."],
		["Ministers will vote on Monday."],
		["Police raided a depot ahead of Sunday's vote."],
		["The toll rose to 4.9 million."],
	])("leaves alone what leaves nothing open, and what is to come: %j", (text) => {
		expect(aloneAtTheEndOf(text)).toBe(text);
	});

	test.each([
		["Anna Berg led the inquiry. She found no fault.", "[Anna Berg] found no fault."],
		["Tony Hayward resigned. His lawyers denied the charges.", "[Tony Hayward]’s lawyers denied the charges."],
		["Boeing cut 17,000 jobs. Its shares fell.", "[Boeing]’s shares fell."],
		["Boeing cut 17,000 jobs. The company also delayed a jet.", "[Boeing] also delayed a jet."],
	])("names whom a pronoun means where the subject before leaves no choice: %j", (text, printed) => {
		expect(aloneAtTheEndOf(text)).toBe(printed);
	});

	test.each([
		["Anna Berg met Tony Hayward. She found no fault."],
		["A judge freed Tony Hayward. He found no fault."],
		["Boeing cut 17,000 jobs. It is feared that more will go."],
		["Dockers walked out. They had rejected the offer."],
		["Dockers walked out. But the union refused."],
		["Dockers walked out. In Basra he met the union."],
		["The ministry cut jobs. The company also delayed a jet."],
		["It came after a week of talks."],
	])("is not printed where it would hang in the air: %j", (text) => {
		expect(aloneAtTheEndOf(text)).toBeNull();
	});

	test("stands as printed directly behind the sentence that it leans on", () => {
		const stretch = readStretch("Dockers walked out. They had rejected the offer.", october(9));
		expect(printableIn(stretch, 1, 2026)).toEqual({
			leans: true,
			behind: "They had rejected the offer.",
			alone: null,
		});
	});

	test("is told the day of the words that gave it, where no more than that is known", () => {
		const time = { ...dayTime(6), text: "Tuesday" };
		const exact = "The raid on Tuesday followed a tip.";
		expect(printableAlone(exact, time, 2026).alone).toBe("The raid on Tuesday [6 October 2026] followed a tip.");
		expect(printableAlone(exact, { ...time, text: "yesterday" }, 2026).alone).toBe(exact);
		expect(printableAlone(exact, null, 2026).alone).toBe(exact);
	});
});

test.each([
	["Police raided a depot on Tuesday.", "2026-10-06"],
	["Police raided a depot.", undefined],
	["Ministers will vote on Monday.", undefined],
])("what %j tells happened at %s", (text, value) => {
	expect(timeTold(readStretch(text, october(9)), 0)?.value).toBe(value);
});
