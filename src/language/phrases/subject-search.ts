import { QUANTIFIERS } from "../en/event-words.js";
import type { Token } from "../tokens.js";
import { isBreak, isComma } from "./marks.js";
import type { NounPhrase } from "./noun-phrases.js";
import { isPair, wordPairs } from "./word-pairs.js";

const QUANTIFIER_PAIRS = wordPairs(QUANTIFIERS);

/** The noun phrases of a sentence: those of the text from an index on. */
export interface PhraseRange {
	tokens: readonly Token[];
	nounPhrases: readonly NounPhrase[];
	firstPhrase: number;
}

/** Is there a noun phrase without a preposition before it in a range of tokens? */
export function hasFreePhrase(range: PhraseRange, from: number, end: number): boolean {
	const low = lowestFrom(range, from);
	const high = highestWithin(range, low, end);
	for (let index = low; index < high && index < low + 6; index++)
		if (!isGoverned(range, range.nounPhrases[index] as NounPhrase, from)) return true;
	return false;
}

/** The first token of the noun phrase, with its "of" tail, that stands directly before `end`; null if none is free. */
export function subjectRightBefore(range: PhraseRange, from: number, end: number): number | null {
	const low = lowestFrom(range, from);
	const high = highestWithin(range, low, end);
	for (let index = high - 1; index >= low && index > high - 5; index--) {
		const phrase = range.nounPhrases[index] as NounPhrase;
		if (index === high - 1 && !reaches(range.tokens, phrase.end, end)) return null;
		if (!isGoverned(range, phrase, from)) return phrase.first;
	}
	return null;
}

/** Index of the phrase that is the subject of a verb at `end`: the last free one before it, its head first. */
export function subjectIn(range: PhraseRange, from: number, end: number): number | null {
	const { tokens, nounPhrases } = range;
	const low = lowestFrom(range, from);
	const high = highestWithin(range, low, end);
	let best: number | null = null;
	let edge = end;
	let listed = false;
	for (let index = high - 1; index >= low && index > high - 12; index--) {
		const phrase = nounPhrases[index] as NounPhrase;
		if (isGoverned(range, phrase, from)) continue;
		best = index;
		const before = phrase.first > from ? tokens[phrase.first - 1] : undefined;
		// "31 people, three of them children, were": the apposition goes on to the left.
		if (before?.pos === "PRON" && tokens[phrase.first - 2]?.pos === "ADP") continue;
		if (before?.pos === "CCONJ") listed = true;
		// Past a comma the subject goes on to the left only as a list ("A, B and C") or around an apposition.
		else if (before?.text === ",") {
			if (!listed && !hasComma(tokens, phrase.end, edge)) break;
		} else if (before?.text !== "(") break;
		edge = phrase.first;
	}
	return best;
}

/** Index of the sentence's first phrase that starts at or after a token. */
function lowestFrom({ nounPhrases, firstPhrase }: PhraseRange, token: number): number {
	let low = firstPhrase;
	for (let high = nounPhrases.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((nounPhrases[middle] as NounPhrase).first < token) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Index behind the last phrase, from an index on, that ends at or before a token. */
function highestWithin({ nounPhrases }: PhraseRange, from: number, token: number): number {
	let low = from;
	for (let high = nounPhrases.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((nounPhrases[middle] as NounPhrase).end <= token) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Does a preposition stand before the phrase? "at least 31 people" stands free. */
function isGoverned({ tokens }: PhraseRange, phrase: NounPhrase, from: number): boolean {
	const before = phrase.first > from ? tokens[phrase.first - 1] : undefined;
	if (before?.pos !== "ADP" && before?.pos !== "PART") return false;
	return !isPair(QUANTIFIER_PAIRS, before.lower, tokens[phrase.first]?.lower);
}

function hasComma(tokens: readonly Token[], from: number, end: number): boolean {
	for (let at = from; at < end; at++) if (isComma(tokens[at] as Token)) return true;
	return false;
}

/** From a phrase's end to the verb only adverbs, closing marks and quotation marks stand. */
function reaches(tokens: readonly Token[], from: number, end: number): boolean {
	for (let at = from; at < end; at++) {
		const token = tokens[at] as Token;
		if (token.pos !== "ADV" && token.pos !== "PUNCT" && token.pos !== "PART") return false;
		if (isComma(token) || isBreak(token)) return false;
	}
	return true;
}
