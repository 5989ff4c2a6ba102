import { at, is, type Lexeme } from "./lexemes.js";
import { calendar, type Reading } from "./meaning.js";
import { readYear } from "./number-words.js";
import { readRelativeUnit } from "./relative-units.js";

/**
 * "the summer of 1955", "spring 1864", "in winter", "the autumn", "summer offensive". A season word that is also a verb
 * or another noun is read only with a preposition, determiner or year beside it.
 */
export function readSeason(lx: readonly Lexeme[], i: number): Reading | null {
	const the = at(lx, i).sense?.the === true;
	const at0 = the ? i + 1 : i;
	const word = at(lx, at0);
	const sense = word.sense;
	if (!sense?.season) return null;
	const next = at(lx, at0 + 1);
	const of = next.sense?.of === true;
	const comma = is(lx, at0 + 1, ",");
	let yearAt = of || comma ? at0 + 2 : at0 + 1;
	if (at(lx, yearAt).sense?.the && at(lx, yearAt + 1).sense?.yearNoun) yearAt += 2;
	const year = readYear(lx, yearAt);
	if (year && !at(lx, year.end).sense?.measure) {
		const told = year.year !== undefined ? { year: year.year } : { shortYear: year.shortYear ?? 0 };
		return { end: year.end, meaning: calendar({ season: sense.season, ...told }) };
	}
	const phrase = of ? readRelativeUnit(lx, at0 + 2) : null;
	if (phrase?.meaning.kind === "relative" && phrase.meaning.unit === "year")
		return { end: phrase.end, meaning: calendar({ season: sense.season }, null, phrase.meaning) };
	if (sense.doubtfulSeason || word.pos === "VERB") return null;
	if (
		sense.guardedSeason &&
		!the &&
		!word.capital &&
		!at(lx, i - 1).sense?.timePreposition &&
		!at(lx, i - 1).sense?.indefinite
	)
		return null;
	if (is(lx, at0 + 1, "-")) return null;
	return { end: at0 + 1, meaning: calendar({ season: sense.season }) };
}
