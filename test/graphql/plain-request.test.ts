import { createHash } from "node:crypto";
import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientOf } from "../../src/access/client.js";
import { traceOf } from "../../src/graphql/operation-trace.js";
import { createGraphQLServer, type GraphQLServer } from "../../src/graphql/server.js";
import { createLog } from "../../src/log.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { writePortWorld } from "./port-world.js";

let db: TestDatabase;
const servers: Server[] = [];
/** Ports of the same server, asked plainly, and through Yoga as a whole. */
let plain: number;
let whole: number;
let executed = 0;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	const yoga = createGraphQLServer({
		db,
		log: createLog({ logLevel: "silent" }),
		corsOrigins: ["https://news.example"],
		// Compiled operations have errors of another form.
		compileAfter: Number.POSITIVE_INFINITY,
		// Each execution looks at the clock, once.
		now: () => {
			executed++;
			return new Date();
		},
	});
	plain = await serve(yoga.answer);
	whole = await serve(async (request, response, trace) => yoga(request, response, { trace }));
});
afterAll(async () => {
	for (const server of servers) server.close();
	await db.close();
});

async function serve(answer: GraphQLServer["answer"]): Promise<number> {
	const server = createServer((request, response) => {
		const trace = traceOf(request, clientOf(request));
		answer(request, response, trace).catch(() => response.destroy());
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return (server.address() as AddressInfo).port;
}

interface Answered {
	status: number | undefined;
	headers: Record<string, unknown>;
	body: string;
}

/** @param body of a POST; without one it is a GET. */
function send(
	port: number,
	body: string | Buffer | null,
	headers: Record<string, string>,
	path = "/graphql",
): Promise<Answered> {
	return new Promise((resolve, reject) => {
		const type = body === null ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
		const sent = ask(
			{ port, path, method: body === null ? "GET" : "POST", headers: { ...type, ...headers } },
			(response) => {
				const chunks: Buffer[] = [];
				response.on("data", (chunk: Buffer) => chunks.push(chunk));
				response.on("end", () => {
					// How a body is framed says nothing.
					const {
						date,
						connection,
						"keep-alive": _,
						"transfer-encoding": __,
						"content-length": ___,
						...rest
					} = response.headers;
					resolve({ status: response.statusCode, headers: rest, body: String(Buffer.concat(chunks)) });
				});
			},
		);
		sent.on("error", reject);
		sent.end(body ?? undefined);
	});
}

/** Numbers of requests are made anew for each. */
const unnumbered = ({ body, ...rest }: Answered) => ({ ...rest, body: body.replace(/[0-9a-f-]{36}/g, "…") });

const BODIES: Record<string, string | Buffer> = {
	"a query": JSON.stringify({ query: "{ events { totalCount nodes { title } } }" }),
	"a query with variables": JSON.stringify({
		query: "query Q($n: Int!) { events(first: $n) { nodes { id } } }",
		variables: { n: 2 },
		operationName: "Q",
	}),
	"a mutation that nobody may": JSON.stringify({
		query: 'mutation { refreshFeed(input: { feedId: "feed_x" }) { userErrors { code } } }',
	}),
	"a subscription": JSON.stringify({ query: "subscription { changes { __typename } }" }),
	"a document that does not parse": JSON.stringify({ query: "{ events {" }),
	"a field that is not there": JSON.stringify({ query: "{ nothing }" }),
	"a variable that does not fit": JSON.stringify({ query: "query ($n: Int!) { events(first: $n) { nodes { id } } }" }),
	"an id of nothing": JSON.stringify({ query: '{ event(id: "evt_nothing") { id } }' }),
	"an error beside data": JSON.stringify({ query: '{ a: events(first: 1) { nodes { id } } b: node(id: "x") { id } }' }),
	"an operation that is not there": JSON.stringify({ query: "{ __typename }", operationName: "other" }),
	"too large a page": JSON.stringify({ query: "{ events(first: 100000) { nodes { id } } }" }),
	"a hash that nobody registered": JSON.stringify({
		extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } },
	}),
	"a hash of something else": JSON.stringify({
		query: "{ __typename }",
		extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } },
	}),
	"no query": JSON.stringify({ variables: {} }),
	"a query that is no text": JSON.stringify({ query: 1 }),
	"variables that are a list": JSON.stringify({ query: "{ __typename }", variables: [1] }),
	"what is no parameter": JSON.stringify({ query: "{ __typename }", other: 1 }),
	"several operations": JSON.stringify([{ query: "{ __typename }" }]),
	null: "null",
	"a number": "1",
	"no JSON": "{",
	"nothing at all": "",
	"no UTF-8": Buffer.from([...Buffer.from('{"query":"{ __typename # '), 0xff, 0xfe, ...Buffer.from('\\n}"}')]),
};

