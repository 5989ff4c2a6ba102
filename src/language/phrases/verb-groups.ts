import {
	BE,
	DO,
	FUTURE_AUXILIARIES,
	HAD_CONTRACTION,
	HAVE,
	INFINITIVE_MARKER,
	MODALS,
	NEGATIONS,
	OBLIGATION,
	PERIPHRASES,
} from "../en/verbs.js";
import type { Sentence, Token } from "../tokens.js";
import { lemmaOf } from "./lemma.js";
import { type VerbForm, verbForm } from "./verb-forms.js";

export type Tense = "PAST" | "PRESENT" | "FUTURE" | "NONE";

/** Auxiliaries, negation and main verb ("had not been struck"). */
export interface VerbGroup {
	first: number;
	end: number;
	/** The main verb; the copula or auxiliary itself where nothing follows it. */
	head: number;
	/** Base form of the main verb. */
	lemma: string;
	tense: Tense;
	form: "FINITE" | "INFINITIVE" | "GERUND" | "PARTICIPLE";
	passive: boolean;
	perfect: boolean;
	/** "was preparing". */
	progressive: boolean;
	negated: boolean;
	/** "may", "could", "should", "have to"…; null without one. Future "will" is a tense, not a modal. */
	modal: string | null;
	/** A lone "-ed" form that may be a past or a participle; its clause decides and sets `form`. */
	ambiguous: boolean;
}

/** Adverbs are looked through up to this many at a time ("has not yet officially taken"). */
const MAX_ADVERBS = 4;

/** The verb groups of one sentence, left to right, not overlapping. `nominal` is 1 for verbs that stand as nouns. */
export function verbGroupsOf(tokens: readonly Token[], sentence: Sentence, nominal: Uint8Array): VerbGroup[] {
	const groups: VerbGroup[] = [];
	const stretch: Stretch = { tokens, end: sentence.endToken, nominal };
	for (let at = sentence.firstToken; at < sentence.endToken; ) {
		const group = opensGroup(stretch, at) ? readGroup(stretch, at) : null;
		if (group) groups.push(group);
		at = group ? group.end : at + 1;
	}
	return groups;
}

/** The tokens that a group may take. */
interface Stretch {
	tokens: readonly Token[];
	end: number;
	nominal: Uint8Array;
}

/** What is known of a group when its last token is found. */
interface Draft {
	first: number;
	end: number;
	head: number;
	/** The auxiliaries before the head. */
	auxiliaries: Token[];
	marker: boolean;
	negated: boolean;
	obligation: boolean;
	periphrasis: string | null;
}

function isVerbal({ tokens, end, nominal }: Stretch, at: number): boolean {
	if (at >= end || nominal[at] === 1) return false;
	const { pos } = tokens[at] as Token;
	return pos === "VERB" || pos === "AUX";
}

/** A verb, "to" before one, or a negation right before one. */
function opensGroup(stretch: Stretch, at: number): boolean {
	const token = stretch.tokens[at] as Token;
	if (token.pos === "VERB" || token.pos === "AUX") return stretch.nominal[at] !== 1 || opensWithNot(stretch, at);
	return opensInfinitive(stretch, at) || opensWithNot(stretch, at);
}

const opensWithNot = (stretch: Stretch, at: number): boolean =>
	isVerbal(stretch, at + 1) && NEGATIONS.has((stretch.tokens[at] as Token).lower);

const opensInfinitive = (stretch: Stretch, at: number): boolean =>
	at < stretch.end &&
	isMarker(stretch.tokens[at]) &&
	isVerbal(stretch, pastAdverbs(stretch.tokens, at + 1, stretch.end));

