import type pg from "pg";
import type { ChangeFilter, LoggedChange } from "./change-filter.js";

/** Where the log stands. */
export interface LogState {
	/** Position of the newest row there has ever been; 0 before the first. Never goes back. */
	head: bigint;
	/** Rows up to this position have been pruned; what follows is all there. */
	prunedTo: bigint;
	/** Instant of the oldest row; null where there is none. */
	oldestAt: Date | null;
}

/** A stretch of the log, as one statement saw it. */
export interface LogPage extends LogState {
	/** In their order. */
	changes: LoggedChange[];
	/** Every wanted change up to here is on the page, or before it. */
	upTo: bigint;
}

type Pool = Pick<pg.Pool, "query">;

const STATE = `
	select greatest((select max(position) from "Change"), l."prunedTo") as head, l."prunedTo",
		(select c.at from "Change" c order by c.position limit 1) as "oldestAt"
	from "ChangeLog" l`;

/**
 * The entities that a change `c` concerns, as things are now: the entity itself, those an article names, who takes part in an event (or in
 * the one it was merged into), or in the events that a link joins.
 */
const ENTITIES = `(
	select c."nodeId" as id where c."nodeType" = 'ENTITY'
	union all select a."entityId" from "ArticleEntity" a where c."nodeType" = 'ARTICLE' and a."articleId" = c."nodeId"
	union all select p."entityId" from "Event" e join "EventParticipant" p on p."eventId" in (e.id, e."mergedIntoId")
		where c."nodeType" = 'EVENT' and e.id = c."nodeId"
	union all select p."entityId" from "CausalLink" k join "EventParticipant" p on p."eventId" in (k."causeId", k."effectId")
		where c."nodeType" = 'CAUSAL_LINK' and k.id = c."nodeId")`;

const COLUMNS = `c.position, c.at, c.kind, c."nodeType", c."nodeId", c.fields, c."causedById"`;

/**
 * A filter in SQL. Only the conditions that are given stand in it, so that the plan is one for these: a few objects are found by their index.
 * @param first number of its first parameter.
 */
function wanted(
	{ types, nodeIds, kinds, entityIds }: ChangeFilter,
	first: number,
): { name: string; text: string; values: unknown[] } {
	const conditions: [name: string, values: readonly string[] | null, text: (parameter: string) => string][] = [
		["types", types, (parameter) => `c."nodeType"::text = any(${parameter}::text[])`],
		["nodes", nodeIds, (parameter) => `c."nodeId" = any(${parameter}::uuid[])`],
		["kinds", kinds, (parameter) => `c.kind::text = any(${parameter}::text[])`],
		[
			"entities",
			entityIds,
			(parameter) => `exists (select from ${ENTITIES} as concerned(id) where concerned.id = any(${parameter}::uuid[]))`,
		],
	];
	const given = conditions.filter(([, values]) => values !== null);
	return {
		name: ["", ...given.map(([name]) => name)].join("-"),
		text: given.map(([, , text], index) => ` and ${text(`$${index + first}`)}`).join(""),
		values: given.map(([, values]) => values),
	};
}

/** Where a reader goes on whose cursor lies outside of the log; null where it lies inside. */
export function gapAt(
	position: bigint,
	{ prunedTo, head, oldestAt }: LogState,
	now: Date,
): { resumeFrom: bigint; oldestAvailableAt: Date } | null {
	if (prunedTo <= position && position <= head) return null;
	// From beyond the end: the archive was restored from an earlier state, and what had followed is not known here.
	return { resumeFrom: position < prunedTo ? prunedTo : head, oldestAvailableAt: oldestAt ?? now };
}

/** The wanted changes that follow a position, at most `limit`. One statement. */
export async function readChanges(pool: Pool, after: bigint, filter: ChangeFilter, limit: number): Promise<LogPage> {
	const read = await readPage(pool, "after", after, filter, limit);
	const last = read.changes.at(-1);
	return { ...read, upTo: last && read.changes.length === limit ? last.position : read.head };
}

