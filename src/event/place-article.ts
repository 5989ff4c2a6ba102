import type { MentionRole } from "../generated/prisma/client.js";
import type { CausalClaim, EventMention } from "../language/analysis.js";
import type { ArticleReading } from "../language/analyze.js";
import type { EventProfile, MatchDecision } from "./event-profile.js";
import type { EventTime } from "./event-time.js";
import { growProfile, mentionGroup } from "./grow-profile.js";
import { mainProfile, mentionTime, rolesOf, type WeighedArticle } from "./main-profile.js";
import { decideMainEvent } from "./match-main.js";
import { decideMentionEvent, type MentionCandidate } from "./match-mention.js";
import type { ReportGroup } from "./report-group.js";
import type { ArticleMentions } from "./select-mentions.js";
import { cosine, type InverseFrequency, mentionWeights } from "./term-weight.js";

/** Wherever "the strike" stands in an article about a strike, its own event is as good as just told. */
const MAIN_AT_HAND = 2;

/** What the archive offers for one article. */
export interface ArchiveView {
	mainCandidates: readonly EventProfile[];
	/** Events that may be meant, by index of the mention. */
	mentionCandidates: ReadonlyMap<number, readonly EventProfile[]>;
	idf: InverseFrequency;
	/** The event to which the article is known to belong: that of its original, or of its earlier revision. */
	settled: { eventId: string; reason: string; profile: EventProfile } | null;
}

/** A mention that is kept, with the event it was given to. */
export interface PlacedMention {
	mention: EventMention;
	eventId: string;
	role: MentionRole;
	time: EventTime | null;
	confidence: number;
	reason: string;
}

/** A reference to something told before that no known event fits. */
export interface UnresolvedPlacement {
	start: number;
	end: number;
	timeValue: string | null;
	reason: string;
}

/** One side of a claim: an event, and where the article speaks of it. */
export interface ClaimSide {
	eventId: string;
	/** Index among the mentions of the placement. */
	mention: number;
}

/** A claim with what it joins; null where it names no event. */
export interface PlacedClaim {
	claim: CausalClaim;
	cause: ClaimSide | null;
	effect: ClaimSide | null;
}

/** Where everything an article speaks of belongs. */
export interface Placement {
	mainEventId: string;
	/** Events that this article is the first to tell of. */
	newEventIds: string[];
	mentions: PlacedMention[];
	/** What each claim of the analysis joins. */
	claims: PlacedClaim[];
	unresolved: UnresolvedPlacement[];
	/** The events touched, as they are after this article. */
	profiles: ReadonlyMap<string, EventProfile>;
}

/**
 * Gives every mention of an article to an event: known ones by decision, new ones by a fresh id. Pure: ids come from `newId`.
 */
