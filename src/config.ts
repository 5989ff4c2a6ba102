import packageJson from "../package.json" with { type: "json" };
import { type ConfiguredToken, hashToken, isToken, isTokenName } from "./access/access-token.js";
import { readTrusted } from "./access/client-address.js";
import { ROLES } from "./access/role.js";
import { DEFAULT_DATABASE_URL, parseDatabaseUrl } from "./database/database-url.js";
import type { PoolOptions } from "./database/pool.js";
import { parseUrl } from "./parse-url.js";
import { DEFAULT_POOL_SIZE, PROCESS_ROLES, type ProcessRole } from "./process-role.js";

export const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every setting of a process, read once when it starts. */
export interface Config {
	/**
	 * ROLE: what this process does: `api` answers, `worker` polls, reads and computes, `all` does both. Default all. Any number of each share one
	 * Postgres; the embedded database belongs to one process, which has to do all. `npm start -- --role worker` says the same.
	 */
	role: ProcessRole;
	/**
	 * DATABASE_URL: where the archive is. Default `pglite:./.data/pg`, an embedded Postgres in the working directory, so that
	 * nothing has to be installed; `pglite:memory:` forgets everything at the end; `postgresql://user@host:port/database`
	 * for more than one process. Holds a password perhaps: print `Database.description` instead.
	 */
	databaseUrl: string;
	/**
	 * HOST: address to listen on. Default 127.0.0.1: whoever wants it reachable says so (0.0.0.0 in a container), and makes tokens, since nothing can be
	 * changed there without.
	 */
	host: string;
	/** PORT: TCP port to listen on; 0 for any free one. Default 4000. */
	port: number;
	/**
	 * PUBLIC_URL: where clients reach this service (https://news.example), for the addresses inside its feeds. Default null: the host that a request
	 * names, which is right where no other server stands before this one.
	 */
	publicUrl: string | null;
	/** LOG_LEVEL: the least important lines to write. Default info; silent in tests (NODE_ENV=test). */
	logLevel: LogLevel;
	/**
	 * How the archive is used, as `openDatabase` takes it:
	 * - DB_POOL_SIZE: connections to a Postgres server at most; one more listens where there are subscribers. Default by ROLE: 10, and 5 for a
	 *   worker. The rule: the sum over all processes, one more for each, stays below the server's `max_connections` (100 by default) less ten
	 *   for people and backups: four of `api` and seven of `worker` on a server as it comes. The start says how many more fit, and warns where this one
	 *   does not. Embedded there is one.
	 * - DATABASE_DIRECT_URL: the server itself, where DATABASE_URL is a pooler that hands out connections by transaction (PgBouncer). Listening, turns and
	 *   migrations go there. Default none: DATABASE_URL is the server.
	 * - DATABASE_REPLICA_URLS: physical replicas of the server, with commas between, which answer what clients ask in a process whose ROLE is api or all; see
	 *   docs/decisions/0032-replicas.md. Default none.
	 * - DATABASE_REPLICA_MAX_LAG_MS: milliseconds that a replica may lag behind and still be asked. Default 30,000: half a minute is old for news, and a
	 *   replica that lags more has a fault.
	 * - DB_PREPARED_STATEMENTS: whether the server keeps statements prepared. Default on; off behind a PgBouncer before 1.21, or one without
	 *   `max_prepared_statements`: it passes a statement on to a session that does not know its name.
	 * - DB_CONNECT_TIMEOUT_MS: milliseconds to wait for a free connection, or for the server to accept one. Default 2,000 with a server: who
	 *   waits longer is told sooner to come again. Embedded 10,000: ingest and readers share the one connection, and a burst of articles
	 *   should slow readers, not refuse them.
	 * - DB_STATEMENT_TIMEOUT_MS: milliseconds that one statement may take; 0 for no limit. Default 30,000: the slowest
	 *   ordinary one takes a second, and embedded a runaway one holds up all others.
	 */
	database: PoolOptions & { replicaUrls: readonly string[]; replicaMaxLagMs: number };
	/**
	 * POLL_FEEDS: whether feeds are polled, what they bring is read, and which answers it changes is noted. Default on; nobody does it in a process
	 * whose ROLE is api. Any number of processes on one Postgres share the work.
	 */
	pollFeeds: boolean;
	/**
	 * How other servers are asked:
	 * - POLL_CONCURRENCY: web servers asked at once, one request each. Default 16: feeds answer in tenths of a second, so that is a
	 *   hundred a second.
	 * - FETCH_PAGES: whether the pages of a feed's entries are read: auto (where the feed has only a summary), always or never.
	 *   Default auto.
	 * - PAGE_DELAY_MS: milliseconds that a server is left alone after a page was asked for; its robots.txt may ask for more. Default 1,000.
	 * - FETCH_USER_AGENT: how this service names itself to them. Default names the project; put an address there at which you can be asked.
	 * - FETCH_ALLOW_PRIVATE: hosts and networks that may be asked although their addresses are not public, with commas between:
	 *   intranet.example, 127.0.0.1:8080, 10.0.0.0/8. Default none: a feed could else make this service ask machines behind its firewall.
	 * - FETCH_PROXY: HTTP proxy through which all of it goes (http://proxy.example:3128). Default none.
	 * - FETCH_TIMEOUT_MS: milliseconds for one answer, redirects and body included. Default 20,000.
	 * - FETCH_MAX_BYTES: bytes of one answer after decompression. Default 15,000,000: the largest real feeds have a tenth of it.
	 */
	fetching: FetchSettings;
	/**
	 * CHANGE_RETENTION_DAYS: days that changes are kept in the log, 1 to 3650; whoever comes with an older cursor is told of the gap. Default 30:
	 * a client that was away for a holiday still finds all it missed.
	 */
	changeRetentionDays: number;
	/**
	 * MAX_SUBSCRIPTIONS: subscriptions that this process serves at once, and connections of subscribers. Default 10,000, which take half a gigabyte: each
	 * takes some 45 kB.
	 */
	maxSubscriptions: number;
	/**
	 * Who may change something, and from where:
	 * - API_TOKENS: tokens, `name:role:token` with commas between; the roles are submitter, editor and operator, each with all that those before
	 *   it may. Default none; `npm run -s token` makes others, which are kept in the archive. With neither, whoever uses this machine may do everything
	 *   where only it reaches the service (HOST), and elsewhere nobody can change anything.
	 * - TRUSTED_PROXIES: addresses and networks of proxies whose header `x-forwarded-for` says who asks, with commas between. Default
	 *   none: anybody could else name any address.
	 * - MAX_CONNECTIONS_PER_ADDRESS: connections of subscribers from one address, or network of IPv6. Default 500: a large office behind one address has
	 *   enough, and twenty addresses are needed to take all that are served. This machine itself may have any number.
	 */
	access: AccessSettings;
	/**
	 * What each client may ask for, 0 for no limit; see `TrafficSettings`. A client is a token, or an address (of IPv6 a /64 network). Other limits are the same everywhere: limits.ts.
	 * - RATE_LIMIT_REQUESTS: requests in a minute. Default 60,000: a thousand a second is more than one reader needs and less than two cores answer.
	 * - RATE_LIMIT_COST: cost in a minute, as `extensions.cost` tells it. Default 100,000,000: two thousand of the largest operations.
	 * - MAX_CONCURRENT_OPERATIONS: queries and mutations under way. Default 100: several times as many as a server answers at once.
	 * - MAX_SUBSCRIPTIONS_PER_CLIENT: subscriptions. Default 5,000, half of what the process serves.
	 * - OPERATION_TIMEOUT_MS: milliseconds for one query or mutation. Default 15,000: below what browsers and proxies wait for.
	 */
	traffic: TrafficSettings;
	/** Bytes that answers which are kept may take in memory (ANSWER_CACHE_MB; 0 keeps none). Default 32 MB: some 1,500 answers to "what preceded?". */
	answerCacheBytes: number;
	/**
	 * How it is reached:
	 * - CORS_ORIGINS: origins whose pages may ask from a browser, with commas between: https://news.example. Default none.
	 * - MAX_BODY_BYTES: bytes of one request. Default 4,000,000: the longest article accepted is 2,000,000 characters.
	 * - TRUSTED_DOCUMENTS: JSON file or directory with the operations that clients may name by their hash. Default none.
	 * - TRUSTED_DOCUMENTS_ONLY: whether nothing but these is executed. Default off.
	 * - PERSISTED_QUERIES: whether clients may register operations by their hash (automatic persisted queries). Default on.
	 * - METRICS: whether `/metrics` is served, to whoever can reach the port. Default on.
	 */
	serving: ServingSettings;
	/** SEED_WORLD: whether a server that starts on an empty database loads the sample world of news first. Default on. */
	seedWorld: boolean;
}

