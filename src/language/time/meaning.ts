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
	/** A value that needs no context: durations, sets, PRESENT_REF. */
	| { kind: "fixed"; value: string }
	/** A date by its parts; what is missing comes from `within` or from the context. `lean`: last, this, next. */
	| { kind: "calendar"; fields: CalendarFields; lean: Lean | null; within: Meaning | null }
	/** "last week", "that day"; `definite` with a determiner ("the next day"). */
	| { kind: "relative"; unit: UnitName; shift: number; frame: FrameName; definite: boolean }
	/** "two weeks ago", "three days after Easter". */
	| { kind: "offset"; amounts: Amount[]; sign: -1 | 1; base: FrameName | Meaning; exact: boolean }
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
