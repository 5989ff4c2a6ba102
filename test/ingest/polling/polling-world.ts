import { newId } from "../../../src/ingest/new-id.js";
import { createParseThreads, type ParseThreads } from "../../../src/ingest/parsing/parse-threads.js";
import { startWorker, type Worker, type WorkerOptions } from "../../../src/ingest/polling/worker.js";
import { createLog } from "../../../src/log.js";
import { createFetcher, type Fetcher } from "../../../src/source/fetch-bytes.js";
import { createGate } from "../../../src/source/gate.js";
import { openTestDatabase, type TestDatabase } from "../../test-database.js";
import { type CannedWeb, openCannedWeb } from "./canned-web.js";

/** A database, a web on loopback, and what fetches from it. */
export interface PollingWorld {
	db: TestDatabase;
	web: CannedWeb;
	fetcher: Fetcher;
	threads: ParseThreads;
	/** Starts a worker; `run` stops it when nothing is due. */
	start(options?: Partial<WorkerOptions>): Worker;
	/** Everything that is due is done, by one worker. */
	run(options?: Partial<WorkerOptions>): Promise<Worker["counts"]>;
	/** All feeds, and with `entries` everything that waits for a later hour, are due now. */
	makeDue(what?: "feeds" | "everything"): Promise<void>;
	/** Registers feeds, due now. */
	subscribe(...urls: string[]): Promise<void>;
	close(): Promise<void>;
}

export const LOOPBACK = ["127.0.0.0/8"];
export const AGENT = "AntecedentTest/1.0";

export async function openPollingWorld(): Promise<PollingWorld> {
	const db = await openTestDatabase();
	const web = await openCannedWeb();
	const fetcher = createFetcher({ userAgent: AGENT, allowPrivate: LOOPBACK });
	const threads = createParseThreads({ timeoutMs: 30_000 });
	const log = createLog({ logLevel: (process.env.LOG_LEVEL ?? "silent") as "silent" });
	const start = (options: Partial<WorkerOptions> = {}) =>
		startWorker({
			db,
			log,
			fetcher,
			threads,
			newId,
			owner: newId(),
			userAgent: AGENT,
			pages: "auto",
			writers: createGate(2),
			pageDelaySeconds: 0,
			concurrency: 8,
			clock: () => new Date(),
			random: () => 0.5,
			...options,
		});
	return {
		db,
		web,
		fetcher,
		threads,
		start,
		run: async (options) => {
			const worker = start(options);
			await worker.idle();
			await worker.stop();
			return worker.counts;
		},
		makeDue: async (what = "feeds") => {
			await db.pool.query(`update "Feed" set "nextFetchAt" = now() - interval '1 s' where "nextFetchAt" is not null`);
			if (what === "everything")
				await db.pool.query(`update "FeedEntry" set "dueAt" = now() - interval '1 s' where "dueAt" is not null`);
			await db.pool.query(
				`update "Host" set "feedsDueAt" = now() - interval '1 s', "entriesDueAt" = now() - interval '1 s'`,
			);
		},
		subscribe: async (...urls) => {
			const { importOpml } = await import("../../../src/ingest/feeds.js");
			const outlines = urls.map((url) => `<outline type="rss" text="Feed" xmlUrl="${url}"/>`);
			const opml = `<opml version="2.0"><head/><body>${outlines.join("")}</body></opml>`;
			const { failures } = await importOpml(db, opml, new Date(), newId);
			if (failures.length > 0) throw new Error(failures.join("; "));
		},
		close: async () => {
			await fetcher.close();
			await threads.close();
			await web.close();
			await db.close();
		},
	};
}
