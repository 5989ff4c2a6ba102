import { htmlText } from "./html-text.js";
import { foldSpace } from "./plain-text.js";

/** No name is longer; a longer text is cut before it is looked at. */
const MAX_LENGTH = 500;

/**
 * The name in an author's line: "editor@daily.example (Ann Example)", "Ann Example <ann@…>" and "Ann Example (ann@…)" are Ann
 * Example. An address alone stays, as it is all there is. Null for an empty line.
 */
export function authorName(line: string): string | null {
	if (line === "") return null;
	// What stands in angle brackets and is an address would be taken for markup.
	const bare = line.slice(0, MAX_LENGTH).replace(/<\s*(?:mailto:)?([^\s<>@]+@[^\s<>@]+)\s*>/g, "($1)");
	const text = foldSpace(htmlText(bare)).replace(/\bmailto:/i, "");
	const inBrackets = /^([^()]*)\(([^()]*)\)\s*$/.exec(text);
	if (!inBrackets) return text || null;
	const [outside = "", inside = ""] = [inBrackets[1]?.trim(), inBrackets[2]?.trim()];
	if (isMailAddress(outside)) return inside || outside;
	if (isMailAddress(inside)) return outside || inside;
	return text;
}

/** Each name once, in order; the same in another case counts as the same. */
export function distinctNames(names: readonly (string | null)[]): string[] {
	if (!names.some(Boolean)) return [];
	const seen = new Map<string, string>();
	for (const name of names) {
		if (name && !seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name);
	}
	return [...seen.values()];
}

const isMailAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);
