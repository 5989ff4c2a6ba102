import type { DateProvenance } from "../generated/prisma/client.js";

/** A date that something said of an article. */
export interface DateCandidate {
	/** The instant it was read as; null, or an invalid Date, where it could not be read. */
	at: Date | null;
	/** Where it was read. */
	from: DateProvenance;
	/** As printed, where it is at hand: it tells a day from an instant. */
	text?: string | undefined;
}

/** Why no date was believed: none was given, or all lie in the future or before there were news pages. */
export type PublicationDoubt = "undated" | "future" | "too-old";

export interface Publication {
	/** From 1990 to `now`. */
	publishedAt: Date;
	provenance: DateProvenance;
	/** Null where a date was believed. */
	doubt: PublicationDoubt | null;
}

type Precision = "instant" | "day" | "perhaps-day";

/** No page on the web is older; before it are the zeros of clocks and data bases: year 0, 1900, the epoch of 1970. */
const EARLIEST = Date.UTC(1990, 0, 1);
/**
 * Clocks of servers that keep no network time are off by minutes, not hours. A date further ahead is an embargo, an
 * event's date or a wrong time zone, which says nothing of when the page was published. What is within is set back to
 * `now`.
 */
const CLOCK_SKEW_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A day begins on the Line Islands (UTC+14) before it does in UTC: a page from there may be dated tomorrow. */
const FIRST_ZONE_MS = 14 * HOUR_MS;

/**
 * When an article was published: the first believable of the candidates, which come in the order of trust. A date
 * before 1990, or more than 15 minutes ahead of `now`, is not believed. A day without a time ("2026/03/02" in an
 * address) gives way to a later candidate that has the time and is of that day, the day before or the day after (the
 * two may count in other zones). Where none is believed, the article counts as published now, and the doubt says why:
 * the first date that was not believed.
 */
export function decidePublication(candidates: readonly DateCandidate[], now: Date): Publication {
	let doubt: PublicationDoubt = "undated";
	let day: { at: Date; from: DateProvenance } | null = null;
	for (const candidate of candidates) {
		const { at, from } = candidate;
		if (!at || Number.isNaN(at.getTime())) continue;
		const precision = precisionOf(candidate, at);
		const found = doubtOf(at, precision, now);
		if (found) {
			if (doubt === "undated") doubt = found;
		} else if (day) {
			if (precision === "instant" && Math.abs(dayOf(at) - dayOf(day.at)) <= DAY_MS) return publication(at, from, now);
		} else if (precision === "instant") return publication(at, from, now);
		else day = { at, from };
	}
	return day ? publication(day.at, day.from, now) : { publishedAt: now, provenance: "FIRST_SEEN", doubt };
}

function publication(at: Date, provenance: DateProvenance, now: Date): Publication {
	return { publishedAt: at < now ? at : now, provenance, doubt: null };
}

function doubtOf(at: Date, precision: Precision, now: Date): PublicationDoubt | null {
	if (at.getTime() < EARLIEST) return "too-old";
	return begins(at, precision) > now.getTime() + CLOCK_SKEW_MS ? "future" : null;
}

/** The first instant that it can stand for. */
function begins(at: Date, precision: Precision): number {
	if (precision === "instant") return at.getTime();
	return precision === "day" ? dayOf(at) - FIRST_ZONE_MS : dayOf(at);
}

const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY_MS) * DAY_MS;

/** "10:30", "T10", "10h30", "10 Uhr", "10 am", seconds since 1970; not the zone of "2026-03-02+02:00". */
const TIME_OF_DAY = /(?<![+-]\d?)\d:\d{2}|\dT\d{2}|\d ?h(?:\d|\b)|\d ?(?:[ap]\.?m\b|uhr\b)|^\d{9,}$/i;
/** Midnight to the second is how systems print a day. */
const MIDNIGHT = /(?:^|[T\s])00:00(?::00(?:\.0+)?)?(?!:?\d)/;

/** Addresses name days. A date whose text is not at hand is perhaps a day where it falls on midnight or noon sharp. */
function precisionOf({ from, text }: DateCandidate, at: Date): Precision {
	if (from === "URL_PATH") return "day";
	if (text === undefined) return at.getTime() % (12 * HOUR_MS) === 0 ? "perhaps-day" : "instant";
	return TIME_OF_DAY.test(text) && !MIDNIGHT.test(text) ? "instant" : "day";
}
