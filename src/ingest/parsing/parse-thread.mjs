// A thread that parses what it is sent, one job after the other. Plain JavaScript: it runs before TypeScript can be read.

import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { runParseJob } = await import("./parse-job.ts");

parentPort.on("message", ({ id, job }) => {
	try {
		parentPort.postMessage({ id, kind: "done", result: runParseJob(job) });
	} catch (error) {
		parentPort.postMessage({ id, kind: "failed", message: error instanceof Error ? error.message : String(error) });
	}
});
parentPort.postMessage({ kind: "ready" });
