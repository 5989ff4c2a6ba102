import { describeErrors } from "../../article/article-line.js";
import { oneLine } from "../../article/clean-text.js";
import { decideReading, type EntryFeed, gatherArticle, type PagePolicy } from "../../article/gather-article.js";
import { isDatabaseAway } from "../../database-fault.js";
import type { FeedEntry } from "../../feed/feed-document.js";
import type { Prisma } from "../../generated/prisma/client.js";
import type { Logger } from "../../log.js";
import type { Gate } from "../../source/gate.js";
import { ingestArticle } from "../ingest-article.js";
import { decideNextReading, type EntryOutcome } from "./entry-decision.js";
import type { LeasedHost } from "./host-lease.js";
import { type PageReader, type PageResult, readEntryPage } from "./page-reader.js";
import { unpackEntry } from "./stored-entry.js";

/** An entry that is due, and its feed. */
export interface DueEntry {
	id: string;
	url: string;
	/** Null where the entry has no page of its own. */
	urlHash: string | null;
	payload: Prisma.JsonValue;
	contentHash: string;
	firstSeenAt: Date;
	/** This one included. */
	attempts: number;
	visits: number;
	pageEtag: string | null;
	pageLastModified: string | null;
	articleId: string | null;
	feedTitle: string | null;
	sourceHost: string;
	sourceLanguage: string | null;
}

export interface EntryReader extends PageReader {
	log: Logger;
	pages: PagePolicy;
	/** Lets so many entries at a time into the archive: pages are waited for side by side, but writers wait for each other anyway. */
	writers: Gate;
	newId: () => string;
}

/** Whether a request was made for the entry, and what came of it. */
export interface EntryReport {
	asked: boolean;
	result: "created" | "revised" | "unchanged" | "refused" | "broken";
}

/**
 * A page that was read so lately, for another feed, is not fetched again. Twice the time between a wire's first and last copy in one
 * outlet's feeds.
 */
const FRESH_MINUTES = 60;

/**
 * Takes what is due of a host's entries, oldest due first, and counts an attempt for each before anything is tried: whatever ends the
 * process, an entry cannot end it for ever. One statement.
 */
export async function takeDueEntries({ db }: EntryReader, host: string, limit: number): Promise<DueEntry[]> {
	const { rows } = await db.pool.query<DueEntry>({
		name: "take-due-entries",
		text: `
			with due as (
				select id from "FeedEntry" where host = $1 and "dueAt" <= now() order by "dueAt", id limit $2 for update skip locked
			), taken as (
				update "FeedEntry" e set attempts = e.attempts + 1 from due where e.id = due.id
				returning e.*
			)
			select e.id, e.url, e."urlHash", e.payload, e."contentHash", e."firstSeenAt", e.attempts, e.visits, e."pageEtag", e."pageLastModified",
				e."articleId", f.title as "feedTitle", s.host as "sourceHost", s.language as "sourceLanguage"
			from taken e join "Feed" f on f.id = e."feedId" join "Source" s on s.id = f."sourceId" order by e."dueAt", e.id`,
		values: [host, limit],
	});
	return rows;
}

/** Whether reading an entry means asking its host for the page. */
export function needsPage(entry: DueEntry, pages: PagePolicy): boolean {
	return decideReading(unpackEntry(entry.payload), pages, entry.urlHash !== null).kind === "page";
}

/** Gives back entries that were taken and not read. */
export async function giveBackEntries({ db }: EntryReader, entries: readonly DueEntry[]): Promise<void> {
	if (entries.length === 0) return;
	await db.pool.query(`update "FeedEntry" set attempts = attempts - 1 where id = any($1::uuid[])`, [
		entries.map(({ id }) => id),
	]);
}

/**
 * Reads one entry into the archive: with its page where the feed has only a summary, otherwise as the feed tells it. Whatever
 * happens to the page, what the feed said is kept. Doing it twice changes nothing. Throws where the database cannot store it now: that is not the
 * entry's fault.
 * @returns null where the service closed before anything was known.
 */
