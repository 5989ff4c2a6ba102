import { PARTICIPLE_ONLY, PAST_ONLY, PAST_OR_PARTICIPLE, PRESENT_FORMS, UNCHANGING } from "../en/verbs.js";
import type { Token } from "../tokens.js";

/** What the form of one verb token can be; the tagger does not tell. */
export type VerbForm = "ING" | "S" | "BASE" | "PAST" | "PARTICIPLE" | "PAST_OR_PARTICIPLE" | "BASE_OR_PAST";

/** Reads the inflection off the word; `BASE_OR_PAST` is for verbs that do not change ("cut"). */
export function verbForm(token: Token): VerbForm {
	const word = token.lower;
	if (PRESENT_FORMS.has(word)) return "S";
	if (PAST_ONLY.has(word)) return "PAST";
	if (PARTICIPLE_ONLY.has(word)) return "PARTICIPLE";
	if (PAST_OR_PARTICIPLE.has(word)) return "PAST_OR_PARTICIPLE";
	if (UNCHANGING.has(word)) return "BASE_OR_PAST";
	if (word.endsWith("ing") && word.length > 4 && word !== token.lemma) return "ING";
	if (word.endsWith("ed") && word.length > 3 && !word.endsWith("eed")) return "PAST_OR_PARTICIPLE";
	if (word === token.lemma) return "BASE";
	if (word.endsWith("s")) return "S";
	if (word.endsWith("n") || word.endsWith("t") || word.endsWith("d")) return "PAST_OR_PARTICIPLE";
	return "PAST";
}
