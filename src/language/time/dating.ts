import { type Anchors, anchorOf, MAX_LENGTH } from "./anchors.js";
import { holidayDay, nthWeekday } from "./holidays.js";
import type { Amount, CalendarFields, Lean, Meaning, UnitName } from "./meaning.js";
import { yearInStory } from "./storyline.js";
import {
	addMonths,
	addYears,
	type CalendarPoint,
	dayNumber,
	dayPoint,
	daysInMonth,
	pad,
	point,
	pointAt,
	pointDays,
	shiftPoint,
	weekdayOf,
} from "./timex-value.js";

/** A dated meaning: a point, or a value where the context does not suffice ("XXXX-10-13"). */
export type Dated = { point: CalendarPoint } | { value: string };

/** Dates a meaning from its anchors. */
export function dateMeaning(meaning: Meaning, anchors: Anchors): Dated {
	switch (meaning.kind) {
		case "fixed":
			return { value: meaning.value };
		case "calendar":
			return dateCalendar(meaning.fields, meaning.lean, meaning.within, anchors);
		case "relative":
			// "today" in a history is the writer's, and nobody knows when that was.
			if (anchors.historical && isToday(meaning)) return { value: "PRESENT_REF" };
			return dateRelative(meaning.unit, meaning.shift, anchorOf(anchors, meaning.definite && meaning.frame === "either" ? "narrative" : meaning.frame), anchors);
		case "offset":
			return dateOffset(meaning, anchors);
		case "nth":
			return dateNth(meaning, anchors);
		case "holiday":
			return dateHoliday(meaning, anchors);
		case "clock":
			return dateClock(meaning.time, meaning.day, anchors);
	}
}

const isToday = (meaning: Meaning & { kind: "relative" }): boolean =>
	meaning.unit === "day" && meaning.shift === 0 && meaning.frame === "speech" && !meaning.definite;

function dateCalendar(fields: CalendarFields, lean: Lean | null, within: Meaning | null, anchors: Anchors): Dated {
	if (fields.century !== undefined) return { point: point("century", fields.century) };
	if (fields.decade !== undefined) return { point: point("decade", fields.decade) };
	if (fields.shortDecade !== undefined) return { point: point("decade", decadeOf(fields.shortDecade, anchors)) };
	const whole = within ? dateMeaning(within, anchors) : null;
	if (whole && "value" in whole) return { value: undated(fields) };
	if (fields.weekday !== undefined && fields.month === undefined && fields.day === undefined)
		return dateWeekday(fields.weekday, lean, whole?.point ?? null, anchors);
	if (fields.weekday === undefined && fields.day !== undefined && fields.month === undefined) return dateDay(fields.day, anchors);
	if (fields.weekday !== undefined && fields.day !== undefined && fields.month === undefined)
		return dateWeekdayAndDay(fields.weekday, fields.day, anchors);
	const year = fields.year ?? (fields.shortYear !== undefined ? fullYear(fields.shortYear, anchors) : whole?.point.year);
	if (year !== undefined) return { point: withYear(fields, year) };
	const told = bindsToNarrative(anchors) && !lean ? anchors.storyline : null;
	const anchor = told ?? anchorOf(anchors, lean?.frame ?? "speech");
	if (!anchor) return { value: undated(fields) };
	return { point: withYear(fields, chooseYear(fields, lean, anchor, anchors)) };
}

const bindsToNarrative = (anchors: Anchors): boolean => anchors.historical || anchors.yearTold;

function withYear(fields: CalendarFields, year: number): CalendarPoint {
	if (fields.season) return { ...point("season", year), season: fields.season };
	if (fields.quarter) return point("quarter", year, fields.quarter);
	if (fields.half) return point("half", year, fields.half);
	if (fields.week) return point(fields.weekend ? "weekend" : "week", year, fields.week);
	if (fields.month && fields.day) return point("day", year, fields.month, fields.day);
	if (fields.month) return point("month", year, fields.month);
	return fields.fiscal ? { ...point("year", year), fiscal: true } : point("year", year);
}

