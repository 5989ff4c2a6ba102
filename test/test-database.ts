import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { openEmbedded } from "../src/database/embedded.js";
import { applyMigrations, readMigrations } from "../src/database/migrations.js";
import { closePool } from "../src/database/pool.js";
import { type Database, openDatabase } from "../src/db.js";

/** A migrated, empty database of its own, and the statements sent to it. */
export interface TestDatabase extends Database {
	/** The SQL texts sent since it was opened, in order; set `length = 0` to begin anew. Transaction brackets are among them. */
	statements: string[];
}

/** Whether tests run against a server: `TEST_POSTGRES_URL=postgresql://user@host:port/any` (its user may create databases). */
export const testServerUrl: string | null = process.env.TEST_POSTGRES_URL || null;

/**
 * Opens a database that nobody else has: embedded in memory, or, with TEST_POSTGRES_URL, a new one on that server.
 * `close()` leaves nothing behind. Call it in `beforeAll` and close in `afterAll`: one takes some 0.3 s and 200 MB.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
	const opened = testServerUrl === null ? await openFromSnapshot() : await openFromTemplate(testServerUrl);
	const statements: string[] = [];
	opened.pool.on("connect", (client) => recordStatements(client, statements));
	return { ...opened, statements };
}

async function openFromSnapshot(): Promise<Database> {
	return openDatabase({ url: "pglite:memory:", snapshot: await prepareSnapshot() });
}
