import { randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import { createClient as createSseClient } from "graphql-sse";
import { createClient as createWsClient } from "graphql-ws";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { AccessOptions } from "../../src/access/access.js";
import { hashToken } from "../../src/access/access-token.js";
import type { Role } from "../../src/access/role.js";
import { createToken, listTokens, revokeTokens } from "../../src/access/token-table.js";
import { createLog } from "../../src/log.js";
import { openRawSocket } from "../changes/raw-subscriber.js";
import { eventually, type ServedLog, serveLog } from "../changes/subscribers.js";
import { id, writePortWorld } from "../graphql/port-world.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

/** Who may do what over every transport, as a served address has it. */

let db: TestDatabase;
let served: ServedLog | null = null;
/** All that the process has logged, at the lowest level. */
let logged = "";

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
});
afterAll(() => db.close());
beforeEach(async () => {
	logged = "";
	await db.prisma.accessToken.deleteMany();
});
afterEach(async () => {
	await served?.close();
	served = null;
});

async function serve(access: Partial<AccessOptions>, maxPerAddress = 500): Promise<ServedLog> {
	const write = (line: string) => {
		logged += line;
	};
	const log = createLog({ logLevel: "trace" }, { write });
	served = await serveLog(db, { log, access, http: { maxPerAddress } });
	return served;
}

const give = (name: string, role: Role, expiresAt: Date | null = null) =>
	createToken(db, { name, role, expiresAt }, new Date(), randomUUID());

interface HttpAnswer {
	status: number;
	challenge: string | undefined;
	text: string;
	// biome-ignore lint/suspicious/noExplicitAny: what it is is what the tests ask.
	body: any;
}

