import { type DocumentNode, type GraphQLField, isObjectType } from "graphql";
import { COLUMNS, type ReadTable, type TableRow } from "../table-rows.js";
import { type Asking, askedFields } from "./asked-fields.js";

/**
 * Of a row an operation is given the columns that its fields show: a page of twenty events that asks for their titles reads a third of what they are. A field
 * that shows a column says so itself; one with a resolver says what it reads by `reads`, or that the id is enough by `BY_ID`. Where one says neither, all
 * columns are read.
 */

/** Extension of a field of a table's type, whose resolver reads these columns of its row and no others beside the id. */
export const reads = <Table extends ReadTable>(_table: Table, ...columns: (keyof TableRow<Table> & string)[]) =>
	({ extensions: { reads: columns } }) as const;

/** What code that is not the resolver of a field reads of rows that loaders give it. */
const READ_ANYWAY: { readonly [Table in ReadTable]: readonly (keyof TableRow<Table> & string)[] } = {
	Article: ["id"],
	CausalLink: ["id"],
	Entity: ["id"],
	// Which event stands for it, what a sentence about a link calls it, and since when it is known.
	Event: ["id", "mergedIntoId", "title", "firstReportedAt"],
	Mention: ["id"],
	Source: ["id"],
};

const chosenIn = new WeakMap<DocumentNode, Map<ReadTable, string>>();

/** The columns of a table that the operation shows, as they stand behind `select`; all of them before it is known what is asked. */
export function shownColumns({ asking }: { asking: Asking | null }, table: ReadTable): string {
	if (!asking) return COLUMNS[table];
	const chosen = chosenIn.get(asking.document) ?? new Map<ReadTable, string>();
	chosenIn.set(asking.document, chosen);
	const known = chosen.get(table) ?? choose(asking, table);
	chosen.set(table, known);
	return known;
}

function choose(asking: Asking, table: ReadTable): string {
	const type = asking.schema.getType(table);
	if (!isObjectType(type)) return COLUMNS[table];
	const { all: asked } = askedFields({ asking });
	// What is asked of an interface is asked of all that have it.
	const names = [type, ...type.getInterfaces()].map(({ name }) => name);
	const columns = new Set<string>(READ_ANYWAY[table]);
	for (const field of Object.values(type.getFields())) {
		if (!names.some((name) => asked.has(`${name}.${field.name}`))) continue;
		const read = readBy(field);
		if (!read) return COLUMNS[table];
		for (const column of read) columns.add(column);
	}
	return COLUMNS[table]
		.split(", ")
		.filter((column) => columns.has(column.slice(1, -1)))
		.join(", ");
}

/** The columns that a field reads; null where it does not say. */
function readBy({ name, extensions, resolve }: GraphQLField<unknown, unknown>): readonly string[] | null {
	if (name === "id" || extensions.byId) return [];
	const exposed = extensions.pothosExposedField;
	if (typeof exposed === "string" && !resolve) return [exposed];
	return Array.isArray(extensions.reads) ? extensions.reads : null;
}