const HEADERS: Record<string, Record<string, string>> = {
	"no wish": {},
	anything: { accept: "*/*" },
	"JSON of GraphQL": { accept: "application/graphql-response+json, application/json;q=0.9" },
	"plain JSON": { accept: "application/json" },
	"plain JSON in other words": { accept: "text/html, Application/JSON ; charset=utf-8" },
	"any application": { accept: "application/*" },
	HTML: { accept: "text/html" },
	"another encoding": { accept: "application/json; charset=latin-1" },
	"parts or JSON": { accept: "multipart/mixed, application/json" },
	"a page that may read it": { origin: "https://news.example" },
	"a page that may not": { origin: "https://other.example" },
	"a charset": { "content-type": "application/json; charset=utf-8" },
};

test.each(Object.entries(BODIES))("answers %s as Yoga does", async (_name, body) => {
	for (const [wish, headers] of Object.entries(HEADERS)) {
		const answers = [await send(plain, body, headers), await send(whole, body, headers)].map(unnumbered);
		expect({ wish, answer: answers[0] }).toEqual({ wish, answer: answers[1] });
	}
});

const HASH = createHash("sha256").update("{ events { totalCount } }").digest("hex");
const persisted = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: HASH } });
const ADDRESSES: Record<string, Record<string, string>> = {
	"a query": { query: "{ events { totalCount nodes { title } } }" },
	"a query with variables": {
		query: "query Q($n: Int!) { events(first: $n) { nodes { id } } }",
		variables: '{"n":2}',
		operationName: "Q",
	},
	"a hash and its query": { query: "{ events { totalCount } }", extensions: persisted },
	"a hash": { extensions: persisted },
	"a hash by another name": { documentId: `sha256:${HASH}` },
	"a hash that nobody registered": { documentId: `sha256:${"0".repeat(64)}` },
	"a mutation": { query: 'mutation { refreshFeed(input: { feedId: "feed_x" }) { userErrors { code } } }' },
	"a subscription": { query: "subscription { changes { __typename } }" },
	"an id of nothing": { query: '{ event(id: "evt_nothing") { id } }' },
	"a field that is not there": { query: "{ nothing }" },
	"variables that are no JSON": { query: "{ __typename }", variables: "{" },
	"variables that are a list": { query: "{ __typename }", variables: "[1]" },
	"extensions that are no JSON": { query: "{ __typename }", extensions: "x" },
	"nothing in its query": { query: "" },
	"what is no parameter": { query: "{ __typename }", other: "1" },
	nothing: {},
};

test.each(Object.entries(ADDRESSES))("answers a GET of %s as Yoga does", async (_name, parameters) => {
	const path = `/graphql?${new URLSearchParams(parameters)}`;
	for (const [wish, headers] of Object.entries(HEADERS)) {
		const answers = [await send(plain, null, headers, path), await send(whole, null, headers, path)].map(unnumbered);
		expect({ wish, answer: answers[0] }).toEqual({ wish, answer: answers[1] });
		const { etag } = (answers[0] as Answered).headers;
		if (typeof etag !== "string" || !["no wish", "JSON of GraphQL"].includes(wish)) continue;
		for (const tag of [etag, `W/${etag}, "other"`, "*", '"other"']) {
			const asked = { ...headers, "if-none-match": tag };
			const again = [await send(plain, null, asked, path), await send(whole, null, asked, path)].map(unnumbered);
			expect({ wish, tag, answer: again[0] }).toEqual({ wish, tag, answer: again[1] });
			expect(again[0]?.status).toBe(tag === '"other"' ? 200 : 304);
		}
	}
});

test.each(["variables", "extensions"])("%s in an address that are no JSON are said to be none", async (name) => {
	const path = `/graphql?${new URLSearchParams({ query: "{ __typename }", [name]: "{" })}`;
	const answer = await send(plain, null, {}, path);
	expect([answer.status, JSON.parse(answer.body)]).toEqual([
		400,
		{ errors: [{ message: `${name} must be JSON`, extensions: { code: "BAD_USER_INPUT" } }] },
	]);
});

test("what is no JSON is refused as by Yoga", async () => {
	for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""]) {
		const headers = { "content-type": type };
		const body = BODIES["a query"] as string;
		expect(unnumbered(await send(plain, body, headers))).toEqual(unnumbered(await send(whole, body, headers)));
	}
});

test("executes an operation once, whatever comes of it", async () => {
	for (const body of ["a query", "a mutation that nobody may", "an id of nothing", "a subscription"]) {
		executed = 0;
		await send(plain, BODIES[body] as string, {});
		expect({ body, executed }).toEqual({ body, executed: 1 });
	}
});

test("a client that goes in the midst of its body is no fault", async () => {
	const sent = ask({
		port: plain,
		path: "/graphql",
		method: "POST",
		headers: { "content-type": "application/json", "content-length": "100" },
	});
	sent.on("error", () => {});
	sent.write("{");
	await new Promise((resolve) => setTimeout(resolve, 50));
	sent.destroy();
	expect((await send(plain, BODIES["a query"] as string, {})).status).toBe(200);
});
