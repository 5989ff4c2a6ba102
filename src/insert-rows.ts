import type { Prisma } from "./generated/prisma/client.js";
import type { SqlTransaction } from "./sql-transaction.js";

/** Tables that ingest fills by the dozen rows, with what a row of each needs. */
interface Rows {
	Article: Prisma.ArticleUncheckedCreateInput;
	ArticleBand: Prisma.ArticleBandCreateManyInput;
	ArticleEntity: Prisma.ArticleEntityCreateManyInput;
	ArticleRevision: Prisma.ArticleRevisionCreateManyInput;
	CausalLink: Prisma.CausalLinkCreateManyInput;
	Event: Prisma.EventCreateManyInput;
	EventArticle: Prisma.EventArticleCreateManyInput;
	Evidence: Prisma.EvidenceCreateManyInput;
	FeedEntry: Prisma.FeedEntryCreateManyInput;
	Mention: Prisma.MentionCreateManyInput;
	Section: Prisma.SectionCreateManyInput;
	Source: Prisma.SourceCreateManyInput;
	UnresolvedReference: Prisma.UnresolvedReferenceCreateManyInput;
}

/**
 * Inserts rows with one statement whose text does not depend on their number: they travel as one JSON parameter. Prisma's
 * `createMany` has another text for every number of rows, and compiling each costs more than running it.
 * @param rows all with the same columns; columns left out take their defaults.
 */
export async function insertRows<T extends keyof Rows>(
	tx: Pick<SqlTransaction, "$executeRaw">,
	table: T,
	rows: readonly Rows[T][],
): Promise<void> {
	const first = rows[0];
	if (!first) return;
	const json = JSON.stringify(rows, asJson);
	await tx.$executeRaw(insertion(table, Object.keys(first)), json);
}

/** Numbers past 2^53 and bytes, as Postgres reads them from text. */
function asJson(this: unknown, _: string, value: unknown): unknown {
	if (typeof value === "bigint") return value.toString();
	return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString("hex")}` : value;
}

const insertions = new Map<string, TemplateStringsArray>();

/** The statement's text before and after the rows, one object for each text, by which a prepared statement is found again. */
function insertion(table: keyof Rows, columns: readonly string[]): TemplateStringsArray {
	const list = columns.map((column) => `"${column}"`).join(", ");
	const key = `${table} ${list}`;
	const known = insertions.get(key);
	if (known) return known;
	const parts = [
		`insert into "${table}" (${list}) select ${list} from jsonb_populate_recordset(null::"${table}", `,
		"::jsonb)",
	];
	const made = Object.assign(parts, { raw: parts });
	insertions.set(key, made);
	return made;
}
