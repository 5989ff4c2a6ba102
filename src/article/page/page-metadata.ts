import type { PageElement } from "./page-tree.js";

/** What a page says of itself outside of its text, as printed. */
export interface PageMetadata {
	/** Contents of `<meta>` by name, property, http-equiv or itemprop in lower case, in order. */
	meta: ReadonlyMap<string, readonly string[]>;
	/** Targets of `<link>` and `<a>` by each word of their `rel`, in order. */
	links: ReadonlyMap<string, readonly string[]>;
	/** Texts, or machine-readable values, of elements by itemprop in lower case, in order; not those within comments. */
	items: ReadonlyMap<string, readonly string[]>;
	/** Scripts of the type application/ld+json. */
	jsonLd: readonly string[];
	/** `<title>`, then every `<h1>`. */
	titles: readonly string[];
	headings: readonly string[];
	times: readonly PageTime[];
	/** Short texts of elements whose class or rel names an author. */
	bylines: readonly string[];
	/** The `lang` of the page. */
	language: string | null;
	/** `<base href>`. */
	base: string | null;
	isAmp: boolean;
	/** Whether it asks for a password. */
	hasPassword: boolean;
}

/** A `<time>` element. */
export interface PageTime {
	/** Its datetime attribute, else its text. */
	value: string;
	/** Its class, itemprop and the like, for the reader of dates. */
	marks: string;
}

/** Values kept of one name: pages repeat og:image and author, but not a thousand times. */
const MAX_VALUES = 20;

/** Different names kept. */
const MAX_NAMES = 300;

/** A text longer than this is no title, name or date. */
const MAX_TEXT = 2_000;

/** JSON-LD scripts read. */
const MAX_SCRIPTS = 50;

const BYLINE =
	/\b(byline|author-?name|author_name|entry-author|post-author|article-author|article__author|p-author|c-byline)\b/i;

/** Collects what a page says of itself. Only the first values of each name are kept; nothing is judged. */
export function readMetadata(root: PageElement): PageMetadata {
	const meta = new Map<string, string[]>();
	const links = new Map<string, string[]>();
	const items = new Map<string, string[]>();
	const jsonLd: string[] = [];
	const titles: string[] = [];
	const headings: string[] = [];
	const times: PageTime[] = [];
	const bylines: string[] = [];
	let language: string | null = null;
	let base: string | null = null;
	let isAmp = false;
	let hasPassword = false;

	const visit = (element: PageElement): void => {
		const { attributes, name } = element;
		const get = (attribute: string): string => attributes.get(attribute)?.trim() ?? "";
		if (name === "html") {
			language ??= get("lang") || get("xml:lang") || null;
			isAmp ||= attributes.has("amp") || attributes.has("⚡");
		} else if (name === "base") base ??= get("href") || null;
		else if (name === "input") hasPassword ||= get("type").toLowerCase() === "password";
		else if (name === "meta") {
			for (const key of [get("property"), get("name"), get("http-equiv"), get("itemprop")])
				add(meta, key, get("content"));
		} else if (name === "script") {
			if (jsonLd.length < MAX_SCRIPTS && /ld\+json/i.test(get("type"))) jsonLd.push(rawText(element));
		} else if (name === "title") pushText(titles, rawText(element));
		else if (name === "h1") pushText(headings, textOf(element));
		else if (name === "time") {
			const marks = ["class", "itemprop", "pubdate", "id"].map((mark) =>
				attributes.has(mark) ? `${mark} ${get(mark)}` : "",
			);
			if (times.length < MAX_VALUES)
				times.push({ value: get("datetime") || textOf(element), marks: marks.join(" ").trim() });
		}
		if (attributes.size === 0) return;
		const target = get("href");
		if ((name === "link" || name === "a") && target && attributes.has("rel")) {
			for (const rel of get("rel").toLowerCase().split(/\s+/)) add(links, rel, target);
		}
		if (name !== "meta" && attributes.has("itemprop")) {
			const value = get("content") || get("datetime") || get("src") || textOf(element);
			for (const key of get("itemprop").split(/\s+/)) add(items, key, value);
		}
		if (name !== "a" ? BYLINE.test(get("class").slice(0, 300)) : /\bauthor\b/i.test(get("rel")))
			pushText(bylines, textOf(element));
	};
	const walk = (element: PageElement): void => {
		visit(element);
		for (const child of element.children) if (typeof child !== "string") walk(child);
	};
	walk(root);
	return { meta, links, items, jsonLd, titles, headings, times, bylines, language, base, isAmp, hasPassword };
}

function add(map: Map<string, string[]>, key: string, value: string): void {
	if (!key || !value) return;
	const name = key.toLowerCase();
	const values = map.get(name);
	if (values) {
		if (values.length < MAX_VALUES) values.push(value);
	} else if (map.size < MAX_NAMES) map.set(name, [value]);
}

function pushText(list: string[], text: string): void {
	if (text && list.length < MAX_VALUES) list.push(text);
}

const rawText = (element: PageElement): string =>
	element.children
		.filter((child) => typeof child === "string")
		.join("")
		.trim();

/** The text of an element on one line, cut where it is too long to be a fact. */
function textOf(element: PageElement): string {
	let text = "";
	const walk = (at: PageElement): void => {
		if (at.name === "script" || at.name === "style") return;
		for (const child of at.children) {
			if (text.length > MAX_TEXT) return;
			if (typeof child === "string") text += child.slice(0, MAX_TEXT);
			else {
				text += " ";
				walk(child);
			}
		}
	};
	walk(element);
	return text.slice(0, MAX_TEXT).replace(/\s+/g, " ").trim();
}
