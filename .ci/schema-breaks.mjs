// node .ci/schema-breaks.mjs [BASE]: says where schema.graphql would break clients of the one at BASE (a commit; SCHEMA_BASE, or origin/main where it is
// there, or else the last commit), and ends with 1 if it would. Taking away what was marked @deprecated at BASE breaks nobody who listened. A break that is
// meant is a line `path: reason` of .ci/schema-breaks.txt. Without git there is nothing to compare with, and that is said.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CriticalityLevel, DiffRule, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

/**
 * @param {string} before @param {string} after schemas as text
 * @returns {Promise<{ path: string, message: string }[]>} what breaks clients of the first
 */
export async function breakingChanges(before, after) {
	const changes = await diff(buildSchema(before), buildSchema(after), [DiffRule.suppressRemovalOfDeprecatedField]);
	return changes
		.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
		.map(({ path, message }) => ({ path: path ?? "", message }));
}

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** @param {string[]} args */
function git(...args) {
	return execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** @param {string} base @returns {string | null} */
function schemaAt(base) {
	try {
		return git("show", `${base}:./schema.graphql`);
	} catch {
		return null;
	}
}

async function main() {
	const named = process.argv[2] ?? process.env.SCHEMA_BASE;
	const base = named ?? (schemaAt("origin/main") === null ? "HEAD" : "origin/main");
	const before = schemaAt(base);
	if (before === null) {
		console.error(`There is no schema.graphql at ${base}: nothing to compare with.`);
		return named === undefined ? 0 : 1;
	}
	const file = `${ROOT}/.ci/schema-breaks.txt`;
	const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
	const meant = new Set(lines.filter((line) => /^[^#\s].*: ./.test(line)).map((line) => line.slice(0, line.indexOf(": "))));
	const breaks = (await breakingChanges(before, readFileSync(`${ROOT}/schema.graphql`, "utf8"))).filter(
		({ path }) => !meant.has(path),
	);
	for (const { path, message } of breaks) console.error(`${path}: ${message}`);
	if (breaks.length > 0)
		console.error(`\n${breaks.length} of the changes since ${base} break clients. Mark @deprecated first, or say why in .ci/schema-breaks.txt.`);
	return breaks.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
