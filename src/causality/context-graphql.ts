import { Event, loadEvent } from "../event/event-graphql.js";
import { builder } from "../graphql/builder.js";
import { connect, listInMemory } from "../graphql/connection.js";
import { enumType } from "../graphql/enum-type.js";
import { uuidOf } from "../graphql/ids.js";
import { type Order, pageCost } from "../graphql/page.js";
import type { RequestContext } from "../graphql/request-context.js";
import { type Known, type Row, seenAt } from "../graphql/rows.js";
import { reads } from "../graphql/shown-columns.js";
import type { AsOf as AsOfValue } from "../known.js";
import { whenThere } from "../maybe-promise.js";
import type {
	ContextEntry as ContextEntryValue,
	ContextOptions,
	PrecedingContext as PrecedingContextValue,
} from "./context.js";
import { CausalChain, ContextLink, showLinks } from "./context-link-graphql.js";
import {
	AsOfInput,
	bounded,
	ContextOptionsInput,
	instantOf,
	KnowledgeClock,
	parseContextOptions,
} from "./context-options-graphql.js";
import {
	ContextDigest,
	ContextEntryConnection,
	ContextRole,
	showEntries,
	UnresolvedReference,
} from "./context-parts-graphql.js";
import { contextLoader, digestFor, wantedBy } from "./context-reads-graphql.js";
import { readCausalChains } from "./preceding.js";

/** A context, with the instant as of which everything reached from it is seen. */
export interface ContextView extends Known {
	context: PrecedingContextValue;
	/** As it was asked for. */
	options: ContextOptions;
	/** The event asked about, as the client already has it. */
	asked: Row<"Event">;
}

export const AsOf = builder.objectRef<AsOfValue>("AsOf").implement({
	description: "The instant as of which an answer holds.",
	fields: (t) => ({
		at: t.expose("at", { type: "DateTime", description: "The instant." }),
		clock: t.expose("clock", { type: KnowledgeClock, description: "By which clock." }),
	}),
});

const ContextOrder = enumType("ContextOrder", "What comes first in the list of what preceded.", {
	CHRONOLOGICAL: "What happened first.",
	REVERSE_CHRONOLOGICAL: "What happened last.",
	RELEVANCE: "What explains most.",
});

const CHRONOLOGICAL: Order = { name: "ContextEntry.OCCURRED_AT", kind: "instant", direction: "ASC" };
const ORDERS: Record<typeof ContextOrder.$inferType, Order> = {
	CHRONOLOGICAL,
	REVERSE_CHRONOLOGICAL: { ...CHRONOLOGICAL, direction: "DESC" },
	RELEVANCE: { name: "ContextEntry.RELEVANCE", kind: "real", direction: "DESC" },
};

export const PrecedingContext = builder.objectRef<ContextView>("PrecedingContext").implement({
	description:
		"What preceded an event: the earlier events that explain it, the claims that join them, and where they stand.",
	fields: (t) => ({
		event: t.field({
			type: Event,
			description: "The event asked about.",
			resolve: ({ context: { eventId }, asked, knownAt }, _args, context) =>
				whenThere(loadEvent(context, eventId, knownAt), (event) => event ?? beforeItsTime(asked, knownAt)),
		}),
		asOf: t.field({
			type: AsOf,
			description: "The instant as of which the answer holds.",
			resolve: ({ context }) => context.asOf,
		}),
		version: t.string({
			description: "Changes if and only if the answer changes.",
			resolve: ({ context }) => context.version,
		}),
		preceding: t.field({
			type: ContextEntryConnection,
			description: "The earlier events, in chronological order where no order is given.",
			args: {
				...t.arg.connectionArgs(),
				roles: t.arg({
					type: [ContextRole],
					description: "Only events that are on the list for one of these reasons.",
				}),
				orderBy: t.arg({ type: ContextOrder, defaultValue: "CHRONOLOGICAL", description: "What comes first." }),
			},
			complexity: pageCost,
			resolve: ({ context, knownAt }, { roles, orderBy, ...page }, request) => {
				const entries = context.entries.filter(({ role }) => roles?.includes(role) ?? true);
				const order = ORDERS[orderBy ?? "CHRONOLOGICAL"];
				const list = listInMemory(entries, order, (entry) => ({
					value: order.kind === "real" ? entry.relevance : entry.occurredAt,
					id: entry.eventId,
				}));
				const show = (entry: ContextEntryValue | null) =>
					entry && whenThere(showEntries(request, [entry], knownAt), ([shown = null]) => shown);
				return connect({ ...list, load: (id) => whenThere(list.load(id), show) }, page);
			},
		}),
		chains: t.field({
			type: [CausalChain],
			description: "The best chains of claims that end at the event, best first.",
			args: { first: t.arg.int({ defaultValue: 3, description: "At most so many: 0 to 20." }) },
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(Math.max(first ?? 3, 1), 20) }),
			resolve: ({ context, knownAt }, { first }) =>
				seenAt(context.chains.slice(0, bounded("first", first, [0, 20], 3)), knownAt),
		}),
		links: t.field({
			type: [ContextLink],
			description: "All claims among the events of the answer.",
			complexity: { field: 1, multiplier: 20 },
			resolve: ({ context, knownAt }, _args, request) => showLinks(request, context.links, knownAt),
		}),
		digest: t.field({
			type: ContextDigest,
			description: "What preceded as a short text.",
			args: {
				maxSentences: t.arg.int({ defaultValue: 6, description: "At most so many sentences: 1 to 50." }),
				maxWords: t.arg.int({ description: "At most so many words: 1 to 5000. No limit where absent." }),
			},
			resolve: ({ context, options, knownAt }, { maxSentences, maxWords }, request) => {
				const words = typeof maxWords === "number" ? bounded("maxWords", maxWords, [1, 5_000], maxWords) : null;
				const limits = { maxSentences: bounded("maxSentences", maxSentences, [1, 50], 6), maxWords: words };
				return whenThere(digestFor(request, context, options, limits), (digest) => ({ ...digest, knownAt }));
			},
		}),
		unresolved: t.field({
			type: [UnresolvedReference],
			description: "Back-references that matched no known event: honest holes.",
			complexity: { field: 1, multiplier: 5 },
			resolve: ({ context, knownAt }) => context.unresolved.map((reference) => ({ reference, knownAt })),
		}),
		truncated: t.boolean({
			description: "More events preceded than `maxEvents`.",
			resolve: ({ context }) => context.truncated,
		}),
		computedAt: t.field({
			type: "DateTime",
			description: "When the answer was put together.",
			resolve: ({ context }) => context.computedAt,
		}),
	}),
});

