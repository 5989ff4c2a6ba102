import { parseOpml } from "feedsmith";
import { isObject } from "../json.js";

/** A feed as a subscription list names it. */
export interface OpmlFeed {
	url: string;
	title: string | null;
	homepage: string | null;
}

/** Nesting deeper than this is an attack, not a folder structure. */
const MAX_DEPTH = 32;

/**
 * The feeds of an OPML document, in its order, each URL once.
 * @throws with a message for people if it is no OPML.
 */
export function readOpml(text: string): OpmlFeed[] {
	let document: unknown;
	try {
		document = parseOpml(text);
	} catch (error) {
		throw new Error(`is not OPML: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
	}
	const feeds = new Map<string, OpmlFeed>();
	const walk = (outlines: unknown, depth: number): void => {
		if (!Array.isArray(outlines) || depth > MAX_DEPTH) return;
		for (const outline of outlines) {
			if (!isObject(outline)) continue;
			const url = textOf(outline.xmlUrl);
			if (url && !feeds.has(url)) {
				feeds.set(url, {
					url,
					title: textOf(outline.title) ?? textOf(outline.text),
					homepage: textOf(outline.htmlUrl),
				});
			}
			walk(outline.outlines, depth + 1);
		}
	};
	walk(isObject(document) && isObject(document.body) ? document.body.outlines : [], 0);
	return [...feeds.values()];
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value.trim() ? value.trim() : null);
