import { HOLIDAYS } from "../en/time-holidays.js";
import * as links from "../en/time-links.js";
import * as relations from "../en/time-relations.js";
import * as words from "../en/time-words.js";
import type { FrameName, SeasonCode, UnitName } from "./meaning.js";

/** Everything one word can stand for in a time expression. */
export interface WordSense {
	month?: number;
	/** The month's name is a common word or a person's name too. */
	guardedMonth?: true;
	doubtfulMonth?: true;
	weekday?: number;
	guardedWeekday?: true;
	weekdays?: number;
	weekdayTitle?: true;
	weekdayEpithet?: true;
	season?: SeasonCode;
	guardedSeason?: true;
	doubtfulSeason?: true;
	unit?: UnitName;
	plural?: true;
	/** How many units the word means (a fortnight is two weeks). */
	times?: number;
	cardinal?: number;
	tens?: number;
	multiplier?: number;
	ordinal?: number;
	ordinalSuffix?: true;
	vague?: true;
	half?: true;
	shortDecade?: number;
	era?: 1 | -1;
	utc?: true;
	isoTime?: true;
	zone?: true;
	hour?: number;
	meridiem?: "AM" | "PM";
	part?: string;
	guardedPart?: true;
	shift?: { shift: -1 | 0 | 1; frame: FrameName };
	trailing?: -1 | 1;
	vagueShift?: "PAST_REF" | "FUTURE_REF";
	direction?: { sign: -1 | 1; frame: FrameName };
	based?: -1 | 1;
	deictic?: { days: number; part?: string };
	edge?: true;
	edgeNoun?: true;
	edgePart?: true;
	intensifier?: true;
	/** "third", "worst": a place in an order. */
	rank?: true;
	filler?: true;
	frequency?: string;
	every?: true;
	per?: true;
	alternate?: true;
	timesWord?: true;
	of?: true;
	and?: true;
	the?: true;
	indefinite?: true;
	determiner?: true;
	timePreposition?: true;
	yearPreposition?: true;
	dayPreposition?: true;
	measure?: true;
	numberName?: true;
	fiscal?: true;
	/** A word of business figures: beside it a quarter is a part of a year. */
	account?: true;
	calendarAdjective?: true;
	yearNoun?: true;
	quarterLetter?: true;
	halfLetter?: true;
	now?: true;
	in?: true;
	at?: true;
	restrictor?: true;
	whole?: true;
	/** First word of a feast's name. */
	feast?: true;
	/** First word of an approximation ("more than"). */
	approximator?: true;
	/** Kinds of expression that can begin with the word: a sum of `STARTS`. */
	starts: number;
	/** The word begins an expression only before another word of time or a number ("the", "in", "about"). */
	needsNext?: true;
}

/** What an expression that begins with a word can be. */
export const STARTS = { point: 1, length: 2, dayPart: 4, reference: 8, repetition: 16, clock: 32 } as const;

/** Word → senses, built once from the language's tables. */
export const LEXICON: ReadonlyMap<string, WordSense> = buildLexicon();

