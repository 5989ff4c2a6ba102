/**
 * What the analysis of one article says. These shapes are the output of `npm run analyze` and the input of
 * matching and linking. All offsets are UTF-16 code units, half-open, into the analysed text.
 */

/** A stretch of text: `text.slice(start, end)`. */
export interface Span {
	start: number;
	end: number;
}

export type SectionRole = "LEAD" | "BODY" | "BACKGROUND" | "QUOTE" | "BOILERPLATE";

/** Consecutive paragraphs with one role. `start` includes the heading line, where there is one. */
export interface Section extends Span {
	role: SectionRole;
	/** The heading as printed, without a closing colon. */
	heading: string | null;
}

export type TimexType = "DATE" | "TIME" | "DURATION" | "SET";

/** A TIMEX3 expression; `value` at its own precision (`2024-10`, `2024-W43`, `P1Y`, `FUTURE_REF`). */
export interface TimeExpression extends Span {
	text: string;
	type: TimexType;
	value: string;
	/** False where the year, month or day was taken from the context and not from the words. */
	certain: boolean;
	/** True for "about", "early", "late" and the like: the value is near, not exact. */
	approximate: boolean;
}

export type EntityType = "PERSON" | "ORGANIZATION" | "GPE" | "LOCATION" | "FACILITY" | "PRODUCT" | "OTHER";

/** One place where an entity is named. `name` is the same for every way the article names it. */
export interface EntityMention extends Span {
	text: string;
	type: EntityType;
	name: string;
}

/** PLOVER's types (each maps to a CAMEO root code), then this project's own from STATEMENT on. */
export type EventType =
	| "AGREE"
	| "CONSULT"
	| "SUPPORT"
	| "CONCEDE"
	| "COOPERATE"
	| "AID"
	| "RETREAT"
	| "INVESTIGATE"
	| "DEMAND"
	| "DISAPPROVE"
	| "REJECT"
	| "THREATEN"
	| "SANCTION"
	| "PROTEST"
	| "CRIME"
	| "MOBILIZE"
	| "COERCE"
	| "ASSAULT"
	| "STATEMENT"
	| "DISCLOSE"
	| "SCHEDULE_CHANGE"
	| "ELECTION"
	| "BUSINESS"
	| "NATURAL"
	| "ACCIDENT"
	| "OTHER";

export type OccurrenceStatus = "OCCURRED" | "ONGOING" | "PLANNED" | "UNCERTAIN" | "POSTPONED" | "CANCELLED" | "DENIED";

/** MAIN: what the article is about. BACKGROUND: what preceded it. FORESEEN: what it says will or may come. */
export type MentionRole = "MAIN" | "BACKGROUND" | "FORESEEN";
export type Polarity = "AFFIRMED" | "NEGATED";
export type Certainty = "CERTAIN" | "PROBABLE" | "POSSIBLE";
export type ParticipantRole = "ACTOR" | "RECIPIENT" | "OTHER";

/** Someone or something that takes part in an event, by the entity's canonical name in this article. */
export interface Participant {
	name: string;
	type: EntityType;
	role: ParticipantRole;
}

/** One place where an event is spoken of. The span is the trigger: the verb or noun that names the happening. */
export interface EventMention extends Span {
	/** Index into `sentences`. */
	sentence: number;
	/** The clause or noun phrase that tells the event. */
	extent: Span;
	/** A short reading of the extent, fit for a list ("Iran fired hundreds of missiles at Israel"). */
	title: string;
	/** VERB for a clause ("struck"), NOUN for a nominal ("the leak of intelligence"). */
	form: "VERB" | "NOUN";
	/** Base form of the trigger: "strike". */
	lemma: string;
	/** A nominal with a definite article, possessive or demonstrative, that may point back at an event told before. */
	definite: boolean;
	role: MentionRole;
	type: EventType;
	status: OccurrenceStatus;
	polarity: Polarity;
	certainty: Certainty;
	/** TIMEX3 value of the time told *for this event*, or null; never inferred from a neighbour. */
	time: string | null;
	/** Index into `timeExpressions` of the expression `time` came from. */
	timeExpression: number | null;
	participants: Participant[];
	/** Names of GPE, LOCATION and FACILITY entities where it happened. */
	places: string[];
	/** Who asserts it, when not the outlet itself. */
	attributedTo: string | null;
}

export type CausalRelation = "CAUSE" | "ENABLE" | "PREVENT";
export type CausalMode = "CONSEQUENCE" | "MOTIVATION" | "PURPOSE";
export type Stance = "SUPPORTS" | "CONTRADICTS";

/** One claim in the text that `cause` led to (or enabled, or prevented) `effect`. */
export interface CausalClaim {
	cause: Span;
	effect: Span;
	/** The words the claim hangs on ("in response to", ", leaving"); null when it carries none. */
	signal: Span | null;
	relation: CausalRelation;
	mode: CausalMode;
	/** STATED: the sentence says so. INFERRED: by an ambiguous signal ("after"), or read between the lines by the classifiers. */
	basis: "STATED" | "INFERRED";
	/** CONTRADICTS for a denial ("denied that the layoffs were linked to the strike"). */
	stance: Stance;
	certainty: Certainty;
	/** 0–1: how likely it is that direction and both arguments are right. */
	confidence: number;
	attributedTo: string | null;
	/** Index into `sentences` of the sentence that holds the claim. */
	sentence: number;
	/** Indexes into `mentions` of the events that cause and effect denote; null where none was found. */
	causeMention: number | null;
	effectMention: number | null;
}

export interface Analysis {
	language: string;
	sections: Section[];
	sentences: Span[];
	timeExpressions: TimeExpression[];
	entities: EntityMention[];
	mentions: EventMention[];
	causalLinks: CausalClaim[];
}

/** An article as it comes to the analysis. */
export interface ArticleText {
	text: string;
	headline?: string | undefined;
	/** ISO date or instant; dates without a year are read relative to it. */
	publishedAt?: string | undefined;
	/** BCP 47; detected where absent. */
	language?: string | undefined;
}
