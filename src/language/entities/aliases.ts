import type { EntityMention, EntityType } from "../analysis.js";
import { PLACE_PREPOSITIONS } from "../en/entity-words.js";
import type { TokenizedText } from "../tokens.js";
import type { Candidate } from "./candidates.js";
import { isGivenName } from "./gazetteer.js";

/** A name as found, before the article's other mentions are asked about it. */
export interface FoundName extends Candidate {
	mention: EntityMention;
	/** False where the type is a guess. */
	sure: boolean;
	/** True where a list knows it. */
	listed: boolean;
}

/** Words left out when initials are compared with an acronym. */
const SMALL_WORD = /^\p{Ll}/u;

/**
 * Gives all mentions of one thing one name and one type: acronyms after what they stand for, last names after full
 * names, short forms of organisations after long ones. Changes nothing it was given.
 */
export function nameAliases(doc: TokenizedText, found: readonly FoundName[]): EntityMention[] {
	const acronyms = readAcronyms(doc, found);
	const persons = new Map<string, string>();
	const fullNames = surnames(found);
	const organizations = shortForms(found);
	const out: EntityMention[] = [];
	for (const item of found) {
		const { mention } = item;
		const before = doc.tokens[item.first - 1]?.lower ?? "";
		const expanded = acronyms.get(mention.text);
		if (expanded) {
			out.push({ ...mention, ...expanded });
			continue;
		}
		if (mention.type === "PERSON" && item.end > item.first + 1) persons.set(lastWord(mention.text), mention.name);
		const single = item.end === item.first + 1 || isParticled(doc, item);
		const person = single ? (persons.get(lastWord(mention.text)) ?? fullNames.get(lastWord(mention.text))) : undefined;
		if (person && !(item.listed && PLACE_PREPOSITIONS.has(before)) && !isCountry(item)) {
			out.push({ ...mention, type: "PERSON", name: person });
			continue;
		}
		const long = item.listed || (mention.type === "PERSON" && item.sure) ? undefined : organizations.get(mention.name);
		out.push(long ? { ...mention, type: "ORGANIZATION", name: long } : mention);
	}
	return settleTypes(found, out);
}

/** Countries and their people keep their names, whoever is called so ("Jordan" after "Michael Jordan" stays open to the list). */
function isCountry(item: FoundName): boolean {
	return item.listed && item.mention.type === "GPE" && item.mention.name !== item.mention.text;
}

function isParticled(doc: TokenizedText, item: FoundName): boolean {
	return SMALL_WORD.test(item.mention.text) && doc.tokens[item.first + 1]?.text === "-" && item.end === item.first + 3;
}

/** "Islamic Revolutionary Guard Corps (IRGC)", and "IRGC (Islamic ...)": initials must agree. */
function readAcronyms(
	doc: TokenizedText,
	found: readonly FoundName[],
): Map<string, { name: string; type: EntityType }> {
	const acronyms = new Map<string, { name: string; type: EntityType }>();
	for (let index = 0; index + 1 < found.length; index++) {
		const left = found[index] as FoundName;
		const right = found[index + 1] as FoundName;
		if (right.first !== left.end + 1 || doc.tokens[left.end]?.text !== "(") continue;
		if (doc.tokens[right.end]?.text !== ")") continue;
		for (const [short, long] of [
			[right, left],
			[left, right],
		] as const) {
			if (!isAcronymOf(short.mention.text, long.mention.text)) continue;
			const type = long.mention.type === "PERSON" ? "ORGANIZATION" : long.mention.type;
			acronyms.set(short.mention.text, { name: long.mention.name, type });
			if (!long.listed) acronyms.set(long.mention.text, { name: long.mention.name, type });
			break;
		}
	}
	return acronyms;
}

/** Do the initials of the long name, with or without its small words, spell the acronym? */
export function isAcronymOf(short: string, long: string): boolean {
	const letters = short.replace(/[^\p{L}\p{N}]/gu, "");
	if (letters.length < 2 || letters.length > 10 || !/^\p{Lu}/u.test(letters) || /\s/.test(short)) return false;
	const words = long.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word));
	const upper = letters.toUpperCase();
	const initials = (list: readonly string[]) => list.map((word) => word.charAt(0).toUpperCase()).join("");
	return initials(words) === upper || initials(words.filter((word) => !SMALL_WORD.test(word))) === upper;
}

/** Last (and, for known given names, first) words of full names of persons, where only one person in the article has them. */
function surnames(found: readonly FoundName[]): Map<string, string> {
	const names = new Map<string, Set<string>>();
	for (const { mention, first, end } of found) {
		if (mention.type !== "PERSON" || end === first + 1) continue;
		const words = mention.name.split(/\s+/u);
		const given = words[0] ?? "";
		for (const word of isGivenName(given) ? [lastWord(mention.text), given] : [lastWord(mention.text)])
			names.set(word, (names.get(word) ?? new Set()).add(mention.name));
	}
	const single = new Map<string, string>();
	for (const [word, full] of names) if (full.size === 1) for (const name of full) single.set(word, name);
	return single;
}

/** "Lehman" for "Lehman Brothers": the first words of one long name of an organisation in the article. */
function shortForms(found: readonly FoundName[]): Map<string, string> {
	const names = new Map<string, Set<string>>();
	for (const { mention } of found) {
		if (mention.type !== "ORGANIZATION") continue;
		const words = mention.name.split(" ");
		for (let length = 1; length < words.length; length++) {
			const short = words.slice(0, length).join(" ");
			names.set(short, (names.get(short) ?? new Set()).add(mention.name));
		}
	}
	const single = new Map<string, string>();
	for (const [short, long] of names) if (long.size === 1) for (const name of long) single.set(short, name);
	return single;
}

/** One type for one name: that of a sure mention, else the most frequent one, where OTHER yields to any. */
function settleTypes(found: readonly FoundName[], mentions: readonly EntityMention[]): EntityMention[] {
	const weights = new Map<string, Map<EntityType, number>>();
	for (const [index, { name, type }] of mentions.entries()) {
		const counts = weights.get(name) ?? new Map<EntityType, number>();
		const weight = found[index]?.sure ? 100 : type === "OTHER" ? 0.5 : 1;
		weights.set(name, counts.set(type, (counts.get(type) ?? 0) + weight));
	}
	const types = new Map<string, EntityType>();
	for (const [name, counts] of weights) {
		let best: EntityType = "OTHER";
		for (const [type, count] of counts) if (count > (counts.get(best) ?? 0)) best = type;
		types.set(name, best);
	}
	return mentions.map((mention) => ({ ...mention, type: types.get(mention.name) ?? mention.type }));
}

/** The last word of a name, with the particle that hangs on it ("al-Jaafari" gives "Jaafari"). */
function lastWord(name: string): string {
	const bare = name.replace(/[\s,]+(?:Jr|Sr)\.?$/u, "");
	return /[\p{L}\p{M}\p{N}'’.]+$/u.exec(bare)?.[0] ?? bare;
}
