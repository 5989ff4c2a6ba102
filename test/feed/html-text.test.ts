import { describe, expect, test } from "vitest";
import { htmlText } from "../../src/feed/html-text.js";

/** HTML beside its text. */
const TEXTS: [html: string, text: string][] = [
	["", ""],
	["plain", "plain"],
	["one\n\ntwo\nlines", "one\n\ntwo lines"],
	["<p>one</p><p>two</p>", "one\n\ntwo"],
	["<p>one\n two</p>\n\n<p></p><div><p>three</p></div>", "one two\n\nthree"],
	["a<br>b<br/><br />c", "a\nb\n\nc"],
	["<ul><li>a</li><li><p>b</p></li></ul>after", "a\nb\n\nafter"],
	["<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"],
	["<b>bo</b>ld and <i>it</i> alic", "bold and it alic"],
	["x<script>alert('<b>1</b>')</script>y<style>p{}</style>z<!-- c -->!", "xyz!"],
	["x<script>never ended", "x"],
	["a <!-- never ended > b <b>c</b>", "a b c"],
	["a <!-- cut", "a"],
	['a<span hidden>no</span><p style="display: none">no<b>no</b></p>b', "a\n\nb"],
	["<noscript>no</noscript><svg><title>no</title></svg><template>no</template>yes", "yes"],
	["&eacute;&#233;&#xe9; &amp; &#146;&nbsp;x", "ééé & ’ x"],
	["AT&T &copy 2004 a=1&b=2", "AT&T © 2004 a=1&b=2"],
	["&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;", "one\n\ntwo"],
	["AT&amp;amp;T &amp;#8217;", "AT&T ’"],
	["the &lt;blink&gt; tag", "the <blink> tag"],
	["<p>the &lt;b&gt; tag</p>", "the <b> tag"],
	["if a < b and b > c", "if a < b and b > c"],
	["if a <b", "if a <b"],
	['cut in a tag <a href="http://', "cut in a tag"],
	["<pre>a\n  b\n\nc</pre>", "a\nb\n\nc"],
	["<![CDATA[<p>twice</p>]]>", "twice"],
	["<html><head><title>no</title></head><body>yes", "yes"],
	["<img src=x onerror=alert(1)><a href='javascript:alert(1)'>link</a>", "link"],
	["</p></li>stray<//>", "stray"],
	["<iframe src=x>text</iframe>", "text"],
	["The <title> element of <b>HTML</b> and <select> too", "The element of HTML and too"],
];

describe("the text of HTML", () => {
	test.each(TEXTS)("%j is %j", (html, text) => {
		expect(htmlText(html)).toBe(text);
	});

	test("is made in linear time of hostile HTML", () => {
		const hostile = [
			"<b>".repeat(300_000),
			"<b>".repeat(200_000) + "</i>".repeat(200_000),
			"<div hidden>".repeat(200_000),
			"<!--".repeat(300_000),
			"<!-- >".repeat(200_000),
			"<a ".repeat(300_000),
			"<a href='".repeat(200_000),
			`x>${"<".repeat(1_000_000)}`,
			"&".repeat(1_000_000),
			"&amp".repeat(300_000),
			" \n".repeat(500_000),
			"<![CDATA[".repeat(200_000),
			"<br".repeat(300_000),
			"&lt;br".repeat(200_000),
			"a\n \n".repeat(300_000),
		];
		for (const html of hostile) {
			const start = process.cpuUsage();
			htmlText(html);
			expect(process.cpuUsage(start).user / 1e6, html.slice(0, 20)).toBeLessThan(2);
		}
	});
});
