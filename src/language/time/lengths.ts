import { RANGE_LINKS } from "../en/time-links.js";
import { APPROXIMATORS, COMPARISON, DURATION_TAILS } from "../en/time-relations.js";
import { durationValue } from "./duration-value.js";
import { at, follow, glued, is, type Lexeme } from "./lexemes.js";
import type { Amount, Meaning, Reading, UnitName } from "./meaning.js";
import { readCardinal } from "./number-words.js";
import { readPoint } from "./points.js";
import { readRelativeUnit } from "./relative-units.js";

const LINKS: ReadonlySet<string> = new Set(RANGE_LINKS);

interface AmountReading {
	end: number;
	amounts: Amount[];
	times: number;
	/** A bare plural ("years") or "the" stands for the number. */
	bare: boolean;
	/** Joined by a hyphen: "12-year". */
	compound: boolean;
	approximate: boolean;
}

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
	let end = amount.end;
	for (const tail of DURATION_TAILS) {
		const after = follow(lx, is(lx, end, "-") ? end + 1 : end, tail);
		if (after >= 0) {
			end = after;
			break;
		}
	}
	return { end, meaning: { kind: "fixed", value: durationValue(first.n, first.unit, amount.times) }, ...approximate };
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

function readAmounts(lx: readonly Lexeme[], i: number): AmountReading | null {
	let next = i;
	let approximate = false;
	for (const phrase of at(lx, next).sense?.approximator ? APPROXIMATORS : []) {
		const after = follow(lx, next, phrase);
		if (after < 0) continue;
		next = after;
		approximate = true;
		break;
	}
	const first = readAmount(lx, next);
	if (!first) return null;
	const amounts = [first.amount];
	let end = first.end;
	for (let turn = 0; turn < 2 && !first.bare && !first.compound; turn++) {
		const joined = is(lx, end, ",") || at(lx, end).sense?.and;
		const more = readAmount(lx, joined ? end + 1 : end);
		if (!more || more.bare || more.compound || more.indefinite) break;
		amounts.push(more.amount);
		end = more.end;
	}
	if (amounts.length > 1 && !at(lx, end).sense?.direction) {
		amounts.length = 1;
		end = first.end;
	}
	return { end, amounts, times: first.times, bare: first.bare, compound: first.compound, approximate };
}

interface OneAmount {
	end: number;
	amount: Amount;
	times: number;
	bare: boolean;
	compound: boolean;
	indefinite: boolean;
}

function readAmount(lx: readonly Lexeme[], i: number): OneAmount | null {
	const sense = at(lx, i).sense;
	if (sense?.half) {
		const of = at(lx, i + 1).sense?.indefinite ? i + 2 : i + 1;
		const unit = at(lx, of).sense;
		if (!unit?.unit || unit.plural || of === i + 1) return null;
		return one(of + 1, unit.unit === "hour" ? { n: 30, unit: "minute" } : { n: 0.5, unit: unit.unit });
	}
	if (sense?.indefinite) {
		if (at(lx, i + 1).sense?.vague) return vague(lx, i + 2);
		const more = readCardinalAmount(lx, i + 1);
		// The article before "90-day" belongs to the noun behind it.
		if (more?.compound) return null;
		if (more && at(lx, more.end - 1).sense?.plural !== true && more.amount.n !== 1) return more;
		return unitAfter(lx, i + 1, 1, true);
	}
	if (sense?.vague) return vague(lx, at(lx, i + 1).sense?.of ? i + 2 : i + 1);
	if (sense?.unit && (sense.plural || is(lx, i + 1, "-"))) {
		const compound = is(lx, i + 1, "-") && is(lx, i + 2, DURATION_TAILS[2]?.[0] ?? "");
		if (!sense.plural && !compound) return null;
		if (sense.unit === "weekend") return null;
		return {
			end: i + 1,
			amount: { n: compound && !sense.plural ? 1 : null, unit: sense.unit },
			times: 1,
			bare: !compound,
			compound,
			indefinite: false,
		};
	}
	return readCardinalAmount(lx, i);
}

function readCardinalAmount(lx: readonly Lexeme[], i: number): OneAmount | null {
	const count = readCardinal(lx, i);
	if (!count || count.value > 100_000) return null;
	if (at(lx, i).kind === "number" && /^[$£€]$/.test(at(lx, i - 1).lower)) return null;
	return unitAfter(lx, count.end, count.value, false);
}

function unitAfter(lx: readonly Lexeme[], i: number, n: number, indefinite: boolean): OneAmount | null {
	let next = i;
	const compound = is(lx, next, "-") && glued(lx, next);
	if (compound) next++;
	for (let turn = 0; turn < 2 && at(lx, next).sense?.filler; turn++) next++;
	// "two bloody weeks".
	if (n > 1 && !compound && at(lx, next).pos === "ADJ" && !at(lx, next).sense && at(lx, next + 1).sense?.plural) next++;
	const unit = at(lx, next).sense;
	if (!unit?.unit || unit.unit === "weekend") return null;
	// "three quarters of" is a fraction, "an hour-long" is read as a compound.
	if (unit.unit === "quarter" && at(lx, next + 1).sense?.of) return null;
	if (indefinite && (unit.plural || unit.unit === "quarter")) return null;
	let amount: Amount = { n, unit: unit.unit };
	let end = next + 1;
	if (at(lx, end).sense?.and && at(lx, end + 1).sense?.indefinite && at(lx, end + 2).sense?.half) {
		amount = { n: n + 0.5, unit: unit.unit };
		end += 3;
	}
	return { end, amount, times: unit.times ?? 1, bare: false, compound, indefinite };
}

function vague(lx: readonly Lexeme[], i: number): OneAmount | null {
	let next = i;
	if (at(lx, next).sense?.of) next++;
	for (let turn = 0; turn < 2 && at(lx, next).sense?.filler; turn++) next++;
	const unit = at(lx, next).sense;
	if (!unit?.unit || !unit.plural || unit.unit === "weekend") return null;
	return {
		end: next + 1,
		amount: { n: null, unit: unit.unit },
		times: 1,
		bare: false,
		compound: false,
		indefinite: false,
	};
}

const one = (end: number, amount: Amount): OneAmount => ({
	end,
	amount,
	times: 1,
	bare: false,
	compound: false,
	indefinite: false,
});

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
		if (base && !range && isDated(base.meaning))
			return { end: base.end, meaning: offset(amount, word.based, base.meaning, true) };
		if (!word.direction) return null;
		if (after.kind === "word") return null;
	}
	if (!word.direction) return null;
	if (is(lx, amount.end + 1, COMPARISON)) return null;
	return { end: amount.end + 1, meaning: offset(amount, word.direction.sign, word.direction.frame, false) };
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

/** "years of war", "for months", "in minutes": a bare plural is a length only between such words. */
function isBareLength(lx: readonly Lexeme[], i: number, amount: AmountReading): boolean {
	if (amount.approximate) return true;
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
