import pg from "pg";
import { exclusivelyOnServer } from "./exclusively.js";
import { listenToServer } from "./notifications.js";
import { DatabaseOpenError } from "./open-error.js";
import { type OpenPool, type PoolOptions, surviveLostConnections } from "./pool.js";

/** The oldest server this is tested with. */
const MIN_MAJOR = 15;

/** A transaction that its process has forgotten holds its locks no longer than this. */
const IDLE_TRANSACTION_MS = 60_000;

/** Connects to a Postgres server and checks that it can serve; throws `DatabaseOpenError` if not. */
export async function openServer(url: string, options: PoolOptions): Promise<OpenPool> {
	const { host, port, database } = new pg.Client(url);
	const place = `${host.startsWith("/") ? host : `${host}:${port}`}/${database}`;
	const connection = {
		connectionString: withSettings(url, options),
		connectionTimeoutMillis: options.connectTimeoutMs,
		application_name: "antecedent",
		keepAlive: true,
	};
	const pool = new pg.Pool({
		...connection,
		max: options.poolSize,
		// What is sent without waiting for an answer goes out at once: ingest writes an article in a few round trips.
		pipeline: true,
	});
	surviveLostConnections(pool);
	try {
		await check(pool);
	} catch (error) {
		await pool.end();
		throw new DatabaseOpenError(`Cannot use the database at ${place}: ${reasonOf(error)}`, { cause: error });
	}
	return {
		pool,
		kind: "postgresql",
		description: `postgresql at ${place}`,
		listen: listenToServer(connection),
		exclusively: exclusivelyOnServer(connection),
		limitStatements: () => {},
		close: async () => {},
	};
}

/**
 * Settings of every session, ahead of those in the URL, which win. Session start-up is the one place that also holds
 * behind a pooler. Pages come from memory or flash, so a random one costs little more than the next (measured: the
 * chain query 2.8 → 1.2 ms); compiling costs more than these queries take.
 */
function withSettings(url: string, options: PoolOptions): string {
	const parsed = new URL(url);
	const settings = {
		TimeZone: "UTC",
		statement_timeout: options.statementTimeoutMs,
		idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
		random_page_cost: 1.1,
		jit: "off",
	};
	const ours = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
	parsed.searchParams.set("options", [...ours, parsed.searchParams.get("options") ?? ""].join(" ").trim());
	return parsed.href;
}

async function check(pool: pg.Pool): Promise<void> {
	const answer = await pool.query<{ version: number; encoding: string; recovering: boolean }>(
		`select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding, pg_is_in_recovery() as recovering`,
	);
	const found = answer.rows[0];
	if (found === undefined) throw new Error("it does not answer");
	const major = Math.floor(found.version / 10_000);
	if (major < MIN_MAJOR) throw new Error(`it is PostgreSQL ${major}, and ${MIN_MAJOR} or later is needed`);
	if (found.encoding !== "UTF8") throw new Error(`its encoding is ${found.encoding}, and UTF8 is needed`);
	if (found.recovering) throw new Error("it is a read-only replica");
}

/** One line. A host with several addresses fails with one error for each, of which the first is told. */
function reasonOf(error: unknown): string {
	const first = error instanceof AggregateError ? error.errors[0] : error;
	const message = first instanceof Error ? first.message : String(first);
	return message.replaceAll(/\s+/g, " ");
}
