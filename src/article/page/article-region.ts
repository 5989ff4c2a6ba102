import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { sumWithin } from "./furniture.js";
import { type PageElement, readTree } from "./page-tree.js";
import { isBlockLevel, plainSize, readBlocks, squeeze, type TextBlock } from "./text-blocks.js";

/** Share of what Readability finds that the region holds at least; the rest may be a neighbour of the article. */
const MIN_AGREED_SHARE = 0.85;

/** An element marked as the article's body is believed while it has this share of what Readability finds. */
const MIN_BODY_SHARE = 0.6;

/** Paragraphs of running text have at least this many characters, and one counts for no more than five of the longer kind. */
const MIN_PARAGRAPH = 80;
const MAX_PARAGRAPH = 500;

/** Paragraphs that make an article; a summary in the headline's box has one or two. */
const MIN_PARAGRAPHS = 3;

/** Levels of blocks around a text that Readability may have replaced. */
const MAX_RENEWED = 3;

/**
 * Larger trees are not given to Readability, whose time grows faster than the page; the densest element is taken instead. News
 * pages have 2,000 elements and 200,000 characters when their furniture is gone, the longest encyclopedic ones 7,000 and 600,000.
 */
const MAX_CHARACTERS = 1_000_000;
const MAX_ELEMENTS = 15_000;

/**
 * The element that holds the article's text: what is marked as `articleBody`, else the element that agrees best with what
 * Readability (Mozilla, the reader view of Firefox) takes for the article. Readability is overruled where the headline stands
 * over other text, and where it takes no paragraphs.
 * @param blocks the page's blocks without its furniture.
 * @param headlines what the page calls itself.
 */
export function findRegion(
	root: PageElement,
	blocks: readonly TextBlock[],
	furniture: ReadonlySet<PageElement>,
	headlines: readonly string[],
): PageElement {
	const readable = readableBlocks(root, furniture);
	const seeds = blocks.filter((block) => isReadable(block, readable));
	const all = sumWithin(blocks, plainSize);
	const agreed = sumWithin(seeds, plainSize);
	const body = markedBody(all);
	if (body && (all.get(body) ?? 0) >= MIN_BODY_SHARE * (agreed.get(root) ?? 0)) return body;
	const paragraphs = sumWithin(blocks, (block) => (runningSize(block) > 0 ? 1 : 0));
	const densest = densestElement(root, blocks);
	const region = (agreed.get(root) ?? 0) > 0 ? bestAgreement(root, agreed, all) : densest;
	const headed = underHeadline(blocks, headlines, paragraphs);
	if (headed && !holds(headed, region) && !holds(region, headed)) return headed;
	const isNoArticle = (paragraphs.get(region) ?? 0) < 2 && (paragraphs.get(densest) ?? 0) >= MIN_PARAGRAPHS;
	return isNoArticle ? densest : region;
}

/** Whether an element is another or stands around it. */
export function holds(outer: PageElement, inner: PageElement): boolean {
	for (let at: PageElement | null = inner; at; at = at.parent) if (at === outer) return true;
	return false;
}

/** What a block counts as running text: nothing if it is short or full of links; and one endless block no more than five. */
function runningSize(block: TextBlock): number {
	const plain = plainSize(block);
	return plain < MIN_PARAGRAPH || block.linked > 0.3 * block.size ? 0 : Math.min(plain, MAX_PARAGRAPH);
}

/**
 * The element in which paragraphs stand densest: each counts for the element around it, half for the next, a third for the
 * one after (after arc90's Readability, 2009).
 */
function densestElement(root: PageElement, blocks: readonly TextBlock[]): PageElement {
	const scores = new Map<PageElement, number>();
	for (const block of blocks) {
		const size = runningSize(block);
		let at = block.element.name === "p" ? block.element.parent : block.element;
		for (let level = 1; at && level <= 3; level++) {
			scores.set(at, (scores.get(at) ?? 0) + size / level);
			at = at.parent;
		}
	}
	let best = root;
	for (const [element, score] of scores) if (score > (scores.get(best) ?? 0)) best = element;
	return best;
}

/** The smallest element that holds the page's headline as a heading, and running text with it. */
function underHeadline(
	blocks: readonly TextBlock[],
	headlines: readonly string[],
	paragraphs: ReadonlyMap<PageElement, number>,
): PageElement | null {
	const known = new Set(headlines.map(squeeze));
	const heading = blocks.find(({ element, text, linked }) => {
		return (element.name === "h1" || element.name === "h2") && linked === 0 && known.has(squeeze(text));
	});
	for (let at = heading?.element.parent ?? null; at; at = at.parent) {
		if ((paragraphs.get(at) ?? 0) >= MIN_PARAGRAPHS) return at;
	}
	return null;
}

