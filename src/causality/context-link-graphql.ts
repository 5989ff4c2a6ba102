import { Event, loadEvent } from "../event/event-graphql.js";
import { builder } from "../graphql/builder.js";
import { type Known, referenced } from "../graphql/rows.js";
import type { CausalChain as CausalChainValue, ContextLink as ContextLinkValue } from "./context.js";
import { bounded } from "./context-options-graphql.js";
import { Evidence } from "./evidence-graphql.js";
import { CausalMode, CausalRelation, LinkBasis, LinkStatus } from "./link-enums-graphql.js";
import { CausalLink, loadLink, Support } from "./link-graphql.js";

/** Links and chains inside a context: values with the instant as of which everything reached from them is seen. */

export interface LinkView extends Known {
	link: ContextLinkValue;
}

export interface ChainView extends Known {
	chain: CausalChainValue;
}

export const ContextLink = builder.objectRef<LinkView>("ContextLink").implement({
	description:
		"A link as known at the context's instant: a value, not a Node, so that later evidence never leaks into the past through a client's cache.",
	fields: (t) => ({
		link: t.field({
			type: CausalLink,
			description: "The link itself, to follow it further.",
			resolve: ({ link, knownAt }, _args, context, info) => referenced(loadLink, link.linkId, knownAt, context, info),
		}),
		cause: t.field({
			type: Event,
			description: "What is said to have led to the effect.",
			resolve: ({ link, knownAt }, _args, context, info) => referenced(loadEvent, link.causeId, knownAt, context, info),
		}),
		effect: t.field({
			type: Event,
			description: "What is said to have come of it.",
			resolve: ({ link, knownAt }, _args, context, info) =>
				referenced(loadEvent, link.effectId, knownAt, context, info),
		}),
		relation: t.field({
			type: CausalRelation,
			description: "How the cause bears on the effect.",
			resolve: ({ link }) => link.relation,
		}),
		mode: t.field({ type: CausalMode, description: "By what way.", resolve: ({ link }) => link.mode }),
		basis: t.field({ type: LinkBasis, description: "On what ground.", resolve: ({ link }) => link.basis }),
		status: t.field({ type: LinkStatus, description: "How far it was borne out.", resolve: ({ link }) => link.status }),
		confidence: t.float({ description: "0–1, from the evidence known then.", resolve: ({ link }) => link.confidence }),
		support: t.field({ type: Support, description: "Who bore it out.", resolve: ({ link }) => link.support }),
		evidence: t.field({
			type: [Evidence],
			description: "The sentences for and against it, strongest first.",
			args: { first: t.arg.int({ defaultValue: 3, description: "At most so many: 0 to 10." }) },
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(Math.max(first ?? 3, 1), 10) }),
			resolve: ({ link, knownAt }, { first }) =>
				link.evidence.slice(0, bounded("first", first, [0, 10], 3)).map((sentence) => ({ ...sentence, knownAt })),
		}),
		explanation: t.string({
			description: "Ready to print, built from evidence only: who claims it stays in the sentence.",
			resolve: ({ link }) => link.explanation,
		}),
	}),
});

export const CausalChain = builder.objectRef<ChainView>("CausalChain").implement({
	description:
		"A path of claims that ends at an event, root cause first. It is a path, never a new claim that the root led to the end.",
	fields: (t) => ({
		key: t.string({ description: "Equal keys are the same path.", resolve: ({ chain }) => chain.key }),
		root: t.field({
			type: Event,
			description: "The first cause on it.",
			resolve: ({ chain, knownAt }, _args, context, info) =>
				referenced(loadEvent, chain.rootId, knownAt, context, info),
		}),
		target: t.field({
			type: Event,
			description: "The event it ends at.",
			resolve: ({ chain, knownAt }, _args, context, info) =>
				referenced(loadEvent, chain.targetId, knownAt, context, info),
		}),
		links: t.field({
			type: [ContextLink],
			description: "Its links, root cause first: the effect of each is the cause of the next.",
			complexity: { field: 1, multiplier: 4 },
			resolve: ({ chain, knownAt }) => chain.links.map((link) => ({ link, knownAt })),
		}),
		length: t.int({ description: "Number of its links.", resolve: ({ chain }) => chain.links.length }),
		bottleneckConfidence: t.float({
			description: "0–1: the confidence of its weakest link. Chains are ranked by it.",
			resolve: ({ chain }) => chain.bottleneckConfidence,
		}),
		hasPrevention: t.boolean({
			description: "One of its links says that something was prevented or delayed.",
			resolve: ({ chain }) => chain.hasPrevention,
		}),
	}),
});
