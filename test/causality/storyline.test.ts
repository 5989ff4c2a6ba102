import { describe, expect, it, test } from "vitest";
import { relevanceOf } from "../../src/causality/relevance.js";
import { newsOf, readReportWords, reportBytes, storedReport, wordNumber } from "../../src/causality/report-words.js";
import { measureFor, measureStoryline, type Standing, type StorylineEvent } from "../../src/causality/storyline.js";
import { october } from "./context-fixture.js";

describe("the words of a report", () => {
	it("are its telling words and figures, each once, with what it writes as names within sentences", () => {
		const { words, names, figures } = readReportWords(
			"Dockers struck on Monday, said Anna Brandt. Dockers lost 1,200 jobs.",
		);
		expect([...words]).toEqual(["anna", "brandt", "dockers", "struck", "lost", "1,200", "jobs"].map(wordNumber));
		expect(names).toBe(2);
		expect(figures).toBe(1);
	});

	it.each([
		["", 0],
		["The and of it is.", 0],
		["\ud800 \u0000", 0],
	])("are none in %j", (text, count) => {
		expect(readReportWords(text).words.length).toBe(count);
	});
});

test.each(["", "Dockers struck on Monday, said Anna Brandt. Dockers lost 1,200 jobs."])(
	"the words of %j are read from storage as they were stored",
	(text) => {
		const report = readReportWords(text);
		const within = new Uint8Array([0, ...reportBytes(report), 0]).subarray(1, -1);
		expect(storedReport(within)).toEqual(report);
	},
);

test.each([
	["no background", [{ role: "LEAD" as const, start: 0 }], 2_000],
	["a background far below", [{ role: "BACKGROUND" as const, start: 2_500 }], 2_000],
	[
		"a background",
		[
			{ role: "LEAD" as const, start: 0 },
			{ role: "BACKGROUND" as const, start: 90 },
		],
		90,
	],
])("a report with %s tells news up to there", (_, sections, length) => {
	expect(newsOf("x".repeat(3_000), sections)).toHaveLength(length);
});

function step(id: string, day: number, text: string | null, change: Partial<StorylineEvent> = {}): StorylineEvent {
	const report = text === null ? null : readReportWords(text);
	return {
		id,
		retellings: 0,
		report,
		revisionId: null,
		firstReportedAt: october(day),
		lastReportedAt: october(day),
		...change,
	};
}

describe("the standing of an earlier event", () => {
	const asked = readReportWords("The rig owner pays for the spill.");
	const story = [
		step("leak", 5, "Oil leaks from the sunken rig."),
		step("blast", 1, "A blast sinks the rig Horizon; 11 workers die."),
		step("suit", 9, "Fishermen sue the owner of the rig Horizon."),
	];
	const of = (events: StorylineEvent[]) => Object.fromEntries(measureStoryline(events, asked).standings);

	it("counts the steps since and the place in the storyline, in whatever order the events come", () => {
		const places = (events: StorylineEvent[]) =>
			Object.fromEntries(
				[...measureStoryline(events, asked).standings].map(([id, { steps, place }]) => [id, [steps, place]]),
			);
		expect(places(story)).toEqual({ blast: [3, 1], leak: [2, 2], suit: [1, 3] });
		expect(places(story.toReversed())).toEqual(places(story));
	});

	it("does not count as a step what no article is about, and measures it by the sentences that tell it", () => {
		const beside = step("permit", 3, null);
		const { standings, standingBeside } = measureStoryline([...story, beside], asked);
		expect([standings.get("leak")?.place, standings.get("blast")?.steps, standings.has("permit")]).toEqual([
			2,
			3,
			false,
		]);
		const permit = standingBeside(beside, readReportWords("The permit for the rig was given in haste."));
		expect(permit).toMatchObject({ steps: 3, place: 2, breadth: 4 });
		expect(permit.likeness).toBeGreaterThan(0);
		expect(standingBeside(beside, readReportWords("Oil leaks from the sunken rig.")).novelty).toBeCloseTo(0, 9);
	});

	it("likens it to the event asked about by the words that not all reports have", () => {
		const { leak, suit } = of(story);
		expect(suit?.likeness).toBeGreaterThan(leak?.likeness ?? 1);
	});

	it("credits a name to the event that brought it in", () => {
		const { blast, leak, suit } = of(story);
		expect(blast?.namesPassedOn).toBeGreaterThan(0);
		expect([leak?.namesPassedOn, suit?.namesPassedOn]).toEqual([0, 0]);
	});

	it("knows news from more of the same", () => {
		const again = step("again", 10, "Fishermen sue the owner of the rig Horizon.");
		const { blast, again: second } = of([...story, again]);
		expect(blast?.novelty).toBe(1);
		expect(second?.novelty).toBeCloseTo(0, 9);
	});

	it("is measured for an event that articles are about, and for no other", () => {
		const asking = step("trial", 12, "The rig owner pays for the spill.");
		expect(measureFor([...story, asking], "trial")?.standings).toEqual(measureStoryline(story, asked).standings);
		expect(measureFor([...story, step("trial", 12, null)], "trial")).toBeNull();
	});

	it("is empty where nothing went before", () => {
		expect(measureStoryline([], asked).standings.size).toBe(0);
	});
});

describe("relevance", () => {
	const usual: Standing = {
		steps: 5,
		place: 5,
		length: 20,
		breadth: 60,
		figures: 2,
		likeness: 0.1,
		namesPassedOn: 0.01,
		novelty: 0.8,
	};
	const chain = (bottleneckConfidence: number, length = 1) =>
		({ bottleneckConfidence, links: Array(length).fill(null) }) as unknown as Parameters<typeof relevanceOf>[2];

	it.each<[string, number, number]>([
		["what came last", relevanceOf(0, { ...usual, steps: 1 }, null), relevanceOf(0, usual, null)],
		["how it all began", relevanceOf(0, { ...usual, place: 1 }, null), relevanceOf(0, usual, null)],
		["what there was more to tell of", relevanceOf(0, { ...usual, breadth: 120 }, null), relevanceOf(0, usual, null)],
		["what is alike", relevanceOf(0, { ...usual, likeness: 0.3 }, null), relevanceOf(0, usual, null)],
		["what the articles retell", relevanceOf(1, usual, null), relevanceOf(0, { ...usual, steps: 1 }, null)],
		["a stated cause", relevanceOf(0, usual, chain(0.9)), relevanceOf(1, usual, null)],
		["a surer cause", relevanceOf(0, usual, chain(0.9)), relevanceOf(0, usual, chain(0.5))],
		["a nearer cause", relevanceOf(0, usual, chain(0.9)), relevanceOf(0, usual, chain(0.9, 3))],
	])("is greater for %s", (_, more, less) => {
		expect(more).toBeGreaterThan(less);
		expect(more).toBeLessThan(1);
	});
});
