import { VERB_TYPES } from "../en/event-types.js";
import {
	CONTAINING_PREPOSITIONS,
	DEFINITE_WORDS,
	EMERGENCE_VERBS,
	IMPACT_TYPES,
	IMPLICATIVE_VERBS,
	PHASE_VERBS,
	RECALLING_TYPES,
	SIMULTANEOUS_OPENERS,
} from "../en/event-words.js";
import { OF } from "../en/verbs.js";
import { firstFrom, type SentenceParts } from "../phrases/sentence-parts.js";
import type { Clause, NounPhrase, VerbGroup } from "../phrases.js";
import type { Token } from "../tokens.js";
import type { Candidate } from "./candidate.js";
import { type Context, groupOf, subjectOf } from "./context.js";
import { type PlacedTime, placeTimes } from "./placed-times.js";
import { isObject } from "./status.js";

/** Length of a value that names a day ("2024-10-26"). */
const DAY_LENGTH = 10;

/** Index into the times of the expression that dates each candidate, or null; in the order of the candidates. */
export function timesOf(context: Context, parts: SentenceParts, candidates: readonly Candidate[]): (number | null)[] {
	const placed = placeTimes(context, parts);
	if (placed.length === 0) return candidates.map(() => null);
	const taken = new Set<number>();
	const result: (number | null)[] = candidates.map(() => null);
	for (const [at, candidate] of candidates.entries()) {
		if (candidate.form !== "NOUN") continue;
		const time = nominalTime(context, candidate, placed);
		if (!time) continue;
		result[at] = time.index;
		if (isExclusive(context, candidate, time)) taken.add(time.index);
	}
	const free = placed.filter((time) => time.modifies === null && !taken.has(time.index) && !time.bounds);
	for (const [at, candidate] of candidates.entries()) {
		if (candidate.form !== "VERB" || !candidate.clause) continue;
		result[at] =
			carriedTime(candidate, placed) ??
			clauseTime(candidate.clause, free) ??
			openingTime(candidate.clause, placed) ??
			(candidate.matrix && governs(context, candidate) ? clauseTime(candidate.matrix, free) : null) ??
			subjectTime(candidate, placed) ??
			inheritedTime(context, parts, candidate.clause, free);
	}
	// "An explosion killed 11 miners on Thursday": the subject happened when its impact did.
	const impacts = new Map<NounPhrase, number>();
	for (const [at, { form, subject, type, trigger, group }] of candidates.entries())
		if (form === "VERB" && subject && IMPACT_TYPES.has(type) && trigger.first === group?.head && !impacts.has(subject))
			impacts.set(subject, at);
	for (const [at, { form, phrase, clause }] of candidates.entries()) {
		const verb = form === "NOUN" && result[at] === null && phrase ? impacts.get(phrase) : undefined;
		if (verb !== undefined && candidates[verb]?.clause === clause) result[at] = result[verb] ?? null;
	}
	return result;
}

/** The finest of the times of a clause; the first of equals. */
function clauseTime(clause: Clause, free: readonly PlacedTime[]): number | null {
	let best: PlacedTime | null = null;
	for (const time of free) if (time.clause === clause && (!best || time.value.length > best.value.length)) best = time;
	return best?.index ?? null;
}

/** "planned the October 7 attack": the date stands in the phrase of the noun that the verb carries. */
function carriedTime({ trigger }: Candidate, placed: readonly PlacedTime[]): number | null {
	for (const time of placed) if (time.modifies !== null && time.modifies === trigger.end - 1) return time.index;
	return null;
}

/** "since January 2, when a drone struck": the clause tells what happened then. */
function openingTime(clause: Clause, placed: readonly PlacedTime[]): number | null {
	const { opener } = clause;
	if (opener === null) return null;
	for (const time of placed) if (time.opens && (time.end === opener || time.end === opener - 1)) return time.index;
	return null;
}

/** "The attack on Monday killed five": what the subject's own date dates is dated too. */
function subjectTime(candidate: Candidate, placed: readonly PlacedTime[]): number | null {
	const { subject, group } = candidate;
	if (!subject || !group) return null;
	for (const time of placed)
		if (
			subject.first <= time.first &&
			time.end <= group.first &&
			time.clause === candidate.clause &&
			(time.modifies === subject.head || (time.modifies === null && !time.bounds))
		)
			return time.index;
	return null;
}

/** "began on Monday to withdraw": one day; the plan of "asked on Monday to meet" is for another. */
function governs(context: Context, candidate: Candidate): boolean {
	const { matrix, extent } = candidate;
	const group = matrix ? groupOf(context, matrix) : null;
	if (!matrix || !group || extent.first !== matrix.first) return false;
	return IMPLICATIVE_VERBS.has(group.lemma) || PHASE_VERBS.has(group.lemma);
}

