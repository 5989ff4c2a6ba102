import { Tokenizer } from "htmlparser2";

/** An element of a page. Made once, then only read. */
export interface PageElement {
	/** In lower case. */
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: (PageElement | string)[];
	readonly parent: PageElement | null;
	/** Its place in document order, from 0: the root. */
	readonly order: number;
}

/** Characters read of a page. The longest articles with all their markup have 3 million; what comes later is no article. */
const MAX_CHARACTERS = 6_000_000;

/** Elements read of a page; large news pages have 10,000. What comes later is left out. */
const MAX_ELEMENTS = 40_000;

/** Nesting kept. Real pages go to 60; deeper elements are dissolved into their ancestor, so that no later step can overflow. */
const MAX_DEPTH = 200;

/** Characters of text kept; a book has a million, an article 100,000. */
const MAX_TEXT = 1_000_000;

/** Longer attribute values are data, not facts. */
const MAX_ATTRIBUTE = 10_000;

/** Attributes kept of one element. */
const MAX_ATTRIBUTES = 50;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

const VOID = new Set(
	"area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
		" ",
	),
);

/** Elements whose start ends an open paragraph (HTML standard, 13.2.6.4.7). */
const ENDS_PARAGRAPH = new Set(
	`address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
	header hgroup hr li main menu nav ol p pre section summary table ul dd dt`.split(/\s+/),
);

/** Elements that may be left open: what ends them, and the elements beyond which no end is looked for. */
const IMPLIED_ENDS: Record<string, { ends: string[]; within: string[] }> = {
	li: { ends: ["li"], within: ["ul", "ol", "menu", "table"] },
	dd: { ends: ["dd", "dt"], within: ["dl", "table"] },
	dt: { ends: ["dd", "dt"], within: ["dl", "table"] },
	td: { ends: ["td", "th"], within: ["table", "tr"] },
	th: { ends: ["td", "th"], within: ["table", "tr"] },
	tr: { ends: ["tr"], within: ["table"] },
	tbody: { ends: ["tbody", "thead"], within: ["table"] },
	tfoot: { ends: ["tbody", "thead"], within: ["table"] },
	option: { ends: ["option"], within: ["select", "datalist"] },
};

/** An end tag of other elements does not reach out of these. */
const CELLS = new Set(["td", "th", "table", "button"]);
const TABLE_PARTS = new Set(["table", "tr", "td", "th", "tbody", "thead", "tfoot", "body", "html"]);

/** What the head of a page may hold; anything else begins its body, whether the head was closed or not. */
const HEAD_CONTENT = new Set("base basefont bgsound link meta title script style noscript template".split(" "));

/** A page has one of each; a second start tag, from a page pasted into another, means nothing. */
const ONCE = new Set(["html", "head", "body"]);

/** Raw text that is kept; other scripts, and styles, are left out with what they hold. */
const isKeptScript = (type: string): boolean => /\b(ld\+json)\b/i.test(type);

/**
 * The tree of a page. Takes any text; time and memory are linear in its length, which is cut at 6 million characters and
 * 40,000 elements. Follows the HTML standard as far as articles need it: implied ends, void elements, raw text.
 * Stands on htmlparser2's tokenizer, not its parser, whose time is quadratic in the depth of a page (23 s for 200,000 tags).
 */
export function readTree(html: string): PageElement {
	const text = html.length > MAX_CHARACTERS ? html.slice(0, MAX_CHARACTERS) : html;
	const builder = new TreeBuilder(text);
	const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
	tokenizer.write(text);
	tokenizer.end();
	return builder.root;
}

class TreeBuilder {
	readonly root: PageElement = { name: "#root", attributes: NO_ATTRIBUTES, children: [], parent: null, order: 0 };
	private readonly open: PageElement[] = [this.root];
	private readonly openNames = new Map<string, number>();
	private elements = 1;
	private textLength = 0;
	/** Open tags that were dissolved because they lie too deep. */
	private dissolved = 0;
	private name = "";
	private attributes: Map<string, string> | null = null;
	private attribute = "";
	private value = "";

	constructor(private readonly source: string) {}

