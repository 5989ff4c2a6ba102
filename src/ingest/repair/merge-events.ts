import type { PendingChange } from "../../change-log.js";
import type { SqlTransaction } from "../../sql-transaction.js";
import { carryMentions, readMentionsOf, requireStanding } from "./carry-mentions.js";
import { sumWords } from "./event-words.js";
import { mergeLinks } from "./merge-links.js";
import { moveEvidence } from "./move-evidence.js";
import { type MentionsMove, settleEvents } from "./move-mentions.js";
import { RepairError } from "./repair-error.js";

/** Events that turn out to be one. */
export interface EventsMerge extends Pick<MentionsMove, "reason" | "readWords"> {
	/** The event that all of them are from now on. */
	keepId: string;
	/** The others: their ids answer for ever, with `mergedInto`. */
	awayIds: readonly string[];
}

/**
 * Merges events into one that is kept, with all that hangs on them: mentions, articles, participants, words, faces, links and evidence,
 * contexts, the log. What was merged into one of them before is now merged into the one that is kept. Inside a transaction whose
 * caller holds `lockLog` and records the changes. Throws `RepairError` where one of them is unknown, was merged away or is named twice.
 */
export async function mergeEvents(
	tx: SqlTransaction,
	{ keepId, awayIds, reason, readWords }: EventsMerge,
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<void> {
	if (awayIds.length === 0) return;
	if (new Set([keepId, ...awayIds]).size <= awayIds.length)
		throw new RepairError("an event cannot be merged with itself", keepId);
	await requireStanding(tx, [keepId, ...awayIds]);
	const summed = readWords ? null : await sumWords(tx, keepId, awayIds);
	const moving = await readMentionsOf(tx, awayIds);
	if (moving.length > 0) await carryMentions(tx, moving, keepId, reason, now);
	const words = summed ?? (await readWords?.(tx, [keepId])) ?? new Map();
	const ends = await mergeLinks(tx, { keepId, awayIds }, now, changes);
	const ids = moving.map(({ id }) => id);
	const effects = await moveEvidence(tx, ids, [keepId, ...awayIds], now, newId, changes);
	await markMerged(tx, keepId, awayIds, now, changes);
	await settleEvents(tx, [keepId, ...awayIds, ...ends, ...effects], words, now, changes);
}

/** The rows stay, without what they are found and counted by. */
export async function markMerged(
	tx: SqlTransaction,
	keepId: string,
	awayIds: readonly string[],
	now: Date,
	changes: PendingChange[],
): Promise<void> {
	const earlier = await tx.$queryRaw<{ id: string }[]>`
		update "Event" set "mergedIntoId" = ${keepId}::uuid, revision = revision + 1, "updatedAt" = ${now}
		where "mergedIntoId" is not null and "mergedIntoId" = any(${[...awayIds]}::uuid[]) returning id`;
	await tx.$executeRaw`
		update "Event" set curation = 'MERGED', "mergedIntoId" = ${keepId}::uuid, "articleCount" = 0, "originalCount" = 0, "causeCount" = 0,
			"keyTerms" = '{}', centroid = '{}', revision = revision + 1, "updatedAt" = ${now}
		where id = any(${[...awayIds]}::uuid[])`;
	for (const nodeId of awayIds) changes.push({ kind: "MERGED", nodeType: "EVENT", nodeId, fields: ["mergedInto"] });
	for (const { id: nodeId } of earlier)
		changes.push({ kind: "UPDATED", nodeType: "EVENT", nodeId, fields: ["mergedInto"] });
}
