import type { EventType } from "../analysis.js";
import { CONTEXT_TYPES } from "../en/event-types.js";
import type { Context } from "./context.js";

/** So many words around a trigger decide between its types. */
const TYPE_WINDOW = 12;
/** So many of its words make an article one of a kind; a single one may stand there by chance. */
const MIN_COMPANY = 2;

/** The type of a word that names several kinds of happening, by the words around it. */
export function typeInContext(context: Context, lemma: string, trigger: number, fallback: EventType): EventType {
	const rules = CONTEXT_TYPES.get(lemma);
	if (!rules) return fallback;
	const words: string[] = [];
	for (let at = Math.max(0, trigger - TYPE_WINDOW); at < trigger + TYPE_WINDOW; at++) {
		const token = context.doc.tokens[at];
		if (!token) break;
		// A capital hides the plural from the tagger ("Talks collapsed").
		words.push(token.pos === "PROPN" && token.lower.endsWith("s") ? token.lower.slice(0, -1) : token.lemma);
	}
	for (const { near, unless, article, type } of rules) {
		if (unless && meets(words, unless)) continue;
		if ((near && meets(words, near)) || (article && context.countWords(article) >= MIN_COMPANY)) return type;
	}
	return fallback;
}

function meets(words: readonly string[], list: ReadonlySet<string>): boolean {
	for (const word of words) if (list.has(word)) return true;
	return false;
}
