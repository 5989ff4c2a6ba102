import type { FetchedPage } from "../../article/gather-article.js";
import { isBotChallenge } from "../../article/page/bot-challenge.js";
import type { Database } from "../../db.js";
import type { FetchResult } from "../../source/fetch-bytes.js";
import { mayFetch, type RobotsAnswer, readRobots } from "../../source/robots.js";
import { type LeasedHost, storeRobots } from "./host-lease.js";
import type { FeedReader } from "./poll-feed.js";

/** What came of reading a page. */
export type PageResult =
	| { kind: "page"; page: FetchedPage; etag: string | null; lastModified: string | null }
	/** As it was when it was read last. */
	| { kind: "not-modified" }
	/** `passing`: worth another try later. */
	| { kind: "none"; reason: string; passing: boolean; retryAfterSeconds: number | null };

export interface PageReader extends FeedReader {
	db: Database;
	userAgent: string;
}

/** A robots.txt holds for a day (RFC 9309 §2.4); one that could not be read is asked for again sooner. */
const ROBOTS_HOURS = 24;
const ROBOTS_RETRY_HOURS = 1;
/** Larger ones are cut (RFC 9309 §2.5 asks for 500 KiB at least). */
const ROBOTS_BYTES = 512_000;
/** A page of news has 100–2,000 kB; more is a film or an attack. */
const PAGE_BYTES = 8_000_000;
const HTML = /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain|application\/xml)\b/i;

/** Fetches a page, if its host lets robots do so, and reads the article in it. */
export async function readEntryPage(
	reader: PageReader,
	host: LeasedHost,
	url: string,
	validators: { etag: string | null; lastModified: string | null },
	now: Date,
	signal: AbortSignal,
): Promise<PageResult> {
	const robots = await robotsOf(reader, host, url, now, signal);
	if (robots.kind === "disallow-all") return none(`robots.txt cannot be read (${robots.reason})`, true);
	if (robots.kind === "rules" && !mayFetch(robots.text, url, reader.userAgent).allowed)
		return none("robots.txt asks not to read this page", false);
	const answer = await reader.fetcher.fetch({ url, accept: "page", ...validators, maxBytes: PAGE_BYTES, signal });
	if (answer.kind === "not-modified") return { kind: "not-modified" };
	if (answer.kind === "failed") return failed(answer);
	if (answer.contentType && !HTML.test(answer.contentType))
		return none(`is ${answer.contentType.slice(0, 80)}, not a page`, false);
	const { bytes, ...headers } = answer;
	const parsed = await reader.threads.parse({ kind: "page", bytes, response: headers });
	if (parsed.kind === "failed") return none(`the page ${parsed.message}`, false);
	const page = { url: headers.url, reading: parsed.value };
	if (!page.reading.isArticle && page.reading.reason === "bot-protection")
		return none("asks whether its reader is a person", true);
	return { kind: "page", page, etag: headers.etag, lastModified: headers.lastModified };
}

/** How long a host wants to be left alone between two pages, in seconds; null where it does not say. */
export function crawlDelayOf(host: LeasedHost, url: string, userAgent: string): number | null {
	return host.robots === null ? null : mayFetch(host.robots, url, userAgent).crawlDelaySeconds;
}

/** What the host's robots.txt says: from memory, or asked for and kept. */
async function robotsOf(
	{ db, fetcher }: PageReader,
	host: LeasedHost,
	url: string,
	now: Date,
	signal: AbortSignal,
): Promise<RobotsAnswer> {
	const hours = host.robots === null && !host.robotsAllow ? ROBOTS_RETRY_HOURS : ROBOTS_HOURS;
	if (host.robotsFetchedAt && now.getTime() - host.robotsFetchedAt.getTime() < hours * 3_600_000) {
		if (host.robots !== null) return { kind: "rules", text: host.robots };
		return host.robotsAllow
			? { kind: "allow-all", reason: "as asked before" }
			: { kind: "disallow-all", reason: "as asked before" };
	}
	const address = new URL("/robots.txt", url).href;
	const answer = readRobots(await fetcher.fetch({ url: address, accept: "text", maxBytes: ROBOTS_BYTES, signal }));
	host.robots = answer.kind === "rules" ? answer.text.replaceAll("\0", "") : null;
	host.robotsAllow = answer.kind !== "disallow-all";
	host.robotsFetchedAt = now;
	await storeRobots(db.pool, host.name, host.robots, host.robotsAllow);
	return answer;
}

/** Worth another try: what is not the page's own answer. */
const PASSING: ReadonlySet<string> = new Set(["TIMEOUT", "DNS", "CONNECTION", "HTTP_SERVER_ERROR", "RATE_LIMITED"]);

function failed({
	code,
	message,
	bodyStart,
	httpStatus,
	retryAfterSeconds,
}: FetchResult & { kind: "failed" }): PageResult {
	if (isBotChallenge(bodyStart, httpStatus ?? 0)) return none("asks whether its reader is a person", true);
	return { kind: "none", reason: message, passing: PASSING.has(code), retryAfterSeconds };
}

const none = (reason: string, passing: boolean): PageResult => ({
	kind: "none",
	reason,
	passing,
	retryAfterSeconds: null,
});
