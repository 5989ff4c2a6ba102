import type { Database } from "../db.js";
import { mergeEvents as merge } from "../ingest/repair/merge-events.js";
import { splitEvent as split } from "../ingest/repair/split-event.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { decideReason } from "./edit-input.js";
import { areTooLarge, changedRows, digestOf, type EventImages, readImages, TOO_LARGE } from "./event-images.js";
import { eventRefusal, lockedRefusal, markEdited, readStates } from "./event-state.js";
import { closeEdit, type Editing, type EditResult, makeEdit, openEdit } from "./make-edit.js";
import { refused } from "./refusal.js";
import { decideUpdate, setColumns } from "./update-event.js";

/** What an edit that moved mentions keeps to be undone, beside the images from before. */
export interface MovedAfter {
	/** Events whose rows are in the images; the new one of a split is among them. */
	scope: string[];
	/** The events that it was about: those that had been merged into one of them before only follow. */
	parties: string[];
	/** Of the images after it. */
	digest: string;
	/** The event that a split made; null for a merge. */
	newEventId: string | null;
}

/** Events merged, or mentions split off, in one edit at most: beyond that the transaction takes its time. */
const MAX_MERGED = 20;
const MAX_SPLIT = 500;

export interface EventsToMerge {
	keepId: string;
	mergeIds: readonly string[];
	expectedRevision: number;
	reason: string;
}

/** Says that events are one. Automatic repair leaves the one that is kept alone from then on. */
export async function mergeEvents(
	db: Database,
	{ keepId, mergeIds, expectedRevision, reason }: EventsToMerge,
	editing: Editing,
): Promise<EditResult<{ eventId: string }>> {
	const given = decideReason(reason);
	if (given.kind === "refused") return given;
	const awayIds = [...new Set(mergeIds)];
	if (awayIds.length === 0) return refused("mergeIds", "INVALID", "must name the events to be merged");
	if (awayIds.length > MAX_MERGED) return refused("mergeIds", "INVALID", `may name at most ${MAX_MERGED} events`);
	if (awayIds.includes(keepId)) return refused("mergeIds", "INVALID", "may not name the event that is kept");
	return makeEdit(db, editing, "mergeIds", async (tools) => {
		const { tx, now, newId, changes } = tools;
		const states = await readStates(tx, [keepId, ...awayIds]);
		const refusal =
			lockedRefusal("keepId", states.get(keepId), expectedRevision) ??
			awayIds.map((id) => eventRefusal("mergeIds", states.get(id))).find((found) => found !== null);
		if (refusal) return refusal;
		const scope = [keepId, ...awayIds, ...(await readMergedInto(tx, awayIds))];
		if (await areTooLarge(tx, scope)) return refused("mergeIds", "CONFLICT", TOO_LARGE);
		const before = await readImages(tx, scope);
		const edit = await openEdit(tools, nodesOf(scope, before));
		await merge(tx, { keepId, awayIds, reason: given.reason }, now, newId, changes);
		await markEdited(tx, [keepId], ["mentions"]);
		const images = await readImages(tx, scope);
		const after: MovedAfter = { scope, parties: [keepId, ...awayIds], digest: digestOf(images), newEventId: null };
		const targets = [...scope, ...changedRows(before.links, images.links).map(({ id }) => id)];
		await closeEdit(tools, edit, { action: "MERGE_EVENTS", reason: given.reason, targets, before, after });
		return { kind: "made", eventId: keepId };
	});
}

export interface EventToSplit {
	eventId: string;
	expectedRevision: number;
	mentionIds: readonly string[];
	newTitle: string;
	reason: string;
}

/** Says that some mentions of an event mean another one, which is made. Automatic repair leaves both alone from then on. */
export async function splitEvent(
	db: Database,
	{ eventId, expectedRevision, mentionIds, newTitle, reason }: EventToSplit,
	editing: Editing,
): Promise<EditResult<{ eventId: string; newEventId: string }>> {
	const given = decideReason(reason);
	if (given.kind === "refused") return given;
	const titled = decideUpdate({ eventId, expectedRevision, reason, title: newTitle });
	if (titled.kind === "refused") return { ...titled, field: "newTitle" };
	if (mentionIds.length === 0) return refused("mentionIds", "INVALID", "must name what is to leave the event");
	if (mentionIds.length > MAX_SPLIT) return refused("mentionIds", "INVALID", `may name at most ${MAX_SPLIT} mentions`);
	return makeEdit(db, editing, "mentionIds", async (tools) => {
		const { tx, now, newId, changes } = tools;
		const refusal = lockedRefusal("eventId", (await readStates(tx, [eventId])).get(eventId), expectedRevision);
		if (refusal) return refusal;
		if (await areTooLarge(tx, [eventId])) return refused("eventId", "CONFLICT", TOO_LARGE);
		const before = await readImages(tx, [eventId]);
		const edit = await openEdit(tools, nodesOf([eventId], before));
		const newEventId = await split(tx, { eventId, mentionIds, reason: given.reason }, now, newId, changes);
		await markEdited(tx, [eventId], ["mentions"]);
		await markEdited(tx, [newEventId], ["mentions", "title"]);
		await setColumns(tools, newEventId, titled.columns);
		const scope = [eventId, newEventId];
		const images = await readImages(tx, scope);
		const after: MovedAfter = { scope, parties: scope, digest: digestOf(images), newEventId };
		const targets = [...scope, ...changedRows(before.links, images.links).map(({ id }) => id)];
		await closeEdit(tools, edit, { action: "SPLIT_EVENT", reason: given.reason, targets, before, after });
		return { kind: "made", eventId, newEventId };
	});
}

const nodesOf = (events: readonly string[], { links }: EventImages): string[] => [
	...events,
	...links.map(({ id }) => id),
];

async function readMergedInto(tx: SqlTransaction, eventIds: readonly string[]): Promise<string[]> {
	const rows = await tx.$queryRaw<{ id: string }[]>`
		select id from "Event" where "mergedIntoId" is not null and "mergedIntoId" = any(${[...eventIds]}::uuid[]) order by id`;
	return rows.map(({ id }) => id);
}
