import type { GraphQLResolveInfo } from "graphql";
import { byKey } from "../batch.js";
import { Prisma } from "../generated/prisma/client.js";
import { askAhead } from "../graphql/ask-ahead.js";
import { builder } from "../graphql/builder.js";
import { badUserInput } from "../graphql/client-error.js";
import { connect } from "../graphql/connection.js";
import { enumType } from "../graphql/enum-type.js";
import { uuidOf } from "../graphql/ids.js";
import { keysetList, type Listing } from "../graphql/keyset.js";
import { fetchableById } from "../graphql/node.js";
import { type PageArguments, pageCost } from "../graphql/page.js";
import type { RequestContext } from "../graphql/request-context.js";
import { Revisioned } from "../graphql/revisioned.js";
import { type Row, referenced, tableLoader } from "../graphql/rows.js";
import { reads } from "../graphql/shown-columns.js";
import { type AsOf, isTextRead, knownBy } from "../known.js";
import { Feed, loadSource, Source } from "../source/source-graphql.js";
import { ArticleFilter, ArticleOrder, articleListing, inFeeds } from "./article-filter-graphql.js";
import { articleAddress } from "./entry-address.js";

/** Articles by id. As of an instant, they read as their revision of then did, and those that were not known then are absent. */
export const loadArticle = tableLoader(
	"Article",
	async ({ db }, all, knownAt) => {
		const ids = all.map(({ id }) => id);
		const since = knownAt.clock === "PUBLISHED" ? "publishedAt" : "firstSeenAt";
		const articles = all.filter((article) => article[since].getTime() <= knownAt.at.getTime());
		const revisions = await db.prisma.articleRevision.findMany({
			where: { articleId: { in: ids } },
			select: { articleId: true, number: true, fetchedAt: true, headline: true },
			orderBy: { number: "asc" },
		});
		const latest = byKey(revisions, (revision) => revision.articleId);
		const then = byKey(
			revisions.filter((revision) => isTextRead(revision, knownAt)),
			(revision) => revision.articleId,
		);
		return articles.map((article) => {
			const revision = then.get(article.id);
			if (!revision || revision.number === latest.get(article.id)?.number) return article;
			return { ...article, headline: revision.headline, description: null, image: null, modifiedAt: null };
		});
	},
	[{ column: "sourceId", field: "source", load: () => loadSource }],
);

const DateProvenance = enumType("DateProvenance", "Where a publication date was read, the most reliable first.", {
	SUBMITTED: "Given with the article by whoever submitted it.",
	FEED: "In the feed.",
	META_TAG: "In a meta tag of the page.",
	JSON_LD: "In the structured data of the page.",
	URL_PATH: "In the address.",
	BODY_TEXT: "In the text.",
	FIRST_SEEN: "Nowhere: it is the time at which this service first saw the article.",
});

const FactSource = enumType("FactSource", "Where a fact about an article was read.", {
	FEED: "In the feed.",
	JSON_LD: "In the structured data of the page.",
	OPEN_GRAPH: "In the page's tags for social networks.",
	META_TAG: "In another meta tag of the page.",
	MARKUP: "In the marks of the page itself.",
	URL_PATH: "In the address.",
	BODY_TEXT: "In the text.",
});

interface FactProvenanceView {
	field: string;
	readIn: typeof FactSource.$inferType;
}

const FactProvenance = builder.objectRef<FactProvenanceView>("FactProvenance").implement({
	description: "Where one fact about an article was read.",
	fields: (t) => ({
		field: t.exposeString("field", { description: "The field of the article: `headline`, `byline`." }),
		readIn: t.expose("readIn", { type: FactSource, description: "Where its value was read." }),
	}),
});

export const Article = builder.prismaObject("Article", {
	interfaces: [Revisioned],
	fields: (t) => ({
		url: t.expose("url", { type: "URL" }),
		canonicalUrl: t.expose("canonicalUrl", { type: "URL" }),
		source: t.field({
			...reads("Article", "sourceId"),
			type: Source,
			description: "The outlet that published it.",
			resolve: (article, _args, context, info) =>
				referenced(loadSource, article.sourceId, article.knownAt, context, info),
		}),
		headline: t.exposeString("headline", { description: "The headline as printed." }),
		description: t.exposeString("description", {
			nullable: true,
			description: "The outlet's own summary; null where it gives none.",
		}),
		byline: t.exposeStringList("byline"),
		language: t.expose("language", { type: "LanguageTag", description: "The language it is written in." }),
		image: t.expose("image", { type: "URL", nullable: true, description: "The picture the outlet shows with it." }),
		publishedAt: t.expose("publishedAt", { type: "DateTime" }),
		publishedAtProvenance: t.expose("publishedAtProvenance", { type: DateProvenance }),
		modifiedAt: t.expose("modifiedAt", {
			type: "DateTime",
			nullable: true,
			description: "When the outlet says it last changed the article.",
		}),
		firstSeenAt: t.expose("firstSeenAt", { type: "DateTime" }),
		wordCount: t.exposeInt("wordCount", { description: "Number of words in its text." }),
		provenance: t.field({
			...reads("Article", "factSources"),
			type: [FactProvenance],
			description:
				"Where headline, authors, picture, language and the like were read; nothing for what somebody handed in.",
			resolve: ({ factSources }) =>
				Object.entries(factSources as Record<string, FactProvenanceView["readIn"]>).map(([field, readIn]) => ({
					field,
					readIn,
				})),
		}),
	}),
});

