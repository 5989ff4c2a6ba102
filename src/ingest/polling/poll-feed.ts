import { createHash } from "node:crypto";
import { isBotChallenge } from "../../article/page/bot-challenge.js";
import type { Feed } from "../../generated/prisma/client.js";
import type { Fetcher } from "../../source/fetch-bytes.js";
import { type FeedErrorCode, feedErrorOf } from "../../source/poll-decision.js";
import type { ParseThreads } from "../parsing/parse-threads.js";
import type { PollResult } from "./store-poll.js";

/** How feeds are reached and read. */
export interface FeedReader {
	fetcher: Fetcher;
	threads: ParseThreads;
}

/** What of a feed's row a poll needs. */
export type PolledFeed = Pick<Feed, "url" | "etag" | "lastModified" | "bodyHash" | "entryIdentity">;

/** How much of a page is looked at for the marks of a bot challenge. */
const CHALLENGE_BYTES = 100_000;

/** Asks a feed's server and reads what it answers. Stores nothing; never throws for what comes from outside. */
export async function pollFeed(
	{ fetcher, threads }: FeedReader,
	feed: PolledFeed,
	signal?: AbortSignal,
): Promise<PollResult> {
	const { url, etag, lastModified } = feed;
	const answer = await fetcher.fetch({ url, accept: "feed", etag, lastModified, ...(signal ? { signal } : {}) });
	if (answer.kind === "failed") {
		const { retryAfterSeconds, movedTo } = answer;
		return { kind: "outcome", outcome: { kind: "failed", ...feedErrorOf(answer), retryAfterSeconds, movedTo } };
	}
	if (answer.kind === "not-modified") return { kind: "outcome", outcome: { kind: "not-modified", headers: answer } };
	const { bytes, ...headers } = answer;
	const bodyHash = createHash("sha256").update(bytes).digest("hex");
	if (bodyHash === feed.bodyHash) return { kind: "outcome", outcome: { kind: "not-modified", headers } };

	const unreadable = (code: FeedErrorCode, message: string): PollResult & { kind: "outcome" } => ({
		kind: "outcome",
		outcome: {
			kind: "failed",
			code,
			message,
			httpStatus: headers.status,
			retryAfterSeconds: headers.retryAfterSeconds,
			movedTo: headers.movedTo,
			gone: false,
		},
	});
	const start = new TextDecoder("latin1").decode(bytes.subarray(0, CHALLENGE_BYTES));
	const parsed = await threads.parse({ kind: "feed", bytes, response: headers, identity: feed.entryIdentity });
	if (parsed.kind === "failed") return unreadable("PARSE_ERROR", `the document ${parsed.message}`);
	const reading = parsed.value;
	if (reading.kind === "feed") return { ...reading, kind: "document", headers, bodyHash };
	if (reading.kind === "unreadable") return unreadable("PARSE_ERROR", reading.reason);
	if (isBotChallenge(start, headers.status)) return unreadable("BOT_PROTECTION", "asks whether its reader is a person");
	const links = reading.feedLinks.map((link) => link.url);
	const hint = links.length > 0 ? `; it points to ${links.slice(0, 3).join(", ")}` : "";
	return { ...unreadable("NOT_A_FEED", `${reading.reason}${hint}`), feedLinks: links };
}
