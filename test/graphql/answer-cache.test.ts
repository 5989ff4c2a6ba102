import { GraphQLObjectType, isInterfaceType } from "graphql";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { lockLog, recordChanges } from "../../src/change-log.js";
import { createLogHead } from "../../src/changes/log-head.js";
import { AnswerCache, UNLOGGED } from "../../src/graphql/answer-cache.js";
import { createHttpServer, type HttpServer } from "../../src/graphql/http.js";
import { schema } from "../../src/graphql/schema.js";
import type { Served } from "../../src/graphql/served-operations.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { createLog } from "../../src/log.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { writePortWorld } from "./port-world.js";

let db: TestDatabase;
let server: HttpServer;
let url = "";
let aheadMs = 0;
const served: Served[] = [];

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	const log = createLog({ logLevel: "silent" });
	const head = createLogHead(db.pool);
	const answers = new AnswerCache({ maxBytes: 1_000_000, head, now: () => Date.now() + aheadMs });
	const yoga = createGraphQLServer({ db, log, answers });
	server = createHttpServer({ yoga, db, log, onServed: (one) => void served.push(one) });
	const { port } = await server.listen(0, "127.0.0.1");
	url = `http://127.0.0.1:${port}/graphql`;
});
afterAll(async () => {
	await server.close();
	await db.close();
});
afterEach(() => {
	aheadMs = 0;
});

const QUERY = "query Latest($first: Int!) { events(first: $first) { nodes { id title } } }";

async function ask(query: string, variables: unknown = {}): Promise<{ body: string; statements: number }> {
	db.statements.length = 0;
	const response = await fetch(url, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query, variables }),
	});
	return { body: await response.text(), statements: db.statements.length };
}

/** Anything that is stored is told in the log. */
const change = () =>
	db.prisma.$transaction(async (tx) => {
		await lockLog(tx);
		const { id } = await tx.event.findFirstOrThrow({ orderBy: { id: "asc" } });
		await tx.event.update({ where: { id }, data: { title: `Changed at ${Math.random()}` } });
		await recordChanges(tx, [{ kind: "UPDATED", nodeType: "EVENT", nodeId: id }], null, new Date());
	});

describe("What was asked before", () => {
	it("is answered by one look at where the log ends, and the log and the metrics know", async () => {
		const first = await ask(QUERY, { first: 3 });
		const again = await ask(QUERY, { first: 3 });
		expect(again.body).toBe(first.body);
		expect(JSON.parse(again.body)).toHaveProperty("data.events.nodes.2.title");
		expect([first.statements > 1, again.statements]).toEqual([true, 1]);
		const [before, after] = served.slice(-2).map(({ trace }) => trace);
		expect([before?.isKept, after?.isKept]).toEqual([false, true]);
		expect(after).toMatchObject({ type: "query", name: "Latest", field: "events", cost: before?.cost });
	});

	it("is another question with other variables, or another name", async () => {
		await ask(QUERY, { first: 3 });
		expect((await ask(QUERY, { first: 2 })).statements).toBeGreaterThan(1);
		const two = `${QUERY} query One { events(first: 1) { nodes { id } } }`;
		const named = (operationName: string) =>
			fetch(url, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({ query: two, operationName, variables: { first: 2 } }),
			}).then((response) => response.json());
		expect(await named("One")).toHaveProperty("data.events.nodes.length", 1);
		expect(await named("Latest")).toHaveProperty("data.events.nodes.length", 2);
	});

	it("is worked out anew when anything has changed, by whichever process", async () => {
		const before = await ask(QUERY, { first: 50 });
		await change();
		const after = await ask(QUERY, { first: 50 });
		expect(after.body).not.toBe(before.body);
		expect((await ask(QUERY, { first: 50 })).body).toBe(after.body);
	});

	it("is worked out anew when it has grown old", async () => {
		await ask(QUERY, { first: 4 });
		aheadMs = 29_000;
		expect((await ask(QUERY, { first: 4 })).statements).toBe(1);
		aheadMs = 31_000;
		expect((await ask(QUERY, { first: 4 })).statements).toBeGreaterThan(1);
	});

	it("has its tag by GET, whether it was kept or not", async () => {
		const get = (headers: Record<string, string> = {}) =>
			fetch(`${url}?query=${encodeURIComponent("{ events(first: 5) { nodes { id } } }")}`, { headers });
		const first = await get();
		const etag = first.headers.get("etag") ?? "";
		const kept = await get();
		expect([kept.headers.get("etag"), await kept.text()]).toEqual([etag, await first.text()]);
		expect(kept.headers.get("cache-control")).toBe("private, no-cache");
		const same = await get({ "if-none-match": etag });
		expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", etag]);
		await change();
		expect((await get({ "if-none-match": etag })).status).toBe(304);
		expect(served.slice(-4).map(({ trace }) => trace.isKept)).toEqual([false, true, true, false]);
	});
});

