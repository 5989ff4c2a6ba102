import type { EntityType } from "../analysis.js";
import { NAME_SUFFIXES, PERSON_VERBS } from "../en/entity-people.js";
import {
	DEFINITE_ARTICLE,
	FACILITY_FOLLOWERS,
	HEAD_LINKS,
	INDEFINITE_ARTICLES,
	NAME_LINKS,
	NUMBERED_WORDS,
	ORGANIZATION_FOLLOWERS,
	OTHER_OPENERS,
	PERSON_FOLLOWERS,
	PLACE_OPENERS,
	PLACE_VERBS,
	POSSESSIVE_ENDINGS,
	PRODUCT_FOLLOWERS,
	TEAM_WORDS,
} from "../en/entity-words.js";
import type { Token } from "../tokens.js";
import { isCommonOnly, isCommonWord, isFamilyFirst, isGivenName, knownName } from "./gazetteer.js";
import { endsInTitle, hasAge, headIndex, headType, openerType } from "./heads.js";
import { hasDigit, isCapital, touches } from "./letters.js";
import { placeType } from "./place-cues.js";
import type { Segment } from "./segments.js";

/** A person's name has at most this many tokens ("Abdel Fattah al - Sisi"). */
const MAX_PERSON_TOKENS = 6;

/** A run of more words without a given name is hardly a person. */
const MAX_UNKNOWN_PERSON_TOKENS = 4;

/** What a name denotes; `sure` is false for a guess from little, which another mention may overrule. */
export interface Judgement {
	type: EntityType;
	sure: boolean;
}

/**
 * Judges a name no list knows, from its words and from the words beside it: heads ("Corps"), openers ("Hurricane"),
 * titles and given names, age and verbs of saying after it, prepositions and kinds of place beside it. A run of
 * capitals is a guess at a person only where none of its ends is an ordinary word ("Best Buy", "Red Sox").
 */
export function judgeName(text: string, tokens: readonly Token[], segment: Segment): Judgement {
	const { first, end } = segment;
	const opening = (tokens[first] as Token).lower;
	if (NUMBERED_WORDS.has(opening)) return { type: "OTHER", sure: true };
	const opener = openerType(opening);
	const headed = typeByHead(tokens, first, end);
	if (opener !== null && end > first + 1)
		return { type: opener === "ORGANIZATION" && headed !== null ? headed : opener, sure: true };
	const person = looksLikePerson(tokens, first, end);
	if (end > first + 2 && OTHER_OPENERS.has((tokens[first + 1] as Token).lower)) return { type: "OTHER", sure: true };
	if (segment.titled && person) return { type: "PERSON", sure: true };
	if (headed !== null) return { type: headed, sure: true };
	const given = person && isPerson(tokens, first, end);
	// A title of a work may be the name of a person: then the other mentions decide.
	if (isQuoted(tokens, first, end)) return { type: given ? "PERSON" : "OTHER", sure: !given };
	if (given) return { type: "PERSON", sure: true };
	return isOneWord(tokens, first, end)
		? judgeWord(text, tokens, first, end)
		: judgeWords(text, tokens, first, end, person);
}

/** True for one word, whole or hyphenated ("Haute-Savoie"). */
function isOneWord(tokens: readonly Token[], first: number, end: number): boolean {
	for (let at = first + 1; at < end; at++) if (!touches(tokens[at - 1], tokens[at])) return false;
	return true;
}

/** The head is the last word, the last word before "of" or "for", or the last one before a place ("College London"). */
function typeByHead(tokens: readonly Token[], first: number, end: number): EntityType | null {
	if (end === first + 1) return null;
	for (let at = first; at < end - 1; at++) {
		if (!HEAD_LINKS.has(tokens[at + 1]?.lower ?? "")) continue;
		const type = headType((tokens[at] as Token).lower);
		if (type !== null) return type;
	}
	const last = headIndex(tokens, first, end);
	const type = headType((tokens[last] as Token).lower);
	if (type !== null || last < first + 2 || knownName((tokens[last] as Token).text)?.type !== "GPE") return type;
	const before = headType((tokens[last - 1] as Token).lower);
	return before === "ORGANIZATION" ? before : null;
}

/** Only words with capitals, initials, particles and hyphens. */
function looksLikePerson(tokens: readonly Token[], first: number, end: number): boolean {
	if (end - first > MAX_PERSON_TOKENS) return false;
	for (let at = first; at < end; at++) {
		const { text, lower } = tokens[at] as Token;
		if (hasDigit(text) || text.includes("&") || NAME_LINKS.has(lower) || POSSESSIVE_ENDINGS.has(text)) return false;
	}
	return true;
}

function isPerson(tokens: readonly Token[], first: number, end: number): boolean {
	const before = tokens[first - 1]?.lower ?? "";
	const kind = before === DEFINITE_ARTICLE || INDEFINITE_ARTICLES.has(before) || before === "-";
	const word = (tokens[first] as Token).text;
	const common = isCommonOnly((tokens[end - 1] as Token).lower);
	if (isGivenName(word) && end > first + 1 && !common) return true;
	if (isFamilyFirst(word) && end > first + 1 && !common && !kind) return true;
	if (end > first + 1 && !common && word.endsWith(".") && /^(?:\p{Lu}\.)+$/u.test(word)) return true;
	if (NAME_SUFFIXES.has((tokens[end - 1] as Token).lower)) return true;
	if (endsInTitle(tokens, first)) return true;
	return hasAge(tokens, end);
}

