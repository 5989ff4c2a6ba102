import { MERIDIEM_TAIL, OCLOCK } from "../en/time-words.js";
import { at, follow, glued, is, type Lexeme } from "./lexemes.js";
import { isDay, type Meaning, type Reading } from "./meaning.js";
import { readPoint } from "./points.js";
import { pad } from "./timex-value.js";

/** "16:08 UTC", "9:34 p.m., March 19", "11 a.m.", "3pm", "0800 GMT", "at noon", "8 a.m. local time on Friday" (two). */
export function readClock(lx: readonly Lexeme[], i: number): Reading | null {
	const clock = readZonedTime(lx, i);
	if (!clock) return null;
	const zoneEnd = skipZoneName(lx, clock.end);
	const day = readDayAfter(lx, zoneEnd);
	const meaning: Meaning = { kind: "clock", time: clock.time, day: day?.meaning ?? null };
	// Behind a preposition the day is an expression of its own ("at 11 a.m. on Friday").
	if (day && day.start > zoneEnd && !is(lx, zoneEnd, ",")) return { end: clock.end, meaning, more: [day] };
	return { end: day?.end ?? clock.end, meaning };
}

/** A clock time with its zone; behind a full date (`dated`) its minutes are enough ("10-30-89 14:45"). */
export function readZonedTime(lx: readonly Lexeme[], i: number, dated = false): { end: number; time: string } | null {
	const clock = readTime(lx, i);
	if (!clock) return null;
	let end = clock.end;
	let zone = "";
	const open = is(lx, end, "(") ? end + 1 : end;
	if (at(lx, open).sense?.zone && at(lx, open).capital) {
		zone = at(lx, open).sense?.utc ? "Z" : "";
		end = open + 1;
		const sign = at(lx, end).lower;
		if ((sign === "+" || sign === "-") && at(lx, end + 1).kind === "number" && glued(lx, end + 1)) {
			zone = `${sign}${pad(at(lx, end + 1).number)}`;
			end += is(lx, end + 2, ":") && at(lx, end + 3).digits === 2 ? 4 : 2;
		}
		if (open > clock.end && is(lx, end, ")")) end++;
	} else if (clock.needsZone && !(dated && clock.minuteTold)) return null;
	return { end, time: `T${pad(clock.hour)}:${pad(clock.minute)}${zone}` };
}

/** Words a zone's name may have before "time" ("Eastern Daylight Time"). */
const ZONE_WORDS = 3;

/** "local time", "Eastern Daylight Time", "Baghdad time" behind a clock time: outside the value. */
function skipZoneName(lx: readonly Lexeme[], i: number): number {
	for (let k = i; k < i + ZONE_WORDS && at(lx, k).kind === "word"; k++) {
		if (!at(lx, k).capital && !at(lx, k).sense?.zoneName) break;
		if (at(lx, k + 1).sense?.zoneNoun) return k + 2;
	}
	return i;
}

interface ClockTime {
	end: number;
	hour: number;
	minute: number;
	/** "10:30" and not "10". */
	minuteTold: boolean;
	/** Nothing but a zone says that it is a time of day. */
	needsZone: boolean;
}

const clockTime = (end: number, hour: number, minute: number, minuteTold: boolean, needsZone: boolean): ClockTime => ({
	end,
	hour,
	minute,
	minuteTold,
	needsZone,
});

function readTime(lx: readonly Lexeme[], i: number): ClockTime | null {
	const first = at(lx, i);
	const word = first.sense?.hour;
	if (word !== undefined)
		return first.pos !== "PROPN" && !first.capital ? clockTime(i + 1, word, 0, false, false) : null;
	if (first.kind !== "number" || (glued(lx, i) && !/^["'([]$/.test(at(lx, i - 1).lower))) return null;
	if (first.digits === 4 && first.number < 2400 && first.number % 100 < 60)
		return clockTime(i + 1, Math.floor(first.number / 100), first.number % 100, false, true);
	if (first.digits > 2 || first.number > 24) return null;
	let end = i + 1;
	let minute = 0;
	const colon =
		(is(lx, end, ":") || is(lx, end, ".")) && glued(lx, end) && glued(lx, end + 1) && at(lx, end + 1).digits === 2;
	if (colon) {
		minute = at(lx, end + 1).number;
		end += 2;
		if (minute > 59) return null;
		if (is(lx, end, ":") && at(lx, end + 1).digits === 2 && glued(lx, end + 1)) end += 2;
		if (glued(lx, end) && /^[:%-]$/.test(at(lx, end).lower)) return null;
	}
	const half = readMeridiem(lx, end);
	if (half) {
		if (first.number > 12) return null;
		return clockTime(half.end, (first.number % 12) + (half.pm ? 12 : 0), minute, colon, false);
	}
	const oclock = colon ? -1 : follow(lx, end, OCLOCK);
	if (oclock >= 0) return clockTime(oclock, first.number, minute, false, false);
	if (!colon) return null;
	const before = at(lx, i - 1).sense;
	const placed = before?.timePreposition || before?.at || before?.and;
	const dotted = is(lx, i + 1, ".");
	return clockTime(end, first.number, minute, !dotted, dotted || !placed);
}

/** "a.m.", "PM", "p.m" ; the last dot belongs to it. */
function readMeridiem(lx: readonly Lexeme[], i: number): { end: number; pm: boolean } | null {
	const sense = at(lx, i).sense?.meridiem;
	if (!sense) return null;
	if (at(lx, i).lower.length === 2) return { end: i + 1, pm: sense === "PM" };
	if (follow(lx, i + 1, MERIDIEM_TAIL) < 0) return null;
	return { end: is(lx, i + 3, ".") && glued(lx, i + 3) ? i + 4 : i + 3, pm: sense === "PM" };
}

/** A day right behind a clock time: "today", ", March 19", "on Friday". */
function readDayAfter(lx: readonly Lexeme[], i: number): (Reading & { start: number }) | null {
	const next = is(lx, i, ",") ? i + 1 : i;
	const begin =
		at(lx, next).sense?.dayPreposition && !at(lx, next).sense?.yearPreposition && next === i ? next + 1 : next;
	const day = readPoint(lx, begin, 2);
	return day && isDay(day.meaning) ? { ...day, start: begin } : null;
}
