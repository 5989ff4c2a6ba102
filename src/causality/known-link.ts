import type { CausalMode, CausalRelation, LinkBasis, LinkStatus } from "../generated/prisma/client.js";
import type { CitedSentence, ContextLink } from "./context.js";
import { explanationOf } from "./explanation.js";
import { weighEvidence } from "./weigh-evidence.js";

/** A link with its evidence as far as it was printed, before it is weighed. */
export interface CandidateLink {
	id: string;
	causeId: string;
	effectId: string;
	relation: CausalRelation;
	basis: LinkBasis;
	/** What an editor had decided; null where that was left to the evidence. */
	decided: { mode: CausalMode; status: LinkStatus } | null;
	evidence: (CitedSentence & { mode: CausalMode; basis: LinkBasis; isCopy: boolean; voice: string })[];
}

/** Sentences shown for a link; the others count in its support. */
const MAX_SHOWN = 10;

/** The link as its evidence then bore it out: confidence, status and support are weighed anew, so nothing later shows through; but what an
 * editor had decided stands. */
export function knownLink(link: CandidateLink, titles: ReadonlyMap<string, string>): ContextLink {
	const weight = { ...weighEvidence(link.evidence), ...link.decided };
	const basis = link.basis === "CURATED" ? "CURATED" : weight.basis;
	const strongest = link.evidence.find((item) => item.stance === "SUPPORTS") ?? link.evidence[0];
	return {
		linkId: link.id,
		causeId: link.causeId,
		effectId: link.effectId,
		relation: link.relation,
		mode: weight.mode,
		basis,
		status: weight.status,
		confidence: weight.confidence,
		support: weight.support,
		evidence: link.evidence.slice(0, MAX_SHOWN),
		explanation: explanationOf({
			relation: link.relation,
			mode: weight.mode,
			basis,
			causeTitle: titles.get(link.causeId) ?? "an earlier event",
			effectTitle: titles.get(link.effectId) ?? "this event",
			status: weight.status,
			attributedTo: weight.support.attributedOnly ? (strongest?.attributedTo ?? null) : null,
			signal: strongest?.signal ?? null,
		}),
	};
}
