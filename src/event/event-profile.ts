import type { ParticipantRole, TimeGranularity } from "../generated/prisma/client.js";
import { countryOf } from "../language/entities/places.js";
import type { ReportGroup } from "./report-group.js";

/** A stretch of time in which something happened; `granularity` is how exactly it was told. */
export interface TimeRange {
	start: Date;
	end: Date;
	granularity: TimeGranularity;
}

/** Who takes part, by key, with the role told; a place where it happened has the role OTHER. */
export type Roles = ReadonlyMap<string, ParticipantRole>;

/** An event as matching sees it. */
export interface EventProfile extends ReportGroup {
	id: string;
}

/** Why a mention or article was given to an event, or why it founded one. */
export type MatchDecision =
	| { kind: "join"; eventId: string; score: number; reason: string }
	| { kind: "found"; score: number; reason: string };

/** Under what name a participant is compared: a capital or demonym acts for its country ("Tehran" is Iran's doing). */
export function participantKey(name: string): string {
	return foldName(countryOf(name) ?? name);
}

/** Names are one whatever their case, accents, dots and articles. */
export function foldName(name: string): string {
	return name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[.'’]/g, "")
		.replace(/^the\s+/, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
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

const FINE: ReadonlySet<TimeGranularity> = new Set(["WEEK", "DAY", "HOUR", "MINUTE"]);
/** Whether a time is told to the week or finer. */
export const isFine = (granularity: TimeGranularity): boolean => FINE.has(granularity);

/**
 * How well the participants agree, -1 to 1: the same one in the same role speaks for, in the opposite role against (who
 * attacked whom sets two strikes apart), an unknown one slightly against. 0 where nobody is named.
 */
export function compareRoles(of: Roles, event: Roles): number {
	if (of.size === 0) return 0;
	let sum = 0;
	for (const [key, role] of of) {
		const known = event.get(key);
		if (known === undefined) sum -= 0.25;
		else if (known === role) sum += 1;
		else if (known === "OTHER" || role === "OTHER") sum += 0.6;
		else sum -= 0.7;
	}
	return Math.max(-1, sum / of.size);
}
