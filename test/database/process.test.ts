import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/db.js";
import { prepareSnapshot } from "./snapshot.js";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "antecedent-process-"));
const url = `pglite:${join(root, "pg")}`;
afterAll(() => rmSync(root, { recursive: true }));

interface Outcome {
	code: number | null;
	stdout: string;
	stderr: string;
}

/** Runs a command to its end. */
function run(command: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
	return ending(spawn(command, args, { cwd: PROJECT, env: { ...process.env, DATABASE_URL: url, ...env } }));
}

function ending(child: ChildProcess): Promise<Outcome> {
	const outcome: Outcome = { code: null, stdout: "", stderr: "" };
	child.stdout?.on("data", (data: Buffer) => {
		outcome.stdout += data.toString();
	});
	child.stderr?.on("data", (data: Buffer) => {
		outcome.stderr += data.toString();
	});
	return new Promise((resolve) => child.once("close", (code) => resolve({ ...outcome, code })));
}

const launch = (...args: string[]) => ["src/launch.mjs", ...args];

/** Runs a program that has `openDatabase`. */
async function runProgram(body: string): Promise<Outcome> {
	const program = `const { openDatabase } = await import("./src/db.ts"); ${body}`;
	return run(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program]);
}

describe("A process", () => {
	beforeAll(async () => {
		const database = await openDatabase({ url, snapshot: await prepareSnapshot() });
		await database.close();
	});

	test("ends when it has closed the database", { timeout: 60_000 }, async () => {
		const outcome = await runProgram(
			"const db = await openDatabase({ url: process.env.DATABASE_URL }); console.log(await db.prisma.source.count()); await db.close();",
		);
		expect(outcome).toEqual({ code: 0, stdout: "0\n", stderr: "" });
	});

	test("ends too when it forgets to, and the next one finds the directory free", { timeout: 60_000 }, async () => {
		const outcome = await runProgram(
			"const db = await openDatabase({ url: process.env.DATABASE_URL }); console.log(await db.prisma.source.count());",
		);
		expect(outcome).toEqual({ code: 0, stdout: "0\n", stderr: "" });
		const database = await openDatabase({ url });
		await database.close();
	});

	test("that was killed in the middle of a statement leaves what it had committed", { timeout: 60_000 }, async () => {
		const program = `const { openDatabase } = await import("./src/db.ts");
			const db = await openDatabase({ url: process.env.DATABASE_URL });
			await db.prisma.term.create({ data: { term: "flood", documents: 1 } });
			console.log("committed");
			await db.prisma.$executeRawUnsafe("insert into \\"Term\\" select 'term ' || n, n from generate_series(1, 10000000) as n");`;
		const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
			cwd: PROJECT,
			env: { ...process.env, DATABASE_URL: url },
		});
		child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), 300));
		expect((await ending(child)).stdout).toBe("committed\n");
		const database = await openDatabase({ url });
		expect(await database.prisma.term.findMany()).toEqual([{ term: "flood", documents: 1 }]);
		await database.close();
	});
});

describe("While one process has the directory", () => {
	let holder: Database;
	beforeAll(async () => {
		holder = await openDatabase({ url });
	});
	afterAll(() => holder.close());

	test.each([
		["a server", ["src/main.ts"]],
		["a command", ["src/cli/export.ts", "events"]],
	])("%s ends with 1 and one line that names the first", { timeout: 60_000 }, async (_name, args) => {
		const outcome = await run(process.execPath, launch(...args), { PORT: "0" });
		expect(outcome.code).toBe(1);
		expect(outcome.stderr).toMatch(
			new RegExp(`^\\w+: .*/pg is in use by process ${process.pid} \\([^\\n]*\\)\\. Stop it, [^\\n]*\\n$`),
		);
	});

	test("the first one goes on undisturbed", async () => {
		expect(await holder.prisma.source.count()).toBe(0);
	});
});

describe("npm start", () => {
	test("ends with everything it started when npm is told to end", { timeout: 90_000 }, async () => {
		const env = { ...process.env, DATABASE_URL: url, PORT: "0", SEED_WORLD: "off" };
		const child = spawn("npm", ["start"], { cwd: PROJECT, env });
		const ended = ending(child);
		await new Promise<void>((resolve) => {
			let text = "";
			child.stdout.on("data", (data: Buffer) => {
				text += data.toString();
				if (text.includes("ready")) resolve();
			});
			child.once("exit", () => resolve());
		});
		child.kill("SIGTERM");
		// Its output closes only when the last process that writes to it has gone.
		expect((await ended).stdout).toContain("closing");
		const database = await openDatabase({ url });
		await database.close();
	});
});
