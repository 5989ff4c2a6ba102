import type { CausalMode, LinkBasis, LinkStatus, Stance } from "../generated/prisma/client.js";
import type { Support } from "./context.js";

/** One sentence for or against a link, as weighing sees it. */
export interface WeighedEvidence {
	articleId: string;
	/** Two outlets of one owner, and an original and its copies, carry the same key. */
	voice: string;
	stance: Stance;
	mode: CausalMode;
	basis: LinkBasis;
	attributedTo: string | null;
	/** 0–1: how sure the reading of the sentence is. */
	confidence: number;
	publishedAt: Date;
	/** A copy has no voice of its own. */
	isCopy: boolean;
}

export interface LinkWeight {
	confidence: number;
	status: LinkStatus;
	mode: CausalMode;
	basis: LinkBasis;
	support: Support;
}

/** What somebody is quoted as saying is a weaker ground than what the outlet says itself. */
const ATTRIBUTED = 0.85;
/** A denial takes this share of its own confidence from the link. It disputes; it does not delete. */
const DENIAL = 0.5;
/** A claim one outlet makes once stays a proposal unless it is made as plainly as this. */
const ACCEPTED = 0.75;

/**
 * What all evidence for one link amounts to. Each independent voice counts once, with its strongest sentence; voices that say
 * the same are combined as independent grounds (noisy-or: 1 - Π(1 - c)); denials weaken.
 * @param evidence of one link; may be empty, then the link is retracted.
 */
export function weighEvidence(evidence: readonly WeighedEvidence[]): LinkWeight {
	const own = evidence.filter((item) => !item.isCopy);
	const supporting = own.filter((item) => item.stance === "SUPPORTS");
	const contradicting = own.filter((item) => item.stance === "CONTRADICTS");
	const voices = strongestByVoice(supporting);
	const denials = strongestByVoice(contradicting);
	let doubt = 1;
	for (const weight of voices.values()) doubt *= 1 - weight;
	let confidence = 1 - doubt;
	for (const weight of denials.values()) confidence *= 1 - DENIAL * weight;

	const first = [...supporting].sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())[0];
	const attributedOnly = supporting.length > 0 && supporting.every((item) => item.attributedTo !== null);
	return {
		confidence,
		status: decideStatus(supporting.length, contradicting.length, voices.size, confidence, attributedOnly),
		mode: mostCommonMode(supporting.length > 0 ? supporting : own),
		basis: supporting.some((item) => item.basis !== "INFERRED") || supporting.length === 0 ? "STATED" : "INFERRED",
		support: {
			supporting: supporting.length,
			contradicting: contradicting.length,
			independentSources: voices.size,
			attributedOnly,
			firstStatedAt: first?.publishedAt ?? null,
		},
	};
}

function strongestByVoice(evidence: readonly WeighedEvidence[]): Map<string, number> {
	const strongest = new Map<string, number>();
	for (const { voice, confidence, attributedTo } of evidence) {
		const weight = confidence * (attributedTo === null ? 1 : ATTRIBUTED);
		strongest.set(voice, Math.max(strongest.get(voice) ?? 0, weight));
	}
	return strongest;
}

function decideStatus(
	supporting: number,
	contradicting: number,
	voices: number,
	confidence: number,
	attributedOnly: boolean,
): LinkStatus {
	if (supporting === 0) return contradicting === 0 ? "RETRACTED" : "DISPUTED";
	if (contradicting > 0) return "DISPUTED";
	return voices > 1 || (confidence >= ACCEPTED && !attributedOnly) ? "ACCEPTED" : "PROPOSED";
}

function mostCommonMode(evidence: readonly WeighedEvidence[]): CausalMode {
	const counts = new Map<CausalMode, number>();
	for (const { mode } of evidence) counts.set(mode, (counts.get(mode) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "CONSEQUENCE";
}
