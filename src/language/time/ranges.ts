import { RANGE_LINKS } from "../en/time-links.js";
import { PLURAL_ENDING } from "../en/time-words.js";
import { at, glued, is, type Lexeme } from "./lexemes.js";
import { type CalendarFields, calendar, type Reading } from "./meaning.js";
import { readMonthDate } from "./named-dates.js";
import { continuesNumber, readDay, readYear } from "./number-words.js";

const LINKS: ReadonlySet<string> = new Set(RANGE_LINKS);

/**
 * Ends of a range that share their month, year or era, one reading for each: "1914-18", "1941/42", "from 1861 to 1865",
 * "499-493 BC", "5-8 May", "4 and 5 May 1945", "May 4 and 5", "May 4-6, 2008".
 */
export function readRange(lx: readonly Lexeme[], i: number): Reading | null {
	const named = at(lx, i).sense?.the ? i + 1 : i;
	if (at(lx, named).sense?.yearNoun) return readYearRange(lx, named + 1);
	return readYearRange(lx, i) ?? readDaysBeforeMonth(lx, i) ?? readDaysAfterMonth(lx, i);
}

function readYearRange(lx: readonly Lexeme[], i: number): Reading | null {
	const first = at(lx, i);
	if (first.kind !== "number" || first.digits > 4 || !LINKS.has(at(lx, i + 1).lower) || continuesNumber(lx, i))
		return null;
	const second = at(lx, i + 2);
	if (second.kind !== "number") return null;
	const dash = is(lx, i + 1, "-") || is(lx, i + 1, "/");
	if (dash && is(lx, i + 3, at(lx, i + 1).lower) && glued(lx, i + 3)) return null;
	const right = readYear(lx, i + 2);
	if (right?.year !== undefined && right.end > i + 3) {
		const sign = right.year < 0 ? -1 : 1;
		if (first.digits < 2 && !dash) return null;
		return pair(i + 1, i + 2, right.end, { year: sign * first.number }, { year: right.year });
	}
	if (first.digits !== 4 || !dash || first.number < 1000 || first.number > 2199) return null;
	if (/^[$£€#]$/.test(at(lx, i - 1).lower)) return null;
	if (right?.year !== undefined) {
		if (right.year <= first.number || right.year - first.number > 150 || !isYearLike(right.year)) return null;
		return pair(i + 1, i + 2, right.end, { year: first.number }, { year: right.year });
	}
	if (
		second.digits !== 2 ||
		second.number <= first.number % 100 ||
		(glued(lx, i + 3) && at(lx, i + 3).kind !== "word" && /^[\d/:%-]$/.test(at(lx, i + 3).lower))
	)
		return null;
	if (second.number <= 12 && second.number - (first.number % 100) > 1) return null;
	const year = first.number - (first.number % 100) + second.number;
	return pair(i + 1, i + 2, i + 3, { year: first.number }, { year });
}

const isYearLike = (n: number): boolean => n >= 1000 && n < 2200;

/** "5-8 May", "5 to 8 May 2009". */
function readDaysBeforeMonth(lx: readonly Lexeme[], i: number): Reading | null {
	if (at(lx, i).kind !== "number" || continuesNumber(lx, i)) return null;
	const first = readDay(lx, i);
	if (!first || !LINKS.has(at(lx, first.end).lower)) return null;
	const second = readMonthDate(lx, first.end + 1);
	if (second?.fields.day === undefined || second.fields.month === undefined) return null;
	if (at(lx, first.end + 1).kind !== "number") return null;
	return pair(first.end, first.end + 1, second.end, { ...second.fields, day: first.value }, second.fields);
}

/** "May 4 and 5", "May 4-6, 2008". */
function readDaysAfterMonth(lx: readonly Lexeme[], i: number): Reading | null {
	if (at(lx, i).sense?.month === undefined) return null;
	const first = readMonthDate(lx, i);
	if (first?.fields.day === undefined || first.fields.year !== undefined || !LINKS.has(at(lx, first.end).lower))
		return null;
	if (is(lx, first.end, "/")) return null;
	const dayAt = first.end + 1;
	const second = at(lx, dayAt).kind === "number" ? readDay(lx, dayAt) : null;
	if (!second || second.value <= first.fields.day) return null;
	const after = at(lx, second.end);
	if (
		after.sense?.month !== undefined ||
		after.sense?.unit ||
		after.sense?.measure ||
		after.sense?.meridiem ||
		after.sense?.multiplier
	)
		return null;
	const counted = after.kind === "word" && after.pos === "NOUN" && after.lower.endsWith(PLURAL_ENDING);
	if (counted && !is(lx, first.end, "-")) return null;
	const year =
		is(lx, second.end, ",") || after.kind === "number"
			? readYear(lx, is(lx, second.end, ",") ? second.end + 1 : second.end)
			: null;
	const shared: CalendarFields = { ...first.fields, ...(year?.year !== undefined ? { year: year.year } : {}) };
	return pair(first.end, dayAt, year?.end ?? second.end, shared, { ...shared, day: second.value });
}

const pair = (end: number, start: number, secondEnd: number, a: CalendarFields, b: CalendarFields): Reading => ({
	end,
	meaning: calendar(a),
	more: [{ start, end: secondEnd, meaning: calendar(b) }],
});
