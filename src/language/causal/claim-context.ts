import type { CausalClaim, Certainty, EventMention, Span } from "../analysis.js";
import type { Attribution } from "../attribution.js";
import {
	CLAIM_NOUNS,
	COMPLEMENTIZER,
	DENIAL_VERBS,
	EVIDENCE_NOUNS,
	NEGATIONS,
	NONE_WORDS,
	POSSIBLE_HEDGES,
	PROBABLE_HEDGES,
} from "../en/causal-words.js";
import type { Token, TokenizedText } from "../tokens.js";
import type { CausalCandidate } from "./candidate.js";
import type { BelievedLink } from "./sentence-links.js";
import type { TokenRange } from "./sentence-view.js";

interface IndexedMention {
	mention: EventMention;
	index: number;
}

/** What a claim is placed in, sorted so that looking up is fast; see `claimContext`. */
export interface ClaimContext {
	doc: TokenizedText;
	/** By start of content. */
	attributions: readonly Attribution[];
	/** By start, each with its index in the caller's list. */
	mentions: readonly IndexedMention[];
}

/** Sorts attributions and mentions once for all claims of a text. */
export function claimContext(
	doc: TokenizedText,
	attributions: readonly Attribution[],
	mentions: readonly EventMention[],
): ClaimContext {
	return {
		doc,
		attributions: [...attributions].sort((a, b) => a.content.start - b.content.start),
		mentions: mentions.map((mention, index) => ({ mention, index })).sort((a, b) => a.mention.start - b.mention.start),
	};
}

/** As many quotations and reports as may lie around one place. */
const NESTED_REACH = 24;
/** Longer than any content: orders the kinds of attribution before their lengths. */
const FAR_AWAY = 1e7;

/** A hedge or negation leans on the signal from this many tokens before it. */
const HEDGE_REACH = 4;
/** "denied claims that": the noun stands this close behind the verb. */
const CLAIM_REACH = 4;
/** A denial this far before the signal still governs it. */
const DENIAL_REACH = 40;

/** Places a decided candidate in its text: offsets, who says so, how certain, and which mentions it is about. */
export function claimFrom(context: ClaimContext, { candidate, basis, confidence }: BelievedLink): CausalClaim {
	const { doc, mentions } = context;
	const cause = spanOf(doc, candidate.cause);
	const effect = spanOf(doc, candidate.effect);
	const isSilent = candidate.signal.end === candidate.signal.first;
	const anchor = isSilent ? pointAt(doc, candidate.signal.first) : spanOf(doc, candidate.signal);
	const around = attributionFor(context.attributions, anchor, effect);
	const denial = around?.stance === "DENIES" ? null : denialBefore(doc, candidate);
	const attribution = denial === null ? around : (attributionAt(context.attributions, denial) ?? around);
	// "He blamed": a pronoun is no name, but the reading of reports may know whom it stands for.
	const blamed = candidate.byVerb ? attributionAt(context.attributions, anchor.start) : null;
	return {
		cause,
		effect,
		signal: isSilent ? null : anchor,
		relation: candidate.relation,
		mode: candidate.mode,
		basis,
		stance:
			denial !== null || around?.stance === "DENIES" || candidate.features.has("NEGATED") ? "CONTRADICTS" : "SUPPORTS",
		certainty: certaintyOf(doc, candidate, attribution),
		confidence: Math.round(confidence * 1000) / 1000,
		attributedTo: candidate.source ? nameOf(doc, candidate.source) : ((attribution ?? blamed)?.source ?? null),
		sentence: candidate.sentence,
		causeMention: headMention(mentions, cause, candidate.features.has("CLAUSE_CAUSE")),
		effectMention: headMention(mentions, effect, candidate.features.has("CLAUSE_EFFECT")),
	};
}

/** Where a claim without a signal hangs: the start of a token. */
function pointAt(doc: TokenizedText, token: number): Span {
	const start = doc.tokens[token]?.start ?? doc.text.length;
	return { start, end: start };
}

const QUOTES: readonly string[] = ['"', "'", "’"];