/** Values of dates without a year and without anything to take it from. */
function undated(fields: CalendarFields): string {
	if (fields.season) return `XXXX-${fields.season}`;
	if (fields.quarter) return `XXXX-Q${fields.quarter}`;
	if (fields.half) return `XXXX-H${fields.half}`;
	if (fields.month) return `XXXX-${pad(fields.month)}${fields.day ? `-${pad(fields.day)}` : ""}`;
	if (fields.weekday) return `XXXX-WXX-${fields.weekday}`;
	if (fields.week) return `XXXX-W${pad(fields.week)}`;
	return "XXXX";
}

/** Years of two digits lie between 70 years before publication and 30 after, decades in the past. */
function fullYear(short: number, anchors: Anchors): number {
	const now = (anchors.speech ?? anchors.narrative)?.year ?? 2000;
	let year = Math.floor(now / 100) * 100 + short;
	if (year > now + 20) year -= 100;
	return year;
}

function decadeOf(short: number, anchors: Anchors): number {
	const now = (anchors.historical ? anchors.narrative : anchors.speech)?.year ?? anchors.narrative?.year ?? 2000;
	const century = Math.floor(now / 100) * 100;
	return ((century + short > now ? century - 100 : century) + short) / 10;
}

/** Days ahead a bare date may lie and still be nearer at hand than the one in the year before. */
const SOON_DAYS = 75;
const LONG_AGO_DAYS = 240;

