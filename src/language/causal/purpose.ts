import {
	CATENATIVE_VERBS,
	COMPLEMENT_NOUNS,
	INFINITIVE_SUBJECT_MARKER,
	NEGATIONS,
	OBJECT_CONTROL_VERBS,
	QUESTION_WORDS,
	RANKING_WORDS,
	STATIVE_VERBS,
	SUPERLATIVE_ENDINGS,
	TIME_NOUNS,
} from "../en/causal-words.js";
import { breakAt, isNominal, type SentenceView } from "./sentence-view.js";
import { isInfinitive } from "./span-edges.js";

/** A verb or noun that takes the infinitive stands within this many tokens before it. */
const PURPOSE_REACH = 14;
/** A word that singles out a noun stands this close before the infinitive. */
const RANKING_REACH = 6;

/** An infinitive that says what something is done for, not what is decided, tried, allowed or able. */
export function isPurpose(view: SentenceView, at: number): boolean {
	if (!isInfinitive(view, at)) return false;
	const verb = view.tokens[at + 1];
	if (!verb || verb.lower !== verb.lemma || verb.pos === "AUX") return false;
	if (at === view.first) return true;
	const before = view.tokens[at - 1];
	if (!before) return false;
	const kind = breakAt(view, at - 1);
	if (kind === "OPENER" || kind === "RELATIVE" || kind === "STRONG" || kind === "COORDINATOR") return false;
	if (before.lower === verb.lower || NEGATIONS.has(before.lower) || QUESTION_WORDS.has(before.lower)) return false;
	if (isSingledOut(view, at)) return false;
	if (before.pos === "AUX" || before.pos === "ADP" || before.pos === "ADJ" || before.pos === "DET") return false;
	if (COMPLEMENT_NOUNS.has(before.lower) || CATENATIVE_VERBS.has(before.lemma)) return false;
	return !takesInfinitive(view, at) && !isStative(view, at);
}

/** "the first ship to pass", "the strongest storm on record to hit": the infinitive belongs to the noun. */
function isSingledOut(view: SentenceView, at: number): boolean {
	const low = Math.max(view.first, at - RANKING_REACH);
	for (let i = at - 1; i >= low; i--) {
		const token = view.tokens[i];
		if (!token || view.groupAt(i) || token.pos === "PUNCT") return false;
		if (TIME_NOUNS.has(view.tokens[i + 1]?.lower ?? "")) continue;
		if (RANKING_WORDS.has(token.lower) && i < at - 1) return true;
		if (token.pos === "ADJ" && SUPERLATIVE_ENDINGS.some((ending) => token.lower.endsWith(ending))) return i < at - 1;
	}
	return false;
}

/** Nothing stands in the range but a time: "voted on Thursday to strike". */
export function isTimeOnly(view: SentenceView, first: number, end: number): boolean {
	for (let i = first; i < end; i++) {
		const token = view.tokens[i];
		if (!token || !(TIME_NOUNS.has(token.lower) || ["ADP", "NUM", "DET", "ADJ"].includes(token.pos))) return false;
	}
	return true;
}

/** The verb the infinitive would belong to tells a state ("has the means to", "there is a plan to"). */
function isStative(view: SentenceView, at: number): boolean {
	const low = Math.max(view.first, at - PURPOSE_REACH);
	for (let i = at - 1; i >= low; i--) {
		const group = view.groupAt(i);
		if (group) return !group.passive && STATIVE_VERBS.has(view.tokens[group.head]?.lemma ?? "");
	}
	return false;
}

/** A verb or noun before that takes the infinitive across its object or "of" phrase: "ordered the troops to". */
function takesInfinitive(view: SentenceView, at: number): boolean {
	const low = Math.max(view.first, at - PURPOSE_REACH);
	let preposition = false;
	for (let i = at - 1; i >= low; i--) {
		const token = view.tokens[i];
		if (!token) return false;
		if (token.pos === "ADP" && i < at - 1) preposition = true;
		const kind = breakAt(view, i);
		if (kind === "STRONG" || kind === "OPENER" || kind === "RELATIVE") return false;
		const group = view.groupAt(i);
		const participle = group?.form === "GERUND" || group?.form === "PARTICIPLE";
		const modifier = participle && group?.first === i && isNominal(view.tokens[i + 1]);
		if (group?.head === i && !modifier) {
			if (OBJECT_CONTROL_VERBS.has(token.lemma)) return true;
			if (CATENATIVE_VERBS.has(token.lemma) && isTimeOnly(view, i + 1, at)) return true;
			return false;
		}
		if (i < at - 1 && token.lower === INFINITIVE_SUBJECT_MARKER) return true;
		if (preposition && token.pos === "NOUN" && COMPLEMENT_NOUNS.has(token.lower)) return true;
	}
	return false;
}
