import { describe, expect, it } from "vitest";
import type { ContextEntry, PrecedingContext } from "../../src/causality/context.js";
import { digestOf } from "../../src/causality/digest.js";
import { dayTime, october, sentence } from "./context-fixture.js";

function entry(eventId: string, day: number, relevance: number, text: string): ContextEntry {
	return {
		eventId,
		role: "BACKGROUND",
		distance: null,
		relevance,
		title: eventId,
		time: dayTime(day),
		status: "OCCURRED",
		occurredAt: dayTime(day).start,
		bestChain: null,
		sentence: sentence(`s-${eventId}`, text, october(day)),
		steps: 1,
		likeness: 0.1,
		opening: null,
		disputed: false,
	};
}

function contextOf(entries: ContextEntry[]): PrecedingContext {
	const asOf = { at: october(30), clock: "PUBLISHED" as const };
	return {
		eventId: "e",
		asOf,
		version: "v",
		entries,
		links: [],
		chains: [],
		unresolved: [],
		news: new Set(),
		truncated: false,
		computedAt: october(31),
	};
}

const NONE = { maxSentences: 10, maxWords: null };

describe("the digest", () => {
	const entries = [
		entry("strike", 4, 0.5, "On October 4, dockers walked out."),
		entry("talks", 9, 0.9, "Talks failed on October 9."),
		entry("storm", 2, 0.2, "On October 2, a storm closed the port."),
	];

	it("tells the most relevant events in the order in which they happened, each with its citation and date", () => {
		const digest = digestOf(contextOf(entries), { maxSentences: 2, maxWords: null });
		expect(digest.text).toBe("On October 4, dockers walked out. Talks failed on October 9.");
		expect(
			digest.sentences.map(({ time, citations, eventIds }) => [time?.value, citations[0]?.revisionId, eventIds]),
		).toEqual([
			["2026-10-04", "revision-s-strike", ["strike"]],
			["2026-10-09", "revision-s-talks", ["talks"]],
		]);
	});

	it("keeps to its number of words, and fits a shorter sentence where a longer one does not go in", () => {
		expect(digestOf(contextOf(entries), { maxSentences: 10, maxWords: 11 }).text).toBe(
			"On October 4, dockers walked out. Talks failed on October 9.",
		);
		expect(digestOf(contextOf(entries), { maxSentences: 10, maxWords: 3 }).text).toBe("");
	});

	it("prints a sentence that tells two events once", () => {
		const both = "The storm closed the port and led to the walkout.";
		const digest = digestOf(contextOf([entry("storm", 2, 0.8, both), entry("strike", 4, 0.7, both)]), NONE);
		expect(digest.text).toBe(both);
		expect(digest.sentences[0]?.eventIds).toEqual(["storm", "strike"]);
	});

	it.each([["It came after a week of talks."], ["They had rejected the offer."], ["But the union refused."]])(
		"leaves out a sentence that leans on another: %s",
		(text) => {
			expect(digestOf(contextOf([entry("x", 3, 0.9, text)]), NONE).text).toBe("");
		},
	);

	it("drops a connective that points at a sentence which is not there", () => {
		const text = "At the same time, two ministers said that a ban was being prepared.";
		expect(digestOf(contextOf([entry("x", 3, 0.9, text)]), NONE).text).toBe(
			"Two ministers said that a ban was being prepared.",
		);
	});

	it("tells further sentences of what came directly before, cited where they stand, and undated", () => {
		const text = "On October 9, talks failed. Dockers blamed the ministry. It had offered no money.";
		const opening = { articleId: "a", revisionId: "r", text };
		const talks = { ...entry("talks", 9, 0.9, "On October 9, talks failed."), opening };
		talks.sentence = { ...sentence("talks", "On October 9, talks failed.", october(9)), revisionId: "r" };
		const digest = digestOf(contextOf([talks]), NONE);
		expect(digest.sentences.map(({ text, time }) => [text, time?.value])).toEqual([
			["On October 9, talks failed.", "2026-10-09"],
			["Dockers blamed the ministry.", undefined],
		]);
		const [citation] = digest.sentences[1]?.citations ?? [];
		expect(citation).toMatchObject({ articleId: "a", revisionId: "r", exact: "Dockers blamed the ministry." });
		expect(text.slice(citation?.start, citation?.end)).toBe(citation?.exact);
	});

	it("tells less of what is older", () => {
		const opening = { articleId: "a", revisionId: "r", text: "Dockers walked out. Pickets stood at the gate." };
		const old = { ...entry("old", 2, 0.6, "A storm closed the port."), opening, steps: 30 };
		const fresh = {
			...entry("fresh", 9, 0.6, "Talks failed."),
			opening: { ...opening, text: "Ministers met all night." },
		};
		expect(digestOf(contextOf([old, fresh]), { maxSentences: 3, maxWords: null }).text).toBe(
			"A storm closed the port. Talks failed. Ministers met all night.",
		);
	});

	it("leaves the news itself to the articles that tell it", () => {
		const context = { ...contextOf(entries), news: new Set(["Talks failed on October 9."]) };
		expect(digestOf(context, NONE).text).toBe(
			"On October 2, a storm closed the port. On October 4, dockers walked out.",
		);
	});

	it("leaves out what is unlike the event where its articles say what preceded, and only there", () => {
		const unlike = { ...entry("plane", 3, 0.6, "A plane lost a panel."), role: "RELATED" as const, likeness: 0 };
		const told = entry("talks", 9, 0.9, "Talks failed on October 9.");
		expect(digestOf(contextOf([unlike, told]), NONE).text).toBe("Talks failed on October 9.");
		expect(digestOf(contextOf([unlike]), NONE).text).toBe("A plane lost a panel.");
	});
});
