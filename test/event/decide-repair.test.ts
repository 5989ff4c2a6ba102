import { describe, expect, it } from "vitest";
import type { ReportCluster } from "../../src/event/cluster-reports.js";
import { decideRepair, isRepairDue, MAX_CLUSTERED, neighbourhoodOf } from "../../src/event/decide-repair.js";
import type { EventProfile } from "../../src/event/event-profile.js";
import { joinGroups } from "../../src/event/report-group.js";
import { IDF, reportOf } from "./made-reports.js";

const cluster = (...articleIds: string[]): ReportCluster => ({ ...reportOf("", "quay"), articleIds });

/** Each report as event and number, "a1"; clusters as lists of them. */
function repairOf(...clusters: string[][]) {
	const eventOf = new Map(clusters.flat().map((id) => [id, id.charAt(0)]));
	return decideRepair(
		clusters.map((ids) => cluster(...ids)),
		eventOf,
	);
}

describe("a repair", () => {
	it("is none where events are as they should be", () => {
		expect(repairOf(["a1", "a2"], ["b1"])).toEqual({ moves: [], merges: [] });
	});

	it("founds an event for the smaller part of one that is two", () => {
		expect(repairOf(["a1", "a2", "a3"], ["a4"])).toEqual({
			moves: [{ articleIds: ["a4"], fromId: "a", to: 1 }],
			merges: [],
		});
	});

	it("merges the smaller of two that are one, of equals the later", () => {
		expect(repairOf(["a1", "b1", "b2"]).merges).toEqual([{ awayId: "a", keepId: "b" }]);
		expect(repairOf(["b1", "a1"]).merges).toEqual([{ awayId: "b", keepId: "a" }]);
	});

	it("moves what stands in the wrong one of two", () => {
		expect(repairOf(["a1", "a2", "b3"], ["b1", "b2", "a3"])).toEqual({
			moves: [
				{ articleIds: ["a3"], fromId: "a", to: "b" },
				{ articleIds: ["b3"], fromId: "b", to: "a" },
			],
			merges: [],
		});
	});

	it("merges an event of which no cluster is left to where most of it went", () => {
		expect(repairOf(["a1", "a2", "a3", "c1", "c2"], ["b1", "b2", "b3", "c3"])).toEqual({
			moves: [{ articleIds: ["c3"], fromId: "c", to: "b" }],
			merges: [{ awayId: "c", keepId: "a" }],
		});
	});
});

describe("a look at an event again", () => {
	it("is due ever more rarely the larger it gets", () => {
		const due = Array.from({ length: 100 }, (_, at) => at).filter(isRepairDue);
		expect(due).toEqual([2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96]);
	});

	const eventOf = (id: string, reports: number, text: string, day = 5): EventProfile => {
		const all = Array.from({ length: reports }, (_, at) =>
			reportOf(`${id}${at}`, `${text} ${id}${"abcdefghij".charAt(at % 10)}`, day),
		);
		return { ...all.reduce((before, report) => joinGroups(before, report, IDF)), id };
	};
	const QUAY = "Osborne Selway quay collapse";

	it("takes in the events most like it, as far as their reports are not too many", () => {
		const others = [
			eventOf("wheat", 3, "wheat price harvest"),
			eventOf("near", 3, QUAY),
			eventOf("late", 3, QUAY, 29),
			{ ...eventOf("passing", 1, QUAY), reports: 0 },
		];
		expect(neighbourhoodOf(eventOf("own", 4, QUAY), others, IDF)).toEqual({ clustered: ["own", "near"], same: [] });
		expect(neighbourhoodOf(eventOf("own", 1, QUAY), [], IDF).clustered).toEqual([]);
	});

	it("joins what is plainly one and too large to be sorted", () => {
		const others = [
			eventOf("large", MAX_CLUSTERED, QUAY),
			eventOf("other", MAX_CLUSTERED, "Osborne parliament debate vote"),
		];
		expect(neighbourhoodOf(eventOf("own", 4, QUAY), others, IDF)).toEqual({ clustered: ["own"], same: ["large"] });
	});
});
