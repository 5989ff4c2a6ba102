import { closesCycle } from "../causality/decide-links.js";
import { isEdited, type LinkEnds, linkKey, type StoredLink } from "../causality/merged-links.js";
import type { PendingChange } from "../change-log.js";
import type { CausalMode, LinkBasis, Prisma } from "../generated/prisma/client.js";
import { insertRows } from "../insert-rows.js";
import type { SqlTransaction } from "../sql-transaction.js";

/** Events looked at in search of a circle; a web of causes wider than this has other faults. */
const CYCLE_SEARCH_LIMIT = 5_000;

/** A link that a claim needs. */
export interface WantedLink extends LinkEnds {
	mode: CausalMode;
	basis: LinkBasis;
}

/**
 * Finds links by their ends, or makes them. One that would close a circle is not made, and one that was retracted is not given for use
 * again if it would. At most three statements.
 * @returns ids by `linkKey`; absent where there may be no link.
 */
export async function findOrCreateLinks(
	tx: SqlTransaction,
	wanted: readonly WantedLink[],
	newId: () => string,
	changes: PendingChange[],
): Promise<Map<string, string>> {
	if (wanted.length === 0) return new Map();
	const known = new Map((await readLinks(tx, wanted)).map((link) => [linkKey(link), link]));
	const ids = new Map<string, string>();
	// What an editor has retracted stays so, whatever is said under it.
	for (const [key, link] of known) if (link.status !== "RETRACTED" || isEdited(link)) ids.set(key, link.id);
	const fresh = wanted.filter((link) => !ids.has(linkKey(link)));
	if (fresh.length === 0) return ids;
	const effects = await readEffects(
		tx,
		fresh.map(({ effectId }) => effectId),
	);
	const rows: Prisma.CausalLinkCreateManyInput[] = [];
	for (const link of fresh) {
		const { causeId, effectId } = link;
		const key = linkKey(link);
		if (ids.has(key) || closesCycle(causeId, effectId, (id) => effects.get(id) ?? [])) continue;
		effects.set(causeId, (effects.get(causeId) ?? new Set()).add(effectId));
		const retracted = known.get(key);
		if (retracted) {
			ids.set(key, retracted.id);
			continue;
		}
		const id = newId();
		ids.set(key, id);
		// Weighed once the evidence is written.
		rows.push({ ...linkColumns(link), id, status: "PROPOSED", ...UNWEIGHED });
		changes.push({ kind: "CREATED", nodeType: "CAUSAL_LINK", nodeId: id });
	}
	await insertRows(tx, "CausalLink", rows);
	return ids;
}

const linkColumns = ({ causeId, effectId, relation, mode, basis }: WantedLink): WantedLink => ({
	causeId,
	effectId,
	relation,
	mode,
	basis,
});

/** The columns of a link without evidence. */
export const UNWEIGHED = {
	confidence: 0,
	supporting: 0,
	contradicting: 0,
	independentSources: 0,
	attributedOnly: false,
};

/** The links that have these ends. One statement. */
export async function readLinks(tx: SqlTransaction, ends: readonly LinkEnds[]): Promise<StoredLink[]> {
	const keys = ends.map(({ causeId, effectId, relation }) => ({ causeId, effectId, relation }));
	return tx.$queryRaw<StoredLink[]>`
		select distinct l.id, l."causeId", l."effectId", l.relation, l.mode, l.basis, l.status, l.confidence, l.revision, l."createdAt", l."reviewedAt"
		from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as w("causeId" uuid, "effectId" uuid, relation "CausalRelation")
		join "CausalLink" l on l."causeId" = w."causeId" and l."effectId" = w."effectId" and l.relation = w.relation`;
}

/** All that is reached from these events by links that are not retracted: direct effects by event. One statement. */
export async function readEffects(tx: SqlTransaction, from: readonly string[]): Promise<Map<string, Set<string>>> {
	const rows = await tx.$queryRaw<{ causeId: string; effectId: string }[]>`
		with recursive reached(id) as (
			select unnest(${[...from]}::uuid[])
			union
			select l."effectId" from reached r join "CausalLink" l on l."causeId" = r.id and l.status <> 'RETRACTED'
		)
		select l."causeId", l."effectId" from (select id from reached limit ${CYCLE_SEARCH_LIMIT}) r
		join "CausalLink" l on l."causeId" = r.id and l.status <> 'RETRACTED'`;
	const effects = new Map<string, Set<string>>();
	for (const { causeId, effectId } of rows) effects.set(causeId, (effects.get(causeId) ?? new Set()).add(effectId));
	return effects;
}
