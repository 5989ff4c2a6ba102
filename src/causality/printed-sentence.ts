import type { EventTime } from "../event/event-time.js";
import type { EntityMention, Span, TimeExpression } from "../language/analysis.js";
import { type Understanding, understand } from "../language/analyze.js";
import {
	BODY_NOUNS,
	EMPTY_SUBJECT_VERBS,
	LEADING_CONNECTIVES,
	PERSON_POSSESSIVES,
	PERSON_PRONOUNS,
	THING_POSSESSIVES,
	THING_PRONOUNS,
	UNANCHORED_OPENERS,
} from "../language/en/digest-words.js";
import { MONTH_NAMES } from "../language/en/months.js";
import { type TimexInterval, timexInterval } from "../language/time/interval.js";
import { parsePoint, weekStart } from "../language/time/timex-value.js";
import type { Sentence, Token } from "../language/tokens.js";

/** A stretch of an article, read as far as it takes to print a sentence of it elsewhere and later. */
export interface ReadStretch {
	understanding: Understanding;
	publishedAt: Date;
}

/** Reads news; relative dates in it are counted from the publication. */
export function readStretch(text: string, publishedAt: Date): ReadStretch {
	return { understanding: understand({ text, publishedAt: publishedAt.toISOString() }), publishedAt };
}

/** How a sentence can be printed. */
export interface Printable {
	/** It leans on the sentence before it ("It came after…"). */
	leans: boolean;
	/** Where the one before it stands directly before it. */
	behind: string;
	/** By itself; null where it leans and nothing can stand for what it means. */
	alone: string | null;
}

/**
 * A sentence as an editor would print it: without the place from which it was sent and without a leading connective that points at
 * a sentence which is not there; in square brackets the date that "on Tuesday" was, and the name that a leading pronoun or "the
 * company" means, where the sentence before leaves no choice: it names one such, as its subject.
 * @param year in which it is read: dates of that year go without it.
 */
export function printableIn(stretch: ReadStretch, index: number, year: number): Printable {
	const { understanding } = stretch;
	const { doc, timeExpressions } = understanding;
	const sentence = doc.sentences[index] as Sentence;
	const before = doc.sentences[index - 1] ?? null;
	let dated = doc.text.slice(sentence.start, sentence.end);
	const datesEvents = new Set(occurrences(stretch, index).map(({ timeExpression }) => timeExpression));
	for (const [at, expression] of [...timeExpressions.entries()].reverse()) {
		if (!datesEvents.has(at) || !isWithin(expression, sentence) || isPossessive(doc.text, expression)) continue;
		dated = withDate(dated, expression.end - sentence.start, dateMeant(expression, year));
	}
	const text = plainSentence(dated);
	const opener = openerOf(text, before !== null);
	if (opener === null) {
		const leans = before !== null && refersBack(understanding, sentence);
		return { leans, behind: text, alone: leans ? null : text };
	}
	const name = before && opener.means ? subjectNamed(understanding, before, opener.means) : null;
	const possessive = opener.isPossessive ? "’s" : "";
	return { leans: true, behind: text, alone: name && `[${name}]${possessive}${text.slice(opener.length)}` };
}

/** The same of a sentence of which no more is known than its words and the date of what it tells, if one is known. */
export function printableAlone(exact: string, time: EventTime | null, year: number): Printable {
	const start = time?.text ? exact.indexOf(time.text) : -1;
	const expression =
		time?.text && start >= 0 ? { ...time, text: time.text, type: "DATE" as const, certain: false } : null;
	const date = expression && dateMeant(expression, year);
	const text = plainSentence(expression ? withDate(exact, start + expression.text.length, date) : exact);
	const leans = openerOf(text, false) !== null;
	return { leans, behind: text, alone: leans ? null : text };
}

const withDate = (text: string, at: number, date: string | null): string =>
	date ? `${text.slice(0, at)} [${date}]${text.slice(at)}` : text;

/** When what the sentence tells happened: the time of the first of its events that is dated; null where none is. */
export function timeTold(stretch: ReadStretch, index: number): EventTime | null {
	const [dated] = occurrences(stretch, index);
	if (!dated) return null;
	const expression = stretch.understanding.timeExpressions[dated.timeExpression];
	const { approximate = false, text = null } = expression ?? {};
	return { value: dated.value, ...dated.interval, approximate, text, anchor: stretch.publishedAt };
}

interface DatedOccurrence {
	value: string;
	interval: TimexInterval;
	/** Index into the time expressions. */
	timeExpression: number;
}

/**
 * The events of a sentence that are dated, and had taken place when it was printed. Other dates are left alone: what is to come ("a vote
 * on Friday") is read wrong more often, and a wrong date is worse than none.
 */
function occurrences({ understanding, publishedAt }: ReadStretch, index: number): DatedOccurrence[] {
	return understanding.mentions.flatMap(({ sentence, time: value, timeExpression, status }) => {
		if (sentence !== index || value === null || timeExpression === null || status !== "OCCURRED") return [];
		const interval = timexInterval(value);
		return interval && interval.start <= publishedAt ? [{ value, interval, timeExpression }] : [];
	});
}

