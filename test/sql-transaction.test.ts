import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inTransaction, type SqlTransaction } from "../src/sql-transaction.js";
import { openTestDatabase, type TestDatabase } from "./test-database.js";

let db: TestDatabase;
beforeAll(async () => {
	db = await openTestDatabase();
	await db.pool.query("create table item (id int primary key, name text)");
});
afterAll(() => db.close());
beforeEach(() => db.pool.query("truncate item"));

const add = (tx: SqlTransaction, id: number, name: string) => tx.$executeRaw`insert into item values (${id}, ${name})`;
const names = async () => (await db.pool.query("select name from item order by id")).rows.map(({ name }) => name);

test("What is sent without waiting runs in order, and a read sees the writes before it", async () => {
	const seen = await inTransaction(db.pool, async (tx) => {
		void add(tx, 1, "a");
		void tx.$executeRaw`update item set name = name || ${"b"}`;
		const rows = await tx.$queryRaw<{ name: string }[]>`select name from item`;
		void tx.$executeRaw`update item set name = name || ${"c"}`;
		return rows;
	});
	expect(seen).toEqual([{ name: "ab" }]);
	expect(await names()).toEqual(["abc"]);
});

test("Several reads at once are answered each with its own rows", async () => {
	const answers = await inTransaction(db.pool, (tx) =>
		Promise.all([1, 2, 3].map((n) => tx.$queryRaw<{ n: number }[]>`select ${n}::int as n`)),
	);
	expect(answers).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
});

test("A write that fails leaves nothing of the transaction, and its error is the one that is told", async () => {
	const work = inTransaction(db.pool, async (tx) => {
		await add(tx, 1, "a");
		await add(tx, 1, "again");
		await add(tx, 2, "b");
	});
	await expect(work).rejects.toThrow(/duplicate key/);
	expect(await names()).toEqual([]);
});

test("A read after a write that failed fails with the write's error", async () => {
	const work = inTransaction(db.pool, async (tx) => {
		await add(tx, 1, "a");
		await add(tx, 1, "again");
		return tx.$queryRaw`select * from item`;
	});
	await expect(work).rejects.toThrow(/duplicate key/);
});

test("Work that throws leaves nothing, and the connection serves the next", async () => {
	const work = inTransaction(db.pool, async (tx) => {
		await add(tx, 1, "a");
		throw new Error("changed its mind");
	});
	await expect(work).rejects.toThrow("changed its mind");
	await inTransaction(db.pool, (tx) => add(tx, 2, "b"));
	expect(await names()).toEqual(["b"]);
});

test("A transaction on a connection that is lost fails, and the next one gets another", async () => {
	if (db.kind !== "postgresql") return;
	const work = inTransaction(db.pool, async (tx) => {
		await add(tx, 1, "a");
		await tx.$queryRaw`select pg_terminate_backend(pg_backend_pid())`;
	});
	await expect(work).rejects.toThrow();
	await inTransaction(db.pool, (tx) => add(tx, 2, "b"));
	expect(await names()).toEqual(["b"]);
});
