import type * as models from "./generated/prisma/client.js";
import { Prisma } from "./generated/prisma/client.js";

/** Columns that no field shows: what matching, lists and the pipeline read by statements of their own. */
export const UNSHOWN = {
	Article: ["listedAt", "signature", "urlHash"],
	CausalLink: [],
	Entity: ["key"],
	Event: [
		"alike",
		"articleCount",
		"causeCount",
		"centroid",
		"editedFields",
		"keyTerms",
		"occurredAt",
		"originalCount",
		"reportCount",
	],
	Mention: ["index", "matchReason", "participants", "status", "supersededAt", "title", "type"],
	Source: ["host"],
} as const;

export type ReadTable = keyof typeof UNSHOWN;

/** The columns of a table that no field shows. */
export type Unshown<Table extends string> = Table extends ReadTable ? (typeof UNSHOWN)[Table][number] : never;

/** Rows of the tables that are read most, as SQL written by hand reads them. */
interface Rows {
	Article: Omit<models.Article, Unshown<"Article">>;
	CausalLink: models.CausalLink;
	Entity: Omit<models.Entity, Unshown<"Entity">>;
	Event: Omit<models.Event, Unshown<"Event">>;
	Mention: Omit<models.Mention, Unshown<"Mention">>;
	Source: Omit<models.Source, Unshown<"Source">>;
}
export type TableRow<Table extends ReadTable> = Rows[Table];

/** Their columns, as they stand behind `select`. */
export const COLUMNS: Readonly<Record<ReadTable, string>> = {
	Article: columnsOf(Prisma.ArticleScalarFieldEnum, UNSHOWN.Article),
	CausalLink: columnsOf(Prisma.CausalLinkScalarFieldEnum, UNSHOWN.CausalLink),
	Entity: columnsOf(Prisma.EntityScalarFieldEnum, UNSHOWN.Entity),
	Event: columnsOf(Prisma.EventScalarFieldEnum, UNSHOWN.Event),
	Mention: columnsOf(Prisma.MentionScalarFieldEnum, UNSHOWN.Mention),
	Source: columnsOf(Prisma.SourceScalarFieldEnum, UNSHOWN.Source),
};

function columnsOf(fields: Readonly<Record<string, string>>, without: readonly string[]): string {
	return Object.values(fields)
		.filter((field) => !without.includes(field))
		.map((field) => `"${field}"`)
		.join(", ");
}

/** Of these, the columns that are instants: JSON has no such thing. */
export const INSTANTS: { readonly [Table in ReadTable]: readonly (keyof TableRow<Table> & string)[] } = {
	Article: ["createdAt", "updatedAt", "publishedAt", "modifiedAt", "firstSeenAt"],
	CausalLink: ["createdAt", "updatedAt", "firstStatedAt", "reviewedAt"],
	Entity: ["createdAt", "updatedAt"],
	Event: ["createdAt", "updatedAt", "timeStart", "timeEnd", "timeAnchor", "firstReportedAt", "lastReportedAt"],
	Mention: ["timeStart", "timeEnd", "publishedAt"],
	Source: ["createdAt", "updatedAt"],
};

/** An expression in SQL: the rows of the table that meet a condition, as the text of a JSON array; null where there is none. */
export const rowsAsJson = (table: ReadTable, condition: string, columns: string = COLUMNS[table]): string =>
	`(select json_agg(x)::text from (select ${columns} from "${table}" where ${condition}) x)`;

/** The rows again. @param json as `rowsAsJson` gave it. */
export const rowsOfJson = <Table extends ReadTable>(table: Table, json: string | null): TableRow<Table>[] =>
	json === null ? [] : (reviveInstants(JSON.parse(json), INSTANTS[table]) as unknown as TableRow<Table>[]);

/** Rows that were JSON, with these columns as instants. They are changed themselves. */
export function reviveInstants<T extends Record<string, unknown>>(rows: T[], columns: readonly string[]): T[] {
	for (const row of rows as Record<string, unknown>[])
		for (const column of columns) {
			const value = row[column];
			if (typeof value === "string") row[column] = new Date(value);
		}
	return rows;
}
