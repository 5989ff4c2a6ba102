import type { WordSense } from "./word-sense.js";

/** The readers, as bits: which of them can begin at a word. Asking only these keeps a text without times cheap. */
export const STARTS = {
	namedDate: 1,
	holiday: 1 << 1,
	leaning: 1 << 2,
	decade: 1 << 3,
	century: 1 << 4,
	lettered: 1 << 5,
	season: 1 << 6,
	deictic: 1 << 7,
	relative: 1 << 8,
	year: 1 << 9,
	part: 1 << 10,
	edge: 1 << 11,
	dayPart: 1 << 12,
	range: 1 << 13,
	length: 1 << 14,
	shiftedLength: 1 << 15,
	reference: 1 << 16,
	repetition: 1 << 17,
	clock: 1 << 18,
	accounts: 1 << 19,
	numeric: 1 << 20,
} as const;

/** Readers that can begin with "the" before a number or "'90s". */
export const THE_NUMBER_STARTS = STARTS.shiftedLength | STARTS.decade | STARTS.century | STARTS.accounts | STARTS.part;

/** Fills in what can begin with a word, from what the word stands for. */
export function markStarts(s: WordSense): void {
	s.starts =
		on(isNumber(s) || s.month || s.weekday, STARTS.namedDate) |
		on(s.feast, STARTS.holiday) |
		on(s.shift, STARTS.leaning | STARTS.shiftedLength) |
		on(s.vagueShift, STARTS.shiftedLength) |
		on(s.edge || s.shortDecade !== undefined || s.cardinal, STARTS.decade) |
		on(s.edge || isOrdinal(s), STARTS.century) |
		on(s.quarterLetter || s.halfLetter, STARTS.lettered | STARTS.part) |
		on(s.season, STARTS.season) |
		on(s.deictic || s.unit === "day", STARTS.deictic) |
		on(s.determiner || s.shift || s.fiscal, STARTS.relative) |
		on(s.fiscal || s.calendarAdjective || s.yearNoun || s.era || s.cardinal || s.tens, STARTS.year) |
		on(isOrdinal(s) || s.fiscal || s.shift || s.latest || s.unit === "year", STARTS.accounts) |
		on(s.unit === "week" || isOrdinal(s), STARTS.part) |
		on(s.edge || s.edgeNoun || s.intensifier || s.unit === "week" || s.unit === "weekend", STARTS.edge) |
		on(s.part || s.overnight || s.edge || s.edgeNoun || s.intensifier || s.determiner || s.shift, STARTS.dayPart) |
		on(s.month || s.weekday || s.season || s.feast || s.deictic, STARTS.dayPart) |
		on(s.month || s.yearNoun, STARTS.range) |
		on(isNumber(s) || s.in || s.approximators || s.indefinite || s.vague || s.half || s.unit, STARTS.length) |
		on(s.lengthWord || s.all || s.another, STARTS.length) |
		on(s.reference, STARTS.reference) |
		on(s.frequency || s.weekdays || s.every || s.per || s.indefinite || s.unit === "weekend", STARTS.repetition) |
		on(s.hour !== undefined, STARTS.clock);
	s.startsAfterThe =
		on(s.feast, STARTS.holiday) |
		on(s.shift, STARTS.leaning | STARTS.shiftedLength | STARTS.length) |
		on(s.vagueShift || s.ordinal || s.cardinal || s.plural, STARTS.shiftedLength) |
		on(s.edge || s.shortDecade !== undefined || s.cardinal, STARTS.decade) |
		on(s.edge || isOrdinal(s), STARTS.century) |
		on(s.season, STARTS.season) |
		on(s.unit === "day", STARTS.deictic) |
		on(s.shift || s.intensifier || s.filler || s.fiscal || s.unit, STARTS.relative) |
		on(s.fiscal || s.calendarAdjective || s.yearNoun, STARTS.year) |
		on(isOrdinal(s) || s.fiscal || s.latest || isAccountUnit(s), STARTS.accounts) |
		on(s.unit === "week" || isOrdinal(s), STARTS.part) |
		on(s.edge || s.edgeNoun || s.intensifier || s.unit === "week", STARTS.edge) |
		on(s.part || s.edge || s.shift, STARTS.dayPart) |
		on(s.yearNoun, STARTS.range);
	if (s.the || s.indefinite || s.in || s.approximators || s.determiner || s.all || s.another) s.needsNext = true;
	if (s.starts || s.filler || s.inApproximator) s.goesOn = true;
}

const isOrdinal = (s: WordSense): boolean => s.ordinal !== undefined || s.tens !== undefined;
const isNumber = (s: WordSense): boolean => isOrdinal(s) || s.cardinal !== undefined;

const isAccountUnit = (s: WordSense): boolean =>
	s.unit === "week" || s.unit === "month" || s.unit === "quarter" || s.unit === "year";

const on = (holds: unknown, readers: number): number => (holds ? readers : 0);
