import type { Certainty, OccurrenceStatus, Polarity } from "../analysis.js";
import { type Attribution, attributionOf } from "../attribution.js";
import {
	CANCELLING_VERBS,
	CONDITIONAL_OPENERS,
	DEFINITE_WORDS,
	FORESEEN_ADJECTIVES,
	FORESEEN_GOVERNORS,
	NEGATIVE_DETERMINERS,
	NEGATIVE_VERBS,
	PLAN_CARRIERS,
	PLAN_NOUNS,
	PLAN_VERBS,
	PLANNED_MODALS,
	POSTPONING_VERBS,
	SPEECH_TYPES,
	UNCERTAIN_ADJECTIVES,
	UNCERTAIN_MODALS,
} from "../en/event-words.js";
import type { VerbGroup } from "../phrases.js";
import type { Token } from "../tokens.js";
import type { Candidate } from "./candidate.js";
import { type Context, groupOf, spanOf } from "./context.js";

/** How real a happening is, and on whose word. */
export interface Reality {
	status: OccurrenceStatus;
	polarity: Polarity;
	certainty: Certainty;
	attributedTo: string | null;
	/** Told with a past before the past ("had killed"), so older than what stands around it. */
	pluperfect: boolean;
}

const RANK: Readonly<Record<Certainty, number>> = { CERTAIN: 2, PROBABLE: 1, POSSIBLE: 0 };

/**
 * Reads the reality of a happening: tense, modals and negation of its verb group, the verb or noun that governs it
 * ("plans to", "failed to", "threat of"), a condition, an adjective ("alleged"), and the attribution around it.
 */
export function realityOf(context: Context, candidate: Candidate): Reality {
	const own = candidate.form === "VERB" ? ofVerb(context, candidate) : ofNoun(context, candidate);
	const attribution: Attribution | null = attributionOf(context.attributions, spanOf(context.doc, candidate.trigger));
	let { status, certainty } = own;
	if (attribution) {
		if (RANK[attribution.certainty] < RANK[certainty]) certainty = attribution.certainty;
		if (attribution.stance === "DENIES" && isDenied(context, candidate, attribution)) status = "DENIED";
	}
	if (certainty === "POSSIBLE" && status === "OCCURRED") status = "UNCERTAIN";
	const { polarity, pluperfect } = own;
	return { status, polarity, certainty, attributedTo: attribution?.source ?? null, pluperfect };
}

/**
 * Is it the happening that is denied, and not something the denial takes for granted? Denied are the clause right under
 * the denial and its object ("denied the attack"); a nominal inside that clause, a relative clause and what was said or
 * blamed happened ("denied that the collapse was caused by cuts", "rejected the accusation").
 */
function isDenied(context: Context, candidate: Candidate, attribution: Attribution): boolean {
	const { clause } = candidate;
	if (candidate.form === "VERB") return clause?.kind !== "RELATIVE" && clause?.kind !== "SUBORDINATE";
	if (SPEECH_TYPES.has(candidate.type) || !candidate.phrase) return false;
	const before = context.doc.tokens[candidate.phrase.first - 1];
	return before !== undefined && before.start <= attribution.cue.end && attribution.cue.start <= before.start;
}

type Own = Omit<Reality, "attributedTo">;

function ofVerb(context: Context, candidate: Candidate): Own {
	const group = candidate.group as VerbGroup;
	const governing = candidate.matrix ? groupOf(context, candidate.matrix) : null;
	const lemma = governing ? governing.lemma : "";
	let own = ofGroup(group);
	if (group.form === "INFINITIVE" && !governing) setReality(own, "PLANNED", "PROBABLE");
	if (group.form !== "FINITE" && governing) {
		own = ofGroup(governing);
		if (group.negated) own.polarity = "NEGATED";
		if (group.form === "INFINITIVE") {
			if (NEGATIVE_VERBS.has(lemma)) own.polarity = own.polarity === "NEGATED" ? "AFFIRMED" : "NEGATED";
			else if (PLAN_VERBS.has(lemma) || afterPlanNoun(context, candidate) || isPurpose(candidate, lemma)) {
				if (own.status !== "UNCERTAIN") own.status = "PLANNED";
				own.pluperfect = false;
			}
		}
	}
	if (own.status === "OCCURRED" || own.status === "ONGOING") {
		// "was preparing a strike": the trigger is the noun, the verb only plans it.
		const planned = candidate.trigger.first !== group.head ? !pointsAtNoun(context, candidate) : group.progressive;
		if (planned && PLAN_CARRIERS.has(group.lemma)) setReality(own, "PLANNED", "PROBABLE");
	}
	const { subject } = candidate;
	if (subject && NEGATIVE_DETERMINERS.has((context.doc.tokens[subject.first] as Token).lower)) own.polarity = "NEGATED";
	if (candidate.governor !== null && CONDITIONAL_OPENERS.has(candidate.governor))
		setReality(own, "UNCERTAIN", "POSSIBLE");
	return own;
}

