import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockLog } from "../../src/change-log.js";
import { openDatabase } from "../../src/db.js";
import { newId } from "../../src/ingest/new-id.js";
import { mergeEvents } from "../../src/ingest/repair/merge-events.js";
import { parsePublicId } from "../../src/public-id.js";
import { inTransaction } from "../../src/sql-transaction.js";
import { prepareSnapshot } from "../database/snapshot.js";
import { COLLAPSE, STRIKE, WORLD } from "../ingest/harbour-news.js";

let directory: string;
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "antecedent-commands-"));
	const url = `pglite:${join(directory, "pg")}`;
	await (await openDatabase({ url, snapshot: await prepareSnapshot() })).close();
});
afterAll(() => rm(directory, { recursive: true, force: true }));

interface Outcome {
	status: number | null;
	stdout: string;
	stderr: string;
}

/** The engine as it is compiled first: to compile it for speed takes longer than these commands do. */
const NODE_FLAGS = ["--liftoff-only"];

/** Runs a command as npm does, on a database of this file's own. */
function run(command: "analyze" | "import" | "export" | "token", args: string[], input = ""): Promise<Outcome> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [...NODE_FLAGS, "src/launch.mjs", `src/cli/${command}.ts`, ...args], {
			env: { ...process.env, DATABASE_URL: `pglite:${join(directory, "pg")}` },
		});
		const outcome: Outcome = { status: null, stdout: "", stderr: "" };
		child.stdout.on("data", (data) => (outcome.stdout += data));
		child.stderr.on("data", (data) => (outcome.stderr += data));
		child.on("error", reject);
		child.on("close", (status) => resolve({ ...outcome, status }));
		child.stdin.end(input);
	});
}

const lines = (text: string) =>
	text
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
const jsonl = (values: readonly unknown[]) =>
	values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");
async function file(name: string, content: string): Promise<string> {
	const path = join(directory, name);
	await writeFile(path, content);
	return path;
}

