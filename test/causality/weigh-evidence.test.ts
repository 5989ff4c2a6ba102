import { describe, expect, it } from "vitest";
import { type WeighedEvidence, weighEvidence } from "../../src/causality/weigh-evidence.js";

const SENTENCE: WeighedEvidence = {
	articleId: "a1",
	voice: "outlet-1",
	stance: "SUPPORTS",
	mode: "CONSEQUENCE",
	basis: "STATED",
	attributedTo: null,
	confidence: 0.8,
	publishedAt: new Date("2026-01-02T00:00:00Z"),
	isCopy: false,
};
const said = (change: Partial<WeighedEvidence>): WeighedEvidence => ({ ...SENTENCE, ...change });

describe("the weight of a link", () => {
	it("is that of its one sentence, and a plain claim of one outlet is accepted", () => {
		expect(weighEvidence([SENTENCE])).toMatchObject({ confidence: 0.8, status: "ACCEPTED" });
	});

	it("grows with each independent outlet, not with each sentence of one", () => {
		const twice = weighEvidence([SENTENCE, said({ articleId: "a2" })]);
		const two = weighEvidence([SENTENCE, said({ voice: "outlet-2" })]);
		expect(twice.confidence).toBeCloseTo(0.8);
		expect(twice.support).toMatchObject({ supporting: 2, independentSources: 1 });
		expect(two.confidence).toBeCloseTo(0.96);
		expect(two.support.independentSources).toBe(2);
	});

	it("does not grow with copies", () => {
		const copies = ["outlet-2", "outlet-3", "outlet-4"].map((voice) => said({ voice, isCopy: true }));
		expect(weighEvidence([SENTENCE, ...copies])).toEqual(weighEvidence([SENTENCE]));
	});

	it("is less for what is only attributed, which stays a proposal", () => {
		const quoted = weighEvidence([said({ attributedTo: "the ministry", confidence: 0.95 })]);
		expect(quoted.status).toBe("PROPOSED");
		expect(quoted.support.attributedOnly).toBe(true);
		expect(quoted.confidence).toBeLessThan(0.95);
	});

	it("falls with a denial, which disputes the link and does not delete it", () => {
		const denied = weighEvidence([SENTENCE, said({ voice: "outlet-2", stance: "CONTRADICTS" })]);
		expect(denied.status).toBe("DISPUTED");
		expect(denied.confidence).toBeGreaterThan(0.3);
		expect(denied.confidence).toBeLessThan(0.8);
		expect(denied.support).toMatchObject({ supporting: 1, contradicting: 1 });
	});

	it("is nothing for a denial alone, and a link without evidence is retracted", () => {
		expect(weighEvidence([said({ stance: "CONTRADICTS" })])).toMatchObject({ confidence: 0, status: "DISPUTED" });
		expect(weighEvidence([])).toMatchObject({ confidence: 0, status: "RETRACTED" });
	});

	it("knows when it was first stated, in whatever order the sentences come", () => {
		const later = said({ publishedAt: new Date("2026-01-09T00:00:00Z") });
		expect(weighEvidence([later, SENTENCE]).support.firstStatedAt).toEqual(SENTENCE.publishedAt);
	});
});
