import type { EventMention } from "../analysis.js";
import { AGENT_NOUNS, EVENT_NOUNS, EVENT_SUFFIXES, PERSON_PRONOUNS } from "../en/causal-words.js";
import type { Token } from "../tokens.js";
import { breakAt, type SentenceView, type TokenRange } from "./sentence-view.js";

/** An event is named or told in the argument, not only in a relative clause ("the room where talks were held"). */
export function isNamed(view: SentenceView, range: TokenRange, mentions: ReadonlyMap<number, EventMention>): boolean {
	if (isHappening(view, range, mentions)) return true;
	for (let i = range.first; i < range.end && breakAt(view, i) !== "RELATIVE"; i++)
		if (view.groupAt(i) || mentions.has(i)) return true;
	return false;
}

/** The head of the phrase names an event: by its mention, by the list, or by its ending. */
export function isHappening(
	view: SentenceView,
	range: TokenRange,
	mentions: ReadonlyMap<number, EventMention>,
): boolean {
	const head = headOf(view, range);
	if (!head) return false;
	const { token, index } = head;
	if (AGENT_NOUNS.has(token.lower) || PERSON_PRONOUNS.has(token.lower)) return false;
	if (mentions.has(index) || EVENT_NOUNS.has(token.lower) || EVENT_NOUNS.has(token.lemma)) return true;
	return token.pos !== "PROPN" && EVENT_SUFFIXES.some((suffix) => token.lower.endsWith(suffix));
}

/** A person, body or place that acts: a personal pronoun, a noun for people, or a name without an event in its phrase. */
export function isAgent(
	view: SentenceView,
	range: TokenRange,
	mentions: ReadonlyMap<number, EventMention> | undefined,
): boolean {
	const head = headOf(view, range)?.token;
	if (!head || head.pos === "ADP" || head.pos === "ADV") return true;
	if (PERSON_PRONOUNS.has(head.lower) || AGENT_NOUNS.has(head.lower)) return true;
	if (head.pos !== "PROPN") return false;
	return mentions === undefined || headMention(range, mentions) === undefined;
}

export function headMention(range: TokenRange, mentions: ReadonlyMap<number, EventMention>): EventMention | undefined {
	for (let i = range.first; i < range.end; i++) {
		const mention = mentions.get(i);
		if (mention) return mention;
	}
	return undefined;
}

/** The last noun before the first preposition, comma or verb. */
function headOf(view: SentenceView, range: TokenRange): { token: Token; index: number } | null {
	let index = range.first;
	for (let i = range.first; i < range.end; i++) {
		const token = view.tokens[i];
		const ends = token?.pos === "ADP" || token?.pos === "PUNCT" || breakAt(view, i) === "RELATIVE";
		if (!token || ends || view.groupAt(i)) break;
		if (token.pos === "NOUN" || token.pos === "PROPN" || token.pos === "PRON") index = i;
	}
	const token = view.tokens[index];
	return token ? { token, index } : null;
}
