import { parseUrl } from "../parse-url.js";

/** Longer than any real address; what is longer is an attack. */
const MAX_URL_LENGTH = 8_192;

/**
 * The address of something that may be fetched: http or https, with a host, without credentials; its fragment is dropped.
 * `base` resolves a relative one.
 * @returns the URL, or one line that says why it is not fetched.
 */
export function readWebAddress(
	text: string,
	base?: URL,
): { kind: "ok"; url: URL } | { kind: "refused"; reason: string } {
	const refuse = (reason: string) => ({ kind: "refused" as const, reason });
	if (text.length > MAX_URL_LENGTH) return refuse(`an address of ${text.length} characters; at most ${MAX_URL_LENGTH}`);
	const url = parseUrl(text, base);
	if (!url) return refuse("not a URL");
	if (url.protocol !== "http:" && url.protocol !== "https:") {
		return refuse(`the scheme "${url.protocol.slice(0, 20).replace(/:$/, "")}"; only http and https are fetched`);
	}
	if (url.username || url.password) return refuse(`${url.host}: a user name or password in the address`);
	url.hash = "";
	return { kind: "ok", url };
}

/** The port that a request to this URL goes to. */
export function portOf(url: { protocol: string; port: string }): string {
	return url.port || (url.protocol === "https:" ? "443" : "80");
}
