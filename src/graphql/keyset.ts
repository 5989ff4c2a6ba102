import { groupByKey, loaderFor } from "../batch.js";
import { Prisma } from "../generated/prisma/client.js";
import type { AsOf } from "../known.js";
import { whenThere } from "../maybe-promise.js";
import { INSTANTS, type ReadTable } from "../table-rows.js";
import type { PagedList } from "./connection.js";
import type { Order, PageRequest, Position, SortKind, SortValue } from "./page.js";
import { readBeside, readSql } from "./read-sql.js";
import type { RequestContext } from "./request-context.js";
import type { Known, RowLoader } from "./rows.js";
import { shownColumns } from "./shown-columns.js";

/** Type in which Postgres compares a cursor's value with the sort expression: the column's own, so that its index is used. */
const SORT_CASTS: Record<SortKind, Prisma.Sql> = {
	instant: Prisma.sql`::timestamptz`,
	integer: Prisma.sql`::int4`,
	real: Prisma.sql`::float8`,
	text: Prisma.sql`::text`,
};

/** A list that SQL reads. */
export interface Listing {
	order: Order;
	/** The expression by which rows are ordered; never null. */
	by: Prisma.Sql;
	/** The UUID of a row; rows with equal sort values are ordered by it. */
	id: Prisma.Sql;
	/** `from … where …`. Lists that belong to an object refer to it as `parent.id`. */
	rows: Prisma.Sql;
}

/** Stands for the parent of lists that belong to no object. */
const NO_PARENT = "00000000-0000-0000-0000-000000000000";

/**
 * The list that belongs to the object `parentId` (null for a list of its own), in keyset pages. The same page of the lists of many parents is read in one
 * statement, a lateral join over the parents' ids, and its rows with it where they are those of one table.
 * @param load how its objects are read by id. @param knownAt the instant as of which they are seen.
 */
export function keysetList<T extends { id: string }>(
	context: RequestContext,
	listing: Listing,
	parentId: string | null,
	load: RowLoader<T>,
	knownAt: AsOf | null,
): PagedList<T & Known> {
	const parent = parentId ?? NO_PARENT;
	return {
		order: listing.order,
		read: (request) => {
			const page = pageOf(listing, request);
			const loader = loaderFor(context, keyOf("page", page), (parents) =>
				load.stored && knownAt === null
					? readPagesWithRows(context, page, request, listing, parents, load)
					: readPages(context, page, request, listing, parents),
			);
			return whenThere(loader.load(parent), (positions) => positions ?? []);
		},
		load: (id) => load(context, id, knownAt),
		count: async () => {
			const count = Prisma.sql`select count(*)::int as count ${listing.rows}`;
			const loader = loaderFor(context, keyOf("count", count), (parents) => readCounts(context, count, parents));
			return (await loader.load(parent)) ?? 0;
		},
	};
}

/** Two statements with the same text and values read the same, whatever field asked for them. */
function keyOf(what: string, statement: Prisma.Sql): string {
	return `${what} ${statement.text} ${JSON.stringify(statement.values)}`;
}

/** @param also further columns, each with a comma before it. */
function pageOf({ order, by, id, rows }: Listing, request: PageRequest, also = Prisma.empty): Prisma.Sql {
	const { size, after, before } = request;
	const direction = directionOf(order, request);
	const past = (position: Position | null, greater: boolean) => {
		if (!position) return Prisma.empty;
		const operator = greater ? Prisma.sql`>` : Prisma.sql`<`;
		return Prisma.sql` and (${by}, ${id}) ${operator} (${plain(position.value)}${SORT_CASTS[order.kind]}, ${position.id}::uuid)`;
	};
	const isAscending = order.direction === "ASC";
	return Prisma.sql`select ${id} as id, ${by} as value${also} ${rows}${past(after, isAscending)}${past(before, !isAscending)} order by ${by} ${direction}, ${id} ${direction} limit ${Prisma.raw(String(size + 1))}`;
}

/**
 * A page of a list that belongs to no object, in its order: `id`, `value`, and what else is asked.
 * @param chosen further columns of `rows`. @param added what is looked up for the rows of the page, which are called `page`.
 */
export function pageStatement(
	listing: Listing,
	request: PageRequest,
	chosen: Prisma.Sql,
	added: Prisma.Sql,
): Prisma.Sql {
	const direction = directionOf(listing.order, request);
	return Prisma.sql`select page.*, ${added} from (${pageOf(listing, request, Prisma.sql`, ${chosen}`)}) page order by page.value ${direction}, page.id ${direction}`;
}

/**
 * The parents whose lists are read. One stands by itself: of an array whose length it does not know Postgres expects ten, finds the plan for one to be
 * cheaper, and plans such a statement anew each time, which takes longer than to execute it. For the same reason sizes of pages are no parameters.
 */
const parentsIn = (parents: readonly string[]): Prisma.Sql =>
	parents.length === 1
		? Prisma.sql`(select ${parents[0]}::uuid as id) parent`
		: Prisma.sql`unnest(${[...parents]}::uuid[]) as parent(id)`;

