import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "antecedent-drift-"));
afterAll(() => rmSync(root, { recursive: true }));

interface Outcome {
	code: number;
	stderr: string;
}

/** Runs `npm run check:migrations` with another schema. */
function check(schema: string): Promise<Outcome> {
	const file = join(root, "schema.prisma");
	writeFileSync(file, schema);
	const args = ["--import", "tsx", "prisma/migrate.ts", "--check", "--schema", file];
	return new Promise((resolve) => {
		execFile(process.execPath, args, { cwd: PROJECT }, (error, _stdout, stderr) => {
			resolve({ code: typeof error?.code === "number" ? error.code : 0, stderr });
		});
	});
}

test("A column that no migration makes is found, and its SQL is told", { timeout: 60_000 }, async () => {
	const schema = readFileSync(join(PROJECT, "prisma/schema.prisma"), "utf8");
	const changed = schema.replace(/^model Term \{$/m, "model Term {\n  weight Float?");
	expect(changed).not.toBe(schema);
	const { code, stderr } = await check(changed);
	expect(code).toBe(1);
	expect(stderr).toContain(`ALTER TABLE "Term" ADD COLUMN     "weight" DOUBLE PRECISION;`);
});
