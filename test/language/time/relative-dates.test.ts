import { describe, expect, test } from "vitest";
import type { Section } from "../../../src/language/analysis.js";
import { told } from "./read-times.js";

// A Saturday.
const PUBLISHED = "2024-11-02";

const NEWS: [string, string[]][] = [
	["The minister resigned on Monday.", ["Monday = 2024-10-28"]],
	["The minister will resign on Monday.", ["Monday = 2024-11-04"]],
	["The minister said on Monday that he will go.", ["Monday = 2024-10-28"]],
	["The minister resigned on Tuesday night.", ["Tuesday night = 2024-10-29TNI"]],
	["The minister resigned last week.", ["last week = 2024-W43"]],
	["Talks were held earlier this month.", ["earlier this month = 2024-11"]],
	["Talks were held a year ago.", ["a year ago = 2023"]],
	["Talks were held three days ago.", ["three days ago = 2024-10-30"]],
	["Talks were held last October.", ["last October = 2024-10"]],
	["Talks were held on December 20.", ["December 20 = 2023-12-20"]],
	["Talks will be held on December 20.", ["December 20 = 2024-12-20"]],
	["Talks are expected to resume in January.", ["January = 2025-01"]],
	["Both face a December 20 deadline.", ["December 20 = 2024-12-20"]],
	[
		"Sales, weak since 2019, rose in the first half of the year.",
		["2019 = 2019", "the first half of the year = 2024-H1"],
	],
	["Talks are scheduled for next year.", ["next year = 2025"]],
	["The talks today follow those of yesterday.", ["today = 2024-11-02", "yesterday = 2024-11-01"]],
	["The plant will reopen in three weeks.", ["in three weeks = 2024-11-23"]],
	[
		"Output fell in the same month a year earlier, after March 2020.",
		["the same month a year earlier = 2023-11", "March 2020 = 2020-03"],
	],
	["They voted at 8:30 p.m. on Friday.", ["8:30 p.m. = 2024-11-01T20:30", "Friday = 2024-11-01"]],
	["They voted at 16:08 UTC today.", ["16:08 UTC today = 2024-11-02T16:08Z"]],
];

const NARRATIVE: [string, string[]][] = [
	[
		"On 20 March 2019 the council met. Two weeks later it fell.",
		["20 March 2019 = 2019-03-20", "Two weeks later = 2019-04-03"],
	],
	[
		"On 20 March 2019 the council met. The following day it fell.",
		["20 March 2019 = 2019-03-20", "The following day = 2019-03-21"],
	],
	[
		"On 20 March 2019 the council met. It fell the same day.",
		["20 March 2019 = 2019-03-20", "the same day = 2019-03-20"],
	],
	["On 20 March 2019 the council met. That October it fell.", ["20 March 2019 = 2019-03-20", "That October = 2019-10"]],
	[
		"In May 1951 the mine opened. It closed in October of that year.",
		["May 1951 = 1951-05", "October of that year = 1951-10"],
	],
];

describe("in news a relative date counts from the publication, and the tense chooses past or future", () => {
	test.each(NEWS)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

describe("anaphoric dates count from the date told last", () => {
	test.each(NARRATIVE)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

const HISTORY =
	"The revolt began in March 1848. In April, the duke fled. By December 1848 the army had won. In January, " +
	"the parliament met in Kassel (the town burned in 1943). On 3 May it was dissolved. The rebels, heirs of 1813, gave up on 7 July 1849.";

test("a history keeps to the year it has reached, rolls over at New Year, and asides do not move it", () => {
	expect(told(HISTORY, PUBLISHED)).toEqual([
		"March 1848 = 1848-03",
		"April = 1848-04",
		"December 1848 = 1848-12",
		"January = 1849-01",
		"1943 = 1943",
		"3 May = 1849-05-03",
		"1813 = 1813",
		"7 July 1849 = 1849-07-07",
	]);
});

const STORIES: [string, string[]][] = [
	[
		"The war began in March 1848 and spread in May 1848. On 3 June 1849 the king, who had fled in late 1848, came back. In July he fell.",
		["March 1848 = 1848-03", "May 1848 = 1848-05", "3 June 1849 = 1849-06-03", "late 1848 = 1848", "July = 1849-07"],
	],
	[
		"The war began in March 1848 and spread in May 1848. On 7 April 1849 the duke fell. It had lasted from October to March. In May 1849 all was over.",
		[
			"March 1848 = 1848-03",
			"May 1848 = 1848-05",
			"7 April 1849 = 1849-04-07",
			"October = 1848-10",
			"March = 1849-03",
			"May 1849 = 1849-05",
		],
	],
	[
		"The war began in March 1848 and spread in May 1848. The army stayed from the 13th to the 19th of October 1848. It drilled daily until 1849.",
		[
			"March 1848 = 1848-03",
			"May 1848 = 1848-05",
			"the 13th = 1848-10-13",
			"19th of October 1848 = 1848-10-19",
			"daily = XXXX-XX-XX",
			"1849 = 1849",
		],
	],
];

describe("a story keeps its thread", () => {
	test.each(STORIES)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

const background = (text: string, from: string): Section[] => {
	const at = text.indexOf(from);
	return [
		{ role: "LEAD", heading: null, start: 0, end: at },
		{ role: "BACKGROUND", heading: null, start: at, end: text.length },
	];
};

test("a background section goes on from the year it tells, the body from the publication", () => {
	const text = "The ferry sank on May 3.\n\nIn 2019 the owner bought it. On June 5, it failed a test.";
	expect(told(text, PUBLISHED, background(text, "In 2019"))).toEqual([
		"May 3 = 2024-05-03",
		"2019 = 2019",
		"June 5 = 2019-06-05",
	]);
	expect(told(text, PUBLISHED)).toEqual(["May 3 = 2024-05-03", "2019 = 2019", "June 5 = 2024-06-05"]);
});

test("a year in passing does not become the year of a background section", () => {
	const text = "The ferry sank.\n\nThe ferry, afloat since 2014, was old. On June 5, it failed a test.";
	expect(told(text, PUBLISHED, background(text, "The ferry, afloat"))).toEqual(["2014 = 2014", "June 5 = 2024-06-05"]);
});

test("a background section without a year of its own counts from the publication", () => {
	const text = "The ferry sank.\n\nOn December 5, it failed a test.";
	expect(told(text, PUBLISHED, background(text, "On December"))).toEqual(["December 5 = 2023-12-05"]);
});

describe("without a publication date", () => {
	test("a date without a year keeps its year open", () =>
		expect(told("They met on October 13.")).toEqual(["October 13 = XXXX-10-13"]));
	test("a bare weekday keeps its week open", () =>
		expect(told("They met on Friday.")).toEqual(["Friday = XXXX-WXX-5"]));
	test("a year told before is taken", () =>
		expect(told("In 2011 they split. They met on October 13.")).toEqual(["2011 = 2011", "October 13 = 2011-10-13"]));
	test("a header line stands in for it", () =>
		expect(told("October 04, 2005\n\nThey met on Monday.")).toEqual([
			"October 04, 2005 = 2005-10-04",
			"Monday = 2005-10-03",
		]));
	test("a publication date that is none counts as absent", () =>
		expect(told("They met on October 13.", "soon")).toEqual(["October 13 = XXXX-10-13"]));
});
