import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { openEmbedded } from "../../src/database/embedded.js";
import { applyMigrations, type Migration, readMigrations } from "../../src/database/migrations.js";
import { closePool } from "../../src/database/pool.js";

const ROOT = new URL("../../", import.meta.url);

const ENGINE = new URL("node_modules/@electric-sql/pglite/dist/pglite.wasm", ROOT);

/** While it is held, a new thread of this process is given what has been compiled, and a database opens in two thirds of the time. */
let engine: Promise<WebAssembly.Module> | null = null;

/** What decides over a snapshot besides the migrations. */
const MAKERS = [
	"node_modules/@electric-sql/pglite/package.json",
	"src/database/embedded-worker.mjs",
	"test/database/snapshot.ts",
];

/**
 * A migrated, empty embedded database as a file, from which one in memory starts ten times sooner than from nothing.
 * Made once for each set of migrations and each PGlite, and kept in node_modules/.cache. Gives its path.
 */
export async function prepareSnapshot(): Promise<string> {
	engine ??= readFile(ENGINE).then((bytes) => WebAssembly.compile(bytes));
	await engine;
	const migrations = await readMigrations();
	const file = await snapshotFile(migrations);
	if (existsSync(file)) return file;
	await mkdir(dirname(file), { recursive: true });
	// Renamed into place, so that nobody reads half a file.
	await writeFile(`${file}.${process.pid}`, await makeSnapshot(migrations));
	await rename(`${file}.${process.pid}`, file);
	return file;
}

async function snapshotFile(migrations: Migration[]): Promise<string> {
	const hash = createHash("sha256");
	for (const maker of MAKERS) hash.update(await readFile(new URL(maker, ROOT)));
	for (const { name, checksum } of migrations) hash.update(`${name} ${checksum}\n`);
	return fileURLToPath(new URL(`node_modules/.cache/antecedent/${hash.digest("hex").slice(0, 16)}.tar`, ROOT));
}

async function makeSnapshot(migrations: Migration[]): Promise<Uint8Array> {
	const opened = await openEmbedded({ kind: "memory" }, { connectTimeoutMs: 60_000, statementTimeoutMs: 0 });
	try {
		await applyMigrations(opened.pool, migrations);
		// Two thirds of the files belong to databases that exist only to be copied.
		for (const name of ["template0", "template1"]) {
			await opened.pool.query(`alter database ${name} is_template false`);
			await opened.pool.query(`drop database ${name}`);
		}
		await opened.pool.query("checkpoint");
		return await opened.dump();
	} finally {
		await closePool(opened);
	}
}
