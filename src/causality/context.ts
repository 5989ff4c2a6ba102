import type { EventTime } from "../event/event-time.js";
import type {
	CausalMode,
	CausalRelation,
	Certainty,
	LinkBasis,
	LinkStatus,
	OccurrenceStatus,
	Stance,
} from "../generated/prisma/client.js";
import type { AsOf } from "../known.js";

/**
 * The answer to "what preceded?" as a value: everything in it was known at `asOf`, and nothing else.
 * Identifiers are those of the tables; nothing here reads the database.
 */

export interface ContextOptions {
	/** Longest chain followed, in links (1–8). */
	maxDepth: number;
	/** Most events in the answer (1–100). */
	maxEvents: number;
	/** Links weaker than this are not followed (0–1). */
	minConfidence: number;
	/** Only links on these grounds; null for all. */
	bases: LinkBasis[] | null;
	includeDisputed: boolean;
	/** Also events that no article ties to this one, but that share its participants and subject. */
	includeRelated: boolean;
	/** Nothing that ended before this instant; null for no limit. */
	since: Date | null;
}

export const DEFAULT_CONTEXT_OPTIONS: ContextOptions = {
	maxDepth: 4,
	maxEvents: 30,
	minConfidence: 0.3,
	bases: null,
	includeDisputed: true,
	includeRelated: true,
	since: null,
};

/** Why an event is on the list. */
export type ContextRole = "DIRECT_CAUSE" | "INDIRECT_CAUSE" | "ENABLER" | "PREVENTER" | "BACKGROUND" | "RELATED";

/** A sentence of an article that says what is claimed, by position and by content. */
export interface CitedSentence {
	/** Of the evidence row, or of the mention row where no link is claimed. */
	id: string;
	articleId: string;
	revisionId: string;
	sourceId: string;
	start: number;
	end: number;
	exact: string;
	signalStart: number | null;
	signalEnd: number | null;
	signal: string | null;
	stance: Stance;
	attributedTo: string | null;
	certainty: Certainty;
	confidence: number;
	publishedAt: Date;
	recordedAt: Date;
}

/** Words of an article, by position and by content. */
export type Quotation = Pick<CitedSentence, "articleId" | "revisionId" | "start" | "end" | "exact">;

/** The beginning of a report. */
export interface ReportOpening {
	articleId: string;
	revisionId: string;
	text: string;
}

/** The beginning of a report, and when it was printed. */
export interface DatedOpening extends ReportOpening {
	publishedAt: Date;
}

export interface Support {
	supporting: number;
	contradicting: number;
	/** Outlets that say it in words of their own; copies and outlets of one owner count once. */
	independentSources: number;
	/** Nobody says it in their own voice: "Iran said it was in response to…". */
	attributedOnly: boolean;
	firstStatedAt: Date | null;
}

/** A link as known at the context's instant. */
export interface ContextLink {
	linkId: string;
	causeId: string;
	effectId: string;
	relation: CausalRelation;
	mode: CausalMode;
	basis: LinkBasis;
	status: LinkStatus;
	confidence: number;
	support: Support;
	/** Strongest first. */
	evidence: CitedSentence[];
	/** Ready to print, built from evidence only. */
	explanation: string;
}

/** A path of links that ends at the event asked about, root cause first. */
export interface CausalChain {
	/** Equal keys are the same path. */
	key: string;
	rootId: string;
	targetId: string;
	links: ContextLink[];
	bottleneckConfidence: number;
	hasPrevention: boolean;
}

export interface ContextEntry {
	eventId: string;
	role: ContextRole;
	/** Links between this event and the one asked about; null where no chain of links joins them. */
	distance: number | null;
	/** 0–1. */
	relevance: number;
	/** Title, time and status as known then. */
	title: string;
	time: EventTime | null;
	status: OccurrenceStatus;
	/** When it happened as far as known, else when it was first reported: the chronological key. */
	occurredAt: Date;
	bestChain: CausalChain | null;
	/** The sentence that tells it best. */
	sentence: CitedSentence | null;
	/** Reports of its storyline since, up to the event asked about: 1 for what came directly before. */
	steps: number;
	/** How surely it belongs to the affair of the event asked about: 0.1 is little, 0.4 is much (kinship.ts). 0 where nothing on the list is RELATED. */
	kinship: number;
	/** How its first report begins; null where no article is about it. */
	opening: DatedOpening | null;
	/** The sentences in which articles tell it as their news, as they were published. */
	news: CitedSentence[];
	disputed: boolean;
}

export interface DigestSentence {
	/** As printed, but for what an editor would add or put in its place; that stands in square brackets. */
	text: string;
	/** When what it tells happened; null where nobody says. */
	time: EventTime | null;
	eventIds: string[];
	citations: Quotation[];
}

export interface ContextDigest {
	/** The sentences, joined by spaces. */
	text: string;
	sentences: DigestSentence[];
}

/** What a digest may hold. */
export interface DigestLimits {
	/** Most sentences (1–50). */
	maxSentences: number;
	/** Most words; null for no limit. */
	maxWords: number | null;
}

export interface LimitedDigest extends DigestLimits {
	digest: ContextDigest;
}

/** A back-reference that matched no known event: an honest hole. */
export interface UnresolvedReferenceView {
	id: string;
	articleId: string;
	revisionId: string;
	start: number;
	end: number;
	exact: string;
	timeValue: string | null;
	reason: string;
}

export interface PrecedingContext {
	eventId: string;
	asOf: AsOf;
	/** Changes if and only if the answer changes. */
	version: string;
	/** In chronological order. */
	entries: ContextEntry[];
	/** Links among the entries and the event. */
	links: ContextLink[];
	/** Best first (widest path). */
	chains: CausalChain[];
	unresolved: UnresolvedReferenceView[];
	/** The sentences in which its own articles tell the event itself. */
	news: ReadonlySet<string>;
	/** Whether it has what a digest is made of: `news`, and of each entry `opening` and `news`. What was kept leaves it behind (kept-contexts.ts). */
	hasTellings: boolean;
	/** Its digests, as far as they have been asked for: one is added when it is worked out (`digestWithin`). */
	digests: LimitedDigest[];
	/** There was more than `maxEvents`. */
	truncated: boolean;
	computedAt: Date;
}
