import { at, glued, is, type Lexeme } from "./lexemes.js";
import { type CalendarFields, calendar, type Meaning, type Reading } from "./meaning.js";
import { readOrdinal, readYear } from "./number-words.js";

/** Reads the longer time a period is told in ("of 1989", "of this year"), from an index; `depth`: how deep it is nested. */
export type WholeReader = (lx: readonly Lexeme[], i: number, depth: number) => Reading | null;

/**
 * The periods business news counts by: "the third quarter of 2009", "first-half", "fiscal second quarter", "the 1989 third
 * quarter", "this year's fourth quarter", "the quarter", "the latest week", "the quarter ended Sept. 30", "the year-ago
 * quarter", "year-earlier", "year-end". Without a year a quarter or half is read only beside the words of accounts.
 */
export function readAccountPeriod(
	lx: readonly Lexeme[],
	i: number,
	wholeAt: WholeReader,
	depth: number,
): Reading | null {
	const first = at(lx, at(lx, i).sense?.the ? i + 1 : i);
	if (first.kind === "number") return readOfYear(lx, i, wholeAt, depth) ?? readNumbered(lx, i, wholeAt, depth);
	if (first.sense?.unit === "year") return readYearAgo(lx, i) ?? readYearEnd(lx, i);
	if (first.sense?.unit || first.sense?.latest) return readLatest(lx, i, wholeAt, depth);
	return readNumbered(lx, i, wholeAt, depth) ?? readOfYear(lx, i, wholeAt, depth);
}

interface Numbered {
	end: number;
	fields: CalendarFields;
	/** "last" and "final" count only inside a longer time. */
	fromEnd: boolean;
}

/** "third quarter", "fiscal second-quarter", "first half"; no year. */
function numbered(lx: readonly Lexeme[], i: number): Numbered | null {
	const first = at(lx, i).sense?.fiscal ? i + 1 : i;
	const ordinal = readOrdinal(lx, first);
	if (!ordinal || ordinal.value > 4) return null;
	let next = is(lx, ordinal.end, "-") ? ordinal.end + 1 : ordinal.end;
	if (at(lx, next).sense?.fiscal) next++;
	const { sense } = at(lx, next);
	const fromEnd = ordinal.value === -1;
	if (sense?.unit === "quarter" && !sense.plural)
		return { end: next + 1, fields: { quarter: fromEnd ? 4 : ordinal.value }, fromEnd };
	if (sense?.half && ordinal.value <= 2)
		return { end: next + 1, fields: { half: fromEnd ? 2 : ordinal.value }, fromEnd };
	return null;
}

function readNumbered(lx: readonly Lexeme[], i: number, wholeAt: WholeReader, depth: number): Reading | null {
	const period = numbered(lx, at(lx, i).sense?.the ? i + 1 : i);
	if (!period) return null;
	const { end, fields, fromEnd } = period;
	const of = at(lx, end).sense?.of === true;
	if (!fromEnd || of) {
		const whole = insideYear(lx, end, fields, wholeAt, depth);
		if (whole) return whole;
	}
	const reach = fields.half ? HALF_REACH : QUARTER_REACH;
	if (fromEnd || (fields.half && of) || !isOfAccounts(lx, i, end, reach)) return null;
	return { end, meaning: calendar(fields) };
}

/** The fields with the year behind them: "of 1989", "1989", "this year", "of the year". */
export function insideYear(
	lx: readonly Lexeme[],
	i: number,
	fields: CalendarFields,
	wholeAt: WholeReader,
	depth: number,
): Reading | null {
	const of = at(lx, i).sense?.of === true;
	const whole = wholeAt(lx, of ? i + 1 : i, depth);
	if (!whole) return null;
	const { end, meaning } = whole;
	if (meaning.kind === "relative")
		return meaning.unit === "year" ? { end, meaning: calendar(fields, null, meaning) } : null;
	if (meaning.kind !== "calendar" || meaning.fields.year === undefined || meaning.fields.month !== undefined)
		return null;
	return of || at(lx, i).kind === "number" || at(lx, i).sense?.fiscal
		? { end, meaning: calendar({ ...fields, year: meaning.fields.year }) }
		: null;
}

