import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lockMs, mostPerArchive, type ScaleInputs, scaleNeed, workerSpeedup } from "./scale-model.js";
import { scaleReport } from "./scale-report.js";

const INPUTS: ScaleInputs = {
	measured: "nothing",
	length: 1_000,
	readMs: 40,
	storeMs: 10,
	storeDatabaseMs: 10,
	contextMs: 50,
	contextDatabaseMs: 30,
	statements: 10,
	rows: 100,
	changes: 20,
	bytes: 50_000,
	walBytes: 100_000,
	questionMs: 7,
	questionDatabaseMs: 2,
	commits: 1_000,
	notifyingCommits: 400,
	deliveryMs: 0.1,
};
const GOAL = { questionsPerArticle: 10, subscribers: 100, wantedPart: 0.01 };

describe("What a stream of news needs", () => {
	test("is reckoned from what one article costs", () => {
		// Ten articles a second.
		expect(scaleNeed(INPUTS, { ...GOAL, articlesPerMinute: 600 })).toEqual({
			articlesPerMinute: 600,
			lockBusy: 0.2,
			archives: 1,
			// One core of work, of which each does 0.7.
			workers: 2,
			// 100 questions of 7 ms, and 200 deliveries of 0.1 ms.
			apis: 2,
			connections: 2 * 11 + 2 * 6,
			databaseCores: 0.2 + 0.4,
			readCores: 0.2,
			rowsPerDay: 10 * 100 * 86_400,
			gbPerDay: 43.2,
			walMbPerSecond: 1,
			questionsPerSecond: 100,
			deliveriesPerSecond: 200,
			walls: ["one process (roles)"],
		});
	});

	test("names every wall that stands in the way", () => {
		const wallsAt = (articlesPerMinute: number) => scaleNeed(INPUTS, { ...GOAL, articlesPerMinute }).walls;
		expect(wallsAt(10)).toEqual([]);
		expect(wallsAt(3_000)).toEqual([
			"one process (roles)",
			"connections (a pooler)",
			"the writers' lock (several archives)",
		]);
		expect(wallsAt(100_000)).toHaveLength(5);
	});

	test("never becomes less as more news comes", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 50_000 }), (least, more) => {
				const [a, b] = [least, least + more].map((articlesPerMinute) =>
					scaleNeed(INPUTS, { ...GOAL, articlesPerMinute }),
				);
				for (const key of ["archives", "workers", "apis", "connections", "databaseCores", "gbPerDay"] as const)
					expect(b?.[key]).toBeGreaterThanOrEqual(a?.[key] ?? 0);
				expect((a?.lockBusy ?? 0) / (a?.archives ?? 1)).toBeLessThanOrEqual(0.7);
			}),
		);
	});
});

describe("Workers", () => {
	test("share what they read, and take turns in writing", () => {
		expect(lockMs(INPUTS)).toBe(20);
		expect([1, 2, 4, 5, 6, 50].map((workers) => workerSpeedup(INPUTS, workers))).toEqual([1, 2, 4, 5, 5, 5]);
	});

	test("do not help where writing is all the work", () => {
		const writers = { ...INPUTS, readMs: 0, contextMs: 0 };
		expect(workerSpeedup(writers, 2)).toBe(1);
	});

	test("fill an archive up to what its lock takes", () => {
		expect(mostPerArchive(INPUTS)).toBe(2_100);
		expect(scaleNeed(INPUTS, { ...GOAL, articlesPerMinute: 2_100 }).archives).toBe(1);
		expect(scaleNeed(INPUTS, { ...GOAL, articlesPerMinute: 2_101 }).archives).toBe(2);
	});
});

test("docs/scaling.md shows what `npm run -s scale` prints", () => {
	const inputs = JSON.parse(readFileSync(new URL("./scale-inputs.json", import.meta.url), "utf8")) as ScaleInputs;
	const goal = { questionsPerArticle: 20, subscribers: 1_000, wantedPart: 0.001 };
	const steps = [10, 100, 1_000, 10_000, 100_000];
	const needs = steps.map((articlesPerMinute) => scaleNeed(inputs, { ...goal, articlesPerMinute }));
	const report = scaleReport(inputs, goal, needs).replaceAll(/^(?=.)/gm, "    ");
	const page = readFileSync(new URL("../../docs/scaling.md", import.meta.url), "utf8");
	expect(page).toContain(report);
});
