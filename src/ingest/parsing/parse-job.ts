import { type PageReading, readPage } from "../../article/page/read-page.js";
import type { FeedReading } from "../../feed/feed-document.js";
import { readFeed } from "../../feed/read-feed.js";

/** What is known of bytes beside themselves. */
export interface ParsedResponse {
	url: string;
	contentType: string | null;
	contentLanguage?: string | null;
	contentLocation?: string | null;
}

/** Something to parse away from the main thread: a document from outside may take long, or more memory than there is. */
export type ParseJob = { kind: "feed" | "page"; bytes: Uint8Array; response: ParsedResponse };

/** What each kind of job answers. */
export interface Parsed {
	feed: FeedReading;
	page: PageReading;
}

/** Does a job, on whatever thread this is called. */
export function runParseJob({ kind, bytes, response }: ParseJob): Parsed[ParseJob["kind"]] {
	return kind === "feed" ? readFeed(bytes, response) : readPage(bytes, response);
}
