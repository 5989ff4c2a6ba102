import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../../src/db.js";
import { prepareSnapshot } from "../database/snapshot.js";
import { createFromTemplate } from "../database/template.js";
import { testServerUrl } from "../test-database.js";
import { type Asked, ask, askUntilAnswered, numbered, SUBMIT } from "./ask.js";
import { type ServiceProcess, startService } from "./service-process.js";

/** The full number is 10: `SERVICE_RESTARTS=10 npx vitest run test/faults/service-restarts.test.ts`. */
const RESTARTS = Number(process.env.SERVICE_RESTARTS ?? 1);

let url: string;
let drop: () => Promise<void> | void;
let port: number;

beforeAll(async () => {
	if (testServerUrl === null) {
		const root = mkdtempSync(join(tmpdir(), "antecedent-restarts-"));
		url = `pglite:${join(root, "pg")}`;
		drop = () => rmSync(root, { recursive: true });
		await (await openDatabase({ url, snapshot: await prepareSnapshot() })).close();
	} else ({ url, drop } = await createFromTemplate(testServerUrl, `antecedent_test_restarts_${process.pid}`));
	const held = createServer();
	port = await new Promise((resolve) => {
		held.listen(0, "127.0.0.1", () => resolve((held.address() as { port: number }).port));
	});
	await new Promise((resolve) => held.close(resolve));
});
afterAll(() => drop());

const start = () => startService({ DATABASE_URL: url, PORT: String(port) });

/** A request of which the service has the head when `sent` settles, and the body not before `finish`. */
function openRequest(address: string) {
	const body = JSON.stringify({ query: "{ articles { totalCount } }" });
	const headers = { "content-type": "application/json", "content-length": body.length, expect: "100-continue" };
	const open = request(address, { method: "POST", headers, agent: false });
	const answer = new Promise<number>((resolve, reject) => {
		open.once("response", (response) => {
			response.resume();
			response.once("end", () => resolve(response.statusCode ?? 0));
		});
		open.once("error", reject);
	});
	const sent = new Promise<void>((resolve) => open.once("continue", () => resolve()));
	open.flushHeaders();
	return { sent, answer, finish: () => open.end(body) };
}

test(`Through ${RESTARTS} restarts a client that tries again sees no wrong answer and loses nothing, and what is under way is answered`, {
	timeout: 60_000 + RESTARTS * 40_000,
}, async () => {
	let service: ServiceProcess = await start();
	const address = service.url;
	let isOver = false;
	const acknowledged: number[] = [];
	const failures: Asked[] = [];
	const wrong: unknown[] = [];
	const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
	const writer = (async () => {
		for (let number = 1; !isOver; number++) {
			const { answer, failures: failed } = await askUntilAnswered(() => address, SUBMIT, { input: numbered(number) });
			failures.push(...failed);
			const { article, userErrors } = answer.data.submitArticle;
			if (article?.url !== numbered(number).url) wrong.push({ number, article, userErrors });
			acknowledged.push(number);
			await pause();
		}
	})();
	const reader = (async () => {
		for (let n = 0; !isOver; n++) {
			const number = acknowledged[n % Math.max(1, acknowledged.length)];
			if (number !== undefined) {
				const least = acknowledged.length;
				const { answer, failures: failed } = await askUntilAnswered(
					() => address,
					"query($url: URL!) { articles { totalCount } article(url: $url) { headline revisions { totalCount } } }",
					{ url: numbered(number).url },
				);
				failures.push(...failed);
				const { articles, article } = answer.data;
				const isRight = article?.headline === numbered(number).headline && article.revisions.totalCount === 1;
				if (!isRight || articles.totalCount < least) wrong.push({ number, least, answer: answer.data });
			}
			await pause();
		}
	})();
	const times: number[] = [];
	for (let restart = 0; restart < RESTARTS; restart++) {
		const until = acknowledged.length + 3;
		while (acknowledged.length < until) await pause();
		const open = openRequest(address);
		await open.sent;
		const startedAt = performance.now();
		const ended = service.stop("SIGTERM");
		await pause();
		open.finish();
		expect(await open.answer).toBe(200);
		expect(await ended).toBe(0);
		times.push(performance.now() - startedAt);
		service = await start();
	}
	const until = acknowledged.length + 3;
	while (acknowledged.length < until) await pause();
	isOver = true;
	await Promise.all([writer, reader]);
	expect(wrong).toEqual([]);
	// Nobody listens between two processes; a process that answers, answers, or says why not.
	expect(failures.filter(({ status, code }) => status !== 0 && code !== "SERVICE_BUSY")).toEqual([]);
	expect(failures.length).toBeGreaterThan(0);
	// Ten seconds for what is under way, and what closing takes.
	expect(Math.max(...times)).toBeLessThan(12_000);
	const { data } = await ask(address, "{ articles { totalCount } }");
	expect(data.articles.totalCount).toBe(acknowledged.length);
	expect(await service.stop()).toBe(0);
	console.log(
		`restarts: ${RESTARTS}, articles acknowledged: ${acknowledged.length}, asked in vain meanwhile: ${failures.length}, longest stop: ${Math.round(Math.max(...times))} ms`,
	);
});
