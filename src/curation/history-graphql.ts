import { OccurrenceStatus } from "../event/event-enums-graphql.js";
import { Event } from "../event/event-graphql.js";
import { eventTime } from "../event/event-time.js";
import { EventTime } from "../event/event-time-graphql.js";
import { Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { connect } from "../graphql/connection.js";
import { keysetList, type Listing } from "../graphql/keyset.js";
import { fetchableById } from "../graphql/node.js";
import { pageCost } from "../graphql/page.js";
import { rowLoader } from "../graphql/rows.js";
import { reads } from "../graphql/shown-columns.js";

const loadRevision = rowLoader("EventRevision", ({ db }, ids) =>
	db.prisma.eventRevision.findMany({ where: { id: { in: ids } } }),
);

const EventRevision = builder.prismaObject("EventRevision", {
	fields: (t) => ({
		number: t.exposeInt("number", {
			description: "The event's revision: `toRevision` of a revert that goes back to here.",
		}),
		recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When the event became this." }),
		reason: t.exposeString("reason", {
			nullable: true,
			description: "Why an editor changed it to this; null for what an edit found.",
		}),
		editor: t.exposeString("editor", {
			nullable: true,
			description: "Who changed it to this: the name of the token; null for what an edit found.",
		}),
		title: t.exposeString("title", { description: "What happened, as it was told then." }),
		status: t.expose("status", { type: OccurrenceStatus, description: "Whether it took place, as was known then." }),
		time: t.field({
			type: EventTime,
			nullable: true,
			description: "When it happened, as was known then; null where nobody had said.",
			resolve: (revision) => eventTime(revision, revision.timeAnchor),
		}),
	}),
});

fetchableById(EventRevision, loadRevision);

const EventRevisionConnection = builder.connectionObject(
	{ type: EventRevision, name: "EventRevisionConnection", description: "Revisions of an event, in pages." },
	{ name: "EventRevisionEdge", description: "A revision of an event and its place in the list." },
);

builder.prismaObjectField(Event, "history", (t) =>
	t.field({
		...reads("Event"),
		type: EventRevisionConnection,
		description:
			"The event before and after each edit, latest first; empty where no editor has touched it. Of an as-of answer: as far as it was recorded by then.",
		args: t.arg.connectionArgs(),
		complexity: pageCost,
		resolve: ({ id, knownAt }, page, context) => {
			const known = knownAt
				? Prisma.sql` and revision."recordedAt" <= ${knownAt.at.toISOString()}::timestamptz`
				: Prisma.empty;
			const listing: Listing = {
				order: { name: "EventRevision.NUMBER", kind: "integer", direction: "DESC" },
				by: Prisma.sql`revision."number"`,
				id: Prisma.sql`revision."id"`,
				rows: Prisma.sql`from "EventRevision" revision where revision."eventId" = parent.id${known}`,
			};
			return connect(keysetList(context, listing, id, loadRevision, knownAt), page);
		},
	}),
);
