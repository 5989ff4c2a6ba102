import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isEnumType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { firstDifference, schemaText } from "../../src/graphql/print-schema.js";
import { schema } from "../../src/graphql/schema.js";
import { elements } from "./schema-elements.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

describe("the schema", () => {
	test("is committed as it is served", () => {
		expect(firstDifference(readFileSync(`${ROOT}/schema.graphql`, "utf8"), schemaText(schema))).toBeNull();
	});

	test("describes every type, field, argument and value in a sentence", () => {
		const bare = elements(schema).filter(
			({ description }) => !description || (description !== "-" && !/\w.*[.?]$/s.test(description)),
		);
		expect(bare.map(({ path }) => path)).toEqual([]);
	});

	test("has no value of an enum that is not its name: compiled code gives it as it is", () => {
		const values = Object.values(schema.getTypeMap()).flatMap((type) => (isEnumType(type) ? type.getValues() : []));
		expect(values.filter(({ name, value }) => name !== value)).toEqual([]);
		expect(values.length).toBeGreaterThan(50);
	});

	test("has Relay connections everywhere: edges, nodes, pageInfo, totalCount, and the four arguments", () => {
		for (const type of Object.values(schema.getTypeMap())) {
			if (!isObjectType(type)) continue;
			if (type.name.endsWith("Connection"))
				expect(Object.keys(type.getFields()).sort()).toEqual(["edges", "nodes", "pageInfo", "totalCount"]);
			for (const field of Object.values(type.getFields())) {
				if (!/Connection!$/.test(String(field.type))) continue;
				expect(field.args.map(({ name }) => name)).toEqual(
					expect.arrayContaining(["first", "after", "last", "before"]),
				);
			}
		}
	});

	test("the check tells where the file and the code part", () => {
		expect(firstDifference("a\nb\nc\n", "a\nx\nc\n")).toEqual({ line: 2, committed: "b", current: "x" });
		expect(firstDifference("a\n", "a\nb\n")).toMatchObject({ line: 2, current: "b" });
		expect(firstDifference("", "a\n")).toMatchObject({ line: 1, committed: "" });
	});

	test("the check fails where the file is not what the code serves, and says so", () => {
		// Another file than the one committed: the check is run on a copy of the command with the file's name changed.
		const run = (file: string) =>
			execFileSync(process.execPath, ["--import", "tsx", `${ROOT}/src/graphql/print-schema.ts`, "--check", file], {
				cwd: ROOT,
				stdio: "pipe",
				encoding: "utf8",
			});
		expect(run(`${ROOT}/schema.graphql`)).toBe("");
		expect(() => run(`${ROOT}/package.json`)).toThrow(/First difference, line 1/);
	});
});
