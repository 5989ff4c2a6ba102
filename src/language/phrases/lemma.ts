import { VERB_TYPES } from "../en/event-types.js";
import { LIGHT_VERBS, PLAN_VERBS, STATE_VERBS } from "../en/event-words.js";
import { REPORTING_VERBS } from "../en/reporting.js";
import { CLAUSE_TAKERS, IRREGULAR_BASES } from "../en/verbs.js";
import type { Token } from "../tokens.js";

const KNOWN: ReadonlySet<string> = new Set(
	[VERB_TYPES, LIGHT_VERBS, STATE_VERBS, PLAN_VERBS, REPORTING_VERBS, CLAUSE_TAKERS].flatMap((words) => [
		...words.keys(),
	]),
);

/** The base form of a word; for an inflected verb that the tagger cut wrong ("staged" to "stag") the known verb. */
export function lemmaOf(token: Token): string {
	if (token.pos !== "VERB" || KNOWN.has(token.lemma)) return token.lemma;
	const word = token.lower;
	const irregular = IRREGULAR_BASES.get(word);
	if (irregular) return irregular;
	if (word.endsWith("ed")) return firstKnown([word.slice(0, -1), word.slice(0, -2), word.slice(0, -3)], token.lemma);
	if (word.endsWith("ing"))
		return firstKnown([`${word.slice(0, -3)}e`, word.slice(0, -3), word.slice(0, -4)], token.lemma);
	if (word.endsWith("s")) return firstKnown([word.slice(0, -1), word.slice(0, -2)], token.lemma);
	return token.lemma;
}

const firstKnown = (lemmas: readonly string[], fallback: string): string =>
	lemmas.find((lemma) => KNOWN.has(lemma)) ?? fallback;
