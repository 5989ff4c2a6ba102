import type { FrameName, UnitName } from "../time/meaning.js";

/** English words that relate one time to another, as data. Keys are lower case. */

/** Unit words; `times` for units told as several of another ("fortnight" is two weeks). */
export const UNITS: Readonly<Record<string, { unit: UnitName; plural?: true; times?: number }>> = {
	seconds: { unit: "second", plural: true },
	minute: { unit: "minute" },
	minutes: { unit: "minute", plural: true },
	hour: { unit: "hour" },
	hours: { unit: "hour", plural: true },
	day: { unit: "day" },
	days: { unit: "day", plural: true },
	week: { unit: "week" },
	weeks: { unit: "week", plural: true },
	fortnight: { unit: "week", times: 2 },
	fortnights: { unit: "week", plural: true, times: 2 },
	weekend: { unit: "weekend" },
	weekends: { unit: "weekend", plural: true },
	month: { unit: "month" },
	months: { unit: "month", plural: true },
	quarter: { unit: "quarter" },
	quarters: { unit: "quarter", plural: true },
	year: { unit: "year" },
	years: { unit: "year", plural: true },
	decade: { unit: "decade" },
	decades: { unit: "decade", plural: true },
	century: { unit: "century" },
	centuries: { unit: "century", plural: true },
	workweek: { unit: "week" },
};

/** What "last", "next" and the like move to, and from where they count. `either`: publication in news, the narrative otherwise. */
export const SHIFTS: Readonly<Record<string, { shift: -1 | 0 | 1; frame: FrameName }>> = {
	last: { shift: -1, frame: "speech" },
	past: { shift: -1, frame: "speech" },
	previous: { shift: -1, frame: "narrative" },
	preceding: { shift: -1, frame: "narrative" },
	prior: { shift: -1, frame: "narrative" },
	this: { shift: 0, frame: "speech" },
	current: { shift: 0, frame: "speech" },
	same: { shift: 0, frame: "narrative" },
	that: { shift: 0, frame: "narrative" },
	next: { shift: 1, frame: "either" },
	coming: { shift: 1, frame: "speech" },
	upcoming: { shift: 1, frame: "speech" },
	following: { shift: 1, frame: "narrative" },
	subsequent: { shift: 1, frame: "narrative" },
	ensuing: { shift: 1, frame: "narrative" },
};

/** Shift words that may follow the unit ("the day following", "the year previous", "the year before"). */
export const TRAILING_SHIFTS: Readonly<Record<string, -1 | 1>> = {
	following: 1,
	after: 1,
	previous: -1,
	before: -1,
	prior: -1,
	earlier: -1,
};

/** Plural shifts that say no more than "some time before" or "after" ("the coming months", "recent years"). */
export const VAGUE_SHIFTS: Readonly<Record<string, "PAST_REF" | "FUTURE_REF">> = {
	recent: "PAST_REF",
	previous: "PAST_REF",
	past: "PAST_REF",
	coming: "FUTURE_REF",
	upcoming: "FUTURE_REF",
	future: "FUTURE_REF",
};

/** Direction and frame of an offset, after the amount ("two days ago", "a year later"). */
export const DIRECTIONS: Readonly<Record<string, { sign: -1 | 1; frame: FrameName }>> = {
	ago: { sign: -1, frame: "speech" },
	earlier: { sign: -1, frame: "narrative" },
	before: { sign: -1, frame: "narrative" },
	previously: { sign: -1, frame: "narrative" },
	later: { sign: 1, frame: "narrative" },
	afterwards: { sign: 1, frame: "narrative" },
	afterward: { sign: 1, frame: "narrative" },
	thereafter: { sign: 1, frame: "narrative" },
	hence: { sign: 1, frame: "speech" },
};

/** Direction words that take a time after them ("two weeks before Christmas", "three days from today"). */
export const BASED_DIRECTIONS: Readonly<Record<string, -1 | 1>> = { before: -1, after: 1, from: 1, since: 1 };

export const DEICTIC_DAYS: Readonly<Record<string, { days: number; part?: string }>> = {
	today: { days: 0 },
	yesterday: { days: -1 },
	tomorrow: { days: 1 },
	tmrw: { days: 1 },
	tonight: { days: 0, part: "NI" },
};

/** Edges and stretches of a period; they stay in the span and outside the value. */
export const EDGE_ADJECTIVES: readonly string[] = ["early", "late", "mid", "later", "earlier", "latter"];
export const EDGE_NOUNS: readonly string[] = [
	"start",
	"beginning",
	"end",
	"close",
	"middle",
	"turn",
	"rest",
	"remainder",
	"outset",
	"course",
];
/** "the early part of". */
export const EDGE_PARTS: readonly string[] = ["part", "portion", "stages", "days", "months", "years"];
/** Words that may stand before an edge or a number and belong to the span ("the very beginning"). */
export const EDGE_INTENSIFIERS: readonly string[] = ["very"];
export const FILLERS: readonly string[] = [
	"full",
	"whole",
	"entire",
	"straight",
	"consecutive",
	"single",
	"long",
	"short",
	"calendar",
	"working",
	"business",
	"additional",
	"more",
	"further",
];

/** "the whole year": the one spoken of. */
export const WHOLES: readonly string[] = ["whole", "entire"];

