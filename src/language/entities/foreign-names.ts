import type { EntityMention, EntityType } from "../analysis.js";
import { AMBIGUOUS_IN_CAPITALS, PLAIN_ACRONYMS } from "../en/entity-common-words.js";
import {
	LOOSE_LINKS,
	NAME_PARTICLES_ABROAD,
	NOUN_CAPITAL_LANGUAGES,
	WRITTEN_PREFIXES,
	WRITTEN_SUFFIXES,
} from "../en/entity-languages.js";
import type { TokenizedText } from "../tokens.js";
import { isAcronymOf } from "./acronyms.js";
import { ambiguousNames, countryNames, firstWord, type NamesOfLanguage, rows } from "./country-names.js";
import { type ForeignWord, follows, headlineSentences, wordsOf } from "./foreign-words.js";
import { isGivenName, type KnownName, knownName } from "./gazetteer.js";
import { isAllCapitals } from "./letters.js";
import { lastWord } from "./person-names.js";

/** A run of capitals is not longer; no known name is. */
const MAX_WORDS = 6;

/** A word that stands with a capital inside sentences this often, and never small, is a name. */
const MIN_REPEATS = 2;

const MAX_ACRONYM_LENGTH = 6;

const prefixes = new Map(rows(WRITTEN_PREFIXES));
const suffixes = new Map(rows(WRITTEN_SUFFIXES).map(([language, list]) => [language, new Set(list)] as const));

/** A name found, as a range of words. */
interface Found {
	first: number;
	end: number;
	mention: EntityMention;
}

/** Words of a text by how they are written inside sentences. */
interface Usage {
	small: ReadonlySet<string>;
	capital: ReadonlyMap<string, number>;
}

/**
 * The names in a text that is not English, as far as they are certain: countries and international bodies in the language
 * (`countryNames`), names that every language writes alike, runs of capitals inside sentences where the language writes
 * no other nouns so, given names with what follows, acronyms. `name` is the English name where one is known.
 */
export function findForeignNames(doc: TokenizedText, language: string): EntityMention[] {
	const words = wordsOf(doc);
	const usage = readUsage(words);
	const headlines = headlineSentences(words);
	const names = countryNames(language);
	const nouns = NOUN_CAPITAL_LANGUAGES.has(language);
	const found: Found[] = [];
	for (let at = 0; at < words.length; ) {
		const word = words[at] as ForeignWord;
		const plain = headlines.has(word.sentence);
		const next =
			listed(doc.text, words, at, names, language) ??
			(plain ? null : (sharedName(doc.text, words, at, usage, language) ?? person(doc.text, words, at))) ??
			(plain || nouns ? null : run(doc.text, words, at, usage)) ??
			(plain ? null : acronym(words, at, usage));
		if (next) found.push(next);
		at = Math.max(next?.end ?? 0, at + 1);
	}
	return namedAlike(doc.text, words, found);
}

function readUsage(words: readonly ForeignWord[]): Usage {
	const small = new Set<string>();
	const capital = new Map<string, number>();
	for (const word of words) {
		if (!word.capital) small.add(word.text);
		else if (!word.opens) capital.set(word.text, (capital.get(word.text) ?? 0) + 1);
	}
	return { small, capital };
}

/** A country or an international body by its name in the language, with what the language writes on to it. */
function listed(
	text: string,
	words: readonly ForeignWord[],
	at: number,
	names: NamesOfLanguage,
	language: string,
): Found | null {
	const word = words[at] as ForeignWord;
	for (const start of startsOf(word, language)) {
		for (const [printed, known] of names.get(firstWord(text.slice(start, word.end))) ?? []) {
			if (!text.startsWith(printed, start)) continue;
			const end = start + printed.length;
			const rest = /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(end, end + 12))?.[0] ?? "";
			if (rest === "") return foundName(text, words, at, start, end, known);
		}
	}
	return suffixed(text, words, at, names, language);
}

/** The start of a word, and that behind a letter written on to it ("in", "and"), where enough is left. */
function startsOf(word: ForeignWord, language: string): number[] {
	const letters = prefixes.get(language);
	if (!letters?.includes(word.text.charAt(0)) || word.text.length < 4) return [word.start];
	return [word.start, word.start + 1];
}

