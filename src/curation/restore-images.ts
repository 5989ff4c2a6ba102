import { closesCycle } from "../causality/decide-links.js";
import { markContexts } from "../ingest/contexts/mark-contexts.js";
import { readEffects } from "../ingest/find-links.js";
import { refreshEvents } from "../ingest/refresh-events.js";
import { insertRows } from "../insert-rows.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { changedRows, type EventImages, type RowImage } from "./event-images.js";
import type { EditTools } from "./make-edit.js";
import { type Refusal, refused } from "./refusal.js";

/**
 * Writes rows back as they were, byte for byte, where nothing but the edit itself has changed them since. Each mention's way back is on record, too. What the
 * edit has made is not in the images: it is left without mentions and evidence. Two dozen statements, whatever the number of rows.
 * @param current the rows as they are.
 * @param scope the events whose rows are in the images, those that the edit has made too.
 */
export async function restoreImages(
	tools: EditTools,
	before: EventImages,
	current: EventImages,
	scope: readonly string[],
	reason: string,
): Promise<Refusal | null> {
	const { tx, now, changes } = tools;
	await restoreMentions(tx, before, reason, now);
	await restorePlaces(tx, before, scope);
	const links = await restoreLinks(tools, before, current);
	await tx.$executeRaw`
		update "Event" e set title = r.title, summary = r.summary, type = r.type, status = r.status, "timeValue" = r."timeValue",
			"timeStart" = r."timeStart", "timeEnd" = r."timeEnd", "timeGranularity" = r."timeGranularity",
			"timeApproximate" = r."timeApproximate", "timeText" = r."timeText", "timeAnchor" = r."timeAnchor", "occurredAt" = r."occurredAt",
			"firstReportedAt" = r."firstReportedAt", "lastReportedAt" = r."lastReportedAt", image = r.image, curation = r.curation,
			"editedFields" = r."editedFields", confidence = r.confidence, "mergedIntoId" = r."mergedIntoId",
			"articleCount" = r."articleCount", "originalCount" = r."originalCount", "causeCount" = r."causeCount",
			"keyTerms" = r."keyTerms", centroid = r.centroid, "reportCount" = r."reportCount", alike = r.alike,
			revision = e.revision + 1, "updatedAt" = ${now}
		from jsonb_populate_recordset(null::"Event", ${JSON.stringify(before.events)}::jsonb) r where e.id = r.id`;
	const fields = ["title", "status", "time", "articles", "causes", "mergedInto"];
	for (const { id: nodeId } of before.events) changes.push({ kind: "UPDATED", nodeType: "EVENT", nodeId, fields });
	const circle = await circleRefusal(tx, links, current);
	if (circle) return circle;
	const ends = [...links, ...current.links].flatMap(({ causeId, effectId }) => [String(causeId), String(effectId)]);
	const others = [...new Set(ends)].filter((id) => !scope.includes(id));
	await refreshEvents(tx, others, now, changes);
	await markContexts(tx, [...new Set([...scope, ...others])], now);
	return null;
}

async function restoreMentions(
	tx: SqlTransaction,
	{ mentions }: EventImages,
	reason: string,
	now: Date,
): Promise<void> {
	const json = JSON.stringify(mentions);
	await tx.$executeRaw`
		insert into "MentionMove" ("mentionId", "fromEventId", "toEventId", at, reason)
		select m.id, m."eventId", r."eventId", ${now}, ${reason}
		from jsonb_to_recordset(${json}::jsonb) as r(id uuid, "eventId" uuid) join "Mention" m on m.id = r.id
		where m."eventId" <> r."eventId" order by m.id`;
	await tx.$executeRaw`
		update "Mention" m set "eventId" = r."eventId", "matchReason" = r."matchReason"
		from jsonb_to_recordset(${json}::jsonb) as r(id uuid, "eventId" uuid, "matchReason" text)
		where m.id = r.id and (m."eventId", m."matchReason") is distinct from (r."eventId", r."matchReason")`;
}

