import type { PendingChange } from "../../change-log.js";
import type { SqlTransaction } from "../../sql-transaction.js";
import { readMoving, requireStanding } from "./carry-mentions.js";
import { type MentionsMove, move } from "./move-mentions.js";
import { RepairError } from "./repair-error.js";

/** An event that turns out to be two. */
export interface EventSplit extends Pick<MentionsMove, "reason" | "readWords"> {
	eventId: string;
	/** The mentions that mean the other one: see `findMentionsIn` for those of whole articles. */
	mentionIds: readonly string[];
}

/**
 * Makes an event of some mentions of another one (`moveMentions`). Both have mentions afterwards that their articles still make. Inside
 * a transaction whose caller holds `lockLog` and records the changes. Throws `RepairError` where a mention is not the event's, or where one
 * of the two would be left without.
 * @returns the id of the new event.
 */
export async function splitEvent(
	tx: SqlTransaction,
	{ eventId, mentionIds, reason, readWords }: EventSplit,
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<string> {
	await requireStanding(tx, [eventId]);
	const leaving = await readMoving(tx, mentionIds);
	if (leaving.length < new Set(mentionIds).size || leaving.some((mention) => mention.eventId !== eventId))
		throw new RepairError("a mention that is to leave the event is not one of its own", eventId);
	if (!leaving.some(({ isCurrent }) => isCurrent))
		throw new RepairError("nothing that its articles still say would leave the event", eventId);
	if (!(await keepsMention(tx, eventId, mentionIds)))
		throw new RepairError("nothing that its articles still say would be left of the event", eventId);
	const id = newId();
	await foundBeside(tx, eventId, id, now);
	changes.push({ kind: "SPLIT", nodeType: "EVENT", nodeId: eventId, fields: ["articles"] });
	changes.push({ kind: "CREATED", nodeType: "EVENT", nodeId: id });
	await move(tx, leaving, { toEventId: id, reason, readWords }, now, newId, changes);
	return id;
}

async function keepsMention(tx: SqlTransaction, eventId: string, mentionIds: readonly string[]): Promise<boolean> {
	const left = await tx.$queryRaw<unknown[]>`
		select id from "Mention" where "eventId" = ${eventId}::uuid and "supersededAt" is null and id <> all(${[...mentionIds]}::uuid[]) limit 1`;
	return left.length > 0;
}

/** A row for mentions to refer to. What it says is the other event's until its own mentions have come. */
async function foundBeside(tx: SqlTransaction, eventId: string, id: string, now: Date): Promise<void> {
	await tx.$executeRaw`
		insert into "Event" (id, title, type, status, "occurredAt", "firstReportedAt", "lastReportedAt", confidence, "createdAt", "updatedAt")
		select ${id}::uuid, title, type, status, "occurredAt", "firstReportedAt", "lastReportedAt", confidence, ${now}, ${now}
		from "Event" where id = ${eventId}::uuid`;
}
