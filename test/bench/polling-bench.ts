import { fork } from "node:child_process";
import { UsageError } from "../../src/cli/run-command.js";
import type { FetchSettings } from "../../src/config.js";
import { type Database, openDatabase } from "../../src/db.js";
import { importOpml } from "../../src/ingest/feeds.js";
import { newId } from "../../src/ingest/new-id.js";
import { openFeedReader, startPolling } from "../../src/ingest/polling/open-feed-reader.js";
import type { Worker } from "../../src/ingest/polling/worker.js";
import { createLog } from "../../src/log.js";
import type { Bench, BenchContext, BenchResult } from "./bench-types.js";
import { figure, formatTable } from "./table.js";

const HELP = `polling: how fast feeds are polled and their entries read, from a server on loopback with a host for each feed; beside a bare
HTTP client that asks the same addresses in the same run. Seconds are those of the clock: two processes and a database share the machine.

  --feeds N        feeds, each on a host of its own (1000)
  --items N        items of each feed, articles of 350 characters (20)
  --read N         items that are read into the archive before the bench goes on; 0 for all (0)
  --database URL   an empty database: pglite:memory: (default), pglite:DIRECTORY or postgresql://…`;

const CONCURRENCY = 16;
const MB = 1_000_000;

export const pollingBench: Bench = {
	help: HELP,
	options: {
		feeds: { type: "string", default: "1000" },
		items: { type: "string", default: "20" },
		read: { type: "string", default: "0" },
		database: { type: "string", default: "pglite:memory:" },
	},
	valueWhenBare: {},
	async run(values, context) {
		const feeds = wholeNumber(values, "feeds", 1);
		const items = wholeNumber(values, "items", 0);
		if (feeds > 60_000) throw new UsageError("--feeds takes at most 60000: loopback has no more hosts here");
		const db = await openDatabase({ url: String(values.database) });
		try {
			if ((await db.prisma.feed.count()) > 0) throw new UsageError("--database must be empty: it has feeds");
			return await measure(db, feeds, items, wholeNumber(values, "read", 0) || feeds * items, context);
		} finally {
			await db.close();
		}
	},
};

async function measure(
	db: Database,
	feeds: number,
	items: number,
	toRead: number,
	context: BenchContext,
): Promise<BenchResult> {
	const server = fork(new URL("./canned-feeds.ts", import.meta.url), [String(items)], {
		execArgv: ["--import", "tsx"],
	});
	const memory = watchMemory();
	const settings: FetchSettings = {
		concurrency: CONCURRENCY,
		pages: "never",
		pageDelayMs: 0,
		userAgent: "AntecedentBench/1.0",
		allowPrivate: ["127.0.0.0/8"],
		proxyUrl: null,
		timeoutMs: 20_000,
		maxBytes: 15_000_000,
	};
	const reader = openFeedReader(settings);
	const log = createLog({ logLevel: "error" });
	let worker: Worker | null = null;
	try {
		const port = await started(server);
		const urls = Array.from(
			{ length: feeds },
			(_, n) => `http://127.0.${Math.floor(n / 250)}.${(n % 250) + 1}:${port}/feed`,
		);
		const outlines = urls.map((url) => `<outline text="Feed" xmlUrl="${url}"/>`);
		await importOpml(db, `<opml version="2.0"><body>${outlines.join("")}</body></opml>`, new Date(), newId);

		// The bare client first: it warms the server, too.
		const bare = await timed(() => askAll(reader, urls, null));
		worker = await startPolling({ db, log, feeds: reader, settings });
		const at = worker;
		const first = await timed(() =>
			until(
				() => at.counts.polled >= feeds,
				context,
				() => `${at.counts.polled} feeds polled`,
			),
		);
		const readBefore = worker.counts.entriesRead;
		const reading = await timed(() =>
			until(
				() => at.counts.entriesRead >= toRead,
				context,
				() => `${at.counts.entriesRead} of ${toRead} items read`,
			),
		);
		const read = worker.counts.entriesRead - readBefore;
		await worker.stop();
		// What is left unread must not stand in the way of the second round.
		await db.pool.query(`update "FeedEntry" set "dueAt" = null`);
		const bareAgain = await timed(() => askAll(reader, urls, '"1"'));
		await db.pool.query(`update "Feed" set "nextFetchAt" = now()`);
		await db.pool.query(`update "Host" set "feedsDueAt" = now(), "entriesDueAt" = now()`);
		worker = await startPolling({ db, log, feeds: reader, settings });
		const again = worker;
		const second = await timed(() =>
			until(
				() => again.counts.polled >= feeds,
				context,
				() => `${again.counts.polled} feeds polled`,
			),
		);
		const rows: [what: string, seconds: number, rate: number, ratio: number | null][] = [
			["bare client: feeds with new items", bare, feeds / bare, null],
			["polled: feeds with new items", first, feeds / first, first / bare],
			["bare client: 304", bareAgain, feeds / bareAgain, null],
			["polled: 304", second, feeds / second, second / bareAgain],
			["items read into the archive meanwhile and after", reading, read / reading, null],
		];
		const peakMb = memory.peakMb();
		return {
			text: `${formatTable([
				[`${feeds} feeds, ${items} items each, ${db.description}`, "s", "per s", "times the bare client"],
				...rows.map(([what, seconds, rate, ratio]) => [
					what,
					figure(seconds),
					figure(rate),
					ratio === null ? "" : figure(ratio),
				]),
			])}\n\n${at.counts.entriesRead} items read; resident memory at most ${figure(peakMb)} MB${db.kind === "pglite" ? ", the database included" : ""}.`,
			json: { feeds, items, rows, peakMb, entriesRead: at.counts.entriesRead },
		};
	} finally {
		memory.stop();
		await worker?.stop();
		await reader.close();
		server.disconnect();
	}
}

function started(server: ReturnType<typeof fork>): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once("message", (message) => resolve((message as { port: number }).port));
		server.once("error", reject);
		server.once("exit", () => reject(new Error("the server of feeds has ended")));
	});
}

async function askAll(
	{ fetcher }: ReturnType<typeof openFeedReader>,
	urls: readonly string[],
	etag: string | null,
): Promise<void> {
	const waiting = [...urls];
	const ask = async () => {
		for (let url = waiting.pop(); url !== undefined; url = waiting.pop())
			await fetcher.fetch({ url, accept: "feed", etag });
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, ask));
}

async function until(done: () => boolean, { signal, progress }: BenchContext, doing: () => string): Promise<void> {
	while (!done() && !signal.aborted) {
		progress(doing());
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

async function timed(work: () => Promise<void>): Promise<number> {
	const startedAt = performance.now();
	await work();
	return (performance.now() - startedAt) / 1000;
}

function watchMemory(): { peakMb(): number; stop(): void } {
	let peak = 0;
	const look = () => {
		peak = Math.max(peak, process.memoryUsage().rss / MB);
	};
	const timer = setInterval(look, 200);
	return {
		peakMb: () => {
			look();
			return peak;
		},
		stop: () => clearInterval(timer),
	};
}

function wholeNumber(values: Readonly<Record<string, unknown>>, name: string, least: number): number {
	const value = Number(values[name]);
	if (!Number.isSafeInteger(value) || value < least)
		throw new UsageError(`--${name} takes a whole number of at least ${least}, not "${values[name]}"`);
	return value;
}
