import pg from "pg";
import type { SubmittedArticle } from "../../src/article/article-draft.js";
import { UsageError } from "../../src/cli/run-command.js";
import { type Database, openDatabase } from "../../src/db.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { newId } from "../../src/ingest/new-id.js";
import { importLines } from "../../src/ingest/reading/import-lines.js";
import { createReadingThreads } from "../../src/ingest/reading/reading-threads.js";
import { createLog } from "../../src/log.js";
import { archiveArticles } from "./archive.js";
import { readWorld } from "./articles.js";
import type { Bench, BenchContext } from "./bench-types.js";
import { wholeNumber } from "./import-bench.js";
import { ARTICLE_LENGTH } from "./large-archive.js";
import { quantile } from "./measure.js";
import { READERS_QUESTION } from "./preceding-bench.js";
import {
	type Archive,
	type ArchivePlan,
	type Archives,
	archivesOf,
	EMBEDDED_DIRECTORY,
	type Place,
} from "./service/archives.js";
import type { Variables } from "./service/operations.js";
import { sessionsOf, sessionsTook } from "./service/processor.js";
import { chooseQuestions } from "./service/questions.js";
import { orNone, placeName } from "./service/report.js";
import { archivePlan } from "./service/service-plan.js";
import { figure, formatTable } from "./table.js";

const HELP = `growth: what "what preceded" and the import of further articles cost in archives of several sizes, embedded and on a server. One question
after the other, over GraphQL inside of one process: everything that a reader's page asks, what is related included.

  --sizes N,N,...  articles in the archives, about (1000,10000,100000)
  --asked N        different events asked about (100)
  --imported N     further articles that go through the whole pipeline, after as many that are not measured (50)
  --sample N, --seed N, --database URL, --embedded N, --keep
                   as for service; --embedded is the largest embedded archive (the largest of all)`;

export const GROWTH_OPTIONS: Bench["options"] = {
	sizes: { type: "string", default: "1000,10000,100000" },
	asked: { type: "string", default: "100" },
	imported: { type: "string", default: "50" },
};

export const growthBench: Bench = {
	help: HELP,
	options: {
		...GROWTH_OPTIONS,
		sample: { type: "string" },
		seed: { type: "string", default: "1" },
		database: { type: "string" },
		embedded: { type: "string" },
		keep: { type: "boolean" },
	},
	valueWhenBare: {},
	async run(values, context) {
		const plan = growthPlan(values);
		const archives = archivesOf(values.keep === true, context);
		try {
			const result = await measureGrowth(plan, archives, context);
			return { json: result, text: growthText(result) };
		} finally {
			await archives.close();
		}
	},
};

export interface GrowthPlan {
	archives: { place: Place; plan: ArchivePlan }[];
	asked: number;
	imported: number;
}

/** Milliseconds of the clock for one question, and of the processor, all processes together; null where the system does not say. */
interface Asked {
	p50Ms: number;
	p95Ms: number;
	processorMs: number | null;
}

/** One archive's figures. */
export interface Grown {
	place: Place["kind"];
	articles: number;
	/** Questions asked for the first time, and the same again, which are kept. */
	first: Asked;
	again: Asked;
	/** One further article, on average. */
	imported: { ms: number; processorMs: number | null };
}

/** Questions before those that are measured. */
const WARMUP = 10;

/** Throws a UsageError for options that make no sense. */
export function growthPlan(values: Readonly<Record<string, unknown>>): GrowthPlan {
	const sizes = String(values.sizes).split(",").map(Number);
	if (sizes.some((size) => !Number.isSafeInteger(size) || size < 20))
		throw new UsageError(`--sizes takes whole numbers of at least 20 with commas between, not "${values.sizes}"`);
	const largest = values.embedded === undefined ? Math.max(...sizes) : wholeNumber(values, "embedded", 0);
	const places: [Place, number][] = [[{ kind: "pglite", directory: EMBEDDED_DIRECTORY }, largest]];
	if (values.database !== undefined)
		places.unshift([{ kind: "postgresql", server: String(values.database) }, Math.max(...sizes)]);
	return {
		archives: places.flatMap(([place, most]) =>
			sizes.filter((size) => size <= most).map((size) => ({ place, plan: archivePlan(values, size) })),
		),
		asked: wholeNumber(values, "asked", 1),
		imported: wholeNumber(values, "imported", 1),
	};
}

export async function measureGrowth(plan: GrowthPlan, archives: Archives, context: BenchContext): Promise<Grown[]> {
	const grown: Grown[] = [];
	for (const { place, plan: archivePlan } of plan.archives) {
		context.progress(`archive of ${figure(archivePlan.articles)} articles, ${placeName(place.kind)}`);
		const archive = await archives.get(place, archivePlan);
		const copy = await archive.copy();
		try {
			grown.push(await measureOne(place, archive, copy.url, plan, context));
		} finally {
			await copy.remove();
		}
	}
	return grown;
}

