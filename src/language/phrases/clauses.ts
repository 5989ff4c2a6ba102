import { CLAUSE_TAKERS } from "../en/verbs.js";
import type { Token } from "../tokens.js";
import {
	type Clause,
	type ClauseInput,
	type ClauseKind,
	type Cutting,
	groupAt,
	newSegment,
	type Segment,
	subjectStart,
} from "./clause.js";
import { nonfiniteOpener, openerKind, openerStart } from "./clause-openers.js";
import { isBreak, isComma, isQuotation } from "./marks.js";
import type { NounPhrase } from "./noun-phrases.js";
import { isReduced, lastBreak } from "./reduced-participles.js";
import { hasFreePhrase, subjectIn, subjectRightBefore } from "./subject-search.js";
import type { VerbGroup } from "./verb-groups.js";

/** How many commas and subjects may wait for their verb at once; deeper nesting is not news prose. */
const MAX_PENDING = 8;

/**
 * Cuts one sentence into clauses in one pass: openers and verb groups are met from left to right, a stretch that has a
 * subject and no verb yet waits while a clause stands in between, and takes the verb that has no subject of its own.
 * Returns the clauses in order of their verbs, and the verb groups whose reading the clause decided (by index):
 * participles, and infinitives that are the only verb of a headline ("Apple to cut jobs"), which tell the future.
 */
export function clausesOf(input: ClauseInput): { clauses: Clause[]; participles: number[]; futures: number[] } {
	const { tokens, sentence, nounPhrases, firstPhrase, verbGroups, firstGroup, endGroup } = input;
	// Spelled out, not spread, here and below: this is the hot path, and spreading costs many times as much.
	const cutting: Cutting = {
		tokens,
		sentence,
		nounPhrases,
		firstPhrase,
		verbGroups,
		firstGroup,
		endGroup,
		clauses: [],
		participles: [],
		pending: [],
		open: newSegment(sentence.firstToken, "MAIN", null),
	};
	let next = firstGroup;
	for (let at = sentence.firstToken; at < sentence.endToken; ) {
		const group = next < endGroup ? verbGroups[next] : undefined;
		if (group && at === group.first) {
			placeGroup(cutting, next);
			at = group.end;
			next++;
			continue;
		}
		const kind = openerKind(cutting, at, next);
		if (kind && at > cutting.open.first) begin(cutting, openerStart(cutting, at), kind, at);
		else if (kind) cutting.open = newSegment(openerStart(cutting, at), kind, at);
		at++;
	}
	close(cutting, sentence.endToken);
	const { clauses, participles } = cutting;
	return { clauses, participles, futures: headlineFuture(cutting) };
}

/** Ends the open stretch: it becomes a clause, unless it has neither verb nor noun phrase. */
function close(cutting: Cutting, end: number): void {
	const { first, kind, opener, verb, subject } = cutting.open;
	if (verb === null && !hasFreePhrase(cutting, first, end)) return;
	const start = trimStart(cutting, first, end);
	cutting.clauses.push({ first: start, end: trimEnd(cutting.tokens, start, end), verb, kind, opener, subject });
}

/** Opens a stretch; the one that was open ends, or waits for its verb where it has none. */
function begin(cutting: Cutting, first: number, kind: ClauseKind, opener: number | null): void {
	const { open, pending } = cutting;
	if (open.verb !== null) {
		close(cutting, first);
		if (kind === "RELATIVE") waitForVerb(cutting, open.verb, first);
	} else if (first > open.first && pending.length < MAX_PENDING) {
		const subject = subjectIn(cutting, subjectStart(open), first);
		if (subject !== null) {
			open.subject = subject;
			pending.push(open);
		}
	}
	cutting.open = newSegment(first, kind, opener);
}

/** "alleged the two men, who had met, …": what looks like an object may be the subject of a verb to come. */
function waitForVerb(cutting: Cutting, verb: number, end: number): void {
	const { pending, nounPhrases, clauses } = cutting;
	const before = groupAt(cutting, verb);
	if (pending.length >= MAX_PENDING || !CLAUSE_TAKERS.has(before.lemma)) return;
	const subject = subjectIn(cutting, before.end, end);
	const first = subject === null ? -1 : (nounPhrases[subject] as NounPhrase).first;
	if (subject === null || first > before.end + 1) return;
	pending.push({ first, kind: "COMPLEMENT", opener: null, verb: null, subject, within: clauses.length - 1 });
}

/** A sentence whose only verb is an infinitive after its subject. */
function headlineFuture({ clauses, pending, participles, verbGroups, firstGroup, endGroup }: Cutting): number[] {
	const first = clauses[0];
	const waiting = pending[0];
	if (!first || !waiting || first.verb !== firstGroup || waiting.kind !== "MAIN") return [];
	if (verbGroups[first.verb]?.form !== "INFINITIVE" || waiting.subject === null) return [];
	for (let index = firstGroup; index < endGroup; index++)
		if (verbGroups[index]?.form === "FINITE" && !participles.includes(index)) return [];
	clauses[0] = { ...first, first: waiting.first, kind: "MAIN", opener: null, subject: waiting.subject };
	return [first.verb];
}

