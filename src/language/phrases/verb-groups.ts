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
import { verbForm } from "./verb-forms.js";

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

/** The verb groups of one sentence, left to right, not overlapping. */
export function verbGroupsOf(tokens: readonly Token[], sentence: Sentence, nominal: readonly boolean[]): VerbGroup[] {
	const groups: VerbGroup[] = [];
	for (let at = sentence.firstToken; at < sentence.endToken; ) {
		const group = readGroup(tokens, at, sentence.endToken, nominal);
		if (group) groups.push(group);
		at = group ? group.end : at + 1;
	}
	return groups;
}

function readGroup(
	tokens: readonly Token[],
	first: number,
	end: number,
	nominal: readonly boolean[],
): VerbGroup | null {
	const isVerbal = (at: number): boolean =>
		at < end && !nominal[at] && (tokens[at]?.pos === "VERB" || tokens[at]?.pos === "AUX");
	const marker = isMarker(tokens[first]) && isVerbal(pastAdverbs(tokens, first + 1, end));
	const leadingNot = NEGATIONS.has(tokens[first]?.lower ?? "") && isVerbal(first + 1);
	if (!marker && !leadingNot && !isVerbal(first)) return null;

	const auxiliaries: number[] = [];
	let periphrasis: string | null = null;
	let obligation = false;
	let negated = false;
	let main = -1;
	let at = first;
	let last = first;
	while (at < end) {
		const token = tokens[at] as Token;
		if (token.pos === "VERB" && !nominal[at]) {
			const form = verbForm(token);
			const follows = periphrasisAt(tokens, at, end, auxiliaries);
			if (follows) {
				periphrasis = follows;
				last = pastAdverbs(tokens, at + 1, end);
				at = pastAdverbs(tokens, last + 1, end);
				continue;
			}
			// A second participle or gerund after a finished group begins its own ("was arrested driving").
			if (auxiliaries.length > 0 && form === "S") break;
			main = at;
			last = at;
			break;
		}
		if (token.pos === "AUX") {
			auxiliaries.push(at);
			last = at;
			const next = pastAdverbs(tokens, at + 1, end);
			if (isMarker(tokens[next]) && next < end && isVerbal(pastAdverbs(tokens, next + 1, end))) {
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
			if (!isVerbal(next)) break;
			if (rangeNegates(tokens, at + 1, next)) negated = true;
			at = next;
			continue;
		}
		if (isMarker(token) || NEGATIONS.has(token.lower) || token.pos === "ADV") {
			if (NEGATIONS.has(token.lower)) negated = true;
			at++;
			continue;
		}
		break;
	}
	const head = main >= 0 ? main : (auxiliaries.at(-1) ?? -1);
	if (head < 0) return null;
	if (NEGATIONS.has(tokens[head + 1]?.lower ?? "") && head + 1 < end) {
		negated = true;
		last = Math.max(last, head + 1);
	}
	if (first > 0 && NEGATIONS.has(tokens[first - 1]?.lower ?? "")) negated = true;
	return describe(
		tokens,
		{ first, end: Math.max(last, head) + 1, head, marker, negated, obligation, periphrasis },
		auxiliaries,
	);
}

interface Draft {
	first: number;
	end: number;
	head: number;
	marker: boolean;
	negated: boolean;
	obligation: boolean;
	periphrasis: string | null;
}

function describe(tokens: readonly Token[], draft: Draft, all: readonly number[]): VerbGroup {
	const head = tokens[draft.head] as Token;
	const auxiliaries = all.filter((at) => at !== draft.head).map((at) => tokens[at] as Token);
	const form = verbForm(head);
	const participle = form === "PARTICIPLE" || form === "PAST_OR_PARTICIPLE" || form === "BASE_OR_PAST";
	const lastAuxiliary = auxiliaries.at(-1);
	const isHave = (token: Token): boolean =>
		token.lemma === HAVE ||
		(token.lower === HAD_CONTRACTION && (participle || auxiliaries.some((x) => x.lemma === BE)));
	const passive = participle && lastAuxiliary?.lemma === BE && draft.head > 0;
	const perfect = auxiliaries.some(isHave) && !draft.obligation && form !== "BASE";
	const first = auxiliaries[0] ?? head;
	const future = auxiliaries.some((token) => FUTURE_AUXILIARIES.has(token.lemma)) || draft.periphrasis === "FUTURE";
	let modal: string | null = draft.obligation ? OBLIGATION : null;
	let negated = draft.negated;
	for (const token of auxiliaries)
		if (MODALS.has(token.lemma) && token.lower !== HAD_CONTRACTION) modal ??= token.lemma;
	if (draft.periphrasis === "cannot") negated = true;
	if (draft.periphrasis && draft.periphrasis !== "FUTURE")
		modal = draft.periphrasis === "cannot" ? "can" : draft.periphrasis;
	const bare = auxiliaries.length === 0;
	const nonfinite = draft.marker
		? "INFINITIVE"
		: verbForm(first) === "ING"
			? "GERUND"
			: bare && form === "PARTICIPLE"
				? "PARTICIPLE"
				: bare && first.lower === BE
					? "INFINITIVE"
					: null;
	return {
		first: draft.first,
		end: draft.end,
		head: draft.head,
		lemma: lemmaOf(head),
		tense: nonfinite ? "NONE" : future ? "FUTURE" : tenseOf(first, bare, isHave(first)),
		form: nonfinite ?? "FINITE",
		passive: passive || nonfinite === "PARTICIPLE",
		perfect,
		progressive: form === "ING" && lastAuxiliary?.lemma === BE,
		negated,
		modal,
		ambiguous: bare && nonfinite === null && head.pos === "VERB" && form === "PAST_OR_PARTICIPLE",
	};
}

function tenseOf(first: Token, bare: boolean, had: boolean): Tense {
	if (first.lower === HAD_CONTRACTION) return had ? "PAST" : "PRESENT";
	if (MODALS.has(first.lemma)) return "PRESENT";
	const form = verbForm(first);
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
	const kind = Object.hasOwn(PERIPHRASES, (tokens[at] as Token).lower)
		? PERIPHRASES[(tokens[at] as Token).lower]
		: null;
	const before = auxiliaries.at(-1);
	if (!kind || before === undefined || (tokens[before] as Token).lemma !== BE) return null;
	const marker = pastAdverbs(tokens, at + 1, end);
	if (!isMarker(tokens[marker]) || marker >= end) return null;
	const verb = tokens[pastAdverbs(tokens, marker + 1, end)];
	return verb && (verb.pos === "VERB" || verb.pos === "AUX") ? kind : null;
}