describe("the commands", { timeout: 120_000 }, () => {
	it("explain themselves", async () => {
		for (const command of ["analyze", "import", "export", "token"] as const) {
			expect(await run(command, ["--help"])).toMatchObject({
				status: 0,
				stdout: expect.stringContaining(`npm run -s ${command}`),
				stderr: "",
			});
		}
	});

	it("answer wrong usage in two lines, with status 2", async () => {
		expect(await run("import", [])).toEqual({
			status: 2,
			stdout: "",
			stderr: "import: name at least one file\n--help explains.\n",
		});
		expect(await run("import", ["/nowhere/x.jsonl"])).toMatchObject({
			status: 2,
			stderr: expect.stringContaining("cannot read /nowhere/x.jsonl: no such file"),
		});
		expect(await run("export", ["cakes"])).toMatchObject({
			status: 2,
			stderr: expect.stringContaining('there is no "cakes"'),
		});
		expect(await run("export", ["events", "--loud"])).toMatchObject({
			status: 2,
			stderr: expect.stringContaining("--loud"),
		});
	});

	it("analyze answers every line in order, the bad ones with what is wrong", async () => {
		const outcome = await run(
			"analyze",
			[],
			jsonl([{ id: "1", text: COLLAPSE.text, publishedAt: "2026-03-02" }, "nonsense", { id: "3", text: "" }]),
		);
		expect(outcome.status).toBe(1);
		expect(lines(outcome.stdout)).toMatchObject([
			{ id: "1", mentions: expect.anything() },
			{ line: 2, error: expect.any(String) },
			{ id: "3", sentences: [] },
		]);
	});

	it("import keeps the good lines, names the bad ones, and ends with its summary", async () => {
		const path = await file(
			"news.jsonl",
			jsonl([
				...WORLD.slice(0, 2),
				"{",
				{ ...STRIKE, text: "" },
				{ ...STRIKE, publishedAt: "9999-01-01" },
				{ ...STRIKE, url: "nowhere" },
				STRIKE,
			]),
		);
		const outcome = await run("import", [path]);
		expect(outcome.status).toBe(1);
		expect(lines(outcome.stdout).at(-1)).toEqual({ read: 7, created: 3, revised: 0, unchanged: 0, failed: 4 });
		expect(outcome.stderr).toContain(`${path}:3: the line is not JSON`);
		expect(outcome.stderr).toContain(`${path}:4: field "text" is empty`);
		expect(outcome.stderr).toContain(`${path}:5: field "publishedAt" has the year 9999`);
		expect(outcome.stderr).toContain(`${path}:6: field "url" is not a URL`);
	});

	it("import changes nothing the second time, and takes another text as a revision", async () => {
		const again = await file("again.jsonl", jsonl([...WORLD.slice(0, 2), { ...STRIKE, headline: "Dockers walk out" }]));
		expect(await run("import", [again])).toMatchObject({
			status: 0,
			stdout: `${JSON.stringify({ read: 3, created: 0, revised: 1, unchanged: 2, failed: 0 })}\n`,
		});
		expect(lines((await run("import", [again])).stdout)).toEqual([
			{ read: 3, created: 0, revised: 0, unchanged: 3, failed: 0 },
		]);
	});

	it("import registers the feeds of an OPML file once", async () => {
		const opml = await file(
			"feeds.opml",
			`<?xml version="1.0"?><opml version="2.0"><body><outline text="World"><outline type="rss" text="Tidings" xmlUrl="https://tidings.example/feed.xml" htmlUrl="https://tidings.example/"/></outline><outline type="rss" text="Bad" xmlUrl="file:///etc/passwd"/></body></opml>`,
		);
		const first = await run("import", [opml]);
		expect(lines(first.stdout).at(-1)).toEqual({ read: 2, created: 1, revised: 0, unchanged: 0, failed: 1 });
		expect(first.stderr).toMatch(/only http and https/);
		expect(lines((await run("import", [opml])).stdout).at(-1)).toMatchObject({ created: 0, unchanged: 1 });
	});

	it("export writes events, links and articles, and import reads the articles back as they are", async () => {
		const events = lines((await run("export", ["events"])).stdout);
		const strike = events.find(({ articles }) =>
			articles.some((a: { url: string; role: string }) => a.url === STRIKE.url && a.role === "MAIN"),
		);
		expect(strike).toMatchObject({
			id: expect.stringMatching(/^evt_/),
			title: expect.any(String),
			type: expect.any(String),
		});
		const links = lines((await run("export", ["links"])).stdout);
		expect(links.find(({ effect }) => effect === strike.id)).toMatchObject({
			relation: "CAUSE",
			basis: "STATED",
			evidence: [{ articleUrl: STRIKE.url, signal: expect.any(String) }],
		});
		const articles = await run("export", ["articles"]);
		const path = await file("exported.ndjson", articles.stdout);
		expect((await readFile(path, "utf8")).trim().split("\n").length).toBe(3);
		expect(lines((await run("import", [path])).stdout)).toEqual([
			{ read: 3, created: 0, revised: 0, unchanged: 3, failed: 0 },
		]);
	});

	it("export leaves out events that were merged away, and links that are over", async () => {
		const [link] = lines((await run("export", ["links"])).stdout);
		const [keepId = "", awayId = ""] = [link.cause, link.effect].map((id) => parsePublicId(id)?.uuid);
		const db = await openDatabase({ url: `pglite:${join(directory, "pg")}` });
		try {
			await inTransaction(db.pool, async (tx) => {
				await lockLog(tx);
				await mergeEvents(tx, { keepId, awayIds: [awayId], reason: "one" }, new Date(), newId, []);
			});
		} finally {
			await db.close();
		}
		const events = lines((await run("export", ["events"])).stdout).map(({ id }) => id);
		expect(events).toContain(link.cause);
		expect(events).not.toContain(link.effect);
		expect((await run("export", ["links"])).stdout).not.toContain(link.id);
	});

	it("token makes a token that is shown once, lists it without, and revokes it", async () => {
		const made = await run("token", ["create", "anna", "editor", "--days", "30"]);
		expect(made).toMatchObject({ status: 0, stdout: expect.stringMatching(/^ant_[\w-]{43}\n$/) });
		await run("token", ["create", "anna", "submitter"]);
		const listed = await run("token", ["list"]);
		expect(lines(listed.stdout)).toMatchObject([
			{ name: "anna", role: "SUBMITTER", expiresAt: null, lastUsedAt: null, revokedAt: null },
			{ name: "anna", role: "EDITOR", expiresAt: expect.any(String) },
		]);
		expect(listed.stdout).not.toContain(made.stdout.trim());
		const [newest] = lines(listed.stdout);
		expect(await run("token", ["revoke", newest.id])).toMatchObject({ status: 0, stderr: "token: revoked 1\n" });
		expect(await run("token", ["revoke", "anna"])).toMatchObject({ status: 0, stderr: "token: revoked 1\n" });
		expect(await run("token", ["revoke", "anna"])).toMatchObject({ status: 1 });
		expect(lines((await run("token", ["list"])).stdout).every(({ revokedAt }) => revokedAt !== null)).toBe(true);
	});

	it.each([
		[["create", "anna"], "create takes 2 arguments, not 1"],
		[["create", "anna", "boss"], 'there is no role "boss"; give one of submitter, editor, operator'],
		[["create", "an na", "editor"], "a name has letters"],
		[["create", "anna", "editor", "--days", "0"], "--days takes a whole number from 1 to 3650"],
		[["list", "all"], "list takes no arguments, not 1"],
		[["give"], "name one of create, list, revoke"],
	])("token %j is wrong usage", async (args, message) => {
		expect(await run("token", args)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
	});
});
