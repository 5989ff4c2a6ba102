import { VERB_TYPES } from "../en/event-types.js";
import {
	BE,
	CLAUSE_TAKERS,
	FUTURE_AUXILIARIES,
	INFINITIVE_MARKER,
	MODALS,
	OBJECT_PRONOUNS,
	PREPOSITIONAL_GERUNDS,
	PRESENT_PARTICIPLE_OF_BE,
	THAT,
} from "../en/verbs.js";
import type { PartOfSpeech, Sentence, Token } from "../tokens.js";
import { lemmaOf } from "./lemma.js";
import { verbForm } from "./verb-forms.js";

/**
 * Mends what the tagger gets wrong often enough to break clauses, in place in a copy of the tokens:
 * "shot him" and "cut them" (nouns before an object pronoun), "hold exercises" (a verb behind a verb), "following the
 * raid", "according to" (prepositions), "will not open" (an adjective behind a modal), and the verb of a headline ("Norsteel cuts 1,200 jobs", "Five Killed in Bus Crash").
 */
export function repairTags(tokens: Token[], sentence: Sentence): void {
	let finite = false;
	for (let at = sentence.firstToken; at < sentence.endToken; at++) {
		const before = at > sentence.firstToken ? tokens[at - 1] : undefined;
		const repaired = repairOne(tokens, at, sentence);
		if (repaired) tokens[at] = repaired;
		const { pos } = tokens[at] as Token;
		if (pos === "AUX" || (pos === "VERB" && verbForm(tokens[at] as Token) !== "ING" && before?.pos !== "PART"))
			finite = true;
	}
	if (!finite) mendHeadline(tokens, sentence);
}

function repairOne(tokens: readonly Token[], at: number, sentence: Sentence): Token | null {
	const token = tokens[at] as Token;
	const before = at > sentence.firstToken ? tokens[at - 1] : undefined;
	const next = at + 1 < sentence.endToken ? tokens[at + 1] : undefined;
	switch (token.pos) {
		case "AUX":
			return token.lower === PRESENT_PARTICIPLE_OF_BE ? retagged(token, token.pos, BE) : null;
		case "PART":
			return before?.pos === "ADP" && PREPOSITIONAL_GERUNDS.has(before.lower)
				? retagged(token, "ADP", token.lemma)
				: null;
		case "DET":
			return opensComplement(token, before, next) ? retagged(token, "SCONJ", token.lemma) : null;
		case "ADJ":
			if (endsClause(token, before, next)) return asVerb(token);
			return followsModal(tokens, at, sentence) && isVerbBase(token) && next?.pos !== "NOUN" ? asVerb(token) : null;
		case "NOUN":
			if (isPreposition(token, before, next)) return retagged(token, "ADP", token.lemma);
			if (next?.pos === "PRON" && OBJECT_PRONOUNS.has(next.lower) && before?.pos !== "DET") return asVerb(token);
			return followsModal(tokens, at, sentence) && isVerbBase(token) ? asVerb(token) : null;
		case "VERB":
			if (isPreposition(token, before, next)) return retagged(token, "ADP", token.lemma);
			if (isCompoundPart(token, before, tokens[at - 2])) return retagged(token, "ADJ", token.lemma);
			if (isNamePart(token, before)) return retagged(token, "PROPN", token.lemma);
			return isObjectOfVerb(token, before) ? retagged(token, "NOUN", token.lemma) : null;
		default:
			return null;
	}
}

/** "reported that 40 people drowned": the word is no determiner where a clause is due. */
function opensComplement(token: Token, before: Token | undefined, next: Token | undefined): boolean {
	if (token.lower !== THAT || before?.pos !== "VERB" || !CLAUSE_TAKERS.has(before.lemma) || !next) return false;
	return next.pos !== "NOUN" || next.lower !== next.lemma;
}

/** "following the raid", "according to": not a verb before what it governs. */
function isPreposition(token: Token, before: Token | undefined, next: Token | undefined): boolean {
	if (!next || next.pos === "PUNCT" || next.pos === "AUX" || next.pos === "VERB") return false;
	return before?.pos !== "DET" && before?.pos !== "AUX" && PREPOSITIONAL_GERUNDS.has(token.lower);
}

/** "hold exercises", "according to police": a noun that the tagger took for a second verb. */
function isObjectOfVerb(token: Token, before: Token | undefined): boolean {
	if (before?.pos === "ADP" && before.lower === INFINITIVE_MARKER) return verbForm(token) === "BASE";
	return before?.pos === "VERB" && verbForm(token) === "S" && !CLAUSE_TAKERS.has(before.lemma);
}

/** "40 people drowned.": behind its noun, with nothing to describe. */
function endsClause(token: Token, before: Token | undefined, next: Token | undefined): boolean {
	if (before?.pos !== "NOUN" && before?.pos !== "PROPN") return false;
	return (
		token.lower.endsWith("ed") && VERB_TYPES.has(token.lemma) && (!next || next.pos === "PUNCT" || next.pos === "ADP")
	);
}

/** "the Israeli-occupied hills": joined without a space to the word before. */
const isCompoundPart = (token: Token, before: Token | undefined, first: Token | undefined): boolean =>
	before?.text === "-" && before.end === token.start && first?.end === before.start;

/** "Red Cross": a capital behind a name, and no ending. */
const isNamePart = (token: Token, before: Token | undefined): boolean =>
	before?.pos === "PROPN" && /^\p{Lu}/u.test(token.text) && verbForm(token) === "BASE";

/** "will not open", "might close". */
function followsModal(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
	for (let before = at - 1; before >= sentence.firstToken && before >= at - 3; before--) {
		const token = tokens[before] as Token;
		if (token.pos === "AUX") return MODALS.has(token.lemma) || FUTURE_AUXILIARIES.has(token.lemma);
		if (token.pos !== "ADV" && token.pos !== "PART") return false;
	}
	return false;
}

const isVerbBase = (token: Token): boolean => VERB_TYPES.has(token.lower);

/** The first noun that can be a known verb, between a noun and what may be its object. */
function mendHeadline(tokens: Token[], sentence: Sentence): void {
	for (let at = sentence.firstToken + 1; at + 1 < sentence.endToken; at++) {
		const token = tokens[at] as Token;
		const before = tokens[at - 1] as Token;
		const next = tokens[at + 1] as Token;
		if (token.pos !== "NOUN" && token.pos !== "PROPN") continue;
		if (before.pos !== "NOUN" && before.pos !== "PROPN" && before.pos !== "NUM") continue;
		if (next.pos === "PUNCT" || next.pos === "VERB" || next.pos === "PART") continue;
		const verb = asVerb(token);
		const form = verbForm(verb);
		const inflected = form === "S" || form === "PAST" || form === "PAST_OR_PARTICIPLE" || form === "BASE_OR_PAST";
		if (!inflected || !VERB_TYPES.has(verb.lemma) || (verb.lemma === token.lower) !== (form === "BASE_OR_PAST"))
			continue;
		tokens[at] = verb;
		return;
	}
}

function asVerb(token: Token): Token {
	const verb = retagged(token, "VERB", token.lemma);
	verb.lemma = lemmaOf(verb);
	return verb;
}

/** Spelled out, not spread: spreading costs many times as much. */
const retagged = ({ start, end, text, lower }: Token, pos: PartOfSpeech, lemma: string): Token => ({
	start,
	end,
	text,
	lower,
	lemma,
	pos,
});
