// Makes src/generated (the Prisma client and Pothos' types) from schema.prisma, if it is not there or out of date.
// Plain JavaScript, called before everything that needs it; if nothing has changed it reads a few small files.
// What the generators say goes to stderr, and only if they fail: stdout belongs to the command that comes after.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const stampFile = new URL("src/generated/.stamp", root);
const turn = new URL("src/generated/.busy", root);
const outputs = ["src/generated/prisma/client.ts", "src/generated/pothos-types.ts"];

/** Generating takes some five seconds; a slow machine may take ten times as long. */
const PATIENCE_MS = 60_000;

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** What the output depends on: the schema, and the versions of both generators. */
function inputStamp() {
	const hash = createHash("sha256").update(read("prisma/schema.prisma")).update(read("prisma.config.ts"));
	for (const name of ["prisma", "@pothos/plugin-prisma"]) {
		hash.update(JSON.parse(read(`node_modules/${name}/package.json`)).version);
	}
	return hash.digest("hex");
}

function isCurrent() {
	if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== inputStamp()) return false;
	return outputs.every((path) => existsSync(new URL(path, root)));
}

function generate() {
	// Removed first: an interrupted run must not look like a finished one.
	rmSync(stampFile, { force: true });
	const prisma = fileURLToPath(new URL("node_modules/prisma/build/index.js", root));
	const result = spawnSync(process.execPath, [prisma, "generate", "--no-hints"], {
		cwd: fileURLToPath(root),
		env: {
			...process.env,
			// Generators are looked up as commands.
			PATH: `${fileURLToPath(new URL("node_modules/.bin", root))}${delimiter}${process.env.PATH ?? ""}`,
			CHECKPOINT_DISABLE: "1",
			PRISMA_HIDE_UPDATE_MESSAGE: "1",
			NO_COLOR: "1",
		},
		encoding: "utf8",
		stdio: ["ignore", "pipe", "pipe"],
	});
	if (result.status !== 0) {
		process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
		console.error("Could not make src/generated from prisma/schema.prisma.");
		return false;
	}
	writeFileSync(stampFile, inputStamp());
	return true;
}

/** Two that start at once on a fresh checkout: the second waits for the first, though not for one that never ended. */
function takeTurn() {
	const patience = Date.now() + PATIENCE_MS;
	mkdirSync(new URL("src/generated", root), { recursive: true });
	for (;;) {
		try {
			mkdirSync(turn);
			return;
		} catch {
			if (isCurrent() || Date.now() > patience) return;
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
		}
	}
}

/** Makes what is missing or out of date. False if that failed; why is on stderr. */
export function ensureGenerated() {
	if (isCurrent()) return true;
	takeTurn();
	try {
		return isCurrent() || generate();
	} finally {
		rmSync(turn, { recursive: true, force: true });
	}
}

const startedHere = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (startedHere) process.exitCode = ensureGenerated() ? 0 : 1;
