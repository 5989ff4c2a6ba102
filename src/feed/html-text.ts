import { decodeHTML } from "entities";
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { leftoverEntities, plainParagraphs, singleSpaces } from "./plain-text.js";

/** What is written in these elements is no text of the document. */
const DROPPED = new Set(
	"script style noscript template applet svg head title select textarea audio video canvas map frameset noframes noembed datalist".split(
		" ",
	),
);
/** Not even when they do not end. */
const NEVER_SHOWN = new Set(["script", "style", "noscript", "template"]);
/** Elements without an end, of which nothing is shown as text; the break lines are handled where they are met. */
const VOID = new Set(
	"area base br col embed frame hr img input link meta param source track wbr keygen bgsound basefont".split(" "),
);
/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
	"p div section article header footer main aside nav figure figcaption blockquote pre h1 h2 h3 h4 h5 h6 ul ol dl table form fieldset hr address center details summary dialog body html hgroup menu dir multicol".split(
		" ",
	),
);
/** Elements that begin a line of their own. */
const LINES = new Set("li tr dt dd option caption legend".split(" "));
const LISTS = new Set(["ul", "ol", "dl", "menu", "dir"]);
/** Elements that end where the next of their kind begins. */
const UNENDED = new Set(["p", "li", "dt", "dd", "tr", "td", "th", "option"]);

/**
 * The visible text of HTML: markup, comments, scripts, styles and hidden elements are gone, entities decoded, white space
 * folded. Paragraphs are apart by an empty line, list items and table rows stand on lines of their own. HTML that was
 * escaped twice is read twice. A text without any markup keeps its own empty lines. Linear in the length of the input.
 */
export function htmlText(html: string): string {
	const first = html.search(/<[a-z/!?]/i);
	// Without any ">" after it "<" is a sign of its own ("a <b"), or what a cut has left of a tag.
	if (first < 0 || html.lastIndexOf(">") < first) return textWithoutMarkup(first < 0 ? html : withoutCutTag(html));
	return leftoverEntities(readMarkup(endedComments(html.replaceAll("<![CDATA[", "").replaceAll("]]>", ""))));
}

function withoutCutTag(text: string): string {
	const start = text.lastIndexOf("<");
	return /^<(?:!--|[a-z][a-z\d]*\s+[a-z-]+\s*=)/i.test(text.slice(start, start + 200)) ? text.slice(0, start) : text;
}

/** A comment that nobody ended ends with the next ">" instead of taking the rest of the text with it. */
function endedComments(html: string): string {
	const start = html.indexOf("<!--", html.lastIndexOf("-->") + 1);
	if (start < 0) return html;
	const rest = html.slice(start);
	return html.slice(0, start) + (rest.includes(">") ? rest.replaceAll("<!--", "<!") : "");
}

/** A text that has no tag; where its entities hide markup, that is HTML escaped twice. */
function textWithoutMarkup(html: string): string {
	const text = decoded(html);
	if (text !== html && HIDDEN_MARKUP.test(text)) return leftoverEntities(readMarkup(text));
	return leftoverEntities(plainParagraphs(text));
}

/** An end tag, or an element that has none: a text that speaks of "the <blink> tag" is no markup. */
const HIDDEN_MARKUP =
	/<\/(?:p|a|b|i|u|em|strong|div|span|ul|ol|li|h[1-6]|blockquote|font|sup|sub|table|small|big|code|pre|q|cite|script|style|iframe|figure)\s*>|<(?:br|img|hr)\b[^<>]*>/i;

/** Entities with and without ";", as browsers read them. */
function decoded(html: string): string {
	return /&[#a-z]/i.test(html) ? decodeHTML(html) : html;
}

function readMarkup(html: string): string {
	const reader = visibleText(html, DROPPED);
	if (!reader.isCutShort) return reader.text.trim();
	// "The <title> element": what does not end is no element, and would take the rest of the text with it.
	return visibleText(html.replace(/<(\/?)(?=title\b|textarea\b|xmp\b)/gi, "<$1x-"), NEVER_SHOWN).text.trim();
}

function visibleText(html: string, dropped: ReadonlySet<string>): VisibleText {
	const reader = new VisibleText(html, dropped);
	// Entities are decoded a text at a time, which is faster than one at a time.
	const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, reader);
	tokenizer.write(html);
	tokenizer.end();
	return reader;
}

