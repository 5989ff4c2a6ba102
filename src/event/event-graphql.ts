import type { GraphQLResolveInfo } from "graphql";
import { ArticleOrder, type ArticleOrderInput, articleOrder, relevance } from "../article/article-filter-graphql.js";
import { Article, ArticleConnection, loadArticle } from "../article/article-graphql.js";
import { Prisma } from "../generated/prisma/client.js";
import { askAhead, BY_ID } from "../graphql/ask-ahead.js";
import { builder } from "../graphql/builder.js";
import { connect } from "../graphql/connection.js";
import { uuidOf } from "../graphql/ids.js";
import { keysetList, type Listing, oneOf, where } from "../graphql/keyset.js";
import { fetchableById } from "../graphql/node.js";
import { type PageArguments, pageCost } from "../graphql/page.js";
import type { RequestContext } from "../graphql/request-context.js";
import { Revisioned } from "../graphql/revisioned.js";
import { tableLoader } from "../graphql/rows.js";
import { reads } from "../graphql/shown-columns.js";
import { type AsOf, knownBy, placesAt } from "../known.js";
import { type MaybePromise, whenThere } from "../maybe-promise.js";
import { editedFace, readEdited } from "./edited-face.js";
import { Entity } from "./entity-graphql.js";
import { CurationState, EventType, MentionRole, OccurrenceStatus } from "./event-enums-graphql.js";
import { EventFilter, EventOrder, eventListing } from "./event-filter-graphql.js";
import { eventTime, TIME_COLUMNS } from "./event-time.js";
import { EventTime } from "./event-time-graphql.js";
import { decideFace, faceColumns } from "./face.js";
import { readFaceMentions } from "./read-face-mentions.js";

/**
 * Events by id. As of an instant, they look as the mentions known then make them look, and as editors had decided by then; events of which no mention was
 * known are absent.
 */
export const loadEvent = tableLoader("Event", async ({ db }, events, knownAt) => {
	const ids = events.map(({ id }) => id);
	const [mentions, edited] = await Promise.all([
		readFaceMentions(db.prisma, ids, knownAt),
		readEdited(db.prisma, ids, knownAt.at),
	]);
	return events.flatMap((event) => {
		const known = mentions.get(event.id);
		if (!known) return [];
		const reports = known.map(({ publishedAt }) => publishedAt.getTime());
		return {
			...event,
			...faceColumns(editedFace(decideFace(known), edited.get(event.id))),
			firstReportedAt: new Date(Math.min(...reports)),
			lastReportedAt: new Date(Math.max(...reports)),
			confidence: Math.max(...known.map(({ confidence }) => confidence)),
			// Whoever wrote the summary, and whoever merged it, may have known more than was known then.
			summary: null,
			mergedIntoId: null,
		};
	});
});

/** Reads, with the event that a query names, what it goes on to ask of it: one statement takes less than two. It may find nothing. */
type ReadAhead = (context: RequestContext, id: string, info: GraphQLResolveInfo) => MaybePromise<void>;
let readAhead: ReadAhead = () => {};

/** Whoever adds a field to events that is asked with most of them says how it is read with them. */
export function readAheadBy(read: ReadAhead): void {
	readAhead = read;
}

export const Event = builder.prismaObject("Event", {
	interfaces: [Revisioned],
	fields: (t) => ({
		title: t.exposeString("title"),
		summary: t.exposeString("summary", {
			nullable: true,
			description: "What happened in a few sentences; null where nobody wrote it.",
		}),
		type: t.expose("type", { type: EventType, description: "What kind of happening it is." }),
		status: t.expose("status", { type: OccurrenceStatus, description: "Whether it took place, as last reported." }),
		time: t.field({
			...reads("Event", ...TIME_COLUMNS, "timeAnchor"),
			type: EventTime,
			nullable: true,
			description: "When it happened, as most articles tell it; null where none says.",
			resolve: (event) => eventTime(event, event.timeAnchor),
		}),
		firstReportedAt: t.expose("firstReportedAt", {
			type: "DateTime",
			description: "Publication of the first article that mentions it.",
		}),
		lastReportedAt: t.expose("lastReportedAt", {
			type: "DateTime",
			description: "Publication of the latest article that mentions it.",
		}),
		curation: t.expose("curation", { type: CurationState, description: "How far editors have dealt with it." }),
		confidence: t.exposeFloat("confidence"),
	}),
});

fetchableById(Event, loadEvent);

export const EventConnection = builder.connectionObject(
	{ type: Event, name: "EventConnection", description: "Events, in pages." },
	{ name: "EventEdge", description: "An event and its place in the list." },
);

/** A page of events, as seen at an instant. */
function events(
	context: RequestContext,
	listing: Listing,
	parentId: string | null,
	page: PageArguments,
	knownAt: AsOf | null,
) {
	return connect(keysetList(context, listing, parentId, loadEvent, knownAt), page);
}

/** What is about the event, then what tells it as past, then what foresees it; of each the originals before their copies. */
const HOW_MUCH_ABOUT = Prisma.sql`(case told."role" when 'MAIN' then 1 when 'BACKGROUND' then 0.5 else 0.25 end * case when told."isCopy" then 0.75 else 1 end)::float8`;

