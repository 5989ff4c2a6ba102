import { decideEntryIdentity, draftEntries, type EntryDraft } from "../../article/entry-identity.js";
import { type PageReading, readPage } from "../../article/page/read-page.js";
import type { FeedDocument, FeedReading } from "../../feed/feed-document.js";
import { readFeed } from "../../feed/read-feed.js";
import type { EntryIdentity } from "../../generated/prisma/client.js";

/** What is known of bytes beside themselves. */
export interface ParsedResponse {
	url: string;
	contentType: string | null;
	contentLanguage?: string | null;
	contentLocation?: string | null;
}

/** Something to parse away from the main thread: a document from outside may take long, or more memory than there is. */
export type ParseJob =
	/** `identity`: by what the feed's entries are told apart; null where it was never read. */
	| { kind: "feed"; bytes: Uint8Array; response: ParsedResponse; identity: EntryIdentity | null }
	| { kind: "page"; bytes: Uint8Array; response: ParsedResponse };

/** A feed that was read, its entries with the keys by which they are known again. */
export interface DraftedFeed {
	kind: "feed";
	feed: FeedDocument;
	identity: EntryIdentity;
	drafts: EntryDraft[];
}

/** What each kind of job answers. */
export interface Parsed {
	feed: DraftedFeed | Exclude<FeedReading, { kind: "feed" }>;
	page: PageReading;
}

/** Does a job, on whatever thread this is called. */
export function runParseJob(job: ParseJob): Parsed[ParseJob["kind"]] {
	if (job.kind === "page") return readPage(job.bytes, job.response);
	const reading = readFeed(job.bytes, job.response);
	if (reading.kind !== "feed") return reading;
	const { feed } = reading;
	const identity = job.identity ?? decideEntryIdentity(feed.entries);
	return {
		kind: "feed",
		feed,
		identity,
		drafts: draftEntries(feed.entries, feed.homepage ?? job.response.url, identity),
	};
}
