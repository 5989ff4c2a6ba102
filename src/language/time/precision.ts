import type { Anchors } from "./anchors.js";
import type { UnitName } from "./meaning.js";
import { type CalendarPoint, dayNumber, pointDays } from "./timex-value.js";

/** Longest stretch, in days, that still lies in one unit of the precision. */
export const MAX_LENGTH: Readonly<Record<CalendarPoint["precision"], number>> = {
	day: 1,
	week: 7,
	weekend: 7,
	month: 31,
	quarter: 92,
	half: 184,
	season: 184,
	year: 366,
	decade: 3653,
	century: 36_525,
};

/** The anchor where it is precise enough for the unit; for a day, the day told last inside the anchor. */
export function precise(anchor: CalendarPoint, unit: UnitName, anchors: Anchors): CalendarPoint | null {
	const { start, end } = pointDays(anchor);
	if (end - start <= MAX_LENGTH[precisionOf(unit)]) return anchor;
	const day = anchors.narrativeDay;
	if (!day) return null;
	const at = dayNumber(day.year, day.index, day.day);
	return start <= at && at < end ? day : null;
}

/** The precision a point of this unit has. */
export const precisionOf = (unit: UnitName): CalendarPoint["precision"] =>
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
/** Value of a unit without a date: "XXXX-WXX". */
export const undatedUnit = (unit: UnitName): string => UNDATED[unit];
