import { compareRoles, type Roles } from "./participants.js";
import type { ReportGroup } from "./report-group.js";
import { cosine, type InverseFrequency, isNumber, type TermWeights } from "./term-weight.js";
import { compareTimes, isFine, type TimeRange } from "./time-range.js";

/** How two groups of reports agree beside their words, ground by ground. */
export interface ReportEvidence {
	/** 1 where both sides name somebody and nobody in common, 0 from the cosine on that names of one event mostly reach. */
	otherNames: number;
	/** The same of numbers. */
	otherNumbers: number;
	/** 1 where the times told for the happening itself are the same, to the week or finer. */
	timeSame: number;
	/**
	 * How far the times told lie apart, log2(1 + days), as far as the first reports do too: dates are misread now and then,
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

/** Compares what two groups of reports tell of time, kind and participants. Linear in the number of their terms. */
export function compareReports(a: ReportGroup, b: ReportGroup, idf: InverseFrequency): ReportEvidence {
	const times = compareTimes(a.time, b.time);
	const days = daysBetween(reportsOf(a), reportsOf(b));
	const sinceFirst = Math.abs(reportsOf(a).first.getTime() - reportsOf(b).first.getTime()) / DAY_MS;
	return {
		otherNames: otherNames(a, b, idf),
		otherNumbers: otherNumbers(a, b, idf),
		timeSame: Number(times === "SAME"),
		timeApart: times === "APART" ? Math.log2(1 + Math.min(sinceFirst, daysApart(a.time, b.time))) : 0,
		reversed: Number(times === "APART" && sinceFirst > 0 && isReversed(a, b)),
		sameDeed: Number(times === "SAME" && a.type !== "OTHER" && a.type === b.type && isAgreed(a.roles, b.roles)),
		hindsight: Number(a.reports === 0 || b.reports === 0),
		gap: Math.log2(1 + days),
		weeks: Math.min(MAX_WEEKS, Math.max(0, days - 7) / 7),
	};
}

/** When articles about it were published; of one known from hindsight, when it happened, as far as that is told, or else when it was first mentioned. */
function reportsOf({ mainReports, time, firstReportedAt }: ReportGroup): { first: Date; last: Date } {
	if (mainReports) return mainReports;
	return time && isFine(time.granularity)
		? { first: time.start, last: time.end }
		: { first: firstReportedAt, last: firstReportedAt };
}

/** With fewer names than this nothing is said of who else it could be. */
const MIN_NAMES = 2;
/** What names and numbers of two reports of one event mostly have in common at least, as cosines; of numbers that is little: tolls differ. */
const USUAL_NAMES = 0.2;
const USUAL_NUMBERS = 0.1;

/** How far two weightings are from a cosine that is usual, 0–1. */
const shortOf = (usual: number, a: TermWeights, b: TermWeights, idf: InverseFrequency): number =>
	Math.max(0, 1 - cosine(a, b, idf) / usual);

function otherNames(a: ReportGroup, b: ReportGroup, idf: InverseFrequency): number {
	if (a.names.size < MIN_NAMES || b.names.size < MIN_NAMES) return 0;
	return shortOf(USUAL_NAMES, namesOf(a), namesOf(b), idf);
}

const namesOf = ({ weights, names }: ReportGroup): TermWeights =>
	new Map([...names].map((term) => [term, weights.get(term) ?? 0]));

function otherNumbers(a: ReportGroup, b: ReportGroup, idf: InverseFrequency): number {
	const [own, others] = [numbersOf(a), numbersOf(b)];
	return own.size === 0 || others.size === 0 ? 0 : shortOf(USUAL_NUMBERS, own, others, idf);
}

const numbersOf = ({ weights }: ReportGroup): TermWeights => new Map([...weights].filter(([term]) => isNumber(term)));

/** Whether it was done to other ones, who are named on both sides: whoever suffers in the one report acts, or stands by, in the other. */
function isReversed(a: ReportGroup, b: ReportGroup): boolean {
	const sufferers = recipients(a.roles);
	const others = recipients(b.roles);
	if (sufferers.length === 0 || others.length === 0 || sufferers.some((key) => others.includes(key))) return false;
	return sufferers.every((key) => isNamed(key, b)) && others.every((key) => isNamed(key, a));
}

const recipients = (roles: Roles): string[] =>
	[...roles].filter(([, role]) => role === "RECIPIENT").map(([key]) => key);

const isNamed = (key: string, { roles, weights }: Pick<ReportGroup, "roles" | "weights">): boolean =>
	roles.has(key) || key.split(" ").every((word) => weights.has(word));

/** The same two or more, mostly in the same roles. */
function isAgreed(of: Roles, event: Roles): boolean {
	return [...of.keys()].filter((key) => event.has(key)).length >= 2 && compareRoles(of, event) >= AGREED_ROLES;
}

/** Two of two in the same roles make 1, with one of them in an unknown role 0.8, with a third that is new 0.58. */
const AGREED_ROLES = 0.55;

const MAX_WEEKS = 12;

/** Days from the start of one time to the start of the other, at least 1: they are known not to overlap. */
function daysApart(a: TimeRange | null, b: TimeRange | null): number {
	return a && b ? Math.max(1, Math.abs(a.start.getTime() - b.start.getTime()) / DAY_MS) : 1;
}

const DAY_MS = 86_400_000;

/** Days between two stretches of reports; 0 where they overlap. */
function daysBetween(a: { first: Date; last: Date }, b: { first: Date; last: Date }): number {
	return Math.max(0, a.first.getTime() - b.last.getTime(), b.first.getTime() - a.last.getTime()) / DAY_MS;
}
