import { isCopy, type Signature, similarity } from "./signature.js";

/** An article that shares a band with the one in hand. */
export interface CopyCandidate {
	id: string;
	isBasedOnId: string | null;
	publishedAt: Date;
	signature: Signature;
}

export type OriginalDecision =
	| { kind: "original" }
	/** It copies an article that was there before. */
	| { kind: "copy"; originalId: string }
	/** It was published before what was taken for the original, and takes its place. */
	| { kind: "earlier"; formerOriginalId: string };

/**
 * Decides whether an article is the original or a copy of one already known: among texts that share their wording, the one
 * published first is the original.
 */
export function decideOriginal(
	article: { signature: Signature; publishedAt: Date },
	candidates: readonly CopyCandidate[],
): OriginalDecision {
	let nearest: CopyCandidate | null = null;
	for (const candidate of candidates) {
		if (!isCopy(article.signature, candidate.signature)) continue;
		if (
			!nearest ||
			similarity(article.signature, candidate.signature) > similarity(article.signature, nearest.signature)
		)
			nearest = candidate;
	}
	if (!nearest) return { kind: "original" };
	const originalId = nearest.isBasedOnId ?? nearest.id;
	const original = candidates.find(({ id }) => id === originalId) ?? nearest;
	return article.publishedAt.getTime() < original.publishedAt.getTime()
		? { kind: "earlier", formerOriginalId: originalId }
		: { kind: "copy", originalId };
}