/** "the 1989 third quarter", "this year's first half", "fiscal 1990's second quarter". */
function readOfYear(lx: readonly Lexeme[], i: number, wholeAt: WholeReader, depth: number): Reading | null {
	const first = at(lx, i).sense?.the ? i + 1 : i;
	const { kind, sense } = at(lx, first);
	const named = sense?.fiscal || (sense?.shift && at(lx, first + 1).sense?.unit === "year");
	const year = kind === "number" ? readYear(lx, first) : named ? wholeAt(lx, first, depth) : null;
	if (!year) return null;
	const owns = is(lx, year.end, "'") && glued(lx, year.end);
	const period = numbered(lx, owns ? year.end + 2 : year.end);
	const { unit, plural } = at(lx, year.end).sense ?? {};
	// "the 1988 quarter": the quarter told last, of that year.
	if (unit && ACCOUNT_UNITS.has(unit) && !plural && "year" in year && year.year !== undefined)
		return { end: year.end + 1, meaning: { kind: "latest", unit, year: year.year } };
	if (!period || period.fromEnd) return null;
	const { end, fields } = period;
	if (!("meaning" in year))
		return year.year === undefined ? null : { end, meaning: calendar({ ...fields, year: year.year }) };
	const { meaning } = year;
	if (meaning.kind === "relative" && meaning.unit === "year") return { end, meaning: calendar(fields, null, meaning) };
	if (meaning.kind !== "calendar" || meaning.fields.year === undefined) return null;
	return { end, meaning: calendar({ ...fields, year: meaning.fields.year }) };
}

/** "the year-ago quarter", "the year-earlier third quarter", "a year-earlier profit". */
function readYearAgo(lx: readonly Lexeme[], i: number): Reading | null {
	const the = at(lx, i).sense?.the === true;
	const first = the ? i + 1 : i;
	const unit = at(lx, first).sense;
	if (unit?.unit !== "year" || unit.plural || !is(lx, first + 1, "-")) return null;
	const direction = at(lx, first + 2).sense?.direction;
	if (direction?.sign !== -1 || is(lx, first + 3, "-")) return null;
	const yearBefore = (base: Meaning | "narrative", start: number, end: number): Reading => ({
		start,
		end,
		meaning: { kind: "offset", amounts: [{ n: 1, unit: "year" }], sign: -1, base, exact: false },
	});
	const period = numbered(lx, first + 3);
	if (period && !period.fromEnd) return yearBefore(calendar(period.fields), i, period.end);
	const { sense } = at(lx, first + 3);
	if (sense?.unit && ACCOUNT_UNITS.has(sense.unit) && !sense.plural)
		return yearBefore({ kind: "latest", unit: sense.unit }, i, first + 4);
	if (sense?.period) return yearBefore("narrative", i, first + 4);
	return yearBefore("narrative", first, first + 3);
}

/** "by year-end", "at year's end": the end of this year. */
function readYearEnd(lx: readonly Lexeme[], i: number): Reading | null {
	if (at(lx, i).sense?.unit !== "year" || at(lx, i).sense?.plural) return null;
	const joined = is(lx, i + 1, "-") ? 1 : is(lx, i + 1, "'") ? 2 : 0;
	if (!at(lx, i + 1 + joined).sense?.yearEnd || at(lx, i - 1).sense?.the) return null;
	const lean = at(lx, i - 1).sense?.shift ?? { shift: 0, frame: "speech" };
	return { end: i + 2 + joined, meaning: calendar({ month: 12 }, lean), approximate: true };
}

const ACCOUNT_UNITS: ReadonlySet<string> = new Set(["week", "month", "quarter"]);

/** "the quarter", "the latest week", "its most recent quarter", "the quarter ended Sept. 30". */
function readLatest(lx: readonly Lexeme[], i: number, wholeAt: WholeReader, depth: number): Reading | null {
	const the = at(lx, i).sense?.the === true;
	let next = the ? i + 1 : i;
	const latest = at(lx, next).sense?.latest ?? 0;
	next += latest;
	if (latest > 1 && at(lx, next - 1).sense?.vagueShift !== "PAST_REF") return null;
	const { sense } = at(lx, next);
	if (!sense?.unit || sense.plural || !ACCOUNT_UNITS.has(sense.unit)) return null;
	const end = next + 1;
	if (!latest && (!the || (sense.unit !== "quarter" && !at(lx, end).sense?.ended))) return null;
	if (at(lx, next).capital || is(lx, end, "-") || at(lx, end).sense?.of) return null;
	const last = at(lx, end).sense?.ended ? wholeAt(lx, end + 1, depth) : null;
	if (!last && !latest && sense.unit !== "quarter") return null;
	if (!last && !isOfAccounts(lx, i, end, QUARTER_REACH)) return null;
	if (last) return { end, meaning: { kind: "nth", ordinal: 0, unit: sense.unit, weekday: null, within: last.meaning } };
	return { end, meaning: { kind: "latest", unit: sense.unit } };
}

/** Lexemes looked at on each side of a quarter for what is told by quarters; a sentence of accounts is seldom longer. */
const QUARTER_REACH = 24;
/** The same for a half, which most often is one of a match. */
const HALF_REACH = 8;

/** A quarter without its year is one of the accounts only in their company: a match, a city and a moon have some too. */
function isOfAccounts(lx: readonly Lexeme[], first: number, end: number, reach: number): boolean {
	for (let k = first - 1; k >= first - reach && at(lx, k).kind !== "break"; k--)
		if (at(lx, k).sense?.account) return true;
	for (let k = end; k < end + reach && at(lx, k).kind !== "break"; k++) if (at(lx, k).sense?.account) return true;
	return false;
}
