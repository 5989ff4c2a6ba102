import type { EntityType } from "../analysis.js";
import { PERSON_TITLES } from "../en/entity-people.js";
import {
	CONJUNCTION,
	FACILITY_HEADS,
	GPE_HEADS,
	HEAD_LINKS,
	LOCATION_HEADS,
	LOCATION_OPENERS,
	ORDINARY_WORDS,
	ORGANIZATION_HEADS,
	ORGANIZATION_OPENERS,
	OTHER_HEADS,
	OTHER_OPENERS,
	PART_LINK,
	PRODUCT_OPENERS,
	TEAM_WORDS,
} from "../en/entity-words.js";
import type { Token } from "../tokens.js";
import { isCommonWord, isGivenName, knownName } from "./gazetteer.js";
import { isCapital } from "./letters.js";

const HEADS: readonly (readonly [EntityType, ReadonlySet<string>])[] = [
	["FACILITY", FACILITY_HEADS],
	["OTHER", OTHER_HEADS],
	["LOCATION", LOCATION_HEADS],
	["GPE", GPE_HEADS],
	["ORGANIZATION", ORGANIZATION_HEADS],
	["ORGANIZATION", TEAM_WORDS],
];

const OPENERS: readonly (readonly [EntityType, ReadonlySet<string>])[] = [
	["OTHER", OTHER_OPENERS],
	["PRODUCT", PRODUCT_OPENERS],
	["LOCATION", LOCATION_OPENERS],
	["ORGANIZATION", ORGANIZATION_OPENERS],
];

const headTypes = firstWins(HEADS);
const openerTypes = firstWins(OPENERS);

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
export function headType(lower: string): EntityType | null {
	return headTypes.get(lower) ?? null;
}

/** The type that the first word of a name gives to all of it ("Hurricane", "USS", "Lake"), or null. */
export function openerType(lower: string): EntityType | null {
	return openerTypes.get(lower) ?? null;
}

/** Index of the last word of a name that can be its head: numbers behind it ("World War II") are passed over. */
export function headIndex(tokens: readonly Token[], first: number, end: number): number {
	let at = end - 1;
	while (at > first && isNumeral(tokens[at]?.text ?? "")) at--;
	return at;
}

/** Most words are told by their first letter. */
function isNumeral(text: string): boolean {
	const code = text.charCodeAt(0);
	if (code > 57 && code !== 73 && code !== 86 && code !== 88) return false;
	return /^(?:[IVX]+|\d+)$/u.test(text);
}

/** Number of tokens of the title ("Prime Minister", "Secretary of Defense") at `first`; 0 without one. */
export function titleLength(tokens: readonly Token[], first: number, end: number): number {
	const candidates = titles.get(tokens[first]?.lower ?? "");
	if (!candidates) return 0;
	for (const words of candidates) {
		const length = matchedLength(tokens, first, end, words);
		if (length > 0) return length;
	}
	return 0;
}

/** Tokens that spell the words; a tokenizer may have cut the stop of an abbreviation off ("Maj" "."). */
function matchedLength(tokens: readonly Token[], first: number, end: number, words: readonly string[]): number {
	let at = first;
	for (const word of words) {
		if (at >= end || tokens[at]?.lower !== word) return 0;
		at++;
	}
	return at - first;
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
export function joinsBefore(
	tokens: readonly Token[],
	first: number,
	link: number,
	target: number,
	limit: number,
): boolean {
	const word = (tokens[link] as Token).lower;
	const headed = headBetween(tokens, first, link);
	if (word === CONJUNCTION || word === "&") {
		const linked = tokens.slice(first, link).some((token) => HEAD_LINKS.has(token.lower));
		if (headed && linked && !opensName(tokens, target)) return true;
		return target === link + 1 && isPairOfFields(tokens, first, link, limit);
	}
	if (word !== PART_LINK) return headed && HEAD_LINKS.has(word);
	if (isTitled(tokens, target, limit)) return false;
	if (headed || endsInTitle(tokens, link)) return true;
	const single = tokens[first] as Token;
	if (link !== first + 1 || ORDINARY_WORDS.has(single.lower)) return false;
	return !isGivenName(single.text) && knownName(single.text) === null;
}

/** "Fish and Wildlife Service", "Food and Drug Administration": two ordinary words, and a head behind them. */
function isPairOfFields(tokens: readonly Token[], first: number, link: number, limit: number): boolean {
	const target = link + 1;
	const field = (tokens[link - 1] as Token).lower;
	if (!isCommonWord(field) || !isCommonWord(tokens[target]?.lower ?? "")) return false;
	if (first < link - 1 && headType(field) === "ORGANIZATION") return false;
	for (let at = target + 1; at < limit && at <= target + 3; at++) {
		const token = tokens[at] as Token;
		if (!isCapital(token)) return false;
		if (ORGANIZATION_HEADS.has(token.lower)) return true;
	}
	return false;
}

/** A title with a name behind it ("the army of General Le Quang"). */
function isTitled(tokens: readonly Token[], at: number, limit: number): boolean {
	const length = titleLength(tokens, at, limit);
	const next = at + length < limit ? tokens[at + length] : undefined;
	return length > 0 && next !== undefined && isCapital(next) && headType(next.lower) === null;
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
		if (headTypes.has(lower) || openerTypes.has(lower)) return true;
	}
	return false;
}

/** True if an age between commas begins at `at` (", 74,"). */
export function hasAge(tokens: readonly Token[], at: number): boolean {
	if (tokens[at]?.text !== "," || !/^[,.]$/u.test(tokens[at + 2]?.text ?? "")) return false;
	const age = /^\d{1,3}$/.test(tokens[at + 1]?.text ?? "") ? Number(tokens[at + 1]?.text) : 0;
	return 1 <= age && age <= MAX_AGE;
}

function firstWins(lists: readonly (readonly [EntityType, ReadonlySet<string>])[]): ReadonlyMap<string, EntityType> {
	const types = new Map<string, EntityType>();
	for (const [type, words] of lists) for (const word of words) if (!types.has(word)) types.set(word, type);
	return types;
}
