import { compareReports, type ReportEvidence } from "./compare-reports.js";
import type { EventProfile, MatchDecision } from "./event-profile.js";
import { likeness, type ReportGroup } from "./report-group.js";
import type { InverseFrequency } from "./term-weight.js";

/** From what likeness on two groups of reports of one day are rather of one event than of two, and what a difference to it weighs, in logits. */
const EVEN_LIKENESS = 0.67;
const LIKENESS_WEIGHT = 10;

/**
 * What each other ground weighs, in logits. The development clusters (ECB+) have no dates of publication, so these were set on the sample world, on the
 * made-up pairs of the tests (identical texts of two dated days must stay apart, and so must those of a month), on three annotators' reports of each
 * step of six long affairs, and on the development clusters with made-up dates. `gap`, per doubling of the days between, keeps daily updates of one long
 * affair apart as steps of it. `hindsight` keeps an article from an event of three words that happen to be among its own.
 */
const WEIGHT: Readonly<Record<keyof ReportEvidence, number>> = {
	otherNames: -6,
	otherNumbers: -1.5,
	timeSame: 0.5,
	timeApart: -2.2,
	reversed: -4,
	sameDeed: 7,
	hindsight: -2.5,
	gap: -3,
	weeks: -0.8,
};

/** The odds that two groups of reports are of one event, as a logit: positive where it is likelier than not. */
export function sameEventLogit(a: ReportGroup, b: ReportGroup, alike: number, idf: InverseFrequency): number {
	return logitOf(compareReports(a, b, idf), alike);
}

function logitOf(evidence: ReportEvidence, alike: number): number {
	let sum = LIKENESS_WEIGHT * (alike - EVEN_LIKENESS);
	for (const ground of Object.keys(WEIGHT) as (keyof ReportEvidence)[]) sum += WEIGHT[ground] * evidence[ground];
	return sum;
}

/**
 * Decides which event an article is about: the likeliest candidate that is likelier than not, or a new one. Online single-pass
 * clustering (Allan, Papka, Lavrenko 1998), with time and participants beside the words. Candidates may come in any order.
 */
export function decideMainEvent(
	article: ReportGroup,
	candidates: readonly EventProfile[],
	idf: InverseFrequency,
): MatchDecision {
	let best: { event: EventProfile; logit: number; reason: string } | null = null;
	let nearest = Number.NEGATIVE_INFINITY;
	for (const event of candidates) {
		const evidence = compareReports(article, event, idf);
		const alike = likeness(article, event, idf);
		const logit = logitOf(evidence, alike);
		nearest = Math.max(nearest, logit);
		if (logit < 0) continue;
		if (best && (best.logit > logit || (best.logit === logit && best.event.id < event.id))) continue;
		best = { event, logit, reason: reasonOf(evidence, alike, logit) };
	}
	if (best) return { kind: "join", eventId: best.event.id, score: logistic(best.logit), reason: best.reason };
	return {
		kind: "found",
		score: 1 - logistic(nearest),
		reason: `no event as near as needed (nearest ${logistic(nearest).toFixed(2)})`,
	};
}

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

function reasonOf(evidence: ReportEvidence, alike: number, logit: number): string {
	const grounds = [
		`likeness ${alike.toFixed(2)}`,
		evidence.otherNames > 0 && "other names",
		evidence.otherNumbers > 0 && "other numbers",
		evidence.timeSame && "same time",
		evidence.timeApart && "other time",
		evidence.reversed && "roles reversed",
		evidence.sameDeed && "same kind, time and participants",
		`${(2 ** evidence.gap - 1).toFixed(1)} days apart`,
	];
	return `${grounds.filter(Boolean).join(", ")}: ${logistic(logit).toFixed(2)}`;
}
