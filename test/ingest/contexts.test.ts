import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refreshContexts } from "../../src/ingest/contexts/refresh-contexts.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { DENIAL, STRIKE, WORLD } from "./harbour-news.js";

let db: TestDatabase;
const now = new Date("2026-03-10T00:00:00Z");
const ingest = (article: Parameters<typeof ingestArticle>[1]) => ingestArticle(db, article, now, newId);

async function mainEventOf({ url }: { url: string }): Promise<string> {
	return (await db.prisma.eventArticle.findFirstOrThrow({ where: { role: "MAIN", article: { url } } })).eventId;
}

/** Events whose contexts were logged as changed since a position of the log. */
async function changedSince(position: bigint): Promise<string[]> {
	const changes = await db.prisma.change.findMany({ where: { kind: "CONTEXT_CHANGED", position: { gt: position } } });
	return changes.map(({ nodeId }) => nodeId);
}

async function head(): Promise<bigint> {
	return (await db.prisma.change.findFirstOrThrow({ orderBy: { position: "desc" } })).position;
}

async function markAll(): Promise<void> {
	await db.pool.query(
		`insert into "EventContext" ("eventId", "dirtyAt") select id, $1::timestamptz from "Event" on conflict ("eventId") do update set "dirtyAt" = $1`,
		[now],
	);
}

async function refreshAll(): Promise<void> {
	while ((await refreshContexts(db, 100, now)).computed > 0);
}

beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());

describe("Contexts that an article changes", () => {
	it("are logged, once for each event, when they are computed", async () => {
		for (const article of WORLD) if (article.url !== DENIAL.url) await ingest(article);
		await refreshAll();
		const changed = await changedSince(0n);
		expect(new Set(changed).size).toBe(changed.length);
		expect(changed).toContain(await mainEventOf(STRIKE));
		expect(await db.prisma.eventContext.count({ where: { dirtyAt: { not: null } } })).toBe(0);
	});

	it("are those that answer otherwise, and no others", async () => {
		const before = await head();
		await ingest(DENIAL);
		await refreshAll();
		const changed = await changedSince(before);
		expect(changed).toContain(await mainEventOf(STRIKE));
		for (const id of changed) {
			const rows = await db.prisma.change.count({
				where: { kind: "CONTEXT_CHANGED", nodeId: id, position: { gt: before } },
			});
			expect(rows).toBe(1);
		}
	});

	it("are computed by one of several processes that look for them at once", async () => {
		await markAll();
		const marked = await db.prisma.eventContext.count();
		expect(marked).toBeGreaterThan(3);
		const processes = await Promise.all([1, 2, 3].map(() => refreshContexts(db, 2, now)));
		expect(processes.reduce((sum, { computed }) => sum + computed, 0)).toBe(Math.min(6, marked));
		expect(await db.prisma.eventContext.count({ where: { leasedUntil: { not: null } } })).toBe(0);
		await refreshAll();
		expect(await db.prisma.eventContext.count({ where: { dirtyAt: { not: null } } })).toBe(0);
	});

	it("are left to the process that has them in hand, until its lease is over", async () => {
		await db.pool.query(`update "EventContext" set "dirtyAt" = $1, "leasedUntil" = now() + interval '20 s'`, [now]);
		expect((await refreshContexts(db, 100, now)).computed).toBe(0);
		await db.pool.query(`update "EventContext" set "leasedUntil" = now() - interval '1 s'`);
		expect((await refreshContexts(db, 100, now)).computed).toBe(await db.prisma.eventContext.count());
	});

	it("are due again where they were marked while they were computed", async () => {
		const eventId = await mainEventOf(STRIKE);
		const { version } = await db.prisma.eventContext.update({ where: { eventId }, data: { dirtyAt: now } });
		const pool = Object.create(db.pool, {
			query: {
				value: async (...input: unknown[]) => {
					const answer = await (db.pool.query as (...input: unknown[]) => Promise<unknown>)(...input);
					if ((input[0] as { name?: string }).name === "take-contexts")
						await db.prisma.eventContext.update({ where: { eventId }, data: { dirtyAt: new Date(now.getTime() + 1) } });
					return answer;
				},
			},
		});
		await refreshContexts({ ...db, pool }, 100, now);
		expect(await db.prisma.eventContext.findUnique({ where: { eventId } })).toMatchObject({
			version,
			dirtyAt: new Date(now.getTime() + 1),
			leasedUntil: null,
		});
		await refreshAll();
	});

	it("are computed although one of them cannot be, which is told and left for later", async () => {
		const eventId = await mainEventOf(STRIKE);
		const pool = Object.create(db.pool, {
			query: {
				value: (...input: unknown[]) => {
					const { values = [] } = input[0] as { values?: unknown[] };
					if (values.flat().includes(eventId)) throw new Error("one of them is at fault");
					return (db.pool.query as (...input: unknown[]) => unknown)(...input);
				},
			},
		});
		await markAll();
		await expect(refreshContexts({ ...db, pool }, 100, now)).rejects.toThrow("one of them is at fault");
		const left = await db.prisma.eventContext.findMany({ where: { dirtyAt: { not: null } } });
		expect(left.map((context) => context.eventId)).toEqual([eventId]);
		expect(left[0]?.leasedUntil).not.toBeNull();
		await db.prisma.eventContext.updateMany({ data: { leasedUntil: null } });
		await refreshAll();
	});

	it("are left alone where nothing can be computed", async () => {
		let tried = 0;
		const pool = Object.create(db.pool, {
			query: {
				value: (...input: unknown[]) => {
					if ((input[0] as { name?: string }).name === "take-contexts")
						return (db.pool.query as (...input: unknown[]) => unknown)(...input);
					tried++;
					throw new Error("the database is gone");
				},
			},
		});
		await markAll();
		await expect(refreshContexts({ ...db, pool }, 100, now)).rejects.toThrow("the database is gone");
		expect(tried).toBeLessThanOrEqual(4);
		expect(await db.prisma.eventContext.count()).toBeGreaterThan(4);
		await db.prisma.eventContext.updateMany({ data: { leasedUntil: null } });
		await refreshAll();
	});

	it("are none where the same articles come again", async () => {
		const before = await head();
		for (const article of WORLD) await ingest(article);
		expect(await refreshContexts(db, 100, now)).toEqual({ computed: 0, changed: 0 });
		expect(await head()).toBe(before);
	});

	it("that are marked and answer as before are not logged", async () => {
		await markAll();
		await refreshAll();
		const before = await head();
		await markAll();
		const { computed, changed } = await refreshContexts(db, 100, now);
		expect(computed).toBeGreaterThan(0);
		expect(changed).toBe(0);
		expect(await head()).toBe(before);
	});
});
