import { describe, expect, it } from "vitest";
import { isBotChallenge } from "../../../src/article/page/bot-challenge.js";
import { readPage } from "../../../src/article/page/read-page.js";
import { articlePage, PAGE_URL } from "./page-builder.js";

const page = (title: string, body: string, head = ""): string =>
	`<html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const kindOf = (html: string, url = PAGE_URL): string => readPage(html, { url, contentType: "text/html" }).reason;
const CHALLENGE = page(
	"Just a moment...",
	'<h1>daily.example</h1><p>Checking if the site connection is secure.</p><script>window._cf_chl_opt={cType:"managed"};</script>',
);
const TEASER =
	"A summary of another article that is long enough to be taken for a paragraph of running text by its length.";

describe("pages that are no article", () => {
	it.each<[string, string, string, string?]>([
		["bot-protection", "Cloudflare's challenge", CHALLENGE],
		[
			"bot-protection",
			"PerimeterX's challenge",
			page(
				"Access to this page has been denied",
				'<div id="px-captcha"></div><p>Press & Hold to confirm you are a human.</p>',
			),
		],
		[
			"bot-protection",
			"DataDome's challenge",
			page(
				"daily.example",
				'<script src="https://ct.captcha-delivery.com/c.js"></script><p>Please enable JS and disable any ad blocker</p>',
			),
		],
		[
			"bot-protection",
			"a robot check",
			page("Are you a robot?", "<p>Please confirm that you are not a robot by clicking the box below.</p>"),
		],
		[
			"consent",
			"a consent wall",
			page(
				"Before you continue",
				`<p>We and our partners use cookies and similar technologies to personalise ads and content, to measure them and to learn about our audience.</p><p>By clicking accept you consent to tracking. See our privacy policy for more about cookies and our partners, or withdraw your consent.</p><button>Accept</button>`,
			),
		],
		[
			"consent",
			"a consent wall in German",
			page(
				"Zustimmung",
				`<p>Wir und unsere Partner verwenden Cookies, um Werbung und Tracking zu ermöglichen. Mit Ihrer Zustimmung finanzieren Sie die Arbeit der Redaktion.</p><p>Sie können Ihre Einwilligung jederzeit in der Datenschutzerklärung widerrufen. Ohne Werbung lesen Sie mit einem Abo.</p>`,
			),
		],
		[
			"login",
			"a login wall",
			page(
				"Log in",
				`<form><input type="email"><input type="password"></form><p>Log in or create an account to go on reading the article that you have chosen, and all the others.</p>`,
			),
		],
		[
			"not-found",
			"a missing page that answers 200",
			page("Page not found | The Daily", `<h1>404</h1><p>${TEASER}</p><p>${TEASER}</p>`),
		],
		["no-text", "nothing", ""],
		["no-text", "a shell that a script fills", page("The Daily", '<div id="root"></div><script>app()</script>')],
		["no-text", "a lone sentence", page("The Daily", "<p>Please turn your phone.</p>")],
		[
			"list",
			"a front page",
			page(
				"The Daily",
				`<h1>The Daily</h1>${`<article><h2><a href="/a">Other</a></h2><p>${TEASER}</p></article>`.repeat(8)}`,
			),
			"https://daily.example/",
		],
		[
			"list",
			"a section of links",
			page(
				"World",
				`<ul>${'<li><a href="/news/a-long-link">A headline that is a link to an article of this site, and long</a></li>'.repeat(30)}</ul>`,
			),
			"https://daily.example/world",
		],
		[
			"list",
			"a page that calls itself a collection",
			page(
				"World",
				`<p>${TEASER}</p><p>${TEASER}</p><p>${TEASER}</p>`,
				'<script type="application/ld+json">{"@type":"CollectionPage"}</script>',
			),
			"https://daily.example/world",
		],
	])("are told: %s (%s)", (reason, _, html, url) => {
		const reading = readPage(html, { url: url ?? PAGE_URL, contentType: "text/html" });
		expect([reading.isArticle, reading.reason, reading.text]).toEqual([false, reason, ""]);
	});
});

describe("articles", () => {
	it.each<[string, string]>([
		["an ordinary one", articlePage({})],
		[
			"one about bots and captchas",
			articlePage({
				head: "<title>Are captchas doomed?</title>",
				tail: "<p>“Are you a robot?” asks the captcha, and the robot says no.</p>",
			}),
		],
		[
			"one on a site with a provider's script",
			articlePage({
				head: '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script><script>window._pxAppId="PX1"</script>',
			}),
		],
		[
			"one with a cookie notice and a login form",
			articlePage({
				below:
					'<div class="cookie-bar">We use cookies. Consent to tracking by our partners?</div><form><input type="password"></form>',
			}),
		],
		[
			"one about cookies",
			articlePage({
				tail: "<p>The new law on cookies wants consent for tracking, and leaves cookies for the basket of a shop alone.</p>",
			}),
		],
		[
			"a short one that says what it is",
			page(
				"Quay collapses",
				"<h1>Quay collapses</h1><p>Part of the old quay collapsed into the harbour on Tuesday morning, the port authority said.</p>",
				'<meta property="og:type" content="article">',
			),
		],
	])("are told from walls: %s", (_, html) => {
		expect(kindOf(html)).toBe("article");
	});
});

describe("bot challenges", () => {
	it.each([
		["a challenge that answers 403", CHALLENGE, 403, true],
		["a challenge that answers 200", CHALLENGE, 200, true],
		[
			"a refusal with a captcha",
			page("Hello", "<p>We have seen unusual traffic from your network. Solve the captcha.</p>"),
			429,
			true,
		],
		[
			"the same words with 200",
			page("Hello", "<p>We have seen unusual traffic from your network. Solve the captcha.</p>"),
			200,
			false,
		],
		["an ordinary refusal", page("Forbidden", "<p>You may not see this.</p>"), 403, false],
		["an article", articlePage({}), 200, false],
		["nothing", "", 503, false],
	])("are told: %s", (_, html, status, expected) => {
		expect(isBotChallenge(html, status)).toBe(expected);
	});
});
