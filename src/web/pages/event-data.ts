import type { EventPageQuery } from "../answers.js";
import type { Ask } from "../asking.js";
import { EVENT } from "../questions.js";

type Asked = NonNullable<EventPageQuery["event"]>;
export type Context = Asked["whatPreceded"];

/** An event as it was known, with what preceded it. */
export type EventView = Asked & Context["event"];

export type Entry = Context["preceding"]["nodes"][number];
export type Link = Context["links"][number];

export interface EventData {
	event: EventView;
	/** Days on which something of the present answer became known, `2024-10-26`, in order. */
	days: string[];
	/** The day as of whose end the page is; null for now. */
	day: string | null;
}

/** The last instant of a day, in UTC: all that was printed on it was known. */
export const endOfDay = (day: string): string => `${day}T23:59:59.999Z`;

export const eventVariables = (id: string, day: string | null) => ({
	id,
	asOf: day && { at: endOfDay(day), clock: "PUBLISHED" },
});

/** The event as of the end of a day, or now; null where there is no such event. */
export async function loadEvent(ask: Ask, id: string, day: string | null): Promise<EventData | null> {
	const [now, then] = await Promise.all([askEvent(ask, id, null), day === null ? null : askEvent(ask, id, day)]);
	return now && { event: then ?? now, days: daysOfKnowledge(now), day };
}

/** The event alone, for whoever has the days already. */
export async function askEvent(ask: Ask, id: string, day: string | null): Promise<EventView | null> {
	const { event } = await ask<EventPageQuery>(EVENT, eventVariables(id, day));
	return event && { ...event, ...event.whatPreceded.event };
}

/** The day that an address asks for; null where it asks for none, or for something else. */
export function readDay(params: URLSearchParams): string | null {
	const day = params.get("day") ?? "";
	return /^[1-9]\d{3}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}

function daysOfKnowledge({ firstReportedAt, whatPreceded }: EventView): string[] {
	const instants = [
		firstReportedAt,
		...whatPreceded.preceding.nodes.flatMap(({ sentence }) => sentence?.publishedAt ?? []),
		...whatPreceded.links.flatMap(({ support, evidence }) => [
			...(support.firstStatedAt ? [support.firstStatedAt] : []),
			...evidence.map(({ publishedAt }) => publishedAt),
		]),
	];
	return [...new Set(instants.map((instant) => instant.slice(0, 10)))].sort();
}
