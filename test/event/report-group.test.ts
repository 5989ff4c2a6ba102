import { describe, expect, it } from "vitest";
import type { Report } from "../../src/event/cluster-reports.js";
import { joinGroups, likeness, type ReportGroup } from "../../src/event/report-group.js";
import { dot } from "../../src/event/term-weight.js";
import { IDF, reportOf } from "./made-reports.js";

const join = (groups: readonly ReportGroup[]) => groups.reduce((before, group) => joinGroups(before, group, IDF));

const FIGHT = ["brandt marsh title fight knockout round belt", "brandt marsh ring champion knockout referee"];
const OTHER_FIGHT = ["brandt duarte title fight points belt judges", "brandt duarte ring champion points crowd"];

describe("a group of reports", () => {
	it("knows how much its reports are alike, pair by pair, however it came together", () => {
		const reports = [...FIGHT, ...OTHER_FIGHT].map((text, at) => reportOf(`a${at}`, text));
		let pairs = 0;
		reports.forEach((a, at) => {
			for (const b of reports.slice(0, at)) pairs += dot(a.weights, b.weights, IDF);
		});
		const [first, second, third, fourth] = reports as [Report, Report, Report, Report];
		expect(join(reports).alike).toBeCloseTo(pairs);
		expect(join([join([first, third]), join([second, fourth])]).alike).toBeCloseTo(pairs);
		expect(join(reports).reports).toBe(4);
	});

	it("takes words from the first article about it in place of those of mentions in passing", () => {
		const passing: ReportGroup = { ...reportOf("x", "fight in the north"), reports: 0, mainReports: null };
		const grown = joinGroups(passing, reportOf("a", FIGHT[0] ?? ""), IDF);
		expect(grown.weights.has("north")).toBe(false);
		expect(grown.mainReports).not.toBeNull();
		expect(joinGroups(grown, passing, IDF).weights).toEqual(grown.weights);
	});
});

describe("likeness", () => {
	const reports = (texts: readonly string[]) => join(texts.map((text, at) => reportOf(`a${at}`, text)));

	it("is the same from either side, and nothing without a word in common", () => {
		const [a, b] = [reports(FIGHT), reports(OTHER_FIGHT)];
		expect(likeness(a, b, IDF)).toBeCloseTo(likeness(b, a, IDF));
		expect(likeness(a, reports(["wheat price harvest"]), IDF)).toBe(0);
	});

	it("is about one for two halves of one event's reports, whether these are told alike or not", () => {
		const varied = (count: number, shared: string) =>
			Array.from({ length: count }, (_, at) => `${shared} ${["p", "q", "r", "s"].map((c) => c + at).join(" ")}`);
		for (const shared of ["harbour quay collapse", "harbour quay collapse crane docker basin morning"]) {
			const all = varied(12, shared).map((text, at) => reportOf(`a${at}`, text));
			expect(likeness(join(all.slice(0, 6)), join(all.slice(6)), IDF)).toBeGreaterThan(0.8);
			expect(likeness(join(all.slice(0, 6)), join(all.slice(6)), IDF)).toBeLessThan(1.2);
		}
	});

	it("gets less, for two events of one kind, the more reports there are of each", () => {
		const of = (texts: readonly string[], count: number) =>
			reports(Array.from({ length: count }, (_, at) => texts[at % texts.length] as string));
		const few = likeness(of(FIGHT, 2), of(OTHER_FIGHT, 2), IDF);
		const many = likeness(of(FIGHT, 12), of(OTHER_FIGHT, 12), IDF);
		expect(many).toBeLessThan(few);
	});

	it("compares an event known from hindsight by its words' direction alone", () => {
		const passing: ReportGroup = { ...reportOf("x", FIGHT[0] ?? ""), reports: 0, mainReports: null };
		const long = { ...passing, weights: new Map([...passing.weights].map(([term, weight]) => [term, 7 * weight])) };
		const article = reportOf("a", FIGHT[1] ?? "");
		expect(likeness(article, long, IDF)).toBeCloseTo(likeness(article, passing, IDF));
	});
});
