/** RSS 0.9x–2.0 and CDF | Atom 0.3 and 1.0 | RSS 0.90 and 1.0 | JSON Feed 1.x. */
export type FeedFormat = "RSS" | "ATOM" | "RDF" | "JSON_FEED";

/** What a feed said at one fetch. */
export interface FeedDocument {
	format: FeedFormat;
	/** Plain text on one line; so is the title of an entry. */
	title: string | null;
	/** Plain text, paragraphs apart by an empty line. */
	description: string | null;
	/** Absolute http(s) URL of the page the feed belongs to. */
	homepage: string | null;
	/** As printed, with "-" between its parts (`en-US`). */
	language: string | null;
	/** Absolute http(s) URL of a logo or icon. */
	image: string | null;
	/** Seconds the feed asks to be left alone (RSS ttl, sy:updatePeriod and sy:updateFrequency); null if it says nothing. */
	ttlSeconds: number | null;
	/** In document order, none dropped. */
	entries: FeedEntry[];
	/** For people: what had to be repaired ("ill-formed XML", "charset windows-1252 instead of the declared utf-8"). */
	repairs: string[];
}

/** One item of a feed. Texts are plain text from outside: decoded and without markup, not yet cleaned of control characters. */
export interface FeedEntry {
	/** As printed, trimmed. */
	guid: string | null;
	/** Absolute http(s) URL, resolved against xml:base and the document's URL; a guid that is a permalink counts. */
	url: string | null;
	/** One line; "" if there is none. */
	title: string;
	/** Paragraphs apart by an empty line. */
	summary: string | null;
	/** The full content where the feed gives one (content:encoded, Atom content, content_html, an XHTML body); paragraphs as above. */
	content: string | null;
	/** Names, or what stands in the place of one; each once. */
	authors: string[];
	/** Of the text; the feed's where the entry says nothing. */
	language: string | null;
	/** Absolute http(s) URL. */
	image: string | null;
	categories: string[];
	published: FeedDate | null;
	updated: FeedDate | null;
}

/** A date as printed, and the instant it means; `at` is null where the text is no date. */
export interface FeedDate {
	text: string;
	at: Date | null;
}

/** What was made of the bytes that a feed's address answered with. */
export type FeedReading =
	| { kind: "feed"; feed: FeedDocument }
	/** A page or another kind of document; `feedLinks` are the feeds it points to. */
	| { kind: "not-a-feed"; reason: string; feedLinks: FeedLink[] }
	| { kind: "unreadable"; reason: string };

/** A feed that a page points to. */
export interface FeedLink {
	/** Absolute http(s) URL. */
	url: string;
	title: string | null;
	/** Null where neither the link's type nor its address says. */
	format: FeedFormat | null;
}
