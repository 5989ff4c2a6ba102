import { describe, expect, test } from "vitest";
import { findFeedLinks } from "../../src/feed/feed-links.js";

const PAGE = "https://daily.example/news/today.html";
const urls = (html: string): string[] => findFeedLinks(html, PAGE).map(({ url }) => url);

/** HTML beside the feeds that it points to. */
const FOUND: Record<string, [html: string, urls: string[]]> = {
	"a declared feed": ['<link rel="alternate" type="application/rss+xml" href="/feed">', ["https://daily.example/feed"]],
	"one among other words and with a charset": [
		'<LINK TYPE="application/atom+xml; charset=utf-8" REL="ALTERNATE home" HREF="feed.atom?a=1&amp;b=2">',
		["https://daily.example/news/feed.atom?a=1&b=2"],
	],
	"JSON Feed": [
		"<link rel=alternate type=application/feed+json href=feed.json>",
		["https://daily.example/news/feed.json"],
	],
	"an address relative to the page's base": [
		'<base href="https://www.daily.example/blog/"><link rel="feed" href="rss.xml">',
		["https://www.daily.example/blog/rss.xml"],
	],
	"a feed behind a word in the text": [
		'<a href="/rss.xml"><img alt=""> Subscribe</a> <a href="https://feeds.feedburner.com/daily">x</a>',
		["https://daily.example/rss.xml", "https://feeds.feedburner.com/daily"],
	],
	"the same feed once": [
		'<link rel=alternate type=application/rss+xml href=/feed><a href="https://daily.example/feed">RSS</a>',
		["https://daily.example/feed"],
	],
	"feeds of comments last": [
		'<link rel=alternate type=application/rss+xml title="Comments Feed" href=/comments/feed/><link rel=alternate type=application/rss+xml href=/feed/>',
		["https://daily.example/feed/", "https://daily.example/comments/feed/"],
	],
};

/** What is no feed. */
const NOT_FOUND = [
	'<link rel="alternate" hreflang="de" href="/de/">',
	'<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">',
	'<link rel="alternate" type="application/json+oembed" href="/oembed?url=feed">',
	'<link rel="stylesheet" type="text/css" href="/feed.css">',
	'<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
	'<link rel="alternate" type="application/rss+xml" href="data:text/xml,<rss/>">',
	'<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">',
	'<link rel="alternate" type="application/rss+xml">',
	'<a href="/feedback">Feedback</a><a href="/atomic-energy">a</a><a href="/rssi.html">b</a>',
	'<script>var s = "<link rel=alternate type=application/rss+xml href=/feed>"</script>',
	'<!-- <link rel="alternate" type="application/rss+xml" href="/feed"> -->',
];

describe("the feeds that a page points to", () => {
	test.each(Object.entries(FOUND))("are found: %s", (_name, [html, expected]) => {
		expect(urls(html)).toEqual(expected);
	});

	test.each(NOT_FOUND.map((html) => [html]))("are not seen in %s", (html) => {
		expect(urls(html)).toEqual([]);
	});

	test("have a title and a format where the page gives them", () => {
		const html =
			'<link rel=alternate type=application/atom+xml title="All &amp; more" href=/a><a href=/rss> The <b>RSS</b> feed</a><a href=/feed>f</a>';
		expect(findFeedLinks(html, PAGE)).toEqual([
			{ url: "https://daily.example/a", title: "All & more", format: "ATOM" },
			{ url: "https://daily.example/rss", title: "The RSS feed", format: "RSS" },
			{ url: "https://daily.example/feed", title: "f", format: null },
		]);
	});

	test("are at most twenty, of however large a page", () => {
		const link = (i: number) => `<link rel=alternate type=application/rss+xml href=/${i}/feed><a href=/${i}/rss>x</a>`;
		const start = performance.now();
		expect(urls(Array.from({ length: 50_000 }, (_, i) => link(i)).join(""))).toHaveLength(20);
		expect(performance.now() - start).toBeLessThan(5_000);
	});
});
