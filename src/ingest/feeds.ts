import { oneLine } from "../article/clean-text.js";
import { hostOf } from "../article/entry-address.js";
import { outletHost, parseWebUrl, urlHash } from "../article/url.js";
import { lockLog, type PendingChange, recordChanges } from "../change-log.js";
import type { Database } from "../db.js";
import { type OpmlFeed, readOpml } from "../feed/opml.js";
import type { Feed, Prisma } from "../generated/prisma/client.js";
import { scheduleHosts } from "./polling/host-lease.js";
import { type FeedReader, pollFeed } from "./polling/poll-feed.js";
import { storeInside } from "./polling/store-poll.js";
import { writeSource } from "./write-article.js";

type Transaction = Prisma.TransactionClient;

const MAX_NAME = 200;
/** Feeds of a page that are tried, in its order: the first is the outlet's own, later ones are comments and topics. */
const MAX_TRIED_LINKS = 3;

/** A feed that somebody asks for. */
export interface FeedRequest {
	/** Of a feed, or of a page that names its feeds. */
	url: string;
	/** Seconds between two polls, whatever the feed does; absent for an interval that follows it. */
	pollIntervalSeconds?: number | null | undefined;
	idempotencyKey?: string | null | undefined;
}

export type AddFeedResult =
	| { kind: "added"; feedId: string }
	/** It was there already; `sameRequest` where this very request had added it. */
	| { kind: "known"; feedId: string; sameRequest: boolean }
	| {
			kind: "refused";
			field: "url" | "pollIntervalSeconds";
			code: "INVALID" | "UNREACHABLE" | "UNSUPPORTED_FORMAT";
			reason: string;
	  };

/** Seconds between two polls that an operator may ask for: a minute to a week. */
export const POLL_INTERVAL_SECONDS = { least: 60, most: 604_800 } as const;

/**
 * Adds a feed after reading it once: what cannot be read is refused, with the reason. Where a page is given, the first of its feeds
 * that can be read is taken. The entries of the first reading are stored with it.
 */
export async function addFeed(
	db: Database,
	reader: FeedReader,
	request: FeedRequest,
	now: Date,
	newId: () => string,
): Promise<AddFeedResult> {
	const { idempotencyKey, pollIntervalSeconds } = request;
	const { least, most } = POLL_INTERVAL_SECONDS;
	if (typeof pollIntervalSeconds === "number" && !(least <= pollIntervalSeconds && pollIntervalSeconds <= most))
		return {
			kind: "refused",
			field: "pollIntervalSeconds",
			code: "INVALID",
			reason: `must be from ${least} to ${most}`,
		};
	const address = parseWebUrl(request.url);
	if (address.kind === "invalid") return { kind: "refused", field: "url", code: "INVALID", reason: address.reason };
	const known = await findFeed(db, address.url.href, idempotencyKey ?? null);
	if (known) return known;

	const found = await readFirst(reader, address.url.href);
	if (found.kind === "refused") return found;
	const { url, document } = found;
	return db.prisma.$transaction(async (tx) => {
		await lockLog(tx);
		const twin = await tx.feed.findUnique({ where: { urlHash: urlHash(url) }, select: { id: true } });
		if (twin) return { kind: "known", feedId: twin.id, sameRequest: false };
		const changes: PendingChange[] = [];
		const feed = await createFeed(
			tx,
			{ url, title: document.feed.title, homepage: document.feed.homepage },
			new URL(url),
			{ fixedIntervalSeconds: pollIntervalSeconds ?? null, idempotencyKey: idempotencyKey ?? null, nextFetchAt: null },
			newId,
			changes,
		);
		await recordChanges(tx, changes, null, now);
		await storeInside(tx, feed, document, { now, random: Math.random(), newId }, true);
		return { kind: "added", feedId: feed.id };
	});
}

async function findFeed(
	db: Database,
	url: string,
	idempotencyKey: string | null,
): Promise<(AddFeedResult & { kind: "known" }) | null> {
	const feed = await db.prisma.feed.findFirst({
		where: { OR: [{ urlHash: urlHash(url) }, ...(idempotencyKey === null ? [] : [{ idempotencyKey }])] },
		select: { id: true, idempotencyKey: true },
	});
	if (!feed) return null;
	const sameRequest = idempotencyKey !== null && feed.idempotencyKey === idempotencyKey;
	return { kind: "known", feedId: feed.id, sameRequest };
}

type FoundFeed = { url: string; document: Extract<Awaited<ReturnType<typeof pollFeed>>, { kind: "document" }> };

/** Reads the address, or else the feeds that it names as a page. */
async function readFirst(
	reader: FeedReader,
	given: string,
): Promise<({ kind: "found" } & FoundFeed) | (AddFeedResult & { kind: "refused" })> {
	const addresses = [given];
	let refusal: (AddFeedResult & { kind: "refused" }) | null = null;
	for (let tried = 0; tried < addresses.length && tried <= MAX_TRIED_LINKS; tried++) {
		const url = addresses[tried] as string;
		const result = await pollFeed(reader, { url, etag: null, lastModified: null, bodyHash: null, entryIdentity: null });
		if (result.kind === "document") return { kind: "found", url, document: result };
		const { outcome } = result;
		if (outcome.kind !== "failed") continue;
		const isRead = outcome.code === "NOT_A_FEED" || outcome.code === "PARSE_ERROR";
		refusal ??= {
			kind: "refused",
			field: "url",
			code: isRead ? "UNSUPPORTED_FORMAT" : "UNREACHABLE",
			reason: `${outcome.message} (${outcome.code})`,
		};
		if (tried === 0) addresses.push(...(result.feedLinks ?? []));
	}
	return refusal ?? { kind: "refused", field: "url", code: "UNREACHABLE", reason: "does not answer" };
}

