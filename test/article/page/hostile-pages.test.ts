import { describe, expect, it } from "vitest";
import { isBotChallenge } from "../../../src/article/page/bot-challenge.js";
import { type PageReading, readPage } from "../../../src/article/page/read-page.js";
import { ARTICLE_TEXT, articlePage, PAGE_URL, PARAGRAPHS } from "./page-builder.js";

/** Computing time that no page may exceed; ordinary ones take 20 ms. Time on the clock depends on what else runs. */
const LIMIT_MS = 3_000;
const P = `<p>${PARAGRAPHS[0]}</p>`;

const read = (page: string | Uint8Array): PageReading => readPage(page, { url: PAGE_URL, contentType: "text/html" });
/** A piece, again and again, up to 10 million characters. */
const fill = (piece: string, length = 10_000_000): string =>
	piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const script = (json: string): string => `<script type="application/ld+json">${json}</script>`;

describe("pages made to do harm", () => {
	it.each<[string, () => string | Uint8Array]>([
		["10 MB of paragraphs", () => fill(P)],
		["200,000 nested elements", () => `${"<div>".repeat(200_000)}${P}${"</div>".repeat(200_000)}`],
		["nested tables that nobody closes", () => `${"<table><tr><td>".repeat(100_000)}${P}`],
		["nested lists that nobody closes", () => "<ul><li>text".repeat(200_000)],
		["10 MB of lines", () => `<div>${fill("word, word<br>")}</div>`],
		["10 MB of line breaks and tabs", () => `<p>a${fill("\t<br>\t")}b`],
		["10 MB in one word", () => fill("a")],
		["10 MB of white space", () => `<p>a${fill(" ")}b`],
		["10 MB of cells", () => `<table><tr>${fill("<td>\t</td>")}`],
		["10 MB of tag starts", () => fill("<")],
		["10 MB of ampersands", () => fill("&")],
		["10 MB of comments that nobody closes", () => fill("<!--")],
		["3 million attributes", () => `<a ${fill("a=1 ")}>`],
		["a class of 10 MB", () => `<p class="${fill("related ")}">x</p>`],
		["a title of 10 MB", () => `<title>${fill("x | ")}</title>`],
		["a headline of 10 MB", () => `<h1>${fill("x - ")}</h1>`],
		["10 MB of headlines", () => fill("<h1>Quay collapses</h1>")],
		[
			"200,000 names of metadata",
			() => Array.from({ length: 200_000 }, (_, index) => `<meta name="n${index}" content="v">`).join(""),
		],
		["10 MB of dates", () => fill('<time datetime="2024-10-26">x</time>')],
		["JSON-LD nested 100,000 deep", () => script(`${'{"@graph":'.repeat(100_000)}1${"}".repeat(100_000)}`) + P],
		[
			"100,000 articles in JSON-LD",
			() => script(`[${Array(100_000).fill('{"@type":"NewsArticle","headline":"x"}').join(",")}]`) + P,
		],
		["broken JSON-LD of commas", () => script(`[${fill(", ", 900_000)}`) + P],
		["broken JSON-LD of backslashes", () => script(`{"a":"${fill("\\", 900_001)}`) + P],
		["lone surrogates", () => fill("\ud800", 1_000_000)],
		["zero bytes", () => new Uint8Array(2_000_000)],
	])("take no more than three seconds: %s", (_, page) => {
		const html = page();
		const start = process.cpuUsage();
		const { text } = read(html);
		if (typeof html === "string") isBotChallenge(html, 403);
		const { user, system } = process.cpuUsage(start);
		expect((user + system) / 1_000).toBeLessThan(LIMIT_MS);
		expect(text.isWellFormed()).toBe(true);
	});

	it("give text, and nothing that runs", () => {
		const attacks = `<script>alert(1)</script><img src=x onerror="alert(2)"><iframe src="javascript:alert(3)">alert(4)</iframe><svg onload=alert(5)><script>alert(6)</script></svg><object data="x">alert(7)</object>`;
		expect(read(articlePage({ middle: attacks })).text).toBe(ARTICLE_TEXT);
	});

	it("keep what is written of markup as text", () => {
		expect(read(articlePage({ middle: "<p>The tag &lt;b&gt; makes text bold &amp; loud.</p>" })).text).toContain(
			"The tag <b> makes text bold & loud.",
		);
	});

	it("lose control characters and overrides of direction, and keep the rest", () => {
		const { text } = read(
			articlePage({ middle: "<p>The \u0000quay\u0007 is \u202egone\u2069 now, the town said.</p>" }),
		);
		expect(text).toContain("The quay is gone now, the town said.");
	});

	it("are decoded whatever they declare", () => {
		const latin = Buffer.from(
			articlePage({
				head: '<meta charset="utf-8">',
				middle: "<p>Die Kaimauer stürzte über Nacht ein, sagt die Behörde.</p>",
			}),
			"latin1",
		);
		expect(read(latin).text).toContain("stürzte über Nacht");
		expect(read(Buffer.from(articlePage({ middle: "<p>Стена рухнула ночью.</p>" }))).text).toContain(
			"Стена рухнула ночью.",
		);
	});
});

describe("damaged pages", () => {
	const whole = articlePage({
		head: `${script('{"@type":"NewsArticle","headline":"Quay collapses","author":[{"name":"Jane Doe"}],"datePublished":"2024-10-26"}')}<meta property="og:title" content="Quay collapses">`,
		middle:
			'<figure><img src="a.jpg"><figcaption>The quay</figcaption></figure><table><tr><td>1</td></tr></table><ul><li>one<li>two</ul>',
		below: '<div id="comments"><p>Nice.</p></div>',
	});
	const bytes = Buffer.from(whole);

	it("never throw, cut anywhere or with bytes changed", () => {
		let seed = 20_241_026;
		const random = (below: number): number => {
			seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
			return seed % below;
		};
		for (let round = 0; round < 300; round++) {
			const damaged = Uint8Array.from(bytes.subarray(0, round % 3 === 0 ? random(bytes.length) : bytes.length));
			for (let change = 0; change < 8 && damaged.length > 0; change++) damaged[random(damaged.length)] = random(256);
			const { text, headline } = read(damaged);
			expect(text.isWellFormed()).toBe(true);
			expect(headline?.value ?? "").not.toMatch(/\n/);
		}
	});

	it("give what is there of a truncated article", () => {
		const end = whole.indexOf(PARAGRAPHS[2] as string);
		expect(read(whole.slice(0, end)).text).toContain(PARAGRAPHS[0]);
	});

	it("have no address of their own if it is none", () => {
		for (const url of ["", "not a url", "javascript:alert(1)", "https://"]) {
			expect(readPage(whole, { url, contentType: null }).text).toContain(PARAGRAPHS[0]);
		}
	});
});
