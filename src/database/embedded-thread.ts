import { Worker } from "node:worker_threads";

interface ThreadReport {
	kind: "ready" | "failed" | "data" | "done" | "error" | "dumped";
	id: number;
	bytes: Uint8Array<ArrayBuffer>;
	message: string;
}

interface PendingRequest {
	onData: (bytes: Uint8Array<ArrayBuffer>) => void;
	resolve: () => void;
	reject: (error: Error) => void;
}

/** Longest start. Recovery after a crash takes seconds; an engine that met a full disk in it never ends. */
const START_MS = 120_000;

/** The thread that runs the embedded Postgres, seen from the main thread. */
export class EmbeddedThread {
	readonly #worker: Worker;
	readonly #pending = new Map<number, PendingRequest>();
	#lastId = 0;
	#ended: Error | null = null;
	/** Settles when the thread has ended, in whatever way. */
	readonly ended: Promise<void>;

	private constructor(worker: Worker, started: { resolve: () => void; reject: (error: Error) => void }) {
		this.#worker = worker;
		this.ended = new Promise((resolve) => {
			worker.on("exit", () => {
				this.#fail(new Error("The embedded database has ended"));
				started.reject(new Error("the thread ended while it started"));
				resolve();
			});
		});
		worker.on("error", (error) => {
			this.#fail(new Error(`The embedded database has failed: ${error}`, { cause: error }));
			started.reject(error instanceof Error ? error : new Error(String(error)));
		});
		worker.on("message", (report: ThreadReport) => {
			if (report.kind === "ready") started.resolve();
			else if (report.kind === "failed") started.reject(new Error(report.message));
			else this.#receive(report);
		});
	}

	/** Starts the thread and waits until Postgres answers. `dataDir: null` is a database in memory. */
	static async start(input: { dataDir: string | null; snapshot: string | null }): Promise<EmbeddedThread> {
		const worker = new Worker(new URL("./embedded-worker.mjs", import.meta.url), {
			workerData: input,
			// The parent's TypeScript loader has nothing to do here, and would only slow the start.
			execArgv: [],
			name: "embedded-database",
		});
		const thread = await new Promise<EmbeddedThread>((resolve, reject) => {
			const timer = setTimeout(() => worker.terminate(), START_MS);
			const done = (settle: () => void) => {
				clearTimeout(timer);
				settle();
			};
			const starting = new EmbeddedThread(worker, {
				resolve: () => done(() => resolve(starting)),
				reject: (error) => done(() => reject(error)),
			});
		});
		worker.unref();
		return thread;
	}

	/** Executes messages of the Postgres protocol; `onData` is given the answer in pieces, in order. */
	execute(bytes: Uint8Array<ArrayBuffer>, onData: PendingRequest["onData"]): Promise<void> {
		return this.#request({ kind: "execute", bytes }, [bytes.buffer], onData);
	}

	/** The whole database as a tar archive, from which another one can start (`snapshot`). */
	async dump(): Promise<Uint8Array> {
		let archive: Uint8Array = new Uint8Array();
		await this.#request({ kind: "dump" }, [], (bytes) => {
			archive = bytes;
		});
		return archive;
	}

	/** Shuts Postgres down in order and waits for it. */
	async close(): Promise<void> {
		this.#worker.ref();
		if (this.#ended === null) this.#worker.postMessage({ kind: "close" });
		await this.ended;
	}

	/** Ends the thread wherever it stands. To Postgres this is a crash, from which it recovers at its next start. */
	async kill(): Promise<void> {
		await this.#worker.terminate();
	}

	#request(message: object, transfer: ArrayBuffer[], onData: PendingRequest["onData"]): Promise<void> {
		if (this.#ended !== null) return Promise.reject(this.#ended);
		this.#lastId += 1;
		const id = this.#lastId;
		return new Promise((resolve, reject) => {
			this.#pending.set(id, { onData, resolve, reject });
			// The thread keeps the process alive only while it has something to answer.
			this.#worker.ref();
			this.#worker.postMessage({ ...message, id }, transfer);
		});
	}

	#receive(report: ThreadReport): void {
		const request = this.#pending.get(report.id);
		if (request === undefined) return;
		if (report.kind === "data" || report.kind === "dumped") request.onData(report.bytes);
		if (report.kind === "data") return;
		this.#pending.delete(report.id);
		if (this.#pending.size === 0) this.#worker.unref();
		if (report.kind === "error") request.reject(new Error(report.message));
		else request.resolve();
	}

	#fail(error: Error): void {
		this.#ended ??= error;
		for (const request of this.#pending.values()) request.reject(error);
		this.#pending.clear();
	}
}
