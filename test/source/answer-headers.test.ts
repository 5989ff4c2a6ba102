import { describe, expect, it, test } from "vitest";
import { type RawHeaders, readAnswerHeaders } from "../../src/source/answer-headers.js";

const NOW = new Date("2026-03-02T10:00:00Z");

describe("How long an answer is good for", () => {
	test.each<[RawHeaders, number | null]>([
		[{}, null],
		[{ "cache-control": "public" }, null],
		[{ "cache-control": "max-age=600" }, 600],
		[{ "cache-control": "public, s-maxage=9, Max-Age=60" }, 60],
		[{ "cache-control": "s-maxage=9" }, null],
		[{ "cache-control": 'max-age="60"' }, 60],
		[{ "cache-control": "max-age=99999999999999999999" }, 2 ** 31],
		[{ "cache-control": "max-age=-1" }, null],
		[{ "cache-control": "no-cache, max-age=600" }, 0],
		[{ "cache-control": ["public", "no-store"] }, 0],
		[{ expires: "Mon, 02 Mar 2026 10:10:00 GMT" }, 600],
		[{ expires: "Mon, 02 Mar 2026 11:10:00 GMT", date: "Mon, 02 Mar 2026 11:00:00 GMT" }, 600],
		[{ expires: "Mon, 02 Mar 2026 09:00:00 GMT" }, 0],
		[{ expires: "0" }, 0],
		[{ expires: "-1" }, 0],
		[{ expires: "Mon, 02 Mar 2026 10:10:00 GMT", "cache-control": "max-age=5" }, 5],
	])("%j: %s", (headers, expected) => {
		expect(readAnswerHeaders(headers, NOW).maxAgeSeconds).toBe(expected);
	});
});

describe("When to come again", () => {
	test.each([
		["120", 120],
		["0", 0],
		["Mon, 02 Mar 2026 10:02:00 GMT", 120],
		["Monday, 02-Mar-26 10:02:00 GMT", 120],
		["Mon Mar  2 10:02:00 2026", 120],
		["Mon, 02 Mar 2026 09:00:00 GMT", 0],
		["soon", null],
		["-5", null],
		["1.5", null],
		["99999999999999999999999", 2 ** 31],
		["", null],
	])("%j: %s", (value, expected) => {
		expect(readAnswerHeaders({ "retry-after": value }, NOW).retryAfterSeconds).toBe(expected);
	});
});

it("The first of two headers counts, and blanks are none", () => {
	expect(readAnswerHeaders({ etag: [' "a" ', '"b"'], "content-type": " " }, NOW)).toMatchObject({
		etag: '"a"',
		contentType: null,
	});
});
