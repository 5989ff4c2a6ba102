import type { EventProfile } from "./event-profile.js";
import { joinGroups, type ReportGroup } from "./report-group.js";
import type { InverseFrequency } from "./term-weight.js";

/** What one mention in passing tells of its event. `at`: publication of the article. */
export function mentionGroup(at: Date, told: Pick<ReportGroup, "type" | "time" | "roles" | "weights">): ReportGroup {
	return { ...told, names: new Set(), reports: 0, alike: 0, firstReportedAt: at, mainReports: null };
}

/**
 * The profile after one more mention, or one more article about it. A retelling may date an event that has articles of its own, but adds no words or
 * participants, or each mistaken match would draw the next one after it.
 */
export function growProfile(
	id: string,
	before: EventProfile | null,
	added: ReportGroup,
	idf: InverseFrequency,
): EventProfile {
	return before ? joinGroups(before, added, idf) : { ...added, id };
}
