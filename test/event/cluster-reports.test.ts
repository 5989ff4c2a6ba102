import { describe, expect, it } from "vitest";
import { clusterReports, type Report } from "../../src/event/cluster-reports.js";
import { seededRandom } from "../bench/random.js";
import { IDF, reportOf } from "./made-reports.js";

const idsOf = (reports: readonly Report[]) =>
	clusterReports(reports, IDF)
		.map(({ articleIds }) => [...articleIds].sort().join(" "))
		.sort();

/** Six reports of each of two fights of one boxer: the same kind of words, other opponents. */
function fights(): Report[] {
	const common = [
		"title fight belt",
		"champion ring belt",
		"round referee ring",
		"fight crowd hall",
		"belt crowd round",
		"hall champion fight",
	];
	return ["Marsh Costera knockout jab", "Duarte Halden points judges"].flatMap((own, event) =>
		common.map((words, at) => reportOf(`${event}${at}`, `Brandt ${own} ${words}`)),
	);
}

describe("reports clustered with hindsight", () => {
	it("are sorted by what tells two events of one kind apart", () => {
		expect(idsOf(fights())).toEqual(["00 01 02 03 04 05", "10 11 12 13 14 15"]);
	});

	it("come out the same in whatever order they came in", () => {
		const random = seededRandom(11);
		const reports = fights();
		const sorted = idsOf(reports);
		for (let round = 0; round < 20; round++) {
			const shuffled = reports.map((report) => ({ report, at: random() })).sort((a, b) => a.at - b.at);
			expect(idsOf(shuffled.map(({ report }) => report))).toEqual(sorted);
		}
	});

	it("are apart if weeks lie between the same words, and together if hours do", () => {
		const text = "Karsk power station drone strike";
		expect(idsOf([reportOf("a", text, 1), reportOf("b", text, 25)])).toEqual(["a", "b"]);
		expect(idsOf([reportOf("a", text, 1), reportOf("b", text, 1)])).toEqual(["a b"]);
	});

	it("tell what their event is made of", () => {
		const [cluster] = clusterReports([reportOf("b", "quay collapse", 2), reportOf("a", "quay collapse crane", 1)], IDF);
		expect(cluster).toMatchObject({ reports: 2, articleIds: ["a", "b"] });
		expect(cluster?.mainReports).toEqual({
			first: new Date("2026-01-01T12:00:00Z"),
			last: new Date("2026-01-02T12:00:00Z"),
		});
		expect(cluster?.alike).toBeGreaterThan(0.5);
	});

	it("are none, or one, without a pair to compare", () => {
		expect(idsOf([])).toEqual([]);
		expect(idsOf([reportOf("a", "quay collapse")])).toEqual(["a"]);
	});
});
