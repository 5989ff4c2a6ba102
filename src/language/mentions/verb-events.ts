import type { EventType } from "../analysis.js";
import { NOUN_TYPES, PHRASAL_TYPES, VERB_TYPES } from "../en/event-types.js";
import {
	CAUSAL_VERBS,
	EMERGENCE_VERBS,
	IMPACT_TYPES,
	IMPLICATIVE_VERBS,
	LIGHT_PHRASES,
	NEGATIVE_VERBS,
	OUTCOME_VERBS,
	PHASE_VERBS,
	PLAN_CARRIERS,
	PLAN_NOUNS,
	PLAN_VERBS,
	REFUSALS,
	STATE_VERBS,
	STATIVE_LINKS,
	STATIVE_PARTICIPLES,
	VAGUE_VERBS,
	WEAK_VERBS,
} from "../en/event-words.js";
import { ACCUSING_VERBS, IMPERSONAL } from "../en/reporting.js";
import { PARTICLES, PREPOSITION_PARTICLES } from "../en/verbs.js";
import { firstFrom, phraseCovering, phraseStartingAt, type SentenceParts } from "../phrases/sentence-parts.js";
import type { Clause, NounPhrase, VerbGroup } from "../phrases.js";
import type { Token } from "../tokens.js";
import type { Candidate } from "./candidate.js";
import { carriedNoun, isEventNoun, onStrike } from "./carried-nouns.js";
import { type Context, groupOf, isDate, subjectOf, type TokenRange } from "./context.js";
import { typeInContext } from "./type-in-context.js";

/**
 * The happenings that clauses of one sentence tell, in order of their clauses. Not happenings: states and copulas,
 * reporting verbs with what they report, verbs that only link events or carry another one ("led to", "began to"), and
 * the plain present outside of headlines. `consumed` receives the head tokens of nouns that a clause already tells.
 */
export function verbEvents(
	context: Context,
	parts: SentenceParts,
	isHeadline: boolean,
	consumed: Set<number>,
): Candidate[] {
	const found: Candidate[] = [];
	for (const clause of parts.clauses) {
		const group = groupOf(context, clause);
		const candidate = group && readClause(context, parts, clause, group, isHeadline, consumed);
		if (candidate) found.push(candidate);
	}
	return found;
}

function readClause(
	context: Context,
	parts: SentenceParts,
	clause: Clause,
	group: VerbGroup,
	isHeadline: boolean,
	consumed: Set<number>,
): Candidate | null {
	const { tokens } = context.doc;
	const head = tokens[group.head] as Token;
	const lemma = group.lemma;
	// To accuse is an act as well as a report.
	if (head.pos === "AUX" || (context.cues.has(head.start) && !ACCUSING_VERBS.has(lemma))) return null;
	if (group.form === "PARTICIPLE" && STATIVE_PARTICIPLES.has(lemma)) return null;
	if (followsState(context, parts, clause, group) || isOutcome(clause, group)) return null;
	if (emerges(context, clause, lemma)) return null;
	const governing = governingClause(context, parts, clause, group);
	const subject = subjectOf(context, clause) ?? subjectFrom(context, parts, clause, group, governing);
	const told = tellsNow(group, governing, isHeadline);
	if (!told) return null;

	const teller: Teller = { context, parts, clause, group, governing, subject };
	const noun = carriedNoun(context, parts, clause, group, lemma, subject);
	if (noun !== null) {
		if (consumed.has(noun)) return null;
		consumed.add(noun);
		const { lemma: nounLemma } = tokens[noun] as Token;
		const told = LIGHT_PHRASES.get(`${lemma} ${nounLemma}`) ?? NOUN_TYPES.get(nounLemma) ?? "OTHER";
		const type = onStrike(tokens, noun) ?? typeInContext(context, nounLemma, noun, told);
		// Such a noun ("office") is no happening without its verb.
		const first = NOUN_TYPES.has(nounLemma) ? noun : group.head;
		return tell(teller, { first, end: noun + 1 }, nounLemma, type, "STRONG");
	}
	const particle = particleOf(tokens, group, parts.sentence.endToken);
	const phrasal = particle === null ? undefined : PHRASAL_TYPES.get(`${lemma} ${particle.lower}`);
	const known = phrasal ?? VERB_TYPES.get(lemma);
	// "refused to recall" is one happening: the refusal.
	if (governing?.carries && governing.group && REFUSALS.has(governing.group.lemma)) return null;
	if (CAUSAL_VERBS.has(lemma) || carries(context, parts, clause, group, lemma)) return null;
	const weak = known === undefined || WEAK_VERBS.has(lemma) || (VAGUE_VERBS.has(lemma) && phrasal === undefined);
	if (STATE_VERBS.has(lemma) && !WEAK_VERBS.has(lemma) && phrasal === undefined) return null;
	if (weak && group.form !== "FINITE") return null;
	const trigger: TokenRange = {
		first: group.head,
		end: phrasal && particle === context.doc.tokens[group.head + 1] ? group.head + 2 : group.head + 1,
	};
	const word = phrasal && particle ? `${lemma} ${particle.lower}` : lemma;
	const type = typeInContext(context, word, group.head, known ?? "OTHER");
	return tell(teller, trigger, word, type, weak ? "WEAK" : "STRONG");
}

