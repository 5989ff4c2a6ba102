import { lockLog, type PendingChange, recordChanges } from "../../src/change-log.js";
import type { Database } from "../../src/db.js";
import { inTransaction } from "../../src/sql-transaction.js";

/** Appends changes to the log in one transaction, as every writer does. */
export async function writeLog(
	db: Pick<Database, "pool">,
	changes: readonly PendingChange[],
	at: Date = new Date(),
	causedById: string | null = null,
): Promise<void> {
	await inTransaction(db.pool, async (tx) => {
		await lockLog(tx);
		await recordChanges(tx, changes, causedById, at);
	});
}

/** The UUID of the n-th made-up object. */
export const nodeUuid = (n: number): string => `01990000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

/** So many changes of made-up articles, numbered from `from`. */
export function articleChanges(count: number, from = 1): PendingChange[] {
	return Array.from({ length: count }, (_, index) => ({
		kind: "CREATED",
		nodeType: "ARTICLE",
		nodeId: nodeUuid(from + index),
	}));
}
