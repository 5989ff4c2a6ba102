import { expect, test } from "vitest";
import { inOrder } from "../../../src/ingest/reading/in-order.js";

async function* numbers(count: number, started: number[] = []): AsyncGenerator<number> {
	for (let n = 0; n < count; n++) {
		started.push(n);
		yield n;
	}
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
	const all: Item[] = [];
	for await (const item of items) all.push(item);
	return all;
}

test("Results come in the order of the items, whichever is done first", async () => {
	const release: (() => void)[] = [];
	const results = inOrder(numbers(3), 2, async (n) => {
		await new Promise<void>((resolve) => {
			release[n] = resolve;
			// The last one to begin sets the others free, itself first.
			if (n === 2) for (const free of [...release].reverse()) free();
		});
		return n * 10;
	});
	expect(await collect(results)).toEqual([0, 10, 20]);
});

test("No more are begun than are asked for", async () => {
	const started: number[] = [];
	const results = inOrder(numbers(10, started), 3, async (n) => n);
	await results.next();
	expect(started).toEqual([0, 1, 2, 3]);
	await results.return(undefined);
});

test("An item that fails does so when it is its turn", async () => {
	const results = inOrder(numbers(3), 2, async (n) => {
		if (n === 1) throw new Error("broken");
		return n;
	});
	expect((await results.next()).value).toBe(0);
	await expect(results.next()).rejects.toThrow("broken");
});

test("Few items are all given", async () => {
	expect(await collect(inOrder(numbers(2), 5, async (n) => n))).toEqual([0, 1]);
	expect(await collect(inOrder(numbers(0), 5, async (n) => n))).toEqual([]);
});
