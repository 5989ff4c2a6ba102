import type pg from "pg";

/** Rows that one statement takes: some ten milliseconds, so that nobody waits for it. */
const BATCH = 5_000;

/**
 * Takes the oldest rows off the log, as far as they are older than `before`, and notes how far: a reader who comes with an older cursor is told
 * so. Goes from the oldest row up to the first that is to stay, so that what is left is without gap. Safe to run in many processes.
 * @returns how many rows went.
 */
export async function pruneChanges(pool: Pick<pg.Pool, "query">, before: Date, batch: number = BATCH): Promise<number> {
	let pruned = 0;
	while (true) {
		const { rows } = await pool.query<{ gone: number }>({
			name: "prune-changes",
			text: `
				with oldest as (
					select position, bool_and(at < $1) over (order by position) as goes
					from (select position, at from "Change" order by position limit $2) first),
				gone as (delete from "Change" c using oldest o where c.position = o.position and o.goes returning c.position),
				noted as (
					update "ChangeLog" set "prunedTo" = greatest("prunedTo", (select max(position) from gone)) where exists (select from gone))
				select count(*)::int as gone from gone`,
			values: [before.toISOString(), batch],
		});
		const gone = rows[0]?.gone ?? 0;
		pruned += gone;
		if (gone < batch) return pruned;
	}
}
