import { containment, inverseFrequency } from "../event/term-weight.js";
import type { CandidateEvent } from "./candidate-event.js";
import type { CausalChain } from "./context.js";

/**
 * How much an earlier event helps to understand the one asked about, 0–1. Three grounds, each stronger than the next: a stated
 * chain of causes, a retelling in the event's own articles, a common subject. Within a ground the order is by the ground's own
 * measure, so that no number of vague similarities outweighs one stated cause.
 */
export function relevanceOf(candidate: CandidateEvent, event: CandidateEvent, chain: CausalChain | null): number {
	if (chain) return FLOOR.cause + (1 - FLOOR.cause) * chain.bottleneckConfidence * PER_LINK ** (chain.links.length - 1);
	const near = closeness(candidate, event);
	if (candidate.retellings > 0) {
		return FLOOR.retold + (FLOOR.cause - FLOOR.retold) * (0.5 * (1 - 1 / (1 + candidate.retellings)) + 0.5 * near);
	}
	return FLOOR.retold * near;
}

/** Where each ground begins on the scale. */
const FLOOR = { cause: 0.7, retold: 0.45 } as const;
/** A cause of a cause explains less than the cause itself. */
const PER_LINK = 0.85;
/** Days in which the weight of nearness in time falls by a factor of e: backgrounds lean on the last fortnight. */
const FADE_DAYS = 14;
/** Nearness in time against likeness of subject, for events that only share the subject. */
const RECENCY_SHARE = 0.6;
const DAY_MS = 86_400_000;

/** Likeness of subject and nearness in time together, 0–1. */
function closeness(candidate: CandidateEvent, event: CandidateEvent): number {
	const days = Math.max(0, event.firstReportedAt.getTime() - candidate.lastReportedAt.getTime()) / DAY_MS;
	return RECENCY_SHARE * Math.exp(-days / FADE_DAYS) + (1 - RECENCY_SHARE) * likeness(candidate, event);
}

/** Share of what the event's articles speak of that the earlier event's articles spoke of too, by weight, 0–1. */
export function likeness(candidate: CandidateEvent, event: CandidateEvent): number {
	const idf = inverseFrequency(event.frequencies.get("") ?? 0, event.frequencies);
	return containment([...event.weights.keys()], candidate.weights, idf);
}
