import { keepRetention } from "./changes/keep-retention.js";
import type { Config } from "./config.js";
import type { Database } from "./db.js";
import { keepContexts } from "./ingest/contexts/keep-contexts.js";
import { startPolling } from "./ingest/polling/open-feed-reader.js";
import type { FeedReader } from "./ingest/polling/poll-feed.js";
import type { Logger } from "./log.js";

/** What a process does without being asked. */
export interface Working {
	/** Begins nothing more; ends what is in hand. */
	stop(): Promise<void>;
}

/** Starts all that waits to be done: what is old leaves the log, feeds are polled and read, contexts computed. Any number of processes share it. */
export async function startWorking(options: {
	config: Config;
	db: Database;
	log: Logger;
	feeds: FeedReader;
}): Promise<Working> {
	const { config, db, log, feeds } = options;
	const retention = keepRetention(db, log, config.changeRetentionDays);
	if (!config.pollFeeds) return retention;
	const contexts = keepContexts(db, log);
	try {
		const worker = await startPolling({ db, log, feeds, settings: config.fetching });
		return { stop: async () => void (await Promise.all([worker.stop(), contexts.stop(), retention.stop()])) };
	} catch (error) {
		await Promise.all([contexts.stop(), retention.stop()]);
		throw error;
	}
}
