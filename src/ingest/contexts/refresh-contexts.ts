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

/**
 * Computes contexts that were marked, longest marked first, and logs CONTEXT_CHANGED for each whose version changed. A context that is empty when it
 * is computed for the first time has not changed. Safe to run in many processes: the log gets a change once.
 * @param limit contexts taken at most.
 */
export async function refreshContexts(db: Database, limit: number, now: Date): Promise<ContextsReport> {
	const { rows } = await db.pool.query<MarkedContext>({
		name: "marked-contexts",
		// An article is first seen at the instant at which it marks what it changes.
		text: `
			select c."eventId", c.version, c."dirtyAt", news."publishedAt"
			from (select * from "EventContext" where "dirtyAt" is not null order by "dirtyAt", "eventId" limit $1) c
			left join lateral (
				select a."publishedAt" from "EventArticle" x join "Article" a on a.id = x."articleId" and a."firstSeenAt" = c."dirtyAt"
				where x."eventId" = c."eventId" order by a."publishedAt" desc limit 1) news on true
			order by c."dirtyAt", c."eventId"`,
		values: [limit],
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
			await keepIfQuiet(db, context, head);
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

/** The version holds, unless the context was marked again meanwhile. */
async function settle(db: Database, { eventId, dirtyAt }: MarkedContext, version: string): Promise<void> {
	await db.pool.query({
		name: "settle-context",
		text: `update "EventContext" set version = $2, "dirtyAt" = null where "eventId" = $1 and "dirtyAt" = $3`,
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
			update "EventContext" set version = ${version}, "dirtyAt" = case when "dirtyAt" = ${marked.dirtyAt} then null else "dirtyAt" end
			where "eventId" = ${eventId}::uuid and version is not distinct from ${marked.version}`;
		if (changed === 0) return false;
		// Before the log grows by what is said of it.
		await keepContext(tx, context, head);
		await recordChanges(tx, [{ kind: "CONTEXT_CHANGED", nodeType: "EVENT", nodeId: eventId }], null, now);
		return true;
	});
}