/** See `Config.access`. */
export interface AccessSettings {
	tokens: readonly ConfiguredToken[];
	trustedProxies: readonly string[];
	maxConnectionsPerAddress: number;
}

/** See `Config.fetching`. */
export interface FetchSettings {
	concurrency: number;
	pages: "auto" | "always" | "never";
	pageDelayMs: number;
	userAgent: string;
	allowPrivate: readonly string[];
	proxyUrl: string | null;
	timeoutMs: number;
	maxBytes: number;
}

/** See `Config.traffic`. 0 is no limit. */
export interface TrafficSettings {
	/** Requests of one client in a minute; messages that start an operation count too. */
	requestsPerMinute: number;
	/** Cost of all that one client asks for in a minute: the sum of `extensions.cost.cost`. */
	costPerMinute: number;
	/** Queries and mutations of one client under way at once. */
	concurrentOperations: number;
	/** Subscriptions of one client at once. */
	subscriptionsPerClient: number;
	/** Milliseconds that one query or mutation may take. */
	operationMs: number;
}

/** See `Config.serving`. */
export interface ServingSettings {
	corsOrigins: readonly string[];
	maxBodyBytes: number;
	trustedDocuments: string | null;
	trustedOnly: boolean;
	persistedQueries: boolean;
	metrics: boolean;
}

