/** Three paragraphs of an article, as the tests expect them back. */
export const PARAGRAPHS = [
	"Part of the old quay collapsed into the harbour on Tuesday morning after weeks of rain, the port authority said.",
	"Nobody was hurt, but the road along the water will stay closed until engineers have looked at what is left of the wall.",
	"The town had been told of cracks in the masonry in spring, and had put the repair off for want of money.",
];

export const ARTICLE_TEXT = PARAGRAPHS.join("\n\n");

export const PAGE_URL = "https://daily.example/news/quay-collapses";

/** A page with an article in it, and whatever a test puts around and into it. */
export function articlePage(parts: {
	head?: string;
	above?: string;
	lead?: string;
	middle?: string;
	tail?: string;
	below?: string;
}): string {
	const [first, ...rest] = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`);
	return `<!doctype html><html><head>${parts.head ?? ""}</head><body>
		<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
		<main>${parts.above ?? ""}<article><h1>Quay collapses</h1>${parts.lead ?? ""}
		<div class="body">${first}${parts.middle ?? ""}${rest.join("")}${parts.tail ?? ""}</div></article></main>
		${parts.below ?? ""}<footer><p>Contact us. Terms of use. All rights reserved by the publisher of the Daily Example.</p></footer></body></html>`;
}
