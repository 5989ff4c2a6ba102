import { QUANTIFIERS } from "../en/event-words.js";
import type { Token } from "../tokens.js";
import { isBreak, isComma } from "./marks.js";
import type { NounPhrase } from "./noun-phrases.js";

/** The noun phrases of a sentence: those of the text from an index on. */
export interface PhraseRange {
	tokens: readonly Token[];
	nounPhrases: readonly NounPhrase[];
	firstPhrase: number;
}

/** Questions about the noun phrases in a range of tokens. Ranges are asked from left to right. */
export function phraseReader(input: PhraseRange) {
	const { tokens, nounPhrases } = input;
	const inside = (from: number, end: number): { low: number; high: number } => {
		let low = input.firstPhrase;
		let high = nounPhrases.length;
		for (let top = high; low < top; ) {
			const middle = (low + top) >> 1;
			if ((nounPhrases[middle] as NounPhrase).first < from) low = middle + 1;
			else top = middle;
		}
		for (let bottom = low; bottom < high; ) {
			const middle = (bottom + high) >> 1;
			if ((nounPhrases[middle] as NounPhrase).end <= end) bottom = middle + 1;
			else high = middle;
		}
		return { low, high };
	};
	const governed = (phrase: NounPhrase, from: number): boolean => {
		const before = phrase.first > from ? tokens[phrase.first - 1] : undefined;
		// "at least 31 people" stands free.
		if (before && QUANTIFIERS.has(`${before.lower} ${tokens[phrase.first]?.lower}`)) return false;
		return before?.pos === "ADP" || before?.pos === "PART";
	};
	return {
		/** Is there a noun phrase without a preposition before it? */
		freeIn(from: number, end: number): boolean {
			const { low, high } = inside(from, end);
			for (let index = low; index < high && index < low + 6; index++)
				if (!governed(nounPhrases[index] as NounPhrase, from)) return true;
			return false;
		},
		/** The first token of the noun phrase, with its "of" tail, that stands directly before `end`; null if none is free. */
		ownSubject(from: number, end: number): number | null {
			const { low, high } = inside(from, end);
			for (let index = high - 1; index >= low && index > high - 5; index--) {
				const phrase = nounPhrases[index] as NounPhrase;
				if (index === high - 1 && !reaches(tokens, phrase.end, end)) return null;
				if (!governed(phrase, from)) return phrase.first;
			}
			return null;
		},
		/** Index of the phrase that is the subject of a verb at `end`: the last free one before it, its head first. */
		subjectIn(from: number, end: number): number | null {
			const { low, high } = inside(from, end);
			let best: number | null = null;
			let edge = end;
			let listed = false;
			for (let index = high - 1; index >= low && index > high - 12; index--) {
				const phrase = nounPhrases[index] as NounPhrase;
				if (governed(phrase, from)) continue;
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
		},
	};
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
