import { forgetContexts } from "../../causality/forget-contexts.js";
import type { SqlTransaction } from "../../sql-transaction.js";

/** Links followed from what changed to what it led to: as far as a context looks back by default. */
const MAX_DEPTH = 4;
/** Events marked for one article at most. Who asks for another one's context gets it computed in any case. */
const MAX_MARKED = 500;

/**
 * Marks the contexts that may answer otherwise now that something about these events has changed: their own, those of what they led to, and
 * those of the news whose articles retell them. What is kept of those that show them is forgotten. Two statements, in the transaction that makes the
 * change, before it is logged.
 */
export async function markContexts(
	tx: Pick<SqlTransaction, "$executeRaw">,
	eventIds: readonly string[],
	now: Date,
): Promise<void> {
	if (eventIds.length === 0) return;
	await forgetContexts(tx, eventIds);
	await tx.$executeRaw`
		with recursive given(id) as (select distinct unnest(${[...eventIds]}::uuid[])
		), touched(id, depth) as (
			select id, 0 from given
			union
			select l."effectId", t.depth + 1 from touched t join "CausalLink" l on l."causeId" = t.id where t.depth < ${MAX_DEPTH}
		), retelling as (
			select n."eventId" as id from given
			cross join lateral (
				select a."articleId" from "EventArticle" a where a."eventId" = given.id and a.role = 'BACKGROUND'
				order by a."publishedAt" desc limit 50) own
			join "EventArticle" n on n."articleId" = own."articleId" and n.role = 'MAIN'
		), marked as (
			select id from touched union select id from retelling limit ${MAX_MARKED}
		)
		insert into "EventContext" as c ("eventId", "dirtyAt", "touchedAfter")
		select id, ${now}, case when id in (select id from given) then (select greatest((select max(position) from "Change"), (select "prunedTo" from "ChangeLog"))) end
		from (select id from given union select id from marked) m order by id
		on conflict ("eventId") do update set "dirtyAt" = excluded."dirtyAt", "touchedAfter" = coalesce(excluded."touchedAfter", c."touchedAfter")`;
}
