import type { Token, TokenizedText } from "../tokens.js";
import type { CausalCandidate } from "./candidate.js";

/**
 * The candidates without those acts of prevention that stand for their own cause while the sentence gives the real one:
 * "Engineers put off the blasting because of lightning" says that lightning brought about the act, not that the act
 * kept off another event. The act stays where it was a duty ("had to put off"), or where what it prevented is told on
 * its own in another sentence ("Talks were planned for March. … cancelled the talks because of …").
 */
export function withoutOwnActs(doc: TokenizedText, candidates: readonly CausalCandidate[]): CausalCandidate[] {
	if (!candidates.some(isOwnAct)) return [...candidates];
	const told = sentencesByStem(doc);
	return candidates.filter((candidate) => {
		if (!isOwnAct(candidate) || !candidates.some((other) => explains(other, candidate))) return true;
		const range = told.get(headStem(doc, candidate));
		return range !== undefined && (range.first !== candidate.sentence || range.last !== candidate.sentence);
	});
}

const isOwnAct = (candidate: CausalCandidate): boolean => candidate.features.has("OWN_ACT");

/** The other claim's effect holds the act: it tells why it was done. An aim is no cause of it. */
function explains(other: CausalCandidate, act: CausalCandidate): boolean {
	if (other === act || other.sentence !== act.sentence || other.mode === "PURPOSE") return false;
	return other.effect.first <= act.signal.first && act.signal.end <= other.effect.end;
}

/** First and last sentence in which each noun or verb stands, by stem. */
function sentencesByStem(doc: TokenizedText): Map<string, { first: number; last: number }> {
	const told = new Map<string, { first: number; last: number }>();
	for (const [index, sentence] of doc.sentences.entries()) {
		for (let i = sentence.firstToken; i < sentence.endToken; i++) {
			const token = doc.tokens[i];
			if (token?.pos !== "NOUN" && token?.pos !== "PROPN" && token?.pos !== "VERB") continue;
			const range = told.get(stemOf(token));
			if (range) range.last = index;
			else told.set(stemOf(token), { first: index, last: index });
		}
	}
	return told;
}

/** The last noun before the first preposition of what was prevented. */
function headStem(doc: TokenizedText, { effect }: CausalCandidate): string {
	let stem = "";
	for (let i = effect.first; i < effect.end; i++) {
		const token = doc.tokens[i];
		if (token?.pos === "ADP" || token?.pos === "PUNCT") break;
		if (token?.pos === "NOUN") stem = stemOf(token);
	}
	return stem;
}

/** Taggers take a capitalised plural for a name, which has no lemma: "Talks". */
const stemOf = (token: Token): string => (token.lemma.endsWith("s") ? token.lemma.slice(0, -1) : token.lemma);
