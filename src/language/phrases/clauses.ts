import {
	CLAUSE_TAKERS,
	COMPLEMENTIZERS,
	CONTENT_NOUNS,
	PARTICLES,
	PREPOSITION_OR_SUBORDINATOR,
	RELATIVES,
	SUBORDINATORS,
	THAT,
} from "../en/verbs.js";
import type { Sentence, Token } from "../tokens.js";
import { isBreak, isClosing, isComma, isQuotation } from "./marks.js";
import type { NounPhrase } from "./noun-phrases.js";
import { phraseReader } from "./subject-search.js";
import type { VerbGroup } from "./verb-groups.js";

export type ClauseKind = "MAIN" | "SUBORDINATE" | "RELATIVE" | "COMPLEMENT" | "NONFINITE";

/** A stretch around one verb group, within one sentence. A clause may hold others ("The man who fled was caught"). */
export interface Clause {
	first: number;
	end: number;
	/** Index into `verbGroups`; null for a verbless fragment. */
	verb: number | null;
	kind: ClauseKind;
	/** Token index of the word that opens it ("because", "which", "that", "to"); null for a main clause. */
	opener: number | null;
	/** Index into `nounPhrases` of the subject; null where none stands in the clause. */
	subject: number | null;
}

/** A stretch that waits for its verb. */
interface Segment {
	first: number;
	kind: ClauseKind;
	opener: number | null;
	verb: number | null;
	subject: number | null;
	/** Where the segment may turn out to be the object of the clause with this index, cut off there when it does not. */
	within: number | null;
}

/** How many commas and subjects may wait for their verb at once; deeper nesting is not news prose. */
const MAX_PENDING = 8;

interface Input {
	tokens: readonly Token[];
	sentence: Sentence;
	/** All noun phrases and verb groups of the text; those of the sentence lie in the half-open index ranges. */
	nounPhrases: readonly NounPhrase[];
	firstPhrase: number;
	verbGroups: readonly VerbGroup[];
	firstGroup: number;
	endGroup: number;
}

/**
 * Cuts one sentence into clauses in one pass: openers and verb groups are met from left to right, a stretch that has a
 * subject and no verb yet waits while a clause stands in between, and takes the verb that has no subject of its own.
 * Returns the clauses in order of their verbs, and the verb groups whose reading the clause decided (by index):
 * participles, and infinitives that are the only verb of a headline ("Apple to cut jobs"), which tell the future.
 */
