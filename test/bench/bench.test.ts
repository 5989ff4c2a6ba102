import { describe, expect, test } from "vitest";
import { isCopy } from "../../src/article/find-original.js";
import { signatureOf } from "../../src/article/signature.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { WORLD } from "../ingest/harbour-news.js";
import { openTestDatabase } from "../test-database.js";
import { archiveArticles } from "./archive.js";
import { cutAtSentence, distinctArticles, readWorld, take } from "./articles.js";
import { withBareValues } from "./bare-options.js";
import { type Contestant, measureRounds, median, spread } from "./measure.js";
import { multiplyArchive } from "./multiplied-archive.js";
import { precedingBench } from "./preceding-bench.js";
import { formatTable } from "./table.js";

const world = readWorld();

describe("an article to measure with", () => {
	const articles = take(distinctArticles(world, 1, 2800), 50);

	test("is as long as asked for, to within a sentence, and ends with one", () => {
		for (const { text } of articles) {
			expect(Math.abs(text.length - 2800)).toBeLessThan(300);
			expect(text).toMatch(/[.!?]["”’)]*$/);
		}
	});

	test("is unlike all others", () => {
		expect(new Set(articles.map(({ text }) => text)).size).toBe(articles.length);
	});

	test("brings names that the world does not hold", () => {
		const known = new Set(world.flat().flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []));
		for (const { text } of articles) expect((text.match(/\p{L}+/gu) ?? []).some((word) => !known.has(word))).toBe(true);
	});

	test("is the same for the same seed, and another for another", () => {
		expect(take(distinctArticles(world, 1, 2800), 3)).toEqual(articles.slice(0, 3));
		expect(take(distinctArticles(world, 2, 2800), 1)).not.toEqual(articles.slice(0, 1));
	});
});

describe("an archive to measure with", () => {
	const archive = take(archiveArticles(world, 1, 2800), 200);

	test("has articles in the order of their dates, each with an address of its own", () => {
		const dates = archive.map(({ publishedAt }) => publishedAt);
		expect(dates).toEqual([...dates].sort());
		expect(new Set(archive.map(({ url }) => url)).size).toBe(archive.length);
	});

	test("has hardly any copies", () => {
		const signatures = archive.map(({ text }) => signatureOf(text));
		const copies = signatures.filter((one, index) => signatures.slice(0, index).some((other) => isCopy(one, other)));
		expect(copies.length).toBeLessThan(archive.length * 0.1);
	});

	test("is the same for the same seed, and another for another", () => {
		expect(take(archiveArticles(world, 1, 2800), 3)).toEqual(archive.slice(0, 3));
		expect(take(archiveArticles(world, 2, 2800), 1)).not.toEqual(archive.slice(0, 1));
	});
});

const { signal } = new AbortController();
const quiet = { now: () => performance.now(), signal, progress: () => {} };

test("a multiplied archive has every row once for each copy, and none that refers to what is not there", async () => {
	const db = await openTestDatabase();
	try {
		for (const article of WORLD) await ingestArticle(db, article, new Date("2026-03-10T00:00:00Z"), newId);
		const count = async (sql: string) =>
			Number((await db.pool.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]?.n);
		const tables = [
			"Article",
			"ArticleRevision",
			"Section",
			"Event",
			"Mention",
			"EventArticle",
			"CausalLink",
			"Evidence",
			"ArticleEntity",
		];
		const before = new Map<string, number>();
		for (const table of tables) before.set(table, await count(`"${table}"`));
		const indexes = `select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`;
		const indexed = (await db.pool.query(indexes)).rows;
		await multiplyArchive(db, 3, quiet);
		expect((await db.pool.query(indexes)).rows).toEqual(indexed);
		for (const table of tables)
			expect([table, await count(`"${table}"`)]).toEqual([table, 4 * (before.get(table) ?? 0)]);
		const references: [table: string, column: string, to: string][] = [
			["EventArticle", "eventId", "Event"],
			["EventArticle", "articleId", "Article"],
			["Mention", "revisionId", "ArticleRevision"],
			["CausalLink", "causeId", "Event"],
			["Evidence", "linkId", "CausalLink"],
			["ArticleEntity", "entityId", "Entity"],
			["Article", "sourceId", "Source"],
		];
		for (const [table, column, to] of references)
			expect(await count(`"${table}" x where not exists (select from "${to}" t where t.id = x."${column}")`)).toBe(0);
	} finally {
		await db.close();
	}
});

test("what preceded is measured in an archive that is made for it", async () => {
	const values = { articles: "24", sample: "12", questions: "3", clock: "RECORDED", seed: "1" };
	const { json, text } = await precedingBench.run(values, quiet);
	expect(json).toMatchObject({ database: "pglite", articles: 24 });
	const { figures } = json as { figures: { questions: number; statements: number; p50: number }[] };
	expect(figures.map(({ statements }) => statements).slice(0, 3)).toEqual([1, 3, 3]);
	for (const { questions, p50 } of figures) expect([questions, p50 > 0]).toEqual([3, true]);
	expect(text).toContain("what preceded, again");
});

test.each([
	["It rained all day. Then it snowed. The end came late.", 20, "It rained all day."],
	["It rained all day. Then it snowed. The end came late.", 30, "It rained all day. Then it snowed."],
	["The U.S. said so to Mr. Holm. He left.", 10, "The U.S. said so to Mr. Holm."],
	["no end at all", 5, "no end at all"],
])("%j is cut near %d characters, after a sentence", (text, length, expected) => {
	expect(cutAtSentence(text, length)).toBe(expected);
});

test.each([
	[[3, 1, 2], 2, 0.5],
	[[4, 1, 3, 2], 2.5, 0.6],
	[[5], 5, 0],
	[[], Number.NaN, Number.NaN],
])("of %j the median is %d and the middle half spreads over %d of it", (values, middle, width) => {
	expect(median(values)).toBe(middle);
	expect(Number(spread(values).toFixed(9))).toBe(width);
});

describe("rounds", () => {
	/** Each reading takes as many ticks as its input says, and is noted. */
	function setUp() {
		const order: string[] = [];
		let ticks = 0;
		const contestant = (name: string, factor: number): Contestant<number> => ({
			name,
			read(input) {
				if (order.at(-1) !== name) order.push(name);
				ticks += input * factor;
				return input;
			},
		});
		return { order, now: () => ticks, contestants: [contestant("a", 1), contestant("b", 10), contestant("c", 100)] };
	}

	test("turn the order, leave out the warm-up, and give each its own time", async () => {
		const { order, now, contestants } = setUp();
		const signal = new AbortController().signal;
		const times = await measureRounds(contestants, [1, 2], { warmup: 1, rounds: 2, now, signal });
		expect(order.join("")).toBe("abcbcacab");
		expect(times).toEqual([
			[3, 3],
			[30, 30],
			[300, 300],
		]);
	});

	test("end when they are told to", async () => {
		const { now, contestants } = setUp();
		const controller = new AbortController();
		const onRound = (round: number) => round === 1 && controller.abort();
		const { signal } = controller;
		expect(await measureRounds(contestants, [1], { warmup: 0, rounds: 9, now, signal, onRound })).toEqual([
			[1],
			[10],
			[100],
		]);
	});
});

test.each([
	[["--memory"], ["--memory=9"]],
	[
		["--memory", "5", "--json"],
		["--memory=5", "--json"],
	],
	[
		["--memory", "--json"],
		["--memory=9", "--json"],
	],
	[["--memory=7"], ["--memory=7"]],
	[
		["--seed", "3"],
		["--seed", "3"],
	],
])("the options %j mean %j", (args, expected) => {
	expect(withBareValues(args, { memory: "9" })).toEqual(expected);
});

test("a table sets its first column to the left and the others to the right", () => {
	expect(
		formatTable([
			["", "ms"],
			["long name", "1"],
			["b", "1000"],
		]),
	).toBe("             ms\n---------  ----\nlong name     1\nb          1000");
});
