import type { CalendarFields, FrameName, Meaning } from "./meaning.js";
import type { Outlook, Tense } from "./tense.js";
import { type CalendarPoint, dayPoint, parsePoint } from "./timex-value.js";

/** What a time expression is counted from, at its place in the text. */
export interface Anchors {
	/** The day of publication. */
	speech: CalendarPoint | null;
	/** The date told last. */
	narrative: CalendarPoint | null;
	/** The date told last that was a calendar day. */
	narrativeDay: CalendarPoint | null;
	/** The date told last stands in the same sentence. */
	toldHere: boolean;
	/** The point the storyline has come to: dates without a year go on from here. Asides do not move it. */
	storyline: CalendarPoint | null;
	/** The text tells of times far from its publication: what has no date of its own belongs to the date told last. */
	historical: boolean;
	/** A year was told in this background section; dates without one belong to it. */
	yearTold: boolean;
	tense: Tense;
	/** How sure the future is, where the tense is one. */
	outlook: Outlook;
	/** The clause goes back behind the past told ("had fallen"). */
	perfect: boolean;
}

/** A dated meaning: a point, or a value where the context does not suffice ("XXXX-10-13"). */
export type Dated = { point: CalendarPoint } | { value: string };

/** Dates without a year belong to the narrative here, not to the publication. */
export const bindsToNarrative = (anchors: Anchors): boolean => anchors.historical || anchors.yearTold;

/** The point that a frame counts from; the other frame where the first has none. */
export function anchorOf(anchors: Anchors, frame: FrameName): CalendarPoint | null {
	const narrative = anchors.narrative ?? anchors.speech;
	const speech = anchors.historical ? narrative : (anchors.speech ?? narrative);
	if (frame === "narrative") return narrative;
	if (frame === "speech") return speech;
	return anchors.historical ? narrative : speech;
}

/** Day of publication of an ISO date or instant; null where it is neither. */
export function publicationDay(publishedAt: string | undefined): CalendarPoint | null {
	if (!publishedAt) return null;
	const day = parsePoint(publishedAt.slice(0, 10));
	if (day?.precision === "day") return day;
	const ms = Date.parse(publishedAt);
	return Number.isNaN(ms) ? null : dayPoint(Math.floor(ms / 86_400_000));
}

/** How many full years away from publication make a text historical, and what share of its years they must be. */
const FAR_YEARS = 2;
const MIN_FAR = 4;
const FAR_SHARE = 0.6;

/**
 * A historical text names mostly years far from its publication (a history, an obituary); there a bare date belongs to
 * the date told last. News that names a few old years stays news.
 */
export function isHistorical(meanings: readonly Meaning[], speech: CalendarPoint | null): boolean {
	if (!speech) return true;
	let years = 0;
	let far = 0;
	let near = 0;
	for (const meaning of meanings) {
		if (meaning.kind === "relative" && meaning.frame === "speech" && meaning.unit === "day" && !meaning.definite)
			near++;
		const year = meaning.kind === "calendar" ? yearIn(meaning.fields) : null;
		if (year === null) continue;
		years++;
		if (Math.abs(year - speech.year) >= FAR_YEARS) far++;
	}
	return far >= MIN_FAR && far >= years * FAR_SHARE && far > near * 2;
}

const yearIn = (fields: CalendarFields): number | null =>
	fields.year ?? (fields.decade !== undefined ? fields.decade * 10 : null);
