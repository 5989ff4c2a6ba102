import type { EventMention } from "../analysis.js";
import { CAUSAL_VERBS, type CausalVerb } from "../en/causal-verbs.js";
import {
	AGENT_MARKER,
	ANAPHORIC_NOUNS,
	ANAPHORS,
	EVENT_NOUNS,
	EVENTFUL_WORDS,
	IMPLICATIVE_VERBS,
	INFINITIVE_MARKER,
	PERSON_PRONOUNS,
	QUESTION_WORDS,
	UNREAL_OPENERS,
} from "../en/causal-words.js";
import type { VerbGroup } from "../phrases.js";
import type { CandidateFeature, CausalCandidate } from "./candidate.js";
import { clauseBefore, subjectBefore } from "./clause-spans.js";
import { mainClause } from "./connective-candidates.js";
import { headMention, isAgent, isHappening, isNamed } from "./event-heads.js";
import { antecedent, phraseAfter } from "./phrase-spans.js";
import {
	breakAt,
	hasFinite,
	hasNominal,
	isClause,
	isFiniteGroup,
	type SentenceView,
	type TokenRange,
} from "./sentence-view.js";
import { holds } from "./signal-guards.js";
import { trimmedBefore } from "./span-edges.js";
import { readObject } from "./verb-objects.js";

const verbsByLemma = new Map<string, CausalVerb[]>();
for (const verb of CAUSAL_VERBS)
	for (const key of new Set([verb.lemma, verb.past])) verbsByLemma.set(key, [...(verbsByLemma.get(key) ?? []), verb]);
// A particle is stronger evidence than none: "set off" before "set".
// An object with an infinitive is stronger than an object: "prompted lines to sail" before "prompted lines".
const weight = (verb: CausalVerb): number => verb.particle.length + (verb.frame === "OBJECT_TO" ? 0.5 : 0);
for (const list of verbsByLemma.values()) list.sort((a, b) => weight(b) - weight(a));

/** How far the second argument of "blame … on" may stand from the verb. */
const BLAME_REACH = 25;

interface Sides {
	cause: TokenRange;
	effect: TokenRange;
	signal: TokenRange;
	features: CandidateFeature[];
	/** Who blames or explains. */
	source?: TokenRange | null;
}

/** Reads a causal verb with subject and object, or answers null. */
export function verbCandidate(
	view: SentenceView,
	group: VerbGroup,
	previous: SentenceView | undefined,
	mentions: ReadonlyMap<number, EventMention>,
): CausalCandidate | null {
	const head = view.tokens[group.head];
	if (!head) return null;
	for (const verb of verbsByLemma.get(head.lemma) ?? []) {
		const sides = readVerb(view, group, verb, previous, mentions);
		if (!sides) continue;
		const { cause, effect, signal } = sides;
		if (cause.first < effect.end && effect.first < cause.end) continue;
		if (!hasNominal(view, cause) || !hasNominal(view, effect)) continue;
		const features = new Set(sides.features);
		if (holds(view, cause, EVENTFUL_WORDS)) features.add("EVENTFUL_CAUSE");
		if (holds(view, effect, EVENTFUL_WORDS)) features.add("EVENTFUL_EFFECT");
		if (isClause(view, cause)) features.add("CLAUSE_CAUSE");
		if (isClause(view, effect) || verb.frame === "OBJECT_TO") features.add("CLAUSE_EFFECT");
		if (group.negated) features.add("NEGATED");
		if (isNamed(view, effect, mentions)) features.add("EVENT_OBJECT");
		return {
			cause,
			effect,
			signal,
			relation: verb.relation,
			mode: verb.mode,
			sentence: view.index,
			entry: `${verb.lemma}${verb.particle.length ? ` ${verb.particle.join(" ")}` : ""}/${verb.frame}`,
			reliability: verb.reliability,
			features,
			source: sides.source ?? null,
			byVerb: true,
		};
	}
	return null;
}

function readVerb(
	view: SentenceView,
	group: VerbGroup,
	verb: CausalVerb,
	previous: SentenceView | undefined,
	mentions: ReadonlyMap<number, EventMention>,
): Sides | null {
	if (verb.frame === "BLAME_ON" || verb.frame === "BLAME_FOR") return readBlame(view, group, verb);
	const afterParticle = particleEnd(view, group.end, verb.particle);
	if (afterParticle < 0) return null;
	const isAgented = view.tokens[afterParticle]?.lower === AGENT_MARKER;
	if (group.passive || (group.form === "PARTICIPLE" && isAgented)) {
		if (verb.frame === "BACKWARD" || !isAgented) return null;
		return readPassive(view, group, afterParticle, verb);
	}
	const object = readObject(view, group, verb, afterParticle);
	if (!object) return null;
	const signal = { first: group.head, end: afterParticle };
	const subject = readSubject(view, group, previous, mentions);
	if (!subject) return null;
	const { range, features } = subject;
	if (verb.relation === "PREVENT" && !isNamed(view, object, mentions) && !holds(view, object, EVENT_NOUNS)) return null;
	if (verb.frame === "BACKWARD") return { cause: object, effect: range, signal, features };
	const told = features.includes("EVENT_SUBJECT") || features.includes("PREVIOUS_SENTENCE");
	if (!told && verb.relation === "PREVENT") {
		// "stopped smoking" ends what one does oneself.
		if (!isHappening(view, object, mentions) || view.groupAt(object.first)) return null;
		if (isUnrealClause(view, range)) return null;
		// Agents are no events: the preventing act is itself the cause.
		const own: CandidateFeature[] = features.filter((name) => name !== "AGENT_SUBJECT");
		return {
			cause: signal,
			effect: object,
			signal,
			features: [...own, isObliged(view, group) ? "OBLIGED" : "OWN_ACT"],
		};
	}
	if (verb.eventSubject && !told) return null;
	return { cause: range, effect: object, signal, features };
}

