import { readZonedTime } from "./clock-times.js";
import { at, is, type Lexeme } from "./lexemes.js";
import { fixed, isDay, type Meaning, type Reading } from "./meaning.js";
import { readPoint } from "./points.js";

/**
 * "Friday morning", "late Thursday afternoon", "yesterday evening", "last night", "this morning", "the next morning", "the
 * night of April 18", "early in the morning of 29 April", "dawn today", "in the afternoon", "at night", "overnight", and a
 * clock time right behind a day ("10-30-89 2:45 pm", "Friday, 10 a.m."). `point` is what readPoint says at `i`.
 */
export function readPartOfDay(lx: readonly Lexeme[], i: number, point: Reading | null): Reading | null {
	const { sense } = at(lx, i);
	if (sense?.overnight) return readOvernight(lx, i);
	if (!sense?.edge || sense.plural) return readNamedPart(lx, i) ?? readDayThenPart(lx, point);
	const next = at(lx, i + 1).sense?.in ? i + 2 : i + 1;
	const part = at(lx, next).sense?.part;
	// "by late afternoon": of the day told last.
	if (part && next === i + 1 && at(lx, i - 1).sense?.dayPreposition && !goesOnAsName(lx, next + 1))
		return { ...clock(next + 1, part, null), approximate: true };
	const reading = readNamedPart(lx, next) ?? readDayThenPart(lx, readPoint(lx, next, 2));
	return reading && { ...reading, approximate: true };
}

function readNamedPart(lx: readonly Lexeme[], i: number): Reading | null {
	const { sense } = at(lx, i);
	if (sense?.shift && !sense.the) return readShiftedPart(lx, i, false);
	if (sense?.part) return readBarePart(lx, i, sense.part);
	if (!sense?.the) return null;
	const edged = at(lx, i + 1).sense?.edge ? i + 2 : i + 1;
	const part = at(lx, edged).sense?.part;
	if (!part) return at(lx, i + 1).sense?.shift ? readShiftedPart(lx, i + 1, true) : null;
	const day = dayBehind(lx, at(lx, edged + 1).sense?.unit === "hour" ? edged + 2 : edged + 1);
	if (day) return clock(day.end, part, day.meaning);
	// "in the morning": of the day told last.
	const stretch = at(lx, i - 1).sense?.stretchPreposition && !goesOnAsName(lx, edged + 1);
	return stretch ? clock(edged + 1, part, null) : null;
}

/** "at night", "at dawn", "dawn today", "morning of 29 April". */
function readBarePart(lx: readonly Lexeme[], i: number, part: string): Reading | null {
	const day = dayBehind(lx, i + 1) ?? (at(lx, i).sense?.guardedPart ? readPoint(lx, i + 1, 2) : null);
	if (day && isDay(day.meaning)) return clock(day.end, part, day.meaning);
	if (!at(lx, i - 1).sense?.at) return null;
	// "at dawn" is one dawn, "at night" any.
	if (at(lx, i).sense?.guardedPart) return clock(i + 1, part, null);
	return { end: i + 1, meaning: fixed("TIME", `XXXX-XX-XXT${part}`) };
}

/** "this morning", "last night", "the next early morning", "that same evening". */
function readShiftedPart(lx: readonly Lexeme[], i: number, definite: boolean): Reading | null {
	const shift = at(lx, i).sense?.shift;
	const second = at(lx, i + 1).sense?.shift;
	const next = second || at(lx, i + 1).sense?.edge ? i + 2 : i + 1;
	const { sense } = at(lx, next);
	if (!shift || !sense?.part || sense.guardedPart) return null;
	const frame = shift.frame;
	return clock(next + 1, sense.part, {
		kind: "relative",
		unit: "day",
		shift: (second ?? shift).shift,
		frame,
		definite,
	});
}

/** The day after "of": "the night of April 18". */
function dayBehind(lx: readonly Lexeme[], i: number): Reading | null {
	if (!at(lx, i).sense?.of || at(lx, i).sense?.in) return null;
	const day = readPoint(lx, i + 1, 2);
	return day && isDay(day.meaning) ? day : null;
}

/** "overnight", "overnight Friday"; "an overnight success" tells no night. */
function readOvernight(lx: readonly Lexeme[], i: number): Reading | null {
	const day = readPoint(lx, i + 1, 2);
	if (day && isDay(day.meaning)) return clock(day.end, "NI", day.meaning);
	if (at(lx, i - 1).sense?.indefinite || goesOnAsName(lx, i + 1)) return null;
	return { end: i + 1, meaning: { kind: "overnight" } };
}

const goesOnAsName = (lx: readonly Lexeme[], i: number): boolean => /^(?:NOUN|PROPN|ADJ|NUM)$/.test(at(lx, i).pos);

function readDayThenPart(lx: readonly Lexeme[], day: Reading | null): Reading | null {
	if (!day || !isDay(day.meaning)) return null;
	const hour = readZonedTime(lx, is(lx, day.end, ",") ? day.end + 1 : day.end, tellsYear(day.meaning));
	if (hour) return { end: hour.end, meaning: { kind: "clock", time: hour.time, day: day.meaning } };
	const next = at(lx, day.end).sense?.edge ? day.end + 1 : day.end;
	const part = at(lx, next).sense?.part;
	if (!part || is(lx, next + 1, "-")) return null;
	// "Sunday dawn of 25 June".
	const told = dayBehind(lx, next + 1);
	return told ? clock(told.end, part, told.meaning) : clock(next + 1, part, day.meaning);
}

const tellsYear = (meaning: Meaning): boolean =>
	meaning.kind === "calendar" && (meaning.fields.year !== undefined || meaning.fields.shortYear !== undefined);

const clock = (end: number, part: string, day: Meaning | null): Reading => ({
	end,
	meaning: { kind: "clock", time: `T${part}`, day },
});
