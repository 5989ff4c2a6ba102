import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/db.js";
import { openTestDatabase } from "../test-database.js";
import { prepareSnapshot } from "./snapshot.js";

/** Takes a second, in one statement. */
const SLOW = "select count(*) from generate_series(1, 3000000) as n where n % 7 = 3";

/** Would take some minutes. */
const RUNAWAY = "select count(*) from generate_series(1, 2000000000)";

/** Long enough for what is ordinary on a busy machine. */
const LIMIT_MS = 2_500;

const root = mkdtempSync(join(tmpdir(), "antecedent-embedded-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("A slow statement does not hold up the main thread", { retry: 2 }, async () => {
	const database = await openDatabase({ url: "pglite:memory:", snapshot: await prepareSnapshot() });
	let last = performance.now();
	let longestGap = 0;
	const timer = setInterval(() => {
		const now = performance.now();
		longestGap = Math.max(longestGap, now - last);
		last = now;
	}, 10);
	const start = performance.now();
	await database.pool.query(SLOW);
	const took = performance.now() - start;
	clearInterval(timer);
	await database.close();
	expect(took).toBeGreaterThan(300);
	// 200 ms, or on a machine that has no core left for it, a small part of the statement.
	expect(longestGap).toBeLessThan(Math.max(200, took / 4));
});

describe("A statement past the limit", () => {
	const url = `pglite:${join(root, "pg")}`;
	let database: Database;

	beforeAll(async () => {
		database = await openDatabase({ url, statementTimeoutMs: LIMIT_MS, snapshot: await prepareSnapshot() });
	});
	afterAll(() => database.close());

	test("fails as on a server, and what was committed is still there", async () => {
		await database.pool.query(`insert into "Term" values ('flood', 1)`);
		await expect(database.pool.query(RUNAWAY)).rejects.toMatchObject({ code: "57014", name: "StatementTimeoutError" });
		expect(await database.prisma.term.findMany()).toEqual([{ term: "flood", documents: 1 }]);
	});

	test("takes its transaction with it, and nothing else", async () => {
		const attempt = database.prisma.$transaction(async (tx) => {
			await tx.term.create({ data: { term: "storm", documents: 1 } });
			await tx.$executeRawUnsafe(RUNAWAY);
		});
		await expect(attempt).rejects.toThrow();
		expect(await database.prisma.term.count({ where: { term: "storm" } })).toBe(0);
		await database.prisma.term.create({ data: { term: "storm", documents: 2 } });
		expect(await database.prisma.term.count({ where: { term: "storm" } })).toBe(1);
	});

	test("fails the queries that wait behind it only if they run out of time themselves", async () => {
		const runaway = expect(database.pool.query(RUNAWAY)).rejects.toMatchObject({ code: "57014" });
		const behind = database.pool.query("select 1 as one");
		await runaway;
		expect((await behind).rows).toEqual([{ one: 1 }]);
	});
});

test("A connection that breaks off in a transaction leaves nothing to the next one", async () => {
	const database = await openDatabase({ url: "pglite:memory:", snapshot: await prepareSnapshot() });
	const client = await database.pool.connect();
	await client.query("begin");
	await client.query({ name: "same", text: "select 1" });
	await client.query(`insert into "Term" values ('drought', 1)`);
	client.release(new Error("broken"));
	expect((await database.pool.query(`select * from "Term"`)).rows).toEqual([]);
	expect((await database.pool.query({ name: "same", text: "select 2 as two" })).rows).toEqual([{ two: 2 }]);
	await database.close();
});

test("What is written is there after closing and opening again, and the second opening migrates nothing", {
	timeout: 120_000,
}, async () => {
	const url = `pglite:${join(root, "again")}`;
	const first = await openDatabase({ url });
	expect(first.migrations.applied).not.toEqual([]);
	await first.prisma.term.create({ data: { term: "quake", documents: 3 } });
	await first.close();
	const second = await openDatabase({ url });
	expect(second.migrations).toEqual({ applied: [], unknown: [] });
	expect(await second.prisma.term.findMany()).toEqual([{ term: "quake", documents: 3 }]);
	await second.close();
});

test("Every test database is its own", async () => {
	const [one, two] = await Promise.all([openTestDatabase(), openTestDatabase()]);
	await one.prisma.term.create({ data: { term: "strike", documents: 1 } });
	expect(await two.prisma.term.count()).toBe(0);
	await Promise.all([one.close(), two.close()]);
});
