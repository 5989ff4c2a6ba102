import { durationValue } from "./duration-value.js";
import { at, type Lexeme } from "./lexemes.js";
import { fixed, type Reading } from "./meaning.js";
import { readCardinal } from "./number-words.js";
import { readPoint } from "./points.js";
import { isOfSomething } from "./relative-units.js";

/**
 * "the coming months", "recent years": no more than before or after; "the next four years", "the past few days", "the
 * past year", "the first ten months of 1915": lengths.
 */
export function readShiftedLength(lx: readonly Lexeme[], i: number): Reading | null {
	const the = at(lx, i).sense?.the === true;
	const next = the ? i + 1 : i;
	const sense = at(lx, next).sense;
	if (the && sense?.unit) return readPluralStretch(lx, i);
	if (the && (sense?.cardinal || at(lx, next).kind === "number")) return readCountedShift(lx, next);
	if (!sense?.shift && !sense?.vagueShift && !(the && sense?.ordinal !== undefined)) return null;
	const counted = readCounted(lx, next + 1);
	if (counted) return withWhole(lx, counted);
	const unit = at(lx, next + 1).sense;
	if (!unit?.unit || unit.unit === "weekend" || !(sense.shift || sense.vagueShift)) return null;
	const end = next + 2;
	if (unit.plural && sense.vagueShift) return { end, meaning: fixed("DATE", sense.vagueShift), approximate: true };
	if (!the || !sense.shift) return null;
	if (unit.plural) return { end, meaning: fixed("DURATION", durationValue(null, unit.unit, unit.times)) };
	// "the past year" is a length, "the last year" may be a date; "over the last year" and "within the next month" are none.
	const past = sense.shift.shift === -1 && sense.shift.frame === "speech" && sense.ordinal === undefined;
	const spanned = sense.shift.shift !== 0 && sense.shift.frame !== "narrative" && at(lx, i - 1).sense?.spanPreposition;
	// "the last month of the war".
	const ofOther = sense.ordinal !== undefined && isOfSomething(lx, end);
	if (ofOther && unit.unit === "quarter") return null;
	return past || spanned || ofOther
		? { end, meaning: fixed("DURATION", durationValue(1, unit.unit, unit.times)) }
		: null;
}

/** "over the years", "in the weeks that followed", "during the months before the vote". */
function readPluralStretch(lx: readonly Lexeme[], i: number): Reading | null {
	const { sense, capital } = at(lx, i + 1);
	const { pos, kind } = at(lx, i + 2);
	if (!sense?.unit || !sense.plural || sense.unit === "weekend" || capital || !at(lx, i - 1).sense?.stretchPreposition)
		return null;
	if (kind === "number" || pos === "NOUN" || pos === "PROPN") return null;
	return { end: i + 2, meaning: fixed("DURATION", durationValue(null, sense.unit, sense.times)) };
}

/** "the two previous months", "the 12 preceding weeks", "the nine months ended Sept. 30". */
function readCountedShift(lx: readonly Lexeme[], i: number): Reading | null {
	const count = readCardinal(lx, i);
	if (!count) return null;
	const unitAt = at(lx, count.end).sense?.shift ? count.end + 1 : count.end;
	const unit = at(lx, unitAt).sense;
	if (!unit?.unit || !unit.plural || unit.unit === "weekend" || at(lx, unitAt).capital) return null;
	if (at(lx, unitAt + 1).sense?.direction) return null;
	return { end: unitAt + 1, meaning: fixed("DURATION", durationValue(count.value, unit.unit, unit.times)) };
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
	return { end: end + 1, meaning: fixed("DURATION", durationValue(count.value, unit.unit, unit.times)) };
}

/** "of 1915" behind a length belongs to it: the length is a part of that time. */
function withWhole(lx: readonly Lexeme[], length: Reading): Reading {
	if (!at(lx, length.end).sense?.of || at(lx, length.end).sense?.in) return length;
	const whole = readPoint(lx, length.end + 1, 2);
	return whole ? { ...length, end: whole.end } : length;
}
