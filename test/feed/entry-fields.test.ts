import { describe, expect, test } from "vitest";
import type { FeedEntry } from "../../src/feed/feed-document.js";
import { type FeedResponse, readFeed } from "../../src/feed/read-feed.js";

const RESPONSE: FeedResponse = { url: "https://daily.example/feed", contentType: null };

function firstEntry(text: string, response: Partial<FeedResponse> = {}): FeedEntry | undefined {
	const reading = readFeed(new TextEncoder().encode(text), { ...RESPONSE, ...response });
	return reading.kind === "feed" ? reading.feed.entries[0] : undefined;
}

const rss = (inside: string): string => `<rss version="2.0"><channel>${inside}</channel></rss>`;
const item = (inside: string) => firstEntry(rss(`<item>${inside}</item>`));
const entry = (inside: string) =>
	firstEntry(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`);

describe("an entry's URL", () => {
	test.each([
		["<link>https://a.example/x?a=1&amp;amp;b=2</link>", "https://a.example/x?a=1&b=2"],
		["<link>\n  https://a.example/x\n</link>", "https://a.example/x"],
		["<link>//a.example/x</link>", "https://a.example/x"],
		["<link>www.a.example/x</link>", "http://www.a.example/x"],
		["<link>feed:https://a.example/x</link>", "https://a.example/x"],
		['<link xml:base="https://b.example/d/">x</link>', "https://b.example/d/x"],
		["<link>javascript:alert(1)</link><guid>https://a.example/g</guid>", "https://a.example/g"],
		['<link>mailto:a@x</link><guid isPermaLink="false">https://a.example/g</guid>', null],
		["<link/><guid>not a url</guid>", null],
		['<atom:link rel="self" href="https://a.example/self"/>', null],
		['<atom:link href="https://a.example/x"/>', "https://a.example/x"],
		["<link>data:text/html,x</link>", null],
		["<link>https://</link>", null],
	])("of %s is %s", (written, url) => {
		expect(item(written)?.url).toBe(url);
	});

	test("is none if it is too long for an address", () => {
		expect(item(`<link>https://a.example/${"x".repeat(10_000)}</link>`)?.url).toBeNull();
	});

	test("is relative to the site where the feed is served from elsewhere", () => {
		const feed = rss("<link>https://site.example/blog/</link><item><link>/x</link></item>");
		expect(firstEntry(feed, { url: "https://feeds.example/1" })?.url).toBe("https://site.example/x");
		expect(firstEntry(rss("<item><link>x</link></item>"), { contentLocation: "https://c.example/d/" })?.url).toBe(
			"https://c.example/d/x",
		);
	});
});

describe("an entry's texts", () => {
	test.each([
		["<title>&lt;b&gt;Bold&lt;/b&gt; &amp;amp; plain</title>", "Bold & plain"],
		["<title>&amp;lt;i&amp;gt;twice&amp;lt;/i&amp;gt; &amp;amp;#8211; escaped</title>", "twice – escaped"],
		["<title>  a\n\tb  </title>", "a b"],
		["<title>Caf&eacute;&nbsp;5 &lt; 6</title>", "Café 5 < 6"],
		["<media:title>m</media:title>", "m"],
		["<title/><dc:title>d</dc:title>", "d"],
		["<description>only</description>", ""],
	])("of %s have the title %j", (written, title) => {
		expect(item(written)?.title).toBe(title);
	});

	test.each([
		['<title type="html">A &amp;amp; B</title>', "A & B"],
		["<title>the &lt;blink&gt; tag</title>", "the <blink> tag"],
		["<title>forgotten &lt;b&gt;type&lt;/b&gt;</title>", "forgotten type"],
		['<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>b</b> &lt;c&gt;</div></title>', "a b <c>"],
		['<title type="text/html" mode="base64">YSA8Yj5iPC9iPg==</title>', "a b"],
	])("in Atom of %s have the title %j", (written, title) => {
		expect(entry(written)?.title).toBe(title);
	});

	test("are not taken from the entry's parts", () => {
		expect(entry("<source><title>s</title><id>s</id></source><content type='image/png'>AAAA</content>")).toMatchObject({
			title: "",
			guid: null,
			content: null,
		});
		expect(entry("<media:group><media:description>d</media:description></media:group>")?.summary).toBe("d");
	});

	test.each([
		["<author>a@x.example (Ann)</author>", ["Ann"]],
		["<author>Ann (a@x.example)</author>", ["Ann"]],
		["<author>Ann &lt;a@x.example&gt;</author>", ["Ann"]],
		["<author>a@x.example</author>", ["a@x.example"]],
		[
			"<dc:creator>Ann</dc:creator><dc:creator>Ben</dc:creator><author>ANN</author><itunes:author>Net</itunes:author>",
			["ANN", "Ben"],
		],
		["<itunes:author>Net</itunes:author>", ["Net"]],
		["<author/>", []],
	])("of %s name the authors %j", (written, authors) => {
		expect(item(written)?.authors).toEqual(authors);
	});
});
