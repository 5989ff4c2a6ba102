import type { SeasonCode, UnitName } from "./meaning.js";

/**
 * A place on the calendar at its own precision; TIMEX3 (ISO-TimeML, TIDES 2003) writes it as text. Years before
 * Christ are negative and written "BC0490"; there is no year 0.
 */
export interface CalendarPoint {
	precision: "day" | "week" | "weekend" | "month" | "quarter" | "half" | "season" | "year" | "decade" | "century";
	/** Decade (199) or century (18) where the precision says so. */
	year: number;
	/** Month 1–12, week 1–53, quarter 1–4, half 1–2. */
	index: number;
	day: number;
	season?: SeasonCode;
	fiscal?: true;
	/** "T18:30Z" or "TNI"; only with precision `day`. */
	time?: string;
}

const SEASON_MONTH: Readonly<Record<SeasonCode, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

export function pad(n: number, width = 2): string {
	const digits = String(Math.abs(n));
	return digits.length < width ? digits.padStart(width, "0") : digits;
}

const yearText = (year: number): string => (year < 0 ? `BC${pad(year, 4)}` : pad(year, 4));

/** The TIMEX3 value of a point. */
export function formatPoint(p: CalendarPoint): string {
	const year = `${p.fiscal ? "FY" : ""}${yearText(p.year)}`;
	switch (p.precision) {
		case "day":
			return `${year}-${pad(p.index)}-${pad(p.day)}${p.time ?? ""}`;
		case "week":
			return `${year}-W${pad(p.index)}`;
		case "weekend":
			return `${year}-W${pad(p.index)}-WE`;
		case "month":
			return `${year}-${pad(p.index)}`;
		case "quarter":
			return `${year}-Q${p.index}`;
		case "half":
			return `${year}-H${p.index}`;
		case "season":
			return `${year}-${p.season ?? "WI"}`;
		case "year":
			return year;
		case "decade":
			return p.year < 0 ? `BC${pad(p.year, 3)}` : pad(p.year, 3);
		case "century":
			return p.year < 0 ? `BC${pad(p.year)}` : pad(p.year);
	}
}

const VALUE =
	/^(FY)?(BC)?(\d{4})(?:-(?:W(\d\d)(-WE|-[1-7])?|Q([1-4])|H([12])|(SP|SU|FA|WI)|(\d\d)(?:-(\d\d))?))?(T[0-9A-Z:.+-]*)?$/;

/** Reads a TIMEX3 value back; null where it denotes no single stretch of the calendar. */
export function parsePoint(value: string): CalendarPoint | null {
	if (value.length > 40) return null;
	const short = /^(BC)?(\d{2,3})$/.exec(value);
	if (short) {
		const n = Number(short[2]) * (short[1] ? -1 : 1);
		return point(short[2]?.length === 3 ? "decade" : "century", n);
	}
	const m = VALUE.exec(value);
	if (!m) return null;
	const year = Number(m[3]) * (m[2] ? -1 : 1);
	const fiscal = m[1] ? { fiscal: true as const } : {};
	if (m[11] && !m[10]) return null;
	if (m[4]) {
		const week = Number(m[4]);
		if (week < 1 || week > 53) return null;
		if (m[5] === "-WE") return { ...point("weekend", year, week), ...fiscal };
		if (m[5]) return dayPoint(weekStart(year, week) + Number(m[5][1]) - 1);
		return { ...point("week", year, week), ...fiscal };
	}
	if (m[6]) return { ...point("quarter", year, Number(m[6])), ...fiscal };
	if (m[7]) return { ...point("half", year, Number(m[7])), ...fiscal };
	if (m[8]) return { ...point("season", year), season: m[8] as SeasonCode, ...fiscal };
	if (!m[9]) return { ...point("year", year), ...fiscal };
	const month = Number(m[9]);
	if (month < 1 || month > 12) return null;
	if (!m[10]) return point("month", year, month);
	const day = Number(m[10]);
	if (day < 1 || day > daysInMonth(year, month)) return null;
	return m[11] ? { ...point("day", year, month, day), time: m[11] } : point("day", year, month, day);
}

export const point = (precision: CalendarPoint["precision"], year: number, index = 1, day = 1): CalendarPoint => ({
	precision,
	year,
	index,
	day,
});

/** The point itself where it has no time of day; most have none. */
export function withoutTime(p: CalendarPoint): CalendarPoint {
	if (p.time === undefined) return p;
	const { time: _, ...day } = p;
	return day;
}

/** Days since 1970-01-01 (proleptic Gregorian; H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayNumber(year: number, month: number, day: number): number {
	const astronomical = year < 0 ? year + 1 : year;
	const y = month <= 2 ? astronomical - 1 : astronomical;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** The day point of a day number. */
