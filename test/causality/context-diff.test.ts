import { describe, expect, test } from "vitest";
import type { ContextEntry, ContextLink, PrecedingContext } from "../../src/causality/context.js";
import { diffContexts } from "../../src/causality/context-diff.js";
import { dayTime, october } from "./context-fixture.js";

function entry(eventId: string, more: Partial<ContextEntry> = {}): ContextEntry {
	return {
		eventId,
		role: "BACKGROUND",
		distance: null,
		relevance: 0.5,
		steps: 1,
		kinship: 1,
		opening: null,
		news: [],
		title: `Event ${eventId}`,
		time: dayTime(3),
		status: "OCCURRED",
		occurredAt: october(3),
		bestChain: null,
		sentence: null,
		disputed: false,
		...more,
	};
}

function link(linkId: string, more: Partial<ContextLink> = {}): ContextLink {
	return {
		linkId,
		causeId: "a",
		effectId: "b",
		relation: "CAUSE",
		mode: "CONSEQUENCE",
		basis: "STATED",
		status: "ACCEPTED",
		confidence: 0.8,
		support: {
			supporting: 1,
			contradicting: 0,
			independentSources: 1,
			attributedOnly: false,
			firstStatedAt: october(3),
		},
		evidence: [],
		explanation: "a led to b",
		...more,
	};
}

function context(day: number, entries: ContextEntry[], links: ContextLink[] = []): PrecedingContext {
	const asOf = { at: october(day), clock: "PUBLISHED" as const };
	return {
		eventId: "now",
		asOf,
		version: "",
		entries,
		links,
		chains: [],
		unresolved: [],
		truncated: false,
		hasTellings: true,
		digests: [],
		news: new Set(),
		computedAt: october(day),
	};
}

const ids = (entries: readonly ContextEntry[]) => entries.map(({ eventId }) => eventId);

describe("What changed between two contexts of an event", () => {
	test("are events that came and went, in chronological order, and the instants on either side", () => {
		const diff = diffContexts(context(5, [entry("a"), entry("b")]), context(9, [entry("b"), entry("c"), entry("d")]));
		expect([ids(diff.added), ids(diff.removed), diff.changed]).toEqual([["c", "d"], ["a"], []]);
		expect([diff.from.at, diff.to.at]).toEqual([october(5), october(9)]);
	});

	test.each<[field: string, more: Partial<ContextEntry>]>([
		["role", { role: "DIRECT_CAUSE" }],
		["distance", { distance: 1 }],
		["relevance", { relevance: 0.6 }],
		["title", { title: "Quay collapses" }],
		["time", { time: dayTime(4) }],
		["time", { time: null }],
		["status", { status: "DENIED" }],
		["disputed", { disputed: true }],
	])("is an event that is told with another %s", (field, more) => {
		const { changed } = diffContexts(context(5, [entry("a")]), context(9, [entry("a", more)]));
		expect(changed.map(({ fields }) => fields)).toEqual([[field]]);
		expect(changed[0]?.before).toEqual(entry("a"));
		expect(changed[0]?.after).toEqual(entry("a", more));
	});

	test("is not a relevance that moved a little", () => {
		expect(diffContexts(context(5, [entry("a")]), context(9, [entry("a", { relevance: 0.53 })])).changed).toEqual([]);
	});

	test("are claims that came, went, or stand otherwise", () => {
		const before = context(5, [], [link("1"), link("2")]);
		const after = context(9, [], [link("2", { status: "DISPUTED" }), link("3"), link("1", { confidence: 0.9 })]);
		const { linksAdded, linksRemoved } = diffContexts(before, after);
		expect(linksAdded.map(({ linkId, status }) => [linkId, status])).toEqual([
			["2", "DISPUTED"],
			["3", "ACCEPTED"],
		]);
		expect(linksRemoved.map(({ linkId, status }) => [linkId, status])).toEqual([["2", "ACCEPTED"]]);
	});
});
