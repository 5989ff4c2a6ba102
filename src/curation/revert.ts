import type { Database } from "../db.js";
import type { EditAction } from "../generated/prisma/client.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { decideReason, revisionRefusal } from "./edit-input.js";
import type { CreatedAfter, CreatedBefore, LinkDecision } from "./edit-links.js";
import type { EventImages } from "./event-images.js";
import { closeEdit, type Editing, type EditResult, type EditTools, makeEdit, openEdit } from "./make-edit.js";
import type { MovedAfter } from "./merge-split.js";
import { type Refusal, refused } from "./refusal.js";
import { undoCreation, undoEvidence, undoReview } from "./undo-links.js";
import { undoMove } from "./undo-move.js";
import { undoUpdate } from "./undo-update.js";
import type { UpdateBefore } from "./update-event.js";

/** An event or link that is to be as editors had it before. */
export interface Revert {
	nodeId: string;
	nodeType: "Event" | "CausalLink";
	/** Edits that found this revision, or a later one, are undone. */
	toRevision: number;
	expectedRevision: number;
	reason: string;
}

/** An edit as it is kept; its `before` and `after` have the shape of its action. */
interface StoredEdit {
	id: string;
	number: string;
	at: Date;
	action: EditAction;
	targets: string[];
	before: unknown;
	after: unknown;
}

/**
 * Undoes the edits of an event or link since a revision, the last one first, exactly as far as nothing has been reported since. What other edits
 * stand on is not undone.
 */
export async function revert(
	db: Database,
	{ nodeId, nodeType, toRevision, expectedRevision, reason }: Revert,
	editing: Editing,
): Promise<EditResult<{ nodeId: string }>> {
	const given = decideReason(reason);
	if (given.kind === "refused") return given;
	return makeEdit(db, editing, "toRevision", async (tools) => {
		const { tx } = tools;
		const node = await readRevision(tx, nodeId);
		if (!node) return refused("nodeId", "NOT_FOUND", "is the id of no event or link");
		const stale = revisionRefusal(node, expectedRevision);
		if (stale) return stale;
		const edits = await readEdits(tx, nodeId, toRevision, ACTIONS[nodeType]);
		if (edits.length === 0)
			return refused("toRevision", "INVALID", `is ${toRevision}, and no edit since could be undone`);
		const standing = await readStanding(tx, edits);
		if (standing)
			return refused(
				"toRevision",
				"CONFLICT",
				`cannot be gone back to: a later edit stands on it (${standing.action}, ${standing.at.toISOString()})`,
			);
		const targets = [...new Set(edits.flatMap((edit) => edit.targets))];
		const open = await openEdit(tools, targets);
		for (const edit of edits) {
			const refusal = await undo(tools, edit, given.reason);
			if (refusal) return refusal;
		}
		const ids = edits.map(({ id }) => id);
		await tx.$executeRaw`update "Edit" set "revertedById" = ${open.id}::uuid where id = any(${ids}::uuid[])`;
		const record = { reason: given.reason, targets, before: {}, after: { reverted: ids } };
		await closeEdit(tools, open, { action: "REVERT", ...record });
		return { kind: "made", nodeId };
	});
}

/** A link is changed by merges too, but these are edits of events. */
const ACTIONS: Readonly<Record<Revert["nodeType"], EditAction[]>> = {
	Event: ["UPDATE_EVENT", "MERGE_EVENTS", "SPLIT_EVENT"],
	CausalLink: ["CREATE_LINK", "REVIEW_LINK", "ADD_EVIDENCE"],
};

async function undo(
	tools: EditTools,
	{ action, targets, before, after }: StoredEdit,
	reason: string,
): Promise<Refusal | null> {
	const [first = ""] = targets;
	switch (action) {
		case "UPDATE_EVENT":
			await undoUpdate(tools, first, before as UpdateBefore);
			return null;
		case "MERGE_EVENTS":
		case "SPLIT_EVENT":
			return undoMove(tools, before as EventImages, after as MovedAfter, reason);
		case "CREATE_LINK":
			await undoCreation(tools, before as CreatedBefore, after as CreatedAfter);
			return null;
		case "ADD_EVIDENCE":
			await undoEvidence(tools, after as CreatedAfter);
			return null;
		case "REVIEW_LINK":
			return undoReview(tools, first, before as LinkDecision);
		case "REVERT":
			throw new Error("what was undone is made again by a new edit");
	}
}

async function readRevision(tx: SqlTransaction, id: string): Promise<{ revision: number } | null> {
	const [row] = await tx.$queryRaw<{ revision: number }[]>`
		select revision from "Event" where id = ${id}::uuid union all select revision from "CausalLink" where id = ${id}::uuid`;
	return row ?? null;
}

/** The edits of a node since a revision that have not been undone, the last one first. */
function readEdits(
	tx: SqlTransaction,
	nodeId: string,
	toRevision: number,
	actions: readonly EditAction[],
): Promise<StoredEdit[]> {
	return tx.$queryRaw<StoredEdit[]>`
		select id, number::text, at, action, targets, before, after from "Edit"
		where targets @> array[${nodeId}::uuid] and "revertedById" is null and action::text = any(${[...actions]}::text[])
			and (after -> 'parties' is null or after -> 'parties' @> to_jsonb(${nodeId}::text))
			and (revisions -> ${nodeId}::text ->> 0)::int >= ${toRevision}::int
		-- By its own name it would be the text that is selected, where 9 comes after 10.
		order by "Edit".number desc`;
}

/** A later edit, not to be undone too, that has changed what one of these had changed. */
async function readStanding(tx: SqlTransaction, edits: readonly StoredEdit[]): Promise<StoredEdit | null> {
	const json = JSON.stringify(edits.map(({ number, targets }) => ({ number, targets })));
	const [standing] = await tx.$queryRaw<StoredEdit[]>`
		select e.id, e.action, e.at from jsonb_to_recordset(${json}::jsonb) as u(number bigint, targets uuid[])
		join "Edit" e on e.targets && u.targets and e.number > u.number
		where e."revertedById" is null and e.action <> 'REVERT' and e.id <> all(${edits.map(({ id }) => id)}::uuid[])
		order by e.number desc limit 1`;
	return standing ?? null;
}
