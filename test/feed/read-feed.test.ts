import { describe, expect, test } from "vitest";
import type { FeedDocument } from "../../src/feed/feed-document.js";
import { type FeedResponse, readFeed } from "../../src/feed/read-feed.js";
import { OWN_FEEDS } from "./own-feeds.js";

const RESPONSE: FeedResponse = { url: "https://daily.example/feed", contentType: null };

function read(text: string, response: Partial<FeedResponse> = {}): FeedDocument {
	const reading = readFeed(new TextEncoder().encode(text), { ...RESPONSE, ...response });
	if (reading.kind !== "feed") throw new Error(`${reading.kind}: ${reading.reason}`);
	return reading.feed;
}

const rss = (inside: string): string => `<rss version="2.0"><channel>${inside}</channel></rss>`;

const NOTHING = {
	guid: null,
	url: null,
	title: "",
	summary: null,
	content: null,
	authors: [],
	language: null,
	image: null,
	categories: [],
	published: null,
	updated: null,
};

describe("a feed is read whole", () => {
	test("in RSS 2.0", () => {
		const { entries, ...head } = read(OWN_FEEDS.rss);
		expect(head).toEqual({
			format: "RSS",
			title: "The Daily & Sunday",
			description: "News of the day",
			homepage: "https://daily.example/",
			language: "en-GB",
			image: "https://daily.example/logo.png",
			ttlSeconds: 900,
			repairs: [],
		});
		expect(entries).toEqual([
			{
				guid: "id-1",
				url: "https://daily.example/2026/quay?utm_source=rss&a=1",
				title: "Quay collapses & more",
				summary: "A quay fell.\n\nNobody was hurt.",
				content: "A quay fell into the sea.\n\none\ntwo",
				authors: ["Ann Example"],
				language: "en-GB",
				image: "https://img.example/a.jpg",
				categories: ["World", "Harbours"],
				published: { text: "Tue, 03 Mar 2026 10:00:00 GMT", at: new Date(Date.UTC(2026, 2, 3, 10)) },
				updated: null,
			},
			{
				...NOTHING,
				guid: "https://daily.example/2",
				url: "https://daily.example/2",
				title: "No link",
				language: "en-GB",
				image: "https://img.example/b.jpg",
			},
			{
				...NOTHING,
				url: "https://daily.example/3",
				language: "en-GB",
				published: { text: "2026-03-04", at: new Date(Date.UTC(2026, 2, 4)) },
			},
		]);
	});

	test("in Atom, with its bases, languages, types and inherited authors", () => {
		const { entries, ...head } = read(OWN_FEEDS.atom);
		expect(head).toMatchObject({
			format: "ATOM",
			title: "Der <Tag>",
			description: "Text",
			homepage: "https://daily.example/blog/",
			language: "de",
			image: "https://daily.example/blog/logo.png",
		});
		expect(entries).toEqual([
			{
				guid: "urn:1",
				url: "https://daily.example/blog/2026/1.html",
				title: "5 < 6 & 7",
				summary: "Kurz",
				content: "Erster Absatz.\n\nZweiter.",
				authors: ["Redaktion"],
				language: "de-AT",
				image: "https://daily.example/blog/2026/a.png",
				categories: ["Welt"],
				published: { text: "2026-03-03T10:00:00+01:00", at: new Date(Date.UTC(2026, 2, 3, 9)) },
				updated: { text: "2026-03-03T12:00:00+01:00", at: new Date(Date.UTC(2026, 2, 3, 11)) },
			},
			{
				...NOTHING,
				guid: "https://daily.example/2",
				url: "https://daily.example/2",
				title: "Zwei",
				authors: ["Ben"],
				language: "de",
				updated: { text: "kein Datum", at: null },
			},
		]);
	});

	test("in RDF, whose items and image stand beside the channel", () => {
		const { entries, ...head } = read(OWN_FEEDS.rdf);
		expect(head).toMatchObject({
			format: "RDF",
			title: "Daily",
			language: "fr",
			ttlSeconds: 21_600,
			image: "https://daily.example/i.png",
		});
		expect(entries).toMatchObject([
			{
				guid: "https://daily.example/1",
				url: "https://daily.example/1",
				title: "Un",
				categories: ["Monde"],
				language: "fr",
			},
		]);
	});

	test("in JSON Feed, with and without a byte order mark", () => {
		for (const text of [OWN_FEEDS.json, `\ufeff${OWN_FEEDS.json}`]) {
			const { entries, ...head } = read(text);
			expect(head).toMatchObject({
				format: "JSON_FEED",
				title: "Daily",
				image: "https://daily.example/i.png",
				language: "en",
			});
			expect(entries).toEqual([
				{
					...NOTHING,
					guid: "7",
					url: "https://daily.example/1",
					title: "One & two",
					summary: "s",
					content: "a\n\nb",
					authors: ["Desk"],
					language: "en",
					image: "https://daily.example/a.jpg",
					categories: ["x", "5"],
					published: { text: "2026-03-03T10:00:00Z", at: new Date(Date.UTC(2026, 2, 3, 10)) },
				},
				{
					...NOTHING,
					guid: "https://daily.example/2",
					url: "https://daily.example/2",
					content: "plain <b>\n\ntext",
					authors: ["Ann"],
					language: "de",
				},
			]);
		}
	});

	test.each(["text/plain", "text/html", "application/octet-stream", "image/png", "application/json", ""])(
		"whatever the type it is sent as: %s",
		(contentType) => {
			expect(read(OWN_FEEDS.atom, { contentType }).entries).toHaveLength(2);
			expect(read(OWN_FEEDS.json, { contentType }).entries).toHaveLength(2);
		},
	);
});

