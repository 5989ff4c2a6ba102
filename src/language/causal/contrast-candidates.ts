import { BETWEEN, CONTRAST_WORDS, DENIAL_VERBS, LINK_NOUNS, NEGATIONS, NONE_WORDS } from "../en/causal-words.js";
import type { CandidateFeature, CausalCandidate } from "./candidate.js";
import { phraseAfter } from "./phrase-spans.js";
import { breakAt, hasFinite, hasNominal, type SentenceView, type TokenRange } from "./sentence-view.js";
import { trimmed } from "./span-edges.js";

/** How far before a noun for a tie the word may stand that denies it ("did not find any clear link"). */
const DENIAL_REACH = 5;
/** As many words of the signal may be said again before the second cause ("not because of"). */
const MAX_REPEATED = 3;
/** The first end of a tie is a phrase, no sentence. */
const TIE_REACH = 25;

/**
 * One candidate, or two where the cause stands behind the signal beside one that is turned down: "the result of A, not of
 * B" claims A and denies B; "was not caused by A but by B" denies A and claims B.
 */
export function splitContrast(view: SentenceView, candidate: CausalCandidate): CausalCandidate[] {
	const { cause, signal } = candidate;
	if (cause.first < signal.end) return [candidate];
	const denied = candidate.features.has("NEGATED");
	for (let i = cause.first + 1; i < Math.min(cause.end + 2, view.end); i++) {
		const word = view.tokens[i]?.lower ?? "";
		if (!(denied ? CONTRAST_WORDS : NEGATIONS).has(word)) continue;
		const before = breakAt(view, i - 1);
		if (!denied && before !== "COMMA" && before !== "COORDINATOR") continue;
		let start = i + 1;
		while (start <= i + MAX_REPEATED && ["ADP", "SCONJ"].includes(view.tokens[start]?.pos ?? "")) start++;
		const other = phraseAfter(view, start);
		const first = trimmed(view, cause.first, i);
		if (!other || !first || !isPhrase(view, other) || !hasNominal(view, first)) continue;
		const features = new Set<CandidateFeature>(candidate.features);
		if (denied) features.delete("NEGATED");
		else features.add("NEGATED");
		return [
			{ ...candidate, cause: first },
			{ ...candidate, cause: other, features },
		];
	}
	return [candidate];
}

const isPhrase = (view: SentenceView, range: TokenRange): boolean => hasNominal(view, range) && !hasFinite(view, range);

/** "No link between A and B", "denied any connection between …": a tie that is said not to be. */
export function deniedTies(view: SentenceView): CausalCandidate[] {
	const found: CausalCandidate[] = [];
	for (let i = view.first; i + 2 < view.end; i++) {
		if (!LINK_NOUNS.has(view.tokens[i]?.lower ?? "") || !BETWEEN.has(view.tokens[i + 1]?.lower ?? "")) continue;
		if (!isDenied(view, i)) continue;
		const and = coordinatorFrom(view, i + 3);
		const cause = and < 0 ? null : trimmed(view, i + 2, and);
		const effect = and < 0 ? null : phraseAfter(view, and + 1);
		if (!cause || !effect || !isPhrase(view, cause) || !isPhrase(view, effect)) continue;
		found.push({
			cause,
			effect,
			signal: { first: i, end: i + 2 },
			relation: "CAUSE",
			mode: "CONSEQUENCE",
			sentence: view.index,
			source: null,
			byVerb: false,
			entry: "link between",
			reliability: 0.8,
			features: new Set(["NEGATED"]),
		});
	}
	return found;
}

/** "no link", "not … any link", "denied any link". */
function isDenied(view: SentenceView, noun: number): boolean {
	for (let i = noun - 1; i >= Math.max(view.first, noun - DENIAL_REACH); i--) {
		const token = view.tokens[i];
		if (!token || token.pos === "PUNCT") return false;
		if (NEGATIONS.has(token.lower) || NONE_WORDS.has(token.lower) || DENIAL_VERBS.has(token.lemma)) return true;
	}
	return false;
}

function coordinatorFrom(view: SentenceView, first: number): number {
	for (let i = first; i < Math.min(view.end, first + TIE_REACH); i++) {
		const kind = breakAt(view, i);
		if (kind === "COORDINATOR") return i;
		if (kind === "STRONG" || kind === "OPENER") return -1;
	}
	return -1;
}