describe("Worked out each time is", () => {
	it.each([
		["what the log does not tell", "{ service { version } }"],
		["what a feed is doing, however it is reached", "{ sources(first: 1) { nodes { feeds { totalCount } } } }"],
		[
			"what may be a feed",
			'{ node(id: "evt_01980000-0005-7000-8000-000000000001") { ... on Revisioned { revision } } }',
		],
		["an answer with an error", '{ events(first: 1) { nodes { id } } event(id: "none") { id } }'],
		["what cannot be executed", "{ events(first: 1) { nodes { nothing } } }"],
	])("%s", async (_what, query) => {
		await ask(query);
		await ask(query);
		expect(served.slice(-2).map(({ trace }) => trace.isKept)).toEqual([false, false]);
	});

	it("what is asked with more than can be kept, and it is answered", async () => {
		const title = `{ events(first: 1) { nodes { id } } } # ${"x".repeat(30_000)}`;
		expect(JSON.parse((await ask(title)).body)).toHaveProperty("data.events.nodes.0.id");
		await ask(title);
		expect(served.slice(-2).map(({ trace }) => trace.isKept)).toEqual([false, false]);
		const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: `{"query": "{ events(first: 1) { nodes { id } } }", "variables": ${deep}}`,
		});
		expect(await response.json()).toHaveProperty("data.events.nodes.0.id");
	});
});

describe("Answers that are kept", () => {
	const operation = { type: null, name: null, field: null, cost: null };
	const head = { read: () => Promise.resolve("1") };

	it("give way to newer ones when they are too many bytes", () => {
		const cache = new AnswerCache({ maxBytes: 10_000, head, now: () => 0 });
		for (let n = 0; n < 10; n++) cache.keep(`key ${n}`, "1", "x".repeat(2_000), operation);
		const left = Array.from({ length: 10 }, (_, n) => cache.find(`key ${n}`, "1") !== null);
		expect(left).toEqual([...Array(7).fill(false), ...Array(3).fill(true)]);
		cache.keep("large", "1", "x".repeat(20_000), operation);
		expect(cache.find("large", "1")).toBeNull();
	});

	it("are given up when anything was stored: nothing asks for them again", () => {
		const cache = new AnswerCache({ maxBytes: 1_000_000, head, now: () => 0 });
		for (const at of ["9", "10"]) cache.keep(`asked at ${at}`, at, "{}", operation);
		expect([cache.find("asked at 9", "9"), cache.find("asked at 10", "10")?.head]).toEqual([null, "10"]);
	});

	it("are none where none are to be", () => {
		expect(new AnswerCache({ maxBytes: 0, head, now: () => 0 }).keyOf({ query: "{ a }" })).toBeNull();
	});

	it("leave out types that there are", () => {
		for (const name of UNLOGGED) {
			const type = schema.getType(name);
			expect(type instanceof GraphQLObjectType || isInterfaceType(type), name).toBe(true);
		}
	});
});

describe("Where the log ends", () => {
	it("is read once for all who ask while a statement is under way, and never by one that began before they asked", async () => {
		const began: (() => void)[] = [];
		let asked = 0;
		const pool = {
			query: () =>
				new Promise((resolve) => began.push(() => resolve({ rows: [{ head: String(began.length) }] }))).finally(
					() => asked++,
				),
		};
		const head = createLogHead(pool as never);
		const tick = () => new Promise(setImmediate);
		const first = head.read();
		await tick();
		const others = [head.read(), head.read(), head.read()];
		await tick();
		expect(began).toHaveLength(1);
		began[0]?.();
		expect(await first).toBe("1");
		await tick();
		expect(began).toHaveLength(2);
		began[1]?.();
		expect(await Promise.all(others)).toEqual(["2", "2", "2"]);
		expect(asked).toBe(2);
	});

	it("is asked for again after a fault", async () => {
		let isBroken = true;
		const query = async () => {
			if (isBroken) throw new Error("away");
			return { rows: [{ head: "7" }] };
		};
		const head = createLogHead({ query } as never);
		await expect(head.read()).rejects.toThrow("away");
		isBroken = false;
		expect(await head.read()).toBe("7");
	});
});
