import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runCommand, UsageError } from "../../src/cli/run-command.js";
import { type Database, openDatabase } from "../../src/db.js";
import { importOpml } from "../../src/ingest/feeds.js";
import { newId } from "../../src/ingest/new-id.js";
import { onServer, urlOf } from "../database/template.js";
import { type ServiceProcess, startService } from "../service-process.js";
import { figure, formatTable, percent } from "./table.js";

const HELP = `usage: npm run -s workers -- --server URL [OPTION...]

Whether two workers share the work, or do it twice, or wait for one another: real processes with ROLE=worker read the same feeds into a new database, first
one of them and then two. Processor time is counted, not the clock's, so that it may be run where other programs run too.
The first third of the items is not measured: each worker compiles its code and fills what it remembers once.

  --server URL     a Postgres where databases may be made: postgresql://...; they are dropped
  --feeds N        feeds, each on a host of its own (16)
  --items N        items of each (10)
  --length N       characters of an item: a summary, as most feeds have it, or a whole article (350)
  -h, --help`;

/** Between two looks at who holds the writers' lock. */
const LOOK_MS = 20;
/** This part of the entries comes before those that are measured: in it code is compiled, and what workers remember fills. */
const WARMUP = 1 / 3;
/** Ticks of /proc/<pid>/stat in a second. */
const TICKS = 100;

/** What was measured, after the warm-up. */
interface Run {
	articles: number;
	/** Processor seconds of each worker. */
	spent: number[];
	/** The parts of the looks at which somebody held the writers' lock, and at which somebody else waited for it; 0–1. */
	held: number;
	waited: number;
	changes: number;
}

async function main(signal: AbortSignal): Promise<number> {
	const { values } = parseArgs({
		options: {
			server: { type: "string" },
			feeds: { type: "string", default: "16" },
			items: { type: "string", default: "10" },
			length: { type: "string", default: "350" },
			help: { type: "boolean", short: "h" },
		},
		strict: true,
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	if (!values.server) throw new UsageError("--server is needed");
	const [feeds, items, length] = [Number(values.feeds), Number(values.items), Number(values.length)];
	if (!(feeds > 0 && feeds <= 250 && items > 0 && length >= 100))
		throw new UsageError("--feeds takes 1 to 250, --items 1 or more, --length 100 or more");
	const web = fork(new URL("./canned-feeds.ts", import.meta.url), [String(items), String(length)], {
		execArgv: ["--import", "tsx"],
	});
	try {
		const port = await new Promise<number>((resolve) =>
			web.once("message", (message) => resolve((message as { port: number }).port)),
		);
		const urls = Array.from({ length: feeds }, (_, n) => `http://127.0.0.${n + 1}:${port}/feed`);
		const one = await measure(values.server, 1, urls, items, signal);
		const two = await measure(values.server, 2, urls, items, signal);
		console.log(report(one, two));
		return 0;
	} finally {
		web.disconnect();
	}
}

async function measure(
	server: string,
	count: number,
	urls: string[],
	items: number,
	signal: AbortSignal,
): Promise<Run> {
	const name = `antecedent_workers_${process.pid}_${count}`;
	await onServer(server, `create database ${name} encoding 'UTF8' template template0`);
	const workers: ServiceProcess[] = [];
	try {
		const url = urlOf(server, name);
		const db = await openDatabase({ url, poolSize: 2 });
		try {
			for (let n = 0; n < count; n++)
				workers.push(
					await startService({
						DATABASE_URL: url,
						ROLE: "worker",
						SEED_WORLD: "off",
						LOG_LEVEL: "error",
						FETCH_ALLOW_PRIVATE: "127.0.0.0/8",
						FETCH_PAGES: "never",
					}),
				);
			await Promise.all(workers.map((worker) => worker.ready()));
			const outlines = urls.map((feed) => `<outline text="Feed" xmlUrl="${feed}"/>`);
			await importOpml(db, `<opml version="2.0"><body>${outlines.join("")}</body></opml>`, new Date(), newId);
			const entries = urls.length * items;
			const stored = async () => {
				const [articles, changes] = await Promise.all([db.prisma.article.count(), db.prisma.change.count()]);
				return { articles, changes };
			};
			await watchLock(db, Math.round(entries * WARMUP), false, signal);
			const warm = await stored();
			const before = workers.map(cpuSeconds);
			const lock = await watchLock(db, entries, true, signal);
			const spent = workers.map((worker, n) => cpuSeconds(worker) - (before[n] ?? 0));
			const all = await stored();
			return { ...lock, spent, articles: all.articles - warm.articles, changes: all.changes - warm.changes };
		} finally {
			await db.close();
		}
	} finally {
		await Promise.all(workers.map((worker) => worker.end()));
		await onServer(server, `drop database if exists ${name} with (force)`);
	}
}

/** Looks at the lock until so many entries are read and, `untilSettled`, all contexts computed. */
async function watchLock(
	db: Database,
	entries: number,
	untilSettled: boolean,
	signal: AbortSignal,
): Promise<Pick<Run, "held" | "waited">> {
	let [looks, held, waited] = [0, 0, 0];
	while (!signal.aborted) {
		const { rows } = await db.pool.query<{ held: boolean; waited: boolean; left: boolean }>(
			`select coalesce(bool_or(granted), false) as held, coalesce(bool_or(not granted), false) as waited,
				(select count(*) from "FeedEntry" where "dueAt" is null) < $1
					or ($2 and exists (select from "EventContext" where "dirtyAt" is not null)) as left
			from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
			[entries, untilSettled],
		);
		if (!rows[0]?.left) break;
		looks++;
		if (rows[0].held) held++;
		if (rows[0].waited) waited++;
		await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
	}
	return { held: held / looks, waited: waited / looks };
}

/** User and system time of all threads of a process. */
function cpuSeconds({ child }: ServiceProcess): number {
	const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function report(one: Run, two: Run): string {
	const each = (run: Run) => run.spent.reduce((sum, seconds) => sum + seconds, 0) / run.articles;
	const busiest = (run: Run) => Math.max(...run.spent) / run.articles;
	const row = (name: string, cell: (run: Run) => string) => [name, cell(one), cell(two)];
	return `${formatTable([
		["", "one worker", "two workers"],
		row("articles", ({ articles }) => figure(articles)),
		row("changes", ({ changes }) => figure(changes)),
		row("processor ms of all workers for each article", (run) => figure(each(run) * 1_000)),
		row("… of the busier one", (run) => figure(busiest(run) * 1_000)),
		row("writers' lock held", ({ held }) => percent(held)),
		row("somebody waits for it", ({ waited }) => percent(waited)),
	])}

By processor time two workers do ${figure(busiest(one) / busiest(two))} times what one does.`;
}

await runCommand("workers", main);
