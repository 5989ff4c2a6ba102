import type { EventMention, EventType } from "../language/analysis.js";
import type { Term } from "../language/terms.js";
import type { EventProfile, MatchDecision } from "./event-profile.js";
import { compareWithEvent } from "./event-profile.js";
import { compareRoles, type Roles } from "./participants.js";
import { containment, type InverseFrequency } from "./term-weight.js";
import type { TimeRange } from "./time-range.js";

/** A mention of an event that the article is not about, as matching sees it. */
export interface MentionProfile {
	form: EventMention["form"];
	definite: boolean;
	/** Base form of the word that names it. */
	lemma: Term;
	type: EventType;
	time: TimeRange | null;
	roles: Roles;
	terms: readonly Term[];
	publishedAt: Date;
}

/** An event a mention may mean. */
export interface MentionCandidate {
	event: EventProfile;
	/** Mentions since the same article last spoke of it (1: the one before); null if it never did. */
	mentionsBack: number | null;
	/** Cosine of the mention's article with the event's articles, 0–1. */
	subject: number;
}

/**
 * The grounds on which a mention is given to an event, and what each weighs. A same day and same participants nearly
 * suffice without a word in common; words alone do not, because a running subject shares its words. Set by hand on the sample
 * world; the threshold prefers two events for one over one for two, since merging later is possible and a swallowed event is lost.
 */
const WEIGHT = { words: 0.45, roles: 0.3, type: 0.12, sameTime: 0.3, nearby: 0.45, subject: 1 } as const;
const THRESHOLD = 0.5;
/** "The attack", "the operation": a definite noun right after its event was told means that one. */
const NEARBY_MENTIONS = 4;
/** "The accident", in an article whose subject is this near to that of an accident's reports, means that accident. */
const SAME_SUBJECT = 0.2;
const UNKNOWN_KIND = 0.5;
/** Kinds of happening that tell the same thing from two sides: an assault is also a crime, a strike at work a protest. */
const KINDRED: readonly (readonly EventType[])[] = [
	["ASSAULT", "CRIME", "COERCE", "MOBILIZE"],
	["CONSULT", "AGREE", "COOPERATE"],
	["STATEMENT", "DISAPPROVE", "REJECT", "DEMAND", "THREATEN", "DISCLOSE"],
	["NATURAL", "ACCIDENT"],
];

/**
 * Decides which event a background mention means: an event of the same article told before, one of the archive, or one
 * of its own that is so far known only from hindsight.
 */
export function decideMentionEvent(
	mention: MentionProfile,
	candidates: readonly MentionCandidate[],
	idf: InverseFrequency,
): MatchDecision {
	let best: { eventId: string; score: number; reason: string } | null = null;
	for (const { event, mentionsBack, subject } of candidates) {
		const times = compareWithEvent(mention.time, event);
		if (times === "APART") continue;
		// An event that is first reported after the mention was printed, and is not dated before it, cannot be meant.
		if (!event.time && mentionsBack === null && event.firstReportedAt.getTime() > mention.publishedAt.getTime())
			continue;
		const words = containment(mention.terms, event.weights, idf);
		const roles = compareRoles(mention.roles, event.roles);
		const kin = kinship(mention.type, event.type);
		const named = kin > 0 && (times === "SAME" || event.weights.has(mention.lemma));
		const fits = named || (kin === 1 && mentionsBack === null);
		const understood = refersBack(mention) && fits && roles >= 0 && subject >= SAME_SUBJECT;
		// Another article's event is not meant by kind and common words alone: a day, a participant or the subject must point at it.
		if (mentionsBack === null && times !== "SAME" && roles <= 0 && !understood) continue;
		const alike = kin > UNKNOWN_KIND || (kin > 0 && event.weights.has(mention.lemma));
		const near = mentionsBack !== null && mentionsBack <= NEARBY_MENTIONS && refersBack(mention) && alike;
		const score =
			WEIGHT.words * words +
			WEIGHT.roles * roles +
			WEIGHT.type * kin +
			(times === "SAME" ? WEIGHT.sameTime : 0) +
			(understood ? WEIGHT.subject * subject : 0) +
			(near ? WEIGHT.nearby * (1 - ((mentionsBack ?? 1) - 1) / NEARBY_MENTIONS) : 0);
		if (score < THRESHOLD || (best && (best.score > score || (best.score === score && best.eventId <= event.id))))
			continue;
		const reason: string = `words ${words.toFixed(2)}, participants ${roles.toFixed(2)}, kind ${kin}, time ${times.toLowerCase()}${near ? ", told just before" : ""}${understood ? `, subject ${subject.toFixed(2)}` : ""}: ${score.toFixed(2)}`;
		best = { eventId: event.id, score, reason };
	}
	if (best) return { kind: "join", eventId: best.eventId, score: Math.min(1, best.score), reason: best.reason };
	return { kind: "found", score: 0.5, reason: "no known event fits" };
}

/**
 * Whether a mention can mean an event that other articles told of at all: a day, a participant or a noun that refers back must point at it (see
 * `decideMentionEvent`).
 */
export function pointsElsewhere(mention: Pick<MentionProfile, "form" | "definite" | "time" | "roles">): boolean {
	return mention.time !== null || mention.roles.size > 0 || refersBack(mention);
}

/** A definite or possessive noun ("the leak", "its attack") points back; a verb tells anew. */
const refersBack = (mention: Pick<MentionProfile, "form" | "definite">): boolean =>
	mention.form === "NOUN" && mention.definite;

/** 1 same kind, 0.75 kindred, 0.5 unknown, 0 different. */
function kinship(a: EventType, b: EventType): number {
	if (a === "OTHER" || b === "OTHER") return UNKNOWN_KIND;
	if (a === b) return 1;
	return KINDRED.some((kind) => kind.includes(a) && kind.includes(b)) ? 0.75 : 0;
}
