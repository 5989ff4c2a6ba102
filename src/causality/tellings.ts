import type { EventTime } from "../event/event-time.js";
import { tokenize } from "../language/tokens.js";
import type { CitedSentence, ContextEntry, DatedOpening, PrecedingContext, Quotation } from "./context.js";
import {
	countWords,
	type Printable,
	plainSentence,
	printableAlone,
	printableIn,
	type ReadStretch,
	readStretch,
	timeTold,
} from "./printed-sentence.js";
import { tellsItself } from "./relevance.js";

/** A sentence that may be printed for an entry. */
export interface Telling {
	entry: ContextEntry;
	quotation: Quotation;
	/** Position among the sentences of its entry. */
	place: number;
	/** What it is worth to the reader, beside others of the same context; no unit. */
	worth: number;
	/** Its words, in lower case. */
	words: ReadonlySet<string>;
	/** It takes at least so many words to print. */
	leastWords: number;
	/** The sentence before it in its report; null where there is none or it is not known. */
	before: Quotation | null;
	/** Costs a reading of the report, hence only done for what has a chance to be printed. */
	print: () => Printable;
	/** When what it tells happened; null where nobody says. */
	time: () => EventTime | null;
}

/*
 * The numbers were chosen on the backgrounds of relevance.ts, ROUGE-1/2/L 45.5/25.0/33.2 (45.3/24.9/33.2 if on the other five affairs; one annotator against the others 46.6/24.6/32.5),
 * and on the sample world, where 10 % of the sentences are of another affair.
 */

/** What it is worth to have come directly before, beside relevance (43.2/21.9/31.0 without): backgrounds tell the latest news at length. */
const JUST_BEFORE = 1;
/** How it all began counts so many times its relevance more (45.1/24.9/32.8 without). What is irrelevant began another affair. */
const BEGINNING = 3;
/** What articles tell themselves counts so many times its relevance more, in one sentence (45.7/25.1/33.4 without; but 14 % foreign). */
const TOLD = 0.5;
/** What the next sentence of a report is worth beside the one before it: so much less for each, and faster in what is older. */
const NEXT_SENTENCE = 0.9;
/**
 * Where articles say themselves what preceded, the digest keeps to that and to what is akin (kinship.ts); only where they do not, the
 * storyline has to do. Below the first, one event in twenty of the same affair falls away, and a third of the foreign ones; below the
 * second, to have come directly before counts less.
 */
const MIN_KINSHIP = 0.1;
const NEAR_KINSHIP = 0.2;
/** Only what is surely of the same affair can be its beginning: so sure is 6 in 10 of the same, and 1 in 13 of the foreign ones. */
const BEGINNING_KINSHIP = 0.4;
/** Of a report only so many characters are read for a digest: about five sentences. */
export const OPENING_LENGTH = 800;

/** The sentences that may be printed, those worth most first. */
export function tellingsOf(context: PrecedingContext, maxSentences: number): Telling[] {
	const { entries, news, asOf } = context;
	const year = asOf.at.getUTCFullYear();
	const isAkin = ({ role, kinship }: ContextEntry, least: number) => role !== "RELATED" || kinship >= least;
	const isTold = tellsItself(entries);
	const usable = entries.filter((entry) => !isTold || isAkin(entry, MIN_KINSHIP));
	const beginning = usable
		.filter((entry) => entry.opening && isAkin(entry, BEGINNING_KINSHIP))
		.reduce<ContextEntry | null>((first, entry) => (first && first.steps >= entry.steps ? first : entry), null);
	const nearness = ({ role, kinship }: ContextEntry) =>
		role === "RELATED" && isTold ? Math.min(1, kinship / NEAR_KINSHIP) : 1;
	return usable
		.map((entry) => ({ entry, worth: worthOf(entry, entry === beginning, nearness(entry)) }))
		.sort((a, b) => b.worth - a.worth || (a.entry.eventId < b.entry.eventId ? -1 : 1))
		.flatMap(({ entry, worth }, rank) => {
			// Reading reports costs time; only those at the top have a chance of more than one sentence.
			const sentences =
				rank < maxSentences ? sentencesOf(entry, year, entry === beginning) : [bestSentence(entry, year)];
			return sentences
				.filter((sentence): sentence is TellingSentence => sentence !== null && !news.has(sentence.quotation.exact))
				.map(({ depth, ...sentence }, place): Telling => {
					const fade = NEXT_SENTENCE ** (depth * (1 + Math.log(entry.steps)));
					return {
						...sentence,
						entry,
						place,
						worth: worth * fade + (depth === 0 && entry.role !== "RELATED" ? TOLD * entry.relevance : 0),
					};
				});
		})
		.sort((a, b) => b.worth - a.worth);
}

