import type { CausalChain, ContextLink } from "./context.js";

/** Links by the event at their effect end, strongest first. */
export type Graph = ReadonlyMap<string, readonly ContextLink[]>;

/** Paths followed in search of chains between two events; the widest are found first. */
const MAX_PATHS = 2_000;

export function graphOf(links: readonly ContextLink[]): Graph {
	const graph = new Map<string, ContextLink[]>();
	const ordered = links.toSorted((a, b) => b.confidence - a.confidence || (a.linkId < b.linkId ? -1 : 1));
	for (const link of ordered) graph.set(link.effectId, [...(graph.get(link.effectId) ?? []), link]);
	return graph;
}

/** Equal keys are the same path. */
export const chainKey = (links: readonly ContextLink[]): string => links.map(({ linkId }) => linkId).join(">");

/** A path of links, root cause first, as a value. */
export function chainOf(links: readonly ContextLink[]): CausalChain {
	const first = links[0] as ContextLink;
	const last = links.at(-1) as ContextLink;
	return {
		key: chainKey(links),
		rootId: first.causeId,
		targetId: last.effectId,
		links: [...links],
		bottleneckConfidence: Math.min(...links.map((link) => link.confidence)),
		hasPrevention: links.some((link) => link.relation === "PREVENT"),
	};
}

/**
 * The widest path from every event that leads to the target: the path whose weakest link is strongest (Pollack 1960), of equally
 * wide ones the shortest. No path is longer than `maxLength` links.
 * @returns chains by the event they start from.
 */
export function widestChains(graph: Graph, targetId: string, maxLength: number): Map<string, CausalChain> {
	const best = new Map<string, CausalChain>();
	let frontier = new Map<string, ContextLink[]>([[targetId, []]]);
	for (let length = 1; length <= maxLength && frontier.size > 0; length++) {
		const next = new Map<string, ContextLink[]>();
		for (const [eventId, path] of frontier) {
			for (const link of graph.get(eventId) ?? []) {
				if (link.causeId === targetId || path.some((step) => step.effectId === link.causeId)) continue;
				const chain = chainOf([link, ...path]);
				const known = best.get(link.causeId);
				if (known && known.bottleneckConfidence >= chain.bottleneckConfidence) continue;
				best.set(link.causeId, chain);
				next.set(link.causeId, chain.links);
			}
		}
		frontier = next;
	}
	return best;
}

/** All simple paths between two events, widest first, then shortest. */
export function bestChains(graph: Graph, fromId: string, toId: string, maxLength: number): CausalChain[] {
	const found: CausalChain[] = [];
	const open: ContextLink[][] = (graph.get(toId) ?? []).map((link) => [link]);
	for (let walked = 0; walked < MAX_PATHS; walked++) {
		const path = open.shift();
		if (!path) break;
		const causeId = (path[0] as ContextLink).causeId;
		if (causeId === fromId) found.push(chainOf(path));
		else if (path.length < maxLength) {
			for (const link of graph.get(causeId) ?? []) {
				if (link.causeId !== toId && !path.some((step) => step.causeId === link.causeId)) open.push([link, ...path]);
			}
		}
	}
	return found.sort(byWidth);
}

/** Widest first; of equally wide chains the longer one explains more. */
export function byExplanation(a: CausalChain, b: CausalChain): number {
	return b.bottleneckConfidence - a.bottleneckConfidence || b.links.length - a.links.length || (a.key < b.key ? -1 : 1);
}

function byWidth(a: CausalChain, b: CausalChain): number {
	return b.bottleneckConfidence - a.bottleneckConfidence || a.links.length - b.links.length || (a.key < b.key ? -1 : 1);
}

/**
 * Nearest cause wins: a link A→C is left out where a path A→…→B→C is as wide as the link is strong. The path tells the same and how
 * it came about. What prevented is no step on such a path, and is never left out.
 */
export function withoutShortcuts(links: readonly ContextLink[], maxLength: number): ContextLink[] {
	const graph = graphOf(links.filter((link) => link.relation !== "PREVENT"));
	const above = new Map<string, Map<string, CausalChain>>();
	const chainsTo = (eventId: string): Map<string, CausalChain> => {
		const known = above.get(eventId) ?? widestChains(graph, eventId, maxLength - 1);
		above.set(eventId, known);
		return known;
	};
	return links.filter((link) => {
		if (link.relation === "PREVENT") return true;
		const nearer = (graph.get(link.effectId) ?? []).filter(
			(step) => step.causeId !== link.causeId && step.confidence >= link.confidence,
		);
		return !nearer.some((step) => {
			const path = chainsTo(step.causeId).get(link.causeId);
			return path !== undefined && path.bottleneckConfidence >= link.confidence && !path.links.includes(link);
		});
	});
}
