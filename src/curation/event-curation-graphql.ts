import { EventType, OccurrenceStatus } from "../event/event-enums-graphql.js";
import { Event, loadEvent } from "../event/event-graphql.js";
import { builder } from "../graphql/builder.js";
import { uuidOf } from "../graphql/ids.js";
import type { RequestContext } from "../graphql/request-context.js";
import type { Row } from "../graphql/rows.js";
import { UserError, type UserErrorValue } from "../ingest/user-error-graphql.js";
import type { EditResult } from "./make-edit.js";
import { mergeEvents, splitEvent } from "./merge-split.js";
import { EDIT_COST, ERRORS, editing, errorsOf, forgetRead } from "./payload-graphql.js";
import { updateEvent } from "./update-event.js";

const REASON = "Why: it stands in the history. At most 1,000 characters.";
const EXPECTED = "The event's `revision` as the editor saw it: if it has changed since, nothing is done.";

const UpdateEventInput = builder.inputType("UpdateEventInput", {
	description: "What an editor says of an event. What is not given stays as the reports have it.",
	fields: (t) => ({
		eventId: t.id({ required: true, description: "The event." }),
		expectedRevision: t.int({ required: true, description: EXPECTED }),
		title: t.string({ description: "What happened, in at most 300 characters." }),
		type: t.field({ type: EventType, description: "What kind of happening it is." }),
		time: t.field({ type: "TimexValue", description: "When it happened, as exactly as is known." }),
		status: t.field({ type: OccurrenceStatus, description: "Whether it took place." }),
		reason: t.string({ required: true, description: REASON }),
	}),
});

const MergeEventsInput = builder.inputType("MergeEventsInput", {
	description: "Events that are one.",
	fields: (t) => ({
		keepId: t.id({ required: true, description: "The event that goes on." }),
		mergeIds: t.idList({ required: true, description: "The others, at most 20: their ids keep answering." }),
		expectedRevision: t.int({ required: true, description: EXPECTED }),
		reason: t.string({ required: true, description: REASON }),
	}),
});

const SplitEventInput = builder.inputType("SplitEventInput", {
	description: "An event that is two.",
	fields: (t) => ({
		eventId: t.id({ required: true, description: "The event: it goes on with what stays." }),
		expectedRevision: t.int({ required: true, description: EXPECTED }),
		mentionIds: t.idList({ required: true, description: "The mentions that mean the other event, at most 500." }),
		newTitle: t.string({ required: true, description: "What happened there, in at most 300 characters." }),
		reason: t.string({ required: true, description: REASON }),
	}),
});

interface EventPayloadValue {
	event: Row<"Event"> | null;
	userErrors: UserErrorValue[];
}

const EventPayload = builder.objectRef<EventPayloadValue>("EventPayload").implement({
	description: "The event as it is now, or why nothing was done.",
	fields: (t) => ({
		event: t.expose("event", {
			type: Event,
			nullable: true,
			description: "The event as it is now, also where nothing was done; null where there is none.",
		}),
		userErrors: t.expose("userErrors", { type: [UserError], description: ERRORS }),
	}),
});

interface SplitEventPayloadValue extends EventPayloadValue {
	newEvent: Row<"Event"> | null;
}

const SplitEventPayload = builder.objectRef<SplitEventPayloadValue>("SplitEventPayload").implement({
	description: "Both events as they are now, or why nothing was done.",
	fields: (t) => ({
		event: t.expose("event", {
			type: Event,
			nullable: true,
			description: "The event that was split, also where nothing was done; null where there is none.",
		}),
		newEvent: t.expose("newEvent", {
			type: Event,
			nullable: true,
			description: "The event that was made of the mentions; null where nothing was done.",
		}),
		userErrors: t.expose("userErrors", { type: [UserError], description: ERRORS }),
	}),
});

async function payload(
	context: RequestContext,
	eventId: string,
	result: EditResult<object>,
): Promise<EventPayloadValue> {
	forgetRead(context);
	return { event: await loadEvent(context, eventId, null), userErrors: errorsOf(result) };
}

builder.mutationFields((t) => ({
	updateEvent: t.field({
		type: EventPayload,
		description:
			"Sets what an event is called, its kind, time or status. It stands from then on, whatever is reported.",
		args: { input: t.arg({ type: UpdateEventInput, required: true, description: "What to set." }) },
		needs: "EDITOR",
		complexity: EDIT_COST,
		resolve: async (_root, { input }, context) => {
			const eventId = uuidOf("Event", input.eventId);
			return payload(context, eventId, await updateEvent(context.db, { ...input, eventId }, editing(context)));
		},
	}),
	mergeEvents: t.field({
		type: EventPayload,
		description: "Makes one event of several, with all that hangs on them: articles, links, evidence.",
		args: { input: t.arg({ type: MergeEventsInput, required: true, description: "The events." }) },
		needs: "EDITOR",
		complexity: EDIT_COST,
		resolve: async (_root, { input }, context) => {
			const keepId = uuidOf("Event", input.keepId);
			const mergeIds = input.mergeIds.map((id) => uuidOf("Event", id));
			const result = await mergeEvents(context.db, { ...input, keepId, mergeIds }, editing(context));
			return payload(context, keepId, result);
		},
	}),
	splitEvent: t.field({
		type: SplitEventPayload,
		description: "Makes an event of some mentions of another one. What is said of causes goes with the mentions.",
		args: { input: t.arg({ type: SplitEventInput, required: true, description: "The event, and what leaves it." }) },
		needs: "EDITOR",
		complexity: EDIT_COST,
		resolve: async (_root, { input }, context) => {
			const eventId = uuidOf("Event", input.eventId);
			const mentionIds = input.mentionIds.map((id) => uuidOf("Mention", id));
			const result = await splitEvent(context.db, { ...input, eventId, mentionIds }, editing(context));
			const made = await payload(context, eventId, result);
			return { ...made, newEvent: result.kind === "made" ? await loadEvent(context, result.newEventId, null) : null };
		},
	}),
}));
