import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRawSocket, openSubscribedSocket } from "../changes/raw-subscriber.js";
import { eventually, type ServedLog, serveLog } from "../changes/subscribers.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

let db: TestDatabase;
let served: ServedLog;

beforeAll(async () => {
	db = await openTestDatabase();
	const webSocket = { initTimeoutMs: 200, pingMs: 300, allowedOrigins: ["https://news.example"] };
	served = await serveLog(db, { maxSubscriptions: 120, http: { webSocket } });
});
afterAll(async () => {
	await served.close();
	await db.close();
});

const query = "subscription { changes { __typename } }";
const subscribe = (id: string, payload: object = { query }) => ({ type: "subscribe", id, payload });

/** A socket whose client has said hello. */
async function greeted() {
	const raw = await openRawSocket(served.url);
	raw.send({ type: "connection_init" });
	await raw.message(({ type }) => type === "connection_ack");
	return raw;
}

describe("A WebSocket is closed", () => {
	test("with 4408 where it does not say hello in time", async () => {
		expect((await (await openRawSocket(served.url)).closed).code).toBe(4408);
	});

	test("with 4429 where it says hello twice", async () => {
		const raw = await greeted();
		raw.send({ type: "connection_init" });
		expect((await raw.closed).code).toBe(4429);
	});

	test("with 4401 where it subscribes before it is greeted", async () => {
		const raw = await openRawSocket(served.url);
		raw.send(subscribe("1"));
		expect((await raw.closed).code).toBe(4401);
	});

	test("with 4409 where it uses an id twice", async () => {
		const raw = await greeted();
		raw.send(subscribe("1"));
		await raw.message(({ type }) => type === "next");
		raw.send(subscribe("1"));
		expect((await raw.closed).code).toBe(4409);
	});

	test.each(["no JSON", '{"type":"nothing"}', "[]", '{"type":"subscribe"}'])(
		"with 4400 where it says %s",
		async (text) => {
			const raw = await greeted();
			raw.send(text);
			expect((await raw.closed).code).toBe(4400);
		},
	);

	test("with 1009 where a message is longer than 64 kB, of which no more is read", async () => {
		const raw = await greeted();
		raw.send(subscribe("1", { query, variables: { after: "x".repeat(1_000_000) } }));
		expect((await raw.closed).code).toBe(1009);
	});

	test("where its client answers no ping", async () => {
		const raw = await openSubscribedSocket(served.url);
		const before = served.tail.counts.subscriptions;
		raw.socket.pause();
		await eventually(() => served.tail.counts.subscriptions < before, "its subscription is ended");
		raw.socket.terminate();
	});
});

describe("A WebSocket is not opened", () => {
	const upgrade = (headers: Record<string, string>, path = "/graphql") =>
		new Promise<string>((resolve, reject) => {
			const { port, hostname } = new URL(served.url);
			const lines = Object.entries({
				host: `${hostname}:${port}`,
				connection: "Upgrade",
				upgrade: "websocket",
				"sec-websocket-version": "13",
				"sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
				"sec-websocket-protocol": "graphql-transport-ws",
				...headers,
			}).map(([name, value]) => `${name}: ${value}\r\n`);
			const socket = connect(Number(port), hostname, () =>
				socket.write(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`),
			);
			socket.once("data", (data) => {
				resolve(String(data).split("\r\n", 1)[0] ?? "");
				socket.destroy();
			});
			socket.once("error", reject);
		});

	test.each([
		["a page of another origin", { origin: "https://evil.example" }, "403 Forbidden"],
		["a page without origin", { origin: "null" }, "403 Forbidden"],
		["a page of this host at another port", { origin: "http://127.0.0.1:1" }, "403 Forbidden"],
	])("for %s", async (_name, headers, status) => {
		expect(await upgrade(headers)).toBe(`HTTP/1.1 ${status}`);
	});

	test("at another path", async () => {
		expect(await upgrade({}, "/graphql/stream")).toBe("HTTP/1.1 404 Not Found");
	});

	test("but for its own pages, for those of origins on the list, and for programs", async () => {
		const own = new URL(served.url).origin;
		for (const headers of [{ origin: own }, { origin: "https://news.example" }, {}])
			expect(await upgrade(headers)).toBe("HTTP/1.1 101 Switching Protocols");
	});

	test("where there are as many connections as are served", async () => {
		const small = await serveLog(db, { maxSubscriptions: 2 });
		const open = await Promise.all([openSubscribedSocket(small.url), openSubscribedSocket(small.url)]);
		await expect(openRawSocket(small.url)).rejects.toThrow("503");
		for (const { socket } of open) socket.terminate();
		await small.close();
	});
});

describe("On one WebSocket", () => {
	test("fifty operations may be under way, and one more is refused and ends nothing", async () => {
		const raw = await greeted();
		for (let n = 1; n <= 51; n++) raw.send(subscribe(String(n)));
		const refused = await raw.message(({ type }) => type === "error");
		expect(refused).toMatchObject({ id: "51", payload: [{ extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } }] });
		await eventually(() => raw.received.filter(({ type }) => type === "next").length === 50, "fifty are live");
		raw.send({ type: "complete", id: "7" });
		await eventually(() => served.tail.counts.subscriptions === 49, "one has ended");
		raw.send(subscribe("52"));
		await raw.message(({ type, id }) => type === "next" && id === "52");
		raw.socket.close();
		await eventually(() => served.tail.counts.subscriptions === 0, "all have ended");
	});

	test("what is not valid, too long or fails is told by its id, with nothing from inside", async () => {
		const raw = await greeted();
		raw.send(subscribe("syntax", { query: "subscription {" }));
		raw.send(subscribe("unknown", { query: "{ nothing }" }));
		raw.send(
			subscribe("aliases", {
				query: `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: service { version }`).join(" ")} }`,
			}),
		);
		raw.send(subscribe("none", { query: "query a { service { version } } query b { service { version } }" }));
		raw.send(
			subscribe("variables", { query: "query($n: Int!) { events(first: $n) { totalCount } }", variables: { n: "x" } }),
		);
		const answered = ["syntax", "unknown", "aliases", "none", "variables"];
		for (const id of answered) await raw.message((message) => message.id === id && message.type !== "complete");
		const text = JSON.stringify(raw.received);
		expect(text).not.toMatch(/prisma|pg_|node_modules|at .*\.ts/);
		expect(text).toContain("QUERY_TOO_LONG");
		raw.send(subscribe("good", { query: "{ service { version } }" }));
		await raw.message(({ type, id }) => type === "next" && id === "good");
		raw.socket.close();
	});
});
