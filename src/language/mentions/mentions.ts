import type { EventMention, TimeExpression } from "../analysis.js";
import { DEFINITE_WORDS } from "../en/event-words.js";
import { GENITIVES } from "../en/verbs.js";
import type { SentenceParts } from "../phrases/sentence-parts.js";
import type { Token } from "../tokens.js";
import type { Candidate } from "./candidate.js";
import { buildContext, type Context, type MentionInput, spanOf } from "./context.js";
import { timesOf } from "./event-time.js";
import { nounEvents } from "./noun-events.js";
import { type Arguments, argumentsOf } from "./participants.js";
import { eventValue } from "./placed-times.js";
import { subjectMeant } from "./pronouns.js";
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
	const drafts: {
		reading: Reading;
		timeExpression: number | null;
		args: Arguments;
		parts: SentenceParts;
		meant: string | null;
	}[] = [];
	for (const parts of context.parts) {
		if (context.isHeading(parts.sentence)) continue;
		const consumed = new Set<number>();
		const verbs = verbEvents(context, parts, parts.index === headline, consumed);
		const candidates = [...verbs, ...nounEvents(context, parts, consumed)];
		const times = timesOf(context, parts, candidates);
		for (const [index, candidate] of candidates.entries()) {
			const meant = subjectMeant(context, parts, candidate);
			const timeExpression = times[index] ?? null;
			const expression: TimeExpression | undefined =
				timeExpression === null ? undefined : context.times[timeExpression];
			const args = argumentsOf(context, parts, candidate, meant?.entity ?? null);
			drafts.push({
				reading: {
					candidate,
					reality: realityOf(context, candidate),
					time: expression ? eventValue(expression) : null,
					section: context.roleAt((context.doc.tokens[candidate.trigger.first] as Token).start),
					hasParticipants: args.participants.length > 0 || args.places.length > 0,
					names: namesIn(args),
					definite: pointsBack(context, candidate),
				},
				timeExpression,
				args,
				parts,
				meant: meant?.name ?? null,
			});
		}
	}
	const roles = rolesOf(
		context,
		drafts.map((draft) => draft.reading),
	);
	const mentions: EventMention[] = [];
	for (const [index, { reading, timeExpression, args, parts, meant }] of drafts.entries()) {
		const role = roles[index];
		if (!role) continue;
		const { candidate, reality, time } = reading;
		const { start, end } = spanOf(context.doc, candidate.trigger);
		mentions.push({
			start,
			end,
			sentence: candidate.sentence,
			extent: spanOf(context.doc, candidate.extent),
			title: titleOf(context, parts, candidate, meant),
			form: candidate.form,
			lemma: candidate.lemma,
			definite: candidate.form === "NOUN" && reading.definite,
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

function namesIn({ participants, places }: Arguments): string[] {
	const names: string[] = [];
	for (const { name } of participants) names.push(name);
	for (const name of places) names.push(name);
	return names;
}

function pointsBack(context: Context, candidate: Candidate): boolean {
	const { tokens } = context.doc;
	if (candidate.form === "VERB" || !candidate.phrase) {
		const carried = candidate.group !== null && candidate.trigger.first > candidate.group.head;
		return carried && DEFINITE_WORDS.has(tokens[candidate.trigger.first - 1]?.lower ?? "");
	}
	if (DEFINITE_WORDS.has((tokens[candidate.phrase.first] as Token).lower)) return true;
	for (let at = candidate.phrase.first; at < candidate.trigger.first; at++)
		if (GENITIVES.has((tokens[at] as Token).lower)) return true;
	return false;
}
