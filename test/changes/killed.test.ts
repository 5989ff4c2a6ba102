import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../../src/db.js";
import { publicId } from "../../src/public-id.js";
import { seededRandom } from "../article/seeded-random.js";
import { prepareSnapshot } from "../database/snapshot.js";
import { createFromTemplate } from "../database/template.js";
import { testServerUrl } from "../test-database.js";
import { CHANGES, clientFor, isHeartbeat, next, serveLog, TRANSPORTS, until } from "./subscribers.js";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** The full number is 200, and takes a quarter of an hour: `SERVER_KILLS=200 npx vitest run test/changes/killed.test.ts`. */
const KILLS = Number(process.env.SERVER_KILLS ?? 4);

let url: string;
let drop: () => Promise<void> | void;

beforeAll(async () => {
	if (testServerUrl === null) {
		const root = mkdtempSync(join(tmpdir(), "antecedent-log-killed-"));
		url = `pglite:${join(root, "pg")}`;
		drop = () => rmSync(root, { recursive: true });
		await (await openDatabase({ url, snapshot: await prepareSnapshot() })).close();
	} else ({ url, drop } = await createFromTemplate(testServerUrl, `antecedent_test_log_killed_${process.pid}`));
});
afterAll(() => drop());

/** Starts a server that writes; answers where, or null where it ended before it was ready. */
function start(first: number): { child: ChildProcess; ready: Promise<string | null>; ended: Promise<void> } {
	const child = spawn(process.execPath, ["--import", "tsx", "test/changes/killed-server.ts", String(first)], {
		cwd: PROJECT,
		env: { ...process.env, DATABASE_URL: url },
		stdio: ["ignore", "pipe", "inherit"],
	});
	const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
	const ready = new Promise<string | null>((resolve) => {
		child.stdout?.once("data", (data: Buffer) => resolve(String(data).trim()));
		child.once("exit", () => resolve(null));
	});
	return { child, ready, ended };
}

/** The cursor of the log before anything is written. */
async function headCursor(): Promise<string | undefined> {
	const db = await openDatabase({ url });
	const served = await serveLog(db);
	const client = clientFor("WebSocket", served.url);
	const { cursor } = await next(client.subscribe(CHANGES));
	client.close();
	await served.close();
	await db.close();
	return cursor;
}

test(`Through ${KILLS} kills of the server the union of messages is the log, once and in order`, {
	timeout: KILLS * 20_000 + 60_000,
}, async () => {
	const random = seededRandom(5);
	const nodes: string[] = [];
	let cursor = await headCursor();
	for (let kill = 0; kill < KILLS; kill++) {
		const { child, ready, ended } = start(kill * 1_000_000);
		const served = await ready;
		if (served === null) throw new Error("the server has not started");
		const killing = setTimeout(() => child.kill("SIGKILL"), 100 + random.below(600));
		const client = clientFor(TRANSPORTS[kill % TRANSPORTS.length] ?? "SSE", served);
		try {
			const messages = client.subscribe(CHANGES, { after: cursor });
			while (true) {
				const message = await next(messages);
				if (message.__typename === "LogGap") throw new Error("a gap");
				if (message.nodeId) nodes.push(message.nodeId);
				cursor = message.cursor;
			}
		} catch (error) {
			if (String(error).includes("a gap")) throw error;
		}
		client.close();
		clearTimeout(killing);
		child.kill("SIGKILL");
		await ended;
	}
	const db = await openDatabase({ url });
	const served = await serveLog(db);
	const client = clientFor("WebSocket", served.url);
	nodes.push(
		...(await until(client.subscribe(CHANGES, { after: cursor }), isHeartbeat)).flatMap(({ nodeId }) => nodeId ?? []),
	);
	client.close();
	const logged = await db.prisma.change.findMany({ orderBy: { position: "asc" } });
	await served.close();
	await db.close();
	expect(logged.map(({ position }) => Number(position))).toEqual(logged.map((_, index) => index + 1));
	expect(nodes).toEqual(logged.map(({ nodeId }) => publicId("Article", nodeId)));
	expect(nodes.length).toBeGreaterThan(KILLS * 5);
	console.log(`kills: ${KILLS} of the server, ${nodes.length} changes seen, none lost, none twice`);
});
