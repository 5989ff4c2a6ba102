import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLog } from "../../../src/log.js";
import { at, each, type GraphQLClient, graphqlClient, type Json } from "../../graphql/graphql-client.js";
import { openPollingWorld, type PollingWorld } from "./polling-world.js";

// What feeds have in their texts, dates and identities, through the whole pipeline: fetched, parsed, stored and asked for. The rules are tested where
// they are: clean-text, decide-publication, feed-date, entry-identity, url.

let world: PollingWorld;
let client: GraphQLClient;
const logged: string[] = [];
const startedAt = Date.now();

/** Characters that may not be stored: controls but line ends, overrides of direction, halves of characters. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
const MARKUP = /<(?:script|img|svg|iframe|a|style)\b|onerror|onload|javascript:|alert\(/i;

const escaped = (text: string): string => text.replace(/[&<]/g, (c) => (c === "&" ? "&amp;" : "&lt;"));
const rss = (...items: string[]) =>
	`<?xml version="1.0"?><rss version="2.0"><channel><title>Port Alba Post</title>${items.map((item) => `<item>${item}</item>`).join("")}</channel></rss>`;

interface Item {
	title?: string;
	link?: string;
	guid?: string;
	text?: string;
	date?: string;
}

const TEXT = "The eastern quay of Port Alba collapsed into the harbour early on Monday, the port authority said.";

/** An item whose values are written as they are, but for what XML needs. */
const item = ({ title = "Quay collapses", link, guid, text = TEXT, date = "Mon, 02 Mar 2026 10:00:00 GMT" }: Item) =>
	[
		`<title>${escaped(title)}</title>`,
		link === undefined ? "" : `<link>${escaped(link)}</link>`,
		guid === undefined ? "" : `<guid isPermaLink="false">${escaped(guid)}</guid>`,
		`<description>${escaped(text)}</description><pubDate>${date}</pubDate>`,
	].join("");

interface Read {
	url: string;
	headline: string;
	description: string | null;
	publishedAt: string;
	publishedAtProvenance: string;
	text: string;
	revisions: number;
}

/** A feed as it answers poll after poll, the last answer again and again; `link` makes addresses of its own. */
interface Case {
	name: string;
	polls: (link: (path: string) => string) => (string | Uint8Array)[];
	/** Documents of a second feed of the same outlet. */
	second?: (link: (path: string) => string) => string[];
	expect: (articles: Read[]) => void;
}

const one = (articles: Read[]): Read => {
	expect(articles).toHaveLength(1);
	return articles[0] as Read;
};

/** One article whose text came through, whatever it holds. */
const text = (name: string, given: Item, expected: (article: Read) => void): Case => ({
	name,
	polls: (link) => [rss(item({ link: link("/1"), ...given }))],
	expect: (articles) => {
		const article = one(articles);
		expect(`${article.headline}${article.description}${article.text}`).not.toMatch(UNSAFE);
		expected(article);
	},
});

const MARK = "HERE";
/** The bytes of a feed whose text has other bytes in the place of a mark. */
const withBytes = (document: string, bytes: number[]): Uint8Array => {
	const [before = "", after = ""] = document.split(MARK);
	return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
};

const LONG_WORD = "x".repeat(3_000);
const FAMILY = "\u{1F468}\u200d\u{1F469}\u200d\u{1F467}";