function buildLexicon(): Map<string, WordSense> {
	const map = new Map<string, WordSense>();
	const sense = (word: string): WordSense => {
		const known = map.get(word);
		if (known) return known;
		const fresh: WordSense = { starts: 0 };
		map.set(word, fresh);
		return fresh;
	};
	const table = <V>(entries: Readonly<Record<string, V>>, set: (s: WordSense, value: V) => void): void => {
		for (const [word, value] of Object.entries(entries)) set(sense(word), value);
	};
	const list = (entries: readonly string[], set: (s: WordSense) => void): void => {
		for (const word of entries) set(sense(word));
	};
	table(words.MONTHS, (s, v) => (s.month = v));
	list(words.GUARDED_MONTHS, (s) => (s.guardedMonth = true));
	list(words.DOUBTFUL_MONTHS, (s) => (s.doubtfulMonth = true));
	table(words.WEEKDAYS, (s, v) => (s.weekday = v));
	list(words.GUARDED_WEEKDAYS, (s) => (s.guardedWeekday = true));
	table(words.WEEKDAY_PLURALS, (s, v) => (s.weekdays = v));
	list(words.WEEKDAY_TITLES, (s) => (s.weekdayTitle = true));
	list(words.WEEKDAY_EPITHETS, (s) => (s.weekdayEpithet = true));
	table(words.SEASONS, (s, v) => (s.season = v));
	list(words.DOUBTFUL_SEASONS, (s) => (s.doubtfulSeason = true));
	list(words.GUARDED_SEASONS, (s) => (s.guardedSeason = true));
	table(words.CARDINALS, (s, v) => (s.cardinal = v));
	table(words.TENS, (s, v) => (s.tens = v));
	table(words.MULTIPLIERS, (s, v) => (s.multiplier = v));
	table(words.ORDINALS, (s, v) => (s.ordinal = v));
	list(words.LAST_ORDINALS, (s) => (s.ordinal = -1));
	list(words.ORDINAL_SUFFIXES, (s) => (s.ordinalSuffix = true));
	list(words.VAGUE_NUMBERS, (s) => (s.vague = true));
	list(words.HALF, (s) => (s.half = true));
	table(words.DECADE_NAMES, (s, v) => (s.shortDecade = v));
	table(words.ERAS, (s, v) => (s.era = v));
	list(words.UTC_ZONES, (s) => (s.utc = true));
	list([...words.UTC_ZONES, ...words.OTHER_ZONES], (s) => (s.zone = true));
	list(words.ISO_TIME, (s) => (s.isoTime = true));
	table(words.CLOCK_HOURS, (s, v) => (s.hour = v));
	table(words.MERIDIEM, (s, v) => (s.meridiem = v));
	table(words.PARTS_OF_DAY, (s, v) => (s.part = v));
	list(words.GUARDED_PARTS, (s) => (s.guardedPart = true));
	table(relations.UNITS, (s, v) => Object.assign(s, v));
	table(relations.SHIFTS, (s, v) => (s.shift = v));
	table(relations.TRAILING_SHIFTS, (s, v) => (s.trailing = v));
	table(relations.VAGUE_SHIFTS, (s, v) => (s.vagueShift = v));
	table(relations.DIRECTIONS, (s, v) => (s.direction = v));
	table(relations.BASED_DIRECTIONS, (s, v) => (s.based = v));
	table(relations.DEICTIC_DAYS, (s, v) => (s.deictic = v));
	list(relations.EDGE_ADJECTIVES, (s) => (s.edge = true));
	list(relations.EDGE_NOUNS, (s) => (s.edgeNoun = true));
	list(relations.EDGE_PARTS, (s) => (s.edgePart = true));
	list(relations.EDGE_INTENSIFIERS, (s) => (s.intensifier = true));
	list(relations.FILLERS, (s) => (s.filler = true));
	table(relations.FREQUENCIES, (s, v) => (s.frequency = v));
	list(relations.EVERY, (s) => (s.every = true));
	list(relations.PER, (s) => (s.per = true));
	list(relations.ALTERNATE, (s) => (s.alternate = true));
	list(relations.TIMES, (s) => (s.timesWord = true));
	list(links.OF, (s) => (s.of = true));
	list(links.AND, (s) => (s.and = true));
	list(links.THE, (s) => (s.the = true));
	list(links.INDEFINITE, (s) => (s.indefinite = true));
	list(links.POINTER_DETERMINERS, (s) => (s.determiner = true));
	list(links.TIME_PREPOSITIONS, (s) => (s.timePreposition = true));
	list(links.YEAR_PREPOSITIONS, (s) => (s.yearPreposition = true));
	list(links.DAY_PREPOSITIONS, (s) => (s.dayPreposition = true));
	list(links.MEASURES, (s) => (s.measure = true));
	list(links.NUMBER_NAMES, (s) => (s.numberName = true));
	list(links.RANKS, (s) => (s.rank = true));
	list(links.FISCAL, (s) => (s.fiscal = true));
	list(links.ACCOUNT_WORDS, (s) => (s.account = true));
	list(links.CALENDAR_ADJECTIVES, (s) => (s.calendarAdjective = true));
	list(links.YEAR_NOUNS, (s) => (s.yearNoun = true));
	list(links.QUARTER_LETTERS, (s) => (s.quarterLetter = true));
	list(links.HALF_LETTERS, (s) => (s.halfLetter = true));
	list(links.NOW_BASES, (s) => (s.now = true));
	list(links.IN, (s) => (s.in = true));
	list(links.AT, (s) => (s.at = true));
	list(relations.RESTRICTORS, (s) => (s.restrictor = true));
	list(relations.WHOLES, (s) => (s.whole = true));
	for (const name of Object.keys(HOLIDAYS)) sense(name.split(" ", 1)[0] ?? "").feast = true;
	for (const phrase of relations.APPROXIMATORS) sense(phrase[0] ?? "").approximator = true;
	for (const { words: phrase } of relations.REFERENCES) sense(phrase[0] ?? "").starts |= STARTS.reference;
	for (const s of map.values()) {
		s.starts |= startsOf(s);
		if (s.the || s.indefinite || s.in || s.approximator || s.determiner) s.needsNext = true;
	}
	return map;
}

function startsOf(s: WordSense): number {
	const number = s.cardinal !== undefined || s.tens !== undefined || s.ordinal !== undefined;
	const named = s.month !== undefined || s.weekday !== undefined || s.season || s.feast || s.deictic;
	const framed = s.the || s.determiner || s.shift || s.edge || s.edgeNoun || s.intensifier;
	const labelled = s.quarterLetter || s.halfLetter || s.fiscal || s.calendarAdjective || s.yearNoun || s.era || s.unit;
	let starts = 0;
	if (number || named || framed || labelled || s.shortDecade !== undefined) starts |= STARTS.point;
	if (number || s.in || s.approximator || s.indefinite || s.vague || s.half || s.unit) starts |= STARTS.length;
	if (framed || named || s.part) starts |= STARTS.dayPart;
	if (s.shift || s.vagueShift || s.the || s.ordinal !== undefined) starts |= STARTS.length;
	if (s.frequency || s.weekdays !== undefined || s.every || s.per || s.indefinite) starts |= STARTS.repetition;
	if (s.hour !== undefined) starts |= STARTS.clock;
	return starts;
}
