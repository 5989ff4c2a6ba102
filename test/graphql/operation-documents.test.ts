import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GraphQLError } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpServer, type HttpServer } from "../../src/graphql/http.js";
import { operationDocuments } from "../../src/graphql/operation-documents.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { createLog } from "../../src/log.js";
import { readTrustedDocuments, sha256 } from "../../src/trusted-documents.js";
import { clientFor, TRANSPORTS } from "../changes/subscribers.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

const KNOWN = "query Version { service { version } }";
const OTHER = "query Other { service { limits { maxDepth } } }";
const root = mkdtempSync(join(tmpdir(), "antecedent-documents-"));
let db: TestDatabase;
const servers: HttpServer[] = [];

beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(async () => {
	rmSync(root, { recursive: true });
	await Promise.all(servers.map((server) => server.close()));
	await db.close();
});

async function serve(options: { trustedOnly: boolean; automatic?: boolean }): Promise<string> {
	const log = createLog({ logLevel: "silent" });
	const trusted = new Map([[sha256(KNOWN), KNOWN]]);
	const documents = operationDocuments({ trusted, automatic: true, ...options });
	const server = createHttpServer({ yoga: createGraphQLServer({ db, log, documents }), db, log });
	servers.push(server);
	const { port } = await server.listen(0, "127.0.0.1");
	return `http://127.0.0.1:${port}/graphql`;
}

interface Reply {
	status: number;
	data?: unknown;
	errors?: { message: string; extensions?: { code?: string } }[];
}

async function post(url: string, body: object): Promise<Reply> {
	const headers = { "content-type": "application/json" };
	const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
	return { status: response.status, ...((await response.json()) as object) };
}

async function get(url: string, parameters: Record<string, string>): Promise<Reply> {
	const response = await fetch(`${url}?${new URLSearchParams(parameters)}`, {
		headers: { accept: "application/json" },
	});
	return { status: response.status, ...((await response.json()) as object) };
}

const persisted = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });

