import type { Database } from "../db.js";
import type { ChangeFilter, LoggedChange } from "./change-filter.js";
import type { LiveQueue, SharedReads } from "./live-queue.js";
import { logCursor } from "./log-cursor.js";
import type { LogTail } from "./log-tail.js";
import { gapAt, readChanges, readLogState } from "./read-changes.js";

/** What a follower of the log is sent. */
export type ChangeMessage =
	| { kind: "change"; cursor: string; change: LoggedChange }
	| { kind: "gap"; resumeFrom: string; oldestAvailableAt: Date }
	| { kind: "heartbeat"; cursor: string; at: Date };

/** Messages that are answered at once, in their order. */
export interface MessageChunk<Message> extends SharedReads {
	messages: readonly Message[];
}

/** A subscriber had more waiting than may wait, and took nothing for too long. */
export class SubscriberTooSlowError extends Error {
	override readonly name = "SubscriberTooSlowError";
	/** After what it was sent last. */
	readonly resumeFrom: string;

	constructor(resumeFrom: string) {
		super("the subscriber takes its messages too slowly");
		this.resumeFrom = resumeFrom;
	}
}

/** Rows of the log that a follower reads for itself at once. */
const PAGE = 100;
/** Messages that are answered at once: the objects they show are read together, and a follower who stops taking holds no more than these. */
const CHUNK = 20;

export interface FollowOptions {
	db: Pick<Database, "pool">;
	tail: LogTail;
	/** Begins after this position; null for the end of the log as it is now. */
	after: bigint | null;
	filter: ChangeFilter;
	/** Milliseconds after which a follower who was sent nothing is told that all is well. */
	heartbeatMs: number;
	signal: AbortSignal;
}

/**
 * Everything wanted that follows a position, each change once, in order, for ever: first from the log, then as it comes. Who is slower than
 * the news is sent no less: it reads the log for itself again. A heartbeat says each time that the end of the log is reached.
 * Ends when the signal aborts. Throws `SubscriberTooSlowError`.
 */
export async function* followChanges(options: FollowOptions): AsyncGenerator<MessageChunk<ChangeMessage>> {
	const { db, tail, filter, signal } = options;
	const key = await tail.key();
	let position = options.after;
	let queue: LiveQueue | null = null;
	try {
		while (!signal.aborted) {
			if (queue?.state === "cut") throw new SubscriberTooSlowError(logCursor(position ?? 0n, key));
			if (queue?.state === "behind") {
				tail.detach(queue);
				queue = null;
			}
			if (position === null) {
				queue = await tail.attach(filter, signal);
				// The tail may be a moment behind: what was written before this subscription began is not for it.
				position = (await readLogState(db.pool)).head;
			} else if (queue && position >= queue.joinedAt) {
				position = yield* followLive(queue, position, key, options);
			} else {
				const page = await readChanges(db.pool, position, filter, PAGE);
				const gap = gapAt(position, page, new Date());
				if (gap) {
					yield alone({ kind: "gap", ...gap, resumeFrom: logCursor(gap.resumeFrom, key) });
					position = gap.resumeFrom;
					continue;
				}
				yield* chunksOf(page.changes, key);
				position = page.upTo;
				// What comes between this page and the queue is on the next page.
				if (!queue && page.changes.length < PAGE) queue = await tail.attach(filter, signal);
			}
		}
	} finally {
		if (queue) tail.detach(queue);
	}
}

/** @returns the position up to which all was sent when the queue was live no more, or the signal aborted. */
async function* followLive(
	queue: LiveQueue,
	from: bigint,
	key: string,
	{ heartbeatMs, signal }: FollowOptions,
): AsyncGenerator<MessageChunk<ChangeMessage>, bigint> {
	let position = from;
	let dueAt = 0;
	while (!signal.aborted) {
		const taken = queue.take(position, CHUNK);
		if (taken) {
			yield { ...taken.reads, messages: taken.changes.map((change) => messageOf(change, key)) };
			position = taken.changes.at(-1)?.position ?? position;
			dueAt = Date.now() + heartbeatMs;
			continue;
		}
		if (queue.state !== "live") break;
		// None waits, so all that was offered has been sent or was not wanted.
		if (queue.upTo > position) position = queue.upTo;
		if (Date.now() >= dueAt) {
			yield alone({ kind: "heartbeat", cursor: logCursor(position, key), at: new Date() });
			dueAt = Date.now() + heartbeatMs;
		} else await queue.wait(dueAt - Date.now(), signal);
	}
	return position;
}

const messageOf = (change: LoggedChange, key: string): ChangeMessage => ({
	kind: "change",
	cursor: logCursor(change.position, key),
	change,
});

function* chunksOf(changes: readonly LoggedChange[], key: string): Generator<MessageChunk<ChangeMessage>> {
	const reads = { now: new Date(), loaders: new Map() };
	for (let start = 0; start < changes.length; start += CHUNK)
		yield { ...reads, messages: changes.slice(start, start + CHUNK).map((change) => messageOf(change, key)) };
}

const alone = (message: ChangeMessage): MessageChunk<ChangeMessage> => ({
	now: new Date(),
	loaders: new Map(),
	messages: [message],
});
