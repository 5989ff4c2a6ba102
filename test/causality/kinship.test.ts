import { describe, expect, it } from "vitest";
import { kinships } from "../../src/causality/kinship.js";
import { akin } from "../../src/causality/relevance.js";
import { readReportWords } from "../../src/causality/report-words.js";

const kin = (id: string, text: string, isTold = false) => ({ id, report: readReportWords(text), isTold });
const ASKED = readReportWords("In court the owner of the ferry Aurora was charged, said Anna Berg in Bergen.");

describe("the kinship of events with the one asked about", () => {
	const known = kinships(ASKED, [
		kin("raid", "Police raided the office of the owner, Anna Berg, after the ferry Aurora sank off Bergen."),
		kin("storm", "A storm sank a vessel, and divers searched off Bergen. Police suspected the office."),
		kin("plane", "A panel blew out of a jet over Portland."),
		kin("wheat", "In the end the price of wheat was what ministers in Velia talked of."),
	]);
	const of = (id: string) => known.get(id) ?? Number.NaN;

	it("is nothing without a word in common on the way, and the more the more there is", () => {
		expect(of("plane")).toBe(0);
		expect(of("raid")).toBeGreaterThan(of("storm"));
		expect(of("storm")).toBeGreaterThan(of("wheat"));
	});

	it("goes by way of another event that is akin to both, and of those that articles tell", () => {
		const storm = kin("storm", "A storm sank a vessel, and divers searched.");
		const search = "Divers of the navy searched for the vessel after the storm, and Anna Berg watched.";
		const alone = kinships(ASKED, [storm]).get("storm") ?? 0;
		const beside = kinships(ASKED, [storm, kin("search", search)]).get("storm") ?? 0;
		const told = kinships(ASKED, [storm, kin("search", search, true)]).get("storm") ?? 0;
		expect(alone).toBe(0);
		expect(beside).toBeGreaterThan(alone);
		expect(told).toBeGreaterThanOrEqual(beside);
	});

	it("takes most of its relevance from what is hardly akin, more where articles say what preceded", () => {
		expect(akin(0, false)).toBe(0);
		expect(akin(0.04, false)).toBeCloseTo(0.5);
		expect(akin(0.04, true)).toBeLessThan(0.2);
		expect(akin(0.6, true)).toBeGreaterThan(0.85);
		expect(akin(0.3, true)).toBeGreaterThan(akin(0.2, true));
	});
});
