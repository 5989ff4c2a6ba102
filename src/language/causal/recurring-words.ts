import { wordHash } from "../learning/hashing.js";
import type { PartOfSpeech, TokenizedText } from "../tokens.js";

/** How an article speaks of a word: in how many of its sentences, and whether already at its opening. */
export interface Recurrence {
	sentences: number;
	/** Sentences that hold a base form, by its hash. */
	spread(lemma: number): number;
	/** The base form stands in the headline or the opening sentences. */
	opens(lemma: number): boolean;
}

/** Sentences that open an article: headline and lead. */
const OPENING = 3;
/** One or two sentences have no storyline: nothing recurs in them. */
export const MIN_SENTENCES = 4;

export const CONTENT_TAGS: ReadonlySet<PartOfSpeech> = new Set(["NOUN", "VERB", "PROPN", "ADJ"]);

/** Counts in which sentences of an article each content word stands. One pass. */
export function countRecurrence(doc: TokenizedText): Recurrence {
	const spread = new Map<number, { last: number; count: number; opens: boolean }>();
	for (const [index, sentence] of doc.sentences.entries()) {
		for (let i = sentence.firstToken; i < sentence.endToken; i++) {
			const token = doc.tokens[i];
			if (!token || !CONTENT_TAGS.has(token.pos)) continue;
			const lemma = wordHash(token.lemma);
			const known = spread.get(lemma);
			if (!known) spread.set(lemma, { last: index, count: 1, opens: index < OPENING });
			else if (known.last !== index) {
				known.last = index;
				known.count++;
			}
		}
	}
	return {
		sentences: doc.sentences.length,
		spread: (lemma) => spread.get(lemma)?.count ?? 0,
		opens: (lemma) => spread.get(lemma)?.opens ?? false,
	};
}
