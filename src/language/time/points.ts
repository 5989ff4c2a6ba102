import { insideYear, readAccountPeriod } from "./accounts.js";
import { readDeictic } from "./deictic.js";
import { readHoliday } from "./holidays.js";
import { at, is, type Lexeme } from "./lexemes.js";
import { calendar, type Lean, type Meaning, type Reading } from "./meaning.js";
import { readMonthDate, readNamedDate } from "./named-dates.js";
import { readOrdinal } from "./number-words.js";
import { readNumericDate } from "./numeric-dates.js";
import { startsAt } from "./openings.js";
import { readCentury, readDecade, readLetteredPeriod, readWeekNumber, readYearAlone } from "./periods.js";
import { readRelativeUnit } from "./relative-units.js";
import { readSeason } from "./seasons.js";
import { STARTS } from "./starts.js";

/** Nesting of "the end of the first week of…": deeper is no longer language. */
const MAX_DEPTH = 3;

/** A place on the calendar in any wording: the longest of all readings at `i`. `starts`: the readers that can begin there. */
export function readPoint(lx: readonly Lexeme[], i: number, depth = 0, starts = startsAt(lx, i)): Reading | null {
	if (depth > MAX_DEPTH) return null;
	if (!(starts & POINT_STARTS)) return null;
	let best: Reading | null = null;
	for (const reader of READERS) if (starts & reader.starts) best = further(best, reader.read(lx, i, depth));
	return best;
}

type PointReader = (lx: readonly Lexeme[], i: number, depth: number) => Reading | null;

/** Readers of points, in order: among readings of one length the first wins. */
const READERS: readonly { starts: number; read: PointReader }[] = [
	{ starts: STARTS.numeric, read: (lx, i) => readNumericDate(lx, i, at(lx, i - 1).sense?.dayPreposition === true) },
	{ starts: STARTS.namedDate, read: readNamedDate },
	{ starts: STARTS.holiday, read: readHoliday },
	{ starts: STARTS.leaning, read: readLeaning },
	{ starts: STARTS.decade, read: readDecade },
	{ starts: STARTS.century, read: readCentury },
	{ starts: STARTS.lettered, read: readLetteredPeriod },
	{ starts: STARTS.season, read: readSeason },
	{ starts: STARTS.deictic, read: readDeictic },
	{ starts: STARTS.relative, read: readWeekdayOfWeek },
	{ starts: STARTS.relative, read: readRelativeUnit },
	{ starts: STARTS.year, read: readYearAlone },
	{ starts: STARTS.accounts, read: readAccounts },
	{ starts: STARTS.part, read: readPart },
	{ starts: STARTS.edge, read: readEdge },
];
const POINT_STARTS = READERS.reduce((sum, { starts }) => sum | starts, 0);

const further = (best: Reading | null, other: Reading | null): Reading | null =>
	other && (!best || other.end > best.end) ? other : best;

/** "next week Sunday", "last week on Friday". */
function readWeekdayOfWeek(lx: readonly Lexeme[], i: number): Reading | null {
	const week = readRelativeUnit(lx, i);
	if (week?.meaning.kind !== "relative" || week.meaning.unit !== "week") return null;
	const joined = at(lx, week.end).sense?.dayPreposition || is(lx, week.end, "-");
	const day = joined ? week.end + 1 : week.end;
	const weekday = at(lx, day).sense?.weekday;
	return weekday === undefined ? null : { end: day + 1, meaning: calendar({ weekday }, null, week.meaning) };
}

/** "last October", "next Friday", "this summer", "that April", "this past Wednesday", "the following March". */
function readLeaning(lx: readonly Lexeme[], i: number): Reading | null {
	let next = at(lx, i).sense?.the ? i + 1 : i;
	const word = at(lx, next).sense?.shift;
	if (!word) return null;
	next++;
	const second = at(lx, next).sense?.shift;
	const lean: Lean = second ?? word;
	if (second) next++;
	const holiday = readHoliday(lx, next);
	if (holiday?.meaning.kind === "holiday") return { end: holiday.end, meaning: { ...holiday.meaning, lean } };
	const named = at(lx, next).sense;
	if (!named) return readLeaningNumeric(lx, next, lean);
	const season = named.season ? { season: named.season } : null;
	if (season) return { end: next + 1, meaning: calendar(season, lean) };
	if (named.weekday !== undefined || (named.month !== undefined && (at(lx, next).capital || !named.doubtfulMonth))) {
		const date = readNamedDate(lx, next);
		if (date?.meaning.kind === "calendar") return { end: date.end, meaning: { ...date.meaning, lean } };
	}
	const date = readMonthDate(lx, next);
	return date ? { end: date.end, meaning: calendar(date.fields, lean) } : null;
}

function readLeaningNumeric(lx: readonly Lexeme[], i: number, lean: Lean): Reading | null {
	const date = readNumericDate(lx, i, true) ?? readMonthDateReading(lx, i);
	return date?.meaning.kind === "calendar" ? { end: date.end, meaning: { ...date.meaning, lean } } : null;
}

function readMonthDateReading(lx: readonly Lexeme[], i: number): Reading | null {
	const date = readMonthDate(lx, i);
	return date?.fields.day !== undefined ? { end: date.end, meaning: calendar(date.fields) } : null;
}

function readAccounts(lx: readonly Lexeme[], i: number, depth: number): Reading | null {
	return readAccountPeriod(lx, i, wholeAt, depth);
}

