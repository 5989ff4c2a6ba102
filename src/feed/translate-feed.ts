import { distinctNames } from "./author-name.js";
import type { FeedDocument, FeedEntry, FeedFormat } from "./feed-document.js";
import { feedLine, feedText } from "./feed-text.js";
import { languageTag } from "./language-tag.js";
import { readXml, type XmlReading } from "./read-xml.js";
import { alternateLink, type EntrySetting, imageAddress, personName, translateEntry } from "./translate-entry.js";
import { webAddress } from "./web-address.js";
import { attributeOf, childNamed, childrenNamed, textOf, type XmlElement } from "./xml-element.js";

const FORMATS: Record<string, FeedFormat> = { rss: "RSS", channel: "RSS", feed: "ATOM", rdf: "RDF" };

/** Either a feed, or what the document is instead: a page, or XML with another root ("" if there is no element at all). */
export type XmlFeedReading =
	| { kind: "feed"; feed: FeedDocument }
	| { kind: "page" }
	| { kind: "other"; rootName: string };

/**
 * Translates RSS, Atom, RDF and CDF, well-formed or not, into the model. `documentUrl` is what relative addresses are relative
 * to, `contentLanguage` the language where the document names none. Never throws.
 */
export function translateXmlFeed(xml: string, documentUrl: string, contentLanguage: string | null): XmlFeedReading {
	const entries: FeedEntry[] = [];
	let setting: EntrySetting | null = null;
	const reading = readXml(xml, documentUrl, (entry, root) => {
		const isAtom = root.name === "feed";
		// Relative links in RSS are meant from the site, and a feed may be served from elsewhere.
		setting ??= { isAtom, base: isAtom ? null : homepageOf(headOf(root), documentUrl), documentUrl };
		entries.push(translateEntry(entry, setting));
	});
	if (reading.isPage) return { kind: "page" };
	if (!reading.root) return { kind: "other", rootName: reading.rootName };
	return { kind: "feed", feed: completeFeed(reading, reading.root, entries, documentUrl, contentLanguage) };
}

function completeFeed(
	reading: XmlReading,
	root: XmlElement,
	entries: FeedEntry[],
	documentUrl: string,
	contentLanguage: string | null,
): FeedDocument {
	const format = FORMATS[reading.rootName] ?? "RSS";
	const isAtom = format === "ATOM";
	const head = headOf(root);
	const title = childNamed(head, "title", "atom:title", "dc:title", "itunes:title");
	const description = childNamed(
		head,
		"description",
		"subtitle",
		"tagline",
		"atom:subtitle",
		"dc:description",
		"itunes:summary",
		"abstract",
		"info",
		"itunes:subtitle",
	);
	const image = childrenNamed(head, "image", "itunes:image", "logo", "atom:logo", "icon", "atom:icon");
	const language = languageTag(textOf(childNamed(head, "language", "dc:language")) ?? head.language ?? contentLanguage);
	const authors = isAtom ? distinctNames(childrenNamed(head, "author").map(personName)) : [];
	for (const entry of entries) {
		// RFC 4287 §4.2.1: the feed's authors are those of entries that name none.
		if (entry.authors.length === 0) entry.authors = authors.slice();
		entry.language = entry.language === "" ? null : (entry.language ?? language);
	}
	const isText = (element: XmlElement): boolean =>
		(isAtom && !element.name.includes(":")) || element.name.startsWith("atom:");
	return {
		format,
		title: (title && feedLine(title, isText(title))) || null,
		description: (description && feedText(description, isText(description))) || null,
		homepage: homepageOf(head, documentUrl),
		language,
		image: firstAddress(image),
		ttlSeconds: ttlSeconds(head),
		entries,
		repairs: reading.faults.length > 0 ? [`ill-formed XML (${reading.faults.join(", ")})`] : [],
	};
}

/** Where a feed speaks of itself: the channel, with what stands beside it in RSS 1.0, or the root. */
function headOf(root: XmlElement): XmlElement {
	const channels = childrenNamed(root, "channel");
	const [first] = channels;
	if (!first) return root;
	return { ...first, children: [...channels.flatMap(({ children }) => children), ...root.children] };
}

function homepageOf(head: XmlElement, documentUrl: string): string | null {
	for (const link of childrenNamed(head, "link")) {
		const text = textOf(link);
		const url = text && attributeOf(link, "href") === null ? webAddress(text, link.base) : null;
		if (url) return url;
	}
	const href = attributeOf(head, "href");
	return alternateLink(head, (link) => link.base) ?? (href ? webAddress(href, documentUrl) : null);
}

function firstAddress(images: readonly XmlElement[]): string | null {
	for (const image of images) {
		const address = imageAddress(image);
		const url = address && webAddress(address, image.base);
		if (url) return url;
	}
	return null;
}

/** Seconds in the periods of the syndication module. */
const PERIODS: Record<string, number> = {
	hourly: 3_600,
	daily: 86_400,
	weekly: 604_800,
	monthly: 2_592_000,
	yearly: 31_536_000,
};
/** A feed that asks for more asks for nothing. */
const MAX_TTL_SECONDS = 31_536_000;

function ttlSeconds(head: XmlElement): number | null {
	const ttl = textOf(childNamed(head, "ttl"));
	if (ttl && /^\d{1,9}$/.test(ttl) && Number(ttl) > 0) return Math.min(Number(ttl) * 60, MAX_TTL_SECONDS);
	const period = PERIODS[textOf(childNamed(head, "sy:updateperiod"))?.toLowerCase() ?? ""];
	if (!period) return null;
	const frequency = Number(textOf(childNamed(head, "sy:updatefrequency")) ?? "1");
	return Math.round(period / (frequency >= 1 && frequency <= period ? frequency : 1));
}
