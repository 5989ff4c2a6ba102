import type { Section, TimeExpression } from "../analysis.js";
import { STRETCH_LINKS } from "../en/time-links.js";
import type { TokenizedText } from "../tokens.js";
import { type Anchors, type Dated, isHistorical, publicationDay } from "./anchors.js";
import { dateMeaning } from "./dating.js";
import type { Meaning } from "./meaning.js";
import type { TimeCandidate } from "./recognise.js";
import { isAside } from "./storyline.js";
import { clauseTense } from "./tense.js";
import { type CalendarPoint, dayNumber, dayPoint, formatPoint, parsePoint, weekdayOf } from "./timex-value.js";

const STRETCH: ReadonlySet<string> = new Set(STRETCH_LINKS);

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
		storyline: null,
		historical,
		yearTold: false,
		tense: "unknown",
		outlook: "CLEAR",
	};
	const out: TimeExpression[] = [];
	let section = 0;
	let background: Section | null = null;
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
		const told = sentence ? clauseTense(doc, candidate.token, candidate.lastToken, sentence) : null;
		anchors.tense = told?.tense ?? "unknown";
		anchors.outlook = told?.outlook ?? "CLEAR";
		const dated =
			endOfStretch(doc.text, candidates[index - 1], candidate, out.at(-1)) ?? dateMeaning(candidate.meaning, anchors);
		out.push(expression(doc.text, candidate, dated));
		if (!("point" in dated)) continue;
		const aside = isAside(doc.text, candidate, sentence, dated.point, anchors);
		remember(anchors, dated.point, aside);
		if (background && !aside && tellsYear(candidate.meaning)) anchors.yearTold = true;
	}
	return out;
}

/** "from Friday to Sunday": the second weekday is the first one after the day told before it. */
function endOfStretch(
	text: string,
	from: TimeCandidate | undefined,
	to: TimeCandidate,
	told: TimeExpression | undefined,
): Dated | null {
	const weekday = to.meaning.kind === "clock" ? null : weekdayIn(to.meaning);
	if (!from || !told || weekday === null || weekdayIn(from.meaning) === null || from.sentence !== to.sentence)
		return null;
	if (to.start - from.end > STRETCH_GAP || !STRETCH.has(text.slice(from.end, to.start).trim().replace(/[–—]/, "-")))
		return null;
	const start = parsePoint(told.value.slice(0, 10));
	if (start?.precision !== "day") return null;
	const day = dayNumber(start.year, start.index, start.day);
	return { point: dayPoint(day + ((weekday - weekdayOf(day) + 7) % 7)) };
}

/** Characters a link between two weekdays may take with its spaces. */
const STRETCH_GAP = 10;

/** The weekday of a date that is told by nothing else; null else. */
function weekdayIn(meaning: Meaning): number | null {
	if (meaning.kind === "clock") return meaning.day ? weekdayIn(meaning.day) : null;
	if (meaning.kind !== "calendar" || meaning.lean || meaning.within) return null;
	const { weekday, day, month } = meaning.fields;
	return weekday !== undefined && day === undefined && month === undefined ? weekday : null;
}

function expression(text: string, candidate: TimeCandidate, dated: Dated): TimeExpression {
	const { start, end, type } = candidate;
	const value = "point" in dated ? formatPoint(dated.point) : dated.value;
	return {
		start,
		end,
		text: text.slice(start, end),
		type,
		value,
		certain: isCertain(candidate.meaning),
		approximate: candidate.approximate,
	};
}

/** The narrative goes on from a date, the storyline only from one that is no aside; centuries are too wide for either. */
function remember(anchors: Anchors, told: CalendarPoint, aside: boolean): void {
	if (told.precision === "century" || told.precision === "decade") return;
	const { time: _, ...point } = told;
	anchors.narrative = point;
	if (point.precision === "day") anchors.narrativeDay = point;
	if (!aside || !anchors.storyline) anchors.storyline = point;
}

function isCertain(meaning: Meaning): boolean {
	switch (meaning.kind) {
		case "fixed":
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
			return false;
	}
}

const tellsYear = (meaning: Meaning): boolean => meaning.kind === "calendar" && meaning.fields.year !== undefined;

/** A full date in one of the first two paragraphs that is (nearly) all of it: a dateline. */
function headerDay(doc: TokenizedText, candidates: readonly TimeCandidate[]): CalendarPoint | null {
	const first = candidates[0];
	if (first?.meaning.kind !== "calendar") return null;
	const { year, month, day } = first.meaning.fields;
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
