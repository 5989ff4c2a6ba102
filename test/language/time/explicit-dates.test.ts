import { describe, expect, test } from "vitest";
import { readTimes, told } from "./read-times.js";

const PUBLISHED = "2024-11-02";

const EXPLICIT: [string, string[]][] = [
	["The pact was signed on 2 November 2019.", ["2 November 2019 = 2019-11-02"]],
	["The pact was signed on Nov. 2nd, 2019, in Oslo.", ["Nov. 2nd, 2019 = 2019-11-02"]],
	["The pact was signed on the 2nd of November, 2019.", ["2nd of November, 2019 = 2019-11-02"]],
	["The pact was signed on Saturday, 2 November 2019.", ["Saturday, 2 November 2019 = 2019-11-02"]],
	["Filed 2019-11-02 by the clerk.", ["2019-11-02 = 2019-11-02"]],
	["Filed 11/2/2019 by the clerk.", ["11/2/2019 = 2019-11-02"]],
	["Filed 22/4/2019 by the clerk.", ["22/4/2019 = 2019-04-22"]],
	["Filed 22.4.2019 by the clerk.", ["22.4.2019 = 2019-04-22"]],
	["Filed 05-Aug-2016 by the clerk.", ["05-Aug-2016 = 2016-08-05"]],
	["Logged at 2024-10-01T18:30Z by the probe.", ["2024-10-01T18:30Z = 2024-10-01T18:30Z"]],
	["Exports fell in March 2015 and in Feb 2016.", ["March 2015 = 2015-03", "Feb 2016 = 2016-02"]],
	["The mill closed in 1987.", ["1987 = 1987"]],
	["The mill closed in nineteen eighty-seven.", ["nineteen eighty-seven = 1987"]],
	["Fashion of the 1990s and the '70s.", ["the 1990s = 199", "the '70s = 197"]],
	["A castle of the 14th century.", ["the 14th century = 13"]],
	["Sparta fell silent in 431 BC.", ["431 BC = BC0431"]],
	[
		"Profits rose in the third quarter of 2016 and in Q1 2017.",
		["the third quarter of 2016 = 2016-Q3", "Q1 2017 = 2017-Q1"],
	],
	["Sales slowed in the second half of 2018.", ["the second half of 2018 = 2018-H2"]],
	["Floods came in the summer of 2013.", ["the summer of 2013 = 2013-SU"]],
	["They met in the first week of 2015.", ["the first week of 2015 = 2015-W01"]],
	["They met on the first Friday of July 2022.", ["the first Friday of July 2022 = 2022-07-01"]],
	["Debt grew in fiscal 2008.", ["fiscal 2008 = FY2008"]],
	["The dam broke on Christmas Eve 2004.", ["Christmas Eve 2004 = 2004-12-24"]],
	["Polls open on Easter Monday 2017.", ["Easter Monday 2017 = 2017-04-17"]],
];

const RANGES: [string, string[]][] = [
	["He toured from 5 to 8 May 2012.", ["5 = 2012-05-05", "8 May 2012 = 2012-05-08"]],
	["He toured on May 4 and 5, 2012.", ["May 4 = 2012-05-04", "5, 2012 = 2012-05-05"]],
	["He ruled in 1914-18.", ["1914 = 1914", "18 = 1918"]],
	["He ruled from 1861 to 1865.", ["1861 = 1861", "1865 = 1865"]],
	["He ruled from 499 to 493 BC.", ["499 = BC0499", "493 BC = BC0493"]],
	["It rained in April and June 1955.", ["April = 1955-04", "June 1955 = 1955-06"]],
	["It rained from November to January 1956.", ["November = 1955-11", "January 1956 = 1956-01"]],
];

describe("dates told in full", () => {
	test.each(EXPLICIT)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

describe("both ends of a range are dated", () => {
	test.each(RANGES)("%s", (text, expected) => expect(told(text, PUBLISHED)).toEqual(expected));
});

test("a date told in full is certain, one that takes its year from the context is not", () => {
	expect(readTimes("It began on 3 May 2019 and ended on June 4.", PUBLISHED).map((t) => t.certain)).toEqual([
		true,
		false,
	]);
});

test("early, late and mid stay in the span, leave the value alone and make it approximate", () => {
	const times = readTimes("It grew from early 2016 to mid-March 2017, until the end of May 2018.", PUBLISHED);
	expect(times.map((t) => [t.text, t.value, t.approximate])).toEqual([
		["early 2016", "2016", true],
		["mid-March 2017", "2017-03", true],
		["the end of May 2018", "2018-05", true],
	]);
});

test("offsets point into the text", () => {
	const text = "Oslo 🙂 — signed on\u00a03\u00a0May 2019.";
	for (const t of readTimes(text, PUBLISHED)) expect(text.slice(t.start, t.end)).toBe(t.text);
	expect(readTimes(text, PUBLISHED)).toHaveLength(1);
});
