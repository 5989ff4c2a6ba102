import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { readTree } from "../../../src/article/page/page-tree.js";
import { type PageReading, readPage } from "../../../src/article/page/read-page.js";
import { joinBlocks, readBlocks } from "../../../src/article/page/text-blocks.js";
import { matchText, scoreTexts, type TextMatch } from "./score-text.js";

const PAGES = fileURLToPath(new URL("../../../../shared/data/pages/", import.meta.url));

/** `PAGE_REPORT=1` prints the worst pages, and how Readability alone and the plain text of the page do beside it. */
const REPORT = Boolean(process.env.PAGE_REPORT);

interface Case {
	url: string;
	truth: string;
	html: Buffer;
	reading: PageReading;
	match: TextMatch;
}

function readCases(): Case[] {
	const truths = JSON.parse(readFileSync(`${PAGES}ground-truth.json`, "utf8")) as Record<
		string,
		{ articleBody: string; url: string }
	>;
	return Object.entries(truths).map(([id, { articleBody: truth, url }]) => {
		const html = gunzipSync(readFileSync(`${PAGES}html/${id}.html.gz`));
		const reading = readPage(html, { url, contentType: "text/html" });
		return { url, truth, html, reading, match: matchText(truth, reading.text) };
	});
}

describe.skipIf(!existsSync(PAGES))(
	"news pages of the article-extraction-benchmark (skipped where ../shared is absent)",
	() => {
		let cases: Case[] = [];
		beforeAll(() => {
			cases = readCases();
			if (REPORT) report(cases);
		});

		it("give their text with an F1 of 0.955 or better", () => {
			expect(cases.length).toBeGreaterThan(80);
			expect(scoreTexts(cases.map(({ match }) => match)).f1).toBeGreaterThanOrEqual(0.955);
		});

		it("lose no article", () => {
			expect(cases.filter(({ match }) => (match.recall ?? 0) < 0.8).map(({ url }) => url)).toEqual([]);
		});

		it("are all taken for articles, with a headline and nearly all with a date", () => {
			expect(cases.filter(({ reading }) => !reading.isArticle || !reading.headline).map(({ url }) => url)).toEqual([]);
			expect(cases.filter(({ reading }) => reading.publishedAt).length).toBeGreaterThan(0.95 * cases.length);
		});

		it("give only absolute web addresses, and text without markup", () => {
			for (const { reading } of cases) {
				for (const found of [reading.image, reading.canonicalUrl])
					if (found) expect(found.value).toMatch(/^https?:\/\/[^/]/);
				expect(reading.text).not.toMatch(/<\/?(?:p|div|a|script|span)\b/i);
			}
		});

		it("put no headline into the text's first line", () => {
			const doubled = cases.filter(({ reading }) => reading.text.split("\n")[0] === reading.headline?.value);
			expect(doubled.map(({ url }) => url)).toEqual([]);
		});
	},
);

function report(cases: readonly Case[]): void {
	const print = (name: string, matches: readonly TextMatch[]): void => {
		const { precision, recall, f1 } = scoreTexts(matches);
		console.log(
			`${name.padEnd(24)} F1 ${f1.toFixed(4)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}`,
		);
	};
	print(
		"readPage",
		cases.map(({ match }) => match),
	);
	const alone = (html: string): string =>
		new Readability(parseHTML(html).document as unknown as Document).parse()?.textContent ?? "";
	print(
		"Readability alone",
		cases.map(({ truth, html }) => matchText(truth, alone(html.toString()))),
	);
	const plain = (html: string): string => joinBlocks(readBlocks(readTree(html), () => false));
	print(
		"plain text of the body",
		cases.map(({ truth, html }) => matchText(truth, plain(html.toString()))),
	);
	const f1 = ({ match }: Case): number => scoreTexts([match]).f1;
	for (const page of cases.toSorted((a, b) => f1(a) - f1(b)).slice(0, 10)) {
		console.log(f1(page).toFixed(3), page.match.precision?.toFixed(3), page.match.recall?.toFixed(3), page.url);
	}
}
