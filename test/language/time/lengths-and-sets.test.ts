import { describe, expect, test } from "vitest";
import { readTimes } from "./read-times.js";

const PUBLISHED = "2024-11-02";

const CASES: [string, string, string, string][] = [
	["The siege lasted more than a year.", "more than a year", "DURATION", "P1Y"],
	["The siege lasted three decades.", "three decades", "DURATION", "P3DE"],
	["They agreed a 90-day truce.", "90-day", "DURATION", "P90D"],
	["The siege lasted two and a half years.", "two and a half years", "DURATION", "P2.5Y"],
	["The siege lasted half an hour.", "half an hour", "DURATION", "PT30M"],
	["The siege lasted several weeks.", "several weeks", "DURATION", "PXW"],
	["The months-long siege ended.", "months-long", "DURATION", "PXM"],
	["They fought for years.", "years", "DURATION", "PXY"],
	["It will cost a fortune over the next four years.", "the next four years", "DURATION", "P4Y"],
	["The clerk is 18 years old.", "18 years old", "DURATION", "P18Y"],
	["The council meets every Monday.", "every Monday", "SET", "XXXX-WXX-1"],
	["The council meets on Mondays.", "Mondays", "SET", "XXXX-WXX-1"],
	["The council meets annually.", "annually", "SET", "P1Y"],
	["The council meets daily.", "daily", "SET", "P1D"],
	["The council meets three times a week.", "a week", "SET", "P1W"],
	["The council meets every two years.", "every two years", "SET", "P2Y"],
	["Aid will arrive in the coming months.", "the coming months", "DATE", "FUTURE_REF"],
	["It grew in recent years.", "recent years", "DATE", "PAST_REF"],
	["It is now larger.", "now", "DATE", "PRESENT_REF"],
	["It is currently larger.", "currently", "DATE", "PRESENT_REF"],
	["It recently grew.", "recently", "DATE", "PAST_REF"],
];

describe("lengths, sets and references", () => {
	test.each(CASES)("%s", (text, span, type, value) => {
		const [time, ...rest] = readTimes(text, PUBLISHED);
		expect(rest).toEqual([]);
		expect([time?.text, time?.type, time?.value]).toEqual([span, type, value]);
	});
});
