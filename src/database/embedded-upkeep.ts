import type pg from "pg";

/*
 * A Postgres server has processes that clear away what was deleted, count what is there for the planner, and end the log. The embedded one is a single
 * process and has none of them: without this its files grow by every change, and its plans are made without knowing how large a table is.
 */

/** How often to look, in milliseconds: what has gathered in a minute is cleared away in some hundredths of a second, which others wait for. */
const LOOK_MS = 60_000;

/** So much of the log is written before a checkpoint lets it be used anew: 64 MB. */
const MAX_LOG_BYTES = 64 * 2 ** 20;

/** What has happened to a table since it was last seen to. */
export interface TableUse {
	table: string;
	/** Rows that are there, and such that are there no longer. */
	live: number;
	dead: number;
	/** Rows changed since they were last counted; rows added since the table was last cleared. */
	changed: number;
	added: number;
}

/** Whether a table is due, by the rules and defaults of Postgres' own autovacuum (https://www.postgresql.org/docs/current/routine-vacuuming.html#AUTOVACUUM). */
export function isDue({ live, dead, changed, added }: TableUse): boolean {
	return dead > 50 + 0.2 * live || changed > 50 + 0.1 * live || added > 1_000 + 0.2 * live;
}

/** Does what is due now, one table after the other, so that others get their turn between. */
export async function seeToEmbedded(pool: Pick<pg.Pool, "query">): Promise<void> {
	const { rows } = await pool.query<TableUse>(`
		select relname as "table", n_live_tup::float8 as live, n_dead_tup::float8 as dead, n_mod_since_analyze::float8 as changed,
			n_ins_since_vacuum::float8 as added
		from pg_stat_user_tables where schemaname = 'public' order by relname`);
	for (const use of rows) if (isDue(use)) await pool.query(`vacuum (analyze) "${use.table.replaceAll('"', '""')}"`);
	const log = await pool.query<{ bytes: number }>(
		"select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()",
	);
	if ((log.rows[0]?.bytes ?? 0) > MAX_LOG_BYTES) await pool.query("checkpoint");
}

/** Sees to an embedded database until it is told to stop. What fails, since the database is full or closing, is tried again the next time. */
export function keepUpEmbedded(pool: Pick<pg.Pool, "query">, everyMs: number = LOOK_MS): () => void {
	let isBusy = false;
	const timer = setInterval(async () => {
		if (isBusy) return;
		isBusy = true;
		await seeToEmbedded(pool).catch(() => {});
		isBusy = false;
	}, everyMs);
	timer.unref();
	return () => clearInterval(timer);
}