/** An HTTP request that may say of itself what it likes, also what host it means. */
function ask(path: string, headers: Record<string, string> = {}, query?: string, method?: string): Promise<HttpAnswer> {
	const url = new URL(path, served?.url);
	const body = query === undefined ? "" : JSON.stringify({ query });
	const json = body && { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
	return new Promise((resolve, reject) => {
		const options = { method: method ?? (body ? "POST" : "GET"), headers: { ...json, ...headers } };
		const request = httpRequest(url, options, async (response) => {
			let text = "";
			for await (const part of response) text += part;
			const isJson = response.headers["content-type"]?.includes("json");
			resolve({
				status: response.statusCode ?? 0,
				challenge: response.headers["www-authenticate"],
				text,
				body: isJson ? JSON.parse(text) : null,
			});
		});
		request.on("error", reject);
		request.end(body);
	});
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const READ = "{ events { totalCount } }";
const WHO = "{ service { access { mode role holder } } }";
/** A change that needs the greatest role, and finds nothing to do. */
const REMOVE = `mutation { removeFeed(input: {feedId: "feed_${randomUUID()}"}) { userErrors { code message } } }`;

const codes = (answer: { data?: { removeFeed?: { userErrors: { code: string }[] } } | null }) =>
	answer.data?.removeFeed?.userErrors.map(({ code }) => code);

describe("Where no token was made and only this machine reaches the service", () => {
	beforeEach(() => serve({ host: "127.0.0.1" }));

	test("whoever uses it may do everything", async () => {
		expect(codes((await ask("/graphql", {}, REMOVE)).body)).toEqual(["NOT_FOUND"]);
		expect((await ask("/graphql", {}, WHO)).body.data.service.access).toEqual({
			mode: "OPEN",
			role: "OPERATOR",
			holder: null,
		});
	});

	test.each([
		["a page of another origin", { origin: "https://evil.example" }],
		["a page in a frame without origin", { origin: "null" }],
		["whoever comes through a proxy", { "x-forwarded-for": "203.0.113.7" }],
		["whoever comes through another proxy", { forwarded: "for=203.0.113.7" }],
	])("%s may only read", async (_name, headers) => {
		expect(codes((await ask("/graphql", headers, REMOVE)).body)).toEqual(["FORBIDDEN"]);
		expect((await ask("/graphql", headers, READ)).body.data.events.totalCount).toBe(5);
	});

	test("a page whose name was made to lead here is not answered at all", async () => {
		const evil = { host: "evil.example:4000", origin: "http://evil.example:4000" };
		for (const [path, query] of [["/graphql", REMOVE], ["/graphql", READ], ["/opml"], ["/graphql/stream"]] as const) {
			const answer = await ask(path, evil, query);
			expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([403, "FORBIDDEN"]);
		}
		await expect(openRawSocket(served?.url ?? "", evil)).rejects.toThrow("403");
		expect((await ask("/healthz", evil)).status).toBe(200);
	});

	test("it is closed as soon as a token is made, and not opened by revoking it", async () => {
		const token = await give("anna", "OPERATOR");
		expect(codes((await ask("/graphql", {}, REMOVE)).body)).toEqual(["FORBIDDEN"]);
		expect(codes((await ask("/graphql", bearer(token), REMOVE)).body)).toEqual(["NOT_FOUND"]);
		await revokeTokens(db, "anna", new Date());
		expect(codes((await ask("/graphql", {}, REMOVE)).body)).toEqual(["FORBIDDEN"]);
		// With tokens the service may stand behind a proxy, under any name.
		expect((await ask("/graphql", { host: "news.example" }, READ)).status).toBe(200);
	});

	test("a WebSocket may do what a request may", async () => {
		const client = createWsClient({ url: served?.url.replace("http", "ws") ?? "", webSocketImpl: WebSocket });
		const { value } = await client.iterate({ query: REMOVE }).next();
		expect(codes(value)).toEqual(["NOT_FOUND"]);
		await client.dispose();
	});
});

test("Where no token was made and others reach the service, nobody changes anything", async () => {
	await serve({ host: "0.0.0.0" });
	expect(codes((await ask("/graphql", {}, REMOVE)).body)).toEqual(["FORBIDDEN"]);
	expect((await ask("/graphql", {}, READ)).body.data.events.totalCount).toBe(5);
	expect((await ask("/graphql", {}, WHO)).body.data.service.access).toEqual({
		mode: "READ_ONLY",
		role: null,
		holder: null,
	});
});

describe("A token", () => {
	const configured = "configured-token-of-the-operator";
	beforeEach(() =>
		serve({ host: "0.0.0.0", tokens: [{ name: "ops", role: "OPERATOR", hash: hashToken(configured) }] }),
	);

	test("of the configuration or of the archive says who asks", async () => {
		const token = await give("anna", "EDITOR");
		const who = async (shown: string) => (await ask("/graphql", bearer(shown), WHO)).body.data.service.access;
		expect(await who(configured)).toEqual({ mode: "TOKENS", role: "OPERATOR", holder: "ops" });
		expect(await who(token)).toEqual({ mode: "TOKENS", role: "EDITOR", holder: "anna" });
	});

	test("that is none of ours is refused everywhere, also where only something is read", async () => {
		const query = `?query=${encodeURIComponent(READ)}`;
		const stream = { accept: "text/event-stream" };
		for (const authorization of ["Bearer wrong", "Basic b3BzOm9wcw==", configured, "Bearer"])
			for (const answer of [
				await ask("/graphql", { authorization }, READ),
				await ask("/graphql", { authorization, ...stream }, "subscription { changes { __typename } }"),
				await ask(`/graphql${query}`, { authorization }),
				await ask("/graphql/stream", { authorization }, undefined, "PUT"),
				await ask("/opml", { authorization }),
			]) {
				expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
				expect(answer.challenge).toMatch(
					/^Bearer realm="antecedent", error="invalid_token", error_description="[^"]+"$/,
				);
			}
		await expect(openRawSocket(served?.url ?? "", bearer("wrong"))).rejects.toThrow("401");
	});

	test("that is none of ours closes a WebSocket with 4401, which clients do not try again", async () => {
		for (const authorization of ["Bearer wrong", "wrong", 17]) {
			const raw = await openRawSocket(served?.url ?? "");
			raw.send({ type: "connection_init", payload: { authorization } });
			const { code, reason } = await raw.closed;
			expect([code, reason]).toEqual([4401, expect.stringMatching(/^the authorization /)]);
		}
	});

	test("that is good no more is refused: revoked, and over its time", async () => {
		const token = await give("anna", "EDITOR");
		const over = await give("bert", "EDITOR", new Date(Date.now() - 1));
		expect((await ask("/graphql", bearer(token), READ)).status).toBe(200);
		expect((await ask("/graphql", bearer(over), READ)).status).toBe(401);
		expect(await revokeTokens(db, "anna", new Date())).toBe(1);
		expect((await ask("/graphql", bearer(token), READ)).status).toBe(401);
		expect(await revokeTokens(db, "anna", new Date())).toBe(0);
	});

	test("is named in the first message of a WebSocket, and asked for again at each operation", async () => {
		const token = await give("anna", "OPERATOR");
		const client = createWsClient({
			url: served?.url.replace("http", "ws") ?? "",
			webSocketImpl: WebSocket,
			connectionParams: bearer(token),
			lazy: false,
			onNonLazyError: () => {},
		});
		const first = await client.iterate({ query: REMOVE }).next();
		expect(codes(first.value)).toEqual(["NOT_FOUND"]);
		await revokeTokens(db, "anna", new Date());
		const refusal = client.iterate({ query: REMOVE }).next();
		await expect(refusal).rejects.toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
		await client.dispose();
	});

	test.each([true, false])(
		"is a header of server-sent events (one connection for all: %s)",
		async (singleConnection) => {
			const token = await give("anna", "OPERATOR");
			const url = `${served?.url}${singleConnection ? "/stream" : ""}`;
			const client = createSseClient({ url, singleConnection, headers: bearer(token), retryAttempts: 0 } as never);
			const { value } = await client.iterate({ query: REMOVE }).next();
			expect(codes(value as never)).toEqual(["NOT_FOUND"]);
			client.dispose();
			const stranger = createSseClient({ url, singleConnection, retryAttempts: 0 } as never);
			expect(codes((await stranger.iterate({ query: REMOVE }).next()).value as never)).toEqual(["FORBIDDEN"]);
			stranger.dispose();
		},
	);

	test("gives an edit its editor, in the archive and in the history", async () => {
		const token = await give("anna", "EDITOR");
		const event = id("Event", 1);
		const { revision } = await db.prisma.event.findFirstOrThrow({ where: { id: event.slice(4) } });
		const update = `mutation { updateEvent(input: {eventId: "${event}", expectedRevision: ${revision}, title: "The port cuts shifts", reason: "shorter"}) {
			userErrors { code } event { history { nodes { reason editor title } } } } }`;
		const answer = await ask("/graphql", bearer(token), update);
		expect(answer.body.data.updateEvent.userErrors).toEqual([]);
		expect(answer.body.data.updateEvent.event.history.nodes).toMatchObject([
			{ reason: "shorter", editor: "anna", title: "The port cuts shifts" },
			{ reason: null, editor: null },
		]);
		expect(await db.prisma.edit.findFirst({ select: { editor: true } })).toEqual({ editor: "anna" });
	});

	test("notes to the hour when it was last used, and is listed without what it is", async () => {
		const token = await give("anna", "EDITOR");
		expect((await listTokens(db))[0]).toMatchObject({ name: "anna", lastUsedAt: null });
		await ask("/graphql", bearer(token), READ);
		const [listed] = await listTokens(db);
		expect(listed?.lastUsedAt).toBeInstanceOf(Date);
		expect(JSON.stringify(listed)).not.toContain(hashToken(token));
		db.statements.length = 0;
		await ask("/graphql", bearer(token), READ);
		expect(db.statements.filter((statement) => statement.includes("AccessToken"))).toHaveLength(1);
	});

	test("stands in no line of the log and in no answer, whatever fails", async () => {
		const token = await give("anna", "OPERATOR");
		const secrets = [token, configured, hashToken(token), hashToken(configured)];
		const answers = [
			await ask("/graphql", bearer(`${token}x`), READ),
			await ask("/graphql", bearer(token), "{ nothing }"),
			await ask("/graphql", { ...bearer(token), "content-type": "text/plain" }, READ),
			await ask(`/graphql/stream?token=${token}`, bearer(token)),
			await ask("/nothing", bearer(token)),
		];
		const raw = await openRawSocket(served?.url ?? "");
		raw.send({ type: "connection_init", payload: { authorization: `Bearer ${token}`, more: token } });
		await raw.message(({ type }) => type === "connection_ack");
		// The database fails under each of them.
		await db.pool.query(`alter table "AccessToken" rename to "Lost"`);
		await db.pool.query(`alter table "Event" rename to "Gone"`);
		answers.push(await ask("/graphql", bearer(token), READ), await ask("/graphql", bearer(configured), READ));
		answers.push(await ask("/opml", bearer(token)));
		raw.send({ type: "subscribe", id: "1", payload: { query: READ } });
		expect((await raw.closed).code).toBe(4500);
		await db.pool.query(`alter table "Lost" rename to "AccessToken"`);
		await db.pool.query(`alter table "Gone" rename to "Event"`);
		expect(logged).toContain("a request failed");
		expect(logged).toContain("a WebSocket message failed");
		const said = logged + answers.map(({ text }) => text).join("");
		for (const secret of secrets) expect(said).not.toContain(secret);
	});
});

describe("An address", () => {
	const from = (address: string) => ({ "x-forwarded-for": address });

	test("has so many connections of subscribers and no more, by whatever transport", async () => {
		const { url } = await serve({ trustedProxies: ["127.0.0.1"] }, 2);
		const first = await openRawSocket(url, from("203.0.113.7"));
		const second = await ask("/graphql/stream", from("203.0.113.7"), undefined, "PUT");
		expect(second.status).toBe(201);
		await expect(openRawSocket(url, from("203.0.113.7"))).rejects.toThrow("429");
		const stream = { accept: "text/event-stream", ...from("203.0.113.7") };
		const third = await ask("/graphql", stream, "subscription { changes { __typename } }");
		expect([third.status, third.body.error.code]).toEqual([429, "TOO_MANY_CONNECTIONS"]);
		expect((await ask("/graphql/stream", from("203.0.113.7"), undefined, "PUT")).status).toBe(429);
		// Others, and questions, are not concerned.
		(await openRawSocket(url, from("203.0.113.8"))).socket.terminate();
		expect((await ask("/graphql", from("203.0.113.7"), READ)).status).toBe(200);
		first.socket.terminate();
		await eventually(async () => {
			const again = await openRawSocket(url, from("203.0.113.7")).catch(() => null);
			again?.socket.terminate();
			return again !== null;
		}, "a connection that has ended gives its place back");
	});

	test("cannot be made up where no proxy is trusted, and this machine has any number", async () => {
		const { url } = await serve({}, 1);
		const open = [];
		for (const address of ["203.0.113.7", "203.0.113.7", "203.0.113.7"])
			open.push(await openRawSocket(url, from(address)));
		for (const { socket } of open) socket.terminate();
	});
});
