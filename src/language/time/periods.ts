import { PLURAL_ENDING } from "../en/time-words.js";
import { at, glued, is, type Lexeme } from "./lexemes.js";
import { type CalendarFields, calendar, type Reading } from "./meaning.js";
import { continuesNumber, isGroupedOrDecimal, readOrdinal, readYear } from "./number-words.js";

/** "1939", "in 1850", "the year 2008", "fiscal 2008", "490 BC", "'82": a year by itself, where the context allows one. */
export function readYearAlone(lx: readonly Lexeme[], i: number): Reading | null {
	const named = readNamedYear(lx, i);
	if (named) return named;
	if (at(lx, i).kind === "number" && continuesNumber(lx, i)) return null;
	const year = readYear(lx, i);
	if (!year) return null;
	const reading: Reading = { end: year.end, meaning: calendar(fieldsOf(year)) };
	const first = at(lx, i);
	if (first.kind !== "number") {
		if (first.lower === "'") return at(lx, i - 1).kind === "word" && first.spaced ? reading : null;
		return first.sense?.era || at(lx, i - 1).sense?.yearPreposition || at(lx, i - 1).sense?.of ? reading : null;
	}
	if (year.end > i + 1) return reading;
	return isPlausibleYear(lx, i) ? reading : null;
}

