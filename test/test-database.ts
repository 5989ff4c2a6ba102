import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Database, openDatabase } from "../src/db.js";
import { prepareSnapshot } from "./database/snapshot.js";
import { createFromTemplate } from "./database/template.js";

/** A migrated, empty database of its own, and the statements sent to it. */
export interface TestDatabase extends Database {
	/** SQL texts in the order they were sent, brackets of transactions among them. Set `length = 0` to begin anew. */
	statements: string[];
}

/**
 * The server to run database tests against, with a user who may create databases: `TEST_POSTGRES_URL`. Without it they
 * run on the embedded Postgres, in memory.
 */
export const testServerUrl: string | null = process.env.TEST_POSTGRES_URL || null;

/**
 * Opens a database that nobody else has; `close()` leaves nothing of it. Call it in `beforeAll` and close in `afterAll`:
 * one costs half a second and 200 MB.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
	return testServerUrl === null ? openCopy() : openClone(testServerUrl);
}

async function openCopy(): Promise<TestDatabase> {
	return recordStatements(await openDatabase({ url: "pglite:memory:", snapshot: await prepareSnapshot() }));
}

async function openClone(serverUrl: string): Promise<TestDatabase> {
	const { url, drop } = await createFromTemplate(serverUrl, `antecedent_test_${randomUUID().replaceAll("-", "")}`);
	const database = await recordStatements(await openDatabase({ url, poolSize: 5 }));
	return {
		...database,
		close: async () => {
			await database.close();
			await drop();
		},
	};
}

/** Notes every statement on its way from the pool's connections to the database. */
export async function recordStatements(database: Database): Promise<TestDatabase> {
	const statements: string[] = [];
	const watch = (client: pg.PoolClient) => {
		const query = client.query.bind(client) as (...input: unknown[]) => unknown;
		client.query = ((...input: unknown[]) => {
			const text = textOf(input[0]);
			if (text !== null) statements.push(text);
			return query(...input);
		}) as typeof client.query;
	};
	database.pool.on("connect", watch);
	// Migration has left one connection open.
	const first = await database.pool.connect();
	watch(first);
	first.release();
	return { ...database, statements };
}

function textOf(query: unknown): string | null {
	if (typeof query === "string") return query;
	return typeof query === "object" && query !== null && "text" in query && typeof query.text === "string"
		? query.text
		: null;
}
