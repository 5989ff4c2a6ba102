import type { EventType } from "../analysis.js";
import { NOUN_TYPES } from "../en/event-types.js";
import {
	LIGHT_MOTIONS,
	LIGHT_PHRASES,
	LIGHT_PREPOSITIONS,
	LIGHT_VERBS,
	OCCURRENCE_PHRASES,
	OCCURRENCE_VERBS,
	PHASE_VERBS,
	PLAN_CARRIERS,
	STRIKE_PREPOSITIONS,
	STRIKES,
} from "../en/event-words.js";
import { PARTICLES, PREPOSITION_PARTICLES } from "../en/verbs.js";
import { phraseStartingAt, type SentenceParts } from "../phrases/sentence-parts.js";
import { isPair, wordPairs } from "../phrases/word-pairs.js";
import type { Clause, NounPhrase, VerbGroup } from "../phrases.js";
import type { Token } from "../tokens.js";
import type { Context } from "./context.js";

const OCCURRENCES = wordPairs(OCCURRENCE_PHRASES);

/** A verb without weight of its own: the noun that names the event is its object or subject. */
export function carriedNoun(
	context: Context,
	parts: SentenceParts,
	clause: Clause,
	group: VerbGroup,
	lemma: string,
	subject: NounPhrase | null,
): number | null {
	const { tokens } = context.doc;
	const light = LIGHT_VERBS.has(lemma) || PLAN_CARRIERS.has(lemma);
	const own = subject !== null && clause.first <= subject.first && subject.end <= group.first;
	if (own && isEventNoun(tokens[subject.head] as Token)) {
		const happens = OCCURRENCE_VERBS.has(lemma) || PHASE_VERBS.has(lemma) || isBreakingOut(tokens, group, lemma);
		const alone =
			phraseStartingAt(parts.nounPhrases, group.end) === null || isPair(OCCURRENCES, lemma, tokens[group.end]?.lower);
		if ((happens && alone) || (light && group.passive)) return subject.head;
	}
	if (!light || group.passive) return null;
	const next = tokens[group.end]?.lower ?? "";
	const linked = LIGHT_MOTIONS.has(lemma)
		? LIGHT_PREPOSITIONS.has(next)
		: PARTICLES.has(next) || PREPOSITION_PARTICLES.has(next);
	const at = linked ? group.end + 1 : group.end;
	const object = phraseStartingAt(parts.nounPhrases, at);
	if (!object || object.end > clause.end) return null;
	const head = tokens[object.head] as Token;
	return isEventNoun(head) || LIGHT_PHRASES.has(`${lemma} ${head.lemma}`) ? object.head : null;
}

/** "on strike", "on hunger strike": nobody is on an attack. */
export function onStrike(tokens: readonly Token[], noun: number): EventType | null {
	for (let at = noun - 1; at >= noun - 2; at--) {
		const word = tokens[at]?.lower ?? "";
		if (STRIKE_PREPOSITIONS.has(word)) return STRIKES.get((tokens[noun] as Token).lemma) ?? null;
		if (tokens[at]?.pos === "DET") return null;
	}
	return null;
}

/** "war broke out", "a strike took place". */
const isBreakingOut = (tokens: readonly Token[], group: VerbGroup, lemma: string): boolean =>
	isPair(OCCURRENCES, lemma, tokens[group.end]?.lower);

/** A noun that names a happening. */
export const isEventNoun = (token: Token): boolean => token.pos !== "PROPN" && NOUN_TYPES.has(token.lemma);
