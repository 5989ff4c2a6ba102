import { CAUSAL_SIGNALS, type CausalSignal, NON_CAUSAL_IDIOMS } from "../en/causal-signals.js";
import type { Token } from "../tokens.js";

/** A connective in the text, as a half-open range of token indexes. */
export interface SignalMatch {
	signal: CausalSignal;
	first: number;
	end: number;
}

interface Pattern {
	/** Null for an idiom that only looks like a signal. */
	signal: CausalSignal | null;
	words: readonly string[];
}

const byFirstWord = new Map<string, Pattern[]>();
const byFirstLemma = new Map<string, Pattern[]>();
for (const signal of CAUSAL_SIGNALS) addPattern(signal.words, signal);
for (const idiom of NON_CAUSAL_IDIOMS) addPattern(idiom, null);
for (const list of [...byFirstWord.values(), ...byFirstLemma.values()])
	list.sort((a, b) => b.words.length - a.words.length);

function addPattern(phrase: string, signal: CausalSignal | null): void {
	const words = phrase.split(" ");
	const first = words[0] as string;
	const index = first.startsWith("~") ? byFirstLemma : byFirstWord;
	const key = first.startsWith("~") ? first.slice(1) : first;
	const list = index.get(key) ?? [];
	list.push({ signal, words });
	index.set(key, list);
}

/** All connectives between two token indexes, leftmost and longest first, without overlap. */
export function matchSignals(tokens: readonly Token[], first: number, end: number): SignalMatch[] {
	const found: SignalMatch[] = [];
	for (let i = first; i < end; ) {
		const match = longestAt(tokens, i, end);
		if (match?.signal) found.push({ ...match, signal: match.signal });
		i = match ? match.end : i + 1;
	}
	return found;
}

function longestAt(
	tokens: readonly Token[],
	at: number,
	end: number,
): { signal: CausalSignal | null; first: number; end: number } | null {
	const token = tokens[at] as Token;
	for (const patterns of [byFirstWord.get(token.lower), byFirstLemma.get(token.lemma)]) {
		if (!patterns) continue;
		for (const { signal, words } of patterns) {
			const stop = matchEnd(tokens, at, end, words);
			if (stop > 0) return { signal, first: at, end: stop };
		}
	}
	return null;
}

/** Index after the match, or 0. Adverbs may stand after a verb ("was clearly due to"). */
function matchEnd(tokens: readonly Token[], at: number, end: number, words: readonly string[]): number {
	let i = at;
	let afterVerb = false;
	for (const word of words) {
		while (afterVerb && i < end && isAdverb(tokens[i])) i++;
		const token = tokens[i];
		if (i >= end || !token) return 0;
		afterVerb = word.startsWith("~");
		if (afterVerb ? token.lemma !== word.slice(1) : token.lower !== word) return 0;
		i++;
	}
	return i;
}

const isAdverb = (token: Token | undefined): boolean => token?.pos === "ADV" || token?.pos === "PART";
