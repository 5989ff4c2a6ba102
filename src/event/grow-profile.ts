import type { EventProfile, TimeRange } from "./event-profile.js";
import { addWeights } from "./term-weight.js";

/** What one mention, or one article about the event, adds to its profile. */
export type ProfileChange = Partial<EventProfile> & Pick<EventProfile, "weights">;

/** The profile of an event that one mention founds. `at`: publication of the article. */
export function newProfile(id: string, at: Date, change: ProfileChange): EventProfile {
	return {
		type: "OTHER",
		time: null,
		roles: new Map(),
		mainReports: null,
		names: new Set(),
		firstReportedAt: at,
		...change,
		id,
	};
}

/**
 * The profile after one more mention. What an event is made of comes from the articles that are about it; a retelling may date it, but
 * adds no words or participants, or each mistaken match would draw the next one after it.
 */
export function growProfile(before: EventProfile, change: ProfileChange): EventProfile {
	const time = finer(before.time, change.time ?? null);
	if (before.mainReports && !change.mainReports) return { ...before, time };
	const weights = addWeights(before.weights, change.weights);
	const names = [...before.names, ...(change.names ?? [])].filter((term) => weights.has(term));
	return {
		...before,
		time,
		type: before.type === "OTHER" ? (change.type ?? "OTHER") : before.type,
		roles: new Map([...(change.roles ?? []), ...before.roles]),
		weights,
		names: new Set(names),
		mainReports: spanning(before.mainReports, change.mainReports ?? null),
	};
}

/** Of two times that were found to be of one event, the one told first, unless it was told without its day. */
function finer(before: TimeRange | null, now: TimeRange | null): TimeRange | null {
	if (!before || !now) return before ?? now;
	return now.end.getTime() - now.start.getTime() < before.end.getTime() - before.start.getTime() ? now : before;
}

function spanning(a: EventProfile["mainReports"], b: EventProfile["mainReports"]): EventProfile["mainReports"] {
	if (!a || !b) return a ?? b;
	return {
		first: new Date(Math.min(a.first.getTime(), b.first.getTime())),
		last: new Date(Math.max(a.last.getTime(), b.last.getTime())),
	};
}
