import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { markMerged } from "../../src/ingest/repair/merge-events.js";
import { inTransaction } from "../../src/sql-transaction.js";
import { seededRandom } from "../article/seeded-random.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { at, each, type GraphQLClient, graphqlClient, NOW } from "./graphql-client.js";
import { id, uuid } from "./port-world.js";

/** Lists are read page by page while events merge and what they are ordered by moves. */

let db: TestDatabase;
let client: GraphQLClient;

beforeAll(async () => {
	db = await openTestDatabase();
	client = graphqlClient(db);
});
afterAll(() => db.close());

const COUNT = 60;
const PAGE = 7;
const DAY_MS = 86_400_000;
const START = Date.UTC(2031, 0, 1);

/** Some days have several events, so that ids decide among them. */
const dayOf = (n: number) => new Date(START + Math.floor(n / 3) * DAY_MS);

async function writeEvents(): Promise<void> {
	await db.prisma.event.deleteMany();
	await db.prisma.event.createMany({
		data: Array.from({ length: COUNT }, (_, n) => ({
			id: uuid("Event", n),
			title: `Strike ${n}`,
			type: "PROTEST" as const,
			status: "OCCURRED" as const,
			occurredAt: dayOf(n),
			firstReportedAt: dayOf(n),
			lastReportedAt: dayOf(n),
			articleCount: 1 + Math.floor(n / 3),
			confidence: 1,
		})),
	});
}

/** Past everything at one end of every order. */
const FAR = { first: new Date(START - 900 * DAY_MS), last: new Date(START + 900 * DAY_MS) };

async function move(n: number, to: "first" | "last"): Promise<void> {
	const day = new Date(FAR[to].getTime() + n * DAY_MS);
	const articleCount = to === "first" ? 0 : 1_000 + n;
	const data = { occurredAt: day, firstReportedAt: day, lastReportedAt: day, articleCount };
	await db.prisma.event.updateMany({ where: { id: uuid("Event", n) }, data });
}

const ORDERS = ["OCCURRED_AT", "FIRST_REPORTED_AT", "LAST_REPORTED_AT", "COVERAGE", "RELEVANCE"];

describe.each(ORDERS)("a walk by %s", (field) => {
	test.each([
		["DESC", "first", 1],
		["DESC", "last", 2],
		["ASC", "first", 3],
		["ASC", "last", 4],
	])(
		"%s, with `%s`, meets what stays once, what is merged away no more, and never fails",
		async (direction, size, seed) => {
			await writeEvents();
			const random = seededRandom(seed);
			const any = () => random.below(COUNT);
			const met: string[] = [];
			const merged = new Set<number>();
			const moved = new Set<number>();
			// What moves goes back behind the reader, as news does that is reported again in a list that begins with the latest.
			const behind = (direction === "DESC") === (size === "first") ? "last" : "first";
			let cursor: string | null = null;
			for (let pages = 0; ; pages++) {
				expect(pages).toBeLessThan(COUNT);
				const place: string = cursor === null ? "" : `, ${size === "first" ? "after" : "before"}: "${cursor}"`;
				const data = await client.data(
					`{ events(filter: {query: "strike"}, orderBy: {field: ${field}, direction: ${direction}}, ${size}: ${PAGE}${place}) {
					nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
				);
				const page = each(data, "events.nodes", "id") as string[];
				for (const n of merged) expect(page).not.toContain(id("Event", n));
				met.push(...page);
				if (!at(data, `events.pageInfo.${size === "first" ? "hasNextPage" : "hasPreviousPage"}`)) break;
				cursor = at(data, `events.pageInfo.${size === "first" ? "endCursor" : "startCursor"}`) as string;
				// The event at which the next page begins is among those that go.
				const last = Number.parseInt((size === "first" ? page.at(-1) : page[0])?.slice(-12) ?? "", 16);
				const away = [...new Set(pages % 2 === 0 ? [last, any()] : [any(), any()])].filter((n) => !merged.has(n));
				const keep = Array.from({ length: COUNT }, (_, n) => n).find((n) => !merged.has(n) && !away.includes(n)) ?? 0;
				await inTransaction(db.pool, (tx) =>
					markMerged(
						tx,
						uuid("Event", keep),
						away.map((n) => uuid("Event", n)),
						NOW,
						[],
					),
				);
				for (const n of away) merged.add(n);
				for (const n of [any(), any()]) {
					if (merged.has(n)) continue;
					await move(n, behind);
					moved.add(n);
				}
			}
			expect(new Set(met).size).toBe(met.length);
			const stayed = Array.from({ length: COUNT }, (_, n) => n).filter((n) => !merged.has(n) && !moved.has(n));
			expect(stayed.length).toBeGreaterThan(COUNT / 4);
			for (const n of stayed) expect(met).toContain(id("Event", n));
		},
	);
});
