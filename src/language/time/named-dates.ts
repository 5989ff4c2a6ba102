import { at, glued, is, type Lexeme } from "./lexemes.js";
import { type CalendarFields, calendar, type Meaning, type Reading } from "./meaning.js";
import { isCurrency, isDay, readDay, readOrdinal, readYear } from "./number-words.js";
import { readNumericDate } from "./numeric-dates.js";
import { readRelativeUnit } from "./relative-units.js";

/**
 * Dates with a month's or weekday's name: "2 November 2024", "Nov. 2nd, 2024", "Friday, 2 May", "May 4", "05-Aug-2016",
 * "2016, Nov", "October of that year", "October last year", "Friday the 13th", "Friday". A name alone is read only
 * where it is no common word.
 */
export function readNamedDate(lx: readonly Lexeme[], i: number): Reading | null {
	const sense = at(lx, i).sense;
	if (sense?.weekday !== undefined) return readWeekday(lx, i, sense.weekday);
	const core = readMonthDate(lx, i);
	return core ? withYearPhrase(lx, core) : null;
}

interface Core {
	end: number;
	fields: CalendarFields;
}

/** A date with a month's name in any order, without a weekday. */
export function readMonthDate(lx: readonly Lexeme[], i: number): Core | null {
	const first = at(lx, i);
	if (first.sense?.month !== undefined) return readMonthFirst(lx, i, first.sense.month);
	return readDayFirst(lx, i) ?? readYearFirst(lx, i);
}

function readMonthFirst(lx: readonly Lexeme[], i: number, month: number): Core | null {
	const name = at(lx, i);
	let next = i + 1;
	if (is(lx, next, ".") && glued(lx, next) && name.lower.length <= 4) next++;
	const joined = /^[-/,]$/.test(at(lx, next).lower);
	const dayAt = joined ? next + 1 : at(lx, next).sense?.the ? next + 1 : next;
	const day = readDay(lx, dayAt);
	if (day && !isAmount(lx, i, day.end) && !(is(lx, next, ",") && !readOrdinal(lx, dayAt))) {
		if (name.sense?.doubtfulMonth && !name.capital && !hasTimeBefore(lx, i) && !readYear(lx, day.end)) return null;
		const year = readTrailingYear(lx, day.end, true);
		if (year || !readYear(lx, dayAt) || at(lx, dayAt).kind === "number")
			return { end: year?.end ?? day.end, fields: { month, day: day.value, ...yearFields(year) } };
	}
	const year = readTrailingYear(lx, next, false);
	if (year) return { end: year.end, fields: { month, ...yearFields(year) } };
	if (!isMonthAlone(lx, i)) return null;
	return { end: next > i + 1 && endsSentence(lx, next) ? i + 1 : next === i + 2 ? i + 2 : i + 1, fields: { month } };
}

/** An abbreviation's dot at the end of a sentence is the sentence's. */
const endsSentence = (lx: readonly Lexeme[], i: number): boolean =>
	at(lx, i).kind === "break" || (at(lx, i).kind === "word" && at(lx, i).capital);

function readDayFirst(lx: readonly Lexeme[], i: number): Core | null {
	const day = readDay(lx, i);
	if (!day || isCurrency(at(lx, i - 1).lower)) return null;
	let next = day.end;
	if (at(lx, next).sense?.unit === "day") next++;
	const of = at(lx, next).sense?.of === true;
	if (of) next++;
	else if ((/^[-/]$/.test(at(lx, next).lower) && glued(lx, next)) || (is(lx, next, ".") && glued(lx, next))) next++;
	const name = at(lx, next);
	const month = name.sense?.month;
	if (month === undefined) return null;
	let end = next + 1;
	if (is(lx, end, ".") && glued(lx, end) && name.lower.length <= 4 && !endsSentence(lx, end + 1)) end++;
	const year = readTrailingYear(lx, end, true);
	const spelled = at(lx, i).kind === "word";
	if (!year && !of && (spelled || (!name.capital && name.sense?.doubtfulMonth))) return null;
	return { end: year?.end ?? end, fields: { month, day: day.value, ...yearFields(year) } };
}

