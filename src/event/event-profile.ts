import type { ReportGroup } from "./report-group.js";
import { compareTimes, type TimeRange } from "./time-range.js";

/** An event as matching sees it. */
export interface EventProfile extends ReportGroup {
	id: string;
}

/** Why a mention or article was given to an event, or why it founded one. */
export type MatchDecision =
	| { kind: "join"; eventId: string; score: number; reason: string }
	| { kind: "found"; score: number; reason: string };

/** News is printed within days of what it tells; a week allows for weeklies and for what came out late. */
const NEWS_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Whether a mention's time can be that of an event. An event that articles were about, but that none of them dates, happened in the
 * days before the first of them: being told for one of these days is no proof, being told for others tells them apart.
 */
export function compareWithEvent(time: TimeRange | null, event: EventProfile): "SAME" | "APART" | "UNKNOWN" {
	if (event.time || !event.mainReports || !time) return compareTimes(time, event.time);
	const start = new Date(event.mainReports.first.getTime() - NEWS_DAYS * DAY_MS);
	const end = new Date(event.mainReports.last.getTime() + DAY_MS);
	return time.end <= start || end <= time.start ? "APART" : "UNKNOWN";
}
