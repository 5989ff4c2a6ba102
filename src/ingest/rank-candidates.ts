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
	const withTerm = eventsByTerm(events);
	for (const query of queries) {
		const sharing = countShared(query, withTerm);
		const found = new Map([...sharing].filter(([event]) => isFoundBy(query.lookup, event.terms)));
		const window = query.start === null || query.end === null ? null : windowOf(query.start, query.end);
		const ofDays: Shared[] = [];
		const recent: Shared[] = [];
		for (const [event, shared] of found) {
			if (window && isWithin(event, window)) ofDays.push({ event, shared });
			if (event.lastReportedAt >= since) recent.push({ event, shared });
		}
		// A day is ground enough where the words do not fill the list.
		if (window && narrowWindow(query) && ofDays.length < limit)
			for (const event of events)
				if (event.isDated && isWithin(event, window) && !found.has(event))
					ofDays.push({ event, shared: sharing.get(event) ?? 0 });
		ofDays.sort((a, b) => b.shared - a.shared || compare(a.event.id, b.event.id));
		recent.sort(
			(a, b) =>
				b.shared - a.shared || b.event.lastReportedAt - a.event.lastReportedAt || compare(a.event.id, b.event.id),
		);
		const chosen = [...ofDays.slice(0, limit), ...recent.slice(0, limit)].map(({ event }) => event.id);
		if (chosen.length > 0) ranked.set(query.index, [...new Set(chosen)]);
	}
	return ranked;
}

function eventsByTerm(events: readonly FoundEvent[]): Map<Term, FoundEvent[]> {
	const withTerm = new Map<Term, FoundEvent[]>();
	for (const event of events)
		for (const term of event.terms) {
			const known = withTerm.get(term);
			if (known) known.push(event);
			else withTerm.set(term, [event]);
		}
	return withTerm;
}

/** How many of the query's terms each event has that has any. */
function countShared({ terms }: RankedQuery, withTerm: ReadonlyMap<Term, FoundEvent[]>): Map<FoundEvent, number> {
	const shared = new Map<FoundEvent, number>();
	for (const term of new Set(terms))
		for (const event of withTerm.get(term) ?? []) shared.set(event, (shared.get(event) ?? 0) + 1);
	return shared;
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
