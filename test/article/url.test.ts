import { describe, expect, it } from "vitest";
import { canonicalUrl, outletHost, parseWebUrl, urlHash } from "../../src/article/url.js";
import { seededRandom } from "./seeded-random.js";

/** First the spelling that is kept, then other addresses of the same page. */
const ONE_PAGE: [string, string[]][] = [
	[
		"https://www.example.com/2026/03/quay-collapses",
		[
			"http://www.example.com/2026/03/quay-collapses",
			"https://www.example.com:443/2026/03/quay-collapses/",
			"http://www.example.com:80/2026/03/quay-collapses",
			"HTTPS://WWW.EXAMPLE.COM/2026/03/quay-collapses#comments",
			"https://www.example.com./2026/03/quay-collapses",
			"https://www.example.com//2026///03/quay-collapses//",
			"https://www.example.com/2025/../2026/./03/quay-collapses",
			"https://www.example.com/2026/03/quay-collapses/index.html",
			"https://www.example.com/2026/03/quay%2Dcollapses?",
			"https://www.example.com/2026/03/quay-collapses?utm_source=rss&utm_medium=feed&UTM_Campaign=x",
			"https://www.example.com/2026/03/quay-collapses?fbclid=IwAR0&gclid=1&mc_cid=2&_ga=3&igshid=4",
			"https://www.example.com/2026/03/quay-collapses?at_medium=RSS&at_campaign=KARANGA&at_custom1=x",
			"https://www.example.com/2026/03/quay-collapses?ns_mchannel=rss&ns_source=PublicRSS20-sa&ns_campaign=y",
			"https://www.example.com/2026/03/quay-collapses?CMP=share_btn_tw&xtor=RSS-3208&ocid=socialflow_twitter",
			"https://www.example.com/2026/03/quay-collapses?WT.mc_id=rss&wt_zmc=sm.int&smid=tw-nytimes&partner=rss&emc=rss",
			"https://www.example.com/2026/03/quay-collapses?ref=rss",
			"https://www.example.com/2026/03/quay-collapses?src=twitter&source=newsletter_morning&from=homepage&via=fb",
			"https://www.example.com/2026/03/quay-collapses?cid=sm_npd_tw&tid=ss_fb&mod=rss_world",
			"https://www.example.com/2026/03/quay-collapses?a&utm_source=x".replace("?a&", "?&&"),
			"https://www.example.com/2026/03/quay-collapses?utm_source=x&amp;utm_medium=y&amp;amp;utm_term=z",
			"https://www.example.com/2026/03/quay-collapses/amp",
			"https://www.example.com/2026/03/quay-collapses/amp/",
			"https://www.example.com/2026/03/quay-collapses/amp.html",
			"https://www.example.com/2026/03/quay-collapses.amp",
			"https://www.example.com/amp/2026/03/quay-collapses",
			"https://www.example.com/2026/03/quay-collapses?amp",
			"https://www.example.com/2026/03/quay-collapses?amp=1",
			"https://www.example.com/2026/03/quay-collapses?outputType=amp&isAmp=true",
			"https://www.example.com/2026/03/quay-collapses?print=true",
			"https://amp.example.com/2026/03/quay-collapses",
			"https://m.example.com/2026/03/quay-collapses",
			"https://mobile.example.com/2026/03/quay-collapses",
			"https://www.m.example.com/2026/03/quay-collapses",
			"https://m.www.example.com/2026/03/quay-collapses",
			"https://www-example-com.cdn.ampproject.org/c/s/www.example.com/2026/03/quay-collapses?usqp=mq331AQ&amp_js_v=0.1",
			"https://www-example-com.cdn.ampproject.org/v/s/www.example.com/2026/03/quay-collapses/amp/?amp_gsa=1#aoh=1",
			"https://www-example-com.cdn.ampproject.org/c/www.example.com/2026/03/quay-collapses",
			"https://www-example-com.bing-amp.com/c/s/www.example.com/2026/03/quay-collapses",
			"https://www.google.com/amp/s/www.example.com/2026/03/quay-collapses",
			"https://www.google.co.uk/amp/s/amp.example.com/2026/03/quay-collapses/amp",
			"https://www.google.com/amp/s/www-example-com.cdn.ampproject.org/c/s/www.example.com/2026/03/quay-collapses",
			"  https://www.example.com/2026/03/quay-collapses\n",
		],
	],
	[
		"https://example.com",
		["http://example.com/", "https://example.com/index.php", "https://example.com/?utm_source=x#top"],
	],
	["https://example.com/?p=123", ["http://example.com?p=123", "https://example.com/index.php?p=123&utm_source=x"]],
	[
		"https://example.com/story?id=5&page=2",
		["https://example.com/story?page=2&id=5", "https://example.com/story/?id=5&amp;page=2"],
	],
	["https://example.com/a%C3%A9%2Fb", ["https://example.com/aé%2fb", "https://example.com/%61%c3%a9%2Fb"]],
	["https://example.com/quay,(old)", ["https://example.com/quay%2C%28old%29"]],
	["https://xn--mnchen-3ya.example/bahn", ["https://MÜNCHEN.example/bahn", "https://münchen.example/bahn/"]],
	["https://example.com/s?q=a%20b", ["https://example.com/s?q=a+b"]],
	["https://example.com:8443/a", ["http://example.com:8443/a/"]],
	["https://en.wikipedia.org/wiki/Quay", ["https://en.m.wikipedia.org/wiki/Quay"]],
	["https://example.com/a.html", ["https://example.com/a.html;jsessionid=AB12", "https://example.com/a.amp.html"]],
	["https://example.com/2026/03/quay.html", ["https://example.com/2026/03/quay.html?m=1"]],
	["https://example.com/news/world-europe-12345678", ["https://example.com/news/amp/world-europe-12345678"]],
	["https://example.com/#!/quay", ["http://example.com/#!/quay"]],
];