function readGroup(stretch: Stretch, first: number): VerbGroup | null {
	const { tokens, end, nominal } = stretch;
	const auxiliaries: number[] = [];
	let periphrasis: string | null = null;
	let obligation = false;
	let negated = false;
	let main = -1;
	let last = first;
	for (let at = first; at < end; ) {
		const token = tokens[at] as Token;
		if (token.pos === "VERB" && nominal[at] !== 1) {
			const follows = periphrasisAt(tokens, at, end, auxiliaries);
			if (follows) {
				periphrasis = follows;
				last = pastAdverbs(tokens, at + 1, end);
				at = pastAdverbs(tokens, last + 1, end);
				continue;
			}
			// A second participle or gerund after a finished group begins its own ("was arrested driving").
			if (auxiliaries.length > 0 && verbForm(token) === "S") break;
			main = at;
			last = at;
			break;
		}
		if (token.pos === "AUX") {
			auxiliaries.push(at);
			last = at;
			const next = pastAdverbs(tokens, at + 1, end);
			if (opensInfinitive(stretch, next)) {
				if (token.lemma === HAVE) obligation = true;
				else if (token.lemma === BE) periphrasis = "FUTURE";
				else break;
				at = pastAdverbs(tokens, next + 1, end);
				continue;
			}
			const follows = next < end ? periphrasisAt(tokens, next, end, auxiliaries) : null;
			if (follows && tokens[next]?.pos !== "VERB") {
				periphrasis = follows;
				at = pastAdverbs(tokens, pastAdverbs(tokens, next + 1, end) + 1, end);
				continue;
			}
			if (!isVerbal(stretch, next)) break;
			if (rangeNegates(tokens, at + 1, next)) negated = true;
			at = next;
			continue;
		}
		if (!isMarker(token) && !isAdverb(token)) break;
		if (NEGATIONS.has(token.lower)) negated = true;
		at++;
	}
	const head = main >= 0 ? main : (auxiliaries.at(-1) ?? -1);
	if (head < 0) return null;
	if (head + 1 < end && NEGATIONS.has((tokens[head + 1] as Token).lower)) {
		negated = true;
		last = Math.max(last, head + 1);
	}
	if (first > 0 && NEGATIONS.has((tokens[first - 1] as Token).lower)) negated = true;
	return describe(tokens, {
		first,
		end: Math.max(last, head) + 1,
		head,
		auxiliaries: tokensBut(tokens, auxiliaries, head),
		marker: opensInfinitive(stretch, first),
		negated,
		obligation,
		periphrasis,
	});
}

function tokensBut(tokens: readonly Token[], indexes: readonly number[], head: number): Token[] {
	const found: Token[] = [];
	for (const at of indexes) if (at !== head) found.push(tokens[at] as Token);
	return found;
}

function describe(tokens: readonly Token[], draft: Draft): VerbGroup {
	const { auxiliaries } = draft;
	const head = tokens[draft.head] as Token;
	const form = verbForm(head);
	const participle = form === "PARTICIPLE" || form === "PAST_OR_PARTICIPLE" || form === "BASE_OR_PAST";
	const lastLemma = auxiliaries.at(-1)?.lemma;
	const first = auxiliaries[0] ?? head;
	const bare = auxiliaries.length === 0;
	const opening = bare ? form : verbForm(first);
	const nonfinite = nonfiniteForm(draft, first, form, opening);
	return {
		first: draft.first,
		end: draft.end,
		head: draft.head,
		lemma: lemmaOf(head),
		tense: nonfinite
			? "NONE"
			: draft.periphrasis === "FUTURE" || hasFuture(auxiliaries)
				? "FUTURE"
				: tenseOf(first, opening, bare, isHave(first, auxiliaries, participle)),
		form: nonfinite ?? "FINITE",
		passive: (participle && lastLemma === BE && draft.head > 0) || nonfinite === "PARTICIPLE",
		perfect: !draft.obligation && form !== "BASE" && hasHave(auxiliaries, participle),
		progressive: form === "ING" && lastLemma === BE,
		negated: draft.negated || draft.periphrasis === "cannot",
		modal: modalOf(draft),
		ambiguous: bare && nonfinite === null && head.pos === "VERB" && form === "PAST_OR_PARTICIPLE",
	};
}

