import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../../src/db.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { createLog } from "../../src/log.js";
import type { Bench, BenchContext, BenchResult } from "./bench-types.js";
import { wholeNumber } from "./import-bench.js";
import { type LargeArchive, makeLargeArchive } from "./large-archive.js";
import { quantile } from "./measure.js";
import { figure, formatTable } from "./table.js";

const HELP = `search: how fast a page of twenty with its highlights is found in a large archive, over GraphQL, beside reading one event by its id in the
same run. Milliseconds are those of the clock, one question after the other. What is looked for stands in headlines of the archive.

  --articles N     in the archive, about (2000)
  --sample N       of them imported through the whole pipeline (500)
  --questions N    of each kind (50)
  --seed N         of the articles and the choice of headlines (1)
  --database URL   as for preceding`;

export const searchBench: Bench = {
	help: HELP,
	options: {
		articles: { type: "string", default: "2000" },
		sample: { type: "string", default: "500" },
		questions: { type: "string", default: "50" },
		seed: { type: "string", default: "1" },
		database: { type: "string" },
	},
	valueWhenBare: {},
	async run(values, context) {
		const plan = {
			articles: wholeNumber(values, "articles", 10),
			sample: wholeNumber(values, "sample", 10),
			questions: wholeNumber(values, "questions", 1),
			seed: wholeNumber(values, "seed", 0),
		};
		const directory = values.database === undefined ? mkdtempSync(join(tmpdir(), "antecedent-bench-")) : null;
		const url = directory === null ? String(values.database) : `pglite:${join(directory, "pg")}`;
		try {
			const db = await openDatabase({ url });
			try {
				if ((await db.prisma.article.count()) === 0) await makeLargeArchive(db, plan, context);
				return await measureSearch(db, plan, context);
			} finally {
				await db.close();
			}
		} finally {
			if (directory !== null) rmSync(directory, { recursive: true, force: true });
		}
	},
};

interface Plan extends LargeArchive {
	questions: number;
}

/** Words that stand in most news. */
const COMMON = ["said", "two", "people", "day"];

/** What is looked for, made of the words of a headline. */
const KINDS: readonly [name: string, query: (words: string[], turn: number) => string][] = [
	["one word", ([a]) => String(a)],
	["two words", ([a, b]) => `${a} ${b}`],
	["two words, as they stand", ([a, b]) => `"${a} ${b}"`],
	["one word of three", ([a, b, c]) => `${a} or ${b} or ${c}`],
	["one word without another", ([a, b]) => `${a} -${b}`],
	["a word of nearly all news", (_, turn) => String(COMMON[turn % COMMON.length])],
];

const SEARCH = `query($query: String!) { search(query: $query) {
	nodes { score node { ... on Article { headline } ... on Event { title } ... on Entity { name } } highlights { text ranges { start end } } } } }`;
const FILTER = `query($query: String!) { articles(filter: {query: $query}) { nodes { headline publishedAt } } }`;
const ONE_EVENT = `select id, title, "timeValue" from "Event" where id = $1`;

async function measureSearch(db: Database, plan: Plan, { progress, signal }: BenchContext): Promise<BenchResult> {
	const server = createGraphQLServer({ db, log: createLog({ logLevel: "error" }) });
	const ask = async (query: string, words: string) => {
		const body = JSON.stringify({ query, variables: { query: words } });
		const headers = { "content-type": "application/json" };
		const answer = await server.fetch(new Request("http://localhost/graphql", { method: "POST", headers, body }));
		const { errors } = (await answer.json()) as { errors?: unknown };
		if (errors) throw new Error(JSON.stringify(errors));
	};
	const { headlines, eventIds } = await chooseSubjects(db, plan);
	const figures: { name: string; p50: number; p95: number; max: number }[] = [];
	const measure = async <Item>(
		name: string,
		items: readonly Item[],
		read: (item: Item, turn: number) => Promise<unknown>,
	) => {
		const times: number[] = [];
		for (const [turn, item] of items.entries()) {
			if (signal.aborted) break;
			progress(`${name}: ${figure(turn)} of ${figure(items.length)}`);
			const startedAt = performance.now();
			await read(item, turn);
			times.push(performance.now() - startedAt);
		}
		figures.push({ name, p50: quantile(times, 0.5), p95: quantile(times, 0.95), max: Math.max(...times) });
	};
	await measure("one event, by its id", eventIds, (id) =>
		db.pool.query({ name: "bench-event", text: ONE_EVENT, values: [id] }),
	);
	for (const [name, query] of KINDS)
		await measure(`search: ${name}`, headlines, (words, turn) => ask(SEARCH, query(words, turn)));
	for (const [name, query] of KINDS)
		await measure(`latest articles: ${name}`, headlines, (words, turn) => ask(FILTER, query(words, turn)));
	const articles = await db.prisma.article.count();
	return {
		json: { database: db.kind, articles, figures },
		text: [
			`${figure(articles)} articles, ${db.description}; ${figure(headlines.length)} questions of each kind`,
			formatTable([
				["", "p50 ms", "p95 ms", "max ms"],
				...figures.map(({ name, ...times }) => [name, figure(times.p50), figure(times.p95), figure(times.max)]),
			]),
		].join("\n\n"),
	};
}

/** Any headlines, as their first words of some length in their order, and any events. */
async function chooseSubjects(
	db: Database,
	{ questions, seed }: Plan,
): Promise<{ headlines: string[][]; eventIds: string[] }> {
	const { rows } = await db.pool.query<{ headline: string; eventId: string }>(
		`select a.headline, e."eventId" from "Article" a join lateral (select "eventId" from "EventArticle" e where e."articleId" = a.id limit 1) e on true
		order by md5(a.id::text || $1) limit $2`,
		[String(seed), questions],
	);
	return {
		headlines: rows.map(({ headline }) => [...(headline.match(/\p{L}{4,}/gu) ?? []), "strike", "storm", "court"]),
		eventIds: rows.map(({ eventId }) => eventId),
	};
}
