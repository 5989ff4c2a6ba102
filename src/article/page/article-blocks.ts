import { parseUrl } from "../../parse-url.js";
import { outletHost } from "../url.js";
import { holds } from "./article-region.js";
import { APPEAL, COLOPHON, CREDIT, RELATED } from "./page-phrases.js";
import type { PageElement } from "./page-tree.js";
import { plainSize, squeeze, type TextBlock } from "./text-blocks.js";

/** What is known of the page when its blocks are judged. */
export interface BlockContext {
	/** The address of the page; links to its own host are related articles. */
	pageUrl: URL | null;
	/** Headlines that the page gives itself, in any spelling. */
	headlines: readonly string[];
}

/** Phrases mark a line only while it is no longer than this; a paragraph that begins alike is running text. */
const MAX_PHRASE_LINE = 240;

/** From this share on a block is nothing but a link. */
const LINK_SHARE = 0.85;

/** A region that is mostly links to its own site is a list, and stays as it is. */
const MAX_LINKED_SHARE = 0.5;

/** A summary under a headline is no longer; a longer block in the header of a page is a paragraph. */
const MAX_SUMMARY = 400;

/** Text before the headline within a region (kickers, menus) is at most this share of it; more is an article of its own. */
const MAX_BEFORE_HEADLINE = 0.2;

/**
 * The blocks that are the article's text, out of those of its region: without the headline and what precedes it, bylines,
 * dates, credits, appeals to subscribe, related links and the headings over them.
 */
export function articleBlocks(region: readonly TextBlock[], context: BlockContext): TextBlock[] {
	const afterHeadline = withoutHeadline(region, context.headlines);
	const isRelated = relatedLinks(afterHeadline, context.pageUrl);
	const kept = afterHeadline.map((block, index) => !isRelated[index] && !isFurnitureLine(block));
	return afterHeadline.filter((_, index) => kept[index] && !isIdleHeading(afterHeadline, kept, index));
}

function withoutHeadline(blocks: readonly TextBlock[], headlines: readonly string[]): TextBlock[] {
	const known = new Set(headlines.map(squeeze).filter((text) => text.length > 0));
	const isHeadline = (block: TextBlock): boolean => block.element.name === "h1" || known.has(squeeze(block.text));
	const all = blocks.reduce((sum, block) => sum + plainSize(block), 0);
	let before = 0;
	for (const [index, block] of blocks.entries()) {
		if (isHeadline(block)) {
			const header = headerAround(block.element);
			return blocks.slice(index + 1).filter((later) => !known.has(squeeze(later.text)) && !isWithin(later, header));
		}
		before += plainSize(block);
		if (before > MAX_BEFORE_HEADLINE * all) break;
	}
	return blocks.filter((block) => !known.has(squeeze(block.text)));
}

/** The element that holds the headline with what belongs to it: kicker, summary, byline. */
function headerAround(element: PageElement): PageElement | null {
	for (let at: PageElement | null = element; at; at = at.parent) {
		if (at.name === "header" || at.name === "hgroup") return at;
	}
	return null;
}

const isWithin = (block: TextBlock, element: PageElement | null): boolean =>
	element !== null && holds(element, block.element) && block.size <= MAX_SUMMARY;

/** For each block whether it is a link to another article of the site, and nothing else. */
function relatedLinks(blocks: readonly TextBlock[], pageUrl: URL | null): boolean[] {
	const related = blocks.map((block) => isLink(block) && leadsHome(block, pageUrl));
	let linked = 0;
	let all = 0;
	for (const [index, { size }] of blocks.entries()) {
		all += size;
		if (related[index]) linked += size;
	}
	return linked > MAX_LINKED_SHARE * all ? blocks.map(() => false) : related;
}

const isLink = (block: TextBlock): boolean => block.linked >= LINK_SHARE * block.size;

function leadsHome(block: TextBlock, pageUrl: URL | null): boolean {
	if (!pageUrl) return false;
	return block.targets.some((target) => {
		const url = target.startsWith("#") ? null : parseUrl(target, pageUrl);
		if (!url) return false;
		return isSameHouse(outletHost(url), outletHost(pageUrl)) && url.pathname !== pageUrl.pathname;
	});
}

const isSameHouse = (one: string, other: string): boolean =>
	one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

function isFurnitureLine(block: TextBlock): boolean {
	const { text } = block;
	if (block.size > MAX_PHRASE_LINE) return false;
	if (!/[\p{L}\p{N}_]/u.test(text)) return true;
	return RELATED.test(text) || CREDIT.test(text) || APPEAL.test(text) || COLOPHON.test(text);
}

const HEADINGS = /^h[1-6]$/;

/** A heading under which nothing was kept before the next heading, while something was left out; or the last block. */
function isIdleHeading(blocks: readonly TextBlock[], kept: readonly boolean[], index: number): boolean {
	const block = blocks[index];
	if (!block || !HEADINGS.test(block.element.name)) return false;
	for (let next = index + 1; next < blocks.length; next++) {
		if (kept[next]) return next > index + 1 && HEADINGS.test(blocks[next]?.element.name ?? "");
	}
	return true;
}
