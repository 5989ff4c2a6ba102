import { decodeHTML } from "entities";
import type { FeedFormat, FeedLink } from "./feed-document.js";
import { foldSpace } from "./plain-text.js";
import { readTags } from "./read-tags.js";
import { webAddress } from "./web-address.js";

/** Pages that name more feeds are directories. */
const MAX_LINKS = 20;
/** Longer texts of links are cut. */
const MAX_TITLE = 200;

const FORMAT_OF_TYPE: Record<string, FeedFormat> = {
	"application/rss+xml": "RSS",
	"application/x-rss+xml": "RSS",
	"text/rss+xml": "RSS",
	"application/atom+xml": "ATOM",
	"text/atom+xml": "ATOM",
	"application/rdf+xml": "RDF",
	"application/feed+json": "JSON_FEED",
};
/** Types of many things, of which a feed is one: `rel` has said that it is another form of the page. */
const UNCLEAR_TYPES = new Set(["application/xml", "text/xml", "text/rss", "application/rss", "application/atom"]);

/**
 * The feeds that a page points to: first those that it declares (`<link rel="alternate" type="application/rss+xml">`), then
 * links that look like feeds ("/feed", "rss.xml"); feeds of comments last. Absolute http(s) URLs, resolved against the page's
 * `<base>`, each once, at most 20. Linear in the length of the page.
 */
export function findFeedLinks(html: string, pageUrl: string): FeedLink[] {
	const { base, declared, linked } = writtenLinks(html);
	const baseUrl = (base !== null && webAddress(base, pageUrl)) || pageUrl;
	const links = new Map<string, FeedLink>();
	for (const { href, title, type } of [...declared, ...linked]) {
		const url = webAddress(href, baseUrl);
		if (!url || links.has(url)) continue;
		links.set(url, { url, title: foldSpace(title) || null, format: FORMAT_OF_TYPE[type] ?? formatOfAddress(url) });
	}
	const ofComments = ({ url, title }: FeedLink): boolean => /comments?\b/i.test(`${url} ${title ?? ""}`);
	const all = [...links.values()];
	return [...all.filter((link) => !ofComments(link)), ...all.filter(ofComments)].slice(0, MAX_LINKS);
}

function formatOfAddress(url: string): FeedFormat | null {
	const { pathname, search } = new URL(url);
	const address = (pathname + search).toLowerCase();
	if (/\batom\b/.test(address)) return "ATOM";
	if (/\.rdf$|\/rdf\/?$/.test(address)) return "RDF";
	if (/\brss(?:2|20)?\b/.test(address)) return "RSS";
	return /feed\.json$/.test(address) ? "JSON_FEED" : null;
}

/** Whether an address alone looks like a feed's: what sites call theirs. */
function looksLikeFeed(href: string): boolean {
	return (
		/(?:^|[/.])(?:feeds?|rss\d?|atom|rdf)(?:\.(?:xml|php|aspx?|json))?\/?(?:[?#]|$)|\.(?:rss|atom|rdf)(?:[?#]|$)|(?:rss|atom|feed|index)\.xml(?:[?#]|$)|[?&](?:feed|format|type)=(?:rss2?|atom|feed)\b/i.test(
			href,
		) || /^https?:\/\/(?:feeds\.feedburner\.com|feeds2\.feedburner\.com|rss\.[^/]+)\/[^/]/i.test(href)
	);
}

interface WrittenLink {
	href: string;
	title: string;
	type: string;
}

const ELEMENTS: ReadonlySet<string> = new Set(["a", "link", "base"]);

/** The links of a page that may be feeds, as written. */
function writtenLinks(html: string): { base: string | null; declared: WrittenLink[]; linked: WrittenLink[] } {
	let base: string | null = null;
	const declared: WrittenLink[] = [];
	const linked: WrittenLink[] = [];
	/** The link whose text is being read. */
	let open: WrittenLink | null = null;
	readTags(html, ELEMENTS, {
		start(name, attributes) {
			const href = attributes.get("href");
			if (!href) return;
			const type = attributes.get("type")?.toLowerCase().split(";")[0]?.trim() ?? "";
			const link: WrittenLink = { href, title: attributes.get("title") ?? "", type };
			if (name === "base") base ??= href;
			else if (name === "link") {
				if (declared.length < MAX_LINKS && isDeclaredFeed(link, attributes.get("rel") ?? "")) declared.push(link);
			} else if (linked.length < MAX_LINKS && (type in FORMAT_OF_TYPE || looksLikeFeed(href))) {
				linked.push(link);
				open = link.title ? null : link;
			}
		},
		end(name) {
			if (name === "a") open = null;
		},
		text(raw) {
			if (open && open.title.length < MAX_TITLE) open.title += decodeHTML(raw.slice(0, MAX_TITLE));
		},
	});
	return { base, declared, linked };
}

function isDeclaredFeed({ href, type }: WrittenLink, relation: string): boolean {
	const rel = relation.toLowerCase().split(/\s+/);
	if (rel.includes("stylesheet") || rel.includes("icon")) return false;
	if (rel.includes("feed")) return true;
	if (!rel.includes("alternate")) return false;
	if (type in FORMAT_OF_TYPE || UNCLEAR_TYPES.has(type)) return true;
	// WordPress declares its programming interface as "application/json".
	return (type === "" || type === "application/json") && looksLikeFeed(href);
}
