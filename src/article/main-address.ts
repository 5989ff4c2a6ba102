import { getDomain } from "tldts";
import { parseUrl } from "../parse-url.js";

/**
 * The main address of what is also served as AMP page, from an AMP cache or from a mobile host. Sources: AMP cache
 * URL format (amp.dev/documentation/guides-and-tutorials/learn/amp-caches-and-cors/amp-cache-urls), and the habits of
 * outlets.
 */

/** Hosts of caches, and paths on a search engine, under which other hosts' pages are served. */
const CACHE_HOST = /\.(?:cdn\.ampproject\.org|bing-amp\.com)$/;
const CACHE_PATH = /^\/(?:c|v|a|wp|mbv|sf)\/(?:s\/)?(?=[^/])/;
const VIEWER_HOST = /^(?:www\.)?(?:google\.[a-z]{2,3}(?:\.[a-z]{2})?|bing\.com)$/;
const VIEWER_PATH = /^\/amp\/(?:s\/)?(?=[^/])/;

/** The page that an AMP cache's address stands for; the page itself where it is none. Caches of caches are followed. */
export function withoutAmpCache(page: URL): URL {
	let current = page;
	for (;;) {
		const inner = cachedPage(current);
		// Each step cuts at least the path's prefix, so this ends.
		if (!inner) return current;
		current = inner;
	}
}

function cachedPage({ hostname, pathname, search, hash }: URL): URL | null {
	const prefix = CACHE_HOST.test(hostname)
		? CACHE_PATH.exec(pathname)
		: VIEWER_HOST.test(hostname)
			? VIEWER_PATH.exec(pathname)
			: null;
	const address = prefix && `https://${pathname.slice(prefix[0].length)}${search}${hash}`;
	const inner = address ? parseUrl(address) : null;
	if (!inner) return null;
	return inner.username || inner.password || !registrable(inner.hostname) ? null : inner;
}

/**
 * The domain that somebody registered, by the Public Suffix List ("bbc.co.uk", "someone.blogspot.com"); null for
 * addresses and bare suffixes.
 */
export function registrable(host: string): string | null {
	return getDomain(host, { allowPrivateDomains: true, extractHostname: false });
}

const MOBILE = new Set(["m", "mobile", "amp"]);

/**
 * A host name without the labels of mobile and AMP hosts. What is left is `www.` and the domain where the domain
 * alone would be left: more outlets answer there than at the bare domain.
 */
export function mainHost(hostname: string): string {
	const host = withoutDot(hostname);
	const domain = registrable(host);
	if (!domain || domain === host) return host;
	const labels = host.slice(0, -domain.length - 1).split(".");
	const left = labels.filter((label) => !MOBILE.has(label));
	if (left.length === labels.length) return host;
	return `${left.length > 0 ? left.join(".") : "www"}.${domain}`;
}

/** A host name without the labels that are doors of the same house: `www`, `www2`, `m`, `mobile`, `amp`. */
export function bareHost(hostname: string): string {
	const host = withoutDot(hostname);
	const domain = registrable(host);
	if (!domain || domain === host) return host;
	const labels = host.slice(0, -domain.length - 1).split(".");
	return [...labels.filter((label) => !MOBILE.has(label) && !/^www\d?$/.test(label)), domain].join(".");
}

/** "example.com." is the same host, spelled fully. */
const withoutDot = (host: string): string => host.replace(/(?<=[^.])\.$/, "");

/** Pages that list others: "/tag/amp" is about amplifiers, or about AMP. */
const LISTS = new Set(
	"tag tags topic topics category categories section sections search author authors wiki product products keyword keywords label labels archive shop".split(
		" ",
	),
);
const DIRECTORY_INDEX = /^(?:index|default)\.(?:[sx]?html?|php\d?|aspx?|jsp|cfm)$/i;
const AMP_FILE = /^(.*[^.])\.amp(\.[sx]?html?)?$/i;
const NUMBERED = /\d{5}/;

/** The segments of a path without what only says that it is the AMP page of it, or the index file of a directory. */
export function mainPath(segments: readonly string[]): string[] {
	const path = [...segments];
	while (path.length > 1 && path[0] === "amp" && !LISTS.has(path[1] as string)) path.shift();
	for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
		const file = AMP_FILE.exec(last);
		if (file) path[path.length - 1] = `${file[1]}${file[2] ?? ""}`;
		else if (DIRECTORY_INDEX.test(last) || isAmpEnd(last, path)) path.pop();
		else break;
	}
	// "/news/amp/world-europe-12345678"
	const inner = path.length - 2;
	if (inner > 0 && path[inner] === "amp" && NUMBERED.test(path[inner + 1] as string)) path.splice(inner, 1);
	return path;
}

function isAmpEnd(last: string, path: readonly string[]): boolean {
	if (!/^amp(?:\.html?)?$/i.test(last)) return false;
	const parent = path.at(-2);
	return parent !== undefined && !LISTS.has(parent.toLowerCase());
}
