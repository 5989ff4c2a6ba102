import { articleBlocks } from "./article-blocks.js";
import { findRegion } from "./article-region.js";
import { findFurniture } from "./furniture.js";
import type { PageElement } from "./page-tree.js";
import { joinBlocks, plainSize, readBlocks, type TextBlock } from "./text-blocks.js";

/** The text of the article in a page, and what it tells about the page. */
export interface ArticleText {
	text: string;
	/** In characters of an alphabet; how much of it is links; paragraphs of running text. */
	size: number;
	linked: number;
	paragraphs: number;
}

/** A paragraph of running text is at least this long, without its links. */
const MIN_PARAGRAPH = 80;

/**
 * Finds the article's text: takes away what stands around articles (`findFurniture`), finds the element that holds the article
 * (`findRegion`), and takes its blocks without headline, bylines, related links and the like (`articleBlocks`).
 * @param headlines what the page calls itself, in any spelling.
 */
export function readArticleText(root: PageElement, headlines: readonly string[], pageUrl: URL | null): ArticleText {
	const furniture = findFurniture(root);
	const isLeftOut = (element: PageElement): boolean => furniture.has(element);
	const region = findRegion(root, readBlocks(root, isLeftOut), furniture, headlines);
	const blocks = articleBlocks(readBlocks(region, isLeftOut), { pageUrl, headlines });
	const sum = (weigh: (block: TextBlock) => number): number => blocks.reduce((total, block) => total + weigh(block), 0);
	return {
		text: joinBlocks(blocks),
		size: sum(({ size }) => size),
		linked: sum(({ linked }) => linked),
		paragraphs: blocks.filter((block) => plainSize(block) >= MIN_PARAGRAPH).length,
	};
}

/** A line with a byline and a date is not longer. */
const MAX_LINE = 100;

/** Blocks looked at after the headline. */
const LINES_AFTER = 10;

/** Short lines after the headline that are no sentences, where the date for readers stands; none where no headline is shown. */
export function linesByHeadline(root: PageElement): string[] {
	const blocks = readBlocks(root, () => false);
	const heading = blocks.findIndex(({ element }) => element.name === "h1");
	if (heading < 0) return [];
	const after = blocks.slice(heading + 1, heading + 1 + LINES_AFTER).map(({ text }) => text);
	return after.filter((text) => text.length <= MAX_LINE && !/\p{L}{2}[.!?]$|\d{4}\.$/u.test(text));
}
