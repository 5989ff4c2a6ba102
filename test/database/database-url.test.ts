import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDatabaseUrl } from "../../src/database/database-url.js";

describe("A database URL names", () => {
	const cases: [url: string, location: unknown][] = [
		["pglite:./.data/pg", { kind: "directory", directory: resolve(".data/pg") }],
		["pglite:/var/lib/news", { kind: "directory", directory: "/var/lib/news" }],
		["pglite:memory", { kind: "directory", directory: resolve("memory") }],
		["pglite:memory:", { kind: "memory" }],
		["postgresql://reader@db/news", { kind: "server", url: "postgresql://reader@db/news" }],
		[
			"postgres://reader:a%40b@db:5433/news?sslmode=require",
			{ kind: "server", url: "postgres://reader:a%40b@db:5433/news?sslmode=require" },
		],
		["postgresql:///news?host=/run/postgresql", { kind: "server", url: "postgresql:///news?host=/run/postgresql" }],
	];
	test.each(cases)("%s", (url, location) => {
		expect(parseDatabaseUrl(url)).toEqual(location);
	});
});

describe("What is no database URL is refused without repeating it", () => {
	test.each([
		"pglite:",
		"",
		"./.data/pg",
		"mysql://a:hunter2@db/news",
		"postgresql:/db",
		"postgresql://a:hunter2@db:port/news",
	])("%s", (url) => {
		const location = parseDatabaseUrl(url);
		expect(location).toMatchObject({ kind: "invalid", reason: expect.any(String) });
		expect(JSON.stringify(location)).not.toContain("hunter2");
	});
});
