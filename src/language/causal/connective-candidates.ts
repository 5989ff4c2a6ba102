import {
	AGENT_NOUNS,
	ANAPHORS,
	COPULAS,
	EVENT_NOUNS,
	EVENTFUL_WORDS,
	GERUND_GOVERNORS,
	NEGATIONS,
} from "../en/causal-words.js";
import type { CandidateFeature, CausalCandidate } from "./candidate.js";
import { clauseAfter, clauseBefore, infinitiveAfter, subjectBefore } from "./clause-spans.js";
import { antecedent, phraseAfter } from "./phrase-spans.js";
import {
	breakAt,
	hasFinite,
	hasNominal,
	hasVerb,
	isClause,
	isFiniteGroup,
	isNominal,
	type SentenceView,
	type TokenRange,
} from "./sentence-view.js";
import { holds, isActor, passesEarlyGuard, passesLateGuard, type SignalArguments } from "./signal-guards.js";
import type { SignalMatch } from "./signal-matches.js";
import { trimmed } from "./span-edges.js";

/** Reads a connective with its two arguments, or answers null where it is not causal or an argument is missing. */
export function connectiveCandidate(
	view: SentenceView,
	match: SignalMatch,
	previous: SentenceView | undefined,
): CausalCandidate | null {
	const { signal } = match;
	if (!passesEarlyGuard(view, match) || isAppointment(view, match)) return null;
	const found = readArguments(view, match, previous);
	if (!found) return null;
	const { near, far } = found;
	if (!hasNominal(view, near) || !hasNominal(view, far)) return null;
	if (near.first < far.end && far.first < near.end) return null;
	if (!passesLateGuard(view, signal.guard, found)) return null;
	const [cause, effect] = signal.cause === "NEAR" ? [near, far] : [far, near];
	const features = new Set<CandidateFeature>();
	if (signal.frame !== "COPULA" && signal.frame !== "NOUN" && !hasVerb(view, far)) features.add("VERBLESS_FAR");
	if (hasVerb(view, near)) features.add("CLAUSE_NEAR");
	if (found.initial) features.add("INITIAL");
	if (far.end <= view.sentence.firstToken) features.add("PREVIOUS_SENTENCE");
	if (holds(view, cause, EVENTFUL_WORDS)) features.add("EVENTFUL_CAUSE");
	if (holds(view, effect, EVENTFUL_WORDS)) features.add("EVENTFUL_EFFECT");
	if (isClause(view, cause)) features.add("CLAUSE_CAUSE");
	if (isClause(view, effect)) features.add("CLAUSE_EFFECT");
	if (isNegated(view, match)) features.add("NEGATED");
	if (isUnreal(view, effect)) features.add("UNREAL_EFFECT");
	return {
		cause,
		effect,
		signal: { first: breakAt(view, match.first) === "COMMA" ? match.first + 1 : match.first, end: match.end },
		relation: signal.relation,
		mode: signal.mode,
		sentence: view.index,
		entry: signal.words,
		reliability: signal.reliability,
		features,
		source: null,
		byVerb: false,
	};
}

function readArguments(
	view: SentenceView,
	match: SignalMatch,
	previous: SentenceView | undefined,
): SignalArguments | null {
	switch (match.signal.frame) {
		case "COPULA":
			return copulaArguments(view, match);
		case "PARTICIPLE":
			return participleArguments(view, match);
		case "NOUN":
			return nounArguments(view, match);
		case "SEQUEL":
			return sequelArguments(view, match, previous);
		default:
			return subordinateArguments(view, match, previous);
	}
}

function subordinateArguments(
	view: SentenceView,
	match: SignalMatch,
	previous: SentenceView | undefined,
): SignalArguments | null {
	const before = isClauseStart(view, match.first) ? null : clauseBefore(view, match.first);
	const initial = !before || (!hasVerb(view, before) && before.end - before.first < 3);
	const near = pointedAt(view, nearArgument(view, match, initial), previous);
	if (!near) return null;
	if (!initial) {
		// "The retaliation for the raid was over": the signal stands inside a subject, which is the other argument.
		const { frame, guard } = match.signal;
		const inside =
			frame === "PHRASE" && guard !== "GRIEVANCE" && guard !== "PROTEST" && isFiniteGroup(view.groupAt(near.end));
		const subject = inside && isNominal(view.tokens[match.first - 1]) ? antecedent(view, match.first) : null;
		return { near, far: subject ?? before, initial };
	}
	const far = clauseBeyondComma(view, near.end > match.end ? near.end : match.end + 1);
	return far && hasVerb(view, far) ? { near, far, initial } : null;
}

