import type { TimeExpression } from "../analysis.js";
import { BOUNDING_PREPOSITIONS, TIME_OPENERS } from "../en/event-words.js";
import { firstFrom, phraseCovering, type SentenceParts } from "../phrases/sentence-parts.js";
import type { Clause } from "../phrases.js";
import type { Token } from "../tokens.js";
import type { Context } from "./context.js";

/** An expression of a sentence with its place in the syntax. */
export interface PlacedTime {
	/** Index into the times. */
	index: number;
	value: string;
	first: number;
	end: number;
	clause: Clause | null;
	/** Inside a noun phrase whose head is another word ("the October 7 attack"): the token of that head, else null. */
	modifies: number | null;
	/** "since 2019", "until May": no time of the happening. */
	bounds: boolean;
	/** "when" stands right behind it. */
	opens: boolean;
}

/** The value an event takes over from an expression: a calendar value, not a vague reference. */
export function eventValue(time: TimeExpression): string | null {
	return (time.type === "DATE" || time.type === "TIME") && /^\d{3}/.test(time.value) ? time.value : null;
}

/** The calendar times of a sentence in their places. */
export function placeTimes(context: Context, parts: SentenceParts): PlacedTime[] {
	const { doc, times } = context;
	const { sentence } = parts;
	const placed: PlacedTime[] = [];
	let token = sentence.firstToken;
	for (const index of context.timesWithin(sentence)) {
		const time = times[index] as TimeExpression;
		const value = eventValue(time);
		if (value === null) continue;
		while (token < sentence.endToken && (doc.tokens[token] as Token).end <= time.start) token++;
		let end = token;
		while (end < sentence.endToken && (doc.tokens[end] as Token).start < time.end) end++;
		const phrase = phraseCovering(parts.nounPhrases, end - 1);
		const before = token > sentence.firstToken ? (doc.tokens[token - 1] as Token).lower : "";
		placed.push({
			index,
			value,
			first: token,
			end,
			clause: clauseOf(parts, token),
			modifies: phrase && phrase.head >= end ? phrase.head : null,
			opens: TIME_OPENERS.has(doc.tokens[end]?.lower ?? "") || TIME_OPENERS.has(doc.tokens[end + 1]?.lower ?? ""),
			bounds: BOUNDING_PREPOSITIONS.has(before) || BOUNDING_PREPOSITIONS.has(doc.tokens[token]?.lower ?? ""),
		});
	}
	return placed;
}

function clauseOf(parts: SentenceParts, token: number): Clause | null {
	for (let index = firstFrom(parts.clauses, token + 1) - 1, seen = 0; index >= 0 && seen < 8; index--, seen++) {
		const clause = parts.clauses[index] as Clause;
		if (token < clause.end) return clause;
	}
	return null;
}
