import { decodeHTMLStrict } from "entities";
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { closeCdata, withoutDoctype } from "./close-xml.js";
import { PAGE_ROOTS, RECORD_TEXTS, ROOTS, SHORT_TEXTS, STRUCTURES, TEXTS, UNENDED } from "./feed-vocabulary.js";
import { absoluteBase, newElement, type OpenElement } from "./open-element.js";
import { appendText, beginMarkup, endMarkup } from "./text-markup.js";
import type { XmlElement } from "./xml-element.js";
import { localName, XmlScope } from "./xml-names.js";

/** The document without its entries, which were handed on as they ended. */
export interface XmlReading {
	/** The first element with the name of a feed's root; null if there is none. */
	root: XmlElement | null;
	/** The root's local name in lower case ("rss", "feed", "rdf", "channel"), or that of the first element at all; "" if there is none. */
	rootName: string;
	/** Whether the document says that it is a page: the reading stops there. */
	isPage: boolean;
	/** What is ill-formed, for people; each kind once. */
	faults: string[];
}

/** What an entry stands in, as far as it has been read. */
export type EntryHandler = (entry: XmlElement, root: XmlElement) => void;

/** Deeper elements are passed over; what feeds nest is below 20, XHTML content below 60. */
const MAX_DEPTH = 200;
/** More children of one element or attributes of one tag are an attack; the rest of them is passed over. */
const MAX_CHILDREN = 5_000;
const MAX_ATTRIBUTES = 200;
/** Nobody reads more of them. */
const MAX_FAULTS = 10;

/**
 * Reads XML as it comes, well-formed or not, into the elements that a feed is made of. An entry (`item`, `entry`) is handed on
 * when it ends, be it by its end tag, the next entry or the end of the document, and is not kept. Character references and
 * HTML's entities are decoded, a bare "&" is itself; a DOCTYPE is passed over with all that it declares. End tags without an
 * element are ignored, elements without an end tag end with their parent, undeclared prefixes mean what they usually mean.
 * Linear in the length of the text, and without recursion.
 */
export function readXml(xml: string, documentUrl: string, onEntry: EntryHandler): XmlReading {
	const { text: body, doctype } = withoutDoctype(xml);
	if (doctype && /^doctype\s+html/i.test(doctype)) return { root: null, rootName: "html", isPage: true, faults: [] };
	const { text, closed } = closeCdata(body);
	const reader = new FeedXmlReader(text, documentUrl, onEntry);
	if (closed > 0) reader.faults.add("CDATA that does not end");
	const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, reader);
	reader.stop = () => tokenizer.pause();
	tokenizer.write(text);
	tokenizer.end();
	const { root, rootName, isPage, faults } = reader;
	return { root, rootName, isPage, faults: [...faults] };
}

class FeedXmlReader implements TokenizerCallbacks {
	root: XmlElement | null = null;
	rootName = "";
	isPage = false;
	readonly faults = new Set<string>();
	stop: () => void = () => {};
	readonly #open: OpenElement[] = [];
	/** Open elements beyond the greatest depth. */
	#tooDeep = 0;
	/** Place of the open entry in the stack; -1 if none is open. */
	#entryAt = -1;
	#tag = "";
	#attributes = new Map<string, string>();
	#attribute = "";
	#value = "";

	constructor(
		private readonly xml: string,
		private readonly documentUrl: string,
		private readonly onEntry: EntryHandler,
	) {}