/** A clause that tells something, with what governs it and its subject. */
interface Teller {
	context: Context;
	parts: SentenceParts;
	clause: Clause;
	group: VerbGroup;
	governing: Governing | null;
	subject: NounPhrase | null;
}

function tell(
	{ context, parts, clause, group, governing, subject }: Teller,
	trigger: TokenRange,
	lemma: string,
	type: EventType,
	strength: Candidate["strength"],
): Candidate {
	const matrix = governing?.clause ?? null;
	return {
		sentence: parts.index,
		form: "VERB",
		trigger,
		lemma,
		type,
		strength,
		clause,
		group,
		matrix,
		phrase: null,
		subject,
		extent: extentOf(parts, clause, matrix, governing),
		governor: clause.opener === null ? null : (context.doc.tokens[clause.opener] as Token).lower,
		main: clause.kind === "MAIN" || (governing?.carries === true && matrix?.kind === "MAIN"),
	};
}

/** "remain trapped": a participle right behind a verb of staying. */
function followsState(context: Context, parts: SentenceParts, clause: Clause, group: VerbGroup): boolean {
	if (group.form !== "PARTICIPLE" || group.first !== clause.first) return false;
	const before = context.doc.tokens[group.first - 1];
	return before !== undefined && group.first > parts.sentence.firstToken && STATIVE_LINKS.has(before.lemma);
}

/** "exploded, killing 11": what the clause before came to, no happening beside it. */
const isOutcome = (clause: Clause, group: VerbGroup): boolean =>
	group.form === "GERUND" &&
	clause.kind === "NONFINITE" &&
	clause.opener === group.first &&
	OUTCOME_VERBS.has(group.lemma);

/** The clause that a non-finite clause hangs on. */
interface Governing {
	clause: Clause | null;
	group: VerbGroup | null;
	/** True where its verb only carries this one: "began to send", "plans to send", "forced them to send". */
	carries: boolean;
	/** The noun that governs an infinitive ("the decision to send"). */
	noun: string | null;
}

function governingClause(context: Context, parts: SentenceParts, clause: Clause, group: VerbGroup): Governing | null {
	if (clause.kind !== "NONFINITE") return null;
	const { tokens } = context.doc;
	const noun = governingNoun(tokens, clause, group);
	for (let index = firstFrom(parts.clauses, clause.first) - 1, seen = 0; index >= 0 && seen < 6; index--, seen++) {
		const before = parts.clauses[index] as Clause;
		const verb = groupOf(context, before);
		if (!verb || verb.first >= group.first) continue;
		const lemma = verb.lemma;
		const open = group.form === "INFINITIVE" || clause.first <= verb.end + 1;
		const carried =
			open &&
			(PHASE_VERBS.has(lemma) || PLAN_VERBS.has(lemma) || IMPLICATIVE_VERBS.has(lemma) || NEGATIVE_VERBS.has(lemma));
		return { clause: before, group: verb, carries: carried && noun === null, noun };
	}
	return noun === null ? null : { clause: null, group: null, carries: false, noun };
}

/** The noun right before an infinitive that makes it a plan ("the decision to send"). */
function governingNoun(tokens: readonly Token[], clause: Clause, group: VerbGroup): string | null {
	const before = group.form === "INFINITIVE" ? tokens[clause.first - 1] : undefined;
	return before?.pos === "NOUN" && PLAN_NOUNS.has(before.lemma) ? before.lemma : null;
}

/** "it became known that": the clause only brings what its complement tells. */
function emerges(context: Context, clause: Clause, lemma: string): boolean {
	const subject = subjectOf(context, clause);
	if (!subject || !EMERGENCE_VERBS.has(lemma)) return false;
	return subject.end === subject.first + 1 && IMPERSONAL.has((context.doc.tokens[subject.first] as Token).lower);
}