/** Settings that cannot be used. `problems` has one sentence for each, which names the variable; `message` has them all. */
export class ConfigError extends Error {
	override readonly name = "ConfigError";
	readonly problems: readonly string[];

	constructor(problems: readonly string[]) {
		super(problems.join("\n"));
		this.problems = problems;
	}
}

/** Largest delay a timer can have, in milliseconds. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Reads the environment. An empty variable counts as unset. Throws `ConfigError` with all problems at once. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
	const problems: string[] = [];

	function read<T>(name: string, fallback: T, parse: (value: string) => T | Refusal): T {
		const value = env[name]?.trim();
		if (value === undefined || value === "") return fallback;
		const parsed = parse(value);
		if (!(parsed instanceof Refusal)) return parsed;
		problems.push(`${name} ${parsed.reason}`);
		return fallback;
	}

	const role = read<ProcessRole>("ROLE", "all", oneOf(PROCESS_ROLES));
	const databaseUrl = read("DATABASE_URL", DEFAULT_DATABASE_URL, parseLocation);
	const config: Config = {
		role,
		databaseUrl,
		host: read("HOST", "127.0.0.1", parseHost),
		port: read("PORT", 4000, wholeNumber(0, 65_535)),
		publicUrl: read<string | null>("PUBLIC_URL", null, parsePublicUrl),
		logLevel: read<LogLevel>("LOG_LEVEL", env.NODE_ENV === "test" ? "silent" : "info", oneOf(LOG_LEVELS)),
		database: {
			poolSize: read("DB_POOL_SIZE", DEFAULT_POOL_SIZE[role], wholeNumber(1, 1_000)),
			connectTimeoutMs: read(
				"DB_CONNECT_TIMEOUT_MS",
				parseDatabaseUrl(databaseUrl).kind === "server" ? 2_000 : 10_000,
				wholeNumber(1, MAX_TIMER_MS),
			),
			statementTimeoutMs: read("DB_STATEMENT_TIMEOUT_MS", 30_000, wholeNumber(0, MAX_TIMER_MS)),
			directUrl: read<string | null>("DATABASE_DIRECT_URL", null, parseServerUrl),
			replicaUrls: read<readonly string[]>("DATABASE_REPLICA_URLS", [], parseServerUrls),
			replicaMaxLagMs: read("DATABASE_REPLICA_MAX_LAG_MS", 30_000, wholeNumber(0, MAX_TIMER_MS)),
			preparedStatements: read("DB_PREPARED_STATEMENTS", true, parseSwitch),
		},
		pollFeeds: read("POLL_FEEDS", true, parseSwitch),
		fetching: {
			concurrency: read("POLL_CONCURRENCY", 16, wholeNumber(1, 1_000)),
			pages: read<FetchSettings["pages"]>("FETCH_PAGES", "auto", oneOf(["auto", "always", "never"])),
			pageDelayMs: read("PAGE_DELAY_MS", 1_000, wholeNumber(0, MAX_TIMER_MS)),
			userAgent: read("FETCH_USER_AGENT", USER_AGENT, parseUserAgent),
			allowPrivate: read<readonly string[]>("FETCH_ALLOW_PRIVATE", [], parseHosts),
			proxyUrl: read<string | null>("FETCH_PROXY", null, parseProxy),
			timeoutMs: read("FETCH_TIMEOUT_MS", 20_000, wholeNumber(100, 600_000)),
			maxBytes: read("FETCH_MAX_BYTES", 15_000_000, wholeNumber(10_000, 200_000_000)),
		},
		changeRetentionDays: read("CHANGE_RETENTION_DAYS", 30, wholeNumber(1, 3_650)),
		maxSubscriptions: read("MAX_SUBSCRIPTIONS", 10_000, wholeNumber(0, 1_000_000)),
		access: {
			tokens: read<readonly ConfiguredToken[]>("API_TOKENS", [], parseTokens),
			trustedProxies: read<readonly string[]>("TRUSTED_PROXIES", [], parseProxies),
			maxConnectionsPerAddress: read("MAX_CONNECTIONS_PER_ADDRESS", 500, wholeNumber(1, 1_000_000)),
		},
		traffic: {
			requestsPerMinute: read("RATE_LIMIT_REQUESTS", 60_000, wholeNumber(0, 1_000_000_000)),
			costPerMinute: read("RATE_LIMIT_COST", 100_000_000, wholeNumber(0, 9_999_999_999)),
			concurrentOperations: read("MAX_CONCURRENT_OPERATIONS", 100, wholeNumber(0, 1_000_000)),
			subscriptionsPerClient: read("MAX_SUBSCRIPTIONS_PER_CLIENT", 5_000, wholeNumber(0, 1_000_000)),
			operationMs: read("OPERATION_TIMEOUT_MS", 15_000, wholeNumber(0, MAX_TIMER_MS)),
		},
		answerCacheBytes: read("ANSWER_CACHE_MB", 32, wholeNumber(0, 100_000)) * 1_000_000,
		serving: {
			corsOrigins: read<readonly string[]>("CORS_ORIGINS", [], parseOrigins),
			maxBodyBytes: read("MAX_BODY_BYTES", 4_000_000, wholeNumber(1_000, 100_000_000)),
			trustedDocuments: read<string | null>("TRUSTED_DOCUMENTS", null, (path) => path),
			trustedOnly: read("TRUSTED_DOCUMENTS_ONLY", false, parseSwitch),
			persistedQueries: read("PERSISTED_QUERIES", true, parseSwitch),
			metrics: read("METRICS", true, parseSwitch),
		},
		seedWorld: read("SEED_WORLD", true, parseSwitch),
	};
	if (config.serving.trustedOnly && config.serving.trustedDocuments === null)
		problems.push("TRUSTED_DOCUMENTS_ONLY is on, and TRUSTED_DOCUMENTS does not say where the documents are");
	if (config.role !== "all" && parseDatabaseUrl(config.databaseUrl).kind !== "server")
		problems.push(
			`ROLE is ${config.role}, and the embedded database belongs to one process, which has to do all: leave ROLE out, or set DATABASE_URL to a Postgres server`,
		);
	if (config.database.replicaUrls.length > 0 && parseDatabaseUrl(config.databaseUrl).kind !== "server")
		problems.push("DATABASE_REPLICA_URLS names replicas, and DATABASE_URL no server that they could be replicas of");
	if (config.database.directUrl && parseDatabaseUrl(config.databaseUrl).kind !== "server")
		problems.push("DATABASE_DIRECT_URL goes around a pooler, and DATABASE_URL names none");
	if (problems.length > 0) throw new ConfigError(problems);
	return config;
}

class Refusal {
	readonly reason: string;

	constructor(reason: string) {
		this.reason = reason;
	}
}

/** The value is not repeated in the reason: it may hold a password. */
function parseLocation(value: string): string | Refusal {
	const location = parseDatabaseUrl(value);
	return location.kind === "invalid" ? new Refusal(location.reason) : value;
}

