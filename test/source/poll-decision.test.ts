import { describe, expect, it, test } from "vitest";
import type { FetchErrorCode, FetchedHeaders } from "../../src/source/fetch-bytes.js";
import {
	decidePoll,
	type FeedErrorCode,
	feedErrorOf,
	type PollDecision,
	type PollOutcome,
	type PollState,
} from "../../src/source/poll-decision.js";

const NOW = new Date("2026-03-02T10:00:00Z");
const FEED = "https://news.example/feed";
const MOVED = "https://news.example/rss.xml";
const DAY = 86_400;

const STATE: PollState = {
	url: FEED,
	health: "OK",
	failures: 0,
	intervalSeconds: 1_000,
	fixedIntervalSeconds: null,
	movedTo: null,
	movedSightings: 0,
	lastChangedAt: new Date("2026-03-02T09:30:00Z"),
};

const HEADERS: FetchedHeaders = {
	status: 200,
	url: FEED,
	movedTo: null,
	contentType: null,
	contentLanguage: null,
	contentLocation: null,
	etag: null,
	lastModified: null,
	maxAgeSeconds: null,
	retryAfterSeconds: null,
};

type Read = Extract<PollOutcome, { kind: "read" }>;
type Failed = Extract<PollOutcome, { kind: "failed" }>;

const read = (changes: Partial<Read> = {}): Read => ({
	kind: "read",
	headers: HEADERS,
	newEntries: 0,
	changedEntries: 0,
	totalEntries: 20,
	undatedEntries: 0,
	ttlSeconds: null,
	entryDates: [],
	...changes,
});
const unchanged = (headers: Partial<FetchedHeaders> = {}): PollOutcome => ({
	kind: "not-modified",
	headers: { ...HEADERS, status: 304, ...headers },
});
const failed = (changes: Partial<Failed> = {}): Failed => ({
	kind: "failed",
	code: "HTTP_SERVER_ERROR",
	message: "news.example: answers 500",
	httpStatus: 500,
	retryAfterSeconds: null,
	movedTo: null,
	gone: false,
	...changes,
});

const decide = (state: Partial<PollState>, outcome: PollOutcome, random = 0.5) =>
	decidePoll({ ...STATE, ...state }, outcome, NOW, random);
/** Seconds until the next poll. */
const wait = ({ nextFetchAt }: PollDecision) => nextFetchAt && (nextFetchAt.getTime() - NOW.getTime()) / 1000;

describe("A feed that answers", () => {
	it("is OK again, whatever was before", () => {
		for (const health of ["DEGRADED", "FAILING", "GONE"] as const) {
			expect(decide({ health, failures: 7 }, unchanged())).toMatchObject({
				state: { health: "OK", failures: 0 },
				lastError: null,
			});
		}
	});

	it("is asked again after its interval, a tenth earlier or later", () => {
		expect(wait(decide({}, unchanged(), 0))).toBe(900);
		expect(wait(decide({}, unchanged(), 0.5))).toBe(1_000);
		expect(wait(decide({}, unchanged(), 1))).toBe(1_100);
		expect(wait(decide({}, unchanged(), Number.NaN))).toBe(1_000);
	});

	test.each([
		["what the answer is good for", unchanged({ maxAgeSeconds: 7_200 }), {}, 7_200],
		["its interval, if the answer is good for less", unchanged({ maxAgeSeconds: 10 }), {}, 900],
		["when it wants to be asked again", unchanged({ retryAfterSeconds: 7_200 }), {}, 7_200],
		["its own ttl", read({ ttlSeconds: 7_200 }), {}, 7_200],
		["a day, if it wants a year", unchanged({ maxAgeSeconds: 365 * DAY }), {}, DAY],
		[
			"the operator's interval, whatever it says",
			unchanged({ maxAgeSeconds: 7_200 }),
			{ fixedIntervalSeconds: 60 },
			54,
		],
		["the operator's interval, whatever its ttl", read({ ttlSeconds: 7_200 }), { fixedIntervalSeconds: 60 }, 54],
		["not before it wants to be", unchanged({ retryAfterSeconds: 7_200 }), { fixedIntervalSeconds: 60 }, 7_200],
	])("is asked after %s", (_name, outcome, state, expected) => {
		expect(wait(decide(state, outcome, 0))).toBe(expected);
	});

	it("remembers its ttl over answers that do not say it", () => {
		const { state } = decide({}, read({ ttlSeconds: 7_200 }));
		expect(state.intervalSeconds).toBe(7_200);
		expect(decidePoll(state, unchanged(), NOW, 0.5).state.intervalSeconds).toBe(7_200);
	});

	it("says when it last changed", () => {
		expect(decide({}, read({ newEntries: 1 })).state.lastChangedAt).toEqual(NOW);
		expect(decide({}, read({ changedEntries: 1 })).state.lastChangedAt).toEqual(NOW);
		expect(decide({}, read()).state.lastChangedAt).toEqual(STATE.lastChangedAt);
	});

	test.each<[FeedErrorCode, PollOutcome]>([
		["EMPTY", read({ totalEntries: 0 })],
		["EMPTY", failed({ code: "EMPTY", httpStatus: 200 })],
		["ALL_ITEMS_UNDATED", read({ totalEntries: 3, undatedEntries: 3 })],
	])("but is %s is degraded, and asked as usual", (code, outcome) => {
		const decision = decide({ failures: 3 }, outcome);
		expect(decision).toMatchObject({
			state: { health: "DEGRADED", failures: 0 },
			lastError: { code, httpStatus: 200 },
		});
		expect(wait(decision)).toBe(1_000);
	});

	it("is not degraded by some entries without dates", () => {
		expect(decide({}, read({ undatedEntries: 19 }))).toMatchObject({ state: { health: "OK" }, lastError: null });
	});
});

