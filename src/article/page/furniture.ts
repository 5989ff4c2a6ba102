import {
	COMMENT_WORDS,
	DOUBTFUL_WORDS,
	FURNITURE_ELEMENTS,
	FURNITURE_ROLES,
	FURNITURE_WORDS,
	HIDING_CLASSES,
	LABEL_WORDS,
	LINKED_WORDS,
	PICTURE_WORDS,
	QUOTED_POSTS,
} from "./furniture-words.js";
import type { PageElement } from "./page-tree.js";
import { isBlockLevel, plainSize, readBlocks, type TextBlock } from "./text-blocks.js";

/** What holds more of a page's running text than this is not left out, whatever it is called: class names lie. */
const MAX_SHARE = 0.35;

/** What the weaker words name is furniture only while it has less running text than this: four paragraphs. */
const MAX_DOUBTFUL = 800;

/** An id of more words is the slug of a heading. */
const MAX_ID_WORDS = 3;

/**
 * The same for what readers wrote and what is hidden: these may be more than the article, as comments or copies of it are;
 * but what is nearly all of a page is an article, under a wrong name or shown later by a script.
 */
const MAX_LARGE_SHARE = 0.7;

/** Blocks shorter than this are labels and links; running text is what is longer. */
const MIN_RUNNING_TEXT = 60;

/** A label is not longer. */
const MAX_LABEL = 160;

/** A caption is not longer; the frame of a whole photo report is. */
const MAX_CAPTION = 300;

/** Longer attributes are read no further. */
const MAX_NAME = 500;

/** Never furniture: they hold everything, or are parts of running text or of tables, where a word names a thing and no place. */
const EXEMPT = new Set(["#root", "html", "body", "main", "a", "tr", "td", "th", "tbody", "b", "strong", "em", "i"]);

/**
 * The elements that stand around the article: menus, captions, credits, bylines, related links, share bars, newsletter boxes,
 * comments, advertisements, hidden text. Each is the outermost of its kind.
 */
export function findFurniture(root: PageElement): ReadonlySet<PageElement> {
	const { running, total, length, pictured, headed, titled, linking, quoting } = measure(root);
	const found = new Set<PageElement>();
	const isFurniture = (element: PageElement): boolean => {
		if (EXEMPT.has(element.name)) return false;
		if (FURNITURE_ELEMENTS.has(element.name)) return true;
		if (FURNITURE_ROLES.has(element.attributes.get("role") ?? "")) return true;
		const ownLength = length.get(element) ?? 0;
		const isSmall = (running.get(element) ?? 0) <= MAX_DOUBTFUL;
		const isShort = ownLength <= MAX_LABEL;
		const isPicture = pictured.has(element) && !headed.has(element) && ownLength <= MAX_CAPTION;
		if (element.name === "figure" && pictured.has(element)) return true;
		if (element.name === "form" && isSmall) return true;
		for (const word of nameWords(element)) {
			if (FURNITURE_WORDS.has(word)) return true;
			if (isSmall && DOUBTFUL_WORDS.has(word) && !quoting.has(element)) return true;
			if (linking.has(element) && LINKED_WORDS.has(word)) return true;
			if (isShort && !isInSentence(element) && LABEL_WORDS.has(word)) return true;
			if (isPicture && PICTURE_WORDS.has(word)) return true;
		}
		return false;
	};
	const walk = (element: PageElement): void => {
		const share = (running.get(element) ?? 0) / Math.max(1, total);
		const isLeftOut =
			(share <= MAX_SHARE && isFurniture(element)) ||
			(share <= MAX_LARGE_SHARE &&
				!EXEMPT.has(element.name) &&
				(isHidden(element) || (!titled.has(element) && isComments(element))));
		if (isLeftOut) {
			found.add(element);
			return;
		}
		for (const child of element.children) if (typeof child !== "string") walk(child);
	};
	walk(root);
	return found;
}

