import { byKey, groupByKey } from "../batch.js";
import { LOG_HEAD } from "../change-log.js";
import type { Database } from "../db.js";
import { evenParts, inTurn } from "../in-turn.js";
import { COLUMNS, rowsAsJson } from "../table-rows.js";

/** How rows of kept answers are read (kept-contexts.ts), with the rows that they name. */

/**
 * What nothing deletes moves an answer little by little: in how many articles a word stands, what was foreseen for today. So none is older than
 * this, in milliseconds.
 */
export const MAX_AGE_MS = 3_600_000;

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

/** A kept answer with what is wanted of it. */
export interface KeptRow {
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

/** What is read of kept answers, besides whose they are. */
export interface KeptReading {
	/** As `nameOf` names them. */
	options: string;
	now: Date;
	wanted: Wanted;
}

interface Asked extends KeptReading {
	eventId: string;
	resolve(row: KeptRow): void;
	reject(error: unknown): void;
}

/** Rows of some 50 kB: with more in one statement the first would wait for the last. */
const MAX_ROWS = 8;

/** An answer as of an instant is one as of a few moments later. */
export const MAX_APART_MS = 10_000;

const readers = new WeakMap<Database["pool"], (asked: Asked) => void>();

/**
 * The rows of these events, in any order: one statement. That of a single event is read together with those which other requests ask for in the same way in
 * the same turn of the loop.
 */
export async function readKeptRows(
	pool: Database["pool"],
	eventIds: readonly string[],
	reading: KeptReading,
): Promise<KeptRow[]> {
	const [eventId, another] = eventIds;
	if (eventId === undefined || another !== undefined) return queryRows(pool, eventIds, reading);
	const ask = readers.get(pool) ?? inTurn((all) => readAll(pool, all));
	readers.set(pool, ask);
	return [await new Promise((resolve, reject) => ask({ ...reading, eventId, resolve, reject }))];
}

function readAll(pool: Database["pool"], all: readonly Asked[]): void {
	const alike = ({ options, now, wanted }: Asked) =>
		JSON.stringify([options, wanted, Math.floor(now.getTime() / MAX_APART_MS)]);
	for (const asked of groupByKey(all, alike).values())
		for (const some of evenParts(asked, MAX_ROWS)) void readTogether(pool, some);
}

async function readTogether(pool: Database["pool"], asked: readonly Asked[]): Promise<void> {
	try {
		const ids = [...new Set(asked.map(({ eventId }) => eventId))];
		const rows = byKey(await queryRows(pool, ids, asked[0] as Asked), (row) => row.eventId);
		for (const { eventId, resolve } of asked) resolve(rows.get(eventId) as KeptRow);
	} catch (error) {
		for (const { reject } of asked) reject(error);
	}
}

async function queryRows(
	pool: Database["pool"],
	eventIds: readonly string[],
	{ options, now, wanted }: KeptReading,
): Promise<KeptRow[]> {
	const oldest = new Date(now.getTime() - MAX_AGE_MS);
	const hasOne = eventIds.length === 1;
	const { rows } = await pool.query<KeptRow>({
		...statementFor(hasOne, wanted),
		values: [hasOne ? eventIds[0] : eventIds, oldest.toISOString(), now.toISOString(), options],
	});
	return rows;
}