/** Gives the verb group with an index to the clause that it is the verb of. */
function placeGroup(cutting: Cutting, index: number): void {
	const group = groupAt(cutting, index);
	const reduced = group.form === "FINITE" && isReduced(cutting, index);
	if (reduced) cutting.participles.push(index);
	if (group.form !== "FINITE" || reduced) {
		openNonfinite(cutting, group);
		cutting.open.verb = index;
		return;
	}
	if (cutting.open.verb !== null) makeRoom(cutting, group, groupAt(cutting, cutting.open.verb));
	cutting.open.verb = index;
	cutting.open.subject ??= subjectIn(cutting, subjectStart(cutting.open), group.first);
}

function openNonfinite(cutting: Cutting, group: VerbGroup): void {
	const { open } = cutting;
	const opener = nonfiniteOpener(cutting, group);
	const alone = open.verb === null && !hasFreePhrase(cutting, subjectStart(open), group.first);
	if (alone && open.opener !== null && open.kind !== "MAIN") open.kind = "NONFINITE";
	else if (opener > open.first || !alone) begin(cutting, opener, "NONFINITE", opener);
	else cutting.open = newSegment(open.first, "NONFINITE", opener);
}

/** The open clause has its verb already: a pending subject resumes, or a new clause begins before this group. */
function makeRoom(cutting: Cutting, group: VerbGroup, before: VerbGroup): void {
	const { tokens, open, pending } = cutting;
	const lead = tokens[group.first - 1] as Token;
	const own = subjectRightBefore(cutting, before.end, group.first) ?? apposedSubject(cutting, before, group.first);
	const cut = own === null ? -1 : lastBreak(tokens, before.end, own);
	const waiting = pending.at(-1);
	const takes = CLAUSE_TAKERS.has(before.lemma);
	if (waiting && (own === null || (cut < 0 && !takes && !isComma(lead))) && lead.pos !== "CCONJ") {
		resume(cutting, group.first);
		return;
	}
	if (own === null && isQuotation(lead) && CLAUSE_TAKERS.has(group.lemma)) {
		// "…," said the mayor: the subject stands behind, that of the quotation is not taken over.
		begin(cutting, group.first, "MAIN", null);
		return;
	}
	if (own === null) {
		const apart = lead.pos === "CCONJ" || isBreak(lead) || before.end >= group.first;
		// "said most had been found": the complement has a subject that is no noun phrase.
		if (takes && before.form === "FINITE" && !apart) begin(cutting, before.end, "COMPLEMENT", null);
		else conjoin(cutting, group, before, lead);
		return;
	}
	if (cut >= 0 && !(takes && tokens[cut]?.pos === "CCONJ" && cut < own + 4 && before.end >= own)) {
		const kind = open.kind === "NONFINITE" || open.kind === "RELATIVE" ? "MAIN" : open.kind;
		const joined = kind === "COMPLEMENT" || kind === "SUBORDINATE" ? coordinated(tokens, cut, kind) : kind;
		begin(cutting, cut, joined, null);
		return;
	}
	begin(cutting, own, takes ? "COMPLEMENT" : "RELATIVE", null);
}

/** The innermost stretch that waits goes on. */
function resume(cutting: Cutting, end: number): void {
	close(cutting, end);
	const { tokens, clauses, pending } = cutting;
	const open = pending.pop() as Segment;
	const holder = open.within === null ? undefined : clauses[open.within];
	if (holder) clauses[open.within as number] = { ...holder, end: trimEnd(tokens, holder.first, open.first) };
	cutting.open = open;
}

/** "struck the port and sank two ships": a verb with the subject of the one before. */
function conjoin(cutting: Cutting, group: VerbGroup, before: VerbGroup, lead: Token): void {
	const { kind, opener, subject } = cutting.open;
	const first = lead.pos === "CCONJ" || isComma(lead) ? group.first - 1 : group.first;
	if (before.form === "FINITE") begin(cutting, first, kind, kind === "MAIN" ? null : opener);
	else begin(cutting, first, "MAIN", null);
	cutting.open.subject = subject;
}

/** "said Lena Holm, a pilot, died": the subject of a complement right behind its verb, with an apposition in commas. */
function apposedSubject(cutting: Cutting, before: VerbGroup, end: number): number | null {
	const { tokens, nounPhrases } = cutting;
	if (!CLAUSE_TAKERS.has(before.lemma) || !isComma(tokens[end - 1] as Token)) return null;
	const subject = subjectIn(cutting, before.end, end);
	const phrase = subject === null ? null : (nounPhrases[subject] as NounPhrase);
	if (phrase?.first !== before.end || !isComma(tokens[phrase.end] as Token)) return null;
	return phrase.end < end - 1 ? phrase.first : null;
}

/** After a comma a complement does not go on: "said X happened, officials said". */
const coordinated = (tokens: readonly Token[], cut: number, kind: ClauseKind): ClauseKind =>
	tokens[cut]?.pos === "CCONJ" && !isComma(tokens[cut - 1] as Token) ? kind : "MAIN";

function trimEnd(tokens: readonly Token[], first: number, end: number): number {
	let last = end;
	while (last - 1 > first) {
		const token = tokens[last - 1] as Token;
		if (token.pos !== "CCONJ" && !isBreak(token)) break;
		last--;
	}
	return last;
}

/** Past commas, and past a quotation mark that closes what stands before. */
function trimStart({ tokens, sentence }: Cutting, first: number, end: number): number {
	let start = first;
	while (start + 1 < end) {
		const token = tokens[start] as Token;
		const next = tokens[start + 1] as Token;
		if (!isBreak(token) && !(isQuotation(token) && next.start > token.end && start > sentence.firstToken)) break;
		start++;
	}
	return start;
}