function parseServerUrl(value: string): string | Refusal {
	const location = parseDatabaseUrl(value);
	if (location.kind === "invalid") return new Refusal(location.reason);
	return location.kind === "server" ? value : new Refusal("must be postgresql://user@host:port/database");
}

/** The commas of a URL with several hosts are not meant: each replica is one server. */
function parseServerUrls(value: string): readonly string[] | Refusal {
	const urls = value.split(",").map((url) => url.trim());
	for (const [index, url] of urls.entries()) {
		const parsed = parseServerUrl(url);
		if (parsed instanceof Refusal)
			return new Refusal(`${parsed.reason}, with commas between, and entry ${index + 1} is none`);
	}
	return urls;
}

/** Of the tokens only hashes are kept; what is refused is not repeated. */
function parseTokens(value: string): readonly ConfiguredToken[] | Refusal {
	const tokens: ConfiguredToken[] = [];
	for (const [index, entry] of value.split(",").entries()) {
		const [, name = "", given = "", token = ""] = /^([^:]*):([^:]*):(.*)$/.exec(entry.trim()) ?? [];
		const role = ROLES.find((candidate) => candidate === given.trim().toUpperCase());
		const where = `must be name:role:token with commas between, and entry ${index + 1}`;
		if (!isTokenName(name)) return new Refusal(`${where} has no name of letters, digits, ".", "_" and "-"`);
		if (!role) return new Refusal(`${where} has none of the roles ${ROLES.join(", ").toLowerCase()}`);
		if (!isToken(token))
			return new Refusal(
				`${where} has no token of 20 to 500 letters, digits and -._~+/=; "openssl rand -hex 32" makes one`,
			);
		if (tokens.some((other) => other.name === name)) return new Refusal(`${where} has the name of another one`);
		tokens.push({ name, role, hash: hashToken(token) });
	}
	return tokens;
}