/** The clause after a comma at `end` or, behind a closing quote, one further. */
function clauseBeyondComma(view: SentenceView, end: number): TokenRange | null {
	const comma = breakAt(view, end) === "COMMA" ? end : end + 1;
	return breakAt(view, comma) === "COMMA" ? clauseAfter(view, comma + 1) : null;
}

/** "Following this": what a lone pronoun points back at is the sentence before; without one there is no argument. */
function pointedAt(view: SentenceView, near: TokenRange | null, previous: SentenceView | undefined): TokenRange | null {
	if (!near || near.end - near.first > 1 || !ANAPHORS.has(view.tokens[near.first]?.lower ?? "")) return near;
	return previous ? mainClause(previous) : null;
}

function nearArgument(view: SentenceView, match: SignalMatch, initial: boolean): TokenRange | null {
	const { frame } = match.signal;
	if (frame === "INFINITIVE") return infinitiveAfter(view, match.end);
	// "The following day", "following in her steps": no preposition.
	if (view.tokens[match.first - 1]?.pos === "DET") return null;
	// "were following every step": the verb itself.
	if (frame === "CLAUSE_OR_PHRASE" && isFiniteGroup(view.groupAt(match.first))) return null;
	if (view.tokens[match.end]?.pos === "ADP" && view.tokens[match.end + 1]?.pos !== "NUM") return null;
	if (frame === "PHRASE") return phraseAfter(view, match.end);
	const clause = clauseAfter(view, match.end, initial);
	const finite = clause !== null && hasFinite(view, clause);
	if (frame === "CLAUSE") return finite ? clause : null;
	const phrase = phraseAfter(view, match.end);
	if (!phrase) return clause;
	// "Following the raid, police left": the verb stands beyond the comma, so the phrase is the argument.
	return finite && goesOn(view, phrase.end) ? clause : phrase;
}

/** The phrase is the subject, or part of the subject, of the verb that follows. */
function goesOn(view: SentenceView, end: number): boolean {
	return isFiniteGroup(view.groupAt(end)) || breakAt(view, end) === "COORDINATOR";
}

function participleArguments(view: SentenceView, match: SignalMatch): SignalArguments | null {
	const group = view.groupAt(match.first);
	if (group && (group.form === "FINITE" || group.first < match.first)) return null;
	const before = view.tokens[match.first - 1];
	const start = match.first === view.first;
	if (!start && before && (GERUND_GOVERNORS.has(before.lower) || before.pos === "DET" || before.pos === "ADJ"))
		return null;
	if (!start && before?.pos === "AUX") return null;
	const near = phraseAfter(view, match.first);
	if (!near || near.end <= match.end) return null;
	if (start) {
		const far = clauseBeyondComma(view, near.end);
		return far && hasFinite(view, far) ? { near, far, initial: true } : null;
	}
	if (match.signal.cause === "FAR" && breakAt(view, match.first - 1) !== "COMMA") return null;
	// "The workers demanding": a participle right behind people describes them.
	if (before && AGENT_NOUNS.has(before.lower)) return null;
	const far = clauseBefore(view, match.first);
	return far && hasFinite(view, far) ? { near, far, initial: false } : null;
}

function copulaArguments(view: SentenceView, match: SignalMatch): SignalArguments | null {
	const group = view.groupAt(match.first);
	const far = subjectBefore(view, group ? group.first : match.first);
	const clause = clauseAfter(view, match.end);
	const phrase = phraseAfter(view, match.end);
	const near = clause && phrase && isFiniteGroup(view.groupAt(phrase.end)) ? clause : (phrase ?? clause);
	if (!far || !near) return null;
	// "They were behind the attack": who acts is no event.
	if (match.signal.cause === "FAR" && isActor(view, far)) return null;
	return { near, far, initial: false };
}

