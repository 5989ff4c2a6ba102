import type { GraphQLResolveInfo } from "graphql";
import type pg from "pg";
import { loaderFor } from "../batch.js";
import type PrismaTypes from "../generated/pothos-types.js";
import { type AsOf, instantName } from "../known.js";
import { type MaybePromise, whenThere } from "../maybe-promise.js";
import { COLUMNS, type ReadTable, type TableRow } from "../table-rows.js";
import { asksIdOnly } from "./asked-fields.js";
import type { RequestContext } from "./request-context.js";

/**
 * The instant as of which an object is seen, with its clock. Objects handed out inside an as-of answer carry it, and every field reached
 * from them shows nothing that was not known then. Null for the present.
 */
export interface Known {
	knownAt: AsOf | null;
}

type Seen<Model extends keyof PrismaTypes, Hidden extends string = never> = Omit<PrismaTypes[Model], "Shape"> & {
	Shape: Omit<PrismaTypes[Model]["Shape"], Hidden> & Known;
};

/** The generated Prisma types, with the as-of instant on every row and without the columns that only matching reads. */
export type SeenTypes = Omit<{ [Model in keyof PrismaTypes]: Seen<Model> }, "Article" | "ArticleRevision" | "Event"> & {
	Article: Seen<"Article", "signature">;
	ArticleRevision: Seen<"ArticleRevision", "reportWords">;
	Event: Seen<"Event", "centroid" | "keyTerms">;
};

/** A row of a table as resolvers see it. */
export type Row<Model extends keyof SeenTypes> = SeenTypes[Model]["Shape"];

/** The rows with these ids, in any order, for whoever asks to do with as he likes. `knownAt` is not null where they are read for an as-of answer. */
export type ReadRows<T> = (context: RequestContext, ids: string[], knownAt: AsOf | null) => Promise<T[]>;

/** Gives the row with this id as seen at an instant; null where there is none. At once, where the request has read it before. */
export interface RowLoader<T> {
	(context: RequestContext, id: string, knownAt: AsOf | null): MaybePromise<(T & Known) | null>;
	/** Takes rows that were read beside something else, as of the present. They are its own from then on. */
	note(context: RequestContext, rows: readonly T[]): void;
	/** The table whose rows these are, as of the present, as they stand there; null where they are put together of several. */
	readonly table: ReadTable | null;
}

/**
 * How rows are read by id: in one statement for all ids that a query asks for at the same depth.
 * @param name of the table, or of a way to read it.
 */
export const rowLoader = <T extends { id: string }>(name: string, read: ReadRows<T>): RowLoader<T> =>
	makeLoader(name, null, read);

/**
 * How rows of a table are read by id. See `rowLoader`.
 * @param seen what is to be seen of them at an instant; all, as they are now, where nothing is given.
 */
export const tableLoader = <Table extends ReadTable>(
	table: Table,
	seen?: (context: RequestContext, rows: TableRow<Table>[], knownAt: AsOf) => Promise<TableRow<Table>[]>,
): RowLoader<TableRow<Table>> =>
	makeLoader(table, table, async (context, ids, knownAt) => {
		const rows = await rowsById(context.db, table, ids);
		return knownAt && seen ? seen(context, rows, knownAt) : rows;
	});

function makeLoader<T extends { id: string }>(name: string, table: ReadTable | null, read: ReadRows<T>): RowLoader<T> {
	const loaderAt = (context: RequestContext, knownAt: AsOf | null) =>
		loaderFor<T & Known>(context, `row ${name} ${instantName(knownAt)}`, async (ids) => {
			const rows = await read(context, ids, knownAt);
			return new Map(rows.map((row) => [row.id, Object.assign(row, { knownAt })]));
		});
	return Object.assign(
		(context: RequestContext, id: string, knownAt: AsOf | null) => loaderAt(context, knownAt).load(id),
		{
			note: (context: RequestContext, rows: readonly T[]) => {
				const loader = loaderAt(context, null);
				for (const row of rows) loader.note(row.id, Object.assign(row, { knownAt: null }));
			},
			table,
		},
	);
}

/**
 * The rows of a table with these ids, in any order, by one prepared statement. What Prisma's `findMany` gives, at a third of its processor time: most
 * answers consist of such rows.
 */
async function rowsById<Table extends ReadTable>(
	{ pool }: { pool: Pick<pg.Pool, "query"> },
	table: Table,
	ids: readonly string[],
): Promise<TableRow<Table>[]> {
	const { rows } = await pool.query({
		name: `rows-${table}`,
		text: `select ${COLUMNS[table]} from "${table}" where id = any($1::uuid[])`,
		values: [ids],
	});
	return rows;
}

/** The row, which a foreign key says exists. */
export function required<T>(row: MaybePromise<T | null>): MaybePromise<T> {
	return whenThere(row, (value) => {
		if (value === null) throw new Error("a row that another row refers to is missing");
		return value;
	});
}

/** The row that another one refers to: read where more than its id is asked. */
export function referenced<T extends { id: string }>(
	load: RowLoader<T>,
	id: string,
	knownAt: AsOf | null,
	context: RequestContext,
	info: Pick<GraphQLResolveInfo, "fieldNodes">,
): MaybePromise<T & Known> {
	// All that is asked of it is there.
	if (asksIdOnly(info)) return { id, knownAt } as T & Known;
	return required(load(context, id, knownAt));
}
