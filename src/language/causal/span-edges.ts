import { INFINITIVE_MARKER, SIGNAL_ADVERBS, TIME_NOUNS } from "../en/causal-words.js";
import { breakAt, isFiniteGroup, isNominal, type SentenceView, type TokenRange } from "./sentence-view.js";

/** No argument is cut from farther away than this: what is longer is a list or no sentence, and the walk stays linear. */
export const MAX_WALK = 70;
/** How far the partner of a bracket or comma, or the head of a relative clause, may lie. */
export const MAX_BRACKET = 25;

/** An argument before the signal: also without the adverbs that lean on the signal ("largely due to"). */
export function trimmedBefore(view: SentenceView, first: number, end: number): TokenRange | null {
	let b = end;
	while (b > first && SIGNAL_ADVERBS.has(view.tokens[b - 1]?.lower ?? "")) {
		// "three days after": a distance before a conjunction; "spent three days trying": an object.
		const counted = view.tokens[b - 2]?.pos === "NUM" && TIME_NOUNS.has(view.tokens[b - 1]?.lower ?? "");
		if (counted && !["ADP", "SCONJ"].includes(view.tokens[b]?.pos ?? "ADP")) break;
		b -= counted ? 2 : 1;
	}
	return trimmed(view, first, b);
}

/** The range without punctuation and conjunctions at its ends; null if nothing is left. */
export function trimmed(view: SentenceView, first: number, end: number): TokenRange | null {
	let a = Math.max(first, view.first);
	let b = Math.min(end, view.end);
	while (b > a && isEdge(view, b - 1)) b--;
	while (a < b && (isEdge(view, a) || isLeadingAdverb(view, a, b))) a++;
	return a < b ? { first: a, end: b } : null;
}

function isEdge(view: SentenceView, index: number): boolean {
	const kind = breakAt(view, index);
	if (kind === "COMMA" || kind === "STRONG" || kind === "COORDINATOR") return true;
	return kind === "OPEN" || (view.tokens[index]?.pos === "PUNCT" && kind === "NONE" && !isQuote(view, index));
}

/** A straight quote at the edge is kept where its partner lies inside, which the caller cannot know: see balanceQuotes. */
const isQuote = (view: SentenceView, index: number): boolean => /^["'’)]$/.test(view.tokens[index]?.text ?? "");

function isLeadingAdverb(view: SentenceView, index: number, end: number): boolean {
	if (view.tokens[index]?.pos !== "ADV") return false;
	return index + 1 < end && breakAt(view, index + 1) === "COMMA";
}

/** Index of the bracket or quote that a closing one answers, not below `low`; -1 without one. */
export function openingBracket(view: SentenceView, close: number, low: number): number {
	if (view.tokens[close]?.text !== ")" && view.tokens[close]?.text !== "”") return -1;
	const partner = view.tokens[close]?.text === ")" ? "(" : "“";
	for (let i = close - 1; i >= Math.max(low, close - MAX_BRACKET); i--) if (view.tokens[i]?.text === partner) return i;
	return -1;
}

/** A noun, pronoun or number lies in the half-open range: a subject of its own. */
export function nominalBetween(view: SentenceView, first: number, end: number): boolean {
	for (let i = first; i < end; i++) if (isNominal(view.tokens[i]) || view.tokens[i]?.pos === "NUM") return true;
	return false;
}

/** The verb that begins here belongs to a relative pronoun right before it. */
export function opensRelative(view: SentenceView, verb: number): boolean {
	return breakAt(view, verb - 1) === "RELATIVE";
}

/** A subject and a finite verb stand before the next break. */
export function clauseFollows(view: SentenceView, first: number, high: number): boolean {
	for (let i = first; i < high; i++) {
		if (isFiniteGroup(view.groupAt(i))) return true;
		const kind = breakAt(view, i);
		if (kind !== "NONE" && kind !== "COORDINATOR") return false;
	}
	return false;
}

/** True where an infinitive begins: the marker, and a verb group of that form behind or around it. */
export function isInfinitive(view: SentenceView, index: number): boolean {
	return view.tokens[index]?.lower === INFINITIVE_MARKER && view.groupAt(index + 1)?.form === "INFINITIVE";
}
