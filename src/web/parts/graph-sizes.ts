/** A box of the graph; `x` and `y` are its upper left corner, in pixels. */
export interface GraphNode {
	id: string;
	title: string;
	x: number;
	y: number;
	isTarget: boolean;
}

export interface GraphEdge {
	id: string;
	relation: "CAUSE" | "ENABLE" | "PREVENT";
	disputed: boolean;
	/** Path data of the line, from cause to effect. */
	path: string;
	/** In words, for those who do not see the line. */
	words: string;
}

export interface GraphLayout {
	/** Where effects stand from their causes. */
	direction: "down" | "right";
	width: number;
	height: number;
	nodes: GraphNode[];
	edges: GraphEdge[];
}

/** Size of a box in pixels: three lines of a title. */
export const BOX = { width: 150, height: 66 } as const;

/** Pixels that a graph may be wide beside the timeline: the column of style.css, without its border. */
export const COLUMN_WIDTH = 508;
