import { oneLine } from "../../article/clean-text.js";
import { hostOf } from "../../article/entry-address.js";
import type { EntryDecision } from "../../article/entry-identity.js";
import { urlHash } from "../../article/url.js";
import { lockLog, recordChanges } from "../../change-log.js";
import type { Database } from "../../db.js";
import type { Feed, Prisma } from "../../generated/prisma/client.js";
import type { FetchedHeaders } from "../../source/fetch-bytes.js";
import {
	decidePoll,
	isWarning,
	type PollDecision,
	type PollOutcome,
	type PollState,
} from "../../source/poll-decision.js";
import type { DraftedFeed } from "../parsing/parse-job.js";
import { scheduleHosts } from "./host-lease.js";
import { compareEntries, type FoundEntries, hostsOf, writeEntries } from "./write-entries.js";

type Transaction = Prisma.TransactionClient;

/** What a poll brought: an outcome that needs no more of the database, or a document whose entries are to be compared. */
export type PollResult =
	| { kind: "outcome"; outcome: PollOutcome /** Of a page in place of a feed. */; feedLinks?: readonly string[] }
	| ({ kind: "document"; headers: FetchedHeaders; bodyHash: string } & Omit<DraftedFeed, "kind">);

/** What time and chance are for one poll. */
export interface PollMoment {
	now: Date;
	/** 0–1, for the jitter of the next poll. */
	random: number;
	newId: () => string;
}

/** What was stored. `lost` where another worker has taken the feed over: then nothing was. */
export type StoredPoll =
	| { kind: "lost" }
	| { kind: "stored"; decision: PollDecision; created: number; changed: number };

const MAX_TITLE = 300;
/**
 * Stores what a poll of a feed brought, all or nothing: the entries that are new or changed, and how and when the feed is asked next.
 * A poll that found nothing new and changed nothing that clients see is one statement.
 * @param owner who must hold the lease of the feed's host; null where a client adds the feed itself.
 */
export async function storePoll(
	db: Database,
	feed: Feed,
	result: PollResult,
	owner: string | null,
	moment: PollMoment,
): Promise<StoredPoll> {
	if (result.kind === "outcome") {
		const decision = decidePoll(stateOf(feed), result.outcome, moment.now, moment.random);
		const update = feedUpdate(feed, decision, result, moment.now);
		if (update.fields.length === 0) {
			const stored = await storeQuietly(db, feed, update.data, owner);
			return stored ? { kind: "stored", decision, created: 0, changed: 0 } : { kind: "lost" };
		}
	}
	try {
		return await storeInTransaction(db, feed, result, owner, moment, false);
	} catch (error) {
		if (!(error instanceof NeedsLog)) throw error;
		return await storeInTransaction(db, feed, result, owner, moment, true);
	}
}

/** Something changed that has to be logged, and the writers' lock, which comes before all other locks, was not taken. */
class NeedsLog extends Error {}

/**
 * @param logs whether the writers' lock is taken. Most polls bring entries and change nothing of the feed that clients see: they
 * need not wait for the writers of articles.
 */
function storeInTransaction(
	db: Database,
	feed: Feed,
	result: PollResult,
	owner: string | null,
	moment: PollMoment,
	logs: boolean,
): Promise<StoredPoll> {
	return db.prisma.$transaction(async (tx) => {
		if (logs) await lockLog(tx);
		const current = await lockFeed(tx, feed.id, owner);
		return current ? storeInside(tx, current, result, moment, logs) : { kind: "lost" };
	});
}

const NOTHING_FOUND: FoundEntries = { identity: null, decisions: [] };

/**
 * Stores a poll in a transaction of the caller.
 * @param logs whether the caller holds the writers' lock.
 */
export async function storeInside(
	tx: Transaction,
	feed: Feed,
	result: PollResult,
	moment: PollMoment,
	logs: boolean,
): Promise<StoredPoll & { kind: "stored" }> {
	const { now, random, newId } = moment;
	const found = result.kind === "document" ? await compareEntries(tx, feed, result) : NOTHING_FOUND;
	const counts = countEntries(found.decisions);
	const decision = await withoutTwins(tx, feed, decidePoll(stateOf(feed), outcomeOf(result, counts), now, random));
	const { data, fields } = feedUpdate(feed, decision, result, now);
	if (fields.length > 0 && !logs) throw new NeedsLog();
	await writeEntries(tx, feed, found.decisions, now, newId);
	await tx.feed.update({
		where: { id: feed.id },
		data: { ...data, ...(found.identity ? { entryIdentity: found.identity } : {}), ...revised(fields, now) },
	});
	await scheduleHosts(tx, [
		...hostsOf(found.decisions).map((host) => ({ host, work: "entries" as const, at: now })),
		...(decision.nextFetchAt ? [{ host: data.host, work: "feeds" as const, at: decision.nextFetchAt }] : []),
	]);
	if (fields.length > 0)
		await recordChanges(tx, [{ kind: "UPDATED", nodeType: "FEED", nodeId: feed.id, fields }], null, now);
	return { kind: "stored", decision, ...counts };
}

function outcomeOf(result: PollResult, { created, changed }: { created: number; changed: number }): PollOutcome {
	if (result.kind === "outcome") return result.outcome;
	const { entries, ttlSeconds } = result.feed;
	const dates = entries.flatMap(({ published, updated }) => (published ?? updated)?.at ?? []);
	return {
		kind: "read",
		headers: result.headers,
		newEntries: created,
		changedEntries: changed,
		totalEntries: entries.length,
		undatedEntries: entries.length - dates.length,
		ttlSeconds,
		entryDates: dates,
	};
}

