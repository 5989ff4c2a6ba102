import { parentPort } from "node:worker_threads";
import { type Parsed, type ParseJob, runParseJob } from "./parse-job.js";

export interface ParseRequest {
	/** Comes back with the answer. */
	id: number;
	job: ParseJob;
}

export type ParseAnswer =
	| { kind: "ready" }
	| { kind: "done"; id: number; result: Parsed[ParseJob["kind"]] }
	| { kind: "failed"; id: number; message: string };

const report = (answer: ParseAnswer) => parentPort?.postMessage(answer);

// A thread that parses what it is sent, one job after the other.
parentPort?.on("message", ({ id, job }: ParseRequest) => {
	try {
		report({ kind: "done", id, result: runParseJob(job) });
	} catch (error) {
		report({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
	}
});
report({ kind: "ready" });