/** A date before the subject of the first clause rules conjuncts; what happens at the same time shares a date. */
function inheritedTime(
	context: Context,
	parts: SentenceParts,
	clause: Clause,
	free: readonly PlacedTime[],
): number | null {
	const index = firstFrom(parts.clauses, clause.first);
	const before =
		parts.clauses[
			Math.max(0, (parts.clauses.indexOf(clause, index) < 0 ? index : parts.clauses.indexOf(clause, index)) - 1)
		];
	if (!before || before === clause) return null;
	const group = groupOf(context, clause);
	const verb = groupOf(context, before);
	const { tokens } = context.doc;
	const opener = clause.opener === null ? null : (tokens[clause.opener] as Token).lower;
	const reports = verb !== null && context.cues.has((tokens[verb.head] as Token).start);
	if (clause.kind === "COMPLEMENT") {
		// Between "became" and "that" a participle may stand ("it became known that").
		for (const matrix of parts.clauses) {
			if (matrix.first >= clause.first) break;
			const matrixVerb = groupOf(context, matrix);
			if (matrixVerb && matrix.kind === "MAIN" && EMERGENCE_VERBS.has(matrixVerb.lemma))
				return clauseTime(matrix, free);
		}
		return null;
	}
	if (reports) return null;
	const together =
		(clause.kind === "NONFINITE" && group?.form === "GERUND" && clause.opener === group.first) ||
		(opener !== null && SIMULTANEOUS_OPENERS.has(opener) && clause.kind === "SUBORDINATE");
	if (together) return clauseTime(before, free);
	if (clause.kind !== "MAIN") return null;
	// "raided the office on Monday and arrested two": one subject, one day.
	if (
		clause.subject !== null &&
		clause.subject === before.subject &&
		verb?.tense === group?.tense &&
		verb?.perfect === group?.perfect
	) {
		const shared = clauseTime(before, free);
		if (shared !== null) return shared;
	}
	const first = parts.clauses[0] as Clause;
	const subject = subjectOf(context, first);
	if (first === clause || first.kind !== "MAIN" || !subject || groupOf(context, first)?.tense !== group?.tense)
		return null;
	const opening = groupOf(context, first);
	if (opening && context.cues.has((tokens[opening.head] as Token).start)) return null;
	const fronted = free.find((time) => time.clause === first && time.end <= subject.first);
	const joined =
		(tokens[clause.first] as Token).pos === "CCONJ" || (clause.subject !== null && clause.subject === first.subject);
	return fronted && joined ? fronted.index : null;
}

/** A date in the noun phrase, or right behind the noun or its tail ("the attack on Monday"). */
function nominalTime(context: Context, candidate: Candidate, placed: readonly PlacedTime[]): PlacedTime | null {
	const { phrase, extent, group } = candidate;
	if (!phrase) return null;
	for (const time of placed)
		if (
			phrase.first <= time.first &&
			time.end <= phrase.end &&
			(time.modifies === phrase.head || time.modifies === candidate.trigger.first)
		)
			return time;
	const object = group !== null && isDirectObject(context, candidate, group) && !isRecalled(context, candidate, group);
	for (const time of placed) {
		if (time.modifies !== null || time.first < phrase.end) continue;
		const link = context.doc.tokens[time.first - 1] as Token;
		const adjacent = time.first === phrase.end || (time.first === phrase.end + 1 && link.pos === "ADP");
		const tailed = time.first === extent.end || (time.first === extent.end + 1 && link.pos === "ADP");
		// "the raid by Norsen of 7 May", not "a funeral for victims of the previous day".
		const named = tailed && context.doc.tokens[extent.end - 1]?.pos === "PROPN";
		const owned = (adjacent || named) && link.lower === OF;
		if (!owned && (time.bounds || object)) continue;
		if (adjacent || tailed) return time;
	}
	return null;
}

/** "struck a deal on Monday": the date of the verb and of what it does. */
function isDirectObject(context: Context, candidate: Candidate, group: VerbGroup): boolean {
	return isObject(candidate, group) && context.doc.tokens[(candidate.phrase as NounPhrase).first - 1]?.pos !== "ADP";
}

/** "condemned the attack on 7 May": what a verb of judging or inquiry is about has a date of its own. */
function isRecalled(context: Context, candidate: Candidate, group: VerbGroup): boolean {
	const first = context.doc.tokens[(candidate.phrase as NounPhrase).first] as Token;
	return RECALLING_TYPES.has(VERB_TYPES.get(group.lemma) ?? "") && DEFINITE_WORDS.has(first.lower);
}

/**
 * A nominal behind a preposition keeps its date for itself ("after the attack on Monday"), unless it holds what the verb
 * tells ("died in the raid on Monday"), and so does the object of a verb of judging and what "of" joins to its date.
 */
function isExclusive(context: Context, candidate: Candidate, time: PlacedTime): boolean {
	const { group } = candidate;
	if (context.doc.tokens[time.first - 1]?.lower === OF) return true;
	if (group && candidate.phrase && isObject(candidate, group) && isRecalled(context, candidate, group)) return true;
	return (
		candidate.governor !== null &&
		// "in the second attack this year": the nominal is of that year, the verb of a day in it.
		(!CONTAINING_PREPOSITIONS.has(candidate.governor) || time.value.length < DAY_LENGTH) &&
		candidate.clause !== null &&
		candidate.phrase !== null &&
		candidate.clause.first < candidate.phrase.first &&
		candidate.group !== null &&
		candidate.phrase.first > candidate.group.first
	);
}
