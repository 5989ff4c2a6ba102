import type { Alive } from "../asking.js";
import type { Undo } from "./last-acts.js";

/** What an edit has done, and what undoes it. */
export interface Done {
	words: string;
	/** Absent where it cannot be undone here. */
	undo?: Undo;
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
