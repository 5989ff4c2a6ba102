import { createParseThreads } from "../../src/ingest/parsing/parse-threads.js";
import type { FeedReader } from "../../src/ingest/polling/poll-feed.js";
import { createFetcher } from "../../src/source/fetch-bytes.js";
import { openCannedWeb, rss } from "../ingest/polling/canned-web.js";
import { AGENT, LOOPBACK } from "../ingest/polling/polling-world.js";

/** A feed on loopback at `/feed`, and what reads it. */
export interface LocalFeeds {
	reader: FeedReader;
	url(path: string): string;
	close(): Promise<void>;
}

export async function openLocalFeeds(): Promise<LocalFeeds> {
	const web = await openCannedWeb();
	const fetcher = createFetcher({ userAgent: AGENT, allowPrivate: LOOPBACK });
	const threads = createParseThreads({ timeoutMs: 30_000 });
	const url = (path: string) => web.url(1, path);
	web.serve(url("/feed"), {
		headers: { "content-type": "application/rss+xml" },
		body: rss("The Local Post", [{ title: "Council meets", link: url("/council"), guid: "1" }]),
	});
	return {
		reader: { fetcher, threads },
		url,
		close: async () => {
			await fetcher.close();
			await threads.close();
			await web.close();
		},
	};
}