/** Ill-formed feeds, each with two items of which the titles can be told. */
const ILL_FORMED: Record<string, string> = {
	"bare ampersands": rss("<item><title>a</title><link>http://x/?a=1&b=2</link></item><item><title>b</title></item>"),
	"undeclared prefixes": rss("<item><title>a</title><media:group><dc:x>1</dc:x></item><item><title>b</title></item>"),
	"entities of HTML": rss("<item><title>a</title>&nbsp;&eacute;&nosuch;</item><item><title>b</title></item>"),
	"a cut end": "<rss><channel><item><title>a</title></item><item><title>b</tit",
	"an item that does not end": rss("<item><title>a</title><item><title>b</title></item>"),
	"a title that does not end": rss("<item><title>a<link>http://x/</link></item><item><title>b</title></item>"),
	"a description that does not end": rss(
		"<item><title>a</title><description>x<b>y</item><item><title>b</title></item>",
	),
	"a channel description that does not end": rss(
		"<description>x<item><title>a</title></item><item><title>b</title></item>",
	),
	"CDATA that does not end": rss(
		"<item><title><![CDATA[a</title><description>d</description></item><item><title><![CDATA[b]]></title></item>",
	),
	"CDATA that is cut": "<rss><channel><item><title>a</title></item><item><title>b</title><description><![CDATA[x",
	"tags that cross": rss(
		"<item><title>a</title><description><p><b>x</p></b></description></item></p><item><title>b</title></i></item>",
	),
	"elements of HTML without an end": rss(
		`<item><title>a</title><description>${"x<br>".repeat(500)}</description></item><item><title>b</title></item>`,
	),
	"paragraphs without an end": rss(
		`<item><title>a</title><description>${"<p>x".repeat(500)}</description></item><item><title>b</title></item>`,
	),
	"paragraphs and an item without an end": rss(
		`<item><title>a</title><description>${"<p>x".repeat(500)}<item><title>b</title></item>`,
	),
	"bytes before the prolog": `\n garbage <?xml version="1.0"?>${rss("<item><title>a</title></item><item><title>b</title></item>")}`,
	"a warning before it": `<br />\n<b>Warning</b>: x on line <b>2</b><br /><?xml version="1.0"?>${rss("<item><title>a</title></item><item><title>b</title></item>")}`,
	"control characters": rss("<item><title>\u0001a\u0000</title></item><item><title>b</title></item>").replace(
		/[\u0000\u0001]/g,
		" ",
	),
	"attributes without quotes": rss(
		"<item><title type=html>a</title><guid isPermaLink=false>1</guid></item><item><title>b</title></item>",
	),
	"a wrapper around the items": rss("<items><item><title>a</title></item><item><title>b</title></item></items>"),
	"a second document after it": `${rss("<item><title>a</title></item>")}${rss("<item><title>b</title></item>")}`,
	"names in capitals": "<RSS><CHANNEL><ITEM><TITLE>a</TITLE></ITEM><ITEM><Title>b</title></ITEM></CHANNEL></RSS>",
	"a DOCTYPE with a subset": `<!DOCTYPE rss [<!ENTITY x "<item><title>no</title></item>"> <!-- ]> -->]>${rss("<item><title>a</title></item><item><title>b</title></item>")}`,
};

