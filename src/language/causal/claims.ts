import type { CausalClaim, EventMention, Section, Span } from "../analysis.js";
import type { Attribution } from "../attribution.js";
import type { Phrases } from "../phrases.js";
import type { TokenizedText } from "../tokens.js";
import type { CausalCandidate } from "./candidate.js";
import { claimContext, claimFrom } from "./claim-context.js";
import { decideClaim } from "./decide-claim.js";
import { findCandidates } from "./find-candidates.js";

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
	const decided = findCandidates(input.doc, input.phrases, input.mentions).map((candidate) => ({
		candidate,
		decision: decideClaim(candidate),
	}));
	const believed = decided.filter(({ decision }) => decision.kind === "claim").map(({ candidate }) => candidate);
	for (const { candidate, decision } of decided) {
		if (decision.kind === "skip" || isToldElsewhere(candidate, believed)) continue;
		const claim = claimFrom(context, candidate, decision.confidence);
		const key = spanKey(claim.cause, claim.effect);
		if (seen.has(key) || seen.has(spanKey(claim.effect, claim.cause))) continue;
		seen.add(key);
		claims.push(claim);
	}
	return claims;
}

/**
 * "Engineers put off the blasting because of lightning": where the sentence gives the cause of the act, the act is the
 * effect, and no cause beside it. "Had to put off" keeps both: what forced the act, and what the act prevented.
 */
function isToldElsewhere(candidate: CausalCandidate, believed: readonly CausalCandidate[]): boolean {
	if (!candidate.features.has("OWN_ACT")) return false;
	return believed.some(
		({ sentence, effect, cause }) =>
			sentence === candidate.sentence &&
			effect.first <= candidate.signal.first &&
			candidate.signal.end <= effect.end &&
			cause !== candidate.cause,
	);
}

const spanKey = (a: Span, b: Span): string => `${a.start}-${a.end}>${b.start}-${b.end}`;
