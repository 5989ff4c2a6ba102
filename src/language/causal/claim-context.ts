import type { CausalClaim, Certainty, EventMention, Span, Stance } from "../analysis.js";
import type { Attribution } from "../attribution.js";
import { CLAIM_NOUNS, COMPLEMENTIZER, DENIAL_VERBS, NEGATIONS, POSSIBLE_HEDGES, PROBABLE_HEDGES } from "../en/causal-words.js";
import type { Phrases } from "../phrases.js";
import type { Token, TokenizedText } from "../tokens.js";
import type { CausalCandidate } from "./candidate.js";
import type { TokenRange } from "./sentence-view.js";

interface Context {
	doc: TokenizedText;
	phrases: Phrases;
	attributions: readonly Attribution[];
	mentions: readonly EventMention[];
}

/** Longer than any content: orders the kinds of attribution before their lengths. */
const FAR_AWAY = 1e7;

/** A hedge or negation leans on the signal from this many tokens before it. */
const HEDGE_REACH = 4;
/** "denied claims that": the noun stands this close behind the verb. */
const CLAIM_REACH = 4;
/** A denial this far before the signal still governs it. */
const DENIAL_REACH = 40;

/** Places a decided candidate in its text: offsets, who says so, how certain, and which mentions it is about. */
export function claimFrom(context: Context, candidate: CausalCandidate, confidence: number): CausalClaim {
	const { doc, mentions } = context;
	const cause = spanOf(doc, candidate.cause);
	const effect = spanOf(doc, candidate.effect);
	const signal = spanOf(doc, candidate.signal);
	const attribution = attributionFor(context.attributions, signal, effect);
	const stance = stanceOf(doc, candidate, attribution);
	return {
		cause,
		effect,
		signal,
		relation: candidate.relation,
		mode: candidate.mode,
		basis: "STATED",
		stance,
		certainty: certaintyOf(doc, candidate, attribution),
		confidence,
		attributedTo: candidate.source ? nameOf(doc, candidate.source) : (attribution?.source ?? null),
		sentence: candidate.sentence,
		causeMention: headMention(mentions, cause),
		effectMention: headMention(mentions, effect),
	};
}

/** Quotes and brackets that stand alone at an end are left out. */
function spanOf(doc: TokenizedText, range: TokenRange): Span {
	let { first, end } = range;
	const text = (index: number): string => doc.tokens[index]?.text ?? "";
	for (const mark of ['"', "'", "’"]) {
		let count = 0;
		for (let i = first; i < end; i++) if (text(i) === mark) count++;
		if (count % 2 === 1 && text(first) === mark) first++;
		else if (count % 2 === 1 && text(end - 1) === mark) end--;
	}
	if (end <= first) ({ first, end } = range);
	return { start: doc.tokens[first]?.start ?? 0, end: doc.tokens[end - 1]?.end ?? 0 };
}

/** The narrowest attribution whose content holds the signal and reaches into the effect; a denial or a name comes first. */
function attributionFor(attributions: readonly Attribution[], signal: Span, effect: Span): Attribution | null {
	let best: Attribution | null = null;
	for (const attribution of attributions) {
		const { content } = attribution;
		if (content.start > signal.start || content.end < signal.end) continue;
		if (content.end <= effect.start || content.start >= effect.end) continue;
		if (!best || weight(attribution) < weight(best)) best = attribution;
	}
	return best;
}

function weight(attribution: Attribution): number {
	const length = attribution.content.end - attribution.content.start;
	if (attribution.stance === "DENIES") return length - FAR_AWAY;
	return attribution.source === null ? length + FAR_AWAY : length;
}

function stanceOf(doc: TokenizedText, candidate: CausalCandidate, attribution: Attribution | null): Stance {
	if (candidate.features.has("NEGATED")) return "CONTRADICTS";
	if (attribution) return attribution.stance === "DENIES" ? "CONTRADICTS" : "SUPPORTS";
	const sentence = doc.sentences[candidate.sentence];
	const low = Math.max(sentence?.firstToken ?? 0, candidate.signal.first - DENIAL_REACH);
	for (let i = candidate.signal.first - 1; i >= low; i--) {
		const token = doc.tokens[i];
		if (!token || !DENIAL_VERBS.has(token.lemma) || NEGATIONS.has(doc.tokens[i - 1]?.lower ?? "")) continue;
		if (deniesClause(doc, i, candidate.signal.first)) return "CONTRADICTS";
	}
	return "SUPPORTS";
}

/** "denied that", "rejected suggestions that": a clause or a noun for a claim follows, and no comma parts it from the signal. */
function deniesClause(doc: TokenizedText, verb: number, signal: number): boolean {
	let claims = false;
	for (let i = verb + 1; i < signal; i++) {
		const word = doc.tokens[i]?.lower ?? "";
		if (word === ",") return false;
		if (i <= verb + CLAIM_REACH && (word === COMPLEMENTIZER || CLAIM_NOUNS.has(word))) claims = true;
	}
	return claims;
}

/** The noun phrase without its article. */
function nameOf(doc: TokenizedText, range: TokenRange): string {
	const first = doc.tokens[range.first]?.pos === "DET" && range.end - range.first > 1 ? range.first + 1 : range.first;
	return doc.text.slice(doc.tokens[first]?.start, doc.tokens[range.end - 1]?.end);
}

function certaintyOf(doc: TokenizedText, candidate: CausalCandidate, attribution: Attribution | null): Certainty {
	const { first, end } = candidate.signal;
	if (anyOf(doc.tokens, first - HEDGE_REACH, end, POSSIBLE_HEDGES)) return "POSSIBLE";
	if (attribution?.certainty === "POSSIBLE") return "POSSIBLE";
	if (anyOf(doc.tokens, first - HEDGE_REACH, end, PROBABLE_HEDGES)) return "PROBABLE";
	return attribution?.certainty ?? "CERTAIN";
}

function anyOf(tokens: readonly Token[], first: number, end: number, list: ReadonlySet<string>): boolean {
	for (let i = Math.max(0, first); i < end; i++) if (list.has(tokens[i]?.lower ?? "")) return true;
	return false;
}

/** The mention that best stands for a span: a clause's first verb, else the head noun, which comes first in English. */
function headMention(mentions: readonly EventMention[], span: Span): number | null {
	let noun: number | null = null;
	for (const [index, mention] of mentions.entries()) {
		if (mention.start < span.start || mention.end > span.end) continue;
		if (mention.form === "VERB") return index;
		noun ??= index;
	}
	return noun;
}
