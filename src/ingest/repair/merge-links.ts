import {
	decideMergedLinks,
	type EventMerge,
	endsAfter,
	type MergedLinks,
	type StoredLink,
} from "../../causality/merged-links.js";
import type { PendingChange } from "../../change-log.js";
import { insertRows } from "../../insert-rows.js";
import type { SqlTransaction } from "../../sql-transaction.js";
import { readEffects, readLinks, UNWEIGHED } from "../find-links.js";
import { refreshLinks } from "../write-links.js";
import { readTimes } from "./event-times.js";

/**
 * Takes the links of events that are merged away to the one that is kept (`decideMergedLinks`). Links keep their ids; those that
 * are over are retracted and stay at the events merged away. At most a dozen statements, whatever the number of links.
 * @returns events at the effect end of links that were touched.
 */
export async function mergeLinks(
	tx: SqlTransaction,
	merge: EventMerge,
	now: Date,
	changes: PendingChange[],
): Promise<string[]> {
	const links = await readLinksAt(tx, merge.awayIds);
	if (links.length === 0) return [];
	const wanted = links.map((link) => endsAfter(link, merge));
	const occupants = await readLinks(tx, wanted);
	const effects = await readEffects(tx, [merge.keepId, ...merge.awayIds]);
	const ends = wanted.flatMap(({ causeId, effectId }) => [causeId, effectId]);
	const timeOf = await readTimes(tx, ends, [merge.keepId, ...merge.awayIds]);
	const decided = decideMergedLinks(links, occupants, merge, effects, timeOf);
	await settleEvidence(tx, decided, now);
	await settleLinks(tx, decided, occupants, now, changes);
	await refreshLinks(
		tx,
		[...new Set([...decided.moved.map(({ id }) => id), ...decided.joined.map(({ intoId }) => intoId)])],
		now,
		changes,
	);
	return [...new Set([...links, ...wanted].map(({ effectId }) => effectId))];
}

/** The links at these events that are to follow: what is retracted has nothing to stand on, unless an editor has made it or decided on it. */
function readLinksAt(tx: SqlTransaction, eventIds: readonly string[]): Promise<StoredLink[]> {
	return tx.$queryRaw<StoredLink[]>`
		select l.id, l."causeId", l."effectId", l.relation, l.mode, l.basis, l.status, l.confidence, l.revision, l."createdAt", l."reviewedAt"
		from (
			select id from "CausalLink" where "causeId" = any(${[...eventIds]}::uuid[])
			union
			select id from "CausalLink" where "effectId" = any(${[...eventIds]}::uuid[])
		) found join "CausalLink" l on l.id = found.id
		where l.status <> 'RETRACTED' or l.basis = 'CURATED' or l."reviewedAt" is not null order by l.id`;
}

/** Evidence goes along with the links that are joined; that of links that are over is held back. */
async function settleEvidence(tx: SqlTransaction, { joined, closed }: MergedLinks, now: Date): Promise<void> {
	if (closed.length > 0)
		await tx.$executeRaw`
			update "Evidence" set "supersededAt" = ${now}, "heldBack" = true
			where "linkId" = any(${closed}::uuid[]) and "supersededAt" is null`;
	if (joined.length > 0)
		await tx.$executeRaw`
			update "Evidence" e set "linkId" = r."intoId"
			from jsonb_to_recordset(${JSON.stringify(joined)}::jsonb) as r(id uuid, "intoId" uuid) where e."linkId" = r.id`;
}

async function settleLinks(
	tx: SqlTransaction,
	{ moved, joined, displaced, closed }: MergedLinks,
	occupants: readonly StoredLink[],
	now: Date,
	changes: PendingChange[],
): Promise<void> {
	// Two links cannot change places: no two ever have the same ends. So one is taken out, and written anew under its id.
	const away = new Map(displaced.map((link) => [link.id, link]));
	if (away.size > 0) await tx.$executeRaw`delete from "CausalLink" where id = any(${[...away.keys()]}::uuid[])`;
	if (moved.length > 0)
		await tx.$executeRaw`
			update "CausalLink" l set "causeId" = r."causeId", "effectId" = r."effectId", revision = l.revision + 1, "updatedAt" = ${now}
			from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as r(id uuid, "causeId" uuid, "effectId" uuid) where l.id = r.id`;
	await insertRows(
		tx,
		"CausalLink",
		occupants.flatMap(({ id, mode, basis, createdAt, reviewedAt, revision }) => {
			const ends = away.get(id);
			const kept = { mode, basis, createdAt, reviewedAt };
			const row = { ...kept, revision: revision + 1, updatedAt: now, status: "RETRACTED" as const };
			return ends ? [{ ...ends, ...row, ...UNWEIGHED }] : [];
		}),
	);
	const over = [...joined.map(({ id }) => id), ...closed].filter((id) => !away.has(id));
	if (over.length > 0)
		await tx.$executeRaw`
			update "CausalLink" set status = 'RETRACTED', confidence = 0, supporting = 0, contradicting = 0, "independentSources" = 0,
				"attributedOnly" = false, "firstStatedAt" = null, revision = revision + 1, "updatedAt" = ${now}
			where id = any(${over}::uuid[])`;
	for (const { id: nodeId } of moved)
		changes.push({ kind: "UPDATED", nodeType: "CAUSAL_LINK", nodeId, fields: ["cause", "effect"] });
	for (const nodeId of [...over, ...away.keys()]) changes.push({ kind: "RETRACTED", nodeType: "CAUSAL_LINK", nodeId });
}
