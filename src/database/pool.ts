import type pg from "pg";
import type { Exclusively } from "./exclusively.js";
import type { Listen } from "./notifications.js";
import type { Replicas, ReplicasOptions } from "./replicas.js";

export interface PoolOptions {
	/** Connections to a server at most; embedded there is always one. */
	poolSize: number;
	/** Milliseconds to wait for a free connection, or for the server to accept one. */
	connectTimeoutMs: number;
	/** Milliseconds one statement may take; 0 for no limit. */
	statementTimeoutMs: number;
	/** Where the server itself is, when the pool's connections lead to a pooler that hands out the server's by transaction; null or absent where they do not. */
	directUrl?: string | null;
	/** Whether a server keeps statements prepared; default yes. A pooler must know of it. */
	preparedStatements?: boolean;
}

/** A pool of connections and what stands behind it. */
export interface OpenPool {
	pool: pg.Pool;
	/** Connections to the server itself, for what changes its schema: `pool`, or what goes around a pooler. */
	direct: pg.Pool;
	/** For people: what is not as it should be, though it works. One sentence each. */
	warnings: readonly string[];
	kind: "pglite" | "postgresql";
	/** For people, without secrets. */
	description: string;
	listen: Listen;
	exclusively: Exclusively;
	/** Opens replicas of the server, whose reads the pool answers where they cannot; null where there can be none. */
	openReplicas: ((options: Pick<ReplicasOptions, "urls" | "maxLagMs" | "onChange">) => Replicas) | null;
	/** Holds embedded statements, and waits for a server's connections, to their limits from now on: before, migrations take as long as they need, and a start is busy. */
	applyLimits(): void;
	/** Closes what stands behind the pool. Close the pool first. */
	close(): Promise<void>;
}

/** Time for running statements to end when a pool is closed. */
const CLOSE_GRACE_MS = 5_000;

/** Closes the pool, then what stands behind it; does not wait for ever for clients that nobody gives back. */
export async function closePool(opened: OpenPool): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const grace = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, CLOSE_GRACE_MS);
	});
	await Promise.race([opened.pool.end(), grace]);
	clearTimeout(timer);
	await opened.close();
}
