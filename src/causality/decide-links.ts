import type { ClaimSide, PlacedClaim } from "../event/place-article.js";
import type { TimeRange } from "../event/time-range.js";
import type { CausalClaim } from "../language/analysis.js";

/** A claim between two known events, ready to become evidence. */
export interface LinkDraft {
	claim: CausalClaim;
	cause: ClaimSide;
	effect: ClaimSide;
}

export type ClaimDecision =
	| { kind: "link"; draft: LinkDraft }
	| { kind: "skip"; claim: CausalClaim; reason: "no-event" | "same-event" | "against-time" };

/**
 * Decides which claims of an article become links: both sides must be events, two different ones, and the cause may not
 * start after its effect has ended. A purpose points at the future and is exempt from the order of time.
 */
export function decideLinks(
	claims: readonly PlacedClaim[],
	timeOf: (eventId: string) => TimeRange | null,
): ClaimDecision[] {
	return claims.map(({ claim, cause, effect }) => {
		if (cause === null || effect === null) return { kind: "skip", claim, reason: "no-event" };
		if (cause.eventId === effect.eventId) return { kind: "skip", claim, reason: "same-event" };
		if (claim.mode !== "PURPOSE" && isAgainstTime(timeOf(cause.eventId), timeOf(effect.eventId))) {
			return { kind: "skip", claim, reason: "against-time" };
		}
		return { kind: "link", draft: { claim, cause, effect } };
	});
}

type Instants = Pick<TimeRange, "start" | "end">;

/** Whether the cause begins only when the effect is over, as far as both are dated. */
export function isAgainstTime(cause: Instants | null, effect: Instants | null): boolean {
	return cause !== null && effect !== null && cause.start.getTime() >= effect.end.getTime();
}

/**
 * Whether a new link would close a circle: its cause is reached from its effect by the links there are.
 * @param effectsOf direct effects of an event.
 */
export function closesCycle(
	causeId: string,
	effectId: string,
	effectsOf: (eventId: string) => Iterable<string>,
): boolean {
	const seen = new Set<string>([effectId]);
	const open = [effectId];
	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		if (id === causeId) return true;
		for (const next of effectsOf(id)) {
			if (seen.has(next)) continue;
			seen.add(next);
			open.push(next);
		}
	}
	return false;
}