function setReality(own: Own, status: OccurrenceStatus, certainty: Certainty): void {
	own.status = status;
	own.certainty = certainty;
}

/** Tokens between a determiner and its noun ("the October 7 attack"). */
const DETERMINER_REACH = 4;

/** "planned the October 7 attack" tells of one that is known, "planned an attack" of a plan. */
function pointsAtNoun(context: Context, candidate: Candidate): boolean {
	const { first } = candidate.trigger;
	for (let at = first - 1; at >= first - DETERMINER_REACH; at--) {
		const token = context.doc.tokens[at];
		if (!token || token.pos === "VERB") return false;
		if (token.pos === "DET") return DEFINITE_WORDS.has(token.lower);
	}
	return false;
}

/** An infinitive that no carrying verb governs tells an aim: "flew to Geneva to meet". */
function isPurpose(candidate: Candidate, lemma: string): boolean {
	return lemma !== "" && candidate.matrix !== null && candidate.extent.first !== candidate.matrix.first;
}

function afterPlanNoun(context: Context, candidate: Candidate): boolean {
	const before = candidate.clause ? context.doc.tokens[candidate.clause.first - 1] : undefined;
	return before?.pos === "NOUN" && PLAN_NOUNS.has(before.lemma);
}

function ofGroup(group: VerbGroup): Own {
	const polarity: Polarity = group.negated ? "NEGATED" : "AFFIRMED";
	const pluperfect = group.perfect && group.tense === "PAST";
	if (group.modal !== null && UNCERTAIN_MODALS.has(group.modal))
		return { status: "UNCERTAIN", polarity, certainty: "POSSIBLE", pluperfect: false };
	if (group.tense === "FUTURE") return { status: "PLANNED", polarity, certainty: "PROBABLE", pluperfect: false };
	if (group.modal !== null && PLANNED_MODALS.has(group.modal))
		return { status: group.perfect ? "UNCERTAIN" : "PLANNED", polarity, certainty: "PROBABLE", pluperfect: false };
	if (group.progressive && group.tense === "PRESENT" && !group.perfect)
		return { status: "ONGOING", polarity, certainty: "CERTAIN", pluperfect: false };
	return { status: "OCCURRED", polarity, certainty: "CERTAIN", pluperfect };
}

function ofNoun(context: Context, candidate: Candidate): Own {
	const { tokens } = context.doc;
	const phrase = candidate.phrase ?? candidate.extent;
	const own: Own = { status: "OCCURRED", polarity: "AFFIRMED", certainty: "CERTAIN", pluperfect: false };
	for (let at = phrase.first; at < candidate.trigger.first; at++) {
		const word = (tokens[at] as Token).lower;
		if (FORESEEN_ADJECTIVES.has(word)) own.status = "PLANNED";
		if (UNCERTAIN_ADJECTIVES.has(word)) return { ...own, status: "UNCERTAIN", certainty: "POSSIBLE" };
	}
	const governing = tokens[phrase.first - 2];
	if (governing?.pos === "NOUN" && FORESEEN_GOVERNORS.has(governing.lemma))
		return { ...own, status: "UNCERTAIN", certainty: "POSSIBLE" };
	const group = candidate.group;
	if (!group || !isObject(candidate, group)) return own;
	const lemma = group.lemma;
	const { pos } = tokens[group.head] as Token;
	if (pos === "AUX") return own;
	if (POSTPONING_VERBS.has(lemma)) return { ...own, status: "POSTPONED" };
	if (CANCELLING_VERBS.has(lemma)) return { ...own, status: "CANCELLED" };
	const definite = DEFINITE_WORDS.has((tokens[phrase.first] as Token).lower);
	if (group.tense === "FUTURE" || (PLAN_VERBS.has(lemma) && !definite))
		return { ...own, status: "PLANNED", certainty: "PROBABLE" };
	return own;
}

/** The noun phrase stands right behind the verb group. */
export function isObject(candidate: Candidate, group: VerbGroup): boolean {
	return candidate.phrase !== null && candidate.phrase.first >= group.end && candidate.phrase.first <= group.end + 1;
}
