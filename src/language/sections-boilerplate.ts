import type { Span } from "./analysis.js";
import {
	BOILERPLATE_LINES,
	BOILERPLATE_OPENINGS,
	BOILERPLATE_PHRASES,
	BYLINE_OPENINGS,
	CREDIT_LABELS,
	PHOTO_AGENCIES,
} from "./en/section-cues.js";
import { canOpen, longestOpening, openingIndex } from "./sections-opening.js";

/** A longer paragraph is news, whatever it begins with: advertisement and credits are short. */
const MAX_BOILERPLATE_LENGTH = 320;

/** "By" and at most this many words make a byline. */
const MAX_BYLINE_WORDS = 7;

/** The shortest phrase of the list. */
const MIN_PHRASE_LENGTH = Math.min(...BOILERPLATE_PHRASES.map((phrase) => phrase.length));

/** Any phrase of the list, found in one run over a line: one search for each would be most of the work on a text. */
const PHRASE = new RegExp(
	BOILERPLATE_PHRASES.map((phrase) => phrase.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|"),
);

/** Menu entries and share buttons are shorter than this. */
const MAX_FRAGMENT_LENGTH = 60;

const openings = openingIndex(BOILERPLATE_OPENINGS);
const bylines = new Set(BYLINE_OPENINGS);
const creditLabels = new Set(CREDIT_LABELS);
const photoAgencies = new Set(PHOTO_AGENCIES);

/** A credit at the end of a caption is not longer. */
const MAX_CREDIT_LENGTH = 60;

/** True for a short paragraph of advertisement, pointers to other articles, credits, notices or a byline. */
export function isBoilerplate(text: string, paragraph: Span): boolean {
	const length = paragraph.end - paragraph.start;
	if (length > MAX_BOILERPLATE_LENGTH) return false;
	const line = text.slice(paragraph.start, paragraph.end);
	if (isRule(line) || isAddress(line)) return true;
	const lower = line.toLowerCase();
	if (length <= MAX_FRAGMENT_LENGTH && BOILERPLATE_LINES.has(lower.replace(/[\d\s().:…!]+/gu, " ").trim())) return true;
	if (longestOpening(openings, lower) !== null) return true;
	const bare = lower.replace(/^[\s*_#>\-–—•|▪►→»[(]+/u, "");
	if (bare.length < length && longestOpening(openings, bare) !== null) return true;
	if (length >= MIN_PHRASE_LENGTH && PHRASE.test(lower)) return true;
	return isByline(line) || endsInCredit(lower);
}

/** Nothing but addresses of pages and hash tags. */
const isAddress = (line: string): boolean =>
	/^(?:https?:\/\/|www\.|#|@)\S/u.test(line) &&
	line.split(/\s+/u).every((word) => /^(?:https?:\/\/|www\.|#|@)\S/u.test(word));

/** "(Jane Doe/AP)", "Photograph: Jane Doe/EPA" at the end of a caption; `lower` in small letters. */
function endsInCredit(lower: string): boolean {
	const tail = lower.slice(-MAX_CREDIT_LENGTH);
	if (tail.endsWith(")")) {
		const inside = tail.slice(tail.lastIndexOf("(") + 1, -1);
		return (
			tail.includes("(") && photoAgencies.has(inside.slice(inside.lastIndexOf("/") + 1).trim()) && inside.includes("/")
		);
	}
	const colon = tail.lastIndexOf(": ");
	if (colon < 0 || /[.!?]\s/u.test(tail.slice(colon))) return false;
	return creditLabels.has(/\p{L}+$/u.exec(tail.slice(0, colon))?.[0] ?? "");
}

/** True for a scrap without a closing mark: a headline, a menu entry, a share button. */
export function isFragment(text: string, paragraph: Span): boolean {
	if (paragraph.end - paragraph.start > MAX_FRAGMENT_LENGTH) return false;
	return !/[.!?…。！？]["'”’»)\]]?$/u.test(text.slice(paragraph.start, paragraph.end));
}

/** A line of dashes, stars or the like. */
const isRule = (line: string): boolean => /^[-–—_*=~•.·#\s]+$/u.test(line);

function isByline(line: string): boolean {
	if (!canOpen(bylines, line)) return false;
	const opening = /^\p{L}{1,12}(?=:?\s)/u.exec(line)?.[0];
	if (!opening || !bylines.has(opening.toLowerCase())) return false;
	const words = line.split(/\s+/u);
	if (words.length < 2 || words.length > MAX_BYLINE_WORDS) return false;
	return words.slice(1).every((word) => /^[\p{Lu}&|,]/u.test(word) || word.length <= 3);
}
