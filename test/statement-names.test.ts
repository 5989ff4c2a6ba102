import { expect, test } from "vitest";
import { createStatementNames } from "../src/statement-names.js";

test("A statement has a name from its second use on, always the same", () => {
	const nameOf = createStatementNames();
	const names = ["select 1", "select 1", "select 1", "select 2", "select 2"].map(nameOf);
	expect(names).toEqual([undefined, expect.stringMatching(/^q_[\w-]{22}$/), names[1], undefined, expect.any(String)]);
	expect(names[4]).not.toBe(names[1]);
	const other = createStatementNames();
	other("select 1");
	expect(other("select 1")).toBe(names[1]);
});

test("No more than so many statements have a name", () => {
	const nameOf = createStatementNames(3);
	const texts = Array.from({ length: 50 }, (_, index) => `select ${index}`);
	for (const text of texts) nameOf(text);
	const named = texts.map(nameOf).filter((name) => name !== undefined);
	expect(named).toHaveLength(3);
	expect(nameOf("select 0")).toBe(named[0]);
});
