import { type CalendarPoint, parsePoint, pointDays } from "./timex-value.js";

export type TimexGranularity = "DECADE" | "YEAR" | "SEASON" | "QUARTER" | "MONTH" | "WEEK" | "DAY" | "HOUR" | "MINUTE";

export interface TimexInterval {
	/** Half-open, UTC. */
	start: Date;
	end: Date;
	granularity: TimexGranularity;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** JavaScript dates reach 100 million days to each side of 1970; values beyond have no interval. */
const MAX_DAYS = 100_000_000;

/** Hours of the day that TIMEX3's parts of a day stand for (half-open; a night runs into the next day). */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
	MO: [5, 12],
	MI: [11, 14],
	AF: [12, 18],
	EV: [17, 22],
	NI: [20, 30],
	DT: [6, 20],
};

const GRANULARITY: Readonly<Record<CalendarPoint["precision"], TimexGranularity | null>> = {
	day: "DAY",
	week: "WEEK",
	weekend: "WEEK",
	month: "MONTH",
	quarter: "QUARTER",
	half: "SEASON",
	season: "SEASON",
	year: "YEAR",
	decade: "DECADE",
	century: null,
};

/**
 * TIMEX3 value -> half-open UTC interval and granularity; null for values without one (durations, sets, FUTURE_REF,
 * XXXX-…) and for centuries, which are too wide to date an event by. Halves count as seasons, weekends as weeks,
 * parts of the day as hours; a clock time without a zone is read as UTC.
 */
export function timexInterval(value: string): TimexInterval | null {
	const p = parsePoint(value);
	if (!p) return null;
	const granularity = GRANULARITY[p.precision];
	if (!granularity) return null;
	const { start, end } = pointDays(p);
	if (Math.abs(start) >= MAX_DAYS || Math.abs(end) >= MAX_DAYS) return null;
	if (p.time !== undefined) return timeOfDay(start * DAY_MS, p.time);
	return { start: new Date(start * DAY_MS), end: new Date(end * DAY_MS), granularity };
}

function timeOfDay(dayMs: number, time: string): TimexInterval | null {
	const part = PARTS[time.slice(1)];
	if (part) return interval(dayMs + part[0] * HOUR_MS, (part[1] - part[0]) * HOUR_MS, "HOUR");
	const m = /^T(\d\d)(?::?(\d\d)(?::?(\d\d)(?:\.\d+)?)?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?)?$/.exec(time);
	if (!m) return time === "TXX" ? interval(dayMs, DAY_MS, "DAY") : null;
	const hours = Number(m[1]);
	const minutes = Number(m[2] ?? 0);
	if (hours > 24 || minutes > 59) return null;
	const offset = (m[4] === "-" ? -1 : 1) * (Number(m[5] ?? 0) * HOUR_MS + Number(m[6] ?? 0) * MINUTE_MS);
	const start = dayMs + hours * HOUR_MS + minutes * MINUTE_MS - offset;
	return m[2] === undefined ? interval(start, HOUR_MS, "HOUR") : interval(start, MINUTE_MS, "MINUTE");
}

const interval = (start: number, length: number, granularity: TimexGranularity): TimexInterval => ({
	start: new Date(start),
	end: new Date(start + length),
	granularity,
});
