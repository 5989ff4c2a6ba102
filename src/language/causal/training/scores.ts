import type { Span } from "../../analysis.js";
import type { AnnotatedText } from "./annotated-text.js";
import type { AnnotatedArticle } from "./train-plot.js";

/** What is scored of a claim. */
export interface ScoredClaim {
	cause: Span;
	effect: Span;
	confidence: number;
	basis: "STATED" | "INFERRED";
	stance: "SUPPORTS" | "CONTRADICTS";
}

/** Precision, recall and their harmonic mean; 0–1. */
export interface Score {
	precision: number;
	recall: number;
	f1: number;
}

const score = (right: number, found: number, gold: number): Score => {
	const precision = found ? right / found : 0;
	const recall = gold ? right / gold : 0;
	return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
};

export interface TextScores {
	/** A text is taken for causal if it has a claim. */
	sentences: Score;
	/** The same, of STATED claims alone. */
	stated: Score;
	/** A claim is right if cause and effect both agree with an annotated relation. */
	links: Score;
	/** Share of claims in the right direction among those that agree with a relation either way round. */
	direction: number;
	/** Mean distance between confidence and share of right claims, in ten classes of confidence. */
	calibrationError: number;
}

const AGREEMENT = 0.5;

/** Scores claims against annotated sentences as the Causal News Corpus is scored: by words that arguments share. */
export function scoreTexts(texts: readonly AnnotatedText[], claims: readonly (readonly ScoredClaim[])[]): TextScores {
	let found = 0;
	let right = 0;
	let either = 0;
	let gold = 0;
	const judged: { confidence: number; right: boolean }[] = [];
	for (const [index, text] of texts.entries()) {
		const supported = supporting(claims[index] as readonly ScoredClaim[]);
		gold += text.links.length;
		found += supported.length;
		const words = wordsOf(text.text);
		const forward = matched(text.links, supported, words, false);
		right += forward.size;
		either += matched(text.links, supported, words, true).size;
		for (const claim of supported) judged.push({ confidence: claim.confidence, right: forward.has(claim) });
	}
	const causal = texts.filter((text) => text.causal).length;
	const decided = (keep: (claim: ScoredClaim) => boolean): Score => {
		const yes = texts.filter((_, index) => supporting(claims[index] as readonly ScoredClaim[]).some(keep));
		return score(yes.filter((text) => text.causal).length, yes.length, causal);
	};
	return {
		sentences: decided(() => true),
		stated: decided((claim) => claim.basis === "STATED"),
		links: score(right, found, gold),
		direction: either ? right / either : 0,
		calibrationError: calibrationError(judged),
	};
}

const supporting = (claims: readonly ScoredClaim[]): ScoredClaim[] =>
	claims.filter((claim) => claim.stance === "SUPPORTS");

/** The claims that agree with a relation, best first, one claim for one relation. */
function matched(
	links: AnnotatedText["links"],
	claims: readonly ScoredClaim[],
	words: readonly Span[],
	bothWays: boolean,
): Set<ScoredClaim> {
	const pairs = links.flatMap((link) =>
		claims.flatMap((claim) => {
			const agree = (a: Span, b: Span): number => {
				const worse = Math.min(sharedWords(words, link.cause, a), sharedWords(words, link.effect, b));
				return worse >= AGREEMENT ? worse : 0;
			};
			const forward = agree(claim.cause, claim.effect);
			const value = bothWays ? Math.max(forward, agree(claim.effect, claim.cause)) : forward;
			return value > 0 ? [{ link, claim, value }] : [];
		}),
	);
	pairs.sort((a, b) => b.value - a.value);
	const taken = new Set<unknown>();
	const out = new Set<ScoredClaim>();
	for (const { link, claim } of pairs) {
		if (taken.has(link) || taken.has(claim)) continue;
		taken.add(link).add(claim);
		out.add(claim);
	}
	return out;
}

const wordsOf = (text: string): Span[] =>
	[...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));

/** Harmonic mean of the shares of words that two spans have in common. */
function sharedWords(words: readonly Span[], a: Span, b: Span): number {
	let inA = 0;
	let inB = 0;
	let inBoth = 0;
	for (const word of words) {
		const isA = overlap(word, a);
		const isB = overlap(word, b);
		if (isA) inA++;
		if (isB) inB++;
		if (isA && isB) inBoth++;
	}
	return inBoth ? (2 * inBoth) / (inA + inB) : 0;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const CLASSES = 10;

function calibrationError(judged: readonly { confidence: number; right: boolean }[]): number {
	const classes = Array.from({ length: CLASSES }, () => ({ confidence: 0, right: 0 }));
	for (const { confidence, right } of judged) {
		const one = classes[Math.min(CLASSES - 1, Math.floor(confidence * CLASSES))] as (typeof classes)[number];
		one.confidence += confidence;
		if (right) one.right++;
	}
	const distance = classes.reduce((sum, one) => sum + Math.abs(one.confidence - one.right), 0);
	return judged.length ? distance / judged.length : 0;
}

export interface PlotScores {
	/** Pairs of mentions of one sentence, in the right direction. */
	pairs: Score;
	/** Share in the right direction among the annotated pairs that are found. */
	direction: number;
}

/** Scores claims against the plot links of EventStoryLine: a claim stands for each pair of mentions that it covers. */
export function scorePlots(
	articles: readonly AnnotatedArticle[],
	claims: readonly (readonly ScoredClaim[])[],
): PlotScores {
	let gold = 0;
	let found = 0;
	let right = 0;
	let either = 0;
	for (const [index, { mentions, links }] of articles.entries()) {
		const sentenceOf = new Map(mentions.map(({ id, sentence }) => [id, sentence]));
		const causes = new Map<string, string>();
		for (const { cause, effect } of links)
			if (sentenceOf.get(cause) === sentenceOf.get(effect)) causes.set(pairKey(cause, effect), cause);
		const directed = new Set<string>();
		const undirected = new Set<string>();
		for (const claim of supporting(claims[index] as readonly ScoredClaim[])) {
			const touched = (span: Span) =>
				mentions.filter((mention) => (mention.spans ?? [mention]).some((part) => overlap(part, span)));
			for (const cause of touched(claim.cause))
				for (const effect of touched(claim.effect)) {
					if (cause.id === effect.id || cause.sentence !== effect.sentence) continue;
					const key = pairKey(cause.id, effect.id);
					directed.add(`${cause.id}>${effect.id}`);
					if (causes.get(key) === cause.id) right += undirected.has(`!${key}`) ? 0 : 1;
					if (causes.get(key) === cause.id) undirected.add(`!${key}`);
					undirected.add(key);
				}
		}
		gold += causes.size;
		found += directed.size;
		for (const key of undirected) if (causes.has(key)) either++;
	}
	return { pairs: score(right, found, gold), direction: either ? right / either : 0 };
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);
