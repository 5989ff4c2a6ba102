import type { SectionRole } from "../generated/prisma/client.js";
import { STOP_WORDS } from "../language/en/stop-words.js";

/** What a report consists of, as far as two reports can be compared by it. */
export interface ReportWords {
	/** Its telling words and figures in lower case, each once, as numbers (`wordNumber`); those that are written as names come first. */
	words: Int32Array;
	/** So many of them are names. */
	names: number;
	/** How many different figures it gives: the number of dead, a sum, a share. */
	figures: number;
}

/** What stands below is detail. */
const REPORT_LENGTH = 2_000;

/** A report as far as it tells news: what stands below is retold from elsewhere, or detail. */
export function newsOf(text: string, sections: readonly { role: SectionRole; start: number }[]): string {
	const background = sections.find(({ role }) => role === "BACKGROUND")?.start ?? text.length;
	return text.slice(0, Math.min(background, REPORT_LENGTH));
}

/** A shorter word hardly ever tells one event from another; figures count at any length. */
const MIN_LETTERS = 3;

const WORD = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu;
const STARTS_WITH_FIGURE = /^\p{N}/u;

/**
 * Reads the words of a report. Quick rather than exact: words are compared as written, and what is capitalised within a sentence is taken
 * for a name.
 */
export function readReportWords(text: string): ReportWords {
	const words = new Set<string>();
	const names = new Set<string>();
	let figures = 0;
	for (const { 0: written, index } of text.matchAll(WORD)) {
		const word = written.toLowerCase();
		const isFigure = STARTS_WITH_FIGURE.test(word);
		if (!isFigure && (word.length < MIN_LETTERS || STOP_WORDS.has(word))) continue;
		if (!isFigure && word !== written && !names.has(word) && isWithinSentence(text, index)) names.add(word);
		if (words.has(word)) continue;
		words.add(word);
		if (isFigure) figures++;
	}
	for (const name of names) words.delete(name);
	return { words: Int32Array.from([...names, ...words], wordNumber), names: names.size, figures };
}

/** Whether the word at an index follows a word or a comma, so that a capital is its own. */
function isWithinSentence(text: string, index: number): boolean {
	return text[index - 1] === " " && /[\p{Ll},]/u.test(text[index - 2] ?? "");
}

/**
 * A word as a number of 32 bits (FNV-1a with the last step of MurmurHash 3): of the 20,000 words of a long storyline one pair in twenty
 * storylines is taken for one word.
 */
export function wordNumber(word: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}

/** A report's words as they are stored: both counts, then the words, four bytes each, the lowest first. */
export function reportBytes({ words, names, figures }: ReportWords): Uint8Array<ArrayBuffer> {
	const bytes = new DataView(new ArrayBuffer(4 * (words.length + 2)));
	[names, figures, ...words].forEach((number, at) => {
		bytes.setInt32(4 * at, number, true);
	});
	return new Uint8Array(bytes.buffer);
}

/** What `reportBytes` stored. */
export function storedReport(stored: Uint8Array): ReportWords {
	const bytes = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
	const words = new Int32Array(Math.max(0, bytes.byteLength / 4 - 2));
	for (let at = 0; at < words.length; at++) words[at] = bytes.getInt32(4 * (at + 2), true);
	return { words, names: bytes.getInt32(0, true), figures: bytes.getInt32(4, true) };
}