/** The last wanted changes that precede a position, at most `limit`, in their order. One statement. */
export async function readChangesBefore(
	pool: Pool,
	before: bigint,
	filter: ChangeFilter,
	limit: number,
): Promise<LogState & Pick<LogPage, "changes">> {
	return readPage(pool, "before", before, filter, limit);
}

/** How many wanted changes the log holds. */
export async function countChanges(pool: Pool, filter: ChangeFilter): Promise<number> {
	const { name, text, values } = wanted(filter, 1);
	const { rows } = await pool.query<{ count: number }>({
		name: `count-changes${name}`,
		text: `select count(*)::int as count from "Change" c where true${text}`,
		values,
	});
	return rows[0]?.count ?? 0;
}

export async function readLogState(pool: Pool): Promise<LogState> {
	const { rows } = await pool.query<StateRow>({ name: "log-state", text: STATE });
	return stateOf(rows);
}

/** The key with which the cursors of this log are signed. It never changes. */
export async function readLogKey(pool: Pool): Promise<string> {
	const { rows } = await pool.query<{ key: string }>({ name: "log-key", text: `select key from "ChangeLog"` });
	if (!rows[0]) throw new Error("the change log has lost its key");
	return rows[0].key;
}

/** Which of these entities the changes after one position and up to another concern. */
export async function readEntities(
	pool: Pool,
	after: bigint,
	upTo: bigint,
	entityIds: readonly string[],
): Promise<Map<bigint, string[]>> {
	const { rows } = await pool.query<{ position: string; ids: string[] }>({
		name: "entities-of-changes",
		text: `select c.position, array_agg(distinct concerned.id) as ids from "Change" c cross join lateral ${ENTITIES} as concerned(id)
			where c.position > $1 and c.position <= $2 and concerned.id = any($3) group by c.position`,
		values: [after, upTo, entityIds],
	});
	return new Map(rows.map(({ position, ids }) => [BigInt(position), ids]));
}

/** Articles that changed any of these objects after one position and up to another, latest first, at most `limit`. */
export async function readCauses(
	pool: Pool,
	after: bigint,
	upTo: bigint,
	nodeIds: readonly string[],
	limit: number,
): Promise<string[]> {
	const { rows } = await pool.query<{ id: string }>({
		name: "causes-of-changes",
		text: `select "causedById" as id from "Change"
			where position > $1 and position <= $2 and "nodeId" = any($3) and "causedById" is not null
			group by 1 order by max(position) desc limit $4`,
		values: [after, upTo, nodeIds, limit],
	});
	return rows.map(({ id }) => id);
}

async function readPage(
	pool: Pool,
	side: "after" | "before",
	position: bigint,
	filter: ChangeFilter,
	limit: number,
): Promise<LogState & Pick<LogPage, "changes">> {
	const { name, text, values } = wanted(filter, 3);
	const { rows } = await pool.query<PageRow>({
		name: `changes-${side}${name}`,
		text: `
			with state as (${STATE})
			select state.*, c.* from state left join lateral (
				select ${COLUMNS} from "Change" c where c.position ${side === "after" ? ">" : "<"} $1${text}
				order by c.position ${side === "after" ? "asc" : "desc"} limit $2) c on true
			order by c.position`,
		values: [position, limit, ...values],
	});
	const changes = rows.flatMap((row) => (row.position === null ? [] : changeOf(row)));
	return { ...stateOf(rows), changes };
}

/** Bigints come as text. */
interface StateRow {
	head: string;
	prunedTo: string;
	oldestAt: Date | null;
}

/** Without a change where nothing was wanted. */
type PageRow = StateRow & (({ position: string } & Omit<LoggedChange, "position">) | { position: null });

function stateOf([row]: readonly StateRow[]): LogState {
	if (!row) throw new Error("the change log has lost its row");
	return { head: BigInt(row.head), prunedTo: BigInt(row.prunedTo), oldestAt: row.oldestAt };
}

function changeOf(row: { position: string } & Omit<LoggedChange, "position">): LoggedChange {
	const { at, kind, nodeType, nodeId, fields, causedById } = row;
	return { position: BigInt(row.position), at, kind, nodeType, nodeId, fields, causedById };
}
