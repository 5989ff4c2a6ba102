/** Clients remembered at most. */
const MOST = 50_000;

/**
 * Who has written lately, and when: whoever has must see it when he reads next. Instants are those of `performance.now()`. Memory is bounded: where there
 * are too many, all others are taken to have written when the earliest of these had.
 */
export class RecentWriters {
	readonly #wroteAt = new Map<string, number>();
	readonly #most: number;
	#floor = Number.NEGATIVE_INFINITY;

	constructor(most: number = MOST) {
		this.#most = most;
	}

	/** Notes that a client has seen what was written up to `at`. */
	note(client: string, at: number): void {
		const known = this.#wroteAt.get(client) ?? Number.NEGATIVE_INFINITY;
		// Last in the order of insertion: the first is who has been quiet for longest.
		this.#wroteAt.delete(client);
		this.#wroteAt.set(client, Math.max(known, at));
		if (this.#wroteAt.size <= this.#most) return;
		for (const [quiet, wroteAt] of this.#wroteAt) {
			this.#wroteAt.delete(quiet);
			this.#floor = Math.max(this.#floor, wroteAt);
			break;
		}
	}

	/** What a client must be shown: all that was committed before this instant. */
	mustSee(client: string): number {
		return Math.max(this.#floor, this.#wroteAt.get(client) ?? Number.NEGATIVE_INFINITY);
	}

	/** Forgets those who see what they must wherever they read. */
	forgetBefore(at: number): void {
		for (const [client, wroteAt] of this.#wroteAt) if (wroteAt <= at) this.#wroteAt.delete(client);
	}

	get size(): number {
		return this.#wroteAt.size;
	}
}
