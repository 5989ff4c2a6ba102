import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/db.js";
import { publicId } from "../../src/public-id.js";
import { createFromTemplate } from "../database/template.js";
import { testServerUrl } from "../test-database.js";
import {
	CHANGES,
	clientFor,
	eventually,
	isHeartbeat,
	type SentMessage,
	type ServedLog,
	serveLog,
	until,
} from "./subscribers.js";
import { articleChanges, nodeUuid, writeLog } from "./write-log.js";

describe.skipIf(testServerUrl === null)("Two processes on one server", () => {
	let drop: () => Promise<void>;
	let databases: Database[];
	let served: ServedLog[];
	let admin: pg.Client;

	beforeAll(async () => {
		const made = await createFromTemplate(testServerUrl ?? "", `antecedent_test_many_${process.pid}`);
		drop = made.drop;
		databases = await Promise.all([1, 2].map(() => openDatabase({ url: made.url, poolSize: 3 })));
		served = await Promise.all(databases.map((db) => serveLog(db)));
		admin = new pg.Client(made.url);
		await admin.connect();
	});
	afterAll(async () => {
		await admin?.end();
		for (const { close } of served ?? []) await close();
		for (const db of databases ?? []) await db.close();
		await drop?.();
	});

	const listeners = async () => {
		const { rows } = await admin.query<{ pid: number }>(
			`select pid from pg_stat_activity where datname = current_database() and query = 'listen antecedent_change'`,
		);
		return rows.map(({ pid }) => pid);
	};
	const kill = (what: string) =>
		admin.query(
			`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() ${what}`,
		);

	/** A subscriber of each process; both are live. */
	const subscribe = async () => {
		const clients = served.map(({ url }) => clientFor("WebSocket", url));
		const all = clients.map((client) => client.subscribe(CHANGES));
		for (const messages of all) await until(messages, isHeartbeat);
		return { all, close: () => clients.forEach((client) => void client.close()) };
	};
	const ids = (from: number, count: number) =>
		Array.from({ length: count }, (_, n) => publicId("Article", nodeUuid(from + n)));
	const nodes = (messages: readonly SentMessage[]) => messages.flatMap(({ nodeId }) => nodeId ?? []);

	test("deliver what either writes, both in the order of the log", async () => {
		const { all, close } = await subscribe();
		await eventually(async () => (await listeners()).length === 2, "both listen");
		await Promise.all(
			databases.map(async (db, index) => {
				for (let n = 0; n < 30; n++) await writeLog(db, articleChanges(2, index * 1_000 + n * 2));
			}),
		);
		await writeLog(databases[0] as Database, articleChanges(1, 9_999));
		const logged = await (databases[0] as Database).prisma.change.findMany({ orderBy: { position: "asc" } });
		for (const messages of all) {
			const got = await until(messages, ({ nodeId }) => nodeId === ids(9_999, 1)[0]);
			expect(nodes(got)).toEqual(logged.map(({ nodeId }) => publicId("Article", nodeId)));
		}
		close();
	});

	test("deliver within a second or so while nothing notifies, and listen again", async () => {
		const { all, close } = await subscribe();
		await eventually(async () => (await listeners()).length === 2, "both listen");
		const before = await listeners();
		await kill("and query = 'listen antecedent_change'");
		const began = performance.now();
		await writeLog(databases[1] as Database, articleChanges(3, 20_000));
		for (const messages of all)
			expect(nodes(await until(messages, ({ nodeId }) => nodeId === ids(20_002, 1)[0]))).toEqual(ids(20_000, 3));
		console.log(
			`many processes: delivered ${Math.round(performance.now() - began)} ms after the listeners were killed`,
		);
		expect(performance.now() - began).toBeLessThan(5_000);
		await eventually(
			async () => (await listeners()).filter((pid) => !before.includes(pid)).length === 2,
			"both listen again",
		);
		close();
	});

	test("lose nothing when the server ends all their connections, again and again", async () => {
		const { all, close } = await subscribe();
		let n = 0;
		const write = async () => {
			await writeLog(databases[0] as Database, articleChanges(1, 30_000 + n));
			n++;
		};
		for (let round = 0; round < 4; round++) {
			for (let k = 0; k < 10; k++) await write().catch(() => {});
			await kill("");
			await new Promise((resolve) => setTimeout(resolve, 150));
		}
		await eventually(
			() =>
				write().then(
					() => true,
					() => false,
				),
			"it writes again",
		);
		const last = ids(30_000 + n - 1, 1)[0];
		for (const messages of all)
			expect(nodes(await until(messages, ({ nodeId }) => nodeId === last))).toEqual(ids(30_000, n));
		console.log(`many processes: ${n} changes through 4 losses of all connections`);
		close();
	});
});
