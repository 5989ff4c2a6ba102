import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SubmittedArticle } from "../../src/article/article-draft.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { refreshEvents } from "../../src/ingest/refresh-events.js";
import { submitArticle } from "../../src/ingest/submit.js";
import { inTransaction } from "../../src/sql-transaction.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { COLLAPSE, COPY, DENIAL, STRIKE, WORLD } from "./harbour-news.js";

let db: TestDatabase;
const now = new Date("2026-03-10T00:00:00Z");
const ingest = (article: SubmittedArticle) => ingestArticle(db, article, now, newId);

async function everyRow(): Promise<string> {
	const tables = [
		"Source",
		"Article",
		"ArticleRevision",
		"Section",
		"Mention",
		"Event",
		"EventArticle",
		"CausalLink",
		"Evidence",
		"Entity",
		"Term",
		"Change",
	];
	const counts: unknown[] = [];
	for (const table of tables)
		counts.push((await db.pool.query(`select count(*), max(t::text) from "${table}" t`)).rows[0]);
	return JSON.stringify(counts);
}

async function mainEventOf(article: SubmittedArticle): Promise<string> {
	const row = await db.prisma.eventArticle.findFirstOrThrow({ where: { role: "MAIN", article: { url: article.url } } });
	return row.eventId;
}

beforeAll(async () => {
	db = await openTestDatabase();
	for (const article of WORLD) await ingest(article);
});
afterAll(() => db.close());

describe("the pipeline", () => {
	it("gives two reports of one happening to one event, and another happening its own", async () => {
		expect(await mainEventOf(COPY)).toBe(await mainEventOf(COLLAPSE));
		expect(await mainEventOf(STRIKE)).not.toBe(await mainEventOf(COLLAPSE));
	});

	it("knows the copy of a wire, with the first publication as its original", async () => {
		const copy = await db.prisma.article.findFirstOrThrow({ where: { url: COPY.url }, include: { isBasedOn: true } });
		expect(copy.isBasedOn?.url).toBe(COLLAPSE.url);
		const event = await db.prisma.event.findUniqueOrThrow({ where: { id: await mainEventOf(COLLAPSE) } });
		expect(event.articleCount - event.originalCount).toBe(1);
	});

	it("dates an event, and attaches a retelling to the event it means", async () => {
		const event = await db.prisma.event.findUniqueOrThrow({
			where: { id: await mainEventOf(COLLAPSE) },
			include: { articles: { include: { article: true } } },
		});
		expect(event.timeValue).toMatch(/^2026-03-02/);
		expect(event.articles.find(({ article }) => article.url === STRIKE.url)?.role).toBe("BACKGROUND");
	});

	it("turns a claim into a link with its sentence, signal and who said so", async () => {
		const link = await db.prisma.causalLink.findFirstOrThrow({
			where: { effectId: await mainEventOf(STRIKE), causeId: await mainEventOf(COLLAPSE) },
			include: { evidence: true },
		});
		expect(link).toMatchObject({
			relation: "CAUSE",
			mode: "MOTIVATION",
			basis: "STATED",
			attributedOnly: true,
			independentSources: 1,
		});
		expect(link.evidence.map(({ exact, signal, attributedTo }) => [exact, signal, attributedTo])).toEqual([
			[
				"The Dockers Union said the strike was a response to the collapse of the quay.",
				expect.stringContaining("response to"),
				expect.stringContaining("Dockers Union"),
			],
		]);
	});

	it("records a denial as evidence against, and the link as disputed", async () => {
		const evidence = await db.prisma.evidence.findFirstOrThrow({
			where: { article: { url: DENIAL.url }, stance: "CONTRADICTS" },
			include: { link: true },
		});
		expect(evidence.link.status).toBe("DISPUTED");
		expect(evidence.link.supporting).toBe(0);
	});

	it("writes every change into the log, in consecutive positions", async () => {
		const changes = await db.prisma.change.findMany({ orderBy: { position: "asc" } });
		expect(changes.map(({ position }) => Number(position))).toEqual(changes.map((_, index) => index + 1));
		const created = new Set(changes.filter(({ kind }) => kind === "CREATED").map(({ nodeId }) => nodeId));
		for (const { id } of await db.prisma.event.findMany({ select: { id: true } })) expect(created.has(id)).toBe(true);
		for (const { id } of await db.prisma.article.findMany({ select: { id: true } })) expect(created.has(id)).toBe(true);
	});

	it("changes nothing when the same articles come again", async () => {
		const before = await everyRow();
		for (const article of WORLD) expect((await ingest(article)).kind).toBe("unchanged");
		expect(await everyRow()).toBe(before);
	});

	it("refuses a faulty article without a trace", async () => {
		const before = await everyRow();
		expect(await ingest({ ...STRIKE, url: "ftp://x.example/", text: "" })).toMatchObject({
			kind: "invalid",
			errors: [{ field: "url" }, { field: "text" }],
		});
		expect(await everyRow()).toBe(before);
	});
});

