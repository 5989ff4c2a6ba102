// A thread that checks and reads the articles it is sent, one after the other. Plain JavaScript: it runs before TypeScript can be read.

import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { decideDraft } = await import("../../article/article-draft.ts");
const { readArticle } = await import("../../language/analyze.ts");

const does = {
	draft: ({ input, now }) => decideDraft(input, now),
	read: ({ text }) => readArticle(text),
};

parentPort.on("message", ({ id, kind, job }) => {
	try {
		parentPort.postMessage({ id, result: does[kind](job) });
	} catch (error) {
		parentPort.postMessage({ id, error });
	}
});
