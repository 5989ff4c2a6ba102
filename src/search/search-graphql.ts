import { SEARCHED_ARTICLES } from "../article/article-filter-graphql.js";
import { Article, loadArticle } from "../article/article-graphql.js";
import { NodeType } from "../changes/change-graphql.js";
import { Entity, loadEntity } from "../event/entity-graphql.js";
import { matchingEntities } from "../event/entity-words-graphql.js";
import { LISTED, SEARCHED_EVENTS } from "../event/event-filter-graphql.js";
import { Event, loadEvent } from "../event/event-graphql.js";
import { Prisma } from "../generated/prisma/client.js";
import { askedFields } from "../graphql/asked-fields.js";
import { builder } from "../graphql/builder.js";
import { badUserInput } from "../graphql/client-error.js";
import { connect, listReadWhole, type PagedList } from "../graphql/connection.js";
import { pageStatement } from "../graphql/keyset.js";
import { branded } from "../graphql/node.js";
import { type Order, pageCost } from "../graphql/page.js";
import { readSql } from "../graphql/read-sql.js";
import type { RequestContext } from "../graphql/request-context.js";
import { noteJson, required } from "../graphql/rows.js";
import { latestMatches, MAX_EXAMINED, MAX_RANKED, parseWords } from "../graphql/words.js";
import { whenThere } from "../maybe-promise.js";
import type { Highlight as HighlightView, TextRange as TextRangeView } from "./highlight.js";
import { loadHighlights } from "./highlights-graphql.js";

/** Search over articles, events and entities together. */

/** How the objects of each type that fit the words are found, as `(select id, score …)`. */
const FOUND = {
	ARTICLE: (words: string) => latestMatches(SEARCHED_ARTICLES, words),
	EVENT: (words: string) => latestMatches(SEARCHED_EVENTS, words, LISTED),
	ENTITY: matchingEntities,
};

export type SearchedType = keyof typeof FOUND;

const ALL_TYPES = Object.keys(FOUND) as SearchedType[];

/** What stands in the list, as its type. */
const LOADED = {
	ARTICLE: (context: RequestContext, id: string) =>
		whenThere(required(loadArticle(context, id, null)), (row) => branded(Article, row)),
	EVENT: (context: RequestContext, id: string) =>
		whenThere(required(loadEvent(context, id, null)), (row) => branded(Event, row)),
	ENTITY: (context: RequestContext, id: string) =>
		whenThere(required(loadEntity(context, id, null)), (row) => branded(Entity, row)),
};

interface Hit {
	type: SearchedType;
	id: string;
	score: number;
	/** What was looked for. */
	words: string;
}

const TextRange = builder.objectRef<TextRangeView>("TextRange").implement({
	description: "A stretch of text in UTF-16 code units, half-open: `text.slice(start, end)`.",
	fields: (t) => ({
		start: t.exposeInt("start", { description: "Offset of its first code unit." }),
		end: t.exposeInt("end", { description: "Offset after its last code unit." }),
	}),
});

const Highlight = builder.objectRef<HighlightView>("Highlight").implement({
	description: "Where words that were looked for stand.",
	fields: (t) => ({
		field: t.exposeString("field", {
			description: "Where: `headline` or `text` of an article, `title` or `summary` of an event, `name` or `aliases`.",
		}),
		text: t.exposeString("text", {
			description: "The text as it stands there, or a passage of it where it is long. Plain text, not HTML.",
		}),
		ranges: t.expose("ranges", { type: [TextRange], description: "The words, as offsets into `text`, in order." }),
	}),
});

const SearchHit = builder.objectRef<Hit>("SearchHit").implement({
	description: "Something that was found.",
	fields: (t) => ({
		node: t.field({
			type: builder.nodeInterfaceRef(),
			description: "What was found: an Article, Event or Entity.",
			resolve: ({ type, id }, _args, context) => LOADED[type](context, id),
		}),
		type: t.expose("type", { type: NodeType, description: "Its type." }),
		score: t.exposeFloat("score", {
			description:
				"0–1: how well it fits. Words of a headline, title or name count ten times as much as those of a text; words that stand near one another more than apart. Copies count half, and events by how many articles mention them.",
		}),
		highlights: t.field({
			type: [Highlight],
			description:
				"Where the words stand: in short fields, and in at most two passages of a text's first 30,000 characters.",
			complexity: { field: 5, multiplier: 3 },
			resolve: async ({ type, id, words }, _args, context) => (await loadHighlights(context, type, words, id)) ?? [],
		}),
	}),
});

