import { at, type Lexeme } from "./lexemes.js";
import type { Meaning, Reading } from "./meaning.js";

/** "today", "yesterday", "tomorrow", "tonight", "the day after tomorrow", "the day before yesterday". */
export function readDeictic(lx: readonly Lexeme[], i: number): Reading | null {
	const sense = at(lx, i).sense;
	if (sense?.deictic) {
		const day = dayFromNow(sense.deictic.days);
		return { end: i + 1, meaning: sense.deictic.part ? { kind: "clock", time: `T${sense.deictic.part}`, day } : day };
	}
	const unitAt = sense?.the ? i + 1 : i;
	if (at(lx, unitAt).sense?.unit !== "day" || at(lx, unitAt).sense?.plural) return null;
	const direction = at(lx, unitAt + 1).sense;
	const base = at(lx, unitAt + 2).sense?.deictic;
	if (!direction?.trailing || !direction.based || !base || base.days !== direction.trailing) return null;
	return { end: unitAt + 3, meaning: dayFromNow(base.days + direction.trailing) };
}

export const dayFromNow = (days: number): Meaning => ({
	kind: "relative",
	unit: "day",
	shift: days,
	frame: "speech",
	definite: false,
});
