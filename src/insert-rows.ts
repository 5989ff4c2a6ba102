import { Prisma } from "./generated/prisma/client.js";

/** Tables that ingest fills by the dozen rows, with what a row of each needs. */
interface Rows {
	ArticleBand: Prisma.ArticleBandCreateManyInput;
	ArticleEntity: Prisma.ArticleEntityCreateManyInput;
	CausalLink: Prisma.CausalLinkCreateManyInput;
	Event: Prisma.EventCreateManyInput;
	EventArticle: Prisma.EventArticleCreateManyInput;
	Evidence: Prisma.EvidenceCreateManyInput;
	FeedEntry: Prisma.FeedEntryCreateManyInput;
	Mention: Prisma.MentionCreateManyInput;
	Section: Prisma.SectionCreateManyInput;
	UnresolvedReference: Prisma.UnresolvedReferenceCreateManyInput;
}

/**
 * Inserts rows with one statement whose text does not depend on their number: they travel as one JSON parameter. Prisma's
 * `createMany` has another text for every number of rows, and compiling each costs more than running it.
 * @param rows all with the same columns; columns left out take their defaults.
 */
export async function insertRows<T extends keyof Rows>(
	tx: Pick<Prisma.TransactionClient, "$executeRaw">,
	table: T,
	rows: readonly Rows[T][],
): Promise<void> {
	const first = rows[0];
	if (!first) return;
	const columns = Prisma.raw(
		Object.keys(first)
			.map((column) => `"${column}"`)
			.join(", "),
	);
	const name = Prisma.raw(`"${table}"`);
	const json = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? value.toString() : value));
	await tx.$executeRaw`
		insert into ${name} (${columns})
		select ${columns} from jsonb_populate_recordset(null::${name}, ${json}::jsonb)`;
}
