import { parentPort } from "node:worker_threads";
import { decideDraft, type SubmittedArticle } from "../../article/article-draft.js";
import { readArticle } from "../../language/analyze.js";

export type ReadingJob =
	| { kind: "draft"; input: SubmittedArticle; now: Date }
	| { kind: "read"; text: Parameters<typeof readArticle>[0] };

export interface ReadingRequest {
	/** Comes back with the answer. */
	id: number;
	job: ReadingJob;
}

export interface ReadingAnswer {
	id: number;
	result?: unknown;
	error?: unknown;
}

const report = (answer: ReadingAnswer) => parentPort?.postMessage(answer);

// A thread that checks and reads the articles it is sent, one after the other.
parentPort?.on("message", ({ id, job }: ReadingRequest) => {
	try {
		report({ id, result: job.kind === "draft" ? decideDraft(job.input, job.now) : readArticle(job.text) });
	} catch (error) {
		report({ id, error });
	}
});
