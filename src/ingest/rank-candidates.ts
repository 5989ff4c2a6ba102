import type { Term } from "../language/terms.js";
import type { TermLookup } from "./candidate-lookup.js";

/** An event as it is found: by its key terms, or by its day. Instants in milliseconds. */
export interface FoundEvent {
	id: string;
	revision: number;
	occurredAt: number;
	lastReportedAt: number;
	/** It is told when it happened. */
	isDated: boolean;
	terms: readonly Term[];
}

/** What a mention asks for. Instants in milliseconds; null where it tells no time. */
export interface RankedQuery {
	index: number;
	start: number | null;
	end: number | null;
	terms: readonly Term[];
	lookup: TermLookup;
}

const DAY_MS = 86_400_000;
/** Of a longer stretch of time the events are too many to be asked for by time alone. */
const NARROW_MS = 2 * DAY_MS;

/** The days among which a mention's event is sought, a day about what is told; null where time alone says too little. */
export function narrowWindow({ start, end }: Pick<RankedQuery, "start" | "end">): { from: number; to: number } | null {
	return start !== null && end !== null && end - start <= NARROW_MS ? windowOf(start, end) : null;
}

const windowOf = (start: number, end: number) => ({ from: start - DAY_MS, to: end + DAY_MS });

/**
 * The events that each mention may mean, by its index: of the days told those with most terms in common, and for all those lately reported
 * with most terms in common.
 * @param since for those lately reported.
 */
export function rankCandidates(
	queries: readonly RankedQuery[],
	events: readonly FoundEvent[],
	since: number,
	limit: number,
): Map<number, string[]> {
	const ranked = new Map<number, string[]>();
	for (const query of queries) {
		const wanted = new Set(query.terms);
		const window = query.start === null || query.end === null ? null : windowOf(query.start, query.end);
		const narrow = narrowWindow(query);
		const ofDays: Shared[] = [];
		const recent: Shared[] = [];
		for (const event of events) {
			const shared = event.terms.reduce((sum, term) => sum + (wanted.has(term) ? 1 : 0), 0);
			const isFound = shared > 0 && isFoundBy(query.lookup, event.terms);
			if (window && isWithin(event, window) && (isFound || (narrow && event.isDated))) ofDays.push({ event, shared });
			if (isFound && event.lastReportedAt >= since) recent.push({ event, shared });
		}
		ofDays.sort((a, b) => b.shared - a.shared || compare(a.event.id, b.event.id));
		recent.sort(
			(a, b) =>
				b.shared - a.shared || b.event.lastReportedAt - a.event.lastReportedAt || compare(a.event.id, b.event.id),
		);
		const found = [...ofDays.slice(0, limit), ...recent.slice(0, limit)].map(({ event }) => event.id);
		if (found.length > 0) ranked.set(query.index, [...new Set(found)]);
	}
	return ranked;
}

interface Shared {
	event: FoundEvent;
	/** Terms in common. */
	shared: number;
}

const isWithin = ({ occurredAt }: FoundEvent, { from, to }: { from: number; to: number }): boolean =>
	from <= occurredAt && occurredAt < to;

function isFoundBy({ any, pairs }: TermLookup, terms: readonly Term[]): boolean {
	if (any.some((term) => terms.includes(term))) return true;
	return pairs.some(({ lead, others }) => terms.includes(lead) && others.some((other) => terms.includes(other)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
