import { decodeText } from "./decode-text.js";
import type { FeedDocument, FeedReading } from "./feed-document.js";
import { findFeedLinks } from "./feed-links.js";
import { readJsonFeed } from "./json-feed.js";
import { translateXmlFeed } from "./translate-feed.js";
import { webAddress } from "./web-address.js";

/** What came with the bytes. */
export interface FeedResponse {
	/** The address that answered, after redirects. */
	url: string;
	contentType: string | null;
	contentLanguage?: string | null;
	/** The address that relative addresses are relative to, if the server names one. */
	contentLocation?: string | null;
}

/**
 * Reads the bytes that a feed's address answered with: RSS 0.9x–2.0, CDF, Atom 0.3 and 1.0, RSS 0.90 and 1.0, JSON Feed, by what
 * they are and not by what Content-Type says, ill-formed and wrongly labelled ones too. A page gives the feeds it points to.
 * Nothing in the document is fetched or expanded. Linear in the length of the document; never throws.
 */
export function readFeed(bytes: Uint8Array, response: FeedResponse): FeedReading {
	const isJson = firstCharacter(bytes) === "{" || firstCharacter(bytes) === "[";
	const { text, repairs } = decodeText(bytes, response.contentType, isJson ? "json" : "xml");
	if (text.trim() === "") return { kind: "unreadable", reason: "an empty document" };
	const documentUrl = webAddress(response.contentLocation ?? "", response.url) ?? response.url;
	if (isJson) {
		const reading = readJsonFeed(text, documentUrl);
		if (reading.kind === "feed") return { kind: "feed", feed: withRepairs(reading.feed, repairs) };
		if (reading.kind === "other") return { kind: "not-a-feed", reason: reading.reason, feedLinks: [] };
		return { kind: "unreadable", reason: reading.reason };
	}
	const reading = translateXmlFeed(text, documentUrl, response.contentLanguage ?? null);
	if (reading.kind === "feed") return { kind: "feed", feed: withRepairs(reading.feed, repairs) };
	const isHtml = reading.kind === "page" || /html/i.test(response.contentType ?? "");
	if (reading.kind === "other" && reading.rootName === "" && !isHtml) {
		return { kind: "unreadable", reason: "neither XML nor JSON" };
	}
	const feedLinks = findFeedLinks(decodeText(bytes, response.contentType, "html").text, documentUrl);
	const root = reading.kind === "other" ? reading.rootName : "html";
	return { kind: "not-a-feed", reason: isHtml ? "a web page" : `XML whose root is "${root.slice(0, 60)}"`, feedLinks };
}

function withRepairs(feed: FeedDocument, repairs: readonly string[]): FeedDocument {
	return { ...feed, repairs: [...repairs, ...feed.repairs] };
}

/** The first character that is neither blank nor part of a byte order mark, in any encoding that contains ASCII. */
function firstCharacter(bytes: Uint8Array): string {
	for (const byte of bytes.subarray(0, 4_096)) {
		if (byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf || byte === 0xfe || byte === 0xff) continue;
		return String.fromCharCode(byte);
	}
	return "";
}
