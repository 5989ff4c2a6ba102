import { BOX, type GraphLayout, type GraphNode } from "./graph-sizes.js";

export interface Point {
	x: number;
	y: number;
}

/** Where a line leaves its cause and reaches its effect. */
interface Ports {
	from: Point;
	to: Point;
}

interface Ends {
	id: string;
	/** Ids of the boxes. */
	from: string;
	to: string;
}

type Direction = GraphLayout["direction"];

/** Most pixels between two lines at one side of a box, and how near its corners they come: ends of lines are 11 wide. */
const PORT_GAP = 18;
const CORNER = 5;

/** Lines by id: each leaves and reaches a box at a place of its own, in the order of the boxes at its other end, so that ends can be told apart. */
export function spreadPorts(
	nodes: readonly GraphNode[],
	lines: readonly Ends[],
	direction: Direction,
): Map<string, Ports> {
	const boxes = new Map(nodes.map((node) => [node.id, node]));
	const across = direction === "down" ? "x" : "y";
	const side = direction === "down" ? BOX.width : BOX.height;
	const placeOf = (id: string, end: "from" | "to", line: Ends): Point => {
		const other = end === "from" ? "to" : "from";
		const here = lines.filter((candidate) => candidate[end] === id);
		here.sort((a, b) => (boxes.get(a[other])?.[across] ?? 0) - (boxes.get(b[other])?.[across] ?? 0));
		const gap = Math.min(PORT_GAP, (side - 2 * CORNER) / Math.max(1, here.length - 1));
		const shift = (here.indexOf(line) - (here.length - 1) / 2) * gap;
		const { x, y } = boxes.get(id) ?? { x: 0, y: 0 };
		return direction === "down"
			? { x: x + BOX.width / 2 + shift, y: end === "from" ? y + BOX.height : y }
			: { x: end === "from" ? x + BOX.width : x, y: y + BOX.height / 2 + shift };
	};
	return new Map(
		lines.map((line) => [line.id, { from: placeOf(line.from, "from", line), to: placeOf(line.to, "to", line) }]),
	);
}

/**
 * Path data of a line that leaves and arrives straight, and swings in between. Where it passes a layer of boxes it goes
 * through the gap that the layout has kept for it.
 * @param points of dagre: two at the boxes and, in between, one for each half layer.
 */
export function edgePath(ports: Ports | undefined, points: readonly Point[], direction: Direction): string {
	const inner = points.slice(1, -1);
	const [start, ...rest] = ports ? [ports.from, ...inner.filter((_, index) => index % 2 === 1), ports.to] : points;
	if (!start) return "";
	let path = `M${written(start)}`;
	let before = start;
	for (const point of rest) {
		const half = direction === "down" ? (before.y + point.y) / 2 : (before.x + point.x) / 2;
		const [leave, arrive] =
			direction === "down"
				? [
						{ x: before.x, y: half },
						{ x: point.x, y: half },
					]
				: [
						{ x: half, y: before.y },
						{ x: half, y: point.y },
					];
		path += `C${written(leave)} ${written(arrive)} ${written(point)}`;
		before = point;
	}
	return path;
}

const written = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
