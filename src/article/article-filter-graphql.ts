import { Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { enumType } from "../graphql/enum-type.js";
import { OrderDirection, TimeRangeInput } from "../graphql/filters.js";
import { uuidsOf } from "../graphql/ids.js";
import { type Listing, matching, oneOfIds, within } from "../graphql/keyset.js";

export const ArticleFilter = builder.inputType("ArticleFilter", {
	description: "Conditions on articles. All that are given must be met.",
	fields: (t) => ({
		query: t.string({
			description: 'Words of the headline, in the syntax of web search: `strike "missile defense" -drill`.',
		}),
		published: t.field({ type: TimeRangeInput, description: "When it was published." }),
		sourceIds: t.idList({ description: "Published by one of these outlets." }),
		feedIds: t.idList({ description: "Brought by one of these feeds." }),
		languages: t.field({
			type: ["LanguageTag"],
			description: "Written in one of these languages; `en` includes `en-GB`.",
		}),
		entityIds: t.idList({ description: "Names one of these entities." }),
		eventIds: t.idList({ description: "Mentions one of these events." }),
		originalsOnly: t.boolean({ defaultValue: false, description: "Leave out copies of other articles." }),
	}),
});

const ArticleOrderField = enumType("ArticleOrderField", "What articles can be ordered by.", {
	PUBLISHED_AT: "When they were published; with the latest first, those that nobody dates come last.",
	FIRST_SEEN_AT: "When this service first saw them.",
});

export const ArticleOrder = builder.inputType("ArticleOrder", {
	description: "The order of a list of articles.",
	fields: (t) => ({
		field: t.field({ type: ArticleOrderField, required: true, description: "What to order by." }),
		direction: t.field({ type: OrderDirection, required: true, description: "Which end comes first." }),
	}),
});

export type ArticleFilterInput = typeof ArticleFilter.$inferInput;
export type ArticleOrderInput = typeof ArticleOrder.$inferInput;

/** The filter as conditions on the table alias `article`. */
export function articleConditions(filter: ArticleFilterInput | null | undefined): (Prisma.Sql | null)[] {
	if (!filter) return [];
	const entityIds = uuidsOf("Entity", filter.entityIds);
	const eventIds = uuidsOf("Event", filter.eventIds);
	const feedIds = uuidsOf("Feed", filter.feedIds);
	return [
		matching(Prisma.sql`article."headline"`, filter.query),
		within(Prisma.sql`article."publishedAt"`, filter.published),
		oneOfIds(Prisma.sql`article."sourceId"`, uuidsOf("Source", filter.sourceIds)),
		feedIds && inFeeds(Prisma.sql`= any(${feedIds}::uuid[])`),
		filter.languages ? inLanguages(filter.languages) : null,
		entityIds &&
			Prisma.sql`exists (select from "ArticleEntity" named where named."articleId" = article."id" and ${oneOfIds(Prisma.sql`named."entityId"`, entityIds)})`,
		eventIds &&
			Prisma.sql`exists (select from "EventArticle" told where told."articleId" = article."id" and told."eventId" = any(${standing(eventIds)}))`,
		filter.originalsOnly ? Prisma.sql`article."isBasedOnId" is null` : null,
	];
}

/** The events that these ids mean now: of those that were merged away, the ones they were merged into. An array that is read once. */
function standing(eventIds: string[]): Prisma.Sql {
	return Prisma.sql`array(select coalesce(event."mergedIntoId", event."id") from "Event" event where ${oneOfIds(Prisma.sql`event."id"`, eventIds)})`;
}

/** Brought by the feeds whose id meets the comparison. */
export function inFeeds(comparison: Prisma.Sql): Prisma.Sql {
	return Prisma.sql`article."id" in (select entry."articleId" from "FeedEntry" entry where entry."feedId" ${comparison})`;
}

/** Basic filtering of RFC 4647: a tag matches itself and whatever continues it after a hyphen. */
function inLanguages(tags: readonly string[]): Prisma.Sql {
	return Prisma.sql`exists (select from unnest(${tags.map((tag) => tag.toLowerCase())}::text[]) tag where starts_with(lower(article."language") || '-', tag || '-'))`;
}

/**
 * The order as a sort expression on the table alias `article`; latest published first where none is given. With the latest first, what
 * nobody dates comes last: it would else stand above all news on the day it was found.
 */
export function articleOrder(orderBy: ArticleOrderInput | null | undefined): Pick<Listing, "order" | "by"> {
	const field = orderBy?.field ?? "PUBLISHED_AT";
	const direction = orderBy?.direction ?? "DESC";
	const order = { name: `Article.${field}`, kind: "instant", direction } as const;
	if (field === "FIRST_SEEN_AT") return { order, by: Prisma.sql`article."firstSeenAt"` };
	return { order, by: direction === "DESC" ? Prisma.sql`article."listedAt"` : Prisma.sql`article."publishedAt"` };
}
