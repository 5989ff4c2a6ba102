import type { Anchors, Dated } from "./anchors.js";
import type { Amount, FrameName, Meaning, UnitName } from "./meaning.js";
import { MAX_LENGTH, precise, precisionOf, undatedUnit } from "./precision.js";
import {
	addMonths,
	addYears,
	type CalendarPoint,
	dayNumber,
	dayPoint,
	daysInMonth,
	pointAt,
	pointDays,
} from "./timex-value.js";

/** Dates an offset from its base, already dated where it is told. */
export function dateOffset(meaning: Meaning & { kind: "offset" }, from: CalendarPoint | null, anchors: Anchors): Dated {
	const { amounts, sign, base, exact } = meaning;
	const finest = finestUnit(amounts);
	if (!finest) return { value: sign < 0 ? "PAST_REF" : "FUTURE_REF" };
	if (amounts.some((a) => a.n === null)) return dateVague(finest, sign, base, anchors);
	if (!from) return { value: undatedUnit(finest) };
	const compared = comparedWith(meaning, anchors);
	if (compared) return { point: { ...compared, year: addYears(compared.year, -1) } };
	const start = precise(from, finest, anchors) ?? from;
	if (pointDays(start).end - pointDays(start).start > MAX_LENGTH[precisionOf(finest)]) {
		if (!exact) return { value: undatedUnit(finest) };
	}
	const moved = moveDay(pointDays(start).start, amounts, sign);
	// A length in months or years from no particular day says no day either.
	const dayTold =
		exact ||
		finest === "day" ||
		finest === "hour" ||
		(finest === "week" && start.precision === "day" && base !== "speech");
	if (dayTold) return { point: dayPoint(moved) };
	// "the same month a year ago" is a month, whatever it is counted in.
	return { point: pointAt(moved, typeof base === "string" ? finest : unitOf(start, finest)) };
}

/** "rose to 41 million from 36 million a year earlier": the same quarter or month of the year before. */
function comparedWith(meaning: Meaning & { kind: "offset" }, anchors: Anchors): CalendarPoint | null {
	const { amounts, sign, base, exact } = meaning;
	const [amount] = amounts;
	if (exact || sign > 0 || amounts.length > 1 || amount?.unit !== "year" || amount.n !== 1) return null;
	const told = anchors.historical || typeof base !== "string" ? null : anchors.narrative;
	if (!told) return null;
	if (told.precision === "month") return anchors.toldHere ? told : null;
	if (told.precision !== "quarter" && told.precision !== "half") return null;
	return anchors.toldHere || base !== "speech" ? told : null;
}

/** "seconds later" is the day told last; "days later" in news that tells of the past lies in no future of its reader's. */
function dateVague(finest: UnitName, sign: -1 | 1, base: FrameName | Meaning, anchors: Anchors): Dated {
	if (sign < 0) return { value: "PAST_REF" };
	if (base === "speech" || anchors.tense === "future") return { value: "FUTURE_REF" };
	const within = finest === "second" || finest === "minute" || finest === "hour";
	if (within && anchors.narrativeDay) return { point: anchors.narrativeDay };
	return { value: anchors.historical ? "FUTURE_REF" : undatedUnit(finest) };
}

const unitOf = (p: CalendarPoint, otherwise: UnitName): UnitName =>
	p.precision === "half" || p.precision === "season" ? otherwise : p.precision;

function finestUnit(amounts: readonly Amount[]): UnitName | null {
	const order: readonly UnitName[] = [
		"second",
		"minute",
		"hour",
		"day",
		"week",
		"weekend",
		"month",
		"quarter",
		"year",
		"decade",
		"century",
	];
	for (const unit of order) if (amounts.some((a) => a.unit === unit)) return unit;
	return null;
}

const MONTHS_IN: Readonly<Partial<Record<UnitName, number>>> = {
	month: 1,
	quarter: 3,
	year: 12,
	decade: 120,
	century: 1200,
};

function moveDay(days: number, amounts: readonly Amount[], sign: -1 | 1): number {
	let months = 0;
	let rest = 0;
	for (const { n, unit } of amounts) {
		if (n === null) continue;
		const inMonths = MONTHS_IN[unit];
		if (inMonths) months += n * inMonths;
		else if (unit === "week" || unit === "weekend") rest += n * 7;
		else if (unit === "day") rest += n;
	}
	// Half a year is six months, half a month its days; no text is older than a hundred thousand years.
	const whole = Math.max(-1_200_000, Math.min(1_200_000, Math.trunc(months)));
	const from = dayPoint(days);
	const moved = addMonths(from.year, from.index, sign * whole);
	const day = Math.min(from.day, daysInMonth(moved.year, moved.month));
	return dayNumber(moved.year, moved.month, day) + sign * Math.round(rest + (months - whole) * 30);
}
