import type { Sentence, TokenizedText } from "../tokens.js";
import type { Anchors } from "./anchors.js";
import type { CalendarFields } from "./meaning.js";
import type { TimeCandidate } from "./recognise.js";
import { addYears, type CalendarPoint, dayPoint, pointDays } from "./timex-value.js";

/** Tokens before a date that still opens its sentence ("By the end of 1943, …"). */
const OPENING_TOKENS = 2;
/** Characters looked back for an open parenthesis. */
const PARENTHESIS_REACH = 80;

/**
 * A date that does not move the storyline: one in parentheses, one counted back from the story ("a year earlier"), an
 * earlier one behind the past told ("had invaded in late 1943") or before a noun ("the May 2007 high"), or a bare year
 * inside a sentence that lies in the future of its clause ("planned for 1976") or away from where the story is ("a client
 * state since 1939"). Other months and days, years that open a sentence and edges of years ("late 1940") move it.
 */
export function isAside(
	doc: TokenizedText,
	candidate: TimeCandidate,
	sentence: Sentence | undefined,
	point: CalendarPoint,
	anchors: Anchors,
): boolean {
	if (!sentence) return false;
	const { meaning, token, lastToken } = candidate;
	const before = doc.text.slice(Math.max(sentence.start, candidate.start - PARENTHESIS_REACH), candidate.start);
	if (before.lastIndexOf("(") > before.lastIndexOf(")")) return true;
	if (meaning.kind === "offset" && meaning.sign < 0) return true;
	const reached = anchors.storyline;
	const backward = reached !== null && pointDays(point).end <= pointDays(reached).start;
	if (backward && anchors.perfect) return true;
	if (backward && doc.tokens[token - 1]?.pos === "DET" && doc.tokens[lastToken + 1]?.pos === "NOUN") return true;
	if (point.precision !== "year" && point.precision !== "season") return false;
	if (anchors.tense === "future") return true;
	if (candidate.approximate || token - sentence.firstToken <= OPENING_TOKENS) return false;
	return reached === null || point.year < reached.year || point.year > reached.year + 1;
}

/** Months a story may step back inside its year; a longer way back is a step into the next year ("December … January"). */
const MAX_BACKWARD_MONTHS = 8;

/** Year of a date without one in a story: the one reached, or the next where the date would lie far back. */
export function yearInStory(fields: CalendarFields, storyline: CalendarPoint): number {
	const reached = dayPoint(pointDays(storyline).start);
	if (storyline.precision === "year" || fields.month === undefined) return reached.year;
	return reached.index - fields.month >= MAX_BACKWARD_MONTHS ? addYears(reached.year, 1) : reached.year;
}