/** @param nearness how much its having come directly before counts, 0–1. */
function worthOf({ relevance, opening, steps }: ContextEntry, isBeginning: boolean, nearness: number): number {
	if (!opening) return relevance;
	return relevance + (JUST_BEFORE * nearness) / steps + (isBeginning ? Math.min(1, BEGINNING * relevance) : 0);
}

/** A sentence with what it takes to print it; `depth` says how many stand before it in its report. */
type TellingSentence = Omit<Telling, "entry" | "place" | "worth"> & { depth: number };

/** The sentence that tells an event best. */
function bestSentence({ sentence, time }: ContextEntry, year: number): TellingSentence | null {
	if (!sentence) return null;
	const print = () => printableAlone(sentence.exact, time, year);
	return sentenceAt(sentence, 0, print, () => time);
}

/**
 * What tells an event: an article that retells it, the beginning of its first report, and the first sentences of its later ones. Of what
 * began it all the first report comes first, of anything else the latest, which says how things stood.
 */
function sentencesOf(entry: ContextEntry, year: number, isBeginning: boolean): (TellingSentence | null)[] {
	const { opening, sentence, news } = entry;
	const isOfReport = news.some(({ id }) => id === sentence?.id) || sentence?.revisionId === opening?.revisionId;
	const retold = isOfReport ? null : bestSentence(entry, year);
	const report = opening ? reportSentences(opening, entry, year) : [];
	const later = news
		.filter(({ revisionId }) => revisionId !== opening?.revisionId)
		.map((item) => newsSentence(item, entry, year));
	const before = retold ? 1 : 0;
	const deeper = (more: number) => (item: TellingSentence) => ({ ...item, depth: item.depth + more });
	return [
		retold,
		...report.map(deeper(before + (isBeginning ? 0 : later.length))),
		...later.map((item, at) => deeper(before + (isBeginning ? 1 : 0) + later.length - 1 - at)(item)),
	];
}

/** A sentence by which a report tells the event as its news; nothing before it is known. */
function newsSentence(item: CitedSentence, { time }: ContextEntry, year: number): TellingSentence {
	const print = () => {
		const stretch = readStretch(item.exact, item.publishedAt);
		const isOne = stretch.understanding.doc.sentences.length === 1;
		return isOne ? printableIn(stretch, 0, year) : printableAlone(item.exact, time, year);
	};
	return sentenceAt(item, 0, print, () => time);
}

/** The whole sentences of a report's beginning. Those in which it tells the event have the event's time, the others their own. */
function reportSentences(opening: DatedOpening, entry: ContextEntry, year: number): TellingSentence[] {
	const { articleId, revisionId, publishedAt } = opening;
	const text = opening.text.slice(0, OPENING_LENGTH);
	let stretch: ReadStretch | null = null;
	const read = () => {
		stretch ??= readStretch(text, publishedAt);
		return stretch;
	};
	let before: Quotation | null = null;
	const { sentences } = tokenize(text);
	return sentences.flatMap(({ start, end }, depth) => {
		const quotation: Quotation = { articleId, revisionId, start, end, exact: text.slice(start, end) };
		const previous = before;
		before = quotation;
		if (!/[.!?]["”’')]*$/u.test(quotation.exact)) return [];
		const tellsEvent = [entry.sentence, ...entry.news].some(
			(item) => item?.revisionId === revisionId && item.start < end && start < item.end,
		);
		const time = () => (tellsEvent ? entry.time : timeTold(read(), depth));
		return [sentenceAt(quotation, depth, () => printableIn(read(), depth, year), time, previous)];
	});
}

function sentenceAt(
	quotation: Quotation,
	depth: number,
	print: () => Printable,
	time: () => EventTime | null,
	before: Quotation | null = null,
): TellingSentence {
	const words = new Set(quotation.exact.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu));
	return { quotation, depth, before, words, leastWords: countWords(plainSentence(quotation.exact)), print, time };
}
