import type { Span, TimexType } from "../analysis.js";
import { RANGE_LINKS } from "../en/time-links.js";
import type { TokenizedText } from "../tokens.js";
import { readClock, readPartOfDay } from "./clock-times.js";
import { readLength } from "./lengths.js";
import { at, type Lexeme, readLexemes } from "./lexemes.js";
import { STARTS } from "./lexicon.js";
import type { CalendarFields, Meaning, Reading } from "./meaning.js";
import { goesOn, readPoint } from "./points.js";
import { readRange } from "./ranges.js";
import { readReference } from "./references.js";
import { readRepetition } from "./repetitions.js";
import { readShiftedLength } from "./shifted-lengths.js";
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
 * wins; among equals the one of the earlier reader.
 */
export function recogniseTimes(doc: TokenizedText): TimeCandidate[] {
	const lexemes = readLexemes(doc);
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
		const reading = readAt(lexemes, i, futureAt);
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
				type: typeOf(part.meaning, lexemes, part.start ?? i),
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
	return out;
}

/**
 * The readers, in order. Repetitions before lengths: "15 a year" is a rate. Ranges before points: their ends share
 * months and eras. Lengths last: "two weeks before Christmas" is longer than either.
 */
function readAt(lx: readonly Lexeme[], i: number, futureAt: (i: number) => boolean): Reading | null {
	const { kind, sense, lower } = at(lx, i);
	if (kind === "number") {
		const point = readPoint(lx, i);
		let best = longer(readRange(lx, i), readClock(lx, i));
		best = longer(best, readPartOfDay(lx, i, point));
		return longer(longer(best, point), readLength(lx, i, futureAt));
	}
	if (kind === "sign") return lower === "'" ? readPoint(lx, i) : null;
	if (!sense?.starts) return null;
	const { starts } = sense;
	let best = starts & STARTS.reference ? readReference(lx, i) : null;
	if (sense.needsNext && !goesOn(lx, i + 1)) return best;
	const point = starts & STARTS.point ? readPoint(lx, i) : null;
	if (starts & STARTS.repetition) best = longer(readRepetition(lx, i), best);
	if (starts & STARTS.clock) best = longer(best, readClock(lx, i));
	if (starts & STARTS.point) best = longer(best, readRange(lx, i));
	if (starts & STARTS.dayPart) best = longer(best, readPartOfDay(lx, i, point));
	if (starts & STARTS.length) best = longer(best, readShiftedLength(lx, i));
	best = longer(best, point);
	return starts & (STARTS.length | STARTS.point) ? longer(best, readLength(lx, i, futureAt)) : best;
}

/** The longer of two readings, the first where they are equal. */
function longer(a: Reading | null, b: Reading | null): Reading | null {
	if (!a || !b) return a ?? b;
	return lastEnd(b) > lastEnd(a) ? b : a;
}

const lastEnd = (reading: Reading): number => reading.more?.at(-1)?.end ?? reading.end;

function typeOf(meaning: Meaning, lx: readonly Lexeme[], i: number): TimexType {
	if (meaning.kind === "clock") return "TIME";
	if (meaning.kind !== "fixed") return "DATE";
	if (meaning.value.endsWith("_REF")) return "DATE";
	if (meaning.value.startsWith("XXXX-XX-XXT") && !at(lx, i).sense?.every && !at(lx, i).sense?.frequency) return "TIME";
	if (!meaning.value.startsWith("P")) return "SET";
	const sense = at(lx, i).sense;
	return sense?.every || sense?.frequency || sense?.per || (sense?.indefinite && at(lx, i - 1).sense?.timesWord)
		? "SET"
		: "DURATION";
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
		if (!(a.fields.month && b.month) && !(a.fields.season && b.season)) continue;
		if (!LINKS.has(text.slice(left.end, right.start).trim().replace(/[–—]/, "-"))) continue;
		const later = (a.fields.month ?? 0) > (b.month ?? 12);
		left.meaning = { ...a, fields: { ...a.fields, year: later ? b.year - 1 : b.year } };
	}
}

const hasYear = (f: CalendarFields): boolean => f.year !== undefined || f.shortYear !== undefined;
