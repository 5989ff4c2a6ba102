import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase();
});

beforeEach(async () => {
	await database.prisma.source.deleteMany();
	database.statements.length = 0;
});

afterAll(() => database.close());

const source = (host: string) => ({ id: randomUUID(), host, name: host });

describe("queries", () => {
	test("that are asked at once are all answered, each with its own answer", async () => {
		const numbers = Array.from({ length: 200 }, (_, index) => index);
		const answers = await Promise.all(
			numbers.map(
				async (number) => (await database.pool.query<{ n: number }>("select $1::int as n", [number])).rows[0]?.n,
			),
		);
		expect(answers).toEqual(numbers);
	});

	test("of Prisma and of the pool see the same rows", async () => {
		await database.prisma.source.create({ data: source("one.example") });
		const { rows } = await database.pool.query(`select host from "Source"`);
		expect(rows).toEqual([{ host: "one.example" }]);
	});

	test("carry five million characters there and back", async () => {
		const text = "Überschwemmung – 水害 ".repeat(250_000);
		const { rows } = await database.pool.query<{ text: string }>("select $1::text as text", [text]);
		expect(rows[0]?.text === text).toBe(true);
	});

	test("that return many rows return them all", async () => {
		const { rows } = await database.pool.query(
			"select n, repeat('x', 100) as filling from generate_series(1, 20000) as n",
		);
		expect(rows.length).toBe(20_000);
		expect(rows[19_999]).toEqual({ n: 20_000, filling: "x".repeat(100) });
	});

	test("that fail leave the connection usable", async () => {
		await expect(database.pool.query("selec 1")).rejects.toMatchObject({ code: "42601" });
		await expect(database.pool.query("select $1::int", ["many"])).rejects.toMatchObject({ code: "22P02" });
		const { rows } = await database.pool.query("select 1 as one");
		expect(rows).toEqual([{ one: 1 }]);
	});

	test("reckon in UTC", async () => {
		const { rows } = await database.pool.query("show timezone");
		expect(rows).toEqual([{ TimeZone: "UTC" }]);
	});

	test("are noted, each once", async () => {
		await database.prisma.source.findMany({ where: { host: "none.example" } });
		expect(database.statements).toEqual([expect.stringContaining(`FROM "public"."Source"`)]);
	});
});

describe("a transaction", () => {
	test("that throws leaves nothing, and the connection stays usable", async () => {
		const { prisma } = database;
		const attempt = prisma.$transaction(async (tx) => {
			await tx.source.create({ data: source("two.example") });
			throw new Error("changed my mind");
		});
		await expect(attempt).rejects.toThrow("changed my mind");
		expect(await prisma.source.count()).toBe(0);
	});

	test("whose statement fails leaves nothing, and the connection stays usable", async () => {
		const { prisma } = database;
		const attempt = prisma.$transaction(async (tx) => {
			await tx.source.create({ data: source("three.example") });
			await tx.source.create({ data: source("three.example") });
		});
		await expect(attempt).rejects.toMatchObject({ code: "P2002" });
		expect(await prisma.source.count()).toBe(0);
	});

	test("waits for others that began before, whatever their number", async () => {
		const { prisma } = database;
		const { id } = await prisma.source.create({ data: source("four.example") });
		const increment = () =>
			prisma.$transaction(async (tx) => {
				await tx.$queryRaw`select 1 from "Source" where id = ${id}::uuid for update`;
				const { revision } = await tx.source.findUniqueOrThrow({ where: { id } });
				await tx.source.update({ where: { id }, data: { revision: revision + 1 } });
			});
		await Promise.all(Array.from({ length: 20 }, increment));
		expect((await prisma.source.findUniqueOrThrow({ where: { id } })).revision).toBe(21);
	});

	test("does not let other queries in between", async () => {
		const { prisma } = database;
		let seen = -1;
		await prisma.$transaction(async (tx) => {
			await tx.source.create({ data: source("five.example") });
			const outside = prisma.source.count().then((count) => {
				seen = count;
			});
			await new Promise((resolve) => setTimeout(resolve, 50));
			// A server answers meanwhile with what is committed; embedded, the question waits for the end.
			expect([-1, 0]).toContain(seen);
			void outside;
		});
	});
});

test("A query that is used again is prepared, one that is used once is not", async () => {
	const names = async () => (await database.pool.query("select statement from pg_prepared_statements")).rows.length;
	const client = await database.pool.connect();
	client.release();
	const before = await names();
	for (let round = 0; round < 4; round++) await database.prisma.source.findMany({ where: { name: "Daily" }, take: 3 });
	await database.prisma.source.findMany({ where: { name: "Weekly", country: "DE" }, take: 4, skip: 1 });
	expect((await names()) - before).toBe(1);
});
