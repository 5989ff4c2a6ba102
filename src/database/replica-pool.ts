import type pg from "pg";
import { SharingPool } from "./sharing-pool.js";

/** What an error of a statement on a replica says. */
export type ReplicaFault =
	/** The replica is not there, or not to be used: nothing more is asked of it for now. */
	| "gone"
	/** This one statement could not be answered there: it wrote, or what it read was replayed away under it. */
	| "refused"
	/** It would have failed anywhere. */
	| "own";

/** SQLSTATEs: connection exceptions, too many connections, shutting down or starting. */
const GONE = /^(08...|53300|57P0[1-5])$/;
/** Conflict with recovery, and a statement that writes. */
const REFUSED = /^(40001|25006)$/;

/** Whose fault it is that a statement failed on a replica. What has no SQLSTATE happened on the way. */
export function faultOf(error: unknown): ReplicaFault {
	const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
	if (REFUSED.test(code)) return "refused";
	return GONE.test(code) || !/^[0-9A-Z]{5}$/.test(code) ? "gone" : "own";
}

/**
 * Connections to a replica. Whatever it cannot answer, the primary does: only reads are asked here, and a read may be asked twice. `onGone` is told when
 * it seems to be away; while `isUp` says no, everything goes to the primary at once.
 */
export class ReplicaPool extends SharingPool {
	readonly #primary: pg.Pool;
	readonly #isUp: () => boolean;
	readonly #onGone: (error: unknown) => void;

	constructor(
		options: pg.PoolConfig,
		{ primary, isUp, onGone }: { primary: pg.Pool; isUp: () => boolean; onGone: (error: unknown) => void },
	) {
		super(options);
		this.#primary = primary;
		this.#isUp = isUp;
		this.#onGone = onGone;
	}

	// biome-ignore lint/suspicious/noExplicitAny: the overloads are those of `pg`, and pass through; callbacks are not used.
	override query(...input: any[]): any {
		return this.#ask(input);
	}

	async #ask(input: unknown[]): Promise<unknown> {
		if (!this.#isUp()) return Reflect.apply(this.#primary.query, this.#primary, input);
		try {
			return await Reflect.apply(super.query, this, input);
		} catch (error) {
			const fault = faultOf(error);
			if (fault === "own") throw error;
			if (fault === "gone") this.#onGone(error);
			return Reflect.apply(this.#primary.query, this.#primary, input);
		}
	}
}