/** "Sunday's vote" has no room for a date, and is often still to come. */
const isPossessive = (text: string, { end }: Span): boolean => /^['’]/.test(text.slice(end, end + 1));

const isWithin = (item: Span, { start, end }: Span): boolean => start <= item.start && item.end <= end;

/** "SEATTLE - ", "PORTLAND, Ore. (Wire) — ": where the reporter sat is no part of the sentence. */
const DATELINE = /^\p{Lu}[\p{Lu}' -]{2,40}(?:, [\p{L}. ]{2,20})?(?: \([^)]{1,40}\))? ?[-–—] /u;

/** A sentence in one line, without dateline and leading connective. */
export function plainSentence(sentence: string): string {
	const text = sentence.replace(/\s+/g, " ").trim().replace(DATELINE, "");
	for (const connective of LEADING_CONNECTIVES) {
		if (!text.toLowerCase().startsWith(`${connective}, `)) continue;
		const rest = text.slice(connective.length + 2);
		return rest.charAt(0).toUpperCase() + rest.slice(1);
	}
	return text;
}

/** As `maxWords` counts them. */
export const countWords = (text: string): number => text.split(/\s+/).length;

/** What stands at the head of a sentence for something told before it. */
interface Opener {
	length: number;
	/** What a name could mean in its place; null where none can. */
	means: "person" | "body" | null;
	isPossessive: boolean;
}

function openerOf(text: string, hasBefore: boolean): Opener | null {
	const [, first = "", second = ""] = /^([\p{L}'’]+)(?:\s+([\p{L}'’]+))?/u.exec(text.toLowerCase()) ?? [];
	if (hasBefore && first === "the" && BODY_NOUNS.has(second))
		return { length: first.length + 1 + second.length, means: "body", isPossessive: false };
	if (!UNANCHORED_OPENERS.has(first)) return null;
	const isPossessive = PERSON_POSSESSIVES.has(first) || THING_POSSESSIVES.has(first);
	const isPerson = PERSON_PRONOUNS.has(first) || PERSON_POSSESSIVES.has(first);
	const isBody = THING_POSSESSIVES.has(first) || (THING_PRONOUNS.has(first) && !EMPTY_SUBJECT_VERBS.has(second));
	return { length: first.length, means: isPerson ? "person" : isBody ? "body" : null, isPossessive };
}

/** The only person, or the only body, that a sentence names, if its subject names it. */
function subjectNamed(
	{ doc, entities, phrases }: Understanding,
	sentence: Sentence,
	means: "person" | "body",
): string | null {
	const fits = ({ type }: EntityMention) =>
		means === "person" ? type === "PERSON" : type === "ORGANIZATION" || type === "GPE";
	const named = entities.filter((entity) => isWithin(entity, sentence)).filter(fits);
	if (new Set(named.map(({ name }) => name)).size !== 1) return null;
	const first = phrases.nounPhrases.find((phrase) => isFree(doc.tokens, sentence, phrase.first));
	const start = named[0]?.start ?? -1;
	const isSubject =
		first && (doc.tokens[first.first] as Token).start <= start && start < (doc.tokens[first.end - 1] as Token).end;
	return isSubject ? (named[0]?.name ?? null) : null;
}

/** "In Basra he said…": speaks of a person whom the sentence does not name, and of nobody else whom it could mean. */
function refersBack({ doc, entities, phrases }: Understanding, sentence: Sentence): boolean {
	if (entities.filter((entity) => isWithin(entity, sentence)).some(({ type }) => type === "PERSON")) return false;
	for (let at = sentence.firstToken; at < sentence.endToken; at++) {
		const { lower } = doc.tokens[at] as Token;
		if (!PERSON_PRONOUNS.has(lower) && !PERSON_POSSESSIVES.has(lower)) continue;
		return !phrases.nounPhrases.some(({ first, end }) => end <= at && isFree(doc.tokens, sentence, first));
	}
	return false;
}

/** Whether a noun phrase that begins here, in the sentence, stands without a preposition. */
const isFree = (tokens: readonly Token[], sentence: Sentence, first: number): boolean =>
	sentence.firstToken <= first &&
	first < sentence.endToken &&
	(tokens[first] as Token).pos !== "PRON" &&
	(first === sentence.firstToken || (tokens[first - 1] as Token).pos !== "ADP");

/** "Tuesday" -> "20 April 2010", "last month" -> "March 2010", "5 May" -> "2010" in another year; null where nothing is left open. */
function dateMeant(
	{ text, type, value, certain }: Omit<TimeExpression, keyof Span | "approximate">,
	year: number,
): string | null {
	const point = parsePoint(value);
	if (!point || certain || /\d{4}/.test(text) || point.fiscal) return null;
	// "at 3 p.m." says when on a day that is told elsewhere, if at all.
	if (type !== "DATE" && (type !== "TIME" || /\d/.test(text))) return null;
	if (
		text
			.toLowerCase()
			.split(/[^\p{L}]+/u)
			.some((word) => MONTH_NAMES.has(word))
	)
		return point.year === year ? null : String(point.year);
	if (point.precision === "day") return day(Date.UTC(point.year, point.index - 1, point.day));
	if (point.precision === "week") return `week of ${day(weekStart(point.year, point.index) * DAY_MS)}`;
	if (point.precision === "month") return MONTH.format(Date.UTC(point.year, point.index - 1));
	return point.precision === "year" ? String(point.year) : null;
}

const DAY_MS = 86_400_000;
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const day = (instant: number): string => DAY.format(instant);
