import { graphlib, layout } from "@dagrejs/dagre";
import type { EventView } from "../pages/event-data.js";
import { BOX, type GraphLayout } from "./graph-sizes.js";

/** The claims as a graph, causes above effects (dagre: layers, then few crossings); null where there are no claims. */
export function layoutGraph({ id, title, whatPreceded: { links, preceding } }: EventView): GraphLayout | null {
	if (links.length === 0) return null;
	const titles = new Map([
		[id, title],
		...links.map(({ effect }) => [effect.id, effect.title] as const),
		...preceding.nodes.map((entry) => [entry.event.id, entry.title] as const),
	]);
	const graph = new graphlib.Graph({ multigraph: true });
	graph.setGraph({ rankdir: "TB", nodesep: 16, ranksep: 44, marginx: 8, marginy: 8 });
	graph.setDefaultEdgeLabel(() => ({}));
	for (const { cause, effect, link } of links) {
		for (const node of [cause.id, effect.id]) graph.setNode(node, { ...BOX });
		graph.setEdge(cause.id, effect.id, {}, link.id);
	}
	layout(graph);
	const nodes = graph.nodes().map((node: string) => {
		const { x, y } = graph.node(node) as { x: number; y: number };
		return {
			id: node,
			title: titles.get(node) ?? "",
			x: x - BOX.width / 2,
			y: y - BOX.height / 2,
			isTarget: node === id,
		};
	});
	const edges = links.map(({ cause, effect, link, relation, status, explanation }) => {
		const { points } = graph.edge(cause.id, effect.id, link.id) as { points: { x: number; y: number }[] };
		return { id: link.id, relation, disputed: status === "DISPUTED", path: pathThrough(points), words: explanation };
	});
	const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
	return { width: Math.ceil(width), height: Math.ceil(height), nodes, edges };
}

const pathThrough = (points: { x: number; y: number }[]): string =>
	points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