/** Every address of a row is another page than the others of its row. */
const APART = [
	["https://example.com/story?id=5", "https://example.com/story?id=6", "https://example.com/story"],
	["https://example.com/?p=1", "https://example.com/?p=2", "https://example.com/"],
	["https://example.com/a?page=1", "https://example.com/a?page=2"],
	["https://example.com/a?article=1", "https://example.com/a?story_id=1", "https://example.com/a?story_id=2"],
	[
		"https://example.com/a?source=reuters",
		"https://example.com/a?source=afp",
		"https://example.com/a?source=home-office",
	],
	["https://example.com/a?ref=1234", "https://example.com/a?ref=1235"],
	["https://example.com/a?from=2026-03-01", "https://example.com/a?from=2026-03-02"],
	["https://example.com/a?cid=12", "https://example.com/a?cid=13", "https://example.com/a?tid=12"],
	["https://example.com/a?m=202603", "https://example.com/a?m=202604", "https://example.com/a?m=1"],
	["https://example.com/a?mod=viewthread&tid=7", "https://example.com/a?mod=viewthread&tid=8"],
	["https://example.com/?s=twitter", "https://example.com/?s=facebook"],
	["https://example.com/story.php?12345", "https://example.com/story.php?12346"],
	["https://example.com/a?amp=5", "https://example.com/a?amp=6"],
	["https://example.com/a?view=list", "https://example.com/a?view=map"],
	["https://example.com/A", "https://example.com/a"],
	["https://example.com/a/b", "https://example.com/a%2Fb"],
	["https://example.com/a%2541", "https://example.com/aA", "https://example.com/a%41b"],
	["https://example.com/100%25", "https://example.com/100%2525"],
	["https://example.com/a?q=a%26b", "https://example.com/a?q=a&b"],
	["https://example.com/a?q=a%2Bb", "https://example.com/a?q=a+b"],
	["https://example.com/tag/amp", "https://example.com/tag"],
	["https://example.com/amp", "https://example.com/"],
	["https://example.com/amplifier-review", "https://example.com/review", "https://example.com/lifier-review"],
	["https://example.com/camp", "https://example.com/c", "https://example.com/revamp"],
	["https://example.com:8080/a", "https://example.com/a"],
	["https://news.example.com/a", "https://sport.example.com/a", "https://example.com/a"],
	["https://example.co.uk/a", "https://example.com/a"],
	["https://anna.blogspot.com/a", "https://bert.blogspot.com/a"],
	["https://amp.dev/a", "https://dev/a", "https://m.me/a"],
	["https://example.com/#!/a", "https://example.com/#!/b", "https://example.com/"],
	[
		"https://www.google.com/amp/s/a.example/x",
		"https://www.google.com/amp/s/b.example/x",
		"https://www.google.com/amp",
	],
	["https://cdn.ampproject.org/c/s/a.example/x", "https://a.example/x"],
	["https://google.evil.example/amp/s/www.example.com/x", "https://www.example.com/x"],
	["https://example.com/print/quay", "https://example.com/quay"],
	["https://example.com/index-of-prices.html", "https://example.com/"],
	["https://münchen.example/a", "https://munchen.example/a"],
	["https://аррӏе.com/a", "https://apple.com/a"],
];

