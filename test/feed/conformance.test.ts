import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { FeedReading } from "../../src/feed/feed-document.js";
import { readFeed } from "../../src/feed/read-feed.js";
import { type FeedparserCase, readCases } from "./feedparser-case.js";
import { judge } from "./feedparser-judge.js";

const FEEDS = fileURLToPath(new URL("../../../shared/data/feeds", import.meta.url));

/** Of the well-formed cases that concern what this service keeps, so many are read as feedparser reads them. */
const LEAST_WELL_FORMED = 0.99;

describe.skipIf(!existsSync(FEEDS))("feedparser's test files (skipped where ../shared is absent)", () => {
	const cases = existsSync(FEEDS) ? readCases(FEEDS) : [];
	const readings = new Map<FeedparserCase, { reading: FeedReading; ms: number }>();
	for (const file of cases) {
		const start = performance.now();
		readings.set(file, { reading: readFeed(file.bytes, file.response), ms: performance.now() - start });
	}
	const results = [...readings].map(([file, { reading }]) => ({ file, ...judge(file, reading) }));
	const kept = results.filter(({ verdict }) => verdict === "passed" || verdict === "failed");
	const table = new Map<string, Record<string, number>>();
	for (const { file, verdict } of results) {
		const folder = file.path.split("/").slice(0, -1).join("/");
		const row = table.get(folder) ?? { passed: 0, failed: 0, "not kept": 0, "no expectation": 0, unknown: 0 };
		row[verdict] = (row[verdict] ?? 0) + 1;
		table.set(folder, row);
	}
	if (process.env.CONFORMANCE_REPORT) {
		console.table(Object.fromEntries(table));
		const reasons = new Map<string, number>();
		for (const { notKept } of results) for (const what of notKept) reasons.set(what, (reasons.get(what) ?? 0) + 1);
		console.table(Object.fromEntries(reasons));
		for (const { file, verdict, note } of results) {
			if (verdict === "failed" || verdict === "unknown") console.log(verdict, file.path, file.expect, note);
		}
	}

	test("are all read within a second each, and none throws", () => {
		expect(cases.length).toBeGreaterThan(800);
		expect([...readings].filter(([, { ms }]) => ms > 1_000).map(([{ path }]) => path)).toEqual([]);
	});

	test("are judged, but for a few whose expectations this reading of Python does not know", () => {
		const unknown = results.filter(({ verdict }) => verdict === "unknown");
		expect(unknown.length, unknown.map(({ file, note }) => `${file.path}: ${note}`).join("\n")).toBeLessThan(
			results.length * 0.01,
		);
	});

	test("that are well-formed are read as feedparser reads them, where they concern what is kept", () => {
		const wellFormed = kept.filter(({ file }) => file.path.startsWith("wellformed/"));
		const failed = wellFormed.filter(({ verdict }) => verdict === "failed");
		expect(wellFormed.length).toBeGreaterThan(400);
		expect(
			1 - failed.length / wellFormed.length,
			failed.map(({ file }) => file.path).join("\n"),
		).toBeGreaterThanOrEqual(LEAST_WELL_FORMED);
	});

	test("that are hostile leave neither markup nor scripts in a text that feedparser cleans of them", () => {
		const sanitized = results.filter(({ file }) => file.path.includes("/sanitize/"));
		const unsafe = sanitized.filter(({ file }) => {
			const reading = readings.get(file)?.reading;
			if (reading?.kind !== "feed") return true;
			const { title, description, entries } = reading.feed;
			const texts = [title, description, ...entries.flatMap((entry) => [entry.title, entry.summary, entry.content])];
			return texts.some((text) => text && /\bon\w+\s*=|javascript:|<\/?(?:img|iframe|object|span|style)\b/i.test(text));
		});
		expect(unsafe.map(({ file }) => file.path)).toEqual([]);
	});
});