/** "미국의": a particle behind the name, in the same word. */
function suffixed(
	text: string,
	words: readonly ForeignWord[],
	at: number,
	names: NamesOfLanguage,
	language: string,
): Found | null {
	const particles = suffixes.get(language);
	if (!particles) return null;
	const word = words[at] as ForeignWord;
	for (let length = word.text.length - 1; length >= 2; length--) {
		if (!particles.has(word.text.slice(length))) continue;
		const known = names.get(word.text.slice(0, length))?.find(([printed]) => printed.length === length);
		if (known) return foundName(text, words, at, word.start, word.start + length, known[1]);
	}
	return null;
}

/** A name that English lists have and other languages in Latin letters write alike ("Reuters", "Berlin", "Emmanuel Macron"). */
function sharedName(
	text: string,
	words: readonly ForeignWord[],
	at: number,
	usage: Usage,
	language: string,
): Found | null {
	const word = words[at] as ForeignWord;
	if (!word.capital || !/^[A-Za-zÀ-ɏ]/u.test(word.text)) return null;
	for (let end = Math.min(words.length, at + MAX_WORDS); end > at; end--) {
		if (!isRun(text, words, at, end)) continue;
		const printed = text.slice(word.start, (words[end - 1] as ForeignWord).end);
		const known = knownName(printed);
		if (!known || known.type === "OTHER") continue;
		const single = end === at + 1;
		if (single && !isCertainWord(word, known, usage, language)) continue;
		return foundName(text, words, at, word.start, word.start + printed.length, known);
	}
	return null;
}

/** One word counts unless it is an English adjective, or a word of the language itself. */
function isCertainWord(word: ForeignWord, known: KnownName, usage: Usage, language: string): boolean {
	const { text } = word;
	if (text.length < 3 || PLAIN_ACRONYMS.has(text)) return false;
	if (known.type === "GPE" && known.name !== text) return false;
	if (ambiguousNames(language).has(text) || AMBIGUOUS_IN_CAPITALS.has(text.toLowerCase())) return false;
	if (usage.small.has(text.toLowerCase())) return false;
	return !word.opens || isAllCapitals(text) || known.type !== "ORGANIZATION";
}

/** A given name and one or two words behind it: a person in any language. */
function person(text: string, words: readonly ForeignWord[], at: number): Found | null {
	const word = words[at] as ForeignWord;
	const next = words[at + 1];
	if (!isGivenName(word.text) || !next || !follows(text, word, next)) return null;
	let end = at + 1;
	while (end < words.length && end - at < MAX_WORDS && follows(text, words[end - 1] as ForeignWord, words[end])) {
		const { text: part, capital } = words[end] as ForeignWord;
		const after = words[end + 1];
		const particle = NAME_PARTICLES_ABROAD.has(part) && !LOOSE_LINKS.has(part) && after?.capital;
		if (!capital && !(particle && follows(text, words[end] as ForeignWord, after))) break;
		end++;
		if (capital && !isGivenName(part) && !/^\p{Lu}\.?$/u.test(part)) break;
	}
	const last = words[end - 1] as ForeignWord;
	if (end < at + 2 || !last.capital) return null;
	return spanName(text, words, at, end, "PERSON");
}

/** Two words and more with capitals inside a sentence, or one that is always written so. */
function run(text: string, words: readonly ForeignWord[], at: number, usage: Usage): Found | null {
	const word = words[at] as ForeignWord;
	if (!word.capital || word.opens || word.text.length < 2) return null;
	let end = at + 1;
	let last = at + 1;
	while (end < words.length && end - at < MAX_WORDS && follows(text, words[end - 1] as ForeignWord, words[end])) {
		const part = words[end] as ForeignWord;
		if (part.capital) last = end + 1;
		else if (!NAME_PARTICLES_ABROAD.has(part.text) || LOOSE_LINKS.has(part.text)) break;
		end++;
	}
	if (last > at + 1) return spanName(text, words, at, last, "OTHER");
	const repeated = (usage.capital.get(word.text) ?? 0) >= MIN_REPEATS && !usage.small.has(word.text.toLowerCase());
	return repeated && !isAllCapitals(word.text) && word.text.length > 2
		? spanName(text, words, at, last, "OTHER")
		: null;
}

