import type { Span } from "./analysis.js";
import { CONTINUATION_WORDS, RETROSPECTIVE_OPENINGS } from "./en/section-cues.js";
import { longestOpening, openingIndex } from "./sections-opening.js";
import type { TimeProfile } from "./sections-tense.js";
import { addProfiles, emptyProfile, timeProfiles } from "./sections-tense.js";
import type { Paragraph, Sentence, Token, TokenizedText } from "./tokens.js";

/** What speaks for and against a turn to the past at the beginning of a paragraph. Shares 0–1, the rest 0 or 1. */
interface TurnSigns {
	/** The paragraph opens in the past and what stands above it is told in the present. */
	contrast: number;
	/** It opens with a dated retelling ("In September 2008, the government seized ..."). */
	dated: number;
	/** It opens with words that say so ("Earlier this month", "It comes after"). */
	cued: number;
	/** Its first sentence has a pluperfect. */
	pluperfect: number;
	/** Share of the first sentence's content words that were used above: a retelling names the same things again. */
	overlap: number;
	/** It goes on with what stands right above ("Meanwhile", "They"). */
	continues: number;
	/** Its first sentence has a verb in the present or future. */
	presentOpening: number;
	/** Some sentence below names today or a weekday. */
	newsDays: number;
	/** The one blank line of the text stands right above it, and the paragraphs before that have none between them. */
	divided: number;
	/** Sentences below, at most MAX_COUNTED_SENTENCES. */
	length: number;
}

/**
 * Weights of a logistic model, fitted on summaries of six long news events whose trailing background has no heading
 * (leave one event out: 80 to 90 % of the turns found at their very place), rounded. `cued` had no example there and
 * weighs as much as a date; `pluperfect` was not significant there and is set low. `divided` was added later, at half
 * of its fitted weight, since few texts are laid out so.
 */
const WEIGHTS: Readonly<Record<keyof TurnSigns, number>> = {
	contrast: 1.2,
	dated: 2.8,
	cued: 2.8,
	pluperfect: 0.4,
	overlap: 1.8,
	continues: -1.1,
	presentOpening: -1.2,
	newsDays: -0.6,
	divided: 1.5,
	length: 0.8,
};
const SIGNS = Object.keys(WEIGHTS) as (keyof TurnSigns)[];
const BIAS = -3.6;

/**
 * Log-odds a turn must reach; a missed background is the smaller harm than news taken for background: updates without
 * background stay at least 0.7 below it.
 */
const THRESHOLD = 0.3;

/** A longer report has more places for a chance turn: each doubling of the candidates asks for this much more. */
const THRESHOLD_PER_DOUBLING = 0.85;

/** A background of more sentences is no better attested. */
const MAX_COUNTED_SENTENCES = 4;

/** In a report told in the past throughout, only a date or a cue marks the turn; a lead this far in the present allows contrast. */
const PRESENT_LEAD = 0.5;

/** At most this share of a long report is background. */
const MAX_TAIL_SHARE = 0.6;

/** Reports of so many paragraphs are long; a short one may be background for the most part. */
const LONG_REPORT = 6;

const retrospective = openingIndex(RETROSPECTIVE_OPENINGS);

/**
 * Index of the paragraph where a report without heading turns to what came before and stays there to its end; null
 * where no paragraph shows it clearly. `readable` tells paragraphs of running text; none before `leadEnd` is asked.
 */
export function findTurn(
	doc: TokenizedText,
	times: readonly Span[],
	readable: readonly boolean[],
	leadEnd: number,
): number | null {
	const candidates = candidateParagraphs(doc, readable, leadEnd);
	if (candidates.length === 0) return null;
	const profiles = timeProfiles(doc, times);
	const above = runningSums(profiles);
	const below = runningSums(profiles.toReversed()).reverse();
	const known: KnownWords = { words: new Set(), readTo: 0 };
	const threshold = THRESHOLD + THRESHOLD_PER_DOUBLING * Math.log2(candidates.length);
	const scores = new Map<number, number>();
	const divided = dividedAt(doc);
	for (const index of candidates) {
		const first = (doc.paragraphs[index] as Paragraph).firstSentence;
		const opening = doc.sentences[first] as Sentence;
		const signs = readSigns(doc, opening, profiles[first] as TimeProfile, above[first] as TimeProfile);
		// Most paragraphs are no turn whatever their words are.
		if (!isOvert(signs, above[first] as TimeProfile)) continue;
		signs.overlap = overlapWith(known, doc, opening);
		signs.newsDays = (below[first] as TimeProfile).newsDays > 0 ? 1 : 0;
		signs.divided = index === divided ? 1 : 0;
		signs.length = Math.min(MAX_COUNTED_SENTENCES, doc.sentences.length - first);
		scores.set(index, weigh(signs));
	}
	return firstOfBest(scores, threshold);
}

