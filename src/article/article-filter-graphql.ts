import { Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { enumType } from "../graphql/enum-type.js";
import { OrderDirection, TimeRangeInput } from "../graphql/filters.js";
import { uuidsOf } from "../graphql/ids.js";
import { type Listing, oneOfIds, where, within } from "../graphql/keyset.js";
import type { Order } from "../graphql/page.js";
import { listByRelevance, MAX_RANKED, parseWords, type Searched, webQuery } from "../graphql/words.js";

export const ArticleFilter = builder.inputType("ArticleFilter", {
	description: "Conditions on articles. All that are given must be met.",
	fields: (t) => ({
		query: t.string({
			description:
				'Words of headline and text, in the syntax of web search: `strike "missile defense" or drones -drill`. At most 4,000 characters.',
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
	RELEVANCE: `How well they fit the words of \`filter.query\`, which must be given: the latest ${MAX_RANKED} that have the words are ranked. Among the articles of an event: what is about it first, originals before copies.`,
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
function articleConditions(filter: ArticleFilterInput | null | undefined): (Prisma.Sql | null)[] {
	if (!filter) return [];
	const entityIds = uuidsOf("Entity", filter.entityIds);
	const eventIds = uuidsOf("Event", filter.eventIds);
	const feedIds = uuidsOf("Feed", filter.feedIds);
	return [
		havingWords(filter.query),
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

function havingWords(query: string | null | undefined): Prisma.Sql | null {
	const words = parseWords("filter.query", query);
	if (words === null) return null;
	return Prisma.sql`article."id" in (select found."articleId" from "ArticleWords" found where found."words" @@ ${webQuery(words)})`;
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

/** Copies say what their original says: they stand behind it. */
export const SEARCHED_ARTICLES: Searched = {
	from: Prisma.sql`"ArticleWords" found join "Article" article on article."id" = found."articleId"`,
	id: Prisma.sql`article."id"`,
	words: Prisma.sql`found."words"`,
	at: Prisma.sql`article."publishedAt"`,
	earliest: Prisma.sql`(select min("publishedAt") from "Article")`,
	latest: Prisma.sql`(select max("publishedAt") from "Article")`,
	score: (rank) => Prisma.sql`${rank} * case when article."isBasedOnId" is null then 1 else 0.5 end`,
};

/**
 * The articles that meet the filter and the conditions, which may name `article` and `parent`. Latest published first where no order is
 * given. With the latest first, what nobody dates comes last: it would else stand above all news on the day it was found.
 */
export function articleListing(
	filter: ArticleFilterInput | null | undefined,
	orderBy: ArticleOrderInput | null | undefined,
	...conditions: (Prisma.Sql | null)[]
): Listing {
	if (orderBy?.field === "RELEVANCE") {
		const others = articleConditions({ ...filter, query: null });
		return listByRelevance(relevance(orderBy), SEARCHED_ARTICLES, filter?.query, ...conditions, ...others);
	}
	return {
		...articleOrder(orderBy),
		id: Prisma.sql`article."id"`,
		rows: Prisma.sql`from "Article" article ${where(...conditions, ...articleConditions(filter))}`,
	};
}

/** The order, but for relevance, as a sort expression on the table alias `article`. */
export function articleOrder(orderBy: ArticleOrderInput | null | undefined): Pick<Listing, "order" | "by"> {
	const field = orderBy?.field ?? "PUBLISHED_AT";
	const direction = orderBy?.direction ?? "DESC";
	const order = { name: `Article.${field}`, kind: "instant", direction } as const;
	if (field === "FIRST_SEEN_AT") return { order, by: Prisma.sql`article."firstSeenAt"` };
	return { order, by: direction === "DESC" ? Prisma.sql`article."listedAt"` : Prisma.sql`article."publishedAt"` };
}

/** The order of a list that begins or ends with what fits best. */
export function relevance({ direction }: ArticleOrderInput): Order {
	return { name: "Article.RELEVANCE", kind: "real", direction };
}
