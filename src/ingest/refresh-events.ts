import type { PendingChange } from "../change-log.js";
import { decideFace, faceColumns } from "../event/face.js";
import { readFaceMentions } from "../event/read-face-mentions.js";
import type { SqlTransaction } from "../sql-transaction.js";
import type { EventWords, WrittenEvents } from "./event-rows.js";

/**
 * Brings what is stored of events in line with their current mentions and links: face, times, counts. Three statements,
 * whatever the number of events. An event that no article speaks of any more is retracted; its id keeps answering. One that was merged
 * away is left as it is.
 */
export async function refreshEvents(
	tx: SqlTransaction,
	eventIds: readonly string[],
	now: Date,
	changes: PendingChange[],
	written: WrittenEvents = NOTHING_WRITTEN,
): Promise<void> {
	const touched = [...new Set(eventIds)];
	const ids = touched.filter((id) => !written.final.has(id));
	const { silent, retracted } = await refresh(tx, ids, now, written.words);
	const fields = ["title", "status", "time", "articles", "causes"];
	for (const nodeId of retracted) changes.push({ kind: "RETRACTED", nodeType: "EVENT", nodeId });
	for (const nodeId of touched)
		if (!silent.has(nodeId)) changes.push({ kind: "UPDATED", nodeType: "EVENT", nodeId, fields });
}

const NOTHING_WRITTEN: WrittenEvents = { final: new Set(), words: new Map() };

/** @returns the events that nobody speaks of any more, and those of them of which somebody did until now. */
async function refresh(
	tx: SqlTransaction,
	ids: readonly string[],
	now: Date,
	words: ReadonlyMap<string, EventWords>,
): Promise<{ silent: ReadonlySet<string>; retracted: string[] }> {
	if (ids.length === 0) return { silent: new Set(), retracted: [] };
	const mentions = await readFaceMentions(tx, ids, null);
	const rows = ids.flatMap((id) => {
		const own = mentions.get(id);
		if (!own) return [];
		return [
			{
				id,
				...faceColumns(decideFace(own)),
				confidence: Math.max(...own.map(({ confidence }) => confidence)),
				...words.get(id),
			},
		];
	});
	const silent = ids.filter((id) => !mentions.has(id));
	await tx.$executeRaw`
		update "Event" e set
			title = r.title, type = r.type, status = r.status, confidence = r.confidence,
			"timeValue" = r."timeValue", "timeStart" = r."timeStart", "timeEnd" = r."timeEnd", "timeGranularity" = r."timeGranularity",
			"timeApproximate" = r."timeApproximate", "timeText" = r."timeText", "timeAnchor" = r."timeAnchor",
			"firstReportedAt" = a.first, "lastReportedAt" = a.last, "articleCount" = a.articles, "originalCount" = a.originals,
			"occurredAt" = coalesce(r."timeStart", a.first),
			"causeCount" = (select count(*) from "CausalLink" l where l."effectId" = e.id and l.supporting > 0 and l.status <> 'RETRACTED'),
			curation = case when e.curation = 'RETRACTED' then 'AUTOMATIC' else e.curation end,
			"keyTerms" = coalesce(r."keyTerms", e."keyTerms"), centroid = coalesce(r.centroid, e.centroid),
			"reportCount" = coalesce(r."reportCount", e."reportCount"), alike = coalesce(r.alike, e.alike),
			revision = e.revision + 1, "updatedAt" = ${now}
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
			id uuid, title text, type "EventType", status "OccurrenceStatus", confidence float8, "timeValue" text, "timeStart" timestamptz,
			"timeEnd" timestamptz, "timeGranularity" "TimeGranularity", "timeApproximate" boolean, "timeText" text, "timeAnchor" timestamptz,
			"keyTerms" text[], centroid jsonb, "reportCount" int, alike float8)
		cross join lateral (
			select min(x."publishedAt") as first, max(x."publishedAt") as last, count(*) as articles, count(*) filter (where not x."isCopy") as originals
			from "EventArticle" x where x."eventId" = r.id) a
		where e.id = r.id`;
	if (silent.length === 0) return { silent: new Set(), retracted: [] };
	const retracted = await tx.$queryRaw<{ id: string }[]>`
		update "Event" set curation = 'RETRACTED', "articleCount" = 0, "originalCount" = 0, "causeCount" = 0,
			revision = revision + 1, "updatedAt" = ${now}
		where id = any(${silent}::uuid[]) and curation not in ('MERGED', 'RETRACTED') returning id`;
	return { silent: new Set(silent), retracted: retracted.map(({ id }) => id) };
}