describe("Automatic persisted queries", () => {
	test("are asked for once and known then, by POST and by GET", async () => {
		const url = await serve({ trustedOnly: false });
		const extensions = persisted(sha256(OTHER));
		const unknown = await post(url, { extensions });
		expect(unknown).toMatchObject({
			status: 200,
			errors: [{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }],
		});
		expect((await post(url, { query: OTHER, extensions })).data).toBeDefined();
		expect((await post(url, { extensions })).data).toEqual({ service: { limits: { maxDepth: 20 } } });
		expect((await get(url, { extensions: JSON.stringify(extensions) })).data).toBeDefined();
		expect((await get(url, { documentId: `sha256:${sha256(OTHER)}` })).data).toBeDefined();
	});

	test("cannot be poisoned: a text is known by its own hash and no other", async () => {
		const url = await serve({ trustedOnly: false });
		const extensions = persisted(sha256(KNOWN));
		expect(await post(url, { query: "{ __typename }", extensions })).toMatchObject({
			errors: [{ message: expect.stringContaining("not the SHA-256"), extensions: { code: "BAD_USER_INPUT" } }],
		});
		expect((await post(url, { extensions })).data).toHaveProperty("service.version");
	});

	test.each([
		["not a hash", "DROP TABLE"],
		["too short", "abc"],
		["in capitals", sha256(OTHER).toUpperCase()],
		["no string", 7],
		["an object", {}],
	])("a name that is %s is refused as such", async (_name, hash) => {
		const url = await serve({ trustedOnly: false });
		const answer = await post(url, { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });
		expect(answer.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
	});

	test("are forgotten when many others have come, the ones used last at last", () => {
		const documents = operationDocuments({ trusted: new Map(), trustedOnly: false, automatic: true });
		const text = (n: number) => `{ a${n}: __typename }`;
		for (let n = 0; n < 1_500; n++) {
			documents.textOf({ query: text(n), documentId: sha256(text(n)) });
			expect(documents.textOf({ documentId: sha256(text(0)) })).toBe(text(0));
		}
		expect(documents.textOf({ documentId: sha256(text(1)) })).toBeInstanceOf(GraphQLError);
		expect(documents.textOf({ documentId: sha256(text(1_499)) })).toBe(text(1_499));
		const long = `{ __typename ${"#".repeat(30_000)} }`;
		expect(documents.textOf({ query: long, documentId: sha256(long) })).toBe(long);
		expect(documents.textOf({ documentId: sha256(long) })).toBeInstanceOf(GraphQLError);
	});

	test("can be switched off", async () => {
		const url = await serve({ trustedOnly: false, automatic: false });
		const extensions = persisted(sha256(OTHER));
		expect((await post(url, { query: OTHER, extensions })).data).toBeDefined();
		expect((await post(url, { extensions })).errors?.[0]?.extensions?.code).toBe("PERSISTED_QUERY_NOT_FOUND");
		expect((await post(url, { documentId: sha256(KNOWN) })).data).toBeDefined();
	});
});

describe("Where only trusted documents are executed", () => {
	test("they are, by their hash or whole, and nothing else is", async () => {
		const url = await serve({ trustedOnly: true });
		expect((await post(url, { documentId: `sha256:${sha256(KNOWN)}` })).data).toBeDefined();
		expect((await post(url, { extensions: persisted(sha256(KNOWN)) })).data).toBeDefined();
		expect((await post(url, { query: KNOWN })).data).toBeDefined();
		expect((await get(url, { query: KNOWN })).data).toBeDefined();
		const refused = [
			await post(url, { query: OTHER }),
			await post(url, { query: OTHER, documentId: sha256(OTHER) }),
			await post(url, { documentId: sha256(OTHER) }),
			await get(url, { query: OTHER }),
			await post(url, { query: "{ __schema { types { name } } }" }),
		];
		for (const answer of refused) {
			expect(answer.status).toBe(403);
			expect(answer.errors?.[0]?.extensions?.code).toBe("DOCUMENT_NOT_TRUSTED");
			expect(answer.data).toBeUndefined();
		}
	});

	test.each(TRANSPORTS)("so it is with %s", async (transport) => {
		const client = clientFor(transport, await serve({ trustedOnly: true }));
		const refused = client
			.subscribe(OTHER)
			.next()
			.then(
				({ value }) => JSON.stringify(value),
				(error) => `${error} ${JSON.stringify(error)}`,
			);
		expect(await refused).toMatch(/DOCUMENT_NOT_TRUSTED|only operations that this service knows|responded with 40[03]/);
		expect((await client.subscribe(KNOWN).next()).value).toHaveProperty("data.service.version");
		client.close();
	});
});

describe("Trusted documents are read", () => {
	test("from a JSON file and from a directory, and known by the hash of their text", () => {
		const file = join(root, "documents.json");
		writeFileSync(file, JSON.stringify({ anything: KNOWN, "sha256:x": OTHER }));
		const hashes = [sha256(KNOWN), sha256(OTHER)].sort();
		expect([...readTrustedDocuments(file).keys()].sort()).toEqual(hashes);
		const directory = join(root, "operations");
		mkdirSync(join(directory, "below"), { recursive: true });
		writeFileSync(join(directory, "known.graphql"), KNOWN);
		writeFileSync(join(directory, "below", "other.graphql"), OTHER);
		writeFileSync(join(directory, "notes.txt"), "not one");
		expect([...readTrustedDocuments(directory).keys()].sort()).toEqual(hashes);
	});

	test.each([
		["no JSON", "{"],
		["a list", "[]"],
		["of other things", '{"a": {"b": 1}}'],
		["empty", "{}"],
	])("not where the file is %s", (_name, text) => {
		const file = join(root, "bad.json");
		writeFileSync(file, text);
		expect(() => readTrustedDocuments(file)).toThrow();
		expect(() => readTrustedDocuments(join(root, "nowhere"))).toThrow(/ENOENT/);
	});
});