describe("an ill-formed feed", () => {
	test.each(Object.entries(ILL_FORMED))("gives its items in spite of %s", (_name, text) => {
		expect(read(text).entries.map(({ title }) => title)).toEqual(["a", "b"]);
	});

	test("keeps the text of elements that are nested too deep", () => {
		const text = rss(`<item><description>${"<p>x".repeat(500)}</description></item>`);
		expect(read(text).entries[0]?.summary?.match(/x/g)).toHaveLength(500);
	});

	test("says what was repaired, once", () => {
		expect(read(rss("<item><x:a>1</x:a><x:a>2</x:a>")).repairs).toEqual([
			'ill-formed XML (undeclared prefix "x", elements that do not end)',
		]);
		expect(read(rss("<item><title>AT&T & B&B</title></item>")).repairs).toEqual(["ill-formed XML (a bare &)"]);
	});

	test("gets no entity from its DOCTYPE", () => {
		const doctype = '<!DOCTYPE rss [<!ENTITY a "secret"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
		expect(read(`${doctype}${rss("<item><title>&a; &f;</title></item>")}`).entries[0]?.title).toBe("&a; &f;");
	});
});

describe("what is no feed", () => {
	const reading = (text: string, contentType: string | null = null) =>
		readFeed(new TextEncoder().encode(text), { ...RESPONSE, contentType });

	test("but a page gives the feeds that it points to", () => {
		const page =
			'<!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" title="All" href="/rss"></head><script>"<rss><channel>"</script></html>';
		expect(reading(page)).toEqual({
			kind: "not-a-feed",
			reason: "a web page",
			feedLinks: [{ url: "https://daily.example/rss", title: "All", format: "RSS" }],
		});
	});

	test.each([
		["<urlset><url/></urlset>", "not-a-feed"],
		["<html><body><rss></rss></body></html>", "not-a-feed"],
		['{"error":"x"}', "not-a-feed"],
		["[1,2]", "not-a-feed"],
		['{"items":[', "unreadable"],
		["", "unreadable"],
		[" \n\t", "unreadable"],
		["\u0000\u0000\u0000\u0000", "unreadable"],
		["just words", "unreadable"],
	])("%j is %s", (text, kind) => {
		expect(reading(text).kind).toBe(kind);
	});

	test("is nothing in a document address that is none", () => {
		const bytes = new TextEncoder().encode(rss("<item><link>/x</link></item>"));
		expect(readFeed(bytes, { url: "", contentType: null })).toMatchObject({
			kind: "feed",
			feed: { entries: [{ url: null }] },
		});
	});
});

describe("JSON Feed from a careless program", () => {
	test("loses what has the wrong type, and no more", () => {
		const items = [
			null,
			5,
			"x",
			[],
			{},
			{ id: true, url: 7, title: ["x"], tags: "x", authors: {}, date_published: 1_072_986_501 },
		];
		const feed = read(JSON.stringify({ version: 1, title: {}, items, home_page_url: ["x"] }));
		expect(feed.entries).toEqual([
			NOTHING,
			{
				...NOTHING,
				url: "https://daily.example/7",
				published: { text: "1072986501", at: new Date(1_072_986_501_000) },
			},
		]);
		expect(feed.repairs).toEqual(["4 items that are no objects"]);
	});

	test("takes the last of two keys, and __proto__ for a name like any other", () => {
		const text =
			'{"items":[{"id":"1","id":"2","__proto__":{"title":"no"},"constructor":{"prototype":{"x":1}}}],"__proto__":{"title":"no"}}';
		const feed = read(text);
		expect(feed.title).toBeNull();
		expect(feed.entries).toEqual([{ ...NOTHING, guid: "2" }]);
		expect(({} as { x?: number }).x).toBeUndefined();
	});
});
