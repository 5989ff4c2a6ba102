import type { EntityMention, EntityType, Participant, ParticipantRole, Span } from "../analysis.js";
import { NOUN_TYPES } from "../en/event-types.js";
import {
	AGENT_PREPOSITIONS,
	AIMING_PREPOSITIONS,
	AIMING_TYPES,
	HOSTILE_PREPOSITION,
	INTRANSITIVE_NOUNS,
	PLACE_PREPOSITIONS,
	PRECEDING_PAIRS,
	PRECEDING_WORDS,
	RECIPIENT_PREPOSITIONS,
	REGION_NOUNS,
} from "../en/event-words.js";
import { GENITIVES, INFINITIVE_MARKER, OF } from "../en/verbs.js";
import { firstFrom, type SentenceParts } from "../phrases/sentence-parts.js";
import { isPair, wordPairs } from "../phrases/word-pairs.js";
import type { NounPhrase } from "../phrases.js";
import type { Token } from "../tokens.js";
import type { Candidate } from "./candidate.js";
import { type Context, spanOf, type TokenRange } from "./context.js";

/** Who takes part in an event and where it happened. */
export interface Arguments {
	participants: Participant[];
	places: string[];
}

interface Named {
	name: string;
	type: EntityType;
}

type ArgumentRole = ParticipantRole | "PLACE";

const AGENTS: ReadonlySet<EntityType> = new Set(["PERSON", "ORGANIZATION"]);
const PLACES: ReadonlySet<EntityType> = new Set(["GPE", "LOCATION", "FACILITY"]);
/** Nobody needs more names than this for one event. */
const MAX_PARTICIPANTS = 12;
const DASHES: ReadonlySet<string> = new Set(["-", "–", "—", "--"]);
const PAIRS_BEFORE = wordPairs(PRECEDING_PAIRS);
/** A dateline is at most this many tokens long. */
const MAX_DATELINE = 12;

/**
 * Reads the entities of an event's clause or noun phrase: subject ACTOR (passive: RECIPIENT), object RECIPIENT, "by"
 * ACTOR, "of", "against" and "at" RECIPIENT, places behind "in", "near", "on the territory of"; OTHER elsewhere, and
 * for all that stands in a reason ("in response to the killing of"). `speaker` is whom a pronoun subject means.
 */
export function argumentsOf(
	context: Context,
	parts: SentenceParts,
	candidate: Candidate,
	speaker: Named | null,
): Arguments {
	const found: Arguments = { participants: [], places: [] };
	const { subject, group } = candidate;
	const isCarried = subject !== null && candidate.trigger.first === subject.head;
	if (candidate.form === "VERB" && subject && group && !isCarried) {
		const own = candidate.clause !== null && candidate.clause.first <= subject.first && subject.first < group.first;
		const range = { first: subject.first, end: own ? group.first : subject.end };
		const role: ParticipantRole = group.passive ? "RECIPIENT" : "ACTOR";
		if (speaker) add(found, speaker, role);
		const span = subjectSpan(context, range);
		for (let index = firstFrom(parts.nounPhrases, subject.first); index < parts.nounPhrases.length; index++) {
			const phrase = parts.nounPhrases[index] as NounPhrase;
			const { start, end } = spanOf(context.doc, phrase);
			if (start >= span.end) break;
			// "a court in Lyon": the tail of the subject may place it.
			const placing = phrase !== subject && PLACE_PREPOSITIONS.has(context.doc.tokens[phrase.first - 1]?.lower ?? "");
			for (const entity of context.entities.within({ start, end: Math.min(end, span.end) }))
				add(found, entity, placing && PLACES.has(entity.type) ? "PLACE" : role);
		}
	}
	const range = argumentRange(context, candidate);
	let chain: { role: ArgumentRole; end: number } | null = null;
	let inReason = false;
	for (let index = firstFrom(parts.nounPhrases, range.first); index < parts.nounPhrases.length; index++) {
		const phrase = parts.nounPhrases[index] as NounPhrase;
		if (phrase.first >= range.end) break;
		if (candidate.form === "VERB" && !inReason && opensReason(context, phrase, candidate)) inReason = true;
		const role: ArgumentRole = inReason ? "OTHER" : roleOf(context, candidate, phrase, chain);
		chain = { role, end: phrase.end };
		for (const entity of context.entities.within(spanOf(context.doc, phrase)))
			add(found, entity, role === "PLACE" && !PLACES.has(entity.type) ? "OTHER" : role);
	}
	return found;
}

/** Adds an entity that is not there yet; the first role that it is found in counts. */
function add({ participants, places }: Arguments, { name, type }: Named, role: ArgumentRole): void {
	if (participants.length >= MAX_PARTICIPANTS || places.includes(name)) return;
	for (const participant of participants) if (participant.name === name) return;
	if (role === "PLACE") places.push(name);
	else participants.push({ name, type, role });
}

