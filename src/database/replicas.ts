import { createHash } from "node:crypto";
import pg from "pg";
import { surviveLostConnections } from "./lost-connections.js";
import { RecentWriters } from "./recent-writers.js";
import { addMark, parsePlace, replicaAge, type WrittenMark } from "./replay.js";
import { ReplicaPool } from "./replica-pool.js";

/** Between two looks at how far primary and replicas are: a client that has written reads from the primary at least until the next. */
const LOOK_MS = 250;
/** A replica that does not say in this time how far it is counts as gone. */
const LOOK_TIMEOUT_MS = 2_000;
/** For so long nothing is asked of a replica that has failed: an operation that went over to the primary in its middle is done by then. */
const REST_MS = 1_000;
/** Marks kept: a minute's looks one by one, and far more than a day's with ever less detail. */
const MAX_MARKS = 256;

export interface ReplicasOptions {
	/** How the pools of this process reach a server, but for its address. */
	connection: pg.PoolConfig;
	/** Where the replicas are, each with the settings that a session starts with. */
	urls: readonly string[];
	/** The primary itself, for looks on a connection of their own. */
	primaryUrl: string;
	/** The primary, which answers what a replica cannot. */
	primary: pg.Pool;
	/** Milliseconds that a replica may lag behind and still be asked. */
	maxLagMs: number;
	/** Is told when a replica goes, or comes back. */
	onChange: (change: { replica: string; isUsable: boolean; reason: string }) => void;
}

/** How a replica is. */
export interface ReplicaState {
	/** `host:port/database` */
	place: string;
	/** Whether reads go there. */
	isUsable: boolean;
	/** See `ReplicaAge`. */
	lagMs: number;
}

/** One replica: where reads may go. */
export class Replica {
	readonly place: string;
	readonly pool: ReplicaPool;
	readonly #looks: pg.Pool;
	readonly #options: ReplicasOptions;
	#replayed: bigint | null = null;
	#restsUntil = 0;
	#reason = "it was not asked yet";

	constructor(url: string, options: ReplicasOptions) {
		const { host, port, database } = new pg.Client(url);
		this.place = `${host.startsWith("/") ? host : `${host}:${port}`}/${database}`;
		this.#options = options;
		const connection = { ...options.connection, connectionString: url, connectionTimeoutMillis: LOOK_TIMEOUT_MS };
		this.pool = new ReplicaPool(connection, {
			primary: options.primary,
			isUp: () => this.#replayed !== null,
			onGone: (error) => this.#fail(error),
		});
		this.#looks = lookingPool(url);
		surviveLostConnections(this.pool);
	}

	/** How far it has come, measured by the primary's marks; null where it is not to be asked. */
	freshAsOf(marks: readonly WrittenMark[]): number | null {
		if (this.#replayed === null) return null;
		const { freshAsOf, lagMs } = replicaAge(marks, this.#replayed, performance.now());
		return lagMs <= this.#options.maxLagMs ? freshAsOf : null;
	}

	state(marks: readonly WrittenMark[]): ReplicaState {
		const lagMs =
			this.#replayed === null ? Number.POSITIVE_INFINITY : replicaAge(marks, this.#replayed, performance.now()).lagMs;
		return { place: this.place, isUsable: this.freshAsOf(marks) !== null, lagMs };
	}

	/** Asks it how far it is. */
	async look(): Promise<void> {
		try {
			const { rows } = await this.#looks.query<{ lsn: string | null }>(
				"select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as lsn",
			);
			const lsn = rows[0]?.lsn;
			if (!lsn) throw new Error("it is no replica, or not one any more");
			if (performance.now() < this.#restsUntil) return;
			if (this.#replayed === null)
				this.#options.onChange({ replica: this.place, isUsable: true, reason: "it answers" });
			this.#replayed = parsePlace(lsn);
		} catch (error) {
			this.#fail(error);
		}
	}

	async close(): Promise<void> {
		await Promise.all([this.pool.end(), this.#looks.end()]);
	}

	#fail(error: unknown): void {
		const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, " ") : String(error);
		const isNews = this.#replayed !== null || reason !== this.#reason;
		this.#replayed = null;
		this.#reason = reason;
		this.#restsUntil = performance.now() + REST_MS;
		if (isNews) this.#options.onChange({ replica: this.place, isUsable: false, reason });
	}
}

/**
 * The replicas of a server, and which of them may answer whom. A client always gets the same replica as long as it can be asked, so what he sees goes
 * forward; and none that has not replayed what he has written.
 */
export class Replicas {
	readonly all: readonly Replica[];
	readonly #writers = new RecentWriters();
	readonly #primary: pg.Pool;
	readonly #looking: NodeJS.Timeout;
	#marks: readonly WrittenMark[] = [];
	#isLooking = false;

	constructor(options: ReplicasOptions) {
		this.all = options.urls.map((url) => new Replica(url, options));
		this.#primary = lookingPool(options.primaryUrl);
		this.#looking = setInterval(() => void this.look(), LOOK_MS);
		this.#looking.unref();
	}

	/**
	 * The replica that answers a client's reads; null where the primary has to.
	 * @param client whose reads they are, as limits count clients.
	 */
	choose(client: string): Replica | null {
		const mustSee = this.#writers.mustSee(client);
		let best: { replica: Replica; weight: string } | null = null;
		for (const replica of this.all) {
			const freshAsOf = replica.freshAsOf(this.#marks);
			if (freshAsOf === null || freshAsOf < mustSee) continue;
			// Highest random weight (Thaler and Ravishankar 1998): when one goes, only its clients move.
			const weight = createHash("sha256").update(`${replica.place} ${client}`).digest("hex");
			if (!best || weight > best.weight) best = { replica, weight };
		}
		return best?.replica ?? null;
	}

	/** Notes that a client has just written, or was told what was written, and must be shown it from now on. `forMs`: it may still be going on for so long. */
	noteWrite(client: string, forMs = 0): void {
		this.#writers.note(client, performance.now() + forMs);
	}

	states(): ReplicaState[] {
		return this.all.map((replica) => replica.state(this.#marks));
	}

	/** Asks primary and replicas how far they are, as is done four times a second. */
	async look(): Promise<void> {
		if (this.#isLooking) return;
		this.#isLooking = true;
		await Promise.all([this.#lookAtPrimary(), ...this.all.map((replica) => replica.look())]);
		this.#isLooking = false;
		const fresh = this.all.map((replica) => replica.freshAsOf(this.#marks));
		if (fresh.every((at) => at !== null)) this.#writers.forgetBefore(Math.min(...fresh));
	}

	async close(): Promise<void> {
		clearInterval(this.#looking);
		await Promise.all([this.#primary.end(), ...this.all.map((replica) => replica.close())]);
	}

	/** While it is away nothing is written, and what replicas have is what there is. */
	async #lookAtPrimary(): Promise<void> {
		const at = performance.now();
		try {
			const { rows } = await this.#primary.query<{ lsn: string }>("select pg_current_wal_insert_lsn()::text as lsn");
			if (rows[0]) this.#marks = addMark(this.#marks, { at, place: parsePlace(rows[0].lsn) }, MAX_MARKS);
		} catch {}
	}
}

/** One connection for looks, which must not wait behind what is asked. */
function lookingPool(url: string): pg.Pool {
	const pool = new pg.Pool({
		connectionString: url,
		application_name: "antecedent looks",
		max: 1,
		connectionTimeoutMillis: LOOK_TIMEOUT_MS,
		query_timeout: LOOK_TIMEOUT_MS,
		idleTimeoutMillis: 0,
		keepAlive: true,
	});
	surviveLostConnections(pool);
	return pool;
}
