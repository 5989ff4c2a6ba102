import { Article, ArticleConnection, loadArticle } from "../article/article-graphql.js";
import { Prisma } from "../generated/prisma/client.js";
import { BY_ID } from "../graphql/ask-ahead.js";
import { builder } from "../graphql/builder.js";
import { connect } from "../graphql/connection.js";
import { enumType } from "../graphql/enum-type.js";
import { uuidOf } from "../graphql/ids.js";
import { keysetList, type Listing, oneOf, where } from "../graphql/keyset.js";
import { fetchableById } from "../graphql/node.js";
import { pageCost } from "../graphql/page.js";
import { Revisioned } from "../graphql/revisioned.js";
import { tableLoader } from "../graphql/rows.js";
import { reads } from "../graphql/shown-columns.js";
import { type AsOf, knownBy } from "../known.js";
import { entitiesNamed } from "./entity-words-graphql.js";

/** Entities by id. */
export const loadEntity = tableLoader("Entity");

const EntityType = enumType("EntityType", "What kind of thing an entity is.", {
	PERSON: "A person.",
	ORGANIZATION: "A company, party, army, institution.",
	GPE: "A country, region or city that acts or is acted upon.",
	LOCATION: "A place that does not act: a sea, a mountain, a region.",
	FACILITY: "A building, base, road, airport.",
	PRODUCT: "A thing that is made and named: a ship, a weapon, a device.",
	OTHER: "Named, and none of these.",
});

export const Entity = builder.prismaObject("Entity", {
	interfaces: [Revisioned],
	fields: (t) => ({
		type: t.expose("type", { type: EntityType, description: "What kind of thing it is." }),
		name: t.exposeString("name", { description: "The fullest name under which articles know it." }),
		aliases: t.exposeStringList("aliases"),
	}),
});

fetchableById(Entity, loadEntity);

const EntityConnection = builder.connectionObject(
	{ type: Entity, name: "EntityConnection", description: "Entities, in pages." },
	{ name: "EntityEdge", description: "An entity and its place in the list." },
);

/** Names are on record for the latest text only: where that came later, none are shown. */
function namedThen(knownAt: AsOf | null): Prisma.Sql | null {
	const read = knownBy("revision", "later", knownAt);
	return (
		read &&
		Prisma.sql`not exists (select from "ArticleRevision" later where later."articleId" = named."articleId" and not ${read})`
	);
}

builder.prismaObjectField(Entity, "articles", (t) =>
	t.field({
		...reads("Entity"),
		type: ArticleConnection,
		description: "Articles that name it, latest first.",
		args: t.arg.connectionArgs(),
		complexity: pageCost,
		resolve: ({ id, knownAt }, page, context) => {
			const known = knownBy("article", "article", knownAt);
			const listing: Listing = {
				order: { name: "Article.PUBLISHED_AT", kind: "instant", direction: "DESC" },
				by: Prisma.sql`article."publishedAt"`,
				id: Prisma.sql`article."id"`,
				rows: Prisma.sql`from "ArticleEntity" named join "Article" article on article."id" = named."articleId" ${where(Prisma.sql`named."entityId" = parent.id`, known, namedThen(knownAt))}`,
			};
			return connect(keysetList(context, listing, id, loadArticle, knownAt), page);
		},
	}),
);

builder.prismaObjectField(Article, "entities", (t) =>
	t.field({
		...BY_ID,
		type: EntityConnection,
		description: "Entities that it names, the most often named first.",
		args: {
			...t.arg.connectionArgs(),
			types: t.arg({ type: [EntityType], description: "Only entities of these kinds." }),
		},
		complexity: pageCost,
		resolve: ({ id, knownAt }, { types, ...page }, context) => {
			const ofType = oneOf(Prisma.sql`entity."type"`, types);
			const listing: Listing = {
				order: { name: "Entity.COUNT", kind: "integer", direction: "DESC" },
				by: Prisma.sql`named."count"`,
				id: Prisma.sql`named."entityId"`,
				rows: Prisma.sql`from "ArticleEntity" named join "Entity" entity on entity."id" = named."entityId" ${where(Prisma.sql`named."articleId" = parent.id`, ofType, namedThen(knownAt))}`,
			};
			return connect(keysetList(context, listing, id, loadEntity, knownAt), page);
		},
	}),
);

builder.queryFields((t) => ({
	entity: t.field({
		type: Entity,
		nullable: true,
		description: "One entity by its id; null where it is not known.",
		args: { id: t.arg.id({ required: true, description: "Its id." }) },
		resolve: (_root, { id }, context) => loadEntity(context, uuidOf("Entity", id), null),
	}),
	entities: t.field({
		type: EntityConnection,
		description: "Entities by name, in the order of their names.",
		args: {
			...t.arg.connectionArgs(),
			query: t.arg.string({
				description:
					"Only those one of whose names has these words, in the syntax of web search; of the last word, its beginning is enough.",
			}),
		},
		complexity: pageCost,
		resolve: (_root, { query, ...page }, context) =>
			connect(keysetList(context, entitiesNamed(query), null, loadEntity, null), page),
	}),
}));
