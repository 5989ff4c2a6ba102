import { FUTURE_MARKERS, FUTURE_NOUNS, INFINITIVE, PAST_FORMS, PAST_MARKERS } from "../en/time-links.js";
import type { Token, TokenizedText } from "../tokens.js";

export type Tense = "past" | "future" | "unknown";

/** Tokens looked at on each side: a clause is seldom longer, and the work per expression stays bounded. */
const REACH = 24;

const FUTURE: ReadonlySet<string> = new Set(FUTURE_MARKERS);
const FUTURE_WORDS: ReadonlySet<string> = new Set(FUTURE_NOUNS);
const PAST: ReadonlySet<string> = new Set(PAST_MARKERS);
const PAST_VERBS: ReadonlySet<string> = new Set(PAST_FORMS);

/**
 * Whether the clause around a token tells of the past or the future: the nearest verb group before it in its sentence
 * decides, else the first one after it.
 */
export function clauseTense(doc: TokenizedText, token: number, sentenceStart: number, sentenceEnd: number): Tense {
	for (let k = token - 1; k >= Math.max(sentenceStart, token - REACH); k--) {
		const tense = tenseAt(doc.tokens, k, sentenceStart);
		if (tense !== "unknown") return tense;
	}
	for (let k = token + 1; k < Math.min(sentenceEnd, token + REACH); k++) {
		const tense = tenseAt(doc.tokens, k, sentenceStart);
		if (tense !== "unknown") return tense;
	}
	return "unknown";
}

function tenseAt(tokens: readonly Token[], k: number, floor: number): Tense {
	const token = tokens[k];
	if (!token) return "unknown";
	if (token.pos !== "VERB" && token.pos !== "AUX") return FUTURE_WORDS.has(token.lower) ? "future" : "unknown";
	if (FUTURE.has(token.lower) && token.pos === "AUX") return "future";
	if (FUTURE_WORDS.has(token.lower)) return "future";
	// A verb takes its tense from the auxiliaries in front of it ("will be delivered", "to finish").
	for (let j = k - 1; j >= Math.max(floor, k - 4); j--) {
		const before = tokens[j];
		if (!before) break;
		if (FUTURE.has(before.lower) && before.pos !== "NOUN" && before.pos !== "PROPN") return "future";
		if (before.lower === INFINITIVE) return "future";
		if (PAST.has(before.lower)) return "past";
		if (before.pos !== "AUX" && before.pos !== "ADV" && before.pos !== "PART") break;
	}
	if (PAST.has(token.lower) || PAST_VERBS.has(token.lower)) return "past";
	if (token.pos !== "VERB") return "unknown";
	const inflected = token.lower !== token.lemma && !token.lower.endsWith("s") && !token.lower.endsWith("ing");
	return inflected ? "past" : "unknown";
}
