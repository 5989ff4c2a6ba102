import type { Token, TokenizedText } from "../tokens.js";
import { characterClass, DIGIT, LETTER, pieceEnd, SPACE } from "./characters.js";
import { breakAt, type Lexeme, NO_NUMBER } from "./lexemes.js";
import type { WordSense } from "./word-sense.js";

/**
 * The lexemes of a text, their senses looked up in a lexicon; a `break` lexeme stands before each paragraph and at the
 * end.
 */
export function readLexemes(doc: TokenizedText, lexicon: ReadonlyMap<string, WordSense>): Lexeme[] {
	const { text, tokens } = doc;
	const out: Lexeme[] = [];
	let token = 0;
	for (const paragraph of doc.paragraphs) {
		out.push(breakAt(paragraph.start, token));
		let spaced = false;
		for (let start = paragraph.start; start < paragraph.end; ) {
			const kind = characterClass(text, start);
			if (kind === SPACE) {
				spaced = true;
				start++;
				continue;
			}
			while (token + 1 < tokens.length && (tokens[token] as Token).end <= start) token++;
			const end = pieceEnd(text, start, kind, paragraph.end);
			out.push(lexemeOf(doc, lexicon, token, kind, start, end, spaced));
			spaced = false;
			start = end;
		}
	}
	out.push(breakAt(text.length, Math.max(0, tokens.length - 1)));
	return out;
}

/** Digits a number can have; no date has more. */
const MAX_DIGITS = 8;

function lexemeOf(
	doc: TokenizedText,
	lexicon: ReadonlyMap<string, WordSense>,
	token: number,
	kind: number,
	start: number,
	end: number,
	spaced: boolean,
): Lexeme {
	const within = doc.tokens[token];
	const pos = within?.pos ?? "X";
	// Most pieces are whole tokens, whose lower-case form is there already.
	const whole = within !== undefined && within.start === start && within.end === end;
	let lower = whole ? within.lower : doc.text.slice(start, end).toLowerCase();
	if (kind === DIGIT) {
		const digits = end - start;
		if (digits > MAX_DIGITS) lower = "";
		const number = digits > MAX_DIGITS ? NO_NUMBER : Number(lower);
		return { start, end, kind: "number", lower, sense: null, number, digits, spaced, capital: false, token, pos };
	}
	const isWord = kind === LETTER;
	if (!isWord) lower = PLAIN_SIGNS.get(lower) ?? lower;
	const sense = lexicon.get(lower) ?? null;
	const capital = isWord && doc.text.charCodeAt(start) !== lower.charCodeAt(0);
	const form = isWord ? "word" : "sign";
	return { start, end, kind: form, lower, sense, number: NO_NUMBER, digits: 0, spaced, capital, token, pos };
}

/** Dashes and apostrophes in their typographic forms. */
const PLAIN_SIGNS: ReadonlyMap<string, string> = new Map([
	...[..."‐‑‒–—―−"].map((dash) => [dash, "-"] as const),
	...[..."‘’ʼ`´"].map((quote) => [quote, "'"] as const),
]);