function nonfiniteForm(
	draft: Draft,
	first: Token,
	form: VerbForm,
	opening: VerbForm,
): "INFINITIVE" | "GERUND" | "PARTICIPLE" | null {
	if (draft.marker) return "INFINITIVE";
	if (opening === "ING") return "GERUND";
	if (draft.auxiliaries.length > 0) return null;
	if (form === "PARTICIPLE") return "PARTICIPLE";
	return first.lower === BE ? "INFINITIVE" : null;
}

function modalOf({ auxiliaries, obligation, periphrasis }: Draft): string | null {
	if (periphrasis !== null && periphrasis !== "FUTURE") return periphrasis === "cannot" ? "can" : periphrasis;
	if (obligation) return OBLIGATION;
	for (const { lemma, lower } of auxiliaries) if (MODALS.has(lemma) && lower !== HAD_CONTRACTION) return lemma;
	return null;
}

function hasFuture(auxiliaries: readonly Token[]): boolean {
	for (const { lemma } of auxiliaries) if (FUTURE_AUXILIARIES.has(lemma)) return true;
	return false;
}

function hasHave(auxiliaries: readonly Token[], participle: boolean): boolean {
	for (const token of auxiliaries) if (isHave(token, auxiliaries, participle)) return true;
	return false;
}

/** "have" itself, or the contraction that it shares with "would", before a participle or "been". */
function isHave(token: Token, auxiliaries: readonly Token[], participle: boolean): boolean {
	if (token.lemma === HAVE) return true;
	if (token.lower !== HAD_CONTRACTION) return false;
	if (participle) return true;
	for (const { lemma } of auxiliaries) if (lemma === BE) return true;
	return false;
}

function tenseOf(first: Token, form: VerbForm, bare: boolean, had: boolean): Tense {
	if (first.lower === HAD_CONTRACTION) return had ? "PAST" : "PRESENT";
	if (MODALS.has(first.lemma)) return "PRESENT";
	if (first.lemma === BE || first.lemma === HAVE || first.lemma === DO)
		return form === "PAST" || form === "PAST_OR_PARTICIPLE" ? "PAST" : "PRESENT";
	if (form === "S" || form === "BASE") return "PRESENT";
	return bare || form !== "BASE_OR_PAST" ? "PAST" : "PRESENT";
}

const isMarker = (token: Token | undefined): boolean => token?.lower === INFINITIVE_MARKER && token.pos === "PART";

function pastAdverbs(tokens: readonly Token[], at: number, end: number): number {
	let next = at;
	while (next < end && next - at < MAX_ADVERBS && isAdverb(tokens[next] as Token)) next++;
	return next;
}

const isAdverb = (token: Token): boolean => token.pos === "ADV" || NEGATIONS.has(token.lower);

function rangeNegates(tokens: readonly Token[], from: number, end: number): boolean {
	for (let at = from; at < end; at++) if (NEGATIONS.has((tokens[at] as Token).lower)) return true;
	return false;
}

/** "set" of "is set to resign": the reading of the whole, where a form of "be" stands before and the marker after. */
function periphrasisAt(
	tokens: readonly Token[],
	at: number,
	end: number,
	auxiliaries: readonly number[],
): string | null {
	const before = auxiliaries.at(-1);
	if (before === undefined || (tokens[before] as Token).lemma !== BE) return null;
	const word = (tokens[at] as Token).lower;
	const kind = Object.hasOwn(PERIPHRASES, word) ? PERIPHRASES[word] : undefined;
	if (kind === undefined) return null;
	const marker = pastAdverbs(tokens, at + 1, end);
	if (!isMarker(tokens[marker]) || marker >= end) return null;
	const verb = tokens[pastAdverbs(tokens, marker + 1, end)];
	return verb && (verb.pos === "VERB" || verb.pos === "AUX") ? kind : null;
}
