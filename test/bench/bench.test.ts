import { describe, expect, test } from "vitest";
import { isCopy } from "../../src/article/find-original.js";
import { signatureOf } from "../../src/article/signature.js";
import { archiveArticles } from "./archive.js";
import { cutAtSentence, distinctArticles, readWorld, take } from "./articles.js";
import { withBareValues } from "./bare-options.js";
import { type Contestant, measureRounds, median, spread } from "./measure.js";
import { formatTable } from "./table.js";

const world = readWorld();

describe("an article to measure with", () => {
	const articles = take(distinctArticles(world, 1, 2800), 50);

	test("is as long as asked for, to within a sentence, and ends with one", () => {
		for (const { text } of articles) {
			expect(Math.abs(text.length - 2800)).toBeLessThan(300);
			expect(text).toMatch(/[.!?]["”’)]*$/);
		}
	});

	test("is unlike all others", () => {
		expect(new Set(articles.map(({ text }) => text)).size).toBe(articles.length);
	});

	test("brings names that the world does not hold", () => {
		const known = new Set(world.flat().flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []));
		for (const { text } of articles) expect((text.match(/\p{L}+/gu) ?? []).some((word) => !known.has(word))).toBe(true);
	});

	test("is the same for the same seed, and another for another", () => {
		expect(take(distinctArticles(world, 1, 2800), 3)).toEqual(articles.slice(0, 3));
		expect(take(distinctArticles(world, 2, 2800), 1)).not.toEqual(articles.slice(0, 1));
	});
});

describe("an archive to measure with", () => {
	const archive = take(archiveArticles(world, 1, 2800), 200);

	test("has articles in the order of their dates, each with an address of its own", () => {
		const dates = archive.map(({ publishedAt }) => publishedAt);
		expect(dates).toEqual([...dates].sort());
		expect(new Set(archive.map(({ url }) => url)).size).toBe(archive.length);
	});

	test("has hardly any copies", () => {
		const signatures = archive.map(({ text }) => signatureOf(text));
		const copies = signatures.filter((one, index) => signatures.slice(0, index).some((other) => isCopy(one, other)));
		expect(copies.length).toBeLessThan(archive.length * 0.1);
	});

	test("is the same for the same seed, and another for another", () => {
		expect(take(archiveArticles(world, 1, 2800), 3)).toEqual(archive.slice(0, 3));
		expect(take(archiveArticles(world, 2, 2800), 1)).not.toEqual(archive.slice(0, 1));
	});
});

test.each([
	["It rained all day. Then it snowed. The end came late.", 20, "It rained all day."],
	["It rained all day. Then it snowed. The end came late.", 30, "It rained all day. Then it snowed."],
	["The U.S. said so to Mr. Holm. He left.", 10, "The U.S. said so to Mr. Holm."],
	["no end at all", 5, "no end at all"],
])("%j is cut near %d characters, after a sentence", (text, length, expected) => {
	expect(cutAtSentence(text, length)).toBe(expected);
});

test.each([
	[[3, 1, 2], 2, 0.5],
	[[4, 1, 3, 2], 2.5, 0.6],
	[[5], 5, 0],
	[[], Number.NaN, Number.NaN],
])("of %j the median is %d and the middle half spreads over %d of it", (values, middle, width) => {
	expect(median(values)).toBe(middle);
	expect(Number(spread(values).toFixed(9))).toBe(width);
});

describe("rounds", () => {
	/** Each reading takes as many ticks as its input says, and is noted. */
	function setUp() {
		const order: string[] = [];
		let ticks = 0;
		const contestant = (name: string, factor: number): Contestant<number> => ({
			name,
			read(input) {
				if (order.at(-1) !== name) order.push(name);
				ticks += input * factor;
				return input;
			},
		});
		return { order, now: () => ticks, contestants: [contestant("a", 1), contestant("b", 10), contestant("c", 100)] };
	}

	test("turn the order, leave out the warm-up, and give each its own time", async () => {
		const { order, now, contestants } = setUp();
		const signal = new AbortController().signal;
		const times = await measureRounds(contestants, [1, 2], { warmup: 1, rounds: 2, now, signal });
		expect(order.join("")).toBe("abcbcacab");
		expect(times).toEqual([
			[3, 3],
			[30, 30],
			[300, 300],
		]);
	});

	test("end when they are told to", async () => {
		const { now, contestants } = setUp();
		const controller = new AbortController();
		const onRound = (round: number) => round === 1 && controller.abort();
		const { signal } = controller;
		expect(await measureRounds(contestants, [1], { warmup: 0, rounds: 9, now, signal, onRound })).toEqual([
			[1],
			[10],
			[100],
		]);
	});
});

test.each([
	[["--memory"], ["--memory=9"]],
	[
		["--memory", "5", "--json"],
		["--memory=5", "--json"],
	],
	[
		["--memory", "--json"],
		["--memory=9", "--json"],
	],
	[["--memory=7"], ["--memory=7"]],
	[
		["--seed", "3"],
		["--seed", "3"],
	],
])("the options %j mean %j", (args, expected) => {
	expect(withBareValues(args, { memory: "9" })).toEqual(expected);
});

test("a table sets its first column to the left and the others to the right", () => {
	expect(
		formatTable([
			["", "ms"],
			["long name", "1"],
			["b", "1000"],
		]),
	).toBe("             ms\n---------  ----\nlong name     1\nb          1000");
});