/** An acronym inside a sentence that the article uses more than once. */
function acronym(words: readonly ForeignWord[], at: number, usage: Usage): Found | null {
	const { text, start, end } = words[at] as ForeignWord;
	if (!isAllCapitals(text) || text.length > MAX_ACRONYM_LENGTH || !/^\p{Lu}+$/u.test(text)) return null;
	if (PLAIN_ACRONYMS.has(text) || (usage.capital.get(text) ?? 0) < MIN_REPEATS) return null;
	return { first: at, end: at + 1, mention: { start, end, text, type: "ORGANIZATION", name: text } };
}

/** Acronyms take the name they are introduced for, last names that of the person. */
function namedAlike(text: string, words: readonly ForeignWord[], found: readonly Found[]): EntityMention[] {
	const expansions = new Map<string, EntityMention>();
	const persons = new Map<string, string>();
	for (const { end, mention } of found) {
		if (mention.type === "PERSON" && mention.text.includes(" ")) persons.set(lastWord(mention.text), mention.name);
		const next = words[end];
		if (!next || !/^\s*\(\s*$/u.test(text.slice(mention.end, next.start)) || text.charAt(next.end) !== ")") continue;
		if (isAllCapitals(next.text) && isAcronymOf(next.text, mention.text)) expansions.set(next.text, mention);
	}
	const named = found.map(({ mention }): EntityMention => {
		const long = expansions.get(mention.text);
		if (long) return { ...mention, name: long.name, type: typeOf(long) };
		const full = mention.text.includes(" ") || mention.type !== "OTHER" ? undefined : persons.get(mention.text);
		return full ? { ...mention, name: full, type: "PERSON" } : mention;
	});
	const missing = missingAliases(words, named, expansions, persons);
	const types = new Map([...expansions.values()].map((mention) => [mention.name, typeOf(mention)] as const));
	return [...named, ...missing]
		.map((mention) => ({ ...mention, type: types.get(mention.name) ?? mention.type }))
		.sort((a, b) => a.start - b.start);
}

/** What has an acronym of its own is no person. */
const typeOf = ({ type }: EntityMention): EntityType => (type === "GPE" ? "GPE" : "ORGANIZATION");

/** Introduced acronyms and last names of persons where they stand alone. */
function missingAliases(
	words: readonly ForeignWord[],
	named: readonly EntityMention[],
	expansions: ReadonlyMap<string, EntityMention>,
	persons: ReadonlyMap<string, string>,
): EntityMention[] {
	const out: EntityMention[] = [];
	let next = 0;
	for (const { start, end, text } of words) {
		while (next < named.length && (named[next] as EntityMention).end <= start) next++;
		if (next < named.length && (named[next] as EntityMention).start < end) continue;
		const long = expansions.get(text);
		if (long) out.push({ start, end, text, type: typeOf(long), name: long.name });
		const full = persons.get(text);
		if (!long && full) out.push({ start, end, text, type: "PERSON", name: full });
	}
	return out;
}

function isRun(text: string, words: readonly ForeignWord[], first: number, end: number): boolean {
	for (let at = first + 1; at < end; at++) if (!follows(text, words[at - 1] as ForeignWord, words[at])) return false;
	return (words[end - 1] as ForeignWord).capital;
}

function spanName(text: string, words: readonly ForeignWord[], first: number, end: number, type: EntityType): Found {
	const { start } = words[first] as ForeignWord;
	const printed = text.slice(start, (words[end - 1] as ForeignWord).end);
	return {
		first,
		end,
		mention: { start, end: start + printed.length, text: printed, type, name: printed.replace(/\s+/gu, " ") },
	};
}

function foundName(
	text: string,
	words: readonly ForeignWord[],
	first: number,
	start: number,
	end: number,
	known: KnownName,
): Found {
	let last = first + 1;
	while (last < words.length && (words[last] as ForeignWord).start < end) last++;
	const mention = { start, end, text: text.slice(start, end), type: known.type, name: known.name };
	return { first, end: last, mention };
}
