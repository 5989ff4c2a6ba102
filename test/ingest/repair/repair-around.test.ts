import { afterEach, describe, expect, it } from "vitest";
import type { SubmittedArticle } from "../../../src/article/article-draft.js";
import { ingestArticle } from "../../../src/ingest/ingest-article.js";
import { newId } from "../../../src/ingest/new-id.js";
import { openTestDatabase, type TestDatabase } from "../../test-database.js";
import { DUARTE_BOUT, MARSH_BOUT } from "./bout-news.js";
import { articleIdOf, faultsOf, mainEventOf } from "./repair-world.js";

const READ_AT = new Date("2026-03-10T00:00:00Z");

let db: TestDatabase;
afterEach(() => db.close());

/** Reads these in their order. @returns the id of the event that each was given at first. */
async function read(articles: readonly SubmittedArticle[]): Promise<string[]> {
	const given: string[] = [];
	for (const article of articles) {
		await ingestArticle(db, article, READ_AT, newId);
		given.push(await mainEventOf(db, article));
	}
	return given;
}

/** The addresses of the articles about each event. */
async function eventsOf(articles: readonly SubmittedArticle[]): Promise<string[][]> {
	const events = new Map<string, string[]>();
	for (const article of articles) {
		const eventId = await mainEventOf(db, article);
		events.set(eventId, [...(events.get(eventId) ?? []), article.url]);
	}
	return [...events.values()].sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
}

const urls = (articles: readonly SubmittedArticle[]) => articles.map(({ url }) => url);
const both = [...MARSH_BOUT, ...DUARTE_BOUT];
const inTurn = MARSH_BOUT.flatMap((article, at) => [article, DUARTE_BOUT[at] as SubmittedArticle]);

describe("two events that were taken for one at first", () => {
	it("are told apart once later reports show it, and the log says so", async () => {
		db = await openTestDatabase();
		const [first, second] = await read(inTurn);
		expect(second).toBe(first);
		expect(await eventsOf(both)).toEqual([urls(DUARTE_BOUT), urls(MARSH_BOUT)]);
		expect(await faultsOf(db)).toEqual([]);
		const log = await db.prisma.change.findMany({ where: { kind: "SPLIT" } });
		expect(log.map(({ nodeType, nodeId }) => ({ nodeType, nodeId }))).toContainEqual({
			nodeType: "EVENT",
			nodeId: first,
		});
		const moved = await db.prisma.mention.findFirstOrThrow({
			where: { articleId: await articleIdOf(db, DUARTE_BOUT[0] as SubmittedArticle), role: "MAIN" },
		});
		expect(moved.matchReason).toMatch(/likeness .*; sorted anew/);
	});

	it.each([
		["the last first", [...both].reverse()],
		["one after the other", [...DUARTE_BOUT, ...MARSH_BOUT]],
	])("end as the same two with %s", async (_, order) => {
		db = await openTestDatabase();
		await read(order);
		expect(await eventsOf(both)).toEqual([urls(DUARTE_BOUT), urls(MARSH_BOUT)]);
		expect(await faultsOf(db)).toEqual([]);
	});

	it("stay as they are where an editor has touched them", async () => {
		db = await openTestDatabase();
		await read(inTurn.slice(0, 2));
		const id = await mainEventOf(db, MARSH_BOUT[0] as SubmittedArticle);
		await db.prisma.event.update({ where: { id }, data: { curation: "CONFIRMED" } });
		await read(inTurn.slice(2));
		expect(await db.prisma.change.count({ where: { kind: { in: ["SPLIT", "MERGED"] }, nodeId: id } })).toBe(0);
		expect(await mainEventOf(db, DUARTE_BOUT[0] as SubmittedArticle)).toBe(id);
	});
});

describe("a copy", () => {
	it("moves with the article that it is a copy of", async () => {
		db = await openTestDatabase();
		const original = DUARTE_BOUT[0] as SubmittedArticle;
		const copy = {
			...original,
			url: "https://gazette.example/brandt-duarte",
			source: { homepage: "https://gazette.example/" },
		};
		await read([...inTurn.slice(0, 2), copy, ...inTurn.slice(2)]);
		const moves = await db.prisma.mentionMove.findMany({ select: { mentionId: true } });
		const articles = await db.prisma.mention.findMany({
			where: { id: { in: moves.map(({ mentionId }) => mentionId) } },
		});
		expect(articles.map(({ articleId }) => articleId)).toContain(await articleIdOf(db, copy));
		expect(await mainEventOf(db, copy)).toBe(await mainEventOf(db, original));
		expect(await faultsOf(db)).toEqual([]);
	});
});