export function dayPoint(days: number): CalendarPoint {
	const z = days + 719_468;
	const era = Math.floor(z / 146_097);
	const dayOfEra = z - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const mp = Math.floor((5 * dayOfYear + 2) / 153);
	const month = mp < 10 ? mp + 3 : mp - 9;
	const y = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return point("day", y <= 0 ? y - 1 : y, month, dayOfYear - Math.floor((153 * mp + 2) / 5) + 1);
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

/** Day number of the Monday of an ISO 8601 week. */
export function weekStart(year: number, week: number): number {
	const fourth = dayNumber(year, 1, 4);
	return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** ISO 8601 week that holds a day. */
export function weekOf(days: number): { year: number; week: number } {
	const thursday = days - weekdayOf(days) + 4;
	const year = dayPoint(thursday).year;
	return { year, week: Math.floor((thursday - weekStart(year, 1)) / 7) + 1 };
}

export const addYears = (year: number, n: number): number => {
	const sum = year + n;
	if (year > 0 && sum <= 0) return sum - 1;
	if (year < 0 && sum >= 0) return sum + 1;
	return sum;
};

/** Year and month `n` months on. */
export function addMonths(year: number, month: number, n: number): { year: number; month: number } {
	const total = month - 1 + n;
	return { year: addYears(year, Math.floor(total / 12)), month: (((total % 12) + 12) % 12) + 1 };
}

export const daysInMonth = (year: number, month: number): number => {
	const next = addMonths(year, month, 1);
	return dayNumber(next.year, next.month, 1) - dayNumber(year, month, 1);
};

/** First day of a point and of what follows it, as day numbers: half-open. A winter ends in the year after its own. */
export function pointDays(p: CalendarPoint): { start: number; end: number } {
	switch (p.precision) {
		case "day": {
			const start = dayNumber(p.year, p.index, p.day);
			return { start, end: start + 1 };
		}
		case "week": {
			const start = weekStart(p.year, p.index);
			return { start, end: start + 7 };
		}
		case "weekend": {
			const start = weekStart(p.year, p.index) + 5;
			return { start, end: start + 2 };
		}
		case "month":
			return months(p.year, p.index, 1);
		case "quarter":
			return months(p.year, p.index * 3 - 2, 3);
		case "half":
			return months(p.year, p.index * 6 - 5, 6);
		case "season":
			return months(p.year, SEASON_MONTH[p.season ?? "WI"], 3);
		case "year":
			return months(p.year, 1, 12);
		case "decade":
			return spanOfYears(p.year, 10);
		case "century":
			return spanOfYears(p.year, 100);
	}
}

function months(year: number, month: number, n: number): { start: number; end: number } {
	const after = addMonths(year, month, n);
	return { start: dayNumber(year, month, 1), end: dayNumber(after.year, after.month, 1) };
}

/** "199" is 1990–1999; "BC048" the years 489–480 before Christ. */
function spanOfYears(prefix: number, width: number): { start: number; end: number } {
	if (prefix < 0) {
		const last = prefix * width;
		return { start: dayNumber(last - width + 1, 1, 1), end: dayNumber(addYears(last, 1), 1, 1) };
	}
	return { start: dayNumber(Math.max(1, prefix * width), 1, 1), end: dayNumber((prefix + 1) * width, 1, 1) };
}

/** The point of a coarser (or equal) precision that holds a day. */
export function pointAt(days: number, unit: UnitName): CalendarPoint {
	const day = dayPoint(days);
	switch (unit) {
		case "week":
		case "weekend": {
			const { year, week } = weekOf(days);
			return point(unit, year, week);
		}
		case "month":
			return point("month", day.year, day.index);
		case "quarter":
			return point("quarter", day.year, Math.ceil(day.index / 3));
		case "year":
			return point("year", day.year);
		case "decade":
			return point("decade", Math.trunc(day.year / 10));
		case "century":
			return point("century", Math.trunc(day.year / 100));
		default:
			return day;
	}
}

/** A point moved by `n` of its own precision. */
export function shiftPoint(p: CalendarPoint, n: number): CalendarPoint {
	switch (p.precision) {
		case "day":
			return dayPoint(dayNumber(p.year, p.index, p.day) + n);
		case "week":
		case "weekend":
			return pointAt(weekStart(p.year, p.index) + n * 7, p.precision);
		case "month": {
			const moved = addMonths(p.year, p.index, n);
			return point("month", moved.year, moved.month);
		}
		case "quarter": {
			const moved = addMonths(p.year, p.index * 3 - 2, n * 3);
			return point("quarter", moved.year, Math.ceil(moved.month / 3));
		}
		case "half": {
			const moved = addMonths(p.year, p.index * 6 - 5, n * 6);
			return point("half", moved.year, Math.ceil(moved.month / 6));
		}
		case "decade":
		case "century":
			return { ...p, year: p.year + n };
		default:
			return { ...p, year: addYears(p.year, n) };
	}
}