function countEntries(decisions: readonly EntryDecision[]): { created: number; changed: number } {
	const count = (kind: EntryDecision["kind"]) => decisions.filter((decision) => decision.kind === kind).length;
	return { created: count("new"), changed: count("changed") };
}

const revised = (fields: readonly string[], now: Date) =>
	fields.length > 0 ? { revision: { increment: 1 }, updatedAt: now } : {};

function stateOf(feed: Feed): PollState {
	const { url, health, failures, pollIntervalSeconds, fixedIntervalSeconds, movedTo, movedSightings, lastChangedAt } =
		feed;
	const { lastErrorCode: code, lastErrorMessage: message, lastErrorStatus: httpStatus } = feed;
	const warning = code && isWarning(code) ? { code, message: message ?? "", httpStatus } : null;
	return {
		url,
		health,
		failures,
		intervalSeconds: pollIntervalSeconds,
		fixedIntervalSeconds,
		movedTo,
		movedSightings,
		lastChangedAt,
		warning,
	};
}

/** The feed's row, locked, if the owner still holds the lease of its host. */
async function lockFeed(tx: Transaction, id: string, owner: string | null): Promise<Feed | null> {
	const held = await tx.$queryRaw<{ id: string }[]>`
		select f.id from "Feed" f left join "Host" h on h.name = f.host
		where f.id = ${id}::uuid and (${owner}::uuid is null or (h."leasedBy" = ${owner}::uuid and h."leasedUntil" > now()))
		for update of f`;
	return held.length === 0 ? null : tx.feed.findUnique({ where: { id } });
}

async function storeQuietly(db: Database, feed: Feed, data: FeedColumns, owner: string | null): Promise<boolean> {
	const { rowCount } = await db.pool.query({
		name: "store-poll",
		text: `
			update "Feed" f set health = $2, "lastFetchedAt" = $3, "nextFetchAt" = $4, "pollIntervalSeconds" = $5, failures = $6,
				"lastErrorMessage" = $7, "lastErrorStatus" = $8, "lastErrorAt" = $9, etag = $10, "lastModified" = $11, "lastChangedAt" = $12,
				"movedTo" = $13, "movedSightings" = $14
			where f.id = $1 and ($15::uuid is null or exists (
				select from "Host" h where h.name = f.host and h."leasedBy" = $15::uuid and h."leasedUntil" > now()))`,
		values: [
			feed.id,
			data.health,
			data.lastFetchedAt.toISOString(),
			data.nextFetchAt?.toISOString() ?? null,
			data.pollIntervalSeconds,
			data.failures,
			data.lastErrorMessage,
			data.lastErrorStatus,
			data.lastErrorAt?.toISOString() ?? null,
			data.etag,
			data.lastModified,
			data.lastChangedAt?.toISOString() ?? null,
			data.movedTo,
			data.movedSightings,
			owner,
		],
	});
	return rowCount === 1;
}

type FeedColumns = Omit<
	Feed,
	| "id"
	| "revision"
	| "createdAt"
	| "updatedAt"
	| "sourceId"
	| "fixedIntervalSeconds"
	| "entryIdentity"
	| "idempotencyKey"
> & { lastFetchedAt: Date };

/** What is stored of the feed after a poll, and which fields that clients see have changed by more than time. */
function feedUpdate(
	feed: Feed,
	{ state, nextFetchAt, lastError }: PollDecision,
	result: PollResult,
	now: Date,
): { data: FeedColumns; fields: string[] } {
	const headers =
		result.kind === "document" ? result.headers : "headers" in result.outcome ? result.outcome.headers : null;
	const read = result.kind === "document" ? result.feed : null;
	const data: FeedColumns = {
		url: state.url,
		urlHash: urlHash(state.url),
		host: hostOf(state.url),
		title: read?.title ? oneLine(read.title, MAX_TITLE) : feed.title,
		format: read?.format ?? feed.format,
		health: state.health,
		lastFetchedAt: now,
		nextFetchAt,
		pollIntervalSeconds: state.intervalSeconds,
		failures: state.failures,
		lastErrorCode: lastError?.code ?? null,
		lastErrorMessage: lastError ? oneLine(lastError.message, 500) : null,
		lastErrorStatus: lastError?.httpStatus ?? null,
		lastErrorAt: lastError ? now : null,
		// A failed poll says nothing of the copy that was read before.
		etag: headers ? headers.etag : feed.etag,
		lastModified: headers ? headers.lastModified : feed.lastModified,
		bodyHash: result.kind === "document" ? result.bodyHash : feed.bodyHash,
		lastChangedAt: state.lastChangedAt,
		movedTo: state.movedTo,
		movedSightings: state.movedSightings,
	};
	const visible = ["url", "title", "format", "health", "lastErrorCode"] as const;
	const names = { lastErrorCode: "lastError" } as Record<string, string>;
	const fields = visible.filter((field) => data[field] !== feed[field]).map((field) => names[field] ?? field);
	return { data, fields };
}

/** A feed that moved to the address of another one is that other one: it stays where it is, and is not asked any more. */
async function withoutTwins(tx: Transaction, feed: Feed, decision: PollDecision): Promise<PollDecision> {
	if (decision.state.url === feed.url) return decision;
	const twin = await tx.feed.findUnique({ where: { urlHash: urlHash(decision.state.url) }, select: { id: true } });
	if (!twin) return decision;
	return {
		state: { ...decision.state, url: feed.url, health: "GONE" },
		nextFetchAt: null,
		lastError: {
			code: "HTTP_CLIENT_ERROR",
			message: `has moved to ${decision.state.url}, which is polled already`,
			httpStatus: 301,
		},
		reason: "moved to a feed that is known",
	};
}
