import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { EventProfile } from "../../src/event/event-profile.js";
import { placeArticle } from "../../src/event/place-article.js";
import { selectMentions } from "../../src/event/select-mentions.js";
import { newsFrequency, reportWeights } from "../../src/event/term-weight.js";
import { readArticle } from "../../src/language/analyze.js";

interface Report {
	publishedAt: string;
	headline: string;
	text: string;
}

/** The table: a blank line between two pairs; the first line of each says what must become of it, the two others are the reports. */
const pairs = readFileSync(new URL("hard-pairs.txt", import.meta.url), "utf8")
	.split(/\n\n+/)
	.filter((block) => /^(TOGETHER|APART) /.test(block))
	.map((block) => {
		const [title = "", first = "", second = ""] = block.trim().split("\n");
		return { title, isTogether: title.startsWith("TOGETHER"), first: reportOf(first), second: reportOf(second) };
	});

function reportOf(line: string): Report {
	const [publishedAt = "", headline = "", text = ""] = line.split(" | ");
	return { publishedAt: `${publishedAt}T18:00:00Z`, headline, text };
}

/** An empty archive: only what is known of English beforehand weighs the words. */
const idf = newsFrequency(0, new Map());

/** Reads and places a report as the pipeline does, with these events on record. */
function place(report: Report, events: readonly EventProfile[]) {
	const { publishedAt, headline, text } = report;
	const reading = readArticle({ text, headline, publishedAt, language: "en" });
	const article = {
		publishedAt: new Date(publishedAt),
		weights: reportWeights(reading.terms, reading.nameTerms, idf),
		nameTerms: reading.nameTerms,
	};
	const archive = { idf, settled: null, mainCandidates: events, mentionCandidates: new Map() };
	let id = events.length;
	return placeArticle(article, selectMentions(reading, text), reading, archive, () => `event-${id++}`);
}

/** Whether the second report joins the event of the first, and why. */
function join(first: Report, second: Report): { isTogether: boolean; reason: string } {
	const before = place(first, []);
	const event = before.profiles.get(before.mainEventId) as EventProfile;
	const after = place(second, [event]);
	const reason = after.mentions.find(({ role }) => role === "MAIN")?.reason ?? "";
	return { isTogether: after.mainEventId === event.id, reason };
}

describe("two reports that are hard to tell apart or to bring together", () => {
	it("are sixty pairs at least, of both kinds", () => {
		expect(pairs.length).toBeGreaterThanOrEqual(60);
		expect(pairs.filter(({ isTogether }) => isTogether).length).toBeGreaterThanOrEqual(20);
	});

	it.each(pairs)("$title, in whatever order they come", ({ first, second, isTogether }) => {
		const forth = join(first, second);
		const back = join(second, first);
		expect({ forth, back }).toMatchObject({ forth: { isTogether }, back: { isTogether } });
	});
});
