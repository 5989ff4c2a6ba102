import { decodeText } from "../../src/feed/decode-text.js";
import type { FeedDate, FeedDocument, FeedEntry } from "../../src/feed/feed-document.js";
import { htmlText } from "../../src/feed/html-text.js";
import { readXml } from "../../src/feed/read-xml.js";
import type { XmlElement } from "../../src/feed/xml-element.js";
import { parseUrl } from "../../src/parse-url.js";
import type { FeedparserCase } from "./feedparser-case.js";
import type { PythonValue } from "./python-expression.js";

/** What a field of feedparser's is here: the value, and how it is compared with what is expected. */
export type Field =
	| { kind: "value"; value: string | number | null }
	/** A text without its markup. */
	| { kind: "text"; text: string }
	| { kind: "author"; names: string[]; index: number }
	| { kind: "instant"; at: Date | null }
	/** The text that the bytes have in an encoding. */
	| { kind: "encoding"; encoding: string; text: string; bytes: Uint8Array }
	/** Of a kind that this service does not keep. */
	| { kind: "not-kept"; what: string };

interface Reading {
	case: FeedparserCase;
	feed: FeedDocument;
}

/** Fields of entries. What is not here is not kept, or unknown. */
const ENTRY_FIELDS: [RegExp, (entry: FeedEntry, match: RegExpExecArray) => Field][] = [
	[/^title(?:_detail\.value)?$/, ({ title }) => ({ kind: "text", text: title })],
	// Where a feed has only the full content, feedparser shows it as the summary as well.
	[
		/^(?:summary|description)(?:_detail\.value)?$/,
		({ summary, content }) => ({ kind: "text", text: summary ?? content ?? "" }),
	],
	[/^content\[0\]\.value$/, ({ content }) => ({ kind: "text", text: content ?? "" })],
	[/^link$/, ({ url }) => ({ kind: "value", value: url })],
	[/^(?:id|guid)$/, ({ guid }) => ({ kind: "value", value: guid })],
	[/^author(?:_detail\.name)?$/, ({ authors }) => ({ kind: "author", names: authors, index: 0 })],
	[/^authors\[(\d)\]\.name$/, ({ authors }, [, index]) => ({ kind: "author", names: authors, index: Number(index) })],
	[/^(?:published|issued|created)$/, ({ published }) => printed(published)],
	[/^(?:published|issued|created)_parsed$/, ({ published }) => ({ kind: "instant", at: published?.at ?? null })],
	// feedparser takes dc:date for an update; here it is the date of publication, where there is no other.
	[/^(?:updated|modified|date)$/, ({ updated, published }) => printed(updated ?? published)],
	[
		/^(?:updated|modified|date)_parsed$/,
		({ updated, published }) => ({ kind: "instant", at: (updated ?? published)?.at ?? null }),
	],
	[
		/^(?:language|(?:title|summary)_detail\.language|content\[0\]\.language)$/,
		({ language }) => ({ kind: "value", value: language }),
	],
	[/^(?:image\.(?:href|url)|media_thumbnail\[0\]\.url)$/, ({ image }) => ({ kind: "value", value: image })],
	[/^category$/, ({ categories }) => ({ kind: "value", value: categories[0] ?? null })],
	[
		/^tags\[(\d)\]\.(?:term|label)$/,
		({ categories }, [, index]) => ({ kind: "value", value: categories[Number(index)] ?? null }),
	],
	[/^tags\.length$/, ({ categories }) => ({ kind: "value", value: categories.length })],
];

const FEED_FIELDS: [RegExp, (feed: FeedDocument) => Field][] = [
	[/^title(?:_detail\.value)?$/, ({ title }) => ({ kind: "text", text: title ?? "" })],
	[
		/^(?:description|subtitle|tagline|info)(?:_detail\.value)?$/,
		({ description }) => ({ kind: "text", text: description ?? "" }),
	],
	[/^link$/, ({ homepage }) => ({ kind: "value", value: homepage })],
	[/^language$/, ({ language }) => ({ kind: "value", value: language })],
	[/^(?:image\.(?:href|url)|logo|icon)$/, ({ image }) => ({ kind: "value", value: image })],
];

/** Fields that this service does not keep, each with its name. */
const NOT_KEPT: [RegExp, string][] = [
	[/^bozo/, "bozo"],
	[/^headers|^modified$|^etag|^href$|^status/, "HTTP headers"],
	[/^namespaces/, "namespaces"],
	[/^feed\.(?:authors?|author_detail|contributors|publisher)\b/, "people of a feed"],
	[/\.(?:contributors|publisher|publisher_detail)\b/, "contributors and publishers"],
	[/\.authors?(?:_detail|\[\d\])\.(?:email|url|href)$/, "addresses of authors"],
	[/^feed\.(?:updated|modified|published|created|issued|date|expired|validity_\w+)(?:_parsed)?$/, "dates of a feed"],
	[/^feed\.(?:id|guid)$/, "id of a feed"],
	[/^feed\.(?:tags|category|categories)\b/, "categories of a feed"],
	[/^feed\.\w+_detail\.language$/, "languages of single texts of a feed"],
	[/(?:_detail|content\[\d\])\.type$/, "types of texts"],
	[/\.links?(?:\[\d\]|\.)/, "links beside the main one"],
	[/\.enclosures\b/, "enclosures"],
	[/\.source\b/, "source of an entry"],
	[/\.(?:rights|copyright|license)(?:_detail)?\b/, "rights"],
	[/\.generator(?:_detail)?\b/, "generator"],
	[/\.(?:cloud|textinput|docs|comments|wfw_\w+|errorreportsto|thr_\S+)\b/, "cloud, textinput, docs, comments"],
	[/\.tags\[\d\]\.scheme$/, "schemes of categories"],
	[/\.image\.(?:title|link|width|height|description)$/, "parts of an image"],
	[/\.(?:itunes_\w+|psc_\w+|where|media_\w+|madeup_element|dc_\w+|validity_\w+|expired\w*)\b/, "extensions"],
	[/\.guidislink$/, "guidislink"],
];

