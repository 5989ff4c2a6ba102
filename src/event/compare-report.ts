import type { EventType } from "../generated/prisma/client.js";
import type { Term } from "../language/terms.js";
import { compareRoles, compareTimes, type EventProfile, type Roles, type TimeRange } from "./event-profile.js";
import type { InverseFrequency, TermWeights } from "./term-weight.js";

/** What an article is about, as matching sees it. */
export interface MainProfile {
	publishedAt: Date;
	type: EventType;
	time: TimeRange | null;
	roles: Roles;
	weights: TermWeights;
	/** Which of these terms are proper names. */
	names: ReadonlySet<Term>;
}

/** How a report and an event agree, ground by ground. */
export interface ReportEvidence {
	/** Cosines, 0–1: of common words, of proper names, of numbers. Names and numbers tell apart what the words of its kind make alike. */
	words: number;
	names: number;
	numbers: number;
	/** 1 where one side has no numbers, else 0. */
	noNumbers: number;
	/** Whether the latest years told are the same, or different; neither where one side tells none. */
	yearSame: number;
	yearApart: number;
	/** 1 where the times told for the happening itself are the same, to the week or finer. */
	timeSame: number;
	/**
	 * How far the times told lie apart, log2(1 + days), as far as this report and the first one do too: dates are misread now and then,
	 * and a report of the same day that tells another is more likely misread.
	 */
	timeApart: number;
	/** 1 where, at another time, it was done to other ones who are named on both sides: the strike back is another strike. */
	reversed: number;
	/** 1 where kind, time and at least two participants in their roles are the same, whatever the words. */
	sameDeed: number;
	/** 1 for an event known only from mentions in passing: its few words are alike to many texts. */
	hindsight: number;
	/** Time between the reports, log2(1 + days). */
	gap: number;
	/** Weeks between the reports beyond the first, at most 12. */
	weeks: number;
}

/** Compares an article with an event that it may be about. Linear in the number of their terms. */
export function compareReport(article: MainProfile, event: EventProfile, idf: InverseFrequency): ReportEvidence {
	const shared = { words: 0, names: 0, numbers: 0 };
	const ofArticle = { words: 0, names: 0, numbers: 0 };
	const ofEvent = { words: 0, names: 0, numbers: 0 };
	for (const [term, weight] of article.weights) {
		const kind = kindOf(term, article.names);
		const factor = idf(term) ** 2;
		ofArticle[kind] += weight * weight * factor;
		shared[kind] += weight * (event.weights.get(term) ?? 0) * factor;
	}
	for (const [term, weight] of event.weights) ofEvent[kindOf(term, event.names)] += weight * weight * idf(term) ** 2;
	const cosine = (kind: TermKind) =>
		ofArticle[kind] && ofEvent[kind] ? Math.min(1, shared[kind] / Math.sqrt(ofArticle[kind] * ofEvent[kind])) : 0;

	const years = compareYears(article, event);
	const times = compareTimes(article.time, event.time);
	const { first, last } = event.mainReports ?? { first: event.firstReportedAt, last: event.firstReportedAt };
	const days = daysBetween(article.publishedAt, first, last);
	const sinceFirst = daysBetween(article.publishedAt, first, first);
	return {
		words: cosine("words"),
		names: cosine("names"),
		numbers: cosine("numbers"),
		noNumbers: Number(!ofArticle.numbers || !ofEvent.numbers),
		yearSame: Number(years === "SAME"),
		yearApart: Number(years === "APART"),
		timeSame: Number(times === "SAME"),
		timeApart: times === "APART" ? Math.log2(1 + Math.min(sinceFirst, daysApart(article.time, event.time))) : 0,
		reversed: Number(times === "APART" && sinceFirst > 0 && isReversed(article, event)),
		sameDeed: Number(
			times === "SAME" &&
				article.type !== "OTHER" &&
				article.type === event.type &&
				isAgreed(article.roles, event.roles),
		),
		hindsight: Number(event.mainReports === null),
		gap: Math.log2(1 + days),
		weeks: Math.min(MAX_WEEKS, Math.max(0, days - 7) / 7),
	};
}

/** Whether it was done to other ones, who are named on both sides: whoever suffers in the one report acts, or stands by, in the other. */
function isReversed(article: MainProfile, event: EventProfile): boolean {
	const sufferers = recipients(article.roles);
	const others = recipients(event.roles);
	if (sufferers.length === 0 || others.length === 0 || sufferers.some((key) => others.includes(key))) return false;
	return sufferers.every((key) => isNamed(key, event)) && others.every((key) => isNamed(key, article));
}

const recipients = (roles: Roles): string[] =>
	[...roles].filter(([, role]) => role === "RECIPIENT").map(([key]) => key);

const isNamed = (key: string, { roles, weights }: Pick<MainProfile, "roles" | "weights">): boolean =>
	roles.has(key) || key.split(" ").every((word) => weights.has(word));

/** The same two or more, mostly in the same roles. */
function isAgreed(of: Roles, event: Roles): boolean {
	return [...of.keys()].filter((key) => event.has(key)).length >= 2 && compareRoles(of, event) >= AGREED_ROLES;
}

/** Two of two in the same roles make 1, with one of them in an unknown role 0.8, with a third that is new 0.58. */
const AGREED_ROLES = 0.55;

type TermKind = "words" | "names" | "numbers";

function kindOf(term: Term, names: ReadonlySet<Term>): TermKind {
	if (names.has(term)) return "names";
	return /\d/.test(term) ? "numbers" : "words";
}

/**
 * Whether two texts speak of the same year. The latest year that a report tells is mostly that of its news, so two texts with
 * different latest years tell of different happenings, though nothing else in them is dated.
 */
function compareYears(article: MainProfile, event: EventProfile): "SAME" | "APART" | "UNKNOWN" {
	const last = article.publishedAt.getUTCFullYear() + 1;
	const own = yearsOf(article.weights, last);
	const others = yearsOf(event.weights, last);
	if (own.length === 0 || others.length === 0) return "UNKNOWN";
	const latest = own.reduce((a, b) => (b.year > a.year ? b : a)).year;
	const main = others.reduce((a, b) =>
		b.weight > a.weight || (b.weight === a.weight && b.year > a.year) ? b : a,
	).year;
	const agree = others.some(({ year }) => year === latest) || own.some(({ year }) => year === main);
	return agree ? "SAME" : "APART";
}

/** Earlier years are history. */
const FIRST_YEAR = 1950;

function yearsOf(weights: TermWeights, last: number): { year: number; weight: number }[] {
	const found: { year: number; weight: number }[] = [];
	for (const [term, weight] of weights) {
		if (!/^(19|20)\d\d$/.test(term)) continue;
		const year = Number(term);
		if (FIRST_YEAR <= year && year <= last) found.push({ year, weight });
	}
	return found;
}

const MAX_WEEKS = 12;

/** Days from the start of one time to the start of the other, at least 1: they are known not to overlap. */
function daysApart(a: TimeRange | null, b: TimeRange | null): number {
	return a && b ? Math.max(1, Math.abs(a.start.getTime() - b.start.getTime()) / DAY_MS) : 1;
}

const DAY_MS = 86_400_000;

/** Days between an instant and a stretch of reports; 0 inside it. */
function daysBetween(at: Date, first: Date, last: Date): number {
	return Math.max(0, first.getTime() - at.getTime(), at.getTime() - last.getTime()) / DAY_MS;
}
