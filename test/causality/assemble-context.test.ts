import { describe, expect, it } from "vitest";
import { assembleContext } from "../../src/causality/assemble-context.js";
import { type ContextOptions, DEFAULT_CONTEXT_OPTIONS } from "../../src/causality/context.js";
import type { CandidateLink } from "../../src/causality/known-link.js";
import { measureFor } from "../../src/causality/storyline.js";
import { candidate, candidateLink, dayTime, october, storylineOf, type ToldEvent } from "./context-fixture.js";

function assemble(
	events: ToldEvent[],
	links: CandidateLink[],
	options: Partial<ContextOptions> = {},
	at = october(30),
) {
	const storyline = storylineOf(events);
	return assembleContext({
		eventId: "e",
		asOf: { at, clock: "PUBLISHED" },
		options: { ...DEFAULT_CONTEXT_OPTIONS, ...options },
		links,
		storyline,
		measured: measureFor(storyline, "e"),
		events,
		now: october(31),
	});
}

const rolesOf = (context: ReturnType<typeof assemble>) =>
	Object.fromEntries(context.entries.map((entry) => [entry.eventId, entry.role]));

describe("what preceded", () => {
	const event = candidate("e", 20);
	const story = [
		event,
		candidate("a", 1),
		candidate("b", 10),
		candidate("c", 15, { retellings: 1 }),
		candidate("d", 18),
	];

	it("names every event's role, in the order in which things happened", () => {
		const context = assemble(story, [candidateLink("a>b"), candidateLink("b>e")]);
		expect(rolesOf(context)).toEqual({ a: "INDIRECT_CAUSE", b: "DIRECT_CAUSE", c: "BACKGROUND", d: "RELATED" });
		expect(context.entries.map((entry) => entry.eventId)).toEqual(["a", "b", "c", "d"]);
		expect(context.entries.map((entry) => entry.distance)).toEqual([2, 1, null, null]);
		expect(context.chains.map((chain) => chain.key)).toEqual(["a>b>b>e"]);
	});

	it("ranks stated causes above what articles retell, and that above what is only alike", () => {
		const { entries } = assemble(story, [candidateLink("b>e")]);
		const ranked = entries.toSorted((x, y) => y.relevance - x.relevance).map((entry) => entry.eventId);
		expect(ranked[0]).toBe("b");
		expect(ranked[1]).toBe("c");
	});

	it("puts an undated cause before what it led to, though it was first told of later", () => {
		const leak = candidate("leak", 25, { time: null });
		const context = assemble([event, candidate("b", 10), leak], [candidateLink("leak>b"), candidateLink("b>e")]);
		expect(context.entries.map((entry) => entry.eventId)).toEqual(["leak", "b"]);
	});

	it("calls what enabled or prevented by its name", () => {
		const context = assemble(story, [
			candidateLink("a>e", { relation: "ENABLE" }),
			candidateLink("b>e", { relation: "PREVENT" }),
		]);
		expect(rolesOf(context)).toMatchObject({ a: "ENABLER", b: "PREVENTER" });
		expect(context.chains.some((chain) => chain.hasPrevention)).toBe(true);
	});

	it("prints chains among earlier events even where nobody says that they led to this one", () => {
		const context = assemble([event, candidate("a", 1), candidate("b", 10, { retellings: 1 })], [candidateLink("a>b")]);
		expect(rolesOf(context)).toEqual({ a: "BACKGROUND", b: "BACKGROUND" });
		expect(context.chains.map((chain) => [chain.rootId, chain.targetId])).toEqual([["a", "b"]]);
	});

	it("leaves out what happened later, what is only planned, and what was not yet known to have begun", () => {
		const later = candidate("later", 25, { retellings: 1 });
		const planned = candidate("planned", 19, { status: "PLANNED", hasMain: false, retellings: 1, time: null });
		const future = candidate("future", 10, { time: dayTime(28), retellings: 1 });
		const context = assemble([event, later, planned, future], [], {}, october(26));
		expect(context.entries).toEqual([]);
	});

	it("keeps a disputed link only if asked, and marks it", () => {
		const evidence = candidateLink("b>e").evidence.flatMap((said) => [
			said,
			{ ...said, id: "no", stance: "CONTRADICTS" as const, voice: "other" },
		]);
		const disputed = candidateLink("b>e", { evidence });
		expect(assemble(story, [disputed]).entries.find((entry) => entry.eventId === "b")?.disputed).toBe(true);
		expect(assemble(story, [disputed], { includeDisputed: false }).links).toEqual([]);
	});

	it("shows no link that is only denied, or weaker than asked for, or of other grounds", () => {
		const evidence = candidateLink("b>e").evidence.map((said) => ({ ...said, stance: "CONTRADICTS" as const }));
		expect(assemble(story, [candidateLink("b>e", { evidence })]).links).toEqual([]);
		expect(assemble(story, [candidateLink("b>e")], { minConfidence: 0.95 }).links).toEqual([]);
		expect(assemble(story, [candidateLink("b>e")], { bases: ["CURATED"] }).links).toEqual([]);
	});

	it("says when there was more than it shows, and keeps the most relevant", () => {
		const context = assemble(story, [candidateLink("b>e")], { maxEvents: 1 });
		expect(context.truncated).toBe(true);
		expect(context.entries.map((entry) => entry.eventId)).toEqual(["b"]);
		expect(assemble(story, []).truncated).toBe(false);
	});

	it("is empty for an event of which nothing was printed by then", () => {
		expect(assemble([candidate("a", 1)], []).entries).toEqual([]);
	});
});

describe("the version of an answer", () => {
	const events = [candidate("e", 20), candidate("a", 1), candidate("b", 10)];
	const version = (links: CandidateLink[], list = events) => assemble(list, links).version;

	it("is the same for the same answer, in whatever order the facts come", () => {
		const links = [candidateLink("a>b"), candidateLink("b>e")];
		expect(version(links)).toBe(version(links.toReversed(), events.toReversed()));
	});

	it("changes with a link, a title, a denial", () => {
		const links = [candidateLink("b>e")];
		const base = version(links);
		expect(version([...links, candidateLink("a>b")])).not.toBe(base);
		expect(version(links, [...events.slice(0, 2), candidate("b", 10, { title: "Another title" })])).not.toBe(base);
		const evidence = links
			.flatMap((link) => link.evidence)
			.flatMap((said) => [said, { ...said, id: "no", stance: "CONTRADICTS" as const }]);
		expect(version([candidateLink("b>e", { evidence })])).not.toBe(base);
	});
});
