import type { EntityType } from "../analysis.js";
import { ORGANIZATIONS } from "../en/entity-organizations.js";
import { GIVEN_NAMES } from "../en/entity-people.js";
import { DEFINITE_ARTICLE } from "../en/entity-words.js";
import type { Token } from "../tokens.js";
import { allPlaceNames } from "./places.js";

/** What a known name denotes. */
export interface KnownName {
	name: string;
	type: EntityType;
}

/** No name in the lists has more tokens. */
const MAX_TOKENS = 8;

const ARTICLE = `${DEFINITE_ARTICLE} `;

interface Names {
	/** Name as printed to what it denotes. */
	byName: Map<string, KnownName>;
	/** Names that count only after an article ("the States"). */
	articled: Map<string, KnownName>;
	/** Start of a name up to its first mark or space, to the length of the longest name that starts so. */
	longest: Map<string, number>;
}

const names = readNames();
const givenNames = new Set(GIVEN_NAMES.split(/\s+/).filter((name) => name !== ""));

/** The longest known name at token `first`, before token `limit`; `end` is the token after it. Case counts. */
export function knownNameAt(
	text: string,
	tokens: readonly Token[],
	first: number,
	limit: number,
): (KnownName & { end: number }) | null {
	const token = tokens[first];
	const length = token && names.longest.get(firstPiece(token.text));
	if (!token || length === undefined) return null;
	const afterArticle = tokens[first - 1]?.lower === DEFINITE_ARTICLE;
	let best: (KnownName & { end: number }) | null = null;
	for (let end = first + 1; end <= limit && end <= first + MAX_TOKENS; end++) {
		const last = tokens[end - 1] as Token;
		if (last.end - token.start > length) break;
		const printed = text.slice(token.start, last.end).replace(/\s+/gu, " ").replace(/’/gu, "'");
		const found = names.byName.get(printed) ?? (afterArticle ? names.articled.get(printed) : undefined);
		if (found) best = { ...found, end };
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

function readNames(): Names {
	const read: Names = { byName: new Map(), articled: new Map(), longest: new Map() };
	for (const [printed, place] of allPlaceNames()) addName(read, printed, { name: place.name, type: place.type });
	for (const line of ORGANIZATIONS.split("\n")) {
		if (line === "") continue;
		const [name = "", others = ""] = line.split("|");
		for (const printed of [name, ...others.split(",")]) addName(read, printed, { name, type: "ORGANIZATION" });
	}
	return read;
}

function addName(read: Names, printed: string, known: KnownName): void {
	if (printed === "") return;
	const articled = printed.startsWith(ARTICLE);
	const bare = articled ? printed.slice(ARTICLE.length) : printed;
	const map = articled ? read.articled : read.byName;
	if (!map.has(bare)) map.set(bare, known);
	const piece = firstPiece(bare);
	// One more character than the name: a closing stop may be a part of the last token.
	read.longest.set(piece, Math.max(read.longest.get(piece) ?? 0, bare.length + 1));
}

function firstPiece(word: string): string {
	return /^[\p{L}\p{M}\p{N}]*/u.exec(word)?.[0] ?? "";
}
