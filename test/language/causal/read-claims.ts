import type { CausalClaim, Span } from "../../../src/language/analysis.js";
import { readArticle } from "../../../src/language/analyze.js";

/** A claim with its spans as text. */
export interface ReadClaim {
	cause: string;
	effect: string;
	signal: string | null;
	relation: CausalClaim["relation"];
	mode: CausalClaim["mode"];
	stance: CausalClaim["stance"];
	certainty: CausalClaim["certainty"];
	attributedTo: string | null;
}

/** The claims of an English text, by the whole analysis. */
export function claimsOf(text: string): CausalClaim[] {
	return readArticle({ text, publishedAt: "2024-11-02", language: "en" }).analysis.causalLinks;
}

/** What the text states, and what is inferred from it with at least this confidence. */
export function readClaims(text: string, least = 0.5): ReadClaim[] {
	const at = (span: Span): string => text.slice(span.start, span.end);
	const believed = claimsOf(text).filter(({ basis, confidence }) => basis === "STATED" || confidence >= least);
	return believed.map((claim) => ({
		cause: at(claim.cause),
		effect: at(claim.effect),
		signal: claim.signal && at(claim.signal),
		relation: claim.relation,
		mode: claim.mode,
		stance: claim.stance,
		certainty: claim.certainty,
		attributedTo: claim.attributedTo,
	}));
}
