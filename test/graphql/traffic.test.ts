import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccess } from "../../src/access/access.js";
import { LogTail } from "../../src/changes/log-tail.js";
import type { TrafficSettings } from "../../src/config.js";
import { createHttpServer, type HttpServer, type HttpServerOptions } from "../../src/graphql/http.js";
import type { Served } from "../../src/graphql/served-operations.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { Traffic, UNLIMITED } from "../../src/graphql/traffic.js";
import { createLog } from "../../src/log.js";
import { clientFor, eventually } from "../changes/subscribers.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { writePortWorld } from "./port-world.js";

const log = createLog({ logLevel: "silent" });
let db: TestDatabase;
const servers: HttpServer[] = [];

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
});
afterAll(async () => {
	await Promise.all(servers.map((server) => server.close()));
	await db.close();
});

interface Serving {
	url: string;
	tail: LogTail;
	served: Served[];
}

async function serve(
	settings: Partial<TrafficSettings>,
	options: Partial<HttpServerOptions> & { on?: TestDatabase } = {},
): Promise<Serving> {
	const traffic = new Traffic({ ...UNLIMITED, ...settings });
	const tail = new LogTail({ db, log, maxSubscriptions: 100 });
	const served: Served[] = [];
	const { on = db, ...http } = options;
	const yoga = createGraphQLServer({ db: on, log, tail, traffic });
	const server = createHttpServer({
		yoga,
		db,
		log,
		tail,
		traffic,
		drainMs: 200,
		onServed: (one) => void served.push(one),
		...http,
	});
	servers.push(server);
	const { port } = await server.listen(0, "127.0.0.1");
	return { url: `http://127.0.0.1:${port}/graphql`, tail, served };
}

const CHEAP = "{ service { version } }";

async function ask(url: string, query: string, headers: Record<string, string> = {}) {
	const response = await fetch(url, {
		method: "POST",
		headers: { "content-type": "application/json", ...headers },
		body: JSON.stringify({ query }),
	});
	const body = (await response.json()) as { data?: unknown; errors?: { message: string; extensions: object }[] };
	return { status: response.status, retryAfter: response.headers.get("retry-after"), ...body };
}

/** A database whose statements wait until they are let go. */
function heldDatabase(): { held: TestDatabase; release: () => void; waiting: () => number } {
	let release = () => {};
	let waiting = 0;
	const open = new Promise<void>((resolve) => {
		release = resolve;
	});
	const query = async (...args: [string]) => {
		waiting++;
		await open;
		return db.pool.query(...args);
	};
	return { held: Object.create(db, { pool: { value: { query } } }), release, waiting: () => waiting };
}

describe("a client that asks too often", () => {
	test("is told the limit, its use and when to come again; others are not concerned", async () => {
		const { url, served } = await serve(
			{ requestsPerMinute: 3 },
			{ access: createAccess({ db, trustedProxies: ["127.0.0.1"] }) },
		);
		const from = (address: string) => ask(url, CHEAP, { "x-forwarded-for": address });
		for (let n = 0; n < 3; n++) expect((await from("203.0.113.7")).status).toBe(200);
		const refused = await from("203.0.113.7");
		expect(refused).toMatchObject({
			status: 429,
			retryAfter: expect.stringMatching(/^\d+$/),
			errors: [
				{
					message: expect.stringMatching(
						/^a client may use 3 requests in a minute, and this one has used 4; try again/,
					),
					extensions: {
						code: "RATE_LIMITED",
						limit: { name: "requestsPerMinute", max: 3, value: 4 },
						retryAfterSeconds: Number(refused.retryAfter),
					},
				},
			],
		});
		await eventually(() => served.length === 4, "all are told to the log");
		expect(served[3]).toMatchObject({
			status: 429,
			trace: { client: { address: "203.0.113.7" }, codes: ["RATE_LIMITED"] },
		});
		expect((await from("203.0.113.8")).status).toBe(200);
		expect((await fetch(url.replace("/graphql", "/healthz"))).status).toBe(200);
	});

	test("cannot pass for others by a header, and in IPv6 is its whole network", async () => {
		const { url } = await serve({ requestsPerMinute: 1 });
		expect((await ask(url, CHEAP, { "x-forwarded-for": "203.0.113.1" })).status).toBe(200);
		expect((await ask(url, CHEAP, { "x-forwarded-for": "203.0.113.2" })).status).toBe(429);

		const behind = await serve(
			{ requestsPerMinute: 1 },
			{ access: createAccess({ db, trustedProxies: ["127.0.0.1"] }) },
		);
		const from = (chain: string) => ask(behind.url, CHEAP, { "x-forwarded-for": chain });
		expect((await from("198.51.100.1, 2001:db8:1:2::1")).status).toBe(200);
		expect((await from("198.51.100.2, 2001:db8:1:2:ffff::9")).status).toBe(429);
		expect((await from("198.51.100.2, 2001:db8:1:3::1")).status).toBe(200);
	});

	test("is refused on a WebSocket too", async () => {
		const { url } = await serve({ requestsPerMinute: 1 });
		const client = clientFor("WebSocket", url);
		expect(await first(client.subscribe(CHEAP))).toHaveProperty("data.service");
		await expect(first(client.subscribe(CHEAP))).rejects.toThrow(/RATE_LIMITED|requests in a minute/);
		client.close();
	});

	test("pays for what it asks by its cost", async () => {
		const { url } = await serve({ costPerMinute: 100 });
		const page = "{ events(first: 20) { nodes { id title } } }";
		const first = await ask(url, page);
		expect(first.status).toBe(200);
		let answer = first;
		for (let n = 0; n < 5 && answer.status === 200; n++) answer = await ask(url, page);
		expect(answer).toMatchObject({
			status: 429,
			errors: [{ extensions: { code: "RATE_LIMITED", limit: { name: "costPerMinute", max: 100 } } }],
		});
	});
});

