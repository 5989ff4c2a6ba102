import pg from "pg";
import { exclusivelyOnServer } from "./exclusively.js";
import { surviveLostConnections } from "./lost-connections.js";
import { listenToServer } from "./notifications.js";
import { DatabaseOpenError } from "./open-error.js";
import type { OpenPool, PoolOptions } from "./pool.js";
import { Replicas } from "./replicas.js";
import { SharingPool } from "./sharing-pool.js";
import { VALUE_TYPES } from "./value-types.js";

/** The oldest server this is tested with. */
const MIN_MAJOR = 15;

/** A transaction that its process has forgotten holds its locks no longer than this. */
const IDLE_TRANSACTION_MS = 60_000;

/** Milliseconds that a connection may take while the service starts: the thread that waits for it is busy loading the service. */
const START_CONNECT_MS = 20_000;

/**
 * Connects to a Postgres server and checks that it can serve; throws `DatabaseOpenError` if not. With `directUrl`, `url` is a pooler's: what needs a
 * session of its own (listening, turns, migrations) goes around it.
 */
export async function openServer(url: string, options: PoolOptions): Promise<OpenPool> {
	const { directUrl = null, preparedStatements = true } = options;
	const settings = sessionSettings(options);
	const common = {
		connectionTimeoutMillis: Math.max(options.connectTimeoutMs, START_CONNECT_MS),
		application_name: "antecedent",
		types: VALUE_TYPES,
		keepAlive: true,
	};
	const session = { ...common, connectionString: withSettings(directUrl ?? url, settings) };
	const connection = {
		...common,
		max: options.poolSize,
		// What is sent without waiting for an answer goes out at once: ingest writes an article in a few round trips.
		pipeline: true,
		...(preparedStatements ? {} : { Client: UnpreparedClient }),
	};
	const pool = new SharingPool({
		...connection,
		connectionString: directUrl === null ? session.connectionString : url,
	});
	surviveLostConnections(pool);
	const direct = directUrl === null ? pool : new pg.Pool({ ...session, max: 1 });
	if (direct !== pool) surviveLostConnections(direct);
	const place = placeOf(url);
	let warnings: string[] = [];
	try {
		await at(placeOf(directUrl ?? url), check(direct));
		if (direct !== pool) warnings = await at(place, checkPooled(pool, settings));
	} catch (error) {
		await Promise.all([pool.end(), direct === pool ? null : direct.end()]);
		throw error;
	}
	return {
		pool,
		direct,
		warnings,
		kind: "postgresql",
		description: `postgresql at ${place}`,
		listen: listenToServer(session),
		exclusively: exclusivelyOnServer(session),
		openReplicas: ({ urls, ...others }) =>
			new Replicas({
				...others,
				connection,
				urls: urls.map((replica) => withSettings(replica, settings)),
				primaryUrl: session.connectionString,
				primary: pool,
			}),
		applyLimits: () => {
			pool.options.connectionTimeoutMillis = options.connectTimeoutMs;
		},
		close: async () => {
			if (direct !== pool) await direct.end();
		},
	};
}

/** For people: `host:port/database`, without secrets. */
function placeOf(url: string): string {
	const { host, port, database } = new pg.Client(url);
	return `${host.startsWith("/") ? host : `${host}:${port}`}/${database}`;
}

/** What went wrong, with the place where it did. */
async function at<Result>(place: string, checking: Promise<Result>): Promise<Result> {
	try {
		return await checking;
	} catch (error) {
		throw new DatabaseOpenError(`Cannot use the database at ${place}: ${reasonOf(error)}`, { cause: error });
	}
}

/** Leaves statements without the names under which a server would keep them: the next transaction may be another session's. */
class UnpreparedClient extends pg.Client {
	// biome-ignore lint/suspicious/noExplicitAny: the overloads are those of `pg`, and pass through.
	override query(...input: any[]): any {
		const [config] = input;
		if (typeof config === "object" && config !== null && "name" in config && !("submit" in config))
			input[0] = { ...config, name: undefined };
		return Reflect.apply(super.query, this, input);
	}
}

/**
 * Settings of every session. Pages come from memory or flash, so a random one costs little more than the next (measured: the chain query
 * 2.8 → 1.2 ms); compiling costs more than these queries take.
 */
const sessionSettings = ({ statementTimeoutMs }: PoolOptions): Readonly<Record<string, string | number>> => ({
	TimeZone: "UTC",
	statement_timeout: statementTimeoutMs,
	idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
	random_page_cost: 1.1,
	jit: "off",
});

/** Settings that a session starts with, ahead of those in the URL, which win. */
function withSettings(url: string, settings: Readonly<Record<string, string | number>>): string {
	const parsed = new URL(url);
	const ours = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
	parsed.searchParams.set("options", [...ours, parsed.searchParams.get("options") ?? ""].join(" ").trim());
	return parsed.href;
}

/**
 * A pooler's sessions begin without our settings: they have those of their role. Times are read wrongly where they are not told in UTC, so that is refused;
 * the others are a matter of speed and of limits.
 * @returns warnings.
 */
async function checkPooled(pool: pg.Pool, settings: Readonly<Record<string, string | number>>): Promise<string[]> {
	const { rows } = await pool.query<{ name: string; value: string; user: string; database: string }>(
		`select name, case when unit = 'ms' then setting else current_setting(name) end as value, current_user as user, current_database() as database
		from pg_settings where name = any($1::text[])`,
		[Object.keys(settings)],
	);
	const other = rows.filter(({ name, value }) => value !== String(settings[name]));
	if (other.length === 0) return [];
	const alter = other.map(
		({ name, user, database }) => `alter role "${user}" in database "${database}" set ${name} = '${settings[name]}';`,
	);
	const told = `behind a pooler its sessions need these settings from their role, and a restart of the pooler: ${alter.join(" ")}`;
	if (other.some(({ name }) => name === "TimeZone")) throw new Error(told);
	return [told];
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
