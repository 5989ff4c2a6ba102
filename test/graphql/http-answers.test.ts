import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpServer, type HttpServer } from "../../src/graphql/http.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { createLog } from "../../src/log.js";
import { logServed } from "../../src/request-log.js";
import { eventually } from "../changes/subscribers.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { writePortWorld } from "./port-world.js";

let db: TestDatabase;
let server: HttpServer;
let url = "";
let isBroken = false;
const lines: string[] = [];

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	const log = createLog({ logLevel: "info" }, { write: (line: string) => void lines.push(line) });
	const query = (...args: [string]) =>
		isBroken ? Promise.reject(new Error('relation "secret" does not exist')) : db.pool.query(...args);
	const breakable = Object.create(db, { pool: { value: { query } } }) as TestDatabase;
	const yoga = createGraphQLServer({ db: breakable, log, corsOrigins: ["https://news.example"] });
	server = createHttpServer({ yoga, db, log, onServed: (served) => logServed(log, served) });
	const { port } = await server.listen(0, "127.0.0.1");
	url = `http://127.0.0.1:${port}/graphql`;
});
afterAll(async () => {
	await server.close();
	await db.close();
});

const get = (query: string, headers: Record<string, string> = {}) =>
	fetch(`${url}?query=${encodeURIComponent(query)}`, { headers: { accept: "application/json", ...headers } });

const post = (body: object, headers: Record<string, string> = {}) =>
	fetch(url, {
		method: "POST",
		headers: { "content-type": "application/json", ...headers },
		body: JSON.stringify(body),
	});

describe("An answer by GET", () => {
	const QUERY = "{ events(first: 2) { nodes { id title } } }";

	test("has a tag, and is not sent again to who has it", async () => {
		const first = await get(QUERY);
		const etag = first.headers.get("etag") ?? "";
		expect(etag).toMatch(/^"[\w-]{27}"$/);
		expect(first.headers.get("cache-control")).toBe("private, no-cache");
		expect(first.headers.get("vary")?.toLowerCase()).toContain("authorization");
		const text = await first.text();
		expect(JSON.parse(text)).toHaveProperty("data.events.nodes.1.title");

		for (const sent of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
			const again = await get(QUERY, { "if-none-match": sent });
			expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
		}
		const other = await get(QUERY, { "if-none-match": '"other"' });
		expect([other.status, await other.text()]).toEqual([200, text]);
	});

	test("has another tag when something has changed", async () => {
		const before = (await get(QUERY)).headers.get("etag");
		const count = await db.prisma.event.updateMany({ data: { title: "Something else has happened" } });
		expect(count.count).toBeGreaterThan(0);
		const after = await get(QUERY, { "if-none-match": before ?? "" });
		expect([after.status, after.headers.get("etag") === before]).toEqual([200, false]);
	});

	test("has none where it is an error, a page or came by POST", async () => {
		expect((await get("{ nothing }", { accept: "application/graphql-response+json" })).headers.get("etag")).toBeNull();
		expect((await fetch(url, { headers: { accept: "text/html" } })).headers.get("etag")).toBeNull();
		expect((await post({ query: QUERY })).headers.get("etag")).toBeNull();
	});
});

describe("A request has one id", () => {
	test("which is the client's, or one made here, in the answer and in the log", async () => {
		lines.length = 0;
		const given = await post({ query: "query Named { service { version } }" }, { "x-request-id": "trace-1.a:b" });
		expect(given.headers.get("x-request-id")).toBe("trace-1.a:b");
		const made = await post({ query: "{ service { version } }" });
		expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
		await eventually(() => lines.length >= 2, "both are in the log");
		expect(JSON.parse(lines[0] ?? "")).toMatchObject({
			requestId: "trace-1.a:b",
			method: "POST",
			path: "/graphql",
			status: 200,
			operation: "query",
			name: "Named",
			field: "service",
			cost: expect.any(Number),
			ms: expect.any(Number),
			msg: "answered",
		});
	});

	test.each([["with spaces"], ["x".repeat(200)], ['"quoted"'], ["<script>"]])("not where it is %j", async (sent) => {
		const response = await post({ query: "{ __typename }" }, { "x-request-id": sent });
		expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
	});

	test("under which the log has what a masked error hides", async () => {
		lines.length = 0;
		isBroken = true;
		const response = await post({ query: "{ events { totalCount } }" }, { "x-request-id": "broken-7" });
		isBroken = false;
		const text = await response.text();
		expect(response.status).toBe(500);
		expect(JSON.parse(text).errors).toMatchObject([
			{
				message: "Something went wrong here; it is logged as broken-7.",
				extensions: { code: "INTERNAL_SERVER_ERROR", correlationId: "broken-7" },
			},
		]);
		expect(text).not.toContain("secret");
		await eventually(() => lines.length >= 2, "the fault and the request are logged");
		const [fault, served] = lines.map((line) => JSON.parse(line));
		expect(fault).toMatchObject({
			level: "error",
			requestId: "broken-7",
			err: { message: expect.stringContaining("secret") },
		});
		expect(served).toMatchObject({ requestId: "broken-7", status: 500, errors: ["INTERNAL_SERVER_ERROR"] });
	});
});

test("The log has neither text nor variables, and nothing of an address after the question mark", async () => {
	lines.length = 0;
	const query = "query Q($t: String) { events(filter: {query: $t}) { totalCount } }";
	await (await post({ query, variables: { t: "hunter2" }, extensions: { note: "hunter3" } })).text();
	await (await get('{ events(filter: {query: "hunter4"}) { totalCount } }')).text();
	await (await fetch(url.replace("/graphql", "/hunter5?hunter6=1"))).text();
	await (await post({ query: "{ hunter7 }" })).text();
	await eventually(() => lines.length >= 4, "all are logged");
	expect(lines.join("")).not.toMatch(/hunter|totalCount/);
	expect(lines.map((line) => JSON.parse(line).path)).toEqual(["/graphql", "/graphql", null, "/graphql"]);
});

test("Pages of origins on the list may ask, read the headers that matter, and others may not", async () => {
	const preflight = (origin: string) =>
		fetch(url, {
			method: "OPTIONS",
			headers: {
				origin,
				"access-control-request-method": "POST",
				"access-control-request-headers": "content-type, authorization",
			},
		});
	const allowed = await preflight("https://news.example");
	expect(allowed.headers.get("access-control-allow-origin")).toBe("https://news.example");
	expect(allowed.headers.get("access-control-allow-headers")).toContain("authorization");
	expect(allowed.headers.get("access-control-expose-headers")).toContain("etag");
	expect((await preflight("https://evil.example")).headers.get("access-control-allow-origin")).not.toBe(
		"https://evil.example",
	);
});