function parseProxies(value: string): readonly string[] | Refusal {
	const proxies = value.split(",").map((proxy) => proxy.trim());
	try {
		readTrusted(proxies);
		return proxies;
	} catch (error) {
		return new Refusal(`must name addresses or networks with commas between: ${(error as Error).message}`);
	}
}

function parseHost(value: string): string | Refusal {
	return /^[\w.:-]+$/.test(value) ? value : new Refusal(`must be a host name or an address, not "${value}"`);
}

/** Robots.txt files are matched by what stands before the slash. */
const USER_AGENT = `Antecedent/${packageJson.version} (news aggregator)`;

function parsePublicUrl(value: string): string | Refusal {
	const url = parseUrl(value);
	if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
	return new Refusal("must be an http or https address without a path, such as https://news.example");
}

function parseUserAgent(value: string): string | Refusal {
	const isOne = /^[A-Za-z][\w.-]*(?:\/[\w.-]+)?(?: [\x20-\x7e]*)?$/.test(value);
	return isOne ? value : new Refusal(`must be a product name, "Name/1.0 (more about it)", not "${value}"`);
}

function parseHosts(value: string): readonly string[] | Refusal {
	const hosts = value.split(",").map((host) => host.trim());
	const bad = hosts.find((host) => !isHostOrRange(host));
	return bad === undefined
		? hosts
		: new Refusal(`must name hosts or networks with commas between, and "${bad}" is none`);
}

/** `intranet.example`, `intranet.example:8080`, `10.0.0.0/8`, `[::1]:8080`, `fd00::/8`. */
const isHostOrRange = (host: string): boolean =>
	/^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?(?::\d{1,5}|\/\d{1,2})?|[0-9a-f:.]*:[0-9a-f:.]*(?:\/\d{1,3})?|\[[0-9a-f:.]+\](?::\d{1,5})?)$/i.test(
		host,
	);

/** As browsers name them: scheme, host, and the port where it is not the scheme's own. */
function parseOrigins(value: string): readonly string[] | Refusal {
	const origins = value.split(",").map((origin) => origin.trim());
	const bad = origins.find((origin) => parseUrl(origin)?.origin !== origin);
	return bad === undefined
		? origins
		: new Refusal(`must name origins with commas between (https://news.example), and "${bad}" is none`);
}

function parseProxy(value: string): string | Refusal {
	// The value is not repeated: it may hold a password.
	const url = parseUrl(value);
	return url?.protocol === "http:" ? value : new Refusal("must be the URL of an HTTP proxy, http://host:port");
}

function wholeNumber(least: number, most: number): (value: string) => number | Refusal {
	return (value) => {
		const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
		if (least <= number && number <= most) return number;
		return new Refusal(`must be a whole number from ${least} to ${most}, not "${value}"`);
	};
}

function oneOf<T extends string>(choices: readonly T[]): (value: string) => T | Refusal {
	return (value) => {
		const choice = choices.find((candidate) => candidate === value.toLowerCase());
		return choice ?? new Refusal(`must be one of ${choices.join(", ")}, not "${value}"`);
	};
}

const SWITCH: ReadonlyMap<string, boolean> = new Map([
	["on", true],
	["true", true],
	["1", true],
	["yes", true],
	["off", false],
	["false", false],
	["0", false],
	["no", false],
]);

function parseSwitch(value: string): boolean | Refusal {
	return SWITCH.get(value.toLowerCase()) ?? new Refusal(`must be on or off, not "${value}"`);
}
