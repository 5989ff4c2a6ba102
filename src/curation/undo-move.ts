import { markContexts } from "../ingest/contexts/mark-contexts.js";
import { refreshEvents } from "../ingest/refresh-events.js";
import { markMerged, mergeEvents } from "../ingest/repair/merge-events.js";
import { moveEvidence } from "../ingest/repair/move-evidence.js";
import { moveMentions } from "../ingest/repair/move-mentions.js";
import { refreshLinks } from "../ingest/write-links.js";
import { digestOf, type EventImages, type RowImage, readImages } from "./event-images.js";
import type { EditTools } from "./make-edit.js";
import type { MovedAfter } from "./merge-split.js";
import type { Refusal } from "./refusal.js";
import { restoreImages } from "./restore-images.js";

/**
 * Undoes a merge or a split. Where nothing has come to the events since, their rows are written back as they were. Else their mentions are
 * given back, and all that is derived from them is derived anew, with what has come since.
 */
export async function undoMove(
	tools: EditTools,
	before: EventImages,
	after: MovedAfter,
	reason: string,
): Promise<Refusal | null> {
	const { tx, now, changes } = tools;
	const { scope, newEventId } = after;
	const current = await readImages(tx, scope);
	if (digestOf(current) !== after.digest) {
		await (newEventId ? joinAgain(tools, before, newEventId, reason) : partAgain(tools, before, reason));
		return null;
	}
	const refusal = await restoreImages(tools, before, current, scope, reason);
	if (refusal) return refusal;
	const kept = before.events[0]?.id;
	if (newEventId && kept) await markMerged(tx, kept, [newEventId], now, changes);
	return null;
}

/** A split undone: the event that it made is merged away, with what has come to it since. */
async function joinAgain(tools: EditTools, before: EventImages, newEventId: string, reason: string): Promise<void> {
	const { tx, now, newId, changes } = tools;
	const [kept] = before.events;
	if (!kept) throw new Error("a split without an event");
	await mergeEvents(tx, { keepId: kept.id, awayIds: [newEventId], reason }, now, newId, changes);
	await restoreCuration(tools, [kept]);
}

/** A merge undone: the events get back the mentions that they had; what has come since stays at the one that was kept. */
async function partAgain(tools: EditTools, before: EventImages, reason: string): Promise<void> {
	const { tx, now, newId, changes } = tools;
	await restoreCuration(tools, before.events);
	const ends = before.links.filter(({ basis, reviewedAt }) => basis === "CURATED" || reviewedAt !== null);
	// What editors say of an event goes back to it; the claims of articles follow their mentions.
	await tx.$executeRaw`
		update "CausalLink" l set "causeId" = r."causeId", "effectId" = r."effectId", revision = l.revision + 1, "updatedAt" = ${now}
		from jsonb_populate_recordset(null::"CausalLink", ${JSON.stringify(ends)}::jsonb) r
		where l.id = r.id and (l."causeId", l."effectId") <> (r."causeId", r."effectId")
			and not exists (select from "CausalLink" o where o."causeId" = r."causeId" and o."effectId" = r."effectId" and o.relation = l.relation)`;
	for (const { id } of before.events) {
		const mentionIds = before.mentions.flatMap((mention) => (mention.eventId === id ? [mention.id] : []));
		// What had been merged away before has none, and gets none.
		if (mentionIds.length === 0) continue;
		await moveMentions(tx, { mentionIds, toEventId: id, reason }, now, newId, changes);
	}
	await settleClaims(tools, ends, before.events);
}

/** Claims that went along with links, but whose mentions stay where they are. */
async function settleClaims(
	{ tx, now, newId, changes }: EditTools,
	links: readonly RowImage[],
	events: readonly RowImage[],
): Promise<void> {
	const linkIds = links.map(({ id }) => id);
	const rows = await tx.$queryRaw<{ id: string }[]>`
		select distinct "effectMentionId" as id from "Evidence"
		where "linkId" = any(${linkIds}::uuid[]) and "effectMentionId" is not null`;
	const eventIds = events.map(({ id }) => id);
	const mentionIds = rows.map(({ id }) => id);
	const effects = await moveEvidence(tx, mentionIds, eventIds, now, newId, changes);
	const settled = [...effects, ...(await refreshLinks(tx, linkIds, now, changes))];
	await refreshEvents(tx, settled, now, changes);
	await markContexts(tx, settled, now);
}

/** What the rows say of editors and merging, and the words by which events are found, until these are summed anew. */
async function restoreCuration({ tx, now, changes }: EditTools, events: readonly RowImage[]): Promise<void> {
	await tx.$executeRaw`
		update "Event" e set curation = r.curation, "editedFields" = r."editedFields", "mergedIntoId" = r."mergedIntoId",
			revision = e.revision + 1, "updatedAt" = ${now},
			"keyTerms" = case when e.curation = 'MERGED' then r."keyTerms" else e."keyTerms" end,
			centroid = case when e.curation = 'MERGED' then r.centroid else e.centroid end
		from jsonb_populate_recordset(null::"Event", ${JSON.stringify(events)}::jsonb) r
		where e.id = r.id and e.curation <> 'RETRACTED'`;
	for (const { id: nodeId } of events)
		changes.push({ kind: "UPDATED", nodeType: "EVENT", nodeId, fields: ["curation", "mergedInto"] });
}