const TEXTS: Case[] = [
	text("U+0000", { title: "Quay\u0000 collapses", text: `Before\u0000 ${TEXT}` }, ({ headline }) =>
		expect(headline).toBe("Quay collapses"),
	),
	text(
		"C0 and C1 controls",
		{ title: "Quay\u0007\u0085 \u001b[31mcollapses", text: `\u0001${TEXT}\u009b2J` },
		(article) => {
			expect(article.headline).toMatch(/^Quay\W+31mcollapses$/);
			expect(article.text).toContain(TEXT);
		},
	),
	{
		name: "half characters",
		polls: (link) => [
			withBytes(
				rss(item({ link: link("/1"), text: `&#xD800; ${MARK} ${TEXT}` }).replace("&amp;#", "&#")),
				[0xed, 0xa0, 0x80],
			),
		],
		expect: (articles) => {
			const { text: stored } = one(articles);
			expect(stored).not.toMatch(UNSAFE);
			expect(stored).toContain(TEXT);
			expect(stored.isWellFormed()).toBe(true);
		},
	},
	text("overrides of direction", { title: "Quay \u202elapsed\u202c col\u2066lapses\u2069" }, ({ headline }) =>
		expect(headline.replace(/ +/g, " ")).toBe("Quay lapsed col lapses"),
	),
	text("a title of 1 MB", { title: "Quay collapses ".repeat(70_000) }, ({ headline }) => {
		expect(headline.length).toBeLessThanOrEqual(500);
		expect(headline).toMatch(/^Quay collapses Quay .*…$/);
	}),
	text("a text of 2 MB", { text: `${TEXT} `.repeat(20_000) }, (article) => {
		// A feed's text is cut at a million characters.
		expect(article.text.length).toBeGreaterThan(900_000);
		expect(article.text.length).toBeLessThanOrEqual(1_000_000);
	}),
	text("a word of 3 kB", { text: `${TEXT} ${LONG_WORD} ends.` }, (article) =>
		expect(article.text).toContain(LONG_WORD),
	),
	text("thousands of joined characters", { text: `${TEXT} ${FAMILY.repeat(5_000)}` }, (article) => {
		expect(article.text).toContain(FAMILY.repeat(5_000));
	}),
];

const markup = (name: string, html: string): Case =>
	text(`markup: ${name}`, { title: `Quay ${html} collapses`, text: `${TEXT} ${html}` }, (article) => {
		expect(JSON.stringify(article)).not.toMatch(MARKUP);
		expect(article.headline).toMatch(/^Quay\b.*\bcollapses$/);
		expect(article.text).toContain(TEXT);
	});

const MARKUPS: Case[] = [
	markup("script", "<script>alert(1)</script>"),
	markup("iframe", '<iframe src="javascript:alert(1)"></iframe>'),
	markup("a handler", "<img src=x onerror=alert(1)>"),
	markup("svg", "<svg onload=alert(1)><script>alert(2)</script></svg>"),
	markup("a javascript: address", '<a href="javascript:alert(1)">and</a>'),
	markup("a data: address", '<a href="data:text/html,<script>alert(1)</script>">and</a>'),
];

/** @param at the instant that is stored; null where nothing is believed, and the article is dated by when it was first seen. */
const date = (name: string, given: string, at: string | null): Case => ({
	name: `a date: ${name}`,
	polls: (link) => [rss(item({ link: link("/1"), date: given }))],
	expect: (articles) => {
		const { publishedAt, publishedAtProvenance } = one(articles);
		if (at !== null) expect([publishedAtProvenance, publishedAt]).toEqual(["FEED", at]);
		else {
			expect(publishedAtProvenance).toBe("FIRST_SEEN");
			expect(Date.parse(publishedAt)).toBeGreaterThanOrEqual(startedAt);
			expect(Date.parse(publishedAt)).toBeLessThanOrEqual(Date.now());
		}
	},
});

const DATES: Case[] = [
	date("the year 0", "0000-01-01T00:00:00Z", null),
	date("the year 9999", "9999-12-31T23:59:59Z", null),
	date("the year 10000", "+010000-01-01T00:00:00Z", null),
	date("the end of time", "+275760-09-13T00:00:00Z", null),
	date("without a zone", "2026-03-02T10:00:00", "2026-03-02T10:00:00.000Z"),
	date("with a zone that is none", "Mon, 02 Mar 2026 10:00:00 +9999", null),
	date("24:00", "2026-03-02T24:00:00Z", "2026-03-03T00:00:00.000Z"),
	date("30 February", "2026-02-30T10:00:00Z", null),
	date("of a year with two digits", "Mon, 02 Mar 26 10:00:00 GMT", "2026-03-02T10:00:00.000Z"),
	date("with the day first", "31/12/2021 10:15", "2021-12-31T10:15:00.000Z"),
	date("in seconds", "1772445600", "2026-03-02T10:00:00.000Z"),
	date("in milliseconds", "1772445600000", "2026-03-02T10:00:00.000Z"),
	date("three days ahead", new Date(startedAt + 3 * 86_400_000).toUTCString(), null),
	date("in the hour that summer time leaves out", "Sun, 29 Mar 2026 02:30:00 CET", "2026-03-29T01:30:00.000Z"),
	date("with the name of a zone", "Mon, 02 Mar 2026 10:00:00 EST", "2026-03-02T15:00:00.000Z"),
	date("that is empty", "", null),
];

