import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/article/page/read-page.js";
import { ARTICLE_TEXT, articlePage, PAGE_URL, PARAGRAPHS } from "./page-builder.js";

const textOf = (html: string): string => readPage(html, { url: PAGE_URL, contentType: "text/html" }).text;
const OTHER =
	"Another article of the same site, with a summary that is long enough to look like a paragraph of running text.";

describe("what stands around an article", () => {
	it.each<[string, Parameters<typeof articlePage>[0]]>([
		["nothing", {}],
		["a byline and a date", { lead: '<p class="byline">By Jane Doe</p><time datetime="2024-10-26">26 October</time>' }],
		[
			"a picture with a caption",
			{
				middle:
					'<figure><img src="a.jpg"><figcaption>The quay in May, before it fell into the sea.</figcaption></figure>',
			},
		],
		[
			"a caption without a name for it",
			{ middle: '<div class="photo"><img src="a.jpg"><p>The quay in May. Reuters</p></div>' },
		],
		["a credit line", { middle: "<p>Photo: Jane Doe / Reuters</p>" }],
		["a link to a related article", { middle: '<p><a href="/news/other">Harbour master resigns over repairs</a></p>' }],
		[
			"a related link that says so",
			{ middle: '<p>READ MORE: <a href="https://other.example/">Harbour master resigns</a></p>' },
		],
		[
			"a list of related articles with its heading",
			{
				middle:
					'<h4>More:</h4><ul><li><a href="/news/a">One article</a></li><li><a href="/news/b">Another article</a></li></ul>',
			},
		],
		["a newsletter box", { middle: `<div class="newsletter-box"><h3>Our newsletter</h3><p>${OTHER}</p></div>` }],
		["an appeal to subscribe", { tail: "<p>Subscribe to our newsletter for more of this.</p>" }],
		["an appeal to follow", { tail: "<p>Follow us on Twitter and Facebook.</p>" }],
		[
			"a tip line and an editor's line",
			{ tail: "<p>Reporting by Jane Doe; editing by John Roe</p><p>Have a tip? Write to us.</p>" },
		],
		["share buttons", { lead: '<ul class="share-tools"><li><a href="#">Share</a></li><li>Tweet</li></ul>' }],
		[
			"an author's portrait",
			{
				tail: `<div class="author-bio"><p>Jane Doe has written about harbours for the Daily Example since 1999.</p></div>`,
			},
		],
		["comments", { below: `<section id="comments"><h2>Comments</h2><p>${OTHER}</p><p>${OTHER}</p></section>` }],
		["a sidebar", { below: `<aside><h2>Popular</h2><p>${OTHER}</p></aside>` }],
		[
			"a cookie notice",
			{
				below:
					'<div id="cookie-notice"><p>This site uses cookies to give you the best experience that there is on it.</p></div>',
			},
		],
		["hidden text", { middle: `<div style="display:none"><p>${OTHER}</p></div><p hidden>${OTHER}</p>` }],
		[
			"scripts, styles and templates",
			{
				middle:
					"<script>var a = '<p>no</p>';</script><style>p{}</style><template><p>no</p></template><svg><text>no</text></svg>",
			},
		],
		[
			"a teaser that links elsewhere",
			{ below: `<div class="teaser"><a href="/x"><h3>Other</h3></a><p>${OTHER}</p></div>` },
		],
	])("is left out: %s", (_, parts) => {
		expect(textOf(articlePage(parts))).toBe(ARTICLE_TEXT);
	});
});

