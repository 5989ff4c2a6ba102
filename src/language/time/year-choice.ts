import type { Anchors } from "./anchors.js";
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

/** Days a planned date may lie ahead: in a plan told of the past ("put on leave from September 20") the next one would be a year off. */
const PLAN_DAYS = 270;
/** The same for a quarter, which is over when its figures come out. */
const ACCOUNTS_DAYS = 180;

/**
 * The year of a date without one: by "last" and "next"; in a narrative (`bound`) the year it has come to; ahead of the
 * publication only in the future, else the latest that has begun.
 */
export function chooseYear(
	fields: CalendarFields,
	lean: Lean | null,
	anchor: CalendarPoint,
	bound: boolean,
	anchors: Anchors,
): number {
	if (bound) return narrativeYear(fields, anchor, anchors);
	const today = pointDays(anchor);
	if (lean) {
		if (lean.shift === 0) return anchor.year;
		const before = daysIn(anchor.year, fields).end <= today.start;
		if (lean.shift < 0) return before ? anchor.year : addYears(anchor.year, -1);
		if (fields.season) return addYears(anchor.year, 1);
		return daysIn(anchor.year, fields).start >= today.end ? anchor.year : addYears(anchor.year, 1);
	}
	if (fields.month === 2 && fields.day === 29)
		return leapYear(anchor.year, anchors.tense === "future" ? 1 : -1, today, fields);
	const started = daysIn(anchor.year, fields).start < today.end;
	const over = daysIn(anchor.year, fields).end <= today.start;
	const latest = started ? anchor.year : addYears(anchor.year, -1);
	if (anchors.tense !== "future") return latest;
	const coming = over ? addYears(anchor.year, 1) : anchor.year;
	if (anchors.outlook === "CLEAR") return coming;
	const ahead = daysIn(coming, fields).start - today.start;
	const ago = today.start - daysIn(latest, fields).start;
	if (anchors.outlook === "HEDGED") return ahead <= ago ? coming : latest;
	// "expects a loss for the third quarter": accounts are told some weeks after they close.
	return ahead <= (fields.quarter ? ACCOUNTS_DAYS : PLAN_DAYS) ? coming : latest;
}

/** First day of a date without a year in one, and of what follows it. */
const daysIn = (year: number, fields: CalendarFields): { start: number; end: number } =>
	pointDays(withYear(fields, year));

/** Days before the publication in which a day without a year is taken for one of these days, whatever year was told last. */
const RECENT_DAYS = 190;
/** The same after a bare year that opened a story ("In 2019 the owner bought it. On June 5 …"): the story is plainly there. */
const YEAR_RECENT_DAYS = 60;
/** Days after the date told last in which a day without a year goes on with that story. */
const NEXT_DAYS = 120;

/**
 * In the background of a report a month and day shortly before the publication are those of its year, although an older
 * year was told, unless they go right on from a day or month of that year ("On 3 March 2019 … On 12 June").
 */
export function isOfPublication(fields: CalendarFields, anchors: Anchors): boolean {
	const { historical, speech, storyline } = anchors;
	if (historical || !speech || !storyline || !fields.month) return false;
	const today = pointDays(speech).start;
	const near = pointDays(withYear(fields, latestYear(fields, speech))).start;
	if (today - near > RECENT_DAYS) return false;
	if (storyline.precision !== "day" && storyline.precision !== "month") return today - near <= YEAR_RECENT_DAYS;
	const reached = pointDays(storyline).start;
	const next = pointDays(withYear(fields, storyline.year)).start;
	return next < reached || next - reached > NEXT_DAYS;
}

/** The year in which a date last began on or before a day. */
function latestYear(fields: CalendarFields, today: CalendarPoint): number {
	const started = pointDays(withYear(fields, today.year)).start < pointDays(today).end;
	return started ? today.year : addYears(today.year, -1);
}

/** In a narrative the year is the one told last; in a background section it never runs past the publication. */
function narrativeYear(fields: CalendarFields, anchor: CalendarPoint, anchors: Anchors): number {
	if (anchor.precision === "decade" || anchor.precision === "century")
		return pointAt(pointDays(anchor).start, "year").year;
	if (anchors.historical || !anchors.speech) return yearInStory(fields, anchor);
	const after = pointDays(withYear(fields, anchor.year)).start > pointDays(anchors.speech).start;
	return after && anchors.tense !== "future" ? addYears(anchor.year, -1) : anchor.year;
}

function leapYear(from: number, step: -1 | 1, today: { start: number; end: number }, fields: CalendarFields): number {
	for (let n = 0, year = from; n < 9; n++, year += step) {
		if (daysInMonth(year, 2) !== 29) continue;
		if (step < 0 ? daysIn(year, fields).start < today.end : daysIn(year, fields).end > today.start) return year;
	}
	return from;
}
