import { describe, expect, test } from "vitest";
import type { Section } from "../../../src/language/analysis.js";
import { told } from "./read-times.js";

// A Saturday.
const PUBLISHED = "2024-11-02";

const LIST_LINES: [string, string[]][] = [
	["October 5: the dam breaks.", ["October 5 = 2024-10-05"]],
	["March 5: a crack is found.", ["March 5 = 2024-03-05"]],
	["Oct. 24: the owner resigns.", ["Oct. 24 = 2024-10-24"]],
	["The train left on October 5 at 6:30 p.m.", ["October 5 = 2024-10-05", "6:30 p.m. = 2024-10-05T18:30"]],
];

const PAST_DAYS: [string, string[]][] = [
	[
		"The plan will close gaps following the floods of April 13 and May 1.",
		["April 13 = 2024-04-13", "May 1 = 2024-05-01"],
	],
	["The army was preparing to answer the raid of 1 October.", ["1 October = 2024-10-01"]],
	["It led the mill to send workers home from September 20.", ["September 20 = 2024-09-20"]],
	["Investors had expected changes since the spill in January.", ["January = 2024-01"]],
	["A reply has been expected since the raid on 1 October.", ["1 October = 2024-10-01"]],
	[
		"It said on May 3 that aid would go north, and on June 1 that boats would follow.",
		["May 3 = 2024-05-03", "June 1 = 2024-06-01"],
	],
	["Strike on December 5", ["December 5 = 2023-12-05"]],
];

const COMING_DAYS: [string, string[]][] = [
	["The bridge will reopen on October 1.", ["October 1 = 2025-10-01"]],
	["The council plans to vote on March 5.", ["March 5 = 2025-03-05"]],
	["The bank expects figures in the first half of June.", ["June = 2025-06"]],
];

const COMING_WEEKDAYS: [string, string[]][] = [
	["The mayor called an emergency meeting for Wednesday.", ["Wednesday = 2024-11-06"]],
	["Schools will stay closed on Wednesday.", ["Wednesday = 2024-11-06"]],
	["Rain is forecast for Wednesday.", ["Wednesday = 2024-11-06"]],
	[
		"If the seats are decided by Tuesday, Thursday's vote may be dropped.",
		["Tuesday = 2024-11-05", "Thursday = 2024-11-07"],
	],
	["The road will be closed from Monday to Thursday.", ["Monday = 2024-11-04", "Thursday = 2024-11-07"]],
	["The match had already been put back from Friday to Sunday.", ["Friday = 2024-11-01", "Sunday = 2024-11-03"]],
];

const PAST_WEEKDAYS: [string, string[]][] = [
	["The match was meant to be played on Friday night.", ["Friday night = 2024-11-01TNI"]],
	["The trader was sentenced on Friday.", ["Friday = 2024-11-01"]],
	["By Tuesday the river had risen.", ["Tuesday = 2024-10-29"]],
	["Rain forced the club to close on Thursday.", ["Thursday = 2024-10-31"]],
];

const LENGTHS: [string, string[]][] = [
	["It is the third storm to strike the coast in 13 months.", ["13 months = P13M"]],
	["It is the second fire to hit the town in two weeks.", ["two weeks = P2W"]],
	["The shop will reopen in two weeks.", ["in two weeks = 2024-11-16"]],
];

const LATER: [string, string[]][] = [
	[
		"On October 5 the gate failed. A few hours later it was shut.",
		["October 5 = 2024-10-05", "A few hours later = 2024-10-05"],
	],
	["On October 5 the gate failed. Seconds later it fell.", ["October 5 = 2024-10-05", "Seconds later = 2024-10-05"]],
	[
		"On October 5 the gate failed. Some weeks later it fell.",
		["October 5 = 2024-10-05", "Some weeks later = XXXX-WXX"],
	],
];

const QUARTERS: [string, string[]][] = [
	["The visitors scored twice in the first quarter.", []],
	["Profit fell in the first quarter.", ["the first quarter = 2024-Q1"]],
	["The firm expects a loss for the third quarter.", ["the third quarter = 2024-Q3"]],
];

describe("a day at the head of a list line is a day", () => {
	test.each(LIST_LINES)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

describe("a day without a year in a past or unclear clause is not ahead of the publication", () => {
	test.each(PAST_DAYS)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

describe("in a clause of the future it is the next one", () => {
	test.each(COMING_DAYS)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

describe("a weekday lies ahead where its clause or its preposition does", () => {
	test.each(COMING_WEEKDAYS)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

describe("a weekday of a plan that is over, or of the past, lies behind", () => {
	test.each(PAST_WEEKDAYS)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

describe("what is counted over a stretch of time is a length", () => {
	test.each(LENGTHS)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

describe("a vague while later in the past is no future", () => {
	test.each(LATER)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

describe("a quarter without a year is one of accounts", () => {
	test.each(QUARTERS)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

const NARRATIVES: [string, string[]][] = [
	[
		"Firing began on October 8, 2023. On July 27 a raid killed four.",
		["October 8, 2023 = 2023-10-08", "July 27 = 2024-07-27"],
	],
	["The council met on 3 March 2019. On 12 June it fell.", ["3 March 2019 = 2019-03-03", "12 June = 2019-06-12"]],
	["In 2008 the mine opened. On October 8 it closed.", ["2008 = 2008", "October 8 = 2024-10-08"]],
];

describe("in a background a day shortly before the publication is of its year unless a story goes on elsewhere", () => {
	test.each(NARRATIVES)("%s", (tail, expected) => {
		const text = `The ferry sank.\n\n${tail}`;
		const start = text.indexOf(tail);
		const sections: Section[] = [
			{ role: "LEAD", heading: null, start: 0, end: start - 2 },
			{ role: "BACKGROUND", heading: null, start, end: text.length },
		];
		expect(told(text, PUBLISHED, sections)).toEqual(expected);
	});
});
