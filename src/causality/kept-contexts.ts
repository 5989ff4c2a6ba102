import { LOG_HEAD, WRITE_LOCK } from "../change-log.js";
import type { Database } from "../db.js";
import { inTransaction, type SqlTransaction } from "../sql-transaction.js";
import { COLUMNS, rowsAsJson, rowsOfJson, type TableRow } from "../table-rows.js";
import { type ContextOptions, DEFAULT_CONTEXT_OPTIONS, type PrecedingContext } from "./context.js";
import { PACKED_FORMAT, packContext, packDigests, unpackContext, withTellings } from "./pack-context.js";
import { readPrecedingContexts } from "./preceding.js";

/**
 * Answers to "what preceded?", as of the present, that are kept until something they depend on changes: whatever is stored deletes, in its own transaction, those
 * that it may concern (`forgetContexts`, `forgetAlike`). Of an event two are kept at most: by the usual options, and by those others that were asked for last.
 */

/**
 * What nothing deletes moves an answer little by little: in how many articles a word stands, what was foreseen for today. So none is older than
 * this, in milliseconds.
 */
const MAX_AGE_MS = 3_600_000;

/** Kept answers deleted for one change at most; the others grow old. */
const MAX_FORGOTTEN = 2_000;

/** Events after a new one, in the order in which they were first reported, whose answers are looked at. News is the latest, and has none. */
const MAX_LATER = 2_000;

/** What of answers is wanted. What is not read with them is read when it is asked for. */
export interface Wanted {
	/** Their digests, as far as they are kept. */
	digests: boolean;
	/** The events that they show. */
	events: boolean;
	/**
	 * Who says so: the articles of the sentences that are usually shown, and their sources. Of brief articles there is no more than id, source, address,
	 * headline, language and publication.
	 */
	citations: "none" | "brief" | "whole";
}

/** Rows that answers name, as they are now. The events asked about are among them. */
export interface NamedRows {
	events: TableRow<"Event">[];
	articles: TableRow<"Article">[];
	sources: TableRow<"Source">[];
}

interface KeptRow {
	eventId: string;
	/** Where the log ends; null where an answer is kept. */
	head: string | null;
	answer: string | null;
	computedAt: Date | null;
	/** What was not wanted is absent. */
	digests?: string | null;
	/** Where no digest is kept yet. */
	tellings?: string | null;
	/** JSON, as of `rowsAsJson`. */
	events: string | null;
	articles?: string | null;
	sources?: string | null;
}

const CITED = `any(k.cited)`;
const SOURCES = `any(array(select a."sourceId" from "Article" a where a.id = ${CITED}))`;
const CITED_COLUMNS = {
	brief: `id, "sourceId", url, headline, language, "publishedAt"`,
	whole: COLUMNS.Article,
};

/**
 * The statement for what is wanted. Each has a text of its own: of a condition on a parameter Postgres sees the outcome when it plans for that value, finds such
 * plans cheaper, and makes one for each execution, which takes longer than to execute it. One event stands by itself for the same reason (`parentsIn` in keyset.ts).
 */
function statementFor(hasOne: boolean, { digests, events, citations }: Wanted): { name: string; text: string } {
	const asked = hasOne ? "(select $1::uuid as id)" : "unnest($1::uuid[])";
	const columns = [
		`w.id as "eventId"`,
		`case when k.answer is null then ${LOG_HEAD}::text end as head`,
		`k.answer`,
		`k."computedAt"`,
		`${rowsAsJson("Event", events ? "id = any(k.shown || w.id)" : "id = w.id")} as events`,
	];
	if (digests) columns.push("k.digests", `case when k.digests = '[]' then k.tellings end as tellings`);
	if (citations !== "none")
		columns.push(
			`${rowsAsJson("Article", `id = ${CITED}`, CITED_COLUMNS[citations])} as articles`,
			`${rowsAsJson("Source", `id = ${SOURCES}`)} as sources`,
		);
	return {
		name: ["kept", hasOne ? "one" : "many", digests && "digests", events && "events", citations]
			.filter(Boolean)
			.join("-"),
		text: `select ${columns.join(", ")} from ${asked} w(id)
			left join "KeptContext" k on k."eventId" = w.id and k.options = $4 and k."computedAt" between $2 and $3`,
	};
}

/** Answers that were read from the table. */
const stored = new WeakSet<PrecedingContext>();

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
	const oldest = new Date(now.getTime() - MAX_AGE_MS);
	const hasOne = eventIds.length === 1;
	const { rows } = await db.pool.query<KeptRow>({
		...statementFor(hasOne, wanted),
		values: [hasOne ? eventIds[0] : eventIds, oldest.toISOString(), now.toISOString(), nameOf(options)],
	});
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

/** What preceded events whose answers are not kept; they are from then on, unless anything has been stored since the log ended at `head`. */
export async function workOutContexts(
	db: Database,
	eventIds: readonly string[],
	options: ContextOptions,
	now: Date,
	head: string | null,
): Promise<PrecedingContext[]> {
	if (eventIds.length === 0) return [];
	const contexts = await readPrecedingContexts(db, eventIds, { at: now, clock: "PUBLISHED" }, options, now);
	// Nobody waits for it, and whoever cannot keep it works it out again.
	void keepIfQuiet(db, contexts, options, head ?? "0").catch(() => {});
	return contexts;
}

