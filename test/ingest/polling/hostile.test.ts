import { afterAll, beforeAll, expect, it } from "vitest";
import { at, each, type GraphQLClient, graphqlClient } from "../../graphql/graphql-client.js";
import { openPollingWorld, type PollingWorld } from "./polling-world.js";

let world: PollingWorld;
let client: GraphQLClient;

beforeAll(async () => {
	world = await openPollingWorld();
	client = graphqlClient(world.db, { now: () => new Date() });
});
afterAll(() => world.close());

/** Serves one feed and reads it, with the pages of its entries. */
async function read(host: number, body: string | Uint8Array, contentType = "application/xml"): Promise<void> {
	world.web.serve(world.web.url(host, "/feed"), { headers: { "content-type": contentType }, body });
	await world.subscribe(world.web.url(host, "/feed"));
	await world.run({ pages: "never" });
}

const feedOf = (host: number) =>
	world.db.prisma.feed.findFirstOrThrow({
		where: { url: world.web.url(host, "/feed") },
		include: { entries: { include: { article: { include: { revisions: true } } }, orderBy: { id: "asc" } } },
	});

const item = (inner: string) => `<item>${inner}<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item>`;
const rss = (...items: string[]) =>
	`<?xml version="1.0"?><rss version="2.0"><channel><title>Hostile</title>${items.join("")}</channel></rss>`;

/** Controls but line ends, bidirectional overrides, lone surrogates: nothing of these may be stored. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

it("Markup, scripts and handlers in a feed are text or nothing, on every way out", async () => {
	const payloads = [
		"<script>alert(1)</script>",
		"<img src=x onerror=alert(2)>",
		"<svg onload=alert(3)>",
		'<iframe src="javascript:alert(4)"></iframe>',
		'<a href="javascript:alert(5)">a</a>',
		'<a href="data:text/html,alert(6)">b</a>',
		"<style>@import url(javascript:alert(7))</style>",
	];
	await read(
		1,
		rss(
			...payloads.map((html, n) =>
				item(
					`<title>News ${n} ${escaped(html)}</title><link>http://hostile.example/${n}</link><description>Council met ${n}. ${escaped(html)}</description>`,
				),
			),
		),
	);
	const data = await client.data(
		"{ articles(first: 20) { nodes { headline description byline image url sections { text } } } }",
	);
	const printed = JSON.stringify(data);
	expect(each(data, "articles.nodes", "headline")).toHaveLength(payloads.length);
	expect(printed).not.toMatch(/<(?:script|img|svg|iframe|a|style)\b|onerror|onload|javascript:|alert\(/i);
});

it("Control characters, overrides and half characters are not stored, and nothing is refused for them", async () => {
	const strange = "Quay\u0007 \u001b[31mfalls\u202e \u2066at noon\u0085";
	const numeric = "Zero &#0; and one &#1; and half &#xD800; and \u{1F468}\u200d\u{1F469}";
	const bytes = Buffer.concat([
		Buffer.from(`<rss version="2.0"><channel><title>Odd \u0000 feed</title><item><title>${strange} `),
		Buffer.from([0xff, 0xfe, 0xc3]),
		Buffer.from(
			`</title><link>http://odd.example/1</link><author>\u0000A\u202eB</author><description>${numeric} The council of Odd met.</description></item></channel></rss>`,
		),
	]);
	await read(2, bytes);
	const { title, entries } = await feedOf(2);
	const article = entries[0]?.article;
	expect(article?.headline).toContain("Quay");
	for (const text of [
		title,
		article?.headline,
		article?.description,
		...(article?.byline ?? []),
		article?.revisions[0]?.text,
	])
		expect(text ?? "").not.toMatch(UNSAFE);
	expect(article?.revisions[0]?.text).toContain("\u{1F468}\u200d\u{1F469}");
});

it("What is far too long is cut or kept, and never fails", async () => {
	const long = "word ".repeat(200_000);
	await read(
		3,
		rss(
			item(`<title>${long}</title><link>http://long.example/1</link><description>Short.</description>`),
			item(`<title>Long body</title><link>http://long.example/2</link><description>${long}${long}</description>`),
			item(
				`<title>Long word</title><link>http://long.example/3</link><description>${"x".repeat(3_000)} y</description>`,
			),
			item(
				`<title>Long link</title><link>http://long.example/${"l".repeat(100_000)}</link><description>The link is long.</description>`,
			),
			item(
				`<title>${"\u{1F468}\u200d".repeat(20_000)}</title><link>http://long.example/5</link><description>Joined.</description>`,
			),
			item(
				`<title>Long guid</title><guid isPermaLink="false">${"g".repeat(200_000)}</guid><description>The guid is long.</description>`,
			),
		),
	);
	const { entries, health } = await feedOf(3);
	expect(health).toBe("OK");
	expect(entries).toHaveLength(6);
	// An address that no server can have is none: the entry is kept under the feed's.
	for (const { article, url } of entries) {
		expect(article, url.slice(0, 60)).not.toBeNull();
		expect(article?.headline.length).toBeLessThanOrEqual(500);
		expect(url.length).toBeLessThan(9_000);
	}
});

it("Addresses that lead nowhere good are not followed or shown as links", async () => {
	const links = [
		"javascript:alert(1)",
		"file:///etc/passwd",
		"data:text/html,x",
		"http://user:pass@bad.example/1",
		"//protocol.example/2",
		"/relative/3",
		"http://xn--80ak6aa92e.com/4",
		"http://\u0430pple.example/5",
		"https://ok.example/\u202e6",
	];
	await read(
		4,
		rss(
			...links.map((link, n) =>
				item(
					`<title>Link ${n}</title><guid isPermaLink="false">${n}</guid><link>${link}</link><description>The council met for the ${n}th time.</description>`,
				),
			),
		),
	);
	const { entries } = await feedOf(4);
	expect(entries).toHaveLength(links.length);
	for (const { url, article } of entries) {
		expect(url).toMatch(/^https?:\/\/[^@]*$/);
		expect(url).not.toMatch(UNSAFE);
		expect(article).not.toBeNull();
	}
	// The Cyrillic letter shows in the address as it is asked for.
	expect(entries.map(({ url }) => url)).toContain("http://xn--pple-43d.example/5");
});

it("Billion laughs, external entities and a truncated document give what entries there are, within limits", async () => {
	const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(10)}"><!ENTITY c "${"&b;".repeat(10)}"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>Laughs</title>${item("<title>Ha &c; &x;</title><link>http://laughs.example/1</link><description>One.</description>")}`;
	await read(5, laughs);
	const { entries } = await feedOf(5);
	expect(entries).toHaveLength(1);
	expect(entries[0]?.article?.headline).toMatch(/^Ha /);
	expect(entries[0]?.article?.headline.length).toBeLessThan(100);
	expect(JSON.stringify(entries)).not.toContain("root:");
});

it("A log line cannot be forged by a title", async () => {
	await read(
		6,
		rss(
			item(
				'<title>Line one&#13;&#10;{"level":"error","msg":"forged"}</title><link>http://log.example/1</link><description>One.</description>',
			),
		),
	);
	const found = await client.data('{ articles(filter: {query: "forged"}) { nodes { headline } } }');
	expect(at(found, "articles.nodes.0.headline")).not.toMatch(/[\r\n]/);
});

const escaped = (html: string): string => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
