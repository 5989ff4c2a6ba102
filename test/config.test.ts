import { describe, expect, test } from "vitest";
import { ConfigError, parseConfig } from "../src/config.js";

test("An empty environment gives the defaults", () => {
	const defaults = {
		databaseUrl: "pglite:./.data/pg",
		host: "127.0.0.1",
		port: 4000,
		logLevel: "info",
		database: { poolSize: 10, connectTimeoutMs: 10_000, statementTimeoutMs: 30_000 },
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
		[{ DB_CONNECT_TIMEOUT_MS: "250" }, { database: { connectTimeoutMs: 250 } }],
		[{ DB_STATEMENT_TIMEOUT_MS: "0" }, { database: { statementTimeoutMs: 0 } }],
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
		["DB_POOL_SIZE", "0", /^DB_POOL_SIZE must be a whole number from 1/],
		["DB_STATEMENT_TIMEOUT_MS", "99999999999", /^DB_STATEMENT_TIMEOUT_MS /],
		["DATABASE_URL", "mysql://root:hunter2@db/news", /^DATABASE_URL must be pglite:<directory>/],
	];
	test.each(cases)("%s=%s", (name, value, problem) => {
		expect(() => parseConfig({ [name]: value })).toThrow(problem);
		expect(() => parseConfig({ [name]: value })).not.toThrow(/hunter2/);
	});
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
