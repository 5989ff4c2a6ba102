import { isMerelyRetold } from "../causality/later-mentions.js";
import type { PendingChange } from "../change-log.js";
import { decideFace, faceColumns } from "../event/face.js";
import { readFaceMentions } from "../event/read-face-mentions.js";
import type { SqlTransaction } from "../sql-transaction.js";
import type { EventWords, WrittenEvents } from "./event-rows.js";

/**
 * Brings what is stored of events in line with their current mentions and links: face, times, counts. Three statements,
 * whatever the number of events. An event that no article speaks of any more is retracted; its id keeps answering. One that was merged
 * away is left as it is, and so is what an editor has set (`editedFields`).
 * @param retelling the article that is new, if nothing else is: then it is looked at what answers that show these events have of it.
 * @returns those of the events that such answers show as before.
 */
export async function refreshEvents(
	tx: SqlTransaction,
	eventIds: readonly string[],
	now: Date,
	changes: PendingChange[],
	written: WrittenEvents = NOTHING_WRITTEN,
	retelling: string | null = null,
): Promise<ReadonlySet<string>> {
	const touched = [...new Set(eventIds)];
	const ids = touched.filter((id) => !written.final.has(id));
	const { silent, retracted, asBefore } = await refresh(tx, ids, now, written.words, retelling);
	const fields = ["title", "status", "time", "articles", "causes"];
	for (const nodeId of retracted) changes.push({ kind: "RETRACTED", nodeType: "EVENT", nodeId });
	for (const nodeId of touched)
		if (!silent.has(nodeId)) changes.push({ kind: "UPDATED", nodeType: "EVENT", nodeId, fields });
	return asBefore;
}

const NOTHING_WRITTEN: WrittenEvents = { final: new Set(), words: new Map() };

/** @returns the events that nobody speaks of any more, those of them of which somebody did until now, and those that answers show as before. */
async function refresh(
	tx: SqlTransaction,
	ids: readonly string[],
	now: Date,
	words: ReadonlyMap<string, EventWords>,
	retelling: string | null,
): Promise<{ silent: ReadonlySet<string>; retracted: string[]; asBefore: ReadonlySet<string> }> {
	if (ids.length === 0) return { silent: new Set(), retracted: [], asBefore: new Set() };
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
	const updated = await tx.$queryRaw<{ id: string; hasFace: boolean; hasTerms: boolean }[]>`
		update "Event" e set
			title = case when 'title' = any(e."editedFields") then e.title else r.title end,
			type = case when 'type' = any(e."editedFields") then e.type else r.type end,
			status = case when 'status' = any(e."editedFields") then e.status else r.status end,
			"timeValue" = case when 'time' = any(e."editedFields") then e."timeValue" else r."timeValue" end,
			"timeStart" = case when 'time' = any(e."editedFields") then e."timeStart" else r."timeStart" end,
			"timeEnd" = case when 'time' = any(e."editedFields") then e."timeEnd" else r."timeEnd" end,
			"timeGranularity" = case when 'time' = any(e."editedFields") then e."timeGranularity" else r."timeGranularity" end,
			"timeApproximate" = case when 'time' = any(e."editedFields") then e."timeApproximate" else r."timeApproximate" end,
			"timeText" = case when 'time' = any(e."editedFields") then e."timeText" else r."timeText" end,
			"timeAnchor" = case when 'time' = any(e."editedFields") then e."timeAnchor" else r."timeAnchor" end,
			confidence = r.confidence,
			"firstReportedAt" = a.first, "lastReportedAt" = a.last, "articleCount" = a.articles, "originalCount" = a.originals,
			"occurredAt" = coalesce(case when 'time' = any(e."editedFields") then e."timeStart" else r."timeStart" end, a.first),
			"causeCount" = (select count(*) from "CausalLink" l where l."effectId" = e.id and l.supporting > 0 and l.status <> 'RETRACTED'),
			curation = case when e.curation <> 'RETRACTED' then e.curation when e."editedFields" = '{}' then 'AUTOMATIC' else 'EDITED' end,
			"keyTerms" = coalesce(r."keyTerms", e."keyTerms"), centroid = coalesce(r.centroid, e.centroid),
			"reportCount" = coalesce(r."reportCount", e."reportCount"), alike = coalesce(r.alike, e.alike),
			revision = e.revision + 1, "updatedAt" = ${now}
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
			id uuid, title text, type "EventType", status "OccurrenceStatus", confidence float8, "timeValue" text, "timeStart" timestamptz,
			"timeEnd" timestamptz, "timeGranularity" "TimeGranularity", "timeApproximate" boolean, "timeText" text, "timeAnchor" timestamptz,
			"keyTerms" text[], centroid jsonb, "reportCount" int, alike float8)
		join "Event" o on o.id = r.id
		cross join lateral (
			select min(x."publishedAt") as first, max(x."publishedAt") as last, count(*) as articles, count(*) filter (where not x."isCopy") as originals
			from "EventArticle" x where x."eventId" = r.id) a
		where e.id = r.id
		returning e.id, e."keyTerms" = o."keyTerms" as "hasTerms", (e.title, e.type, e.status, e."timeValue", e."timeStart", e."timeEnd", e."timeGranularity",
			e."timeApproximate", e."timeText", e."timeAnchor", e."firstReportedAt", e."occurredAt", e.curation) is not distinct from (o.title, o.type, o.status,
			o."timeValue", o."timeStart", o."timeEnd", o."timeGranularity", o."timeApproximate", o."timeText", o."timeAnchor", o."firstReportedAt",
			o."occurredAt", o.curation) as "hasFace"`;
	const asBefore = updated.filter(({ id, hasFace, hasTerms }) => {
		const told = mentions.get(id) ?? [];
		// By the terms of an event that articles are about, answers find it.
		return retelling && hasFace && (hasTerms || told[0]?.role !== "MAIN") && isMerelyRetold(told, retelling);
	});
	const shown = new Set(asBefore.map(({ id }) => id));
	if (silent.length === 0) return { silent: new Set(), retracted: [], asBefore: shown };
	const retracted = await tx.$queryRaw<{ id: string }[]>`
		update "Event" set curation = 'RETRACTED', "articleCount" = 0, "originalCount" = 0, "causeCount" = 0,
			revision = revision + 1, "updatedAt" = ${now}
		where id = any(${silent}::uuid[]) and curation not in ('MERGED', 'RETRACTED') returning id`;
	return { silent: new Set(silent), retracted: retracted.map(({ id }) => id), asBefore: shown };
}
