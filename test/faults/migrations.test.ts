import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/db.js";
import { prepareSnapshot } from "../database/snapshot.js";
import { onServer, urlOf } from "../database/template.js";
import { testServerUrl } from "../test-database.js";
import { startService } from "./service-process.js";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** Takes a step of a second, and says before that it begins. */
const PROGRAM = `
const { openEmbedded } = await import("./src/database/embedded.ts");
const { openServer } = await import("./src/database/server.ts");
const { parseDatabaseUrl } = await import("./src/database/database-url.ts");
const { applyMigrations } = await import("./src/database/migrations.ts");
const location = parseDatabaseUrl(process.env.DATABASE_URL);
const options = { poolSize: 2, connectTimeoutMs: 20_000, statementTimeoutMs: 0 };
const { pool } = location.kind === "server" ? await openServer(location.url, options) : await openEmbedded(location, options);
const first = { name: "1_first", sql: "create table first (id int)", checksum: "a" };
const second = { name: "2_second", sql: "create table half (id int); select pg_sleep(1.5); create table whole (id int)", checksum: "b" };
console.log(JSON.stringify(await applyMigrations(pool, [first])));
console.log("halfway");
console.log(JSON.stringify(await applyMigrations(pool, [first, second])));
process.exit();
`;

/** Runs the program; kills it, where asked, in the middle of the second step. @returns what it said. */
function migrate(url: string, killed: boolean): Promise<string> {
	const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", PROGRAM], {
		cwd: PROJECT,
		env: { ...process.env, DATABASE_URL: url },
		stdio: ["ignore", "pipe", "inherit"],
	});
	let said = "";
	child.stdout.on("data", (data: Buffer) => {
		said += data.toString();
		if (killed && said.includes("halfway")) setTimeout(() => child.kill("SIGKILL"), 500);
	});
	return new Promise((resolve) => child.once("close", () => resolve(said)));
}

describe("A migration", () => {
	const root = mkdtempSync(join(tmpdir(), "antecedent-migrating-"));
	const name = `antecedent_test_migrating_${process.pid}`;
	let url = `pglite:${join(root, "pg")}`;
	beforeAll(async () => {
		if (testServerUrl === null) return;
		await onServer(testServerUrl, `create database ${name} encoding 'UTF8' template template0`);
		url = urlOf(testServerUrl, name);
	});
	afterAll(async () => {
		rmSync(root, { recursive: true });
		if (testServerUrl !== null) await onServer(testServerUrl, `drop database ${name} with (force)`);
	});

	test("whose process is killed half-way leaves nothing of itself, and is taken whole at the next start", async () => {
		expect(await migrate(url, true)).toBe('{"applied":["1_first"],"unknown":[]}\nhalfway\n');
		// Had the half stayed, "create table half" would fail.
		expect(await migrate(url, false)).toContain('{"applied":["2_second"],"unknown":[]}');
	});
});

test("A service before a database that a newer one has changed says so, and serves", async () => {
	const root = mkdtempSync(join(tmpdir(), "antecedent-newer-"));
	const name = `antecedent_test_newer_${process.pid}`;
	if (testServerUrl !== null)
		await onServer(testServerUrl, `create database ${name} encoding 'UTF8' template template0`);
	const url = testServerUrl === null ? `pglite:${join(root, "pg")}` : urlOf(testServerUrl, name);
	const db = await openDatabase({ url, ...(testServerUrl === null ? { snapshot: await prepareSnapshot() } : {}) });
	await db.pool.query(`insert into _migration (name, checksum) values ('99990101_of_tomorrow', 'x')`);
	// What a newer version adds has a default, or may be null: this one does not fill it.
	await db.pool.query(`alter table "Article" add column "ofTomorrow" text not null default 'x'`);
	await db.close();
	const service = await startService({ DATABASE_URL: url, SEED_WORLD: "off" });
	const response = await fetch(service.url, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query: "{ articles { totalCount nodes { headline } } }" }),
	});
	expect(await response.json()).toMatchObject({ data: { articles: { totalCount: 0, nodes: [] } } });
	expect(service.logged).toContainEqual(
		expect.objectContaining({
			level: "warn",
			migrations: ["99990101_of_tomorrow"],
			msg: expect.stringMatching(/^a newer version of this service has changed the database/),
		}),
	);
	expect(await service.stop()).toBe(0);
	rmSync(root, { recursive: true });
	if (testServerUrl !== null) await onServer(testServerUrl, `drop database ${name} with (force)`);
});