export async function readDueEntry(
	reader: EntryReader,
	host: LeasedHost,
	due: DueEntry,
	now: Date,
	signal: AbortSignal,
): Promise<EntryReport | null> {
	const entry = unpackEntry(due.payload);
	let page: PageResult | null = null;
	try {
		if (needsPage(due, reader.pages)) {
			const known = await freshArticle(reader, due);
			if (known !== null) {
				await settle(reader, due, { kind: "feed-read" }, known, null, null, now);
				return { asked: false, result: "unchanged" };
			}
			const validators = { etag: due.pageEtag, lastModified: due.pageLastModified };
			page = await readEntryPage(reader, host, due.url, validators, now, signal);
			if (signal.aborted) return null;
			if (page.kind === "not-modified") {
				await settle(reader, due, { kind: "page-same" }, due.articleId, null, null, now);
				return { asked: true, result: "unchanged" };
			}
		}
		const result = await store(reader, due, entry, page, now);
		return { asked: page !== null, result };
	} catch (error) {
		if (isDatabaseAway(error)) throw error;
		reader.log.error({ err: error, entry: due.id, url: due.url }, "an entry could not be read");
		const problem = error instanceof Error ? error.message : String(error);
		await settle(reader, due, { kind: "broken" }, due.articleId, problem, null, now);
		return { asked: page !== null, result: "broken" };
	}
}

/** What was fetched is stored, also when the service closes. */
const NEVER_ABORTED = new AbortController().signal;

/** Stores the article that feed and page make together, and what is left to do. */
async function store(
	reader: EntryReader,
	due: DueEntry,
	entry: FeedEntry,
	page: PageResult | null,
	now: Date,
): Promise<EntryReport["result"]> {
	const feed: EntryFeed = { title: due.feedTitle, sourceHost: due.sourceHost, language: due.sourceLanguage };
	const read = page?.kind === "page" ? page : null;
	const article = gatherArticle(entry, due.url, feed, read?.page ?? null);
	const leave = await reader.writers.enter("archive", NEVER_ABORTED);
	const ingested = await ingestArticle(reader.db, article, now, reader.newId).finally(leave);
	if (ingested.kind === "invalid") {
		await settle(reader, due, { kind: "refused" }, null, describeErrors(ingested.errors), null, now);
		return "refused";
	}
	const problem =
		page?.kind === "none" ? page.reason : read && !read.page.reading.isArticle ? read.page.reading.reason : null;
	await settle(reader, due, outcomeOf(page), ingested.articleId, problem, read, now);
	return ingested.kind;
}

function outcomeOf(page: PageResult | null): EntryOutcome {
	if (page?.kind === "page") return { kind: "page-read" };
	if (page?.kind !== "none" || !page.passing) return { kind: "feed-read" };
	return { kind: "page-missing", retryAfterSeconds: page.retryAfterSeconds };
}

/** The article of an entry whose page was read a short while ago, for another feed; null where there is none. */
async function freshArticle({ db }: EntryReader, due: DueEntry): Promise<string | null> {
	if (due.articleId !== null || due.urlHash === null) return null;
	const { rows } = await db.pool.query<{ id: string }>({
		name: "fresh-article",
		text: `
			select x."articleId" as id from "ArticleAddress" x
			where x."urlHash" = $1 and exists (
				select from "ArticleRevision" r where r."articleId" = x."articleId" and r.origin = 'PAGE'
					and r."fetchedAt" > now() - $2 * interval '1 minute')`,
		values: [due.urlHash, FRESH_MINUTES],
	});
	return rows[0]?.id ?? null;
}

/**
 * Notes what came of a reading. What the feed said is kept as long as there is something to do with it, or it was refused. Where the
 * feed has said something else meanwhile, the entry stays due.
 */
async function settle(
	{ db }: EntryReader,
	due: DueEntry,
	outcome: EntryOutcome,
	articleId: string | null,
	problem: string | null,
	page: { etag: string | null; lastModified: string | null } | null,
	now: Date,
): Promise<void> {
	const next = decideNextReading(due, outcome, now);
	await db.pool.query({
		name: "settle-entry",
		text: `
			update "FeedEntry" set "articleId" = coalesce($2, "articleId"), "dueAt" = $3, attempts = $4, visits = $5, problem = $6,
				"pageEtag" = case when $7 then $8 else "pageEtag" end, "pageLastModified" = case when $7 then $9 else "pageLastModified" end,
				payload = case when $10 then payload end
			where id = $1 and "contentHash" = $11`,
		values: [
			due.id,
			articleId,
			next.dueAt?.toISOString() ?? null,
			next.attempts,
			next.visits,
			problem === null ? null : oneLine(problem, 500),
			page !== null,
			page?.etag ?? null,
			page?.lastModified ?? null,
			next.dueAt !== null || next.parked,
			due.contentHash,
		],
	});
}
