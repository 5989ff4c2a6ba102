import { createHash } from "node:crypto";
import packageJson from "../../../../package.json" with { type: "json" };
import { startServer } from "../child.js";
import { documentOf, OPERATIONS, type OperationName } from "../operations.js";
import { type Contestant, JSON_HEADERS, namesTheSame, type ServerKind } from "./contestant.js";

/** `npm start` as it is in package.json, but for the program itself. */
const START = packageJson.scripts.start.split(" ").slice(1);

/**
 * What is set otherwise than by default: one client asks all, so it may; nothing else goes on meanwhile; what is wrong is told. Lines about requests are
 * written, as by default, to where nobody reads them.
 */
const SETTINGS = {
	RATE_LIMIT_REQUESTS: "0",
	RATE_LIMIT_COST: "0",
	MAX_CONCURRENT_OPERATIONS: "0",
	POLL_FEEDS: "off",
	SEED_WORLD: "off",
	LOG_LEVEL: "info",
	NODE_ENV: "production",
};

/** @param keepsAnswers as by default: what is asked again is answered out of memory. */
export function serviceServer(node: string, name: string, keepsAnswers: boolean): ServerKind {
	return {
		name,
		isService: true,
		start: (url, signal) =>
			startServer({
				command: [node, ...START],
				env: { ...SETTINGS, ...(keepsAnswers ? {} : { ANSWER_CACHE_MB: "0" }), DATABASE_URL: url },
				readyPath: "/readyz",
				signal,
			}),
	};
}

/** The service, asked by POST with the text of the operation. */
export function service(server: ServerKind, name: string): Contestant {
	const documents = documentsByName();
	return {
		name,
		server,
		problemOf: namesTheSame,
		request: (operation, variables) => ({
			method: "POST",
			path: "/graphql",
			headers: JSON_HEADERS,
			body: JSON.stringify({ query: documents[operation], operationName: operation, variables }),
		}),
	};
}

/** The service, asked by GET with the hash of the operation (automatic persisted queries). */
export function persistedService(server: ServerKind, name: string): Contestant {
	const documents = documentsByName();
	const extensions = (operation: OperationName) => {
		const sha256Hash = createHash("sha256").update(documents[operation]).digest("hex");
		return JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
	};
	const path = (operation: OperationName, others: Record<string, string>) =>
		`/graphql?${new URLSearchParams({ extensions: extensions(operation), operationName: operation, ...others })}`;
	const headers = { accept: "application/graphql-response+json, application/json", "x-graphql-yoga-csrf": "1" };
	return {
		name,
		server,
		problemOf: namesTheSame,
		request: (operation, variables) => ({
			method: "GET",
			path: path(operation, { variables: JSON.stringify(variables) }),
			headers,
		}),
		prepare: async (baseUrl) => {
			// Without variables nothing is executed; the text is kept all the same.
			for (const operation of OPERATIONS)
				await fetch(baseUrl + path(operation, { query: documents[operation] }), { headers });
		},
	};
}

/** The service as it is by default, asked for what it has just been asked. */
export function keptService(node: string, name: string): Contestant {
	return { ...service(serviceServer(node, name, true), name), asksBefore: true };
}

const documentsByName = () =>
	Object.fromEntries(OPERATIONS.map((operation) => [operation, documentOf(operation)])) as Record<
		OperationName,
		string
	>;
