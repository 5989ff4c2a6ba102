import { loaderFor } from "../batch.js";
import { Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { where } from "../graphql/keyset.js";
import { readSql } from "../graphql/read-sql.js";
import type { RequestContext } from "../graphql/request-context.js";
import { reads } from "../graphql/shown-columns.js";
import { type AsOf, instantName, knownBy, placesAt } from "../known.js";
import { Event } from "./event-graphql.js";

/** So many of the first reports are looked at: an event of thousands without a picture has none. */
const MAX_REPORTS = 50;

/** The picture of each event's first report that shows one; of copies only where no original does. One statement. */
async function readImages(
	context: RequestContext,
	eventIds: string[],
	knownAt: AsOf | null,
): Promise<Map<string, string>> {
	const read = knownBy("revision", "later", knownAt);
	// Pictures are on record for the latest text only: where that came later, none is shown.
	const shownThen =
		read &&
		Prisma.sql`not exists (select from "ArticleRevision" later where later."articleId" = article."id" and not ${read})`;
	const rows = await readSql<{ eventId: string; image: string }>(
		context,
		Prisma.sql`select wanted.id as "eventId", picture.image from unnest(${eventIds}::uuid[]) wanted(id)
		cross join lateral (
			select article."image" from (
				select told."articleId", told."publishedAt", told."isCopy" from ${placesAt(knownAt, "eventId", "wanted.id")} told
				where told."role" = 'MAIN' order by told."publishedAt", told."articleId" limit ${MAX_REPORTS}::int
			) told join "Article" article on article."id" = told."articleId"
			${where(Prisma.sql`article."image" is not null`, shownThen)}
			order by told."isCopy", told."publishedAt", told."articleId" limit 1
		) picture`,
	);
	return new Map(rows.map(({ eventId, image }) => [eventId, image]));
}

builder.prismaObjectField(Event, "image", (t) =>
	t.field({
		...reads("Event"),
		type: "URL",
		nullable: true,
		description: "The picture that the first report about it shows; null where none shows any.",
		resolve: ({ id, knownAt }, _args, context) => {
			const what = `picture of event ${instantName(knownAt)}`;
			return loaderFor(context, what, (ids) => readImages(context, ids, knownAt)).load(id);
		},
	}),
);
