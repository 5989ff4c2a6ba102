/** What takes an act at the desk back. */
export type Undo =
	/** `revert` of an event or link to the revision before; it takes later edits of the same object back with it. */
	| { kind: "revert"; nodeId: string; toRevision: number; expectedRevision: number }
	| { kind: "remove-feed"; feedId: string };

/** Something done at the desk, and what takes it back. */
export interface Act {
	words: string;
	undo: Undo;
}

/** As many as somebody still remembers having done. */
export const KEPT_ACTS = 10;

/** The acts with one more, the last one first. Earlier ones on the same object expect it as this one has left it. */
export function withAct(acts: readonly Act[], act: Act): Act[] {
	const { undo } = act;
	const earlier = undo.kind === "revert" ? withRevision(acts, undo.nodeId, undo.expectedRevision) : acts;
	return [act, ...earlier].slice(0, KEPT_ACTS);
}

/**
 * The acts that can still be taken back after one was: without it and without later ones on the same object.
 * @param revision of the object now; null for one that has none, as a feed.
 */
export function withoutUndone(acts: readonly Act[], undone: Undo, revision: number | null): Act[] {
	if (undone.kind === "remove-feed")
		return acts.filter(({ undo }) => undo.kind !== "remove-feed" || undo.feedId !== undone.feedId);
	const left = acts.filter(
		({ undo }) => undo.kind !== "revert" || undo.nodeId !== undone.nodeId || undo.toRevision < undone.toRevision,
	);
	return revision === null ? left : withRevision(left, undone.nodeId, revision);
}

/** The acts on an object as they are to be taken back from the revision that it has. */
export function withRevision(acts: readonly Act[], nodeId: string, expectedRevision: number): Act[] {
	return acts.map((act) =>
		act.undo.kind === "revert" && act.undo.nodeId === nodeId
			? { ...act, undo: { ...act.undo, expectedRevision } }
			: act,
	);
}
