import { CHANGE_CHANNEL } from "../change-log.js";
import type { Database } from "../db.js";
import type { Logger } from "../log.js";
import { ALL_CHANGES, type ChangeFilter } from "./change-filter.js";
import { LiveQueue } from "./live-queue.js";
import { readChanges, readEntities, readLogKey, readLogState } from "./read-changes.js";

export interface LogTailOptions {
	db: Pick<Database, "pool" | "listen">;
	log: Logger;
	/** Subscriptions of this process at most. */
	maxSubscriptions: number;
	/** Changes that wait for one subscriber at most. */
	queueLimit?: number;
	/** Milliseconds that a subscriber whose queue ran over may take nothing before it is cut off. */
	stalledMs?: number;
	/** Milliseconds between two looks at the log while no notifications arrive. */
	pollMs?: number;
}

/** A place among the subscriptions of this process. */
export interface Admission {
	/** Aborts when the subscription is to end: the process closes. */
	signal: AbortSignal;
	leave(): void;
}

const DEFAULTS = { queueLimit: 256, stalledMs: 10_000, pollMs: 1_000 };

/** Looks at the log while notifications arrive: one may be lost on its way. */
const LISTENING_POLL_MS = 10_000;

/** Rows that one statement reads: less than a queue holds, so that a burst makes nobody fall behind by itself. */
const BATCH = 100;

/** Milliseconds that subscriptions are given to say goodbye when the process closes. */
const GOODBYE_MS = 1_000;

/**
 * Reads the end of the change log, once for all subscribers of the process, in order, and offers each what it wants. It reads only while there
 * are subscribers. A notification of Postgres is a hint to read; the log is what is read.
 */
export class LogTail {
	readonly #options: Required<LogTailOptions>;
	readonly #queues = new Set<LiveQueue>();
	readonly #joining = new Map<LiveQueue, () => void>();
	readonly #admitted = new Set<AbortController>();
	#listening: ReturnType<Database["listen"]> | null = null;
	#running: Promise<void> | null = null;
	#wake: () => void = () => {};
	#isWoken = false;
	#closed = false;
	#key: Promise<string> | null = null;

	constructor(options: LogTailOptions) {
		this.#options = { ...DEFAULTS, ...options };
	}

	/** Subscriptions of this process now, and of these, how many are offered what is new. */
	get counts(): { subscriptions: number; live: number } {
		return { subscriptions: this.#admitted.size, live: this.#queues.size + this.#joining.size };
	}

	get maxSubscriptions(): number {
		return this.#options.maxSubscriptions;
	}

	/** The key that signs the log's cursors; read once. */
	key(): Promise<string> {
		this.#key ??= readLogKey(this.#options.db.pool).catch((error) => {
			this.#key = null;
			throw error;
		});
		return this.#key;
	}

	/** A place for one more subscription; null where all are taken, or the process closes. */
	admit(): Admission | null {
		if (this.#closed || this.#admitted.size >= this.#options.maxSubscriptions) return null;
		const controller = new AbortController();
		this.#admitted.add(controller);
		return { signal: controller.signal, leave: () => void this.#admitted.delete(controller) };
	}

	/** A queue that is offered everything wanted that follows its `joinedAt`. Give it back with `detach`. */
	async attach(filter: ChangeFilter, signal: AbortSignal): Promise<LiveQueue> {
		const queue = new LiveQueue(filter, this.#options.queueLimit, this.#options.stalledMs);
		await new Promise<void>((resolve) => {
			const joined = () => {
				signal.removeEventListener("abort", joined);
				resolve();
			};
			this.#joining.set(queue, joined);
			signal.addEventListener("abort", joined);
			if (signal.aborted || this.#closed) joined();
			this.#listening ??= this.#options.db.listen(CHANGE_CHANNEL, () => this.#look());
			this.#running ??= this.#run();
			this.#look();
		});
		return queue;
	}

	detach(queue: LiveQueue): void {
		queue.leave();
		this.#joining.delete(queue);
		this.#queues.delete(queue);
	}

	/** Ends all subscriptions in order, and reads no more. */
	async close(): Promise<void> {
		this.#closed = true;
		for (const controller of this.#admitted) controller.abort();
		this.#look();
		const until = Date.now() + GOODBYE_MS;
		while (this.#admitted.size > 0 && Date.now() < until) await pause(10);
		// A database that does not answer holds up nobody who closes.
		await Promise.race([this.#running, pause(GOODBYE_MS)]);
		await this.#listening?.close();
	}

	#look(): void {
		this.#isWoken = true;
		this.#wake();
	}

	async #run(): Promise<void> {
		const { db, log, pollMs } = this.#options;
		let position: bigint | null = null;
		let isFailing = false;
		while (!this.#closed && this.#queues.size + this.#joining.size > 0) {
			try {
				position ??= (await readLogState(db.pool)).head;
				this.#letIn(position);
				this.#isWoken = false;
				const next: bigint = await this.#readOn(position);
				const isAtEnd = next - position < BATCH;
				position = next;
				isFailing = false;
				if (isAtEnd && !this.#isWoken) await this.#rest(this.#listening?.isUp() ? LISTENING_POLL_MS : pollMs);
				// Those who were just offered something come first.
				else await new Promise(setImmediate);
			} catch (error) {
				if (!isFailing) log.warn({ err: error }, "the change log cannot be read; subscribers wait");
				isFailing = true;
				await this.#rest(pollMs);
			}
		}
		this.#running = null;
	}

	/** Between two readings, so that what a queue is offered begins at a position that it knows. */
	#letIn(position: bigint): void {
		for (const [queue, joined] of this.#joining) {
			queue.join(position);
			this.#queues.add(queue);
			joined();
		}
		this.#joining.clear();
	}

	/** @returns the position up to which the log was read. */
	async #readOn(position: bigint): Promise<bigint> {
		const { pool } = this.#options.db;
		const page = await readChanges(pool, position, ALL_CHANGES, BATCH);
		if (page.prunedTo > position || page.head < position) {
			// The process slept for longer than the log goes back, or the archive is an older one: each subscriber finds out for itself.
			for (const queue of this.#queues) queue.fallBehind();
			return page.head;
		}
		const { changes, upTo } = page;
		if (changes.length === 0) {
			this.#offer({ changes, upTo, entities: new Map(), reads: { now: new Date(), loaders: new Map() } });
			return upTo;
		}
		const entityIds = new Set([...this.#queues].flatMap(({ filter }) => filter.entityIds ?? []));
		const entities = entityIds.size === 0 ? new Map() : await readEntities(pool, position, upTo, [...entityIds]);
		this.#offer({ changes, upTo, entities, reads: { now: new Date(), loaders: new Map() } });
		return upTo;
	}

	#offer(batch: Parameters<LiveQueue["offer"]>[0]): void {
		for (const queue of this.#queues) {
			queue.offer(batch);
			if (queue.state !== "live") this.#queues.delete(queue);
		}
	}

	async #rest(milliseconds: number): Promise<void> {
		if (this.#closed) return;
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, milliseconds);
			this.#wake = () => {
				clearTimeout(timer);
				resolve();
			};
		});
		this.#wake = () => {};
	}
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
