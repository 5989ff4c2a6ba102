import { canonicalUrl, urlHash } from "./url.js";

/** What marks the address of an entry that has no page of its own: a fragment that no outlet writes. */
const MARK = /^#entry-[0-9a-f]{16}$/;

/**
 * The address of an entry that has none of its own: that of its feed or site, with a fragment that stands for the entry.
 * @param key SHA-256 in hex of what tells the entry apart.
 */
export function entryAddress(base: string, key: string): string {
	return `${base.split("#", 1)[0]}#entry-${key.slice(0, 16)}`;
}

/** An address in canonical spelling, and the key by which it is looked up. */
export interface ArticleAddress {
	/** SHA-256 in hex. */
	urlHash: string;
	url: string;
}

/** The canonical spelling of an article's address; the mark of an entry without a page of its own stays. */
export function articleAddress(url: URL): ArticleAddress {
	const canonical = `${canonicalUrl(url.href)}${MARK.test(url.hash) ? url.hash : ""}`;
	return { url: canonical, urlHash: urlHash(canonical) };
}

/** The server an address names: host, with the port where it is not the scheme's own. */
export function hostOf(url: string): string {
	return new URL(url).host;
}
