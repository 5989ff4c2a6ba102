import type { Span, TimexType } from "../analysis.js";
import { RANGE_LINKS } from "../en/time-links.js";
import type { TokenizedText } from "../tokens.js";
import { readClock } from "./clock-times.js";
import { readPartOfDay } from "./day-parts.js";
import { readLength } from "./lengths.js";
import { at, type Lexeme } from "./lexemes.js";
import { ISO_LEXICON, LEXICON } from "./lexicon.js";
import type { CalendarFields, Meaning, Reading } from "./meaning.js";
import { startsAt } from "./openings.js";
import { readPoint } from "./points.js";
import { readRange } from "./ranges.js";
import { readLexemes } from "./read-lexemes.js";
import { readReference } from "./references.js";
import { readRepetition } from "./repetitions.js";
import { readShiftedLength } from "./shifted-lengths.js";
import { STARTS } from "./starts.js";
import { clauseTense } from "./tense.js";

const LINKS: ReadonlySet<string> = new Set(RANGE_LINKS);

/** A stretch of text that tells a time, by what it means before anything is counted from a date. */
export interface TimeCandidate extends Span {
	type: TimexType;
	meaning: Meaning;
	/** "about", "early", "the end of": near the value, not exactly it. */
	approximate: boolean;
	/** Indexes into the document's tokens of where it begins and of its last one. */
	token: number;
	lastToken: number;
	/** Index into the document's sentences. */
	sentence: number;
}

/**
 * Pass 1: all time expressions of a text, in order and without overlap, unresolved. At each place the longest reading
 * wins; among equals the one of the earlier reader. Words of time are English; in another `language` (BCP 47; "und" reads
 * as English) only dates in digits are read, and 5/6/2024 is the fifth of June.
 */
export function recogniseTimes(doc: TokenizedText, language = "en"): TimeCandidate[] {
	const inEnglish = /^(?:en|und)\b/.test(language);
	const lexemes = readLexemes(doc, inEnglish ? LEXICON : ISO_LEXICON);
	const out: TimeCandidate[] = [];
	let sentence = 0;
	const sentenceAt = (token: number): number => {
		while (sentence + 1 < doc.sentences.length && (doc.sentences[sentence]?.endToken ?? 0) <= token) sentence++;
		return sentence;
	};
	const futureAt = (i: number): boolean => {
		const token = at(lexemes, i).token;
		const place = doc.sentences[sentenceAt(token)];
		return place !== undefined && clauseTense(doc, token, token, place).tense === "future";
	};
	for (let i = 0; i < lexemes.length; ) {
		const lexeme = lexemes[i] as Lexeme;
		// Most words of a text have nothing to do with time, or begin no expression.
		const { sense } = lexeme;
		const mayBegin = sense
			? sense.starts !== 0 || lexeme.lower === "'"
			: lexeme.kind === "number" || lexeme.lower === "'";
		const reading = mayBegin ? readAt(lexemes, i, futureAt) : null;
		if (!reading) {
			i++;
			continue;
		}
		let last = reading.end;
		for (const part of [reading, ...(reading.more ?? [])]) {
			const first = at(lexemes, part.start ?? i);
			const end = at(lexemes, part.end - 1).end;
			out.push({
				start: first.start,
				end,
				type: typeOf(part.meaning),
				meaning: part.meaning,
				approximate: part.approximate === true,
				token: first.token,
				lastToken: at(lexemes, part.end - 1).token,
				sentence: sentenceAt(first.token),
			});
			last = part.end;
		}
		i = Math.max(last, i + 1);
	}
	shareYears(doc.text, out);
	if (!inEnglish) for (const candidate of out) candidate.meaning = dayFirst(doc.text, candidate);
	return out;
}

/**
 * The readers, in order. Repetitions before lengths: "15 a year" is a rate. Ranges before points: their ends share
 * months and eras. Lengths last: "two weeks before Christmas" is longer than either.
 */
function readAt(lx: readonly Lexeme[], i: number, futureAt: (i: number) => boolean): Reading | null {
	const starts = startsAt(lx, i);
	if (!starts) return null;
	const point = readPoint(lx, i, 0, starts);
	let best = starts & STARTS.repetition ? readRepetition(lx, i) : null;
	if (starts & STARTS.reference) best = longer(best, readReference(lx, i));
	if (starts & STARTS.range) best = longer(best, readRange(lx, i));
	if (starts & STARTS.clock) best = longer(best, readClock(lx, i));
	if (starts & STARTS.dayPart) best = longer(best, readPartOfDay(lx, i, point));
	if (starts & STARTS.shiftedLength) best = longer(best, readShiftedLength(lx, i));
	best = longer(best, point);
	return starts & STARTS.length ? longer(best, readLength(lx, i, futureAt)) : best;
}

/** The longer of two readings, the first where they are equal. */
function longer(a: Reading | null, b: Reading | null): Reading | null {
	if (!a || !b) return a ?? b;
	return lastEnd(b) > lastEnd(a) ? b : a;
}

const lastEnd = (reading: Reading): number => reading.more?.at(-1)?.end ?? reading.end;

function typeOf(meaning: Meaning): TimexType {
	if (meaning.kind === "fixed") return meaning.type;
	if (meaning.kind === "set") return "SET";
	if (meaning.kind === "fromEvent") return "DURATION";
	return meaning.kind === "clock" || meaning.kind === "overnight" ? "TIME" : "DATE";
}

/** "April and June 1955", "July 1 to July 3, 1863", "the summer and autumn of 481 BC": the left one takes the year. */
function shareYears(text: string, candidates: TimeCandidate[]): void {
	for (let k = candidates.length - 2; k >= 0; k--) {
		const left = candidates[k];
		const right = candidates[k + 1];
		if (left?.meaning.kind !== "calendar" || right?.meaning.kind !== "calendar") continue;
		const a = left.meaning;
		const b = right.meaning.fields;
		if (hasYear(a.fields) || a.within || a.lean || b.year === undefined || right.start - left.end > 9) continue;
		if (isDayOnly(a.fields) && b.month && b.day) {
			left.meaning = { ...a, fields: { ...b, ...a.fields } };
			continue;
		}
		if (!(a.fields.month && b.month) && !(a.fields.season && b.season)) continue;
		if (!LINKS.has(text.slice(left.end, right.start).trim().replace(/[–—]/, "-"))) continue;
		const later = (a.fields.month ?? 0) > (b.month ?? 12);
		left.meaning = { ...a, fields: { ...a.fields, year: later ? b.year - 1 : b.year } };
	}
}

/** "5/6/2024" outside the United States: the day comes first, wherever it can be one. */
function dayFirst(text: string, { start, end, meaning }: TimeCandidate): Meaning {
	if (meaning.kind !== "calendar" || !/^\d{1,2}[/-]\d{1,2}[/-]\d/.test(text.slice(start, Math.min(end, start + 8))))
		return meaning;
	const { month, day } = meaning.fields;
	if (!month || !day || day > 12 || Number.parseInt(text.slice(start, start + 2), 10) !== month) return meaning;
	return { ...meaning, fields: { ...meaning.fields, month: day, day: month } };
}

const isDayOnly = (f: CalendarFields): boolean =>
	f.day !== undefined && f.month === undefined && f.weekday === undefined;
const hasYear = (f: CalendarFields): boolean => f.year !== undefined || f.shortYear !== undefined;
