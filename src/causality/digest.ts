import type { EventTime } from "../event/event-time.js";
import type { ContextDigest, DigestLimits, PrecedingContext, Quotation } from "./context.js";
import { countWords } from "./printed-sentence.js";
import { type Telling, tellingsOf } from "./tellings.js";

/** What a sentence is told by may say more of itself. */
const quoted = ({ articleId, revisionId, start, end, exact }: Quotation): Quotation => ({
	articleId,
	revisionId,
	start,
	end,
	exact,
});

/** The limits of who gives none, of the first query in the explorer and of the service's own pages and feeds: what is kept, so that no client fills the database. */
export const USUAL_DIGESTS: readonly DigestLimits[] = [
	{ maxSentences: 6, maxWords: null },
	{ maxSentences: 6, maxWords: 130 },
	{ maxSentences: 5, maxWords: null },
];

export const sameLimits = (a: DigestLimits, b: DigestLimits): boolean =>
	a.maxSentences === b.maxSentences && a.maxWords === b.maxWords;

/**
 * The digest of an answer within limits, worked out once for each. It costs more than all else of an answer, and most answers are computed without anybody's
 * asking for it.
 * @param whole the same answer with what its digest is made of.
 */
export function digestWithin(context: PrecedingContext, limits: DigestLimits, whole = context): ContextDigest {
	const known = context.digests.find((one) => sameLimits(one, limits));
	if (known) return known.digest;
	const digest = digestOf(whole, limits);
	context.digests.push({ ...limits, digest });
	return digest;
}

/**
 * What preceded, as a text: sentences of the articles, those worth most first until the limits are met, then put in the order in which
 * things happened. Extractive and cited: every sentence stands as printed, but for what printed-sentence.ts takes away or adds in square
 * brackets. One that leans on the sentence before it in its report stands directly behind that one, or not at all. Sentences in which
 * articles tell the event itself are left to them. A sentence that tells what another one told is printed once.
 */
export function digestOf(context: PrecedingContext, limits: DigestLimits): ContextDigest {
	const tellings = tellingsOf(context, limits.maxSentences);
	const chosen: Chosen[] = [];
	let room = limits.maxWords ?? Number.POSITIVE_INFINITY;
	while (chosen.length < limits.maxSentences) {
		const next = nextOf(tellings, chosen, room);
		if (!next) break;
		room -= countWords(next.text);
		chosen.push(next);
	}
	for (const telling of tellings) {
		const told = chosen.find((item) => tellsTheSame(item.telling, telling));
		if (told && !told.eventIds.includes(telling.entry.eventId)) told.eventIds.push(telling.entry.eventId);
	}
	const sentences = inOrder(chosen).map(({ telling, text, time, eventIds }) => ({
		text,
		time,
		eventIds,
		citations: [quoted(telling.quotation)],
	}));
	return { text: sentences.map(({ text }) => text).join(" "), sentences };
}

interface Chosen {
	telling: Telling;
	text: string;
	time: EventTime | null;
	eventIds: string[];
	/** The sentence directly behind which it is printed, since it leans on it. */
	behind: Chosen | null;
}

/** The sentence worth most that can be printed now, fits, and tells something else than those chosen. */
function nextOf(tellings: readonly Telling[], chosen: readonly Chosen[], room: number): Chosen | null {
	for (const telling of tellings) {
		if (telling.leastWords > room || chosen.some((item) => tellsTheSame(item.telling, telling))) continue;
		const { leans, behind, alone } = telling.print();
		const before = leans ? (chosen.find((item) => item.telling.quotation === telling.before) ?? null) : null;
		const text = before ? behind : alone;
		if (text === null || countWords(text) > room) continue;
		return { telling, text, time: telling.time(), eventIds: [telling.entry.eventId], behind: before };
	}
	return null;
}

/** By when things happened; what leans on a sentence follows it. */
function inOrder(chosen: readonly Chosen[]): Chosen[] {
	const when = ({ time, telling }: Chosen) => (time?.start ?? telling.entry.occurredAt).getTime();
	const withFollowers = (head: Chosen): Chosen[] => [
		head,
		...chosen.filter(({ behind }) => behind === head).flatMap(withFollowers),
	];
	return chosen
		.filter(({ behind }) => behind === null)
		.sort(
			(a, b) =>
				when(a) - when(b) ||
				(a.telling.entry.eventId < b.telling.entry.eventId
					? -1
					: a.telling.entry.eventId > b.telling.entry.eventId
						? 1
						: a.telling.place - b.telling.place),
		)
		.flatMap(withFollowers);
}

/** Two sentences that share more of their words than this tell the same, in the words of one wire or of one desk. */
const SAME_SHARE = 0.6;

function tellsTheSame({ words: one }: Telling, { words: other }: Telling): boolean {
	let shared = 0;
	for (const word of one) if (other.has(word)) shared++;
	return shared >= SAME_SHARE * Math.min(one.size, other.size);
}