describe("what belongs to an article", () => {
	const [first, second, third] = PARAGRAPHS;
	it.each<[string, string, string]>([
		["a heading between paragraphs", "<h2>What the engineers say</h2>", "What the engineers say"],
		[
			"a list",
			"<ul><li>The road is closed.</li><li>The ferry sails from the north pier.</li></ul>",
			"The road is closed.\nThe ferry sails from the north pier.",
		],
		[
			"a table",
			"<table><tr><th>Year</th><th>Cracks</th></tr><tr><td>2023</td><td>4</td></tr></table>",
			"Year\tCracks\n2023\t4",
		],
		[
			"a quotation",
			"<blockquote><p>“We warned them,” the harbour master said.</p></blockquote>",
			"“We warned them,” the harbour master said.",
		],
		[
			"a quoted post",
			'<div class="social-embed"><blockquote class="twitter-tweet"><p>The wall is gone.</p></blockquote></div>',
			"The wall is gone.",
		],
		[
			"a link within a sentence",
			'<p>The <a href="/news/warning">warning of spring</a> was not heard by the town council at all.</p>',
			"The warning of spring was not heard by the town council at all.",
		],
		["lines of a poem", "<p>The sea came in,<br>the wall went out.</p>", "The sea came in,\nthe wall went out."],
		[
			"a place and date before a sentence",
			'<p><span class="dateline">ODDA, Oct 26 —</span> The mayor spoke of a miracle on Wednesday.</p>',
			"ODDA, Oct 26 — The mayor spoke of a miracle on Wednesday.",
		],
		[
			"a paragraph whose id is a slug of words",
			'<p id="sharing-the-cost-of-the-repair">The cost will be shared.</p>',
			"The cost will be shared.",
		],
		[
			"a paragraph that begins like an appeal",
			`<p>Follow the water along the quay and you will see what the town has lost over the years: the sheds, the cranes, the rails, and now the wall itself, of which a few stones are left where it met the northern pier and its light.</p>`,
			"Follow the water along the quay and you will see what the town has lost over the years: the sheds, the cranes, the rails, and now the wall itself, of which a few stones are left where it met the northern pier and its light.",
		],
	])("is kept: %s", (_, html, text) => {
		expect(textOf(articlePage({ middle: html }))).toBe([first, text, second, third].join("\n\n"));
	});

	it("is not the summary in the headline's box", () => {
		const summary = `<header><p class="kicker">Harbour</p><h1>Quay collapses</h1><h2>${OTHER}</h2></header>`;
		const body = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join("");
		expect(textOf(`<html><body><article>${summary}${body}</article></body></html>`)).toBe(ARTICLE_TEXT);
	});

	it("are the paragraphs of a page that has only line breaks", () => {
		const html = `<html><body><div id="menu"><a href="/">Home</a></div><div><h1>Quay collapses</h1><div>${PARAGRAPHS.join("<br><br>")}</div></div></body></html>`;
		expect(textOf(html)).toBe(ARTICLE_TEXT);
	});

	it("is the article under the page's own headline, where others follow below it", () => {
		const next = `<article><h2><a href="/news/next">Next article</a></h2>${`<p>${OTHER}</p>`.repeat(12)}</article>`;
		const html = articlePage({ head: '<meta property="og:title" content="Quay collapses">', below: next });
		expect(textOf(html)).toBe(ARTICLE_TEXT);
	});

	it("is an opinion piece, though readers' comments have the same name and are longer", () => {
		const html = articlePage({ below: `<section class="comments">${`<p>${OTHER}</p>`.repeat(4)}</section>` });
		expect(textOf(html.replace("<article>", '<article class="comment">'))).toBe(ARTICLE_TEXT);
	});

	it("is what a style sheet hides on small screens alone", () => {
		const [first, ...rest] = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`);
		const html = `<html><body><h1>Quay collapses</h1><div>${first}<div class="hidden md:block">${rest.join("")}</div></div></body></html>`;
		expect(textOf(html)).toBe(ARTICLE_TEXT);
	});

	it("is the body in JSON-LD, where the page shows only its beginning", () => {
		const body = Array.from({ length: 12 }, (_, index) => `${OTHER} Part ${index}.`);
		const ld = JSON.stringify({ "@type": "NewsArticle", headline: "Quay collapses", articleBody: body.join("\n") });
		const html = `<html><head><script type="application/ld+json">${ld}</script></head><body><h1>Quay collapses</h1><p>${PARAGRAPHS[0]}</p></body></html>`;
		expect(textOf(html)).toBe(body.join("\n\n"));
	});

	it("counts sentences in Chinese and Japanese for what they say, not for their length", () => {
		const sentence = "港の岸壁の一部が火曜日の朝に崩れ、道路は当分の間通行止めになると港湾当局が発表した。";
		const html = `<html><head><meta property="og:type" content="article"></head><body><h1>岸壁が崩壊</h1><div>${`<p>${sentence}</p>`.repeat(3)}</div></body></html>`;
		expect(textOf(html)).toBe([sentence, sentence, sentence].join("\n\n"));
	});
});
