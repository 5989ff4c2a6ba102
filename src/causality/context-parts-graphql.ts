import { TextSpan } from "../article/text-span-graphql.js";
import { OccurrenceStatus } from "../event/event-enums-graphql.js";
import { Event, loadEvent } from "../event/event-graphql.js";
import type { EventTime as EventTimeValue } from "../event/event-time.js";
import { EventTime } from "../event/event-time-graphql.js";
import { builder } from "../graphql/builder.js";
import { enumType } from "../graphql/enum-type.js";
import type { RequestContext } from "../graphql/request-context.js";
import { type Known, type ReferredRows, type Row, referenced, showing } from "../graphql/rows.js";
import type { AsOf } from "../known.js";
import { timexInterval } from "../language/time/interval.js";
import { allThere, type MaybePromise, whenThere } from "../maybe-promise.js";
import type {
	ContextEntry as ContextEntryValue,
	DigestSentence as DigestSentenceValue,
	Quotation,
	UnresolvedReferenceView,
} from "./context.js";
import { CausalChain } from "./context-link-graphql.js";
import { Evidence, showEvidence } from "./evidence-graphql.js";

/** The parts of a context: its entries, its digest, its holes. Each carries the instant as of which it is seen. */

interface EntryEvent {
	event: Row<"Event">;
}

export type EntryView = ContextEntryValue & Known & EntryEvent;

const ENTRY_EVENT: ReferredRows<ContextEntryValue, EntryEvent> = {
	event: { field: "ContextEntry.event", id: "eventId", load: loadEvent },
};

/** Entries as they are seen at an instant, with what the operation shows of them. */
export const showEntries = (
	context: RequestContext,
	entries: readonly ContextEntryValue[],
	knownAt: AsOf | null,
): MaybePromise<EntryView[]> => showing(context, entries, knownAt, ENTRY_EVENT);

export const ContextRole = enumType("ContextRole", "Why an event is on the list.", {
	DIRECT_CAUSE: "Said to have led straight to it.",
	INDIRECT_CAUSE: "Said to have led to one of its causes.",
	ENABLER: "Said to have made it possible.",
	PREVENTER: "Said to have prevented or delayed it, or something that led to it.",
	BACKGROUND: "Articles about it tell this as what preceded, without saying that it led to it.",
	RELATED: "No article ties the two; they share participants and subject.",
});

const spanOf = ({ revisionId, start, end, exact }: Quotation | UnresolvedReferenceView, knownAt: AsOf | null) => ({
	revisionId,
	start,
	end,
	exact,
	knownAt,
});

export const ContextEntry = builder.objectRef<EntryView>("ContextEntry").implement({
	description: "An event that preceded, and why it is on the list.",
	fields: (t) => ({
		event: t.expose("event", { type: Event, description: "The event, as known at the context's instant." }),
		role: t.expose("role", { type: ContextRole, description: "Why it is on the list." }),
		distance: t.exposeInt("distance", {
			nullable: true,
			description: "Links between it and the event asked about; null where no chain of links joins them.",
		}),
		relevance: t.exposeFloat("relevance", { description: "0–1: how much it explains." }),
		title: t.exposeString("title", { description: "What happened, as told by then." }),
		time: t.expose("time", { type: EventTime, nullable: true, description: "When, as told by then." }),
		status: t.expose("status", { type: OccurrenceStatus, description: "Whether it took place, as told by then." }),
		bestChain: t.field({
			type: CausalChain,
			nullable: true,
			description: "The strongest chain from it to the event asked about; null where there is none.",
			resolve: ({ bestChain, knownAt }) => bestChain && { ...bestChain, knownAt },
		}),
		sentence: t.field({
			type: Evidence,
			nullable: true,
			description: "The sentence that tells it best.",
			resolve: ({ sentence, knownAt }, _args, context) =>
				sentence && whenThere(showEvidence(context, [sentence], knownAt), ([shown = null]) => shown),
		}),
		disputed: t.exposeBoolean("disputed", { description: "Somebody denies that it led there." }),
	}),
});

export const ContextEntryConnection = builder.connectionObject(
	{ type: ContextEntry, name: "ContextEntryConnection", description: "What preceded, in pages." },
	{ name: "ContextEntryEdge", description: "An event that preceded and its place in the list." },
);

const DigestSentence = builder.objectRef<Known & { sentence: DigestSentenceValue }>("DigestSentence").implement({
	description: "One sentence of a digest, with what it tells and where it stands.",
	fields: (t) => ({
		text: t.string({
			description: "The sentence; what is not printed so, a date or a name for a pronoun, stands in square brackets.",
			resolve: ({ sentence }) => sentence.text,
		}),
		time: t.field({
			type: EventTime,
			nullable: true,
			description: "When what it tells happened; null where nobody says.",
			resolve: ({ sentence }) => sentence.time,
		}),
		events: t.field({
			type: [Event],
			description: "The events it tells.",
			resolve: ({ sentence, knownAt }, _args, context, info) =>
				allThere(sentence.eventIds.map((id) => referenced(loadEvent, id, knownAt, context, info))),
		}),
		citations: t.field({
			type: [TextSpan],
			description: "Where it is printed.",
			resolve: ({ sentence, knownAt }) => sentence.citations.map((citation) => spanOf(citation, knownAt)),
		}),
	}),
});

export const ContextDigest = builder
	.objectRef<Known & { text: string; sentences: DigestSentenceValue[] }>("ContextDigest")
	.implement({
		description:
			"What preceded as a short text, in chronological order. Extractive: every sentence stands in an article and is cited.",
		fields: (t) => ({
			text: t.exposeString("text", { description: "The sentences, joined by spaces." }),
			sentences: t.field({
				type: [DigestSentence],
				description: "The sentences, in order.",
				complexity: { field: 1, multiplier: 6 },
				resolve: ({ sentences, knownAt }) => sentences.map((sentence) => ({ sentence, knownAt })),
			}),
		}),
	});

/** The time that a back-reference names, as far as its value says. */
function timeToldAs(value: string | null): EventTimeValue | null {
	const interval = value === null ? null : timexInterval(value);
	return value !== null && interval ? { value, ...interval, approximate: false, text: null, anchor: null } : null;
}

export const UnresolvedReference = builder
	.objectRef<Known & { reference: UnresolvedReferenceView }>("UnresolvedReference")
	.implement({
		description: "A back-reference that matched no known event (`the April attack`): an honest hole.",
		fields: (t) => ({
			span: t.field({
				type: TextSpan,
				description: "The words.",
				resolve: ({ reference, knownAt }) => spanOf(reference, knownAt),
			}),
			time: t.field({
				type: EventTime,
				nullable: true,
				description: "When it is said to have happened.",
				resolve: ({ reference }) => timeToldAs(reference.timeValue),
			}),
			reason: t.string({ description: "Why it matched none.", resolve: ({ reference }) => reference.reason }),
		}),
	});
