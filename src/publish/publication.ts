/** What readers of feeds are sent. Formats are written from it: all of them say the same. */
export interface Publication {
	/** Its own address. */
	url: string;
	/** The page of the service that it belongs to. */
	homeUrl: string;
	title: string;
	/** What it holds, in a sentence. */
	description: string;
	updatedAt: Date;
	/** Latest first. */
	entries: PublishedEntry[];
}

/** One event, as a reader of feeds shows it. Plain text everywhere: no HTML. */
export interface PublishedEntry {
	/** The same for one event in all feeds and for ever, on whatever address the service is reached. */
	id: string;
	/** Where it can be read: an article; null where no article is known. */
	articleUrl: string | null;
	/** The feed of what preceded it. */
	contextUrl: string;
	title: string;
	text: string;
	publishedAt: Date;
	updatedAt: Date;
	/** The outlet that is quoted. */
	outlet: string | null;
	imageUrl: string | null;
	/** Its type, and why it is on the list. */
	tags: string[];
}
