import type { TimeGranularity } from "../generated/prisma/client.js";

/** A stretch of time in which something happened; `granularity` is how exactly it was told. */
export interface TimeRange {
	start: Date;
	end: Date;
	granularity: TimeGranularity;
}

/**
 * Whether two times can be those of one happening: SAME where they overlap and both are told to the week or finer,
 * APART where they cannot overlap, UNKNOWN where one is untold or too coarse to say.
 */
export function compareTimes(a: TimeRange | null, b: TimeRange | null): "SAME" | "APART" | "UNKNOWN" {
	if (!a || !b) return "UNKNOWN";
	if (a.end.getTime() <= b.start.getTime() || b.end.getTime() <= a.start.getTime()) return "APART";
	return isFine(a.granularity) && isFine(b.granularity) ? "SAME" : "UNKNOWN";
}

const FINE: ReadonlySet<TimeGranularity> = new Set(["WEEK", "DAY", "HOUR", "MINUTE"]);
/** Whether a time is told to the week or finer. */
export const isFine = (granularity: TimeGranularity): boolean => FINE.has(granularity);