/** The year of a date without one: by "last" and "next", by the tense, else the nearest in the past. */
function chooseYear(fields: CalendarFields, lean: Lean | null, anchor: CalendarPoint, anchors: Anchors): number {
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
	if (fields.month === 2 && fields.day === 29) return leapYear(anchor.year, anchors.tense === "future" ? 1 : -1, today, own);
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
	if (anchor.precision === "decade" || anchor.precision === "century") return pointAt(pointDays(anchor).start, "year").year;
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

function dateWeekday(weekday: number, lean: Lean | null, week: CalendarPoint | null, anchors: Anchors): Dated {
	if (week) return { point: dayPoint(pointDays(week).start - weekdayOf(pointDays(week).start) + weekday) };
	const frame = lean?.frame === "narrative" || anchors.historical ? "narrative" : "speech";
	const base = frame === "narrative" ? (anchors.narrativeDay ?? anchors.speech) : (anchors.speech ?? anchors.narrativeDay);
	if (!base) return { value: undated({ weekday }) };
	const today = dayNumber(base.year, base.index, base.day);
	const back = (weekdayOf(today) - weekday + 7) % 7;
	const monday = today - weekdayOf(today);
	if (lean) {
		if (lean.shift === 0) return { point: dayPoint(monday + weekday) };
		if (lean.shift > 0) return { point: dayPoint(lean.frame === "narrative" ? today + (7 - back) : monday + 7 + weekday) };
		return { point: dayPoint(back === 0 ? today - 7 : today - back) };
	}
	if (anchors.historical) return { point: dayPoint(back === 0 ? today : today + 7 - back) };
	if (anchors.tense === "future" && back > 0) return { point: dayPoint(today + 7 - back) };
	return { point: dayPoint(today - back) };
}

/** "Friday the 13th": the last such day, the coming one where the clause tells of the future. */
function dateWeekdayAndDay(weekday: number, day: number, anchors: Anchors): Dated {
	const anchor = anchors.speech ?? anchors.narrativeDay;
	if (!anchor) return { value: undated({ weekday }) };
	const today = dayNumber(anchor.year, anchor.index, anchor.day);
	for (let n = 0; n < 40; n++) {
		const month = addMonths(anchor.year, anchor.index, anchors.tense === "future" && n > 0 ? -n + 1 : -n);
		if (day > daysInMonth(month.year, month.month)) continue;
		const days = dayNumber(month.year, month.month, day);
		if (weekdayOf(days) === weekday && days <= today + 20) return { point: dayPoint(days) };
	}
	return { value: undated({ weekday }) };
}

/** "on the 4th": in the month of the anchor, or the one before or after it as the tense tells. */
function dateDay(day: number, anchors: Anchors): Dated {
	const story = bindsToNarrative(anchors);
	const anchor = (story ? (anchors.storyline ?? anchors.narrative) : null) ?? anchors.speech ?? anchors.narrative;
	const start = anchor && precise(anchor, "month", anchors);
	if (!start) return { value: `XXXX-XX-${pad(day)}` };
	const today = dayPoint(pointDays(start).start);
	let step = 0;
	if (!story && start.precision === "day") {
		if (anchors.tense === "future") step = day < today.day ? 1 : 0;
		else step = day > today.day ? -1 : 0;
	}
	const { year, month } = addMonths(today.year, today.index, step);
	return { point: point("day", year, month, day) };
}

/** "last week", "that month": the anchor cut to the unit and moved. */
function dateRelative(unit: UnitName, shift: number, from: CalendarPoint | null, anchors: Anchors): Dated {
	const told = from && precise(from, unit, anchors);
	const anchor = told ?? (anchors.historical ? null : anchors.speech);
	if (!anchor) return { value: undatedUnit(unit) };
	return { point: shiftPoint(pointAt(pointDays(anchor).start, unit), shift) };
}

/** The anchor where it is precise enough for the unit; for a day, the day told last inside the anchor. */
function precise(anchor: CalendarPoint, unit: UnitName, anchors: Anchors): CalendarPoint | null {
	const { start, end } = pointDays(anchor);
	if (end - start <= MAX_LENGTH[precisionOf(unit)]) return anchor;
	const day = anchors.narrativeDay;
	if (!day) return null;
	const at = dayNumber(day.year, day.index, day.day);
	return start <= at && at < end ? day : null;
}

const precisionOf = (unit: UnitName): CalendarPoint["precision"] =>
	unit === "second" || unit === "minute" || unit === "hour" ? "day" : unit;

const UNDATED: Readonly<Record<UnitName, string>> = {
	second: "XXXX-XX-XX",
	minute: "XXXX-XX-XX",
	hour: "XXXX-XX-XX",
	day: "XXXX-XX-XX",
	week: "XXXX-WXX",
	weekend: "XXXX-WXX-WE",
	month: "XXXX-XX",
	quarter: "XXXX-QX",
	year: "XXXX",
	decade: "XXX",
	century: "XX",
};
const undatedUnit = (unit: UnitName): string => UNDATED[unit];

function dateOffset(meaning: Meaning & { kind: "offset" }, anchors: Anchors): Dated {
	const { amounts, sign, base, exact } = meaning;
	const finest = finestUnit(amounts);
	if (!finest || amounts.some((a) => a.n === null)) return { value: sign < 0 ? "PAST_REF" : "FUTURE_REF" };
	const from = typeof base === "string" ? anchorOf(anchors, base) : dateMeaning(base, anchors);
	const anchor = from && "point" in from ? from.point : from && "precision" in from ? from : null;
	if (!anchor) return { value: undatedUnit(finest) };
	const start = precise(anchor, finest, anchors) ?? anchor;
	if (pointDays(start).end - pointDays(start).start > MAX_LENGTH[precisionOf(finest)]) {
		if (!exact) return { value: undatedUnit(finest) };
	}
	const moved = moveDay(pointDays(start).start, amounts, sign);
	// A length in months or years from no particular day says no day either.
	const dayTold = exact || finest === "day" || finest === "hour" || (finest === "week" && start.precision === "day" && base !== "speech");
	if (dayTold) return { point: dayPoint(moved) };
	// "the same month a year ago" is a month, whatever it is counted in.
	return { point: pointAt(moved, typeof base === "string" ? finest : unitOf(start, finest)) };
}

const unitOf = (p: CalendarPoint, otherwise: UnitName): UnitName =>
	p.precision === "half" || p.precision === "season" ? otherwise : p.precision;

function finestUnit(amounts: readonly Amount[]): UnitName | null {
	const order: readonly UnitName[] = ["second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century"];
	for (const unit of order) if (amounts.some((a) => a.unit === unit)) return unit;
	return null;
}

const MONTHS_IN: Readonly<Partial<Record<UnitName, number>>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };

function moveDay(days: number, amounts: readonly Amount[], sign: -1 | 1): number {
	let months = 0;
	let rest = 0;
	for (const { n, unit } of amounts) {
		if (n === null) continue;
		const inMonths = MONTHS_IN[unit];
		if (inMonths) months += n * inMonths;
		else if (unit === "week" || unit === "weekend") rest += n * 7;
		else if (unit === "day") rest += n;
	}
	// Half a year is six months, half a month its days; no text is older than a hundred thousand years.
	const whole = Math.max(-1_200_000, Math.min(1_200_000, Math.trunc(months)));
	const from = dayPoint(days);
	const moved = addMonths(from.year, from.index, sign * whole);
	const day = Math.min(from.day, daysInMonth(moved.year, moved.month));
	return dayNumber(moved.year, moved.month, day) + sign * Math.round(rest + (months - whole) * 30);
}

