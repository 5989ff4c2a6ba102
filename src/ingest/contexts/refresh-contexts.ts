import { DEFAULT_CONTEXT_OPTIONS } from "../../causality/context.js";
import { readPrecedingContext } from "../../causality/preceding.js";
import { lockLog, recordChanges } from "../../change-log.js";
import type { Database } from "../../db.js";

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
}

/**
 * Computes contexts that were marked, longest marked first, and logs CONTEXT_CHANGED for each whose version changed. A context that is empty when it
 * is computed for the first time has not changed. Safe to run in many processes: the log gets a change once.
 * @param limit contexts taken at most.
 */
export async function refreshContexts(db: Database, limit: number, now: Date): Promise<ContextsReport> {
	const { rows } = await db.pool.query<MarkedContext>({
		name: "marked-contexts",
		text: `select "eventId", version, "dirtyAt" from "EventContext" where "dirtyAt" is not null order by "dirtyAt", "eventId" limit $1`,
		values: [limit],
	});
	const report: ContextsReport = { computed: 0, changed: 0 };
	for (const marked of rows) {
		const asOf = { at: now, clock: "PUBLISHED" as const };
		const context = await readPrecedingContext(db, marked.eventId, asOf, DEFAULT_CONTEXT_OPTIONS, now);
		const isNew = marked.version === null && context.entries.length === 0;
		report.computed++;
		if (context.version === marked.version || isNew) await settle(db, marked, context.version);
		else if (await logChange(db, marked, context.version, now)) report.changed++;
	}
	return report;
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
function logChange(db: Database, marked: MarkedContext, version: string, now: Date): Promise<boolean> {
	const { eventId } = marked;
	return db.prisma.$transaction(async (tx) => {
		await lockLog(tx);
		const changed = await tx.$executeRaw`
			update "EventContext" set version = ${version}, "dirtyAt" = case when "dirtyAt" = ${marked.dirtyAt} then null else "dirtyAt" end
			where "eventId" = ${eventId}::uuid and version is not distinct from ${marked.version}`;
		if (changed === 0) return false;
		await recordChanges(tx, [{ kind: "CONTEXT_CHANGED", nodeType: "EVENT", nodeId: eventId }], null, now);
		return true;
	});
}
