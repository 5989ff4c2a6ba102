import { LEADING_CONNECTIVES, UNANCHORED_OPENERS } from "../language/en/digest-words.js";
import type { ContextDigest, ContextEntry, DigestSentence, PrecedingContext } from "./context.js";

/** What the digest may hold. */
export interface DigestLimits {
	/** Most sentences (1–50). */
	maxSentences: number;
	/** Most words; null for no limit. */
	maxWords: number | null;
}

/**
 * What preceded, as a text: sentences of the articles, the most relevant events first until the limits are met, then put in the
 * order in which things happened. Extractive: every sentence stands as printed, but for a leading connective that points at a
 * sentence which is not there, and is cited. A sentence that tells several events is printed once.
 */
export function digestOf(context: PrecedingContext, limits: DigestLimits): ContextDigest {
	const chosen: (DigestSentence & { at: number })[] = [];
	let words = 0;
	const byRelevance = context.entries.toSorted((a, b) => b.relevance - a.relevance || (a.eventId < b.eventId ? -1 : 1));
	for (const entry of byRelevance) {
		const sentence = entry.sentence;
		if (!sentence) continue;
		const told = chosen.find((item) => tellsTheSame(item.text, sentence.exact));
		if (told) {
			told.eventIds.push(entry.eventId);
			told.at = Math.min(told.at, entry.occurredAt.getTime());
			continue;
		}
		const text = standalone(sentence.exact);
		const length = text === null ? 0 : countWords(text);
		if (text === null || chosen.length >= limits.maxSentences) continue;
		if (limits.maxWords !== null && words + length > limits.maxWords) continue;
		words += length;
		chosen.push({ text, time: entry.time, eventIds: [entry.eventId], citations: [sentence], at: orderKey(entry) });
	}
	chosen.sort((a, b) => a.at - b.at);
	const sentences = chosen.map(({ at: _, ...sentence }) => sentence);
	return { text: sentences.map(({ text }) => text).join(" "), sentences };
}

const orderKey = (entry: ContextEntry): number => entry.occurredAt.getTime();

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
