import { type Anchors, anchorOf, bindsToNarrative, type Dated } from "./anchors.js";
import type { CalendarFields, Lean } from "./meaning.js";
import { precise } from "./precision.js";
import {
	addMonths,
	type CalendarPoint,
	dayNumber,
	dayPoint,
	daysInMonth,
	pad,
	point,
	pointDays,
	weekdayOf,
} from "./timex-value.js";
import { chooseYear, decadeOf, fullYear, isOfPublication, undated, withYear } from "./year-choice.js";

/** Dates the parts of a date; `whole` is the longer time they were told in ("October of that year"). */
export function dateCalendar(fields: CalendarFields, lean: Lean | null, whole: Dated | null, anchors: Anchors): Dated {
	if (fields.century !== undefined) return { point: point("century", fields.century) };
	if (fields.decade !== undefined) return { point: point("decade", fields.decade) };
	if (fields.shortDecade !== undefined) return { point: point("decade", decadeOf(fields.shortDecade, anchors)) };
	if (whole && "value" in whole) return { value: undated(fields) };
	if (fields.weekday !== undefined && fields.month === undefined && fields.day === undefined)
		return dateWeekday(fields.weekday, lean, whole?.point ?? null, anchors);
	if (fields.weekday === undefined && fields.day !== undefined && fields.month === undefined)
		return dateDay(fields.day, anchors);
	if (fields.weekday !== undefined && fields.day !== undefined && fields.month === undefined)
		return dateWeekdayAndDay(fields.weekday, fields.day, anchors);
	const year =
		fields.year ?? (fields.shortYear !== undefined ? fullYear(fields.shortYear, anchors) : whole?.point.year);
	if (year !== undefined) return { point: withYear(fields, year) };
	const told = bindsToNarrative(anchors) && !lean && !isOfPublication(fields, anchors) ? anchors.storyline : null;
	const anchor = told ?? anchorOf(anchors, lean?.frame ?? "speech");
	if (!anchor) return { value: undated(fields) };
	return { point: withYear(fields, chooseYear(fields, lean, anchor, told !== null, anchors)) };
}

function dateWeekday(weekday: number, lean: Lean | null, week: CalendarPoint | null, anchors: Anchors): Dated {
	if (week) return { point: dayPoint(pointDays(week).start - weekdayOf(pointDays(week).start) + weekday) };
	const frame = lean?.frame === "narrative" || anchors.historical ? "narrative" : "speech";
	const base =
		frame === "narrative" ? (anchors.narrativeDay ?? anchors.speech) : (anchors.speech ?? anchors.narrativeDay);
	if (!base) return { value: undated({ weekday }) };
	const today = dayNumber(base.year, base.index, base.day);
	const back = (weekdayOf(today) - weekday + 7) % 7;
	const monday = today - weekdayOf(today);
	if (lean) {
		if (lean.shift === 0) return { point: dayPoint(monday + weekday) };
		if (lean.shift > 0)
			return { point: dayPoint(lean.frame === "narrative" ? today + (7 - back) : monday + 7 + weekday) };
		return { point: dayPoint(back === 0 ? today - 7 : today - back) };
	}
	if (anchors.historical) return { point: dayPoint(back === 0 ? today : today + 7 - back) };
	const ahead = anchors.tense === "future" && back > 0 && (anchors.outlook !== "HEDGED" || 7 - back <= back);
	if (ahead) return { point: dayPoint(today + 7 - back) };
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

/** "on the 4th": in the month told in the same sentence, else in the month of the anchor, or the one before or after it as the tense tells. */
function dateDay(day: number, anchors: Anchors): Dated {
	const story = bindsToNarrative(anchors);
	const told = anchors.toldHere && !story ? anchors.narrative : null;
	const sameMonth = told?.precision === "month" || (told?.precision === "day" && told.day < day);
	if (told && sameMonth && day <= daysInMonth(told.year, told.index))
		return { point: point("day", told.year, told.index, day) };
	const anchor = (story ? (anchors.storyline ?? anchors.narrative) : null) ?? anchors.speech ?? anchors.narrative;
	const start = anchor && precise(anchor, "month", anchors);
	if (!start) return { value: `XXXX-XX-${pad(day)}` };
	const today = dayPoint(pointDays(start).start);
	let step = 0;
	if (!story && start.precision === "day") {
		if (anchors.tense === "future") step = day < today.day ? 1 : 0;
		else step = day > today.day ? -1 : 0;
	}
	let { year, month } = addMonths(today.year, today.index, step);
	// The 31st of a month that has none was in the month before.
	if (day > daysInMonth(year, month)) ({ year, month } = addMonths(year, month, -1));
	return { point: point("day", year, month, day) };
}
