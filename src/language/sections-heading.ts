import type { Span } from "./analysis.js";
import { BACKGROUND_HEADINGS, OPEN_BACKGROUND_HEADINGS, OTHER_HEADINGS } from "./en/headings.js";
import { MONTH_NAMES } from "./en/months.js";
import { canOpen, longestOpening, openingIndex } from "./sections-opening.js";

/** A line that can be a heading. */
export interface Heading {
	/** As printed, without markup around it and without a closing colon. */
	printed: string;
	/** Lower case without accents, apostrophes made plain, closing marks removed. */
	plain: string;
	/** True if it opens a paragraph of text ("Background: ..."). */
	inline: boolean;
	/** True if markup (#, **) shows it to be a heading. */
	marked: boolean;
}

/** Longer lines are sentences. The longest heading in the lists has 45 characters, and subjects may follow. */
const MAX_HEADING_LENGTH = 80;

/** A heading in words not in the lists is believed only up to this many words. */
const MAX_UNKNOWN_HEADING_WORDS = 8;

/** A heading in the middle of a text has at least this much text below it. */
const MIN_TEXT_BELOW = 60;

const background = new Set(BACKGROUND_HEADINGS.map(folded));
const open = openingIndex(OPEN_BACKGROUND_HEADINGS.map(folded));
const other = new Set(OTHER_HEADINGS.map(folded));
const inlineOpenings = openingIndex([...BACKGROUND_HEADINGS, ...OTHER_HEADINGS].map(folded));

/** Reads a paragraph as a heading: alone on its line, or known and set off inline by a colon, stop or dash. */
export function readHeading(text: string, paragraph: Span): Heading | null {
	const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + MAX_HEADING_LENGTH + 1));
	const marks = /^[\s#*_=\-–—•▪►>|[\]]*/u.exec(head)?.[0] ?? "";
	const bare = head.slice(marks.length);
	const inline = readInline(bare, paragraph.end - paragraph.start > head.length || bare.length > 0);
	if (inline) return { ...inline, marked: /[#*_=]/u.test(marks) };
	if (paragraph.end - paragraph.start > MAX_HEADING_LENGTH) return null;
	const printed = bare.replace(/[\s#*_=\-–—|:：[\]]+$/u, "");
	if (!/\p{L}/u.test(printed)) return null;
	return { printed, plain: plain(printed), inline: false, marked: /[#*_=]/u.test(marks) };
}

/** "Background: ...", "Recap. ...", "**Context** - ...": a known heading, a mark, and text after it. */
function readInline(bare: string, long: boolean): Omit<Heading, "marked"> | null {
	if (!long || !canOpen(inlineOpenings, bare)) return null;
	const line = folded(bare);
	const phrase = longestOpening(inlineOpenings, line);
	// Folding keeps the length of composed letters; where it does not, the phrase ends elsewhere in the print.
	if (!phrase || line.length !== bare.length || !/^\p{Lu}|^\P{Lu}*$/u.test(bare.slice(0, phrase.length))) return null;
	const after = bare.slice(phrase.length);
	if (!/^(?:\*\*|__|\*)?(?:[:：.]|\s[-–—]|\s*[—])(?:\*\*|__|\*)?\s*["“«'‘(]?[\p{L}\p{N}]/u.test(after)) return null;
	return { printed: bare.slice(0, phrase.length), plain: phrase, inline: true };
}

/** True for a heading over what came before. */
export function isBackgroundHeading(heading: Heading): boolean {
	if (background.has(heading.plain)) return true;
	if (heading.inline || /[.,;]$/u.test(heading.printed)) return false;
	return longestOpening(open, heading.plain) !== null;
}

/**
 * True for a heading over something else. One that is in no list is known by its shape: few words, a capital, no
 * closing mark, text below it; a date or a list entry is none, since those stand inside a timeline.
 */
export function isOtherHeading(text: string, heading: Heading, paragraph: Span, next: Span | undefined): boolean {
	if (other.has(heading.plain)) return true;
	if (heading.inline || !next || next.end - next.start < MIN_TEXT_BELOW) return false;
	const line = text.slice(paragraph.start, paragraph.end);
	if (/[.!,;:…"”»)]$/u.test(line) || !/^[#*_=\s]*\p{Lu}/u.test(line) || /\p{N}/u.test(line)) return false;
	const words = heading.plain.split(" ");
	return words.length <= MAX_UNKNOWN_HEADING_WORDS && !words.some((word) => MONTH_NAMES.has(word));
}

/** Small letters without accents (capitals are printed without them in many languages) and with plain apostrophes. */
function folded(line: string): string {
	const lower = line.toLowerCase().replace(/[‘’ʼ]/gu, "'");
	if (!/[\u0080-\u{10ffff}]/u.test(lower)) return lower;
	return lower
		.normalize("NFD")
		.replace(/[\u0300-\u036f]/gu, "")
		.normalize("NFC");
}

const plain = (line: string): string =>
	folded(line)
		.replace(/\s+/gu, " ")
		.replace(/[?!.…]+$/u, "")
		.trim();