describe("a client with too much under way", () => {
	test("is told so, and answered again when something has ended", async () => {
		const { held, release, waiting } = heldDatabase();
		const { url } = await serve({ concurrentOperations: 2 }, { on: held });
		const underWay = [ask(url, "{ events { totalCount } }"), ask(url, "{ events { totalCount } }")];
		await eventually(() => waiting() >= 2, "both are under way");
		expect(await ask(url, "{ events { totalCount } }")).toMatchObject({
			status: 429,
			retryAfter: "1",
			errors: [
				{
					message: expect.stringContaining("2 operations under way"),
					extensions: { code: "TOO_MANY_OPERATIONS", limit: { name: "concurrentOperations", max: 2, value: 3 } },
				},
			],
		});
		release();
		for (const answer of await Promise.all(underWay)) expect(answer.data).toEqual({ events: { totalCount: 5 } });
		expect((await ask(url, "{ events { totalCount } }")).status).toBe(200);
	});

	test.each(["SSE", "SSE, one connection", "WebSocket"] as const)(
		"may have so many subscriptions: %s",
		async (transport) => {
			const { url, tail } = await serve({ subscriptionsPerClient: 2 });
			const client = clientFor(transport, url);
			const query = "subscription { changes { __typename } }";
			const open = [client.subscribe(query), client.subscribe(query)];
			for (const one of open) await one.next();
			await expect(first(client.subscribe(query))).rejects.toThrow(/TOO_MANY_SUBSCRIPTIONS|2 subscriptions at once/);
			await open[0]?.return?.();
			await eventually(() => tail.counts.subscriptions === 1, "one has ended");
			await eventually(async () => {
				const again = client.subscribe(query);
				try {
					await again.next();
					return true;
				} catch {
					return false;
				}
			}, "there is a place again");
			client.close();
		},
	);
});

/** The first message; throws where it is an error. */
async function first(messages: AsyncIterableIterator<{ data?: unknown; errors?: unknown }>) {
	const { value } = await messages.next().catch((error) => {
		throw error instanceof Error ? error : new Error(JSON.stringify(error));
	});
	if (value?.errors) throw new Error(JSON.stringify(value.errors));
	return value;
}

describe("an operation that takes too long", () => {
	test("is ended with the limit, and its place is free", async () => {
		const { held, release } = heldDatabase();
		const { url } = await serve({ operationMs: 150, concurrentOperations: 1 }, { on: held });
		for (let n = 0; n < 2; n++) {
			const startedAt = performance.now();
			expect(await ask(url, "{ events { totalCount } }")).toMatchObject({
				status: 503,
				errors: [
					{
						message: expect.stringContaining("longer than 150 ms"),
						extensions: { code: "OPERATION_TIMED_OUT", limit: { name: "operationMs", max: 150 } },
					},
				],
			});
			expect(performance.now() - startedAt).toBeLessThan(5_000);
		}
		release();
	});

	test("asks the database for nothing further down", async () => {
		const deep =
			"{ events { nodes { id articles(first: 2) { nodes { url source { name } } } whatPreceded { version } } } }";
		const { held, release } = heldDatabase();
		const { url } = await serve({ operationMs: 100 }, { on: held });
		await ask(url, deep);
		db.statements.length = 0;
		release();
		await new Promise((resolve) => setTimeout(resolve, 200));
		const ended = db.statements.length;
		db.statements.length = 0;
		expect((await ask((await serve({})).url, deep)).errors).toBeUndefined();
		// The list whose statement was held is read to its end.
		expect(ended).toBeLessThanOrEqual(2);
		expect(db.statements.length).toBeGreaterThan(ended + 2);
	});

	test("ends too when its client goes", async () => {
		const { held, release, waiting } = heldDatabase();
		const { url, served } = await serve({ concurrentOperations: 1 }, { on: held });
		const body = JSON.stringify({ query: "{ events { totalCount } }" });
		const leaving = httpRequest(url, {
			method: "POST",
			headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
		});
		leaving.on("error", () => {});
		leaving.end(body);
		await eventually(() => waiting() >= 1, "it is under way");
		leaving.destroy();
		await eventually(() => served.length === 1, "it is over");
		release();
		expect((await ask(url, "{ events { totalCount } }")).data).toEqual({ events: { totalCount: 5 } });
	});
});

describe("a database that has no connection free", () => {
	test("is answered with 503 and SERVICE_BUSY, not waited for", async () => {
		const query = () => Promise.reject(new Error("timeout exceeded when trying to connect"));
		const busy = Object.create(db, { pool: { value: { query } } }) as TestDatabase;
		const { url } = await serve({}, { on: busy });
		expect(await ask(url, "{ events { totalCount } }")).toMatchObject({
			status: 503,
			retryAfter: "1",
			errors: [{ message: expect.stringContaining("busy"), extensions: { code: "SERVICE_BUSY" } }],
		});
	});
});
