import { durationValue } from "./duration-value.js";
import { at, is, type Lexeme } from "./lexemes.js";
import { fixed, type Reading, type UnitName } from "./meaning.js";
import { readCardinal, readOrdinal } from "./number-words.js";
import { pad } from "./timex-value.js";

/**
 * Sets: "every Monday", "on Sundays", "each day", "every two weeks", "daily", "annual", "three times a week", "per year",
 * "15 a year", "$3 million a month".
 */
export function readRepetition(lx: readonly Lexeme[], i: number): Reading | null {
	const first = at(lx, i);
	const sense = first.sense;
	if (!sense) return null;
	if (sense.frequency) {
		if (first.capital && at(lx, i + 1).capital) return null;
		return { end: i + 1, meaning: { kind: "set", ...sense.frequency } };
	}
	if (sense.weekdays !== undefined && first.capital) return open(i + 1, `WXX-${sense.weekdays}`);
	if (sense.every) return readEvery(lx, i + 1);
	if (sense.unit === "weekend")
		return sense.plural ? { end: i + 1, meaning: { kind: "set", n: 1, unit: "weekend" } } : null;
	const unit = at(lx, i + 1).sense;
	if (!unit?.unit || unit.plural || is(lx, i + 2, "-")) return null;
	const rate: Reading = { end: i + 2, meaning: fixed("SET", durationValue(1, unit.unit, unit.times)) };
	const before = at(lx, i - 1).sense;
	if (sense.per) return before?.distance ? null : rate;
	if (!sense.indefinite) return null;
	const counted = before?.timesWord || (at(lx, i - 1).kind === "number" && at(lx, i + 2).kind !== "word");
	return counted ? rate : null;
}

function readEvery(lx: readonly Lexeme[], i: number): Reading | null {
	const sense = at(lx, i).sense;
	if (!sense) {
		const count = readCardinal(lx, i);
		return count ? everyUnit(lx, count.end, count.value) : null;
	}
	if (sense.weekday !== undefined) {
		const part = at(lx, i + 1).sense?.part;
		return part ? open(i + 2, `WXX-${sense.weekday}T${part}`) : open(i + 1, `WXX-${sense.weekday}`);
	}
	if (sense.month !== undefined && at(lx, i).capital) return open(i + 1, pad(sense.month));
	if (sense.season) return open(i + 1, sense.season);
	if (sense.part) return open(i + 1, `XX-XXT${sense.part}`);
	if (sense.alternate) return everyUnit(lx, i + 1, 2);
	if (sense.unit) return everyUnit(lx, i, 1);
	const count = readCardinal(lx, i) ?? readOrdinal(lx, i);
	return count && count.value > 0 ? everyUnit(lx, count.end, count.value) : null;
}

function everyUnit(lx: readonly Lexeme[], i: number, n: number): Reading | null {
	const unit = at(lx, i).sense;
	return unit?.unit ? set(i + 1, n, unit.unit, unit.times) : null;
}

const set = (end: number, n: number, unit: UnitName, times = 1): Reading => ({
	end,
	meaning: { kind: "set", n: n * times, unit },
});

/** A day, month or season of any year. */
const open = (end: number, rest: string): Reading => ({ end, meaning: fixed("SET", `XXXX-${rest}`) });
