import type { Span } from "./analysis.js";
import { MONTH_NAMES } from "./en/months.js";
import {
	FUTURE_AUXILIARIES,
	GERUND_ENDING,
	INFINITIVE_MARK,
	NEWS_DAYS,
	PAST_AUXILIARIES,
	PERFECT_BE,
	PLUPERFECT_AUXILIARIES,
	PRESENT_AUXILIARIES,
	PRESENT_ENDING,
} from "./en/section-cues.js";
import type { Sentence, Token, TokenizedText } from "./tokens.js";

/** What the verbs, dates and words of a sentence say about when it is told. Counts. */
export interface TimeProfile {
	past: number;
	/** Present and future. */
	present: number;
	pluperfect: number;
	/** Calendar dates: a month with a day or a year, or a year. */
	dates: number;
	/** "Today", weekdays. */
	newsDays: number;
}

/** An auxiliary governs a verb at most this many tokens behind it ("was not immediately clear"). */
const AUXILIARY_REACH = 4;

/** Reads the verbs and dates of each sentence; one pass over tokens and time spans. */
export function timeProfiles(doc: TokenizedText, times: readonly Span[]): TimeProfile[] {
	let next = 0;
	return doc.sentences.map((sentence) => {
		const profile = readVerbs(doc.tokens, sentence);
		while (next < times.length && (times[next] as Span).start < sentence.start) next++;
		for (; next < times.length && (times[next] as Span).start < sentence.end; next++)
			if (isCalendarDate(doc.text, times[next] as Span, sentence.start)) profile.dates++;
		return profile;
	});
}

/** A profile of no words. */
export function emptyProfile(): TimeProfile {
	return { past: 0, present: 0, pluperfect: 0, dates: 0, newsDays: 0 };
}

/** The sum of two profiles. */
export function addProfiles(a: TimeProfile, b: TimeProfile): TimeProfile {
	return {
		past: a.past + b.past,
		present: a.present + b.present,
		pluperfect: a.pluperfect + b.pluperfect,
		dates: a.dates + b.dates,
		newsDays: a.newsDays + b.newsDays,
	};
}

/** A bare year tells of the past only where it opens its sentence ("Back in 1931"); inside it describes ("built in 1931"). */
const YEAR_OPENING = 14;

/** A month together with a number, or an opening year; "Friday", "two years" and "next month" are none. */
function isCalendarDate(text: string, span: Span, sentenceStart: number): boolean {
	const opens = span.start - sentenceStart <= YEAR_OPENING;
	const words = text
		.slice(span.start, Math.min(span.end, span.start + 60))
		.toLowerCase()
		.split(/[\s.,-]+/u);
	const month = words.some((word) => MONTH_NAMES.has(word));
	return words.some((word) => (month ? /^\d/.test(word) : opens && /^(?:1[5-9]|20)\d\d$/.test(word)));
}

function readVerbs(tokens: readonly Token[], sentence: Sentence): TimeProfile {
	const profile = emptyProfile();
	let governed = -1;
	for (let at = sentence.firstToken; at < sentence.endToken; at++) {
		const token = tokens[at] as Token;
		const { lower, pos } = token;
		if (NEWS_DAYS.has(lower)) profile.newsDays++;
		if (pos === "PUNCT" && lower !== "-") governed = -1;
		if (pos === "AUX" || pos === "VERB") {
			if (PAST_AUXILIARIES.has(lower)) {
				if (at > governed) profile.past++;
				governed = at + AUXILIARY_REACH;
				if (PLUPERFECT_AUXILIARIES.has(lower) && hasParticiple(tokens, at, sentence.endToken)) profile.pluperfect++;
				continue;
			}
			if (PRESENT_AUXILIARIES.has(lower) || FUTURE_AUXILIARIES.has(lower)) {
				if (at > governed) profile.present++;
				governed = at + AUXILIARY_REACH;
				continue;
			}
			if (pos === "AUX") governed = at + AUXILIARY_REACH;
			else {
				if (at > governed) readMainVerb(profile, tokens, at);
				governed = -1;
			}
		}
		if (lower === INFINITIVE_MARK) governed = at + 2;
	}
	return profile;
}

/** By its form: the ending of the present, that of the gerund (no time); another form than the lemma is past. */
function readMainVerb(profile: TimeProfile, tokens: readonly Token[], at: number): void {
	const { lower, lemma } = tokens[at] as Token;
	if (lower === lemma || lower.endsWith(GERUND_ENDING)) return;
	if (lower.endsWith(PRESENT_ENDING)) profile.present++;
	else profile.past++;
}

function hasParticiple(tokens: readonly Token[], at: number, limit: number): boolean {
	for (let next = at + 1; next < limit && next <= at + AUXILIARY_REACH; next++) {
		const token = tokens[next] as Token;
		if (token.pos === "VERB") return token.lower !== token.lemma || token.lower === PERFECT_BE;
		if (token.lower === PERFECT_BE) return true;
		if (token.pos !== "ADV" && token.pos !== "PART") return false;
	}
	return false;
}
