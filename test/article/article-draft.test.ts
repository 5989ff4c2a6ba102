import { describe, expect, it } from "vitest";
import { decideDraft, type SubmittedArticle } from "../../src/article/article-draft.js";

const NOW = new Date("2026-03-05T08:00:00Z");
const ARTICLE: SubmittedArticle = {
	url: "https://www.daily.example/2026/harbour?utm_source=feed#top",
	headline: "Harbour reopens after the storm",
	text: "The harbour reopened on Thursday, a day after the storm.",
	publishedAt: "2026-03-05T07:30:00+02:00",
	source: { name: "The Daily", homepage: "https://www.daily.example/" },
};

function draftOf(change: Partial<SubmittedArticle>) {
	const decision = decideDraft({ ...ARTICLE, ...change }, NOW);
	if (decision.kind !== "ok") throw new Error(JSON.stringify(decision.errors));
	return decision.draft;
}

function errorsOf(change: Partial<SubmittedArticle>) {
	const decision = decideDraft({ ...ARTICLE, ...change }, NOW);
	return decision.kind === "invalid" ? decision.errors : [];
}

describe("a submitted article", () => {
	it("is stored under one spelling of its address, with the outlet known by its host", () => {
		const draft = draftOf({});
		expect(draft.canonicalUrl).toBe("https://www.daily.example/2026/harbour");
		expect(draft.source).toEqual({ host: "daily.example", name: "The Daily", homepage: "https://www.daily.example/" });
		expect(draft.publishedAt.toISOString()).toBe("2026-03-05T05:30:00.000Z");
		expect(draft.wordCount).toBe(10);
	});

	it("loses U+0000, control characters and lone surrogates, and nothing else", () => {
		const draft = draftOf({
			text: "The\u0000 harbour\ud800 re\u202eopened\r\non\u0007 Thursday.",
			headline: "Har\u0000bour\udfff",
		});
		expect(draft.text).toBe("The  harbour\ufffd re opened\non  Thursday.");
		expect(draft.headline).toBe("Har bour\ufffd");
	});

	it("without a date is dated by when it was first seen, and says so", () => {
		const draft = draftOf({ publishedAt: undefined });
		expect(draft.publishedAt).toEqual(NOW);
		expect(draft.publishedAtProvenance).toBe("FIRST_SEEN");
	});

	it("without a headline takes its first line", () => {
		expect(draftOf({ headline: undefined, text: "Storm hits\n\nIt was strong." }).headline).toBe("Storm hits");
	});

	it.each([
		["another headline", { headline: "Harbour reopens" }],
		["another text", { text: "The harbour stays closed." }],
	])("has another content hash with %s", (_, change) => {
		expect(draftOf(change).contentHash).not.toBe(draftOf({}).contentHash);
	});

	it.each<[string, Partial<SubmittedArticle>, string, RegExp]>([
		["a URL that is none", { url: "not a url" }, "url", /is not a URL/],
		["a scheme other than http", { url: "javascript:alert(1)" }, "url", /only http and https/],
		["credentials in the URL", { url: "https://a:b@daily.example/" }, "url", /user name or password/],
		["a URL of 10,000 characters", { url: `https://daily.example/${"a".repeat(10_000)}` }, "url", /longer than 8192/],
		["an empty text", { text: " \n\u0000 " }, "text", /is empty/],
		["a text of 10 MB", { text: "word ".repeat(2_000_000) }, "text", /10000000 characters; the limit is 2000000/],
		["a date in the year 0", { publishedAt: "0000-01-01" }, "publishedAt", /year 0000/],
		["a date in the year 9999", { publishedAt: "9999-12-31T00:00:00Z" }, "publishedAt", /year 9999/],
		["a day that does not exist", { publishedAt: "2026-02-30" }, "publishedAt", /does not exist/],
		["a time that does not exist", { publishedAt: "2026-02-03T24:30:00Z" }, "publishedAt", /time of day/],
		["a time zone that does not exist", { publishedAt: "2026-02-03T10:00:00+9999" }, "publishedAt", /time zone/],
		["a date in words", { publishedAt: "yesterday" }, "publishedAt", /ISO date/],
		["a language that is none", { language: "english!" }, "language", /BCP 47/],
		["a homepage that is no URL", { source: { homepage: "daily" } }, "source.homepage", /is not a URL/],
	])("is refused for %s, naming field and reason", (_, change, field, reason) => {
		const errors = errorsOf(change);
		expect(errors.map((error) => error.field)).toEqual([field]);
		expect(errors[0]?.reason).toMatch(reason);
	});

	it("reports all its faults at once", () => {
		expect(errorsOf({ url: "x", text: "", publishedAt: "x" }).map((error) => error.field)).toEqual([
			"url",
			"text",
			"publishedAt",
		]);
	});
});