describe("the row of an event", () => {
	it("says what its mentions and links say, whether it was written once or brought up to date", async () => {
		const rows = async () =>
			(await db.pool.query(`select to_jsonb(e) - 'revision' - 'updatedAt' as row from "Event" e order by id`)).rows;
		const before = await rows();
		const ids = (await db.prisma.event.findMany({ select: { id: true } })).map(({ id }) => id);
		await inTransaction(db.pool, (tx) => refreshEvents(tx, ids, now, []));
		expect(await rows()).toEqual(before);
	});
});

describe("another text at the same address", () => {
	const claim = " The walkout was triggered by the collapse of the Osborne Quay on March 2.";
	const text = `Work at Port Selway stopped at noon on Thursday when hundreds of dockers walked out in a strike over safety on the quays.

Shipping firms began to divert vessels to other harbours, and the union said that the stoppage would last until every quay was inspected.${claim}`;
	const first: SubmittedArticle = {
		url: "https://gazette.example/walkout",
		headline: "Dockers' strike over safety stops work at Port Selway",
		text,
		publishedAt: "2026-03-05T19:30:00Z",
	};
	const second = {
		...first,
		headline: "Dockers' strike stops Port Selway",
		text: text.replace(claim, " Talks are to resume."),
	};

	it("is a revision, whose withdrawn claim no longer counts but stays on record", async () => {
		expect((await ingest(first)).kind).toBe("created");
		const link = { effectId: await mainEventOf(first), causeId: await mainEventOf(COLLAPSE) };
		const before = await db.prisma.causalLink.findFirstOrThrow({ where: link });
		const event = await mainEventOf(first);

		expect((await ingest(second)).kind).toBe("revised");
		const article = await db.prisma.article.findFirstOrThrow({
			where: { url: first.url },
			include: { revisions: { orderBy: { number: "asc" } } },
		});
		expect(article.revisions.map(({ number, headline }) => [number, headline])).toEqual([
			[1, first.headline],
			[2, second.headline],
		]);
		expect(article.headline).toBe(second.headline);
		expect(await mainEventOf(second)).toBe(event);
		const after = await db.prisma.causalLink.findUniqueOrThrow({
			where: { id: before.id },
			include: { evidence: { where: { articleId: article.id } } },
		});
		expect(after.supporting).toBe(before.supporting - 1);
		expect(after.evidence.every(({ supersededAt }) => supersededAt !== null)).toBe(true);
		expect(
			await db.prisma.mention.count({
				where: { articleId: article.id, supersededAt: null, revisionId: article.revisions[0]?.id ?? "" },
			}),
		).toBe(0);
	});

	it("is found as unchanged when it comes again", async () => {
		expect((await ingest(second)).kind).toBe("unchanged");
	});
});

describe("an article that comes late", () => {
	it("but was published first becomes the original of its copies", async () => {
		const earlier = {
			...COPY,
			url: "https://wire.example/first",
			publishedAt: "2026-03-02T09:00:00Z",
			source: { name: "wire" },
		};
		await ingest(earlier);
		const copies = await db.prisma.article.findMany({
			where: { isBasedOn: { url: earlier.url } },
			select: { url: true },
			orderBy: { url: "asc" },
		});
		expect(copies.map(({ url }) => url)).toEqual([COPY.url, COLLAPSE.url]);
		const event = await db.prisma.event.findUniqueOrThrow({ where: { id: await mainEventOf(COLLAPSE) } });
		expect(event.articleCount - event.originalCount).toBe(copies.length);
	});
});

describe("a client's submission", () => {
	it("answers with the field of the input and the reason", async () => {
		expect(await submitArticle(db, { url: "nowhere", text: "x y z" }, now, null)).toEqual({
			kind: "invalid",
			errors: [{ path: ["input", "url"], message: "url is not a URL", code: "INVALID" }],
		});
	});

	it("goes through the same pipeline", async () => {
		const result = await submitArticle(
			db,
			{
				url: STRIKE.url,
				text: STRIKE.text,
				headline: STRIKE.headline,
				publishedAt: new Date(STRIKE.publishedAt ?? ""),
			},
			now,
			null,
		);
		expect(result.kind).toBe("unchanged");
	});
});

describe("an article without a happening in its lead", () => {
	it.each([
		["a list", "https://wire.example/list", "Tides\n\nHigh 06:12, low 12:40\nHigh 18:31"],
		["another script", "https://wire.example/kana", "港の岸壁が崩れた。港湾当局が発表した。"],
		["a word", "https://wire.example/word", "Correction"],
	])("has an event of its own all the same: %s", async (_, url, text) => {
		expect((await ingest({ url, text, publishedAt: "2026-03-07T00:00:00Z" })).kind).toBe("created");
		const row = await db.prisma.eventArticle.findFirstOrThrow({
			where: { role: "MAIN", article: { url } },
			include: { event: true },
		});
		expect(row.event.title).toBe(text.split("\n")[0]);
		expect(row.event.curation).toBe("AUTOMATIC");
	});
});
