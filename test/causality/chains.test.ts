import { describe, expect, it } from "vitest";
import { bestChains, graphOf, widestChains, withoutShortcuts } from "../../src/causality/chains.js";
import type { ContextLink } from "../../src/causality/context.js";
import { closesCycle, isAgainstTime } from "../../src/causality/decide-links.js";

function link(path: string, confidence: number, relation: ContextLink["relation"] = "CAUSE"): ContextLink {
	const [causeId = "", effectId = ""] = path.split(">");
	return {
		linkId: path,
		causeId,
		effectId,
		relation,
		mode: "CONSEQUENCE",
		basis: "STATED",
		status: "ACCEPTED",
		confidence,
		support: { supporting: 1, contradicting: 0, independentSources: 1, attributedOnly: false, firstStatedAt: null },
		evidence: [],
		explanation: "",
	};
}

describe("the widest chain", () => {
	const graph = graphOf([link("a>b", 0.9), link("b>d", 0.8), link("a>c", 0.95), link("c>d", 0.4), link("z>a", 0.7)]);

	it("is the one whose weakest link is strongest", () => {
		const chain = widestChains(graph, "d", 4).get("a");
		expect(chain?.key).toBe("a>b>b>d");
		expect(chain?.bottleneckConfidence).toBe(0.8);
	});

	it("reaches as far as the limit allows and no further", () => {
		expect(widestChains(graph, "d", 3).get("z")?.links.length).toBe(3);
		expect(widestChains(graph, "d", 2).has("z")).toBe(false);
	});

	it("never runs in circles", () => {
		const circle = graphOf([link("a>b", 0.9), link("b>a", 0.9), link("b>c", 0.9)]);
		expect([...widestChains(circle, "c", 8).keys()].sort()).toEqual(["a", "b"]);
		expect(bestChains(circle, "a", "c", 8).map((chain) => chain.key)).toEqual(["a>b>b>c"]);
	});

	it("between two events comes first among all paths", () => {
		expect(bestChains(graph, "a", "d", 4).map((chain) => chain.bottleneckConfidence)).toEqual([0.8, 0.4]);
		expect(bestChains(graph, "d", "a", 4)).toEqual([]);
	});
});

describe("nearest cause wins", () => {
	it("drops a shortcut where the path through the nearer cause is as well supported", () => {
		const kept = withoutShortcuts([link("a>b", 0.9), link("b>c", 0.8), link("a>c", 0.8)], 4);
		expect(kept.map(({ linkId }) => linkId)).toEqual(["a>b", "b>c"]);
	});

	it("keeps a link that is better supported than the path", () => {
		const kept = withoutShortcuts([link("a>b", 0.9), link("b>c", 0.5), link("a>c", 0.8)], 4);
		expect(kept.length).toBe(3);
	});

	it("sees longer paths, and takes no step through what prevented", () => {
		const long = [link("a>b", 0.9), link("b>c", 0.9), link("c>d", 0.9), link("a>d", 0.7)];
		expect(withoutShortcuts(long, 4).map(({ linkId }) => linkId)).not.toContain("a>d");
		const prevented = [link("a>b", 0.9), link("b>c", 0.9, "PREVENT"), link("a>c", 0.7)];
		expect(withoutShortcuts(prevented, 4).length).toBe(3);
	});
});

describe("an order of causes that cannot be", () => {
	const day = (n: number) => ({
		start: new Date(Date.UTC(2026, 0, n)),
		end: new Date(Date.UTC(2026, 0, n + 1)),
		granularity: "DAY" as const,
	});

	it("is a cause that begins when its effect is over", () => {
		expect(isAgainstTime(day(5), day(4))).toBe(true);
		expect(isAgainstTime(day(4), day(4))).toBe(false);
		expect(isAgainstTime(day(3), day(4))).toBe(false);
		expect(isAgainstTime(null, day(4))).toBe(false);
	});

	it("is a circle", () => {
		const effects = new Map([
			["a", ["b"]],
			["b", ["c"]],
		]);
		const effectsOf = (id: string) => effects.get(id) ?? [];
		expect(closesCycle("c", "a", effectsOf)).toBe(true);
		expect(closesCycle("a", "c", effectsOf)).toBe(false);
		expect(closesCycle("a", "a", effectsOf)).toBe(true);
	});
});