/** "2016, Nov", "2017 April", "2016 November 5", "2019-aug-1", "2020/Sep/23". */
function readYearFirst(lx: readonly Lexeme[], i: number): Core | null {
	const first = at(lx, i);
	if (first.kind !== "number" || first.digits !== 4) return null;
	const year = readYear(lx, i);
	if (!year) return null;
	const joined = /^[-/,]$/.test(at(lx, year.end).lower);
	const at2 = joined ? year.end + 1 : year.end;
	const name = at(lx, at2);
	const month = name.sense?.month;
	if (month === undefined || (name.sense?.doubtfulMonth && !joined)) return null;
	if (is(lx, year.end, ",") && readMonthFirst(lx, at2, month)?.fields.year) return null;
	const dayAt = /^[-/]$/.test(at(lx, at2 + 1).lower) ? at2 + 2 : at2 + 1;
	const day = is(lx, year.end, ",") ? null : readDay(lx, dayAt);
	if (day && (joined || !readYear(lx, day.end))) {
		const after = readTrailingYear(lx, day.end, true);
		if (after) return null;
		return { end: day.end, fields: { ...yearFields(year), month, day: day.value } };
	}
	if (readTrailingYear(lx, at2 + 1, false)) return null;
	return { end: at2 + 1, fields: { ...yearFields(year), month } };
}

/** The year after a month or day, behind a comma, "of" or a joining sign; amounts ("May 3, 2000 people") are none. */
function readTrailingYear(
	lx: readonly Lexeme[],
	i: number,
	afterDay: boolean,
): { end: number; year?: number; shortYear?: number } | null {
	let next = i;
	const comma = is(lx, next, ",");
	if (comma || at(lx, next).sense?.of) next++;
	else if (/^[-/.]$/.test(at(lx, next).lower) && at(lx, next + 1).kind === "number") next++;
	if (at(lx, next).sense?.the && at(lx, next + 1).sense?.yearNoun) next++;
	if (at(lx, next).sense?.yearNoun) next++;
	const year = readYear(lx, next);
	if (year) {
		if (at(lx, year.end).sense?.measure) return null;
		if (comma && !afterDay && at(lx, year.end).pos === "NOUN" && !glued(lx, year.end)) return null;
		return year;
	}
	const short = at(lx, next);
	if (
		at(lx, next - 1).sense?.of &&
		next > i &&
		short.kind === "number" &&
		short.digits === 2 &&
		!at(lx, next + 1).sense
	)
		return { end: next + 1, shortYear: short.number };
	return null;
}

const yearFields = (year: { year?: number; shortYear?: number } | null): CalendarFields =>
	year?.year !== undefined ? { year: year.year } : year?.shortYear !== undefined ? { shortYear: year.shortYear } : {};

/** "October of that year", "January 24 of the same year", "June next year". */
function withYearPhrase(lx: readonly Lexeme[], core: Core): Reading {
	const plain: Reading = { end: core.end, meaning: calendar(core.fields) };
	if (core.fields.year !== undefined || core.fields.shortYear !== undefined) return plain;
	const of = at(lx, core.end).sense?.of === true;
	const phrase = readRelativeUnit(lx, of ? core.end + 1 : core.end);
	if (phrase?.meaning.kind !== "relative" || phrase.meaning.unit !== "year") return plain;
	if (!of && !at(lx, core.end).sense?.shift) return plain;
	return { end: phrase.end, meaning: calendar(core.fields, null, phrase.meaning) };
}

function readWeekday(lx: readonly Lexeme[], i: number, weekday: number): Reading | null {
	const name = at(lx, i);
	let next = i + 1;
	if (is(lx, next, ".") && glued(lx, next) && name.lower.length <= 5 && name.sense?.guardedWeekday) next++;
	const comma = is(lx, next, ",");
	const dashed = is(lx, next, "-") || is(lx, next, "(");
	let rest = comma || dashed ? next + 1 : next;
	if (at(lx, rest).sense?.the) rest++;
	const date = readMonthDate(lx, rest);
	if (date?.fields.day !== undefined) {
		const dated = withYearPhrase(lx, { end: date.end, fields: { ...date.fields, weekday } });
		return is(lx, next, "(") && is(lx, dated.end, ")") ? { ...dated, end: dated.end + 1 } : dated;
	}
	if (!comma) {
		const numeric = readNumericDate(lx, rest, true);
		if (numeric?.meaning.kind === "calendar" && numeric.meaning.fields.day !== undefined)
			return { end: numeric.end, meaning: calendar({ ...numeric.meaning.fields, weekday }) };
		const day = readDay(lx, rest);
		if (day && isDay(day.value) && !isCounting(lx, day.end, at(lx, rest).kind === "number"))
			return { end: day.end, meaning: calendar({ weekday, day: day.value }) };
	}
	if (
		name.sense?.guardedWeekday &&
		!(name.capital && at(lx, i - 1).sense?.dayPreposition && at(lx, i + 1).kind !== "word")
	)
		return null;
	if (isTitle(lx, i)) return null;
	const phrase = weekOfWeekday(lx, i + 1);
	if (phrase) return { end: phrase.end, meaning: calendar({ weekday }, null, phrase.meaning) };
	return { end: i + 1, meaning: calendar({ weekday }) };
}

