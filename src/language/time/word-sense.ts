import type { FrameName, SeasonCode, UnitName } from "./meaning.js";

/**
 * Everything one word can stand for in a time expression. A class, so that all senses have the same properties, used or
 * not: the engine finds a property much faster where all objects it meets have one shape, and readers ask for little else.
 */
export class WordSense {
	month: number | undefined = undefined;
	/** The month's name is a common word or a person's name too. */
	guardedMonth: true | undefined = undefined;
	doubtfulMonth: true | undefined = undefined;
	weekday: number | undefined = undefined;
	guardedWeekday: true | undefined = undefined;
	weekdays: number | undefined = undefined;
	weekdayTitle: true | undefined = undefined;
	weekdayEpithet: true | undefined = undefined;
	season: SeasonCode | undefined = undefined;
	guardedSeason: true | undefined = undefined;
	doubtfulSeason: true | undefined = undefined;
	unit: UnitName | undefined = undefined;
	plural: true | undefined = undefined;
	/** How many units the word means (a fortnight is two weeks). */
	times: number | undefined = undefined;
	cardinal: number | undefined = undefined;
	tens: number | undefined = undefined;
	multiplier: number | undefined = undefined;
	ordinal: number | undefined = undefined;
	ordinalSuffix: true | undefined = undefined;
	vague: true | undefined = undefined;
	half: true | undefined = undefined;
	lengthWord: { n: number; unit: UnitName } | undefined = undefined;
	all: true | undefined = undefined;
	another: true | undefined = undefined;
	shortDecade: number | undefined = undefined;
	era: 1 | -1 | undefined = undefined;
	/** First letter of "B.C." and of "o'clock". */
	dottedEra: true | undefined = undefined;
	oclock: true | undefined = undefined;
	utc: true | undefined = undefined;
	isoTime: true | undefined = undefined;
	zone: true | undefined = undefined;
	hour: number | undefined = undefined;
	meridiem: "AM" | "PM" | undefined = undefined;
	part: string | undefined = undefined;
	guardedPart: true | undefined = undefined;
	overnight: true | undefined = undefined;
	zoneName: true | undefined = undefined;
	zoneNoun: true | undefined = undefined;
	shift: { shift: -1 | 0 | 1; frame: FrameName } | undefined = undefined;
	trailing: -1 | 1 | undefined = undefined;
	vagueShift: "PAST_REF" | "FUTURE_REF" | undefined = undefined;
	direction: { sign: -1 | 1; frame: FrameName } | undefined = undefined;
	based: -1 | 1 | undefined = undefined;
	deictic: { days: number; part?: string } | undefined = undefined;
	edge: true | undefined = undefined;
	edgeNoun: true | undefined = undefined;
	edgePart: true | undefined = undefined;
	intensifier: true | undefined = undefined;
	/** "third", "worst": a place in an order. */
	rank: true | undefined = undefined;
	filler: true | undefined = undefined;
	frequency: { n: number; unit: UnitName } | undefined = undefined;
	every: true | undefined = undefined;
	per: true | undefined = undefined;
	alternate: true | undefined = undefined;
	timesWord: true | undefined = undefined;
	of: true | undefined = undefined;
	and: true | undefined = undefined;
	the: true | undefined = undefined;
	indefinite: true | undefined = undefined;
	determiner: true | undefined = undefined;
	timePreposition: true | undefined = undefined;
	yearPreposition: true | undefined = undefined;
	dayPreposition: true | undefined = undefined;
	measure: true | undefined = undefined;
	numberName: true | undefined = undefined;
	fiscal: true | undefined = undefined;
	/** A word of business figures: beside it a quarter is a part of a year. */
	account: true | undefined = undefined;
	calendarAdjective: true | undefined = undefined;
	yearNoun: true | undefined = undefined;
	quarterLetter: true | undefined = undefined;
	halfLetter: true | undefined = undefined;
	now: true | undefined = undefined;
	in: true | undefined = undefined;
	to: true | undefined = undefined;
	stretchPreposition: true | undefined = undefined;
	spanPreposition: true | undefined = undefined;
	ended: true | undefined = undefined;
	/** "latest" is one word before its unit, "most" (recent) two. */
	latest: number | undefined = undefined;
	period: true | undefined = undefined;
	yearEnd: true | undefined = undefined;
	distance: true | undefined = undefined;
	at: true | undefined = undefined;
	restrictor: true | undefined = undefined;
	whole: true | undefined = undefined;
	/** First word of a feast's name. */
	feast: true | undefined = undefined;
	/** What may follow the word as the first of an approximation ("more THAN"), longest first; empty where it is one itself. */
	approximators: readonly (readonly string[])[] | undefined = undefined;
	/** First word of a time without a date ("now"). */
	reference: true | undefined = undefined;
	/** Any word of an approximation but the first ("a LITTLE MORE THAN"). */
	inApproximator: true | undefined = undefined;
	/** Readers that can begin with the word, and with "the" before it: sums of `STARTS`. */
	starts = 0;
	startsAfterThe = 0;
	/** The word begins an expression only before another word of time or a number ("the", "in", "about"). */
	needsNext: true | undefined = undefined;
	/** The word can stand after such a one. */
	goesOn: true | undefined = undefined;
}
