import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { runCommand, UsageError } from "../../src/cli/run-command.js";
import { median, quantile } from "../bench/measure.js";
import { type ServiceProcess, startService } from "../faults/service-process.js";
import { judgeSoak, type SoakSample } from "./judge-soak.js";
import { startSoakLoad } from "./soak-load.js";

const HELP = `usage: npm run soak -- [OPTION...]

Runs the service in a process of its own, with readers, writers, subscribers that come and go, and feeds of a web on loopback, and prints what it takes.
At the end it tells how memory and open files have grown. Exit status 1 where resident memory grows by more than 1 MB a minute after the warm-up, open
files grow, or anything was answered, or logged, that should not have been.

  --minutes N        how long (60)
  --warm-up N        minutes that do not count (a fifth of them, at most 15)
  --rate N           requests a second (5)
  --subscribers N    subscriptions at once (6)
  --every SECONDS    between two lines (60)
  --database URL     default an embedded database in a directory that is removed afterwards. Of a server name an empty database: news is written to it
  --read-only        nobody writes and there are no feeds: what grows then is not what the service remembers of news
  --empty            without the sample world to begin with
  -h, --help`;

/** How often memory and files are looked at. */
const LOOK_MS = 2_000;
const MAX_WARM_UP = 15;
const MB = 1_000_000;
/** So many faults of an interval are told. */
const TOLD_FAULTS = 5;

async function main(signal: AbortSignal): Promise<number> {
	const { values } = parseArgs({
		options: {
			minutes: { type: "string", default: "60" },
			"warm-up": { type: "string" },
			rate: { type: "string", default: "5" },
			subscribers: { type: "string", default: "6" },
			every: { type: "string", default: "60" },
			database: { type: "string" },
			"read-only": { type: "boolean" },
			empty: { type: "boolean" },
			help: { type: "boolean", short: "h" },
		},
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	const minutes = positive("minutes", values.minutes);
	const warmUp = values["warm-up"] ? positive("warm-up", values["warm-up"]) : Math.min(MAX_WARM_UP, minutes / 5);
	const everyMs = positive("every", values.every) * 1_000;
	const load = {
		rate: positive("rate", values.rate),
		subscribers: positive("subscribers", values.subscribers),
		readOnly: values["read-only"] ?? false,
	};
	const directory = values.database ? null : mkdtempSync(join(tmpdir(), "antecedent-soak-"));
	const service = await startService({
		DATABASE_URL: values.database ?? `pglite:${join(directory ?? "", "pg")}`,
		SEED_WORLD: values.empty ? "off" : "on",
		POLL_FEEDS: "on",
		FETCH_ALLOW_PRIVATE: "127.0.0.0/8",
	});
	try {
		return await soak(service, { minutes, warmUp, everyMs, ...load }, signal);
	} finally {
		await service.stop();
		if (directory) rmSync(directory, { recursive: true, force: true });
	}
}

interface Soak {
	minutes: number;
	warmUp: number;
	everyMs: number;
	rate: number;
	subscribers: number;
	readOnly: boolean;
}

/** @returns the exit status. */
async function soak(service: ServiceProcess, options: Soak, signal: AbortSignal): Promise<number> {
	const { minutes, warmUp, everyMs, ...asked } = options;
	const load = await startSoakLoad({ url: service.url, ...asked });
	const samples: SoakSample[] = [];
	const startedAt = performance.now();
	const minute = () => (performance.now() - startedAt) / 60_000;
	let told = 0;
	let hasEnded = false;
	void service.ended.then(() => {
		hasEnded = true;
	});
	while (minute() < minutes && !signal.aborted && !hasEnded) {
		const until = Math.min(performance.now() + everyMs, startedAt + minutes * 60_000);
		const looks: Look[] = [];
		while (performance.now() < until && !signal.aborted && !hasEnded) {
			looks.push(await look(service.url));
			await pause(Math.min(LOOK_MS, Math.max(0, until - performance.now())), null, { signal }).catch(() => {});
		}
		const { times, faults } = load.take();
		// What the service says of itself: it is asked for warnings and errors.
		faults.push(...service.logged.slice(told).map(({ level, msg, err }) => `${level}: ${msg} ${err?.message ?? ""}`));
		told = service.logged.length;
		const sample: SoakSample = {
			minute: minute(),
			rssMb: median(looks.map(({ rssMb }) => rssMb)),
			heapMb: median(looks.map(({ heapMb }) => heapMb)),
			openFiles: Math.min(...looks.map(({ openFiles }) => openFiles)),
			requests: times.length,
			p50: quantile(times, 0.5),
			p95: quantile(times, 0.95),
			errors: faults.length,
		};
		samples.push(sample);
		console.log(lineOf(sample));
		for (const fault of faults.slice(0, TOLD_FAULTS)) console.log(`  ${fault}`);
	}
	if (hasEnded) {
		console.log(`the service has ended by itself after ${minute().toFixed(1)} minutes`);
		return 1;
	}
	await load.stop();
	const verdict = judgeSoak(samples, warmUp);
	const slope = verdict.slopeMbPerMinute;
	console.log(
		`resident memory ${slope === null ? "watched too briefly to tell a slope" : `${slope >= 0 ? "+" : ""}${slope.toFixed(2)} MB a minute`} after ${warmUp.toFixed(1)} minutes; open files ${verdict.openFilesFirst}, at last ${verdict.openFilesLast}; errors ${verdict.errors}`,
	);
	for (const problem of verdict.problems) console.log(`wrong: ${problem}`);
	return verdict.problems.length > 0 ? 1 : 0;
}

interface Look {
	rssMb: number;
	heapMb: number;
	openFiles: number;
}

/** What the process takes, as it tells it itself. */
async function look(url: string): Promise<Look> {
	const text = await (await fetch(new URL("/metrics", url))).text();
	const gauge = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? Number.NaN);
	return {
		rssMb: gauge("process_resident_memory_bytes") / MB,
		heapMb: gauge("nodejs_heap_size_used_bytes") / MB,
		openFiles: gauge("process_open_fds"),
	};
}

const lineOf = ({ minute, rssMb, heapMb, openFiles, requests, p50, p95, errors }: SoakSample): string =>
	`minute ${minute.toFixed(1)}: RSS ${rssMb.toFixed(0)} MB, heap ${heapMb.toFixed(0)} MB, open files ${openFiles}, requests ${requests}, p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, errors ${errors}`;

function positive(name: string, value: string): number {
	const number = Number(value);
	if (Number.isFinite(number) && number > 0) return number;
	throw new UsageError(`--${name} must be a number above 0, not "${value}"`);
}

await runCommand("soak", main);
