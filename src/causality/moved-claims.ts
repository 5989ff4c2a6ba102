import type { TimeRange } from "../event/time-range.js";
import type { CausalMode, LinkBasis } from "../generated/prisma/client.js";
import { isAgainstTime } from "./decide-links.js";
import { type LinkEnds, linkKey } from "./merged-links.js";

/** A claim that one of its articles makes, as its evidence has it. */
export interface MovedClaim {
	evidenceId: string;
	mode: CausalMode;
	basis: LinkBasis;
	/** The link that has the evidence. */
	linkId: string;
	link: LinkEnds;
	/** It does not count there: no link could join its events. */
	isHeldBack: boolean;
	/** The events of its two mentions now. */
	ends: LinkEnds;
}

export type MovedClaimDecision =
	| { kind: "stays"; claim: MovedClaim }
	| { kind: "goes"; claim: MovedClaim }
	| { kind: "held"; claim: MovedClaim; reason: "same-event" | "against-time" };

/**
 * Decides what becomes of a claim one of whose mentions means another event than before, by the rules for new claims (`decideLinks`).
 * Whether its link would close a circle is seen when it is looked for.
 */
export function decideMovedClaim(claim: MovedClaim, timeOf: (eventId: string) => TimeRange | null): MovedClaimDecision {
	const { causeId, effectId } = claim.ends;
	if (!claim.isHeldBack && linkKey(claim.link) === linkKey(claim.ends)) return { kind: "stays", claim };
	if (causeId === effectId) return { kind: "held", claim, reason: "same-event" };
	if (claim.mode !== "PURPOSE" && isAgainstTime(timeOf(causeId), timeOf(effectId)))
		return { kind: "held", claim, reason: "against-time" };
	return { kind: "goes", claim };
}
