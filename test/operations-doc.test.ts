import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseConfig } from "../src/config.js";
import { LIMITS } from "../src/graphql/limits.js";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const OPERATIONS = read("../docs/operations.md");

describe("docs/operations.md", () => {
	const figure = (value: number) => value.toLocaleString("en-US");

	test.each<[keyof typeof LIMITS, string]>([
		["maxDepth", `depth ${figure(LIMITS.maxDepth)},`],
		["maxCost", `cost ${figure(LIMITS.maxCost)} of an operation`],
		["maxTokens", `${figure(LIMITS.maxTokens)} tokens`],
		["maxFields", `${figure(LIMITS.maxFields)} fields`],
		["maxAliases", `${figure(LIMITS.maxAliases)} aliases`],
		["maxDirectives", `${figure(LIMITS.maxDirectives)} directives of a document`],
		["maxTextLength", `texts of ${figure(LIMITS.maxTextLength)} characters`],
		["maxListLength", `lists of ${figure(LIMITS.maxListLength)}`],
	])("tells %s as it is", (_name, told) => {
		expect(OPERATIONS).toContain(told);
	});

	test("tells how long the database is waited for as it is", () => {
		const seconds = (url: string) => parseConfig({ DATABASE_URL: url }).database.connectTimeoutMs / 1_000;
		const { statementTimeoutMs } = parseConfig({}).database;
		expect(OPERATIONS).toContain(
			`wait for one (${seconds("postgresql://db/news")} s on a server, ${seconds("pglite:memory:")} s embedded), time of a statement (${statementTimeoutMs / 1_000} s)`,
		);
	});

	test("names no setting that there is not", () => {
		const settings = read("../src/config.ts");
		const named = [...OPERATIONS.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, name]) => name ?? "");
		const codes = read("../src/graphql/client-error.ts");
		const known = (name: string) => settings.includes(`"${name}"`) || codes.includes(`"${name}"`);
		// Said before GraphQL is spoken: by the listener.
		const ofListener = ["CONTENT_TOO_LARGE", "TOO_MANY_CONNECTIONS"];
		expect(named.length).toBeGreaterThan(15);
		expect(named.filter((name) => !known(name) && !ofListener.includes(name))).toEqual([]);
	});
});
