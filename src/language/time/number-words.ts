import { DOTTED_ERAS } from "../en/time-words.js";
import { at, follow, glued, is, type Lexeme, NO_NUMBER } from "./lexemes.js";

/** A number that covers lexemes up to `end` (exclusive). */
export interface NumberReading {
	end: number;
	value: number;
}

/** A cardinal below 10,000: "12", "1,500", "2.5", "3 1/2", "twenty-five", "two hundred", "two and a half". */
export function readCardinal(lx: readonly Lexeme[], i: number): NumberReading | null {
	const base = at(lx, i).kind === "number" ? readDigits(lx, i) : readSpelled(lx, i);
	if (!base) return null;
	// "two and a half", "one-and-a-half".
	const next = is(lx, base.end, "-") ? base.end + 1 : base.end;
	if (!at(lx, next).sense?.and) return base;
	const words = [next + 1, next + 2, next + 3].filter((k) => !is(lx, k, "-"));
	const half = words.find((k) => !at(lx, k).sense?.indefinite);
	if (half !== undefined && at(lx, half).sense?.half) return { end: half + 1, value: base.value + 0.5 };
	return base;
}

function readDigits(lx: readonly Lexeme[], i: number): NumberReading | null {
	const first = at(lx, i);
	if (first.number === NO_NUMBER) return null;
	const tail = at(lx, i + 2);
	if (glued(lx, i + 1) && glued(lx, i + 2) && tail.kind === "number") {
		if (is(lx, i + 1, ",") && tail.digits === 3) return { end: i + 3, value: first.number * 1000 + tail.number };
		if (is(lx, i + 1, ".") && tail.digits <= 2) return { end: i + 3, value: Number(`${first.number}.${tail.lower}`) };
	}
	if (is(lx, i + 1, "½")) return { end: i + 2, value: first.number + 0.5 };
	const half = is(lx, i + 1, "1") && is(lx, i + 2, "/") && is(lx, i + 3, "2") && glued(lx, i + 2) && glued(lx, i + 3);
	if (half && !glued(lx, i + 1)) return { end: i + 4, value: first.number + 0.5 };
	return { end: i + 1, value: first.number };
}

/** "nine", "twenty-one", "two hundred and six", "two thousand and fifteen". */
export function readSpelled(lx: readonly Lexeme[], i: number): NumberReading | null {
	let value = 0;
	let part: NumberReading | null = readBelowHundred(lx, i);
	if (!part) return null;
	let end = part.end;
	let open = part.value;
	for (let turn = 0; turn < 4; turn++) {
		const multiplier = at(lx, end).sense?.multiplier;
		if (!multiplier) break;
		end++;
		if (multiplier === 1000) {
			value += open * 1000;
			open = 0;
		} else open *= 100;
		const next = at(lx, end).sense?.and ? end + 1 : end;
		part = readBelowHundred(lx, next);
		if (!part) break;
		if (at(lx, part.end).sense?.multiplier === 100 && multiplier === 1000) open = part.value;
		else open += part.value;
		end = part.end;
	}
	return { end, value: value + open };
}

function readBelowHundred(lx: readonly Lexeme[], i: number): NumberReading | null {
	const sense = at(lx, i).sense;
	if (!sense) return null;
	if (sense.cardinal !== undefined) return { end: i + 1, value: sense.cardinal };
	if (sense.tens === undefined) return null;
	const next = is(lx, i + 1, "-") ? i + 2 : i + 1;
	const digit = at(lx, next).sense?.cardinal;
	if (digit !== undefined && digit > 0 && digit < 10) return { end: next + 1, value: sense.tens + digit };
	return { end: i + 1, value: sense.tens };
}

/** "2nd", "21st", "second", "twenty-first". */
export function readOrdinal(lx: readonly Lexeme[], i: number): NumberReading | null {
	const first = at(lx, i);
	if (first.kind === "number")
		return glued(lx, i + 1) && at(lx, i + 1).sense?.ordinalSuffix && first.digits <= 3
			? { end: i + 2, value: first.number }
			: null;
	const sense = first.sense;
	if (!sense) return null;
	if (sense.ordinal !== undefined) return { end: i + 1, value: sense.ordinal };
	if (sense.tens === undefined) return null;
	const next = is(lx, i + 1, "-") ? i + 2 : i + 1;
	const digit = at(lx, next).sense?.ordinal;
	return digit !== undefined && digit > 0 && digit < 10 ? { end: next + 1, value: sense.tens + digit } : null;
}

