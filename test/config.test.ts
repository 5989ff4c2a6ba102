import { describe, expect, test } from "vitest";
import { hashToken } from "../src/access/access-token.js";
import { ConfigError, parseConfig } from "../src/config.js";

test("An empty environment gives the defaults", () => {
	const defaults = {
		databaseUrl: "pglite:./.data/pg",
		host: "127.0.0.1",
		port: 4000,
		logLevel: "info",
		database: {
			poolSize: 10,
			connectTimeoutMs: 10_000,
			statementTimeoutMs: 30_000,
			directUrl: null,
			replicaUrls: [],
			replicaMaxLagMs: 30_000,
			preparedStatements: true,
		},
		role: "all",
		pollFeeds: true,
		fetching: {
			concurrency: 16,
			pages: "auto",
			pageDelayMs: 1_000,
			userAgent: expect.stringMatching(/^Antecedent\/\d/),
			allowPrivate: [],
			proxyUrl: null,
			timeoutMs: 20_000,
			maxBytes: 15_000_000,
		},
		changeRetentionDays: 30,
		access: { tokens: [], trustedProxies: [], maxConnectionsPerAddress: 500 },
		maxSubscriptions: 10_000,
		traffic: {
			requestsPerMinute: 60_000,
			costPerMinute: 100_000_000,
			concurrentOperations: 100,
			subscriptionsPerClient: 5_000,
			operationMs: 15_000,
		},
		serving: {
			corsOrigins: [],
			maxBodyBytes: 4_000_000,
			trustedDocuments: null,
			trustedOnly: false,
			persistedQueries: true,
			metrics: true,
		},
		seedWorld: true,
	};
	expect(parseConfig({})).toMatchObject(defaults);
	expect(parseConfig({ PORT: "", DATABASE_URL: " ", SEED_WORLD: "" })).toMatchObject(defaults);
});

