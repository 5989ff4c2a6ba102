import { describe, expect, test } from "vitest";
import { readTimes, told } from "./read-times.js";

const PUBLISHED = "2013-06-20";

const DATED: [string, string[]][] = [
	[
		"The vote was held on May 3. Eight days after the vote the minister resigned.",
		["May 3 = 2013-05-03", "Eight days after the vote = 2013-05-11"],
	],
	[
		"Parliament voted on May 3 to end the war. Two weeks after the disputed vote, troops left.",
		["May 3 = 2013-05-03", "Two weeks after the disputed vote = 2013-05-17"],
	],
	[
		"The crash killed nine on Friday. Two days before the crash, the pilot had complained.",
		["Friday = 2013-06-14", "Two days before the crash = 2013-06-12"],
	],
];

const UNDATED: [string, string[]][] = [
	["Two days after the storm, roads were closed.", ["Two days = P2D"]],
	[
		"The mayor arrived on May 3. Two days after the storm, roads were closed.",
		["May 3 = 2013-05-03", "Two days = P2D"],
	],
	[
		"The vote was moved from May 3 to May 9. Two days after the vote, he left.",
		["May 3 = 2013-05-03", "May 9 = 2013-05-09", "Two days = P2D"],
	],
	["The bridge opened on May 3. Two days after the bridge, he left.", ["May 3 = 2013-05-03", "Two days = P2D"]],
];

describe("a length counted from a dated event is a date", () => {
	test.each(DATED)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
	test("one that no words of its own date", () => {
		const [, time] = readTimes(DATED[0]?.[0] ?? "", PUBLISHED);
		expect([time?.type, time?.certain]).toEqual(["DATE", false]);
	});
});

describe("where the text does not date the event it stays a length", () => {
	test.each(UNDATED)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
	test("and a certain one", () => {
		const [time] = readTimes(UNDATED[0]?.[0] ?? "", PUBLISHED);
		expect([time?.type, time?.certain]).toEqual(["DURATION", true]);
	});
});
