import { describe, expect, it } from "vitest";
import { relevanceOf } from "../../src/causality/relevance.js";
import { readReportWords } from "../../src/causality/report-words.js";
import { type Standing, type StorylineEvent, standings } from "../../src/causality/storyline.js";
import { october } from "./context-fixture.js";

describe("the words of a report", () => {
	it("are its telling words and figures, each once, with what it writes as names within sentences", () => {
		const { words, names, figures } = readReportWords(
			"Dockers struck on Monday, said Anna Brandt. Dockers lost 1,200 jobs.",
		);
		expect([...words]).toEqual(["dockers", "struck", "anna", "brandt", "lost", "1,200", "jobs"]);
		expect([...names]).toEqual(["anna", "brandt"]);
		expect(figures).toBe(1);
	});

	it.each([
		["", 0],
		["The and of it is.", 0],
		["\ud800 \u0000", 0],
	])("are none in %j", (text, count) => {
		expect(readReportWords(text).words.size).toBe(count);
	});
});

function step(id: string, day: number, text: string | null, change: Partial<StorylineEvent> = {}): StorylineEvent {
	const report = text === null ? null : readReportWords(text);
	return {
		id,
		retellings: 0,
		report,
		opening: null,
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
	const of = (events: StorylineEvent[]) => Object.fromEntries(standings(events, asked));

	it("counts the steps since and the place in the storyline, in whatever order the events come", () => {
		const places = (events: StorylineEvent[]) =>
			Object.fromEntries([...standings(events, asked)].map(([id, { steps, place }]) => [id, [steps, place]]));
		expect(places(story)).toEqual({ blast: [3, 1], leak: [2, 2], suit: [1, 3] });
		expect(places(story.toReversed())).toEqual(places(story));
	});

	it("does not count as a step what no article is about, and measures it by the sentences that tell it", () => {
		const beside = step("permit", 3, null);
		const sentences = new Map([["permit", readReportWords("The permit was given in haste.")]]);
		const all = Object.fromEntries(standings([...story, beside], asked, sentences));
		expect([all.leak?.place, all.blast?.steps]).toEqual([2, 3]);
		expect(all.permit).toMatchObject({ steps: 3, place: 2, breadth: 3 });
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

	it("is empty where nothing went before", () => {
		expect(standings([], asked).size).toBe(0);
	});
});

describe("relevance", () => {
	const usual: Standing = {
		steps: 5,
		place: 5,
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
