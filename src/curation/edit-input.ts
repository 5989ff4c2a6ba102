import { storedText } from "../article/clean-text.js";
import { type Refusal, refused } from "./refusal.js";

/** A reason is a note to whoever looks at the history, no essay. */
const MAX_REASON = 1_000;
const MAX_KEY = 200;

/** The reason as it is kept, or why it is none. */
export function decideReason(given: string, field = "reason"): { kind: "ok"; reason: string } | Refusal {
	const reason = storedText(given);
	if (reason === "") return refused(field, "INVALID", "must say why");
	if (reason.length > MAX_REASON)
		return refused(field, "INVALID", `may have at most ${MAX_REASON} characters, not ${reason.length}`);
	return { kind: "ok", reason };
}

/** Why a key cannot be used; null where it can, or none was given. */
export function keyRefusal(key: string | null | undefined): Refusal | null {
	if (key === null || key === undefined || (key !== "" && key.length <= MAX_KEY && !key.includes("\0"))) return null;
	return refused("idempotencyKey", "INVALID", `must have from 1 to ${MAX_KEY} characters`);
}

/** Something with a revision, as an edit finds it. */
export interface Revised {
	revision: number;
}

/** Why the object is not what the editor saw; null where it is. */
export function revisionRefusal({ revision }: Revised, expected: number): Refusal | null {
	if (revision === expected) return null;
	return refused("expectedRevision", "CONFLICT", `is ${expected}, but the revision now is ${revision}`);
}
