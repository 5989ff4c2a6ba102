import { readDeictic } from "./deictic.js";
import { readHoliday } from "./holidays.js";
import { at, is, type Lexeme } from "./lexemes.js";
import { STARTS } from "./lexicon.js";
import { type CalendarFields, calendar, type Lean, type Meaning, type Reading } from "./meaning.js";
import { readMonthDate, readNamedDate } from "./named-dates.js";
import { readOrdinal } from "./number-words.js";
import { readNumericDate } from "./numeric-dates.js";
import { readCentury, readDecade, readLetteredPeriod, readWeekNumber, readYearAlone } from "./periods.js";
import { readRelativeUnit } from "./relative-units.js";
import { readSeason } from "./seasons.js";

/** Nesting of "the end of the first week of…": deeper is no longer language. */
const MAX_DEPTH = 3;

/** A place on the calendar in any wording: the longest of all readings at `i`. */
export function readPoint(lx: readonly Lexeme[], i: number, depth = 0): Reading | null {
	if (depth > MAX_DEPTH) return null;
	const first = at(lx, i);
	if (first.kind === "number") return longest(lx, i, depth, NUMBER_READERS);
	if (first.lower === "'") return readDecade(lx, i) ?? readYearAlone(lx, i);
	if (!first.sense || !(first.sense.starts & STARTS.point)) return null;
	if (first.sense.needsNext && !goesOn(lx, i + 1)) return null;
	return longest(lx, i, depth, WORD_READERS);
}

type PointReader = (lx: readonly Lexeme[], i: number, depth: number) => Reading | null;

/** Readers of points, in order: among readings of one length the first wins. */
const NUMBER_READERS: readonly PointReader[] = [
	(lx, i) => readNumericDate(lx, i, at(lx, i - 1).sense?.dayPreposition === true),
	readNamedDate,
	readDecade,
	readCentury,
	readLetteredPeriod,
	readYearAlone,
	readPart,
];
const WORD_READERS: readonly PointReader[] = [
	readNamedDate,
	readHoliday,
	readLeaning,
	readDecade,
	readCentury,
	readLetteredPeriod,
	readSeason,
	readDeictic,
	readWeekdayOfWeek,
	readRelativeUnit,
	readYearAlone,
	readPart,
	readEdge,
];

function longest(lx: readonly Lexeme[], i: number, depth: number, readers: readonly PointReader[]): Reading | null {
	let best: Reading | null = null;
	for (const read of readers) {
		const reading = read(lx, i, depth);
		if (reading && (!best || reading.end > best.end)) best = reading;
	}
	return best;
}

/** Something that can go on after "the" or "about": a word of time, a number, "'90s". */
export const goesOn = (lx: readonly Lexeme[], i: number): boolean => {
	const next = at(lx, i);
	return next.sense !== null || next.kind === "number" || next.lower === "'";
};

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

/**
 * A part of a longer time by its number: "the third quarter of 2009", "the second half of the year", "the first week of
 * 2015", "the first Friday of July", "the third month of 2021", "the 15th of next month", "week 3 of 2027".
 */
function readPart(lx: readonly Lexeme[], i: number, depth: number): Reading | null {
	const week = readWeekNumber(lx, at(lx, i).sense?.the ? i + 1 : i);
	if (week?.meaning.kind === "calendar") return inside(lx, week.end, week.meaning.fields, depth) ?? week;
	const lettered = readLetteredPeriod(lx, i);
	if (lettered?.meaning.kind === "calendar")
		return lettered.meaning.fields.year === undefined ? inside(lx, lettered.end, lettered.meaning.fields, depth) : null;
	const the = at(lx, i).sense?.the === true;
	const ordinal = readOrdinal(lx, the ? i + 1 : i);
	if (!ordinal) return null;
	const next = is(lx, ordinal.end, "-") ? ordinal.end + 1 : ordinal.end;
	const sense = at(lx, next).sense;
	if (sense?.unit === "quarter" && !sense.plural) {
		const quarter = ordinal.value === -1 ? 4 : ordinal.value;
		if (quarter > 4) return null;
		if (ordinal.value === -1 && at(lx, next + 1).sense?.of !== true) return null;
		const whole = inside(lx, next + 1, { quarter }, depth);
		if (whole) return whole;
		return isOfAccounts(lx, i, next + 1) ? { end: next + 1, meaning: calendar({ quarter }) } : null;
	}
	if (sense?.half) {
		const half = ordinal.value === -1 ? 2 : ordinal.value;
		return half <= 2 && at(lx, next + 1).sense?.of ? inside(lx, next + 1, { half }, depth) : null;
	}
	return (
		nth(lx, next, ordinal.value, depth) ??
		dayOfMonth(lx, ordinal.end, ordinal.value, depth) ??
		(the && at(lx, i + 1).kind === "number" ? dayAlone(lx, i, ordinal.end, ordinal.value) : null)
	);
}

/** Lexemes looked at on each side of a quarter for what is told by quarters; a sentence of accounts is seldom longer. */
const ACCOUNT_REACH = 24;

/** A quarter without its year is one of the accounts only in their company: a match, a city and a moon have some too. */
function isOfAccounts(lx: readonly Lexeme[], first: number, end: number): boolean {
	for (let k = first - 1; k >= first - ACCOUNT_REACH && at(lx, k).kind !== "break"; k--)
		if (at(lx, k).sense?.account) return true;
	for (let k = end; k < end + ACCOUNT_REACH && at(lx, k).kind !== "break"; k++)
		if (at(lx, k).sense?.account) return true;
	return false;
}

/** The longer time after "of" (or straight after: "the third quarter this year", "Q3 last year"). */
function inside(lx: readonly Lexeme[], i: number, fields: CalendarFields, depth: number): Reading | null {
	const of = at(lx, i).sense?.of === true;
	const whole = wholeAt(lx, of ? i + 1 : i, depth);
	if (!whole) return null;
	if (!of && whole.meaning.kind === "calendar" && at(lx, i).kind !== "number") return null;
	if (
		whole.meaning.kind === "calendar" &&
		whole.meaning.fields.year !== undefined &&
		whole.meaning.fields.month === undefined
	)
		return { end: whole.end, meaning: calendar({ ...fields, year: whole.meaning.fields.year }) };
	if (whole.meaning.kind !== "relative" || whole.meaning.unit !== "year") return null;
	return { end: whole.end, meaning: calendar(fields, null, whole.meaning) };
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
	const weekOf = sense?.unit === "week" && !sense.plural;
	if (!sense?.edgeNoun && !weekOf) return null;
	if (!at(lx, next + 1).sense?.of || at(lx, next + 1).sense?.in) return null;
	const whole = wholeAt(lx, next + 2, depth);
	if (!whole) return null;
	if (!weekOf) return approximate(whole);
	if (whole.meaning.kind === "relative") return null;
	return { end: whole.end, meaning: { kind: "nth", ordinal: 0, unit: "week", weekday: null, within: whole.meaning } };
}

const approximate = (reading: Reading | null): Reading | null => reading && { ...reading, approximate: true };
