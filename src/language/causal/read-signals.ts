import type { EventMention } from "../analysis.js";
import type { SignalFrame } from "../en/causal-signals.js";
import type { Phrases, VerbGroup } from "../phrases.js";
import type { TokenizedText } from "../tokens.js";
import type { CausalCandidate } from "./candidate.js";
import { connectiveCandidate } from "./connective-candidates.js";
import { deniedTies, splitContrast } from "./contrast-candidates.js";
import { type SentenceView, viewSentences } from "./sentence-view.js";
import { matchSignals, type SignalMatch } from "./signal-matches.js";
import { verbCandidate } from "./verb-candidates.js";

/** More signals than this in one sentence is no sentence; the rest is left unread so that time stays linear. */
const MAX_SIGNALS = 24;

const BARRIER_FRAMES: ReadonlySet<SignalFrame> = new Set(["CLAUSE", "PHRASE", "CLAUSE_OR_PHRASE", "INFINITIVE"]);

/** A sentence and what the lexicon of signals reads in it, in text order. */
export interface SentenceReading {
	view: SentenceView;
	candidates: CausalCandidate[];
	/** Tokens at which a signal of the lexicon begins that does not mean a cause there ("ready for"), each with its entry. */
	refused: ReadonlyMap<number, string>;
}

/** Every signal of the text with its two arguments, sentence by sentence. */
export function readSignals(
	doc: TokenizedText,
	phrases: Phrases,
	mentions: readonly EventMention[],
): SentenceReading[] {
	const matches = doc.sentences.map((s) => matchSignals(doc.tokens, s.firstToken, s.endToken).slice(0, MAX_SIGNALS));
	const views = viewSentences(doc, phrases, barrierTokens(matches));
	const verbs = groupsBySentence(doc, phrases.verbGroups);
	const byToken = mentionsByToken(doc, mentions);
	return views.map((view) => {
		const before = views[view.index - 1];
		const previous = before?.sentence.paragraph === view.sentence.paragraph ? before : undefined;
		const inSentence: CausalCandidate[] = [];
		const refused = new Map<number, string>();
		for (const match of matches[view.index] ?? []) {
			if (inSentence.some((other) => other.cause.first === match.end && other.signal.end < match.first)) continue;
			const candidate = connectiveCandidate(view, match, previous);
			if (candidate) inSentence.push(...splitContrast(view, candidate));
			else refused.set(match.first, match.signal.words);
		}
		for (const group of verbs[view.index] ?? []) {
			const candidate = verbCandidate(view, group, previous, byToken);
			if (candidate && !inSentence.some((other) => sharesSignal(other, candidate)))
				inSentence.push(...splitContrast(view, candidate));
		}
		inSentence.push(...deniedTies(view));
		inSentence.sort((a, b) => a.signal.first - b.signal.first);
		return { view, candidates: inSentence, refused };
	});
}

/** Only signals that need no guard cut the argument of another. */
function barrierTokens(matches: readonly SignalMatch[][]): Set<number> {
	const barriers = new Set<number>();
	for (const list of matches)
		for (const { signal, first } of list)
			if ((signal.guard === "NONE" || signal.guard === "NO_PLAN") && BARRIER_FRAMES.has(signal.frame))
				barriers.add(first);
	return barriers;
}

function groupsBySentence(doc: TokenizedText, groups: readonly VerbGroup[]): VerbGroup[][] {
	const out: VerbGroup[][] = doc.sentences.map(() => []);
	let sentence = 0;
	for (const group of groups) {
		while (sentence < doc.sentences.length && (doc.sentences[sentence]?.endToken ?? 0) <= group.head) sentence++;
		const list = out[sentence];
		if (list && list.length < MAX_SIGNALS) list.push(group);
	}
	return out;
}

function mentionsByToken(doc: TokenizedText, mentions: readonly EventMention[]): Map<number, EventMention> {
	const sorted = [...mentions].sort((a, b) => a.start - b.start);
	const out = new Map<number, EventMention>();
	let token = 0;
	for (const mention of sorted) {
		while (token < doc.tokens.length && (doc.tokens[token]?.end ?? 0) <= mention.start) token++;
		if (mention.form === "NOUN") out.set(token, mention);
	}
	return out;
}

function sharesSignal(a: CausalCandidate, b: CausalCandidate): boolean {
	return a.signal.first < b.signal.end && b.signal.first < a.signal.end;
}
