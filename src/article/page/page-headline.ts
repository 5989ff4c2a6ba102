import { squeeze } from "./text-blocks.js";

/** What stands between a headline and the name of a site. */
const SEPARATOR = /\s+[|\-–—:·•»«/~]+\s+|\s*[|»]\s*/;

/** Two spellings of one headline, of which the shorter may be cut, share at least this part of the longer one. */
const MIN_SHARED = 0.6;

/** Shorter starts say nothing. */
const MIN_LETTERS = 8;

/** Whether two texts are the same headline: equal by letters and digits, or one begins (or ends) the other and is most of it. */
export function agree(one: string, other: string): boolean {
	const [short, long] = [squeeze(one), squeeze(other)].sort((a, b) => a.length - b.length) as [string, string];
	if (short === "" || short === long) return short !== "";
	if (short.length < MIN_LETTERS || short.length < MIN_SHARED * long.length) return false;
	return long.startsWith(short) || long.endsWith(short);
}

/**
 * A title without the name of its site before or after it ("Quay collapses | The Daily", "The Daily: Quay collapses").
 * @param siteNames names of the site, its host among them.
 * @param others other candidates; what agrees with one of them without its last part is so much shorter.
 */
export function withoutSiteName(title: string, siteNames: readonly string[], others: readonly string[]): string {
	const parts = title.split(SEPARATOR);
	if (parts.length < 2 || parts.length > 20) return title;
	const known = new Set(others.map(squeeze));
	for (let kept = parts.length - 1; kept >= 1; kept--) {
		const start = title.slice(0, endOfParts(title, parts, kept));
		if (known.has(squeeze(start))) return start;
	}
	const sites = siteNames.map(squeeze).filter((name) => name.length >= 2);
	const isSite = (part: string): boolean => {
		const name = squeeze(part);
		if (name.length < 2) return false;
		return sites.some((site) => {
			if (site === name) return true;
			if (Math.min(site.length, name.length) < 3) return false;
			return site.startsWith(name) || site.endsWith(name) || name.startsWith(site) || name.endsWith(site);
		});
	};
	const last = parts.at(-1) ?? "";
	if (isSite(last) && last.length < title.length / 2) {
		return withoutSiteName(title.slice(0, endOfParts(title, parts, parts.length - 1)), siteNames, others);
	}
	const first = parts[0] ?? "";
	if (isSite(first) && first.length < title.length / 2) return title.slice(title.indexOf(parts[1] ?? "", first.length));
	return title;
}

/** Where the first parts of a split title end in it. */
function endOfParts(title: string, parts: readonly string[], count: number): number {
	let end = 0;
	for (const part of parts.slice(0, count)) end = title.indexOf(part, end) + part.length;
	return end;
}

/**
 * The place of the headline among candidates in the order in which they are believed: the first that another one confirms, in
 * its longest spelling if it was cut ("…"), else the first. -1 if there is none.
 */
export function chooseHeadline(candidates: readonly string[]): number {
	for (const [index, candidate] of candidates.entries()) {
		const confirmed = candidates.some((other, at) => at !== index && agree(candidate, other));
		if (!confirmed) continue;
		if (!/(…|\.\.\.)$/.test(candidate)) return index;
		const whole = candidates.findIndex((other) => other.length > candidate.length && agree(candidate, other));
		return whole >= 0 ? whole : index;
	}
	return candidates.length > 0 ? 0 : -1;
}
