import type { EventType } from "../analysis.js";
import { CONTEXT_TYPES } from "../en/event-types.js";
import type { Context } from "./context.js";

/** So many words around a trigger decide between its types. */
const TYPE_WINDOW = 12;

/** The type of a word that names several kinds of happening, by the words around it. */
export function typeInContext(context: Context, lemma: string, trigger: number, fallback: EventType): EventType {
	const rules = CONTEXT_TYPES.get(lemma);
	if (!rules) return fallback;
	for (let at = Math.max(0, trigger - TYPE_WINDOW); at < trigger + TYPE_WINDOW; at++) {
		const token = context.doc.tokens[at];
		if (!token) break;
		// A capital hides the plural from the tagger ("Talks collapsed").
		const near = token.pos === "PROPN" && token.lower.endsWith("s") ? token.lower.slice(0, -1) : token.lemma;
		for (const rule of rules) if (rule.near.has(near)) return rule.type;
	}
	return fallback;
}
