import { protectionInPage } from "./bot-challenge.js";
import type { FetchErrorCode, FetchedHeaders, FetchResult } from "./fetch-bytes.js";
import { adaptInterval } from "./poll-interval.js";

/** Why the last poll of a feed failed, or what is wrong with what it read, in words an operator can act on. */
export type FeedErrorCode =
	| "TIMEOUT"
	| "DNS"
	| "TLS"
	| "BLOCKED_ADDRESS"
	| "HTTP_CLIENT_ERROR"
	| "HTTP_SERVER_ERROR"
	| "RATE_LIMITED"
	| "BOT_PROTECTION"
	| "TOO_LARGE"
	| "NOT_A_FEED"
	| "PARSE_ERROR"
	| "EMPTY"
	| "ALL_ITEMS_UNDATED";

/** OK; DEGRADED from the first failure or with a warning; FAILING from the 5th failure in a row; the last two are not asked. */
export type FeedHealth = "OK" | "DEGRADED" | "FAILING" | "PAUSED" | "GONE";

/** What is remembered of a feed between two polls. */
export interface PollState {
	url: string;
	health: FeedHealth;
	/** Failed polls in a row. */
	failures: number;
	/** Seconds between two polls; grows and shrinks with how often the feed changes. */
	intervalSeconds: number;
	/** Set by an operator; then the interval does not adapt. */
	fixedIntervalSeconds: number | null;
	/** Address a permanent redirect has named, and how many polls in a row it has. */
	movedTo: string | null;
	movedSightings: number;
	/** When a poll last found something new or changed. */
	lastChangedAt: Date | null;
	/** What is wrong with what was read last: it stays so as long as the feed answers "not modified". */
	warning?: PollDecision["lastError"];
}

/** What a poll brought. */
export type PollOutcome =
	/** 304, or the same bytes as before. */
	| { kind: "not-modified"; headers: FetchedHeaders }
	| {
			kind: "read";
			headers: FetchedHeaders;
			newEntries: number;
			changedEntries: number;
			totalEntries: number;
			undatedEntries: number;
			/** How long the feed itself says it need not be asked again. */
			ttlSeconds: number | null;
			/** Of the feed's entries, to estimate its rate on the first poll. */
			entryDates: Date[];
	  }
	| {
			kind: "failed";
			code: FeedErrorCode;
			message: string;
			httpStatus: number | null;
			retryAfterSeconds: number | null;
			movedTo: string | null;
			gone: boolean;
	  };

/** What is to be stored after a poll. */
export interface PollDecision {
	state: PollState;
	/** Null: not asked any more (PAUSED, GONE). */
	nextFetchAt: Date | null;
	lastError: { code: FeedErrorCode; message: string; httpStatus: number | null } | null;
	reason: string;
}

/**
 * When a feed is asked next, and how it is, after a poll.
 *
 * - An answer, also "not modified", makes it OK; the interval follows how often it changes (see poll-interval.ts). A feed
 *   without entries or dates is DEGRADED, but asked as usual.
 * - A failure waits twice as long as the one before, from one interval up to a day. 410 is final at once.
 * - A `ttl`, `Cache-Control` and `Retry-After` are floors, up to a day; an operator's interval overrules the first two.
 * - A permanent redirect changes the URL when two polls in a row have read a feed there: one alone may be a captive portal's.
 * - What is PAUSED stays so.
 * @param random 0–1; spreads the polls over ±10 % of their interval
 */
export function decidePoll(state: PollState, outcome: PollOutcome, now: Date, random: number): PollDecision {
	const decision =
		outcome.kind === "failed" && !isWarning(outcome.code)
			? afterFailure(state, outcome, now, random)
			: afterAnswer(state, outcome, now, random);
	if (state.health !== "PAUSED") return decision;
	return { ...decision, state: { ...decision.state, health: "PAUSED" }, nextFetchAt: null };
}

