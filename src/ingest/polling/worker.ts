import { setMaxListeners } from "node:events";
import { type HostWork, type LeasedHost, leaseHosts } from "./host-lease.js";
import { type HostVisitor, pollHost, readHost, type VisitReport } from "./visit-host.js";

export interface WorkerOptions extends HostVisitor {
	/** Hosts polled at once, and as many whose entries are read at once. */
	concurrency: number;
}

/** Polls feeds and reads their entries, until it is stopped. Any number of them, in any number of processes, share the work. */
export interface Worker {
	/** What has been done since the start. */
	readonly counts: Readonly<VisitReport>;
	/** Settles when nothing is due and nothing is under way. */
	idle(): Promise<void>;
	/** Begins nothing more and gives up what waits for an answer; settles when every host is given back. */
	stop(): Promise<void>;
}

/** How often to look for work when there was none: short beside the shortest interval of a feed, long beside the statement. */
const LOOK_MS = 1_000;
/** After a fault of the database: it may be starting anew. */
const FAULT_MS = 5_000;

/** Starts a worker: one lane for polling and one for reading, so that what polls have brought does not hold up the next polls. */
export function startWorker(options: WorkerOptions): Worker {
	const stopping = new AbortController();
	// Every request under way listens to it.
	setMaxListeners(0, stopping.signal);
	const counts: VisitReport = { polled: 0, entriesFound: 0, entriesRead: 0, pagesAsked: 0 };
	const count = (report: VisitReport) => {
		for (const key of Object.keys(counts) as (keyof VisitReport)[]) counts[key] += report[key];
	};
	const lanes = [
		startLane("feeds", pollHost, options, count, stopping.signal),
		startLane("entries", readHost, options, count, stopping.signal),
	];
	return {
		counts,
		idle: async () => {
			// A poll brings entries, and a host that one lane has is not there for the other: both must have found nothing in one round.
			const begun = () => lanes.reduce((sum, lane) => sum + lane.begun(), 0);
			for (let before = -1; before !== begun(); ) {
				before = begun();
				for (const lane of lanes) await lane.idle();
			}
		},
		stop: async () => {
			stopping.abort();
			await Promise.all(lanes.map(({ ended }) => ended));
		},
	};
}

interface Lane {
	/** Visits begun since the start. */
	begun(): number;
	/** Settles when it has looked for work, found none, and has none under way. */
	idle(): Promise<void>;
	ended: Promise<void>;
}

type Visit = (visitor: HostVisitor, host: LeasedHost, signal: AbortSignal) => Promise<VisitReport>;

function startLane(
	work: HostWork,
	visit: Visit,
	options: WorkerOptions,
	count: (report: VisitReport) => void,
	stopping: AbortSignal,
): Lane {
	const { db, owner, log, concurrency } = options;
	const visits = new Set<Promise<void>>();
	let begun = 0;
	const waitingForIdle: (() => void)[] = [];
	let wake: () => void = () => {};
	stopping.addEventListener("abort", () => wake());

	const visitOne = async (host: LeasedHost) => {
		try {
			count(await visit(options, host, stopping));
		} catch (error) {
			log.error({ err: error, host: host.name }, "a visit to a host failed");
		}
	};

	/** @returns how many hosts it has begun to visit. */
	const begin = async (): Promise<number> => {
		const free = concurrency - visits.size;
		const hosts = free > 0 ? await leaseHosts(db.pool, owner, work, free) : [];
		for (const host of hosts) {
			const underWay = visitOne(host).finally(() => {
				visits.delete(underWay);
				wake();
			});
			visits.add(underWay);
		}
		begun += hosts.length;
		return hosts.length;
	};

	const pause = (milliseconds: number) =>
		new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, milliseconds);
			wake = () => {
				clearTimeout(timer);
				resolve();
			};
			if (stopping.aborted || (waitingForIdle.length > 0 && visits.size === 0)) wake();
		});

	const run = async () => {
		while (!stopping.aborted) {
			const told = waitingForIdle.length;
			try {
				const leased = await begin();
				if (leased === 0 && visits.size === 0) for (const tell of waitingForIdle.splice(0, told)) tell();
				if (leased === 0 || visits.size >= concurrency) await pause(LOOK_MS);
			} catch (error) {
				log.error({ err: error }, "no work could be taken from the database");
				await pause(FAULT_MS);
			}
		}
		await Promise.all(visits);
	};

	return {
		begun: () => begun,
		idle: () =>
			new Promise((resolve) => {
				waitingForIdle.push(resolve);
				wake();
			}),
		ended: run(),
	};
}