/** A fronted subject ends at its own comma: a relative clause behind it has other participants. */
function subjectSpan(context: Context, range: TokenRange): Span {
	for (let at = range.first + 1; at < range.end; at++)
		if ((context.doc.tokens[at] as Token).text === ",") return spanOf(context.doc, { first: range.first, end: at });
	return spanOf(context.doc, range);
}

function argumentRange(context: Context, candidate: Candidate): TokenRange {
	if (candidate.form === "NOUN") return candidate.extent;
	const { clause, group } = candidate;
	if (!clause || !group) return candidate.extent;
	// A dateline in front ("PARIS, France - ") is no place of the event.
	let first = Math.min(clause.first, group.first);
	for (let at = first, seen = 0; at < group.first && seen < MAX_DATELINE; at++, seen++)
		if (DASHES.has((context.doc.tokens[at] as Token).text)) first = at + 1;
	return { first, end: clause.end };
}

/** "due to the leak", "after the killing": from here on the clause tells its reason. */
function opensReason(context: Context, phrase: NounPhrase, candidate: Candidate): boolean {
	const { tokens } = context.doc;
	if (!candidate.group || phrase.first <= candidate.group.first) return false;
	const before = tokens[phrase.first - 1]?.lower ?? "";
	return PRECEDING_WORDS.has(before) || isPair(PAIRS_BEFORE, tokens[phrase.first - 2]?.lower, before);
}

function roleOf(
	context: Context,
	candidate: Candidate,
	phrase: NounPhrase,
	chain: { role: ArgumentRole; end: number } | null,
): ArgumentRole {
	const { tokens } = context.doc;
	const before = tokens[phrase.first - 1];
	const entity = context.entities.within(spanOf(context.doc, phrase)).at(-1) ?? null;
	if (phrase === candidate.phrase || candidate.trigger.first === phrase.head) return ownRole(tokens, phrase, entity);
	// A conjunct, and an "of" behind a phrase, have that phrase's part in the event.
	const joined = chain !== null && chain.end === phrase.first - 1 && before !== undefined;
	if (joined && (before.pos === "CCONJ" || before.text === ",")) return chain.role;
	const isPreposition = before?.pos === "ADP" || before?.pos === "SCONJ" || before?.lower === INFINITIVE_MARKER;
	const preposition = before && isPreposition ? before.lower : null;
	if (preposition === null) {
		const { group } = candidate;
		if (candidate.form !== "VERB" || !group || phrase.first < group.end) return "OTHER";
		return group.passive ? "OTHER" : "RECIPIENT";
	}
	if (AGENT_PREPOSITIONS.has(preposition))
		return candidate.form === "NOUN" || candidate.group?.passive ? "ACTOR" : "OTHER";
	const owner = tokens[phrase.first - 2];
	if (preposition === OF) {
		if (entity && PLACES.has(entity.type) && owner && REGION_NOUNS.has(owner.lemma)) return "PLACE";
		if (joined && chain.end - 1 !== candidate.trigger.first) return chain.role === "PLACE" ? "OTHER" : chain.role;
		if (candidate.form === "NOUN" && INTRANSITIVE_NOUNS.has(candidate.lemma))
			return entity && AGENTS.has(entity.type) ? "ACTOR" : "OTHER";
		return "RECIPIENT";
	}
	const aimsAtNoun = owner !== undefined && owner.pos === "NOUN" && AIMING_TYPES.has(NOUN_TYPES.get(owner.lemma) ?? "");
	const aims = AIMING_PREPOSITIONS.has(preposition) && (AIMING_TYPES.has(candidate.type) || aimsAtNoun);
	if (PLACE_PREPOSITIONS.has(preposition) && !aims) return "PLACE";
	if (!RECIPIENT_PREPOSITIONS.has(preposition)) return "OTHER";
	return aims || preposition === HOSTILE_PREPOSITION || (candidate.form === "VERB" && preposition === INFINITIVE_MARKER)
		? "RECIPIENT"
		: "OTHER";
}

/** "Iran's attack", "the Israeli attack": the owner acts. */
function ownRole(tokens: readonly Token[], phrase: NounPhrase, entity: EntityMention | null): ArgumentRole {
	if (!entity) return "OTHER";
	for (let at = phrase.first; at < phrase.head; at++) {
		const token = tokens[at] as Token;
		if (token.start >= entity.end && GENITIVES.has(token.lower)) return "ACTOR";
	}
	return entity.end <= (tokens[phrase.head] as Token).start ? "ACTOR" : "OTHER";
}
