import { isObject } from "../../json.js";
import { parseUrl } from "../../parse-url.js";
import { oneLine } from "../clean-text.js";
import { outletHost, parseWebUrl } from "../url.js";
import { firstFound } from "./first-found.js";
import { type JsonLd, type JsonObject, readJsonLd } from "./json-ld.js";
import { addressesOf, mainArticle, textValue } from "./main-article.js";
import { readBylines } from "./page-bylines.js";
import { readPageDates } from "./page-dates.js";
import { chooseHeadline, withoutSiteName } from "./page-headline.js";
import type { PageMetadata } from "./page-metadata.js";
import type { Found, PageFact, PageFacts } from "./page-reading.js";
import { plainText } from "./plain-text.js";

/** What the page says of itself, sorted. */
export interface PageClaims {
	metadata: PageMetadata;
	jsonLd: JsonLd;
	/** The page's own article in JSON-LD. */
	article: JsonObject | null;
	/** The address that relative ones are resolved against. */
	base: URL | null;
	url: URL | null;
	siteName: Found<string> | null;
	headline: Found<string> | null;
	/** All spellings of the headline. */
	headlines: string[];
}

const MAX_HEADLINE = 500;
const MAX_DESCRIPTION = 2_000;

/** Sorts what a page says of itself: which JSON-LD is its own, what it is called. */
export function readClaims(metadata: PageMetadata, address: string): PageClaims {
	const url = webUrl(address, undefined);
	const base = metadata.base ? (webUrl(metadata.base, url ?? undefined) ?? url) : url;
	const jsonLd = readJsonLd(metadata.jsonLd);
	const meta = metaReader(metadata);
	const titles = [...meta("og:title"), ...meta("twitter:title"), ...metadata.headings, ...metadata.titles].map(lineOf);
	const addresses = [address, ...(metadata.links.get("canonical") ?? []), ...meta("og:url")];
	const article = mainArticle(jsonLd, { addresses, titles });
	const siteName = readSiteName(metadata, jsonLd, article);
	const candidates: [PageFact, string][] = [
		...of("JSON_LD", [textValue(article?.headline), textValue(article?.name)]),
		...of("OPEN_GRAPH", meta("og:title").slice(0, 1)),
		...of("MARKUP", metadata.headings.length <= 3 ? metadata.headings : []),
		...of(
			"META_TAG",
			["twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "hdl", "headline", "title"].map(
				(name) => meta(name)[0],
			),
		),
		...of("MARKUP", metadata.titles.slice(0, 1)),
	];
	const siteNames = [
		siteName?.value ?? "",
		url ? outletHost(url) : "",
		url ? (outletHost(url).split(".").at(-2) ?? "") : "",
	];
	const texts = candidates.map(([, text]) => text);
	const bare = texts.map((text) =>
		withoutSiteName(
			text,
			siteNames,
			texts.filter((other) => other !== text),
		),
	);
	const chosen = chooseHeadline(bare);
	const from = candidates[chosen]?.[0];
	const headline = from && bare[chosen] ? { value: bare[chosen], from } : null;
	return { metadata, jsonLd, article, base, url, siteName, headline, headlines: [...texts, ...bare] };
}

