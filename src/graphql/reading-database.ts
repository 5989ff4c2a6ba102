import { type Client, clientKey } from "../access/client.js";
import type { Database, Reader } from "../db.js";
import type { OperationTrace } from "./operation-trace.js";

/** A subscription's statement sees what is committed until it runs, which is after it was handed its connection. */
const UNTIL_RUN_MS = 1_000;

/**
 * The database as one operation is to see it. Queries read from a replica, where there is one that the client may read from, and all that one operation
 * reads comes from the same. Mutations and subscriptions have the server itself; so have editors and operators, whose last change another process may
 * have made.
 * @param trace says of what type the operation is, once that is known: nothing is read before.
 */
export function readingDatabase(db: Database, trace: OperationTrace): Database {
	const { replicas } = db;
	if (!replicas) return db;
	let chosen: Reader | null = null;
	const reader = (): Reader => {
		if (trace.type === "subscription") replicas.noteWrite(clientKey(trace.client), UNTIL_RUN_MS);
		if (trace.type !== "query" || editsByHand(trace.client)) return db;
		chosen ??= replicas.readerFor(clientKey(trace.client)) ?? db;
		return chosen;
	};
	return {
		...db,
		get prisma() {
			return reader().prisma;
		},
		get pool() {
			return reader().pool;
		},
	};
}

const editsByHand = ({ holder }: Client): boolean => holder !== null && holder.role !== "SUBMITTER";

/** A mutation that was given up on goes on for as long as its transaction may take. */
const GIVEN_UP_MS = 60_000;

/** Notes that an operation has ended: what its client reads next shows what it has written. */
export function noteOperationEnd(db: Database, trace: OperationTrace): void {
	if (trace.type !== "mutation") return;
	db.replicas?.noteWrite(clientKey(trace.client), trace.codes.includes("OPERATION_TIMED_OUT") ? GIVEN_UP_MS : 0);
}
