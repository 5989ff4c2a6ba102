import type { TokenizedText } from "../tokens.js";
import { isUpper } from "./letters.js";

/** A word of a text in any language that writes spaces between words; offsets into the text. */
export interface ForeignWord {
	start: number;
	end: number;
	text: string;
	/** Written with a capital. Scripts without capitals have none. */
	capital: boolean;
	/** First in its sentence or behind an opening quote, where a capital says nothing. */
	opens: boolean;
	/** Index of its sentence. */
	sentence: number;
}

/** Letters with marks and digits, hyphens and stops between them; an apostrophe parts words ("l'Iran", "İran'ın"). */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-‐.][\p{L}\p{M}\p{N}]+)*\.?/gu;

/** What stands between the words of one name. */
const GAP = /^\s+$/u;

/** A line in capitals has at least this share of words that begin so; then capitals show no names. */
const HEADLINE_SHARE = 0.7;
const MIN_HEADLINE_WORDS = 4;

/**
 * The words of a text, sentence by sentence. The tokenizer knows English and cuts other words in pieces, so these are read
 * from the text itself.
 */
export function wordsOf(doc: TokenizedText): ForeignWord[] {
	const words: ForeignWord[] = [];
	for (const [sentence, { start, end }] of doc.sentences.entries()) {
		const line = doc.text.slice(start, end);
		let before = 0;
		for (const match of line.matchAll(WORD)) {
			const gap = line.slice(before, match.index);
			const text = trimStop(match[0]);
			const opens = before === 0 || /[.!?…:"“„«»”「‹¿¡(–—]\s*$/u.test(gap) || /[.!?…]/u.test(gap);
			words.push({
				start: start + match.index,
				end: start + match.index + text.length,
				text,
				capital: isUpper(text),
				opens,
				sentence,
			});
			before = match.index + text.length;
		}
	}
	return words;
}

/** True where only white space stands between two words. */
export function follows(text: string, a: ForeignWord, b: ForeignWord | undefined): boolean {
	return b !== undefined && a.sentence === b.sentence && GAP.test(text.slice(a.end, b.start));
}

/** Sentences whose capitals say nothing, by index: headlines with a capital on most words. */
export function headlineSentences(words: readonly ForeignWord[]): ReadonlySet<number> {
	const counts = new Map<number, { capital: number; all: number }>();
	for (const { sentence, capital, text } of words) {
		if (text.length < 2) continue;
		const count = counts.get(sentence) ?? { capital: 0, all: 0 };
		count.all++;
		if (capital) count.capital++;
		counts.set(sentence, count);
	}
	const found = new Set<number>();
	for (const [sentence, { capital, all }] of counts)
		if (all >= MIN_HEADLINE_WORDS && capital >= all * HEADLINE_SHARE) found.add(sentence);
	return found;
}

/** A closing stop belongs to the word only in an abbreviation ("EE.UU.", "J."). */
function trimStop(text: string): string {
	return text.endsWith(".") && !/^(?:\p{Lu}{1,2}\.)+$/u.test(text) ? text.slice(0, -1) : text;
}