function dateNth(meaning: Meaning & { kind: "nth" }, anchors: Anchors): Dated {
	const whole = dateMeaning(meaning.within, anchors);
	const { ordinal, unit, weekday } = meaning;
	if ("value" in whole) return { value: undatedUnit(unit ?? "day") };
	const { start, end } = pointDays(whole.point);
	if (ordinal === 0) return { point: pointAt(start, unit ?? "day") };
	if (weekday !== null) {
		const first = dayPoint(start);
		return { point: dayPoint(nthWeekday(first.year, first.index, weekday, ordinal)) };
	}
	if (unit === "month") {
		const first = dayPoint(start);
		const month = ordinal < 0 ? dayPoint(end - 1) : first;
		const moved = ordinal < 0 ? { year: month.year, month: month.index } : addMonths(first.year, first.index, ordinal - 1);
		return { point: point("month", moved.year, moved.month) };
	}
	if (unit === "week" || unit === "weekend") {
		// The week of a year or month is the ISO week, which holds its Thursday.
		const week = ordinal < 0 ? pointAt(end - 4, unit) : shiftPoint(pointAt(start + 3, unit), ordinal - 1);
		return { point: week };
	}
	const day = ordinal < 0 ? end - 1 : start + ordinal - 1;
	return day < end ? { point: dayPoint(day) } : { value: undatedUnit("day") };
}

function dateHoliday(meaning: Meaning & { kind: "holiday" }, anchors: Anchors): Dated {
	const whole = meaning.within ? dateMeaning(meaning.within, anchors) : null;
	const told = meaning.year ?? (whole && "point" in whole ? whole.point.year : null);
	const inYear = (year: number): CalendarFields => {
		const day = dayPoint(holidayDay(meaning.name, year) ?? 0);
		return { month: day.index, day: day.day };
	};
	const anchor = anchorOf(anchors, meaning.lean?.frame ?? (bindsToNarrative(anchors) ? "narrative" : "speech"));
	if (told === null && !anchor) return { value: undated(inYear(2000)) };
	let year = told ?? anchor?.year ?? 2000;
	if (told === null && anchor) year = chooseHolidayYear(meaning, anchor, anchors);
	const day = holidayDay(meaning.name, year) ?? 0;
	if (!meaning.weekend) return { point: dayPoint(day) };
	// The weekend of a Monday's feast is the one before it.
	return { point: pointAt(weekdayOf(day) <= 2 ? day - 3 : day, "weekend") };
}

function chooseHolidayYear(meaning: Meaning & { kind: "holiday" }, anchor: CalendarPoint, anchors: Anchors): number {
	const now = pointDays(anchor);
	const day = holidayDay(meaning.name, anchor.year) ?? 0;
	const shift = meaning.lean?.shift;
	if (shift === undefined && bindsToNarrative(anchors)) return anchor.year;
	if (shift === 0) return anchor.year;
	const ahead = shift === 1 || (shift === undefined && anchors.tense === "future");
	if (ahead) return day >= now.start ? anchor.year : addYears(anchor.year, 1);
	return day < now.end ? anchor.year : addYears(anchor.year, -1);
}

/** A clock time on its day; without one, on the day told last. */
function dateClock(time: string, day: Meaning | null, anchors: Anchors): Dated {
	const on = day ? dateMeaning(day, anchors) : null;
	if (on && "value" in on) return { value: `${on.value.startsWith("XXXX") ? on.value : "XXXX-XX-XX"}${time}` };
	const told = on?.point ?? (anchors.historical ? anchors.narrativeDay : (anchors.narrativeDay ?? anchors.speech));
	if (!told || told.precision !== "day") return { value: `XXXX-XX-XX${time}` };
	const { year, index, day: dayOfMonth } = told;
	return { point: { precision: "day", year, index, day: dayOfMonth, time } };
}