describe("A feed that fails", () => {
	it("waits twice as long each time, up to a day, is degraded at once and failing from the fifth time", () => {
		let state = STATE;
		const seen: [string, number | null][] = [];
		for (let i = 0; i < 9; i++) {
			const decision = decidePoll(state, failed(), NOW, 0.5);
			state = decision.state;
			seen.push([state.health, wait(decision)]);
		}
		expect(seen).toEqual([
			["DEGRADED", 1_000],
			["DEGRADED", 2_000],
			["DEGRADED", 4_000],
			["DEGRADED", 8_000],
			["FAILING", 16_000],
			["FAILING", 32_000],
			["FAILING", 64_000],
			["FAILING", DAY],
			["FAILING", DAY],
		]);
		expect(state.intervalSeconds).toBe(1_000);
		expect(decidePoll(state, unchanged(), NOW, 0.5).state).toMatchObject({ health: "OK", failures: 0 });
		expect(wait(decide({ failures: 1e9 }, failed()))).toBe(DAY);
	});

	it("says why", () => {
		expect(decide({}, failed({ code: "DNS", message: "m", httpStatus: null })).lastError).toEqual({
			code: "DNS",
			message: "m",
			httpStatus: null,
		});
	});

	it("is never asked before it wants to be, up to a day", () => {
		const busy = (retryAfterSeconds: number) => failed({ code: "RATE_LIMITED", httpStatus: 429, retryAfterSeconds });
		for (const random of [0, 0.5, 1]) {
			expect(wait(decide({}, busy(5_000), random))).toBeGreaterThanOrEqual(5_000);
			expect(wait(decide({ fixedIntervalSeconds: 60 }, busy(5_000), random))).toBeGreaterThanOrEqual(5_000);
		}
		expect(wait(decide({}, busy(10), 0.5))).toBe(1_000);
		expect(wait(decide({}, busy(30 * DAY), 0))).toBe(DAY);
	});

	it("backs off from the operator's interval, and is asked no more often than that", () => {
		expect(wait(decide({ fixedIntervalSeconds: 60, failures: 2 }, failed()))).toBe(240);
		expect(wait(decide({ fixedIntervalSeconds: 7 * DAY, failures: 9 }, failed()))).toBe(7 * DAY);
	});

	it("is asked no more once it is gone", () => {
		const decision = decide({}, failed({ code: "HTTP_CLIENT_ERROR", httpStatus: 410, gone: true }));
		expect(decision).toMatchObject({ state: { health: "GONE" }, nextFetchAt: null, lastError: { httpStatus: 410 } });
		expect(decide({ health: "GONE" }, failed())).toMatchObject({ state: { health: "GONE" }, nextFetchAt: null });
	});
});

test.each([
	["an answer", read({ newEntries: 1 })],
	["a failure", failed()],
	["its end", failed({ gone: true })],
])("A paused feed stays paused after %s", (_name, outcome) => {
	expect(decide({ health: "PAUSED" }, outcome)).toMatchObject({ state: { health: "PAUSED" }, nextFetchAt: null });
});

