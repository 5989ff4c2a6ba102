import {
	CALENDAR_NOUNS,
	HEARER_VERBS,
	NON_SPEAKERS,
	SAYING_VERBS,
	SPEAKER_NOUNS,
	THIRD_PERSON,
} from "../en/reporting.js";
import { isQuotation } from "../phrases/marks.js";
import { firstFrom, phraseCovering, phraseStartingAt, type SentenceParts } from "../phrases/sentence-parts.js";
import type { NounPhrase, VerbGroup } from "../phrases.js";
import type { Token } from "../tokens.js";
import type { Reader } from "./reader.js";
import { tailEnd } from "./source-name.js";

/** A reporting verb and its speaker behind or amid what is said: ", two diplomats said", `," said Captain Tama`. */
export interface ReportFrame {
	/** Token index right behind the comma or quotation mark that opens the frame. */
	first: number;
	/** Token index behind the verb, or behind the speaker where the verb comes first. */
	end: number;
	speaker: NounPhrase;
	inverted: boolean;
}

/** A speaker goes back over this many prepositional phrases and adverbs to the comma. */
const MAX_STEPS = 6;
/** So many verb groups without a finite one are no sentence. */
const MAX_GROUPS = 24;

/** The frame around a finite reporting verb; null where the verb reports forward or tells an act of its own. */
export function reportFrame(reader: Reader, parts: SentenceParts, group: VerbGroup): ReportFrame | null {
	const frame = invertedFrame(reader, parts, group) ?? plainFrame(reader, parts, group);
	return frame && tellsBefore(reader, parts, frame) ? frame : null;
}

/** ", said Captain Tama": the speaker stands behind the verb, and nothing that it would be the subject of follows. */
export function invertedFrame(reader: Reader, parts: SentenceParts, group: VerbGroup): ReportFrame | null {
	const { tokens } = reader.doc;
	if (HEARER_VERBS.has(group.lemma) || group.passive || group.form !== "FINITE") return null;
	if (group.first <= parts.sentence.firstToken || !opensFrame(tokens[group.first - 1])) return null;
	const speaker = phraseStartingAt(parts.nounPhrases, group.end);
	if (!speaker || !isSpeaker(reader, speaker, SAYING_VERBS.has(group.lemma))) return null;
	const end = tailEnd(tokens, parts.nounPhrases, speaker, parts.sentence.endToken);
	return endsFrame(tokens[end], end, parts) ? { first: group.first, end, speaker, inverted: true } : null;
}

/** ", a spokesman for the army said late on Friday": back from the verb to the comma that opens the frame. */
function plainFrame(reader: Reader, parts: SentenceParts, group: VerbGroup): ReportFrame | null {
	const { tokens } = reader.doc;
	let at = group.first - 1;
	let speaker: NounPhrase | null = null;
	for (let step = 0; step < MAX_STEPS && at >= parts.sentence.firstToken; step++) {
		const token = tokens[at] as Token;
		const phrase = phraseCovering(parts.nounPhrases, at);
		if (phrase) {
			// "a step it announced": a noun with a relative clause, no speaker with a tail.
			if (speaker && at === speaker.first - 1) return null;
			speaker = phrase;
			at = phrase.first - 1;
		} else if (speaker && opensFrame(token)) break;
		else if (token.pos === "ADV" || token.pos === "ADP" || (speaker && token.pos === "ADJ")) at--;
		else return null;
	}
	if (!speaker || at < parts.sentence.firstToken || at !== speaker.first - 1 || !opensFrame(tokens[at])) return null;
	if (CALENDAR_NOUNS.has((tokens[speaker.head] as Token).lower)) return null;
	const hearer = HEARER_VERBS.has(group.lemma) && phraseStartingAt(parts.nounPhrases, group.end) !== null;
	if (!hearer && !endsFrame(tokens[group.end], group.end, parts)) return null;
	return { first: at + 1, end: group.end, speaker, inverted: false };
}

/** Something was told before the frame: a clause with a verb of its own, or a quotation. */
function tellsBefore(reader: Reader, parts: SentenceParts, frame: ReportFrame): boolean {
	if (isQuotation(reader.doc.tokens[frame.first - 1])) return true;
	const { verbGroups } = reader.phrases;
	const from = firstFrom(verbGroups, parts.sentence.firstToken);
	for (let i = from; i < from + MAX_GROUPS; i++) {
		const group = verbGroups[i];
		if (!group || group.end > frame.first) return false;
		if (group.form === "FINITE") return true;
	}
	return false;
}

const opensFrame = (token: Token | undefined): boolean => token?.text === "," || isQuotation(token);

/** Behind a frame stands a mark, a place or time, or nothing; an object or a clause would be the verb's own. */
function endsFrame(token: Token | undefined, at: number, parts: SentenceParts): boolean {
	if (!token || at >= parts.sentence.endToken) return true;
	if (token.pos === "PUNCT") return token.text !== ":" && !isQuotation(token);
	return token.pos === "ADP" || token.pos === "ADV" || CALENDAR_NOUNS.has(token.lower);
}

/** Whoever speaks: after a verb of saying anybody but a thing said, else only a name or a noun for those who are cited. */
function isSpeaker(reader: Reader, phrase: NounPhrase, saying: boolean): boolean {
	const head = reader.doc.tokens[phrase.head] as Token;
	if (CALENDAR_NOUNS.has(head.lower) || NON_SPEAKERS.has(head.lower)) return false;
	if (head.pos === "PRON") return THIRD_PERSON.has(head.lower);
	return saying || SPEAKER_NOUNS.has(head.lemma) || reader.entities.covering(head.start) !== null;
}
