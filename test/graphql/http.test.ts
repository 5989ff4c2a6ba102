import { connect } from "node:net";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AS_OF_QUERY, FOLLOW_QUERY, LATEST_QUERY, WHAT_PRECEDED_QUERY } from "../../src/graphql/explorer.js";
import { createHttpServer, type HttpServer } from "../../src/graphql/http.js";
import { schema } from "../../src/graphql/schema.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { createLog } from "../../src/log.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { each, graphqlClient, type Json } from "./graphql-client.js";
import { articleUrl, writePortWorld } from "./port-world.js";

const log = createLog({ logLevel: "silent" });
let db: TestDatabase;
let server: HttpServer;
let origin: string;
let port: number;
let started = true;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	server = createHttpServer({
		yoga: createGraphQLServer({ db, log }),
		db,
		log,
		isStarted: () => started,
		maxBodyBytes: 10_000,
		drainMs: 500,
	});
	({ port } = await server.listen(0, "127.0.0.1"));
	origin = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
	await server.close();
	await db.close();
});

const JSON_TYPE = { "content-type": "application/json" };

/** What the server answers to bytes, up to the end of the connection. */
function raw(request: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, "127.0.0.1", () => socket.write(request));
		let answer = "";
		socket.on("data", (bytes) => {
			answer += bytes;
		});
		socket.on("close", () => resolve(answer));
		socket.on("error", reject);
	});
}

describe("the listener", () => {
	test("answers GraphQL", async () => {
		const response = await fetch(`${origin}/graphql`, {
			method: "POST",
			headers: JSON_TYPE,
			body: JSON.stringify({ query: "{ events { totalCount } }" }),
		});
		expect(await response.json()).toMatchObject({ data: { events: { totalCount: 5 } } });
	});

	test("gives the schema as text, as it is committed", async () => {
		const response = await fetch(`${origin}/schema.graphql`);
		expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
		expect(await response.text()).toContain("type PrecedingContext");
	});

	test("is healthy at once, ready when the start is complete", async () => {
		started = false;
		expect((await fetch(`${origin}/healthz`)).status).toBe(200);
		const starting = await fetch(`${origin}/readyz`);
		expect([starting.status, await starting.json()]).toEqual([503, { status: "unavailable", reason: "starting" }]);
		started = true;
		const ready = await fetch(`${origin}/readyz`);
		expect([ready.status, await ready.json()]).toEqual([200, { status: "ready" }]);
	});

	test("is not ready when the database does not answer", async () => {
		const broken = Object.create(db, {
			pool: { value: { query: () => Promise.reject(new Error("gone")) } },
		}) as TestDatabase;
		const other = createHttpServer({ yoga: createGraphQLServer({ db, log }), db: broken, log });
		const address = await other.listen(0, "127.0.0.1");
		const response = await fetch(`http://127.0.0.1:${address.port}/readyz`);
		expect([response.status, await response.json()]).toEqual([
			503,
			{ status: "unavailable", reason: "the database does not answer" },
		]);
		await other.close();
	});

	test.each([
		["GET", "/nothing", 404, "NOT_FOUND"],
		["GET", "//graphql", 404, "NOT_FOUND"],
		["GET", "/graphql/../../etc/passwd", 404, "NOT_FOUND"],
		["DELETE", "/graphql", 405, "METHOD_NOT_ALLOWED"],
		["PUT", "/schema.graphql", 405, "METHOD_NOT_ALLOWED"],
		["POST", "/opml", 405, "METHOD_NOT_ALLOWED"],
	])("%s %s is answered with %i and JSON", async (method, path, status, code) => {
		const answer = await raw(`${method} ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
		expect(answer).toContain(`HTTP/1.1 ${status} `);
		expect(answer).toContain(`"code":"${code}"`);
		if (status === 405) expect(answer.toLowerCase()).toContain("\r\nallow: ");
	});

	test("a body that says it is too long is not read", async () => {
		const answer = await raw(
			`POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10001\r\n\r\n`,
		);
		expect(answer).toContain("HTTP/1.1 413 ");
		expect(answer).toContain('"code":"CONTENT_TOO_LARGE"');
	});

	test("a body that does not say its length is not read", async () => {
		const answer = await raw(
			'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"que\r\n',
		);
		expect(answer).toContain("HTTP/1.1 411 ");
		expect(answer).toContain('"code":"LENGTH_REQUIRED"');
	});

	test("what follows a body is no part of it", async () => {
		const body = JSON.stringify({ query: "{ service { version } }" });
		const answer = await raw(
			`POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\naccept: application/json\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}${"x".repeat(50_000)}`,
		);
		expect(answer).toMatch(/^(HTTP\/1\.1 200 [\s\S]*"version"|HTTP\/1\.1 400 )/);
		expect((await fetch(`${origin}/healthz`)).status).toBe(200);
	});

	test("closing lets a request under way end and takes no new one", async () => {
		let release = () => {};
		const held = new Promise<void>((resolve) => {
			release = resolve;
		});
		const query = (...args: [string]) => held.then(() => db.pool.query(...args));
		const slow = Object.create(db, { pool: { value: { query } } }) as TestDatabase;
		const other = createHttpServer({ yoga: createGraphQLServer({ db: slow, log }), db, log });
		const address = await other.listen(0, "127.0.0.1");
		const url = `http://127.0.0.1:${address.port}/graphql`;
		const underWay = fetch(url, {
			method: "POST",
			headers: JSON_TYPE,
			body: JSON.stringify({ query: "{ events { totalCount } }" }),
		});
		await new Promise((resolve) => setTimeout(resolve, 200));
		const closed = other.close();
		await expect(fetch(url)).rejects.toThrow();
		release();
		expect(await (await underWay).json()).toMatchObject({ data: { events: { totalCount: 5 } } });
		await closed;
	});

	test("closing does not wait longer than it was told", async () => {
		const never = Object.create(db, { pool: { value: { query: () => new Promise(() => {}) } } }) as TestDatabase;
		const other = createHttpServer({ yoga: createGraphQLServer({ db: never, log }), db, log, drainMs: 100 });
		const address = await other.listen(0, "127.0.0.1");
		const hanging = fetch(`http://127.0.0.1:${address.port}/graphql`, {
			method: "POST",
			headers: JSON_TYPE,
			body: JSON.stringify({ query: "{ events { totalCount } }" }),
		});
		const cut = expect(hanging).rejects.toThrow();
		await new Promise((resolve) => setTimeout(resolve, 100));
		const before = performance.now();
		await other.close();
		expect(performance.now() - before).toBeLessThan(2_000);
		await cut;
	});
});