function readPassive(view: SentenceView, group: VerbGroup, by: number, verb: CausalVerb): Sides | null {
	const agent = phraseAfter(view, by + 1);
	if (!agent) return null;
	if (verb.eventSubject && isAgent(view, agent, undefined)) return null;
	const subject = group.form === "PARTICIPLE" ? antecedent(view, group.first) : subjectBefore(view, group.first);
	if (!subject) return null;
	return { cause: agent, effect: subject, signal: { first: group.head, end: by + 1 }, features: [] };
}

/** "until Israel stopped the war": what was not done has prevented nothing. */
function isUnrealClause(view: SentenceView, subject: TokenRange): boolean {
	return UNREAL_OPENERS.has(view.tokens[subject.first - 1]?.lower ?? "");
}

/** "had to postpone": the agent was made to, so that the act is a happening of its own beside what brought it about. */
function isObliged(view: SentenceView, group: VerbGroup): boolean {
	for (let i = group.first - 1; i < group.head; i++) if (view.tokens[i]?.lower === INFINITIVE_MARKER) return true;
	return group.form === "INFINITIVE";
}

function readSubject(
	view: SentenceView,
	group: VerbGroup,
	previous: SentenceView | undefined,
	mentions: ReadonlyMap<number, EventMention>,
): { range: TokenRange; features: CandidateFeature[] } | null {
	if (group.form !== "FINITE") {
		// "was forced to suspend": the subject is that of the verb that brings the infinitive about.
		const governor = group.form === "INFINITIVE" ? view.groupAt(group.first - 1) : undefined;
		if (!isFiniteGroup(governor) || !IMPLICATIVE_VERBS.has(view.tokens[governor.head]?.lemma ?? "")) return null;
		return readSubject(view, governor, previous, mentions);
	}
	const before = group.first - 1;
	if (before >= view.first && breakAt(view, before) === "RELATIVE") {
		const noun = antecedent(view, before);
		if (noun && (breakAt(view, before - 1) !== "COMMA" || headMention(noun, mentions) !== undefined))
			return { range: noun, features: subjectFeatures(view, noun, mentions) };
		// Only "which" can point at a whole clause; "the crew, who" are people.
		const clause = PERSON_PRONOUNS.has(view.tokens[before]?.lower ?? "") ? null : clauseBefore(view, before);
		return clause && hasFinite(view, clause) ? { range: clause, features: ["EVENT_SUBJECT"] } : null;
	}
	const range = subjectBefore(view, group.first);
	if (!range || isQuestion(view, range)) return null;
	if (pointsBack(view, range) && previous) {
		const clause = mainClause(previous);
		if (clause) return { range: clause, features: ["PREVIOUS_SENTENCE"] };
	}
	return { range, features: subjectFeatures(view, range, mentions) };
}

function subjectFeatures(
	view: SentenceView,
	range: TokenRange,
	mentions: ReadonlyMap<number, EventMention>,
): CandidateFeature[] {
	if (isHappening(view, range, mentions)) return ["EVENT_SUBJECT"];
	return isAgent(view, range, mentions) ? ["AGENT_SUBJECT"] : [];
}

/** "What led to the dispute" asks for the cause. */
function isQuestion(view: SentenceView, range: TokenRange): boolean {
	return QUESTION_WORDS.has(view.tokens[range.first]?.lower ?? "");
}

/** "This", "The move" and nothing else. */
function pointsBack(view: SentenceView, range: TokenRange): boolean {
	const last = view.tokens[range.end - 1];
	if (!last || range.first > view.first + 1 || range.end - range.first > 2) return false;
	return range.end - range.first === 1 ? ANAPHORS.has(last.lower) : ANAPHORIC_NOUNS.has(last.lower);
}

function readBlame(view: SentenceView, group: VerbGroup, verb: CausalVerb): Sides | null {
	if (group.form !== "FINITE" && !group.passive) return null;
	const particle = verb.particle[0];
	const high = Math.min(view.end, group.end + BLAME_REACH);
	let at = group.end;
	while (at < high && view.tokens[at]?.lower !== particle) {
		const kind = breakAt(view, at);
		if (kind === "STRONG" || kind === "OPENER" || isFiniteGroup(view.groupAt(at))) return null;
		at++;
	}
	if (at >= high) return null;
	const second = phraseAfter(view, at + 1);
	const first = group.passive ? subjectBefore(view, group.first) : phraseAfterUntil(view, group.end, at);
	if (!first || !second) return null;
	const signal = { first: group.head, end: group.passive ? at + 1 : group.head + 1 };
	const blamer = group.passive ? null : subjectBefore(view, group.first);
	const source = blamer && view.tokens[blamer.end - 1]?.pos === "PRON" ? null : blamer;
	return verb.frame === "BLAME_ON"
		? { cause: second, effect: first, signal, features: [], source }
		: { cause: first, effect: second, signal, features: [], source };
}

function phraseAfterUntil(view: SentenceView, start: number, stop: number): TokenRange | null {
	const phrase = phraseAfter(view, start);
	if (!phrase || start >= stop) return null;
	return trimmedBefore(view, phrase.first, Math.min(phrase.end, stop));
}

function particleEnd(view: SentenceView, start: number, particle: readonly string[]): number {
	let at = start;
	for (const word of particle) {
		if (view.tokens[at]?.lower !== word) return -1;
		at++;
	}
	return at;
}
