import { decodeText } from "../../feed/decode-text.js";
import { htmlText } from "../../feed/html-text.js";
import { safeText, storedText } from "../clean-text.js";
import { type ArticleText, linesByHeadline, readArticleText } from "./article-text.js";
import { textValue } from "./main-article.js";
import { type PageClaims, readClaims, readFacts } from "./page-facts.js";
import { decidePageKind } from "./page-kind.js";
import { readMetadata } from "./page-metadata.js";
import type { PageReading } from "./page-reading.js";
import { readTree } from "./page-tree.js";

export type { Found, PageFact, PageReading } from "./page-reading.js";

/** Bytes read of a page; the largest news pages have 5 MB. What comes later is no article. */
const MAX_BYTES = 8_000_000;

/** The body in JSON-LD takes the place of the page's text if that has less than this share of it (the rest is behind a script). */
const MIN_SHOWN_SHARE = 0.5;

/** A shorter body in JSON-LD is a summary. */
const MIN_JSON_BODY = 600;

/**
 * The article in a page and the facts about it. Never throws, on anything; time is linear in the size of the page, of which
 * the first 8 MB are read.
 * @param bytes the page as it came, or its decoded text.
 * @param response the address it came from and its Content-Type.
 */
export function readPage(
	bytes: Uint8Array | string,
	response: { url: string; contentType: string | null },
): PageReading {
	const html =
		typeof bytes === "string" ? bytes : decodeText(bytes.subarray(0, MAX_BYTES), response.contentType, "html").text;
	const root = readTree(safeText(html));
	const metadata = readMetadata(root);
	const claims = readClaims(metadata, response.url);
	const facts = readFacts(claims, linesByHeadline(root));
	const shown = readArticleText(root, claims.headlines, claims.url);
	const article = withJsonBody(shown, claims);
	const kind = decidePageKind({
		...article,
		html,
		titles: [...metadata.titles.slice(0, 1), ...metadata.headings.slice(0, 2)],
		isDeclared: claims.article !== null || metadata.meta.get("og:type")?.[0]?.toLowerCase() === "article",
		types: claims.jsonLd.types,
		path: claims.url ? claims.url.pathname + claims.url.search : "/unknown",
		hasPassword: metadata.hasPassword,
	});
	return { ...facts, text: kind.isArticle ? storedText(article.text) : "", ...kind };
}

/** Where a page shows only the beginning of an article and its JSON-LD has all of it, that is the text. */
function withJsonBody(shown: ArticleText, claims: PageClaims): ArticleText {
	const body = textValue(claims.article?.articleBody);
	if (!body || body.length < MIN_JSON_BODY || shown.size >= MIN_SHOWN_SHARE * body.length) return shown;
	const lines = body.slice(0, MAX_BYTES).replace(/\r?\n\s*/g, /<[a-z]/i.test(body) ? " " : "\n\n");
	const text = htmlText(lines);
	if (shown.size >= MIN_SHOWN_SHARE * text.length) return shown;
	return { text, size: text.length, linked: 0, paragraphs: text.split("\n\n").length };
}
