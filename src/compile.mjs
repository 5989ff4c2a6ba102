// Makes src/generated/program, the JavaScript that runs, from the TypeScript of src, if it is not there or out of date: half
// a second. A service that translates itself whenever it starts takes twice as long to start and a third more memory.
// Plain JavaScript, since it is called before anything else can run.

import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const source = join(root, "src");
const output = join(source, "generated/program");
const manifestFile = join(output, "manifest.json");

/** What is started by itself: the service, its commands, and the programs of its threads. */
function entryPoints() {
	const commands = readdirSync(join(source, "cli")).map((name) => `src/cli/${name}`);
	return [
		"src/main.ts",
		...commands.sort(),
		"src/ingest/parsing/parse-thread.ts",
		"src/ingest/reading/reading-thread.ts",
	];
}

/** The name of an entry point's output: all files stand in one directory. @param {string} file of TypeScript, from the root */
const outputName = (file) =>
	file
		.replace(/^src\//, "")
		.replace(/\.ts$/, "")
		.replaceAll("/", ".");

/** @param {Iterable<string>} inputs from the root */
function stampOf(inputs) {
	const hash = createHash("sha256")
		.update(readFileSync(import.meta.filename))
		.update(entryPoints().join());
	hash.update(readFileSync(join(root, "node_modules/esbuild/package.json")));
	for (const path of inputs) {
		const file = join(root, path);
		hash.update(path).update(existsSync(file) ? readFileSync(file) : "");
	}
	return hash.digest("hex");
}

function isCurrent() {
	if (!existsSync(manifestFile)) return false;
	const { stamp, inputs } = JSON.parse(readFileSync(manifestFile, "utf8"));
	return stamp === stampOf(inputs);
}

/** Files that are found beside a module are looked for beside its source: the address of a module is that of its source. */
const addressOfSource = {
	name: "address-of-source",
	/** @param {import("esbuild").PluginBuild} build */
	setup(build) {
		build.onLoad({ filter: /\.m?[jt]s$/ }, ({ path }) => {
			const text = readFileSync(path, "utf8");
			if (!text.includes("import.meta.url")) return null;
			const address = `new URL(${JSON.stringify(relative(output, path))}, import.meta.url).href`;
			return { contents: text.replaceAll("import.meta.url", address), loader: path.endsWith("ts") ? "ts" : "js" };
		});
	},
};

/** JSON is parsed when it is needed: as a part of the program it would be kept twice, as a text and as objects. */
const jsonByFile = {
	name: "json-by-file",
	/** @param {import("esbuild").PluginBuild} build */
	setup(build) {
		build.onLoad({ filter: /\.json$/ }, ({ path }) => ({
			contents: `import { readFileSync } from "node:fs";
export default JSON.parse(readFileSync(new URL(${JSON.stringify(relative(output, path))}, import.meta.url), "utf8"));`,
			loader: "js",
		}));
	},
};

async function compile() {
	const { build } = await import("esbuild");
	const { outputFiles, metafile } = await build({
		absWorkingDir: root,
		entryPoints: entryPoints().map((file) => ({ in: file, out: outputName(file) })),
		outdir: output,
		chunkNames: "part-[hash]",
		bundle: true,
		splitting: true,
		packages: "external",
		format: "esm",
		platform: "node",
		target: "node20.19",
		// So that an error names the line of the source.
		sourcemap: "linked",
		sourcesContent: false,
		plugins: [addressOfSource, jsonByFile],
		write: false,
		metafile: true,
		logLevel: "warning",
	});
	mkdirSync(output, { recursive: true });
	const inputs = Object.keys(metafile.inputs).sort();
	const written = [...outputFiles, { path: manifestFile, text: JSON.stringify({ stamp: stampOf(inputs), inputs }) }];
	// Parts before what imports them, and the manifest last: whoever starts meanwhile finds the old program, or the new one.
	const isPart = (/** @type {string} */ path) => basename(path).startsWith("part-");
	written.sort((a, b) => Number(isPart(b.path)) - Number(isPart(a.path)));
	for (const { path, text } of written) {
		writeFileSync(`${path}.${process.pid}`, text);
		renameSync(`${path}.${process.pid}`, path);
	}
	removeOldParts(new Set(written.map(({ path }) => basename(path))));
}

const DAY_MS = 86_400_000;

/** A service that runs since before may still load parts of the program that it is; not for days. @param {Set<string>} kept */
function removeOldParts(kept) {
	for (const name of readdirSync(output)) {
		const file = join(output, name);
		if (!kept.has(name) && Date.now() - statSync(file).mtimeMs > DAY_MS) rmSync(file, { force: true });
	}
}

/** Makes what is missing or out of date. Throws where it cannot. */
export async function ensureCompiled() {
	if (!isCurrent()) await compile();
}

/** @param {string} file a path @returns {string | null} what runs in its place; null for a file that is no entry point */
export function compiledFile(file) {
	const path = relative(root, file);
	return entryPoints().includes(path) ? join(output, `${outputName(path)}.js`) : null;
}

const startedHere = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (startedHere) await ensureCompiled();
