import { durationValue } from "./duration-value.js";
import { at, type Lexeme } from "./lexemes.js";
import type { Meaning, Reading } from "./meaning.js";
import { readCardinal } from "./number-words.js";
import { readPoint } from "./points.js";

/**
 * "the coming months", "recent years": no more than before or after; "the next four years", "the past few days", "the
 * past year", "the first ten months of 1915": lengths.
 */
export function readShiftedLength(lx: readonly Lexeme[], i: number): Reading | null {
	const the = at(lx, i).sense?.the === true;
	const next = the ? i + 1 : i;
	const sense = at(lx, next).sense;
	if (!sense?.shift && !sense?.vagueShift && !(the && sense?.ordinal !== undefined)) return null;
	const counted = readCounted(lx, next + 1);
	if (counted) return withWhole(lx, counted);
	const unit = at(lx, next + 1).sense;
	if (!unit?.unit || unit.unit === "weekend" || !(sense.shift || sense.vagueShift)) return null;
	const end = next + 2;
	if (unit.plural && sense.vagueShift) return { end, meaning: fixed(sense.vagueShift), approximate: true };
	if (!the || !sense.shift) return null;
	if (unit.plural) return { end, meaning: fixed(durationValue(null, unit.unit, unit.times)) };
	// "the past year" is a length, "the last year" may be a date.
	const past = sense.shift.shift === -1 && sense.shift.frame === "speech" && sense.ordinal === undefined;
	return past ? { end, meaning: fixed(durationValue(1, unit.unit, unit.times)) } : null;
}

/** "few days", "four years", "ten full months". */
function readCounted(lx: readonly Lexeme[], i: number): Reading | null {
	const vague = at(lx, i).sense?.vague === true;
	const count = vague ? { end: i + 1, value: null } : readCardinal(lx, i);
	if (!count) return null;
	let end = count.end;
	while (at(lx, end).sense?.filler && end < count.end + 2) end++;
	const unit = at(lx, end).sense;
	if (!unit?.unit || unit.unit === "weekend" || (vague && !unit.plural)) return null;
	return { end: end + 1, meaning: fixed(durationValue(count.value, unit.unit, unit.times)) };
}

/** "of 1915" behind a length belongs to it: the length is a part of that time. */
function withWhole(lx: readonly Lexeme[], length: Reading): Reading {
	if (!at(lx, length.end).sense?.of || at(lx, length.end).sense?.in) return length;
	const whole = readPoint(lx, length.end + 1, 2);
	return whole ? { ...length, end: whole.end } : length;
}

const fixed = (value: string): Meaning => ({ kind: "fixed", value });