/** @param lines short lines by the headline, where a date may stand. */
export function readFacts(claims: PageClaims, lines: readonly string[]): PageFacts {
	const { metadata, jsonLd, article, base, url } = claims;
	const meta = metaReader(metadata);
	const first = (...names: string[]): string | null =>
		names.flatMap((name) => meta(name)).find((value) => lineOf(value)) ?? null;
	const objects = article ? [article, ...jsonLd.pages] : jsonLd.pages;
	const text = (value: string | null): string | null =>
		value ? oneLine(plainText(value), MAX_DESCRIPTION) || null : null;
	const absolute = (value: string | null | undefined): string | null =>
		value ? (webUrl(value, base ?? undefined)?.href ?? null) : null;
	return {
		headline: claims.headline,
		description: firstFound([
			["JSON_LD", text(textValue(article?.description))],
			["OPEN_GRAPH", text(first("og:description"))],
			[
				"META_TAG",
				text(
					first("description", "twitter:description", "dc.description", "dcterms.description", "sailthru.description"),
				),
			],
			["MARKUP", text(metadata.items.get("description")?.[0] ?? null)],
		]),
		byline: readBylines(article, jsonLd, metadata),
		image: firstFound([
			["JSON_LD", absolute(imageOf(article?.image, jsonLd) ?? imageOf(article?.thumbnailUrl, jsonLd))],
			["OPEN_GRAPH", absolute(first("og:image:secure_url", "og:image", "og:image:url"))],
			[
				"META_TAG",
				absolute(first("twitter:image", "twitter:image:src", "sailthru.image.full", "parsely-image-url", "image")),
			],
			["MARKUP", absolute(metadata.links.get("image_src")?.[0] ?? metadata.items.get("image")?.[0])],
		]),
		canonicalUrl: firstFound([
			["MARKUP", absolute(metadata.links.get("canonical")?.[0])],
			["OPEN_GRAPH", absolute(first("og:url"))],
			["JSON_LD", absolute(article && addressesOf(article)[0])],
			["META_TAG", absolute(first("twitter:url", "parsely-link"))],
		]),
		isAmp: metadata.isAmp,
		language: firstFound([
			["JSON_LD", languageTag(textValue(article?.inLanguage))],
			["MARKUP", languageTag(metadata.language)],
			["META_TAG", languageTag(first("content-language", "language", "dc.language", "dcterms.language", "inlanguage"))],
			["OPEN_GRAPH", languageTag(first("og:locale"))],
		]),
		siteName: claims.siteName,
		...readPageDates({ objects, metadata, url, lines }),
	};
}

const metaReader =
	(metadata: PageMetadata) =>
	(name: string): readonly string[] =>
		metadata.meta.get(name) ?? [];

const lineOf = (text: string): string => oneLine(plainText(text), MAX_HEADLINE);

function of(from: PageFact, texts: readonly (string | null | undefined)[]): [PageFact, string][] {
	const lines = texts.map((text) => (text ? lineOf(text) : ""));
	return lines.filter((line) => line !== "").map((line) => [from, line]);
}

function readSiteName(metadata: PageMetadata, jsonLd: JsonLd, article: JsonObject | null): Found<string> | null {
	const name = (value: string | null | undefined): string | null =>
		value ? oneLine(plainText(value), 200).replace(/^@/, "") || null : null;
	const publisher = jsonLd.resolve(article?.publisher);
	return firstFound([
		["OPEN_GRAPH", name(metadata.meta.get("og:site_name")?.[0])],
		["JSON_LD", name(isObject(publisher) ? textValue(publisher.name) : textValue(publisher))],
		["META_TAG", name(metadata.meta.get("application-name")?.[0] ?? metadata.meta.get("dc.publisher")?.[0])],
	]);
}

function imageOf(value: unknown, jsonLd: JsonLd): string | null {
	const image = jsonLd.resolve(Array.isArray(value) ? value[0] : value);
	if (isObject(image)) return textValue(image.url) ?? textValue(image.contentUrl) ?? textValue(image["@id"]);
	return textValue(image);
}

/** A language as BCP 47 in its canonical spelling ("en_us" is en-US); null for what is none ("english"). */
function languageTag(text: string | null): string | null {
	const tag = text?.trim().split(/[,;]/)[0]?.replaceAll("_", "-") ?? "";
	if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return null;
	try {
		return Intl.getCanonicalLocales(tag)[0] ?? null;
	} catch {
		return null;
	}
}

/** An http(s) address with a host and without credentials, resolved; null for any other. */
function webUrl(address: string, base: URL | undefined): URL | null {
	const trimmed = address.trim();
	const resolved = trimmed ? parseUrl(trimmed, base) : null;
	if (!resolved) return null;
	const parsed = parseWebUrl(resolved.href);
	return parsed.kind === "ok" ? parsed.url : null;
}
