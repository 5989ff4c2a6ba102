import { loaderFor } from "../batch.js";
import { nameQuery } from "../event/entity-words-graphql.js";
import { Prisma } from "../generated/prisma/client.js";
import { readSql } from "../graphql/read-sql.js";
import type { RequestContext } from "../graphql/request-context.js";
import { webQuery } from "../graphql/words.js";
import type { MaybePromise } from "../maybe-promise.js";
import { type Highlight, highlightPassages, highlightWhole, MARKS } from "./highlight.js";

/** Texts are looked through from the start so far: finding the words of one takes a millisecond for each 5,000 characters. */
const LOOKED_THROUGH = 30_000;

const OPTIONS = `HighlightAll=true, StartSel="${MARKS.start}", StopSel="${MARKS.end}"`;

const marked = (text: Prisma.Sql) => Prisma.sql`ts_headline('english', ${text}, asked.query, ${OPTIONS})`;
const markedName = (text: Prisma.Sql) => Prisma.sql`ts_headline('simple', ${text}, asked.query, ${OPTIONS})`;

/** A type's fields with the words marked, and what is shown of them. */
interface Marked {
	/** Selects the fields of the objects whose ids stand in `wanted(id)`. */
	select: (words: string, wanted: Prisma.Sql) => Prisma.Sql;
	/** What is shown of a row. */
	show: (row: Record<string, string | string[] | null>) => (Highlight | null)[];
}

const text = (value: string | string[] | null | undefined) => (typeof value === "string" ? value : "");

const MARKED: Record<"ARTICLE" | "EVENT" | "ENTITY", Marked> = {
	ARTICLE: {
		select: (words, wanted) => Prisma.sql`
			select article.id, ${marked(Prisma.sql`current.headline`)} as headline, ${marked(Prisma.sql`left(current.text, ${LOOKED_THROUGH}::int)`)} as text
			from (select ${webQuery(words)} as query) asked, ${wanted} join "Article" article on article.id = wanted.id
			cross join lateral (
				select r.headline, r.text from "ArticleRevision" r where r."articleId" = article.id order by r.number desc limit 1
			) current`,
		show: (row) => [highlightWhole("headline", text(row.headline)), ...highlightPassages("text", text(row.text))],
	},
	EVENT: {
		select: (words, wanted) => Prisma.sql`
			select event.id, ${marked(Prisma.sql`event.title`)} as title, ${marked(Prisma.sql`event.summary`)} as summary
			from (select ${webQuery(words)} as query) asked, ${wanted} join "Event" event on event.id = wanted.id`,
		show: (row) => [highlightWhole("title", text(row.title)), ...highlightPassages("summary", text(row.summary))],
	},
	ENTITY: {
		select: (words, wanted) => Prisma.sql`
			select entity.id, ${markedName(Prisma.sql`entity.name`)} as name,
				array(select ${markedName(Prisma.sql`alias`)} from unnest(entity.aliases) alias) as aliases
			from (select ${nameQuery(words)} as query) asked, ${wanted} join "Entity" entity on entity.id = wanted.id`,
		show: ({ name, aliases }) => [
			highlightWhole("name", text(name)),
			...(Array.isArray(aliases) ? aliases : []).map((alias) => highlightWhole("aliases", alias)),
		],
	},
};

/** Where the words stand in an object; null where there is none such. One statement for all objects of a type. */
export function loadHighlights(
	context: RequestContext,
	type: keyof typeof MARKED,
	words: string,
	id: string,
): MaybePromise<Highlight[] | null> {
	const { select, show } = MARKED[type];
	const loader = loaderFor(context, `highlights ${type} ${words}`, async (ids) => {
		const wanted = Prisma.sql`unnest(${ids}::uuid[]) wanted(id)`;
		const rows = await readSql<{ id: string } & Record<string, string | string[] | null>>(
			context,
			select(words, wanted),
		);
		return new Map(rows.map((row) => [row.id, show(row).filter((highlight) => highlight !== null)]));
	});
	return loader.load(id);
}
