import { expect } from "vitest";
import type { Client } from "../../src/access/client.js";
import { traceOf } from "../../src/graphql/operation-trace.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import type { FeedReader } from "../../src/ingest/polling/poll-feed.js";
import { createLog } from "../../src/log.js";
import type { TestDatabase } from "../test-database.js";

/** The instant of every request in these tests. */
export const NOW = new Date("2031-06-01T12:00:00.000Z");

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Answer {
	status: number;
	data: Json;
	errors: { message: string; code: string | undefined; path: Json | undefined }[];
	extensions: Json;
	/** SQL statements that the answer took, by hand and by Prisma. */
	statements: string[];
}

export interface GraphQLClient {
	ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
	/** As `ask`, for questions that must be answered without errors: gives the data. */
	data(query: string, variables?: Record<string, unknown>): Promise<Json>;
	/** The server's own fetch, for what is below GraphQL. */
	fetch(path: string, init?: RequestInit): Promise<Response>;
	/** Lines that the server logged, as text. */
	logged: string[];
}

/** Who asks in these tests: somebody who may do everything. */
const TESTER: Client = { address: "127.0.0.1", isLocal: true, holder: { name: "tester", role: "OPERATOR" } };

/** Asks the server without a port, and counts the statements that reach the database. */
export function graphqlClient(
	db: TestDatabase,
	{
		client = TESTER,
		...options
	}: { client?: Client; corsOrigins?: string[]; feeds?: FeedReader; now?: () => Date } = {},
): GraphQLClient {
	const logged: string[] = [];
	const log = createLog({ logLevel: "error" }, { write: (line: string) => void logged.push(line) });
	const server = createGraphQLServer({ db, log, now: () => NOW, ...options });
	const fetch = async (path: string, init?: RequestInit) =>
		server.fetch(new Request(`http://localhost${path}`, init), { trace: traceOf(null, client) });
	const ask = async (query: string, variables?: Record<string, unknown>): Promise<Answer> => {
		db.statements.length = 0;
		const headers = { "content-type": "application/json", accept: "application/json" };
		const response = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify({ query, variables }) });
		const body = (await response.json()) as { data?: Json; errors?: WireError[]; extensions?: Json };
		return {
			status: response.status,
			data: body.data ?? null,
			errors: (body.errors ?? []).map(({ message, path, extensions }) => ({ message, path, code: extensions?.code })),
			extensions: body.extensions ?? null,
			statements: [...db.statements],
		};
	};
	const data = async (query: string, variables?: Record<string, unknown>) => {
		const answer = await ask(query, variables);
		expect(answer.errors).toEqual([]);
		return answer.data;
	};
	return { ask, data, fetch, logged };
}

interface WireError {
	message: string;
	path?: Json;
	extensions?: { code?: string };
}

/** The value at a path such as `events.nodes.0.title`. */
export function at(value: Json, path: string): Json {
	return path.split(".").reduce<Json>((inner, key) => {
		if (Array.isArray(inner)) return inner[Number(key)] ?? null;
		return inner !== null && typeof inner === "object" ? (inner[key] ?? null) : null;
	}, value);
}

/** The values at a path of every item of a list: `each(data, "events.nodes", "title")`. */
export function each(value: Json, list: string, path: string): Json[] {
	const items = at(value, list);
	return Array.isArray(items) ? items.map((item) => at(item, path)) : [];
}
