import type { Loader } from "../batch.js";
import { type ChangeFilter, changeMatcher, type LoggedChange } from "./change-filter.js";

/** What one message may read, shared by all who are sent it: an object is read once for all subscribers of the process. */
export interface SharedReads {
	/** The instant of the reading. */
	now: Date;
	loaders: Map<string, Loader<unknown>>;
}

/** A stretch of the log as the tail read it, for all subscribers at once. */
export interface ChangeBatch {
	changes: readonly LoggedChange[];
	/** All changes up to here were looked at. */
	upTo: bigint;
	/** Entities that the changes concern, as far as a subscriber asks for them. */
	entities: ReadonlyMap<bigint, readonly string[]>;
	reads: SharedReads;
}

/** Changes of one batch that a subscriber is to be sent. */
export interface TakenChanges {
	changes: LoggedChange[];
	reads: SharedReads;
}

/**
 * live: gets what is new. behind: had more than it may hold, gets no more, and has to read the log for itself. cut: was behind and took nothing
 * for too long.
 */
export type QueueState = "live" | "behind" | "cut";

/** What is new and one subscriber has not taken yet. Never holds more than its limit, and a batch while it is offered. */
export class LiveQueue {
	readonly filter: ChangeFilter;
	readonly #matches: ReturnType<typeof changeMatcher>;
	readonly #limit: number;
	readonly #stalledMs: number;
	#waiting: { batch: ChangeBatch; change: LoggedChange }[] = [];
	#state: QueueState = "live";
	#joinedAt = 0n;
	#upTo = 0n;
	#wake: () => void = () => {};
	#stalled: NodeJS.Timeout | undefined;

	constructor(filter: ChangeFilter, limit: number, stalledMs: number) {
		this.filter = filter;
		this.#matches = changeMatcher(filter);
		this.#limit = limit;
		this.#stalledMs = stalledMs;
	}

	get state(): QueueState {
		return this.#state;
	}

	/** Everything that follows this position is offered. */
	get joinedAt(): bigint {
		return this.#joinedAt;
	}

	/** All changes up to here were offered. */
	get upTo(): bigint {
		return this.#upTo;
	}

	get size(): number {
		return this.#waiting.length;
	}

	/** Begins to be offered what follows a position. */
	join(position: bigint): void {
		this.#joinedAt = position;
		this.#upTo = position;
	}

	offer(batch: ChangeBatch): void {
		if (this.#state !== "live") return;
		for (const change of batch.changes) {
			if (this.#matches(change, batch.entities)) this.#waiting.push({ batch, change });
		}
		if (this.#waiting.length > this.#limit) this.fallBehind();
		if (this.#state !== "live") return;
		this.#upTo = batch.upTo;
		if (this.#waiting.length > 0) this.#wake();
	}

	/** Forgets what waits: it stands in the log. */
	fallBehind(): void {
		if (this.#state !== "live") return;
		this.#state = "behind";
		this.#waiting = [];
		this.#stalled = setTimeout(() => {
			this.#state = "cut";
		}, this.#stalledMs);
		this.#stalled.unref();
		this.#wake();
	}

	/** The next changes after a position, of one batch and at most `most`; null where none waits. */
	take(after: bigint, most: number): TakenChanges | null {
		let first = 0;
		while (first < this.#waiting.length && (this.#waiting[first]?.change.position ?? 0n) <= after) first++;
		const batch = this.#waiting[first]?.batch;
		let end = first;
		while (end < this.#waiting.length && end - first < most && this.#waiting[end]?.batch === batch) end++;
		const taken = this.#waiting.splice(0, end).slice(first);
		return batch ? { changes: taken.map(({ change }) => change), reads: batch.reads } : null;
	}

	/** Waits until something is to be taken, the state changes, or the time is over. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void> {
		if (this.#waiting.length > 0 || this.#state !== "live" || signal.aborted) return Promise.resolve();
		return new Promise((resolve) => {
			const done = () => {
				clearTimeout(timer);
				signal.removeEventListener("abort", done);
				this.#wake = () => {};
				resolve();
			};
			const timer = setTimeout(done, milliseconds);
			signal.addEventListener("abort", done);
			this.#wake = done;
		});
	}

	/** The subscriber takes no more from it. */
	leave(): void {
		clearTimeout(this.#stalled);
		this.#waiting = [];
	}
}
