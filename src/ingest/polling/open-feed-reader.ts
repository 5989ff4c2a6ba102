import type { FetchSettings } from "../../config.js";
import type { Database } from "../../db.js";
import type { Logger } from "../../log.js";
import { createFetcher } from "../../source/fetch-bytes.js";
import { createGate } from "../../source/gate.js";
import { newId } from "../new-id.js";
import { createParseThreads } from "../parsing/parse-threads.js";
import { endAllLeases } from "./host-lease.js";
import type { FeedReader } from "./poll-feed.js";
import { startWorker, type Worker } from "./worker.js";

/** What reaches and reads feeds and pages; to be closed when nothing asks any more. */
export interface OpenFeedReader extends FeedReader {
	close(): Promise<void>;
}

/** Opens the way out as the settings want it. */
export function openFeedReader(settings: FetchSettings): OpenFeedReader {
	const { userAgent, allowPrivate, proxyUrl, timeoutMs, maxBytes } = settings;
	const fetcher = createFetcher({ userAgent, allowPrivate, proxyUrl, totalTimeoutMs: timeoutMs, maxBytes });
	const threads = createParseThreads();
	return {
		fetcher,
		threads,
		close: async () => {
			await fetcher.close();
			await threads.close();
		},
	};
}

export interface PollingOptions {
	db: Database;
	log: Logger;
	feeds: FeedReader;
	settings: FetchSettings;
}

/** Starts to poll feeds and to read what they bring. */
export async function startPolling({ db, log, feeds, settings }: PollingOptions): Promise<Worker> {
	// An embedded database has one process: whoever holds a lease there has died.
	if (db.kind === "pglite") await endAllLeases(db.pool);
	return startWorker({
		db,
		log,
		...feeds,
		newId,
		owner: newId(),
		userAgent: settings.userAgent,
		pages: settings.pages,
		// The embedded database has one connection; a server reads for one article while it writes another.
		writers: createGate(db.kind === "pglite" ? 1 : 2),
		pageDelaySeconds: settings.pageDelayMs / 1000,
		concurrency: settings.concurrency,
		clock: () => new Date(),
		random: Math.random,
	});
}
