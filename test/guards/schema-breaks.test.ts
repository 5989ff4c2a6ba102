import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { breakingChanges } from "../../.ci/schema-breaks.mjs";

const BEFORE = `type Query { event(id: ID!): Event @deprecated(reason: "use node") node: Event list(first: Int): [Event!]! }
	type Event { id: ID! title: String! kind: Kind! } enum Kind { A B }`;

test.each([
	["a field that is taken away", BEFORE.replace("title: String!", ""), ["Event.title"]],
	["a type that may be null now", BEFORE.replace("title: String!", "title: String"), ["Event.title"]],
	["an argument that must be given", BEFORE.replace("first: Int", "first: Int!"), ["Query.list.first"]],
	["a value that is taken away", BEFORE.replace("A B", "A"), ["Kind.B"]],
	["a deprecated field that is taken away", BEFORE.replace(/event\(.*"\) /, ""), []],
	["a field more", BEFORE.replace("id: ID! ", "id: ID! summary: String "), []],
	["an argument that may be given", BEFORE.replace("first: Int", "first: Int, last: Int"), []],
	["nothing", BEFORE, []],
])("%s", async (_name, after, paths) => {
	expect((await breakingChanges(BEFORE, after)).map(({ path }) => path)).toEqual(paths);
});

test("The command compares with a commit, and says so where there is none", () => {
	const command = fileURLToPath(new URL("../../.ci/schema-breaks.mjs", import.meta.url));
	const run = (...args: string[]) =>
		execFileSync(process.execPath, [command, ...args], { stdio: "pipe", encoding: "utf8" });
	expect(() => run("0000000000000000000000000000000000000000")).toThrow(/nothing to compare with/);
});
