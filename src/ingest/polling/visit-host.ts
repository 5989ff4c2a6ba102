import { isDatabaseAway } from "../../database-fault.js";
import type { Feed } from "../../generated/prisma/client.js";
import { timed } from "../../stage-times.js";
import { type LeasedHost, releaseHost, renewLease } from "./host-lease.js";
import { crawlDelayOf } from "./page-reader.js";
import { pollFeed } from "./poll-feed.js";
import { type EntryReader, giveBackEntries, needsPage, readDueEntry, takeDueEntries } from "./read-entry.js";
import { storePoll } from "./store-poll.js";

/** What one visit did. */
export interface VisitReport {
	polled: number;
	entriesFound: number;
	entriesRead: number;
	pagesAsked: number;
}

export interface HostVisitor extends EntryReader {
	/** Identifies the worker that holds the lease. */
	owner: string;
	/** Seconds that a host is left alone after a page was asked for, where its robots.txt does not name a longer time. */
	pageDelaySeconds: number;
	clock: () => Date;
	random: () => number;
}

/** Feeds and entries taken in one visit: so many that the lease pays, so few that other hosts get their turn. */
const FEEDS_PER_VISIT = 200;
const ENTRIES_PER_VISIT = 10;
/** After a fault of our own at a host: it would else be met again and again. */
const FAULT_PAUSE_SECONDS = 60;
const SET_ASIDE_MINUTES = 60;
/** Where nothing is wrong with the feed, and the database is not to be had. */
const AWAY_MINUTES = 1;
/** No robots.txt can have its pages read more seldom than this. */
const MAX_CRAWL_DELAY_SECONDS = 60;

/**
 * Polls the feeds that are due at a leased host, one after the other, and gives the host back at the end, whatever happened. Stops
 * between two feeds when `signal` says so.
 */
export async function pollHost(visitor: HostVisitor, host: LeasedHost, signal: AbortSignal): Promise<VisitReport> {
	const report: VisitReport = { polled: 0, entriesFound: 0, entriesRead: 0, pagesAsked: 0 };
	try {
		await pollDueFeeds(visitor, host, signal, report);
	} finally {
		await releaseHost(visitor.db.pool, visitor.owner, host.name, 0);
	}
	return report;
}

/**
 * Reads entries that are due at a leased host, of which one at most is asked for its page, and gives the host back at the end, whatever
 * happened. Stops between two entries when `signal` says so.
 */
export async function readHost(visitor: HostVisitor, host: LeasedHost, signal: AbortSignal): Promise<VisitReport> {
	const report: VisitReport = { polled: 0, entriesFound: 0, entriesRead: 0, pagesAsked: 0 };
	let pauseSeconds = FAULT_PAUSE_SECONDS;
	try {
		pauseSeconds = await readEntries(visitor, host, signal, report);
	} finally {
		await releaseHost(visitor.db.pool, visitor.owner, host.name, pauseSeconds);
	}
	return report;
}

async function pollDueFeeds(
	visitor: HostVisitor,
	host: LeasedHost,
	signal: AbortSignal,
	report: VisitReport,
): Promise<void> {
	for (const feed of await readDueFeeds(visitor, host.name)) {
		if (signal.aborted) return;
		if (report.polled > 0 && !(await renewLease(visitor.db.pool, visitor.owner, host.name))) return;
		try {
			if (!(await pollDueFeed(visitor, feed, signal, report))) return;
		} catch (error) {
			visitor.log.error({ err: error, feed: feed.url }, "a poll could not be stored");
			await setAside(visitor, feed, isDatabaseAway(error) ? AWAY_MINUTES : SET_ASIDE_MINUTES);
		}
	}
}

/** @returns false where the visit has to end: the lease is lost, or the service is closing. */
async function pollDueFeed(
	visitor: HostVisitor,
	feed: Feed,
	signal: AbortSignal,
	report: VisitReport,
): Promise<boolean> {
	const result = await timed("fetch", () => pollFeed(visitor, feed, signal));
	if (signal.aborted) return false;
	const moment = { now: visitor.clock(), random: visitor.random(), newId: visitor.newId };
	const stored = await storePoll(visitor.db, feed, result, visitor.owner, moment);
	if (stored.kind === "lost") return false;
	const { created, changed, decision } = stored;
	report.polled++;
	report.entriesFound += created + changed;
	const told = { feed: feed.url, health: decision.state.health, created, changed, next: decision.nextFetchAt };
	if (decision.lastError) visitor.log.warn({ ...told, ...decision.lastError }, "a feed has a problem");
	else visitor.log.debug(told, "a feed was polled");
	return true;
}

/** A feed that breaks the storing of it must not stand in the way of the other feeds of its host. */
async function setAside({ db }: HostVisitor, feed: Feed, minutes: number): Promise<void> {
	await db.pool.query(
		`update "Feed" set "nextFetchAt" = now() + $2 * interval '1 minute', failures = failures + 1 where id = $1`,
		[feed.id, minutes],
	);
}

async function readDueFeeds({ db }: HostVisitor, host: string): Promise<Feed[]> {
	const { rows } = await db.pool.query<Feed>({
		name: "due-feeds",
		text: `select * from "Feed" where host = $1 and "nextFetchAt" <= now() order by "nextFetchAt" limit $2`,
		values: [host, FEEDS_PER_VISIT],
	});
	return rows;
}

/** @returns how long the host is to be left alone, in seconds. */
async function readEntries(
	visitor: HostVisitor,
	host: LeasedHost,
	signal: AbortSignal,
	report: VisitReport,
): Promise<number> {
	const entries = await takeDueEntries(visitor, host.name, ENTRIES_PER_VISIT);
	for (const [index, entry] of entries.entries()) {
		const wait = report.pagesAsked > 0 && needsPage(entry, visitor.pages);
		const goesOn = !wait && !signal.aborted && (await renewLease(visitor.db.pool, visitor.owner, host.name));
		const giveBack = () => giveBackEntries(visitor, entries.slice(index));
		const read = goesOn
			? await readDueEntry(visitor, host, entry, visitor.clock(), signal).catch(afterwards(giveBack))
			: null;
		if (read === null) {
			await giveBack();
			break;
		}
		report.entriesRead++;
		if (read.asked) report.pagesAsked++;
		visitor.log.debug({ url: entry.url, ...read }, "an entry was read");
	}
	if (report.pagesAsked === 0) return 0;
	const delay = crawlDelayOf(host, entries[0]?.url ?? "", visitor.userAgent) ?? 0;
	return Math.min(MAX_CRAWL_DELAY_SECONDS, Math.max(visitor.pageDelaySeconds, delay));
}

/** Does what can be done about a fault, and passes it on. */
const afterwards = (work: () => Promise<void>) => async (error: unknown) => {
	await work().catch(() => {});
	throw error;
};
