/** Where a fact was read: data for machines, marks in the page, its address, its text. */
export type PageFact = "JSON_LD" | "OPEN_GRAPH" | "META_TAG" | "MARKUP" | "URL_PATH" | "BODY_TEXT";

/** A fact and where it was read. */
export interface Found<T> {
	value: T;
	from: PageFact;
}

/** The facts a page gives about its article. All strings are plain text on one line; all addresses absolute http(s). */
export interface PageFacts {
	headline: Found<string> | null;
	description: Found<string> | null;
	/** Names, at least one. */
	byline: Found<string[]> | null;
	image: Found<string> | null;
	/** As the page claims it (rel=canonical, og:url, JSON-LD). Whether it is believed is decided elsewhere. */
	canonicalUrl: Found<string> | null;
	/** Whether this page is itself an AMP version. */
	isAmp: boolean;
	/** BCP 47. */
	language: Found<string> | null;
	siteName: Found<string> | null;
	publishedAt: Found<Date> | null;
	modifiedAt: Found<Date> | null;
}

/** What a page says: its article's text and the facts about it. */
export interface PageReading extends PageFacts {
	/**
	 * Plain text of the article, paragraphs apart by a blank line, lines of lists and tables by a line break; "" where no
	 * article is found. Without headline, byline, captions, related links and newsletter boxes.
	 */
	text: string;
	/** Whether this is the page of one article, and not a front page, list, consent wall, login wall or bot challenge. */
	isArticle: boolean;
	/** Why it is taken for an article ("article") or for none ("bot-protection", "consent", "login", "not-found", "list", "no-text"). */
	reason: string;
}
