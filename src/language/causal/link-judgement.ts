import type { CausalMode } from "../analysis.js";
import { featureHash, wordHash } from "../learning/hashing.js";
import { type Features, logOdds, probabilityOf, scoreOf } from "../learning/linear-model.js";
import { bestOption, connectiveAt } from "./argument-options.js";
import type { CausalCandidate } from "./candidate.js";
import { junctionOf, orderOf } from "./junction-place.js";
import type { Junction } from "./junctions.js";
import { lexiconConfidence } from "./lexicon-confidence.js";
import type { CausalModels } from "./models.js";
import type { SentenceView, TokenRange } from "./sentence-view.js";
import { isInfinitive } from "./span-edges.js";

/** As many measured features as `linkFeatures` gives. */
export const LINK_MEASURES = 5;

/** A possible link of a sentence, with what is known of it before it is judged. */
export interface LinkDraft {
	candidate: CausalCandidate;
	/** Of the place where its arguments meet, in its order; 0–1. */
	junction: number;
	/** Of the whole sentence; 0–1. */
	sentence: number;
	/** Of the same place the other way round; 0–1. */
	opposite: number;
	/** How many junctions of the sentence are likelier. */
	rank: number;
}

/** A place this unlikely is not worth cutting arguments at. */
const MIN_JUNCTION = 0.08;
/** Where the lexicon refuses the word that stands there, it must be likelier. */
const MIN_REFUSED = 0.2;
/** As many places of a sentence are read without a signal of the lexicon. */
const MAX_UNSIGNALLED = 4;

/** Junctions, the likeliest first. */
type RankedJunctions = readonly Junction[];

/** Orders the junctions of a sentence, likeliest first. */
export function rankJunctions(junctions: readonly Junction[]): RankedJunctions {
	return [...junctions].sort((a, b) => b.probability - a.probability || a.token - b.token);
}

/** The links that the lexicon reads in a sentence. */
export function signalledDrafts(
	candidates: readonly CausalCandidate[],
	ranked: RankedJunctions,
	sentence: number,
): LinkDraft[] {
	return candidates.map((candidate) => draftOf(candidate, ranked, sentence));
}

/** Links at the likeliest junctions where the lexicon reads nothing. */
export function unsignalledDrafts(
	models: CausalModels,
	view: SentenceView,
	ranked: RankedJunctions,
	sentence: number,
): LinkDraft[] {
	const drafts: LinkDraft[] = [];
	for (const junction of ranked) {
		if (junction.probability < MIN_JUNCTION || drafts.length === MAX_UNSIGNALLED) break;
		if (junction.read.length > 0 || (junction.refused && junction.probability < MIN_REFUSED)) continue;
		const cut = argumentsAt(models, view, junction);
		if (cut) drafts.push(draftOf({ ...unsignalled(view, junction), ...cut }, ranked, sentence));
	}
	return drafts;
}

function draftOf(candidate: CausalCandidate, ranked: RankedJunctions, sentence: number): LinkDraft {
	const token = junctionOf(candidate);
	const order = orderOf(candidate);
	const rank = ranked.findIndex((junction) => junction.token === token && junction.order === order);
	const opposite = ranked.find((junction) => junction.token === token && junction.order !== order);
	return {
		candidate,
		junction: ranked[rank]?.probability ?? 0,
		opposite: opposite?.probability ?? 0,
		sentence,
		rank: rank < 0 ? ranked.length : rank,
	};
}

/** Cause and effect as they are usually cut at such a place. */
function argumentsAt(
	models: CausalModels,
	view: SentenceView,
	{ token, order }: Junction,
): { cause: TokenRange; effect: TokenRange } | null {
	const before = bestOption(models, view, token, order, "before");
	const behind = bestOption(models, view, token, order, "behind");
	if (!before || !behind || before.end > behind.first) return null;
	return order === "CAUSE_FIRST" ? { cause: before, effect: behind } : { cause: behind, effect: before };
}

/** The claim that a junction makes without a signal of the lexicon, but for its arguments. */
function unsignalled(view: SentenceView, { token }: Junction): Omit<CausalCandidate, "cause" | "effect"> {
	return {
		signal: connectiveAt(view, token),
		relation: "CAUSE",
		mode: modeAt(view, token),
		sentence: view.index,
		source: null,
		byVerb: false,
		entry: null,
		reliability: 0,
		features: new Set(),
	};
}

const modeAt = (view: SentenceView, token: number): CausalMode =>
	isInfinitive(view, token) ? "PURPOSE" : "CONSEQUENCE";

/** Features of a drafted link: its signal and place, the sizes of its arguments, and measured, what was judged before. */
export function linkFeatures(view: SentenceView, draft: LinkDraft): Features {
	const { candidate, junction, opposite, sentence, rank } = draft;
	const order = wordHash(orderOf(candidate));
	const entry = wordHash(candidate.entry ?? "");
	const place = view.tokens[junctionOf(candidate)];
	const word = wordHash(place?.lower ?? "");
	const tag = wordHash(place?.pos ?? "");
	const size = (range: { first: number; end: number }): number => Math.min(12, range.end - range.first);
	const read = candidate.entry === null ? 0 : 1;
	return {
		hashes: [
			featureHash(0, entry),
			featureHash(1, entry, order),
			featureHash(2, read, Math.min(4, rank)),
			featureHash(3, read, word),
			featureHash(4, read, tag, order),
			featureHash(5, size(candidate.cause), order),
			featureHash(6, size(candidate.effect), order),
			featureHash(7, read, wordHash(candidate.mode)),
			featureHash(8, Math.min(6, (view.end - view.first) >> 3)),
			...[...candidate.features].map((feature) => featureHash(9, wordHash(feature))),
		],
		measured: [
			[logOdds(sentence), logOdds(junction), logOdds(opposite), read ? logOdds(lexiconConfidence(candidate)) : 0, read],
		],
	};
}

/** How likely it is that a drafted link is right in direction and in both arguments; 0–1. */
export function judgeLink(models: CausalModels, view: SentenceView, draft: LinkDraft): number {
	return probabilityOf(scoreOf(models.link, linkFeatures(view, draft)));
}
