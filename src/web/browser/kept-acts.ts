import type { Act } from "../parts/last-acts.js";

/** Its end is the form of what is kept: change it with `Act`. */
const KEY = "antecedent.acts.1";

/** What was done at the desk in this tab, the last act first; nothing where the browser keeps nothing. */
export function keptActs(): Act[] {
	try {
		return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as Act[];
	} catch {
		return [];
	}
}

/** Keeps the acts until the tab is closed, where the browser does. */
export function keepActs(acts: readonly Act[]): void {
	try {
		sessionStorage.setItem(KEY, JSON.stringify(acts));
	} catch {
		// They are on the page as long as it is open.
	}
}