fetchableById(Article, loadArticle);

export const ArticleConnection = builder.connectionObject(
	{ type: Article, name: "ArticleConnection", description: "Articles, in pages." },
	{ name: "ArticleEdge", description: "An article and its place in the list." },
);

/** A page of articles, as seen at an instant. */
function articles(
	context: RequestContext,
	listing: Listing,
	parentId: string | null,
	page: PageArguments,
	knownAt: AsOf | null,
) {
	return connect(keysetList(context, listing, parentId, loadArticle, knownAt), page);
}

builder.prismaObjectFields(Article, (t) => ({
	isBasedOn: t.field({
		...reads("Article", "isBasedOnId"),
		type: Article,
		nullable: true,
		description: "The original of which this is a copy or light edit; null for originals.",
		resolve: ({ isBasedOnId, knownAt }, _args, context) =>
			isBasedOnId === null ? null : loadArticle(context, isBasedOnId, knownAt),
	}),
	copies: t.field({
		...reads("Article"),
		type: ArticleConnection,
		description: "Articles that are copies or light edits of this one, latest first.",
		args: t.arg.connectionArgs(),
		complexity: pageCost,
		resolve: ({ id, knownAt }, page, context) => {
			const known = knownBy("article", "article", knownAt);
			const listing = articleListing(null, null, Prisma.sql`article."isBasedOnId" = parent.id`, known);
			return articles(context, listing, id, page, knownAt);
		},
	}),
}));

builder.prismaObjectField(Feed, "articles", (t) =>
	t.field({
		type: ArticleConnection,
		description: "What it has brought, latest first.",
		args: t.arg.connectionArgs(),
		complexity: pageCost,
		resolve: ({ id, knownAt }, page, context) => {
			const listing = articleListing(
				null,
				null,
				inFeeds(Prisma.sql`= parent.id`),
				knownBy("article", "article", knownAt),
			);
			return articles(context, listing, id, page, knownAt);
		},
	}),
);

builder.prismaObjectField(Source, "articles", (t) =>
	t.field({
		...reads("Source"),
		type: ArticleConnection,
		description: "What it published, latest first where no order is given.",
		args: {
			...t.arg.connectionArgs(),
			filter: t.arg({ type: ArticleFilter, description: "Only articles that meet all of these conditions." }),
			orderBy: t.arg({ type: ArticleOrder, description: "Latest published first where absent." }),
		},
		complexity: pageCost,
		resolve: ({ id, knownAt }, { filter, orderBy, ...page }, context) => {
			const ofSource = Prisma.sql`article."sourceId" = parent.id`;
			const known = knownBy("article", "article", knownAt);
			const listing = articleListing(filter, orderBy, ofSource, known);
			return articles(context, listing, id, page, knownAt);
		},
	}),
);

async function articleBy(
	context: RequestContext,
	id: string | null | undefined,
	url: string | null | undefined,
	info: GraphQLResolveInfo,
): Promise<Row<"Article"> | null> {
	if (typeof id === "string" && typeof url !== "string") {
		const uuid = uuidOf("Article", id);
		askAhead(context, "Article", uuid, info);
		return loadArticle(context, uuid, null);
	}
	if (typeof id === "string" || typeof url !== "string")
		throw badUserInput("article needs an id or a url, and not both");
	const { urlHash } = articleAddress(new URL(url));
	const where = { addresses: { some: { urlHash } } };
	const article = await context.db.prisma.article.findFirst({ where, omit: { signature: true } });
	return article && { ...article, knownAt: null };
}

builder.queryFields((t) => ({
	article: t.field({
		type: Article,
		nullable: true,
		description:
			"One article by its id or by its address; null where it is not known. Tracking parameters and fragments of the address do not matter, and any address under which it was found will do.",
		args: {
			id: t.arg.id({ description: "Its id. Not together with `url`." }),
			url: t.arg({ type: "URL", description: "Its address. Not together with `id`." }),
		},
		resolve: (_root, { id, url }, context, info) => articleBy(context, id, url, info),
	}),
	articles: t.field({
		type: ArticleConnection,
		description: "Articles, latest published first where no order is given.",
		args: {
			...t.arg.connectionArgs(),
			filter: t.arg({ type: ArticleFilter, description: "Only articles that meet all of these conditions." }),
			orderBy: t.arg({ type: ArticleOrder, description: "Latest published first where absent." }),
		},
		complexity: pageCost,
		resolve: (_root, { filter, orderBy, ...page }, context) =>
			articles(context, articleListing(filter, orderBy), null, page, null),
	}),
}));
