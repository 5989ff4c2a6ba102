import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SubmittedArticle } from "../../../src/article/article-draft.js";
import { ingestArticle } from "../../../src/ingest/ingest-article.js";
import { newId } from "../../../src/ingest/new-id.js";
import { importLines } from "../../../src/ingest/reading/import-lines.js";
import { createReadingThreads, type ReadingThreads } from "../../../src/ingest/reading/reading-threads.js";
import { readArticle } from "../../../src/language/analyze.js";
import { openTestDatabase, type TestDatabase } from "../../test-database.js";
import { COLLAPSE, STRIKE, WORLD } from "../harbour-news.js";

const edited = { ...COLLAPSE, text: `${COLLAPSE.text}\n\nThe port will stay closed until Friday, its master said.` };
const faulty = { url: "nowhere", text: "x" };
/** With an address that comes again at once, as the same text, as another, and as the first one again. */
const ARTICLES: SubmittedArticle[] = [COLLAPSE, COLLAPSE, edited, faulty, COLLAPSE, edited, ...WORLD];

let oneByOne: TestDatabase;
let ahead: TestDatabase;
let threads: ReadingThreads;
beforeAll(async () => {
	[oneByOne, ahead] = await Promise.all([openTestDatabase(), openTestDatabase()]);
	threads = createReadingThreads(2);
});
afterAll(() => Promise.all([oneByOne.close(), ahead.close(), threads.close()]));

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
	yield* items;
}

const parse = (article: SubmittedArticle) =>
	article.url === "broken" ? { kind: "failed" as const, reason: "is no article" } : { kind: "ok" as const, article };

async function importAll(articles: readonly SubmittedArticle[]): Promise<string[]> {
	const kinds: string[] = [];
	for await (const { item, result } of importLines(ahead, each(articles), parse, threads, newId)) {
		expect(item).toBe(articles[kinds.length]);
		kinds.push(result.kind);
	}
	return kinds;
}

/** What stands in the archive, without ids and instants. */
async function contents({ pool }: TestDatabase): Promise<unknown> {
	const { rows } = await pool.query(`
		select a.url, a.revision, o.url as original, r.number, r.headline, r.text,
			(select json_agg(json_build_array(m.index, m.role, m.title, m."matchReason", e.title, e."articleCount") order by m.index)
				from "Mention" m join "Event" e on e.id = m."eventId" where m."revisionId" = r.id) as mentions,
			(select json_agg(json_build_array(v.index, v.exact, c.title, f.title, l.status, l.supporting) order by v.index)
				from "Evidence" v join "CausalLink" l on l.id = v."linkId" join "Event" c on c.id = l."causeId"
				join "Event" f on f.id = l."effectId" where v."revisionId" = r.id) as claims
		from "Article" a join "ArticleRevision" r on r."articleId" = a.id left join "Article" o on o.id = a."isBasedOnId"
		order by a.url, r.number`);
	const changes = await pool.query(`select position, kind, "nodeType", fields from "Change" order by position`);
	return [rows, changes.rows];
}

describe("articles that are read ahead", () => {
	test("become what they do one after the other, and so does the archive", async () => {
		const expected: string[] = [];
		for (const article of ARTICLES) expected.push((await ingestArticle(oneByOne, article, new Date(), newId)).kind);
		expect(await importAll(ARTICLES)).toEqual(expected);
		expect(await contents(ahead)).toEqual(await contents(oneByOne));
	});

	test("change nothing when they come again", async () => {
		const before = await contents(ahead);
		expect(new Set(await importAll(WORLD))).toEqual(new Set(["unchanged"]));
		expect(await contents(ahead)).toEqual(before);
	});

	test("keep their place when others are none", async () => {
		const broken = { url: "broken", text: "" };
		expect(await importAll([broken, STRIKE, faulty, STRIKE, broken])).toEqual([
			"failed",
			"unchanged",
			"invalid",
			"unchanged",
			"failed",
		]);
	});
});

describe("a thread that reads", () => {
	const text = { text: COLLAPSE.text, headline: COLLAPSE.headline, publishedAt: "2026-03-02T10:00:00.000Z" };

	test("reads what is read here", async () => {
		expect(await threads.read(text)).toEqual(readArticle(text));
	});

	test("tells what it cannot do, and goes on", async () => {
		const missing = threads.read(null as never);
		const next = threads.read(text);
		await expect(missing).rejects.toThrow(TypeError);
		expect((await next).analysis.language).toBe("en");
	});

	test("fails what is under way when it is ended", async () => {
		const ending = createReadingThreads(1);
		const reading = ending.read(text);
		const failed = expect(reading).rejects.toThrow("has ended");
		await ending.close();
		await failed;
	});
});
