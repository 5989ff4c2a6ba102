import type { CausalClaim, EventMention, Section, Span } from "../analysis.js";
import type { Attribution } from "../attribution.js";
import type { Phrases } from "../phrases.js";
import type { TokenizedText } from "../tokens.js";
import type { CausalCandidate } from "./candidate.js";
import { claimContext, claimFrom } from "./claim-context.js";
import { decideClaim } from "./decide-claim.js";
import { findCandidates } from "./find-candidates.js";
import { withoutOwnActs } from "./own-acts.js";

/**
 * The causal claims a text states: each with both spans, the signal, its kind, and who says so or denies it.
 * Lexicon and argument patterns after the annotation of the Causal News Corpus (Tan et al., 2022) and BECauSE 2
 * (Dunietz et al., 2017). Cause and effect never overlap. Linear in the length of the text.
 */
export function findCausalClaims(input: {
	doc: TokenizedText;
	phrases: Phrases;
	attributions: readonly Attribution[];
	mentions: readonly EventMention[];
	sections: readonly Section[];
}): CausalClaim[] {
	const context = claimContext(input.doc, input.attributions, input.mentions);
	const claims: CausalClaim[] = [];
	const seen = new Set<string>();
	const believed: CausalCandidate[] = [];
	const confidences = new Map<CausalCandidate, number>();
	for (const candidate of findCandidates(input.doc, input.phrases, input.mentions)) {
		const decision = decideClaim(candidate);
		if (decision.kind === "skip") continue;
		believed.push(candidate);
		confidences.set(candidate, decision.confidence);
	}
	for (const candidate of withoutOwnActs(input.doc, believed)) {
		const claim = claimFrom(context, candidate, confidences.get(candidate) ?? 0);
		const key = spanKey(claim.cause, claim.effect);
		if (seen.has(key) || seen.has(spanKey(claim.effect, claim.cause))) continue;
		seen.add(key);
		claims.push(claim);
	}
	return claims;
}

const spanKey = (a: Span, b: Span): string => `${a.start}-${a.end}>${b.start}-${b.end}`;
