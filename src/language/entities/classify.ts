import type { EntityType } from "../analysis.js";
import { NAME_SUFFIXES, PERSON_VERBS } from "../en/entity-people.js";
import {
	DEFINITE_ARTICLE,
	HEAD_LINKS,
	INDEFINITE_ARTICLES,
	NAME_LINKS,
	ORGANIZATION_FOLLOWERS,
	PLACE_PREPOSITIONS,
	PRODUCT_FOLLOWERS,
} from "../en/entity-words.js";
import type { Token } from "../tokens.js";
import { isCapital } from "./candidates.js";
import { isGivenName } from "./gazetteer.js";
import { endsInTitle, hasAge, headIndex, headType, openerType } from "./heads.js";
import type { Segment } from "./segments.js";

/** A person's name has at most this many tokens ("Abdel Fattah al - Sisi"). */
const MAX_PERSON_TOKENS = 6;

/** What a name denotes; `sure` is false for a guess from little, which another mention may overrule. */
export interface Judgement {
	type: EntityType;
	sure: boolean;
}

/**
 * Judges a name no list knows, from its words and from the words beside it: heads ("Corps"), openers ("Hurricane"),
 * titles and given names, age and verbs of saying after it, prepositions of place before it.
 */
export function judgeName(tokens: readonly Token[], segment: Segment): Judgement {
	const { first, end } = segment;
	const opener = openerType((tokens[first] as Token).lower);
	if (opener !== null && end > first + 1) return { type: opener, sure: true };
	const person = looksLikePerson(tokens, first, end);
	if (segment.titled && person) return { type: "PERSON", sure: true };
	const headed = typeByHead(tokens, first, end);
	if (headed !== null) return { type: headed, sure: true };
	if (isQuoted(tokens, first, end)) return { type: "OTHER", sure: true };
	if (person && isPerson(tokens, first, end)) return { type: "PERSON", sure: true };
	return end === first + 1 ? judgeWord(tokens, first) : judgeWords(tokens, first, end, person);
}

/** The head is the last word, or the last word before "of" or "for". */
function typeByHead(tokens: readonly Token[], first: number, end: number): EntityType | null {
	if (end === first + 1) return null;
	for (let at = first; at < end - 1; at++) {
		if (!HEAD_LINKS.has(tokens[at + 1]?.lower ?? "")) continue;
		const type = headType((tokens[at] as Token).lower);
		if (type !== null) return type;
	}
	return headType((tokens[headIndex(tokens, first, end)] as Token).lower);
}

/** Only words with capitals, initials, particles and hyphens. */
function looksLikePerson(tokens: readonly Token[], first: number, end: number): boolean {
	if (end - first > MAX_PERSON_TOKENS) return false;
	for (let at = first; at < end; at++) {
		const { text, lower } = tokens[at] as Token;
		if (/\p{N}|&/u.test(text) || NAME_LINKS.has(lower)) return false;
	}
	return true;
}

function isPerson(tokens: readonly Token[], first: number, end: number): boolean {
	const before = tokens[first - 1]?.lower ?? "";
	const kind = before === DEFINITE_ARTICLE || INDEFINITE_ARTICLES.has(before) || before === "-";
	if (isGivenName((tokens[first] as Token).text) && (end > first + 1 || !kind)) return true;
	if (NAME_SUFFIXES.has((tokens[end - 1] as Token).lower)) return true;
	if (endsInTitle(tokens, first)) return true;
	return hasAge(tokens, end);
}

/** The title of a work: in quotation marks, with nothing else between them. */
function isQuoted(tokens: readonly Token[], first: number, end: number): boolean {
	if (!/^["“«]$/u.test(tokens[first - 1]?.text ?? "")) return false;
	const after = /^[,.]$/u.test(tokens[end]?.text ?? "") ? end + 1 : end;
	return end > first + 1 && /^["”»]$/u.test(tokens[after]?.text ?? "");
}

function judgeWord(tokens: readonly Token[], at: number): Judgement {
	const { text } = tokens[at] as Token;
	const before = tokens[at - 1]?.lower ?? "";
	const after = tokens[at + 1];
	// A kind stands on either side of what it is: "the Kinzhal missile", "the missile system THAAD".
	if (PRODUCT_FOLLOWERS.has(after?.lower ?? "") || PRODUCT_FOLLOWERS.has(before))
		return { type: "PRODUCT", sure: false };
	if (/\p{N}/u.test(text)) return { type: "PRODUCT", sure: true };
	if (/^[\p{Lu}.&]{2,6}$/u.test(text)) return { type: "ORGANIZATION", sure: false };
	if (PLACE_PREPOSITIONS.has(before)) return { type: "GPE", sure: false };
	if (ORGANIZATION_FOLLOWERS.has(after?.lower ?? "")) return { type: "ORGANIZATION", sure: false };
	if (before !== DEFINITE_ARTICLE && after?.pos === "VERB" && PERSON_VERBS.has(after.lemma))
		return { type: "PERSON", sure: false };
	if (before === DEFINITE_ARTICLE && /\p{Ll}s$/u.test(text)) return { type: "ORGANIZATION", sure: false };
	return { type: "OTHER", sure: false };
}

function judgeWords(tokens: readonly Token[], first: number, end: number, person: boolean): Judgement {
	const before = tokens[first - 1]?.lower ?? "";
	const last = tokens[end - 1] as Token;
	if (PRODUCT_FOLLOWERS.has(tokens[end]?.lower ?? "") || /^\p{N}+$/u.test(last.text))
		return { type: "PRODUCT", sure: false };
	if (tokens.slice(first, end).some((token) => token.text === "&")) return { type: "ORGANIZATION", sure: true };
	if (!person) return { type: "OTHER", sure: false };
	if (before === DEFINITE_ARTICLE) return { type: "ORGANIZATION", sure: false };
	if (PLACE_PREPOSITIONS.has(before)) return { type: "GPE", sure: false };
	const titleCase = tokens
		.slice(first, end)
		.every((token) => !isCapital(token) || /\p{Ll}/u.test(token.text) || /^\p{Lu}\.$/u.test(token.text));
	return titleCase && end - first <= 4 ? { type: "PERSON", sure: false } : { type: "OTHER", sure: false };
}
