import { describe, expect, it } from "vitest";
import { type PageReading, readPage } from "../../../src/article/page/read-page.js";
import { articlePage, PAGE_URL } from "./page-builder.js";

const read = (parts: Parameters<typeof articlePage>[0], url = PAGE_URL): PageReading =>
	readPage(articlePage(parts), { url, contentType: "text/html" });
const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (property: string, content: string): string => `<meta property="${property}" content="${content}">`;
const ARTICLE = { "@type": "NewsArticle", headline: "Quay collapses" };

describe("the headline", () => {
	it.each<[string, Parameters<typeof articlePage>[0], string, string]>([
		[
			"JSON-LD that the page shows too",
			{ head: ld(ARTICLE) + meta("og:title", "You won't believe what fell") },
			"Quay collapses",
			"JSON_LD",
		],
		[
			"Open Graph without the name of the site",
			{ head: meta("og:title", "Quay collapses | The Daily") + meta("og:site_name", "The Daily") },
			"Quay collapses",
			"OPEN_GRAPH",
		],
		[
			"the heading, where Open Graph says something of its own",
			{ head: `${meta("og:title", "You won't believe it")}<title>Quay collapses - The Daily</title>` },
			"Quay collapses",
			"MARKUP",
		],
		["the whole of a cut title", { head: `${meta("og:title", "Quay coll…")}` }, "Quay collapses", "MARKUP"],
		[
			"a title that is escaped twice",
			{ head: ld({ ...ARTICLE, headline: "Quay &amp;amp; pier" }) + meta("og:title", "Quay &amp; pier") },
			"Quay & pier",
			"JSON_LD",
		],
	])("is %s", (_, parts, value, from) => {
		expect(read(parts).headline).toEqual({ value, from });
	});

	it.each([
		["Quay collapses | The Daily", "Quay collapses"],
		["Quay collapses – World – The Daily", "Quay collapses – World"],
		["The Daily: Quay collapses", "The Daily: Quay collapses"],
		["The Daily | Quay collapses", "Quay collapses"],
		["Quay collapses - daily.example", "Quay collapses"],
		["Half of it - the quay - is gone", "Half of it - the quay - is gone"],
	])("without its site: %s", (title, value) => {
		const html = `<html><head><title>${title}</title>${meta("og:site_name", "The Daily")}</head><body></body></html>`;
		expect(readPage(html, { url: PAGE_URL, contentType: null }).headline?.value).toBe(value);
	});
});

describe("JSON-LD", () => {
	const date = "2024-10-26T09:30:00Z";
	it.each<[string, string]>([
		["an object", ld({ ...ARTICLE, datePublished: date })],
		["a list", ld([{ "@type": "Organization" }, { ...ARTICLE, datePublished: date }])],
		[
			"a graph",
			ld({ "@context": "https://schema.org", "@graph": [{ "@type": "WebSite" }, { ...ARTICLE, datePublished: date }] }),
		],
		["a page's main entity", ld({ "@type": "WebPage", mainEntity: { ...ARTICLE, datePublished: date } })],
		["several types", ld({ ...ARTICLE, "@type": ["Article", "https://schema.org/BlogPosting"], datePublished: date })],
		[
			"commas too many",
			`<script type="application/ld+json">{"@type":"Article","headline":"Quay collapses","datePublished":"${date}",}</script>`,
		],
		[
			"comments",
			`<script type="application/ld+json">/* article */ {"@type":"Article", // here\n"headline":"Quay collapses","datePublished":"${date}"}</script>`,
		],
		[
			"CDATA",
			`<script type="application/ld+json">//<![CDATA[\n{"@type":"Article","headline":"Quay collapses","datePublished":"${date}"}\n//]]></script>`,
		],
		[
			"line breaks and bad escapes in strings",
			`<script type="application/ld+json">{"@type":"Article","description":"a\nb\\'c","headline":"Quay collapses","datePublished":"${date}"}</script>`,
		],
		[
			"escaped quotes",
			`<script type="application/ld+json">{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Quay collapses&quot;,&quot;datePublished&quot;:&quot;${date}&quot;}</script>`,
		],
	])("is read from %s", (_, head) => {
		expect(read({ head }).publishedAt).toEqual({ value: new Date(date), from: "JSON_LD" });
	});

	const other = {
		"@type": "NewsArticle",
		headline: "Harbour master resigns",
		url: "https://daily.example/news/other",
		datePublished: "2020-01-01",
	};
	it.each<[string, unknown]>([
		["another article alone", other],
		["a list of other articles", { "@type": "ItemList", itemListElement: [{ "@type": "ListItem", item: other }] }],
		["several others", [other, { ...other, headline: "A third", url: "https://daily.example/news/third" }]],
	])("of %s is not taken for the page's own", (_, value) => {
		expect(read({ head: ld(value) }).publishedAt).toBeNull();
	});

	it("of the page's own article is found among others by address or headline", () => {
		const own = { "@type": "NewsArticle", headline: "Something else", url: `${PAGE_URL}/`, datePublished: date };
		expect(read({ head: ld([other, own]) }).publishedAt?.value).toEqual(new Date(date));
		expect(read({ head: ld([other, { ...ARTICLE, datePublished: date }]) }).publishedAt?.value).toEqual(new Date(date));
	});

	it.each([
		[
			"numbers and lists where texts belong",
			{ ...ARTICLE, headline: 5, description: [[]], author: [[["x"]]], image: { url: {} }, datePublished: {} },
		],
		[
			"keys of the prototype",
			JSON.parse('{"@type":"Article","__proto__":{"headline":"x"},"constructor":1,"headline":"Quay collapses"}'),
		],
	])("with %s does no harm", (_, value) => {
		expect(read({ head: ld(value) }).isArticle).toBe(true);
		expect(({} as Record<string, unknown>).headline).toBeUndefined();
	});
});

