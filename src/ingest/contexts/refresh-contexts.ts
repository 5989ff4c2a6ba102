import type { PrecedingContext } from "../../causality/context.js";
import { DEFAULT_CONTEXT_OPTIONS } from "../../causality/context.js";
import { keepContext, keepIfQuiet } from "../../causality/kept-contexts.js";
import { readPrecedingContext } from "../../causality/preceding.js";
import { lockLog, readLogHead, recordChanges } from "../../change-log.js";
import type { Database } from "../../db.js";
import { tellContextLatency, timed } from "../../stage-times.js";

/** What became of marked contexts. */
export interface ContextsReport {
	/** Computed anew. */
	computed: number;
	/** Of these, how many answer otherwise than before. */
	changed: number;
}

interface MarkedContext {
	eventId: string;
	version: string | null;
	dirtyAt: Date;
	/** When the article was published by whose storing it was marked; null where it was something else, or an article of another event. */
	publishedAt: Date | null;
}

/** By the database's clock. A batch takes a second or two; what a killed process has taken waits no longer than this for another one. */
const LEASE_SECONDS = 30;

/**
 * Computes contexts that were marked, longest marked first, and logs CONTEXT_CHANGED for each whose version changed. A context that is empty when it
 * is computed for the first time has not changed. Many processes share the work: each takes contexts that no other has in hand, and should one outlive
 * its lease, the log gets the change once all the same.
 * @param limit contexts taken at most.
 */
export async function refreshContexts(db: Database, limit: number, now: Date): Promise<ContextsReport> {
	const { rows } = await db.pool.query<MarkedContext>({
		name: "take-contexts",
		// An article is first seen at the instant at which it marks what it changes.
		text: `
			with taken as (
				update "EventContext" set "leasedUntil" = now() + $2 * interval '1 s' where "eventId" in (
					select "eventId" from "EventContext" where "dirtyAt" is not null and ("leasedUntil" is null or "leasedUntil" <= now())
					order by "dirtyAt", "eventId" limit $1 for update skip locked)
				returning "eventId", version, "dirtyAt")
			select c."eventId", c.version, c."dirtyAt", news."publishedAt"
			from taken c
			left join lateral (
				select a."publishedAt" from "EventArticle" x join "Article" a on a.id = x."articleId" and a."firstSeenAt" = c."dirtyAt"
				where x."eventId" = c."eventId" order by a."publishedAt" desc limit 1) news on true
			order by c."dirtyAt", c."eventId"`,
		values: [limit, LEASE_SECONDS],
	});
	const report: ContextsReport = { computed: 0, changed: 0 };
	for (const marked of rows) {
		const head = await readLogHead(db.pool);
		const asOf = { at: now, clock: "PUBLISHED" as const };
		const context = await timed("context", () =>
			readPrecedingContext(db, marked.eventId, asOf, DEFAULT_CONTEXT_OPTIONS, now),
		);
		const isNew = marked.version === null && context.entries.length === 0;
		report.computed++;
		if (context.version === marked.version || isNew) {
			await settle(db, marked, context.version);
			await keepIfQuiet(db, context, DEFAULT_CONTEXT_OPTIONS, head);
		} else if (await logChange(db, marked, context, head, now)) {
			report.changed++;
			tellLatency(marked, new Date());
		}
	}
	return report;
}

function tellLatency({ publishedAt, dirtyAt }: MarkedContext, now: Date): void {
	if (!publishedAt) return;
	const secondsSince = (instant: Date) => Math.max(0, now.getTime() - instant.getTime()) / 1_000;
	tellContextLatency({ publishedSeconds: secondsSince(publishedAt), storedSeconds: secondsSince(dirtyAt) });
}

/** Ends what a process that has died had taken. For an embedded database, which has one process. */
export async function endContextLeases(db: Database): Promise<void> {
	await db.pool.query(`update "EventContext" set "leasedUntil" = null where "leasedUntil" is not null`);
}

/** The version holds, unless the context was marked again meanwhile; then it is due again. */
async function settle(db: Database, { eventId, dirtyAt }: MarkedContext, version: string): Promise<void> {
	await db.pool.query({
		name: "settle-context",
		text: `update "EventContext" set version = case when "dirtyAt" = $3 then $2 else version end, "leasedUntil" = null,
				"dirtyAt" = case when "dirtyAt" = $3 then null else "dirtyAt" end
			where "eventId" = $1`,
		values: [eventId, version, dirtyAt.toISOString()],
	});
}

/** @returns false where another process has logged it. */
function logChange(
	db: Database,
	marked: MarkedContext,
	context: PrecedingContext,
	head: string,
	now: Date,
): Promise<boolean> {
	const { eventId } = marked;
	const { version } = context;
	return db.prisma.$transaction(async (tx) => {
		await lockLog(tx);
		const changed = await tx.$executeRaw`
			update "EventContext" set version = ${version}, "leasedUntil" = null, "dirtyAt" = case when "dirtyAt" = ${marked.dirtyAt} then null else "dirtyAt" end
			where "eventId" = ${eventId}::uuid and version is not distinct from ${marked.version}`;
		if (changed === 0) return false;
		// Before the log grows by what is said of it.
		await keepContext(tx, context, DEFAULT_CONTEXT_OPTIONS, head);
		await recordChanges(tx, [{ kind: "CONTEXT_CHANGED", nodeType: "EVENT", nodeId: eventId }], null, now);
		return true;
	});
}