const OTHER = "The union of dockers called a strike for Tuesday, after talks about wages had failed on Sunday night.";

const IDENTITIES: Case[] = [
	{
		name: "no GUID",
		polls: (link) => [rss(item({ link: link("/1") })), rss(item({ link: link("/1") }))],
		expect: (articles) => expect(one(articles).revisions).toBe(1),
	},
	{
		name: "an empty GUID",
		polls: (link) => [rss(item({ link: link("/1"), guid: "" })), rss(item({ link: link("/1"), guid: "" }))],
		expect: (articles) => expect(one(articles).revisions).toBe(1),
	},
	{
		name: "one GUID for two entries",
		polls: (link) => {
			const both = rss(
				item({ link: link("/1"), guid: "same" }),
				item({ link: link("/2"), guid: "same", title: "Dockers to strike", text: OTHER }),
			);
			return [both, both];
		},
		expect: (articles) => expect(articles.map(({ revisions }) => revisions)).toEqual([1, 1]),
	},
	{
		name: "a GUID that goes from http to https and back",
		polls: (link) =>
			["http", "https", "http"].map((scheme) => rss(item({ link: link("/1"), guid: `${scheme}://post.example/?p=1` }))),
		expect: (articles) => expect(one(articles).revisions).toBe(1),
	},
	{
		name: "another GUID at every poll",
		polls: (link) => [1, 2, 3].map((n) => rss(item({ link: link("/1"), guid: `made-at-${n}` }))),
		expect: (articles) => expect(one(articles).revisions).toBe(1),
	},
	{
		name: "the same GUID with another text",
		polls: (link) => [
			rss(item({ link: link("/1"), guid: "1" })),
			rss(item({ link: link("/1"), guid: "1", text: `${TEXT} Two cranes went with it.` })),
		],
		expect: (articles) => {
			const article = one(articles);
			expect(article.revisions).toBe(2);
			expect(article.text).toContain("Two cranes");
		},
	},
	{
		name: "the same GUID at another address",
		polls: (link) => [rss(item({ link: link("/1"), guid: "1" })), rss(item({ link: link("/moved/1"), guid: "1" }))],
		expect: (articles) => expect(one(articles).revisions).toBe(1),
	},
	{
		name: "another campaign in the address at every poll",
		polls: (link) => [1, 2, 3].map((n) => rss(item({ link: link(`/1?utm_source=rss&utm_campaign=${n}`) }))),
		expect: (articles) => expect(one(articles).revisions).toBe(1),
	},
	{
		name: "two feeds with one article",
		polls: (link) => [rss(item({ link: link("/1"), guid: "1" }))],
		second: (link) => [rss(item({ link: link("/1"), guid: "world-1" }))],
		expect: (articles) => expect(one(articles).revisions).toBe(1),
	},
	{
		name: "two versions in turn",
		polls: (link) =>
			[0, 1, 0, 1].map((n) => rss(item({ link: link("/1"), guid: "1", title: `Quay ${n ? "falls" : "has fallen"}` }))),
		expect: (articles) => expect(one(articles).revisions).toBe(4),
	},
];

const FORGED = 'Quay collapses\r\n{"level":"error","msg":"forged"}\u001b[2J\u2028\u202e';

const ADDRESSES: Case[] = [
	{
		name: "line ends and terminal commands in a title and an address",
		polls: (link) => [rss(item({ title: FORGED, link: link(`/1?${FORGED}`), guid: FORGED }))],
		expect: (articles) => {
			expect(one(articles).headline).not.toMatch(/[\r\n]/);
			expect(logged.length).toBeGreaterThan(20);
			for (const line of logged) {
				expect(line).toMatch(/^\{.*\}\n$/);
				expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
				expect(JSON.parse(line)).not.toMatchObject({ msg: "forged" });
			}
		},
	},
	{
		name: "an address of 100 kB",
		polls: (link) => [rss(item({ link: link(`/${"l".repeat(100_000)}`), guid: "1" }))],
		expect: (articles) => expect(one(articles).url.length).toBeLessThan(9_000),
	},
	{
		name: "a host in letters that look like others",
		polls: () => [rss(item({ link: "http://\u0430pple.example/1" }), item({ link: "http://xn--pple-43d.example/1" }))],
		expect: (articles) => expect(one(articles).url).toBe("http://xn--pple-43d.example/1"),
	},
	{
		name: "an override of direction in an address",
		polls: (link) => [rss(item({ link: link("/\u202e1") }))],
		expect: (articles) => expect(one(articles).url).toMatch(/^http:\/\/[\x21-\x7e]+$/),
	},
	{
		name: "an address that climbs and descends",
		polls: (link) => [rss(item({ link: "/news/../a/./b/../c" })), rss(item({ link: link("/a/c") }))],
		expect: (articles) => expect(one(articles).url).toMatch(/^http:\/\/[^/]+\/a\/c$/),
	},
	{
		name: "bases within bases",
		polls: () => [
			`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://base.example/x/"><title>Post</title><id>f</id><entry xml:base="y/"><title>Quay collapses</title><id>1</id><link href="z"/><updated>2026-03-02T10:00:00Z</updated><content type="text">${TEXT}</content></entry></feed>`,
		],
		expect: (articles) => expect(one(articles).url).toBe("http://base.example/x/y/z"),
	},
];

