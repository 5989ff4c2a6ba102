import {
	CLAUSE_TAKERS,
	COMPLEMENTIZERS,
	CONTENT_NOUNS,
	PREPOSITION_OR_SUBORDINATOR,
	RELATIVES,
	SUBORDINATORS,
	THAT,
} from "../en/verbs.js";
import type { PartOfSpeech, Token } from "../tokens.js";
import { type ClauseKind, type Cutting, groupAt } from "./clause.js";
import { isBreak } from "./marks.js";
import { hasFreePhrase, subjectRightBefore } from "./subject-search.js";
import type { VerbGroup } from "./verb-groups.js";

/** All words that open clauses: at most tokens nothing else needs a look. */
const OPENERS: ReadonlySet<string> = new Set([
	THAT,
	...RELATIVES,
	...COMPLEMENTIZERS,
	...SUBORDINATORS,
	...PREPOSITION_OR_SUBORDINATOR,
]);

/** The clause a word opens, where it does open one; `upcoming` is the next verb group. */
export function openerKind(cutting: Cutting, at: number, upcoming: number): ClauseKind | null {
	if (upcoming >= cutting.endGroup) return null;
	const { tokens, sentence } = cutting;
	const token = tokens[at] as Token;
	const word = token.lower;
	if (!OPENERS.has(word)) return null;
	if (word === THAT) return thatKind(cutting, at, groupAt(cutting, upcoming));
	if (RELATIVES.has(word))
		return at > sentence.firstToken && FOLLOWED.has((tokens[at - 1] as Token).pos) ? "RELATIVE" : "COMPLEMENT";
	if (COMPLEMENTIZERS.has(word) && at > sentence.firstToken) return "COMPLEMENT";
	if (SUBORDINATORS.has(word) && token.pos !== "NOUN") return "SUBORDINATE";
	if ((token.pos !== "ADP" && token.pos !== "SCONJ") || !PREPOSITION_OR_SUBORDINATOR.has(word)) return null;
	return opensClause(cutting, at, upcoming) ? "SUBORDINATE" : null;
}

/** What a relative clause may stand behind. */
const FOLLOWED: ReadonlySet<PartOfSpeech> = new Set(["NOUN", "PROPN", "NUM", "PRON", "ADP", "PUNCT", "ADJ", "SYM"]);

function thatKind(cutting: Cutting, at: number, group: VerbGroup): ClauseKind | null {
	const { tokens, sentence } = cutting;
	const { pos } = tokens[at] as Token;
	if (pos !== "SCONJ" && pos !== "PRON") return null;
	const before = at > sentence.firstToken ? (tokens[at - 1] as Token) : undefined;
	if (pos === "PRON" && group.first !== at + 1 && before?.pos !== "NOUN") return null;
	const nominal = before?.pos === "NOUN" || before?.pos === "PROPN" || before?.pos === "NUM";
	return nominal && !CONTENT_NOUNS.has(before.lemma) && isRelativeThat(cutting, at, group) ? "RELATIVE" : "COMPLEMENT";
}

function isRelativeThat(cutting: Cutting, at: number, group: VerbGroup): boolean {
	if (group.first === at + 1) return true;
	const { verb } = cutting.open;
	return verb === null || !CLAUSE_TAKERS.has(groupAt(cutting, verb).lemma);
}

/** "after talks failed", "after striking": a verb follows with its subject, or at once, before any comma. */
function opensClause(cutting: Cutting, at: number, upcoming: number): boolean {
	const { tokens, open } = cutting;
	const group = groupAt(cutting, upcoming);
	if (group.first === at + 1) return group.form === "GERUND";
	if (group.form === "INFINITIVE") return false;
	for (let scan = at + 1; scan < group.first; scan++) {
		const token = tokens[scan] as Token;
		if (isBreak(token) || RELATIVES.has(token.lower) || SUBORDINATORS.has(token.lower)) return false;
		if (scan > at + 1 && PREPOSITION_OR_SUBORDINATOR.has(token.lower)) return false;
		if (token.lower === THAT && token.pos !== "DET") return false;
	}
	if (group.form !== "FINITE") return false;
	if (subjectRightBefore(cutting, at + 1, group.first) === null) return false;
	if (open.verb !== null || !hasFreePhrase(cutting, open.first, at)) return true;
	for (let index = upcoming + 1; index < Math.min(cutting.endGroup, upcoming + 4); index++)
		if (groupAt(cutting, index).form === "FINITE") return true;
	return false;
}

/** Where the clause of an opener starts: "for which", "in which", "by whom": the preposition goes along. */
export function openerStart({ tokens, open }: Cutting, at: number): number {
	const before = at - 1 > open.first ? tokens[at - 1] : undefined;
	return before?.pos === "ADP" && RELATIVES.has((tokens[at] as Token).lower) ? at - 1 : at;
}

/** The token a non-finite clause starts with: the preposition that governs it, or the verb group itself. */
export function nonfiniteOpener({ tokens, open }: Cutting, group: VerbGroup): number {
	let first = group.first;
	while (first - 1 > open.first && tokens[first - 1]?.pos === "ADV" && group.first - first < 3) first--;
	const before = first - 1 >= open.first ? tokens[first - 1] : undefined;
	return before && (before.pos === "ADP" || before.pos === "SCONJ") && group.form !== "PARTICIPLE"
		? first - 1
		: group.first;
}
