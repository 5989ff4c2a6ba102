import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase, testServerUrl } from "../test-database.js";

const KEY = 4_711;
const never = new AbortController().signal;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let db: TestDatabase;
beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());

test("What is to be done alone is done, and its answer given", async () => {
	expect(await db.exclusively(KEY, never, async () => "done")).toBe("done");
});

test("Its failure is passed on, and the next one has its turn", async () => {
	const fault = new Error("no");
	await expect(db.exclusively(KEY, never, () => Promise.reject(fault))).rejects.toBe(fault);
	expect(await db.exclusively(KEY, never, async () => 1)).toBe(1);
});

describe.skipIf(testServerUrl === null)("On a server", () => {
	test("several do it one after the other, under another key at once", async () => {
		let underWay = 0;
		let most = 0;
		const work = async () => {
			most = Math.max(most, ++underWay);
			await pause(30);
			underWay--;
		};
		await Promise.all([1, 2, 3].map(() => db.exclusively(KEY, never, work)));
		expect(most).toBe(1);
		await Promise.all([1, 2, 3].map((key) => db.exclusively(key, never, work)));
		expect(most).toBeGreaterThan(1);
	});

	test("whoever is told to stop waits no longer", async () => {
		const stopping = new AbortController();
		let isDone = () => {};
		const held = db.exclusively(KEY, never, () => new Promise<void>((resolve) => (isDone = resolve)));
		await pause(100);
		const waiting = db.exclusively(KEY, stopping.signal, async () => "too early");
		setTimeout(() => stopping.abort(new Error("stopped")), 50);
		await expect(waiting).rejects.toThrow("stopped");
		isDone();
		await held;
	});

	test("a turn ends with the connection of whoever has it", async () => {
		const pids = async () =>
			(
				await db.pool.query<{ pid: number }>(
					`select pid from pg_locks where locktype = 'advisory' and objid = ${KEY} and granted`,
				)
			).rows.map(({ pid }) => pid);
		let isDone = () => {};
		const held = db.exclusively(KEY, never, () => new Promise<void>((resolve) => (isDone = resolve)));
		while ((await pids()).length === 0) await pause(20);
		await db.pool.query("select pg_terminate_backend($1)", [(await pids())[0]]);
		expect(await db.exclusively(KEY, never, async () => "mine")).toBe("mine");
		isDone();
		await held;
	});
});