const SearchHitConnection = builder.connectionObject(
	{ type: SearchHit, name: "SearchHitConnection", description: "What was found, in pages." },
	{ name: "SearchHitEdge", description: "Something that was found and its place in the list." },
);

const BY_SCORE: Order = { name: "SearchHit.SCORE", kind: "real", direction: "DESC" };

/** What fits the words, of each type as many as are ranked, as `(select type, id, score …)`. */
const found = (words: string, types: readonly SearchedType[]): Prisma.Sql =>
	Prisma.sql`(${Prisma.join(
		types.map((type) => Prisma.sql`select ${type}::text as type, id, score from ${FOUND[type](words)} found`),
		" union all ",
	)})`;

/** How the objects of each type are read by id. */
const LOADERS = { ARTICLE: loadArticle, EVENT: loadEvent, ENTITY: loadEntity };

/** A place in the list, and what stands there. */
interface FoundRow {
	type: SearchedType;
	id: string;
	value: number;
	object: Record<string, unknown> | null;
}

/** Everything that was found, for whoever counts it. One statement. */
function allHits(context: RequestContext, words: string, types: readonly SearchedType[]): PagedList<Hit> {
	const read = async () => {
		const rows = await readSql<Omit<Hit, "words">>(context, Prisma.sql`select * from ${found(words, types)} hit`);
		return rows.map((row) => ({ ...row, words }));
	};
	return listReadWhole(read, BY_SCORE, ({ score, id }) => ({ value: score, id }));
}

/** What was found in pages, with the rows of its objects. One statement a page. */
function hitsByPage(context: RequestContext, words: string, types: readonly SearchedType[]): PagedList<Hit> {
	const hits = new Map<string, Hit>();
	const listing = {
		order: BY_SCORE,
		by: Prisma.sql`hit.score`,
		id: Prisma.sql`hit.id`,
		rows: Prisma.sql`from ${found(words, types)} hit where true`,
	};
	const rowOf = (type: SearchedType) => LOADERS[type].stored?.asJson(context, "page.id") ?? "null";
	const objects = Prisma.raw(
		`case page.type ${types.map((type) => `when '${type}' then ${rowOf(type)}`).join(" ")} end as object`,
	);
	return {
		order: BY_SCORE,
		read: async (request) => {
			const rows = await readSql<FoundRow>(context, pageStatement(listing, request, Prisma.sql`hit.type`, objects));
			for (const type of types) {
				const ofType = rows.flatMap((hit) => (hit.type === type && hit.object ? [hit.object] : []));
				noteJson<{ id: string }>(context, LOADERS[type], ofType);
			}
			for (const { type, id, value } of rows) hits.set(id, { type, id, score: value, words });
			return rows;
		},
		load: (id) => hits.get(id) ?? null,
		count: () => allHits(context, words, types).count(),
	};
}

function parseTypes(types: readonly string[] | null | undefined): SearchedType[] {
	if (!types) return ALL_TYPES;
	const other = types.find((type) => !(type in FOUND));
	if (other !== undefined) throw badUserInput(`types: ${ALL_TYPES.join(", ")} can be searched, not ${other}`);
	if (types.length === 0) throw badUserInput(`types: give some of ${ALL_TYPES.join(", ")}, or leave it out for all`);
	return ALL_TYPES.filter((type) => types.includes(type));
}

builder.queryField("search", (t) =>
	t.field({
		type: SearchHitConnection,
		description: `Articles by their words, events by title and summary, entities by their names; what fits best first. Of each type the latest ${MAX_RANKED} that have the words are ranked; words that stand everywhere, such as \`the\`, find nothing. Whether words stand together is looked up in the latest ${MAX_EXAMINED} texts that have them all.`,
		args: {
			...t.arg.connectionArgs(),
			query: t.arg.string({
				required: true,
				description:
					'What to look for, in the syntax of web search: `strike "missile defense" or drones -drill`. 1 to 4,000 characters.',
			}),
			types: t.arg({ type: [NodeType], description: "Only ARTICLE, EVENT, ENTITY; all three where absent." }),
		},
		complexity: (args) => ({ ...pageCost(args), field: 100 }),
		resolve: (_root, { query, types, ...page }, context) => {
			const words = parseWords("query", query);
			if (words === null) throw badUserInput("query: is blank; give the words to look for");
			const searched = parseTypes(types);
			const isCounted = askedFields(context).all.has("SearchHitConnection.totalCount");
			return connect(isCounted ? allHits(context, words, searched) : hitsByPage(context, words, searched), page);
		},
	}),
);