describe("A permanent redirect", () => {
	const moved = read({ headers: { ...HEADERS, movedTo: MOVED } });
	/** The feed's address after these polls. */
	const after = (...outcomes: PollOutcome[]) =>
		outcomes.reduce((state, outcome) => decidePoll(state, outcome, NOW, 0.5).state, STATE).url;

	test.each<[string, string, PollOutcome[]]>([
		["after one sighting is not believed", FEED, [moved]],
		["after two is", MOVED, [moved, moved]],
		["also where the second was not modified", MOVED, [moved, unchanged({ movedTo: MOVED })]],
		["is not after two that are not in a row", FEED, [moved, read(), moved]],
		[
			"is not where it leads elsewhere the second time",
			FEED,
			[moved, unchanged({ movedTo: "https://portal.example/" })],
		],
		["is after a failure to reach anything between", MOVED, [moved, failed({ httpStatus: null }), moved]],
		["is not after an error of the old address between", FEED, [moved, failed(), moved]],
		["is not where it leads to errors", FEED, [failed({ movedTo: MOVED }), failed({ movedTo: MOVED })]],
		[
			"is not where it leads to what is no feed",
			FEED,
			[moved, failed({ code: "NOT_A_FEED", httpStatus: 200, movedTo: MOVED })],
		],
		["is not where there is nothing to read", FEED, [moved, { ...moved, totalEntries: 0 }]],
		["to the same address changes nothing", FEED, [unchanged({ movedTo: FEED }), unchanged({ movedTo: FEED })]],
	])("%s", (_name, url, outcomes) => {
		expect(after(...outcomes)).toBe(url);
	});

	it("that was followed leaves no trace", () => {
		const { state, reason } = decide({ movedTo: MOVED, movedSightings: 1 }, moved);
		expect(state).toMatchObject({ url: MOVED, movedTo: null, movedSightings: 0 });
		expect(reason).toContain("address has changed");
	});
});

describe("A failed fetch, in the words of feeds", () => {
	const result = (
		code: FetchErrorCode,
		changes: { httpStatus?: number; bodyStart?: string; botProtection?: string } = {},
	) =>
		feedErrorOf({
			kind: "failed",
			code,
			message: "m",
			httpStatus: null,
			retryAfterSeconds: null,
			movedTo: null,
			bodyStart: "",
			...changes,
		});

	test.each<[FetchErrorCode, FeedErrorCode, boolean]>([
		["TIMEOUT", "TIMEOUT", false],
		["CONNECTION", "TIMEOUT", false],
		["DNS", "DNS", false],
		["TLS", "TLS", false],
		["BLOCKED_ADDRESS", "BLOCKED_ADDRESS", false],
		["UNSUPPORTED_SCHEME", "BLOCKED_ADDRESS", false],
		["REDIRECTS", "HTTP_CLIENT_ERROR", false],
		["TOO_LARGE", "TOO_LARGE", false],
		["BAD_ENCODING", "PARSE_ERROR", false],
		["HTTP_CLIENT_ERROR", "HTTP_CLIENT_ERROR", false],
		["HTTP_SERVER_ERROR", "HTTP_SERVER_ERROR", false],
		["RATE_LIMITED", "RATE_LIMITED", false],
		["GONE", "HTTP_CLIENT_ERROR", true],
		["ROBOTS", "BOT_PROTECTION", false],
	])("%s is %s", (code, expected, gone) => {
		expect(result(code)).toEqual({ code: expected, message: "m", httpStatus: null, gone });
	});

	test.each([
		["Cloudflare", 503, "<!DOCTYPE html><html><head><title>Just a moment...</title>"],
		["Cloudflare", 403, "<title>Attention Required! | Cloudflare</title>"],
		["DataDome", 403, '<script src="https://ct.captcha-delivery.com/c.js">'],
		["PerimeterX", 403, '<meta name="description" content="px-captcha">'],
		["Imperva", 403, '<script src="/_Incapsula_Resource?SWJIYLWA=7">'],
		["Akamai", 403, "<TITLE>Access Denied</TITLE></HEAD>\n<H1>Access Denied</H1>\nReference&#32;&#35;18&#46;2"],
		["Vercel", 429, "<title>Vercel Security Checkpoint</title>"],
		["AWS WAF", 405, '<script src="https://x.edge.captcha-sdk.awswaf.com/challenge.js">'],
	])("is a challenge of %s, status %i", (product, httpStatus, bodyStart) => {
		const code = httpStatus === 503 ? "HTTP_SERVER_ERROR" : "HTTP_CLIENT_ERROR";
		const found = result(code, { httpStatus, bodyStart });
		expect(found).toMatchObject({ code: "BOT_PROTECTION", httpStatus, message: expect.stringContaining(product) });
	});

	it("is a challenge where the headers say so", () => {
		expect(result("HTTP_CLIENT_ERROR", { httpStatus: 403, botProtection: "Cloudflare" }).code).toBe("BOT_PROTECTION");
	});

	test.each([
		[404, "<title>Just a moment...</title>"],
		[403, "<title>403 Forbidden</title><center>cloudflare</center>"],
		[503, "<title>Access denied by the administrator</title>"],
	])("is none with status %i and %s", (httpStatus, bodyStart) => {
		expect(result("HTTP_CLIENT_ERROR", { httpStatus, bodyStart }).code).toBe("HTTP_CLIENT_ERROR");
	});
});
