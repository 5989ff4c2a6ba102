import { durationValue } from "./duration-value.js";
import { at, is, type Lexeme } from "./lexemes.js";
import type { Reading, UnitName } from "./meaning.js";
import { readCardinal, readOrdinal } from "./number-words.js";
import { pad } from "./timex-value.js";

/**
 * Sets: "every Monday", "on Sundays", "each day", "every two weeks", "daily", "annual", "three times a week", "per year",
 * "15 a year". Days are written as TimeBank does (XXXX-XX-XX), longer units as lengths (P1W).
 */
export function readRepetition(lx: readonly Lexeme[], i: number): Reading | null {
	const first = at(lx, i);
	const sense = first.sense;
	if (!sense) return null;
	if (sense.frequency) return first.capital && at(lx, i + 1).capital ? null : set(i + 1, sense.frequency);
	if (sense.weekdays !== undefined && first.capital) return set(i + 1, `XXXX-WXX-${sense.weekdays}`);
	if (sense.every) return readEvery(lx, i + 1);
	const unit = at(lx, i + 1).sense;
	if (!unit?.unit || unit.plural || is(lx, i + 2, "-")) return null;
	if (sense.per) return set(i + 2, durationValue(1, unit.unit, unit.times));
	if (!sense.indefinite) return null;
	const before = at(lx, i - 1);
	const counted = before.sense?.timesWord || (before.kind === "number" && at(lx, i + 2).kind !== "word");
	return counted ? set(i + 2, durationValue(1, unit.unit, unit.times)) : null;
}

function readEvery(lx: readonly Lexeme[], i: number): Reading | null {
	const sense = at(lx, i).sense;
	if (!sense) {
		const count = readCardinal(lx, i);
		return count ? everyUnit(lx, count.end, count.value) : null;
	}
	if (sense.weekday !== undefined) return set(i + 1, `XXXX-WXX-${sense.weekday}`);
	if (sense.month !== undefined && at(lx, i).capital) return set(i + 1, `XXXX-${pad(sense.month)}`);
	if (sense.season) return set(i + 1, `XXXX-${sense.season}`);
	if (sense.part) return set(i + 1, `XXXX-XX-XXT${sense.part}`);
	if (sense.alternate) return everyUnit(lx, i + 1, 2);
	if (sense.unit) return everyUnit(lx, i, 1);
	const count = readCardinal(lx, i) ?? readOrdinal(lx, i);
	return count && count.value > 0 ? everyUnit(lx, count.end, count.value) : null;
}

function everyUnit(lx: readonly Lexeme[], i: number, n: number): Reading | null {
	const unit = at(lx, i).sense;
	if (!unit?.unit) return null;
	return set(i + 1, n === 1 ? setValue(unit.unit) : durationValue(n, unit.unit, unit.times));
}

const setValue = (unit: UnitName): string =>
	unit === "day" ? "XXXX-XX-XX" : unit === "weekend" ? "XXXX-WXX-WE" : durationValue(1, unit);

const set = (end: number, value: string): Reading => ({ end, meaning: { kind: "fixed", value } });
