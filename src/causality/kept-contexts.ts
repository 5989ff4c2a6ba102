import type { Database } from "../db.js";
import { rowsOfJson, type TableRow } from "../table-rows.js";
import type { ContextOptions, PrecedingContext } from "./context.js";
import { keepSoon, nameOf } from "./keep-answers.js";
import { MAX_APART_MS, readKeptRows, type Wanted } from "./kept-rows.js";
import { unpackContext, withTellings } from "./pack-context.js";
import { readPrecedingContexts } from "./preceding.js";

/**
 * Answers to "what preceded?", as of the present, that are kept until something they depend on changes: whatever is stored deletes, in its own transaction, those
 * that it may concern (forget-contexts.ts). Of an event two are kept at most: by the usual options, and by those others that were asked for last.
 */

/** Rows that answers name, as they are now. The events asked about are among them. */
export interface NamedRows {
	events: TableRow<"Event">[];
	articles: TableRow<"Article">[];
	sources: TableRow<"Source">[];
}

/** Answers that were read from the table. */
const stored = new WeakSet<PrecedingContext>();

/** Whether this answer was kept. */
export const isKept = (context: PrecedingContext): boolean => stored.has(context);

/** Answers that are kept, by event. They have tellings where their digests are wanted and none is kept (else `readTellings`). */
interface KeptContexts extends NamedRows {
	kept: Map<string, PrecedingContext>;
	/** Where the log ended, where some are not. */
	head: string | null;
}

/** What preceded these events as of `now`, of those whose answers are kept. One statement. */
export async function readKeptContexts(
	db: Database,
	eventIds: readonly string[],
	options: ContextOptions,
	now: Date,
	wanted: Wanted,
): Promise<KeptContexts> {
	const rows = await readKeptRows(db.pool, eventIds, { options: nameOf(options), now, wanted });
	const asOf = { at: now, clock: "PUBLISHED" as const };
	const kept = new Map<string, PrecedingContext>();
	for (const { eventId, computedAt, answer, digests = null, tellings } of rows) {
		if (answer === null || !computedAt) continue;
		const context = unpackContext({ answer, digests }, { eventId, asOf, computedAt });
		kept.set(eventId, tellings ? withTellings(context, tellings) : context);
	}
	for (const context of kept.values()) stored.add(context);
	return {
		kept,
		head: rows.find((row) => row.head !== null)?.head ?? null,
		events: rows.flatMap((row) => rowsOfJson("Event", row.events)),
		articles: rows.flatMap((row) => rowsOfJson("Article", row.articles ?? null)),
		sources: rows.flatMap((row) => rowsOfJson("Source", row.sources ?? null)),
	};
}

/**
 * What preceded these events, in their order, as of `now`: those that are kept by one statement, three more for all others, which are kept from then on.
 */
export async function readCurrentContexts(
	db: Database,
	eventIds: readonly string[],
	options: ContextOptions,
	now: Date,
	wanted: Wanted = { digests: true, events: false, citations: "none" },
): Promise<NamedRows & { contexts: PrecedingContext[] }> {
	const { kept: contexts, head, ...rows } = await readKeptContexts(db, eventIds, options, now, wanted);
	const missing = eventIds.filter((id) => !contexts.has(id));
	for (const context of await workOutContexts(db, missing, options, now, head)) contexts.set(context.eventId, context);
	return { ...rows, contexts: eventIds.flatMap((id) => contexts.get(id) ?? []) };
}

/** Answers that are being worked out. */
interface Working {
	now: Date;
	/** By event. */
	answers: Promise<ReadonlyMap<string, PrecedingContext>>;
}

/** By the database that is read, and by event, options and end of the log: what was stored before a question is in its answer. */
const working = new WeakMap<Database["pool"], Map<string, Working>>();

/**
 * What preceded events whose answers are not kept; they are from then on, unless something has changed them since the log ended at `head`. When news breaks many
 * ask for the same event at once: it is worked out once for all of them.
 */
export async function workOutContexts(
	db: Database,
	eventIds: readonly string[],
	options: ContextOptions,
	now: Date,
	head: string | null,
): Promise<PrecedingContext[]> {
	const { pool } = db;
	const underWay = working.get(pool) ?? new Map<string, Working>();
	working.set(pool, underWay);
	const keyOf = (eventId: string) => `${head} ${eventId} ${nameOf(options)}`;
	const joined = new Map<string, Working>();
	for (const id of eventIds) {
		const one = underWay.get(keyOf(id));
		if (head !== null && one && Math.abs(now.getTime() - one.now.getTime()) < MAX_APART_MS) joined.set(id, one);
	}
	const missing = eventIds.filter((id) => !joined.has(id));
	if (missing.length > 0) {
		const own: Working = { now, answers: workOut(db, missing, options, now) };
		for (const id of missing) {
			joined.set(id, own);
			underWay.set(keyOf(id), own);
		}
		void keepWhenThere(db, own.answers, options, head).then(() => {
			for (const id of missing) if (underWay.get(keyOf(id)) === own) underWay.delete(keyOf(id));
		});
	}
	return Promise.all(
		eventIds.map(async (id) => {
			const answer = (await joined.get(id)?.answers)?.get(id);
			if (!answer) throw new Error(`the context of ${id} was not worked out`);
			return { ...answer, asOf: { ...answer.asOf, at: now } };
		}),
	);
}

async function workOut(
	db: Database,
	eventIds: readonly string[],
	options: ContextOptions,
	now: Date,
): Promise<ReadonlyMap<string, PrecedingContext>> {
	const contexts = await readPrecedingContexts(db, eventIds, { at: now, clock: "PUBLISHED" }, options, now);
	return new Map(contexts.map((context) => [context.eventId, context]));
}

/** Keeps answers when they are there. Settles when they are kept, or cannot be: then whoever asks works them out again. Never fails. */
async function keepWhenThere(
	db: Database,
	answers: Promise<ReadonlyMap<string, PrecedingContext>>,
	options: ContextOptions,
	head: string | null,
): Promise<void> {
	try {
		const contexts = [...(await answers).values()];
		if (head !== null) await keepSoon(db, contexts, options, head);
	} catch {
		// Who has asked is told what was wrong.
	}
}

/** Kept answers with what digests are made of: one statement, and three more where one of them was deleted meanwhile. */
export async function readTellings(
	db: Database,
	contexts: readonly PrecedingContext[],
	options: ContextOptions,
): Promise<PrecedingContext[]> {
	const { rows } = await db.pool.query<{ eventId: string; tellings: string; version: string }>({
		name: "kept-tellings",
		text: `select "eventId", tellings, version from "KeptContext" where "eventId" = any($1::uuid[]) and options = $2`,
		values: [contexts.map(({ eventId }) => eventId), nameOf(options)],
	});
	const tellings = new Map(rows.map(({ eventId, ...row }) => [eventId, row]));
	return Promise.all(
		contexts.map(async (context) => {
			const kept = tellings.get(context.eventId);
			if (kept?.version === context.version) return withTellings(context, kept.tellings);
			const [whole] = await readPrecedingContexts(db, [context.eventId], context.asOf, options, context.computedAt);
			return whole ?? context;
		}),
	);
}
