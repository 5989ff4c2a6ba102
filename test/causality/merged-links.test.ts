import { describe, expect, it } from "vitest";
import { decideMergedLinks, type StoredLink } from "../../src/causality/merged-links.js";
import type { TimeRange } from "../../src/event/time-range.js";

const MERGE = { keepId: "keep", awayIds: ["away", "away2"] };

/** A link `cause>effect`, as old as its place in the alphabet says; automatic and accepted unless said otherwise. */
function link(id: string, ends: string, other: Partial<StoredLink> = {}): StoredLink {
	const [causeId = "", effectId = ""] = ends.split(">");
	const createdAt = new Date(Date.UTC(2026, 2, id.charCodeAt(0) - 96));
	return {
		id,
		causeId,
		effectId,
		relation: "CAUSE",
		mode: "CONSEQUENCE",
		basis: "STATED",
		status: "ACCEPTED",
		confidence: 0.8,
		revision: 1,
		createdAt,
		reviewedAt: null,
		...other,
	};
}

const day = (n: number): TimeRange => ({
	start: new Date(Date.UTC(2026, 2, n)),
	end: new Date(Date.UTC(2026, 2, n + 1)),
	granularity: "DAY",
});

/** @param stand links that go on as they are, and make the graph. */
function decide(
	links: StoredLink[],
	occupants: StoredLink[] = [],
	stand: string[] = [],
	times: Record<string, number> = {},
) {
	const effects = new Map<string, Set<string>>();
	const live = [...links, ...occupants].filter(({ status }) => status !== "RETRACTED");
	for (const ends of [...stand, ...live.map(({ causeId, effectId }) => `${causeId}>${effectId}`)]) {
		const [cause = "", effect = ""] = ends.split(">");
		effects.set(cause, new Set(effects.get(cause)).add(effect));
	}
	const { moved, joined, displaced, closed } = decideMergedLinks(links, occupants, MERGE, effects, (id) =>
		times[id] === undefined ? null : day(times[id]),
	);
	const withEnds = ({ id, causeId, effectId }: (typeof moved)[number]) => `${id} ${causeId}>${effectId}`;
	return {
		moved: moved.map(withEnds),
		joined: joined.map(({ id, intoId }) => `${id} into ${intoId}`),
		displaced: displaced.map(withEnds),
		closed,
	};
}

const nothing = { moved: [], joined: [], displaced: [], closed: [] };

describe("links of merged events", () => {
	it("follow to the event that is kept", () => {
		expect(decide([link("a", "away>x"), link("b", "y>away")])).toEqual({ ...nothing, moved: ["a keep>x", "b y>keep"] });
	});

	it("are joined under the older one", () => {
		expect(decide([link("b", "away>x")], [link("a", "keep>x")])).toEqual({ ...nothing, joined: ["b into a"] });
		expect(decide([link("a", "away>x"), link("b", "away2>x")])).toEqual({
			...nothing,
			moved: ["a keep>x"],
			joined: ["b into a"],
		});
	});

	it("that are older than the one in their place change places with it", () => {
		expect(decide([link("a", "away>x")], [link("b", "keep>x")])).toEqual({
			moved: ["a keep>x"],
			joined: ["b into a"],
			displaced: ["b away>x"],
			closed: [],
		});
	});

	it("are joined under the one that an editor made, however young", () => {
		const curated = { basis: "CURATED" } as const;
		expect(decide([link("a", "away>x")], [link("b", "keep>x", curated)]).joined).toEqual(["a into b"]);
		expect(decide([link("b", "away>x", curated)], [link("a", "keep>x")])).toMatchObject({
			moved: ["b keep>x"],
			displaced: ["a away>x"],
		});
	});

	it("stay apart where they say different things", () => {
		expect(decide([link("b", "away>x", { relation: "PREVENT" })]).moved).toEqual(["b keep>x"]);
	});

	it("end where they would join an event with itself", () => {
		expect(decide([link("a", "away>keep"), link("b", "away2>away")])).toEqual({ ...nothing, closed: ["a", "b"] });
	});

	it("end where they would close a circle; of two that exclude each other the surer one stands", () => {
		expect(decide([link("a", "x>away")], [], ["keep>y", "y>x"])).toEqual({ ...nothing, closed: ["a"] });
		const two = [link("a", "away>x", { confidence: 0.4 }), link("b", "x>away2", { confidence: 0.6 })];
		expect(decide(two)).toEqual({ ...nothing, moved: ["b x>keep"], closed: ["a"] });
	});

	it("end where they would go against time, but for a purpose, and for what an editor says", () => {
		const times = { keep: 9, x: 3 };
		expect(decide([link("a", "away>x")], [], [], times).closed).toEqual(["a"]);
		expect(decide([link("a", "x>away")], [], [], times).moved).toEqual(["a x>keep"]);
		expect(decide([link("a", "away>x", { mode: "PURPOSE" })], [], [], times).moved).toEqual(["a keep>x"]);
		expect(decide([link("a", "away>x", { basis: "CURATED" })], [], [], times).moved).toEqual(["a keep>x"]);
	});

	it("that an editor retracted are in nobody's way", () => {
		const retracted = link("a", "x>away", { basis: "CURATED", status: "RETRACTED" });
		expect(decide([retracted, link("b", "away2>x")])).toEqual({ ...nothing, moved: ["a x>keep", "b keep>x"] });
	});

	it("take up one that was retracted in their place, if it closes no circle", () => {
		const retracted = link("a", "keep>x", { status: "RETRACTED" });
		expect(decide([link("b", "away>x")], [retracted]).joined).toEqual(["b into a"]);
		expect(decide([link("b", "away>x")], [retracted], ["x>y", "y>keep"])).toEqual({ ...nothing, closed: ["b"] });
	});
});
