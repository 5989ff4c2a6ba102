import { MONTH_NAMES } from "../en/months.js";
import {
	ADJECTIVAL_GERUNDS,
	DAY_NAMES,
	GENITIVES,
	INDEFINITE_ARTICLES,
	INFINITIVE_MARKER,
	PERSONAL_PRONOUNS,
	POSSESSIVES,
	PREDETERMINERS,
	RELATIVES,
	TIME_ADJECTIVES,
	TRADE_GERUNDS,
} from "../en/verbs.js";
import type { Sentence, Token } from "../tokens.js";
import { type VerbForm, verbForm } from "./verb-forms.js";

/** A base noun phrase (no prepositional tail); all numbers are indexes into `TokenizedText.tokens`, `end` exclusive. */
export interface NounPhrase {
	first: number;
	end: number;
	head: number;
}

/**
 * The base noun phrases of one sentence, left to right, not overlapping. A genitive stays inside ("Iran's two attacks"
 * is one phrase with the head "attacks"), and so do quotation marks around a noun (the "martyrdom").
 */
export function nounPhrasesOf(tokens: readonly Token[], sentence: Sentence, nominal: Uint8Array): NounPhrase[] {
	const found: NounPhrase[] = [];
	for (let at = sentence.firstToken; at < sentence.endToken; ) {
		const phrase = readNounPhrase(tokens, at, sentence.endToken, nominal);
		if (phrase) found.push(phrase);
		at = phrase ? phrase.end : at + 1;
	}
	return found;
}

function readNounPhrase(tokens: readonly Token[], first: number, end: number, nominal: Uint8Array): NounPhrase | null {
	let head = -1;
	let at = first;
	let hasNoun = false;
	for (; at < end; at++) {
		const token = tokens[at] as Token;
		if (hasNoun && at > first && token.pos !== "AUX" && GENITIVES.has(token.lower)) {
			hasNoun = false;
			continue;
		}
		if (token.pos === "PRON") {
			if (RELATIVES.has(token.lower) && !POSSESSIVES.has(token.lower)) break;
			if (POSSESSIVES.has(token.lower) && !(PERSONAL_PRONOUNS.has(token.lower) && !isNominalAt(tokens, at + 1, end))) {
				if (at === first) continue;
				break;
			}
			return at === first ? { first, end: at + 1, head: at } : finish(tokens, first, at, head);
		}
		if (token.pos === "NOUN" || token.pos === "PROPN" || nominal[at] === 1) {
			if (hasNoun && DAY_NAMES.has(token.lower)) break;
			if (token.pos === "PROPN" && at > first && endsDate(tokens, first, at)) break;
			if (token.pos === "VERB" && hasNoun) break;
			head = at;
			hasNoun = true;
			continue;
		}
		if (at === first && opensWithYear(tokens, at)) return { first, end: at + 1, head: at };
		if (token.pos === "NUM" || token.pos === "SYM") {
			if (hasNoun && tokens[at - 1]?.pos !== "PROPN" && token.pos === "NUM" && !isHyphen(tokens[at - 1])) break;
			head = at;
			continue;
		}
		if (isHyphen(token) && at > first && at + 1 < end && isTight(tokens, at)) continue;
		if (hasNoun) {
			// "hand-held radios".
			const compound = token.pos === "ADJ" && isHyphen(tokens[at - 1]) && isTight(tokens, at - 1);
			if (!compound && !isMedialAdjective(tokens, at, end)) break;
			hasNoun = false;
			continue;
		}
		if (token.pos === "DET") {
			if (at > first && !PREDETERMINERS.has((tokens[at - 1] as Token).lower)) break;
			continue;
		}
		if (token.pos === "ADJ") continue;
		if (token.pos === "ADV" && !RELATIVES.has(token.lower) && startsModifier(tokens, at, first, end)) continue;
		if (isQuote(token) && at > first && isNominalAt(tokens, at + 1, end) && isPremodifier(tokens[at - 1])) continue;
		break;
	}
	return finish(tokens, first, at, head);
}

const YEAR_LENGTH = 4;

/** "In 2021 doctors struck": the year in front of a sentence is no part of the next phrase. */
function opensWithYear(tokens: readonly Token[], at: number): boolean {
	const { text } = tokens[at] as Token;
	const before = tokens[at - 1];
	if (text.length !== YEAR_LENGTH || before?.pos !== "ADP") return false;
	return /^(1[5-9]|20)\d\d$/.test(text) && /^\p{Lu}/u.test(before.text);
}

/** "In December 2023 Bolivia", "On October 1 Iran", "Monday Israel": a name behind a date begins a phrase of its own. */
function endsDate(tokens: readonly Token[], first: number, at: number): boolean {
	const before = tokens[at - 1] as Token;
	if (DAY_NAMES.has(before.lower)) return at - 1 === first;
	return before.pos === "NUM" && at - 2 >= first && MONTH_NAMES.has((tokens[at - 2] as Token).lower);
}

function finish(tokens: readonly Token[], first: number, end: number, head: number): NounPhrase | null {
	if (head >= 0) return { first, end: Math.max(head + 1, genitiveEnd(tokens, head + 1, end)), head };
	// "the injured", "this": a determiner or adjective that stands for a noun.
	const last = tokens[end - 1];
	if (last && end > first && (tokens[first] as Token).pos === "DET") return { first, end, head: end - 1 };
	return null;
}

const genitiveEnd = (tokens: readonly Token[], at: number, end: number): number =>
	at < end && GENITIVES.has((tokens[at] as Token).lower) ? at + 1 : at;

