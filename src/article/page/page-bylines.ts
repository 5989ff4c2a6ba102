import { isObject } from "../../json.js";
import { oneLine } from "../clean-text.js";
import { firstFound } from "./first-found.js";
import type { JsonLd, JsonObject } from "./json-ld.js";
import { textValue } from "./main-article.js";
import type { PageMetadata } from "./page-metadata.js";
import type { Found } from "./page-reading.js";

/** Nobody's name is longer. */
const MAX_NAME = 100;

/** Names kept. */
const MAX_NAMES = 20;

const META_NAMES =
	"author parsely-author sailthru.author dc.creator dcterms.creator dc.contributor byl article_author authors creator".split(
		" ",
	);

/** Words before and after the names. */
const BEFORE =
	/^(?:(?:written|posted|reported|story|text|words|analysis|opinion) )?(?:by|von|par|por|di|da|door|av|af|od|autor(?:en)?|author|auteur|de notre correspondante?)\b[:\s]+/i;
const BETWEEN = /\s*(?:,|;|\||\/|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b)\s+(?=\p{Lu})/u;

/** What follows a name and is none: "Jane Doe, AP Science Writer", "Jane Doe, MD". */
const ROLE =
	/\b(?:writer|editor|correspondent|reporter|contributor|columnist|producer|staff|analyst|chief|ph\.?d|md|rdn?|ms|ma|msc)\b\.?$/i;

/**
 * Who wrote the article: JSON-LD, then `<meta>`, then microdata and marks in the page. Names without "By", addresses, social
 * handles and dates. Null where no name is given.
 */
export function readBylines(
	article: JsonObject | null,
	jsonLd: JsonLd,
	metadata: PageMetadata,
): Found<string[]> | null {
	const namesOf = (texts: readonly string[]): string[] | null => {
		const names = distinct(texts.flatMap(splitNames));
		return names.length > 0 ? names : null;
	};
	const inMeta = META_NAMES.flatMap((name) => metadata.meta.get(name) ?? []);
	return firstFound([
		["JSON_LD", article && namesOf(objectNames(article.author ?? article.creator, jsonLd))],
		["OPEN_GRAPH", namesOf(metadata.meta.get("article:author") ?? [])],
		["META_TAG", namesOf(inMeta)],
		["MARKUP", namesOf(metadata.items.get("author") ?? []) ?? namesOf(metadata.bylines.slice(0, 1))],
	]);
}

function objectNames(value: unknown, jsonLd: JsonLd): string[] {
	const names: string[] = [];
	for (const entry of Array.isArray(value) ? value.slice(0, MAX_NAMES) : [value]) {
		const author = jsonLd.resolve(entry);
		const name = isObject(author) ? author.name : author;
		if (Array.isArray(name)) names.push(...name.slice(0, MAX_NAMES).filter((part) => typeof part === "string"));
		else names.push(textValue(name) ?? "");
	}
	return names;
}

function splitNames(text: string): string[] {
	const line = oneLine(text.slice(0, 1_000), 400).replace(BEFORE, "");
	const parts = line.split(BETWEEN).map((part) =>
		part
			.replace(BEFORE, "")
			.replace(/\s*[|•·,].*$/, "")
			.replace(/\(?[\w.+-]{1,64}@[\w.-]{1,200}\)?/g, "")
			.trim(),
	);
	return parts.filter((part, index) => isName(part) && (index === 0 || !ROLE.test(part)));
}

/** A name has a letter, no digits or address in it, and few words. */
function isName(text: string): boolean {
	if (text.length < 2 || text.length > MAX_NAME || !/\p{L}/u.test(text)) return false;
	if (/^https?:|^@|www\.|\d{2}|[<>{}]/i.test(text)) return false;
	return (
		text.split(" ").length <= 8 &&
		!/^(?:admin|administrator|author|editor|staff|null|undefined|none|n\/a|unknown)$/i.test(text)
	);
}

function distinct(names: readonly string[]): string[] {
	const known = new Map<string, string>();
	for (const name of names) if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), name);
	return [...known.values()].slice(0, MAX_NAMES);
}