export function clausesOf(input: Input): { clauses: Clause[]; participles: number[]; futures: number[] } {
	const { tokens, sentence, verbGroups } = input;
	const clauses: Clause[] = [];
	const participles: number[] = [];
	const pending: Segment[] = [];
	const phraseAt = phraseReader(input);
	let open: Segment = newSegment(sentence.firstToken, "MAIN", null);
	let next = input.firstGroup;

	const close = (end: number): void => {
		if (open.verb === null && !phraseAt.freeIn(open.first, end)) return;
		const { first, kind, opener, verb, subject } = open;
		const start = trimStart(input, first, end);
		clauses.push({ first: start, end: trimEnd(tokens, start, end), verb, kind, opener, subject });
	};
	const begin = (first: number, kind: ClauseKind, opener: number | null): void => {
		if (open.verb !== null) {
			close(first);
			waitForVerb(first, kind);
		} else if (first > open.first && pending.length < MAX_PENDING) {
			const subject = phraseAt.subjectIn(subjectStart(open), first);
			if (subject !== null) pending.push({ ...open, subject });
		}
		open = newSegment(first, kind, opener);
	};

	/** "alleged the two men, who had met, …": what looks like an object may be the subject of a verb to come. */
	function waitForVerb(end: number, kind: ClauseKind): void {
		const before = verbGroups[open.verb as number] as VerbGroup;
		if (kind !== "RELATIVE" || pending.length >= MAX_PENDING) return;
		if (!CLAUSE_TAKERS.has(before.lemma)) return;
		const subject = phraseAt.subjectIn(before.end, end);
		const first = subject === null ? -1 : (input.nounPhrases[subject] as NounPhrase).first;
		if (subject === null || first > before.end + 1) return;
		pending.push({ first, kind: "COMPLEMENT", opener: null, verb: null, subject, within: clauses.length - 1 });
	}

	for (let at = sentence.firstToken; at < sentence.endToken; ) {
		const group = next < input.endGroup ? verbGroups[next] : undefined;
		if (group && at === group.first) {
			placeGroup(next);
			at = group.end;
			next++;
			continue;
		}
		const kind = openerKind(at, next);
		if (kind && at > open.first) begin(openerStart(at), kind, at);
		else if (kind) open = newSegment(openerStart(at), kind, at);
		at++;
	}
	close(sentence.endToken);
	return { clauses, participles, futures: headlineFuture() };

	/** A sentence whose only verb is an infinitive after its subject. */
	function headlineFuture(): number[] {
		const first = clauses[0];
		const waiting = pending[0];
		if (!first || !waiting || first.verb !== input.firstGroup || waiting.kind !== "MAIN") return [];
		if (verbGroups[first.verb]?.form !== "INFINITIVE" || waiting.subject === null) return [];
		for (let index = input.firstGroup; index < input.endGroup; index++)
			if (verbGroups[index]?.form === "FINITE" && !participles.includes(index)) return [];
		clauses[0] = { ...first, first: waiting.first, kind: "MAIN", opener: null, subject: waiting.subject };
		return [first.verb];
	}

	function placeGroup(index: number): void {
		const group = verbGroups[index] as VerbGroup;
		const finite = group.form === "FINITE" && !isReduced(index);
		if (group.form === "FINITE" && !finite) participles.push(index);
		if (!finite) {
			const opener = nonfiniteOpener(group);
			const alone = open.verb === null && !phraseAt.freeIn(subjectStart(open), group.first);
			if (alone && open.opener !== null && open.kind !== "MAIN") open.kind = "NONFINITE";
			else if (opener > open.first || !alone) begin(opener, "NONFINITE", opener);
			else open = newSegment(open.first, "NONFINITE", opener);
			open.verb = index;
			return;
		}
		if (open.verb !== null) makeRoom(group);
		open.verb = index;
		open.subject ??= phraseAt.subjectIn(subjectStart(open), group.first);
	}

	/** The open clause has its verb already: a pending subject resumes, or a new clause begins before this group. */
	function makeRoom(group: VerbGroup): void {
		const before = verbGroups[open.verb as number] as VerbGroup;
		const lead = tokens[group.first - 1] as Token;
		const own = phraseAt.ownSubject(before.end, group.first) ?? apposedSubject(before, group.first);
		const cut = own === null ? -1 : lastBreak(before.end, own);
		const waiting = pending.at(-1);
		const takes = CLAUSE_TAKERS.has(before.lemma);
		if (waiting && (own === null || (cut < 0 && !takes && !isComma(lead))) && lead.pos !== "CCONJ") {
			close(group.first);
			open = pending.pop() as Segment;
			const holder = open.within === null ? undefined : clauses[open.within];
			if (holder) clauses[open.within as number] = { ...holder, end: trimEnd(tokens, holder.first, open.first) };
			return;
		}
		if (own === null && isQuotation(lead) && CLAUSE_TAKERS.has(group.lemma)) {
			// "…," said the mayor: the subject stands behind, that of the quotation is not taken over.
			begin(group.first, "MAIN", null);
			return;
		}
		if (
			own === null &&
			takes &&
			before.form === "FINITE" &&
			lead.pos !== "CCONJ" &&
			!isBreak(lead) &&
			before.end < group.first
		) {
			// "said most had been found": the complement has a subject that is no noun phrase.
			begin(before.end, "COMPLEMENT", null);
			return;
		}
		if (own === null) {
			const conjunct = lead.pos === "CCONJ" || isComma(lead) ? group.first - 1 : group.first;
			const kind = before.form === "FINITE" ? open.kind : "MAIN";
			const { opener, subject } = open;
			begin(conjunct, kind, kind === "MAIN" ? null : opener);
			open.subject = subject;
			return;
		}
		if (cut >= 0 && !(takes && tokens[cut]?.pos === "CCONJ" && cut < own + 4 && before.end >= own)) {
			const kind = open.kind === "NONFINITE" || open.kind === "RELATIVE" ? "MAIN" : open.kind;
			begin(cut, kind === "COMPLEMENT" || kind === "SUBORDINATE" ? coordinated(cut, kind) : kind, null);
			return;
		}
		begin(own, takes ? "COMPLEMENT" : "RELATIVE", null);
	}

	/** "said Lena Holm, a pilot, died": the subject of a complement right behind its verb, with an apposition in commas. */
	function apposedSubject(before: VerbGroup, end: number): number | null {
		if (!CLAUSE_TAKERS.has(before.lemma) || !isComma(tokens[end - 1] as Token)) return null;
		const subject = phraseAt.subjectIn(before.end, end);
		const phrase = subject === null ? null : (input.nounPhrases[subject] as NounPhrase);
		if (phrase?.first !== before.end || !isComma(tokens[phrase.end] as Token)) return null;
		return phrase.end < end - 1 ? phrase.first : null;
	}

	/** After a comma a complement does not go on: "said X happened, officials said". */
	function coordinated(cut: number, kind: ClauseKind): ClauseKind {
		return tokens[cut]?.pos === "CCONJ" && !isComma(tokens[cut - 1] as Token) ? kind : "MAIN";
	}

	/** The last comma, semicolon, dash or conjunction in a range, from which a new clause can start; -1 if none. */
	function lastBreak(from: number, subject: number): number {
		for (let at = subject; at >= from; at--) {
			const token = tokens[at] as Token;
			if (at < subject && (token.pos === "CCONJ" || isBreak(token))) return at;
		}
		return -1;
	}

	/** Is a lone "-ed" form a participle that describes the noun before it? */
	function isReduced(index: number): boolean {
		const group = verbGroups[index] as VerbGroup;
		if (!group.ambiguous) return false;
		const lead = group.first > sentence.firstToken ? (tokens[group.first - 1] as Token) : undefined;
		const after = tokens[group.end];
		const governs = group.end < sentence.endToken && after?.pos === "ADP" && !PARTICLES.has(after.lower);
		const object = group.end < sentence.endToken && !governs && after?.pos !== "PUNCT" && after?.pos !== "ADV";
		// "…," said the mayor: the subject stands behind.
		if (lead && !governs && (isComma(lead) || isQuotation(lead)) && CLAUSE_TAKERS.has(group.lemma)) return false;
		if (open.verb !== null) {
			const before = verbGroups[open.verb] as VerbGroup;
			if (CLAUSE_TAKERS.has(before.lemma)) return false;
			if (pending.length > 0 && lead && !isComma(lead) && lead.pos !== "CCONJ") return false;
			if (lead && lead.pos === "CCONJ") return false;
			if (lead && isComma(lead)) return governs && pending.length === 0;
			const own = phraseAt.ownSubject(before.end, group.first);
			if (own !== null && lastBreak(before.end, own) >= 0) return false;
			return !object || phraseAt.ownSubject(before.end, group.first) === null;
		}
		if (open.opener !== null && group.first === open.opener + 1) return open.kind === "SUBORDINATE";
		if (!phraseAt.freeIn(subjectStart(open), group.first))
			return open.kind === "MAIN" && pending.length === 0 && governs;
		const following = index + 1 < input.endGroup ? verbGroups[index + 1] : undefined;
		if (following?.form !== "FINITE") return false;
		const gap = tokens[following.first - 1] as Token;
		if (lead && isComma(lead)) return isComma(gap) || isClosing(gap);
		if (object || CLAUSE_TAKERS.has(group.lemma)) return false;
		for (let at = group.end; at < following.first; at++) {
			const token = tokens[at] as Token;
			if (isBreak(token) || token.pos === "CCONJ" || openerKind(at, index + 1)) return false;
		}
		return phraseAt.ownSubject(group.end, following.first) === null;
	}

	/** The clause a word opens, where it does open one; `upcoming` is the next verb group. */
	function openerKind(at: number, upcoming: number): ClauseKind | null {
		const token = tokens[at] as Token;
		const group = upcoming < input.endGroup ? verbGroups[upcoming] : undefined;
		if (!group) return null;
		const word = token.lower;
		if (token.pos === "DET" && word === THAT) return null;
		if (word === THAT) {
			if (token.pos !== "SCONJ" && token.pos !== "PRON") return null;
			const before = at > sentence.firstToken ? (tokens[at - 1] as Token) : undefined;
			if (token.pos === "PRON" && group.first !== at + 1 && before?.pos !== "NOUN") return null;
			const nominal = before?.pos === "NOUN" || before?.pos === "PROPN" || before?.pos === "NUM";
			return nominal && !CONTENT_NOUNS.has(before?.lemma ?? "") && isRelativeThat(at, group)
				? "RELATIVE"
				: "COMPLEMENT";
		}
		if (RELATIVES.has(word))
			return at > sentence.firstToken && follows(tokens[at - 1] as Token) ? "RELATIVE" : "COMPLEMENT";
		if (COMPLEMENTIZERS.has(word) && at > sentence.firstToken) return "COMPLEMENT";
		if (SUBORDINATORS.has(word) && token.pos !== "NOUN") return "SUBORDINATE";
		if (!PREPOSITION_OR_SUBORDINATOR.has(word) || (token.pos !== "ADP" && token.pos !== "SCONJ")) return null;
		return opensClause(at, upcoming, group) ? "SUBORDINATE" : null;
	}

	function isRelativeThat(at: number, group: VerbGroup): boolean {
		if (group.first === at + 1) return true;
		const before = open.verb === null ? null : (verbGroups[open.verb] as VerbGroup);
		return !before || !CLAUSE_TAKERS.has(before.lemma);
	}

	/** "after talks failed", "after striking": a verb follows with its subject, or at once, before any comma. */
	function opensClause(at: number, upcoming: number, group: VerbGroup): boolean {
		if (group.first === at + 1) return group.form === "GERUND";
		if (group.form === "INFINITIVE") return false;
		for (let scan = at + 1; scan < group.first; scan++) {
			const token = tokens[scan] as Token;
			if (isBreak(token) || RELATIVES.has(token.lower) || SUBORDINATORS.has(token.lower)) return false;
			if (scan > at + 1 && PREPOSITION_OR_SUBORDINATOR.has(token.lower)) return false;
			if (token.lower === THAT && token.pos !== "DET") return false;
		}
		if (group.form !== "FINITE") return false;
		if (phraseAt.ownSubject(at + 1, group.first) === null) return false;
		if (open.verb !== null || !phraseAt.freeIn(open.first, at)) return true;
		for (let index = upcoming + 1; index < Math.min(input.endGroup, upcoming + 4); index++)
			if (verbGroups[index]?.form === "FINITE") return true;
		return false;
	}

	function openerStart(at: number): number {
		// "for which", "in which", "by whom": the preposition goes along.
		const before = at - 1 > open.first ? tokens[at - 1] : undefined;
		return before?.pos === "ADP" && RELATIVES.has((tokens[at] as Token).lower) ? at - 1 : at;
	}

	/** The token a non-finite clause starts with: the preposition that governs it, or the verb group itself. */
	function nonfiniteOpener(group: VerbGroup): number {
		let first = group.first;
		while (first - 1 > open.first && tokens[first - 1]?.pos === "ADV" && group.first - first < 3) first--;
		const before = first - 1 >= open.first ? tokens[first - 1] : undefined;
		return before && (before.pos === "ADP" || before.pos === "SCONJ") && group.form !== "PARTICIPLE"
			? first - 1
			: group.first;
	}
}

const newSegment = (first: number, kind: ClauseKind, opener: number | null): Segment => ({
	first,
	kind,
	opener,
	verb: null,
	subject: null,
	within: null,
});

/** Where the subject may begin: after the opener. */
const subjectStart = (segment: Segment): number =>
	segment.opener !== null && segment.opener >= segment.first ? segment.opener + 1 : segment.first;

const follows = (before: Token): boolean =>
	before.pos === "NOUN" ||
	before.pos === "PROPN" ||
	before.pos === "NUM" ||
	before.pos === "PRON" ||
	before.pos === "ADP" ||
	before.pos === "PUNCT" ||
	before.pos === "ADJ" ||
	before.pos === "SYM";

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
function trimStart(input: Input, first: number, end: number): number {
	let start = first;
	while (start + 1 < end) {
		const token = input.tokens[start] as Token;
		const next = input.tokens[start + 1] as Token;
		if (!isBreak(token) && !(isQuotation(token) && next.start > token.end && start > input.sentence.firstToken)) break;
		start++;
	}
	return start;
}