/** The best paragraph, or the first of those that stand right above it and are beyond the threshold too. */
function firstOfBest(scores: ReadonlyMap<number, number>, threshold: number): number | null {
	let best: number | null = null;
	for (const [index, score] of scores)
		if (score > threshold && score > (best === null ? threshold : (scores.get(best) ?? 0))) best = index;
	while (best !== null && (scores.get(best - 1) ?? Number.NEGATIVE_INFINITY) > threshold) best--;
	return best;
}

/** Without an overt sign nothing is a turn. */
function isOvert(signs: TurnSigns, above: TimeProfile): boolean {
	if (signs.dated || signs.cued) return true;
	return presentShare(above) >= PRESENT_LEAD && signs.contrast >= PRESENT_LEAD;
}

/** Log-odds that the report turns here. */
function weigh(signs: TurnSigns): number {
	let sum = BIAS;
	for (const sign of SIGNS) sum += WEIGHTS[sign] * signs[sign];
	return sum;
}

function candidateParagraphs(doc: TokenizedText, readable: readonly boolean[], leadEnd: number): number[] {
	const { paragraphs } = doc;
	const end = paragraphs.at(-1)?.end ?? 0;
	const found: number[] = [];
	for (let index = Math.max(1, leadEnd); index < paragraphs.length; index++) {
		if (!readable[index]) continue;
		const { start } = paragraphs[index] as Paragraph;
		if (paragraphs.length >= LONG_REPORT && end - start > MAX_TAIL_SHARE * end) continue;
		found.push(index);
	}
	return found;
}

function readSigns(doc: TokenizedText, opening: Sentence, profile: TimeProfile, above: TimeProfile): TurnSigns {
	const { tokens, text } = doc;
	const start = text.slice(opening.start, opening.start + 80).toLowerCase();
	const verbs = profile.past + profile.present;
	return {
		contrast: verbs === 0 ? 0 : (profile.past / verbs) * presentShare(above),
		// "said on Monday that the boats promised on 13 May": the day of the news is told, the other one describes.
		dated: profile.dates > 0 && profile.past > 0 && profile.newsDays === 0 ? 1 : 0,
		cued: longestOpening(retrospective, start) === null ? 0 : 1,
		pluperfect: profile.pluperfect > 0 ? 1 : 0,
		overlap: 0,
		continues: CONTINUATION_WORDS.has(tokens[opening.firstToken]?.lower ?? "") ? 1 : 0,
		presentOpening: profile.present > 0 ? 1 : 0,
		newsDays: 0,
		divided: 0,
		length: 0,
	};
}

/** The words of the tokens before `readTo`. */
interface KnownWords {
	words: Set<string>;
	readTo: number;
}

/** Share of a sentence's content words that were used above it. Sentences are asked in text order. */
function overlapWith(known: KnownWords, { tokens }: TokenizedText, { firstToken, endToken }: Sentence): number {
	for (; known.readTo < firstToken; known.readTo++) known.words.add((tokens[known.readTo] as Token).lower);
	let content = 0;
	let repeated = 0;
	for (let at = firstToken; at < endToken; at++) {
		const { pos, lower } = tokens[at] as Token;
		if (pos !== "NOUN" && pos !== "PROPN" && pos !== "VERB") continue;
		content++;
		if (known.words.has(lower)) repeated++;
	}
	return content === 0 ? 0 : repeated / content;
}

/** The paragraph below the only blank line of a text, where two paragraphs or more stand above it; null without one. */
function dividedAt({ text, paragraphs }: TokenizedText): number | null {
	let found: number | null = null;
	for (let index = 1; index < paragraphs.length; index++) {
		const gap = text.slice((paragraphs[index - 1] as Paragraph).end, (paragraphs[index] as Paragraph).start);
		if (gap.indexOf("\n") === gap.lastIndexOf("\n")) continue;
		if (found !== null || index < 2) return null;
		found = index;
	}
	return found;
}

const presentShare = ({ past, present }: TimeProfile): number =>
	past + present === 0 ? 0 : present / (past + present);

/** Sums over the profiles before each index; one more than there are profiles. */
function runningSums(profiles: readonly TimeProfile[]): TimeProfile[] {
	const sums = [emptyProfile()];
	for (const profile of profiles) sums.push(addProfiles(sums.at(-1) as TimeProfile, profile));
	return sums;
}