const CASES = [...TEXTS, ...MARKUPS, ...DATES, ...IDENTITIES, ...ADDRESSES];
const ROUNDS = 4;

/** What the archive tells of the articles that the feeds of a host brought. */
const read: Read[][] = [];
/** By what the feeds tell their entries apart, round after round. */
const identities: string[] = [];

beforeAll(async () => {
	world = await openPollingWorld();
	client = graphqlClient(world.db, { now: () => new Date() });
	const log = createLog({ logLevel: "debug" }, { write: (line: string) => void logged.push(line) });
	const feeds = CASES.flatMap(({ polls, second }, host) => {
		const link = (path: string) => world.web.url(host, path);
		const all = [{ url: link("/feed"), documents: polls(link) }];
		if (second) all.push({ url: link("/second"), documents: second(link) });
		return all;
	});
	await world.subscribe(...feeds.map(({ url }) => url));
	for (let round = 0; round < ROUNDS; round++) {
		for (const { url, documents } of feeds) {
			const body = documents[Math.min(round, documents.length - 1)] ?? "";
			world.web.serve(url, { headers: { "content-type": "application/xml" }, body });
		}
		await world.makeDue("everything");
		await world.run({ pages: "never", log, concurrency: 4 });
		const kinds = await world.db.prisma.feed.findMany({ select: { entryIdentity: true }, orderBy: { url: "asc" } });
		identities.push(kinds.map(({ entryIdentity }) => String(entryIdentity)).join(" "));
	}
	for (const [host] of CASES.entries()) read.push(await readArticles(host));
}, 240_000);
afterAll(() => world.close());

async function readArticles(host: number): Promise<Read[]> {
	const rows = await world.db.prisma.feedEntry.findMany({
		where: { feed: { url: { in: [world.web.url(host, "/feed"), world.web.url(host, "/second")] } } },
		select: { article: { select: { url: true } } },
	});
	const urls = [...new Set(rows.flatMap(({ article }) => article?.url ?? []))];
	const articles: Read[] = [];
	for (const url of urls) {
		const data = await client.data(
			"query($url: URL!) { article(url: $url) { url headline description publishedAt publishedAtProvenance sections { text } revisions { totalCount } } }",
			{ url },
		);
		const { sections: _, revisions: __, ...facts } = at(data, "article") as Record<string, Json>;
		articles.push({
			...(facts as unknown as Omit<Read, "text" | "revisions">),
			text: each(data, "article.sections", "text").join("\n\n"),
			revisions: Number(at(data, "article.revisions.totalCount")),
		});
	}
	return articles;
}

describe("A feed with", () => {
	it.each(CASES.map(({ name, ...rest }, host) => ({ name, host, ...rest })))("$name", ({ host, expect: expected }) => {
		expected(read[host] ?? []);
	});
});

it("The way in which a feed's entries are told apart is chosen once and stays", () => {
	expect(new Set(identities).size).toBe(1);
});

it("Every entry was read, and only what was wrong with the dates is said of the feeds", async () => {
	const ill = await world.db.prisma.feed.findMany({ where: { health: { not: "OK" } } });
	expect(new Set(ill.map(({ lastErrorCode }) => lastErrorCode))).toEqual(new Set(["ALL_ITEMS_UNDATED"]));
	expect(await world.db.prisma.feedEntry.count({ where: { articleId: null } })).toBe(0);
});
