import type { Alive } from "../asking.js";

/** What an edit has done, and what undoes it. */
export interface Done {
	words: string;
	/** The object edited, and its revision before; absent where it cannot be undone here. */
	undo?: { nodeId: string; toRevision: number; expectedRevision: number };
}

/** What was wrong with what was sent: the field, and why. */
export interface Fault {
	path: string[];
	message: string;
}

/** What the parts of the desk work with. */
export interface DeskTools {
	alive: Alive;
	/** Does something, says what came of it, and reads the desk anew. */
	act(work: () => Promise<Done | readonly Fault[]>): Promise<void>;
}