interface Measures {
	/** Characters of running text within an element, and in the page. */
	running: ReadonlyMap<PageElement, number>;
	total: number;
	/** Characters of all text within an element. */
	length: ReadonlyMap<PageElement, number>;
	/** Elements with a picture in them. */
	pictured: ReadonlySet<PageElement>;
	/** Elements with a heading in them. */
	headed: ReadonlySet<PageElement>;
	/** Elements with the page's headline in them. */
	titled: ReadonlySet<PageElement>;
	/** Elements with a link in them. */
	linking: ReadonlySet<PageElement>;
	/** Elements with a quoted post in them. */
	quoting: ReadonlySet<PageElement>;
}

function measure(root: PageElement): Measures {
	const blocks = readBlocks(root, () => false);
	const pictured = new Set<PageElement>();
	const headed = new Set<PageElement>();
	const titled = new Set<PageElement>();
	const linking = new Set<PageElement>();
	const quoting = new Set<PageElement>();
	const walk = (element: PageElement): void => {
		if (element.name === "img" || element.name === "picture") addWithAncestors(element, pictured);
		else if (/^h[1-4]$/.test(element.name)) {
			addWithAncestors(element, headed);
			if (element.name === "h1") addWithAncestors(element, titled);
		} else if (element.name === "a") addWithAncestors(element, linking);
		else if (element.name === "blockquote" && classNames(element).some((name) => QUOTED_POSTS.has(name)))
			addWithAncestors(element, quoting);
		for (const child of element.children) if (typeof child !== "string") walk(child);
	};
	walk(root);
	const isRunning = ({ size }: TextBlock): boolean => size >= MIN_RUNNING_TEXT;
	const running = sumWithin(blocks.filter(isRunning), plainSize);
	return {
		running,
		total: running.get(root) ?? 0,
		length: sumWithin(blocks, ({ size }) => size),
		pictured,
		headed,
		titled,
		linking,
		quoting,
	};
}

/** Within a paragraph a label is part of the sentence: the place and date before the first words. */
function isInSentence(element: PageElement): boolean {
	return !isBlockLevel(element) && element.parent?.name === "p";
}

/** For each element the sum over the blocks within it. */
export function sumWithin(blocks: readonly TextBlock[], weigh: (block: TextBlock) => number): Map<PageElement, number> {
	const sums = new Map<PageElement, number>();
	for (const block of blocks) {
		sums.set(block.element, (sums.get(block.element) ?? 0) + weigh(block));
		for (let at = block.element.parent; at && !sums.has(at); at = at.parent) sums.set(at, 0);
	}
	// From the last element to the first, so that a sum is complete before its parent takes it.
	const inOrder = [...sums.keys()].sort((a, b) => b.order - a.order);
	for (const element of inOrder) {
		if (element.parent) sums.set(element.parent, (sums.get(element.parent) ?? 0) + (sums.get(element) ?? 0));
	}
	return sums;
}

function addWithAncestors(element: PageElement, set: Set<PageElement>): void {
	for (let at: PageElement | null = element; at && !set.has(at); at = at.parent) set.add(at);
}

function isHidden(element: PageElement): boolean {
	if (element.attributes.size === 0) return false;
	if (element.attributes.has("hidden") || element.attributes.get("aria-hidden") === "true") return true;
	if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.attributes.get("style")?.slice(0, MAX_NAME) ?? ""))
		return true;
	const names = classNames(element);
	// "hidden md:block" is hidden on small screens alone.
	return names.some((name) => HIDING_CLASSES.has(name)) && !names.some((name) => name.includes(":"));
}

const isComments = (element: PageElement): boolean =>
	element.attributes.size > 0 && nameWords(element).some((word) => COMMENT_WORDS.has(word));

const classNames = (element: PageElement): string[] =>
	(element.attributes.get("class") ?? "").slice(0, MAX_NAME).toLowerCase().split(/\s+/);

/** The words of an element's class and id: `postAuthor-bio_2` gives post, author, bio, 2. */
function nameWords(element: PageElement): string[] {
	const inClass = wordsOf(element.attributes.get("class"));
	const inId = wordsOf(element.attributes.get("id"));
	return inId.length <= MAX_ID_WORDS ? [...inClass, ...inId] : inClass;
}

function wordsOf(name: string | undefined): string[] {
	if (!name) return [];
	const apart = name.slice(0, MAX_NAME).replace(/([a-z])([A-Z])/g, "$1 $2");
	return apart
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter(Boolean);
}
