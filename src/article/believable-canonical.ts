import { parseUrl } from "../parse-url.js";
import {
	type AddressParts,
	addressParts,
	isArticleLike,
	isBelowList,
	isPageNumber,
	selectsPage,
} from "./address-parts.js";
import { bareHost, registrable } from "./main-address.js";
import { canonicalUrl, outletHost, parseWebUrl } from "./url.js";

/** Why a page's own word for its address was believed. */
export type BelievedReason =
	/** Both are one address already. */
	| "same-address"
	/** Parameters that select nothing were left out or added. */
	| "same-path"
	/** One identifier stands in both. */
	| "same-id"
	/** The last segment is the same, or says the same with few words changed. */
	| "same-name"
	| "similar-name"
	/** A short address ("/?p=123", "/node/123") stands for one with a name. */
	| "short-address";

/** Why it was not. */
export type DoubtedReason =
	| "no-claim"
	| "not-an-address"
	| "other-outlet"
	| "front-page"
	| "list-page"
	/** It leaves out what selects the page ("?id=5", "?page=2"): every page of the site would say the same. */
	| "drops-selection"
	| "another-article";

export interface CanonicalDecision {
	/** In the spelling of `canonicalUrl`. */
	url: string;
	reason: BelievedReason | DoubtedReason;
}

/**
 * Which address a page is kept under: the one that it claims (`rel=canonical`, `og:url`) where that is believable,
 * else the one it was fetched from. Templates often claim the front page, a section or the last article for every
 * page, and whoever controls a page could claim another outlet's: a claim must stay within the outlet and be about
 * the same article. A claim may be relative to the fetched address. Nothing throws.
 */
export function decideCanonical(fetchedUrl: string, claimed: string | null): CanonicalDecision {
	const fetched = parseWebUrl(fetchedUrl);
	const url = canonicalUrl(fetchedUrl);
	if (fetched.kind === "invalid") return { url, reason: "not-an-address" };
	const written = claimed?.trim() ?? "";
	if (written === "") return { url, reason: "no-claim" };
	const claim = resolved(written, fetched.url);
	if (!claim) return { url, reason: "not-an-address" };
	const other = canonicalUrl(claim.href);
	if (other === url) return { url, reason: "same-address" };
	if (!isSameOutlet(new URL(url), new URL(other))) return { url, reason: "other-outlet" };
	const { believed, reason } = compare(addressParts(new URL(url)), addressParts(new URL(other)));
	return { url: believed ? other : url, reason };
}

function resolved(written: string, base: URL): URL | null {
	const url = parseUrl(written, base);
	if (!url) return null;
	const parsed = parseWebUrl(url.href);
	return parsed.kind === "ok" ? parsed.url : null;
}

/** Names of hosts under which one outlet shows the same articles to other readers ("edition.cnn.com"). */
const EDITION = /^(?:edition|editions|us|uk|eu|int|international|global|news|beta|web|wap|touch|lite|text|new)$/;

/**
 * Whether both are one outlet's. Hosts of one registered domain are so only where the rest are names of editions:
 * elsewhere a subdomain may be anybody's ("someone.blogs.example").
 */
function isSameOutlet(a: URL, b: URL): boolean {
	if (a.port !== b.port) return false;
	return outletHost(a) === outletHost(b) || withoutEdition(a) === withoutEdition(b);
}

function withoutEdition({ hostname }: URL): string {
	const host = bareHost(hostname);
	const domain = registrable(host);
	if (!domain || domain === host) return host;
	const labels = host.slice(0, -domain.length - 1).split(".");
	return [...labels.filter((label) => !EDITION.test(label)), domain].join(".");
}

type Comparison = { believed: true; reason: BelievedReason } | { believed: false; reason: DoubtedReason };
const yes = (reason: BelievedReason): Comparison => ({ believed: true, reason });
const no = (reason: DoubtedReason): Comparison => ({ believed: false, reason });

