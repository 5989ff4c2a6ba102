import type { PartOfSpeech } from "../tokens.js";
import type { WordSense } from "./word-sense.js";

/** The smallest pieces time expressions are made of: finer than tokens ("2024-11-02" is five, "2nd" two). */
export interface Lexeme {
	start: number;
	end: number;
	kind: "word" | "number" | "sign" | "break";
	/** Lower case, dashes and apostrophes plain. Long digit runs are cut: no date has so many. */
	lower: string;
	/** What the word can stand for in time expressions; null where it is no such word. */
	sense: WordSense | null;
	/** A number's value; -1 beyond eight digits and for words (a whole number keeps the pieces small in memory). */
	number: number;
	digits: number;
	/** White space stands before it. */
	spaced: boolean;
	capital: boolean;
	/** Index into the document's tokens of the token it lies in. */
	token: number;
	pos: PartOfSpeech;
}

/** `Lexeme.number` of what is no number. */
export const NO_NUMBER = -1;

/** The place before a paragraph or behind the text. */
export function breakAt(at: number, token: number): Lexeme {
	return {
		start: at,
		end: at,
		kind: "break",
		lower: "",
		sense: null,
		number: NO_NUMBER,
		digits: 0,
		spaced: true,
		capital: false,
		token,
		pos: "X",
	};
}

const NOTHING: Lexeme = breakAt(0, 0);

/** The lexeme at an index, or a break beyond the ends (asked first: an array is slow to answer for a place it has not). */
export const at = (lexemes: readonly Lexeme[], index: number): Lexeme =>
	index >= 0 && index < lexemes.length ? (lexemes[index] as Lexeme) : NOTHING;

/** True where the lexeme at `index` is this word or sign. */
export const is = (lexemes: readonly Lexeme[], index: number, lower: string): boolean =>
	at(lexemes, index).lower === lower;

/** True where the lexeme at `index` follows the one before without white space. */
export const glued = (lexemes: readonly Lexeme[], index: number): boolean => {
	const lexeme = at(lexemes, index);
	return !lexeme.spaced && lexeme.kind !== "break" && at(lexemes, index - 1).kind !== "break";
};

/** Index after the words in order from `index`, or -1. */
export function follow(lexemes: readonly Lexeme[], index: number, words: readonly string[]): number {
	for (let k = 0; k < words.length; k++) if (at(lexemes, index + k).lower !== words[k]) return -1;
	return index + words.length;
}
