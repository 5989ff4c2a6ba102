import type { Span } from "./analysis.js";
import { tag } from "./tagger/tagger.js";
import { baseFormOf, type Word } from "./tagger/word.js";
import { TAG_NAMES } from "./tagger/word-model.js";

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type PartOfSpeech =
	| "ADJ"
	| "ADP"
	| "ADV"
	| "AUX"
	| "CCONJ"
	| "DET"
	| "INTJ"
	| "NOUN"
	| "NUM"
	| "PART"
	| "PRON"
	| "PROPN"
	| "PUNCT"
	| "SCONJ"
	| "SYM"
	| "VERB"
	| "X";

export interface Token extends Span {
	text: string;
	/** Lower-cased, with typographic apostrophes made plain. */
	lower: string;
	lemma: string;
	pos: PartOfSpeech;
}

/** A sentence: its span, and its tokens as a half-open range of indexes into `TokenizedText.tokens`. */
export interface Sentence extends Span {
	firstToken: number;
	endToken: number;
	/** Index into `TokenizedText.paragraphs`. */
	paragraph: number;
}

/** A block between line ends (soft-wrapped lines are joined); its sentences as a half-open index range. */
export interface Paragraph extends Span {
	firstSentence: number;
	endSentence: number;
}

export interface TokenizedText {
	text: string;
	paragraphs: Paragraph[];
	sentences: Sentence[];
	tokens: Token[];
}

/** A paragraph longer than this is read in pieces, so that hostile text stays linear in time and memory. */
const MAX_PIECE = 20_000;
/** Characters without a space; the longest words are shorter, and an address may be cut. */
const MAX_RUN = 80;

/**
 * Splits a text into paragraphs, sentences and part-of-speech tagged tokens (wink-nlp, averaged perceptron tagger).
 * Every offset counts UTF-16 code units of `text`; white space belongs to no token.
 */
export function tokenize(text: string): TokenizedText {
	const out: TokenizedText = { text, paragraphs: [], sentences: [], tokens: [] };
	for (const block of splitParagraphs(text)) {
		const firstSentence = out.sentences.length;
		for (let start = block.start; start < block.end; ) {
			const end = pieceEnd(text, start, block.end);
			readPiece(out, start, end);
			start = end;
		}
		if (out.sentences.length > firstSentence)
			out.paragraphs.push({ start: block.start, end: block.end, firstSentence, endSentence: out.sentences.length });
	}
	return out;
}

/** Lines, trimmed; a line that does not end a sentence and goes on in lower case belongs to the next one. */
function splitParagraphs(text: string): Span[] {
	const blocks: Span[] = [];
	let open: Span | null = null;
	for (let at = 0; at <= text.length; ) {
		const newline = text.indexOf("\n", at);
		const lineEnd = newline < 0 ? text.length : newline;
		const line = trimSpan(text, at, lineEnd);
		if (line.start < line.end) {
			if (open && isSoftWrap(text, open, line)) open.end = line.end;
			else {
				open = line;
				blocks.push(line);
			}
		} else open = null;
		at = lineEnd + 1;
	}
	return blocks;
}

function isSoftWrap(text: string, before: Span, line: Span): boolean {
	return /[\p{L}\p{N},;-]/u.test(text[before.end - 1] ?? "") && /\p{Ll}/u.test(text[line.start] ?? "");
}

/** The span without white space at its ends. */
export function trimSpan(text: string, start: number, end: number): Span {
	while (start < end && isSpace(text.charCodeAt(start))) start++;
	while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
	return { start, end };
}

/** Most characters are decided by the first two comparisons. */
const isSpace = (code: number): boolean => code <= 32 || (code >= 0xa0 && isWideSpace(code));

function isWideSpace(code: number): boolean {
	return (
		code === 0xa0 ||
		code === 0xfeff ||
		(code >= 0x2000 && code <= 0x200b) ||
		code === 0x2028 ||
		code === 0x2029 ||
		code === 0x3000
	);
}

/** A piece ends at a space; a run without spaces is cut, since the tagger takes quadratic time over one. */
function pieceEnd(text: string, start: number, end: number): number {
	if (end - start <= MAX_RUN) return end;
	const limit = Math.min(end, start + MAX_PIECE);
	let run = start;
	for (let at = start; at < limit; at++) {
		if (isSpace(text.charCodeAt(at))) run = at + 1;
		else if (at - run >= MAX_RUN) return run > start ? run : start + MAX_RUN;
	}
	return limit < end && run > start ? run : limit;
}

