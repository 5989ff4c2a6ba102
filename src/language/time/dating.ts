import { type Anchors, anchorOf, bindsToNarrative, type Dated } from "./anchors.js";
import { dateCalendar } from "./calendar-dating.js";
import { dayFromNow } from "./deictic.js";
import { durationValue } from "./duration-value.js";
import { holidayDay, nthWeekday } from "./holidays.js";
import type { CalendarFields, FrameName, Meaning, UnitName } from "./meaning.js";
import { dateOffset } from "./offset-dating.js";
import { precise, undatedUnit } from "./precision.js";
import {
	addMonths,
	addYears,
	type CalendarPoint,
	dayPoint,
	point,
	pointAt,
	pointDays,
	shiftPoint,
	weekdayOf,
} from "./timex-value.js";
import { undated } from "./year-choice.js";

/** Dates a meaning from its anchors. */
export function dateMeaning(meaning: Meaning, anchors: Anchors): Dated {
	switch (meaning.kind) {
		case "fixed":
			return { value: meaning.value };
		case "set":
			return { value: setValue(meaning.n, meaning.unit, anchors.historical) };
		case "calendar":
			return dateCalendar(
				meaning.fields,
				meaning.lean,
				meaning.within && dateMeaning(meaning.within, anchors),
				anchors,
			);
		case "relative":
			// "today" in a history is the writer's, and nobody knows when that was.
			if (anchors.historical && isToday(meaning)) return { value: "PRESENT_REF" };
			return dateRelative(meaning, anchors);
		case "latest":
			return dateLatest(meaning, anchors);
		case "weekend": {
			const saturday = dateCalendar({ weekday: 6 }, null, null, anchors);
			return "point" in saturday
				? { point: pointAt(pointDays(saturday.point).start, "weekend") }
				: { value: undatedUnit("weekend") };
		}
		case "overnight":
			return dateClock("TNI", dayFromNow(anchors.tense === "future" ? 0 : -1), anchors);
		case "fromEvent":
			return { value: meaning.length };
		case "offset":
			return dateOffset(meaning, pointOf(meaning.base, anchors), anchors);
		case "nth":
			return dateNth(meaning, anchors);
		case "holiday":
			return dateHoliday(meaning, anchors);
		case "clock":
			return dateClock(meaning.time, meaning.day, anchors);
	}
}

/**
 * TimeML's news writes what comes back as a length (P1D), histories annotated after TIDES as an open date (XXXX-XX-XX);
 * longer rhythms are lengths in both.
 */
function setValue(n: number, unit: UnitName, historical: boolean): string {
	if (unit === "weekend") return undatedUnit(unit);
	return historical && n === 1 && unit === "day" ? undatedUnit(unit) : durationValue(n, unit);
}

const isToday = (meaning: Meaning & { kind: "relative" }): boolean =>
	meaning.unit === "day" && meaning.shift === 0 && meaning.frame === "speech" && !meaning.definite;

/** The point an offset is counted from. */
function pointOf(base: FrameName | Meaning, anchors: Anchors): CalendarPoint | null {
	if (typeof base === "string") return anchorOf(anchors, base);
	const dated = dateMeaning(base, anchors);
	return "point" in dated ? dated.point : null;
}

/** "last week", "that month": the anchor cut to the unit and moved. */
function dateRelative(meaning: Meaning & { kind: "relative" }, anchors: Anchors): Dated {
	const { unit, shift, frame, definite } = meaning;
	const from = anchorOf(anchors, definite && frame === "either" ? "narrative" : frame);
	const told = from && precise(from, unit, anchors);
	// "the next day" of what is told is none after the publication.
	const unanchored =
		anchors.historical ||
		(frame === "narrative" && shift > 0) ||
		(definite && frame === "either" && shift > 0 && anchors.tense === "past");
	const anchor = told ?? (unanchored ? null : anchors.speech);
	if (!anchor) return { value: undatedUnit(unit) };
	const point = shiftPoint(pointAt(pointDays(anchor).start, unit), shift);
	return { point: meaning.fiscal ? { ...point, fiscal: true } : point };
}

/** "the quarter", "the latest week": the one told last; without one, the last that is over. "for the year": that of the quarter told last, else the present one. */
function dateLatest({ unit, year: inYear }: Meaning & { kind: "latest" }, anchors: Anchors): Dated {
	const { narrative, speech } = anchors;
	if (inYear !== undefined)
		return { point: narrative?.precision === unit ? { ...narrative, year: inYear } : point("year", inYear) };
	if (narrative?.precision === unit && (unit !== "year" || anchors.toldHere)) return { point: narrative };
	if (unit === "year") {
		const partial = narrative?.precision === "quarter" || narrative?.precision === "half" || anchors.historical;
		const year = partial ? narrative : speech;
		return year ? { point: pointAt(pointDays(year).start, unit) } : { value: undatedUnit(unit) };
	}
	if (!speech) return { value: undatedUnit(unit) };
	return { point: shiftPoint(pointAt(pointDays(speech).start, unit), -1) };
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
		const moved =
			ordinal < 0 ? { year: month.year, month: month.index } : addMonths(first.year, first.index, ordinal - 1);
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
	if (told?.precision !== "day") return { value: `XXXX-XX-XX${time}` };
	const { year, index, day: dayOfMonth } = told;
	return { point: { precision: "day", year, index, day: dayOfMonth, time } };
}
