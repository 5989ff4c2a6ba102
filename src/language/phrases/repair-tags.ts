import { VERB_TYPES } from "../en/event-types.js";
import { BE, CLAUSE_TAKERS, OBJECT_PRONOUNS, PREPOSITIONAL_GERUNDS, PRESENT_PARTICIPLE_OF_BE } from "../en/verbs.js";
import type { Sentence, Token } from "../tokens.js";
import { lemmaOf } from "./lemma.js";
import { verbForm } from "./verb-forms.js";

/**
 * Mends what the tagger gets wrong often enough to break clauses, in place in a copy of the tokens:
 * "shot him" and "cut them" (nouns before an object pronoun), "hold exercises" (a verb behind a verb), "following the
 * raid", "according to" (prepositions), and the verb of a headline ("Norsteel cuts 1,200 jobs", "Five Killed in Bus Crash").
 */
export function repairTags(tokens: Token[], sentence: Sentence): void {
	let finite = false;
	for (let at = sentence.firstToken; at < sentence.endToken; at++) {
		const token = tokens[at] as Token;
		const before = at > sentence.firstToken ? tokens[at - 1] : undefined;
		const next = at + 1 < sentence.endToken ? tokens[at + 1] : undefined;
		const repaired = repairOne(token, before, next);
		if (repaired) tokens[at] = repaired;
		const { pos } = tokens[at] as Token;
		if (pos === "AUX" || (pos === "VERB" && verbForm(tokens[at] as Token) !== "ING" && before?.pos !== "PART"))
			finite = true;
	}
	if (!finite) mendHeadline(tokens, sentence);
}

function repairOne(token: Token, before: Token | undefined, next: Token | undefined): Token | null {
	if (token.pos === "AUX" && token.lower === PRESENT_PARTICIPLE_OF_BE) return { ...token, lemma: BE };
	if (
		PREPOSITIONAL_GERUNDS.has(token.lower) &&
		token.pos !== "ADP" &&
		before?.pos !== "DET" &&
		before?.pos !== "AUX" &&
		next
	)
		return next.pos === "PUNCT" || next.pos === "AUX" || next.pos === "VERB" ? null : { ...token, pos: "ADP" };
	if (token.pos === "NOUN" && next && OBJECT_PRONOUNS.has(next.lower) && next.pos === "PRON" && before?.pos !== "DET")
		return asVerb(token);
	if (token.pos === "VERB" && before?.pos === "VERB" && verbForm(token) === "S" && !CLAUSE_TAKERS.has(before.lemma))
		return { ...token, pos: "NOUN" };
	return null;
}

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
	const verb: Token = { ...token, pos: "VERB" };
	return { ...verb, lemma: lemmaOf(verb) };
}
