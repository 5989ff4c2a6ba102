import { describe, expect, test } from "vitest";
import type { EventProfile } from "../../src/event/event-profile.js";
import { ProfileMemory, TermCounts } from "../../src/ingest/archive-memory.js";

describe("counts of terms", () => {
	const known = () => {
		const counts = new TermCounts();
		counts.startAt(10);
		counts.set("quay", 3);
		return counts;
	};

	test("hold while the archive has as many documents", () => {
		const counts = known();
		counts.startAt(10);
		expect(counts.of("quay")).toBe(3);
	});

	test("are forgotten when somebody else has added a document", () => {
		const counts = known();
		counts.startAt(11);
		expect(counts.of("quay")).toBeUndefined();
	});

	test("grow by a document of one's own, those that are known", () => {
		const counts = known();
		counts.add(["quay", "strike"], 10);
		counts.startAt(11);
		expect([counts.of("quay"), counts.of("strike")]).toEqual([4, undefined]);
	});

	test("do not grow by a document that they were read after", () => {
		const counts = known();
		counts.startAt(11);
		counts.set("quay", 4);
		counts.add(["quay"], 10);
		expect([counts.documents, counts.of("quay")]).toEqual([11, 4]);
	});
});

describe("profiles of events", () => {
	const profile = (id: string, words: number): EventProfile => ({
		id,
		type: "OTHER",
		time: null,
		firstReportedAt: new Date(0),
		mainReports: null,
		roles: new Map(),
		names: new Set<string>(),
		reports: 0,
		alike: 0,
		weights: new Map(Array.from({ length: words }, (_, index) => [`w${index}`, 1])),
	});

	test("are those of the same revision", () => {
		const memory = new ProfileMemory();
		memory.set("a", 2, profile("a", 3));
		expect(memory.get("a", 2)?.id).toBe("a");
		expect(memory.get("a", 3)).toBeUndefined();
	});

	test("are as many as there is room for, those used last", () => {
		const memory = new ProfileMemory();
		for (const id of ["a", "b", "c"]) memory.set(id, 1, profile(id, 30_000));
		expect(memory.get("a", 1)?.id).toBe("a");
		memory.set("d", 1, profile("d", 30_000));
		expect(["a", "b", "c", "d"].map((id) => memory.get(id, 1) !== undefined)).toEqual([true, false, true, true]);
	});
});
