import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually, type ServedLog, serveLog } from "../changes/subscribers.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

let db: TestDatabase;
let served: ServedLog;

beforeAll(async () => {
	db = await openTestDatabase();
	served = await serveLog(db, { maxSubscriptions: 100 });
});
afterAll(async () => {
	await served.close();
	await db.close();
});

const TOKEN = "x-graphql-event-stream-token";
const query = "subscription { changes { __typename } }";

const reserve = async (): Promise<string> => (await fetch(`${served.url}/stream`, { method: "PUT" })).text();

const open = (token: string, signal?: AbortSignal) =>
	fetch(`${served.url}/stream`, { headers: { accept: "text/event-stream", [TOKEN]: token }, signal: signal ?? null });

const post = (token: string, body: unknown, headers: Record<string, string> = { "content-type": "application/json" }) =>
	fetch(`${served.url}/stream`, {
		method: "POST",
		headers: { [TOKEN]: token, ...headers },
		body: JSON.stringify(body),
	});

const operation = (operationId: string, extra: object = {}) => ({ query, extensions: { operationId }, ...extra });

describe("A stream of its own connection", () => {
	test("is reserved, opened once, and carries the answers of its operations by their ids", async () => {
		const token = await reserve();
		expect((await post(token, operation("early"))).status).toBe(202);
		const aborting = new AbortController();
		const response = await open(token, aborting.signal);
		expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
		expect((await open(token)).status).toBe(409);
		expect((await post(token, operation("once", { query: "{ service { version } }" }))).status).toBe(202);
		let text = "";
		const reading = (async () => {
			for await (const part of response.body ?? []) text += Buffer.from(part).toString("utf8");
		})().catch(() => {});
		await eventually(
			() => text.includes('"__typename":"Heartbeat"') && text.includes("event: complete"),
			"both answer",
		);
		expect(text).toMatch(/event: next\ndata: \{"id":"once","payload":\{"data":\{"service":/);
		expect(text).toContain('event: complete\ndata: {"id":"once"}');
		expect(
			(await fetch(`${served.url}/stream?operationId=early`, { method: "DELETE", headers: { [TOKEN]: token } })).status,
		).toBe(200);
		await eventually(() => served.tail.counts.subscriptions === 0, "it has ended");
		await post(token, operation("late"));
		await eventually(() => served.tail.counts.subscriptions === 1, "it has begun");
		aborting.abort();
		await reading;
		await eventually(() => served.tail.counts.subscriptions === 0, "it ends with its connection");
		expect((await post(token, operation("after"))).status).toBe(404);
	});

	test("takes fifty operations and refuses one more, one twice, and what is none", async () => {
		const token = await reserve();
		for (let n = 1; n <= 50; n++) expect((await post(token, operation(String(n)))).status).toBe(202);
		const refused = await post(token, operation("51"));
		expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining("TOO_MANY_SUBSCRIPTIONS")]);
		expect((await post(token, operation("1"))).status).toBe(409);
		expect((await post(token, { query })).status).toBe(400);
		expect((await post(token, [])).status).toBe(400);
	});

	test("takes no form, which any page could post, no body too long, and nothing without a reservation", async () => {
		const token = await reserve();
		expect((await post(token, operation("1"), { "content-type": "text/plain" })).status).toBe(400);
		expect((await post("made-up", operation("1"))).status).toBe(404);
		expect((await open("made-up")).status).toBe(404);
		expect((await post(token, operation("1", { variables: { x: "x".repeat(5_000_000) } }))).status).toBe(413);
		const unknown = await post(token, operation("1", { query: "{ nothing }" }));
		expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining("Cannot query field")]);
	});

	test("is not reserved without limit", async () => {
		const small = await serveLog(db, { maxSubscriptions: 2 });
		const statuses: number[] = [];
		for (let n = 0; n < 3; n++) statuses.push((await fetch(`${small.url}/stream`, { method: "PUT" })).status);
		expect(statuses).toEqual([201, 201, 503]);
		await small.close();
	});
});

test("A browser's EventSource subscribes by GET, and may not change anything so", async () => {
	const aborting = new AbortController();
	const get = (text: string) =>
		fetch(`${served.url}?query=${encodeURIComponent(text)}`, {
			headers: { accept: "text/event-stream" },
			signal: aborting.signal,
		});
	const response = await get(query);
	expect(response.headers.get("x-accel-buffering")).toBe("no");
	let text = "";
	const reading = (async () => {
		for await (const part of response.body ?? []) text += Buffer.from(part).toString("utf8");
	})().catch(() => {});
	await eventually(() => text.includes("Heartbeat"), "it is live");
	const mutation = await get('mutation { removeFeed(input: {feedId: "feed_x"}) { removedId } }');
	expect(await mutation.text()).toContain("Can only perform a mutation operation from a POST request");
	aborting.abort();
	await reading;
	await eventually(() => served.tail.counts.subscriptions === 0, "it has ended");
});