async function measureOne(
	place: Place,
	{ plan: { sample, articles, seed } }: Archive,
	url: string,
	{ asked, imported }: GrowthPlan,
	context: BenchContext,
): Promise<Grown> {
	const db = await openDatabase({ url, statementTimeoutMs: 0 });
	const watcher = place.kind === "postgresql" ? new pg.Client(url) : null;
	await watcher?.connect();
	try {
		// Whoever was asked before has left answers there.
		await db.pool.query(`truncate "KeptContext"`);
		const { WhatPreceded: chosen } = await chooseQuestions(db.pool, asked + WARMUP, seed);
		const yoga = createGraphQLServer({ db, log: createLog({ logLevel: "error" }), keepsContexts: true });
		const ask = (variables: Variables) => askYoga(yoga, variables);
		// Code is compiled, and statements are planned; of a small archive some questions have been asked then.
		for (const variables of chosen.slice(0, WARMUP)) await ask(variables);
		const questions = chosen.length > WARMUP ? chosen.slice(WARMUP) : chosen;
		const first = await askAll(ask, watcher, questions, context);
		const again = await askAll(ask, watcher, questions, context);
		const further = articlesAfter(Math.min(sample, articles), 2 * imported, seed);
		return {
			place: place.kind,
			articles: await db.prisma.article.count(),
			first,
			again,
			imported: await importAll(db, watcher, further, imported, context),
		};
	} finally {
		await watcher?.end();
		await db.close();
	}
}

async function askYoga(yoga: ReturnType<typeof createGraphQLServer>, variables: Variables): Promise<void> {
	const body = JSON.stringify({ query: READERS_QUESTION, variables });
	const headers = { "content-type": "application/json" };
	const answer = await yoga.fetch(new Request("http://localhost/graphql", { method: "POST", headers, body }));
	const { errors } = (await answer.json()) as { errors?: unknown };
	if (errors) throw new Error(JSON.stringify(errors));
}

async function askAll(
	ask: (variables: Variables) => Promise<void>,
	watcher: pg.Client | null,
	questions: readonly Variables[],
	{ progress, signal }: BenchContext,
): Promise<Asked> {
	const times: number[] = [];
	const processorMs = await processorTaken(watcher, async () => {
		for (const variables of questions) {
			signal.throwIfAborted();
			progress(`what preceded: ${figure(times.length)} of ${figure(questions.length)}`);
			const startedAt = performance.now();
			await ask(variables);
			times.push(performance.now() - startedAt);
		}
	});
	return {
		p50Ms: quantile(times, 0.5),
		p95Ms: quantile(times, 0.95),
		processorMs: processorMs === null ? null : processorMs / times.length,
	};
}

/** Measures the last `measured` of the articles: before them pages come into memory, and code is compiled. */
async function importAll(
	db: Database,
	watcher: pg.Client | null,
	articles: readonly SubmittedArticle[],
	measured: number,
	{ progress, signal }: BenchContext,
): Promise<Grown["imported"]> {
	const threads = createReadingThreads();
	const parse = (article: SubmittedArticle) => ({ kind: "ok" as const, article });
	const importSome = async (some: readonly SubmittedArticle[]) => {
		let done = 0;
		for await (const { item, result } of importLines(db, streamOf(some), parse, threads, newId)) {
			if (!("articleId" in result)) throw new Error(`${item.url} was refused: ${JSON.stringify(result)}`);
			signal.throwIfAborted();
			progress(`${figure(++done)} of ${figure(some.length)} further articles`);
		}
	};
	try {
		await importSome(articles.slice(0, -measured));
		const last = articles.slice(-measured);
		let ms = 0;
		const processorMs = await processorTaken(watcher, async () => {
			const startedAt = performance.now();
			await importSome(last);
			ms = performance.now() - startedAt;
		});
		return { ms: ms / last.length, processorMs: processorMs === null ? null : processorMs / last.length };
	} finally {
		await threads.close();
	}
}

/** Those that come after the ones which the archive was made of. */
function articlesAfter(skipped: number, count: number, seed: number): SubmittedArticle[] {
	const articles: SubmittedArticle[] = [];
	let given = 0;
	for (const article of archiveArticles(readWorld(), seed, ARTICLE_LENGTH)) {
		if (given++ < skipped) continue;
		articles.push(article);
		if (articles.length === count) break;
	}
	return articles;
}

async function* streamOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
	yield* items;
}

/** Milliseconds of the processor that this process and the sessions of Postgres take for some work; null where that cannot be told. */
async function processorTaken(watcher: pg.Client | null, work: () => Promise<void>): Promise<number | null> {
	const sessions = watcher && (await sessionsOf(watcher));
	const own = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(own);
	const postgres = watcher ? sessionsTook(sessions, await sessionsOf(watcher)) : 0;
	return postgres === null ? null : (user + system) / 1000 + postgres;
}

export const growthRows = (grown: readonly Grown[]): string[][] => [
	[
		"archive",
		"articles",
		"first p50 ms",
		"p95 ms",
		"CPU ms",
		"again p50 ms",
		"p95 ms",
		"CPU ms",
		"import ms/article",
		"CPU ms",
	],
	...grown.map(({ place, articles, first, again, imported }) => [
		placeName(place),
		figure(articles),
		...[first, again].flatMap(({ p50Ms, p95Ms, processorMs }) => [figure(p50Ms), figure(p95Ms), orNone(processorMs)]),
		figure(imported.ms),
		orNone(imported.processorMs),
	]),
];

export const growthText = (grown: readonly Grown[]): string => formatTable(growthRows(grown));
