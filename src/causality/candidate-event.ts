import { type EditedRow, editedFace } from "../event/edited-face.js";
import { eventTime } from "../event/event-time.js";
import { decideFace, type EventFace, type FaceMention } from "../event/face.js";
import type { Certainty, Polarity, TimeGranularity } from "../generated/prisma/client.js";
import type { CitedSentence, ReportOpening, UnresolvedReferenceView } from "./context.js";
import { FIRST_TELLINGS, tellingRank } from "./later-mentions.js";

/** An event that may have preceded, as known at the instant asked about. */
export interface CandidateEvent extends EventFace {
	id: string;
	/** First and last publication, as far as known then. */
	firstReportedAt: Date;
	lastReportedAt: Date;
	/** When it happened as far as known, else when it was first reported. */
	occurredAt: Date;
	/** An article is about it. */
	hasMain: boolean;
	/** Sentences that tell it: those of its reports first, then the earliest. */
	sentences: ToldSentence[];
	/** Those in which articles tell it as their news, as they were published. */
	news: CitedSentence[];
	/** How its first report begins; null where no article is about it. */
	opening: ReportOpening | null;
	/** Of an event asked about: the articles about it, the latest ones where there are many. */
	reports: readonly string[];
	/** Of an event asked about: what these leave unresolved. */
	unresolved: UnresolvedReferenceView[];
}

/** A sentence that tells an event. */
export interface ToldSentence {
	sentence: CitedSentence;
	/** How well it tells it by itself: the higher, the better. */
	rank: number;
}

/** A row of preceding-events.sql: instants inside JSON are text. */
export interface EventRow {
	id: string;
	mentions: MentionRow[];
	/** The last edit by the instant; null where there is none. */
	edited: EditedRow | null;
	/** Of its first report; null where none is about it. */
	articleId: string | null;
	revisionId: string | null;
	text: string | null;
	/** Of an event asked about. */
	reports: string[] | null;
	unresolved: UnresolvedReferenceView[] | null;
}

interface MentionRow extends Omit<FaceMention, "time" | "publishedAt"> {
	id: string;
	revisionId: string;
	sourceId: string;
	timeValue: string | null;
	timeStart: string | null;
	timeEnd: string | null;
	timeGranularity: TimeGranularity | null;
	timeApproximate: boolean;
	timeText: string | null;
	publishedAt: string;
	recordedAt: string;
	start: number;
	end: number;
	exact: string;
	attributedTo: string | null;
	certainty: Certainty;
	confidence: number;
	polarity: Polarity;
}

/** Reads one row: face, dates and sentences from the mentions known then; of the face, what editors had decided by then. */
export function candidateEvent(row: EventRow): CandidateEvent {
	const { articleId, revisionId, text } = row;
	const mentions = row.mentions.map(faceMention);
	const face = editedFace(decideFace(mentions), row.edited);
	const published = mentions.map(({ publishedAt }) => publishedAt.getTime());
	const firstReportedAt = new Date(Math.min(...published));
	const sentences = row.mentions.map((mention, n) => ({
		sentence: citation(mention),
		rank: tellingRank({ time: mentions[n]?.time ?? null, isCopy: mention.isCopy, polarity: mention.polarity }),
	}));
	const news = sentences.flatMap(({ sentence }, n) => (mentions[n]?.role === "MAIN" ? [sentence] : []));
	return {
		...face,
		id: row.id,
		firstReportedAt,
		lastReportedAt: new Date(Math.max(...published)),
		occurredAt: face.time?.start ?? firstReportedAt,
		hasMain: news.length > 0,
		sentences,
		news: news.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || a.start - b.start),
		opening: articleId === null || revisionId === null || text === null ? null : { articleId, revisionId, text },
		reports: row.reports ?? [],
		unresolved: row.unresolved ?? [],
	};
}

/** What it counts that a sentence stands in an article about the event asked about: it tells in the reader's context. */
const OWN = 4;

/** The sentence that tells an event best where another event is asked about, of which these articles are. */
export function bestSentence({ sentences }: CandidateEvent, reports: ReadonlySet<string>): CitedSentence | null {
	let best: CitedSentence | null = null;
	let most = Number.NEGATIVE_INFINITY;
	for (const { sentence, rank: own } of sentences) {
		const rank = own + (reports.has(sentence.articleId) ? OWN : 0);
		if (rank > most) [best, most] = [sentence, rank];
	}
	return best;
}

/** Those of its sentences by which an event is measured that no article is about. */
export const firstSentences = ({ sentences }: CandidateEvent): readonly CitedSentence[] =>
	sentences.slice(0, FIRST_TELLINGS).map(({ sentence }) => sentence);

function faceMention(mention: MentionRow): FaceMention {
	const publishedAt = new Date(mention.publishedAt);
	return {
		role: mention.role,
		title: mention.title,
		type: mention.type,
		status: mention.status,
		time: timeOf(mention, publishedAt),
		publishedAt,
		articleId: mention.articleId,
		isCopy: mention.isCopy,
	};
}

function timeOf(mention: MentionRow, publishedAt: Date): FaceMention["time"] {
	const { timeValue, timeStart, timeEnd, timeGranularity, timeApproximate, timeText } = mention;
	if (timeStart === null || timeEnd === null) return null;
	const [start, end] = [new Date(timeStart), new Date(timeEnd)];
	return eventTime(
		{ timeValue, timeStart: start, timeEnd: end, timeGranularity, timeApproximate, timeText },
		publishedAt,
	);
}

function citation(mention: MentionRow): CitedSentence {
	return {
		id: mention.id,
		articleId: mention.articleId,
		revisionId: mention.revisionId,
		sourceId: mention.sourceId,
		start: mention.start,
		end: mention.end,
		exact: mention.exact,
		signalStart: null,
		signalEnd: null,
		signal: null,
		stance: "SUPPORTS",
		attributedTo: mention.attributedTo,
		certainty: mention.certainty,
		confidence: mention.confidence,
		publishedAt: new Date(mention.publishedAt),
		recordedAt: new Date(mention.recordedAt),
	};
}
