import { createHash } from "node:crypto";
import normalizeUrl from "normalize-url";

/** Longer than any real article's address; what is longer is an attack or a data: payload. */
const MAX_URL_LENGTH = 8_192;

/** Parameters that say how a reader came to the page, not which page it is. */
const TRACKING = [
	/^utm_/i,
	/^(fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|ocid|cmpid|ftag|smid|s_cid|at_medium|at_campaign)$/i,
];

/**
 * The address of a web page, checked: http or https, with a host, without credentials.
 * @returns the URL, or the reason why it is none.
 */
export function parseWebUrl(value: string): { kind: "ok"; url: URL } | { kind: "invalid"; reason: string } {
	if (value.length > MAX_URL_LENGTH) return { kind: "invalid", reason: `is longer than ${MAX_URL_LENGTH} characters` };
	const trimmed = value.trim();
	const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
	if (!url) return { kind: "invalid", reason: "is not a URL" };
	if (url.protocol !== "http:" && url.protocol !== "https:") {
		return { kind: "invalid", reason: `has the scheme "${url.protocol.slice(0, -1)}"; only http and https are read` };
	}
	if (url.username || url.password) return { kind: "invalid", reason: "carries a user name or password" };
	return { kind: "ok", url };
}

/**
 * One spelling for one page: https and http are one, no fragment, no tracking parameters, no trailing slash, parameters
 * in order. Idempotent.
 */
export function canonicalUrl(url: string): string {
	return normalizeUrl(url, {
		forceHttps: true,
		stripHash: true,
		stripWWW: false,
		sortQueryParameters: true,
		removeTrailingSlash: true,
		removeQueryParameters: TRACKING,
	});
}

/** SHA-256 in hex: the key by which a URL is looked up (a URL can be longer than an index entry). */
export function urlHash(canonical: string): string {
	return createHash("sha256").update(canonical).digest("hex");
}

/** The host that identifies an outlet: `www.` and `m.` are doors of the same house. */
export function outletHost(url: URL): string {
	return url.hostname.toLowerCase().replace(/^(www|m|amp)\./, "");
}