/** Whether a feed with this error was read, but something is wrong with what it says. */
export function isWarning(code: FeedErrorCode): boolean {
	return code === "EMPTY" || code === "ALL_ITEMS_UNDATED";
}

/** Failures in a row after which a feed is FAILING: with doubling from 15 minutes, after half a working day. */
const FAILING_AFTER = 5;

function afterFailure(
	state: PollState,
	outcome: Extract<PollOutcome, { kind: "failed" }>,
	now: Date,
	random: number,
): PollDecision {
	const { code, message, httpStatus } = outcome;
	const failures = state.failures + 1;
	const lastError = { code, message, httpStatus };
	// An answer without that redirect ends the row of sightings; where nobody answered, nothing is known of it.
	const stillMoved = httpStatus === null || outcome.movedTo === state.movedTo;
	const moved = stillMoved ? {} : { movedTo: null, movedSightings: 0 };
	if (outcome.gone || state.health === "GONE") {
		return { state: { ...state, ...moved, failures, health: "GONE" }, nextFetchAt: null, lastError, reason: "gone" };
	}
	const interval = state.fixedIntervalSeconds ?? state.intervalSeconds;
	// The exponent is bounded only so that the product stays a number.
	const wait = Math.min(interval * 2 ** Math.min(failures - 1, 30), Math.max(interval, MAX_WAIT_SECONDS));
	return {
		state: { ...state, ...moved, failures, health: failures < FAILING_AFTER ? "DEGRADED" : "FAILING" },
		nextFetchAt: nextFetchAt(now, wait, outcome.retryAfterSeconds ?? 0, random),
		lastError,
		reason: `failure ${failures} in a row (${code})`,
	};
}

function afterAnswer(state: PollState, outcome: PollOutcome, now: Date, random: number): PollDecision {
	const warning = outcome.kind === "not-modified" ? (state.warning ?? null) : warningOf(outcome);
	const changes = outcome.kind === "read" ? outcome.newEntries + outcome.changedEntries : 0;
	const ttlSeconds = outcome.kind === "read" ? outcome.ttlSeconds : null;
	const entryDates = outcome.kind === "read" ? outcome.entryDates : [];
	const intervalSeconds = adaptInterval(state, { changes, entryDates, ttlSeconds }, now);
	const { move, hasMoved } = followMove(state, outcome);
	const headers = outcome.kind === "failed" ? null : outcome.headers;
	const retryAfter = (outcome.kind === "failed" ? outcome.retryAfterSeconds : headers?.retryAfterSeconds) ?? 0;
	const fixed = state.fixedIntervalSeconds;
	const floor = fixed === null ? Math.max(headers?.maxAgeSeconds ?? 0, ttlSeconds ?? 0, retryAfter) : retryAfter;
	return {
		state: {
			...state,
			...move,
			health: warning ? "DEGRADED" : "OK",
			failures: 0,
			warning,
			intervalSeconds,
			lastChangedAt: changes > 0 ? now : state.lastChangedAt,
		},
		nextFetchAt: nextFetchAt(now, fixed ?? intervalSeconds, floor, random),
		lastError: warning,
		reason: `${changes} ${changes === 1 ? "change" : "changes"}${hasMoved ? "; the address has changed" : ""}`,
	};
}

/** What is wrong with a feed that could be read. */
function warningOf(outcome: Exclude<PollOutcome, { kind: "not-modified" }>): PollDecision["lastError"] {
	if (outcome.kind === "failed")
		return { code: outcome.code, message: outcome.message, httpStatus: outcome.httpStatus };
	const httpStatus = outcome.headers.status;
	if (outcome.totalEntries === 0) return { code: "EMPTY", message: "The feed has no entries", httpStatus };
	if (outcome.undatedEntries < outcome.totalEntries) return null;
	const message = `None of the ${outcome.totalEntries} entries has a date that can be read`;
	return { code: "ALL_ITEMS_UNDATED", message, httpStatus };
}

