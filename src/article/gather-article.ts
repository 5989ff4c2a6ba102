import type { FeedDate, FeedEntry } from "../feed/feed-document.js";
import type { ArticleFacts, SubmittedArticle } from "./article-draft.js";
import { decideCanonical } from "./believable-canonical.js";
import type { DateCandidate } from "./decide-publication.js";
import type { Found, PageFact, PageReading } from "./page/read-page.js";
import { outletHost, parseWebUrl } from "./url.js";

/** What is known of the feed an entry came from. */
export interface EntryFeed {
	title: string | null;
	/** Host of the outlet whose feed it is. */
	sourceHost: string;
	language: string | null;
}

/** A page that was read: where it answered, and what it says. */
export interface FetchedPage {
	/** After redirects. */
	url: string;
	reading: PageReading;
}

/** Whether the pages of entries are fetched: where the feed carries only a summary, always, or never. */
export type PagePolicy = "auto" | "always" | "never";

export type ReadingDecision = { kind: "page" | "feed"; reason: string };

/** Summaries end here: three short paragraphs. Feeds with whole articles carry ten times as much. */
const FULL_TEXT_LENGTH = 1_500;
/** A teaser ends in the middle, or with an invitation. */
const CUT =
	/(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?:continue|keep) reading\W*|(?:read|see|view) (?:the )?(?:more|full|rest)[^\n]{0,60})\s*$/i;

/** Decides whether an entry's page has to be fetched, or the feed carries the article itself. */
export function decideReading(entry: FeedEntry, policy: PagePolicy, hasPage: boolean): ReadingDecision {
	if (!hasPage) return { kind: "feed", reason: "the entry has no page of its own" };
	if (policy !== "auto") return { kind: policy === "always" ? "page" : "feed", reason: `pages are ${policy} fetched` };
	const content = entry.content ?? "";
	if (content.length < FULL_TEXT_LENGTH) return { kind: "page", reason: "the feed carries only a summary" };
	if (CUT.test(content.slice(-200))) return { kind: "page", reason: "the feed's text is cut short" };
	return { kind: "feed", reason: "the feed carries the whole text" };
}

/**
 * Puts together what the feed and, where it was fetched, the page say of one article. The page is the better witness of headline, text
 * and authors; the feed of the moment of publication.
 * @param url of the entry.
 */
export function gatherArticle(
	entry: FeedEntry,
	url: string,
	feed: EntryFeed,
	page: FetchedPage | null,
): SubmittedArticle {
	const told = page && isBetterText(page.reading, entry) ? page.reading : null;
	const carried = [entry.content, entry.summary, entry.title].find((text) => text?.trim()) ?? "";
	const claimed = page?.reading.canonicalUrl?.value ?? null;
	const canonical = page ? decideCanonical(page.url, claimed).url : null;
	const reading = page?.reading ?? null;
	const sources: Record<string, string> = {};
	const pick = <T>(field: string, ofPage: Found<T> | null | undefined, ofFeed: T | null): T | null => {
		if (ofPage) sources[field] = ofPage.from;
		else if (ofFeed !== null) sources[field] = "FEED";
		return ofPage?.value ?? ofFeed;
	};
	const headline = pick("headline", told?.headline, entry.title.trim() || null);
	const facts: ArticleFacts = {
		origin: told ? "PAGE" : entry.content?.trim() ? "FEED_CONTENT" : "FEED_SUMMARY",
		canonicalUrl: canonical,
		addresses: page ? [page.url] : [],
		description: pick("description", reading?.description, entry.summary),
		byline: pick("byline", reading?.byline, entry.authors.length > 0 ? entry.authors : null) ?? [],
		image: pick("image", reading?.image, entry.image),
		modifiedAt: pick("modifiedAt", reading?.modifiedAt, entry.updated?.at ?? null),
		dates: datesOf(entry, reading),
		factSources: sources,
	};
	const language = pick("language", reading?.language, entry.language ?? feed.language);
	if (reading?.canonicalUrl && canonical === decideCanonical(reading.canonicalUrl.value, null).url)
		sources.canonicalUrl = reading.canonicalUrl.from;
	return {
		url,
		headline: headline ?? undefined,
		text: told ? told.text : carried,
		language: isLanguageTag(language) ? language : undefined,
		source: { name: outletName(canonical ?? url, feed, reading) },
		facts,
	};
}

/** The article in a page that somebody hands in, with all that the page tells of it. */
export function gatherSubmittedPage(url: string, reading: PageReading): SubmittedArticle {
	const feed: EntryFeed = { title: null, sourceHost: "", language: null };
	const article = gatherArticle(NO_ENTRY, url, feed, { url, reading });
	return article.facts ? { ...article, facts: { ...article.facts, origin: "SUBMITTED" } } : article;
}

const NO_ENTRY: FeedEntry = {
	guid: null,
	url: null,
	title: "",
	summary: null,
	content: null,
	authors: [],
	language: null,
	image: null,
	categories: [],
	published: null,
	updated: null,
};

/** A page that is no article, or says less than the feed does, is not the better text. */
function isBetterText(reading: PageReading, entry: FeedEntry): boolean {
	const carried = (entry.content ?? entry.summary ?? "").length;
	return reading.isArticle && reading.text.length >= Math.min(carried, FULL_TEXT_LENGTH);
}

/** In the order of trust. An Atom entry may carry only the moment of its last change: that comes after what the page says. */
function datesOf(entry: FeedEntry, page: PageReading | null): DateCandidate[] {
	const ofFeed = (date: FeedDate | null): DateCandidate[] =>
		date ? [{ at: date.at, from: "FEED", text: date.text }] : [];
	const ofPage: DateCandidate[] = page?.publishedAt
		? [{ at: page.publishedAt.value, from: DATE_PROVENANCE[page.publishedAt.from] }]
		: [];
	return [...ofFeed(entry.published), ...ofPage, ...ofFeed(entry.updated)];
}

const DATE_PROVENANCE: Record<PageFact, DateCandidate["from"]> = {
	JSON_LD: "JSON_LD",
	OPEN_GRAPH: "META_TAG",
	META_TAG: "META_TAG",
	MARKUP: "BODY_TEXT",
	URL_PATH: "URL_PATH",
	BODY_TEXT: "BODY_TEXT",
};

/** The name of the outlet: as its page gives it; a feed's title where the article is on the feed's own site. */
function outletName(url: string, feed: EntryFeed, page: PageReading | null): string | undefined {
	if (page?.siteName) return page.siteName.value;
	const parsed = parseWebUrl(url);
	const isOwn = parsed.kind === "ok" && outletHost(parsed.url) === feed.sourceHost;
	return isOwn ? (feed.title ?? undefined) : undefined;
}

/** Feeds write "English" and "en_US" too; a tag that is none would refuse the article. */
function isLanguageTag(tag: string | null): tag is string {
	try {
		return tag !== null && Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}
