import { lockLog, type PendingChange, recordChanges } from "../change-log.js";
import type { Database } from "../db.js";
import type { EditAction } from "../generated/prisma/client.js";
import { RepairError } from "../ingest/repair/repair-error.js";
import { inTransaction, type SqlTransaction } from "../sql-transaction.js";
import { type Refusal, refused } from "./refusal.js";

/** By whom and when something is edited. */
export interface Editing {
	/** The name of the editor's token, or `ANYBODY`. */
	editor: string;
	now: Date;
	newId: () => string;
}

/** Stands in the history for an editor of whom no token was asked. */
export const ANYBODY = "anonymous";

/** What every edit is made with. */
export interface EditTools extends Editing {
	tx: SqlTransaction;
	/** For the log. */
	changes: PendingChange[];
}

/** An edit that was made, or why it was not. */
export type EditResult<Made> = ({ kind: "made" } & Made) | Refusal;

/**
 * Makes an edit: one transaction with the writers' lock, logged at its end. Where it is refused, nothing is kept of what it wrote.
 * @param repairField the input field that is at fault where events cannot be repaired as asked.
 */
export async function makeEdit<Made>(
	db: Database,
	editing: Editing,
	repairField: string,
	work: (tools: EditTools) => Promise<EditResult<Made>>,
): Promise<EditResult<Made>> {
	const takenBack = { refusal: null as Refusal | null };
	try {
		return await inTransaction(db.pool, async (tx) => {
			await lockLog(tx);
			const changes: PendingChange[] = [];
			const result = await work({ ...editing, tx, changes });
			if (result.kind === "refused") {
				takenBack.refusal = result;
				throw takenBack;
			}
			await recordChanges(tx, changes, null, editing.now);
			return result;
		});
	} catch (error) {
		if (error === takenBack && takenBack.refusal) return takenBack.refusal;
		if (error instanceof RepairError) return refused(repairField, "CONFLICT", `cannot be done: ${error.message}`);
		throw error;
	}
}

/** An edit that is under way: the revisions that it found. */
export interface OpenEdit {
	id: string;
	found: ReadonlyMap<string, number>;
}

/** What is kept of an edit. */
export interface EditRecord {
	action: EditAction;
	reason: string;
	/** Events and links that it has changed. */
	targets: readonly string[];
	before: object;
	after: object;
	idempotencyKey?: string | null | undefined;
}

/** To be called before anything is written: notes what the edit finds. Two statements. */
export async function openEdit(tools: EditTools, nodeIds: readonly string[]): Promise<OpenEdit> {
	await recordRevisions(tools, nodeIds, null);
	return { id: tools.newId(), found: await readRevisions(tools.tx, nodeIds) };
}

/** To be called when all is written. Three statements. */
export async function closeEdit(tools: EditTools, { id, found }: OpenEdit, edit: EditRecord): Promise<void> {
	const { tx, now, editor } = tools;
	const { action, reason, before, after, idempotencyKey } = edit;
	const targets = [...new Set(edit.targets)];
	const left = await readRevisions(tx, targets);
	const revisions = Object.fromEntries(targets.map((node) => [node, [found.get(node) ?? 0, left.get(node) ?? 0]]));
	await recordRevisions(tools, targets, reason);
	await tx.$executeRaw`
		insert into "Edit" (id, at, editor, action, reason, targets, revisions, before, after, "idempotencyKey")
		values (${id}::uuid, ${now}, ${editor}, ${action}::"EditAction", ${reason}, ${targets}::uuid[], ${JSON.stringify(revisions)}::jsonb,
			${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb, ${idempotencyKey ?? null})`;
}

/** What the edit with this key has made, as its `after`; null where there is none. */
export async function readMade(tx: SqlTransaction, key: string | null | undefined): Promise<unknown> {
	if (!key) return null;
	const [edit] = await tx.$queryRaw<{ after: unknown }[]>`select after from "Edit" where "idempotencyKey" = ${key}`;
	return edit?.after ?? null;
}

async function readRevisions(tx: SqlTransaction, ids: readonly string[]): Promise<Map<string, number>> {
	const rows = await tx.$queryRaw<{ id: string; revision: number }[]>`
		select id, revision from "Event" where id = any(${[...ids]}::uuid[])
		union all select id, revision from "CausalLink" where id = any(${[...ids]}::uuid[])`;
	return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/**
 * Writes the events among these down as they are, unless that has been done.
 * @param reason of the edit that left them so; null for what it found.
 */
async function recordRevisions(
	{ tx, now, newId, editor }: EditTools,
	eventIds: readonly string[],
	reason: string | null,
): Promise<void> {
	const by = reason === null ? null : editor;
	await tx.$executeRaw`
		insert into "EventRevision" (id, "eventId", number, "recordedAt", reason, editor, "editedFields", title, type, status, "timeValue", "timeStart",
			"timeEnd", "timeGranularity", "timeApproximate", "timeText", "timeAnchor")
		select w.id, e.id, e.revision, case when ${reason}::text is null then e."updatedAt" else ${now} end, ${reason}, ${by}, e."editedFields",
			e.title, e.type, e.status, e."timeValue", e."timeStart", e."timeEnd", e."timeGranularity", e."timeApproximate", e."timeText", e."timeAnchor"
		from unnest(${eventIds.map(newId)}::uuid[], ${[...eventIds]}::uuid[]) as w(id, "eventId") join "Event" e on e.id = w."eventId"
		on conflict ("eventId", number) do nothing`;
}
