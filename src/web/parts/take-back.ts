import type { RemoveFeedMutation, RevertMutation } from "../answers.js";
import type { Ask } from "../asking.js";
import { REMOVE_FEED, REVERT } from "../questions.js";
import type { Fault } from "./desk-tools.js";
import type { Undo } from "./last-acts.js";

export type TakenBack =
	/** `revision` that the object has now; null for a feed. */
	| { kind: "undone"; revision: number | null }
	/** The object has changed since the act: nothing was done, and `revision` is what it has now. */
	| { kind: "stale"; nodeId: string; revision: number }
	| { kind: "refused"; faults: readonly Fault[] };

/** Takes an act at the desk back. */
export async function takeBack(ask: Ask, undo: Undo): Promise<TakenBack> {
	if (undo.kind === "remove-feed") {
		const { userErrors } = (await ask<RemoveFeedMutation>(REMOVE_FEED, { feedId: undo.feedId })).removeFeed;
		return userErrors.length > 0 ? { kind: "refused", faults: userErrors } : { kind: "undone", revision: null };
	}
	const { nodeId, toRevision, expectedRevision } = undo;
	const input = { nodeId, toRevision, expectedRevision, reason: "undone at the desk" };
	const { node, userErrors } = (await ask<RevertMutation>(REVERT, { input })).revert;
	const revision = node && "revision" in node ? node.revision : expectedRevision;
	if (userErrors.length === 0) return { kind: "undone", revision };
	if (revision !== expectedRevision) return { kind: "stale", nodeId, revision };
	return { kind: "refused", faults: userErrors };
}
