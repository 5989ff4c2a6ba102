import type { Phrases } from "../phrases.js";
import type { Sentence, TokenizedText } from "../tokens.js";
import type { Clause } from "./clause.js";
import type { NounPhrase } from "./noun-phrases.js";

/** The phrases of one sentence. */
export interface SentenceParts {
	/** Index into `TokenizedText.sentences`. */
	index: number;
	sentence: Sentence;
	/** In order of their first token; a clause stands before those it holds. */
	clauses: Clause[];
	nounPhrases: NounPhrase[];
}

/** Deals the phrases of a text out to its sentences; one pass. */
export function sentenceParts(doc: TokenizedText, phrases: Phrases): SentenceParts[] {
	let clause = 0;
	let phrase = 0;
	return doc.sentences.map((sentence, index) => {
		const firstClause = clause;
		while (clause < phrases.clauses.length && (phrases.clauses[clause] as Clause).first < sentence.endToken) clause++;
		const firstPhrase = phrase;
		while (phrase < phrases.nounPhrases.length && (phrases.nounPhrases[phrase] as NounPhrase).first < sentence.endToken)
			phrase++;
		const clauses = phrases.clauses.slice(firstClause, clause);
		if (!isSorted(clauses)) clauses.sort(byPlace);
		return { index, sentence, clauses, nounPhrases: phrases.nounPhrases.slice(firstPhrase, phrase) };
	});
}

const byPlace = (a: Clause, b: Clause): number => a.first - b.first || b.end - a.end;

/** Most are. */
function isSorted(clauses: readonly Clause[]): boolean {
	for (let at = 1; at < clauses.length; at++)
		if (byPlace(clauses[at - 1] as Clause, clauses[at] as Clause) > 0) return false;
	return true;
}

/** Index of the first item that starts at or after a token; the list's length if none does. */
export function firstFrom(items: readonly { first: number }[], token: number): number {
	let low = 0;
	for (let high = items.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((items[middle] as { first: number }).first < token) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The noun phrase that covers a token, or null. Noun phrases never overlap. */
export function phraseCovering(nounPhrases: readonly NounPhrase[], token: number): NounPhrase | null {
	const index = firstFrom(nounPhrases, token + 1) - 1;
	const phrase = index < 0 ? undefined : nounPhrases[index];
	return phrase && phrase.first <= token && token < phrase.end ? phrase : null;
}

/** The noun phrase that starts at a token, or null. */
export function phraseStartingAt(nounPhrases: readonly NounPhrase[], token: number): NounPhrase | null {
	const phrase = nounPhrases[firstFrom(nounPhrases, token)];
	return phrase?.first === token ? phrase : null;
}