/** The articles of events. Their publication stands beside the event, where an index has it; only first sight needs the article. */
function reportListing(
	orderBy: ArticleOrderInput | null | undefined,
	knownAt: AsOf | null,
	conditions: Prisma.Sql,
): Listing {
	const told = placesAt(knownAt, "eventId", "parent.id");
	const id = Prisma.sql`told."articleId"`;
	if (orderBy?.field === "RELEVANCE") {
		const rows = Prisma.sql`from ${told} told ${conditions}`;
		return { order: relevance(orderBy), by: HOW_MUCH_ABOUT, id, rows };
	}
	const { order, by } = articleOrder(orderBy);
	if (order.name === "Article.PUBLISHED_AT") {
		return { order, by: Prisma.sql`told."publishedAt"`, id, rows: Prisma.sql`from ${told} told ${conditions}` };
	}
	return {
		order,
		by,
		id,
		rows: Prisma.sql`from ${told} told join "Article" article on article."id" = told."articleId" ${conditions}`,
	};
}

builder.prismaObjectFields(Event, (t) => ({
	mergedInto: t.field({
		...reads("Event", "mergedIntoId"),
		type: Event,
		nullable: true,
		description: "Set when this event was merged away; its old id keeps answering for ever.",
		resolve: ({ mergedIntoId, knownAt }, _args, context) =>
			mergedIntoId === null ? null : loadEvent(context, mergedIntoId, knownAt),
	}),
	articles: t.field({
		...BY_ID,
		type: ArticleConnection,
		description: "Articles that mention it, latest first where no order is given.",
		args: {
			...t.arg.connectionArgs(),
			role: t.arg({ type: MentionRole, description: "Only articles that mention it in this role." }),
			originalsOnly: t.arg.boolean({ defaultValue: true, description: "Leave out copies of other articles." }),
			orderBy: t.arg({ type: ArticleOrder, description: "Latest published first where absent." }),
		},
		complexity: pageCost,
		resolve: ({ id, knownAt }, { role, originalsOnly, orderBy, ...page }, context) => {
			const conditions = [
				Prisma.sql`told."eventId" = parent.id`,
				role ? oneOf(Prisma.sql`told."role"`, [role]) : null,
				originalsOnly ? Prisma.sql`not told."isCopy"` : null,
			];
			const listing = reportListing(orderBy, knownAt, where(...conditions));
			return connect(keysetList(context, listing, id, loadArticle, knownAt), page);
		},
	}),
}));

// Places in the text are far fewer than this, so roles come first and places decide within a role.
const STORY_ORDER = Prisma.sql`case told."role" when 'MAIN' then 0 when 'BACKGROUND' then 1000000 else 2000000 end + coalesce((
	select min(mention."index") from "Mention" mention
	where mention."eventId" = told."eventId" and mention."articleId" = told."articleId" and mention."role" = told."role"
), 999999)`;

builder.prismaObjectField(Article, "events", (t) =>
	t.field({
		...BY_ID,
		type: EventConnection,
		description:
			"Events that it mentions: what it is about first, then what preceded, then what it foresees, each in the order of the text.",
		args: {
			...t.arg.connectionArgs(),
			role: t.arg({ type: MentionRole, description: "Only events that it mentions in this role." }),
		},
		complexity: pageCost,
		resolve: ({ id, knownAt }, { role, ...page }, context) => {
			const listing: Listing = {
				order: { name: "Event.STORY", kind: "integer", direction: "ASC" },
				by: STORY_ORDER,
				id: Prisma.sql`told."eventId"`,
				rows: Prisma.sql`from ${placesAt(knownAt, "articleId", "parent.id")} told ${where(Prisma.sql`told."articleId" = parent.id`, role ? oneOf(Prisma.sql`told."role"`, [role]) : null)}`,
			};
			return events(context, listing, id, page, knownAt);
		},
	}),
);

const chosenAndOrdered = builder.args((t) => ({
	filter: t.field({ type: EventFilter, description: "Only events that meet all of these conditions." }),
	orderBy: t.field({ type: EventOrder, description: "Latest happening first where absent." }),
}));

builder.prismaObjectField(Entity, "events", (t) =>
	t.field({
		...reads("Entity"),
		type: EventConnection,
		description: "Events in which it takes part or that happened there, latest first where no order is given.",
		args: { ...t.arg.connectionArgs(), ...chosenAndOrdered },
		complexity: pageCost,
		resolve: ({ id, knownAt }, { filter, orderBy, ...page }, context) => {
			const partaking = Prisma.sql`exists (select from "EventParticipant" part where part."eventId" = event."id" and part."entityId" = parent.id)`;
			const mentioned = knownBy("mention", "mention", knownAt);
			const known =
				mentioned &&
				Prisma.sql`exists (select from "Mention" mention where mention."eventId" = event."id" and ${mentioned}
				and mention."participants" @> jsonb_build_array(jsonb_build_object('entityId', parent.id)))`;
			return events(context, eventListing(filter, orderBy, partaking, known), id, page, knownAt);
		},
	}),
);

builder.queryFields((t) => ({
	event: t.field({
		type: Event,
		nullable: true,
		description:
			"One event by its id; null where it is not known. The id of an event that was merged away keeps answering: see `mergedInto`.",
		args: { id: t.arg.id({ required: true, description: "Its id." }) },
		resolve: (_root, args, context, info) => {
			const id = uuidOf("Event", args.id);
			askAhead(context, "Event", id, info);
			return whenThere(readAhead(context, id, info), () => loadEvent(context, id, null));
		},
	}),
	events: t.field({
		type: EventConnection,
		description: "Events, latest happening first where no order is given.",
		args: { ...t.arg.connectionArgs(), ...chosenAndOrdered },
		complexity: pageCost,
		resolve: (_root, { filter, orderBy, ...page }, context) =>
			events(context, eventListing(filter, orderBy), null, page, null),
	}),
}));
