import {
	FUTURE_HEADS,
	FUTURE_MARKERS,
	FUTURE_NOUNS,
	INFINITIVE,
	PAST_FORMS,
	PAST_MARKERS,
	PRESENT_ENDINGS,
} from "../en/time-links.js";
import type { Sentence, Token, TokenizedText } from "../tokens.js";

export type Tense = "past" | "future" | "unknown";

/** Tokens looked at on each side: a clause is seldom longer, and the work per expression stays bounded. */
const REACH = 24;

const FUTURE: ReadonlySet<string> = new Set(FUTURE_MARKERS);
const FUTURE_WORDS: ReadonlySet<string> = new Set(FUTURE_NOUNS);
const PAST: ReadonlySet<string> = new Set(PAST_MARKERS);
const PAST_VERBS: ReadonlySet<string> = new Set(PAST_FORMS);

const HEADS: ReadonlySet<string> = new Set(FUTURE_HEADS);

/**
 * Whether the clause around an expression (its first and last token) tells of the past or the future: a noun like
 * "deadline" right after it decides, else the nearest verb group before it in its sentence, else the first one after it.
 */
export function clauseTense(doc: TokenizedText, token: number, lastToken: number, sentence: Sentence): Tense {
	if (lastToken + 1 < sentence.endToken && HEADS.has(doc.tokens[lastToken + 1]?.lower ?? "")) return "future";
	for (let k = token - 1; k >= Math.max(sentence.firstToken, token - REACH); k--) {
		const tense = tenseAt(doc.tokens, k, sentence.firstToken);
		if (tense !== "unknown") return tense;
	}
	for (let k = lastToken + 1; k < Math.min(sentence.endToken, lastToken + REACH); k++) {
		const tense = tenseAt(doc.tokens, k, sentence.firstToken);
		if (tense !== "unknown") return tense;
	}
	return "unknown";
}

function tenseAt(tokens: readonly Token[], k: number, floor: number): Tense {
	const token = tokens[k];
	if (!token) return "unknown";
	if (token.pos === "AUX" && leadsToVerb(tokens, k)) return "unknown";
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
	if (token.lower === token.lemma || PRESENT_ENDINGS.some((ending) => token.lower.endsWith(ending))) return "unknown";
	return "past";
}

/** An auxiliary with its verb behind it: the verb will be asked. */
function leadsToVerb(tokens: readonly Token[], k: number): boolean {
	for (let j = k + 1; j <= k + 3; j++) {
		const pos = tokens[j]?.pos;
		if (pos === "VERB") return true;
		if (pos !== "AUX" && pos !== "ADV" && pos !== "PART") return false;
	}
	return false;
}
