import { authorName, distinctNames } from "./author-name.js";
import { parseFeedDate } from "./feed-date.js";
import type { FeedDate, FeedEntry } from "./feed-document.js";
import { feedLine, feedText } from "./feed-text.js";
import { htmlText } from "./html-text.js";
import { languageTag } from "./language-tag.js";
import { foldSpace } from "./plain-text.js";
import { isWebAddress, webAddress } from "./web-address.js";
import { attributeOf, childNamed, childrenNamed, textOf, type XmlElement } from "./xml-element.js";

/** What of the feed bears on its entries. */
export interface EntrySetting {
	/** Whether Atom's rules for texts and ids apply. */
	isAtom: boolean;
	/** For relative addresses where no xml:base says otherwise; null means the document's. */
	base: string | null;
	documentUrl: string;
}

/** Names by which formats and extensions call one thing, the most telling first. */
const NAMES = {
	title: ["title", "atom:title", "media:title", "dc:title", "itunes:title"],
	content: ["content:encoded", "content", "atom:content", "xhtml:body", "body", "fullitem", "xhtml:div"],
	summary: [
		"summary",
		"description",
		"atom:summary",
		"dc:description",
		"dcterms:abstract",
		"abstract",
		"media:description",
		"itunes:summary",
		"itunes:subtitle",
	],
	published: [
		"pubdate",
		"published",
		"atom:published",
		"issued",
		"dcterms:issued",
		"prism:publicationdate",
		"dc:date",
		"date",
		"created",
		"dcterms:created",
		"dcterms:available",
	],
	updated: ["updated", "modified", "atom:updated", "dcterms:modified"],
};

/** An item or entry of RSS, Atom, RDF or CDF in the model's terms, but that a language which is said to be unknown is "". */
export function translateEntry(entry: XmlElement, setting: EntrySetting): FeedEntry {
	const guid = textOf(childNamed(entry, "guid", "id", "atom:id", "dc:identifier")) ?? attributeOf(entry, "rdf:about");
	const title = child(entry, NAMES.title);
	const content = child(entry, NAMES.content);
	const summary = child(entry, NAMES.summary);
	const fullText = content ? feedText(content, isAtomText(content, setting)) : "";
	return {
		guid,
		url: entryUrl(entry, setting),
		title: title ? feedLine(title, isAtomText(title, setting)) : "",
		summary: (summary && feedText(summary, isAtomText(summary, setting))) || null,
		content: fullText || null,
		authors: entryAuthors(entry, setting.isAtom),
		language: entryLanguage(entry, content ?? summary ?? title),
		image: entryImage(entry, setting),
		categories: entryCategories(entry),
		published: lastDate(entry, NAMES.published),
		updated: lastDate(entry, NAMES.updated) ?? dateIn(attributeOf(entry, "lastmod")),
	};
}

/** The first of the names that the entry has, itself or in a group of its media. */
function child(entry: XmlElement, names: readonly string[]): XmlElement | null {
	const own = childNamed(entry, ...names);
	if (own) return own;
	for (const group of childrenNamed(entry, "media:group")) {
		const shared = childNamed(group, ...names);
		if (shared) return shared;
	}
	return null;
}

/** Media RSS puts what several renditions share into a group. */
const mediaParts = (entry: XmlElement): XmlElement[] => [entry, ...childrenNamed(entry, "media:group")];

const isAtomText = (element: XmlElement, { isAtom }: EntrySetting): boolean =>
	(isAtom && !element.name.includes(":")) || element.name.startsWith("atom:");

/** A link of Atom's kind, as far as it leads to the entry itself: the first page, or else the first of any type. */
export function alternateLink(element: XmlElement, base: (link: XmlElement) => string): string | null {
	let other: string | null = null;
	for (const link of childrenNamed(element, "link", "atom:link")) {
		const href = attributeOf(link, "href");
		if (href === null || (attributeOf(link, "rel") ?? "alternate").toLowerCase() !== "alternate") continue;
		const url = webAddress(href, base(link));
		const type = attributeOf(link, "type")?.toLowerCase() ?? "text/html";
		if (url && (type === "text/html" || type.includes("xhtml"))) return url;
		other ??= url;
	}
	return other;
}

function entryUrl(entry: XmlElement, setting: EntrySetting): string | null {
	const base = (element: XmlElement): string =>
		element.base === setting.documentUrl ? (setting.base ?? element.base) : element.base;
	// Proxies count the readers of a link and keep the true one beside it.
	const original = childNamed(entry, "feedburner:origlink", "pheedo:origlink");
	const originalUrl = original && webAddress(original.text, base(original));
	if (originalUrl) return originalUrl;
	for (const link of childrenNamed(entry, "link")) {
		const text = textOf(link);
		const url = text && attributeOf(link, "href") === null ? webAddress(text, base(link)) : null;
		if (url) return url;
	}
	const alternate = alternateLink(entry, base);
	if (alternate) return alternate;
	const guid = childNamed(entry, "guid", "id");
	const isPermalink = guid && attributeOf(guid, "ispermalink")?.toLowerCase() !== "false";
	if (isPermalink && isWebAddress(textOf(guid))) return webAddress(guid.text, base(guid));
	const address = attributeOf(childNamed(entry, "content"), "src") ?? attributeOf(entry, "href");
	if (address) return webAddress(address, base(entry));
	const about = attributeOf(entry, "rdf:about");
	return isWebAddress(about) ? webAddress(about, base(entry)) : null;
}

