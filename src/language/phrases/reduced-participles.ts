import { CLAUSE_TAKERS, PARTICLES } from "../en/verbs.js";
import type { Token } from "../tokens.js";
import { type Cutting, groupAt, subjectStart } from "./clause.js";
import { openerKind } from "./clause-openers.js";
import { isBreak, isClosing, isComma, isQuotation } from "./marks.js";
import { hasFreePhrase, subjectRightBefore } from "./subject-search.js";
import type { VerbGroup } from "./verb-groups.js";

/** Is a lone "-ed" form a participle that describes the noun before it? `index` is that of its verb group. */
export function isReduced(cutting: Cutting, index: number): boolean {
	const { tokens, sentence, open, pending } = cutting;
	const group = groupAt(cutting, index);
	if (!group.ambiguous) return false;
	const lead = group.first > sentence.firstToken ? (tokens[group.first - 1] as Token) : undefined;
	const after = tokens[group.end];
	const inSentence = group.end < sentence.endToken;
	const governs = inSentence && after?.pos === "ADP" && !PARTICLES.has(after.lower);
	const object = inSentence && !governs && after?.pos !== "PUNCT" && after?.pos !== "ADV";
	// "…," said the mayor: the subject stands behind.
	if (lead && !governs && (isComma(lead) || isQuotation(lead)) && CLAUSE_TAKERS.has(group.lemma)) return false;
	if (open.verb !== null) return describesObject(cutting, group, groupAt(cutting, open.verb), lead, governs, object);
	if (open.opener !== null && group.first === open.opener + 1) return open.kind === "SUBORDINATE";
	if (!hasFreePhrase(cutting, subjectStart(open), group.first))
		return open.kind === "MAIN" && pending.length === 0 && governs;
	return describesSubject(cutting, index, group, lead, object);
}

/** Behind a verb: "rejected the plan proposed by …". */
function describesObject(
	cutting: Cutting,
	group: VerbGroup,
	before: VerbGroup,
	lead: Token | undefined,
	governs: boolean,
	object: boolean,
): boolean {
	const { tokens, pending } = cutting;
	if (CLAUSE_TAKERS.has(before.lemma)) return false;
	if (pending.length > 0 && lead && !isComma(lead) && lead.pos !== "CCONJ") return false;
	if (lead && lead.pos === "CCONJ") return false;
	if (lead && isComma(lead)) return governs && pending.length === 0;
	const own = subjectRightBefore(cutting, before.end, group.first);
	if (own === null) return true;
	return lastBreak(tokens, before.end, own) < 0 && !object;
}

/** Before the verb of its clause: "the plan proposed by the mayor failed". */
function describesSubject(
	cutting: Cutting,
	index: number,
	group: VerbGroup,
	lead: Token | undefined,
	object: boolean,
): boolean {
	const { tokens } = cutting;
	const following = index + 1 < cutting.endGroup ? groupAt(cutting, index + 1) : undefined;
	if (following?.form !== "FINITE") return false;
	const gap = tokens[following.first - 1] as Token;
	if (lead && isComma(lead)) return isComma(gap) || isClosing(gap);
	if (object || CLAUSE_TAKERS.has(group.lemma)) return false;
	for (let at = group.end; at < following.first; at++) {
		const token = tokens[at] as Token;
		if (isBreak(token) || token.pos === "CCONJ" || openerKind(cutting, at, index + 1)) return false;
	}
	return subjectRightBefore(cutting, group.end, following.first) === null;
}

/** The last comma, semicolon, dash or conjunction in a range, from which a new clause can start; -1 if none. */
export function lastBreak(tokens: readonly Token[], from: number, subject: number): number {
	for (let at = subject - 1; at >= from; at--) {
		const token = tokens[at] as Token;
		if (token.pos === "CCONJ" || isBreak(token)) return at;
	}
	return -1;
}
