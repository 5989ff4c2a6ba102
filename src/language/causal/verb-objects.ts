import type { CausalVerb } from "../en/causal-verbs.js";
import {
	EVENTFUL_WORDS,
	GUIDING_VERBS,
	INFINITIVE_MARKER,
	PERSON_PRONOUNS,
	PURSUITS,
	RESULT_WORDS,
} from "../en/causal-words.js";
import type { VerbGroup } from "../phrases.js";
import { phraseAfter } from "./phrase-spans.js";
import { isPurpose } from "./purpose.js";
import { breakAt, isNominal, type SentenceView, type TokenRange } from "./sentence-view.js";
import { holds, isTime } from "./signal-guards.js";

/** What a causal verb without a passive brings about or prevents; null where nothing behind it can be that. */
export function readObject(view: SentenceView, group: VerbGroup, verb: CausalVerb, start: number): TokenRange | null {
	const phrase = phraseAfter(view, start);
	if (!phrase || phrase.first > start + 1) return null;
	if (!isObject(view, phrase, verb.particle.length === 0)) return null;
	const object = verb.frame === "OBJECT_TO" ? phrase : withoutPurpose(view, phrase);
	if (verb.frame === "OBJECT_TO" && !hasInfinitive(view, object, GUIDING_VERBS.has(verb.lemma))) return null;
	if (verb.frame === "HARM") return { first: group.head, end: object.end };
	if (verb.frame === "LEFT") {
		if (!isResult(view, object)) return null;
		return { first: group.head, end: object.end };
	}
	if (PERSON_PRONOUNS.has(view.tokens[object.first]?.lower ?? "") && object.end - object.first === 1) return null;
	return object;
}

/** A noun phrase, not a place or time beside a verb without an object ("stopped at noon", "halted Thursday"). */
function isObject(view: SentenceView, range: TokenRange, bare: boolean): boolean {
	const first = view.tokens[range.first];
	if (first?.pos === "ADP") return view.tokens[range.first + 1]?.pos === "NUM";
	return !bare || first?.pos === "NUM" || first?.pos === "DET" || !isTime(view, range.first);
}

/** "put off repairs to save money": the aim is not part of what was put off. */
function withoutPurpose(view: SentenceView, range: TokenRange): TokenRange {
	for (let i = range.first + 1; i < range.end; i++) if (isPurpose(view, i)) return { first: range.first, end: i };
	return range;
}

/** "40 people dead", "the city reeling", "thousands without power": an object and what became of it. */
function isResult(view: SentenceView, object: TokenRange): boolean {
	if (object.end - object.first < 2) return false;
	for (let i = object.first + 1; i < object.end; i++) {
		const token = view.tokens[i];
		// "left the ship since the accident": what comes with a clause or time of its own did not become of the object.
		if (breakAt(view, i) === "OPENER") break;
		if (RESULT_WORDS.has(token?.lower ?? "")) return true;
		// An adjective behind its noun: "left the crew short of food".
		if (token?.pos === "VERB" || (token?.pos === "ADJ" && isNominal(view.tokens[i - 1]))) return true;
	}
	return holds(view, { first: object.first, end: firstPreposition(view, object) }, EVENTFUL_WORDS);
}

function firstPreposition(view: SentenceView, range: TokenRange): number {
	for (let i = range.first + 1; i < range.end; i++) {
		if (view.tokens[i]?.pos === "ADP" || breakAt(view, i) !== "NONE") return i;
	}
	return range.end;
}

/** "airlines to cut flights"; where the verb can mean to guide, not "talks to end the war". */
function hasInfinitive(view: SentenceView, range: TokenRange, guides: boolean): boolean {
	for (let i = range.first + 1; i < range.end - 1; i++)
		if (view.tokens[i]?.lower === INFINITIVE_MARKER && view.tokens[i + 1]?.pos === "VERB")
			return !(guides && holds(view, { first: range.first, end: i }, PURSUITS));
	return false;
}
