import { at, glued, is, type Lexeme } from "./lexemes.js";
import { type CalendarFields, calendar, type Reading } from "./meaning.js";
import { continuesNumber, isDay, isGroupedOrDecimal } from "./number-words.js";

/**
 * Dates in digits: 2024-11-02 (also with / and .), 11/2/2024, 21/04/2016, 13.5.2015, 11-2-24, 2016-11, 2016/11,
 * 11/2016, 20241102, and month/day after a preposition or weekday. Month before day unless only the other order is
 * possible (US usage, as in TIMEX3 corpora); with dots day before month (European usage).
 */
export function readNumericDate(lx: readonly Lexeme[], i: number, dayMonth = false): Reading | null {
	const first = at(lx, i);
	if (first.kind !== "number" || continuesNumber(lx, i)) return null;
	if (first.digits === 8) return readCompact(lx, i);
	const separator = at(lx, i + 1).lower;
	if (!/^[-/.]$/.test(separator) || !glued(lx, i + 1) || !glued(lx, i + 2)) return null;
	const second = at(lx, i + 2);
	if (second.kind !== "number") return null;
	const full = is(lx, i + 3, separator) && glued(lx, i + 3) && glued(lx, i + 4) && at(lx, i + 4).kind === "number";
	if (full) return readTriple(lx, i, separator);
	if (isGroupedOrDecimal(lx, i + 2) && separator !== "/") return null;
	if (glued(lx, i + 3) && /^(?:[/%]|\p{L}+)$/u.test(at(lx, i + 3).lower)) return null;
	return readPair(first, second, separator, i + 3, dayMonth);
}

function readTriple(lx: readonly Lexeme[], i: number, separator: string): Reading | null {
	const a = at(lx, i);
	const b = at(lx, i + 2);
	const c = at(lx, i + 4);
	const end = i + 5;
	if (
		glued(lx, end) &&
		/^[-/.]$/.test(at(lx, end).lower) &&
		glued(lx, end + 1) &&
		at(lx, end + 1).kind === "number" &&
		separator === "."
	)
		return null;
	if (a.digits === 4 && b.digits <= 2 && c.digits <= 2) {
		const date = fields(end, { year: a.number, month: b.number, day: c.number });
		return date && separator === "-" ? withTime(lx, date) : date;
	}
	if (a.digits > 2 || b.digits > 2) return null;
	if (c.digits !== 4 && c.digits !== 2) return null;
	if (c.digits === 2 && separator === ".") return null;
	const year = c.digits === 4 ? { year: c.number } : { shortYear: c.number };
	const dayFirst = separator === "." ? b.number <= 12 : a.number > 12;
	const [month, day] = dayFirst ? [b.number, a.number] : [a.number, b.number];
	return fields(end, { ...year, month, day });
}

/** The rest of an ISO 8601 instant: "T18:30", "T18:30:05Z", "T18:30+02:00". */
function withTime(lx: readonly Lexeme[], date: Reading): Reading {
	const t = date.end;
	const hour = at(lx, t + 1);
	const minute = at(lx, t + 3);
	if (!at(lx, t).capital || at(lx, t).sense?.isoTime !== true || !glued(lx, t) || hour.digits !== 2 || hour.number > 24)
		return date;
	if (!is(lx, t + 2, ":") || minute.digits !== 2 || minute.number > 59) return date;
	let end = t + 4;
	if (is(lx, end, ":") && at(lx, end + 1).digits === 2)
		end += is(lx, end + 2, ".") && at(lx, end + 3).kind === "number" && glued(lx, end + 3) ? 4 : 2;
	let zone = "";
	const sign = at(lx, end).lower;
	if (at(lx, end).sense?.utc && glued(lx, end)) {
		zone = "Z";
		end++;
	} else if (
		/^[+-]$/.test(sign) &&
		at(lx, end + 1).digits === 2 &&
		is(lx, end + 2, ":") &&
		at(lx, end + 3).digits === 2
	) {
		zone = `${sign}${at(lx, end + 1).lower}:${at(lx, end + 3).lower}`;
		end += 4;
	}
	return { end, meaning: { kind: "clock", time: `T${hour.lower}:${minute.lower}${zone}`, day: date.meaning } };
}

function readPair(a: Lexeme, b: Lexeme, separator: string, end: number, dayMonth: boolean): Reading | null {
	if (a.digits === 4 && b.digits <= 2) {
		// "1914-18" is a range of years, "2015-12" a month.
		if (separator === "-" && b.digits === 2 && b.number > a.number % 100 && b.number - (a.number % 100) < 2)
			return null;
		if (separator === "." && b.digits === 2) return null;
		return isYear(a.number) ? fields(end, { year: a.number, month: b.number }) : null;
	}
	if (b.digits === 4 && a.digits <= 2 && separator !== ".")
		return isYear(b.number) ? fields(end, { year: b.number, month: a.number }) : null;
	if (!dayMonth || a.digits > 2 || b.digits > 2) return null;
	const [month, day] = a.number > 12 ? [b.number, a.number] : [a.number, b.number];
	return fields(end, { month, day });
}

function readCompact(lx: readonly Lexeme[], i: number): Reading | null {
	const n = at(lx, i).number;
	const year = Math.floor(n / 10_000);
	if (year < 1900 || year > 2099) return null;
	if (glued(lx, i + 1) && at(lx, i + 1).kind === "number") return null;
	return fields(i + 1, { year, month: Math.floor(n / 100) % 100, day: n % 100 });
}

const isYear = (n: number): boolean => n >= 1000 && n < 2200;

function fields(end: number, parts: CalendarFields): Reading | null {
	if (!parts.month || parts.month > 12) return null;
	if (parts.day !== undefined && !isDay(parts.day)) return null;
	if (parts.year === 0) return null;
	return { end, meaning: calendar(parts) };
}
