import type { ParticipantRole } from "../generated/prisma/client.js";
import { countryOf } from "../language/entities/places.js";

/** Who takes part, by key, with the role told; a place where it happened has the role OTHER. */
export type Roles = ReadonlyMap<string, ParticipantRole>;

/** Under what name a participant is compared: a capital or demonym acts for its country ("Tehran" is Iran's doing). */
export function participantKey(name: string): string {
	return foldName(countryOf(name) ?? name);
}

/** Names are one whatever their case, accents, dots and articles. */
export function foldName(name: string): string {
	return name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[.'’]/g, "")
		.replace(/^the\s+/, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/**
 * How well the participants agree, -1 to 1: the same one in the same role speaks for, in the opposite role against (who
 * attacked whom sets two strikes apart), an unknown one slightly against. 0 where nobody is named.
 */
export function compareRoles(of: Roles, event: Roles): number {
	if (of.size === 0) return 0;
	let sum = 0;
	for (const [key, role] of of) {
		const known = event.get(key);
		if (known === undefined) sum -= 0.25;
		else if (known === role) sum += 1;
		else if (known === "OTHER" || role === "OTHER") sum += 0.6;
		else sum -= 0.7;
	}
	return Math.max(-1, sum / of.size);
}
