import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ContextOptions, DEFAULT_CONTEXT_OPTIONS } from "../../src/causality/context.js";
import { readCausalChains, readPrecedingContext, readPrecedingContexts } from "../../src/causality/preceding.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { COLLAPSE, STRIKE, WORLD } from "../ingest/harbour-news.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

let db: TestDatabase;
let strike: string;
let collapse: string;

const preceding = (at: string, options: Partial<ContextOptions> = {}) =>
	readPrecedingContext(
		db,
		strike,
		{ at: new Date(at), clock: "PUBLISHED" },
		{ ...DEFAULT_CONTEXT_OPTIONS, ...options },
	);

beforeAll(async () => {
	db = await openTestDatabase();
	for (const article of WORLD) await ingestArticle(db, article, new Date("2026-03-10T00:00:00Z"), newId);
	const eventOf = async (url: string) =>
		(await db.prisma.eventArticle.findFirstOrThrow({ where: { role: "MAIN", article: { url } } })).eventId;
	strike = await eventOf(STRIKE.url);
	collapse = await eventOf(COLLAPSE.url);
});
afterAll(() => db.close());

describe("what preceded the strike", () => {
	it("is the collapse, with date, role, sentence and who said so", async () => {
		const context = await preceding("2026-03-09T00:00:00Z");
		const entry = context.entries.find(({ eventId }) => eventId === collapse);
		expect(entry).toMatchObject({ role: "DIRECT_CAUSE", distance: 1, title: COLLAPSE.headline });
		expect(entry?.time?.value).toMatch(/^2026-03-02/);
		expect(entry?.sentence).toMatchObject({
			exact: expect.stringContaining("a response to the collapse"),
			attributedTo: expect.stringContaining("Dockers Union"),
		});
		expect(context.chains[0]).toMatchObject({ rootId: collapse, targetId: strike });
		expect(context.links[0]?.explanation).toMatch(/^According to .*Dockers Union/);
	});

	it("was not known before it was printed, and the event neither", async () => {
		expect((await preceding("2026-03-05T17:59:59Z")).entries).toEqual([]);
		expect((await preceding("2026-03-05T18:00:00Z")).entries.map(({ eventId }) => eventId)).toContain(collapse);
	});

	it("shows nothing that was published after the instant asked about, whatever the instant", async () => {
		for (let hour = 0; hour < 24 * 8; hour += 5) {
			const at = new Date(Date.UTC(2026, 2, 1, hour));
			const context = await preceding(at.toISOString());
			const cited = [
				...context.entries.flatMap(({ sentence }) => sentence ?? []),
				...context.links.flatMap(({ evidence }) => evidence),
			];
			for (const { publishedAt } of cited) expect(publishedAt.getTime()).toBeLessThanOrEqual(at.getTime());
			for (const { time } of context.entries) expect(time?.start.getTime() ?? 0).toBeLessThanOrEqual(at.getTime());
		}
	});

	it("has the same version until the answer changes", async () => {
		const [before, same, later] = [
			await preceding("2026-03-05T19:00:00Z"),
			await preceding("2026-03-05T23:00:00Z"),
			await preceding("2026-03-01T00:00:00Z"),
		];
		expect(same.version).toBe(before.version);
		expect(later.version).not.toBe(before.version);
	});

	it("takes three statements", async () => {
		db.statements.length = 0;
		await preceding("2026-03-09T00:00:00Z");
		expect(db.statements.length).toBe(3);
	});

	it("is the same where the words of reports are not stored yet, and are read from their texts", async () => {
		const stored = await preceding("2026-03-09T00:00:00Z");
		const words = await db.prisma.articleRevision.findMany({ select: { id: true, reportWords: true } });
		expect(words.every(({ reportWords }) => reportWords !== null)).toBe(true);
		await db.prisma.articleRevision.updateMany({ data: { reportWords: null } });
		const read = await preceding("2026-03-09T00:00:00Z");
		for (const { id, reportWords } of words)
			await db.prisma.articleRevision.update({ where: { id }, data: { reportWords } });
		expect([read.version, read.entries]).toEqual([stored.version, stored.entries]);
	});

	it("can leave out what is only related", async () => {
		const context = await preceding("2026-03-09T00:00:00Z", { includeRelated: false });
		expect(context.entries.some(({ role }) => role === "RELATED")).toBe(false);
	});
});

describe("the chains between two events", () => {
	it("are found in the direction of time only, as far as they were printed", async () => {
		const asOf = { at: new Date("2026-03-09T00:00:00Z"), clock: "PUBLISHED" as const };
		const chains = await readCausalChains(db, collapse, strike, { maxLength: 6, first: 3, asOf });
		expect(chains.map(({ rootId, targetId }) => [rootId, targetId])).toEqual([[collapse, strike]]);
		expect(await readCausalChains(db, strike, collapse, { maxLength: 6, first: 3, asOf })).toEqual([]);
		const early = { ...asOf, at: new Date("2026-03-03T00:00:00Z") };
		expect(await readCausalChains(db, collapse, strike, { maxLength: 6, first: 3, asOf: early })).toEqual([]);
	});
});

describe("of several events at once", () => {
	it("is what it is of each, at any instant and by both clocks", async () => {
		const events = await db.prisma.event.findMany({ select: { id: true }, orderBy: { id: "asc" } });
		const ids = events.map(({ id }) => id);
		expect(ids.length).toBeGreaterThan(2);
		const now = new Date("2026-03-11T00:00:00Z");
		for (const clock of ["PUBLISHED", "RECORDED"] as const) {
			for (const at of ["2026-03-05T18:00:00Z", "2026-03-10T12:00:00Z"]) {
				const asOf = { at: new Date(at), clock };
				const alone = [];
				for (const id of ids) alone.push(await readPrecedingContext(db, id, asOf, DEFAULT_CONTEXT_OPTIONS, now));
				expect(alone.some(({ entries }) => entries.length > 0)).toBe(at > "2026-03-10" || clock === "PUBLISHED");
				db.statements.length = 0;
				expect(await readPrecedingContexts(db, ids, asOf, DEFAULT_CONTEXT_OPTIONS, now)).toEqual(alone);
				expect(db.statements).toHaveLength(3);
			}
		}
	});
});
