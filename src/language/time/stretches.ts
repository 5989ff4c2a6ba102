import type { TimeExpression } from "../analysis.js";
import { STRETCH_LINKS } from "../en/time-links.js";
import type { Anchors, Dated } from "./anchors.js";
import type { CalendarFields, Meaning } from "./meaning.js";
import type { TimeCandidate } from "./recognise.js";
import { addYears, dayNumber, dayPoint, parsePoint, pointDays, weekdayOf } from "./timex-value.js";
import { withYear } from "./year-choice.js";

const STRETCH: ReadonlySet<string> = new Set(STRETCH_LINKS);

/** "from Friday to Sunday", "28 March to 29 September": the end of a stretch is the first one after its beginning. */
export function endOfStretch(
	text: string,
	from: TimeCandidate | undefined,
	to: TimeCandidate,
	told: TimeExpression | undefined,
): Dated | null {
	if (!from || !told || !isStretch(text, from, to)) return null;
	const start = parsePoint(told.value.slice(0, 10));
	const weekday = to.meaning.kind === "clock" ? null : weekdayIn(to.meaning);
	if (weekday !== null && weekdayIn(from.meaning) !== null && start?.precision === "day") {
		const day = dayNumber(start.year, start.index, start.day);
		return { point: dayPoint(day + ((weekday - weekdayOf(day) + 7) % 7)) };
	}
	const begins = yearlessMonth(from.meaning);
	const ends = yearlessMonth(to.meaning);
	if (!begins?.month || !ends?.month || !start) return null;
	return { point: withYear(ends, ends.month >= begins.month ? start.year : addYears(start.year, 1)) };
}

/** "from October to March" in a history: the winter that lies nearest to where the story is. */
export function beginOfWinter(
	text: string,
	from: TimeCandidate,
	to: TimeCandidate | undefined,
	anchors: Anchors,
): Dated | null {
	const { historical, storyline } = anchors;
	if (!historical || !storyline || !to || !isStretch(text, from, to)) return null;
	const begins = yearlessMonth(from.meaning);
	const ends = yearlessMonth(to.meaning);
	if (!begins?.month || !ends?.month || begins.month <= ends.month) return null;
	const reached = pointDays(storyline).start;
	const year = storyline.year;
	const sinceLast = reached - pointDays(withYear(ends, year)).end;
	const untilNext = pointDays(withYear(begins, year)).start - reached;
	return { point: withYear(begins, sinceLast < untilNext ? addYears(year, -1) : year) };
}

function isStretch(text: string, from: TimeCandidate, to: TimeCandidate): boolean {
	if (from.sentence !== to.sentence || to.start - from.end > STRETCH_GAP) return false;
	return STRETCH.has(text.slice(from.end, to.start).trim().replace(/[–—]/, "-"));
}

/** The parts of a month or day told without a year; null else. */
function yearlessMonth(meaning: Meaning): CalendarFields | null {
	if (meaning.kind !== "calendar" || meaning.lean || meaning.within) return null;
	const { month, year, shortYear } = meaning.fields;
	return month !== undefined && year === undefined && shortYear === undefined ? meaning.fields : null;
}

/** Characters a link between two weekdays may take with its spaces. */
const STRETCH_GAP = 10;

/** The weekday of a date that is told by nothing else; null else. */
function weekdayIn(meaning: Meaning): number | null {
	if (meaning.kind === "clock") return meaning.day ? weekdayIn(meaning.day) : null;
	if (meaning.kind !== "calendar" || meaning.lean || meaning.within) return null;
	const { weekday, day, month } = meaning.fields;
	return weekday !== undefined && day === undefined && month === undefined ? weekday : null;
}
