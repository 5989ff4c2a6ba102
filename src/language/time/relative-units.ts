import { durationValue } from "./duration-value.js";
import { at, glued, is, type Lexeme } from "./lexemes.js";
import { fixed, type Lean, type Reading, type UnitName } from "./meaning.js";
import { isCurrency } from "./number-words.js";

/** Units a calendar point can have: "last hour" is none. */
const isPointUnit = (unit: UnitName | undefined): unit is UnitName =>
	unit !== undefined && unit !== "second" && unit !== "minute" && unit !== "hour";

/**
 * "last week", "the following day", "that same month", "this very year", "the day", "the year before", "the day after
 * tomorrow", "the week after next", "the current fiscal year", "the weekend". The determiner is part of the span.
 */
export function readRelativeUnit(lx: readonly Lexeme[], i: number): Reading | null {
	const determiner = at(lx, i).sense;
	let next = i;
	if (determiner?.the || determiner?.determiner) next++;
	const pointer = determiner?.shift && !determiner.the ? determiner.shift : null;
	if ((pointer || determiner?.the) && at(lx, next).sense?.intensifier) next++;
	const shift = at(lx, next).sense?.shift ?? null;
	let end = next;
	if (shift) end++;
	else if (!determiner?.the && !determiner?.determiner && !determiner?.fiscal) return null;
	const whole = determiner?.the === true && at(lx, end).sense?.whole === true;
	while (at(lx, end).sense?.filler && end < next + 3) end++;
	const fiscal = at(lx, end).sense?.fiscal === true;
	if (fiscal) end++;
	const unit = at(lx, end).sense;
	if (!unit || !isPointUnit(unit.unit) || unit.plural || unit.times) return null;
	end++;
	if (is(lx, end, "-") && glued(lx, end)) return null;
	const definite = determiner?.the === true || determiner?.determiner === true;
	const chosen = shift && pointer?.frame === "narrative" ? { ...shift, frame: pointer.frame } : (shift ?? pointer);
	if (fiscal && unit.unit !== "year") return null;
	// "the last week of the campaign" is none of the calendar's.
	const the = at(lx, determiner?.the ? i : i - 1).sense?.the;
	if (the && shift && at(lx, next).sense?.ordinal !== undefined && isOfSomething(lx, end)) return null;
	const relative = (told: Lean): Reading => ({
		end,
		meaning: { kind: "relative", unit: unit.unit as UnitName, ...told, definite, ...(fiscal ? { fiscal } : {}) },
	});
	if (chosen) return relative(chosen);
	if (whole) return relative({ shift: 0, frame: "narrative" });
	if (fiscal) return relative({ shift: 0, frame: "speech" });
	return determiner?.the ? readTrailing(lx, i, end, unit.unit) : null;
}

/** "of the war", "of World War II"; a sum of money belongs to another noun ("a profit for the last year of $2 billion"). */
export const isOfSomething = (lx: readonly Lexeme[], i: number): boolean =>
	at(lx, i).sense?.of === true &&
	at(lx, i).sense?.in !== true &&
	at(lx, i + 1).kind === "word" &&
	!isCurrency(at(lx, i + 2).lower);

/** What follows "the year": "before", "following", "after next"; and "the day" or "for the year" alone. */
function readTrailing(lx: readonly Lexeme[], begin: number, i: number, unit: UnitName): Reading | null {
	const trailing = at(lx, i).sense?.trailing;
	if (!trailing) return unit === "weekend" ? { end: i, meaning: { kind: "weekend" } } : readAlone(lx, begin, i, unit);
	const theNext = at(lx, i + 1).sense?.the ? i + 2 : i + 1;
	const next = at(lx, theNext).sense?.shift;
	if (next?.shift === trailing && next.frame !== "narrative" && at(lx, i).sense?.based)
		return {
			end: theNext + 1,
			meaning: { kind: "relative", unit, shift: trailing * 2, frame: "speech", definite: true },
		};
	if (at(lx, i).sense?.based && at(lx, i + 1).kind === "word") return null;
	return { end: i + 1, meaning: { kind: "relative", unit, shift: trailing, frame: "narrative", definite: true } };
}

/** "for the day", "ended the day at 8,017", "in the month", "for the year": the one spoken of. Before other words it is any. */
function readAlone(lx: readonly Lexeme[], begin: number, i: number, unit: UnitName): Reading | null {
	const after = at(lx, i);
	const closes = after.kind === "break" || /^[,.;:!?]$/.test(after.lower);
	const told: Reading = {
		end: i,
		meaning:
			unit === "year"
				? { kind: "latest", unit }
				: { kind: "relative", unit, shift: 0, frame: "narrative", definite: true },
	};
	if (unit === "quarter" || (after.sense?.ended && unit !== "year")) return null;
	if (unit === "day") return closes || after.sense?.at ? told : null;
	if (!at(lx, begin - 1).sense?.stretchPreposition) return null;
	if (after.sense?.ended) return { end: i, meaning: fixed("DURATION", durationValue(1, unit)) };
	return closes || (/^(?:ADP|AUX|CCONJ|VERB|PRON)$/.test(after.pos) && !after.sense?.of && !after.sense?.to)
		? told
		: null;
}
