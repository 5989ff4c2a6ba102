import { afterAll, beforeAll, expect, test } from "vitest";
import { TermCounts } from "../../src/ingest/archive-memory.js";
import { readCounts } from "../../src/ingest/archive-reader.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { inTransaction } from "../../src/sql-transaction.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { COLLAPSE, COPY, DENIAL, STRIKE } from "./harbour-news.js";

let db: TestDatabase;
const now = new Date("2026-03-10T00:00:00Z");

beforeAll(async () => {
	db = await openTestDatabase();
	await ingestArticle(db, COLLAPSE, now, newId);
});
afterAll(() => db.close());

/** What another process remembers of the archive, brought up to date, and the statements that this took. */
async function countsOf(known: TermCounts, terms: readonly string[]): Promise<number> {
	db.statements.length = 0;
	await inTransaction(db.pool, (tx) => readCounts(tx, terms, known));
	return db.statements.filter((text) => /\bselect\b/.test(text)).length;
}

const allTerms = async () => (await db.prisma.term.findMany({ where: { term: { not: "" } } })).map(({ term }) => term);

/** That the counts of these terms are those of the database, and no others known. */
async function expectTrue(known: TermCounts, terms: readonly string[]): Promise<void> {
	const stored = await db.prisma.term.findMany({ where: { term: { not: "" } } });
	for (const { term, documents } of stored)
		expect(known.of(term), term).toBe(terms.includes(term) ? documents : undefined);
}

test("counts are brought up to date by what others have counted, without being read again", async () => {
	const known = new TermCounts();
	const terms = [...(await allTerms()), "unheard"];
	expect(await countsOf(known, terms)).toBe(1);
	await ingestArticle(db, DENIAL, now, newId);
	await ingestArticle(db, STRIKE, now, newId);
	// One for what is missing, which tells how many documents there are, and one for the two documents.
	expect(await countsOf(known, terms)).toBe(2);
	await expectTrue(known, terms);
	expect(known.of("unheard")).toBe(0);
	expect(known.documents).toBe(3);
});

test("a copy is no document, and changes no count", async () => {
	const known = new TermCounts();
	await countsOf(known, await allTerms());
	await ingestArticle(db, COPY, now, newId);
	expect(await countsOf(known, ["quay"])).toBe(1);
	await expectTrue(known, await allTerms());
});

test("what was known is read again where a document among them has been revised since", async () => {
	const known = new TermCounts();
	const terms = await allTerms();
	await countsOf(known, terms);
	const late = {
		...STRIKE,
		url: "https://harbour.example/late",
		text: "Divers found a barge full of lemons on Monday.",
	};
	await ingestArticle(db, late, now, newId);
	await ingestArticle(db, { ...late, text: "Divers found a barge full of oranges on Tuesday." }, now, newId);
	expect(await countsOf(known, terms)).toBe(3);
	await expectTrue(known, terms);
});