describe("when it was published", () => {
	const at = (iso: string): Date => new Date(iso);
	it.each<[string, Parameters<typeof articlePage>[0], string, string, string]>([
		[
			"JSON-LD before all others",
			{
				head:
					ld({ ...ARTICLE, datePublished: "2024-10-26T09:30:00+02:00" }) + meta("article:published_time", "2023-01-01"),
			},
			"/2022/01/01/quay",
			"2024-10-26T07:30:00Z",
			"JSON_LD",
		],
		[
			"Open Graph before meta",
			{ head: `${meta("article:published_time", "2024-10-26T09:30:00Z")}<meta name="pubdate" content="2023-01-01">` },
			"/quay",
			"2024-10-26T09:30:00Z",
			"OPEN_GRAPH",
		],
		[
			"meta before markup",
			{
				head: '<meta name="parsely-pub-date" content="2024-10-26T09:30:00Z">',
				lead: '<time datetime="2023-01-01">x</time>',
			},
			"/quay",
			"2024-10-26T09:30:00Z",
			"META_TAG",
		],
		[
			"microdata",
			{ lead: '<span itemprop="datePublished" content="2024-10-26T09:30:00Z">today</span>' },
			"/quay",
			"2024-10-26T09:30:00Z",
			"MARKUP",
		],
		[
			"the time element marked so, among others",
			{
				lead: '<time class="updated" datetime="2024-11-01">x</time><time class="published" datetime="2024-10-26">x</time><time datetime="2020-01-01">x</time>',
			},
			"/quay",
			"2024-10-26T00:00:00Z",
			"MARKUP",
		],
		[
			"the only time element",
			{ lead: '<time datetime="2024-10-26T09:30:00Z">26 October</time>' },
			"/quay",
			"2024-10-26T09:30:00Z",
			"MARKUP",
		],
		["the address", { lead: "<p>1 January 2020</p>" }, "/2024/10/26/quay", "2024-10-26T00:00:00Z", "URL_PATH"],
		["an address with the month by name", {}, "/world/2024/oct/26/quay", "2024-10-26T00:00:00Z", "URL_PATH"],
		["an address with digits alone", {}, "/news/20241026-quay", "2024-10-26T00:00:00Z", "URL_PATH"],
		[
			"a line under the headline",
			{ lead: "<p>By Jane Doe</p><p>Published October 26, 2024</p>" },
			"/quay",
			"2024-10-26T00:00:00Z",
			"BODY_TEXT",
		],
		[
			"a line in another language",
			{ lead: "<p>Stand: 26. Oktober 2024</p>" },
			"/quay",
			"2024-10-26T00:00:00Z",
			"BODY_TEXT",
		],
	])("is read from %s", (_, parts, path, iso, from) => {
		expect(read(parts, `https://daily.example${path}`).publishedAt).toEqual({ value: at(iso), from });
	});

	it.each<[string, Parameters<typeof articlePage>[0], string]>([
		[
			"several unmarked times",
			{ lead: '<time datetime="2024-10-26">x</time><time datetime="2024-10-27">x</time>' },
			"/quay",
		],
		["the first year of the calendar", { head: ld({ ...ARTICLE, datePublished: "0001-01-01T00:00:00Z" }) }, "/quay"],
		["the epoch", { head: meta("article:published_time", "1970-01-01T00:00:00Z") }, "/quay"],
		["a date that differs by reader", { head: meta("article:published_time", "06/09/2021") }, "/quay"],
		["a month without a day in the address", {}, "/2024/10/quay"],
		["a number that is no day", {}, "/news/20241399-quay"],
		["a date deep in the text", { tail: "<p>It was first built on 3 May 1890.</p>" }, "/quay"],
	])("is not read from %s", (_, parts, path) => {
		expect(read(parts, `https://daily.example${path}`).publishedAt).toBeNull();
	});

	it("says when it changed, apart from when it was published", () => {
		const reading = read({ head: ld({ ...ARTICLE, datePublished: "2024-10-26", dateModified: "2024-10-27" }) });
		expect([reading.publishedAt?.value, reading.modifiedAt?.value]).toEqual([at("2024-10-26"), at("2024-10-27")]);
	});
});

