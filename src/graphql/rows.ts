import type { GraphQLResolveInfo } from "graphql";
import { loaderFor } from "../batch.js";
import type PrismaTypes from "../generated/pothos-types.js";
import { type AsOf, instantName } from "../known.js";
import { type MaybePromise, whenThere } from "../maybe-promise.js";
import { COLUMNS, INSTANTS, type ReadTable, reviveInstants, type TableRow, type Unshown } from "../table-rows.js";
import { askedFields, askedOf, asksIdOnly } from "./asked-fields.js";
import { readBeside } from "./read-sql.js";
import type { RequestContext } from "./request-context.js";
import { shownColumns } from "./shown-columns.js";

/**
 * The instant as of which an object is seen, with its clock. Objects handed out inside an as-of answer carry it, and every field reached
 * from them shows nothing that was not known then. Null for the present.
 */
export interface Known {
	knownAt: AsOf | null;
}

/** Values as seen at an instant. Fields that show a property of theirs need no resolver, which costs more than the copy. */
export const seenAt = <T extends object>(values: readonly T[], knownAt: AsOf | null): (T & Known)[] =>
	values.map((value) => ({ ...value, knownAt }));

/** A row that a value refers to by a property, and the field that shows it, as `Type.field`. */
interface Referred<T, Value> {
	field: string;
	id: keyof T;
	load: (context: RequestContext, id: string, knownAt: AsOf | null) => MaybePromise<Value | null>;
}

/** Of each property the row that it is to be. */
export type ReferredRows<T, Rows> = { readonly [Name in keyof Rows]: Referred<T, Rows[Name]> };

/**
 * As `seenAt`, with the rows that the values refer to as properties, as far as the operation shows them: at once where they have been read. A context has hundreds
 * of such, and nearly always they have been read with it.
 */
export function showing<T extends object, Rows extends object>(
	context: RequestContext,
	values: readonly T[],
	knownAt: AsOf | null,
	referred: ReferredRows<T, Rows>,
): MaybePromise<(T & Known & Rows)[]> {
	const shown = seenAt(values, knownAt) as (T & Known & Rows)[];
	const read: Promise<unknown>[] = [];
	for (const [name, { field, id, load }] of Object.entries(referred) as [keyof Rows, Referred<T, { id: string }>][]) {
		const asked = askedOf(context, field);
		if (asked === "nothing") continue;
		for (const one of shown) {
			const rowId = one[id] as string;
			const row = asked === "id" ? { id: rowId, knownAt } : required(load(context, rowId, knownAt));
			if (row instanceof Promise) read.push(row.then((there) => Object.assign(one, { [name]: there })));
			else one[name] = row as (T & Known & Rows)[keyof Rows];
		}
	}
	return read.length === 0 ? shown : Promise.all(read).then(() => shown);
}

/** Columns that resolvers do not see. */
type Hidden<Model> = Model extends "ArticleRevision" ? "reportWords" : Model extends string ? Unshown<Model> : never;

type Seen<Model extends keyof PrismaTypes> = Omit<PrismaTypes[Model], "Shape"> & {
	Shape: Omit<PrismaTypes[Model]["Shape"], Hidden<Model>> & Known;
};

/** The generated Prisma types, with the as-of instant on every row and without the columns that no field shows. */
export type SeenTypes = { [Model in keyof PrismaTypes]: Seen<Model> };

/** A row of a table as resolvers see it. */
export type Row<Model extends keyof SeenTypes> = SeenTypes[Model]["Shape"];

/** The rows with these ids, in any order, for whoever asks to do with as he likes. `knownAt` is not null where they are read for an as-of answer. */
export type ReadRows<T> = (context: RequestContext, ids: string[], knownAt: AsOf | null) => Promise<T[]>;

/** Gives the row with this id as seen at an instant; null where there is none. At once, where the request has read it before. */
export interface RowLoader<T> {
	(context: RequestContext, id: string, knownAt: AsOf | null): MaybePromise<(T & Known) | null>;
	/** Takes rows that were read beside something else, as of the present. They are its own from then on. */
	note(context: RequestContext, rows: readonly T[]): void;
	/** How they are read from their table, as of the present; null where they are put together of several. */
	readonly stored: StoredRows | null;
}