/** What a path of feedparser's result is in this service; null if that is not known. */
export function fieldAt(path: string, { case: file, feed }: Reading): Field | null {
	if (path === "version") return { kind: "value", value: feed.format };
	if (path === "encoding") {
		return { kind: "encoding", ...decodeText(file.bytes, file.response.contentType, "xml"), bytes: file.bytes };
	}
	if (path === "entries.length") return { kind: "value", value: feed.entries.length };
	const written = writtenElement(path, file);
	if (written.kind === "not-kept") return written;
	if (path.endsWith(".base")) {
		return written.element ? { kind: "value", value: written.element.base } : { kind: "not-kept", what: "rights" };
	}
	const [, index, name = ""] = /^entries\[(\d+)\]\.(.*)$/.exec(path) ?? [];
	const entry = index === undefined ? undefined : feed.entries[Number(index)];
	for (const [pattern, field] of ENTRY_FIELDS) {
		const match = pattern.exec(name);
		if (match && entry) return field(entry, match);
	}
	const feedName = /^feed\.(.*)$/.exec(path)?.[1] ?? "";
	for (const [pattern, field] of FEED_FIELDS) if (pattern.test(feedName)) return field(feed);
	for (const [pattern, what] of NOT_KEPT) if (pattern.test(path)) return { kind: "not-kept", what };
	return null;
}

/** Whether a field has the value that is expected. */
export function agrees(field: Exclude<Field, { kind: "not-kept" }>, expected: PythonValue): boolean {
	if (field.kind === "value") {
		if (typeof expected === "string" && typeof field.value === "string") {
			return field.value === expected || sameVersion(field.value, expected) || sameUrl(field.value, expected);
		}
		return field.value === expected || (field.value === null && expected === "");
	}
	if (field.kind === "text") {
		if (typeof expected !== "string") return expected === null && field.text === "";
		// An expected text without end tags may be plain; one with them is HTML.
		const isPlain = !/<\//.test(expected);
		return [htmlText(expected), ...(isPlain ? [expected] : [])].some((text) => fold(text) === fold(field.text));
	}
	if (field.kind === "author") {
		const name = String(expected).replace(/\s*[(<]?[^\s()<>]+@[^\s()<>]+[)>]?\s*/, " ");
		return fold(name) === fold(field.names[field.index] ?? "");
	}
	if (field.kind === "instant") {
		if (!Array.isArray(expected) || !field.at) return false;
		const [year, month, day, hour, minute, second] = expected.map(Number);
		return field.at.getTime() === Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
	}
	// Encodings agree if they make the same text of these bytes: most of these files are ASCII.
	const label = String(expected).toLowerCase();
	if (label === field.encoding) return true;
	try {
		return new TextDecoder(label).decode(field.bytes) === field.text;
	} catch {
		return false;
	}
}

function printed(date: FeedDate | null): Field {
	return { kind: "value", value: date?.text ?? null };
}

/**
 * The element that a path is about, as it was read before it was translated; "not-kept" where what stands there is left out or
 * replaced on purpose.
 */
function writtenElement(path: string, file: FeedparserCase): { kind: "element"; element: XmlElement | null } | NotKept {
	const entries: XmlElement[] = [];
	const { text } = decodeText(file.bytes, file.response.contentType, "xml");
	const { root } = readXml(text, file.response.url, (entry) => entries.push(entry));
	const [, index, name = ""] = /^(?:feed|entries\[(\d+)\])\.(\w+?)(?:_detail\b|\[|\.|$)/.exec(path) ?? [];
	const holder = index === undefined ? root : (entries[Number(index)] ?? null);
	const children = holder?.children ?? [];
	const named = (...names: string[]) => children.find((child) => names.includes(child.name)) ?? null;
	if (/<!ENTITY/.test(text) && /&\w+;/.test(named("guid")?.text ?? "")) {
		return { kind: "not-kept", what: "entities that a DOCTYPE declares" };
	}
	if (path === "feed.info" && !named("info")) return { kind: "not-kept", what: "feedburner:browserFriendly" };
	if (path.endsWith(".term") && name === "tags" && named("category")?.attributes.has("label")) {
		return { kind: "not-kept", what: "terms of categories that have a label" };
	}
	const main = named("content") ?? named("summary");
	if (path.endsWith("title_detail.language") && main && main.language !== named("title")?.language) {
		return { kind: "not-kept", what: "language of a title above a text in another" };
	}
	return { kind: "element", element: named(name) };
}

type NotKept = Extract<Field, { kind: "not-kept" }>;

const fold = (text: string): string => text.replace(/\s+/g, " ").trim();

function sameVersion(format: string, version: string): boolean {
	if (/^rss(?:10|090)$/.test(version)) return format === "RDF";
	return /^(?:rss|cdf)/.test(version) ? format === "RSS" : version.startsWith("atom") && format === "ATOM";
}

/** URLs are kept in WHATWG's spelling, with lower-case hosts and in ASCII. */
function sameUrl(url: string, expected: string): boolean {
	return /^https?:/.test(expected) && parseUrl(expected)?.href === url;
}
