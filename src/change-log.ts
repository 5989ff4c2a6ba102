import type pg from "pg";
import type { ChangeKind, NodeType } from "./generated/prisma/client.js";
import type { SqlTransaction } from "./sql-transaction.js";

/** One thing that changed, before it has a place in the log. */
export interface PendingChange {
	kind: ChangeKind;
	nodeType: NodeType;
	nodeId: string;
	/** Names of the fields that changed; empty for a creation. */
	fields?: string[];
}

/** The channel on which Postgres tells, when a transaction commits, that the log has grown. What has grown is read from the log. */
export const CHANGE_CHANNEL = "antecedent_change";

/** Key of the advisory lock that gives writers their order; any constant nobody else uses. */
const WRITE_LOCK = 7_231_004;

/**
 * Takes the writers' lock until the transaction ends. Whoever holds it is the only writer, so positions become visible in
 * the order in which they were drawn: a reader that has seen position n has seen all before it.
 */
export async function lockLog(tx: SqlTransaction): Promise<void> {
	await tx.$executeRaw`select pg_advisory_xact_lock(${WRITE_LOCK})`;
}

/** Holds writers up until the transaction ends, and waits until none is at work. */
export async function shareLog(tx: SqlTransaction): Promise<void> {
	await tx.$executeRaw`select pg_advisory_xact_lock_shared(${WRITE_LOCK})`;
}

/** Where the log ends, as an expression in SQL: a bigint that never goes back, whatever was pruned. */
export const LOG_HEAD = `(select greatest((select max(position) from "Change"), (select "prunedTo" from "ChangeLog")))`;

/** Where the log ends: the position of the newest change that was committed before. One statement. */
export async function readLogHead(pool: Pick<pg.Pool, "query">): Promise<string> {
	const { rows } = await pool.query<{ head: string }>({ name: "log-head", text: `select ${LOG_HEAD}::text as head` });
	return rows[0]?.head ?? "0";
}

/**
 * Appends to the change log, inside the transaction that makes the changes; the caller holds `lockLog`. Positions are
 * consecutive, whatever was pruned. Several changes of one kind to one node become one row. Whoever listens is woken by the commit.
 */
export async function recordChanges(
	tx: SqlTransaction,
	changes: readonly PendingChange[],
	causedById: string | null,
	at: Date,
): Promise<void> {
	const rows = new Map<string, PendingChange & { fields: string[] }>();
	for (const change of changes) {
		const key = `${change.kind} ${change.nodeId}`;
		const row = rows.get(key);
		if (row) row.fields = [...new Set([...row.fields, ...(change.fields ?? [])])];
		else rows.set(key, { ...change, fields: change.fields ?? [] });
	}
	if (rows.size === 0) return;
	const json = JSON.stringify([...rows.values()]);
	await tx.$executeRaw`
		with written as (
			insert into "Change" (position, at, kind, "nodeType", "nodeId", fields, "causedById")
			select head.position + r.place, ${at}, r.kind, r."nodeType", r."nodeId", r.fields, ${causedById}::uuid
			from rows from (jsonb_to_recordset(${json}::jsonb)
				as (kind "ChangeKind", "nodeType" "NodeType", "nodeId" uuid, fields text[])) with ordinality as r(kind, "nodeType", "nodeId", fields, place),
				(select greatest((select max(position) from "Change"), (select "prunedTo" from "ChangeLog")) as position) head
			returning position
		)
		select pg_notify(${CHANGE_CHANNEL}, '') where exists (select from written)`;
}
