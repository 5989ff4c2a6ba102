import type { FetchSettings } from "../../config.js";
import type { Database } from "../../db.js";
import type { Logger } from "../../log.js";
import { createFetcher } from "../../source/fetch-bytes.js";
import { newId } from "../new-id.js";
import { createParseThreads } from "../parsing/parse-threads.js";
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
export function startPolling({ db, log, feeds, settings }: PollingOptions): Worker {
	return startWorker({
		db,
		log,
		...feeds,
		newId,
		owner: newId(),
		userAgent: settings.userAgent,
		pages: settings.pages,
		pageDelaySeconds: settings.pageDelayMs / 1000,
		concurrency: settings.concurrency,
		clock: () => new Date(),
		random: Math.random,
	});
}
