import { describe, expect, it } from "vitest";
import { type PageElement, readTree } from "../../../src/article/page/page-tree.js";

/** A tree on one line: `p("a", b("c"))`. */
function shapeOf(element: PageElement): string {
	const children = element.children.map((child) =>
		typeof child === "string" ? JSON.stringify(child) : shapeOf(child),
	);
	return `${element.name}(${children.join(", ")})`;
}

const treeOf = (html: string): string => shapeOf(readTree(html)).replace(/^#root\((.*)\)$/s, "$1");

describe("the tree of a page", () => {
	it.each([
		["paragraphs that nobody closes", "<p>a<p>b<div>c</div>", 'p("a"), p("b"), div("c")'],
		["a block within the inline elements of a paragraph", "<p><b>a<div>b</div>", 'p(b("a")), div("b")'],
		["items that nobody closes", "<ul><li>a<ul><li>b</ul><li>c</ul>", 'ul(li("a", ul(li("b"))), li("c"))'],
		[
			"cells and rows that nobody closes",
			"<table><tr><td>a<td>b<tr><td>c</table>",
			'table(tr(td("a"), td("b")), tr(td("c")))',
		],
		["an end tag that nothing opened", "<div>a</span></p>b</div>", 'div("ab")'],
		[
			"an end tag that would leave its cell",
			"<div><table><tr><td>a</div>b</td></tr></table></div>",
			'div(table(tr(td("ab"))))',
		],
		["elements without content", "<p>a<br>b<img src=x>c", 'p("a", br(), "b", img(), "c")'],
		["entities", "<p>&lt;b&gt; &eacute;&#233; &amp;amp;", 'p("<b> éé &amp;")'],
		[
			"scripts and styles",
			"<p>a<script>if (a<b) '</p>'</script><style>p>a{}</style>b",
			'p("a", script(), style(), "b")',
		],
		[
			"JSON-LD, which is kept",
			'<script type="application/ld+json">{"a":"<p>"}</script>',
			'script("{\\"a\\":\\"<p>\\"}")',
		],
		["comments", "a<!-- <p>b</p> -->c", '"ac"'],
		["a head that nobody closes", "<html><head><title>t</title><div>a</div>", 'html(head(title("t")), div("a"))'],
		[
			"a page pasted into a page",
			"<html><body><p>a<html><head><body class=x><p>b</body></html><p>c",
			'html(body(p("a"), p("b"), p("c")))',
		],
		["capital letters", "<P CLASS=x>a</P>", 'p("a")'],
	])("is that of the HTML standard for %s", (_, html, shape) => {
		expect(treeOf(html)).toBe(shape);
	});

	it("keeps the first of two attributes, and none too large", () => {
		const element = readTree(`<p class=a class=b title="${"x".repeat(100_000)}">`).children[0] as PageElement;
		expect(element.attributes.get("class")).toBe("a");
		expect(element.attributes.get("title")?.length).toBe(10_000);
	});

	it("dissolves what lies deeper than any page, and keeps its text", () => {
		const tree = readTree(`${"<div>".repeat(5_000)}deep${"</div>".repeat(5_000)}<p>after</p>`);
		let depth = 0;
		let at: PageElement | undefined = tree;
		while (at) {
			depth++;
			at = at.children.find((child): child is PageElement => typeof child !== "string");
		}
		expect(depth).toBeLessThan(250);
		expect(shapeOf(tree)).toContain('"deep"');
		expect(shapeOf(tree).endsWith('p("after"))')).toBe(true);
	});
});
