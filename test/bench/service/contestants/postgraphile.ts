import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { startServer } from "../child.js";
import { namedIn, OPERATIONS, type OperationName, statementOf } from "../operations.js";
import { type Contestant, JSON_HEADERS, type ServerKind } from "./contestant.js";

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL("./postgraphile-server.mjs", import.meta.url));
/** The line of versions that is measured. */
const PACKAGE = "postgraphile@5";
const LEAST_NODE = 22;
const INSTALL_WITHIN_MS = 600_000;

export type Installed = { kind: "installed"; directory: string; version: string } | { kind: "skipped"; reason: string };

/** Installs PostGraphile into a directory of its own, once. It is no dependency of this project: it needs a later Node, and only this bench needs it. */
export async function installPostGraphile(directory: string, nodeVersion: string): Promise<Installed> {
	if (Number.parseInt(nodeVersion.replace(/^v/, ""), 10) < LEAST_NODE)
		return {
			kind: "skipped",
			reason: `PostGraphile 5 needs Node ${LEAST_NODE}, and this is ${nodeVersion}: see --node`,
		};
	const manifest = join(directory, "node_modules", "postgraphile", "package.json");
	try {
		if (!existsSync(manifest)) {
			mkdirSync(directory, { recursive: true });
			const options = { timeout: INSTALL_WITHIN_MS, env: { ...process.env, NODE_ENV: "" } };
			// Without the flag npm may look for a project further up.
			await run("npm", ["install", "--prefix", directory, "--no-audit", "--no-fund", "--no-save", PACKAGE], options);
		}
		return { kind: "installed", directory, version: JSON.parse(readFileSync(manifest, "utf8")).version };
	} catch (error) {
		return {
			kind: "skipped",
			reason: `PostGraphile could not be installed: ${(error as Error).message.slice(0, 300)}`,
		};
	}
}

/**
 * Two ways to ask it for the same: by functions written in SQL where they spare it work or it could not choose else, and what preceded also by the
 * tables as they are related.
 */
export function postGraphile(node: string, directory: string): Contestant[] {
	const server: ServerKind = {
		name: "PostGraphile",
		isService: false,
		start: async (url, signal) => {
			await makeFunctions(url);
			return startServer({
				command: [node, PROGRAM, directory, url],
				env: { NODE_ENV: "production", GRAPHILE_ENV: "production" },
				readyPath: "/graphql?query=%7B__typename%7D",
				signal,
			});
		},
	};
	return [
		askedBy(
			server,
			"PostGraphile, flat",
			OPERATIONS.filter((operation) => statementOf(operation) !== null),
		),
		askedBy(server, "PostGraphile, nested", ["WhatPreceded"], "Nested"),
	];
}

function askedBy(server: ServerKind, name: string, operations: readonly OperationName[], suffix = ""): Contestant {
	const queries = new Map(
		operations.map((operation) => [
			operation,
			readFileSync(new URL(`../../operations/PostGraphile${operation}${suffix}.graphql`, import.meta.url), "utf8"),
		]),
	);
	return {
		name,
		server,
		request: (operation, variables) => {
			const query = queries.get(operation);
			if (query === undefined) return null;
			const { id, ...others } = variables;
			// It has the ids of the tables.
			const body = { query, variables: id === undefined ? others : { id: id.slice(PREFIX_LENGTH) } };
			return { method: "POST", path: "/graphql", headers: JSON_HEADERS, body: JSON.stringify(body) };
		},
		problemOf: (operation, answer, bare) => {
			const missing = EXPECTED[operation]?.(bare ?? "").filter((id) => !answer.includes(id)) ?? [];
			return missing.length === 0
				? null
				: `of what is expected some is missing: ${missing.slice(0, 3)} in ${answer.slice(0, 300)}`;
		},
	};
}

/** Of `evt_` and the like. */
const PREFIX_LENGTH = 4;

/** What an answer names, as the database has it. */
const rowsIn = (bare: string): string[] => namedIn(bare).map((id) => id.slice(PREFIX_LENGTH));

/** What must be in the answer, of what the statement by hand answers. */
const EXPECTED: Partial<Record<OperationName, (bare: string) => string[]>> = {
	WhatPreceded: onChains,
	// Copies, which it cannot leave out, may stand in place of some articles.
	Event: (bare) => rowsIn(JSON.stringify({ ...JSON.parse(bare), articles: [] })),
	LatestEvents: rowsIn,
	Search: rowsIn,
	Article: rowsIn,
};

/** The events within five steps. */
function onChains(bare: string): string[] {
	const { preceding } = JSON.parse(bare) as { preceding: { event: { id: string }; distance: number | null }[] };
	return preceding.filter(({ distance }) => distance !== null).map(({ event }) => event.id.slice(PREFIX_LENGTH));
}

async function makeFunctions(url: string): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		await client.query(readFileSync(new URL("../../operations/postgraphile-functions.sql", import.meta.url), "utf8"));
	} finally {
		await client.end();
	}
}
