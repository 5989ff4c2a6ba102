import type { CausalClaim } from "../analysis.js";
import type { CausalCandidate } from "./candidate.js";
import { judgeJunctions } from "./junctions.js";
import { lexiconConfidence } from "./lexicon-confidence.js";
import { judgeLink, type LinkDraft, rankJunctions, signalledDrafts, unsignalledDrafts } from "./link-judgement.js";
import type { CausalModels } from "./models.js";
import type { SentenceReading } from "./read-signals.js";
import type { SentenceFacts } from "./sentence-facts.js";
import { judgeSentence } from "./sentence-judgement.js";
import type { SentenceView, TokenRange } from "./sentence-view.js";

/** A link that is believed, on what ground, and how surely. */
export interface BelievedLink {
	candidate: CausalCandidate;
	basis: CausalClaim["basis"];
	/** 0–1: that direction and both arguments are right. */
	confidence: number;
}

/** In a sentence less likely than this to tell a causal relation only the lexicon is heard. */
const MIN_SENTENCE = 0.42;
/** Beside the best link of a sentence, others are believed from here on. */
const MIN_LINK = 0.35;
/** A reading of the lexicon is believed from here on, whatever the rest of the sentence looks like to the classifiers. */
const MIN_LEXICON = 0.5;
/**
 * The least that such a reading is worth beside them, as a share of its own confidence: they know one kind of news, and may be
 * wrong on others. Four of five plain signals have both arguments right.
 */
const UNSUPPORTED = 0.6;
const UNSUPPORTED_PLAIN = 0.8;
/** A signal this reliable states its claim by itself. */
const PLAIN_SIGNAL = 0.9;
/** A less reliable one states it in a sentence that is causal by all appearances. */
const FAIR_SIGNAL = 0.6;
const PLAIN_SENTENCE = 0.9;
/** Two links that agree this much in both arguments are one. */
const SAME = 0.05;

/** The links that one sentence tells, likeliest first. */
export function linksOfSentence(models: CausalModels, reading: SentenceReading, facts: SentenceFacts): BelievedLink[] {
	const { view, candidates } = reading;
	const judged = { ...reading, candidates: candidates.filter((candidate) => !isBeyondJudgement(candidate)) };
	const junctions = judgeJunctions(models, facts, judged);
	const sentence = judgeSentence(models, facts, judged, junctions);
	if (sentence < MIN_SENTENCE && candidates.length === 0) return [];
	const ranked = rankJunctions(junctions);
	const read = signalledDrafts(judged.candidates, ranked, sentence).map((draft) => linkFrom(models, view, draft));
	const believed = [
		...candidates.filter(isBeyondJudgement).flatMap(byLexicon),
		...read.flatMap(({ candidate, basis, confidence }) =>
			byLexicon(candidate).map((link) => ({
				candidate,
				basis,
				confidence: Math.max(confidence, leastConfidence(link.confidence)),
			})),
		),
	];
	if (sentence < MIN_SENTENCE) return believed;
	const others = [
		...read.filter(({ candidate }) => lexiconConfidence(candidate) < MIN_LEXICON),
		...unsignalledDrafts(models, view, ranked, sentence).map((draft) => linkFrom(models, view, draft)),
	].sort((a, b) => b.confidence - a.confidence);
	for (const link of others) {
		if (link.confidence < MIN_LINK && believed.length > 0) break;
		if (!believed.some((other) => isSame(other.candidate, link.candidate))) believed.push(link);
	}
	return believed;
}

function linkFrom(models: CausalModels, view: SentenceView, draft: LinkDraft): BelievedLink {
	return {
		candidate: draft.candidate,
		basis: basisOf(draft.candidate, draft.sentence),
		confidence: judgeLink(models, view, draft),
	};
}

/** An argument lies in another sentence, or the link is denied: neither is in what the classifiers were trained on. */
function isBeyondJudgement({ features }: CausalCandidate): boolean {
	return features.has("PREVIOUS_SENTENCE") || features.has("NEGATED");
}

/** What the lexicon alone says. */
function byLexicon(candidate: CausalCandidate): BelievedLink[] {
	const confidence = lexiconConfidence(candidate);
	return confidence < MIN_LEXICON ? [] : [{ candidate, basis: "STATED", confidence }];
}

function leastConfidence(lexicon: number): number {
	return lexicon * (lexicon >= PLAIN_SIGNAL ? UNSUPPORTED_PLAIN : UNSUPPORTED);
}

function basisOf(candidate: CausalCandidate, sentence: number): CausalClaim["basis"] {
	const confidence = candidate.entry === null ? 0 : lexiconConfidence(candidate);
	const isStated = confidence >= PLAIN_SIGNAL || (confidence >= FAIR_SIGNAL && sentence >= PLAIN_SENTENCE);
	return isStated ? "STATED" : "INFERRED";
}

/** Both arguments meet those of the other link, the same way round or the other: two readings of one relation. */
function isSame(a: CausalCandidate, b: CausalCandidate): boolean {
	return (meet(a.cause, b.cause) && meet(a.effect, b.effect)) || (meet(a.cause, b.effect) && meet(a.effect, b.cause));
}

const meet = (a: TokenRange, b: TokenRange): boolean => agreement(a, b) >= SAME;

/** How far two stretches of tokens agree: the harmonic mean of the shares that they have in common; 0–1. */
export function agreement(a: TokenRange, b: TokenRange): number {
	const common = Math.min(a.end, b.end) - Math.max(a.first, b.first);
	return common <= 0 ? 0 : (2 * common) / (a.end - a.first + b.end - b.first);
}
