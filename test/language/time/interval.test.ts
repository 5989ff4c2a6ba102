import { describe, expect, test } from "vitest";
import { timexInterval } from "../../../src/language/time/interval.js";

const INTERVALS: [string, string, string, string][] = [
	["2016", "2016-01-01T00:00", "2017-01-01T00:00", "YEAR"],
	["FY2016", "2016-01-01T00:00", "2017-01-01T00:00", "YEAR"],
	["197", "1970-01-01T00:00", "1980-01-01T00:00", "DECADE"],
	["2016-Q3", "2016-07-01T00:00", "2016-10-01T00:00", "QUARTER"],
	["2016-H1", "2016-01-01T00:00", "2016-07-01T00:00", "SEASON"],
	["2016-SU", "2016-06-01T00:00", "2016-09-01T00:00", "SEASON"],
	["2016-WI", "2016-12-01T00:00", "2017-03-01T00:00", "SEASON"],
	["2016-02", "2016-02-01T00:00", "2016-03-01T00:00", "MONTH"],
	["2016-W45", "2016-11-07T00:00", "2016-11-14T00:00", "WEEK"],
	["2020-W53", "2020-12-28T00:00", "2021-01-04T00:00", "WEEK"],
	["2016-W45-WE", "2016-11-12T00:00", "2016-11-14T00:00", "WEEK"],
	["2016-W45-3", "2016-11-09T00:00", "2016-11-10T00:00", "DAY"],
	["2016-12-31", "2016-12-31T00:00", "2017-01-01T00:00", "DAY"],
	["2024-10-01TNI", "2024-10-01T20:00", "2024-10-02T06:00", "HOUR"],
	["2024-10-01T18", "2024-10-01T18:00", "2024-10-01T19:00", "HOUR"],
	["2024-10-01T18:30", "2024-10-01T18:30", "2024-10-01T18:31", "MINUTE"],
	["2024-10-01T18:30Z", "2024-10-01T18:30", "2024-10-01T18:31", "MINUTE"],
	["2024-10-01T18:30+02:00", "2024-10-01T16:30", "2024-10-01T16:31", "MINUTE"],
];

describe("a value denotes a half-open interval", () => {
	test.each(INTERVALS)("%s", (value, start, end, granularity) => {
		const interval = timexInterval(value);
		expect([
			interval?.start.toISOString().slice(0, 16),
			interval?.end.toISOString().slice(0, 16),
			interval?.granularity,
		]).toEqual([start, end, granularity]);
	});
	test("years before Christ lie before it", () =>
		expect(timexInterval("BC0001")?.end.getTime()).toBe(Date.parse("0001-01-01T00:00Z")));
});

describe("values without an interval", () => {
	test.each([
		"P1Y",
		"PT30M",
		"PXD",
		"FUTURE_REF",
		"XXXX-10-13",
		"XXXX-WXX-5",
		"2024-XX-XX",
		"2024-13",
		"2023-02-29",
		"2024-00",
		"2024-W54",
		"2024-10-01T25:00",
		"18",
		"",
		"nonsense",
		"9".repeat(100_000),
	])("%s", (value) => expect(timexInterval(value)).toBeNull());
});
