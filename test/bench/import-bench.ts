import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SubmittedArticle } from "../../src/article/article-draft.js";
import { UsageError } from "../../src/cli/run-command.js";
import { type Database, openDatabase } from "../../src/db.js";
import { newId } from "../../src/ingest/new-id.js";
import { importLines } from "../../src/ingest/reading/import-lines.js";
import { createReadingThreads } from "../../src/ingest/reading/reading-threads.js";
import { readArticle } from "../../src/language/analyze.js";
import { archiveArticles } from "./archive.js";
import { readWorld, take } from "./articles.js";
import type { Bench, BenchContext, BenchResult } from "./bench-types.js";
import { figure, formatTable } from "./table.js";

const HELP = `import: how fast articles go through the whole pipeline into a database, beside analysing them and beside inserting their bare texts,
in the same run. Seconds are those of the clock, since the work is this process's and the database's.

  --articles N     (1000)
  --length N       characters of an article, about (2800)
  --seed N         of the articles (1)
  --database URL   an empty database, postgresql://...; it is filled (default: embedded, in a directory that is removed)`;

export const importBench: Bench = {
	help: HELP,
	options: {
		articles: { type: "string", default: "1000" },
		length: { type: "string", default: "2800" },
		seed: { type: "string", default: "1" },
		database: { type: "string" },
	},
	valueWhenBare: {},
	async run(values, context) {
		const count = wholeNumber(values, "articles", 10);
		const articles = () =>
			archiveArticles(readWorld(), wholeNumber(values, "seed", 0), wholeNumber(values, "length", 200));
		const directory = values.database === undefined ? mkdtempSync(join(tmpdir(), "antecedent-bench-")) : null;
		const url = directory === null ? String(values.database) : `pglite:${join(directory, "pg")}`;
		try {
			const db = await openDatabase({ url });
			try {
				if ((await db.prisma.article.count()) > 0)
					throw new UsageError("--database holds articles; an empty one is needed");
				return await measureImport(db, articles, count, context);
			} finally {
				await db.close();
			}
		} finally {
			if (directory !== null) rmSync(directory, { recursive: true, force: true });
		}
	},
};

/** An option that is a whole number. Throws a UsageError for what is none, or less. */
export function wholeNumber(values: Readonly<Record<string, unknown>>, name: string, least: number): number {
	const value = Number(values[name]);
	if (!Number.isSafeInteger(value) || value < least)
		throw new UsageError(`--${name} takes a whole number of at least ${least}, not "${values[name]}"`);
	return value;
}

/** Articles of the comparisons: enough to be past the start, few enough not to take longer than what they stand beside. */
const COMPARED = 300;
const MB = 1_000_000;
const MEMORY_EVERY_MS = 200;

interface Part {
	articles: number;
	seconds: number;
	/** What the process needs of memory at its end. */
	rssMb: number;
}

async function measureImport(
	db: Database,
	articles: () => Iterable<SubmittedArticle>,
	count: number,
	{ signal, progress }: BenchContext,
): Promise<BenchResult> {
	const compared = take(articles(), Math.min(COMPARED, count));
	progress("analysis alone");
	const analysis = rate(
		compared.length,
		secondsFor(() => compared.forEach(analyse)),
	);
	progress("bare inserts");
	const inserts = rate(compared.length, await insertTexts(db, compared));
	let peakMb = 0;
	const memory = setInterval(() => {
		peakMb = Math.max(peakMb, process.memoryUsage.rss() / MB);
	}, MEMORY_EVERY_MS);
	const parts = await importInParts(db, articles(), count, signal, progress).finally(() => clearInterval(memory));
	const imported = parts.reduce((sum, part) => sum + part.articles, 0);
	const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
	const rates = parts.map((part) => rate(part.articles, part.seconds));
	const lastToFirst = (rates.at(-1) ?? 0) / (rates[0] ?? 1);
	const whole = rate(imported, seconds);
	return {
		json: {
			database: db.kind,
			articles: imported,
			seconds,
			articlesPerSecond: whole,
			analysis,
			inserts,
			parts,
			lastToFirst,
			peakMb,
		},
		text: [
			`${figure(imported)} articles into ${db.description}`,
			formatTable([
				["", "articles/s", "× this"],
				["import", figure(whole), "1.00"],
				["analysis alone, one thread", figure(analysis), (analysis / whole).toFixed(2)],
				["inserts of the bare texts, a transaction each", figure(inserts), (inserts / whole).toFixed(2)],
			]),
			formatTable([
				["articles", "articles/s", "RSS MB"],
				...parts.map((part, index) => [figure(part.articles), figure(rates[index] ?? 0), figure(part.rssMb)]),
			]),
			`The last part went at ${lastToFirst.toFixed(2)} of the speed of the first; at most ${figure(peakMb)} MB were in use.`,
		].join("\n\n"),
	};
}

const rate = (articles: number, seconds: number): number => articles / seconds;

function secondsFor(work: () => void): number {
	const startedAt = performance.now();
	work();
	return (performance.now() - startedAt) / 1000;
}

function analyse({ headline, text, language, publishedAt }: SubmittedArticle): void {
	readArticle({ headline, text, language, publishedAt: publishedAt ?? "" });
}

async function insertTexts(db: Database, articles: readonly SubmittedArticle[]): Promise<number> {
	await db.pool.query("create table bench_text (url text primary key, headline text, text text)");
	const startedAt = performance.now();
	for (const { url, headline, text } of articles)
		await db.pool.query({
			name: "bench-text",
			text: "insert into bench_text values ($1, $2, $3)",
			values: [url, headline, text],
		});
	const seconds = (performance.now() - startedAt) / 1000;
	await db.pool.query("drop table bench_text");
	return seconds;
}

const PARTS = 10;

async function importInParts(
	db: Database,
	articles: Iterable<SubmittedArticle>,
	count: number,
	signal: AbortSignal,
	progress: (what: string) => void,
): Promise<Part[]> {
	const threads = createReadingThreads();
	const parts: Part[] = [];
	let done = 0;
	let sampledAt = 0;
	let startedAt = performance.now();
	try {
		const parse = (article: SubmittedArticle) => ({ kind: "ok" as const, article });
		for await (const { item, result } of importLines(db, firstOf(articles, count), parse, threads, newId)) {
			if (!("articleId" in result)) throw new Error(`${item.url} was refused: ${JSON.stringify(result)}`);
			done++;
			progress(`${figure(done)} of ${figure(count)} articles`);
			if (signal.aborted) break;
			if (Math.floor((done * PARTS) / count) === parts.length) continue;
			const now = performance.now();
			parts.push({
				articles: done - sampledAt,
				seconds: (now - startedAt) / 1000,
				rssMb: process.memoryUsage.rss() / MB,
			});
			sampledAt = done;
			startedAt = now;
		}
	} finally {
		await threads.close();
	}
	return parts;
}

/** The first articles of a stream, one by one. */
export async function* firstOf(articles: Iterable<SubmittedArticle>, count: number): AsyncGenerator<SubmittedArticle> {
	let given = 0;
	for (const article of articles) {
		if (given++ === count) return;
		yield article;
	}
}