export function placeArticle(
	article: WeighedArticle,
	selected: ArticleMentions,
	reading: ArticleReading,
	archive: ArchiveView,
	newId: () => string,
): Placement {
	const { mentions, terms } = selected;
	const times = mentions.map((mention) => mentionTime(mention, reading, article.publishedAt));
	const profiles = new Map<string, EventProfile>();
	const newEventIds: string[] = [];
	const sides = new Map<number, ClaimSide>();
	const placed: PlacedMention[] = [];
	const unresolved: UnresolvedPlacement[] = [];
	const lastTold = new Map<string, number>();

	const tell = (index: number, eventId: string, role: MentionRole, decision: { score: number; reason: string }) => {
		const mention = mentions[index] as EventMention;
		sides.set(index, { eventId, mention: placed.length });
		lastTold.set(eventId, placed.length);
		placed.push({
			mention,
			eventId,
			role,
			time: times[index] ?? null,
			confidence: decision.score,
			reason: decision.reason,
		});
	};
	const grow = (eventId: string, added: ReportGroup, known: EventProfile | null) => {
		const before = profiles.get(eventId) ?? known;
		if (!before) newEventIds.push(eventId);
		profiles.set(eventId, growProfile(eventId, before, added, archive.idf));
	};

	const main = mainProfile(article, selected, reading);
	const mainIndexes = [...selected.main].sort((a, b) => a - b);
	const decision: MatchDecision = archive.settled
		? { kind: "join", eventId: archive.settled.eventId, score: 1, reason: archive.settled.reason }
		: decideMainEvent(main, archive.mainCandidates, archive.idf);
	const mainEventId = decision.kind === "join" ? decision.eventId : newId();
	const mainKnown =
		[...archive.mainCandidates, ...(archive.settled ? [archive.settled.profile] : [])].find(
			({ id }) => id === mainEventId,
		) ?? null;
	// What a copy says is said already, and a revision said most of it before.
	grow(mainEventId, archive.settled ? { ...main, reports: 0 } : main, mainKnown);
	for (const index of mainIndexes) tell(index, mainEventId, "MAIN", decision);

	const subjects = new Map<EventProfile, number>();
	const subjectOf = (event: EventProfile): number => {
		const known = subjects.get(event) ?? cosine(article.weights, event.weights, archive.idf);
		subjects.set(event, known);
		return known;
	};
	const arguments_ = new Set(selected.claims.flatMap((claim) => [claim.causeMention, claim.effectMention]));
	const others = mentions.map((_, index) => index).filter((index) => !selected.main.has(index));
	others.sort((a, b) => (mentions[a] as EventMention).start - (mentions[b] as EventMention).start || a - b);
	for (const index of others) {
		const mention = mentions[index] as EventMention;
		const time = times[index] ?? null;
		const roles = rolesOf([mention]);
		const ownTerms = terms[index] ?? [];
		const candidates: MentionCandidate[] = [];
		const subject = (event: EventProfile) => (mention.definite ? subjectOf(event) : 0);
		for (const event of profiles.values()) {
			const back = placed.length - (lastTold.get(event.id) ?? 0);
			const mentionsBack = event.id === mainEventId ? Math.min(back, MAIN_AT_HAND) : back;
			candidates.push({ event, mentionsBack, subject: event.id === mainEventId ? 0 : subject(event) });
		}
		const known = new Map((archive.mentionCandidates.get(index) ?? []).map((event) => [event.id, event]));
		if (mention.definite) for (const event of archive.mainCandidates) known.set(event.id, event);
		for (const event of known.values()) {
			if (!profiles.has(event.id)) candidates.push({ event, mentionsBack: null, subject: subject(event) });
		}
		// An article does not retell its own news as background: only a noun ("the decision") may mean it.
		const possible = mention.form === "NOUN" ? candidates : candidates.filter(({ event }) => event.id !== mainEventId);
		const profile = {
			form: mention.form,
			definite: mention.definite,
			lemma: mention.lemma,
			type: mention.type,
			time,
			roles,
			terms: ownTerms,
			publishedAt: article.publishedAt,
		};
		const match = decideMentionEvent(profile, possible, archive.idf);
		const role: MentionRole = mention.role === "FORESEEN" ? "FORESEEN" : "BACKGROUND";
		const told = { type: mention.type, time, roles, weights: mentionWeights(ownTerms) };
		const added = mentionGroup(article.publishedAt, told);
		if (match.kind === "join") {
			grow(match.eventId, added, candidates.find(({ event }) => event.id === match.eventId)?.event ?? null);
			tell(index, match.eventId, match.eventId === mainEventId ? "MAIN" : role, match);
			continue;
		}
		if (foundsEvent(mention, time, arguments_.has(index))) {
			const id = newId();
			grow(id, added, null);
			tell(index, id, role, match);
		} else if (mention.form === "NOUN" && mention.definite && (time || roles.size > 0)) {
			const reason = time ? `no known event of ${time.value} fits` : "no known event with these participants fits";
			unresolved.push({ start: mention.extent.start, end: mention.extent.end, timeValue: time?.value ?? null, reason });
		}
	}
	const side = (index: number | null) => (index === null ? null : (sides.get(index) ?? null));
	return {
		mainEventId,
		newEventIds,
		mentions: placed,
		claims: selected.claims.map((claim) => ({
			claim,
			cause: side(claim.causeMention),
			effect: side(claim.effectMention),
		})),
		unresolved,
		profiles,
	};
}

/**
 * Whether a mention that matches nothing is told fully enough to be an event known from hindsight: it is one side of a
 * claim, or a dated clause, or a clause of the background that says who did what.
 */
function foundsEvent(mention: EventMention, time: EventTime | null, isArgument: boolean): boolean {
	if (isArgument) return true;
	if (mention.polarity === "NEGATED") return false;
	if (mention.form === "NOUN") return time !== null && !mention.definite && mention.type !== "OTHER";
	if (time) return mention.type !== "OTHER" || mention.participants.length > 0;
	return mention.role === "BACKGROUND" && mention.type !== "OTHER" && mention.participants.length > 0;
}