	ontext(start: number, end: number): void {
		if (!this.#isText()) return;
		this.#append(this.#decoded(this.xml.slice(start, end)));
	}

	oncdata(start: number, end: number, endOffset: number): void {
		if (endOffset === 0) this.#fault("CDATA that does not end");
		if (this.#isText()) this.#append(this.xml.slice(start, end - endOffset));
	}

	onopentagname(start: number, end: number): void {
		this.#tag = this.xml.slice(start, end);
		this.#attributes = new Map();
	}

	onattribname(start: number, end: number): void {
		this.#attribute = this.xml.slice(start, end).toLowerCase();
		this.#value = "";
	}

	onattribdata(start: number, end: number): void {
		this.#value += this.xml.slice(start, end);
	}

	onattribend(): void {
		// The first of two attributes with one name counts, as in HTML.
		if (this.#attributes.size >= MAX_ATTRIBUTES || this.#attributes.has(this.#attribute)) return;
		this.#attributes.set(this.#attribute, this.#decoded(this.#value));
	}

	onopentagend(): void {
		this.#begin(false);
	}

	onselfclosingtag(): void {
		this.#begin(true);
	}

	onclosetag(start: number, end: number): void {
		const rawName = this.xml.slice(start, end).trim().toLowerCase();
		for (let at = this.#open.length - 1; at >= 0; at--) {
			const opened = this.#open[at];
			// Of what is too deep only the end of a text or an entry around it is sure to be no end of its own.
			if (opened?.rawName !== rawName || (this.#tooDeep > 0 && !opened.element)) continue;
			this.#tooDeep = 0;
			if (at < this.#open.length - 1) this.#fault("elements that do not end");
			this.#endTo(at);
			return;
		}
		if (this.#tooDeep > 0) this.#tooDeep--;
		else this.#fault("ends of elements that did not begin");
	}

	onend(): void {
		if (this.#open.length > 0) this.#fault("elements that do not end");
		this.#endTo(0);
	}

	onattribentity(): void {}
	oncomment(): void {}
	ondeclaration(): void {}
	onprocessinginstruction(): void {}
	ontextentity(): void {}

	#begin(isEnded: boolean): void {
		if (this.isPage) return;
		if (this.#open.length >= MAX_DEPTH && !isEntry(this.#tag.toLowerCase())) {
			if (!isEnded) this.#tooDeep++;
			this.#fault(`elements nested deeper than ${MAX_DEPTH}`);
			return;
		}
		const outer = this.#open.at(-1);
		let scope = (outer?.scope ?? XmlScope.none).extended(this.#attributes);
		const local = localName(this.#tag);
		const isRoot = !this.root && ROOTS.has(local);
		if (!this.root && !isRoot && !this.#acceptsBefore(local)) return;
		if (isRoot) scope = scope.ofRoot(this.#tag);
		const { name, isDeclared } = scope.name(this.#tag);
		if (!isDeclared) this.#fault(`undeclared prefix "${this.#tag.split(":")[0]?.slice(0, 20)}"`);
		this.#endForgotten(name);
		const parent = this.#open.at(-1);
		const opened: OpenElement = {
			rawName: this.#tag.toLowerCase(),
			name,
			element: null,
			text: null,
			scope,
			base: absoluteBase(this.#attributes.get("xml:base"), parent?.base ?? this.documentUrl),
			language: this.#attributes.get("xml:lang")?.trim() ?? parent?.language ?? null,
		};
		if (isRoot) {
			if (this.rootName !== "") this.#fault("elements before the root");
			this.rootName = local;
			this.root = opened.element = newElement(opened, this.#attributes);
		} else if (parent?.text) {
			opened.text = parent.text;
			beginMarkup(parent.text, local, this.#attributes);
		} else if (isEntry(name) && this.#entryAt < 0 && this.root) {
			this.#entryAt = this.#open.length;
			opened.element = newElement(opened, this.#attributes);
		} else if (parent?.element) {
			this.#adopt(parent.element, opened);
		}
		this.#open.push(opened);
		if (isEnded) this.#endTo(this.#open.length - 1);
	}

	/** Before the root stand at most the remains of an error message; a page is none. */
	#acceptsBefore(local: string): boolean {
		if (PAGE_ROOTS.has(local) && this.rootName === "") {
			this.isPage = true;
			this.stop();
		}
		if (this.rootName === "") this.rootName = local;
		return !this.isPage;
	}

	/** Ends what the beginning of an element shows to have been left open: a title before a link, an item before the next. */
	#endForgotten(name: string): void {
		const top = this.#open.at(-1);
		if (top?.text && top.text !== top.element && UNENDED.has(top.rawName)) {
			this.#endTo(this.#open.length - 1);
			this.#fault("elements that do not end");
			this.#endForgotten(name);
		} else if (isEntry(name)) {
			if (this.#entryAt >= 0) {
				// An Atom entry may quote another one, inside of an element of its own.
				if (name !== "item" && this.#entryAt < this.#open.length - 1) return;
				this.#tooDeep = 0;
				this.#endTo(this.#entryAt);
			} else if (top?.text) {
				this.#endTo(this.#open.findIndex(({ text }) => text !== null));
			} else return;
			this.#fault("elements that do not end");
		} else if (top?.text && top.text === top.element && SHORT_TEXTS.has(top.name) && RECORD_TEXTS.has(name)) {
			this.#endTo(this.#open.length - 1);
			this.#fault("elements that do not end");
		}
	}

	#adopt(parent: XmlElement, opened: OpenElement): void {
		const isStructure = STRUCTURES.has(opened.name) || opened.name === "channel";
		if (!isStructure && !TEXTS.has(opened.name)) return;
		if (parent.children.length >= MAX_CHILDREN) {
			this.#fault(`more than ${MAX_CHILDREN} parts of one element`);
			return;
		}
		opened.element = newElement(opened, this.#attributes);
		if (!isStructure) opened.text = opened.element;
		parent.children.push(opened.element);
	}

	#endTo(depth: number): void {
		while (this.#open.length > depth) {
			const ended = this.#open.pop();
			if (!ended) return;
			if (ended.text && ended.text !== ended.element) endMarkup(ended.text, localName(ended.rawName));
			if (this.#open.length !== this.#entryAt) continue;
			this.#entryAt = -1;
			if (ended.element && this.root) this.onEntry(ended.element, this.root);
		}
	}

	#isText(): boolean {
		const top = this.#open.at(-1);
		return top !== undefined && (top.text !== null || (top.element !== null && this.#tooDeep === 0));
	}

	#append(text: string): void {
		const top = this.#open.at(-1);
		const holder = top?.text ?? top?.element;
		if (holder) appendText(holder, text);
	}

	#fault(fault: string): void {
		if (this.faults.size < MAX_FAULTS) this.faults.add(fault);
	}

	#decoded(raw: string): string {
		if (!raw.includes("&")) return raw;
		if (BARE_AMPERSAND.test(raw)) this.#fault("a bare &");
		return /&#?\w+;/.test(raw) ? decodeHTMLStrict(raw) : raw;
	}
}

const BARE_AMPERSAND = /&(?!#?\w{1,40};)/;

const isEntry = (name: string): boolean => name === "item" || name === "entry" || name === "atom:entry";
