import { expect, test } from "vitest";
import { type FoundEvent, narrowWindow, type RankedQuery, rankCandidates } from "../../src/ingest/rank-candidates.js";

const DAY = 86_400_000;
const event = (id: string, day: number, terms: string[], more: Partial<FoundEvent> = {}): FoundEvent => ({
	id,
	revision: 1,
	occurredAt: day * DAY,
	lastReportedAt: day * DAY,
	isDated: true,
	terms,
	...more,
});
const EVENTS = [
	event("a", 10, ["quay", "collapse"]),
	event("b", 11, ["strike"]),
	event("c", 20, ["quay", "collapse", "velsen"], { isDated: false }),
	event("d", 20, ["quay"], { lastReportedAt: 25 * DAY }),
	event("e", 11, ["flood"], { isDated: false }),
];
const query = (terms: string[], days: [number, number] | null): RankedQuery => ({
	index: 7,
	start: days ? days[0] * DAY : null,
	end: days ? days[1] * DAY : null,
	terms,
	lookup: { any: terms, pairs: [] },
});

test.each([
	["undated: by terms in common, then the latest report", query(["quay", "collapse"], null), 0, ["c", "a", "d"]],
	["undated: nothing reported too long ago", query(["quay", "collapse"], null), 15, ["c", "d"]],
	["of a day: all dated events about it, most terms in common first", query(["strike"], [10, 11]), 100, ["b", "a"]],
	["of a month: those with a term in common", query(["quay"], [0, 30]), 100, ["a", "c", "d"]],
	["of another day: none", query(["strike"], [50, 51]), 100, []],
	["without terms and time: none", query([], null), 0, []],
])("A mention's events are found %s", (_, asked, since, expected) => {
	expect(rankCandidates([asked], EVENTS, since * DAY, 20).get(7) ?? []).toEqual(expected);
});

test("Two common terms find an event that has both", () => {
	const lookup = { any: [], pairs: [{ lead: "quay", others: ["velsen", "harbour"] }] };
	const asked = { ...query(["quay", "velsen", "harbour"], null), lookup };
	expect(rankCandidates([asked], EVENTS, 0, 20).get(7)).toEqual(["c"]);
});

test("No more are given than asked for, of either kind", () => {
	expect(rankCandidates([query(["quay", "strike"], [10, 11])], EVENTS, 0, 1).get(7)).toEqual(["a", "d"]);
});

test.each([
	[null, null, null],
	[10 * DAY, 11 * DAY, { from: 9 * DAY, to: 12 * DAY }],
	[10 * DAY, 40 * DAY, null],
])("From %j to %j asks for the days %j", (start, end, expected) => {
	expect(narrowWindow({ start, end })).toEqual(expected);
});
