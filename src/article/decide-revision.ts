/** Where the text of a revision came from. */
export type TextOrigin = "SUBMITTED" | "PAGE" | "FEED_CONTENT" | "FEED_SUMMARY";

/** The current revision of an article that is known. */
export interface KnownRevision {
	contentHash: string;
	origin: TextOrigin;
	/** From 1. */
	number: number;
	/** How many revisions of the article, the current one left out, have the same hash as the new text. */
	seenBefore: number;
}

/** What is to become of a text that came for an article. */
export type RevisionDecision =
	| { kind: "create"; reason: "new-article" }
	| { kind: "revise"; reason: "changed" | "better-origin" | "returned-once" }
	| { kind: "unchanged"; reason: "same-content" }
	| { kind: "ignore"; reason: "weaker-origin" | "alternates" };

/** What says more of the article. A client hands in what stands on the page, so the two replace each other. */
const WEIGHT: Record<TextOrigin, number> = { SUBMITTED: 3, PAGE: 3, FEED_CONTENT: 2, FEED_SUMMARY: 1 };
/** Whether the first origin says more of an article than the second. */
export const isBetterOrigin = (a: TextOrigin, b: TextOrigin): boolean => WEIGHT[a] > WEIGHT[b];

/** Editors take a change back, and text A stands again: that is news. A second time it is two servers that disagree. */
const RETURNS = 1;

/**
 * Decides whether a text makes a revision. The page replaces what a feed carried, a feed's content replaces its
 * summary, and never the other way round: a feed goes on repeating its summary long after the page was read. Two
 * versions that alternate (two servers of one outlet, a feed with two states) end after four revisions: A, B, A
 * again, B again.
 */
export function decideRevision(
	known: KnownRevision | null,
	next: { contentHash: string; origin: TextOrigin },
): RevisionDecision {
	if (!known) return { kind: "create", reason: "new-article" };
	if (next.contentHash === known.contentHash) return { kind: "unchanged", reason: "same-content" };
	if (isBetterOrigin(known.origin, next.origin)) return { kind: "ignore", reason: "weaker-origin" };
	// A text never goes back to a weaker origin, so this cannot alternate.
	if (isBetterOrigin(next.origin, known.origin)) return { kind: "revise", reason: "better-origin" };
	if (known.seenBefore > RETURNS) return { kind: "ignore", reason: "alternates" };
	return { kind: "revise", reason: known.seenBefore === 0 ? "changed" : "returned-once" };
}
