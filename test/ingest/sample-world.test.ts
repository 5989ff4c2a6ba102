import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorld, seedWorld, worldIsPending } from "../../prisma/seed.js";
import { DEFAULT_CONTEXT_OPTIONS } from "../../src/causality/context.js";
import { readCausalChains, readPrecedingContext } from "../../src/causality/preceding.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

let db: TestDatabase;
const now = new Date("2026-01-01T00:00:00Z");

beforeAll(async () => {
	db = await openTestDatabase();
	// An interrupted start leaves a part of the world; the next one goes on with it.
	const stop = new Error("interrupted");
	await seedWorld(db, now, (done) => {
		if (done === 5) throw stop;
	}).catch((error) => expect(error).toBe(stop));
	expect(await worldIsPending(db)).toBe(true);
	await seedWorld(db, now, () => {});
}, 300_000);
afterAll(() => db.close());

/** The event that the article with these words in its headline is about. */
async function eventOf(headline: string): Promise<string> {
	const row = await db.prisma.eventArticle.findFirstOrThrow({
		where: { role: "MAIN", article: { headline: { contains: headline } } },
		orderBy: { publishedAt: "asc" },
	});
	return row.eventId;
}

const asOf = (at: string | Date) => ({ at: new Date(at), clock: "PUBLISHED" as const });

describe("the sample world", () => {
	it("goes through the pipeline whole, and a second time changes nothing", async () => {
		const world = await readWorld();
		const urls = new Set(world.map(({ url }) => url));
		expect(await db.prisma.article.count()).toBe(urls.size);
		expect(await db.prisma.articleRevision.count()).toBe(world.length);
		expect(await worldIsPending(db)).toBe(false);
		expect(await seedWorld(db, now, () => {})).toEqual({ articles: 0, revisions: 2 * (world.length - urls.size) });
	});

	it("knows its syndicated copies", async () => {
		expect(await db.prisma.article.count({ where: { isBasedOnId: { not: null } } })).toBeGreaterThanOrEqual(8);
	});

	it.each([
		["the pagers", "the radios", "Hundreds of pagers", "hand-held radios explode"],
		["Helene", "Milton", "Hurricane Helene slams", "Milton, now among strongest"],
		[
			"the strike on Beirut in July",
			"the one in September",
			"Israeli strike hits Beirut",
			"Israeli jets strike Beirut suburb",
		],
	])("keeps apart %s and %s", async (_, __, one, other) => {
		expect(await eventOf(one)).not.toBe(await eventOf(other));
	});

	it("brings together what outlets tell in words of their own", async () => {
		const strikes = await db.prisma.eventArticle.findMany({
			where: { eventId: await eventOf("Israel strikes military targets"), role: "MAIN", isCopy: false },
			distinct: ["sourceId"],
		});
		expect(strikes.length).toBeGreaterThanOrEqual(2);
	});

	it("says what led to what, and who denies it", async () => {
		const chains = await readCausalChains(
			db,
			await eventOf("Iran launches about 180"),
			await eventOf("Israel strikes military targets"),
			{
				maxLength: 4,
				first: 1,
				asOf: asOf("2024-12-31"),
			},
		);
		expect(chains[0]?.links[0]?.explanation).toMatch(
			/^“Iran launches about 180 ballistic missiles at Israel” was the reason for “Israel strikes military targets/,
		);
		const denied = await db.prisma.causalLink.count({ where: { status: "DISPUTED", contradicting: { gt: 0 } } });
		expect(denied).toBeGreaterThan(0);
	});

	it("holds a game that was postponed, and dates what it dates to the true day", async () => {
		const days = new Map<string, string>([
			["Panel blows out", "2024-01-05"],
			["US orders grounding", "2024-01-06"],
			["Key Bridge collapses", "2024-03-26"],
			["Israel strikes military targets", "2024-10-26"],
			["Explosives free bow", "2024-05-13"],
		]);
		for (const [headline, day] of days) {
			const event = await db.prisma.event.findUniqueOrThrow({ where: { id: await eventOf(headline) } });
			expect([headline, event.timeValue?.slice(0, 10)]).toEqual([headline, day]);
		}
	});

	it("never shows what was printed later, for any event at any instant", async () => {
		const events = await db.prisma.event.findMany({
			where: { articles: { some: { role: "MAIN" } } },
			select: { id: true, firstReportedAt: true },
			orderBy: { id: "asc" },
		});
		let entries = 0;
		for (const [index, { id, firstReportedAt }] of events.entries()) {
			// Spread over the hours and days after the first report, the same in every run.
			const at = new Date(firstReportedAt.getTime() + ((index * 7919) % 400) * 3_600_000);
			const context = await readPrecedingContext(db, id, asOf(at), DEFAULT_CONTEXT_OPTIONS, now);
			const cited = [
				...context.entries.flatMap(({ sentence }) => sentence ?? []),
				...context.links.flatMap(({ evidence }) => evidence),
			];
			entries += context.entries.length;
			for (const { publishedAt } of cited) expect(publishedAt.getTime()).toBeLessThanOrEqual(at.getTime());
			for (const { time } of context.entries) expect(time?.start.getTime() ?? 0).toBeLessThanOrEqual(at.getTime());
		}
		expect(entries).toBeGreaterThan(events.length);
	});
});
