import { Event, loadEvent } from "../event/event-graphql.js";
import { builder } from "../graphql/builder.js";
import type { RequestContext } from "../graphql/request-context.js";
import { type Known, type ReferredRows, type Row, referenced, showing } from "../graphql/rows.js";
import type { AsOf } from "../known.js";
import type { MaybePromise } from "../maybe-promise.js";
import type { CausalChain as CausalChainValue, ContextLink as ContextLinkValue } from "./context.js";
import { bounded } from "./context-options-graphql.js";
import { Evidence, showEvidence } from "./evidence-graphql.js";
import { CausalMode, CausalRelation, LinkBasis, LinkStatus } from "./link-enums-graphql.js";
import { CausalLink, loadLink, Support } from "./link-graphql.js";

/** Links and chains inside a context: values with the instant as of which everything reached from them is seen. */

interface LinkedEvents {
	cause: Row<"Event">;
	effect: Row<"Event">;
}

export type LinkView = ContextLinkValue & Known & LinkedEvents;

const LINKED_EVENTS: ReferredRows<ContextLinkValue, LinkedEvents> = {
	cause: { field: "ContextLink.cause", id: "causeId", load: loadEvent },
	effect: { field: "ContextLink.effect", id: "effectId", load: loadEvent },
};

/** Links as they are seen at an instant, with what the operation shows of them. */
export const showLinks = (
	context: RequestContext,
	links: readonly ContextLinkValue[],
	knownAt: AsOf | null,
): MaybePromise<LinkView[]> => showing(context, links, knownAt, LINKED_EVENTS);

export type ChainView = CausalChainValue & Known;

export const ContextLink = builder.objectRef<LinkView>("ContextLink").implement({
	description:
		"A link as known at the context's instant: a value, not a Node, so that later evidence never leaks into the past through a client's cache.",
	fields: (t) => ({
		link: t.field({
			type: CausalLink,
			description: "The link itself, to follow it further.",
			resolve: ({ linkId, knownAt }, _args, context, info) => referenced(loadLink, linkId, knownAt, context, info),
		}),
		cause: t.expose("cause", { type: Event, description: "What is said to have led to the effect." }),
		effect: t.expose("effect", { type: Event, description: "What is said to have come of it." }),
		relation: t.expose("relation", { type: CausalRelation, description: "How the cause bears on the effect." }),
		mode: t.expose("mode", { type: CausalMode, description: "By what way." }),
		basis: t.expose("basis", { type: LinkBasis, description: "On what ground." }),
		status: t.expose("status", { type: LinkStatus, description: "How far it was borne out." }),
		confidence: t.exposeFloat("confidence", { description: "0–1, from the evidence known then." }),
		support: t.expose("support", { type: Support, description: "Who bore it out." }),
		evidence: t.field({
			type: [Evidence],
			description: "The sentences for and against it, strongest first.",
			args: { first: t.arg.int({ defaultValue: 3, description: "At most so many: 0 to 10." }) },
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(Math.max(first ?? 3, 1), 10) }),
			resolve: ({ evidence, knownAt }, { first }, context) =>
				showEvidence(context, evidence.slice(0, bounded("first", first, [0, 10], 3)), knownAt),
		}),
		explanation: t.exposeString("explanation", {
			description: "Ready to print, built from evidence only: who claims it stays in the sentence.",
		}),
	}),
});

export const CausalChain = builder.objectRef<ChainView>("CausalChain").implement({
	description:
		"A path of claims that ends at an event, root cause first. It is a path, never a new claim that the root led to the end.",
	fields: (t) => ({
		key: t.exposeString("key", { description: "Equal keys are the same path." }),
		root: t.field({
			type: Event,
			description: "The first cause on it.",
			resolve: ({ rootId, knownAt }, _args, context, info) => referenced(loadEvent, rootId, knownAt, context, info),
		}),
		target: t.field({
			type: Event,
			description: "The event it ends at.",
			resolve: ({ targetId, knownAt }, _args, context, info) => referenced(loadEvent, targetId, knownAt, context, info),
		}),
		links: t.field({
			type: [ContextLink],
			description: "Its links, root cause first: the effect of each is the cause of the next.",
			complexity: { field: 1, multiplier: 4 },
			resolve: ({ links, knownAt }, _args, context) => showLinks(context, links, knownAt),
		}),
		length: t.int({ description: "Number of its links.", resolve: ({ links }) => links.length }),
		bottleneckConfidence: t.exposeFloat("bottleneckConfidence", {
			description: "0–1: the confidence of its weakest link. Chains are ranked by it.",
		}),
		hasPrevention: t.exposeBoolean("hasPrevention", {
			description: "One of its links says that something was prevented or delayed.",
		}),
	}),
});
