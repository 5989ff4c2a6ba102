import robotsParserModule from "robots-parser";
import type { FetchResult } from "./fetch-bytes.js";
import { readWebAddress } from "./web-address.js";

/** The package *is* this function at run time; its types say that it has it as `default`. */
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

/** What a host lets robots do. */
export type RobotsAnswer =
	| { kind: "rules"; text: string }
	| { kind: "allow-all"; reason: string }
	| { kind: "disallow-all"; reason: string };

/**
 * What the answer to an unconditional request for robots.txt means (RFC 9309 §2.3.1): a host that has none allows all; one
 * that fails, or that asks to be left alone (429), allows nothing until it answers. Of endless redirects the RFC says the
 * file is not there.
 */
export function readRobots(result: FetchResult): RobotsAnswer {
	if (result.kind === "ok") return { kind: "rules", text: new TextDecoder().decode(result.bytes) };
	if (result.kind === "not-modified") return { kind: "disallow-all", reason: "robots.txt: 304 without a copy of it" };
	const { code, message } = result;
	if (code === "HTTP_CLIENT_ERROR" || code === "GONE" || code === "REDIRECTS") {
		return { kind: "allow-all", reason: `no robots.txt (${message})` };
	}
	return { kind: "disallow-all", reason: `robots.txt cannot be read (${message})` };
}

/** As much of a robots.txt as is read, in characters: what RFC 9309 §2.5 wants read at least. */
const MAX_ROBOTS_LENGTH = 512_000;

/** A longer delay than a day would mean "never", which `Disallow` is for. */
const MAX_DELAY_SECONDS = 86_400;

/**
 * Whether a robots.txt lets us fetch a URL of its host, and how long it wants us to wait between two requests (seconds, a
 * day at most; null where it does not say). The group that names our product, the part of the user agent before the first
 * "/", counts alone, else that for "*" (RFC 9309 §2.2.1). Rules that would take too long to match allow nothing.
 */
export function mayFetch(
	robotsText: string,
	url: string,
	userAgent: string,
): { allowed: boolean; crawlDelaySeconds: number | null } {
	const address = readWebAddress(url);
	if (address.kind === "refused") return { allowed: false, crawlDelaySeconds: null };
	const { pathname, search, origin, href } = address.url;
	const token = productToken(userAgent);
	const lines = ourLines(robotsText, token);
	const robots = robotsParser(`${origin}/robots.txt`, lines.join("\n"));
	const delay = robots.getCrawlDelay(token) ?? 0;
	const crawlDelaySeconds = delay > 0 ? Math.min(delay, MAX_DELAY_SECONDS) : null;
	// The file itself may always be asked for.
	if (pathname === "/robots.txt") return { allowed: true, crawlDelaySeconds };
	const allowed = matchingCost(lines, pathname + search) <= MAX_COST && robots.isAllowed(href, token) !== false;
	return { allowed, crawlDelaySeconds };
}

/** RFC 9309 §2.2.1: letters, "_" and "-". "*" for a name without any. */
function productToken(name: string): string {
	return /^[a-z_-]+/i.exec(name.trim())?.[0].toLowerCase() ?? "*";
}

/**
 * The rules for our product and for "*", each name once in its group: the parser copies every rule of a group for every
 * name, which is quadratic in a file of many names and many rules.
 */
function ourLines(robotsText: string, token: string): string[] {
	const text = robotsText.replace(/^\ufeff/, "");
	const whole = text.length <= MAX_ROBOTS_LENGTH;
	// A rule that is cut would say more than it did.
	const read = whole ? text : text.slice(0, text.lastIndexOf("\n", MAX_ROBOTS_LENGTH) + 1);
	const kept: string[] = [];
	let named = new Set<string>();
	let inNames = false;
	for (const line of read.split(/\r\n|\r|\n/)) {
		const [, field, value] = /^\s*(user-agent|allow|disallow|crawl-delay)\s*:([^#]*)/i.exec(line) ?? [];
		if (field === undefined) continue;
		if (field.toLowerCase() !== "user-agent") {
			inNames = false;
			if (named.size > 0) kept.push(line);
			continue;
		}
		if (!inNames) named = new Set();
		inNames = true;
		const written = (value ?? "").trim();
		const name = written.startsWith("*") ? "*" : productToken(written);
		const isOurs = written.startsWith("*") || (name === token && name !== "*");
		if (!isOurs || named.has(name)) continue;
		named.add(name);
		kept.push(`User-agent: ${name}`);
	}
	return kept;
}

/** About a tenth of a second. A thousand rules of 50 characters with wildcards against a URL of 200 are a fifth of it. */
const MAX_COST = 50_000_000;

/** What matching one rule costs before its first character, for each character of the path: a list of that length. */
const COST_OF_A_RULE = 4;

/** Steps that matching takes at most: from a wildcard on, each character of a rule is held against all of the path. */
function matchingCost(lines: readonly string[], path: string): number {
	let steps = 0;
	for (const line of lines) steps += COST_OF_A_RULE + (line.includes("*") ? line.length : 0);
	return steps * path.length;
}
