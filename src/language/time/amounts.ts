import { DURATION_TAILS } from "../en/time-relations.js";
import { at, follow, glued, is, type Lexeme } from "./lexemes.js";
import type { Amount, UnitName } from "./meaning.js";
import { isCurrency, readCardinal } from "./number-words.js";

/** Amounts of time that cover lexemes up to `end` (exclusive). */
export interface AmountReading {
	end: number;
	amounts: Amount[];
	times: number;
	/** A bare plural ("years") or "the" stands for the number. */
	bare: boolean;
	/** Joined by a hyphen: "12-year". */
	compound: boolean;
	approximate: boolean;
}

/** "two days", "1 month and 21 days", "more than a year", "several weeks", "90-day", "half an hour", "a quarter of a century", "years". */
export function readAmounts(lx: readonly Lexeme[], i: number): AmountReading | null {
	let next = i;
	let approximate = false;
	for (const rest of at(lx, next).sense?.approximators ?? []) {
		const after = follow(lx, next + 1, rest);
		if (after < 0) continue;
		next = after;
		approximate = true;
		break;
	}
	const first = at(lx, next).sense?.another ? readAnother(lx, next + 1) : readAmount(lx, next);
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
	if (sense?.half) return halfOf(lx, i);
	if (sense?.lengthWord) return one(i + 1, sense.lengthWord);
	if (sense?.all) {
		const unit = at(lx, i + 1).sense;
		return unit?.unit && WHOLE_UNITS.has(unit.unit) && !unit.plural ? one(i + 2, { n: 1, unit: unit.unit }) : null;
	}
	if (sense?.unit === "quarter") return quarterCentury(lx, i);
	if (sense?.indefinite) {
		const century = at(lx, i + 1).sense?.unit === "quarter" ? quarterCentury(lx, i + 1) : null;
		if (century) return century;
		if (at(lx, i + 1).sense?.vague) return vague(lx, i + 2);
		if (at(lx, i + 1).sense?.half) return halfOf(lx, i + 1);
		const more = readCardinalAmount(lx, i + 1);
		// The article before "90-day" belongs to the noun behind it.
		if (more?.compound) return null;
		if (more && at(lx, more.end - 1).sense?.plural !== true && more.amount.n !== 1) return more;
		return at(lx, i - 1).sense?.distance ? null : unitAfter(lx, i + 1, 1, true);
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

/** "another two weeks", "another week". */
function readAnother(lx: readonly Lexeme[], i: number): OneAmount | null {
	const unit = at(lx, i).sense;
	if (!unit?.unit) {
		const count = readCardinalAmount(lx, i);
		return count?.compound ? null : count;
	}
	return unit.plural || isModifier(lx, i + 1) ? null : unitAfter(lx, i, 1, false);
}

/** "all year": of "all night" and "all hours" nobody knows how long they were. */
const WHOLE_UNITS: ReadonlySet<UnitName> = new Set(["day", "week", "month", "year"]);

/** "half an hour", "a half hour", "half-century". */
function halfOf(lx: readonly Lexeme[], i: number): OneAmount | null {
	const article = at(lx, i + 1).sense?.indefinite === true;
	const joined = article || is(lx, i + 1, "-") || at(lx, i - 1).sense?.indefinite === true;
	const next = article || is(lx, i + 1, "-") ? i + 2 : i + 1;
	const unit = at(lx, next).sense;
	if (!joined || !unit?.unit || unit.plural || unit.unit === "quarter") return null;
	return one(next + 1, HALVES[unit.unit] ?? { n: 0.5, unit: unit.unit });
}

/** Halves told in a smaller unit. */
const HALVES: Readonly<Partial<Record<UnitName, Amount>>> = {
	hour: { n: 30, unit: "minute" },
	decade: { n: 5, unit: "year" },
	century: { n: 50, unit: "year" },
};

/** "quarter-century", "quarter of a century". */
function quarterCentury(lx: readonly Lexeme[], i: number): OneAmount | null {
	let next = is(lx, i + 1, "-") ? i + 2 : i + 1;
	if (at(lx, next).sense?.of && at(lx, next + 1).sense?.indefinite) next += 2;
	return at(lx, next).sense?.unit === "century" ? one(next + 1, { n: 25, unit: "year" }) : null;
}

function readCardinalAmount(lx: readonly Lexeme[], i: number): OneAmount | null {
	const count = readCardinal(lx, i);
	if (!count || count.value > 100_000) return null;
	const first = at(lx, i);
	if (first.kind === "number" && isCurrency(at(lx, i - 1).lower)) return null;
	// "the 1988 quarter": a year, not a count.
	const yearLike = first.digits === 4 && count.end === i + 1 && first.number > 1800 && first.number < 2200;
	if (yearLike && !at(lx, count.end).sense?.plural) return null;
	return unitAfter(lx, count.end, count.value, false);
}

function unitAfter(lx: readonly Lexeme[], i: number, n: number, indefinite: boolean): OneAmount | null {
	let next = i;
	// "90-day", and "90 - day" in texts whose words were set apart.
	const compound = is(lx, next, "-") && (glued(lx, next) || at(lx, next + 1).sense?.plural !== true);
	if (compound) next++;
	for (let turn = 0; turn < 2 && at(lx, next).sense?.filler; turn++) next++;
	// "two bloody weeks".
	if (n > 1 && !compound && at(lx, next).pos === "ADJ" && !at(lx, next).sense && at(lx, next + 1).sense?.plural) next++;
	const unit = at(lx, next).sense;
	if (!unit?.unit || unit.unit === "weekend") return null;
	// "three quarters of" is a fraction, "an hour-long" is read as a compound.
	if (unit.unit === "quarter" && at(lx, next + 1).sense?.of) return null;
	if (indefinite && (unit.plural || unit.unit === "quarter" || isModifier(lx, next + 1))) return null;
	let amount: Amount = { n, unit: unit.unit };
	let end = next + 1;
	if (at(lx, end).sense?.and && at(lx, end + 1).sense?.indefinite && at(lx, end + 2).sense?.half) {
		amount = { n: n + 0.5, unit: unit.unit };
		end += 3;
	}
	return { end, amount, times: unit.times ?? 1, bare: false, compound, indefinite };
}

/** "a year-earlier profit", "a week-old truce": the unit belongs to the word behind its hyphen. */
const isModifier = (lx: readonly Lexeme[], i: number): boolean =>
	is(lx, i, "-") && glued(lx, i) && glued(lx, i + 1) && !DURATION_TAILS.some(([tail]) => is(lx, i + 1, tail ?? ""));

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