/** A number of four digits by its neighbours: "in 1850" yes, "2000 troops", "Route 1999" and "$1998" no. */
export function isPlausibleYear(lx: readonly Lexeme[], i: number): boolean {
	const n = at(lx, i).number;
	const before = at(lx, i - 1);
	const after = at(lx, i + 1);
	if (n < 1000 || n > 2199) return false;
	if (/^[$£€¥#%+/@]$/.test(before.lower) && before.lower !== "/") return false;
	if (glued(lx, i) && /^[-./:]$/.test(before.lower)) return before.lower === "-" && at(lx, i - 2).sense?.edge === true;
	if (glued(lx, i + 1) && /^[%/:]$/.test(after.lower) && !at(lx, i + 2).spaced) return false;
	if (after.sense?.measure || (after.sense?.unit && after.sense.plural) || after.sense?.multiplier) return false;
	if (/^[%°]$/.test(after.lower)) return false;
	if (before.sense?.numberName) return false;
	if (before.sense?.yearPreposition) return true;
	const counted =
		after.kind === "word" && after.pos === "NOUN" && !after.capital && after.lower.endsWith(PLURAL_ENDING);
	if (before.sense?.timePreposition || before.sense?.edge || before.sense?.the)
		return !counted || (n >= 1900 && n % 100 !== 0);
	if (n < 1500) return false;
	if (counted && n % 100 === 0) return false;
	if (before.kind === "word" && before.capital && n < 1900) return false;
	return !counted || before.kind !== "word" || /^(?:NOUN|PROPN|PRON|DET)$/.test(before.pos);
}

const fieldsOf = (year: { year?: number; shortYear?: number }): CalendarFields =>
	year.year !== undefined ? { year: year.year } : { shortYear: year.shortYear ?? 0 };

/** "the year 2008", "fiscal year 2008", "calendar year 2008". */
function readNamedYear(lx: readonly Lexeme[], i: number): Reading | null {
	let next = at(lx, i).sense?.the ? i + 1 : i;
	const fiscal = at(lx, next).sense?.fiscal === true;
	if (fiscal || at(lx, next).sense?.calendarAdjective) next++;
	const noun = at(lx, next).sense?.yearNoun === true;
	if (noun) next++;
	if (!fiscal && !noun) return null;
	const first = at(lx, next);
	const year = readYear(lx, next);
	if (year) {
		if (year.year !== undefined && isGroupedOrDecimal(lx, next)) return null;
		return { end: year.end, meaning: calendar(fiscal ? { ...fieldsOf(year), fiscal: true } : fieldsOf(year)) };
	}
	return noun && first.kind === "number" && first.digits === 3 && !glued(lx, next + 1)
		? { end: next + 1, meaning: calendar({ year: first.number }) }
		: null;
}

/** "the 1990s", "1990's", "the '90s", "90s" after "the", "the nineties", "nineteen seventies". */
export function readDecade(lx: readonly Lexeme[], i: number): Reading | null {
	const the = at(lx, i).sense?.the === true;
	let next = the ? i + 1 : i;
	while (at(lx, next).sense?.edge && next < i + 2) next += is(lx, next + 1, "-") ? 2 : 1;
	const edged = at(lx, next - 1).sense?.edge === true || is(lx, next - 1, "-");
	const quoted = is(lx, next, "'");
	const first = at(lx, quoted ? next + 1 : next);
	if (first.sense?.shortDecade !== undefined && !quoted) {
		if (!the && at(lx, i - 1).sense?.in !== true && next === i) return null;
		return decade(next + 1, { shortDecade: first.sense.shortDecade }, edged);
	}
	const head = first.sense?.cardinal;
	const tail = at(lx, next + 1).sense?.shortDecade;
	if (head !== undefined && head >= 10 && tail !== undefined)
		return decade(next + 2, { decade: head * 10 + tail / 10 }, edged);
	if (first.kind !== "number" || first.number % 10 !== 0) return null;
	let end = quoted ? next + 2 : next + 1;
	if (is(lx, end, "'") && glued(lx, end)) end++;
	const s = at(lx, end);
	if (s.lower !== PLURAL_ENDING || (s.spaced && !(at(lx, end + 1).kind !== "word" && first.digits === 4))) return null;
	if (first.digits === 3 && at(lx, end + 1).capital && at(lx, end + 1).sense?.era === -1)
		return decade(end + 2, { decade: -first.number / 10 }, edged);
	if (first.digits === 4) return first.number >= 1000 ? decade(end + 1, { decade: first.number / 10 }, edged) : null;
	const inOrThe = the || quoted || at(lx, i - 1).sense?.in === true || next > i;
	return first.digits === 2 && inOrThe ? decade(end + 1, { shortDecade: first.number }, edged) : null;
}

const decade = (end: number, fields: CalendarFields, edged: boolean): Reading => ({
	end,
	meaning: calendar(fields),
	...(edged ? { approximate: true } : {}),
});

/** "the 19th century", "nineteenth-century", "the early 21st century", "the 4th century BC". */
export function readCentury(lx: readonly Lexeme[], i: number): Reading | null {
	let next = at(lx, i).sense?.the ? i + 1 : i;
	while (at(lx, next).sense?.edge && next < i + 2) next += is(lx, next + 1, "-") ? 2 : 1;
	const ordinal = readOrdinal(lx, next);
	if (!ordinal || ordinal.value < 1 || ordinal.value > 30) return null;
	const noun = is(lx, ordinal.end, "-") ? ordinal.end + 1 : ordinal.end;
	if (at(lx, noun).sense?.unit !== "century" || at(lx, noun).sense?.plural) return null;
	const era = at(lx, noun + 1).capital ? at(lx, noun + 1).sense?.era : undefined;
	const century = ordinal.value - 1;
	const edged = at(lx, next - 1).sense?.edge === true || is(lx, next - 1, "-");
	return decade(era ? noun + 2 : noun + 1, { century: era === -1 ? -century : century }, edged);
}

/** "Q3 2016", "2017-q1", "H1 2024" and without a year "Q3". */
export function readLetteredPeriod(lx: readonly Lexeme[], i: number): Reading | null {
	const letter = at(lx, i).sense;
	if (letter?.quarterLetter || letter?.halfLetter) {
		const index = at(lx, i + 1);
		if (index.kind !== "number" || index.digits !== 1 || !glued(lx, i + 1) || glued(lx, i)) return null;
		const fields = lettered(letter.quarterLetter === true, index.number);
		if (!fields || (glued(lx, i + 2) && at(lx, i + 2).kind === "word")) return null;
		const next = is(lx, i + 2, "-") || at(lx, i + 2).sense?.of ? i + 3 : i + 2;
		const year = readYear(lx, next);
		if (year) return { end: year.end, meaning: calendar({ ...fields, ...fieldsOf(year) }) };
		return letter.quarterLetter && at(lx, i).capital ? { end: i + 2, meaning: calendar(fields) } : null;
	}
	const year = at(lx, i);
	if (year.kind !== "number" || year.digits !== 4 || continuesNumber(lx, i)) return null;
	const next = is(lx, i + 1, "-") ? i + 2 : i + 1;
	const sense = at(lx, next).sense;
	const index = at(lx, next + 1);
	if (!(sense?.quarterLetter || sense?.halfLetter) || index.kind !== "number" || !glued(lx, next + 1)) return null;
	const fields = lettered(sense.quarterLetter === true, index.number);
	return fields ? { end: next + 2, meaning: calendar({ ...fields, year: year.number }) } : null;
}

function lettered(quarter: boolean, n: number): CalendarFields | null {
	if (quarter) return n >= 1 && n <= 4 ? { quarter: n } : null;
	return n === 1 || n === 2 ? { half: n } : null;
}

/** "2016-W45", "week 31", "week 3 of 2027", "week 27 of last year" (the year is read by the caller). */
export function readWeekNumber(lx: readonly Lexeme[], i: number): Reading | null {
	const first = at(lx, i);
	if (first.sense?.unit !== "week" || first.sense.plural) return null;
	const n = at(lx, i + 1);
	if (n.kind !== "number" || n.number < 1 || n.number > 53 || isGroupedOrDecimal(lx, i + 1)) return null;
	return { end: i + 2, meaning: calendar({ week: n.number }) };
}
