import type { ReportCluster } from "./cluster-reports.js";
import type { EventProfile } from "./event-profile.js";
import { sameEventLogit } from "./match-main.js";
import { likeness } from "./report-group.js";
import type { InverseFrequency } from "./term-weight.js";

/** Reports that are clustered anew at most: that takes a hundredth of a second. An event with more of them has settled. */
export const MAX_CLUSTERED = 48;
/** Events beside it that are looked at together with one, and how unlikely it may be that they are one with it: odds of 1 to 50. */
const MAX_NEIGHBOURS = 2;
const MIN_LOGIT = -4;

/**
 * Whether an event with so many reports is to be looked at again: at 2, 3, 4, 6, 8, 12, 16, 24…, so that each new report costs the same on average,
 * however many there are.
 */
export function isRepairDue(reports: number): boolean {
	let size = reports;
	while (size > 3 && size % 2 === 0) size /= 2;
	return size === 2 || size === 3;
}

/** What is worth looking at around an event. */
export interface Neighbourhood {
	/** Events whose reports are to be clustered together, itself among them; empty where there is nothing to sort. */
	clustered: string[];
	/** Events too large for that which are plainly one with it. */
	same: string[];
}

/** Which of the events at hand may be one with this one, or may have got some of its reports. */
export function neighbourhoodOf(
	event: EventProfile,
	others: readonly EventProfile[],
	idf: InverseFrequency,
): Neighbourhood {
	const near = others
		.filter(({ id, reports }) => id !== event.id && reports > 0)
		.map((other) => ({ other, logit: sameEventLogit(event, other, likeness(event, other, idf), idf) }))
		.filter(({ logit }) => logit > MIN_LOGIT)
		.sort((a, b) => b.logit - a.logit || (a.other.id < b.other.id ? -1 : 1))
		.slice(0, MAX_NEIGHBOURS);
	const same: string[] = [];
	const clustered = event.reports <= MAX_CLUSTERED ? [event.id] : [];
	let reports = event.reports;
	for (const { other, logit } of near) {
		if (reports + other.reports <= MAX_CLUSTERED) {
			clustered.push(other.id);
			reports += other.reports;
		} else if (logit > 0) same.push(other.id);
	}
	return { clustered: reports > 1 ? clustered : [], same };
}

/** Where reports go, so that events are what clustering has made of them. */
export interface Repair {
	/** Reports that leave an event: for another one, or for a new one, which is given by a number. */
	moves: { articleIds: string[]; fromId: string; to: string | number }[];
	/** Events of which nothing is left, with the one that most of their reports are in now. */
	merges: { awayId: string; keepId: string }[];
}

/**
 * Compares events as they are with what clustering makes of their reports. A cluster keeps the id of the event that most of its reports are in, as far as
 * no other cluster has more of that event's; of equals the older event (lower id) stays.
 * @param eventOf the event that each report is in now.
 */
export function decideRepair(clusters: readonly ReportCluster[], eventOf: ReadonlyMap<string, string>): Repair {
	const parts = clusters.flatMap((cluster, index) =>
		[...byEvent(cluster, eventOf)].map(([eventId, articleIds]) => ({ index, eventId, articleIds })),
	);
	parts.sort(
		(a, b) =>
			b.articleIds.length - a.articleIds.length ||
			(a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : a.index - b.index),
	);
	const eventOfCluster = new Map<number, string>();
	const kept = new Set<string>();
	for (const { index, eventId } of parts) {
		if (eventOfCluster.has(index) || kept.has(eventId)) continue;
		eventOfCluster.set(index, eventId);
		kept.add(eventId);
	}
	const moves: Repair["moves"] = [];
	const merges: Repair["merges"] = [];
	for (const { index, eventId, articleIds } of parts) {
		const to = eventOfCluster.get(index) ?? index;
		if (to === eventId) continue;
		// The parts of an event come largest first: where it goes as a whole, it goes there.
		const isLost = !kept.has(eventId) && !merges.some(({ awayId }) => awayId === eventId);
		if (isLost && typeof to === "string") merges.push({ awayId: eventId, keepId: to });
		else moves.push({ articleIds, fromId: eventId, to });
	}
	return { moves, merges };
}

function byEvent({ articleIds }: ReportCluster, eventOf: ReadonlyMap<string, string>): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const articleId of articleIds) {
		const eventId = eventOf.get(articleId);
		if (eventId) found.set(eventId, [...(found.get(eventId) ?? []), articleId]);
	}
	return found;
}
