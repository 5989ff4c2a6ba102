import { RANGE_LINKS } from "../en/time-links.js";
import { at, glued, type Lexeme } from "./lexemes.js";
import { isCurrency } from "./number-words.js";
import { STARTS, THE_NUMBER_STARTS } from "./starts.js";

const LINKS: ReadonlySet<string> = new Set(RANGE_LINKS);

/** The readers that can begin at a lexeme: a sum of `STARTS`. Most places of a text are settled here. */
export function startsAt(lx: readonly Lexeme[], i: number): number {
	const { kind, sense, lower } = at(lx, i);
	if (kind === "number") return numberStarts(lx, i);
	if (lower === "'") return STARTS.decade | STARTS.year;
	if (!sense) return 0;
	if (!sense.needsNext) return sense.starts;
	if (sense.the) {
		const next = at(lx, i + 1);
		const number = next.kind === "number" || next.lower === "'" ? THE_NUMBER_STARTS : 0;
		return (sense.starts & STARTS.reference) | (next.sense?.startsAfterThe ?? 0) | number;
	}
	return goesOn(lx, i + 1) ? sense.starts : sense.starts & STARTS.reference;
}

/** Words looked over after one that needs another ("in about the last …"). */
const OPENING_WORDS = 3;

function goesOn(lx: readonly Lexeme[], i: number): boolean {
	for (let k = i; k < i + OPENING_WORDS; k++) {
		const { kind, lower, sense } = at(lx, k);
		if (kind === "number" || lower === "'") return true;
		if (!sense?.goesOn) return false;
		if (!sense.needsNext) return true;
	}
	return false;
}

/** Lexemes between a number and its unit: "2,500 more consecutive working days", "3 1/2 years". */
const UNIT_REACH = 7;
/** Lexemes between a day or year and its month: "5th day of May", "2016, Nov". */
const MONTH_REACH = 4;

/** What a number can begin, by what stands behind it: most numbers of a text count something else. */
function numberStarts(lx: readonly Lexeme[], i: number): number {
	if (isCurrency(at(lx, i - 1).lower)) return 0;
	const { digits, number } = at(lx, i);
	const next = at(lx, i + 1);
	let starts = 0;
	for (let k = i + 1; k <= i + UNIT_REACH; k++) {
		const { sense, kind } = at(lx, k);
		if (kind === "break") break;
		if (!sense) continue;
		if (sense.unit) starts |= STARTS.length;
		if (k > i + MONTH_REACH) continue;
		if (sense.month) starts |= STARTS.namedDate | STARTS.dayPart;
		if (sense.quarterLetter || sense.halfLetter) starts |= STARTS.lettered;
	}
	if (next.sense?.ordinalSuffix) return starts | STARTS.century | STARTS.accounts | STARTS.part;
	if (digits === 8 || next.lower === "-" || next.lower === "/" || next.lower === ".")
		starts |= STARTS.numeric | STARTS.dayPart;
	if (digits === 4) starts |= STARTS.year | STARTS.accounts | STARTS.clock | STARTS.dayPart;
	else if (next.sense?.era || next.sense?.dottedEra) starts |= STARTS.year;
	if (number % 10 === 0) starts |= STARTS.decade;
	if (LINKS.has(next.lower)) starts |= STARTS.range;
	if (digits <= 2 && (next.sense?.meridiem || glued(lx, i + 1) || next.sense?.oclock)) starts |= STARTS.clock;
	return starts;
}
