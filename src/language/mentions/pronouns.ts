import type { EntityMention } from "../analysis.js";
import { attributionOf } from "../attribution.js";
import { PERSONAL, PLURAL_PRONOUN, THIRD_PERSON } from "../en/reporting.js";
import { firstFrom, phraseCovering, type SentenceParts } from "../phrases/sentence-parts.js";
import type { NounPhrase } from "../phrases.js";
import type { Token } from "../tokens.js";
import type { Candidate } from "./candidate.js";
import { type Context, groupOf, spanOf, subjectOf } from "./context.js";

/** Whom or what a pronoun means. */
export interface Meant {
	name: string;
	/** The entity, where it is one. */
	entity: EntityMention | null;
}

/**
 * What a pronoun subject stands for, where it is clear: in reported speech the speaker ("The army said it bombed"),
 * else the subject of the sentence before in the same paragraph, if it is a name of the fitting kind or, for a thing,
 * the only noun phrase that could be meant. Null keeps the words of the text.
 */
export function subjectMeant(context: Context, parts: SentenceParts, candidate: Candidate): Meant | null {
	const { tokens } = context.doc;
	const { subject } = candidate;
	const word = subject && subject.end === subject.first + 1 ? (tokens[subject.first] as Token) : null;
	if (!subject || !word || !THIRD_PERSON.has(word.lower)) return null;
	const attribution = attributionOf(context.attributions, spanOf(context.doc, candidate.trigger));
	const speaker = attribution?.sourceSpan;
	if (speaker && speaker.start >= parts.sentence.start && speaker.end <= word.start) {
		const phrase = parts.nounPhrases.find(({ first }) => (tokens[first] as Token).start === speaker.start);
		return phrase ? fitting(context, phrase, word.lower) : null;
	}
	const previous = context.parts[parts.index - 1];
	if (!previous || previous.sentence.paragraph !== parts.sentence.paragraph) return null;
	const main = previous.clauses.find((clause) => clause.kind === "MAIN" && groupOf(context, clause) !== null);
	const before = main ? subjectOf(context, main) : null;
	if (!main || !before) return null;
	const meant = fitting(context, before, word.lower);
	return meant?.entity || (meant && isSole(context, previous, before)) ? meant : null;
}

/** The phrase, if the pronoun agrees with it: persons with "he", bodies and things with "it", plurals with "they". */
function fitting(context: Context, phrase: NounPhrase, pronoun: string): Meant | null {
	const head = context.doc.tokens[phrase.head] as Token;
	if (head.pos === "PRON") return null;
	const entity = context.entities.covering(head.start);
	if (entity) return (entity.type === "PERSON") === PERSONAL.has(pronoun) ? { name: entity.name, entity } : null;
	const plural = head.pos === "NOUN" && head.lower !== head.lemma;
	if (PERSONAL.has(pronoun) || head.pos !== "NOUN" || plural !== (pronoun === PLURAL_PRONOUN)) return null;
	const { start, end } = spanOf(context.doc, phrase);
	return { name: context.doc.text.slice(start, end), entity: null };
}

/** No other noun phrase of the sentence stands without a preposition. */
function isSole(context: Context, parts: SentenceParts, phrase: NounPhrase): boolean {
	for (let index = firstFrom(parts.nounPhrases, phrase.end); index < parts.nounPhrases.length; index++) {
		const other = parts.nounPhrases[index] as NounPhrase;
		const before = context.doc.tokens[other.first - 1] as Token;
		if (before.pos !== "ADP" && phraseCovering(parts.nounPhrases, other.first) !== phrase) return false;
	}
	return true;
}