/** Instants go as text: the driver would write them in the zone of this process. */
function plain(value: SortValue): string | number {
	return value instanceof Date ? value.toISOString() : value;
}

async function readPages(
	context: RequestContext,
	page: Prisma.Sql,
	request: PageRequest,
	{ order }: Listing,
	parents: string[],
): Promise<Map<string, Position[]>> {
	const direction = directionOf(order, request);
	const rows = await readSql<Position & { parent: string }>(
		context,
		Prisma.sql`select parent.id as parent, page.id, page.value from ${parentsIn(parents)} cross join lateral (${page}) page order by parent.id, page.value ${direction}, page.id ${direction}`,
	);
	return groupByKey(rows, (row) => row.parent);
}

/** A row of a page: its place in the list beside its columns. */
type PlacedRow = { id: string; [PARENT]: string; [VALUE]: SortValue };
/** Names that no column has. */
const PARENT = "page.parent";
const VALUE = "page.value";

/** Pages with the rows at their positions, which the loader is given. */
async function readPagesWithRows<T extends { id: string }>(
	context: RequestContext,
	page: Prisma.Sql,
	request: PageRequest,
	{ order }: Listing,
	parents: string[],
	{ stored, note }: RowLoader<T>,
): Promise<Map<string, Position[]>> {
	if (!stored) throw new Error("these rows are of no table");
	const { table } = stored;
	const direction = directionOf(order, request);
	const entry = Prisma.raw(`select ${stored.columns(context)} from "${table}" where id = page.id offset 0`);
	const rows = await readBeside<PlacedRow>(
		context,
		Prisma.sql`select parent.id as ${Prisma.raw(`"${PARENT}"`)}, page.value as ${Prisma.raw(`"${VALUE}"`)}, entry.* from ${parentsIn(parents)} cross join lateral (${page}) page cross join lateral (${entry}) entry order by parent.id, page.value ${direction}, page.id ${direction}`,
		order.kind === "instant" ? [...INSTANTS[table], VALUE] : INSTANTS[table],
	);
	const positions = rows.map(({ id, [PARENT]: parent, [VALUE]: value }) => ({ id, parent, value }));
	// Two properties too many do no harm; a copy without them costs as much as to read the row.
	note(context, stored.take(context, rows) as T[]);
	return groupByKey(positions, ({ parent }) => parent);
}

/**
 * The row of a table with an id, for a lateral join: looked up by itself, since a planner that sees a join may read the whole table for a few rows.
 * @param id an expression in SQL.
 */
export const rowOf = (context: RequestContext, table: ReadTable, id: string): Prisma.Sql =>
	Prisma.raw(`select ${shownColumns(context, table)} from "${table}" where id = ${id} offset 0`);

const directionOf = (order: Order, { backward }: PageRequest): Prisma.Sql =>
	(order.direction === "ASC") !== backward ? Prisma.sql`asc` : Prisma.sql`desc`;

async function readCounts(context: RequestContext, count: Prisma.Sql, parents: string[]): Promise<Map<string, number>> {
	const rows = await readSql<{ parent: string; count: number }>(
		context,
		Prisma.sql`select parent.id as parent, counted.count from ${parentsIn(parents)} cross join lateral (${count}) counted`,
	);
	return new Map(rows.map((row) => [row.parent, row.count]));
}

/** All conditions together, as a `where` clause; conditions that are null do not apply. */
export function where(...conditions: (Prisma.Sql | null)[]): Prisma.Sql {
	const applying = conditions.filter((condition) => condition !== null);
	return applying.length === 0 ? Prisma.sql`where true` : Prisma.sql`where ${Prisma.join(applying, " and ")}`;
}

/** The column's value is one of these; null, no condition, where they are not given. */
export function oneOf(column: Prisma.Sql, values: readonly string[] | null | undefined): Prisma.Sql | null {
	// As text: one function for the columns of every enum.
	return values ? Prisma.sql`${column}::text = any(${[...values]}::text[])` : null;
}

/** The UUID in the column is one of these; null, no condition, where they are not given. */
export function oneOfIds(column: Prisma.Sql, uuids: readonly string[] | null | undefined): Prisma.Sql | null {
	if (uuids?.length === 1) return Prisma.sql`${column} = ${uuids[0]}::uuid`;
	return uuids ? Prisma.sql`${column} = any(${[...uuids]}::uuid[])` : null;
}

/** An interval of instants; an end that is absent is open. */
export interface TimeRange {
	start?: Date | null | undefined;
	end?: Date | null | undefined;
}

/** The instant lies in the half-open range; null, no condition, where there is none. */
export function within(column: Prisma.Sql, range: TimeRange | null | undefined): Prisma.Sql | null {
	const bounds: Prisma.Sql[] = [];
	if (range?.start) bounds.push(Prisma.sql`${column} >= ${range.start.toISOString()}::timestamptz`);
	if (range?.end) bounds.push(Prisma.sql`${column} < ${range.end.toISOString()}::timestamptz`);
	return bounds.length === 0 ? null : Prisma.join(bounds, " and ");
}
