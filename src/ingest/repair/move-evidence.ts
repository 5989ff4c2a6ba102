import { linkKey } from "../../causality/merged-links.js";
import { decideMovedClaim, type MovedClaim } from "../../causality/moved-claims.js";
import type { PendingChange } from "../../change-log.js";
import type { CausalRelation } from "../../generated/prisma/client.js";
import type { SqlTransaction } from "../../sql-transaction.js";
import { findOrCreateLinks } from "../find-links.js";
import { refreshLinks } from "../write-links.js";
import { readTimes } from "./event-times.js";

/**
 * Gives the claims of mentions that have moved to the links between the events of these mentions. Where there may be no such link the
 * evidence stays where it was and is held back: it counts nowhere, and is looked at again when one of its mentions moves. A dozen
 * statements, whatever the number of mentions.
 * @param changed the events whose mentions have moved.
 * @returns events at the effect end of links that were touched.
 */
export async function moveEvidence(
	tx: SqlTransaction,
	mentionIds: readonly string[],
	changed: readonly string[],
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<string[]> {
	const claims = await readClaims(tx, mentionIds);
	if (claims.length === 0) return [];
	const timeOf = await readTimes(
		tx,
		claims.flatMap(({ ends }) => [ends.causeId, ends.effectId]),
		changed,
	);
	const decisions = claims.map((claim) => decideMovedClaim(claim, timeOf));
	const leaving = decisions.flatMap(({ kind, claim }) => (kind === "stays" || claim.isHeldBack ? [] : [claim]));
	const going = decisions.flatMap(({ kind, claim }) => (kind === "goes" ? [claim] : []));
	// First they all leave: a link that has nothing left to stand on is in nobody's way.
	await holdBack(
		tx,
		leaving.map(({ evidenceId }) => evidenceId),
		now,
	);
	const left = await refreshLinks(tx, linksOf(leaving), now, changes);
	const linkIds = await findOrCreateLinks(
		tx,
		going.map(({ ends, mode, basis }) => ({ ...ends, mode, basis })),
		newId,
		changes,
	);
	const settled = going.flatMap(({ evidenceId, ends }) => {
		const linkId = linkIds.get(linkKey(ends));
		return linkId ? [{ id: evidenceId, linkId }] : [];
	});
	if (settled.length === 0) return left;
	await tx.$executeRaw`
		update "Evidence" e set "linkId" = r."linkId", "supersededAt" = null, "heldBack" = false
		from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as r(id uuid, "linkId" uuid) where e.id = r.id`;
	const joined = await refreshLinks(tx, [...new Set(settled.map(({ linkId }) => linkId))], now, changes);
	return [...new Set([...left, ...joined])];
}

const linksOf = (claims: readonly MovedClaim[]): string[] => [...new Set(claims.map(({ linkId }) => linkId))];

async function holdBack(tx: SqlTransaction, evidenceIds: readonly string[], now: Date): Promise<void> {
	if (evidenceIds.length === 0) return;
	await tx.$executeRaw`
		update "Evidence" set "supersededAt" = ${now}, "heldBack" = true where id = any(${[...evidenceIds]}::uuid[])`;
}

/** The claims that join these mentions to others and that their articles still make. One statement. */
async function readClaims(tx: SqlTransaction, mentionIds: readonly string[]): Promise<MovedClaim[]> {
	const ids = [...mentionIds];
	const rows = await tx.$queryRaw<ClaimRow[]>`
		select e.id as "evidenceId", e.mode, e.basis, e.relation, e."heldBack" as "isHeldBack", e."linkId",
			l."causeId" as "linkCauseId", l."effectId" as "linkEffectId", l.relation as "linkRelation",
			c."eventId" as "causeId", f."eventId" as "effectId"
		from (
			select id from "Evidence" where "causeMentionId" = any(${ids}::uuid[])
			union
			select id from "Evidence" where "effectMentionId" = any(${ids}::uuid[])
		) found
		join "Evidence" e on e.id = found.id
		join "CausalLink" l on l.id = e."linkId"
		join "Mention" c on c.id = e."causeMentionId"
		join "Mention" f on f.id = e."effectMentionId"
		where e."supersededAt" is null or e."heldBack"
		order by e."publishedAt", e.id`;
	return rows.map(({ relation, causeId, effectId, linkCauseId, linkEffectId, linkRelation, ...row }) => ({
		...row,
		link: { causeId: linkCauseId, effectId: linkEffectId, relation: linkRelation },
		ends: { causeId, effectId, relation },
	}));
}

type ClaimRow = Omit<MovedClaim, "link" | "ends"> & {
	relation: CausalRelation;
	causeId: string;
	effectId: string;
	linkCauseId: string;
	linkEffectId: string;
	linkRelation: CausalRelation;
};
