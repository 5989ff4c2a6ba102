import { decodeHTMLStrict } from "entities";
import { withoutComments, withoutDoctype } from "./close-xml.js";
import { decodeText } from "./decode-text.js";
import { foldSpace } from "./plain-text.js";

/** A feed as a subscription list names it. */
export interface OpmlFeed {
	url: string;
	title: string | null;
	homepage: string | null;
}

/**
 * The feeds of an OPML document, in its order and out of all its folders, each URL once. Bytes are decoded as their
 * declaration says. Ill-formed documents give the feeds that can be seen in them: programs that export lists put HTML into
 * descriptions with all its quotes, so the attributes of an outline are looked for one by one.
 * @throws with a message for people if it is no OPML.
 */
export function readOpml(document: string | Uint8Array): OpmlFeed[] {
	const written = typeof document === "string" ? document : decodeText(document, null, "xml").text;
	const text = withoutComments(withoutDoctype(written).text);
	const feeds = new Map<string, OpmlFeed>();
	const [start = "", ...outlines] = text.split(/<outline(?=[\s/>])/i);
	for (const outline of outlines) {
		const url = feedUrl(outline);
		if (!url || feeds.has(url)) continue;
		const title = attribute(outline, "title") ?? attribute(outline, "text");
		feeds.set(url, { url, title, homepage: attribute(outline, "htmlUrl") });
	}
	if (feeds.size === 0 && !/<opml[\s>]/i.test(start)) {
		throw new Error("is not OPML: it has neither an opml element nor outlines with feeds");
	}
	return [...feeds.values()];
}

/** OPML calls it xmlUrl; lists of version 1.0 that give the type have it as url too. */
function feedUrl(outline: string): string | null {
	const url = attribute(outline, "xmlUrl");
	if (url) return url;
	return /^(?:rss|atom|feed)\b/i.test(attribute(outline, "type") ?? "") ? attribute(outline, "url") : null;
}

/** An attribute's value on one line; null if it is absent or empty. */
function attribute(outline: string, name: string): string | null {
	const match = new RegExp(`\\s${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)')`, "i").exec(outline);
	return foldSpace(decodeHTMLStrict(match?.[1] ?? match?.[2] ?? "")) || null;
}