function readPiece(out: TokenizedText, start: number, end: number): void {
	const { words, starts, tags, sentenceEnds } = tag(out.text.slice(start, end));
	const pieceFirst = out.tokens.length;
	const firsts: number[] = [];
	let index = 0;
	for (const sentenceEnd of sentenceEnds) {
		let opens = true;
		for (; index < sentenceEnd; index++) {
			const at = starts[index] as number;
			if (at < 0) continue;
			const word = words[index] as Word;
			const part = tags[index] as number;
			const token: Token = {
				start: start + at,
				end: start + at + word.text.length,
				text: word.text,
				lower: word.lower,
				lemma: baseFormOf(word, part),
				pos: (TAG_NAMES[part] ?? "X") as PartOfSpeech,
			};
			if (isFraction(out.tokens, pieceFirst, token)) mergeFraction(out, token, firsts);
			else {
				if (opens) firsts.push(out.tokens.length);
				out.tokens.push(token);
			}
			opens = false;
		}
	}
	for (let position = 0; position < firsts.length; position++)
		addSentence(out, firsts[position] as number, firsts[position + 1] ?? out.tokens.length, position > 0);
}

/** Adds a sentence, or makes it part of the one before where the split between them was none. */
function addSentence(out: TokenizedText, firstToken: number, endToken: number, continues: boolean): void {
	const { start } = out.tokens[firstToken] as Token;
	const { end } = out.tokens[endToken - 1] as Token;
	const previous = out.sentences.at(-1);
	if (previous && continues && joins(out, previous, firstToken, endToken)) {
		previous.end = end;
		previous.endToken = endToken;
	} else out.sentences.push({ start, end, firstToken, endToken, paragraph: out.paragraphs.length });
}

/** "magnitude-6" "." "3": the token goes on with the number that two tokens before it began, without a space. */
function isFraction(tokens: readonly Token[], pieceFirst: number, token: Token): boolean {
	const code = token.text.charCodeAt(0);
	const at = tokens.length - 2;
	if (code < 48 || code > 57 || at < pieceFirst) return false;
	const point = tokens[at + 1] as Token;
	if (point.text !== "." || point.end !== token.start) return false;
	const whole = tokens[at] as Token;
	return whole.end === point.start && /\d$/.test(whole.text);
}

/** Puts the parts of such a number together as one token; a sentence that would begin inside it does not. */
function mergeFraction(out: TokenizedText, token: Token, firsts: number[]): void {
	const at = out.tokens.length - 2;
	const whole = out.tokens[at] as Token;
	const text = out.text.slice(whole.start, token.end);
	out.tokens.length = at;
	const lower = text.toLowerCase();
	out.tokens.push({ ...whole, end: token.end, text, lower, lemma: lower });
	while ((firsts.at(-1) ?? 0) > at) firsts.pop();
}

/** A split right after an abbreviation, or before a lower-case word or a lone mark, was none. */
function joins(out: TokenizedText, previous: Sentence, firstToken: number, endToken: number): boolean {
	const first = out.tokens[firstToken] as Token;
	// Most sentences begin with a capital.
	const code = first.text.charCodeAt(0);
	if (code >= 65 && code <= 90) return false;
	if (opensQuotation(out, firstToken, endToken)) return false;
	if (/^[\p{Ll},;)\]”"'’]/u.test(first.text) && !/[.!?]["”’]$/.test(lastCharacters(out.text, previous.end)))
		return true;
	return endToken === firstToken + 1 && first.pos === "PUNCT" && /^["”’)\]]$/.test(first.text);
}

/** A straight quote behind a space, right before a word that can begin a sentence. */
function opensQuotation(out: TokenizedText, firstToken: number, endToken: number): boolean {
	const quote = out.tokens[firstToken] as Token;
	const word = out.tokens[firstToken + 1];
	if ((quote.text !== '"' && quote.text !== "'") || !word || firstToken + 1 >= endToken) return false;
	const before = out.tokens[firstToken - 1];
	return (before?.end ?? -1) < quote.start && word.start === quote.end && /^[\p{Lu}\p{N}]/u.test(word.text);
}

const lastCharacters = (text: string, end: number): string => text.slice(Math.max(0, end - 2), end);