/** The checks in order: what a claim can only be wrong about first, then what makes it right. */
function compare(here: AddressParts, there: AddressParts): Comparison {
	if (here.path === there.path) return compareQueries(here, there);
	if (there.segments.length === 0 && there.query.size === 0) return no("front-page");
	if (isBelowList(there.segments) && !isBelowList(here.segments)) return no("list-page");
	if (there.path.startsWith(`${here.path}/`) && isPageNumber(there.segments.at(-1) ?? "")) return no("another-article");
	if (here.path.startsWith(`${there.path}/`)) return compareWithParent(here, there);
	if (share(here.ids, there.ids)) return isArticleLike(there) ? yes("same-id") : no("list-page");
	const conflict = here.ids.size > 0 && there.ids.size > 0;
	if (sameName(here, there)) return conflict ? no("another-article") : yes("same-name");
	if (!isArticleLike(there)) return no("list-page");
	if (conflict || isOtherDay(here, there)) return no("another-article");
	if (isSimilar(here, there)) return yes("similar-name");
	return isShort(here) ? yes("short-address") : no("another-article");
}

function compareQueries(here: AddressParts, there: AddressParts): Comparison {
	for (const [name, value] of there.query) {
		if (here.query.has(name) && here.query.get(name) !== value) return no("another-article");
	}
	const dropped = [...here.query.keys()].filter((name) => !there.query.has(name));
	if (dropped.some(selectsPage)) return no("drops-selection");
	if (isArticleLike(here)) return yes("same-path");
	if (dropped.length > 0) return no(here.segments.length === 0 ? "front-page" : "drops-selection");
	return no("another-article");
}

/** Ways to show an article, as they stand behind its path. */
const VIEWS = /^(?:amp|print|printable|full|all|single|comments?|photos?|gallery|video|share|live|post|index)$/i;

/**
 * A claim of what stands above: the article of a live page's post or of a print view, or the section of every
 * article.
 */
function compareWithParent(here: AddressParts, there: AddressParts): Comparison {
	const rest = here.segments.slice(there.segments.length);
	if (there.segments.length === 0) return no("front-page");
	if (!isArticleLike(there)) return no("list-page");
	if (rest.every((segment) => VIEWS.test(segment))) return yes("same-name");
	if (rest.some(isPageNumber)) return no("another-article");
	return there.ids.size > 0 && there.idSegment === there.segments.length - 1 ? yes("same-id") : no("another-article");
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	for (const item of a) if (b.has(item)) return true;
	return false;
}

/** One last segment in another directory. At the top of a site a single word is a section. */
function sameName(here: AddressParts, there: AddressParts): boolean {
	return here.name !== "" && here.name === there.name && (there.words.size >= 2 || there.segments.length >= 2);
}

const isOtherDay = (here: AddressParts, there: AddressParts): boolean =>
	here.day !== "" && there.day !== "" && here.day !== there.day;

/**
 * Of two names whose headline was edited half of the words stay. Two numbers that differ are two articles of a
 * series.
 */
const SIMILAR_WORDS = 0.5;
const MIN_SHARED_WORDS = 3;

function isSimilar(here: AddressParts, there: AddressParts): boolean {
	const shared = [...here.words].filter((word) => there.words.has(word)).length;
	const numbers = (words: ReadonlySet<string>) => [...words].filter((word) => /^\d+$/.test(word)).join(" ");
	if (numbers(here.words) !== numbers(there.words)) return false;
	const all = here.words.size + there.words.size - shared;
	return shared >= MIN_SHARED_WORDS && shared >= SIMILAR_WORDS * all;
}

/** An address without a name of its own: only a number or a code tells the article. */
function isShort({ words, query, segments }: AddressParts): boolean {
	if (words.size > 1) return false;
	return [...query.keys()].some(selectsPage) || /\d/.test(segments.at(-1) ?? "");
}
