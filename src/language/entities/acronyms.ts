import type { EntityType } from "../analysis.js";
import { NAME_LINKS } from "../en/entity-words.js";
import type { Token, TokenizedText } from "../tokens.js";
import type { FoundName } from "./found-name.js";
import { isCapital } from "./letters.js";

/** What an acronym stands for in this article. */
export interface Expansion {
	name: string;
	type: EntityType;
}

/** Words left out when initials are compared with an acronym. */
const SMALL_WORD = /^\p{Ll}/u;

/** Of the words of a long name, as many at its beginning may be missing from its acronym ("Iranian ... Corps (IRGC)"). */
const MAX_EXTRA_WORDS = 2;

const MIN_LETTERS = 2;
const MAX_LETTERS = 10;

/**
 * Acronyms introduced in brackets, either way round: "Islamic Revolutionary Guard Corps (IRGC)", "IRGC (Islamic ...)".
 * The initials must agree. Keys are the acronym, and the long name where no list knows it.
 */
export function readAcronyms(doc: TokenizedText, found: readonly FoundName[]): Map<string, Expansion> {
	const acronyms = new Map<string, Expansion>();
	for (let index = 0; index + 1 < found.length; index++) {
		const left = found[index] as FoundName;
		const right = found[index + 1] as FoundName;
		if (right.first !== left.end + 1 || doc.tokens[left.end]?.text !== "(") continue;
		if (doc.tokens[right.end]?.text !== ")") continue;
		const [short, long] = isAcronymOf(right.mention.text, left.mention.text) ? [right, left] : [left, right];
		if (!isAcronymOf(short.mention.text, long.mention.text)) continue;
		const type = long.mention.type === "PERSON" ? "ORGANIZATION" : long.mention.type;
		acronyms.set(short.mention.text, { name: long.mention.name, type });
		if (!long.listed) acronyms.set(long.mention.text, { name: long.mention.name, type });
	}
	return acronyms;
}

/** Do the initials of the long name, with or without its small words, spell the acronym? */
export function isAcronymOf(short: string, long: string): boolean {
	const letters = lettersOf(short);
	if (letters === null) return false;
	const words = long.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word));
	const capital = words.filter((word) => !SMALL_WORD.test(word));
	for (let from = 0; from <= MAX_EXTRA_WORDS; from++) {
		if (initials(words.slice(from)) === letters || initials(capital.slice(from)) === letters) return true;
	}
	return false;
}

/**
 * The token where the long name of an acronym in brackets begins, if the words before the bracket at `bracket` spell it
 * and a small word broke them ("International Campaign to Abolish Nuclear Weapons (ICAN)"); else null.
 */
export function spelledFrom(tokens: readonly Token[], bracket: number, acronym: string, floor: number): number | null {
	const letters = lettersOf(acronym);
	if (letters === null) return null;
	let left = letters.length;
	for (let at = bracket - 1; at >= floor && at >= bracket - 2 * letters.length; at--) {
		const token = tokens[at] as Token;
		const next = letters[left - 1];
		if (isCapital(token)) {
			if (token.text.charAt(0).toUpperCase() !== next) return null;
			left--;
			if (left === 0) return at;
		} else if (token.lower.charAt(0).toUpperCase() === next && NAME_LINKS.has(token.lower)) left--;
		else if (!/^\p{Ll}+$/u.test(token.text)) return null;
	}
	return null;
}

function lettersOf(short: string): string | null {
	const letters = short.replace(/[^\p{L}\p{N}]/gu, "");
	if (letters.length < MIN_LETTERS || letters.length > MAX_LETTERS || /\s/.test(short)) return null;
	return /^\p{Lu}/u.test(letters) ? letters.toUpperCase() : null;
}

const initials = (words: readonly string[]): string => words.map((word) => word.charAt(0).toUpperCase()).join("");
