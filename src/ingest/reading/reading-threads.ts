import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { DraftDecision } from "../../article/article-draft.js";
import type { ArticleReading } from "../../language/analyze.js";
import { programFile } from "../../program-file.js";
import type { ArticleReader } from "./article-reader.js";
import type { ReadingAnswer, ReadingJob, ReadingRequest } from "./reading-thread.js";

/** Threads that read, so that one article is read while another is stored. */
export interface ReadingThreads extends ArticleReader {
	/** Ends the threads; what is under way fails. */
	close(): Promise<void>;
}

/** An article is stored in about twice the time that reading it takes, by this process and the database together: a second thread waits. */
const THREADS = availableParallelism() > 2 ? 2 : 1;

/** What is kept for reading takes 60 MB. The engine would let garbage stand up to half of the machine's memory. */
const HEAP_MB = 512;
const YOUNG_HEAP_MB = 32;

/** Starts threads that read articles. Each takes half a second to start and 100 MB. */
export function createReadingThreads(threads: number = THREADS): ReadingThreads {
	const pool = Array.from({ length: threads }, () => new ReadingThread());
	const idlest = () => pool.reduce((best, thread) => (thread.jobs < best.jobs ? thread : best));
	return {
		draft: (input, now) => idlest().run<DraftDecision>({ kind: "draft", input, now }),
		read: (text) => idlest().run<ArticleReading>({ kind: "read", text }),
		close: async () => {
			await Promise.all(pool.map((thread) => thread.end()));
		},
	};
}

class ReadingThread {
	readonly #worker = new Worker(programFile("ingest/reading/reading-thread"), {
		execArgv: [],
		name: "read",
		resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
	});
	readonly #open = new Map<number, { resolve: (result: never) => void; reject: (error: unknown) => void }>();
	#last = 0;

	constructor() {
		this.#worker.on("message", ({ id, result, error }: ReadingAnswer) => {
			const job = this.#open.get(id);
			this.#open.delete(id);
			if (error === undefined) job?.resolve(result as never);
			else job?.reject(error);
		});
		this.#worker.on("error", (error) => this.#fail(error));
		this.#worker.on("exit", () => this.#fail(new Error("the thread that reads articles has ended")));
	}

	/** Jobs under way. */
	get jobs(): number {
		return this.#open.size;
	}

	/** Jobs are done in the order in which they are given. */
	run<Result>(job: ReadingJob): Promise<Result> {
		return new Promise<Result>((resolve, reject) => {
			const id = ++this.#last;
			this.#open.set(id, { resolve, reject });
			this.#worker.postMessage({ id, job } satisfies ReadingRequest);
		});
	}

	async end(): Promise<void> {
		await this.#worker.terminate();
	}

	#fail(error: unknown): void {
		for (const { reject } of this.#open.values()) reject(error);
		this.#open.clear();
	}
}
