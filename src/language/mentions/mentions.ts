import type { EntityType, EventMention, TimeExpression } from "../analysis.js";
import { attributionOf } from "../attribution.js";
import { DEFINITE_WORDS } from "../en/event-words.js";
import { ARTICLES, PERSONAL, THIRD_PERSON } from "../en/reporting.js";
import { GENITIVES } from "../en/verbs.js";
import type { SentenceParts } from "../phrases/sentence-parts.js";
import type { Token } from "../tokens.js";
import type { Candidate } from "./candidate.js";
import { buildContext, type Context, groupOf, type MentionInput, spanOf, subjectOf } from "./context.js";
import { eventValue, timesOf } from "./event-time.js";
import { nounEvents } from "./noun-events.js";
import { type Arguments, argumentsOf } from "./participants.js";
import { byPlace, headlineSentence, type Reading, rolesOf } from "./roles.js";
import { realityOf } from "./status.js";
import { titleOf } from "./title.js";
import { verbEvents } from "./verb-events.js";

/**
 * Finds where a text speaks of events, in text order: clauses with their verb, and nouns that name a happening; each
 * with its time, reality, participants and role. One mention for each happening and clause. Linear in the text.
 */
export function findMentions(input: MentionInput): EventMention[] {
	const context = buildContext(input);
	const headline = headlineSentence(context);
	const drafts: { reading: Reading; timeExpression: number | null; args: Arguments; title: string }[] = [];
	for (const parts of context.parts) {
		if (context.isHeading(parts.sentence)) continue;
		const consumed = new Set<number>();
		const verbs = verbEvents(context, parts, parts.index === headline, consumed);
		const candidates = [...verbs, ...nounEvents(context, parts, consumed)];
		const times = timesOf(context, parts, candidates);
		for (const [index, candidate] of candidates.entries()) {
			const speaker = subjectMeant(context, parts, candidate);
			const timeExpression = times[index] ?? null;
			const expression: TimeExpression | undefined = timeExpression === null ? undefined : context.times[timeExpression];
			const args = argumentsOf(context, parts, candidate, speaker);
			drafts.push({
				reading: {
					candidate,
					reality: realityOf(context, candidate),
					time: expression ? eventValue(expression) : null,
					section: context.roleAt((context.doc.tokens[candidate.trigger.first] as Token).start),
					hasParticipants: args.participants.length > 0 || args.places.length > 0,
				},
				timeExpression,
				args,
				title: titleOf(context, parts, candidate, speaker?.name ?? null),
			});
		}
	}
	const roles = rolesOf(
		context,
		drafts.map((draft) => draft.reading),
	);
	const mentions: EventMention[] = [];
	for (const [index, { reading, timeExpression, args, title }] of drafts.entries()) {
		const role = roles[index];
		if (!role) continue;
		const { candidate, reality, time } = reading;
		mentions.push({
			...spanOf(context.doc, candidate.trigger),
			sentence: candidate.sentence,
			extent: spanOf(context.doc, candidate.extent),
			title,
			form: candidate.form,
			lemma: candidate.lemma,
			definite: isDefinite(context, candidate),
			role,
			type: candidate.type,
			status: reality.status,
			polarity: reality.polarity,
			certainty: reality.certainty,
			time,
			timeExpression: time === null ? null : timeExpression,
			participants: args.participants,
			places: args.places,
			attributedTo: reality.attributedTo,
		});
	}
	return mentions.sort(byPlace);
}

function isDefinite(context: Context, candidate: Candidate): boolean {
	if (candidate.form !== "NOUN" || !candidate.phrase) return false;
	const { tokens } = context.doc;
	if (DEFINITE_WORDS.has((tokens[candidate.phrase.first] as Token).lower)) return true;
	for (let at = candidate.phrase.first; at < candidate.trigger.first; at++)
		if (GENITIVES.has((tokens[at] as Token).lower)) return true;
	return false;
}

/**
 * What a pronoun subject stands for, where it is clear: in reported speech the speaker, else the subject of the main
 * clause of the sentence before, if that is a name of the fitting kind. Null keeps the words of the text.
 */
function subjectMeant(
	context: Context,
	parts: SentenceParts,
	candidate: Candidate,
): { name: string; type: EntityType } | null {
	const { tokens } = context.doc;
	const { subject } = candidate;
	const pronoun = subject ? (tokens[subject.first] as Token) : null;
	if (!subject || !pronoun || subject.end !== subject.first + 1 || !THIRD_PERSON.has(pronoun.lower)) return null;
	const attribution = attributionOf(context.attributions, spanOf(context.doc, candidate.trigger));
	const speaker = attribution?.sourceSpan;
	if (speaker && speaker.start >= parts.sentence.start && speaker.end <= pronoun.start) {
		const named = context.entities.within(speaker).find((entity) => entity.name === attribution.source);
		return named && (named.type === "PERSON") === PERSONAL.has(pronoun.lower) ? named : null;
	}
	const previous = context.parts[parts.index - 1];
	const main = previous?.clauses.find((clause) => clause.kind === "MAIN" && groupOf(context, clause) !== null);
	const before = main ? subjectOf(context, main) : null;
	if (!before || previous?.sentence.paragraph !== parts.sentence.paragraph) return null;
	const entity = context.entities.covering((tokens[before.head] as Token).start);
	if (!entity || (entity.type === "PERSON") !== PERSONAL.has(pronoun.lower)) return null;
	const first = tokens[before.first] as Token;
	return ARTICLES.has(first.lower) && entity.type === "PERSON" ? null : entity;
}
