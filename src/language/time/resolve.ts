import type { Section, TimeExpression } from "../analysis.js";
import type { TokenizedText } from "../tokens.js";
import { type Anchors, type Dated, isHistorical, publicationDay } from "./anchors.js";
import { dateMeaning } from "./dating.js";
import { dayOfEvent, type EventDays, recordDay } from "./event-days.js";
import type { Meaning } from "./meaning.js";
import { dateOffset } from "./offset-dating.js";
import type { TimeCandidate } from "./recognise.js";
import { isAside } from "./storyline.js";
import { beginOfWinter, endOfStretch } from "./stretches.js";
import { clauseTense } from "./tense.js";
import { type CalendarPoint, formatPoint, withoutTime } from "./timex-value.js";

/**
 * Pass 2: TIMEX3 values, in text order, since dates of a narrative follow the date told last. Lead and body of a news
 * report are counted from the publication, the tense of the clause decides between past and future; background
 * sections and historical texts are counted from the narrative. Without a publication date the first full date of a
 * header line stands in for it.
 */
export function resolveTimes(
	doc: TokenizedText,
	candidates: TimeCandidate[],
	sections: Section[],
	publishedAt: string | undefined,
): TimeExpression[] {
	const speech = publicationDay(publishedAt) ?? headerDay(doc, candidates);
	const historical = isHistorical(
		candidates.map((c) => c.meaning),
		speech,
	);
	const anchors: Anchors = {
		speech,
		narrative: null,
		narrativeDay: null,
		toldHere: false,
		storyline: null,
		historical,
		yearTold: false,
		tense: "unknown",
		outlook: "CLEAR",
		perfect: false,
	};
	const out: TimeExpression[] = [];
	let section = 0;
	let background: Section | null = null;
	let toldIn = -1;
	const days: EventDays = new Map();
	for (const [index, candidate] of candidates.entries()) {
		while (section + 1 < sections.length && (sections[section]?.end ?? 0) <= candidate.start) section++;
		const here = sections[section];
		const inBackground =
			here?.role === "BACKGROUND" && here.start <= candidate.start && candidate.start < here.end ? here : null;
		if (inBackground !== background) {
			background = inBackground;
			anchors.yearTold = false;
			if (!historical) anchors.storyline = null;
		}
		const sentence = doc.sentences[candidate.sentence];
		anchors.toldHere = toldIn === candidate.sentence;
		const told = sentence ? clauseTense(doc, candidate.token, candidate.lastToken, sentence) : null;
		anchors.tense = told?.tense ?? "unknown";
		anchors.outlook = told?.outlook ?? "CLEAR";
		anchors.perfect = told?.perfect === true;
		const dated =
			dateFromEvent(doc, candidate, days, anchors) ??
			endOfStretch(doc.text, candidates[index - 1], candidate, out.at(-1)) ??
			beginOfWinter(doc.text, candidate, candidates[index + 1], anchors) ??
			dateMeaning(candidate.meaning, anchors);
		out.push(expression(doc, candidate, dated));
		if (!("point" in dated)) continue;
		if (dated.point.precision === "day") recordDay(days, candidate.sentence, dated.point);
		const aside = isAside(doc, candidate, sentence, dated.point, anchors);
		remember(anchors, dated.point, aside);
		toldIn = candidate.sentence;
		if (background && !aside && tellsYear(candidate.meaning)) anchors.yearTold = true;
	}
	return out;
}

/** "eight days after the vote", where the text tells the day of the vote. */
function dateFromEvent(
	doc: TokenizedText,
	{ meaning, sentence }: TimeCandidate,
	days: EventDays,
	anchors: Anchors,
): Dated | null {
	if (meaning.kind !== "fromEvent") return null;
	const day = dayOfEvent(doc, days, meaning.event, sentence);
	return day && dateOffset({ ...meaning, kind: "offset", base: "narrative", exact: true }, day, anchors);
}

function expression(doc: TokenizedText, candidate: TimeCandidate, dated: Dated): TimeExpression {
	const { start, meaning } = candidate;
	const value = "point" in dated ? formatPoint(dated.point) : dated.value;
	// What is counted from an event reaches up to its noun.
	const event = meaning.kind === "fromEvent" && "point" in dated ? doc.tokens[meaning.event] : undefined;
	const end = event?.end ?? candidate.end;
	return {
		start,
		end,
		text: doc.text.slice(start, end),
		type: event ? "DATE" : candidate.type,
		value,
		certain: !event && isCertain(meaning),
		approximate: candidate.approximate,
	};
}

/** The narrative goes on from a date, the storyline only from one that is no aside; centuries are too wide for either. */
function remember(anchors: Anchors, told: CalendarPoint, aside: boolean): void {
	if (told.precision === "century" || told.precision === "decade") return;
	const point = withoutTime(told);
	anchors.narrative = point;
	if (point.precision === "day") anchors.narrativeDay = point;
	const { storyline } = anchors;
	// A bare year that the story has reached already tells nothing new.
	const coarser = point.precision === "year" && storyline?.year === point.year && storyline.precision !== "year";
	if (!storyline || !(aside || coarser)) anchors.storyline = point;
}

function isCertain(meaning: Meaning): boolean {
	switch (meaning.kind) {
		case "fixed":
		case "set":
		case "fromEvent":
			return true;
		case "calendar":
			return (
				meaning.fields.year !== undefined || meaning.fields.decade !== undefined || meaning.fields.century !== undefined
			);
		case "holiday":
			return meaning.year !== null;
		case "nth":
			return isCertain(meaning.within);
		case "clock":
			return meaning.day !== null && isCertain(meaning.day);
		case "offset":
			return typeof meaning.base !== "string" && isCertain(meaning.base);
		case "relative":
		case "latest":
		case "weekend":
		case "overnight":
			return false;
	}
}

const tellsYear = (meaning: Meaning): boolean => meaning.kind === "calendar" && meaning.fields.year !== undefined;

/** A full date in one of the first two paragraphs that is (nearly) all of it: a dateline. */
function headerDay(doc: TokenizedText, candidates: readonly TimeCandidate[]): CalendarPoint | null {
	const first = candidates[0];
	const told = first?.meaning.kind === "clock" ? first.meaning.day : first?.meaning;
	if (!first || told?.kind !== "calendar") return null;
	const { year, month, day } = told.fields;
	if (year === undefined || month === undefined || day === undefined) return null;
	for (const paragraph of doc.paragraphs.slice(0, 2)) {
		const within = paragraph.start <= first.start && first.end <= paragraph.end;
		if (within && paragraph.end - paragraph.start - (first.end - first.start) <= HEADER_EXTRA)
			return { precision: "day", year, index: month, day };
	}
	return null;
}

/** Characters a header line may hold beside its date ("date", "Published:", a city). */
const HEADER_EXTRA = 24;
