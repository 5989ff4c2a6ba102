import { RANGE_LINKS } from "../en/time-links.js";
import { COMPARISON, DURATION_TAILS } from "../en/time-relations.js";
import { type AmountReading, readAmounts } from "./amounts.js";
import { durationValue } from "./duration-value.js";
import { at, follow, is, type Lexeme } from "./lexemes.js";
import { fixed, type Meaning, type Reading, type UnitName } from "./meaning.js";
import { readPoint } from "./points.js";
import { readRelativeUnit } from "./relative-units.js";

const LINKS: ReadonlySet<string> = new Set(RANGE_LINKS);

/**
 * Lengths and what is measured by them: "more than a year", "90-day", "three decades", "two and a half years", "half an
 * hour", "months-long", "18 years old"; "two days ago", "a year earlier", "1 month and 21 days ago", "three weeks from
 * now", "two weeks before Christmas", "in 3 weeks".
 */
export function readLength(lx: readonly Lexeme[], i: number, futureAt: (i: number) => boolean): Reading | null {
	const inFront = at(lx, i).sense?.in === true && at(lx, i - 1).sense?.unit === undefined;
	const begin = inFront ? i + 1 : i;
	const same = inFront ? null : readSameBefore(lx, i);
	if (same) return same;
	const amount = readAmounts(lx, begin);
	if (!amount) return null;
	const approximate = amount.approximate ? { approximate: true } : {};
	const directed = readDirection(lx, amount);
	if (directed)
		return inFront && directed.meaning.kind !== "offset" ? null : { ...directed, ...approximate, start: begin };
	if (inFront) {
		if (
			amount.bare ||
			amount.compound ||
			amount.approximate ||
			amount.amounts.some((a) => a.n === null) ||
			!futureAt(i) ||
			isReckoned(lx, i)
		)
			return null;
		return { end: amount.end, meaning: offset(amount, 1, "speech", true), ...approximate };
	}
	const [first] = amount.amounts;
	if (!first || amount.amounts.length > 1) return null;
	if (amount.bare && !isBareLength(lx, i, amount)) return null;
	const fromEvent = readFromEvent(lx, amount);
	if (fromEvent) return { ...fromEvent, ...approximate };
	let end = amount.end;
	for (const tail of DURATION_TAILS) {
		const after = follow(lx, is(lx, end, "-") ? end + 1 : end, tail);
		if (after >= 0) {
			end = after;
			break;
		}
	}
	return { end, meaning: fixed("DURATION", durationValue(first.n, first.unit, amount.times)), ...approximate };
}

const isTimeUnit = (unit: UnitName): boolean => unit === "second" || unit === "minute" || unit === "hour";

/** Words between the determiner and the noun of an event ("after the disputed local vote"). */
const EVENT_WORDS = 3;

/** "eight days after the vote": a length that may be a date once the vote is dated. */
function readFromEvent(lx: readonly Lexeme[], amount: AmountReading): Reading | null {
	const [first] = amount.amounts;
	const sign = at(lx, amount.end).sense?.based;
	const determiner = at(lx, amount.end + 1);
	if (
		!first ||
		first.n === null ||
		isTimeUnit(first.unit) ||
		amount.compound ||
		!sign ||
		!at(lx, amount.end).sense?.trailing
	)
		return null;
	if (determiner.pos !== "DET" && !determiner.sense?.the) return null;
	let noun = -1;
	for (let k = amount.end + 2; k < amount.end + 2 + EVENT_WORDS; k++) {
		const { pos, kind } = at(lx, k);
		if (kind !== "word" || (pos !== "NOUN" && pos !== "ADJ" && pos !== "PROPN")) break;
		if (pos === "NOUN") noun = at(lx, k).token;
	}
	if (noun < 0) return null;
	const amounts = [{ ...first, n: first.n * amount.times }];
	const length = durationValue(first.n, first.unit, amount.times);
	return { end: amount.end, meaning: { kind: "fromEvent", amounts, sign, event: noun, length } };
}

/** Lexemes looked back for a rank; "the third storm to strike the coast in 13 months" needs some ten. */
const RANK_REACH = 16;

