import type { EntityType } from "../analysis.js";
import { AMBIGUOUS_IN_CAPITALS, COMMON_WORDS, GROUPS, SURNAME_WORDS } from "../en/entity-common-words.js";
import { FAMILY_FIRST_NAMES, KNOWN_PEOPLE } from "../en/entity-known-people.js";
import { ORGANIZATIONS } from "../en/entity-organizations.js";
import { GIVEN_NAMES } from "../en/entity-people.js";
import { DEFINITE_ARTICLE } from "../en/entity-words.js";
import type { Token } from "../tokens.js";
import { isAllCapitals } from "./letters.js";
import { allPlaceNames } from "./places.js";

/** What a known name denotes. */
export interface KnownName {
	name: string;
	type: EntityType;
}

/** A known name found in a text; `end` is the token after it. */
export interface KnownMention extends KnownName {
	end: number;
}

/** No name in the lists has more tokens. */
const MAX_TOKENS = 8;

/** Shorter words in capitals are acronyms, not names shouted in a headline. */
const MIN_SHOUTED_LENGTH = 4;

const ARTICLE = `${DEFINITE_ARTICLE} `;

interface NameLengths {
	all: Set<number>;
	longest: number;
}

interface Names {
	/** Name as printed to what it denotes. */
	byName: Map<string, KnownName>;
	/** Names that count only after an article ("the States"). */
	articled: Map<string, KnownName>;
	/** Names as a headline in capitals prints them. */
	shouted: Map<string, KnownName>;
	/** Start of a name up to its first mark or space, to the lengths of the names that start so. */
	lengths: Map<string, NameLengths>;
}

const names = readNames();
const givenNames = new Set(GIVEN_NAMES.split(/\s+/).filter((name) => name !== ""));

/** The longest known name at token `first`, before token `limit`. Case counts, but for words in capitals throughout. */
export function knownNameAt(text: string, tokens: readonly Token[], first: number, limit: number): KnownMention | null {
	const token = tokens[first];
	const lengths = token && names.lengths.get(firstPiece(token.text));
	if (!token || !lengths) return null;
	let best: KnownMention | null = null;
	for (let end = first + 1; end <= limit && end <= first + MAX_TOKENS; end++) {
		const last = tokens[end - 1] as Token;
		const length = last.end - token.start;
		if (length > lengths.longest) break;
		if (!lengths.all.has(length)) continue;
		const printed = end === first + 1 ? plain(token.text) : plain(text.slice(token.start, last.end));
		const articled = tokens[first - 1]?.lower === DEFINITE_ARTICLE ? names.articled.get(printed) : undefined;
		const found =
			articled ?? names.byName.get(printed) ?? (isAllCapitals(token.text) ? names.shouted.get(printed) : undefined);
		if (found) best = { name: found.name, type: found.type, end };
	}
	return best;
}

/** What a name as printed denotes, or null. */
export function knownName(printed: string): KnownName | null {
	return names.byName.get(printed) ?? null;
}

/** True for a given name of a person. */
export function isGivenName(word: string): boolean {
	return givenNames.has(word);
}

/** True for a family name that stands before the given name ("Kim", "Yoon"). */
export function isFamilyFirst(word: string): boolean {
	return FAMILY_FIRST_NAMES.has(word);
}

/** True for an ordinary word that begins no name of a person; `lower` in small letters. */
export function isCommonWord(lower: string): boolean {
	return COMMON_WORDS.has(lower) || SURNAME_WORDS.has(lower);
}

/** True for an ordinary word that is no surname either. */
export function isCommonOnly(lower: string): boolean {
	return COMMON_WORDS.has(lower) && !SURNAME_WORDS.has(lower);
}

function readNames(): Names {
	const read: Names = { byName: new Map(), articled: new Map(), shouted: new Map(), lengths: new Map() };
	for (const [printed, place] of allPlaceNames()) addName(read, printed, { name: place.name, type: place.type });
	addTable(read, ORGANIZATIONS, "ORGANIZATION");
	addTable(read, GROUPS, "OTHER");
	addTable(read, KNOWN_PEOPLE, "PERSON");
	return read;
}

function addTable(read: Names, table: string, type: EntityType): void {
	for (const line of table.split("\n")) {
		if (line === "") continue;
		const [name = "", others = ""] = line.split("|");
		const known = { name, type };
		for (const printed of [name, ...others.split(",")]) addName(read, printed, known);
	}
}

function addName(read: Names, printed: string, known: KnownName): void {
	if (printed === "") return;
	const articled = printed.startsWith(ARTICLE);
	const bare = articled ? printed.slice(ARTICLE.length) : printed;
	const map = articled ? read.articled : read.byName;
	if (!map.has(bare)) map.set(bare, known);
	measure(read, bare);
	const upper = bare.toUpperCase();
	if (bare.length < MIN_SHOUTED_LENGTH || upper === bare || read.byName.has(upper)) return;
	if (AMBIGUOUS_IN_CAPITALS.has(bare.toLowerCase()) || read.shouted.has(upper)) return;
	read.shouted.set(upper, known);
	measure(read, upper);
}

function measure(read: Names, printed: string): void {
	const piece = firstPiece(printed);
	const known = read.lengths.get(piece);
	if (known) {
		known.all.add(printed.length);
		known.longest = Math.max(known.longest, printed.length);
	} else read.lengths.set(piece, { all: new Set([printed.length]), longest: printed.length });
}

/** One space for any white space, and plain apostrophes. */
function plain(printed: string): string {
	for (let at = 0; at < printed.length; at++) {
		const code = printed.charCodeAt(at);
		const odd = code < 32 || code === 0xa0 || code === 0x2019 || code === 0x202f;
		if (odd || (code === 32 && printed.charCodeAt(at + 1) === 32))
			return printed.replace(/\s+/gu, " ").replace(/’/gu, "'");
	}
	return printed;
}

/** Letters and digits at the start. */
function firstPiece(word: string): string {
	for (let at = 0; at < word.length; at++) {
		const code = word.charCodeAt(at);
		if (code >= 128) return /^[\p{L}\p{M}\p{N}]*/u.exec(word)?.[0] ?? "";
		if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)))
			return word.slice(0, at);
	}
	return word;
}
