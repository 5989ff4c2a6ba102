import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "antecedent-lint-"));
afterAll(() => rmSync(root, { recursive: true }));

/** What the project's lint says to these files. */
function lint(files: Record<string, string>): Promise<string> {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(join(root, path, ".."), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	copyFileSync(join(PROJECT, "biome.json"), join(root, "biome.json"));
	symlinkSync(join(PROJECT, "node_modules"), join(root, "node_modules"));
	const tool = join(PROJECT, "node_modules/@biomejs/biome/bin/biome");
	return new Promise((resolve) => {
		execFile(process.execPath, [tool, "lint", "--colors=off"], { cwd: root }, (_error, stdout, stderr) =>
			resolve(stdout + stderr),
		);
	});
}

test("The global fetch is an error in src, and neither in tests nor as a name of something else", async () => {
	const call = `export const answer = () => fetch("http://news.example/");`;
	const found = await lint({
		"src/ingest/ask.ts": call,
		"src/ingest/socket.ts": `export const socket = () => new WebSocket("ws://news.example/");`,
		"src/ingest/own.ts": "export const answer = (fetcher: { fetch(): void }) => fetcher.fetch();",
		"test/ask.test.ts": call,
	});
	const places = found.match(/^\S+ lint\/style\/noRestrictedGlobals/gm)?.map((line) => line.split(":")[0]);
	expect(places?.sort()).toEqual(["src/ingest/ask.ts", "src/ingest/socket.ts"]);
	expect(found).toContain("Found 2 errors");
});
