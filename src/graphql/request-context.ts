import type { ServerResponse } from "node:http";
import type { Access } from "../access/access.js";
import type { Client } from "../access/client.js";
import type { Loader } from "../batch.js";
import type { LogTail } from "../changes/log-tail.js";
import type { Database } from "../db.js";
import type { FeedReader } from "../ingest/polling/poll-feed.js";
import type { Asking } from "./asked-fields.js";
import type { OperationTrace } from "./operation-trace.js";
import { readingDatabase } from "./reading-database.js";

/** What every resolver is given: the database and what this one request has read so far. */
export interface RequestContext {
	db: Database;
	/** Who asks. */
	client: Client;
	/** Who may do what. */
	access: Access;
	/** The instant of the request: all its answers mean the same "now". */
	now: Date;
	/** How feeds are reached; null in a process that fetches nothing. */
	feeds: FeedReader | null;
	/** The end of the change log, for subscriptions; null where none are served. */
	tail: LogTail | null;
	/** Days that changes are kept in the log. */
	changeRetentionDays: number;
	/** Whether what preceded is kept from one time to the next (kept-contexts.ts). */
	keepsContexts: boolean;
	/** What is asked; null before it is executed. */
	asking: Asking | null;
	/** Which operation it is and whose; for log and metrics. */
	trace: OperationTrace;
	/** Aborts when the operation is to end; null where its executor sees to that. */
	signal: AbortSignal | null;
	/** Where the answer goes, of a request by HTTP. */
	res?: ServerResponse;
	/** Batched reads of this request, by what they read. Made by `loaderFor`. */
	loaders: Map<string, Loader<unknown>>;
}

/** The context of one request. */
export function requestContext(given: Omit<RequestContext, "asking" | "loaders" | "signal">): RequestContext {
	return { ...given, db: readingDatabase(given.db, given.trace), asking: null, signal: null, loaders: new Map() };
}
