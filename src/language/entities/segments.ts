import { DIRECTION_WORDS, PLAIN_ACRONYMS } from "../en/entity-common-words.js";
import { CALENDAR_WORDS, HEAD_LINKS, NUMBERED_WORDS, PART_LINK } from "../en/entity-words.js";
import type { Token, TokenizedText } from "../tokens.js";
import type { Candidate } from "./candidates.js";
import { isCommonWord, isFamilyFirst, isGivenName, type KnownMention, knownNameAt } from "./gazetteer.js";
import { headIndex, headType, openerType, titleLength } from "./heads.js";
import { isCapital } from "./letters.js";
import { isBeforeRegion } from "./place-cues.js";

/** One name cut out of a run; `known` where a list says what it denotes. */
export interface Segment extends Candidate {
	known: KnownMention | null;
	/** True if a title stands right before it ("Secretary of Defense" before "Lloyd Austin"). */
	titled: boolean;
}

/**
 * Cuts a run of capitals into names: "US Secretary of Defense Lloyd Austin" holds a country, an office and a person.
 * A run whose last word is the head of a name ("Iranian Foreign Ministry") stays whole.
 */
export function segmentsOf(doc: TokenizedText, run: Candidate): Segment[] {
	const { tokens } = doc;
	const found: Segment[] = [];
	let titled = false;
	let at = run.first;
	while (at < run.end) {
		const known = usableKnown(doc, at, run.end);
		const limit = breakWithin(tokens, Math.max(at + 1, known?.end ?? 0), run.end);
		const headed = headedUntil(tokens, at, limit) && !endsInField(tokens, limit, run.end);
		if (known && (known.end === limit || !headed || leavesKnownName(doc, known, limit))) {
			found.push({ first: at, end: known.end, known, titled: false });
			at = known.end;
			titled = false;
			continue;
		}
		if (isPlainAcronym(tokens[at] as Token) && limit > at + 1 && tokens[at + 1]?.text !== "-") {
			at++;
			continue;
		}
		const title = headed ? 0 : titleLength(tokens, at, limit);
		if (title > 0) {
			at = pastTitle(tokens, at + title, limit);
			titled = true;
		} else if (!opensSegment(tokens, at) || (!headed && isDirection(doc, at, limit))) at++;
		else {
			if (!isField(tokens, at, limit, run.end)) found.push({ first: at, end: limit, known: null, titled });
			titled = false;
			at = limit;
		}
	}
	return found;
}

/** "CEO", "MVP": what is on its two sides are two names; but the numeral of a king or pope belongs to his. */
function isPlainAcronym({ text }: Token): boolean {
	return PLAIN_ACRONYMS.has(text) && !/^[IVX]+$/.test(text);
}

/** A capital, a particle before a hyphen ("al-Jaafari"), or an ordinal ("117th Street"). */
function opensSegment(tokens: readonly Token[], at: number): boolean {
	const token = tokens[at] as Token;
	return isCapital(token) || tokens[at + 1]?.text === "-" || /^\d+[a-z]{2}$/.test(token.text);
}

/** "US District" before "Judge": the last word belongs to the office and heads no name. */
function endsInField(tokens: readonly Token[], end: number, runEnd: number): boolean {
	if (end === runEnd || titleLength(tokens, end, runEnd) === 0) return false;
	return headType((tokens[end - 1] as Token).lower) !== "ORGANIZATION";
}

/** "District" before "Judge", "Railway" before "Minister": the field of an office is no name. */
function isField(tokens: readonly Token[], first: number, end: number, runEnd: number): boolean {
	for (let at = first; at < end; at++) if (!isCommonWord((tokens[at] as Token).lower)) return false;
	return endsInField(tokens, end, runEnd);
}

/** The known name at `at`, unless it is the given name, or the bare last name, of a longer name of a person. */
function usableKnown(doc: TokenizedText, at: number, limit: number): KnownMention | null {
	const { text, tokens } = doc;
	const known = knownNameAt(text, tokens, at, limit);
	if (!known || known.end === limit || known.end > at + 1) return known;
	const next = tokens[known.end] as Token;
	const goesOn =
		isCapital(next) &&
		!isCommonWord(next.lower) &&
		headType(next.lower) === null &&
		titleLength(tokens, known.end, limit) === 0 &&
		knownNameAt(text, tokens, known.end, limit) === null;
	if (!goesOn) return known;
	const word = (tokens[at] as Token).text;
	return known.type === "PERSON" || isGivenName(word) || (isFamilyFirst(word) && known.type !== "GPE") ? null : known;
}

/** "Nixon White House": what follows a known name is one too; but a country belongs to what follows ("Iranian Red Crescent"). */
function leavesKnownName(doc: TokenizedText, known: KnownMention, limit: number): boolean {
	if (known.type === "GPE" || known.type === "LOCATION") return false;
	return knownNameAt(doc.text, doc.tokens, known.end, limit)?.end === limit;
}

/** "CEO of", "Secretary of Commerce": the name begins behind the link, and behind the field of the office. */
function pastTitle(tokens: readonly Token[], at: number, limit: number): number {
	if (at + 1 >= limit || tokens[at]?.lower !== PART_LINK) return at;
	if (headedUntil(tokens, at + 1, limit)) return at + 1;
	let to = at + 1;
	while (to < limit - 1 && isCommonWord((tokens[to] as Token).lower)) to++;
	return to;
}

/** "Northern" before "Iraq", "Greater" before "Manchester". */
function isDirection({ text, tokens }: TokenizedText, at: number, limit: number): boolean {
	if (!DIRECTION_WORDS.has((tokens[at] as Token).lower)) return false;
	const known = at + 1 < limit ? knownNameAt(text, tokens, at + 1, limit) : null;
	if (known?.type !== "GPE" && known?.type !== "LOCATION") return false;
	// "East Palestine, Ohio" is a town of its own.
	return known.end < limit || !isBeforeRegion(text, tokens, known.end);
}

/** Where a run breaks, from `first` on: at a title with a name behind it ("Pentagon Spokesman Pat Ryder"), at a numbered word. */
function breakWithin(tokens: readonly Token[], first: number, limit: number): number {
	for (let at = first; at < limit; at++) {
		const { lower } = tokens[at] as Token;
		if (NUMBERED_WORDS.has(lower) && at + 2 === limit && /^\d+$/.test(tokens[at + 1]?.text ?? "")) return at;
		if (isPlainAcronym(tokens[at] as Token) && tokens[at - 1]?.text !== "-") return at;
		const title = titleLength(tokens, at, limit);
		if (title === 0 || at + title >= limit || tokens[at - 1]?.lower === PART_LINK) continue;
		if (!headedUntil(tokens, at, limit) && !headedUntil(tokens, at + title, limit)) return at;
	}
	return limit;
}

/** True if the run ends in the head of a name, or opens with a word that takes in what follows. */
function headedUntil(tokens: readonly Token[], first: number, end: number): boolean {
	if (openerType(tokens[first]?.lower ?? "") !== null) return true;
	const last = headIndex(tokens, first, end);
	for (let at = first; at < end; at++) {
		const { lower } = tokens[at] as Token;
		const heads = at === last || HEAD_LINKS.has(tokens[at + 1]?.lower ?? "");
		if (heads && headType(lower) !== null && !CALENDAR_WORDS.has(lower)) return titleLength(tokens, at, end) === 0;
	}
	return false;
}
