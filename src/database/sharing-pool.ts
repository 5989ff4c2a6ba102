import pg from "pg";
import { evenParts, inTurn } from "../in-turn.js";

declare module "pg" {
	interface QueryConfig {
		/** It has a name, only reads, and waits for no lock: it may go out on one connection with others. See `SharingPool`. */
		shares?: boolean;
	}
}

/** They are answered one after the other, where on connections of their own they would run side by side. */
const MAX_TOGETHER = 6;

/** Milliseconds: one that takes longer, on the average of the last, holds up no others. A busy process sees its answers some milliseconds late. */
const SLOW_MS = 20;

/** Part of the average that the last one makes. */
const NEWEST = 1 / 8;

interface Waiting {
	statement: pg.QueryConfig & { name: string };
	resolve(result: pg.QueryResult): void;
	reject(error: unknown): void;
}

/**
 * Connections on which short reads go out together. To wake a session of the server for each statement, and to be woken by its answer, costs both sides more than
 * to execute most of them: an article by its id took a third less of the processor when six were sent on one connection. Those of one turn of the loop
 * that say so (`shares`) are sent one behind the other, without a wait between; each is answered, or fails, by itself.
 */
export class SharingPool extends pg.Pool {
	/** Milliseconds that statements took of late, by name. */
	readonly #means = new Map<string, number>();
	readonly #share = inTurn<Waiting>((all) => {
		for (const some of evenParts(all, MAX_TOGETHER)) void this.#send(some);
	});

	// biome-ignore lint/suspicious/noExplicitAny: the overloads are those of `pg`, and pass through; callbacks are not used.
	override query(...input: any[]): any {
		const [statement] = input as [pg.QueryConfig | string];
		if (typeof statement === "string" || !statement.shares || !statement.name)
			return Reflect.apply(super.query, this, input);
		return new Promise<pg.QueryResult>((resolve, reject) => {
			const one = { statement: statement as Waiting["statement"], resolve, reject };
			// Of what is asked for the first time it is not known how long it takes.
			if ((this.#means.get(one.statement.name) ?? SLOW_MS) < SLOW_MS) this.#share(one);
			else void this.#send([one]);
		});
	}

	async #send(some: readonly Waiting[]): Promise<void> {
		let client: pg.PoolClient;
		try {
			client = await this.connect();
		} catch (error) {
			for (const { reject } of some) reject(error);
			return;
		}
		let before = performance.now();
		let fault: Error | undefined;
		const answered = async ({ statement, resolve, reject }: Waiting) => {
			try {
				resolve(await client.query(statement));
			} catch (error) {
				fault = error as Error;
				reject(error);
			}
			const now = performance.now();
			this.#note(statement.name, now - before);
			before = now;
		};
		await Promise.all(some.map(answered));
		// As the pool itself does it: a connection on which something went wrong is not used again.
		client.release(fault);
	}

	#note(name: string, ms: number): void {
		const mean = this.#means.get(name) ?? ms;
		this.#means.set(name, mean + NEWEST * (ms - mean));
	}
}
