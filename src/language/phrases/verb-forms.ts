import { PARTICIPLE_ONLY, PAST_ONLY, PAST_OR_PARTICIPLE, PRESENT_FORMS, UNCHANGING } from "../en/verbs.js";
import type { Token } from "../tokens.js";

/** What the form of one verb token can be; the tagger does not tell. */
export type VerbForm = "ING" | "S" | "BASE" | "PAST" | "PARTICIPLE" | "PAST_OR_PARTICIPLE" | "BASE_OR_PAST";

/** The listed forms; where a word stands in two lists, the later one here counts. */
const LISTED: ReadonlyMap<string, VerbForm> = new Map(
	(
		[
			[UNCHANGING, "BASE_OR_PAST"],
			[PAST_OR_PARTICIPLE, "PAST_OR_PARTICIPLE"],
			[PARTICIPLE_ONLY, "PARTICIPLE"],
			[PAST_ONLY, "PAST"],
			[PRESENT_FORMS, "S"],
		] as const
	).flatMap(([words, form]) => [...words].map((word): [string, VerbForm] => [word, form])),
);

/** Reads the inflection off the word; `BASE_OR_PAST` is for verbs that do not change ("cut"). */
export function verbForm(token: Token): VerbForm {
	const word = token.lower;
	const listed = LISTED.get(word);
	if (listed !== undefined) return listed;
	if (word.endsWith("ing") && word.length > 4 && word !== token.lemma) return "ING";
	if (word.endsWith("ed") && word.length > 3 && !word.endsWith("eed")) return "PAST_OR_PARTICIPLE";
	if (word === token.lemma) return "BASE";
	if (word.endsWith("s")) return "S";
	if (word.endsWith("n") || word.endsWith("t") || word.endsWith("d")) return "PAST_OR_PARTICIPLE";
	return "PAST";
}