/** Does a verb form tell something that happens, happened or is to happen, rather than how things are? */
function tellsNow(group: VerbGroup, governing: Governing | null, isHeadline: boolean): boolean {
	if (group.form === "FINITE") {
		if (group.tense !== "PRESENT" || group.perfect || group.progressive || group.modal !== null) return true;
		return isHeadline || (group.passive === false && PLAN_CARRIERS.has(group.lemma));
	}
	if (group.form !== "INFINITIVE" || !governing) return true;
	if (governing.carries || governing.noun !== null || !governing.group) return true;
	return governing.group.tense !== "PRESENT" || governing.group.perfect;
}

/** The subject of a clause without its own: of a conjunct or matrix, the antecedent of a relative or participle. */
function subjectFrom(
	context: Context,
	parts: SentenceParts,
	clause: Clause,
	group: VerbGroup,
	governing: Governing | null,
): NounPhrase | null {
	if (clause.kind === "RELATIVE" || (group.form === "PARTICIPLE" && clause.kind === "NONFINITE")) {
		return antecedent(context, parts, clause, IMPACT_TYPES.has(VERB_TYPES.get(group.lemma) ?? ""));
	}
	if (!governing?.clause || !governing.group || governing.noun !== null) return null;
	if (group.form === "INFINITIVE" && governing.carries) {
		const object = phraseStartingAt(parts.nounPhrases, governing.group.end);
		if (object && object.end <= clause.first && !isDate(context, object)) return object;
	}
	return governing.group.passive && !governing.carries ? null : subjectOf(context, governing.clause);
}

/**
 * The noun phrase before a clause that describes it; a date between them is stepped over ("a law of 2022 that"), and for
 * a verb of harm a name in the tail of an event ("strikes on Beirut, which killed 22").
 */
function antecedent(context: Context, parts: SentenceParts, clause: Clause, isImpact: boolean): NounPhrase | null {
	const { tokens } = context.doc;
	const last = firstFrom(parts.nounPhrases, clause.first) - 1;
	let nearest: NounPhrase | null = null;
	for (let index = last; index >= 0 && index > last - 4; index--) {
		const phrase = parts.nounPhrases[index] as NounPhrase;
		if (isDate(context, phrase)) continue;
		if (nearest === null) nearest = phrase;
		else if (isEventNoun(tokens[phrase.head] as Token)) return phrase;
		const head = tokens[phrase.head] as Token;
		const tailed = phrase.first > parts.sentence.firstToken && tokens[phrase.first - 1]?.pos === "ADP";
		if (!isImpact || head.pos !== "PROPN" || !tailed) return nearest;
	}
	return nearest;
}

/** Is the verb only the carrier of the clause after it ("began to withdraw", "plans to cut", "managed to escape")? */
function carries(context: Context, parts: SentenceParts, clause: Clause, group: VerbGroup, lemma: string): boolean {
	const carrier = PHASE_VERBS.has(lemma) || PLAN_CARRIERS.has(lemma) || IMPLICATIVE_VERBS.has(lemma);
	if (!carrier) return false;
	const next = parts.clauses[firstFrom(parts.clauses, group.end)];
	if (next?.kind !== "NONFINITE" || next.first > clause.end + 1) return false;
	const verb = groupOf(context, next);
	return verb !== null && (verb.form === "INFINITIVE" || (verb.form === "GERUND" && next.first === group.end));
}

function extentOf(
	parts: SentenceParts,
	clause: Clause,
	matrix: Clause | null,
	governing: Governing | null,
): TokenRange {
	if (governing && governing.noun !== null) {
		const phrase = phraseCovering(parts.nounPhrases, clause.first - 1);
		return { first: phrase?.first ?? clause.first, end: clause.end };
	}
	if (matrix && governing?.carries && matrix.first < clause.first) return { first: matrix.first, end: clause.end };
	const first =
		clause.opener === clause.first && clause.kind !== "NONFINITE" && clause.kind !== "MAIN"
			? clause.first + 1
			: clause.first;
	return { first: Math.min(first, clause.end - 1), end: clause.end };
}

function particleOf(tokens: readonly Token[], group: VerbGroup, end: number): Token | null {
	let next = group.end < end ? tokens[group.end] : undefined;
	if (!next || group.end !== group.head + 1) return null;
	// "struck it down": the particle may stand behind a pronoun.
	if (next.pos === "PRON" && group.end + 1 < end) next = tokens[group.end + 1] as Token;
	return PARTICLES.has(next.lower) || PREPOSITION_PARTICLES.has(next.lower) ? next : null;
}
