import type { DateProvenance } from "../generated/prisma/client.js";
import { type SharedPart, type SharedWording, sharedWording } from "./shared-wording.js";
import type { Signature } from "./signature.js";

/** What is compared of an article. */
export interface ComparedArticle {
	signature: Signature;
	publishedAt: Date;
	/** Where the date was read, if it is at hand: a FIRST_SEEN one says nothing of who was first. */
	publishedAtProvenance?: DateProvenance | undefined;
}

/** An article that shares a band with the one in hand, and was seen before it. */
export interface CopyCandidate extends ComparedArticle {
	id: string;
	isBasedOnId: string | null;
}

export type OriginalDecision =
	| { kind: "original" }
	/** It copies an article that was there before. `joins`: originals that turn out to be copies of the same one. */
	| { kind: "copy"; originalId: string; joins?: string[] }
	/** It was published before what was taken for the original, and takes its place; and that of `joins`. */
	| { kind: "earlier"; formerOriginalId: string; joins?: string[] };

/**
 * Decides whether an article is the original or a copy of one already known: among texts that share their wording,
 * the one published first is the original; of equal or unknown dates the one that was seen first.
 */
export function decideOriginal(article: ComparedArticle, candidates: readonly CopyCandidate[]): OriginalDecision {
	const known = new Map(candidates.map((candidate) => [candidate.id, candidate]));
	let nearest: { share: number; originalId: string } | null = null;
	const originals = new Set<string>();
	for (const candidate of candidates) {
		const daysApart = Math.abs(article.publishedAt.getTime() - candidate.publishedAt.getTime()) / DAY_MS;
		const shared = sharedWording(article.signature, candidate.signature);
		if (!isCopyAt(shared, daysApart)) continue;
		const originalId = candidate.isBasedOnId ?? candidate.id;
		originals.add(originalId);
		const share = sharedShare(shared);
		if (!nearest || share > nearest.share) nearest = { share, originalId };
	}
	if (!nearest) return { kind: "original" };
	const first = firstOf([...originals].flatMap((id) => known.get(id) ?? []));
	const originalId = first?.id ?? nearest.originalId;
	const others = [...originals].filter((id) => id !== originalId);
	const joins = others.length > 0 ? { joins: others } : {};
	return first && isEarlier(article, first)
		? { kind: "earlier", formerOriginalId: originalId, ...joins }
		: { kind: "copy", originalId, ...joins };
}

/** The one published first; candidates come in the order in which they were seen. */
function firstOf(originals: readonly CopyCandidate[]): CopyCandidate | null {
	let first: CopyCandidate | null = null;
	for (const original of originals) if (!first || isEarlier(original, first)) first = original;
	return first;
}

function isEarlier(article: ComparedArticle, seenBefore: ComparedArticle): boolean {
	if (article.publishedAtProvenance === "FIRST_SEEN" || seenBefore.publishedAtProvenance === "FIRST_SEEN") return false;
	return article.publishedAt.getTime() < seenBefore.publishedAt.getTime();
}

const DAY_MS = 86_400_000;
/** Copies are printed within days of the original; what comes later must be the text itself: forms recur every year. */
const NEWS_DAYS = 7;
const LATE_SHARE = 0.9;

/** Whether one of the texts is a copy, an excerpt from its beginning, or a light edit of the other. */
export function isCopy(a: Signature, b: Signature, daysApart = 0): boolean {
	return isCopyAt(sharedWording(a, b), daysApart);
}

function isCopyAt(shared: SharedWording, daysApart: number): boolean {
	const { a, b, conflicts } = shared;
	if (isForm(shared)) return false;
	if (daysApart > NEWS_DAYS) return conflicts === 0 && sharedShare(shared) >= LATE_SHARE;
	return isCopyOf(a, b) || isCopyOf(b, a);
}

/** Part of the text that shares more which is shared, 0–1. */
export function similarity(a: Signature, b: Signature): number {
	return sharedShare(sharedWording(a, b));
}

const shareOf = ({ covered, words }: SharedPart): number => (words === 0 ? 0 : covered / words);
const sharedShare = ({ a, b }: SharedWording): number => Math.max(shareOf(a), shareOf(b));

/** Fewer shared words are a sentence that somebody said. */
const MIN_COVERED = 16;
/** Of a text of under 60 words, 80 % must be shared: a sentence of its own is a third of it, and the news. */
const SHORT_WORDS = 60;
const SHORT_SHARE = 0.8;
/**
 * A wire cut by 40 %, edited, with two own paragraphs before it and a notice below keeps 45 % of the copy, and 60 %
 * up to the notice.
 */
const SHARE = 0.45;
const SHARE_TO_END = 0.6;
/**
 * What the original begins with must be in the copy, for shared background stands further down: all but a headline, a
 * dateline or a first sentence rewritten. In short texts that is less, or briefs above one notice would be copies.
 */
const MIN_OWN_HEAD = 12;
const MAX_OWN_HEAD = 30;
const OWN_HEAD_PART = 0.12;
/**
 * Of two copies that both begin with a paragraph of their own neither has the original's beginning; they must share
 * much.
 */
const LONG_COVERED = 150;
const OWN_HEAD_SHARE = 0.2;

/** Whether `copy` is made of `original` from its beginning on, with little of its own. */
function isCopyOf(copy: SharedPart, original: SharedPart): boolean {
	if (copy.covered < MIN_COVERED) return false;
	const share = copy.covered / copy.words;
	if (copy.words < SHORT_WORDS ? share < SHORT_SHARE : share < SHARE) return false;
	if (copy.covered < SHARE_TO_END * copy.end) return false;
	const ownHead = Math.min(MAX_OWN_HEAD, Math.max(MIN_OWN_HEAD, OWN_HEAD_PART * original.words));
	if (original.head <= ownHead) return true;
	return copy.covered >= LONG_COVERED && original.head <= OWN_HEAD_SHARE * original.words;
}

/**
 * Editors change two names or numbers in a hundred words ("60 metres", "60m"; "Rait", "Raite"); forms four and more.
 */
const EDITED_FACTS = 1;
const FORM_RATE = 2.5 / 100;

function isForm({ a, b, conflicts }: SharedWording): boolean {
	const covered = Math.min(a.covered, b.covered);
	const allowed = Math.min(a.words, b.words) < SHORT_WORDS ? 0 : EDITED_FACTS;
	return conflicts > allowed && conflicts > FORM_RATE * covered;
}
