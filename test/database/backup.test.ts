import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { create } from "tar";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backUp, restoreBackup } from "../../src/database/backup.js";
import { openDatabase } from "../../src/db.js";
import { writePortWorld } from "../graphql/port-world.js";
import { prepareSnapshot } from "./snapshot.js";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "antecedent-backup-"));
const original = join(root, "original");
const file = join(root, "backup.tar.gz");
afterAll(() => rmSync(root, { recursive: true }));

beforeAll(async () => {
	const db = await openDatabase({ url: `pglite:${original}`, snapshot: await prepareSnapshot() });
	await writePortWorld(db);
	await db.close();
	await backUp(original, file);
});

/** Every row of every table, as text. */
async function contents(directory: string): Promise<Record<string, string[]>> {
	const db = await openDatabase({ url: `pglite:${directory}` });
	try {
		const { rows: tables } = await db.pool.query<{ name: string }>(
			"select format('%I', relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
		);
		const all: Record<string, string[]> = {};
		for (const { name } of tables) {
			const { rows } = await db.pool.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
			all[name] = rows.map(({ row }) => row);
		}
		return all;
	} finally {
		await db.close();
	}
}

const command = (script: string, directory: string, ...args: string[]) =>
	promisify(execFile)(process.execPath, ["src/launch.mjs", `src/cli/${script}.ts`, ...args], {
		cwd: PROJECT,
		env: { ...process.env, DATABASE_URL: `pglite:${directory}` },
	});

describe("A backup", () => {
	test("restored is the same, row by row, and its export byte by byte", { timeout: 240_000 }, async () => {
		const copy = join(root, "copy");
		await restoreBackup(file, copy);
		const before = await contents(original);
		expect(Object.values(before).flat().length).toBeGreaterThan(50);
		expect(await contents(copy)).toEqual(before);
		const exported = await Promise.all([original, copy].map((directory) => command("export", directory, "links")));
		expect(exported[0]?.stdout.length).toBeGreaterThan(100);
		expect(exported[0]?.stdout).toBe(exported[1]?.stdout);
	});

	test("of a database whose process was killed starts as after a crash", { timeout: 240_000 }, async () => {
		const killed = join(root, "killed");
		const program = `const { openDatabase } = await import("./src/db.ts");
			const db = await openDatabase({ url: process.env.DATABASE_URL });
			await db.prisma.term.create({ data: { term: "flood", documents: 1 } });
			process.kill(process.pid, "SIGKILL");`;
		await restoreBackup(file, killed);
		await promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
			cwd: PROJECT,
			env: { ...process.env, DATABASE_URL: `pglite:${killed}` },
		}).catch(() => {});
		await backUp(killed, join(root, "killed.tar.gz"));
		await restoreBackup(join(root, "killed.tar.gz"), join(root, "revived"));
		expect(await contents(join(root, "revived"))).toHaveProperty('"Term"', ["(flood,1)"]);
	});

	test("is not made over a file, of nothing, or while a process has the database", async () => {
		const before = createHash("sha256").update(readFileSync(file)).digest("hex");
		await expect(backUp(original, file)).rejects.toThrow("exists already, and is not written over");
		expect(createHash("sha256").update(readFileSync(file)).digest("hex")).toBe(before);
		await expect(backUp(join(root, "nowhere"), join(root, "x.tar.gz"))).rejects.toThrow("There is no database in");
		expect(existsSync(join(root, "nowhere"))).toBe(false);
		const db = await openDatabase({ url: `pglite:${original}` });
		await expect(backUp(original, join(root, "x.tar.gz"))).rejects.toThrow(`is in use by process ${process.pid}`);
		await db.close();
		await expect(backUp(original, join(root, "no", "such", "folder"))).rejects.toThrow("cannot be written");
		expect(readdirSync(root).filter((name) => name.endsWith(".part") || name === "x.tar.gz")).toEqual([]);
	});
});

describe("A restore", () => {
	test("leaves a directory alone that is not empty", async () => {
		const full = join(root, "full");
		mkdirSync(full);
		writeFileSync(join(full, "mine.txt"), "mine");
		await expect(restoreBackup(file, full)).rejects.toThrow("is not empty, and a backup is restored into an empty");
		expect(readdirSync(full)).toEqual(["mine.txt"]);
		await expect(restoreBackup(file, original)).rejects.toThrow("is not empty");
	});

	test("refuses what is no whole backup of this Postgres, and leaves nothing", async () => {
		const target = join(root, "target");
		const bytes = readFileSync(file);
		const write = (name: string, content: Buffer | string) => {
			writeFileSync(join(root, name), content);
			return join(root, name);
		};
		const folder = (name: string, version: string) => {
			mkdirSync(join(root, name));
			writeFileSync(join(root, name, "PG_VERSION"), version);
			return join(root, name);
		};
		const packed = async (directory: string, entry = ".") => {
			await create({ file: `${directory}.tar.gz`, cwd: directory, gzip: true }, [entry]);
			return `${directory}.tar.gz`;
		};
		const linked = folder("linked", "18\n");
		symlinkSync("/etc", join(linked, "out"));
		const other = folder("other", "18\n");
		writeFileSync(join(other, "x"), "x");
		const cases: [file: string, reason: RegExp][] = [
			[join(root, "missing.tar.gz"), /is no whole backup: .*ENOENT/],
			[write("half.tar.gz", bytes.subarray(0, bytes.length / 2)), /is no whole backup/],
			[write("text.tar.gz", "hello"), /is no (whole )?backup/],
			[await packed(folder("old", "17\n")), /was made by PostgreSQL 17, and this version brings PostgreSQL 18/],
			[await packed(other, "x"), /there is no PG_VERSION in it/],
			[await packed(linked), /neither a file nor a directory/],
		];
		for (const [bad, reason] of cases) {
			await expect(restoreBackup(bad, target)).rejects.toThrow(reason);
			expect(existsSync(target)).toBe(false);
		}
	});
});

describe("The commands", () => {
	test("back up and restore by one line each, and say what they did", { timeout: 240_000 }, async () => {
		const archive = join(root, "command.tar.gz");
		const copy = join(root, "command");
		expect((await command("backup", original, archive)).stdout).toMatch(
			/^backup: .*original is in .* \(\d+\.\d MB\)\n$/,
		);
		expect((await command("restore", copy, archive)).stdout).toBe(`restore: ${copy} holds 5 articles and 5 events\n`);
		const again = await command("restore", copy, archive).catch((error) => error);
		expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/^restore: .* is not empty/)]);
	});

	test("leave servers to their own tools", { timeout: 240_000 }, async () => {
		const env = { ...process.env, DATABASE_URL: "postgresql://reader:hunter2@127.0.0.1:1/news" };
		for (const [script, tool] of [
			["backup", "pg_dump"],
			["restore", "pg_restore"],
		]) {
			const failed = await promisify(execFile)(process.execPath, ["src/launch.mjs", `src/cli/${script}.ts`, "x"], {
				cwd: PROJECT,
				env,
			}).catch((error) => error);
			expect([failed.code, failed.stderr]).toEqual([2, expect.stringContaining(`tools of its own: ${tool}`)]);
			expect(failed.stderr).not.toContain("hunter2");
		}
	});
});