export interface OpmlImport {
	/** Feeds of the document. */
	read: number;
	created: number;
	unchanged: number;
	/** What was refused, and why. */
	failures: string[];
}

/**
 * Registers the feeds of an OPML document, due at once. Nothing is fetched here. Idempotent: a feed that is known stays as it is.
 * @param dryRun tells what would come of it, and stores nothing.
 */
export async function importOpml(
	db: Database,
	text: string,
	now: Date,
	newId: () => string,
	dryRun = false,
): Promise<OpmlImport> {
	let feeds: OpmlFeed[];
	try {
		feeds = readOpml(text);
	} catch (error) {
		return { read: 1, created: 0, unchanged: 0, failures: [error instanceof Error ? error.message : String(error)] };
	}
	const outcome: OpmlImport = { read: feeds.length, created: 0, unchanged: 0, failures: [] };
	const usable = new Map<string, { feed: OpmlFeed; url: URL }>();
	for (const feed of feeds) {
		const address = parseWebUrl(feed.url);
		if (address.kind === "invalid") outcome.failures.push(`feed "${oneLine(feed.url, 120)}" ${address.reason}`);
		else if (usable.has(urlHash(address.url.href))) outcome.unchanged++;
		else usable.set(urlHash(address.url.href), { feed, url: address.url });
	}
	await db.prisma.$transaction(async (tx) => {
		await lockLog(tx);
		const changes: PendingChange[] = [];
		const known = await tx.feed.findMany({ where: { urlHash: { in: [...usable.keys()] } }, select: { urlHash: true } });
		for (const { urlHash: hash } of known) usable.delete(hash);
		outcome.unchanged += known.length;
		outcome.created = usable.size;
		if (dryRun) return;
		const options = { fixedIntervalSeconds: null, idempotencyKey: null, nextFetchAt: now };
		for (const { feed, url } of usable.values()) await createFeed(tx, feed, url, options, newId, changes);
		await scheduleHosts(
			tx,
			[...usable.values()].map(({ url }) => ({ host: hostOf(url.href), work: "feeds" as const, at: now })),
		);
		await recordChanges(tx, changes, null, now);
	});
	return outcome;
}

async function createFeed(
	tx: Transaction,
	feed: OpmlFeed,
	url: URL,
	options: Pick<Feed, "fixedIntervalSeconds" | "idempotencyKey" | "nextFetchAt">,
	newId: () => string,
	changes: PendingChange[],
): Promise<Feed> {
	const homepage = feed.homepage ? parseWebUrl(feed.homepage) : null;
	const site = homepage?.kind === "ok" ? homepage.url : url;
	const title = feed.title ? oneLine(feed.title, MAX_NAME) : null;
	// A list calls a feed "World" or "My morning"; the outlet is named by what it prints.
	const source = { host: outletHost(site), name: outletHost(site), homepage: `${site.origin}/` };
	const sourceId = await writeSource(tx, source, newId, changes);
	const id = newId();
	const created = await tx.feed.create({
		data: { id, url: url.href, urlHash: urlHash(url.href), host: hostOf(url.href), title, sourceId, ...options },
	});
	changes.push({ kind: "CREATED", nodeType: "FEED", nodeId: id });
	return created;
}

export type FeedChange = { kind: "changed"; feedId: string } | { kind: "not-found" } | { kind: "waits"; until: Date };

/**
 * Makes a feed due now, also one that was given up. A server that has asked to be left alone until some instant is left alone until then.
 */
export async function refreshFeed(db: Database, feedId: string, now: Date): Promise<FeedChange> {
	return db.prisma.$transaction(async (tx) => {
		await lockLog(tx);
		const feed = await tx.feed.findUnique({ where: { id: feedId } });
		if (!feed) return { kind: "not-found" };
		if (feed.lastErrorCode === "RATE_LIMITED" && feed.nextFetchAt && feed.nextFetchAt > now)
			return { kind: "waits", until: feed.nextFetchAt };
		const revives = feed.health === "PAUSED" || feed.health === "GONE";
		await tx.feed.update({
			where: { id: feedId },
			data: {
				nextFetchAt: now,
				...(revives ? { health: "OK", failures: 0, revision: { increment: 1 }, updatedAt: now } : {}),
			},
		});
		await scheduleHosts(tx, [{ host: feed.host, work: "feeds", at: now }]);
		const changes: PendingChange[] = revives
			? [{ kind: "UPDATED", nodeType: "FEED", nodeId: feedId, fields: ["health"] }]
			: [];
		await recordChanges(tx, changes, null, now);
		return { kind: "changed", feedId };
	});
}

/** Forgets a feed and what waits in it. Its articles stay. */
export async function removeFeed(db: Database, feedId: string, now: Date): Promise<FeedChange> {
	return db.prisma.$transaction(async (tx) => {
		await lockLog(tx);
		const { count } = await tx.feed.deleteMany({ where: { id: feedId } });
		if (count === 0) return { kind: "not-found" };
		await recordChanges(tx, [{ kind: "RETRACTED", nodeType: "FEED", nodeId: feedId }], null, now);
		return { kind: "changed", feedId };
	});
}