/** "Sunday Times", "Bloody Sunday": a weekday inside a name. */
function isTitle(lx: readonly Lexeme[], i: number): boolean {
	const after = at(lx, i + 1);
	const before = at(lx, i - 1);
	return (
		(after.capital && after.sense?.weekdayTitle === true) || (before.capital && before.sense?.weekdayEpithet === true)
	);
}

/** "Tuesday the first products": the number after a weekday belongs to what follows it. */
function isCounting(lx: readonly Lexeme[], i: number, digits: boolean): boolean {
	const after = at(lx, i);
	if (after.kind === "number" || after.sense?.unit || after.sense?.measure || after.sense?.meridiem) return true;
	if (after.kind !== "word") return !digits && after.kind === "sign" && after.lower === "-";
	return !(after.pos === "ADP" || after.pos === "CCONJ" || after.pos === "AUX");
}

/** "Tuesday of last week", "Friday next week". */
function weekOfWeekday(lx: readonly Lexeme[], i: number): { end: number; meaning: Meaning } | null {
	const of = at(lx, i).sense?.of === true;
	if (!of && !at(lx, i).sense?.shift) return null;
	const phrase = readRelativeUnit(lx, of ? i + 1 : i);
	return phrase?.meaning.kind === "relative" && phrase.meaning.unit === "week" ? phrase : null;
}

/** The number after a month is a count: "May 5 people", "March 15 miles". */
function isAmount(lx: readonly Lexeme[], i: number, end: number): boolean {
	const after = at(lx, end);
	if (after.sense?.measure) return true;
	if (!at(lx, i).sense?.doubtfulMonth || hasTimeBefore(lx, i)) return false;
	const opens = at(lx, i - 1).kind !== "word" || !at(lx, i).capital;
	return opens && after.pos === "NOUN" && after.kind === "word" && !after.sense;
}

function isMonthAlone(lx: readonly Lexeme[], i: number): boolean {
	const name = at(lx, i);
	const sense = name.sense;
	if (!sense) return false;
	if (
		sense.doubtfulMonth &&
		name.capital &&
		/^[-/]$/.test(at(lx, i + 1).lower) &&
		at(lx, i + 2).sense?.month !== undefined
	)
		return true;
	const before = at(lx, i - 1);
	const after = at(lx, i + 1);
	// "April Jones", "Jan and June Carter": a name goes on with a name, unless a preposition says otherwise.
	const named = after.kind === "word" && after.capital && !after.sense && after.spaced;
	if (sense.guardedMonth && named && !before.sense?.yearPreposition && !before.sense?.edge) return false;
	// "a March operation", "the May meeting".
	if (
		sense.doubtfulMonth &&
		name.capital &&
		(before.sense?.indefinite || before.sense?.the) &&
		after.pos === "NOUN" &&
		!after.capital &&
		after.spaced
	)
		return true;
	if (sense.doubtfulMonth)
		return hasTimeBefore(lx, i) && (name.capital || at(lx, i - 1).sense?.in === true) && name.pos !== "AUX";
	if (!name.capital && sense.guardedMonth) return hasTimeBefore(lx, i) || at(lx, i - 1).sense?.the === true;
	return name.capital || hasTimeBefore(lx, i) || name.lower.length > 3;
}

const hasTimeBefore = (lx: readonly Lexeme[], i: number): boolean => {
	const before = at(lx, i - 1);
	return before.sense?.timePreposition === true || (before.lower === "-" && at(lx, i - 2).sense?.edge === true);
};
