import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../../src/ingest/new-id.js";
import { findMentionsIn } from "../../../src/ingest/repair/carry-mentions.js";
import { mergeEvents } from "../../../src/ingest/repair/merge-events.js";
import { splitEvent } from "../../../src/ingest/repair/split-event.js";
import type { TestDatabase } from "../../test-database.js";
import { COLLAPSE, STRIKE } from "../harbour-news.js";
import { COLLAPSE_AGAIN, RESIGNATION, SHORTAGE, STRIKE_AGAIN } from "./quay-news.js";
import { articleIdOf, backgroundEventOf, mainEventOf, NOW, openQuayWorld, repair } from "./repair-world.js";

let db: TestDatabase;
beforeAll(async () => {
	db = await openQuayWorld();
});
afterAll(() => db.close());

/** The statements that a repair takes. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
	db.statements.length = 0;
	await work();
	return [...db.statements];
}

const mergeInto = (keepId: string, ...awayIds: string[]) =>
	repair(db, (tx, changes) => mergeEvents(tx, { keepId, awayIds, reason: "one" }, NOW, newId, changes));
const splitOff = (eventId: string, mentionIds: readonly string[]) =>
	repair(db, (tx, changes) => splitEvent(tx, { eventId, mentionIds, reason: "two" }, NOW, newId, changes));

describe("a repair", () => {
	it("takes as many statements for many mentions, links and events as for few, and reads no table from end to end", async () => {
		const [collapse, strike] = [await mainEventOf(db, COLLAPSE), await mainEventOf(db, STRIKE)];
		const retold = await backgroundEventOf(db, RESIGNATION, "Strike");
		const retoldEarlier = await backgroundEventOf(db, STRIKE_AGAIN, "Strike");
		const shortage = await mainEventOf(db, SHORTAGE);

		const few = await statementsOf(() => mergeInto(retoldEarlier, retold));
		const many = await statementsOf(() => mergeInto(strike, retoldEarlier, shortage));

		const ids = await Promise.all([COLLAPSE_AGAIN, RESIGNATION, STRIKE].map((article) => articleIdOf(db, article)));
		const leaving = await findMentionsIn(db.prisma, collapse, ids);
		const one = await statementsOf(() => splitOff(collapse, leaving.slice(0, 1)));
		const others = await statementsOf(() => splitOff(collapse, leaving.slice(1)));
		expect(leaving.length).toBeGreaterThan(3);
		// What hangs on the mentions decides which statements are needed: 33 were counted where claims move, 20 where none do.
		for (const statements of [few, many, one, others]) expect(statements.length).toBeLessThanOrEqual(36);

		for (const text of new Set([...few, ...many, ...one, ...others])) expect(await scansOf(text), text).toEqual([]);
	});
});

/** It has one row. */
const SINGLE = "ChangeLog";

/** The tables that a statement reads from end to end although it may not: for want of an index. */
async function scansOf(text: string): Promise<string[]> {
	if (!/^\s*(with|select|insert|update|delete)\b/i.test(text)) return [];
	const client = await db.pool.connect();
	try {
		// Without values, and so for whatever they may be.
		const count = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
		const values = count > 0 ? `(${Array(count).fill("null").join(", ")})` : "";
		await client.query("begin; set local enable_seqscan = off; set local plan_cache_mode = force_generic_plan");
		await client.query(`prepare looked_at as ${text}`);
		const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain execute looked_at${values}`);
		await client.query("deallocate looked_at");
		const read = rows.flatMap((row) => /Seq Scan on "(\w+)"/.exec(row["QUERY PLAN"])?.[1] ?? []);
		return read.filter((table) => table !== SINGLE);
	} finally {
		await client.query("rollback");
		client.release();
	}
}
