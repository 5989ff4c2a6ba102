import { type EditedRow, editedFace } from "../event/edited-face.js";
import { eventTime } from "../event/event-time.js";
import { decideFace, type EventFace, type FaceMention } from "../event/face.js";
import type { Certainty, Polarity, TimeGranularity } from "../generated/prisma/client.js";
import type { CitedSentence, ReportOpening, UnresolvedReferenceView } from "./context.js";

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
	/** Sentences that tell it, those of the event's own articles first. */
	sentences: CitedSentence[];
	/** Those in which articles tell it as their news, as they were published. */
	news: CitedSentence[];
	/** How its first report begins; null where no article is about it. */
	opening: ReportOpening | null;
	unresolved: UnresolvedReferenceView[];
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
	/** Of an article about the event asked about. */
	isOwn: boolean;
}

/** Reads one row: face, dates and sentences from the mentions known then; of the face, what editors had decided by then. */
export function candidateEvent(row: EventRow): CandidateEvent {
	const { articleId, revisionId, text } = row;
	const mentions = row.mentions.map((mention) => ({
		...mention,
		publishedAt: new Date(mention.publishedAt),
		time: timeOf(mention),
	}));
	const face = editedFace(decideFace(mentions), row.edited);
	const published = mentions.map((mention) => mention.publishedAt.getTime());
	const firstReportedAt = new Date(Math.min(...published));
	const told = mentions.map((mention) => ({ mention, rank: tellingRank(mention), sentence: citation(mention) }));
	const news = told.filter(({ mention }) => mention.role === "MAIN");
	return {
		...face,
		id: row.id,
		firstReportedAt,
		lastReportedAt: new Date(Math.max(...published)),
		occurredAt: face.time?.start ?? firstReportedAt,
		hasMain: news.length > 0,
		sentences: told.toSorted((a, b) => b.rank - a.rank).map(({ sentence }) => sentence),
		news: news
			.map(({ sentence }) => sentence)
			.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || a.start - b.start),
		opening: articleId === null || revisionId === null || text === null ? null : { articleId, revisionId, text },
		unresolved: row.unresolved ?? [],
	};
}

/** The asked event's own articles tell it in the reader's context; a dated sentence of an original stands on its own. */
function tellingRank(mention: {
	isOwn: boolean;
	isCopy: boolean;
	timeValue: string | null;
	polarity: Polarity;
}): number {
	return (
		(mention.isOwn ? 4 : 0) +
		(mention.timeValue ? 2 : 0) +
		(mention.isCopy ? 0 : 1) -
		(mention.polarity === "NEGATED" ? 8 : 0)
	);
}

function timeOf(mention: MentionRow): FaceMention["time"] {
	const date = (value: string | null) => (value === null ? null : new Date(value));
	return eventTime(
		{ ...mention, timeStart: date(mention.timeStart), timeEnd: date(mention.timeEnd) },
		new Date(mention.publishedAt),
	);
}

function citation(mention: Omit<MentionRow, "publishedAt"> & { publishedAt: Date }): CitedSentence {
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
		publishedAt: mention.publishedAt,
		recordedAt: new Date(mention.recordedAt),
	};
}
