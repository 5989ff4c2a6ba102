import { describe, expect, test } from "vitest";
import { decideReading, gatherArticle, type PagePolicy } from "../../src/article/gather-article.js";
import type { PageReading } from "../../src/article/page/read-page.js";
import type { FeedEntry } from "../../src/feed/feed-document.js";

const dated = (iso: string) => ({ text: iso, at: new Date(iso) });
const ENTRY: FeedEntry = {
	guid: "1",
	url: "https://outlet.example/news/quay-collapses",
	title: "Quay collapses",
	summary: "The eastern quay is gone.",
	content: null,
	authors: ["The desk"],
	language: "en",
	image: null,
	categories: [],
	published: dated("2026-03-02T08:00:00Z"),
	updated: dated("2026-03-02T09:00:00Z"),
};
const LONG = "The eastern quay of Port Alba collapsed into the harbour early on Monday. ".repeat(25);
const PAGE: PageReading = {
	headline: { value: "Quay collapses into harbour", from: "JSON_LD" },
	description: null,
	byline: { value: ["Ada Pike"], from: "META_TAG" },
	image: { value: "https://outlet.example/quay.jpg", from: "OPEN_GRAPH" },
	canonicalUrl: { value: "https://outlet.example/news/quay-collapses", from: "META_TAG" },
	isAmp: false,
	language: { value: "en-GB", from: "MARKUP" },
	siteName: { value: "Port Alba Post", from: "OPEN_GRAPH" },
	publishedAt: { value: new Date("2026-03-02T07:59:00Z"), from: "JSON_LD" },
	modifiedAt: null,
	text: LONG,
	isArticle: true,
	reason: "article",
};
const FEED = { title: "Port Alba Post: World", sourceHost: "outlet.example", language: "en" };
const URL_OF_ENTRY = ENTRY.url ?? "";
const fetched = (reading: Partial<PageReading>) => ({ url: `${URL_OF_ENTRY}?amp=1`, reading: { ...PAGE, ...reading } });

describe("Whether the page of an entry is fetched", () => {
	const cases: [what: string, content: string | null, policy: PagePolicy, hasPage: boolean, kind: string][] = [
		["a summary calls for the page", null, "auto", true, "page"],
		["whole text does not", LONG, "auto", true, "feed"],
		["a teaser that breaks off does", `${LONG}and then…`, "auto", true, "page"],
		["so does one with an invitation", `${LONG} Read more at outlet.example`, "auto", true, "page"],
		["an entry without a page has none to fetch", null, "always", false, "feed"],
		["always means always", LONG, "always", true, "page"],
		["never means never", null, "never", true, "feed"],
	];
	test.each(cases)("%s", (_, content, policy, hasPage, kind) => {
		expect(decideReading({ ...ENTRY, content }, policy, hasPage).kind).toBe(kind);
	});
});

describe("Feed and page make one article", () => {
	test("with the page's words and the feed's date, each fact with where it was read", () => {
		expect(gatherArticle(ENTRY, URL_OF_ENTRY, FEED, fetched({}))).toMatchObject({
			url: URL_OF_ENTRY,
			headline: "Quay collapses into harbour",
			text: LONG,
			language: "en-GB",
			source: { name: "Port Alba Post" },
			facts: {
				origin: "PAGE",
				canonicalUrl: URL_OF_ENTRY,
				byline: ["Ada Pike"],
				description: "The eastern quay is gone.",
				dates: [
					{ from: "FEED", at: ENTRY.published?.at },
					{ from: "JSON_LD" },
					{ from: "FEED", at: ENTRY.updated?.at },
				],
				factSources: {
					headline: "JSON_LD",
					byline: "META_TAG",
					description: "FEED",
					image: "OPEN_GRAPH",
					language: "MARKUP",
				},
			},
		});
	});

	test("with the feed's words where the page is no article, or says less than the feed", () => {
		const wall = gatherArticle(ENTRY, URL_OF_ENTRY, FEED, fetched({ isArticle: false, reason: "consent", text: "" }));
		expect(wall).toMatchObject({
			headline: "Quay collapses",
			text: "The eastern quay is gone.",
			facts: { origin: "FEED_SUMMARY" },
		});
		const less = gatherArticle(
			{ ...ENTRY, content: LONG },
			URL_OF_ENTRY,
			FEED,
			fetched({ text: "The eastern quay is gone." }),
		);
		expect(less).toMatchObject({ text: LONG, facts: { origin: "FEED_CONTENT" } });
	});

	test("from the feed alone, named after it only on its own site", () => {
		expect(gatherArticle(ENTRY, URL_OF_ENTRY, FEED, null)).toMatchObject({
			source: { name: "Port Alba Post: World" },
			facts: { addresses: [], canonicalUrl: null },
		});
		const elsewhere = gatherArticle(ENTRY, "https://other.example/1", FEED, null);
		expect(elsewhere.source?.name).toBeUndefined();
	});

	test("with the headline alone where there is nothing else", () => {
		expect(gatherArticle({ ...ENTRY, summary: " " }, URL_OF_ENTRY, FEED, null).text).toBe("Quay collapses");
	});

	test("without a language that is none", () => {
		expect(gatherArticle({ ...ENTRY, language: "English (UK)" }, URL_OF_ENTRY, FEED, null).language).toBeUndefined();
	});
});