/** Approximations before an amount, longest first; inside the span. */
export const APPROXIMATORS: readonly (readonly string[])[] = [
	["a", "little", "more", "than"],
	["a", "little", "less", "than"],
	["a", "little", "over"],
	["just", "over"],
	["just", "under"],
	["well", "over"],
	["more", "than"],
	["less", "than"],
	["fewer", "than"],
	["no", "more", "than"],
	["at", "least"],
	["at", "most"],
	["up", "to"],
	["close", "to"],
	["over"],
	["under"],
	["nearly"],
	["almost"],
	["about"],
	["around"],
	["roughly"],
	["approximately"],
	["some"],
	["barely"],
];

/** "another two weeks", "another week". */
export const ANOTHER: readonly string[] = ["another"];

/** Adverbs between a preposition and an amount, outside the span ("in just minutes"). */
export const RESTRICTORS: readonly string[] = ["just", "only", "mere"];

/** Lengths in one word. */
export const LENGTH_WORDS: Readonly<Record<string, { n: number; unit: UnitName }>> = {
	daylong: { n: 1, unit: "day" },
	weeklong: { n: 1, unit: "week" },
	monthlong: { n: 1, unit: "month" },
	yearlong: { n: 1, unit: "year" },
};
/** "all year". */
export const ALL: readonly string[] = ["all"];

/** Words that keep a duration going ("three weeks long", "18 years old", "25 years of age"). */
export const DURATION_TAILS: readonly (readonly string[])[] = [["old"], ["of", "age"], ["long"]];

export const FREQUENCIES: Readonly<Record<string, { n: number; unit: UnitName }>> = {
	hourly: { n: 1, unit: "hour" },
	daily: { n: 1, unit: "day" },
	everyday: { n: 1, unit: "day" },
	nightly: { n: 1, unit: "day" },
	weekly: { n: 1, unit: "week" },
	fortnightly: { n: 2, unit: "week" },
	biweekly: { n: 2, unit: "week" },
	monthly: { n: 1, unit: "month" },
	bimonthly: { n: 2, unit: "month" },
	quarterly: { n: 3, unit: "month" },
	semiannual: { n: 6, unit: "month" },
	semiannually: { n: 6, unit: "month" },
	annual: { n: 1, unit: "year" },
	annually: { n: 1, unit: "year" },
	yearly: { n: 1, unit: "year" },
	biennial: { n: 2, unit: "year" },
};
export const EVERY: readonly string[] = ["every", "each"];
export const PER: readonly string[] = ["per"];
export const ALTERNATE: readonly string[] = ["other"];
/** "three times a week", "twice a year". */
export const TIMES: readonly string[] = ["times", "once", "twice"];

/** Words and phrases without a date of their own; "soon", "previously" and "once" order what is told and are none (TIDES 2003). */
export const REFERENCES: readonly { words: readonly string[]; value: "PRESENT_REF" | "PAST_REF" | "FUTURE_REF" }[] = [
	{ words: ["right", "now"], value: "PRESENT_REF" },
	{ words: ["now"], value: "PRESENT_REF" },
	{ words: ["currently"], value: "PRESENT_REF" },
	{ words: ["current"], value: "PRESENT_REF" },
	{ words: ["nowadays"], value: "PRESENT_REF" },
	{ words: ["presently"], value: "PRESENT_REF" },
	{ words: ["at", "present"], value: "PRESENT_REF" },
	{ words: ["present", "day"], value: "PRESENT_REF" },
	{ words: ["present", "-", "day"], value: "PRESENT_REF" },
	{ words: ["modern", "day"], value: "PRESENT_REF" },
	{ words: ["modern", "-", "day"], value: "PRESENT_REF" },
	{ words: ["at", "the", "moment"], value: "PRESENT_REF" },
	{ words: ["for", "the", "moment"], value: "PRESENT_REF" },
	{ words: ["these", "days"], value: "PRESENT_REF" },
	{ words: ["the", "time", "being"], value: "PRESENT_REF" },
	{ words: ["recent"], value: "PAST_REF" },
	{ words: ["recently"], value: "PAST_REF" },
	{ words: ["more", "recently"], value: "PAST_REF" },
	{ words: ["most", "recently"], value: "PAST_REF" },
	{ words: ["lately"], value: "PAST_REF" },
	{ words: ["the", "past"], value: "PAST_REF" },
	{ words: ["the", "recent", "past"], value: "PAST_REF" },
	{ words: ["the", "distant", "past"], value: "PAST_REF" },
	{ words: ["future"], value: "FUTURE_REF" },
	{ words: ["the", "future"], value: "FUTURE_REF" },
	{ words: ["the", "near", "future"], value: "FUTURE_REF" },
	{ words: ["the", "foreseeable", "future"], value: "FUTURE_REF" },
	{ words: ["very", "soon"], value: "FUTURE_REF" },
];

/** A word after a reference that makes something else of it ("as soon as", "the future tense", "the past two years"). */
export const REFERENCE_BLOCKERS: Readonly<Record<string, readonly string[]>> = {
	soon: ["as", "after", "afterwards", "afterward", "became"],
	future: ["tense"],
	current: ["of"],
	past: ["tense", "participle"],
};

/** After a direction this makes a comparison of it: "two days later than planned" is a length. */
export const COMPARISON = "than";
