import type { PageElement } from "./page-tree.js";

/** A run of text between block boundaries: a paragraph, a heading, an item of a list, a row of a table. */
export interface TextBlock {
	/** White space folded; a single line break (`<br>`) stays "\n", cells of a row are apart by "\t". */
	text: string;
	/** Its length, in characters of an alphabet: an ideograph or syllable counts for two. */
	size: number;
	/** How much of the size is links. */
	linked: number;
	/** Where its first links lead, as printed. */
	targets: readonly string[];
	/** The nearest block-level element around it. */
	element: PageElement;
	/** The list or table that it is a line of; null for other blocks. */
	group: PageElement | null;
}

const BLOCKS = new Set(
	`address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
	h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul`.split(
		/\s+/,
	),
);
/** Whether text on both sides of an element's edges belongs to different blocks. */
export const isBlockLevel = (element: PageElement): boolean => BLOCKS.has(element.name);

const GROUPS = new Set(["ul", "ol", "table", "dl"]);
const CELLS = new Set(["td", "th"]);

/** Links of a block that are remembered: a block of nothing but links is judged by where the first ones lead. */
const MAX_TARGETS = 5;

/** What these hold is no text of the page: code, drawings, players with their fallbacks, form controls. */
const WITHOUT_TEXT = new Set(
	`applet audio button canvas datalist embed frameset head iframe input map math noembed noframes noscript object optgroup
	option script select style svg template textarea title video`.split(/\s+/),
);

/**
 * The text of a tree as blocks, in order. Two `<br>` in a row end a block, as old pages have no paragraphs.
 * @param isLeftOut elements that are passed over with all they hold.
 */
export function readBlocks(root: PageElement, isLeftOut: (element: PageElement) => boolean): TextBlock[] {
	const blocks: TextBlock[] = [];
	let run = emptyRun();
	const endRun = (): void => {
		const text = run.element ? foldRun(run.parts.join("")) : "";
		if (text && run.element) {
			const { linked, targets, element, group } = run;
			blocks.push({ text, size: sizeOf(text), linked, targets, element, group });
		}
		run = emptyRun();
	};
	const add = (text: string, element: PageElement, group: PageElement | null, isLink: boolean): void => {
		const folded = text.replace(/\s+/g, " ");
		if (folded !== " ") {
			run.isBroken = false;
			run.element ??= element;
			run.group ??= group;
			if (isLink) run.linked += sizeOf(folded.trim());
		}
		run.parts.push(folded);
	};
	const walk = (element: PageElement, block: PageElement, group: PageElement | null, isLink: boolean): void => {
		if (WITHOUT_TEXT.has(element.name) || isLeftOut(element)) return;
		if (element.name === "br") {
			if (run.isBroken && run.element) endRun();
			else run.parts.push("\n");
			run.isBroken = true;
			return;
		}
		if (CELLS.has(element.name) && run.element) run.parts.push("\t");
		const target = element.name === "a" ? element.attributes.get("href") : undefined;
		if (target && run.targets.length < MAX_TARGETS) run.targets.push(target);
		const isBlock = isBlockLevel(element);
		if (isBlock) endRun();
		const ownBlock = isBlock ? element : block;
		const ownGroup = GROUPS.has(element.name) ? element : group;
		for (const child of element.children) {
			if (typeof child === "string") add(child, ownBlock, ownGroup, isLink || element.name === "a");
			else walk(child, ownBlock, ownGroup, isLink || element.name === "a");
		}
		if (isBlock) endRun();
	};
	walk(root, root, null, false);
	endRun();
	return blocks;
}

interface Run {
	parts: string[];
	/** Whether a line break came after its last word. */
	isBroken: boolean;
	linked: number;
	targets: string[];
	element: PageElement | null;
	group: PageElement | null;
}

const emptyRun = (): Run => ({ parts: [], isBroken: false, linked: 0, targets: [], element: null, group: null });

const foldRun = (text: string): string =>
	text.replace(/\s+/g, (blank) => (blank.includes("\n") ? "\n" : blank.includes("\t") ? "\t" : " ")).trim();

/** Blocks as one text: paragraphs apart by a blank line, lines of one list or table by a line break. */
export function joinBlocks(blocks: readonly TextBlock[]): string {
	let text = "";
	let before: TextBlock | null = null;
	for (const block of blocks) {
		if (before) text += block.group && block.group === before.group ? "\n" : "\n\n";
		text += block.text;
		before = block;
	}
	return text;
}

/** How much of a block's size is no link. */
export const plainSize = (block: TextBlock): number => Math.max(0, block.size - block.linked);

/** Scripts whose characters stand for syllables or words. */
const WIDE = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
const ALL_WIDE = new RegExp(WIDE, "g");

function sizeOf(text: string): number {
	return WIDE.test(text) ? text.length + (text.match(ALL_WIDE)?.length ?? 0) : text.length;
}

/** No headline is longer. */
const MAX_SQUEEZED = 1_000;

/** A text by its letters and digits alone: equal for two spellings of one headline. */
export const squeeze = (text: string): string =>
	text
		.slice(0, MAX_SQUEEZED)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "");
