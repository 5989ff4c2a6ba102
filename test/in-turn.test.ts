import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { evenParts, inTurn } from "../src/in-turn.js";

describe("What is asked for in one turn of the loop", () => {
	it("is handed over once, at its end, in its order", async () => {
		const taken: (readonly number[])[] = [];
		const ask = inTurn<number>((all) => taken.push(all));
		ask(1);
		await Promise.resolve();
		ask(2);
		expect(taken).toEqual([]);
		await turn();
		expect(taken).toEqual([[1, 2]]);
		ask(3);
		await turn();
		expect(taken).toEqual([[1, 2], [3]]);
	});

	it("and what is asked for while it is handed over belongs to the next", async () => {
		const taken: (readonly number[])[] = [];
		const ask = inTurn<number>((all) => {
			taken.push(all);
			if (taken.length === 1) ask(2);
		});
		ask(1);
		await turn();
		await turn();
		expect(taken).toEqual([[1], [2]]);
	});
});

describe("Parts", () => {
	it.each<[number, number, number[]]>([
		[0, 4, []],
		[1, 4, [1]],
		[4, 4, [4]],
		[5, 4, [3, 2]],
		[9, 4, [3, 3, 3]],
		[10, 4, [4, 4, 2]],
	])("of %i with at most %i have nearly the same length: %j", (length, max, lengths) => {
		const items = Array.from({ length }, (_, n) => n);
		const parts = evenParts(items, max);
		expect(parts.map((part) => part.length)).toEqual(lengths);
		expect(parts.flat()).toEqual(items);
	});
});
