import { HYPHEN_ENDINGS } from "../en/entity-words.js";
import type { Token } from "../tokens.js";
import { isFamilyFirst, isGivenName } from "./gazetteer.js";
import { isCapital, touches } from "./letters.js";

/** The small part of a given name behind a hyphen ("Kai-shek", "Jae-myung") is not longer. */
const MAX_SMALL_PART = 7;

/** A small word between two hyphens ("Rostov-on-Don") is not longer. */
const MAX_SMALL_WORD = 3;

/** How many tokens a name goes on by at the hyphen `at`: "Port-au-Prince", "Anne-Laure", "Chiang Kai-shek"; 0 for "US-led". */
export function hyphenStep(tokens: readonly Token[], first: number, at: number, limit: number): number {
	const dash = tokens[at] as Token;
	const next = at + 1 < limit ? tokens[at + 1] : undefined;
	if (!next || !touches(tokens[at - 1], dash) || !touches(dash, next)) return 0;
	if (isCapital(next)) return 2;
	const after = at + 3 < limit ? tokens[at + 3] : undefined;
	if (next.text.length <= MAX_SMALL_WORD && tokens[at + 2]?.text === "-" && after && isCapital(after)) return 4;
	return isGivenPart(tokens, first, at) && isSmallPart(next) ? 2 : 0;
}

/** The word before the hyphen is the second one of a name that begins with a family name ("Moon Jae-in"). */
function isGivenPart(tokens: readonly Token[], first: number, at: number): boolean {
	if (at < 2 || at - 2 < first) return false;
	const family = (tokens[at - 2] as Token).text;
	return isFamilyFirst(family) && !isGivenName((tokens[at - 1] as Token).text);
}

function isSmallPart({ text, lower }: Token): boolean {
	return text.length <= MAX_SMALL_PART && /^\p{Ll}+$/u.test(text) && !HYPHEN_ENDINGS.has(lower);
}

/** True for a piece of the word before it, where a tokenizer has cut at a letter that is not ASCII ("Wałęsa"). */
export function joinsWord(tokens: readonly Token[], at: number): boolean {
	const before = tokens[at - 1];
	const token = tokens[at] as Token;
	if (!before || !touches(before, token)) return false;
	const last = before.text.charCodeAt(before.text.length - 1);
	if (last < 128 && token.text.charCodeAt(0) < 128) return false;
	return /[\p{L}\p{M}]$/u.test(before.text) && /^[\p{L}\p{M}]/u.test(token.text);
}
