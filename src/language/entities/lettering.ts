import type { Sentence, Token, TokenizedText } from "../tokens.js";
import { isAllCapitals, isCapital, isLetter, isUpper } from "./letters.js";

/** How the words of a sentence are written: in headlines, capitals say nothing. */
export type Lettering = "SENTENCE" | "TITLE" | "CAPITALS";

/** Words that occur in small letters, and words that occur with a capital inside a sentence: evidence against and for names. */
export interface Vocabulary {
	small: Set<string>;
	capital: Set<string>;
}

/** Words shorter than this are often small in headlines ("of", "the"), so they say nothing. */
const LONG_WORD = 4;

/** At least as many words make a line in capitals a headline; fewer may be an acronym or two. */
const MIN_WORDS_IN_CAPITALS = 3;

/** Shares of words in capitals, or with one, from which a line is a headline. */
const CAPITALS_SHARE = 0.7;
const TITLE_SHARE = 0.75;

/** Tells a headline in capitals, and one with a capital on each word, from running text. */
export function letteringOf(doc: TokenizedText, sentence: Sentence): Lettering {
	let words = 0;
	let long = 0;
	let capital = 0;
	let upper = 0;
	let verbs = 0;
	for (let at = sentence.firstToken; at < sentence.endToken; at++) {
		const { text, pos } = doc.tokens[at] as Token;
		if (text.length < 2 || !isLetter(text)) continue;
		const capitalised = isUpper(text);
		words++;
		if (capitalised && isAllCapitals(text)) upper++;
		if (text.length < LONG_WORD) continue;
		long++;
		if (capitalised) capital++;
		else if (pos === "VERB" || pos === "AUX") verbs++;
	}
	if (words >= MIN_WORDS_IN_CAPITALS && upper >= words * CAPITALS_SHARE) return "CAPITALS";
	const last = doc.tokens[sentence.endToken - 1];
	const closed = last !== undefined && /^[.,;:]/.test(last.text);
	return !closed && verbs === 0 && long >= LONG_WORD && capital >= long * TITLE_SHARE ? "TITLE" : "SENTENCE";
}

/** Collects the words of an article by how they are written. */
export function readVocabulary(doc: TokenizedText, letterings: readonly Lettering[]): Vocabulary {
	const vocabulary: Vocabulary = { small: new Set(), capital: new Set() };
	for (const [index, sentence] of doc.sentences.entries()) {
		if (letterings[index] !== "SENTENCE") continue;
		for (let at = sentence.firstToken; at < sentence.endToken; at++) {
			const token = doc.tokens[at] as Token;
			if (token.pos === "PUNCT") continue;
			if (!isCapital(token)) vocabulary.small.add(token.text);
			else if (!opensSentence(doc.tokens, at, sentence)) vocabulary.capital.add(token.text);
		}
	}
	return vocabulary;
}

/** True at the first word of a sentence or of a quotation in it. */
export function opensSentence(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
	if (at === sentence.firstToken) return true;
	const before = tokens[at - 1] as Token;
	return before.pos === "PUNCT" && !/^[,;)\]\-–—/&]$/u.test(before.text);
}
