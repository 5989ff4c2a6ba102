import { leaseHosts } from "./host-lease.js";
import { type HostVisitor, visitHost } from "./visit-host.js";

/** What has been done since the start. */
export interface WorkerCounts {
	polled: number;
	entriesFound: number;
	entriesRead: number;
	pagesAsked: number;
}

export interface WorkerOptions extends HostVisitor {
	/** Hosts visited at once. */
	concurrency: number;
}

/** Polls feeds and reads their entries, until it is stopped. Any number of them, in any number of processes, share the work. */
export interface Worker {
	readonly counts: Readonly<WorkerCounts>;
	/** Settles when nothing is due and nothing is under way. */
	idle(): Promise<void>;
	/** Begins nothing more and gives up what waits for an answer; settles when every host is given back. */
	stop(): Promise<void>;
}

/** How often to look for work when there was none: short beside the shortest interval of a feed, long beside the statement. */
const LOOK_MS = 1_000;
/** After a fault of the database: it may be starting anew. */
const FAULT_MS = 5_000;

/** Starts a worker. */
export function startWorker(options: WorkerOptions): Worker {
	const { db, owner, log, concurrency } = options;
	const stopping = new AbortController();
	const counts: WorkerCounts = { polled: 0, entriesFound: 0, entriesRead: 0, pagesAsked: 0 };
	const visits = new Set<Promise<void>>();
	const waitingForIdle: (() => void)[] = [];
	let wake: () => void = () => {};

	const visit = async (host: Parameters<typeof visitHost>[1]) => {
		try {
			const report = await visitHost(options, host, stopping.signal);
			counts.polled += report.polled;
			counts.entriesFound += report.entriesFound;
			counts.entriesRead += report.entriesRead;
			counts.pagesAsked += report.pagesAsked;
		} catch (error) {
			log.error({ err: error, host: host.name }, "a visit to a host failed");
		}
	};

	const loop = async () => {
		while (!stopping.signal.aborted) {
			let pauseMs = LOOK_MS;
			try {
				const free = concurrency - visits.size;
				const hosts = free > 0 ? await leaseHosts(db.pool, owner, free) : [];
				for (const host of hosts) {
					const under = visit(host).finally(() => {
						visits.delete(under);
						wake();
					});
					visits.add(under);
				}
				if (hosts.length === 0 && visits.size === 0) for (const tell of waitingForIdle.splice(0)) tell();
				if (visits.size < concurrency && hosts.length > 0) pauseMs = 0;
			} catch (error) {
				log.error({ err: error }, "no work could be taken from the database");
				pauseMs = FAULT_MS;
			}
			if (pauseMs > 0)
				await new Promise<void>((resolve) => {
					const timer = setTimeout(resolve, pauseMs);
					wake = () => {
						clearTimeout(timer);
						resolve();
					};
					if (stopping.signal.aborted) wake();
				});
		}
		await Promise.all(visits);
	};
	const ended = loop();

	return {
		counts,
		idle: () => new Promise((resolve) => waitingForIdle.push(resolve)),
		stop: async () => {
			stopping.abort();
			wake();
			await ended;
		},
	};
}