/** Follows the tags of a document and writes what is shown. Keeps no tree: nesting costs nothing. */
class VisibleText implements TokenizerCallbacks {
	text = "";
	/** Line ends owed before the next word: 2 is a new paragraph. */
	#lines = 0;
	#space = false;
	#listDepth = 0;
	#preDepth = 0;
	/** The dropped element that is open, and how many of its name are open in it. */
	#dropped: { name: string; depth: number } | null = null;
	#tag = "";
	#attribute = "";
	#value = "";
	#hidden = false;

	constructor(
		private readonly html: string,
		private readonly droppedNames: ReadonlySet<string>,
	) {}

	/** Whether the end was reached in a dropped element that might as well be shown. */
	get isCutShort(): boolean {
		return this.#dropped !== null && DROPPED.has(this.#dropped.name) && !NEVER_SHOWN.has(this.#dropped.name);
	}

	ontext(start: number, end: number): void {
		if (this.#dropped) return;
		const raw = this.html.slice(start, end);
		this.#write(decoded(raw));
	}

	onopentagname(start: number, end: number): void {
		this.#tag = this.html.slice(start, end).toLowerCase();
		this.#hidden = false;
	}

	onattribname(start: number, end: number): void {
		this.#attribute = this.html.slice(start, end).toLowerCase();
		this.#value = "";
		if (this.#attribute === "hidden") this.#hidden = true;
	}

	onattribdata(start: number, end: number): void {
		if (this.#attribute === "style") this.#value += this.html.slice(start, end);
	}

	onattribend(): void {
		if (this.#attribute === "style" && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(this.#value))
			this.#hidden = true;
	}

	onopentagend(): void {
		this.#open(false);
	}

	onselfclosingtag(): void {
		this.#open(true);
	}

	onclosetag(start: number, end: number): void {
		const name = this.html.slice(start, end).toLowerCase();
		if (this.#dropped) {
			if (this.#dropped.name !== name) return;
			this.#dropped.depth--;
			if (this.#dropped.depth > 0) return;
			this.#dropped = null;
		}
		if (LISTS.has(name)) this.#listDepth = Math.max(0, this.#listDepth - 1);
		if (name === "pre") this.#preDepth = Math.max(0, this.#preDepth - 1);
		// "</br>" is read as a line end by browsers, and "</p>" as a paragraph.
		this.#breakAt(name);
	}

	oncdata(start: number, end: number, endOffset: number): void {
		if (!this.#dropped) this.#write(this.html.slice(start, end - endOffset));
	}

	onattribentity(): void {}
	oncomment(): void {}
	ondeclaration(): void {}
	onend(): void {}
	onprocessinginstruction(): void {}
	ontextentity(): void {}

	#open(selfClosing: boolean): void {
		const name = this.#tag;
		if (this.#dropped) {
			if (this.#dropped.name !== name || selfClosing) {
				// The head has no end in many documents.
				if (this.#dropped.name === "head" && name === "body") this.#dropped = null;
				return;
			}
			if (!UNENDED.has(name)) {
				this.#dropped.depth++;
				return;
			}
			this.#dropped = null;
		}
		this.#breakAt(name);
		if (selfClosing || VOID.has(name)) return;
		if (this.#hidden || this.droppedNames.has(name)) this.#dropped = { name, depth: 1 };
		if (LISTS.has(name)) this.#listDepth++;
		if (name === "pre") this.#preDepth++;
	}

	#breakAt(name: string): void {
		if (name === "br") this.#lines = Math.min(2, this.#lines + 1);
		else if (LINES.has(name)) this.#lines = Math.max(1, this.#lines);
		else if (name === "td" || name === "th") this.#space = true;
		// Paragraphs inside a list item would tear the list apart.
		else if (BLOCKS.has(name)) this.#lines = this.#listDepth > 0 && !LISTS.has(name) ? Math.max(1, this.#lines) : 2;
	}

	#write(text: string): void {
		if (this.#preDepth > 0 && text.includes("\n")) {
			for (const [index, line] of text.split("\n").entries()) {
				if (index > 0) this.#lines = Math.min(2, this.#lines + 1);
				this.#write(line);
			}
			return;
		}
		const folded = singleSpaces(text);
		if (folded.startsWith(" ")) this.#space = true;
		const words = folded.trim();
		if (!words) return;
		if (this.#lines > 0) this.text += this.#lines === 1 ? "\n" : "\n\n";
		else if (this.#space) this.text += " ";
		this.text += words;
		this.#lines = 0;
		this.#space = folded.endsWith(" ");
	}
}