/** Rows of a table, with the rows of others that they refer to, where the operation asks for those. */
interface StoredRows {
	readonly table: ReadTable;
	/** What stands behind `select` and before `from`, in a statement whose rows are of this table, by its name. */
	columns(context: RequestContext): string;
	/** Takes what the columns were in the rows of an answer, and gives the rows themselves; what they refer to is noted. */
	take(context: RequestContext, answered: Record<string, unknown>[]): { id: string }[];
	/** An expression in SQL: the row with this id, as JSON; null where there is none. Such rows are taken by `noteJson`. */
	asJson(context: RequestContext, id: string): string;
}

/** A column that refers to a row of another table, and the field that gives it. */
interface Reference {
	column: string;
	field: string;
	/** Looked up late: types refer to each other. */
	load: () => RowLoader<{ id: string }>;
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
 * @param references what is read with them, as of the present, where the operation asks for it.
 */
export function tableLoader<Table extends ReadTable>(
	table: Table,
	seen?: ((context: RequestContext, rows: TableRow<Table>[], knownAt: AsOf) => Promise<TableRow<Table>[]>) | null,
	references: readonly Reference[] = [],
): RowLoader<TableRow<Table>> {
	const stored = storedRows(table, references);
	return makeLoader(table, stored, async (context, ids, knownAt) => {
		const text = `select ${knownAt ? COLUMNS[table] : stored.columns(context)} from "${table}" where id`;
		// One by itself: see `parentsIn` in keyset.ts.
		const reading =
			ids.length === 1
				? { text: `${text} = $1::uuid`, values: ids }
				: { text: `${text} = any($1::uuid[])`, values: [ids] };
		const rows = await readBeside<Record<string, unknown>>(context, reading, INSTANTS[table]);
		const taken = stored.take(context, rows) as TableRow<Table>[];
		return knownAt && seen ? seen(context, taken, knownAt) : taken;
	});
}

function storedRows(table: ReadTable, references: readonly Reference[]): StoredRows {
	const asked = (context: RequestContext) =>
		references.filter(({ field }) => askedFields(context).rows.has(`${table}.${field}`));
	const columns = (context: RequestContext) =>
		[
			shownColumns(context, table),
			...asked(context).map(({ column, load }) => referredRow(context, table, column, load().stored)),
		].join(", ");
	return {
		table,
		columns,
		asJson: (context, id) =>
			`(select row_to_json(x) from (select ${columns(context)} from "${table}" where id = ${id}) x)`,
		take: (context, answered) => {
			for (const { column, load } of references) {
				const name = beside(column);
				const { stored, note } = load();
				if (!stored || !answered[0] || !(name in answered[0])) continue;
				const referred = answered.flatMap(({ [name]: row }) => (row as { id: string } | null) ?? []);
				note(context, reviveInstants(referred as never[], INSTANTS[stored.table]) as { id: string }[]);
			}
			return answered as { id: string }[];
		},
	};
}

/** Gives a loader rows that were read as JSON. */
export function noteJson<T extends { id: string }>(
	context: RequestContext,
	{ stored, note }: RowLoader<T>,
	rows: Record<string, unknown>[],
): void {
	if (stored) note(context, stored.take(context, reviveInstants(rows, INSTANTS[stored.table])) as T[]);
}

/** A name that no column has. */
const beside = (column: string) => `row of ${column}`;

/** An expression in SQL: the row that a column refers to, as JSON. Looked up by itself: a planner that sees a join may read the whole table for a few rows. */
const referredRow = (context: RequestContext, table: ReadTable, column: string, stored: StoredRows | null): string =>
	stored
		? `(select row_to_json(x) from (select ${shownColumns(context, stored.table)} from "${stored.table}" where id = "${table}"."${column}") x) as "${beside(column)}"`
		: `null as "${beside(column)}"`;

function makeLoader<T extends { id: string }>(
	name: string,
	stored: StoredRows | null,
	read: ReadRows<T>,
): RowLoader<T> {
	const present = `row ${name} ${instantName(null)}`;
	const loaderAt = (context: RequestContext, knownAt: AsOf | null) =>
		loaderFor<T & Known>(context, knownAt ? `row ${name} ${instantName(knownAt)}` : present, async (ids) => {
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
			stored,
		},
	);
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
