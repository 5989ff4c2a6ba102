import type pg from "pg";

/** What waits to be done. */
export interface WorkQueue {
	name: "feeds" | "entries" | "contexts";
	/** How much of it, as far as it is counted. */
	depth: number;
	/** Seconds that the first of it has been due. */
	lagSeconds: number;
}

/** Nobody needs to know more exactly than "more than this". */
const COUNTED = 10_000;

/**
 * Reads what waits. One statement, whose work grows with what waits (up to a bound) and with the number of hosts, not with the archive: feeds and entries
 * are counted through the index of their hosts.
 */
export async function readWorkQueues(pool: pg.Pool): Promise<WorkQueue[]> {
	const { rows } = await pool.query<WorkQueue>({
		name: "work-queues",
		text: `
			select 'feeds' as name, count(*)::int as depth, coalesce(extract(epoch from now() - min(due)), 0)::float8 as "lagSeconds"
			from (select f."nextFetchAt" as due from "Host" h join "Feed" f on f.host = h.name and f."nextFetchAt" <= now()
				where h."feedsDueAt" <= now() limit $1) f
			union all
			select 'entries', count(*)::int, coalesce(extract(epoch from now() - min(due)), 0)::float8
			from (select e."dueAt" as due from "Host" h join "FeedEntry" e on e.host = h.name and e."dueAt" <= now()
				where h."entriesDueAt" <= now() limit $1) e
			union all
			select 'contexts', count(*)::int, coalesce(extract(epoch from now() - min(due)), 0)::float8
			from (select "dirtyAt" as due from "EventContext" where "dirtyAt" is not null order by "dirtyAt" limit $1) c`,
		values: [COUNTED],
	});
	return rows;
}
