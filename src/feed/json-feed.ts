import { isObject } from "../json.js";
import { authorName, distinctNames } from "./author-name.js";
import { parseFeedDate } from "./feed-date.js";
import type { FeedDate, FeedDocument, FeedEntry } from "./feed-document.js";
import { htmlText } from "./html-text.js";
import { languageTag } from "./language-tag.js";
import { foldSpace, plainParagraphs } from "./plain-text.js";
import { isWebAddress, webAddress } from "./web-address.js";

export type JsonFeedReading =
	| { kind: "feed"; feed: FeedDocument }
	/** JSON, and not a feed. */
	| { kind: "other"; reason: string }
	| { kind: "ill-formed"; reason: string };

/**
 * Translates JSON Feed 1.0 and 1.1 into the model. Values of a wrong type are passed over, numeric ids are taken for what they
 * print; items that are no objects are counted in the repairs. Never throws.
 */
export function readJsonFeed(text: string, documentUrl: string): JsonFeedReading {
	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch (error) {
		return { kind: "ill-formed", reason: `ill-formed JSON: ${error instanceof Error ? error.message : String(error)}` };
	}
	if (!isObject(document)) return { kind: "other", reason: "JSON that is no object" };
	const version = textOf(document.version);
	if (!version?.includes("jsonfeed.org/version") && !Array.isArray(document.items)) {
		return { kind: "other", reason: "JSON without the version or the items of a JSON Feed" };
	}
	return { kind: "feed", feed: translate(document, documentUrl) };
}

function translate(document: Record<string, unknown>, documentUrl: string): FeedDocument {
	const language = languageTag(textOf(document.language));
	const authors = authorNames(document);
	const items = Array.isArray(document.items) ? document.items : [];
	const entries: FeedEntry[] = [];
	const setting = { documentUrl, language, authors };
	for (const item of items) if (isObject(item)) entries.push(translateItem(item, setting));
	const dropped = items.length - entries.length;
	return {
		format: "JSON_FEED",
		title: line(document.title) || null,
		description: paragraphs(document.description),
		homepage: addressOf(documentUrl, document.home_page_url),
		language,
		image: addressOf(documentUrl, document.icon, document.favicon),
		ttlSeconds: null,
		entries,
		repairs: dropped > 0 ? [`${dropped} items that are no objects`] : [],
	};
}

interface ItemSetting {
	documentUrl: string;
	language: string | null;
	authors: string[];
}

/** One empty list for all, as there may be a million entries. */
const NONE: string[] = [];

function translateItem(item: Record<string, unknown>, { documentUrl, language, authors }: ItemSetting): FeedEntry {
	const guid = textOf(item.id);
	const own = authorNames(item);
	return {
		guid,
		url: addressOf(documentUrl, item.url, item.external_url, isWebAddress(guid) ? guid : null),
		title: line(item.title),
		summary: paragraphs(item.summary),
		content: htmlParagraphs(item.content_html) ?? paragraphs(item.content_text),
		authors: own.length > 0 ? own : authors,
		language: languageTag(textOf(item.language)) ?? language,
		image: addressOf(documentUrl, item.image, item.banner_image),
		categories: Array.isArray(item.tags) ? distinctNames(item.tags.map((tag) => line(tag))) : NONE,
		published: dateIn(item.date_published),
		updated: dateIn(item.date_modified),
	};
}

/** The first of the values that is a web address. */
function addressOf(documentUrl: string, ...values: unknown[]): string | null {
	for (const value of values) {
		const text = textOf(value);
		const url = text && webAddress(text, documentUrl);
		if (url) return url;
	}
	return null;
}

/** Version 1.1 has a list of authors, 1.0 a single one. */
function authorNames(holder: Record<string, unknown>): string[] {
	if (holder.authors === undefined && holder.author === undefined) return NONE;
	const authors = Array.isArray(holder.authors) ? holder.authors : [holder.author];
	return distinctNames(authors.map((author) => authorName(textOf(isObject(author) ? author.name : author) ?? "")));
}

function dateIn(value: unknown): FeedDate | null {
	const text = textOf(value);
	return text ? { text: foldSpace(text), at: parseFeedDate(text) } : null;
}

/** Texts of JSON Feed are plain, but producers put HTML into titles all the same. */
function line(value: unknown): string {
	const text = textOf(value);
	return text === null ? "" : foldSpace(htmlText(text));
}

function paragraphs(value: unknown): string | null {
	const text = textOf(value);
	return text && (plainParagraphs(text) || null);
}

function htmlParagraphs(value: unknown): string | null {
	const text = textOf(value);
	return text && (htmlText(text) || null);
}

/** A string without blanks at its ends, or a number as it prints; null for everything else and for an empty one. */
function textOf(value: unknown): string | null {
	if (typeof value === "string") return value.trim() || null;
	return typeof value === "number" && Number.isFinite(value) ? String(value) : null;
}