/** Which articles mention the events, and who takes part. */
async function restorePlaces(tx: SqlTransaction, before: EventImages, scope: readonly string[]): Promise<void> {
	await tx.$executeRaw`delete from "EventArticle" where "eventId" = any(${[...scope]}::uuid[])`;
	await tx.$executeRaw`
		insert into "EventArticle" select r.* from jsonb_populate_recordset(null::"EventArticle", ${JSON.stringify(before.articles)}::jsonb) r`;
	await tx.$executeRaw`delete from "EventParticipant" where "eventId" = any(${[...scope]}::uuid[])`;
	await tx.$executeRaw`
		insert into "EventParticipant"
		select r.* from jsonb_populate_recordset(null::"EventParticipant", ${JSON.stringify(before.participants)}::jsonb) r`;
}

/**
 * No two links ever have the same ends, and two that change places cannot do so one after the other: so those that have changed are taken out with
 * their evidence, and written anew under their ids. @returns them as they are then.
 */
async function restoreLinks(
	{ tx, now, changes }: EditTools,
	before: EventImages,
	current: EventImages,
): Promise<RowImage[]> {
	const changed = changedRows(current.links, before.links);
	const known = new Set(before.links.map(({ id }) => id));
	const made = current.links.filter(({ id }) => !known.has(id)).map((link) => ({ ...link, ...RETRACTED }));
	const links: RowImage[] = [...changed, ...made];
	const ids = links.map(({ id }) => id);
	const place = new Map(before.evidence.map((row) => [row.id, row]));
	const placed = before.evidence.map(({ id }) => id);
	const rows = await tx.$queryRaw<{ row: { id: string } }[]>`
		select to_jsonb(e) as row from "Evidence" e where "linkId" = any(${ids}::uuid[]) or id = any(${placed}::uuid[]) order by id`;
	const revisions = await tx.$queryRaw<{ id: string; revision: number }[]>`
		select id, revision from "CausalLink" where id = any(${ids}::uuid[])`;
	const revisionOf = new Map(revisions.map(({ id, revision }) => [id, revision]));
	await tx.$executeRaw`delete from "Evidence" where id = any(${rows.map(({ row }) => row.id)}::uuid[])`;
	await tx.$executeRaw`delete from "CausalLink" where id = any(${ids}::uuid[])`;
	const stamped = links.map((link) => ({ ...link, revision: (revisionOf.get(link.id) ?? 0) + 1, updatedAt: now }));
	await insertRows(tx, "CausalLink", stamped as unknown as Parameters<typeof insertRows<"CausalLink">>[2]);
	const evidence = rows.map(({ row }) => ({ ...row, ...place.get(row.id) }));
	await insertRows(tx, "Evidence", evidence as unknown as Parameters<typeof insertRows<"Evidence">>[2]);
	for (const { id: nodeId, status } of links) {
		const kind = status === "RETRACTED" ? "RETRACTED" : "UPDATED";
		changes.push({ kind, nodeType: "CAUSAL_LINK", nodeId, fields: ["cause", "effect", "status", "support"] });
	}
	return links;
}

/** A link that nothing bears out. */
const RETRACTED = {
	status: "RETRACTED",
	confidence: 0,
	supporting: 0,
	contradicting: 0,
	independentSources: 0,
	attributedOnly: false,
	firstStatedAt: null,
};

/** A link that was over meanwhile was in nobody's way: one made since may stand in its own now. */
async function circleRefusal(
	tx: SqlTransaction,
	links: readonly RowImage[],
	current: EventImages,
): Promise<Refusal | null> {
	const over = new Set(current.links.flatMap(({ id, status }) => (status === "RETRACTED" ? [id] : [])));
	const revived = links.filter(({ id, status }) => over.has(id) && status !== "RETRACTED");
	if (revived.length === 0) return null;
	const effects = await readEffects(
		tx,
		revived.map(({ effectId }) => String(effectId)),
	);
	const isCircle = revived.some(({ causeId, effectId }) =>
		closesCycle(String(causeId), String(effectId), (id) => effects.get(id) ?? []),
	);
	return isCircle
		? refused("toRevision", "CONFLICT", "cannot be gone back to: a link made since closes a circle")
		: null;
}
