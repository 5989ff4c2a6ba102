import type pg from "pg";
import type { SqlTransaction } from "../sql-transaction.js";

/** How answers to "what preceded?" that are kept (kept-contexts.ts) go. */

/** Kept answers deleted for one change at most; the others grow old. */
const MAX_FORGOTTEN = 2_000;

/** Events after a new one, in the order in which they were first reported, whose answers are looked at. News is the latest, and has none. */
const MAX_LATER = 2_000;

/** Deletes the answers that show one of these events. One statement, in the transaction that changes them. */
export async function forgetContexts(
	tx: Pick<SqlTransaction, "$executeRaw">,
	eventIds: readonly string[],
): Promise<void> {
	if (eventIds.length === 0) return;
	await tx.$executeRaw`
		delete from "KeptContext" where "eventId" in (
			select "eventId" from "KeptContext" where shown && ${[...eventIds]}::uuid[] limit ${MAX_FORGOTTEN}::int)`;
}

/**
 * Deletes the answers for later events that have a key term in common with this one, which may have preceded them, and notes that it has been reported. Two
 * statements, in the transaction that stores an article about it, before that is logged.
 */
export async function forgetAlike(tx: Pick<SqlTransaction, "$executeRaw">, eventId: string): Promise<void> {
	await tx.$executeRaw`
		insert into "EventContext" ("eventId", "reportedAfter")
		select ${eventId}::uuid, greatest((select max(position) from "Change"), (select "prunedTo" from "ChangeLog"))
		on conflict ("eventId") do update set "reportedAfter" = excluded."reportedAfter"`;
	await tx.$executeRaw`
		delete from "KeptContext" where "eventId" in (
			select later.id from "Event" e cross join lateral (
				select l.id, l."keyTerms" from "Event" l where l."firstReportedAt" > e."firstReportedAt" order by l."firstReportedAt", l.id limit ${MAX_LATER}::int
			) later
			where e.id = ${eventId}::uuid and later."keyTerms" && e."keyTerms" and exists (select from "KeptContext"))`;
}

/** Rows that one statement takes, so that nobody waits for it. */
const BATCH = 500;

/**
 * Deletes answers that are too old to be given: what was asked for once would stand there for ever. Safe to run in many processes.
 * @returns how many went.
 */
export async function forgetOld(pool: Pick<pg.Pool, "query">, before: Date, batch = BATCH): Promise<number> {
	let forgotten = 0;
	while (true) {
		const { rowCount } = await pool.query({
			name: "forget-old",
			text: `delete from "KeptContext" where ("eventId", "isUsual") in (
				select "eventId", "isUsual" from "KeptContext" where "computedAt" < $1 order by "computedAt" limit $2 for update skip locked)`,
			values: [before.toISOString(), batch],
		});
		const gone = rowCount ?? 0;
		forgotten += gone;
		if (gone < batch) return forgotten;
	}
}
