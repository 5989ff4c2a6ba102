import type { EntityType } from "../analysis.js";
import { PERSON_TITLES } from "../en/entity-people.js";
import {
	FACILITY_HEADS,
	GPE_HEADS,
	LOCATION_HEADS,
	LOCATION_OPENERS,
	ORGANIZATION_HEADS,
	OTHER_HEADS,
	OTHER_OPENERS,
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
	if (word === "and") {
		const linked = tokens.slice(first, link).some((token) => token.lower === "of" || token.lower === "for");
		return headed && linked && knownName((tokens[target] as Token).text) === null;
	}
	if (word !== "of") return headed && word === "for";
	if (headed || endsInTitle(tokens, link)) return true;
	const single = tokens[first] as Token;
	return link === first + 1 && !isGivenName(single.text) && knownName(single.text) === null;
}

function headBetween(tokens: readonly Token[], first: number, end: number): boolean {
	for (let at = first; at < end; at++) {
		const { lower } = tokens[at] as Token;
		if (headType(lower) !== null || openerType(lower) !== null) return true;
	}
	return false;
}