describe("A setting is read", () => {
	const cases: [env: Record<string, string>, expected: unknown][] = [
		[{ DATABASE_URL: "pglite:memory:" }, { databaseUrl: "pglite:memory:" }],
		[{ DATABASE_URL: "postgresql://reader:secret@db/news" }, { databaseUrl: "postgresql://reader:secret@db/news" }],
		[{ HOST: "0.0.0.0" }, { host: "0.0.0.0" }],
		[{ HOST: "::1" }, { host: "::1" }],
		[{ PORT: "0" }, { port: 0 }],
		[{ PORT: " 65535 " }, { port: 65_535 }],
		[{ LOG_LEVEL: "Debug" }, { logLevel: "debug" }],
		[{ NODE_ENV: "test" }, { logLevel: "silent" }],
		[{ NODE_ENV: "test", LOG_LEVEL: "warn" }, { logLevel: "warn" }],
		[{ DB_POOL_SIZE: "3" }, { database: { poolSize: 3 } }],
		[{ DATABASE_URL: "postgresql://db/news" }, { database: { connectTimeoutMs: 2_000 } }],
		[
			{ ROLE: "api", DATABASE_URL: "postgresql://db/news" },
			{ role: "api", database: { poolSize: 10 } },
		],
		[
			{ ROLE: "Worker", DATABASE_URL: "postgresql://db/news" },
			{ role: "worker", database: { poolSize: 5 } },
		],
		[{ ROLE: "worker", DATABASE_URL: "postgresql://db/news", DB_POOL_SIZE: "8" }, { database: { poolSize: 8 } }],
		[{ DB_CONNECT_TIMEOUT_MS: "250" }, { database: { connectTimeoutMs: 250 } }],
		[{ DB_STATEMENT_TIMEOUT_MS: "0" }, { database: { statementTimeoutMs: 0 } }],
		[{ POLL_FEEDS: "off" }, { pollFeeds: false }],
		[{ POLL_CONCURRENCY: "4", PAGE_DELAY_MS: "0" }, { fetching: { concurrency: 4, pageDelayMs: 0 } }],
		[{ FETCH_PAGES: "never" }, { fetching: { pages: "never" } }],
		[
			{ FETCH_USER_AGENT: "Reader/2.0 (+https://reader.example/bot)" },
			{ fetching: { userAgent: "Reader/2.0 (+https://reader.example/bot)" } },
		],
		[
			{ FETCH_ALLOW_PRIVATE: "intranet.example, 127.0.0.1:8080, 10.0.0.0/8,[::1]:8080, fd00::/8" },
			{ fetching: { allowPrivate: ["intranet.example", "127.0.0.1:8080", "10.0.0.0/8", "[::1]:8080", "fd00::/8"] } },
		],
		[{ FETCH_PROXY: "http://proxy.example:3128" }, { fetching: { proxyUrl: "http://proxy.example:3128" } }],
		[{ CHANGE_RETENTION_DAYS: "7" }, { changeRetentionDays: 7 }],
		[{ MAX_SUBSCRIPTIONS: "0" }, { maxSubscriptions: 0 }],
		[
			{ API_TOKENS: `anna:Editor:${"a".repeat(20)}, ops.2:operator:${"b".repeat(43)}=` },
			{
				access: {
					tokens: [
						{ name: "anna", role: "EDITOR", hash: hashToken("a".repeat(20)) },
						{ name: "ops.2", role: "OPERATOR", hash: hashToken(`${"b".repeat(43)}=`) },
					],
				},
			},
		],
		[{ TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8" }, { access: { trustedProxies: ["127.0.0.1", "10.0.0.0/8"] } }],
		[{ MAX_CONNECTIONS_PER_ADDRESS: "20" }, { access: { maxConnectionsPerAddress: 20 } }],
		[{ RATE_LIMIT_REQUESTS: "60", RATE_LIMIT_COST: "0" }, { traffic: { requestsPerMinute: 60, costPerMinute: 0 } }],
		[
			{ CORS_ORIGINS: "https://news.example, http://127.0.0.1:8080" },
			{ serving: { corsOrigins: ["https://news.example", "http://127.0.0.1:8080"] } },
		],
		[
			{ TRUSTED_DOCUMENTS: "operations.json", TRUSTED_DOCUMENTS_ONLY: "on" },
			{ serving: { trustedDocuments: "operations.json", trustedOnly: true } },
		],
		[{ METRICS: "off" }, { serving: { metrics: false } }],
		[{ SEED_WORLD: "off" }, { seedWorld: false }],
		[{ SEED_WORLD: "TRUE" }, { seedWorld: true }],
	];
	test.each(cases)("%j", (env, expected) => {
		expect(parseConfig(env)).toMatchObject(expected as object);
	});
});

describe("A setting that cannot be used is refused by name", () => {
	const cases: [name: string, value: string, problem: RegExp][] = [
		["PORT", "65536", /^PORT must be a whole number from 0 to 65535, not "65536"$/],
		["PORT", "-1", /^PORT /],
		["PORT", "4e3", /^PORT /],
		["PORT", "http", /^PORT /],
		["HOST", "http://localhost", /^HOST must be a host name/],
		["LOG_LEVEL", "loud", /^LOG_LEVEL must be one of silent, /],
		["SEED_WORLD", "maybe", /^SEED_WORLD must be on or off/],
		["POLL_CONCURRENCY", "0", /^POLL_CONCURRENCY must be a whole number from 1/],
		["FETCH_PAGES", "sometimes", /^FETCH_PAGES must be one of auto, always, never/],
		["FETCH_ALLOW_PRIVATE", "10.0.0.0/8, http://intranet/", /^FETCH_ALLOW_PRIVATE .*"http:\/\/intranet\/" is none$/],
		["FETCH_PROXY", "socks://user:hunter2@proxy", /^FETCH_PROXY must be the URL of an HTTP proxy/],
		["FETCH_USER_AGENT", "no\nline", /^FETCH_USER_AGENT must be a product name/],
		["CORS_ORIGINS", "*", /^CORS_ORIGINS must name origins .*"\*" is none$/],
		["CORS_ORIGINS", "https://news.example/", /^CORS_ORIGINS /],
		["OPERATION_TIMEOUT_MS", "soon", /^OPERATION_TIMEOUT_MS must be a whole number/],
		["TRUSTED_DOCUMENTS_ONLY", "on", /^TRUSTED_DOCUMENTS_ONLY is on, and TRUSTED_DOCUMENTS does not say/],
		["ROLE", "reader", /^ROLE must be one of api, worker, all, not "reader"$/],
		["ROLE", "worker", /^ROLE is worker, and the embedded database belongs to one process/],
		["ROLE", "api", /^ROLE is api, and the embedded database belongs to one process/],
		[
			"DATABASE_DIRECT_URL",
			"postgresql://u:hunter2@db/news",
			/^DATABASE_DIRECT_URL goes around a pooler, and DATABASE_URL names none/,
		],
		["DATABASE_DIRECT_URL", "pglite:memory:", /^DATABASE_DIRECT_URL must be postgresql:/],
		[
			"DATABASE_REPLICA_URLS",
			"postgresql://copy/news",
			/^DATABASE_REPLICA_URLS names replicas, and DATABASE_URL no server/,
		],
		["DATABASE_REPLICA_URLS", "postgresql://copy/news,hunter2", /^DATABASE_REPLICA_URLS must be .*entry 2 is none/],
		["DB_POOL_SIZE", "0", /^DB_POOL_SIZE must be a whole number from 1/],
		["DB_STATEMENT_TIMEOUT_MS", "99999999999", /^DB_STATEMENT_TIMEOUT_MS /],
		["API_TOKENS", "hunter2-hunter2-hunter2-hunter2", /^API_TOKENS must be name:role:token .*entry 1 has no name/],
		["API_TOKENS", "anna:editor:hunter2", /^API_TOKENS .*entry 1 has no token of 20 to 500/],
		["API_TOKENS", "anna:boss:hunter2-hunter2-hunter2", /^API_TOKENS .*none of the roles submitter, editor, operator/],
		["API_TOKENS", "an na:editor:hunter2-hunter2-hunter2", /^API_TOKENS .*entry 1 has no name/],
		[
			"API_TOKENS",
			"a:editor:hunter2-hunter2-hunter2,a:editor:hunter2-hunter2-hunter2",
			/^API_TOKENS .*entry 2 has the name/,
		],
		[
			"TRUSTED_PROXIES",
			"proxy.example",
			/^TRUSTED_PROXIES must name addresses or networks.*"proxy.example" is neither/,
		],
		["MAX_CONNECTIONS_PER_ADDRESS", "0", /^MAX_CONNECTIONS_PER_ADDRESS must be a whole number from 1/],
		["DATABASE_URL", "mysql://root:hunter2@db/news", /^DATABASE_URL must be pglite:<directory>/],
	];
	test.each(cases)("%s=%s", (name, value, problem) => {
		expect(() => parseConfig({ [name]: value })).toThrow(problem);
		expect(() => parseConfig({ [name]: value })).not.toThrow(/hunter2/);
	});
});

test("Of tokens the settings hold only hashes", () => {
	const token = "a-token-of-the-operator";
	expect(JSON.stringify(parseConfig({ API_TOKENS: `ops:operator:${token}` }))).not.toContain(token);
});

test("All problems are told at once, one a line", () => {
	try {
		parseConfig({ PORT: "x", SEED_WORLD: "x", DATABASE_URL: "x", LOG_LEVEL: "info" });
		expect.unreachable();
	} catch (error) {
		expect(error).toBeInstanceOf(ConfigError);
		expect((error as ConfigError).problems).toHaveLength(3);
		expect((error as ConfigError).message.split("\n").map((line) => line.split(" ")[0])).toEqual([
			"DATABASE_URL",
			"PORT",
			"SEED_WORLD",
		]);
	}
});