/** An event as of an instant at which nobody had mentioned it: no more than which one was asked about. */
function beforeItsTime(asked: Row<"Event">, knownAt: AsOfValue | null): Row<"Event"> {
	return {
		...asked,
		knownAt,
		summary: null,
		mergedIntoId: null,
		timeValue: null,
		lastReportedAt: asked.firstReportedAt,
	};
}

builder.prismaObjectField(Event, "whatPreceded", (t) =>
	t.field({
		...reads("Event", "mergedIntoId"),
		type: PrecedingContext,
		description: "What preceded: the earlier events that explain it, now or as known at a past instant.",
		args: {
			asOf: t.arg({
				type: AsOfInput,
				description:
					"As known at this instant; now where absent. Inside an as-of answer its instant is inherited, and a later one is not gone beyond.",
			}),
			options: t.arg({ type: ContextOptionsInput, description: "What the answer takes in." }),
		},
		// Walks the graph: of all that one event can be asked, the dearest.
		complexity: 100,
		resolve: async (asked, { asOf, options }, context) => {
			const view = instantOf(asked.knownAt, asOf, context);
			const eventId = asked.mergedIntoId ?? asked.id;
			const parsed = parseContextOptions(options);
			const answer = await contextLoader(context, view, parsed, wantedBy(context)).load(eventId);
			if (!answer) throw new Error(`the context of ${eventId} was not read`);
			return { context: answer, options: parsed, asked, knownAt: view.knownAt };
		},
	}),
);

/** The event that this id means now: of one that was merged away, the one it was merged into. */
async function standingId(context: RequestContext, id: string): Promise<string> {
	return (await loadEvent(context, id, null))?.mergedIntoId ?? id;
}

builder.queryField("causalChains", (t) =>
	t.field({
		type: [CausalChain],
		description: "The best chains of claims from one event to another, best first; empty where none is known.",
		args: {
			from: t.arg.id({ required: true, description: "The event at which the chains start." }),
			to: t.arg.id({ required: true, description: "The event at which they end." }),
			maxLength: t.arg.int({ defaultValue: 6, description: "Longest chain, in links: 1 to 8." }),
			first: t.arg.int({ defaultValue: 3, description: "At most so many: 0 to 20." }),
			asOf: t.arg({ type: AsOfInput, description: "As known at this instant; now where absent." }),
		},
		complexity: ({ first }) => ({ field: 100, multiplier: Math.min(Math.max(first ?? 3, 1), 20) }),
		resolve: async (_root, args, context) => {
			const { asOf, knownAt } = instantOf(null, args.asOf, context);
			const [from, to] = await Promise.all([
				standingId(context, uuidOf("Event", args.from)),
				standingId(context, uuidOf("Event", args.to)),
			]);
			const chains = await readCausalChains(context.db, from, to, {
				maxLength: bounded("maxLength", args.maxLength, [1, 8], 6),
				first: bounded("first", args.first, [0, 20], 3),
				asOf,
			});
			return seenAt(chains, knownAt);
		},
	}),
);
