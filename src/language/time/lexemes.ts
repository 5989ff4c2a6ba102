import type { PartOfSpeech, TokenizedText } from "../tokens.js";
import { LEXICON, type WordSense } from "./lexicon.js";

/** The smallest pieces time expressions are made of: finer than tokens ("2024-11-02" is five, "2nd" two). */
export interface Lexeme {
	start: number;
	end: number;
	kind: "word" | "number" | "sign" | "break";
	/** Lower case, dashes and apostrophes plain. Long digit runs are cut: no date has so many. */
	lower: string;
	/** What the word can stand for in time expressions; null where it is no such word. */
	sense: WordSense | null;
	/** A number's value; NaN beyond eight digits and for words. */
	number: number;
	digits: number;
	/** White space stands before it. */
	spaced: boolean;
	capital: boolean;
	/** Index into the document's tokens of the token it lies in. */
	token: number;
	pos: PartOfSpeech;
}

const MAX_DIGITS = 8;

/** The lexemes of a text; a `break` lexeme stands before each paragraph and at the end. */
export function readLexemes(doc: TokenizedText): Lexeme[] {
	const out: Lexeme[] = [];
	let token = 0;
	for (const paragraph of doc.paragraphs) {
		out.push(breakAt(paragraph.start, token));
		const piece = doc.text.slice(paragraph.start, paragraph.end);
		let end = 0;
		for (const match of piece.matchAll(/\p{L}[\p{L}\p{M}]*|[0-9]+|[^\s\p{L}]/gu)) {
			const at = paragraph.start + match.index;
			while (token + 1 < doc.tokens.length && (doc.tokens[token]?.end ?? 0) <= at) token++;
			out.push(lexeme(match[0], at, match.index > end, token, doc.tokens[token]?.pos ?? "X"));
			end = match.index + match[0].length;
		}
	}
	out.push(breakAt(doc.text.length, Math.max(0, doc.tokens.length - 1)));
	return out;
}

function lexeme(text: string, start: number, spaced: boolean, token: number, pos: PartOfSpeech): Lexeme {
	const end = start + text.length;
	const first = text.charCodeAt(0);
	if (first >= 48 && first <= 57) {
		const digits = text.length;
		const number = digits <= MAX_DIGITS ? Number(text) : Number.NaN;
		const lower = digits <= MAX_DIGITS ? text : "";
		return { start, end, kind: "number", lower, sense: null, number, digits, spaced, capital: false, token, pos };
	}
	const lower = plain(text);
	const isWord = lower.length > 1 || /\p{L}/u.test(lower);
	const sense = isWord ? (LEXICON.get(lower) ?? null) : null;
	const capital = isWord && text.charAt(0) !== lower.charAt(0);
	const kind = isWord ? "word" : "sign";
	return { start, end, kind, lower, sense, number: Number.NaN, digits: 0, spaced, capital, token, pos };
}

function breakAt(at: number, token: number): Lexeme {
	return {
		start: at,
		end: at,
		kind: "break",
		lower: "",
		sense: null,
		number: Number.NaN,
		digits: 0,
		spaced: true,
		capital: false,
		token,
		pos: "X",
	};
}

function plain(text: string): string {
	if (text.length === 1) {
		if (/[‐-―−]/.test(text)) return "-";
		if (/[‘’ʼ`´]/.test(text)) return "'";
	}
	return text.toLowerCase();
}

const NOTHING: Lexeme = breakAt(0, 0);

/** The lexeme at an index, or a break beyond the ends. */
export const at = (lexemes: readonly Lexeme[], index: number): Lexeme => lexemes[index] ?? NOTHING;

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
