import { Worker } from "node:worker_threads";
import { programFile } from "../../program-file.js";
import type { Parsed, ParseJob } from "./parse-job.js";
import type { ParseAnswer, ParseRequest } from "./parse-thread.js";

/** What became of a job. Time and memory are the document's fault, and it is not tried again as it is. */
export type ParseResult<T> =
	| { kind: "parsed"; value: T }
	| { kind: "failed"; reason: "timeout" | "memory" | "crash"; message: string };

export interface ParseThreadsOptions {
	/** Threads at most; they are started when they are needed. Default 1: parsing takes a tenth of what reading takes. */
	threads?: number;
	/** Milliseconds for one document. Default 5,000: 10 MB take one second. */
	timeoutMs?: number;
	/** Megabytes of heap for one thread. Default 384: a feed of 15 MB takes 200. */
	memoryMb?: number;
}

/** Threads that parse documents from outside, so that none of them can hold up or end the process. */
export interface ParseThreads {
	parse<Kind extends ParseJob["kind"]>(job: ParseJob & { kind: Kind }): Promise<ParseResult<Parsed[Kind]>>;
	/** Ends the threads; what is under way fails. */
	close(): Promise<void>;
}

const DEFAULTS = { threads: 1, timeoutMs: 5_000, memoryMb: 384 };

/** A thread loads the language of the project first, which takes half a second, on a busy machine ten times that. */
const START_TIMEOUT_MS = 60_000;

interface Waiting {
	job: ParseJob;
	settle: (result: ParseResult<never> | ParseResult<Parsed[ParseJob["kind"]]>) => void;
}

/** Threads for parsing. Nothing is started before the first job. */
export function createParseThreads(options: ParseThreadsOptions = {}): ParseThreads {
	const settings = { ...DEFAULTS, ...options };
	const queue: Waiting[] = [];
	const threads = new Set<ParseThread>();
	let closed = false;

	const next = () => {
		while (!closed && queue.length > 0) {
			const idle = [...threads].find((thread) => !thread.busy);
			if (!idle && threads.size >= settings.threads) return;
			const thread = idle ?? new ParseThread(settings);
			threads.add(thread);
			const waiting = queue.shift() as Waiting;
			void thread.run(waiting.job).then((result) => {
				if (thread.ended) threads.delete(thread);
				waiting.settle(result);
				next();
			});
		}
	};

	return {
		parse: (job) =>
			new Promise((resolve) => {
				if (closed) return resolve(ended);
				queue.push({ job, settle: resolve as Waiting["settle"] });
				next();
			}),
		close: async () => {
			closed = true;
			for (const waiting of queue.splice(0)) waiting.settle(ended);
			await Promise.all([...threads].map((thread) => thread.end()));
		},
	};
}

const ended: ParseResult<never> = { kind: "failed", reason: "crash", message: "the service is closing" };

/** One thread and the job it is at. */
class ParseThread {
	readonly #worker: Worker;
	readonly #settings: Required<ParseThreadsOptions>;
	readonly #ready: Promise<void>;
	#settle: ((result: ParseResult<Parsed[ParseJob["kind"]]>) => void) | null = null;
	#jobs = 0;
	busy = false;
	ended = false;

	constructor(settings: Required<ParseThreadsOptions>) {
		this.#settings = settings;
		this.#worker = new Worker(programFile("ingest/parsing/parse-thread"), {
			execArgv: [],
			name: "parse",
			resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb },
		});
		let ready: () => void = () => {};
		this.#ready = new Promise((resolve) => {
			ready = resolve;
		});
		this.#worker.on("message", (message: ParseAnswer) => {
			if (message.kind === "ready") ready();
			else if (message.id !== this.#jobs) return;
			else if (message.kind === "done") this.#settle?.({ kind: "parsed", value: message.result });
			else this.#settle?.({ kind: "failed", reason: "crash", message: message.message });
		});
		this.#worker.on("error", (error: Error & { code?: string }) => {
			const outOfMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
			const message = outOfMemory
				? `needs more than ${settings.memoryMb} MB to parse`
				: `broke the parser: ${error.message}`;
			this.#fail(outOfMemory ? "memory" : "crash", message);
		});
		this.#worker.on("exit", () => {
			ready();
			this.#fail("crash", "the parser has ended");
		});
		this.#worker.unref();
	}

	/** Does one job; the next one may be given when this has answered. */
	async run(job: ParseJob): Promise<ParseResult<Parsed[ParseJob["kind"]]>> {
		this.busy = true;
		// A thread keeps the process alive only while it has something to do.
		this.#worker.ref();
		try {
			await withTimeout(this.#ready, START_TIMEOUT_MS);
			const result = new Promise<ParseResult<Parsed[ParseJob["kind"]]>>((resolve) => {
				this.#settle = resolve;
			});
			if (this.ended) this.#fail("crash", "the parser did not start");
			else this.#worker.postMessage({ id: ++this.#jobs, job } satisfies ParseRequest);
			const { timeoutMs } = this.#settings;
			const timer = setTimeout(() => {
				this.#fail("timeout", `takes longer than ${timeoutMs} ms to parse`);
				void this.#worker.terminate();
			}, timeoutMs);
			return await result.finally(() => clearTimeout(timer));
		} finally {
			this.#settle = null;
			this.busy = false;
			this.#worker.unref();
		}
	}

	async end(): Promise<void> {
		await this.#worker.terminate();
	}

	#fail(reason: "timeout" | "memory" | "crash", message: string): void {
		this.ended = true;
		this.#settle?.({ kind: "failed", reason, message });
	}
}

async function withTimeout(promise: Promise<void>, timeoutMs: number): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, timeoutMs);
	});
	await Promise.race([promise, late]);
	clearTimeout(timer);
}
