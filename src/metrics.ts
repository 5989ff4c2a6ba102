import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "./db.js";
import type { Served } from "./graphql/served-operations.js";
import type { Logger } from "./log.js";
import { listenToStages } from "./stage-times.js";
import { readWorkQueues } from "./work-queues.js";

/** What is measured of one running service. */
export interface Metrics {
	/** Counts one thing that was answered. */
	served(served: Served): void;
	/** Everything, in the text format of Prometheus. */
	text(): Promise<string>;
	/** Listens no more. */
	close(): void;
}

export interface MetricsOptions {
	db: Pick<Database, "pool">;
	log: Logger;
	/** Subscriptions of this process now, and of these, how many are offered what is new. */
	subscribers: () => { subscriptions: number; live: number };
}

/** Seconds: from an answer out of memory to one that a client has given up on. */
const ANSWER_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Seconds: from a minute's news to a week's. */
const NEWS_BUCKETS = [1, 5, 15, 60, 300, 900, 3_600, 6 * 3_600, 86_400, 7 * 86_400];

/** Milliseconds for which what was read of the queues is good: however often it is asked for, the database is asked once. */
const QUEUES_MS = 2_000;

/**
 * The measures of one service, with a registry of its own. Labels come from the schema and the code, never from clients: their number is bounded.
 * What happens in stages is told by all services of the process.
 */
export function createMetrics({ db, log, subscribers }: MetricsOptions): Metrics {
	const registry = new Registry();
	const registers = [registry];
	// Memory, processor, event loop and garbage of the process.
	collectDefaultMetrics({ register: registry });
	const requests = new Counter({
		name: "antecedent_http_requests_total",
		help: "Requests answered, by method, path and status; unknown paths are one.",
		labelNames: ["method", "path", "status"],
		registers,
	});
	const operations = new Histogram({
		name: "antecedent_operation_seconds",
		help: "Time of GraphQL operations, by type, first field and the code of the first error (ok where there is none).",
		labelNames: ["type", "field", "code"],
		buckets: ANSWER_BUCKETS,
		registers,
	});
	const cost = new Counter({
		name: "antecedent_operation_cost_total",
		help: "Cost of all operations that were worked out, as in extensions.cost.",
		registers,
	});
	const queries = new Counter({
		name: "antecedent_queries_total",
		help: "Queries answered, by where the answer came from: kept from an earlier time, or worked out.",
		labelNames: ["answer"],
		registers,
	});
	const stages = new Histogram({
		name: "antecedent_stage_seconds",
		help: "Time of the stages that news goes through; store holds match, link and repair.",
		labelNames: ["stage"],
		buckets: ANSWER_BUCKETS,
		registers,
	});
	const contexts = new Histogram({
		name: "antecedent_context_latency_seconds",
		help: "Time until an article shows in what preceded its event, from its publication and from its storing.",
		labelNames: ["since"],
		buckets: NEWS_BUCKETS,
		registers,
	});
	const depth = new Gauge({
		name: "antecedent_queue_depth",
		help: "What is due and waits: feeds to poll, entries to read, contexts to compute. Counted up to 10,000.",
		labelNames: ["queue"],
		registers,
	});
	const lag = new Gauge({
		name: "antecedent_queue_lag_seconds",
		help: "How long the first of what waits has been due.",
		labelNames: ["queue"],
		registers,
	});
	new Gauge({
		name: "antecedent_subscribers",
		help: "Subscriptions of this process; live are those that are offered what is new, the others read the log.",
		labelNames: ["state"],
		registers,
		collect() {
			const { subscriptions, live } = subscribers();
			this.set({ state: "live" }, live);
			this.set({ state: "reading" }, Math.max(0, subscriptions - live));
		},
	});
	const stopListening = listenToStages(
		({ stage, seconds }) => stages.observe({ stage }, seconds),
		({ publishedSeconds, storedSeconds }) => {
			contexts.observe({ since: "publication" }, publishedSeconds);
			contexts.observe({ since: "storing" }, storedSeconds);
		},
	);

	let readAt = Number.NEGATIVE_INFINITY;
	const readQueues = async () => {
		if (performance.now() - readAt < QUEUES_MS) return;
		readAt = performance.now();
		try {
			for (const queue of await readWorkQueues(db.pool)) {
				depth.set({ queue: queue.name }, queue.depth);
				lag.set({ queue: queue.name }, queue.lagSeconds);
			}
		} catch (error) {
			// The other measures are wanted most while the database is away; old ones of the queues would mislead.
			depth.reset();
			lag.reset();
			log.warn({ err: error }, "the queues cannot be measured");
		}
	};

	return {
		served: ({ method, path, status, ms, trace }) => {
			if (status !== null) requests.inc({ method: methodOf(method), path: path ?? "other", status });
			if (trace.type === null) return;
			const { type, field, cost: spent, isKept, codes } = trace;
			if (type === "query") queries.inc({ answer: isKept ? "kept" : "worked out" });
			cost.inc(isKept ? 0 : (spent ?? 0));
			// How long somebody listens is not how long something took.
			if (type !== "subscription")
				operations.observe({ type, field: field ?? "fragment", code: codes[0] ?? "ok" }, ms / 1_000);
		},
		text: async () => {
			await readQueues();
			return registry.metrics();
		},
		close: () => {
			stopListening();
			registry.clear();
		},
	};
}

/** A client may call its method anything. */
const methodOf = (method: string) =>
	["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"].includes(method) ? method : "other";