/** Of the elements with nearly all the text agreed on, the one with the best F1 against it; the smallest of equals. */
function bestAgreement(
	root: PageElement,
	agreed: ReadonlyMap<PageElement, number>,
	all: ReadonlyMap<PageElement, number>,
): PageElement {
	const total = agreed.get(root) ?? 0;
	let best = root;
	let bestScore = 0;
	for (const [element, inside] of agreed) {
		if (inside < MIN_AGREED_SHARE * total) continue;
		const score = (2 * inside) / (total + (all.get(element) ?? 0));
		if (score < bestScore || (score === bestScore && element.order < best.order)) continue;
		best = element;
		bestScore = score;
	}
	return best;
}

/** The blocks that Readability takes for the article: their texts, each with the elements of the page in which it may stand. */
type Readable = ReadonlyMap<string, ReadonlySet<string>>;

function readableBlocks(root: PageElement, furniture: ReadonlySet<PageElement>): Readable {
	const readable = new Map<string, Set<string>>();
	const html = writeHtml(root, furniture);
	if (html === null) return readable;
	try {
		const article = new Readability(parseHTML(html).document as unknown as Document).parse();
		for (const { element, text } of readBlocks(readTree(article?.content ?? ""), () => false)) {
			const orders = readable.get(squash(text)) ?? new Set();
			for (const order of originalOrders(element)) orders.add(order);
			readable.set(squash(text), orders);
		}
	} catch {
		// a page that Readability cannot take is read without it
	}
	return readable;
}

/** A page may hold the same text twice, so that the text alone says too little. */
function isReadable(block: TextBlock, readable: Readable): boolean {
	const orders = readable.get(squash(block.text));
	if (!orders) return false;
	let levels = 0;
	for (let at: PageElement | null = block.element; at && levels < MAX_RENEWED; at = at.parent) {
		if (!isBlockLevel(at)) continue;
		if (orders.has(String(at.order))) return true;
		levels++;
	}
	return false;
}

const squash = (text: string): string => text.replace(/\s+/g, "");

/**
 * Where an element of Readability's answer may have stood. It puts new elements in the place of old ones or within them, so
 * the nearest known place counts; and it merges an element into its only child with the attributes of both, so the place is
 * the name of an attribute, not a value.
 */
function originalOrders(element: PageElement): string[] {
	for (let at: PageElement | null = element; at; at = at.parent) {
		const orders = [...at.attributes.keys()].filter((name) => name.startsWith(ORDER_PREFIX));
		if (orders.length > 0) return orders.map((name) => name.slice(ORDER_PREFIX.length));
	}
	return [];
}

function markedBody(weights: ReadonlyMap<PageElement, number>): PageElement | null {
	let best: PageElement | null = null;
	for (const [element, weight] of weights) {
		if (!/\barticleBody\b/i.test(element.attributes.get("itemprop")?.slice(0, 200) ?? "")) continue;
		if (!best || weight > (weights.get(best) ?? 0)) best = element;
	}
	return best;
}

/** Elements that Readability need not see. */
const UNSEEN = new Set(
	"script style noscript template svg math iframe object embed canvas video audio select textarea".split(" "),
);
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/** Begins the name of the attribute that carries an element's place through Readability. */
const ORDER_PREFIX = "data-order-";

/** Attributes by which Readability judges. */
const JUDGED = ["class", "id", "role", "itemprop", "rel", "href", "alt", "content", "property", "name"];

/** The tree as HTML; null where it is too large for Readability. */
function writeHtml(root: PageElement, leftOut: ReadonlySet<PageElement>): string | null {
	const parts: string[] = [];
	let characters = 0;
	let elements = 0;
	const push = (part: string): void => {
		parts.push(part);
		characters += part.length;
	};
	const write = (element: PageElement): void => {
		if (UNSEEN.has(element.name) || leftOut.has(element)) return;
		if (++elements > MAX_ELEMENTS || characters > MAX_CHARACTERS) return;
		const isRoot = element.parent === null;
		if (!isRoot) push(`<${element.name}${writeAttributes(element)}>`);
		if (VOID.has(element.name)) return;
		for (const child of element.children) {
			if (typeof child === "string") push(escapeHtml(child));
			else write(child);
		}
		if (!isRoot) push(`</${element.name}>`);
	};
	write(root);
	return elements > MAX_ELEMENTS || characters > MAX_CHARACTERS ? null : parts.join("");
}

function writeAttributes(element: PageElement): string {
	let text = isBlockLevel(element) ? ` ${ORDER_PREFIX}${element.order}` : "";
	for (const name of JUDGED) {
		const value = element.attributes.get(name);
		if (value !== undefined) text += ` ${name}="${escapeHtml(value.slice(0, 500))}"`;
	}
	return text;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