describe("the explorer", () => {
	test("is one page that loads nothing from elsewhere and may not", async () => {
		const response = await fetch(`${origin}/graphql`, { headers: { accept: "text/html" } });
		expect(response.status).toBe(200);
		const policy = response.headers.get("content-security-policy") ?? "";
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toMatch(/https?:|\*/);
		const page = await response.text();
		// Outside of scripts and styles, where addresses are only text.
		const markup = page.replace(/<script>[\s\S]*<\/script>/, "").replace(/<style>[\s\S]*?<\/style>/, "");
		expect(markup).not.toMatch(/(src|href)="?(https?:)?\/\//);
		expect(page).not.toMatch(/<script[^>]+src=|@import\s|url\(["']?https?:/);
		expect(page).toContain("query WhatPreceded");
	});

	test.each([
		["the first tab", WHAT_PRECEDED_QUERY],
		["the second tab", AS_OF_QUERY],
		["the third tab", LATEST_QUERY],
		["the fourth tab", FOLLOW_QUERY],
	])("the question of %s is valid", (_name, query) => {
		expect(validate(schema, parse(query))).toEqual([]);
	});

	test("the questions of the tabs have answers", async () => {
		const client = graphqlClient(db);
		const preceded = await client.data(WHAT_PRECEDED_QUERY);
		expect(each(preceded, "events.nodes.0.whatPreceded.preceding.nodes", "title")).toContain(
			"Dockers walk out in Velsen",
		);
		expect(each(preceded, "events.nodes.0.whatPreceded.chains.0.links", "evidence.0.span.exact")).toHaveLength(2);
		const then = await client.data(AS_OF_QUERY, { url: articleUrl(3), at: "2031-03-10T00:00:00Z" });
		expect(each(then, "article.events.nodes.0.whatPreceded.preceding.nodes", "title")).toHaveLength(2);
		const latest: Json = await client.data(LATEST_QUERY);
		expect(each(latest, "articles.nodes", "url")).toHaveLength(5);
	});
});