/** "The reason for the delay was a missing part", "… is that the part was missing". */
function nounArguments(view: SentenceView, match: SignalMatch): SignalArguments | null {
	const near = phraseAfter(view, match.end);
	const group = near ? view.groupAt(near.end) : undefined;
	if (!near || !isFiniteGroup(group) || !COPULAS.has(view.tokens[group.head]?.lower ?? "")) return null;
	const start = breakAt(view, group.end) === "RELATIVE" ? group.end + 1 : group.end;
	const clause = clauseAfter(view, start);
	const phrase = phraseAfter(view, start);
	const far = clause && phrase && goesOn(view, phrase.end) ? clause : (phrase ?? clause);
	return far ? { near, far, initial: false } : null;
}

function sequelArguments(
	view: SentenceView,
	match: SignalMatch,
	previous: SentenceView | undefined,
): SignalArguments | null {
	const near = clauseAfter(view, match.end);
	if (!near || !hasVerb(view, near)) return trailingSequel(view, match, previous);
	const before = isClauseStart(view, match.first) ? null : clauseBefore(view, match.first);
	if (before && hasVerb(view, before)) return { near, far: before, initial: false };
	const far = previous && mainClause(previous);
	return far ? { near, far, initial: true } : null;
}

/** "…, and the factory closed as a result": the effect stands before the signal, its cause before that. */
function trailingSequel(
	view: SentenceView,
	match: SignalMatch,
	previous: SentenceView | undefined,
): SignalArguments | null {
	if (match.end < view.end && breakAt(view, match.end) === "NONE") return null;
	const near = clauseBefore(view, match.first);
	if (!near || !hasFinite(view, near)) return null;
	const opener = breakAt(view, near.first - 1);
	if (opener === "COORDINATOR" || opener === "STRONG") {
		const far = clauseBefore(view, near.first - 1);
		if (far && hasFinite(view, far)) return { near, far, initial: false };
	}
	const far = near.first <= view.first + 3 && previous ? mainClause(previous) : null;
	return far ? { near, far, initial: true } : null;
}

/** "is due to arrive": an infinitive after "due to" is a plan, no cause. */
function isAppointment(view: SentenceView, match: SignalMatch): boolean {
	const group = view.groupAt(match.first);
	if (match.signal.frame === "COPULA" && group && group.head >= match.end) {
		const head = view.tokens[group.head];
		return head !== undefined && (group.head > match.end || head.lower === head.lemma);
	}
	const next = view.tokens[match.end];
	if (match.signal.guard !== "NO_PLAN" || !next || next.lower !== next.lemma) return false;
	const plan = view.groupAt(match.end);
	// "due to be played" is one for certain; "due to flood" may be a noun that the tagger took for a verb.
	return plan?.form === "INFINITIVE" && (plan.head > match.end || !EVENT_NOUNS.has(next.lower));
}

/** The effect is said to be due, possible or not the case ("should send troops", "did not act"). */
function isUnreal(view: SentenceView, range: TokenRange): boolean {
	for (let i = range.first; i < range.end; i++) {
		const group = view.groupAt(i);
		if (isFiniteGroup(group)) return group.negated || group.modal !== null;
	}
	return false;
}

/** The last clause of a sentence that has a finite verb of its own: what "this" in the next sentence points back at. */
export function mainClause(view: SentenceView): TokenRange | null {
	const clause = clauseAfter(view, view.first);
	return clause && hasFinite(view, clause) ? clause : trimmed(view, view.first, view.end);
}

function isClauseStart(view: SentenceView, at: number): boolean {
	if (at <= view.first) return true;
	const kind = breakAt(view, at - 1);
	return kind === "OPEN" || kind === "STRONG" || kind === "OPENER" || kind === "RELATIVE";
}

/** "not because", "was not caused by", "never led to". */
export function isNegated(view: SentenceView, match: { first: number; end: number }): boolean {
	if (view.groupAt(match.first)?.negated) return true;
	for (let i = match.first; i < match.end; i++) if (NEGATIONS.has(view.tokens[i]?.lower ?? "")) return true;
	return NEGATIONS.has(view.tokens[match.first - 1]?.lower ?? "");
}
