import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/db.js";
import { publicId } from "../../src/public-id.js";
import { type PrivateCluster, serverBinaries, startPrivateCluster } from "../database/private-cluster.js";
import {
	CHANGES,
	clientFor,
	eventually,
	next,
	type ServedLog,
	serveLog,
	TRANSPORTS,
	type Transport,
} from "./subscribers.js";
import { articleChanges, nodeUuid, writeLog } from "./write-log.js";

/** The full number is 20: `POSTGRES_CRASHES=20 npx vitest run test/changes/restarted-postgres.test.ts`. */
const CRASHES = Number(process.env.POSTGRES_CRASHES ?? 2);
const WRITERS = 4;

const binaries = serverBinaries();

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(binaries === null)(
	"A Postgres that crashes under the service (skipped where there is none to be run)",
	() => {
		let cluster: PrivateCluster;
		let db: Database;
		let served: ServedLog;

		beforeAll(async () => {
			cluster = await startPrivateCluster(binaries ?? "");
			db = await openDatabase({ url: cluster.url });
			served = await serveLog(db);
		}, 240_000);
		afterAll(async () => {
			await served?.close();
			await db?.close();
			await cluster?.remove();
		});

		/** Follows the log as a client should: from the last cursor, as often as it takes. */
		function follow(transport: Transport) {
			const seen: string[] = [];
			let cursor: string | undefined;
			let ends = 0;
			let isStopped = false;
			let client = clientFor(transport, served.url);
			const done = (async () => {
				while (!isStopped) {
					client = clientFor(transport, served.url);
					try {
						const messages = client.subscribe(CHANGES, { after: cursor, heartbeatSeconds: 1 });
						while (true) {
							const message = await next(messages);
							if (message.nodeId) seen.push(message.nodeId);
							cursor = message.cursor;
						}
					} catch {
						ends++;
					}
					client.close();
					await pause(100);
				}
			})();
			const stop = async () => {
				isStopped = true;
				client.close();
				await done;
			};
			return { transport, seen, isReady: () => cursor !== undefined, ends: () => ends, stop };
		}

		test(`loses and repeats nothing through ${CRASHES} crashes, for writers, readers and subscribers`, {
			timeout: 120_000 + CRASHES * 30_000,
		}, async () => {
			const followers = TRANSPORTS.map(follow);
			await eventually(() => followers.every(({ isReady }) => isReady()), "everybody follows");
			let isOver = false;
			let number = 0;
			const acknowledged: number[] = [];
			let failedWrites = 0;
			const writers = Array.from({ length: WRITERS }, async () => {
				while (!isOver) {
					const n = ++number;
					try {
						await writeLog(db, articleChanges(1, n));
						acknowledged.push(n);
					} catch {
						failedWrites++;
					}
					await pause(5);
				}
			});
			const answers = { ok: 0, failed: 0 };
			const reader = (async () => {
				const body = JSON.stringify({ query: "{ service { headCursor } articles(first: 1) { totalCount } }" });
				const headers = { "content-type": "application/json" };
				while (!isOver) {
					const response = await fetch(served.url, { method: "POST", headers, body });
					const { data } = (await response.json()) as { data: object | null };
					answers[data ? "ok" : "failed"]++;
					await pause(10);
				}
			})();
			const wrote = async (count: number) => {
				const until = acknowledged.length + count;
				await eventually(() => acknowledged.length >= until, "writing goes on");
			};
			for (let crash = 0; crash < CRASHES; crash++) {
				await wrote(30);
				await cluster.crash();
			}
			await wrote(30);
			isOver = true;
			await Promise.all([...writers, reader]);
			const { rows } = await db.pool.query<{ nodeId: string }>(`select "nodeId" from "Change" order by position`);
			const logged = rows.map(({ nodeId }) => nodeId);
			await eventually(() => followers.every(({ seen }) => seen.length >= logged.length), "all is delivered");
			for (const { stop } of followers) await stop();
			const told = logged.map((nodeId) => publicId("Article", nodeId));
			for (const { seen } of followers) expect(seen).toEqual(told);
			expect(new Set(logged).size).toBe(logged.length);
			const stored = new Set(logged);
			expect(acknowledged.filter((n) => !stored.has(nodeUuid(n)))).toEqual([]);
			// What failed may have been stored, if its connection was lost between the commit and the answer.
			expect(failedWrites).toBeGreaterThan(0);
			const ends = followers.map(({ transport, ends }) => `${transport} ${ends()}`).join(", ");
			console.log(
				`crashes: ${CRASHES}, changes logged: ${logged.length}, writes failed: ${failedWrites}, questions: ${answers.ok} answered, ${answers.failed} not, subscriptions ended by them: ${ends}`,
			);
		});
	},
);