/** A day of the month: "5", "05", "5th", "fifth", "twenty first", "twenty one". */
export function readDay(lx: readonly Lexeme[], i: number): NumberReading | null {
	const ordinal = readOrdinal(lx, i);
	if (ordinal) return isDay(ordinal.value) ? ordinal : null;
	const first = at(lx, i);
	if (first.kind !== "number") {
		const spelled = readBelowHundred(lx, i);
		return spelled && isDay(spelled.value) && !at(lx, spelled.end).sense?.multiplier ? spelled : null;
	}
	if (first.digits > 2 || !isDay(first.number)) return null;
	if (glued(lx, i + 1) && /^%|^\p{L}/u.test(at(lx, i + 1).lower)) return null;
	if (glued(lx, i + 1) && is(lx, i + 1, "/") && at(lx, i + 2).sense?.month === undefined) return null;
	if (isGroupedOrDecimal(lx, i)) return null;
	return { end: i + 1, value: first.number };
}

/** "5,000", "5.3": the digits go on beyond the lexeme. */
export function isGroupedOrDecimal(lx: readonly Lexeme[], i: number): boolean {
	return (
		(is(lx, i + 1, ",") || is(lx, i + 1, ".") || is(lx, i + 1, ":")) &&
		glued(lx, i + 1) &&
		glued(lx, i + 2) &&
		at(lx, i + 2).kind === "number"
	);
}

/** The same to the left: "12,500", "$3.15", "1-1998". */
export function continuesNumber(lx: readonly Lexeme[], i: number): boolean {
	if (!glued(lx, i)) return false;
	const before = at(lx, i - 1);
	if (before.kind === "number" || before.kind === "word") return true;
	return /^[.,:/-]$/.test(before.lower) && glued(lx, i - 1) && at(lx, i - 2).kind === "number";
}

/** A sign of money before a number: it is no day and no year. */
export const isCurrency = (lower: string): boolean => lower === "$" || lower === "£" || lower === "€" || lower === "¥";

export const isDay = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 31;

/** A year in full beside other parts of a date: "1939", "'39", "nineteen thirty-nine", "490 BC", "AD 79". */
export interface YearReading {
	end: number;
	year?: number;
	shortYear?: number;
}

export function readYear(lx: readonly Lexeme[], i: number): YearReading | null {
	const first = at(lx, i);
	if (first.sense?.era === 1 && at(lx, i + 1).number > 0 && at(lx, i + 1).digits <= 4 && first.lower.length === 2)
		return { end: i + 2, year: at(lx, i + 1).number };
	if (first.kind === "number") {
		if (first.digits > 4 || first.number === 0) return null;
		const era = readEra(lx, i + 1);
		if (era) return { end: era.end, year: first.number * era.value };
		if (first.digits !== 4 || first.number < 1000) return null;
		if (isGroupedOrDecimal(lx, i)) return null;
		if (glued(lx, i + 1) && at(lx, i + 1).kind === "word" && !isNewSentence(at(lx, i + 1))) return null;
		return { end: i + 1, year: first.number };
	}
	if (first.lower === "'" && at(lx, i + 1).kind === "number" && at(lx, i + 1).digits === 2 && glued(lx, i + 1)) {
		if (glued(lx, i + 2) && at(lx, i + 2).kind === "word") return null;
		return { end: i + 2, shortYear: at(lx, i + 1).number };
	}
	const spelled = first.sense?.cardinal !== undefined || first.sense?.tens !== undefined;
	return spelled ? readSpelledYear(lx, i) : null;
}

/** A year stuck to the next sentence ("1961-1963The army"): scraped headings lose their line ends. */
const isNewSentence = (lexeme: Lexeme): boolean => lexeme.capital && lexeme.lower.length > 1;

/** "BC", "B.C.", "BCE" after a number; 1 or -1. */
function readEra(lx: readonly Lexeme[], i: number): NumberReading | null {
	const sense = at(lx, i).sense;
	if (sense?.era && at(lx, i).capital) return { end: i + 1, value: sense.era };
	for (const { words, sign } of DOTTED_ERAS) {
		const end = follow(lx, i, words);
		if (end >= 0) return { end, value: sign };
	}
	return null;
}

/** "nineteen eighty-six", "nineteen hundred ninety three", "two thousand and fifteen"; 1000–2999. */
function readSpelledYear(lx: readonly Lexeme[], i: number): YearReading | null {
	const head = readBelowHundred(lx, i);
	if (!head) return null;
	if (at(lx, head.end).sense?.multiplier) {
		const spelled = readSpelled(lx, i);
		return spelled && spelled.value >= 1000 && spelled.value < 3000 ? { end: spelled.end, year: spelled.value } : null;
	}
	if (head.value < 10 || head.value > 29) return null;
	const zero = at(lx, head.end).sense?.cardinal === 0;
	const tail = readBelowHundred(lx, zero ? head.end + 1 : head.end);
	if (!tail || tail.value === 0 || (zero ? tail.value > 9 : tail.value < 10)) return null;
	return { end: tail.end, year: head.value * 100 + tail.value };
}
