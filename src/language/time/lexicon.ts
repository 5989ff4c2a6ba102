import { HOLIDAYS } from "../en/time-holidays.js";
import * as links from "../en/time-links.js";
import * as relations from "../en/time-relations.js";
import * as words from "../en/time-words.js";
import { markStarts } from "./starts.js";
import { WordSense } from "./word-sense.js";

/** Word → senses, built once from the language's tables. */
export const LEXICON: ReadonlyMap<string, WordSense> = buildLexicon();

/** What is left of it in a text of another language: the signs of ISO 8601. */
export const ISO_LEXICON: ReadonlyMap<string, WordSense> = new Map(
	[...words.ISO_TIME, ...words.UTC_ZONES].map((word) => [word, LEXICON.get(word) as WordSense]),
);

function buildLexicon(): Map<string, WordSense> {
	const map = new Map<string, WordSense>();
	const sense = (word: string): WordSense => {
		const known = map.get(word);
		if (known) return known;
		const fresh = new WordSense();
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
	for (const { words: letters } of words.DOTTED_ERAS) sense(letters[0] ?? "").dottedEra = true;
	sense(words.OCLOCK[0] ?? "").oclock = true;
	list(words.UTC_ZONES, (s) => (s.utc = true));
	list([...words.UTC_ZONES, ...words.OTHER_ZONES], (s) => (s.zone = true));
	list(words.ISO_TIME, (s) => (s.isoTime = true));
	table(words.CLOCK_HOURS, (s, v) => (s.hour = v));
	table(words.MERIDIEM, (s, v) => (s.meridiem = v));
	table(words.PARTS_OF_DAY, (s, v) => (s.part = v));
	list(words.OVERNIGHT, (s) => (s.overnight = true));
	list(words.ZONE_NAME_WORDS, (s) => (s.zoneName = true));
	list(words.ZONE_NOUNS, (s) => (s.zoneNoun = true));
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
	table(relations.LENGTH_WORDS, (s, v) => (s.lengthWord = v));
	list(relations.ANOTHER, (s) => (s.another = true));
	list(relations.ALL, (s) => (s.all = true));
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
	list(links.TO, (s) => (s.to = true));
	list(links.STRETCH_PREPOSITIONS, (s) => (s.stretchPreposition = true));
	list(links.SPAN_PREPOSITIONS, (s) => (s.spanPreposition = true));
	list(links.ENDED, (s) => (s.ended = true));
	table(links.LATEST, (s, v) => (s.latest = v));
	list(links.YEAR_ENDS, (s) => (s.yearEnd = true));
	list(links.PERIODS, (s) => (s.period = true));
	list(links.DISTANCES, (s) => (s.distance = true));
	list(relations.RESTRICTORS, (s) => (s.restrictor = true));
	list(relations.WHOLES, (s) => (s.whole = true));
	for (const name of Object.keys(HOLIDAYS)) sense(name.split(" ", 1)[0] ?? "").feast = true;
	for (const [first, ...rest] of relations.APPROXIMATORS) {
		const opener = sense(first ?? "");
		opener.approximators = [...(opener.approximators ?? []), rest];
		for (const word of rest) sense(word).inApproximator = true;
	}
	for (const { words: phrase } of relations.REFERENCES) sense(phrase[0] ?? "").reference = true;
	for (const s of map.values()) markStarts(s);
	return map;
}