describe("who wrote it", () => {
	it.each<[string, Parameters<typeof articlePage>[0], string[] | null]>([
		[
			"people",
			{ head: ld({ ...ARTICLE, author: [{ "@type": "Person", name: "Jane Doe" }, { name: "John Roe" }] }) },
			["Jane Doe", "John Roe"],
		],
		[
			"a reference in the graph",
			{
				head: ld({
					"@graph": [
						{ ...ARTICLE, author: { "@id": "#jane" } },
						{ "@id": "#jane", "@type": "Person", name: "Jane Doe" },
					],
				}),
			},
			["Jane Doe"],
		],
		[
			"a line with two names",
			{ head: '<meta name="author" content="By Jane Doe and John Roe">' },
			["Jane Doe", "John Roe"],
		],
		["a name with an office", { head: '<meta name="author" content="Jane Doe, AP Science Writer">' }, ["Jane Doe"]],
		[
			"the same name twice",
			{ head: '<meta name="author" content="Jane Doe"><meta name="byl" content="By JANE DOE">' },
			["Jane Doe"],
		],
		["an address instead of a name", { head: meta("article:author", "https://facebook.example/jane") }, null],
		["nobody", { head: '<meta name="author" content="admin">' }, null],
		["a line in the page", { lead: '<p class="byline">By Jane Doe</p>' }, ["Jane Doe"]],
	])("is read from %s", (_, parts, names) => {
		expect(read(parts).byline?.value ?? null).toEqual(names);
	});
});

describe("addresses, language and site", () => {
	it("are made absolute, by the base of the page", () => {
		const reading = read({
			head: '<base href="https://cdn.example/x/"><link rel="canonical" href="/news/quay"><meta property="og:image" content="quay.jpg">',
		});
		expect(reading.canonicalUrl).toEqual({ value: "https://cdn.example/news/quay", from: "MARKUP" });
		expect(reading.image).toEqual({ value: "https://cdn.example/x/quay.jpg", from: "OPEN_GRAPH" });
	});

	it.each([
		"javascript:alert(1)",
		"data:image/png;base64,AAAA",
		"file:///etc/passwd",
		"https://user:secret@daily.example/",
		"http://",
		"ftp://x.example/a",
	])("are nothing but web addresses: %s", (address) => {
		const reading = read({ head: `<link rel="canonical" href="${address}">${meta("og:image", address)}` });
		expect([reading.canonicalUrl, reading.image]).toEqual([null, null]);
	});

	it.each([
		['<html lang="en_us">', "en-US"],
		['<html lang="zh-hans-CN">', "zh-Hans-CN"],
		['<html lang="english">', undefined],
		['<html lang="x<script>">', undefined],
	])("give the language as BCP 47: %s", (tag, value) => {
		expect(readPage(`${tag}<body></body></html>`, { url: PAGE_URL, contentType: null }).language?.value).toBe(value);
	});

	it("tell an AMP page", () => {
		expect(readPage("<html amp><body></body></html>", { url: PAGE_URL, contentType: null }).isAmp).toBe(true);
		expect(read({}).isAmp).toBe(false);
	});

	it("are plain text on one line", () => {
		const reading = read({
			head: `${meta("og:description", "A &lt;b&gt;quay&lt;/b&gt;\n fell")}${meta("og:site_name", "@daily")}`,
		});
		expect([reading.description?.value, reading.siteName?.value]).toEqual(["A quay fell", "daily"]);
	});
});
