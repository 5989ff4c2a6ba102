import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openEmbedded } from "../../src/database/embedded.js";
import { applyMigrations, type Migration, readMigrations } from "../../src/database/migrations.js";
import { DatabaseOpenError } from "../../src/database/open-error.js";
import { closePool, type OpenPool } from "../../src/database/pool.js";
import { openServer } from "../../src/database/server.js";
import { testServerUrl } from "../test-database.js";
import { prepareSnapshot } from "./snapshot.js";
import { onServer, urlOf } from "./template.js";

const OPTIONS = { poolSize: 4, connectTimeoutMs: 20_000, statementTimeoutMs: 0 };
const NAME = `antecedent_migrations_${process.pid}`;

const first: Migration = {
	name: "1_first",
	sql: "create table one (id int); insert into one values (1)",
	checksum: "a",
};
const second: Migration = { name: "2_second", sql: "create table two (id int)", checksum: "b" };
const broken: Migration = {
	name: "3_broken",
	sql: "create table three (id int); create table four (id nonsense)",
	checksum: "c",
};

let opened: OpenPool;

async function tables(): Promise<string[]> {
	const { rows } = await opened.pool.query<{ tablename: string }>(
		"select tablename from pg_tables where schemaname = 'public' order by tablename",
	);
	return rows.map(({ tablename }) => tablename);
}

describe("Migrations", () => {
	beforeAll(async () => {
		if (testServerUrl !== null)
			await onServer(testServerUrl, `create database ${NAME} encoding 'UTF8' template template0`);
		opened =
			testServerUrl === null
				? await openEmbedded({ kind: "memory" }, { ...OPTIONS, snapshot: await prepareSnapshot() })
				: await openServer(urlOf(testServerUrl, NAME), OPTIONS);
	});
	beforeEach(() => opened.pool.query("drop schema public cascade; create schema public").then(() => {}));
	afterAll(async () => {
		await closePool(opened);
		if (testServerUrl !== null) await onServer(testServerUrl, `drop database ${NAME} with (force)`);
	});

	test("are taken in order, once", async () => {
		expect(await applyMigrations(opened.pool, [first])).toEqual({ applied: ["1_first"], unknown: [] });
		expect(await applyMigrations(opened.pool, [first, second])).toEqual({ applied: ["2_second"], unknown: [] });
		expect(await applyMigrations(opened.pool, [first, second])).toEqual({ applied: [], unknown: [] });
		expect(await tables()).toEqual(["_migration", "one", "two"]);
		expect((await opened.pool.query("select * from one")).rows).toEqual([{ id: 1 }]);
	});

	test("that fail leave nothing of themselves, and all that came before", async () => {
		const attempt = applyMigrations(opened.pool, [first, broken]);
		await expect(attempt).rejects.toThrow(DatabaseOpenError);
		await expect(attempt).rejects.toThrow(
			/^Migration 3_broken failed and was rolled back: type "nonsense" does not exist$/,
		);
		expect(await tables()).toEqual(["_migration", "one"]);
		expect(await applyMigrations(opened.pool, [first, second])).toEqual({ applied: ["2_second"], unknown: [] });
	});

	test("that were changed after they were taken are refused by name", async () => {
		await applyMigrations(opened.pool, [first]);
		const attempt = applyMigrations(opened.pool, [{ ...first, checksum: "other" }, second]);
		await expect(attempt).rejects.toThrow(/^Migration 1_first has been changed since this database took it/);
		expect(await tables()).toEqual(["_migration", "one"]);
	});

	test("of a newer version are named and left alone", async () => {
		await applyMigrations(opened.pool, [first, second]);
		expect(await applyMigrations(opened.pool, [first])).toEqual({ applied: [], unknown: ["2_second"] });
	});

	test("are taken once when several start at the same time", async () => {
		const slow = { ...first, sql: `${first.sql}; select pg_sleep(0.2)` };
		const reports = await Promise.all([1, 2, 3].map(() => applyMigrations(opened.pool, [slow, second])));
		expect(reports.flatMap(({ applied }) => applied).sort()).toEqual(["1_first", "2_second"]);
		expect((await opened.pool.query("select * from one")).rows).toEqual([{ id: 1 }]);
	});

	test.skipIf(testServerUrl === null)("give way to a transaction that holds their table, and say so", async () => {
		await applyMigrations(opened.pool, [first]);
		const holder = new pg.Client(urlOf(testServerUrl ?? "", NAME));
		await holder.connect();
		await holder.query("begin; select * from one");
		const change = { name: "2_change", sql: "alter table one add column name text", checksum: "d" };
		await expect(applyMigrations(opened.pool, [first, change])).rejects.toThrow(/2_change failed.*lock timeout/);
		await holder.end();
	});
});

describe("The migrations in a folder", () => {
	const root = mkdtempSync(join(tmpdir(), "antecedent-migrations-"));
	afterAll(() => rmSync(root, { recursive: true }));

	function write(name: string, sql: string): void {
		mkdirSync(join(root, name), { recursive: true });
		writeFileSync(join(root, name, "migration.sql"), sql);
	}

	test("come in the order of their names, and other files do not count", async () => {
		write("20260102_b", "select 2;\n");
		write("20260101_a", "select 1;\n");
		writeFileSync(join(root, "migration_lock.toml"), "");
		expect((await readMigrations(root)).map(({ name, sql }) => [name, sql])).toEqual([
			["20260101_a", "select 1;\n"],
			["20260102_b", "select 2;\n"],
		]);
	});

	test("have the same checksum with either kind of line end, another one with another text", async () => {
		write("20260103_unix", "select 3;\nselect 4;\n");
		write("20260104_windows", "select 3;\r\nselect 4;\r\n");
		write("20260105_other", "select 3;\nselect 5;\n");
		const [unix, windows, other] = (await readMigrations(root)).slice(2).map(({ checksum }) => checksum);
		expect(windows).toBe(unix);
		expect(other).not.toBe(unix);
	});
});
