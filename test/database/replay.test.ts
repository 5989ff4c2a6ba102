import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RecentWriters } from "../../src/database/recent-writers.js";
import { addMark, parsePlace, replicaAge, type WrittenMark } from "../../src/database/replay.js";
import { faultOf } from "../../src/database/replica-pool.js";

describe("A place in the log", () => {
	test("is read as bytes", () => {
		expect(parsePlace("0/0")).toBe(0n);
		expect(parsePlace("0/FFFFFFFF") + 1n).toBe(parsePlace("1/0"));
		expect(parsePlace("16/B374D848")).toBe(0x16b374d848n);
	});
	test.each(["", "16", "16/", "G/0", "1/123456789"])("%j is none", (text) => {
		expect(() => parsePlace(text)).toThrow(/no place/);
	});
});

describe("A replica", () => {
	const marks: WrittenMark[] = [
		{ at: 100, place: 10n },
		{ at: 200, place: 20n },
		{ at: 300, place: 30n },
	];
	const cases: [sentence: string, replayed: bigint, expected: ReturnType<typeof replicaAge>][] = [
		["that has replayed all is as fresh as the last look", 30n, { freshAsOf: 300, lagMs: 0 }],
		["that is further than the last look knows, too", 99n, { freshAsOf: 300, lagMs: 0 }],
		[
			"that lacks something is as fresh as what it has, and lags since what it lacks",
			29n,
			{ freshAsOf: 200, lagMs: 700 },
		],
		["that lacks everything is of no known age", 5n, { freshAsOf: Number.NEGATIVE_INFINITY, lagMs: 900 }],
	];
	test.each(cases)("%s", (_sentence, replayed, expected) => {
		expect(replicaAge(marks, replayed, 1_000)).toEqual(expected);
	});

	test("of which nothing is known is of no known age", () => {
		expect(replicaAge([], 30n, 1_000)).toEqual({ freshAsOf: Number.NEGATIVE_INFINITY, lagMs: 0 });
	});

	test("is never thought fresher than it is, however few marks are kept", () => {
		const steps = fc.array(fc.tuple(fc.nat(50), fc.nat(3)), { minLength: 1, maxLength: 200 });
		fc.assert(
			fc.property(steps, fc.nat(400), fc.integer({ min: 3, max: 12 }), (all, replayed, most) => {
				let kept: WrittenMark[] = [];
				const every: WrittenMark[] = [];
				let [at, place] = [0, 0n];
				for (const [ms, bytes] of all) {
					at += ms + 1;
					place += BigInt(bytes);
					every.push({ at, place });
					kept = addMark(kept, { at, place }, most);
				}
				expect(kept.length).toBeLessThanOrEqual(most);
				expect(kept.at(-1)).toEqual({ at, place });
				const exact = replicaAge(every, BigInt(replayed), at + 1);
				const told = replicaAge(kept, BigInt(replayed), at + 1);
				expect(told.freshAsOf).toBeLessThanOrEqual(exact.freshAsOf);
				expect(told.lagMs === 0).toBe(exact.lagMs === 0);
				if (exact.lagMs === 0) expect(told.freshAsOf).toBe(at);
			}),
		);
	});
});

describe("Who has written", () => {
	test("must see what he has written last; others need not", () => {
		const writers = new RecentWriters();
		writers.note("anna", 10);
		writers.note("anna", 5);
		expect(writers.mustSee("anna")).toBe(10);
		expect(writers.mustSee("ben")).toBe(Number.NEGATIVE_INFINITY);
	});

	test("is forgotten when it is to be seen everywhere", () => {
		const writers = new RecentWriters();
		writers.note("anna", 10);
		writers.note("ben", 20);
		writers.forgetBefore(10);
		expect([writers.mustSee("anna"), writers.mustSee("ben"), writers.size]).toEqual([Number.NEGATIVE_INFINITY, 20, 1]);
	});

	test("is not lost where there are too many: then all must see what the forgotten have written", () => {
		const writers = new RecentWriters(2);
		writers.note("anna", 10);
		writers.note("ben", 20);
		writers.note("anna", 30);
		writers.note("cleo", 40);
		expect(writers.size).toBe(2);
		expect([writers.mustSee("ben"), writers.mustSee("dora"), writers.mustSee("anna")]).toEqual([20, 20, 30]);
	});
});

describe("A statement that fails on a replica", () => {
	const cases: [expected: string, error: unknown][] = [
		["gone", Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" })],
		["gone", new Error("Connection terminated unexpectedly")],
		["gone", { code: "57P01" }],
		["gone", { code: "57P03" }],
		["gone", { code: "08006" }],
		["refused", { code: "40001" }],
		["refused", { code: "25006" }],
		["own", { code: "57014" }],
		["own", { code: "42P01" }],
		["own", { code: "22P02" }],
	];
	test.each(cases)("is %s by %j", (expected, error) => {
		expect(faultOf(error)).toBe(expected);
	});
});
