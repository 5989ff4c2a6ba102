import { shareLog } from "../change-log.js";
import type { Database } from "../db.js";
import { inTransaction, type SqlTransaction } from "../sql-transaction.js";
import { type ContextOptions, DEFAULT_CONTEXT_OPTIONS, type PrecedingContext } from "./context.js";
import { PACKED_FORMAT, type PackedContext, packContext, packDigests } from "./pack-context.js";

/** How answers to "what preceded?" come to be kept (kept-contexts.ts). */

/** Options as they are parsed: all fields, in one order. With the format, so that another one is not found. */
export const nameOf = (options: ContextOptions): string => `${PACKED_FORMAT} ${JSON.stringify(options)}`;
const USUAL = nameOf(DEFAULT_CONTEXT_OPTIONS);

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

/** Longer than an article takes to be stored. Who has waited in vain keeps nothing, and the next who asks works it out again. */
const MAX_WAIT = "1s";

/** Keeps answers that were read when the log ended at `head`, as `keepAnswer` does, as soon as nobody is storing anything. */
export async function keepSoon(
	db: Database,
	contexts: readonly PrecedingContext[],
	options: ContextOptions,
	head: string,
): Promise<void> {
	await keepUnlessBusy(() =>
		inTransaction(db.writing, async (tx) => {
			// By now what was asked of them has been worked out, such as their digests. The lock is not asked for before.
			const answers = contexts.map((context) => keptAnswer(context, options));
			await tx.$executeRaw`select set_config('lock_timeout', ${MAX_WAIT}, true)`;
			await shareLog(tx);
			for (const answer of answers) await keepAnswer(tx, answer, head);
		}),
	);
}

/**
 * Keeps the digests that have been worked out of a kept answer, unless it has been replaced since it was read, or as many are kept already. One statement.
 */
export async function keepDigests(db: Database, context: PrecedingContext, options: ContextOptions): Promise<void> {
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

/** An answer as it is kept: a row of "KeptContext". */
export interface KeptAnswer extends PackedContext {
	eventId: string;
	isUsual: boolean;
	options: string;
	version: string;
	computedAt: Date;
	shown: string[];
	cited: string[];
}

/**
 * Takes longer than to write the row: to be done before anybody has to wait for it.
 * @param context whole, as of the present.
 */
export function keptAnswer(context: PrecedingContext, given: ContextOptions): KeptAnswer {
	const { eventId, version, computedAt } = context;
	const options = nameOf(given);
	const seen = { shown: shownIn(context), cited: citedIn(context) };
	return { eventId, isUsual: options === USUAL, options, version, computedAt, ...seen, ...packContext(context) };
}

/**
 * Keeps an answer unless something has been stored since the log ended at `head` that would have deleted it (forget-contexts.ts); `head` was read
 * before anything of the answer was. The caller holds the writers' lock, or shares it: what is being stored could not delete what it does not see yet. One statement.
 */
export async function keepAnswer(
	tx: Pick<SqlTransaction, "$executeRaw">,
	{ eventId, isUsual, options, version, computedAt, shown, cited, answer, digests, tellings }: KeptAnswer,
	head: string,
): Promise<void> {
	await tx.$executeRaw`
		insert into "KeptContext" as k ("eventId", "isUsual", options, version, "computedAt", shown, cited, answer, digests, tellings)
		select ${eventId}::uuid, ${isUsual}, ${options}, ${version}, ${computedAt}, ${shown}::uuid[], ${cited}::uuid[], ${answer}, ${digests}, ${tellings}
		where not exists (select from "EventContext" t where t."eventId" = any(${shown}::uuid[]) and t."touchedAfter" >= ${head}::bigint)
			-- In this order: nearly always none was reported, and a planner that does not know looks at all events with the terms.
			and not exists (
				select from (select t."eventId" from "EventContext" t where t."reportedAfter" >= ${head}::bigint offset 0) reported
				cross join lateral (select e."firstReportedAt", e."keyTerms" from "Event" e where e.id = reported."eventId" offset 0) e
				cross join lateral (select o."firstReportedAt", o."keyTerms" from "Event" o where o.id = ${eventId}::uuid offset 0) own
				where e."firstReportedAt" < own."firstReportedAt" and e."keyTerms" && own."keyTerms")
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