describe("the canonical address", () => {
	it.each(ONE_PAGE.flatMap(([kept, others]) => [kept, ...others].map((url) => [url, kept])))(
		"of %s is %s",
		(url, kept) => {
			expect(canonicalUrl(url)).toBe(kept);
		},
	);

	it.each(APART.map((row) => [row]))("keeps apart %j", (row) => {
		expect(new Set(row.map(canonicalUrl)).size).toBe(row.length);
		expect(new Set(row.map((url) => urlHash(canonicalUrl(url)))).size).toBe(row.length);
	});

	it("is found with and without www, and from the mobile host of either", () => {
		const hosts = ["example.com", "www.example.com", "m.example.com", "amp.example.com"];
		expect(new Set(hosts.map((host) => urlHash(canonicalUrl(`https://${host}/a`)))).size).toBe(1);
	});

	it.each(["", "not a url", "javascript:alert(1)", "//example.com/a", `https://example.com/${"a".repeat(9000)}`])(
		"of %.30s, which is none, is what was given",
		(url) => expect(canonicalUrl(` ${url}`)).toBe(url),
	);

	it("of addresses put together at random is its own canonical address, is accepted, and never throws", () => {
		const random = seededRandom(7);
		const pieces =
			"a b amp .amp .amp.html /amp index.html / // . .. %2e %2E%2e %41 % %% %%341 %25 %2541 %C3%A9 é ü 漢 ? & = + ; ;jsessionid=1 # #! #!/x ?amp=1 &id=5 &utm_source=x &amp;page=2 ref=rss m=1 .html 2026 /03/ -12345678 [ ] | ^ { } \" ' \\ : @ * ( ) ~ $ , \u202e \u0000".split(
				" ",
			);
		const hosts = [
			"example.com",
			"www.m.example.com",
			"m.example.co.uk",
			"amp.dev",
			"amp.amp.amp.example.",
			"[::1]",
			"127.0.0.1:80",
			"www-a.cdn.ampproject.org/c/s/m.a.example",
			"x.cdn.ampproject.org/c/s/y.cdn.ampproject.org/v/z.example",
			"www.google.de/amp/s/amp.a.example",
			"münchen.example:443",
			"co.uk",
			".",
			"m..com",
		];
		let accepted = 0;
		for (let round = 0; round < 20_000; round++) {
			const path = Array.from({ length: random.below(9) }, () => random.pick(pieces)).join("");
			const url = `${random.pick(["http", "https"])}://${random.pick(hosts)}/${path}`;
			const canonical = canonicalUrl(url);
			if (parseWebUrl(url).kind === "invalid") continue;
			accepted++;
			expect(canonicalUrl(canonical), url).toBe(canonical);
			expect(parseWebUrl(canonical).kind, url).toBe("ok");
		}
		expect(accepted).toBeGreaterThan(15_000);
	});

	it("takes hostile lengths in milliseconds", { retry: 2 }, () => {
		const room = 8_192 - "https://example.com/".length;
		const started = performance.now();
		for (const unit of [
			"/amp",
			"%",
			"&amp;",
			";jsessionid=",
			"c/s/x.cdn.ampproject.org/",
			"a.amp",
			"index.html/",
			"?a&",
		])
			canonicalUrl(`https://x.cdn.ampproject.org/${unit.repeat(Math.floor(room / unit.length) - 2)}`);
		expect(performance.now() - started).toBeLessThan(1_000);
	});
});

describe("the host of an outlet", () => {
	it.each([
		["https://www.example.com/a", "example.com"],
		["https://m.example.com/a", "example.com"],
		["https://mobile.example.com/a", "example.com"],
		["https://www.m.example.com/a", "example.com"],
		["https://amp.example.co.uk/a", "example.co.uk"],
		["https://www2.example.com/a", "example.com"],
		["https://example.com./a", "example.com"],
		["https://news.example.com/a", "news.example.com"],
		["https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a", "example.com"],
		["https://www.google.com/amp/s/m.example.com/a", "example.com"],
		["https://amp.dev/a", "amp.dev"],
		["https://m.co.uk/a", "m.co.uk"],
		["https://m.me/a", "m.me"],
		["https://www.anna.blogspot.com/", "anna.blogspot.com"],
		["http://127.0.0.1:8080/", "127.0.0.1"],
		["http://localhost/", "localhost"],
	])("of %s is %s", (url, host) => {
		expect(outletHost(new URL(url))).toBe(host);
	});
});
