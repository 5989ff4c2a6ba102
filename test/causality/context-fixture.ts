import type { CandidateEvent } from "../../src/causality/candidate-event.js";
import type { CitedSentence } from "../../src/causality/context.js";
import type { CandidateLink } from "../../src/causality/known-link.js";
import { readReportWords } from "../../src/causality/report-words.js";
import type { StorylineEvent } from "../../src/causality/storyline.js";
import type { EventTime } from "../../src/event/event-time.js";

/** 12:00 UTC on a day of October 2026. */
export const october = (day: number): Date => new Date(Date.UTC(2026, 9, day, 12));

export function dayTime(day: number): EventTime {
	const start = new Date(Date.UTC(2026, 9, day));
	const value = start.toISOString().slice(0, 10);
	return {
		value,
		start,
		end: new Date(start.getTime() + 86_400_000),
		granularity: "DAY",
		approximate: false,
		text: null,
		anchor: null,
	};
}

export function sentence(id: string, exact: string, publishedAt: Date): CitedSentence {
	return {
		id,
		articleId: `article-${id}`,
		revisionId: `revision-${id}`,
		sourceId: "outlet",
		start: 0,
		end: exact.length,
		exact,
		signalStart: null,
		signalEnd: null,
		signal: null,
		stance: "SUPPORTS",
		attributedTo: null,
		certainty: "CERTAIN",
		confidence: 0.9,
		publishedAt,
		recordedAt: publishedAt,
	};
}

/** A candidate, and how many articles about the event asked about retell it. */
export type ToldEvent = CandidateEvent & { retellings: number };

/** The storyline that events make, each with a report of its own if an article is about it. */
export const storylineOf = (events: readonly ToldEvent[]): StorylineEvent[] =>
	events.map(({ id, retellings, hasMain, firstReportedAt, lastReportedAt }) => ({
		id,
		retellings,
		report: hasMain ? readReportWords(`In the harbour, event${id} took place.`) : null,
		revisionId: null,
		firstReportedAt,
		lastReportedAt,
	}));

/** An event first reported on a day of October, told by one sentence. */
export function candidate(id: string, day: number, change: Partial<ToldEvent> = {}): ToldEvent {
	return {
		id,
		title: `Event ${id}`,
		type: "OTHER",
		status: "OCCURRED",
		time: dayTime(day),
		retellings: 0,
		firstReportedAt: october(day),
		lastReportedAt: october(day),
		occurredAt: (change.time === null ? null : dayTime(day))?.start ?? october(day),
		hasMain: true,
		sentences: [{ sentence: sentence(`told-${id}`, `Event ${id} took place.`, october(day)), rank: 1 }],
		news: [],
		opening: null,
		reports: [],
		unresolved: [],
		...change,
	};
}

/** A link stated by one sentence of one outlet. */
export function candidateLink(path: string, change: Partial<CandidateLink> = {}, day = 1): CandidateLink {
	const [causeId = "", effectId = ""] = path.split(">");
	const said = sentence(`said-${path}`, `${causeId} led to ${effectId}.`, october(day));
	return {
		id: path,
		causeId,
		effectId,
		relation: "CAUSE",
		basis: "STATED",
		decided: null,
		evidence: [{ ...said, mode: "CONSEQUENCE", basis: "STATED", isCopy: false, voice: "outlet" }],
		...change,
	};
}