/** Options as they are parsed: all fields, in one order. With the format, so that another one is not found. */
const nameOf = (options: ContextOptions): string => `${PACKED_FORMAT} ${JSON.stringify(options)}`;
const USUAL = nameOf(DEFAULT_CONTEXT_OPTIONS);

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

/** What is being kept. More at once would hold up those who ask. */
const MAX_KEEPING = 2;
let keeping = 0;

async function keepUnlessBusy(keep: () => Promise<unknown>): Promise<void> {
	if (keeping >= MAX_KEEPING) return;
	keeping++;
	try {
		await keep();
	} finally {
		keeping--;
	}
}

/**
 * Keeps answers if nothing has been stored since `head` and nobody is storing anything: what is being stored could not delete what it does not see yet.
 */
export async function keepIfQuiet(
	db: Database,
	contexts: readonly PrecedingContext[],
	options: ContextOptions,
	head: string,
): Promise<void> {
	if (contexts.length === 0) return;
	await keepUnlessBusy(() =>
		inTransaction(db.writing, async (tx) => {
			// Packing them takes longer than all else here: not where the log has gone on.
			const [lock] = await tx.$queryRaw<{ mayKeep: boolean }[]>`
				select pg_try_advisory_xact_lock_shared(${WRITE_LOCK}::bigint)
					and ${head}::bigint = (select greatest((select max(position) from "Change"), (select "prunedTo" from "ChangeLog"))) as "mayKeep"`;
			if (lock?.mayKeep) for (const context of contexts) await keepContext(tx, context, options, head);
		}),
	);
}

/**
 * Keeps the digests that have been worked out of a kept answer, unless it has been replaced since it was read, or as many are kept already. One statement;
 * none where the answer is not a kept one.
 */
export async function keepDigests(db: Database, context: PrecedingContext, options: ContextOptions): Promise<void> {
	if (!stored.has(context)) return;
	const name = nameOf(options);
	const { eventId, version, computedAt } = context;
	await keepUnlessBusy(() =>
		db.writing.query({
			name: "keep-digests",
			text: `update "KeptContext" set digests = $5
				where "eventId" = $1 and "isUsual" = $2 and options = $3 and version = $4 and "computedAt" = $6 and length(digests) < length($5)`,
			values: [eventId, name === USUAL, name, version, packDigests(context), computedAt.toISOString()],
		}),
	);
}

/**
 * Keeps an answer unless something has been stored since `head`, which was read before anything of the answer was. The caller holds the writers'
 * lock, or shares it. One statement.
 * @param context whole, as of the present.
 */
export async function keepContext(
	tx: Pick<SqlTransaction, "$executeRaw">,
	context: PrecedingContext,
	options: ContextOptions,
	head: string,
): Promise<void> {
	const name = nameOf(options);
	const { answer, digests, tellings } = packContext(context);
	await tx.$executeRaw`
		insert into "KeptContext" as k ("eventId", "isUsual", options, version, "computedAt", shown, cited, answer, digests, tellings)
		select ${context.eventId}::uuid, ${name === USUAL}, ${name}, ${context.version}, ${context.computedAt}, ${shownIn(context)}::uuid[], ${citedIn(context)}::uuid[], ${answer}, ${digests}, ${tellings}
		where ${head}::bigint = (select greatest((select max(position) from "Change"), (select "prunedTo" from "ChangeLog")))
		on conflict ("eventId", "isUsual") do update set options = excluded.options, version = excluded.version, "computedAt" = excluded."computedAt", shown = excluded.shown, cited = excluded.cited,
			answer = excluded.answer, digests = excluded.digests, tellings = excluded.tellings
		where k."computedAt" <= excluded."computedAt"`;
}

/** The events that an answer shows: when one of them changes, it goes. */
function shownIn({ eventId, entries, links }: PrecedingContext): string[] {
	const onChains = entries.flatMap(({ bestChain }) => bestChain?.links ?? []);
	const ends = [...links, ...onChains].flatMap(({ causeId, effectId }) => [causeId, effectId]);
	return [...new Set([eventId, ...entries.map((entry) => entry.eventId), ...ends])];
}

/** Of each claim's evidence, so many sentences are usually shown. */
const SHOWN_EVIDENCE = 3;

/** The articles of the sentences that are usually shown. */
function citedIn({ entries, links }: PrecedingContext): string[] {
	const ofLinks = links.flatMap(({ evidence }) => evidence.slice(0, SHOWN_EVIDENCE));
	const ofEntries = entries.flatMap(({ sentence }) => sentence ?? []);
	return [...new Set([...ofLinks, ...ofEntries].map(({ articleId }) => articleId))];
}

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
 * Deletes the answers for later events that have a key term in common with this one, which may have preceded them. One statement, in the transaction that
 * adds it.
 */
export async function forgetAlike(tx: Pick<SqlTransaction, "$executeRaw">, eventId: string): Promise<void> {
	await tx.$executeRaw`
		delete from "KeptContext" where "eventId" in (
			select later.id from "Event" e cross join lateral (
				select l.id, l."keyTerms" from "Event" l where l."firstReportedAt" > e."firstReportedAt" order by l."firstReportedAt", l.id limit ${MAX_LATER}::int
			) later
			where e.id = ${eventId}::uuid and later."keyTerms" && e."keyTerms" and exists (select from "KeptContext"))`;
}
