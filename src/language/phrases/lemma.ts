import { VERB_TYPES } from "../en/event-types.js";
import { LIGHT_VERBS, PLAN_VERBS, STATE_VERBS } from "../en/event-words.js";
import { REPORTING_VERBS } from "../en/reporting.js";
import { CLAUSE_TAKERS, IRREGULAR_BASES } from "../en/verbs.js";
import type { Token } from "../tokens.js";

/** The base form of a word; for an inflected verb that the tagger cut wrong ("staged" to "stag") the known verb. */
export function lemmaOf(token: Token): string {
	if (token.pos !== "VERB" || isKnown(token.lemma)) return token.lemma;
	const word = token.lower;
	const irregular = IRREGULAR_BASES.get(word);
	if (irregular) return irregular;
	if (word.endsWith("ed")) return firstKnown([word.slice(0, -1), word.slice(0, -2), word.slice(0, -3)], token.lemma);
	if (word.endsWith("ing"))
		return firstKnown([`${word.slice(0, -3)}e`, word.slice(0, -3), word.slice(0, -4)], token.lemma);
	if (word.endsWith("s")) return firstKnown([word.slice(0, -1), word.slice(0, -2)], token.lemma);
	return token.lemma;
}

const isKnown = (lemma: string): boolean =>
	VERB_TYPES.has(lemma) ||
	LIGHT_VERBS.has(lemma) ||
	STATE_VERBS.has(lemma) ||
	PLAN_VERBS.has(lemma) ||
	REPORTING_VERBS.has(lemma) ||
	CLAUSE_TAKERS.has(lemma);

const firstKnown = (lemmas: readonly string[], fallback: string): string => lemmas.find(isKnown) ?? fallback;
