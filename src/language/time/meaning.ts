import type { TimexType } from "../analysis.js";

/** What a time expression means before it is dated: the symbolic forms between recognition and resolution. */

export type UnitName =
	| "second"
	| "minute"
	| "hour"
	| "day"
	| "week"
	| "weekend"
	| "month"
	| "quarter"
	| "year"
	| "decade"
	| "century";

/** speech: counted from the publication; narrative: from the time told last; either: the clause decides. */
export type FrameName = "speech" | "narrative" | "either";

export type SeasonCode = "SP" | "SU" | "FA" | "WI";

/** `n` units; null for an amount nobody counted ("several days"). */
export interface Amount {
	n: number | null;
	unit: UnitName;
}

/** The parts of a date that the words tell. Years before Christ are negative. */
export interface CalendarFields {
	century?: number;
	/** Decade without its last digit: 199 for the 1990s. */
	decade?: number;
	/** Decade told by two digits ("the '90s"): 90. */
	shortDecade?: number;
	year?: number;
	/** Year told by two digits. */
	shortYear?: number;
	fiscal?: true;
	half?: number;
	quarter?: number;
	season?: SeasonCode;
	month?: number;
	week?: number;
	weekend?: true;
	day?: number;
	/** 1 Monday … 7 Sunday. */
	weekday?: number;
}

/** "last", "this", "next" before a name ("last October"): which of its kind, and counted from where. */
export interface Lean {
	shift: -1 | 0 | 1;
	frame: FrameName;
}

export type Meaning =
	/** A value that needs no context: durations, sets of weekdays, PRESENT_REF. */
	| { kind: "fixed"; type: TimexType; value: string }
	/** Something that comes back every `n` units: "daily", "every two weeks". */
	| { kind: "set"; n: number; unit: UnitName }
	/** A date by its parts; what is missing comes from `within` or from the context. `lean`: last, this, next. */
	| { kind: "calendar"; fields: CalendarFields; lean: Lean | null; within: Meaning | null }
	/** "last week", "that day"; `definite` with a determiner ("the next day"). */
	| { kind: "relative"; unit: UnitName; shift: number; frame: FrameName; definite: boolean; fiscal?: true }
	/** "the quarter", "the latest quarter": the one told last, else the last one that is over; "the 1988 quarter" in that year. */
	| { kind: "latest"; unit: UnitName; year?: number }
	/** "the weekend": the last one begun, the coming one in the future. */
	| { kind: "weekend" }
	/** "overnight": the night before, the coming one in the future. */
	| { kind: "overnight" }
	/** "two weeks ago", "three days after Easter". */
	| { kind: "offset"; amounts: Amount[]; sign: -1 | 1; base: FrameName | Meaning; exact: boolean }
	/** "eight days after the vote": `event` is the index of the token "vote"; a length where nobody dates the vote. */
	| { kind: "fromEvent"; amounts: Amount[]; sign: -1 | 1; event: number; length: string }
	/** "the third week of 2018", "the first Friday of July"; ordinal -1 is the last one. */
	| { kind: "nth"; ordinal: number; unit: UnitName | null; weekday: number | null; within: Meaning }
	| { kind: "holiday"; name: string; year: number | null; lean: Lean | null; within: Meaning | null; weekend: boolean }
	/** A clock time or part of a day ("T18:30Z", "TNI") of a day, or of the day told last. */
	| { kind: "clock"; time: string; day: Meaning | null };

/** A meaning that covers lexemes up to `end` (exclusive). */
export interface Reading {
	end: number;
	meaning: Meaning;
	/** True for "about", "early", "the end of". */
	approximate?: boolean;
	/** Where the expression begins, if not at the lexeme the reading was asked for. */
	start?: number;
	/** Further expressions read together with this one: the other ends of a range. */
	more?: (Reading & { start: number })[];
}

/** A date told only by its parts. */
export const calendar = (fields: CalendarFields, lean: Lean | null = null, within: Meaning | null = null): Meaning => ({
	kind: "calendar",
	fields,
	lean,
	within,
});

/** A value that needs no context. */
export const fixed = (type: TimexType, value: string): Meaning => ({ kind: "fixed", type, value });

/** One day of the calendar, however it is told. */
export function isDay(meaning: Meaning): boolean {
	if (meaning.kind === "relative") return meaning.unit === "day";
	if (meaning.kind === "holiday") return !meaning.weekend;
	return meaning.kind === "calendar" && (meaning.fields.day !== undefined || meaning.fields.weekday !== undefined);
}
