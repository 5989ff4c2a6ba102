import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type OpmlFeed, readOpml } from "../../src/feed/opml.js";
import { writeOpml } from "../../src/feed/write-opml.js";

const OPML = fileURLToPath(new URL("../../../shared/data/opml", import.meta.url));
const list = (inside: string): string => `<?xml version="1.0"?><opml version="2.0"><body>${inside}</body></opml>`;
const url = (text: string): string[] => readOpml(text).map((feed) => feed.url);

describe("OPML", () => {
	test("gives the feeds of all folders in order, each once", () => {
		const text = list(
			'<outline text="A"><outline text="B"><outline type="rss" text="t" title="T" xmlUrl="http://a/" htmlUrl="http://h/"/></outline></outline><outline text="N &amp; M" xmlUrl="http://b/?x=1&amp;y=2"/><outline xmlUrl="http://a/"/>',
		);
		expect(readOpml(text)).toEqual([
			{ url: "http://a/", title: "T", homepage: "http://h/" },
			{ url: "http://b/?x=1&y=2", title: "N & M", homepage: null },
		]);
	});

	test.each([
		["other cases", list('<OUTLINE XMLURL="http://a/"/>'), ["http://a/"]],
		[
			"url with a type",
			list('<outline type="rss" url="http://a/"/><outline type="link" url="http://b/"/>'),
			["http://a/"],
		],
		["single quotes, line ends", list("<outline\n text='x'\n xmlUrl='http://a/'\n/>"), ["http://a/"]],
		[
			"a bare &, quotes in a value",
			list('<outline text="R&D" description="<a href="x">y</a>." xmlUrl="http://a/?b&c"/>'),
			["http://a/?b&c"],
		],
		[
			"a cut document",
			'<opml><body><outline text="A"><outline xmlUrl="http://a/"/><outline xmlUrl="http:',
			["http://a/"],
		],
		["a comment", list('<!-- <outline xmlUrl="http://a/"/> --><outline xmlUrl="http://b/"/>'), ["http://b/"]],
		["a DOCTYPE", `<!DOCTYPE opml [<!ENTITY a "x">]>${list('<outline xmlUrl="http://a/&a;"/>')}`, ["http://a/&a;"]],
		["no feeds", list('<outline text="empty"/>'), []],
	])("is read with %s", (_name, text, expected) => {
		expect(url(text)).toEqual(expected);
	});

	test("is decoded as it declares", () => {
		const bytes = Buffer.from(
			`<?xml version="1.0" encoding="windows-1252"?><opml><outline title="Caf\xe9" xmlUrl="http://a/"/></opml>`,
			"latin1",
		);
		expect(readOpml(new Uint8Array(bytes))[0]?.title).toBe("Café");
	});

	test.each(["", "no markup", "<html><body>page</body></html>", "<rss><channel/></rss>", "{}"])(
		"is not %j, and that is said",
		(text) => {
			expect(() => readOpml(text)).toThrow("is not OPML");
		},
	);

	test("is read in linear time", () => {
		const start = performance.now();
		expect(url(list(`<outline text="${"a".repeat(100)}">`.repeat(100_000)))).toEqual([]);
		readOpml(list("<!-- ".repeat(200_000)));
		expect(performance.now() - start).toBeLessThan(5_000);
	});

	test("that is written is read again as it was", () => {
		const feeds: OpmlFeed[] = [
			{ url: "http://a/?x=1&y=<2>", title: "A \"quoted\" & 'other' <title> é 🗞", homepage: "http://a/?p=1&q" },
			{ url: "http://b/", title: "]]>", homepage: null },
		];
		const text = writeOpml("My feeds & more", feeds, new Date(Date.UTC(2026, 2, 3)));
		expect(readOpml(text)).toEqual(feeds);
		expect(text).toContain("<title>My feeds &amp; more</title>");
		expect(text).toContain("<dateCreated>Tue, 03 Mar 2026 00:00:00 GMT</dateCreated>");
	});

	test("that is written is XML whatever the titles hold", () => {
		const text = writeOpml(
			"\u0000\ud800",
			[{ url: "http://a/", title: "\u0001a\u0000\uffff", homepage: null }],
			new Date(0),
		);
		expect(text).not.toMatch(/[\u0000-\u0008\uffff]/);
		expect(text.isWellFormed()).toBe(true);
		expect(readOpml(text)[0]?.title).toBe("a");
		expect(readOpml(writeOpml("t", [{ url: "http://a/", title: null, homepage: null }], new Date(0)))[0]?.title).toBe(
			"http://a/",
		);
	});
});

describe.skipIf(!existsSync(OPML))("collected subscription lists (skipped where ../shared is absent)", () => {
	test("are read whole: 781 feeds in 118 files", () => {
		const files = readdirSync(OPML, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".opml"));
		const urls = new Set(
			files.flatMap((name) => readOpml(new Uint8Array(readFileSync(join(OPML, name)))).map((f) => f.url)),
		);
		expect([files.length, urls.size]).toEqual([118, 781]);
	});
});
