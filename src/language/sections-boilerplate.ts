import type { Span } from "./analysis.js";
import { BOILERPLATE_OPENINGS, BOILERPLATE_PHRASES, BYLINE_OPENINGS } from "./en/section-cues.js";
import { longestOpening, openingIndex } from "./sections-opening.js";

/** A longer paragraph is news, whatever it begins with: advertisement and credits are short. */
const MAX_BOILERPLATE_LENGTH = 320;

/** "By" and at most this many words make a byline. */
const MAX_BYLINE_WORDS = 7;

/** The shortest phrase of the list. */
const MIN_PHRASE_LENGTH = Math.min(...BOILERPLATE_PHRASES.map((phrase) => phrase.length));

/** Menu entries and share buttons are shorter than this. */
const MAX_FRAGMENT_LENGTH = 60;

const openings = openingIndex(BOILERPLATE_OPENINGS);
const bylines = new Set(BYLINE_OPENINGS);

/** True for a short paragraph of advertisement, pointers to other articles, credits, notices or a byline. */
export function isBoilerplate(text: string, paragraph: Span): boolean {
	const length = paragraph.end - paragraph.start;
	if (length > MAX_BOILERPLATE_LENGTH) return false;
	const line = text.slice(paragraph.start, paragraph.end);
	if (isRule(line)) return true;
	const lower = line.toLowerCase();
	if (longestOpening(openings, lower) !== null) return true;
	const bare = lower.replace(/^[\s*_#>\-–—•|▪►→»[(]+/u, "");
	if (bare.length < length && longestOpening(openings, bare) !== null) return true;
	if (length >= MIN_PHRASE_LENGTH && BOILERPLATE_PHRASES.some((phrase) => lower.includes(phrase))) return true;
	return isByline(line);
}

/** True for a scrap without a closing mark: a headline, a menu entry, a share button. */
export function isFragment(text: string, paragraph: Span): boolean {
	if (paragraph.end - paragraph.start > MAX_FRAGMENT_LENGTH) return false;
	return !/[.!?…。！？]["'”’»)\]]?$/u.test(text.slice(paragraph.start, paragraph.end));
}

/** A line of dashes, stars or the like. */
const isRule = (line: string): boolean => /^[-–—_*=~•.·#\s]+$/u.test(line);

function isByline(line: string): boolean {
	const opening = /^\p{L}{1,12}(?=:?\s)/u.exec(line)?.[0];
	if (!opening || !bylines.has(opening.toLowerCase())) return false;
	const words = line.split(/\s+/u);
	if (words.length < 2 || words.length > MAX_BYLINE_WORDS) return false;
	return words.slice(1).every((word) => /^[\p{Lu}&|,]/u.test(word) || word.length <= 3);
}
