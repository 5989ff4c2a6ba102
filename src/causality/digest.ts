import { LEADING_CONNECTIVES, UNANCHORED_OPENERS } from "../language/en/digest-words.js";
import { tokenize } from "../language/tokens.js";
import type {
	CitedSentence,
	ContextDigest,
	ContextEntry,
	DigestSentence,
	PrecedingContext,
	Quotation,
	ReportOpening,
} from "./context.js";

/** What the digest may hold. */
export interface DigestLimits {
	/** Most sentences (1–50). */
	maxSentences: number;
	/** Most words; null for no limit. */
	maxWords: number | null;
}

/**
 * What preceded, as a text: sentences of the articles, those worth most first until the limits are met, then put in the order in which
 * things happened. Extractive: every sentence stands as printed, but for a leading connective that points at a sentence which is not
 * there, and is cited. Sentences in which articles tell the event itself are left to them. A sentence that tells what another one told is printed once.
 */
export function digestOf(context: PrecedingContext, limits: DigestLimits): ContextDigest {
	const chosen: Telling[] = [];
	let words = 0;
	for (const telling of tellingsOf(context, limits.maxSentences)) {
		const told = chosen.find((item) => tellsTheSame(item.quotation.exact, telling.quotation.exact));
		if (told) {
			if (!told.eventIds.includes(telling.entry.eventId)) told.eventIds.push(telling.entry.eventId);
			continue;
		}
		const length = countWords(telling.text);
		if (chosen.length >= limits.maxSentences) continue;
		if (limits.maxWords !== null && words + length > limits.maxWords) continue;
		words += length;
		chosen.push(telling);
	}
	chosen.sort(
		(a, b) =>
			a.entry.occurredAt.getTime() - b.entry.occurredAt.getTime() ||
			(a.entry.eventId < b.entry.eventId ? -1 : a.entry.eventId > b.entry.eventId ? 1 : 0) ||
			a.place - b.place,
	);
	const sentences = chosen.map(({ text, time, eventIds, quotation }) => ({
		text,
		time,
		eventIds,
		citations: [quotation],
	}));
	return { text: sentences.map(({ text }) => text).join(" "), sentences };
}

/** A sentence that may be printed for an entry. */
interface Telling extends Omit<DigestSentence, "citations"> {
	entry: ContextEntry;
	quotation: Quotation;
	/** Position among the sentences of its entry. */
	place: number;
	worth: number;
}

/** What the next sentence of a report is worth beside the one before it, where it is the latest report: this much less for each step. */
const NEXT_SENTENCE = 0.85;
/**
 * What it is worth to have come directly before, beside relevance. Both numbers were chosen on the backgrounds of relevance.ts
 * (ROUGE-2 20.4 without, 24.5 with; a second annotator gets 24.6): a background tells the latest news at length, what is older in a sentence.
 */
const JUST_BEFORE = 1;
/**
 * Where articles say themselves what preceded, the digest keeps to that and to what is recognisably alike; only where they do not, the
 * storyline has to do. Set low, to drop what shares next to no word: in the sample world, half of the foreign events and no other.
 */
const SURELY_TOLD = 0.5;
const MIN_LIKENESS = 0.005;
/** Of a report only so many characters are read for a digest: about five sentences. */
const OPENING_LENGTH = 800;

/** The sentences that may be printed, those worth most first. */
function tellingsOf({ entries, news }: PrecedingContext, maxSentences: number): Telling[] {
	const worthOf = (entry: ContextEntry) => entry.relevance + (entry.opening ? JUST_BEFORE / entry.steps : 0);
	const isTold = entries.some(({ role, relevance }) => role !== "RELATED" && relevance >= SURELY_TOLD);
	const ranked = entries
		.filter(({ role, likeness }) => role !== "RELATED" || !isTold || likeness >= MIN_LIKENESS)
		.map((entry) => ({ entry, worth: worthOf(entry) }))
		.sort((a, b) => b.worth - a.worth || (a.entry.eventId < b.entry.eventId ? -1 : 1));
	const tellings = ranked.flatMap(({ entry, worth }, rank) => {
		const quotations: Quotation[] = entry.sentence ? [entry.sentence] : [];
		// Reading reports costs time; only those at the top have a chance of more than one sentence.
		if (entry.opening && rank < maxSentences) quotations.push(...furtherSentences(entry.opening, entry.sentence));
		return quotations.flatMap((quotation, place): Telling[] => {
			const text = standalone(quotation.exact);
			if (text === null || news.has(quotation.exact)) return [];
			const time = quotation === entry.sentence ? entry.time : null;
			const fade = NEXT_SENTENCE ** (place * (1 + Math.log(entry.steps)));
			return [{ text, time, eventIds: [entry.eventId], entry, quotation, place, worth: worth * fade }];
		});
	});
	return tellings.sort((a, b) => b.worth - a.worth);
}

/** The whole sentences of a report's beginning, without the one that stands for it anyway. */
function furtherSentences({ articleId, revisionId, text }: ReportOpening, known: CitedSentence | null): Quotation[] {
	const beginning = text.slice(0, OPENING_LENGTH);
	const { sentences } = tokenize(beginning);
	return sentences
		.filter(({ end }) => /[.!?]["”’')]*$/u.test(beginning.slice(0, end)))
		.map(({ start, end }) => ({ articleId, revisionId, start, end, exact: beginning.slice(start, end) }))
		.filter(({ start, end }) => known?.revisionId !== revisionId || end <= known.start || known.end <= start);
}

/** Two sentences that share more of their words than this tell the same, in the words of one wire or of one desk. */
const SAME_SHARE = 0.6;

function tellsTheSame(a: string, b: string): boolean {
	const one = wordsOf(a);
	const other = wordsOf(b);
	let shared = 0;
	for (const word of one) if (other.has(word)) shared++;
	return shared >= SAME_SHARE * Math.min(one.size, other.size);
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu));

const countWords = (text: string): number => text.split(/\s+/).length;

/** "SEATTLE - ", "PORTLAND, Ore. (Wire) — ": where the reporter sat is no part of the sentence. */
const DATELINE = /^\p{Lu}[\p{Lu}' -]{2,40}(?:, [\p{L}. ]{2,20})?(?: \([^)]{1,40}\))? ?[-–—] /u;

/** The sentence as it can stand alone; null where it leans on one before it ("It came after…"). */
function standalone(sentence: string): string | null {
	let text = sentence.replace(/\s+/g, " ").trim().replace(DATELINE, "");
	for (const connective of LEADING_CONNECTIVES) {
		if (!text.toLowerCase().startsWith(`${connective}, `)) continue;
		text = text.slice(connective.length + 2);
		text = text.charAt(0).toUpperCase() + text.slice(1);
		break;
	}
	const first = /^[\p{L}'’]+/u.exec(text)?.[0].toLowerCase();
	return first !== undefined && UNANCHORED_OPENERS.has(first) ? null : text;
}
