import { parseUrl } from "../parse-url.js";

/** Longer than any real address; what is longer is an attack or a payload. */
const MAX_LENGTH = 8_192;

/**
 * An address in a feed or page as an absolute http(s) URL: relative ones are resolved, "feed:" is http, "www." at the start is a
 * host, "&amp;" is "&" (written twice), and line ends in it are none of it. Null for what is no web address.
 */
export function webAddress(text: string, base: string): string | null {
	if (text.length > MAX_LENGTH) return null;
	let address = text
		.trim()
		.replace(/\s*[\r\n]+\s*/g, "")
		.replaceAll("&amp;", "&");
	address = address.replace(/^feed:(?:\/\/)?(?=https?:)/i, "").replace(/^feed:/i, "http:");
	if (/^www\.[^/\s]+\.[^/\s]/i.test(address)) address = `http://${address}`;
	if (address === "" && text !== "") return null;
	const url = parseUrl(address, base);
	if (!url) return null;
	return (url.protocol === "http:" || url.protocol === "https:") && url.hostname !== "" ? url.href : null;
}

/** Whether a text is an absolute web address as it stands. */
export function isWebAddress(text: string | null): text is string {
	return text !== null && /^https?:\/\/[^\s/]/i.test(text) && parseUrl(text) !== null;
}
