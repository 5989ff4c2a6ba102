import { HOLIDAYS } from "../en/time-holidays.js";
import { at, is, type Lexeme } from "./lexemes.js";
import type { Reading } from "./meaning.js";
import { readYear } from "./number-words.js";
import { readRelativeUnit } from "./relative-units.js";
import { dayNumber, daysInMonth, weekdayOf } from "./timex-value.js";

/** "Christmas", "New Year's Eve", "Easter Monday 2017", "Labor Day weekend", "Independence Day of this year". */
export function readHoliday(lx: readonly Lexeme[], i: number): Reading | null {
	const first = at(lx, i).sense?.the ? i + 1 : i;
	if (!at(lx, first).sense?.feast || isNamePart(lx, first - 1)) return null;
	const found = longestName(lx, first);
	if (!found) return null;
	let end = found.end;
	const weekendBefore = at(lx, end).sense?.unit === "weekend";
	if (weekendBefore) end++;
	const meaning = {
		kind: "holiday",
		name: found.name,
		year: null,
		lean: null,
		within: null,
		weekend: weekendBefore,
	} as const;
	const of = at(lx, end).sense?.of === true || is(lx, end, ",");
	const year = readYear(lx, of ? end + 1 : end);
	if (year?.year !== undefined) {
		end = year.end;
		if (at(lx, end).sense?.unit === "weekend")
			return { end: end + 1, meaning: { ...meaning, year: year.year, weekend: true } };
		return { end, meaning: { ...meaning, year: year.year } };
	}
	const phrase = of ? readRelativeUnit(lx, end + 1) : null;
	if (phrase?.meaning.kind === "relative" && phrase.meaning.unit === "year")
		return { end: phrase.end, meaning: { ...meaning, within: phrase.meaning } };
	return { end, meaning };
}

/** "White Christmas", "Merry Christmas": a capitalised word that no time begins with makes another name of it. */
const isNamePart = (lx: readonly Lexeme[], i: number): boolean =>
	at(lx, i).capital && at(lx, i).kind === "word" && at(lx, i).sense === null;

/** Names by their first word, longest first, as their words. */
const NAMES: ReadonlyMap<string, readonly (readonly string[])[]> = namesByFirstWord();

function namesByFirstWord(): Map<string, string[][]> {
	const map = new Map<string, string[][]>();
	for (const name of Object.keys(HOLIDAYS)) {
		const words = name.split(" ");
		const first = words[0] ?? "";
		map.set(first, [...(map.get(first) ?? []), words]);
	}
	for (const names of map.values()) names.sort((a, b) => b.length - a.length);
	return map;
}

function longestName(lx: readonly Lexeme[], i: number): { end: number; name: string } | null {
	for (const words of NAMES.get(at(lx, i).lower) ?? []) {
		const end = followName(lx, i, words);
		if (end >= 0) return { end, name: words.join(" ") };
	}
	return null;
}

/** Index after a name's words, apostrophes and dots left out ("New Year's Eve", "St. Patrick's Day"), or -1. */
function followName(lx: readonly Lexeme[], i: number, words: readonly string[]): number {
	let next = i;
	for (const word of words) {
		while (next > i && (is(lx, next, "'") || is(lx, next, "."))) next++;
		if (!is(lx, next, word)) return -1;
		next++;
	}
	return next;
}

/** Day number of a feast in a year; null for an unknown name. */
export function holidayDay(name: string, year: number): number | null {
	const rule = HOLIDAYS[name];
	if (!rule) return null;
	if ("easter" in rule) return easterDay(year) + rule.easter;
	if ("day" in rule) return dayNumber(year, rule.month, rule.day);
	return nthWeekday(year, rule.month, rule.weekday, rule.nth) + (rule.daysOn ?? 0);
}

/** Day number of the n-th weekday (1 Monday) of a month; n = -1 is the last one. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number {
	const first = dayNumber(year, month, 1);
	if (n > 0) return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
	const last = first + daysInMonth(year, month) - 1;
	return last - ((weekdayOf(last) - weekday + 7) % 7);
}

/** Easter Sunday, Gregorian (anonymous algorithm, Nature 1876; Meeus, Astronomical Algorithms, ch. 8). */
function easterDay(year: number): number {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d = Math.floor(b / 4);
	const f = Math.floor((b + 8) / 25);
	const g = Math.floor((b - f + 1) / 3);
	const h = (19 * a + b - d - g + 15) % 30;
	const k = c % 4;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - k) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const n = h + l - 7 * m + 114;
	return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}
