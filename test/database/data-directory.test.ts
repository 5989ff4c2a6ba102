import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { claimDataDirectory, EMBEDDED_MAJOR } from "../../src/database/data-directory.js";
import { openEmbedded } from "../../src/database/embedded.js";
import { closePool } from "../../src/database/pool.js";
import { prepareSnapshot } from "./snapshot.js";

const root = mkdtempSync(join(tmpdir(), "antecedent-directory-"));
afterAll(() => rmSync(root, { recursive: true }));

function directoryWith(name: string, files: Record<string, string>): string {
	const directory = join(root, name);
	mkdirSync(directory, { recursive: true });
	for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text);
	return directory;
}

test("A new directory is made, with those above it, for its owner only", () => {
	const directory = join(root, "a/b/pg");
	const claimed = claimDataDirectory(directory);
	expect(statSync(directory).mode & 0o777).toBe(0o700);
	expect(statSync(`${directory}.lock`).mode & 0o777).toBe(0o600);
	claimed.confirm();
	claimed.release();
	expect(readdirSync(join(root, "a/b"))).toEqual(["pg"]);
});

test("A directory of another PostgreSQL is refused by name, and left as it is", () => {
	const directory = directoryWith("old", { PG_VERSION: "17\n" });
	expect(() => claimDataDirectory(directory)).toThrow(/made by PostgreSQL 17.*brings PostgreSQL 18/);
	expect(readdirSync(directory)).toEqual(["PG_VERSION"]);
	expect(existsSync(`${directory}.lock`)).toBe(false);
});

test("A directory with something else in it is refused, and left as it is", () => {
	const directory = directoryWith("photos", { "cat.jpg": "" });
	expect(() => claimDataDirectory(directory)).toThrow("is not empty and holds no database");
	expect(readdirSync(directory)).toEqual(["cat.jpg"]);
});

test("What a first start left when it was interrupted is thrown away", () => {
	const directory = join(root, "interrupted");
	claimDataDirectory(directory).release();
	writeFileSync(join(directory, "PG_VERSION"), "18\n");
	const claimed = claimDataDirectory(directory);
	expect(readdirSync(directory)).toEqual([]);
	claimed.confirm();
	claimed.release();
});

test("What stands in a confirmed directory is never thrown away", () => {
	const directory = join(root, "confirmed");
	const first = claimDataDirectory(directory);
	first.confirm();
	first.release();
	writeFileSync(join(directory, "PG_VERSION"), "18\n");
	claimDataDirectory(directory).release();
	expect(readdirSync(directory)).toEqual(["PG_VERSION"]);
});

test("A path that cannot be made gives one line", () => {
	const file = join(directoryWith("file", { name: "" }), "name");
	expect(() => claimDataDirectory(join(file, "pg"))).toThrow(/^Cannot make the directory .*: /);
});

test("The major version it expects is that of the Postgres inside", async () => {
	const opened = await openEmbedded(
		{ kind: "memory" },
		{ connectTimeoutMs: 60_000, statementTimeoutMs: 0, snapshot: await prepareSnapshot() },
	);
	const { rows } = await opened.pool.query<{ version: string }>("select current_setting('server_version') as version");
	await closePool(opened);
	expect(rows[0]?.version.split(".")[0]).toBe(EMBEDDED_MAJOR);
	const manifest: unknown = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
	// Another version may bring another Postgres, and then needs a way over for the data there is.
	expect(manifest).toHaveProperty(["dependencies", "@electric-sql/pglite"], expect.stringMatching(/^\d+\.\d+\.\d+$/));
});
