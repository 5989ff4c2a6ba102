import { Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { enumType } from "../graphql/enum-type.js";
import { OrderDirection, TimeRangeInput } from "../graphql/filters.js";
import { uuidsOf } from "../graphql/ids.js";
import { type Listing, matching, oneOf, oneOfIds, within } from "../graphql/keyset.js";
import type { SortKind } from "../graphql/page.js";
import { CurationState, EventType, OccurrenceStatus } from "./event-enums-graphql.js";

export const EventFilter = builder.inputType("EventFilter", {
	description:
		"Conditions on events. All that are given must be met. There are two date axes: when it happened, and when it was reported.",
	fields: (t) => ({
		query: t.string({ description: "Words of the title, in the syntax of web search: `strike iran -drill`." }),
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

/** The filter as conditions on the table alias `event`. */
export function eventConditions(filter: EventFilterInput | null | undefined): (Prisma.Sql | null)[] {
	const current = Prisma.sql`event."curation" not in ('MERGED', 'RETRACTED')`;
	if (!filter) return [current];
	const entityIds = uuidsOf("Entity", filter.entityIds);
	const reported = within(Prisma.sql`told."publishedAt"`, filter.reported);
	return [
		filter.curation ? oneOf(Prisma.sql`event."curation"`, filter.curation) : current,
		matching(Prisma.sql`event."title"`, filter.query),
		filter.occurred?.start
			? Prisma.sql`coalesce(event."timeEnd", event."occurredAt" + interval '1 millisecond') > ${filter.occurred.start.toISOString()}::timestamptz`
			: null,
		filter.occurred?.end
			? Prisma.sql`coalesce(event."timeStart", event."occurredAt") < ${filter.occurred.end.toISOString()}::timestamptz`
			: null,
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

const SORTS: Record<EventOrderInput["field"], { kind: SortKind; by: Prisma.Sql }> = {
	OCCURRED_AT: { kind: "instant", by: Prisma.sql`event."occurredAt"` },
	FIRST_REPORTED_AT: { kind: "instant", by: Prisma.sql`event."firstReportedAt"` },
	LAST_REPORTED_AT: { kind: "instant", by: Prisma.sql`event."lastReportedAt"` },
	COVERAGE: { kind: "integer", by: Prisma.sql`event."articleCount"` },
};

/** The order as a sort expression on the table alias `event`; latest happening first where none is given. */
export function eventOrder(orderBy: EventOrderInput | null | undefined): Pick<Listing, "order" | "by"> {
	const field = orderBy?.field ?? "OCCURRED_AT";
	const { kind, by } = SORTS[field];
	return { order: { name: `Event.${field}`, kind, direction: orderBy?.direction ?? "DESC" }, by };
}