function entryAuthors(entry: XmlElement, isAtom: boolean): string[] {
	const named = distinctNames(
		childrenNamed(entry, "author", "atom:author", "dc:creator", "dc:author").map((author) => personName(author)),
	);
	if (named.length > 0) return named;
	const podcaster = distinctNames(childrenNamed(entry, "itunes:author").map(personName));
	if (podcaster.length > 0) return podcaster;
	// RFC 4287 §4.2.1: the authors of the feed that the entry was taken from.
	const source = isAtom ? childNamed(entry, "source") : null;
	return source ? distinctNames(childrenNamed(source, "author").map(personName)) : [];
}

/** The name of a person construct (name, or else e-mail address), or the line of text that RSS has in its place. */
export function personName(person: XmlElement): string | null {
	const part = childNamed(person, "name", "atom:name", "email", "atom:email");
	return authorName(part?.text ?? person.text);
}

/** "" where the entry says that the language of its text is unknown. */
function entryLanguage(entry: XmlElement, text: XmlElement | null): string | null {
	const stated = textOf(childNamed(entry, "language", "dc:language"));
	const inherited = text ? text.language : entry.language;
	return stated === null && inherited === "" ? "" : languageTag(stated ?? inherited);
}

function entryImage(entry: XmlElement, setting: EntrySetting): string | null {
	const candidates: [XmlElement, string | null][] = [];
	for (const part of mediaParts(entry)) {
		const contents = childrenNamed(part, "media:content");
		for (const element of [part, ...contents].flatMap((holder) => childrenNamed(holder, "media:thumbnail"))) {
			candidates.push([element, attributeOf(element, "url")]);
		}
		for (const element of contents) if (isPicture(element)) candidates.push([element, attributeOf(element, "url")]);
	}
	for (const element of childrenNamed(entry, "enclosure", "link", "atom:link", "itunes:link")) {
		const address = attributeOf(element, "url") ?? attributeOf(element, "href");
		const rel = attributeOf(element, "rel")?.toLowerCase() ?? (element.name === "enclosure" ? "enclosure" : "");
		if (rel === "image" || (rel === "enclosure" && isPicture(element))) candidates.push([element, address]);
	}
	for (const element of childrenNamed(entry, "itunes:image", "image"))
		candidates.push([element, imageAddress(element)]);
	for (const [element, address] of candidates) {
		const base = element.base === setting.documentUrl ? (setting.base ?? element.base) : element.base;
		const url = address && webAddress(address, base);
		if (url) return url;
	}
	return null;
}

/** The address of an image element: RSS has it in a url, iTunes in an attribute, some have it as text. */
export function imageAddress(image: XmlElement): string | null {
	return (
		textOf(childNamed(image, "url")) ??
		attributeOf(image, "href") ??
		attributeOf(image, "url") ??
		textOf(image) ??
		attributeOf(image, "rdf:resource")
	);
}

function isPicture(element: XmlElement): boolean {
	const kind = attributeOf(element, "medium") ?? attributeOf(element, "type");
	if (kind) return kind.toLowerCase().startsWith("image");
	return /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(attributeOf(element, "url") ?? "");
}

function entryCategories(entry: XmlElement): string[] {
	const categories: (string | null)[] = [];
	for (const element of mediaParts(entry).flatMap((part) =>
		childrenNamed(
			part,
			"tags",
			"category",
			"atom:category",
			"dc:subject",
			"itunes:category",
			"media:category",
			"itunes:keywords",
			"media:keywords",
		),
	)) {
		const label =
			attributeOf(element, "label") ?? attributeOf(element, "term") ?? textOf(element) ?? attributeOf(element, "text");
		const isList = element.name === "tags" || element.name.endsWith(":keywords");
		for (const part of isList ? (label?.split(",") ?? []) : [label]) categories.push(part && foldSpace(htmlText(part)));
	}
	return distinctNames(categories);
}

/** Of several dates of one name the last counts, as in feedparser; of several names the first that is given. */
function lastDate(entry: XmlElement, names: readonly string[]): FeedDate | null {
	for (const name of names) {
		const date = dateIn(textOf(childrenNamed(entry, name).at(-1) ?? null));
		if (date) return date;
	}
	return null;
}

function dateIn(text: string | null): FeedDate | null {
	return text ? { text: foldSpace(text), at: parseFeedDate(text) } : null;
}
