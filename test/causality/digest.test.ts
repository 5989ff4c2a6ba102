import { describe, expect, it } from "vitest";
import type { ContextEntry, DatedOpening, PrecedingContext } from "../../src/causality/context.js";
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
		kinship: 1,
		opening: null,
		news: [],
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
		hasTellings: true,
		digests: [],
		computedAt: october(31),
	};
}

/** The first report of an event, whose revision has the event's name. */
function report(id: string, text: string, day: number): DatedOpening {
	return { articleId: id, revisionId: id, text, publishedAt: october(day) };
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
		const opening = { articleId: "a", revisionId: "r", text, publishedAt: october(9) };
		const talks = { ...entry("talks", 9, 0.9, "On October 9, talks failed."), opening };
		talks.sentence = { ...sentence("talks", "On October 9, talks failed.", october(9)), revisionId: "r" };
		const digest = digestOf(contextOf([talks]), NONE);
		expect(digest.sentences.map(({ text, time }) => [text, time?.value])).toEqual([
			["On October 9, talks failed.", "2026-10-09"],
			["Dockers blamed the ministry.", undefined],
			["It had offered no money.", undefined],
		]);
		const [citation] = digest.sentences[1]?.citations ?? [];
		expect(citation).toMatchObject({ articleId: "a", revisionId: "r", exact: "Dockers blamed the ministry." });
		expect(text.slice(citation?.start, citation?.end)).toBe(citation?.exact);
	});

	it("tells less of what is older", () => {
		const first = { ...entry("first", 1, 0.6, "A pier sank."), opening: report("first", "A pier sank.", 1), steps: 40 };
		const old = {
			...entry("old", 2, 0.6, "A storm closed the port."),
			opening: report("old", "Dockers walked out. Pickets stood at the gate.", 2),
			steps: 30,
		};
		const fresh = {
			...entry("fresh", 9, 0.6, "Talks failed."),
			opening: report("fresh", "Ministers met all night. A deal was near.", 9),
		};
		expect(digestOf(contextOf([first, old, fresh]), { maxSentences: 4, maxWords: null }).text).toBe(
			"A pier sank. Talks failed. Ministers met all night. A deal was near.",
		);
	});

	it("leaves the news itself to the articles that tell it", () => {
		const context = { ...contextOf(entries), news: new Set(["Talks failed on October 9."]) };
		expect(digestOf(context, NONE).text).toBe(
			"On October 2, a storm closed the port. On October 4, dockers walked out.",
		);
	});

	it("leaves out what is of another affair where the event's articles say what preceded, and only there", () => {
		const plane = {
			...entry("plane", 3, 0.6, "A plane lost a panel."),
			role: "RELATED" as const,
			kinship: 0.02,
			opening: report("plane", "A plane lost a panel over Oregon.", 3),
		};
		const strike = {
			...entry("strike", 4, 0.6, "Dockers walked out in the talks over Rotterdam."),
			role: "RELATED" as const,
			opening: report("strike", "Dockers walked out in the talks over Rotterdam.", 4),
		};
		const told = entry("talks", 9, 0.9, "In the talks over Rotterdam, the ministry gave no ground.");
		expect(digestOf(contextOf([plane, strike, told]), NONE).text).toBe(
			"Dockers walked out in the talks over Rotterdam. In the talks over Rotterdam, the ministry gave no ground.",
		);
		expect(digestOf(contextOf([plane, strike]), NONE).text).toContain("A plane lost a panel.");
	});

	it("tells how it all began before what lies between", () => {
		const step = (id: string, day: number, steps: number, text: string): ContextEntry => ({
			...entry(id, day, 0.3, text),
			role: "RELATED",
			steps,
			opening: report(id, text, day),
		});
		const context = contextOf([
			step("storm", 1, 30, "A storm sank the ferry Aurora off Bergen."),
			step("search", 5, 20, "Divers searched the ferry Aurora in vain."),
			step("raid", 9, 1, "Police raided the owner of the ferry Aurora in Bergen."),
		]);
		expect(digestOf(context, { maxSentences: 2, maxWords: null }).text).toBe(
			"A storm sank the ferry Aurora off Bergen. Police raided the owner of the ferry Aurora in Bergen.",
		);
	});

	it("tells an event that was reported again by the first sentence of its latest report", () => {
		const first = report("fire", "A fire broke out in the depot.", 3);
		const later = sentence("fire-2", "Firemen put out the blaze after two days.", october(5));
		const fire = {
			...entry("fire", 3, 0.6, "A fire broke out in the depot."),
			opening: first,
			news: [later],
			steps: 40,
		};
		fire.sentence = { ...sentence("fire", "A fire broke out in the depot.", october(3)), revisionId: "fire" };
		const digest = digestOf(contextOf([fire]), NONE);
		expect(digest.text).toBe("A fire broke out in the depot. Firemen put out the blaze after two days.");
		expect(digest.sentences[1]?.citations).toMatchObject([{ revisionId: later?.revisionId, exact: later?.exact }]);
	});

	it("puts a sentence of a report with a date of its own where that date belongs", () => {
		const text = "Police raided a depot on Friday. Anna Berg bought the depot in September. It stood empty.";
		const raid = { ...entry("raid", 9, 0.9, "Police raided a depot on Friday."), opening: report("raid", text, 9) };
		raid.sentence = { ...sentence("raid", "Police raided a depot on Friday.", october(9)), revisionId: "raid" };
		raid.sentence.end = "Police raided a depot on Friday.".length;
		const storm = entry("storm", 2, 0.5, "A storm closed the port.");
		const digest = digestOf(contextOf([storm, raid]), NONE);
		expect(digest.sentences.map(({ text: printed, time }) => [printed, time?.value])).toEqual([
			["Anna Berg bought the depot in September.", "2026-09"],
			["It stood empty.", undefined],
			["A storm closed the port.", "2026-10-02"],
			["Police raided a depot on Friday [9 October 2026].", "2026-10-09"],
		]);
	});
});
