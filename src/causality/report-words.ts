import { STOP_WORDS } from "../language/en/stop-words.js";

/** What a report consists of, as far as two reports can be compared by it. */
export interface ReportWords {
	/** Its telling words and figures in lower case, each once. */
	words: ReadonlySet<string>;
	/** Those of them that are written as names. */
	names: ReadonlySet<string>;
	/** How many different figures it gives: the number of dead, a sum, a share. */
	figures: number;
}

/** A shorter word hardly ever tells one event from another; figures count at any length. */
const MIN_LETTERS = 3;

const WORD = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu;
const STARTS_WITH_FIGURE = /^\p{N}/u;

/**
 * Reads the words of a report. Quick rather than exact, since a question reads a hundred reports: words are compared as written, and
 * what is capitalised within a sentence is taken for a name.
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
	return { words, names, figures };
}

/** Whether the word at an index follows a word or a comma, so that a capital is its own. */
function isWithinSentence(text: string, index: number): boolean {
	return text[index - 1] === " " && /[\p{Ll},]/u.test(text[index - 2] ?? "");
}
