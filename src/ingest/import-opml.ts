import { oneLine } from "../article/clean-text.js";
import { outletHost, parseWebUrl, urlHash } from "../article/url.js";
import { lockLog, type PendingChange, recordChanges } from "../change-log.js";
import type { Database } from "../db.js";
import { type OpmlFeed, readOpml } from "../feed/opml.js";
import type { Prisma } from "../generated/prisma/client.js";
import { writeSource } from "./write-article.js";

export interface OpmlImport {
	read: number;
	created: number;
	unchanged: number;
	/** What was refused, and why. */
	failures: string[];
}

const MAX_NAME = 200;

/** Registers the feeds of an OPML document. Idempotent: a feed that is known stays as it is. */
export async function importOpml(db: Database, text: string, now: Date, newId: () => string): Promise<OpmlImport> {
	let feeds: OpmlFeed[];
	try {
		feeds = readOpml(text);
	} catch (error) {
		return { read: 1, created: 0, unchanged: 0, failures: [error instanceof Error ? error.message : String(error)] };
	}
	const outcome: OpmlImport = { read: feeds.length, created: 0, unchanged: 0, failures: [] };
	await db.prisma.$transaction(async (tx) => {
		await lockLog(tx);
		const changes: PendingChange[] = [];
		for (const feed of feeds) {
			const address = parseWebUrl(feed.url);
			if (address.kind === "invalid") outcome.failures.push(`feed "${oneLine(feed.url, 120)}" ${address.reason}`);
			else if (await addFeed(tx, feed, address.url, newId, changes)) outcome.created++;
			else outcome.unchanged++;
		}
		await recordChanges(tx, changes, null, now);
	});
	return outcome;
}

async function addFeed(
	tx: Prisma.TransactionClient,
	feed: OpmlFeed,
	url: URL,
	newId: () => string,
	changes: PendingChange[],
): Promise<boolean> {
	const hash = urlHash(url.href);
	if (await tx.feed.findUnique({ where: { urlHash: hash }, select: { id: true } })) return false;
	const homepage = feed.homepage ? parseWebUrl(feed.homepage) : null;
	const site = homepage?.kind === "ok" ? homepage.url : url;
	const title = feed.title ? oneLine(feed.title, MAX_NAME) : null;
	const source = { host: outletHost(site), name: title ?? outletHost(site), homepage: `${site.origin}/` };
	const sourceId = await writeSource(tx, source, newId, changes);
	const id = newId();
	await tx.feed.create({ data: { id, url: url.href, urlHash: hash, title, sourceId } });
	changes.push({ kind: "CREATED", nodeType: "FEED", nodeId: id });
	return true;
}
