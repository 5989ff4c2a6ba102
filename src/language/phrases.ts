import type { Clause } from "./phrases/clause.js";
import { clausesOf } from "./phrases/clauses.js";
import { markNominalVerbs, type NounPhrase, nounPhrasesOf } from "./phrases/noun-phrases.js";
import { repairTags } from "./phrases/repair-tags.js";
import { type VerbGroup, verbGroupsOf } from "./phrases/verb-groups.js";
import type { TokenizedText } from "./tokens.js";

export type { Clause, ClauseKind } from "./phrases/clause.js";
export type { NounPhrase } from "./phrases/noun-phrases.js";
export type { Tense, VerbGroup } from "./phrases/verb-groups.js";

/** The shallow syntax of a text: lists in text order; clauses in order of their verbs, sentence by sentence. */
export interface Phrases {
	nounPhrases: NounPhrase[];
	verbGroups: VerbGroup[];
	clauses: Clause[];
}

/**
 * Shallow syntax by one pass over the tags: no tree, linear time. Base noun phrases and verb groups never overlap;
 * a clause may hold another ("The man who fled was caught").
 */
export function findPhrases(doc: TokenizedText): Phrases {
	const phrases: Phrases = { nounPhrases: [], verbGroups: [], clauses: [] };
	const tokens = doc.tokens.slice();
	const nominal = new Uint8Array(tokens.length);
	for (const sentence of doc.sentences) {
		repairTags(tokens, sentence);
		const firstPhrase = phrases.nounPhrases.length;
		const firstGroup = phrases.verbGroups.length;
		markNominalVerbs(tokens, sentence, nominal);
		for (const group of verbGroupsOf(tokens, sentence, nominal)) phrases.verbGroups.push(group);
		for (const phrase of nounPhrasesOf(tokens, sentence, nominal)) phrases.nounPhrases.push(phrase);
		const { clauses, participles, futures } = clausesOf({
			tokens,
			sentence,
			nounPhrases: phrases.nounPhrases,
			firstPhrase,
			verbGroups: phrases.verbGroups,
			firstGroup,
			endGroup: phrases.verbGroups.length,
		});
		for (const index of participles) {
			const group = phrases.verbGroups[index] as VerbGroup;
			phrases.verbGroups[index] = { ...group, form: "PARTICIPLE", tense: "NONE", passive: true };
		}
		for (const index of futures)
			phrases.verbGroups[index] = { ...(phrases.verbGroups[index] as VerbGroup), form: "FINITE", tense: "FUTURE" };
		for (const clause of clauses) phrases.clauses.push(clause);
	}
	return phrases;
}