/** The title of a work: in quotation marks, with nothing else between them. */
function isQuoted(tokens: readonly Token[], first: number, end: number): boolean {
	const before = tokens[first - 1]?.text;
	if (before !== '"' && before !== "“" && before !== "«") return false;
	const after = /^[,.]$/u.test(tokens[end]?.text ?? "") ? end + 1 : end;
	return end > first + 1 && /^["”»]$/u.test(tokens[after]?.text ?? "");
}

function judgeWord(full: string, tokens: readonly Token[], at: number, end: number): Judgement {
	const { text, lower } = tokens[at] as Token;
	const before = tokens[at - 1]?.lower ?? "";
	const after = tokens[end];
	// A kind stands on either side of what it is: "the Kinzhal missile", "the missile system THAAD".
	if (PRODUCT_FOLLOWERS.has(after?.lower ?? "") || PRODUCT_FOLLOWERS.has(before))
		return { type: "PRODUCT", sure: false };
	if (hasDigit(text) || (end > at + 1 && hasDigit(tokens[end - 1]?.text ?? ""))) return { type: "PRODUCT", sure: true };
	if (/^[\p{Lu}.&]{2,6}$/u.test(text)) return { type: "ORGANIZATION", sure: false };
	const place = placeType(full, tokens, at, end);
	if (place) return place;
	if (FACILITY_FOLLOWERS.has(after?.text ?? "")) return { type: "FACILITY", sure: false };
	if (ORGANIZATION_FOLLOWERS.has(after?.lower ?? "")) return { type: "ORGANIZATION", sure: false };
	if (PERSON_FOLLOWERS.has(after?.lower ?? "")) return { type: "PERSON", sure: false };
	if (before !== DEFINITE_ARTICLE && after?.pos === "VERB" && PERSON_VERBS.has(after.lemma))
		return { type: "PERSON", sure: false };
	if (isGivenName(text) && before !== DEFINITE_ARTICLE && !INDEFINITE_ARTICLES.has(before) && before !== "-")
		return { type: "PERSON", sure: false };
	if (PLACE_VERBS.has(tokens[at - 1]?.lemma ?? "")) return { type: "GPE", sure: false };
	const plural = before === DEFINITE_ARTICLE && /\p{Ll}s$/u.test(text);
	return { type: plural || TEAM_WORDS.has(lower) ? "ORGANIZATION" : "OTHER", sure: false };
}

function judgeWords(text: string, tokens: readonly Token[], first: number, end: number, person: boolean): Judgement {
	const before = tokens[first - 1]?.lower ?? "";
	const last = tokens[end - 1] as Token;
	if (PRODUCT_FOLLOWERS.has(tokens[end]?.lower ?? "") || /^\p{N}+$/u.test(last.text))
		return { type: "PRODUCT", sure: false };
	if (tokens.slice(first, end).some((token) => token.text === "&")) return { type: "ORGANIZATION", sure: true };
	const place = placeType(text, tokens, first, end);
	if (place?.sure) return place;
	if (FACILITY_FOLLOWERS.has(tokens[end]?.text ?? "")) return { type: "FACILITY", sure: false };
	if (!person) return { type: "OTHER", sure: false };
	if (before === DEFINITE_ARTICLE) return { type: "ORGANIZATION", sure: false };
	if (PLACE_OPENERS.has((tokens[first] as Token).lower) && !isCommonWord(last.lower))
		return { type: "GPE", sure: false };
	if (place && !isCommonOnly(last.lower)) return place;
	if (!mayBePerson(tokens, first, end))
		return { type: actsOrOwns(tokens, first, end) ? "ORGANIZATION" : "OTHER", sure: false };
	const titleCase = tokens
		.slice(first, end)
		.every((token) => !isCapital(token) || /\p{Ll}/u.test(token.text) || /^\p{Lu}\.?$/u.test(token.text));
	return titleCase && end - first <= MAX_UNKNOWN_PERSON_TOKENS
		? { type: "PERSON", sure: false }
		: { type: "OTHER", sure: false };
}

/** No ordinary word at either end ("Deepwater Horizon", "Shia Muslims"), no place at the end ("Telecom Egypt"). */
function mayBePerson(tokens: readonly Token[], first: number, end: number): boolean {
	if (isCommonWord((tokens[first] as Token).lower)) return false;
	const last = tokens[end - 1] as Token;
	const known = [knownName((tokens[first] as Token).text), knownName(last.text)];
	return !isCommonOnly(last.lower) && known.every((name) => name === null || name.type === "PERSON");
}

/** A verb, a possessive or a word of business behind a name, or an acronym in it ("DP World"): an organisation acts so. */
function actsOrOwns(tokens: readonly Token[], first: number, end: number): boolean {
	const after = tokens[end];
	if (/^\p{Lu}{2,4}$/u.test((tokens[first] as Token).text)) return true;
	if (!after) return false;
	return (
		after.pos === "VERB" ||
		after.pos === "AUX" ||
		POSSESSIVE_ENDINGS.has(after.text) ||
		ORGANIZATION_FOLLOWERS.has(after.lower)
	);
}
