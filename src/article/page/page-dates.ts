import { parseFeedDate } from "../../feed/feed-date.js";
import { firstFound } from "./first-found.js";
import type { JsonObject } from "./json-ld.js";
import { textValue } from "./main-article.js";
import type { PageMetadata, PageTime } from "./page-metadata.js";
import type { Found } from "./page-reading.js";

/** What the dates of a page are read from. */
export interface DateSources {
	/** The page's own article in JSON-LD, then its WebPage. */
	objects: readonly JsonObject[];
	metadata: PageMetadata;
	url: URL | null;
	/** Short lines next to the headline, where a date for readers stands. */
	lines: readonly string[];
}

/** Names of `<meta>` in the order in which they are believed: Open Graph's own first, then what publishers' tools ask for. */
const PUBLISHED_PROPERTIES = [
	"article:published_time",
	"article:published",
	"og:published_time",
	"og:article:published_time",
];
const PUBLISHED_NAMES =
	`datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime
	dc.date.issued dcterms.issued dcterms.created dc.date.created dcterms.date dc.date dc.terms.date publish-date publish_date
	publishdate publication_date publicationdate published published_date pubdate pub_date date.issued article_date_original
	article.published originalpublicationdate ptime release_date displaydate timestamp date datecreated bt:pubdate`.split(
		/\s+/,
	);
const MODIFIED_PROPERTIES = ["article:modified_time", "article:modified", "og:modified_time", "og:updated_time"];
const MODIFIED_NAMES = `datemodified dcterms.modified dc.date.modified last-modified lastmod lastmodified modified
	article_date_updated updated-date updated_date updated revised article.updated bt:moddate`.split(/\s+/);

/**
 * When the article was published and last changed. Sources are believed in this order: JSON-LD, Open Graph, other `<meta>`,
 * microdata, `<time>`, the address (/2024/10/26/), a dated line by the headline. A date without a zone is UTC, one without a
 * time its midnight. Whether a date can be true (it may lie in the future) is not decided here.
 */
export function readPageDates(sources: DateSources): {
	publishedAt: Found<Date> | null;
	modifiedAt: Found<Date> | null;
} {
	const { objects, metadata, url, lines } = sources;
	const inObjects = (...names: string[]): Date | null =>
		firstDate(objects.flatMap((object) => names.map((name) => textValue(object[name]))));
	const inMeta = (names: readonly string[]): Date | null =>
		firstDate(names.map((name) => metadata.meta.get(name)?.[0]));
	const item = (name: string): Date | null => firstDate(metadata.items.get(name) ?? []);
	return {
		publishedAt: firstFound([
			["JSON_LD", inObjects("datePublished") ?? inObjects("dateCreated", "uploadDate")],
			["OPEN_GRAPH", inMeta(PUBLISHED_PROPERTIES)],
			["META_TAG", inMeta(PUBLISHED_NAMES)],
			["MARKUP", item("datepublished") ?? item("datecreated") ?? publishedTime(metadata.times)],
			["URL_PATH", url && dateInPath(url.pathname)],
			["BODY_TEXT", firstDate(lines.map(dateInLine))],
		]),
		modifiedAt: firstFound([
			["JSON_LD", inObjects("dateModified")],
			["OPEN_GRAPH", inMeta(MODIFIED_PROPERTIES)],
			["META_TAG", inMeta(MODIFIED_NAMES)],
			["MARKUP", item("datemodified") ?? firstDate(metadata.times.filter(isOfChange).map(({ value }) => value))],
		]),
	};
}

function firstDate(texts: readonly (string | null | undefined)[]): Date | null {
	for (const text of texts) {
		const date = text ? (parseFeedDate(text.trim()) ?? parseFeedDate(dateInLine(text) ?? "")) : null;
		if (date && isMeant(date)) return date;
	}
	return null;
}

/** Content systems print the first instant of their calendar (year 1, 1970) where they know none; no newspaper is older than 1600. */
const isMeant = (date: Date): boolean => date.getTime() !== 0 && date.getUTCFullYear() >= 1600;

const isOfChange = ({ marks }: PageTime): boolean => /updat|modif|chang|revis/i.test(marks);

/** The `<time>` that says when the page's article was published: marked so, or the only one there is. */
function publishedTime(times: readonly PageTime[]): Date | null {
	const marked = times.filter(
		(time) => /publi|pubdate|posted|entry-date|post-date|article-date|dateline/i.test(time.marks) && !isOfChange(time),
	);
	const others = times.filter((time) => !isOfChange(time));
	return (
		firstDate(marked.map(({ value }) => value)) ??
		(others.length === 1 ? firstDate(others.map(({ value }) => value)) : null)
	);
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** /2024/10/26/, /2024-10-26-…, /2024/oct/26/, /20241026…: a whole day, or nothing. */
function dateInPath(path: string): Date | null {
	const start = path.slice(0, 500).toLowerCase();
	const match =
		/(?:^|[/_-])(19[89]\d|20\d\d)([/_-])(0?[1-9]|1[0-2]|[a-z]{3})\2(0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(start) ??
		/(?:^|[/_-])(19[89]\d|20\d\d)()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|\d{4,10}-|$)/.exec(start);
	if (!match) return null;
	const named = MONTHS.indexOf(match[3] ?? "");
	const month = named >= 0 ? named + 1 : Number(match[3]);
	if (!(month >= 1 && month <= 12)) return null;
	return parseFeedDate(`${match[1]}-${String(month).padStart(2, "0")}-${(match[4] ?? "").padStart(2, "0")}`);
}

/** Dates as they stand in lines: 2024-10-26 09:30, October 26 2024, 26. Oktober 2024, 2024年10月26日. */
const LINE_DATES = [
	/\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?/,
	/\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}/u,
	/\d{1,2}(?:st|nd|rd|th|\.|º)?(?: de| di)? \p{L}{3,12}\.?(?: de| di|,)? \d{4}/u,
	/\d{4}年\d{1,2}月\d{1,2}日/,
	/\d{4}년 ?\d{1,2}월 ?\d{1,2}일/,
];

function dateInLine(line: string): string | null {
	const start = line.slice(0, 200);
	for (const pattern of LINE_DATES) {
		const match = pattern.exec(start);
		if (match) return match[0].replace(/(\d)(?:st|nd|rd|th|º)/, "$1").replace(/ (?:de|di) /g, " ");
	}
	return null;
}