/** Polls in a row that must have led to the same new address. */
const SIGHTINGS_OF_A_MOVE = 2;

type Move = Pick<PollState, "url" | "movedTo" | "movedSightings">;

function followMove(state: PollState, outcome: PollOutcome): { move: Move; hasMoved: boolean } {
	const { url, movedTo, movedSightings } = state;
	// A page without entries may be anything that looks like a feed: it neither confirms nor refutes.
	const isFeed = outcome.kind === "not-modified" || (outcome.kind === "read" && outcome.totalEntries > 0);
	if (!isFeed) return { move: { url, movedTo, movedSightings }, hasMoved: false };
	const target = outcome.headers.movedTo;
	if (target === null || target === url) return { move: { url, movedTo: null, movedSightings: 0 }, hasMoved: false };
	const sightings = target === movedTo ? movedSightings + 1 : 1;
	if (sightings < SIGHTINGS_OF_A_MOVE) {
		return { move: { url, movedTo: target, movedSightings: sightings }, hasMoved: false };
	}
	return { move: { url: target, movedTo: null, movedSightings: 0 }, hasMoved: true };
}

/** A day: a feed that is never asked again is lost, and one question a day burdens nobody. */
const MAX_WAIT_SECONDS = 86_400;

/** After about `seconds`, not before `floorSeconds` (of which a day counts at most), and not with all others. */
function nextFetchAt(now: Date, seconds: number, floorSeconds: number, random: number): Date {
	const share = Number.isFinite(random) ? Math.min(Math.max(random, 0), 1) : 0.5;
	const spread = seconds * (0.9 + 0.2 * share);
	const floor = Math.min(floorSeconds, MAX_WAIT_SECONDS) * (1 + 0.1 * share);
	return new Date(now.getTime() + Math.ceil(Math.max(spread, floor) * 1000));
}

/**
 * A failed fetch in the words of feeds, which has fewer: a server that refuses or breaks the connection is a TIMEOUT (it did
 * not answer; the message says how), an address that is not asked is a BLOCKED_ADDRESS, redirects that lead nowhere are an
 * HTTP_CLIENT_ERROR (another URL is needed), bytes that cannot be unpacked a PARSE_ERROR, and a host that shuts robots out
 * BOT_PROTECTION, whether by its robots.txt or by a challenge instead of an answer.
 */
export function feedErrorOf(result: Extract<FetchResult, { kind: "failed" }>): {
	code: FeedErrorCode;
	message: string;
	httpStatus: number | null;
	gone: boolean;
} {
	const { code, message, httpStatus } = result;
	const product = result.botProtection ?? protectionInPage(httpStatus, result.bodyStart);
	if (product) {
		const explained = `${message}: a challenge of ${product}'s bot protection`;
		return { code: "BOT_PROTECTION", message: explained, httpStatus, gone: false };
	}
	return { code: FEED_CODE[code], message, httpStatus, gone: code === "GONE" };
}

const FEED_CODE: Record<FetchErrorCode, FeedErrorCode> = {
	TIMEOUT: "TIMEOUT",
	DNS: "DNS",
	TLS: "TLS",
	CONNECTION: "TIMEOUT",
	BLOCKED_ADDRESS: "BLOCKED_ADDRESS",
	UNSUPPORTED_SCHEME: "BLOCKED_ADDRESS",
	REDIRECTS: "HTTP_CLIENT_ERROR",
	TOO_LARGE: "TOO_LARGE",
	BAD_ENCODING: "PARSE_ERROR",
	HTTP_CLIENT_ERROR: "HTTP_CLIENT_ERROR",
	HTTP_SERVER_ERROR: "HTTP_SERVER_ERROR",
	RATE_LIMITED: "RATE_LIMITED",
	GONE: "HTTP_CLIENT_ERROR",
	ROBOTS: "BOT_PROTECTION",
};
