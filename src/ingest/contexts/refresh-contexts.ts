import type { PrecedingContext } from "../../causality/context.js";
import { DEFAULT_CONTEXT_OPTIONS } from "../../causality/context.js";
import { type KeptAnswer, keepAnswer, keptAnswer } from "../../causality/keep-answers.js";
import { readPrecedingContexts } from "../../causality/preceding.js";
import { lockLog, type PendingChange, readLogHead, recordChanges, shareLog } from "../../change-log.js";
import type { Database } from "../../db.js";
import { inTransaction, type SqlTransaction } from "../../sql-transaction.js";
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
 * As many contexts are put together by one set of statements, and logged by one transaction, as can be read in so many milliseconds. In a small archive each
 * takes less than the statements themselves; in a large one many together would seldom be kept, since nothing may be stored between their being read and their being kept.
 */
const TOGETHER_MS = 40;
const MAX_TOGETHER = 20;
/** How many that is, by those before. */
let together = 1;

/** Where so many fail it is not their fault, and the others are left for later. */
const MAX_FAULTS = 3;

/** By the database's clock. A batch takes a second or two; what a killed process has taken waits no longer than this for another one. */
const LEASE_SECONDS = 30;

/**
 * Computes contexts that were marked, longest marked first, and logs CONTEXT_CHANGED for each whose version changed. A context that is empty when it
 * is computed for the first time has not changed. Many processes share the work: each takes contexts that no other has in hand, and should one outlive
 * its lease, the log gets the change once all the same.
 * @param limit contexts taken at most.
 * @throws what went wrong first, after the others are computed: one context that cannot be holds up no other. It is tried again when its lease has ended.
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
	const faults: unknown[] = [];
	/** Once some together have failed, each is tried by itself: a batch with a fault in it is seldom. */
	let singly = false;
	for (let rest = rows; rest.length > 0; ) {
		const some = rest.slice(0, singly ? 1 : together);
		try {
			const { computed, changed } = await computeContexts(db, some, now);
			report.computed += computed;
			report.changed += changed;
		} catch (error) {
			singly = true;
			if (some.length > 1) continue;
			if (faults.push(error) === MAX_FAULTS) break;
		}
		rest = rest.slice(some.length);
	}
	if (faults.length > 0) throw faults[0];
	return report;
}

/** A context that was computed anew. */
interface ComputedContext {
	marked: MarkedContext;
	context: PrecedingContext;
}

async function computeContexts(db: Database, all: readonly MarkedContext[], now: Date): Promise<ContextsReport> {
	const head = await readLogHead(db.pool);
	const ids = all.map(({ eventId }) => eventId);
	const asOf = { at: now, clock: "PUBLISHED" as const };
	const startedAt = performance.now();
	const contexts = await timed("context", () => readPrecedingContexts(db, ids, asOf, DEFAULT_CONTEXT_OPTIONS, now));
	const fitting = (all.length * TOGETHER_MS) / (performance.now() - startedAt);
	together = Math.min(MAX_TOGETHER, Math.max(1, Math.floor(fitting)));
	const computed = all.map((marked, n): ComputedContext => ({ marked, context: contexts[n] as PrecedingContext }));
	const changed = await storeContexts(db, computed, head, now);
	for (const { marked } of changed) tellLatency(marked, new Date());
	return { computed: all.length, changed: changed.length };
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

/** One that is empty when it is computed for the first time has not changed. */
const isChanged = ({ marked, context }: ComputedContext): boolean =>
	context.version !== marked.version && (marked.version !== null || context.entries.length > 0);

/** Keeps the answers, and logs those that are others than before: one transaction. @returns those that this process has logged. */
function storeContexts(
	db: Database,
	computed: readonly ComputedContext[],
	head: string,
	now: Date,
): Promise<readonly ComputedContext[]> {
	const changed = computed.filter(isChanged);
	const same = computed.filter((one) => !isChanged(one));
	const answers = new Map(computed.map((one) => [one, keptAnswer(one.context, DEFAULT_CONTEXT_OPTIONS)]));
	return inTransaction(db.writing, async (tx) => {
		await (changed.length > 0 ? lockLog(tx) : shareLog(tx));
		await settle(tx, same);
		const logged = await writeVersions(tx, changed);
		for (const one of [...same, ...logged]) await keepAnswer(tx, answers.get(one) as KeptAnswer, head);
		const changes = logged.map(
			({ marked }): PendingChange => ({ kind: "CONTEXT_CHANGED", nodeType: "EVENT", nodeId: marked.eventId }),
		);
		await recordChanges(tx, changes, null, now);
		return logged;
	});
}

/** The versions hold, unless a context was marked again meanwhile; then it is due again. One statement. */
async function settle(tx: SqlTransaction, same: readonly ComputedContext[]): Promise<void> {
	if (same.length === 0) return;
	const [ids, versions, instants] = columnsOf(same);
	await tx.$executeRaw`
		update "EventContext" c set version = case when c."dirtyAt" = w."dirtyAt" then w.version else c.version end, "leasedUntil" = null,
			"dirtyAt" = case when c."dirtyAt" = w."dirtyAt" then null else c."dirtyAt" end
		from unnest(${ids}::uuid[], ${versions}::text[], ${instants}::timestamptz[]) as w("eventId", version, "dirtyAt")
		where c."eventId" = w."eventId"`;
}

/** @returns those whose version no other process has changed meanwhile. One statement. */
async function writeVersions(tx: SqlTransaction, changed: readonly ComputedContext[]): Promise<ComputedContext[]> {
	if (changed.length === 0) return [];
	const [ids, versions, instants, before] = columnsOf(changed);
	const rows = await tx.$queryRaw<{ eventId: string }[]>`
		update "EventContext" c set version = w.version, "leasedUntil" = null, "dirtyAt" = case when c."dirtyAt" = w."dirtyAt" then null else c."dirtyAt" end
		from unnest(${ids}::uuid[], ${versions}::text[], ${instants}::timestamptz[], ${before}::text[]) as w("eventId", version, "dirtyAt", before)
		where c."eventId" = w."eventId" and c.version is not distinct from w.before
		returning c."eventId"`;
	const written = new Set(rows.map(({ eventId }) => eventId));
	return changed.filter(({ marked }) => written.has(marked.eventId));
}

/** Of each context its event, the new version, the instant at which it was marked, and the version before. */
const columnsOf = (contexts: readonly ComputedContext[]): [string[], string[], string[], (string | null)[]] => [
	contexts.map(({ marked }) => marked.eventId),
	contexts.map(({ context }) => context.version),
	contexts.map(({ marked }) => marked.dirtyAt.toISOString()),
	contexts.map(({ marked }) => marked.version),
];
