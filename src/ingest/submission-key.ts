import { createHash } from "node:crypto";
import type { FieldError } from "../article/article-draft.js";
import type { Database } from "../db.js";
import type { SqlTransaction } from "../sql-transaction.js";

/** A submission with a key that can be told apart from all others. */
export interface KeyedSubmission {
	key: string;
	/** SHA-256 of all that was submitted, in hex. */
	inputHash: string;
}

export type KeyDecision =
	| { kind: "none" }
	| ({ kind: "keyed" } & KeyedSubmission)
	| { kind: "invalid"; error: FieldError };

const MAX_KEY = 200;

/** What a client's key stands for, given with all that is submitted. */
export function decideKey(key: string | null | undefined, input: object): KeyDecision {
	if (key === null || key === undefined) return { kind: "none" };
	if (key === "" || key.length > MAX_KEY || key.includes("\0"))
		return { kind: "invalid", error: { field: "idempotencyKey", reason: `must have from 1 to ${MAX_KEY} characters` } };
	// A field that is absent and one that is null say the same.
	const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
	const json = JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)));
	return { kind: "keyed", key, inputHash: createHash("sha256").update(json).digest("hex") };
}

/** What was submitted with this key before; null where nothing was. */
export function findSubmission(db: Database, key: string): Promise<{ articleId: string; inputHash: string } | null> {
	return db.prisma.submission.findUnique({
		where: { idempotencyKey: key },
		select: { articleId: true, inputHash: true },
	});
}

/** Two submissions came with one key at the same time, and the other one was stored first. */
export class KeyTakenError extends Error {
	override readonly name = "KeyTakenError";

	constructor() {
		super("another submission has taken the idempotency key meanwhile");
	}
}

/**
 * Takes the key for an article, in the transaction that stores it, so that a key and what it stands for are there together or not at all. One that another
 * transaction is about to take is waited for. Throws `KeyTakenError` where it is taken.
 */
export async function takeKey(
	tx: SqlTransaction,
	{ key, inputHash }: KeyedSubmission,
	articleId: string,
	now: Date,
): Promise<void> {
	const taken = await tx.$queryRaw<unknown[]>`
		insert into "Submission" ("idempotencyKey", "inputHash", "articleId", "submittedAt")
		values (${key}, ${inputHash}, ${articleId}::uuid, ${now.toISOString()}::timestamptz)
		on conflict do nothing returning "articleId"`;
	if (taken.length === 0) throw new KeyTakenError();
}
