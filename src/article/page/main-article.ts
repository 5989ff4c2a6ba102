import { isObject } from "../../json.js";
import { parseUrl } from "../../parse-url.js";
import type { JsonLd, JsonObject } from "./json-ld.js";
import { agree } from "./page-headline.js";

/**
 * The one JSON-LD object that describes the page's own article; null if there is none, or only of other articles (lists of
 * related news carry the same markup). An object is the page's own if it names the page's address, or a headline that the page
 * shows as its own; a lone object is, unless it names another page of its own.
 */
export function mainArticle(
	jsonLd: JsonLd,
	page: { addresses: readonly string[]; titles: readonly string[] },
): JsonObject | null {
	const paths = new Set(page.addresses.map(pathOf));
	const namesPage = (object: JsonObject): boolean => addressesOf(object).some((address) => paths.has(pathOf(address)));
	const namesTitle = (object: JsonObject): boolean => {
		const headline = textValue(object.headline) ?? textValue(object.name);
		return headline !== null && page.titles.some((title) => agree(title, headline));
	};
	const { articles } = jsonLd;
	const own = articles.find((object) => namesPage(object) && namesTitle(object)) ?? articles.find(namesTitle);
	if (own) return own;
	const addressed = articles.find(namesPage);
	if (addressed) return addressed;
	const only = articles.length === 1 ? articles[0] : undefined;
	return only && addressesOf(only).length === 0 ? only : null;
}

/** Addresses that an object gives as its own. */
export function addressesOf(object: JsonObject): string[] {
	const main = object.mainEntityOfPage;
	const values = [object.url, object["@id"], isObject(main) ? (main["@id"] ?? main.url) : main];
	return values.filter((value) => typeof value === "string" && /^https?:/i.test(value)) as string[];
}

/** A string with more than white space in it, or the first such of a list. */
export function textValue(value: unknown): string | null {
	for (const entry of Array.isArray(value) ? value.slice(0, 5) : [value]) {
		const text = isObject(entry) ? entry["@value"] : entry;
		if (typeof text === "string" && text.trim()) return text.trim();
	}
	return null;
}

/** What tells one page of a site from another: the path, without scheme, host, slash at the end and parameters. */
function pathOf(address: string): string {
	const path = parseUrl(address)?.pathname.replace(/\/+$/, "");
	return path || address;
}
