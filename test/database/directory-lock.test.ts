import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { takeDirectoryLock } from "../../src/database/directory-lock.js";
import { DatabaseOpenError } from "../../src/database/open-error.js";

const root = mkdtempSync(join(tmpdir(), "antecedent-lock-"));
const file = join(root, "pg.lock");
const take = () => takeDirectoryLock(file, "the directory");

beforeEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(root, { recursive: true }));

/** A claim as this process writes it, with some fields changed. */
function claim(changes: Record<string, unknown>): string {
	const lock = take();
	const own: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8").split("\n")[0] ?? "");
	lock.release();
	return `${JSON.stringify({ ...own, ...changes })}\n`;
}

/** A process id that surely no process has. */
const NO_PROCESS = 2 ** 30;

describe("The lock is refused while it is held", () => {
	const holders: [name: string, changes: Record<string, unknown>, message: RegExp][] = [
		["by this process", {}, new RegExp(`in use by process ${process.pid} \\(`)],
		["by a process on another machine", { host: "elsewhere", pid: NO_PROCESS }, /on elsewhere\).*remove .*pg\.lock/],
		["by a process in another container", { pidSpace: "pid:[1]", pid: NO_PROCESS }, /remove .*pg\.lock/],
		["by a process whose start is not known", { processStart: null }, /in use by process/],
		[
			"by a command with a name",
			{ command: "npm run start", since: "2026-03-01T10:02:00.000Z" },
			/\(npm run start, since 2026-03-01T10:02:00.000Z/,
		],
	];
	test.each(holders)("%s", (_name, changes, message) => {
		appendFileSync(file, claim(changes));
		expect(take).toThrow(DatabaseOpenError);
		expect(take).toThrow(message);
		expect(take).not.toThrow(/\n/);
	});

	test("and the refused one leaves no claim of its own", () => {
		const holder = take();
		expect(take).toThrow();
		holder.release();
		take().release();
	});

	test("and a refusal does not outlast its holder", () => {
		appendFileSync(file, claim({}));
		expect(take).toThrow();
		const [first, ...others] = readFileSync(file, "utf8").split("\n");
		rmSync(file);
		appendFileSync(file, `${first?.replace(`"pid":${process.pid}`, `"pid":${NO_PROCESS}`)}\n${others.join("\n")}`);
		take().release();
	});
});

describe("The lock is taken over", () => {
	const dead: [name: string, changes: Record<string, unknown>][] = [
		["from a process that has ended", { pid: NO_PROCESS }],
		["from a process whose number another one has now", { processStart: "1" }],
		["from before the machine was started again", { boot: "00000000-0000-0000-0000-000000000000" }],
	];
	test.each(dead)("%s", (_name, changes) => {
		appendFileSync(file, claim(changes));
		take().release();
		expect(existsSync(file)).toBe(false);
	});

	test("when its file holds half a line, or something else", () => {
		appendFileSync(file, `{"id":"x","pid":1,"ho\n42\nnull\n{"pid":"many"}\n`);
		take().release();
	});
});

test("Its holder leaves no file, and does not remove another one's", () => {
	const first = take();
	expect(readFileSync(file, "utf8")).toContain(`"host":"${hostname()}"`);
	rmSync(file);
	const second = take();
	first.release();
	expect(existsSync(file)).toBe(true);
	second.release();
	expect(existsSync(file)).toBe(false);
});

test("Of eight processes that start at once on a dead one's lock, one gets it", async () => {
	appendFileSync(file, claim({ pid: NO_PROCESS }));
	const takers = await Promise.all(Array.from({ length: 8 }, startTaker));
	const answers = await Promise.all(takers.map((take) => take()));
	expect(answers.filter((answer) => answer === "taken")).toHaveLength(1);
	expect(answers.filter((answer) => answer.startsWith("the directory is in use"))).toHaveLength(7);
});

/** Starts a process that takes the lock when it is told to, and holds it. Ready when it waits for that; gives how to tell it, and what it says then. */
async function startTaker(): Promise<() => Promise<string>> {
	const module = fileURLToPath(new URL("../../src/database/directory-lock.ts", import.meta.url));
	const program = `
		const { takeDirectoryLock } = await import(${JSON.stringify(module)});
		console.log("ready");
		await new Promise((resolve) => process.stdin.once("data", resolve));
		try { takeDirectoryLock(${JSON.stringify(file)}, "the directory"); console.log("taken"); }
		catch (error) { console.log(error.message); }`;
	const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	onTestFinished(() => void child.kill());
	const says = () =>
		new Promise<string>((resolve) => child.stdout.once("data", (data: Buffer) => resolve(data.toString().trim())));
	await says();
	return () => {
		const answer = says();
		child.stdin.write("now");
		return answer;
	};
}
