import { Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { enumType } from "../graphql/enum-type.js";
import { OrderDirection, TimeRangeInput } from "../graphql/filters.js";
import { uuidsOf } from "../graphql/ids.js";
import { type Listing, oneOf, oneOfIds, where, within } from "../graphql/keyset.js";
import type { SortKind } from "../graphql/page.js";
import { listByRelevance, MAX_RANKED, parseWords, type Searched, webQuery } from "../graphql/words.js";
import { CurationState, EventType, OccurrenceStatus } from "./event-enums-graphql.js";

export const EventFilter = builder.inputType("EventFilter", {
	description:
		"Conditions on events. All that are given must be met. There are two date axes: when it happened, and when it was reported.",
	fields: (t) => ({
		query: t.string({
			description:
				"Words of title and summary, in the syntax of web search: `strike iran -drill`. At most 4,000 characters.",
		}),
		occurred: t.field({
			type: TimeRangeInput,
			description: "Its time overlaps this range. An event whose time was not told counts as of its first report.",
		}),
		reported: t.field({ type: TimeRangeInput, description: "Some article published in this range mentions it." }),
		types: t.field({ type: [EventType], description: "What kind of happening it is." }),
		statuses: t.field({ type: [OccurrenceStatus], description: "Whether it took place." }),
		entityIds: t.idList({ description: "One of these entities takes part, or it happened there." }),
		minSources: t.int({ description: "At least so many outlets mention it." }),
		hasCauses: t.boolean({ description: "Whether something is known to have led to it." }),
		curation: t.field({
			type: [CurationState],
			description:
				"How far editors have dealt with it. Events that were merged away or retracted are listed only if asked for here.",
		}),
	}),
});

const EventOrderField = enumType("EventOrderField", "What events can be ordered by.", {
	OCCURRED_AT: "When they happened; where that was not told, when they were first reported.",
	FIRST_REPORTED_AT: "Publication of the first article that mentions them.",
	LAST_REPORTED_AT: "Publication of the latest article that mentions them.",
	COVERAGE: "Number of articles that mention them.",
	RELEVANCE: `How well they fit the words of \`filter.query\`, which must be given, and how widely they are reported: the latest ${MAX_RANKED} that have the words are ranked.`,
});

export const EventOrder = builder.inputType("EventOrder", {
	description: "The order of a list of events.",
	fields: (t) => ({
		field: t.field({ type: EventOrderField, required: true, description: "What to order by." }),
		direction: t.field({ type: OrderDirection, required: true, description: "Which end comes first." }),
	}),
});

export type EventFilterInput = typeof EventFilter.$inferInput;
export type EventOrderInput = typeof EventOrder.$inferInput;

/** Events as they are listed: merged away and retracted ones answer by their id only. */
export const LISTED = Prisma.sql`event."curation" not in ('MERGED', 'RETRACTED')`;

/** The filter as conditions on the table alias `event`. */
function eventConditions(filter: EventFilterInput | null | undefined): (Prisma.Sql | null)[] {
	if (!filter) return [LISTED];
	const entityIds = uuidsOf("Entity", filter.entityIds);
	const words = parseWords("filter.query", filter.query);
	const reported = within(Prisma.sql`told."publishedAt"`, filter.reported);
	return [
		filter.curation ? oneOf(Prisma.sql`event."curation"`, filter.curation) : LISTED,
		words === null ? null : Prisma.sql`${EVENT_WORDS} @@ ${webQuery(words)}`,
		filter.occurred?.start
			? Prisma.sql`coalesce(event."timeEnd", event."occurredAt" + interval '1 millisecond') > ${filter.occurred.start.toISOString()}::timestamptz`
			: null,
		// Of an event whose time was told `occurredAt` is where that begins, and lists have an index on it: a page from years ago is found without going through all since.
		filter.occurred?.end ? Prisma.sql`event."occurredAt" < ${filter.occurred.end.toISOString()}::timestamptz` : null,
		reported && Prisma.sql`exists (select from "EventArticle" told where told."eventId" = event."id" and ${reported})`,
		oneOf(Prisma.sql`event."type"`, filter.types),
		oneOf(Prisma.sql`event."status"`, filter.statuses),
		entityIds &&
			Prisma.sql`exists (select from "EventParticipant" part where part."eventId" = event."id" and ${oneOfIds(Prisma.sql`part."entityId"`, entityIds)})`,
		typeof filter.minSources === "number"
			? Prisma.sql`(select count(distinct told."sourceId") from "EventArticle" told where told."eventId" = event."id") >= ${filter.minSources}::int`
			: null,
		typeof filter.hasCauses === "boolean" ? Prisma.sql`(event."causeCount" > 0) = ${filter.hasCauses}::boolean` : null,
	];
}

const SORTS: Record<Exclude<EventOrderInput["field"], "RELEVANCE">, { kind: SortKind; by: Prisma.Sql }> = {
	OCCURRED_AT: { kind: "instant", by: Prisma.sql`event."occurredAt"` },
	FIRST_REPORTED_AT: { kind: "instant", by: Prisma.sql`event."firstReportedAt"` },
	LAST_REPORTED_AT: { kind: "instant", by: Prisma.sql`event."lastReportedAt"` },
	COVERAGE: { kind: "integer", by: Prisma.sql`event."articleCount"` },
};

/** The words of an event, as its index has them. */
const EVENT_WORDS = Prisma.sql`event_words(event."title", event."summary", event."firstReportedAt")`;

/** Of two events with the same words the one that more articles mention is meant more often: one in a single article counts a third. */
export const SEARCHED_EVENTS: Searched = {
	from: Prisma.sql`"Event" event`,
	id: Prisma.sql`event."id"`,
	words: EVENT_WORDS,
	at: Prisma.sql`event."firstReportedAt"`,
	earliest: Prisma.sql`(select min("firstReportedAt") from "Event")`,
	latest: Prisma.sql`(select max("firstReportedAt") from "Event")`,
	score: (rank) => Prisma.sql`${rank} * event."articleCount" / (event."articleCount" + 2)::float8`,
};

/** The events that meet the filter and the conditions, which may name `event` and `parent`; latest happening first where no order is given. */
export function eventListing(
	filter: EventFilterInput | null | undefined,
	orderBy: EventOrderInput | null | undefined,
	...conditions: (Prisma.Sql | null)[]
): Listing {
	const field = orderBy?.field ?? "OCCURRED_AT";
	const direction = orderBy?.direction ?? "DESC";
	const name = `Event.${field}`;
	if (field === "RELEVANCE") {
		const others = eventConditions({ ...filter, query: null });
		const order = { name, kind: "real", direction } as const;
		return listByRelevance(order, SEARCHED_EVENTS, filter?.query, ...conditions, ...others);
	}
	const { kind, by } = SORTS[field];
	return {
		order: { name, kind, direction },
		by,
		id: Prisma.sql`event."id"`,
		rows: Prisma.sql`from "Event" event ${where(...conditions, ...eventConditions(filter))}`,
	};
}
