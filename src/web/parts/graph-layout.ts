import { graphlib, layout } from "@dagrejs/dagre";
import type { EventView } from "../pages/event-data.js";
import { edgePath, type Point, spreadPorts } from "./graph-lines.js";
import { BOX, COLUMN_WIDTH, type GraphLayout, type GraphNode } from "./graph-sizes.js";

/**
 * The claims as a graph (dagre: layers, then few crossings); null where there are no claims. Causes stand above effects where
 * that fits beside the timeline, else left of them: a box is wider than high, so thirty of them take half the width.
 */
export function layoutGraph(event: EventView): GraphLayout | null {
	if (event.whatPreceded.links.length === 0) return null;
	const down = layoutTowards(event, "down");
	return down.width <= COLUMN_WIDTH ? down : layoutTowards(event, "right");
}

/** Pixels between boxes of one layer, and between layers: room for the curves and their ends. */
const GAPS = {
	down: { rankdir: "TB", nodesep: 16, ranksep: 44 },
	right: { rankdir: "LR", nodesep: 14, ranksep: 56 },
} as const;

function layoutTowards(
	{ id, title, whatPreceded: { links, preceding } }: EventView,
	direction: GraphLayout["direction"],
): GraphLayout {
	const titles = new Map([
		[id, title],
		...links.map(({ effect }) => [effect.id, effect.title] as const),
		...preceding.nodes.map((entry) => [entry.event.id, entry.title] as const),
	]);
	const graph = new graphlib.Graph({ multigraph: true });
	graph.setGraph({ ...GAPS[direction], marginx: 8, marginy: 8 });
	graph.setDefaultEdgeLabel(() => ({}));
	for (const { cause, effect, link } of links) {
		for (const node of [cause.id, effect.id]) graph.setNode(node, { ...BOX });
		graph.setEdge(cause.id, effect.id, {}, link.id);
	}
	layout(graph);
	const nodes: GraphNode[] = graph.nodes().map((node: string) => {
		const { x, y } = graph.node(node) as Point;
		return {
			id: node,
			title: titles.get(node) ?? "",
			x: x - BOX.width / 2,
			y: y - BOX.height / 2,
			isTarget: node === id,
		};
	});
	// The keyboard goes through the boxes as the eye does: layer by layer.
	nodes.sort((a, b) => (direction === "down" ? a.y - b.y || a.x - b.x : a.x - b.x || a.y - b.y));
	const ends = links.map(({ cause, effect, link }) => ({ id: link.id, from: cause.id, to: effect.id }));
	const ports = spreadPorts(nodes, ends, direction);
	const edges = links.map(({ cause, effect, link, relation, status, explanation }) => {
		const { points } = graph.edge(cause.id, effect.id, link.id) as { points: Point[] };
		const path = edgePath(ports.get(link.id), points, direction);
		return { id: link.id, relation, disputed: status === "DISPUTED", path, words: explanation };
	});
	const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
	return { direction, width: Math.ceil(width), height: Math.ceil(height), nodes, edges };
}
