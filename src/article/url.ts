import { createHash } from "node:crypto";
import { parseUrl } from "../parse-url.js";
import { bareHost, mainHost, mainPath, withoutAmpCache } from "./main-address.js";
import { isTracking } from "./tracking-parameters.js";

/** Longer than any real article's address; what is longer is an attack or a data: payload. */
const MAX_URL_LENGTH = 8_192;

/**
 * The address of a web page, checked: http or https, with a host, without credentials.
 * @returns the URL, or the reason why it is none.
 */
export function parseWebUrl(value: string): { kind: "ok"; url: URL } | { kind: "invalid"; reason: string } {
	if (value.length > MAX_URL_LENGTH) return { kind: "invalid", reason: `is longer than ${MAX_URL_LENGTH} characters` };
	const trimmed = value.trim();
	const url = parseUrl(trimmed);
	if (!url) return { kind: "invalid", reason: "is not a URL" };
	if (url.protocol !== "http:" && url.protocol !== "https:") {
		return { kind: "invalid", reason: `has the scheme "${url.protocol.slice(0, -1)}"; only http and https are read` };
	}
	if (url.username || url.password) return { kind: "invalid", reason: "carries a user name or password" };
	return { kind: "ok", url };
}

/**
 * One spelling for one page (RFC 3986 §6.2, and what outlets do):
 * - http is https, default ports go, names in other scripts are punycode;
 * - AMP caches, AMP pages and mobile hosts become the main page; `www.` stays, see `urlHash`;
 * - no duplicate or trailing slashes, dot segments, index files, session ids; percent-encoding only where needed, in capitals;
 * - no tracking parameters, the others in order of their names;
 * - no fragment, but `#!/…`, which selects a page on sites of one page.
 *
 * Idempotent. What `parseWebUrl` refuses comes back trimmed.
 */
export function canonicalUrl(url: string): string {
	const parsed = parseWebUrl(url);
	if (parsed.kind === "invalid") return url.trim();
	const page = withoutAmpCache(parsed.url);
	const port = page.port === "" || page.port === "443" ? "" : `:${page.port}`;
	const path = pathOf(page);
	const query = queryOf(page, path);
	const hash = page.hash.startsWith("#!") && page.hash.length > 2 ? page.hash : "";
	return `https://${mainHost(page.hostname)}${port}${path || (query || hash ? "/" : "")}${query}${hash}`;
}

/**
 * SHA-256 in hex: the key by which an address is looked up (a URL can be longer than an index entry). With and without
 * `www.` the key is the same: which of the two an outlet prefers cannot be told from the address.
 */
export function urlHash(canonical: string): string {
	return createHash("sha256")
		.update(canonical.replace(/^(https?:\/\/)www\./, "$1"))
		.digest("hex");
}

/** The host that identifies an outlet: `www.`, `m.` and AMP caches are doors of the same house. */
export function outletHost(url: URL): string {
	return bareHost(withoutAmpCache(url).hostname.toLowerCase());
}

/** "" or "/a/b" */
function pathOf({ pathname }: URL): string {
	const spelled = respell(pathname, PATH_OCTETS).replace(/(?<=[^/.;])(?:;jsessionid=[^/;]*)+/gi, "");
	const segments = mainPath(spelled.split("/").filter((segment) => segment !== ""));
	return segments.map((segment) => `/${segment}`).join("");
}

/** "" or "?a=1&b" */
function queryOf({ search }: URL, path: string): string {
	const kept: { name: string; written: string }[] = [];
	for (const part of search.slice(1).split("&")) {
		// "&amp;" is what a page's source has for "&", and feeds repeat.
		const written = respell(part.replace(/^(?:amp;)+/, "").replaceAll("+", "%20"), UNRESERVED);
		if (written === "") continue;
		const cut = written.indexOf("=");
		const name = decoded(cut < 0 ? written : written.slice(0, cut));
		const value = decoded(cut < 0 ? "" : written.slice(cut + 1));
		if (!isTracking(name, value) && !isBlogView(name, value, path)) kept.push({ name, written });
	}
	kept.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	return kept.length > 0 ? `?${kept.map(({ written }) => written).join("&")}` : "";
}

/** Blogger shows its pages ("/2026/03/quay.html") to telephones with `m=1`; elsewhere "m" may be a month. */
const isBlogView = (name: string, value: string, path: string): boolean =>
	name === "m" && (value === "0" || value === "1") && /^\/\d{4}\/\d{2}\/[^/]+\.html$/.test(path);

const UNRESERVED = /[A-Za-z0-9\-._~]/;
/** In a path these mean the same encoded or not, to all servers that are known. */
const PATH_OCTETS = /[A-Za-z0-9\-._~!'()*,:@]/;

/**
 * One spelling of percent-encoding: capitals, and none where the character can stand for itself. A stray "%" is
 * encoded.
 */
function respell(text: string, plain: RegExp): string {
	return text
		.replace(/%(?![0-9a-f]{2})/gi, "%25")
		.replace(/%[0-9a-f]{2}/gi, (octet) => {
			const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
			return plain.test(character) ? character : octet.toUpperCase();
		})
		.replace(/[|^[\]`{}"]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