	ontext(start: number, end: number): void {
		this.addText(this.source.slice(start, end));
	}
	ontextentity(codePoint: number): void {
		this.addText(String.fromCodePoint(codePoint));
	}
	onopentagname(start: number, end: number): void {
		this.name = this.source.slice(start, Math.min(end, start + 100)).toLowerCase();
		this.attributes = null;
	}
	onattribname(start: number, end: number): void {
		this.attribute = end - start > 100 ? "" : this.source.slice(start, end).toLowerCase();
		this.value = "";
	}
	onattribdata(start: number, end: number): void {
		if (this.value.length < MAX_ATTRIBUTE) this.value += this.source.slice(start, Math.min(end, start + MAX_ATTRIBUTE));
	}
	onattribentity(codePoint: number): void {
		if (this.value.length < MAX_ATTRIBUTE) this.value += String.fromCodePoint(codePoint);
	}
	onattribend(): void {
		if (!this.attribute) return;
		this.attributes ??= new Map();
		if (this.attributes.size < MAX_ATTRIBUTES && !this.attributes.has(this.attribute))
			this.attributes.set(this.attribute, this.value);
	}
	onselfclosingtag(): void {
		this.onopentagend();
	}
	onopentagend(): void {
		const name = this.name;
		if (ONCE.has(name) && (this.openNames.has(name) || this.openNames.has("body"))) return;
		if (!HEAD_CONTENT.has(name)) this.endHead();
		this.closeImplied(name);
		const parent = this.top();
		const tooDeep = this.open.length > MAX_DEPTH;
		const isVoid = VOID.has(name);
		if (this.elements >= MAX_ELEMENTS || tooDeep) {
			if (!isVoid) this.dissolved++;
			return;
		}
		const element: PageElement = {
			name,
			attributes: this.attributes ?? NO_ATTRIBUTES,
			children: [],
			parent,
			order: this.elements++,
		};
		parent.children.push(element);
		if (isVoid) return;
		this.open.push(element);
		this.openNames.set(name, (this.openNames.get(name) ?? 0) + 1);
	}
	onclosetag(start: number, end: number): void {
		const name = this.source.slice(start, Math.min(end, start + 100)).toLowerCase();
		if (VOID.has(name)) {
			if (name === "br") this.addText("\n");
			return;
		}
		if (name === "body" || name === "html") return; // what follows still belongs to them
		if (this.dissolved > 0) {
			this.dissolved--;
			return;
		}
		if (!this.openNames.get(name)) return;
		const crossesCells = TABLE_PARTS.has(name);
		for (let at = this.open.length - 1; at > 0; at--) {
			const candidate = this.open[at]?.name ?? "";
			if (candidate === name) {
				this.closeFrom(at);
				return;
			}
			if (!crossesCells && CELLS.has(candidate)) return;
		}
	}
	oncdata(): void {}
	oncomment(): void {}
	ondeclaration(): void {}
	onprocessinginstruction(): void {}
	onend(): void {}

	private top(): PageElement {
		return this.open[this.open.length - 1] ?? this.root;
	}

	private endHead(): void {
		if (this.top().name === "head") this.closeFrom(this.open.length - 1);
	}

	private addText(text: string): void {
		if (/\S/.test(text)) this.endHead();
		const parent = this.top();
		if (parent.name === "style") return;
		if (parent.name === "script" && !isKeptScript(parent.attributes.get("type") ?? "")) return;
		if (parent.name !== "script") this.textLength += text.length;
		if (this.textLength > MAX_TEXT) return;
		const last = parent.children.length - 1;
		const before = parent.children[last];
		if (typeof before === "string") parent.children[last] = before + text;
		else parent.children.push(text);
	}

	private closeImplied(name: string): void {
		if (ENDS_PARAGRAPH.has(name) && this.openNames.get("p")) this.closeWithin(["p"], CELLS);
		const implied = IMPLIED_ENDS[name];
		if (implied) this.closeWithin(implied.ends, new Set(implied.within));
	}

	private closeWithin(names: readonly string[], boundaries: ReadonlySet<string>): void {
		if (!names.some((name) => this.openNames.get(name))) return;
		for (let at = this.open.length - 1; at > 0; at--) {
			const candidate = this.open[at]?.name ?? "";
			if (names.includes(candidate)) {
				this.closeFrom(at);
				return;
			}
			if (boundaries.has(candidate)) return;
		}
	}

	private closeFrom(at: number): void {
		for (const { name } of this.open.splice(at)) this.openNames.set(name, (this.openNames.get(name) ?? 1) - 1);
	}
}