/** Quotes that stand alone at an end are left out. */
function spanOf({ tokens }: TokenizedText, range: TokenRange): Span {
	let { first, end } = range;
	for (const mark of QUOTES) {
		const opens = tokens[first]?.text === mark;
		if (!opens && tokens[end - 1]?.text !== mark) continue;
		let count = 0;
		for (let i = first; i < end; i++) if (tokens[i]?.text === mark) count++;
		if (count % 2 === 0) continue;
		if (opens) first++;
		else end--;
	}
	if (end <= first) ({ first, end } = range);
	return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}

/** The narrowest attribution whose content holds the signal and reaches into the effect; a denial or a name comes first. */
function attributionFor(attributions: readonly Attribution[], signal: Span, effect: Span): Attribution | null {
	let best: Attribution | null = null;
	const last = lastAtOrBefore(attributions, signal.start, (attribution) => attribution.content.start);
	for (let i = last; i >= 0 && i > last - NESTED_REACH; i--) {
		const attribution = attributions[i] as Attribution;
		const { content } = attribution;
		if (content.start > signal.start || content.end < signal.end) continue;
		if (content.end <= effect.start || content.start >= effect.end) continue;
		if (!best || weight(attribution) < weight(best)) best = attribution;
	}
	return best;
}

/** Index of the last item that starts at or before an offset, in a list sorted by start; -1 without one. */
function lastAtOrBefore<T>(items: readonly T[], offset: number, start: (item: T) => number): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (start(items[middle] as T) <= offset) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

function weight(attribution: Attribution): number {
	const length = attribution.content.end - attribution.content.start;
	if (attribution.stance === "DENIES") return length - FAR_AWAY;
	return attribution.source === null ? length + FAR_AWAY : length;
}

/** The verb that denies the claim ("denied that", "rejected suggestions that"), as a token index; null without one. */
function denialBefore(doc: TokenizedText, candidate: CausalCandidate): number | null {
	const sentence = doc.sentences[candidate.sentence];
	const low = Math.max(sentence?.firstToken ?? 0, candidate.signal.first - DENIAL_REACH);
	for (let i = candidate.signal.first - 1; i >= low; i--) {
		const token = doc.tokens[i];
		if (lacksEvidence(doc, i, low)) return token?.start ?? null;
		if (!token || !DENIAL_VERBS.has(token.lemma) || NEGATIONS.has(doc.tokens[i - 1]?.lower ?? "")) continue;
		if (deniesClause(doc, i, candidate.signal.first)) return token.start;
	}
	return null;
}

/** "no evidence that", "not found any sign that": what follows is turned down for want of grounds. */
function lacksEvidence(doc: TokenizedText, noun: number, low: number): boolean {
	if (!EVIDENCE_NOUNS.has(doc.tokens[noun]?.lower ?? "")) return false;
	if (doc.tokens[noun + 1]?.lower !== COMPLEMENTIZER) return false;
	for (let i = noun - 1; i >= Math.max(low, noun - HEDGE_REACH); i--) {
		const word = doc.tokens[i]?.lower ?? "";
		if (NEGATIONS.has(word) || NONE_WORDS.has(word)) return true;
	}
	return false;
}

/** The attribution whose cue stands at an offset. */
function attributionAt(attributions: readonly Attribution[], offset: number): Attribution | null {
	const first = lastAtOrBefore(attributions, offset, (attribution) => attribution.content.start) - NESTED_REACH;
	for (let i = Math.max(0, first); i < attributions.length && i < first + 2 * NESTED_REACH; i++) {
		const attribution = attributions[i] as Attribution;
		if (attribution.cue.start <= offset && offset < attribution.cue.end) return attribution;
	}
	return null;
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

/** The mention that best stands for a span: a clause's first verb, a noun phrase's head, which comes first in English. */
function headMention(mentions: readonly IndexedMention[], span: Span, isClause: boolean): number | null {
	let noun: number | null = null;
	for (let i = lastAtOrBefore(mentions, span.start - 1, startOf) + 1; i < mentions.length; i++) {
		const { mention, index } = mentions[i] as IndexedMention;
		if (mention.start >= span.end) break;
		if (mention.end > span.end) continue;
		if (mention.form === "NOUN") {
			if (!isClause) return index;
			noun ??= index;
		} else if (isClause) return index;
	}
	return noun;
}

const startOf = (item: IndexedMention): number => item.mention.start;
