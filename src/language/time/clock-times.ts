import { MERIDIEM_TAIL, OCLOCK } from "../en/time-words.js";
import { at, follow, glued, is, type Lexeme } from "./lexemes.js";
import type { Meaning, Reading } from "./meaning.js";
import { readPoint } from "./points.js";
import { pad } from "./timex-value.js";

/** "16:08 UTC", "9:34 p.m., March 19", "11 a.m.", "3pm", "0800 GMT", "at noon", "10:30 on Friday" (two). */
export function readClock(lx: readonly Lexeme[], i: number): Reading | null {
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
			end += 2;
		}
		if (open > clock.end && is(lx, end, ")")) end++;
	} else if (clock.needsZone) return null;
	const time = `T${pad(clock.hour)}:${pad(clock.minute)}${zone}`;
	const day = readDayAfter(lx, end);
	const meaning: Meaning = { kind: "clock", time, day: day?.meaning ?? null };
	// Behind a preposition the day is an expression of its own ("at 11 a.m. on Friday").
	if (day && day.start > end && !is(lx, end, ",")) return { end, meaning, more: [day] };
	return { end: day?.end ?? end, meaning };
}

interface ClockTime {
	end: number;
	hour: number;
	minute: number;
	needsZone: boolean;
}

function readTime(lx: readonly Lexeme[], i: number): ClockTime | null {
	const first = at(lx, i);
	const word = first.sense?.hour;
	if (word !== undefined)
		return first.pos !== "PROPN" && !first.capital ? { end: i + 1, hour: word, minute: 0, needsZone: false } : null;
	if (first.kind !== "number" || (glued(lx, i) && !/^["'([]$/.test(at(lx, i - 1).lower))) return null;
	if (first.digits === 4 && first.number < 2400 && first.number % 100 < 60)
		return { end: i + 1, hour: Math.floor(first.number / 100), minute: first.number % 100, needsZone: true };
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
		return { end: half.end, hour: (first.number % 12) + (half.pm ? 12 : 0), minute, needsZone: false };
	}
	const oclock = colon ? -1 : follow(lx, end, OCLOCK);
	if (oclock >= 0) return { end: oclock, hour: first.number, minute, needsZone: false };
	if (!colon || is(lx, i + 1, ".")) return colon ? { end, hour: first.number, minute, needsZone: true } : null;
	const before = at(lx, i - 1);
	const placed = before.sense?.timePreposition || before.sense?.at || before.sense?.and;
	return { end, hour: first.number, minute, needsZone: !placed };
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

export function isDay(meaning: Meaning): boolean {
	if (meaning.kind === "relative") return meaning.unit === "day";
	if (meaning.kind === "holiday") return !meaning.weekend;
	return meaning.kind === "calendar" && (meaning.fields.day !== undefined || meaning.fields.weekday !== undefined);
}

/**
 * "Friday morning", "yesterday evening", "last night", "this morning", "the next morning", "the night of April 18",
 * "early in the morning of 29 April", "at night". `point` is what readPoint says at `i`.
 */
export function readPartOfDay(lx: readonly Lexeme[], i: number, point: Reading | null): Reading | null {
	let next = i;
	let approximate = false;
	if (at(lx, next).sense?.edge && !at(lx, next).sense?.plural) {
		approximate = true;
		next = at(lx, next + 1).sense?.in ? next + 2 : next + 1;
	}
	const reading = readOfDay(lx, next) ?? (next === i ? readDayThenPart(lx, point) : null);
	return reading && approximate ? { ...reading, approximate } : reading;
}

function readOfDay(lx: readonly Lexeme[], i: number): Reading | null {
	const determiner = at(lx, i).sense;
	let next = determiner?.the ? i + 1 : i;
	if (at(lx, next).sense?.edge) next++;
	const part = at(lx, next).sense?.part;
	if (part && determiner) {
		if (at(lx, next + 1).sense?.of && !at(lx, next + 1).sense?.in) {
			const day = readPoint(lx, next + 2, 2);
			if (day && isDay(day.meaning)) return clock(day.end, part, day.meaning);
		}
		if (i === next && at(lx, i - 1).sense?.at)
			return { end: next + 1, meaning: { kind: "fixed", value: `XXXX-XX-XXT${part}` } };
		return null;
	}
	const shift = at(lx, next).sense?.shift;
	if (!shift) return null;
	let at2 = next + 1;
	const second = at(lx, at2).sense?.shift;
	if (second || at(lx, at2).sense?.edge) at2++;
	const told = at(lx, at2).sense?.part;
	if (!told || at(lx, at2).sense?.guardedPart) return null;
	const moved = second ? { shift: second.shift, frame: shift.frame } : shift;
	const unit: Meaning = {
		kind: "relative",
		unit: "day",
		shift: moved.shift,
		frame: moved.frame,
		definite: determiner?.the === true,
	};
	return clock(at2 + 1, told, unit);
}

function readDayThenPart(lx: readonly Lexeme[], day: Reading | null): Reading | null {
	if (!day || !isDay(day.meaning)) return null;
	const next = at(lx, day.end).sense?.edge ? day.end + 1 : day.end;
	const part = at(lx, next).sense?.part;
	return part && !is(lx, next + 1, "-") ? clock(next + 1, part, day.meaning) : null;
}

const clock = (end: number, part: string, day: Meaning): Reading => ({
	end,
	meaning: { kind: "clock", time: `T${part}`, day },
});
