import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { DatabaseOpenError } from "./open-error.js";

/** One step of the schema: `prisma/migrations/<name>/migration.sql`. */
export interface Migration {
	/** Begins with its moment, so that the order of names is the order of steps. */
	name: string;
	sql: string;
	/** SHA-256 of the text, in hex; line ends do not count, since some checkouts change them. */
	checksum: string;
}

export interface MigrationReport {
	/** Names of the steps taken now. */
	applied: string[];
	/** Names of steps in the database that this version does not know: a newer one was here before. */
	unknown: string[];
}

/** Where the migrations of this version are. */
export const MIGRATIONS_DIRECTORY = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** Any number, the same for all starters: who holds it migrates, the others wait. */
const ADVISORY_LOCK = 7_315_501_874;

/** How long to wait for another starter's migration; past that something is wrong with it. */
const WAIT_FOR_STARTER = "120s";

/** How long a step may wait for a table in use. Queries queue up behind it, so it gives way soon. */
const WAIT_FOR_TABLE = "5s";

const CREATE_TABLE =
	"create table if not exists _migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())";

/** The migrations of this version, in order. */
export async function readMigrations(directory: string = MIGRATIONS_DIRECTORY): Promise<Migration[]> {
	const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
	const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	return Promise.all(
		names.sort().map(async (name) => {
			const sql = await readFile(`${directory}/${name}/migration.sql`, "utf8");
			return { name, sql, checksum: createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex") };
		}),
	);
}

/**
 * Brings the schema up to date: each missing step in a transaction of its own, one starter at a time. Throws
 * `DatabaseOpenError` if a step that was taken has been changed since, or fails; what came before it stays.
 */
export async function applyMigrations(pool: pg.Pool, migrations: Migration[]): Promise<MigrationReport> {
	const client = await pool.connect();
	try {
		const done = await readApplied(client);
		const applied: string[] = [];
		for (const migration of migrations) {
			if (isApplied(migration, done)) continue;
			if (await applyOne(client, migration)) applied.push(migration.name);
		}
		const known = new Set(migrations.map(({ name }) => name));
		return { applied, unknown: [...done.keys()].filter((name) => !known.has(name)) };
	} finally {
		client.release();
	}
}

/** Checksums of the steps taken, by name. Before the first one there is no table of them. */
async function readApplied(client: pg.ClientBase): Promise<Map<string, string>> {
	const table = await client.query<{ exists: boolean }>("select to_regclass('_migration') is not null as exists");
	return table.rows[0]?.exists ? readTable(client) : new Map();
}

async function readTable(client: pg.ClientBase): Promise<Map<string, string>> {
	const { rows } = await client.query<{ name: string; checksum: string }>(
		"select name, checksum from _migration order by name",
	);
	return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function isApplied(migration: Migration, done: Map<string, string>): boolean {
	const checksum = done.get(migration.name);
	if (checksum === undefined) return false;
	if (checksum === migration.checksum) return true;
	throw new DatabaseOpenError(
		`Migration ${migration.name} has been changed since this database took it. ` +
			"Restore the file and add a new migration instead (npm run db:migration -- <name>).",
	);
}

/** False if another starter was quicker. */
async function applyOne(client: pg.ClientBase, migration: Migration): Promise<boolean> {
	await client.query("begin");
	try {
		await client.query(`set local statement_timeout = 0; set local lock_timeout = '${WAIT_FOR_STARTER}'`);
		await client.query("select pg_advisory_xact_lock($1::bigint)", [ADVISORY_LOCK]);
		// Not to_regclass: this session may remember that there was no table before the lock was granted.
		await client.query(CREATE_TABLE);
		const mine = !isApplied(migration, await readTable(client));
		if (mine) {
			await client.query(`set local lock_timeout = '${WAIT_FOR_TABLE}'`);
			await client.query(migration.sql);
			await client.query("insert into _migration (name, checksum) values ($1, $2)", [
				migration.name,
				migration.checksum,
			]);
		}
		await client.query("commit");
		return mine;
	} catch (error) {
		await client.query("rollback").catch(() => {});
		if (error instanceof DatabaseOpenError) throw error;
		throw new DatabaseOpenError(`Migration ${migration.name} failed and was rolled back: ${(error as Error).message}`, {
			cause: error,
		});
	}
}