const isHyphen = (token: Token | undefined): boolean => token?.text === "-" || token?.text === "–";

const isQuote = (token: Token): boolean =>
	token.text === '"' || token.text === "“" || token.text === "'" || token.text === "‘";

const isTight = (tokens: readonly Token[], at: number): boolean =>
	(tokens[at - 1] as Token).end === (tokens[at] as Token).start && (tokens[at] as Token).end === tokens[at + 1]?.start;

const isParticiple = (form: VerbForm): boolean => form === "PARTICIPLE" || form === "PAST_OR_PARTICIPLE";

function isPremodifier(token: Token | undefined): boolean {
	return token?.pos === "DET" || token?.pos === "ADJ" || token?.pos === "NUM" || GENITIVES.has(token?.lower ?? " ");
}

function isNominalAt(tokens: readonly Token[], at: number, end: number): boolean {
	const pos = at < end ? tokens[at]?.pos : undefined;
	return pos === "NOUN" || pos === "PROPN" || pos === "ADJ" || pos === "NUM";
}

/** "very" of "the very heart", "nearly" of "nearly 200 people". */
function startsModifier(tokens: readonly Token[], at: number, first: number, end: number): boolean {
	const pos = at + 1 < end ? tokens[at + 1]?.pos : undefined;
	return pos === "NUM" || pos === "ADJ" || (at > first && pos === "NOUN" && tokens[at - 1]?.pos === "DET");
}

/** The adjective of "the American anti-missile system": between a name and a noun. */
function isMedialAdjective(tokens: readonly Token[], at: number, end: number): boolean {
	const token = tokens[at] as Token;
	if (token.pos !== "ADJ" || tokens[at - 1]?.pos !== "PROPN" || TIME_ADJECTIVES.has(token.lower)) return false;
	const next = at + 1 < end ? tokens[at + 1] : undefined;
	return next?.pos === "NOUN" || next?.pos === "ADJ";
}

const isDetermined = (token: Token | undefined): boolean =>
	token?.pos === "DET" || GENITIVES.has(token?.lower ?? " ") || POSSESSIVES.has(token?.lower ?? " ");

/** Not behind an auxiliary or "to"; a plural or the end of the sentence behind it: "shipping a parcel" is done. */
function namesTrade(before: Token | undefined, next: Token | undefined): boolean {
	if (before?.pos === "AUX" || before?.pos === "PART") return false;
	if (!next || next.pos === "PUNCT") return before?.pos === "ADP";
	return next.pos === "NOUN" && (next.lower !== next.lemma || before !== undefined);
}

/**
 * Marks the tokens tagged VERB that stand in a noun phrase: "the killing of", "the announced aid", "fighters and
 * refueling planes". Such a token is no verb of a clause.
 */
export function markNominalVerbs(tokens: readonly Token[], sentence: Sentence, nominal: Uint8Array): void {
	let seenGerund = false;
	for (let at = sentence.firstToken; at < sentence.endToken; at++) {
		const token = tokens[at] as Token;
		if (token.pos !== "VERB") continue;
		const before = at > sentence.firstToken ? tokens[at - 1] : undefined;
		const next = at + 1 < sentence.endToken ? tokens[at + 1] : undefined;
		const form = verbForm(token);
		const beforeNoun = next?.pos === "NOUN" || next?.pos === "PROPN" || (form !== "ING" && next?.pos === "ADJ");
		const determined =
			before?.pos === "DET" || GENITIVES.has(before?.lower ?? " ") || POSSESSIVES.has(before?.lower ?? " ");
		const joinsNouns =
			form === "ING" &&
			!seenGerund &&
			before?.pos === "CCONJ" &&
			next?.pos === "NOUN" &&
			at - 2 >= sentence.firstToken &&
			tokens[at - 2]?.pos === "NOUN";
		if (determined && (before?.pos !== "DET" || beforeNoun || form === "ING" || form === "BASE")) nominal[at] = 1;
		else if (determined && next?.pos !== "ADP" && next?.pos !== "DET") nominal[at] = 1;
		else if (before?.pos === "ADJ" && beforeNoun && (form === "ING" || form === "PAST_OR_PARTICIPLE")) nominal[at] = 1;
		// "during a Starlink launch from": no verb follows a name that an indefinite article determines.
		else if (form === "BASE" && before?.pos === "PROPN" && INDEFINITE_ARTICLES.has(tokens[at - 2]?.lower ?? ""))
			nominal[at] = 1;
		// "its most advanced batteries".
		else if (before?.pos === "ADV" && beforeNoun && isParticiple(form) && isDetermined(tokens[at - 2])) nominal[at] = 1;
		else if (joinsNouns) nominal[at] = 1;
		// "shipping firms", "closed to shipping."; "a new and escalating phase".
		else if (form === "ING" && TRADE_GERUNDS.has(token.lower) && namesTrade(before, next)) nominal[at] = 1;
		else if (form === "ING" && before?.pos === "CCONJ" && tokens[at - 2]?.pos === "ADJ" && next?.pos === "NOUN")
			nominal[at] = 1;
		else if (
			before?.pos === "ADP" &&
			next?.pos === "NOUN" &&
			(isParticiple(form) || ADJECTIVAL_GERUNDS.has(token.lower))
		)
			nominal[at] = 1;
		// "led to protests": no infinitive has an ending.
		else if (form === "S" && before?.lower === INFINITIVE_MARKER) nominal[at] = 1;
		if (form === "ING") seenGerund = true;
	}
}
