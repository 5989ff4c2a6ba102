import type * as models from "./generated/prisma/client.js";
import { Prisma } from "./generated/prisma/client.js";

/** Rows of the tables that are read most, as SQL written by hand reads them: without the columns that only matching reads. */
interface Rows {
	Article: Omit<models.Article, "signature">;
	CausalLink: models.CausalLink;
	Entity: models.Entity;
	Event: Omit<models.Event, "centroid" | "keyTerms">;
	Mention: models.Mention;
	Source: models.Source;
}
export type ReadTable = keyof Rows;
export type TableRow<Table extends ReadTable> = Rows[Table];

/** Their columns, as they stand behind `select`. */
export const COLUMNS: Readonly<Record<ReadTable, string>> = {
	Article: columnsOf(Prisma.ArticleScalarFieldEnum, ["signature"]),
	CausalLink: columnsOf(Prisma.CausalLinkScalarFieldEnum),
	Entity: columnsOf(Prisma.EntityScalarFieldEnum),
	Event: columnsOf(Prisma.EventScalarFieldEnum, ["centroid", "keyTerms"]),
	Mention: columnsOf(Prisma.MentionScalarFieldEnum),
	Source: columnsOf(Prisma.SourceScalarFieldEnum),
};

function columnsOf(fields: Readonly<Record<string, string>>, without: readonly string[] = []): string {
	return Object.values(fields)
		.filter((field) => !without.includes(field))
		.map((field) => `"${field}"`)
		.join(", ");
}

/** Of these, the columns that are instants: JSON has no such thing. */
export const INSTANTS: { readonly [Table in ReadTable]: readonly (keyof Rows[Table] & string)[] } = {
	Article: ["createdAt", "updatedAt", "publishedAt", "modifiedAt", "firstSeenAt", "listedAt"],
	CausalLink: ["createdAt", "updatedAt", "firstStatedAt", "reviewedAt"],
	Entity: ["createdAt", "updatedAt"],
	Event: [
		"createdAt",
		"updatedAt",
		"timeStart",
		"timeEnd",
		"timeAnchor",
		"occurredAt",
		"firstReportedAt",
		"lastReportedAt",
	],
	Mention: ["timeStart", "timeEnd", "publishedAt", "supersededAt"],
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