/** "the third storm to strike in 13 months", "the worst fire in two weeks": the length over which something is counted. */
function isReckoned(lx: readonly Lexeme[], i: number): boolean {
	for (let k = i - 1; k >= i - RANK_REACH; k--) {
		const { kind, sense, lower } = at(lx, k);
		if (kind === "break" || lower === ".") return false;
		if (sense?.rank && !sense.unit) return true;
	}
	return false;
}

/** "the same month a year ago", "the same quarter two years earlier". */
function readSameBefore(lx: readonly Lexeme[], i: number): Reading | null {
	if (!at(lx, i).sense?.the || at(lx, i + 1).sense?.shift?.shift !== 0) return null;
	const same = readRelativeUnit(lx, i);
	const amount = same && readAmounts(lx, same.end);
	const word = amount && at(lx, amount.end).sense?.direction;
	if (!word || is(lx, amount.end + 1, COMPARISON)) return null;
	return { end: amount.end + 1, meaning: offset(amount, word.sign, same.meaning, false) };
}

/** "ago", "later", "before that", "from now", "after Easter" behind the amount. */
function readDirection(lx: readonly Lexeme[], amount: AmountReading): Reading | null {
	if (amount.compound) return null;
	const word = at(lx, amount.end).sense;
	if (!word) return null;
	const after = at(lx, amount.end + 1);
	if (word.based) {
		if (after.sense?.now) return { end: amount.end + 2, meaning: offset(amount, word.based, "speech", true) };
		const base = readPoint(lx, amount.end + 1, 1);
		// "64 days from May 3 to July 6" is a length between two dates.
		const range =
			base &&
			LINKS.has(at(lx, base.end).lower) &&
			(at(lx, base.end + 1).sense?.month || at(lx, base.end + 1).kind === "number");
		// "days before Sunday's vote" is no more than a length.
		const counted = amount.amounts.every((a) => a.n !== null);
		if (base && !range && counted && isDated(base.meaning))
			return { end: base.end, meaning: offset(amount, word.based, base.meaning, true) };
		if (!word.direction) return null;
		if (after.kind === "word") return null;
	}
	if (!word.direction) return null;
	if (is(lx, amount.end + 1, COMPARISON)) return null;
	const anniversary = word.direction.frame === "speech" ? readSameTime(lx, amount.end + 1) : null;
	if (anniversary) return { end: anniversary.end, meaning: offset(amount, -1, anniversary.meaning, false) };
	return { end: amount.end + 1, meaning: offset(amount, word.direction.sign, word.direction.frame, false) };
}

/** "ten years ago this week", "a year ago today". */
function readSameTime(lx: readonly Lexeme[], i: number): Reading | null {
	const { sense } = at(lx, i);
	if (sense?.deictic?.days !== 0 && !(sense?.shift?.shift === 0 && sense.shift.frame === "speech")) return null;
	const same = readPoint(lx, i, 2);
	return same?.meaning.kind === "relative" ? same : null;
}

function isDated(meaning: Meaning): boolean {
	return (
		meaning.kind === "holiday" ||
		meaning.kind === "relative" ||
		(meaning.kind === "calendar" &&
			(meaning.fields.day !== undefined || meaning.fields.weekday !== undefined || meaning.fields.year !== undefined))
	);
}

function offset(
	amount: AmountReading,
	sign: -1 | 1,
	base: "speech" | "narrative" | "either" | Meaning,
	exact: boolean,
): Meaning {
	const amounts = amount.amounts.map((a) => ({ ...a, n: a.n === null ? null : a.n * amount.times }));
	return { kind: "offset", amounts, sign, base, exact };
}

/** "years of war", "for months", "in minutes", "hours after the raid": a bare plural is a length only beside such words. */
function isBareLength(lx: readonly Lexeme[], i: number, amount: AmountReading): boolean {
	if (amount.approximate) return true;
	const after = at(lx, amount.end).sense;
	if (after?.based && after.yearPreposition) return true;
	const before = at(lx, at(lx, i - 1).sense?.restrictor ? i - 2 : i - 1);
	const unit: UnitName | undefined = amount.amounts[0]?.unit;
	if (unit === "second") return false;
	return (
		before.sense?.timePreposition === true &&
		before.sense.edge === undefined &&
		!before.sense.shift &&
		!before.sense.every &&
		!before.sense.yearNoun
	);
}
