import { type Anchors, bindsToNarrative } from "./anchors.js";
import type { CalendarFields, Lean } from "./meaning.js";
import { yearInStory } from "./storyline.js";
import { addYears, type CalendarPoint, daysInMonth, pad, point, pointAt, pointDays } from "./timex-value.js";

/** The point that fields denote in a year. */
export function withYear(fields: CalendarFields, year: number): CalendarPoint {
	if (fields.season) return { ...point("season", year), season: fields.season };
	if (fields.quarter) return point("quarter", year, fields.quarter);
	if (fields.half) return point("half", year, fields.half);
	if (fields.week) return point(fields.weekend ? "weekend" : "week", year, fields.week);
	if (fields.month && fields.day) return point("day", year, fields.month, fields.day);
	if (fields.month) return point("month", year, fields.month);
	return fields.fiscal ? { ...point("year", year), fiscal: true } : point("year", year);
}

/** Values of dates without a year and without anything to take it from. */
export function undated(fields: CalendarFields): string {
	if (fields.season) return `XXXX-${fields.season}`;
	if (fields.quarter) return `XXXX-Q${fields.quarter}`;
	if (fields.half) return `XXXX-H${fields.half}`;
	if (fields.month) return `XXXX-${pad(fields.month)}${fields.day ? `-${pad(fields.day)}` : ""}`;
	if (fields.weekday) return `XXXX-WXX-${fields.weekday}`;
	if (fields.week) return `XXXX-W${pad(fields.week)}`;
	return "XXXX";
}

/** Full year of two digits: at most 20 years after the anchor's, else in the century before. */
export function fullYear(short: number, anchors: Anchors): number {
	const now = (anchors.historical ? anchors.storyline : anchors.speech)?.year ?? anchors.narrative?.year ?? 2000;
	let year = Math.floor(now / 100) * 100 + short;
	if (year > now + 20) year -= 100;
	return year;
}

/** Decade (199) of two digits ("the '90s"): the last one begun before the anchor's year. */
export function decadeOf(short: number, anchors: Anchors): number {
	const now = (anchors.historical ? anchors.narrative : anchors.speech)?.year ?? anchors.narrative?.year ?? 2000;
	const century = Math.floor(now / 100) * 100;
	return ((century + short > now ? century - 100 : century) + short) / 10;
}

/** Days ahead a bare date may lie and still be nearer at hand than the one in the year before. */
const SOON_DAYS = 75;
const LONG_AGO_DAYS = 240;

/** The year of a date without one: by "last" and "next", by the tense, else the nearest in the past. */
export function chooseYear(fields: CalendarFields, lean: Lean | null, anchor: CalendarPoint, anchors: Anchors): number {
	const own = (year: number) => pointDays(withYear(fields, year));
	if (bindsToNarrative(anchors) && !(lean && lean.shift !== 0)) return narrativeYear(fields, anchor, anchors);
	const today = pointDays(anchor);
	if (lean) {
		if (lean.shift === 0) return anchor.year;
		const before = own(anchor.year).end <= today.start;
		if (lean.shift < 0) return before ? anchor.year : addYears(anchor.year, -1);
		if (fields.season) return addYears(anchor.year, 1);
		return own(anchor.year).start >= today.end ? anchor.year : addYears(anchor.year, 1);
	}
	if (fields.month === 2 && fields.day === 29)
		return leapYear(anchor.year, anchors.tense === "future" ? 1 : -1, today, own);
	const started = own(anchor.year).start < today.end;
	const over = own(anchor.year).end <= today.start;
	if (anchors.tense === "future") return over ? addYears(anchor.year, 1) : anchor.year;
	if (started) return anchor.year;
	const ahead = own(anchor.year).start - today.start;
	const ago = today.start - own(addYears(anchor.year, -1)).start;
	if (anchors.tense === "unknown" && ahead <= SOON_DAYS && ago >= LONG_AGO_DAYS) return anchor.year;
	return addYears(anchor.year, -1);
}

/** In a narrative the year is the one told last; in a background section it never runs past the publication. */
function narrativeYear(fields: CalendarFields, anchor: CalendarPoint, anchors: Anchors): number {
	if (anchor.precision === "decade" || anchor.precision === "century")
		return pointAt(pointDays(anchor).start, "year").year;
	if (anchors.historical || !anchors.speech) return yearInStory(fields, anchor);
	const after = pointDays(withYear(fields, anchor.year)).start > pointDays(anchors.speech).start;
	return after && anchors.tense !== "future" ? addYears(anchor.year, -1) : anchor.year;
}

function leapYear(
	from: number,
	step: -1 | 1,
	today: { start: number; end: number },
	own: (year: number) => { start: number; end: number },
): number {
	for (let n = 0, year = from; n < 9; n++, year += step) {
		if (daysInMonth(year, 2) !== 29) continue;
		if (step < 0 ? own(year).start < today.end : own(year).end > today.start) return year;
	}
	return from;
}
