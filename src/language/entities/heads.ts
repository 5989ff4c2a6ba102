import type { EntityType } from "../analysis.js";
import { PERSON_TITLES } from "../en/entity-people.js";
import {
	CONJUNCTION,
	FACILITY_HEADS,
	GPE_HEADS,
	HEAD_LINKS,
	LOCATION_HEADS,
	LOCATION_OPENERS,
	ORGANIZATION_HEADS,
	OTHER_HEADS,
	OTHER_OPENERS,
	PART_LINK,
	PRODUCT_OPENERS,
} from "../en/entity-words.js";
import type { Token } from "../tokens.js";
import { isGivenName, knownName } from "./gazetteer.js";

const HEADS: readonly (readonly [EntityType, ReadonlySet<string>])[] = [
	["FACILITY", FACILITY_HEADS],
	["OTHER", OTHER_HEADS],
	["LOCATION", LOCATION_HEADS],
	["GPE", GPE_HEADS],
	["ORGANIZATION", ORGANIZATION_HEADS],
];

/** Nobody in the news is older. */
const MAX_AGE = 120;

const titles = new Map<string, readonly string[][]>();
for (const title of PERSON_TITLES) {
	const words = title.split(" ");
	const key = words[0] as string;
	titles.set(
		key,
		[...(titles.get(key) ?? []), words].sort((a, b) => b.length - a.length),
	);
}

/** The type that a word gives to the name it is the head of ("Corps", "River", "Airport"), or null. */
export function headType(word: string): EntityType | null {
	for (const [type, heads] of HEADS) if (heads.has(word)) return type;
	return null;
}

/** Index of the last word of a name that can be its head: numbers behind it ("World War II") are passed over. */
export function headIndex(tokens: readonly Token[], first: number, end: number): number {
	let at = end - 1;
	while (at > first && /^(?:[IVX]+|\d+)$/u.test(tokens[at]?.text ?? "")) at--;
	return at;
}

/** The type that the first word of a name gives to all of it ("Hurricane", "USS", "Lake"), or null. */
export function openerType(word: string): EntityType | null {
	if (OTHER_OPENERS.has(word)) return "OTHER";
	if (PRODUCT_OPENERS.has(word)) return "PRODUCT";
	return LOCATION_OPENERS.has(word) ? "LOCATION" : null;
}

/** Number of tokens of the title ("Prime Minister", "Secretary of Defense") at `first`; 0 without one. */
export function titleLength(tokens: readonly Token[], first: number, end: number): number {
	for (const words of titles.get(tokens[first]?.lower ?? "") ?? []) {
		if (first + words.length > end) continue;
		if (words.every((word, index) => tokens[first + index]?.lower === word)) return words.length;
	}
	return 0;
}

/** True if the word or words that end right before `end` are a title ("spokesman", "prime minister"). */
export function endsInTitle(tokens: readonly Token[], end: number): boolean {
	for (const length of [1, 2, 3]) {
		const first = end - length;
		if (first >= 0 && titleLength(tokens, first, end) === length) return true;
	}
	return false;
}

/**
 * May the small word at `link` ("of", "for", "and") join the name from `first` with what follows at `target`?
 * "Department of Defense" and "Days of Repentance" yes; "Smith of Texas" and "France and Germany" no.
 */
export function joinsBefore(tokens: readonly Token[], first: number, link: number, target: number): boolean {
	const word = (tokens[link] as Token).lower;
	const headed = headBetween(tokens, first, link);
	if (word === CONJUNCTION) {
		const linked = tokens.slice(first, link).some((token) => HEAD_LINKS.has(token.lower));
		return headed && linked && !opensName(tokens, target);
	}
	if (word !== PART_LINK) return headed && HEAD_LINKS.has(word);
	if (headed || endsInTitle(tokens, link)) return true;
	const single = tokens[first] as Token;
	return link === first + 1 && !isGivenName(single.text) && knownName(single.text) === null;
}

/** True for a word that begins a name of its own: known, a given name, a title, or a head or opener. */
function opensName(tokens: readonly Token[], at: number): boolean {
	const { text, lower } = tokens[at] as Token;
	if (knownName(text) !== null || isGivenName(text)) return true;
	return headType(lower) !== null || openerType(lower) !== null || titleLength(tokens, at, tokens.length) > 0;
}

function headBetween(tokens: readonly Token[], first: number, end: number): boolean {
	for (let at = first; at < end; at++) {
		const { lower } = tokens[at] as Token;
		if (headType(lower) !== null || openerType(lower) !== null) return true;
	}
	return false;
}

/** True if an age between commas begins at `at` (", 74,"). */
export function hasAge(tokens: readonly Token[], at: number): boolean {
	if (tokens[at]?.text !== "," || !/^[,.]$/u.test(tokens[at + 2]?.text ?? "")) return false;
	const age = /^\d{1,3}$/.test(tokens[at + 1]?.text ?? "") ? Number(tokens[at + 1]?.text) : 0;
	return 1 <= age && age <= MAX_AGE;
}
