import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { EventMention, Span } from "../../../src/language/analysis.js";
import { readArticle } from "../../../src/language/analyze.js";

const CASES = new URL("cases/", import.meta.url);

/** What a folder's `expected.json` says; `at` marks the trigger with brackets in enough words to be unique. */
interface ExpectedMention
	extends Partial<
		Pick<
			EventMention,
			| "role"
			| "type"
			| "status"
			| "time"
			| "form"
			| "lemma"
			| "definite"
			| "title"
			| "polarity"
			| "certainty"
			| "attributedTo"
		>
	> {
	at: string;
	actors?: string[];
	recipients?: string[];
	places?: string[];
}
interface Expected {
	publishedAt: string;
	find: ExpectedMention[];
	/** Words that no mention may touch. */
	not: string[];
}

/** The span of the bracketed words; throws where the words do not stand exactly once in the text. */
function locate(text: string, at: string): Span {
	const words = at.replace(/[[\]]/g, "");
	const start = text.indexOf(words);
	if (start < 0 || text.indexOf(words, start + 1) >= 0) throw new Error(`"${words}" must stand exactly once`);
	return { start: start + at.indexOf("["), end: start + at.indexOf("]") - 1 };
}

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

describe.each(readdirSync(CASES))("event mentions of %s", (name) => {
	const text = readFileSync(new URL(`${name}/article.txt`, CASES), "utf8");
	const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, CASES), "utf8")) as Expected;
	const { mentions } = readArticle({ text, publishedAt: expected.publishedAt, language: "en" }).analysis;

	it.each(expected.find)("finds $at", ({ at, actors, recipients, places, ...fields }) => {
		const span = locate(text, at);
		const mention = mentions.find((candidate) => touches(candidate, span));
		expect(mention, "no mention there").toBeDefined();
		if (!mention) return;
		expect(mention).toMatchObject(fields);
		const names = (role: string) => mention.participants.filter((one) => one.role === role).map((one) => one.name);
		if (actors) expect(names("ACTOR")).toEqual(expect.arrayContaining(actors));
		if (recipients) expect(names("RECIPIENT")).toEqual(expect.arrayContaining(recipients));
		if (places) expect(mention.places).toEqual(expect.arrayContaining(places));
	});

	it.each(expected.not)("finds nothing at %s", (at) => {
		const span = locate(text, at);
		expect(mentions.filter((mention) => touches(mention, span)).map((mention) => mention.title)).toEqual([]);
	});

	it("gives every mention a sentence, an extent around its trigger and a title", () => {
		for (const mention of mentions) {
			expect(mention.extent.start).toBeLessThanOrEqual(mention.start);
			expect(mention.extent.end).toBeGreaterThanOrEqual(mention.end);
			expect(mention.title.length).toBeGreaterThan(2);
			expect(mention.title.length).toBeLessThanOrEqual(121);
		}
	});
});
