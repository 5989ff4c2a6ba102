import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { parseArgs } from "node:util";
import type { SubmittedArticle } from "../article/article-draft.js";
import { describeErrors, parseArticleLine } from "../article/article-line.js";
import { oneLine } from "../article/clean-text.js";
import { parseConfig } from "../config.js";
import { type Database, openDatabase } from "../db.js";
import { importOpml } from "../ingest/feeds.js";
import { newId } from "../ingest/new-id.js";
import { importLines } from "../ingest/reading/import-lines.js";
import { createReadingThreads } from "../ingest/reading/reading-threads.js";
import { type Line, parseJsonLine, readLines } from "./lines.js";
import { createProgress } from "./progress.js";
import { runCommand, UsageError } from "./run-command.js";

const HELP = `usage: npm run -s import -- FILE...

Loads articles through the whole pipeline, or feeds from OPML. Loading a file twice changes nothing the second time.

FILE  articles as JSONL, one a line: {"url", "text", "headline"?, "publishedAt"?, "language"?, "source"?: {"name"?, "homepage"?}}
      feeds as OPML (recognised by content)
      -  for standard input (articles)

DATABASE_URL says where to: pglite:DIRECTORY (default pglite:./.data/pg) or postgresql://...
Progress and refused lines go to standard error. The last line on standard output is the summary,
{"read", "created", "revised", "unchanged", "failed"}. Exit status: 0, or 1 if anything was refused.`;

interface Summary {
	read: number;
	created: number;
	revised: number;
	unchanged: number;
	failed: number;
}

async function main(signal: AbortSignal): Promise<number> {
	const { values, positionals } = parseArgs({
		options: { help: { type: "boolean", short: "h" } },
		allowPositionals: true,
		strict: true,
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	if (positionals.length === 0) throw new UsageError("name at least one file");
	// Every file is looked at before the first is loaded: a misspelt name must not leave half an import.
	const files = await Promise.all(positionals.map(openFile));
	const config = parseConfig(process.env);
	const db = await openDatabase({ url: config.databaseUrl, ...config.database });
	const summary: Summary = { read: 0, created: 0, revised: 0, unchanged: 0, failed: 0 };
	const progress = createProgress(
		process.stderr,
		() => `${summary.read} read, ${summary.created} created, ${summary.failed} refused`,
	);
	try {
		for (const file of files) {
			if (file.isOpml) await importFeeds(db, file, summary);
			else await importArticles(db, file, summary, signal, progress.tick);
			if (signal.aborted) break;
		}
	} finally {
		progress.end();
		await db.close();
	}
	console.log(JSON.stringify(summary));
	return summary.failed > 0 ? 1 : 0;
}

interface InputFile {
	name: string;
	isOpml: boolean;
	stream: () => Readable;
}

async function openFile(name: string): Promise<InputFile> {
	if (name === "-") return { name: "standard input", isOpml: false, stream: () => process.stdin };
	const handle = await open(name).catch((error: NodeJS.ErrnoException) => {
		throw new UsageError(`cannot read ${name}: ${error.code === "ENOENT" ? "no such file" : error.message}`);
	});
	try {
		const { bytesRead, buffer } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
		const head = buffer
			.subarray(0, bytesRead)
			.toString("utf8")
			.replace(/^\uFEFF/, "")
			.trimStart();
		return { name, isOpml: head.startsWith("<"), stream: () => createReadStream(name) };
	} catch (error) {
		throw new UsageError(`cannot read ${name}: ${error instanceof Error ? error.message : String(error)}`);
	} finally {
		await handle.close();
	}
}

async function importArticles(
	db: Database,
	file: InputFile,
	summary: Summary,
	signal: AbortSignal,
	tick: () => void,
): Promise<void> {
	const threads = createReadingThreads();
	try {
		const outcomes = importLines(db, readLines(file.stream()), (line) => parseLine(line), threads, newId);
		for await (const { item: line, result } of outcomes) {
			summary.read++;
			if (result.kind === "failed" || result.kind === "invalid") {
				const reason = result.kind === "failed" ? result.reason : describeErrors(result.errors);
				summary.failed++;
				console.error(`${file.name}:${line.number}: ${oneLine(reason, 500)}`);
			} else summary[result.kind]++;
			tick();
			if (signal.aborted) return;
		}
	} finally {
		await threads.close();
	}
}

function parseLine(line: Line): { kind: "ok"; article: SubmittedArticle } | { kind: "failed"; reason: string } {
	const json = parseJsonLine(line);
	if (json.kind === "invalid") return { kind: "failed", reason: json.reason };
	const parsed = parseArticleLine(json.value);
	return parsed.kind === "invalid" ? { kind: "failed", reason: describeErrors(parsed.errors) } : parsed;
}

async function importFeeds(db: Database, file: InputFile, summary: Summary): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of file.stream()) chunks.push(chunk as Buffer);
	const outcome = await importOpml(db, Buffer.concat(chunks).toString("utf8"), new Date(), newId);
	summary.read += outcome.read;
	summary.created += outcome.created;
	summary.unchanged += outcome.unchanged;
	summary.failed += outcome.failures.length;
	for (const failure of outcome.failures) console.error(`${file.name}: ${oneLine(failure, 500)}`);
}

await runCommand("import", main);
