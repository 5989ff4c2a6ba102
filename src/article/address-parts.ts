/** What can be told of an article from its address alone. */
export interface AddressParts {
	path: string;
	segments: string[];
	query: Map<string, string>;
	/** Numbers and codes that name one article, of the last place that has any (the query before the path). */
	ids: Set<string>;
	/** Index of the segment that `ids` are from; -1 for the query or none. */
	idSegment: number;
	/** The last segment in lower case, without its file extension. */
	name: string;
	/** The words of the last segment that has several, else of the last; identifiers left out. */
	words: Set<string>;
	/** "2026/03/02" or "2026/03" where the path has a date, else "". */
	day: string;
}

/** Takes an address apart that is in the spelling of `canonicalUrl`. */
export function addressParts(url: URL): AddressParts {
	const segments = url.pathname.split("/").filter((segment) => segment !== "");
	const query = new Map(url.searchParams);
	const { ids, idSegment } = identifiers(segments, query);
	const name = withoutExtension(segments.at(-1) ?? "").toLowerCase();
	const day = DATE_PATH.exec(url.pathname);
	return {
		path: segments.map((segment) => `/${segment}`).join(""),
		segments,
		query,
		ids,
		idSegment,
		name,
		words: nameWords(segments),
		day: day ? day.slice(1).filter(Boolean).join("/") : "",
	};
}

const DATE_PATH = /\/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})(?:[/-](\d{1,2}))?(?=\/)/i;
const withoutExtension = (segment: string): string => segment.replace(/\.(?:[sx]?html?|php|aspx?|jsp|cms|ece)$/i, "");

/**
 * "story-12345678", "idUSKBN27S0K4", "cx2pk70323et": five digits, or a code of eight with letters and two digits; no
 * dates.
 */
function isIdentifier(token: string): boolean {
	if (/^\d+$/.test(token))
		return token.length >= 5 && !/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?$/.test(token);
	if (/^[a-z]{1,3}\d{5,}$/i.test(token)) return true;
	return token.length >= 8 && /\d.*\d/.test(token) && /[a-z]/i.test(token);
}

/** A number and the same number behind a letter or two ("a-123456", "art123456") are one. */
const bare = (token: string): string => token.toLowerCase().replace(/^[a-z]{1,3}(?=\d{5,}$)/, "");
const tokens = (text: string): string[] =>
	text
		.split(/[^A-Za-z0-9]+/)
		.filter(isIdentifier)
		.map(bare);

function identifiers(
	segments: readonly string[],
	query: ReadonlyMap<string, string>,
): { ids: Set<string>; idSegment: number } {
	const selected = [...query].flatMap(([, value]) => tokens(value));
	if (selected.length > 0) return { ids: new Set(selected), idSegment: -1 };
	for (let index = segments.length - 1; index >= 0; index--) {
		const found = tokens(segments[index] as string);
		if (found.length > 0) return { ids: new Set(found), idSegment: index };
	}
	return { ids: new Set(), idSegment: -1 };
}

function nameWords(segments: readonly string[]): Set<string> {
	for (let index = segments.length - 1; index >= Math.max(0, segments.length - 3); index--) {
		const words = wordsOf(segments[index] as string);
		if (words.length > 1) return new Set(words);
	}
	return new Set(wordsOf(segments.at(-1) ?? ""));
}

const wordsOf = (segment: string): string[] =>
	withoutExtension(segment)
		.toLowerCase()
		.split(/[-_+.,~]|%20/)
		.filter((word) => word !== "" && !isIdentifier(word));

/** Words at the head of paths of pages that list articles. */
const LISTS =
	/^(?:tags?|topics?|thema|themen|tema|temas|categor(?:y|ies)|kategorie|sections?|authors?|autor|search|suche|keywords?|labels?|archive|archiv)$/i;

/**
 * Whether the address is one article's, by its look: an identifier, a name of three words, a file or a name below a
 * date. "/news", "/world/europe", "/tag/quay-walls" are lists.
 */
export function isArticleLike({ segments, ids, words, day, query }: AddressParts): boolean {
	const last = segments.at(-1);
	if (last === undefined) return query.size > 0 && [...query.keys()].some(selectsPage);
	if (isBelowList(segments)) return false;
	if (ids.size > 0 || words.size >= 3) return true;
	if (day !== "") return !/^\d{1,2}$/.test(last);
	return withoutExtension(last) !== last && segments.length > 1
		? true
		: /^\d{4,}$/.test(last) && !/^(?:19|20)\d{2}$/.test(last);
}

/** Whether the path leads through a word for lists ("/tag/quay-walls"). */
export function isBelowList(segments: readonly string[]): boolean {
	return segments.slice(0, -1).some((segment) => LISTS.test(segment));
}

/** Parameters that by their name select a page, or a part of one. */
export function selectsPage(name: string): boolean {
	return /^(?:p|pg|page|seite|pagina|n|no|nr|num|a|s|q|v|y|d|start|offset|part|date|day|article|artikel|story|item|post|title|slug|key|uri|url|file|doc|content)$|id$/i.test(
		name,
	);
}

/** "2", "page2", "page-2", "seite_3": the further pages of an article or list. */
export function isPageNumber(segment: string): boolean {
	return /^(?:page|p|seite|pagina|part)?[-_]?\d{1,3}$|^page$/i.test(segment);
}