/**
 * A part of a longer time by its number: "Q3 of last year", "the first week of 2015", "the first Friday of July", "the third month of 2021", "the 15th of next month", "week 3 of 2027".
 */
function readPart(lx: readonly Lexeme[], i: number, depth: number): Reading | null {
	const week = readWeekNumber(lx, at(lx, i).sense?.the ? i + 1 : i);
	if (week?.meaning.kind === "calendar") return insideYear(lx, week.end, week.meaning.fields, wholeAt, depth) ?? week;
	const lettered = readLetteredPeriod(lx, i);
	if (lettered?.meaning.kind === "calendar")
		return lettered.meaning.fields.year === undefined
			? insideYear(lx, lettered.end, lettered.meaning.fields, wholeAt, depth)
			: null;
	const the = at(lx, i).sense?.the === true;
	const ordinal = readOrdinal(lx, the ? i + 1 : i);
	if (!ordinal) return null;
	const next = is(lx, ordinal.end, "-") ? ordinal.end + 1 : ordinal.end;
	return (
		nth(lx, next, ordinal.value, depth) ??
		dayOfMonth(lx, ordinal.end, ordinal.value, depth) ??
		(the && at(lx, i + 1).kind === "number" ? dayAlone(lx, i, ordinal.end, ordinal.value) : null)
	);
}

/** A longer time that has parts; "the year" alone is the one spoken of. */
function wholeAt(lx: readonly Lexeme[], i: number, depth: number): Reading | null {
	const point = readPoint(lx, i, depth + 1);
	if (point) return point;
	const unit = at(lx, i + 1).sense;
	if (!at(lx, i).sense?.the || !unit?.unit || unit.plural) return null;
	if (unit.unit === "second" || unit.unit === "minute" || unit.unit === "hour") return null;
	const meaning: Meaning = { kind: "relative", unit: unit.unit, shift: 0, frame: "speech", definite: true };
	return { end: i + 2, meaning };
}

function nth(lx: readonly Lexeme[], i: number, ordinal: number, depth: number): Reading | null {
	const sense = at(lx, i).sense;
	const unit = sense?.plural || sense?.times ? undefined : sense?.unit;
	if (sense?.weekday === undefined && unit !== "day" && unit !== "week" && unit !== "weekend" && unit !== "month")
		return null;
	const of = at(lx, i + 1).sense?.of === true;
	const whole = wholeAt(lx, of ? i + 2 : i + 1, depth);
	if (!whole || (!of && whole.meaning.kind !== "relative")) return null;
	return {
		end: whole.end,
		meaning: { kind: "nth", ordinal, unit: unit ?? null, weekday: sense?.weekday ?? null, within: whole.meaning },
	};
}

/** "on the 4th", "until the 27th": digits after a preposition, and nothing behind that they could count. */
function dayAlone(lx: readonly Lexeme[], i: number, end: number, day: number): Reading | null {
	const after = at(lx, end);
	if (day > 31 || !at(lx, i - 1).sense?.timePreposition || at(lx, i - 1).sense?.in || is(lx, end, "-")) return null;
	if (after.kind === "number" || (after.kind === "word" && !/^(?:ADP|CCONJ|AUX|PRON|SCONJ)$/.test(after.pos)))
		return null;
	if (after.sense?.of || after.sense?.and) return null;
	return { end, meaning: calendar({ day }) };
}

/** "the 20th of next month". */
function dayOfMonth(lx: readonly Lexeme[], i: number, ordinal: number, depth: number): Reading | null {
	if (!at(lx, i).sense?.of || ordinal < 1 || ordinal > 31) return null;
	const whole = wholeAt(lx, i + 1, depth);
	if (whole?.meaning.kind !== "relative" || whole.meaning.unit !== "month") return null;
	return { end: whole.end, meaning: { kind: "nth", ordinal, unit: "day", weekday: null, within: whole.meaning } };
}

/**
 * "early October", "mid-November", "late in 1862", "earlier this month", "the end of March", "the very beginning of the
 * year", "the early part of 1999", "the rest of 1917", "the week of May 3". The edge is in the span, not in the value.
 */
function readEdge(lx: readonly Lexeme[], i: number, depth: number): Reading | null {
	let next = at(lx, i).sense?.the ? i + 1 : i;
	if (at(lx, next).sense?.intensifier) next++;
	const sense = at(lx, next).sense;
	if (sense?.edge) {
		next++;
		if (is(lx, next, "-")) next++;
		if (at(lx, next).sense?.edgePart && at(lx, next + 1).sense?.of) next += 2;
		else if (at(lx, next).sense?.in && is(lx, next - 1, "-") === false) next++;
		return approximate(wholeAt(lx, next, depth));
	}
	const weekOf = (sense?.unit === "week" || sense?.unit === "weekend") && !sense.plural;
	if (!sense?.edgeNoun && !weekOf) return null;
	if (!at(lx, next + 1).sense?.of || at(lx, next + 1).sense?.in) return null;
	const whole = wholeAt(lx, next + 2, depth);
	if (!whole) return null;
	if (!weekOf) return approximate(whole);
	if (whole.meaning.kind === "relative") return null;
	return {
		end: whole.end,
		meaning: { kind: "nth", ordinal: 0, unit: sense.unit ?? "week", weekday: null, within: whole.meaning },
	};
}

const approximate = (reading: Reading | null): Reading | null => reading && { ...reading, approximate: true };
