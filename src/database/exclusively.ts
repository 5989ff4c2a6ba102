import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/**
 * Does `work` while no other process on the same database does anything under this key (any integer below 2^53); waits for its turn until `signal`
 * aborts, and then rejects with its reason. Whoever loses the connection to the database during its work loses its turn: do under it what may be
 * begun again.
 */
export type Exclusively = <Result>(key: number, signal: AbortSignal, work: () => Promise<Result>) => Promise<Result>;

/** Between two looks whether it is one's turn. */
const LOOK_MS = 250;

/** The embedded database has one process. */
export const exclusivelyAlone: Exclusively = (_key, _signal, work) => work();

/**
 * By an advisory lock of a session, on a connection of its own: it goes with the process that holds it, however that ends. It asks again and again
 * instead of waiting inside a statement, which has a time limit.
 */
export function exclusivelyOnServer(options: pg.ClientConfig): Exclusively {
	return async (key, signal, work) => {
		const client = new pg.Client(options);
		client.on("error", () => {});
		await client.connect();
		try {
			while (!(await tryLock(client, key))) await pause(LOOK_MS, undefined, { signal });
			return await work();
		} catch (error) {
			throw signal.aborted ? signal.reason : error;
		} finally {
			await client.end().catch(() => {});
		}
	};
}

async function tryLock(client: pg.Client, key: number): Promise<boolean> {
	const { rows } = await client.query<{ has: boolean }>("select pg_try_advisory_lock($1::bigint) as has", [key]);
	return rows[0]?.has ?? false;
}
