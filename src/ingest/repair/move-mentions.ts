import type { PendingChange } from "../../change-log.js";
import type { SqlTransaction } from "../../sql-transaction.js";
import { markContexts } from "../contexts/mark-contexts.js";
import type { EventWords } from "../event-rows.js";
import { refreshEvents } from "../refresh-events.js";
import { carryMentions, eventsOf, type MovingMention, readMoving, requireStanding } from "./carry-mentions.js";
import { type ReadWords, readWords } from "./event-words.js";
import { moveEvidence } from "./move-evidence.js";

/** Mentions that turn out to mean another event. */
export interface MentionsMove {
	mentionIds: readonly string[];
	/** The event that they mean. */
	toEventId: string;
	/** Why, in words: it is kept with each mention. */
	reason: string;
	/** Where the words of the events come from; read anew from the texts where nobody knows better. */
	readWords?: ReadWords | undefined;
}

/**
 * Gives mentions to another event that there is, with all that hangs on them: articles, participants, words, faces, evidence and links,
 * contexts, the log. Mentions that it has already are passed over. An event that is left without any is retracted. Inside a
 * transaction whose caller holds `lockLog` and records the changes. Throws `RepairError` where the event is unknown or was merged away.
 */
export async function moveMentions(
	tx: SqlTransaction,
	{ mentionIds, toEventId, reason, readWords }: MentionsMove,
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<void> {
	await requireStanding(tx, [toEventId]);
	const moving = (await readMoving(tx, mentionIds)).filter(({ eventId }) => eventId !== toEventId);
	if (moving.length > 0) await move(tx, moving, { toEventId, reason, readWords }, now, newId, changes);
}

/** As `moveMentions`, for mentions that were read and an event that is there and has none of them. */
export async function move(
	tx: SqlTransaction,
	moving: readonly MovingMention[],
	{ toEventId, reason, readWords: read = readWords }: Omit<MentionsMove, "mentionIds">,
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<void> {
	const events = eventsOf(moving, toEventId);
	await carryMentions(tx, moving, toEventId, reason, now);
	const reworded = await findReworded(tx, moving, toEventId);
	const words = reworded.length > 0 ? await read(tx, reworded) : new Map<string, EventWords>();
	const ids = moving.map(({ id }) => id);
	const effects = await moveEvidence(tx, ids, events, now, newId, changes);
	await settleEvents(tx, [...events, ...effects], words, now, changes);
}

/** The last step of each repair: what the rows of events say, and which answers are to be computed anew. */
export async function settleEvents(
	tx: SqlTransaction,
	eventIds: readonly string[],
	words: ReadonlyMap<string, EventWords>,
	now: Date,
	changes: PendingChange[],
): Promise<void> {
	await refreshEvents(tx, eventIds, now, changes, { final: new Set(), words });
	await markContexts(tx, [...new Set(eventIds)], now);
}

/** Events whose words may be others now: a retelling that comes or goes changes nothing where articles are about the event. */
async function findReworded(
	tx: SqlTransaction,
	moving: readonly MovingMention[],
	toEventId: string,
): Promise<string[]> {
	const main = moving.filter(({ role, isCurrent }) => isCurrent && role === "MAIN");
	const reworded = main.length > 0 ? eventsOf(main, toEventId) : [];
	const others = eventsOf(moving, toEventId).filter((id) => !reworded.includes(id));
	if (others.length === 0) return reworded;
	const retold = await tx.$queryRaw<{ id: string }[]>`
		select e.id from unnest(${others}::uuid[]) as e(id)
		where not exists (select from "EventArticle" x where x."eventId" = e.id and x.role = 'MAIN')`;
	return [...reworded, ...retold.map(({ id }) => id)];
}
