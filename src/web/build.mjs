// Makes src/generated/web (the scripts and styles of the pages) from src/web, if it is not there or out of date: a quarter of
// a second. Plain JavaScript, since npm calls it before anything else can run.

import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = join(root, "src/web");
const output = join(root, "src/generated/web");
const manifestFile = join(output, "manifest.json");

/** What the output depends on: every file of src/web, and the versions of what is bundled. */
function inputStamp() {
	const hash = createHash("sha256");
	for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		hash.update(relative(source, path)).update(readFileSync(path));
	}
	for (const name of ["esbuild", "preact", "@dagrejs/dagre", "graphql-sse"]) {
		hash.update(JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version);
	}
	return hash.digest("hex");
}

function isCurrent(stamp) {
	return existsSync(manifestFile) && JSON.parse(readFileSync(manifestFile, "utf8")).stamp === stamp;
}

/** Makes what is missing or out of date. Throws where it cannot. */
export async function ensureBuilt() {
	const stamp = inputStamp();
	if (isCurrent(stamp)) return;
	const { build } = await import("esbuild");
	const { outputFiles, metafile } = await build({
		absWorkingDir: root,
		entryPoints: ["src/web/browser/start.tsx", "src/web/style.css"],
		outdir: "src/generated/web",
		entryNames: "[name]-[hash]",
		chunkNames: "part-[hash]",
		bundle: true,
		splitting: true,
		format: "esm",
		minify: true,
		target: ["es2022", "chrome109", "firefox115", "safari16"],
		write: false,
		metafile: true,
		logLevel: "warning",
	});
	const entries = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint);
	const named = (end) =>
		entries
			.find(([, { entryPoint }]) => entryPoint.endsWith(end))[0]
			.split("/")
			.at(-1);
	// Whole or not at all: another process may be doing the same.
	const made = `${output}.${process.pid}`;
	mkdirSync(made, { recursive: true });
	for (const { path, contents } of outputFiles) {
		const file = join(made, path.slice(output.length));
		writeFileSync(file, contents);
		writeFileSync(`${file}.br`, brotliCompressSync(contents));
		writeFileSync(`${file}.gz`, gzipSync(contents, { level: 9 }));
	}
	const manifest = { stamp, script: named("start.tsx"), style: named("style.css") };
	writeFileSync(join(made, "manifest.json"), JSON.stringify(manifest));
	rmSync(output, { recursive: true, force: true });
	try {
		renameSync(made, output);
	} catch (error) {
		rmSync(made, { recursive: true, force: true });
		if (!isCurrent(stamp)) throw error;
	}
}

const startedHere = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (startedHere) await ensureBuilt();
