import { at, glued, is, type Lexeme } from "./lexemes.js";
import type { Meaning, Reading, UnitName } from "./meaning.js";

/** Units a calendar point can have: "last hour" is none. */
const isPointUnit = (unit: UnitName | undefined): unit is UnitName =>
	unit !== undefined && unit !== "second" && unit !== "minute" && unit !== "hour";

/**
 * "last week", "the following day", "that same month", "this very year", "the day", "the year before", "the day after
 * tomorrow", "the week after next". The determiner is part of the span.
 */
export function readRelativeUnit(lx: readonly Lexeme[], i: number): Reading | null {
	const determiner = at(lx, i).sense;
	let next = i;
	if (determiner?.the || determiner?.determiner) next++;
	const pointer = determiner?.shift && !determiner.the ? determiner.shift : null;
	if (pointer && at(lx, next).sense?.intensifier) next++;
	if (determiner?.the && at(lx, next).sense?.intensifier) next++;
	const shiftWord = at(lx, next).sense?.shift;
	const shift = shiftWord && next > i - 1 && !(next === i && !shiftWord) ? shiftWord : null;
	let end = next;
	if (shift) end++;
	else if (!determiner?.the && !determiner?.determiner) return null;
	const whole = determiner?.the === true && at(lx, end).sense?.whole === true;
	while (at(lx, end).sense?.filler && end < next + 3) end++;
	const unit = at(lx, end).sense;
	if (!unit || !isPointUnit(unit.unit) || unit.plural || unit.times) return null;
	end++;
	if (is(lx, end, "-") && glued(lx, end)) return null;
	const effective = shift ?? pointer;
	if (whole && !effective)
		return { end, meaning: { kind: "relative", unit: unit.unit, shift: 0, frame: "narrative", definite: true } };
	if (!effective) return determiner?.the ? readTrailing(lx, end, unit.unit) : null;
	const chosen = pointer && shift && pointer.frame === "narrative" ? { ...shift, frame: pointer.frame } : effective;
	const meaning: Meaning = {
		kind: "relative",
		unit: unit.unit,
		shift: chosen.shift,
		frame: chosen.frame,
		definite: determiner?.the === true || pointer !== null,
	};
	return { end, meaning };
}

/** What follows "the year": "before", "following", "after next"; and "the day" alone. */
function readTrailing(lx: readonly Lexeme[], i: number, unit: UnitName): Reading | null {
	const after = at(lx, i);
	const trailing = after.sense?.trailing;
	if (!trailing) {
		// "for the day", "ended the day at 8,017": the day told last. Before other words "the day" is any day.
		const closes = unit === "day" && (after.kind === "break" || /^[,.;:!?]$/.test(after.lower) || after.sense?.at);
		return closes
			? { end: i, meaning: { kind: "relative", unit, shift: 0, frame: "narrative", definite: true } }
			: null;
	}
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
