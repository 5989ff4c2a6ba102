import type { ArticleDraft } from "../article/article-draft.js";
import { closesCycle, decideLinks, type LinkDraft } from "../causality/decide-links.js";
import { type WeighedEvidence, weighEvidence } from "../causality/weigh-evidence.js";
import type { PendingChange } from "../change-log.js";
import type { Placement } from "../event/place-article.js";
import type { CausalRelation, Prisma } from "../generated/prisma/client.js";
import { insertRows } from "../insert-rows.js";
import type { Analysis } from "../language/analysis.js";
import type { SqlTransaction } from "../sql-transaction.js";
import type { WrittenArticle } from "./write-article.js";

/** Events looked at in search of a circle; a web of causes wider than this has other faults. */
const CYCLE_SEARCH_LIMIT = 5_000;

/**
 * Writes the article's claims as evidence, under links that exist or are made. A claim that would close a circle, or that the
 * dates contradict, is left out: the graph stays a record of what can be.
 * @returns the links touched.
 */
export async function writeLinks(
	tx: SqlTransaction,
	article: WrittenArticle,
	draft: ArticleDraft,
	analysis: Analysis,
	placement: Placement,
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<string[]> {
	const drafts = decideLinks(placement.claims, (eventId) => placement.profiles.get(eventId)?.time ?? null).flatMap(
		(decision) => (decision.kind === "link" ? [decision.draft] : []),
	);
	if (drafts.length === 0) return [];
	const linkIds = await findOrCreateLinks(tx, drafts, newId, changes);
	const rows: Prisma.EvidenceCreateManyInput[] = [];
	drafts.forEach(({ claim, causeId, effectId }, index) => {
		const linkId = linkIds.get(linkKey(causeId, effectId, claim.relation));
		if (!linkId) return;
		const sentence = analysis.sentences[claim.sentence] ?? { start: claim.cause.start, end: claim.effect.end };
		rows.push({
			id: newId(),
			linkId,
			articleId: article.id,
			revisionId: article.revisionId,
			sourceId: article.sourceId,
			index,
			spanStart: sentence.start,
			spanEnd: sentence.end,
			signalStart: claim.signal?.start ?? null,
			signalEnd: claim.signal?.end ?? null,
			exact: draft.text.slice(sentence.start, sentence.end).toWellFormed(),
			signal: claim.signal ? draft.text.slice(claim.signal.start, claim.signal.end).toWellFormed() : null,
			relation: claim.relation,
			mode: claim.mode,
			basis: claim.basis,
			stance: claim.stance,
			attributedTo: claim.attributedTo,
			certainty: claim.certainty,
			confidence: claim.confidence,
			publishedAt: draft.publishedAt,
			recordedAt: now,
			isCopy: article.isBasedOnId !== null,
		});
	});
	await insertRows(tx, "Evidence", rows);
	return [...new Set(rows.map(({ linkId }) => linkId))];
}

const linkKey = (causeId: string, effectId: string, relation: CausalRelation): string =>
	`${causeId} ${effectId} ${relation}`;

async function findOrCreateLinks(
	tx: SqlTransaction,
	drafts: readonly LinkDraft[],
	newId: () => string,
	changes: PendingChange[],
): Promise<Map<string, string>> {
	const wanted = drafts.map(({ claim, causeId, effectId }) => ({ causeId, effectId, relation: claim.relation }));
	const known = await tx.$queryRaw<{ id: string; causeId: string; effectId: string; relation: CausalRelation }[]>`
		select l.id, l."causeId", l."effectId", l.relation
		from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("causeId" uuid, "effectId" uuid, relation "CausalRelation")
		join "CausalLink" l on l."causeId" = w."causeId" and l."effectId" = w."effectId" and l.relation = w.relation`;
	const ids = new Map(known.map((link) => [linkKey(link.causeId, link.effectId, link.relation), link.id]));
	const fresh = drafts.filter(({ claim, causeId, effectId }) => !ids.has(linkKey(causeId, effectId, claim.relation)));
	if (fresh.length === 0) return ids;
	const effects = await readEffects(
		tx,
		fresh.map(({ effectId }) => effectId),
	);
	const rows: Prisma.CausalLinkCreateManyInput[] = [];
	for (const { claim, causeId, effectId } of fresh) {
		const key = linkKey(causeId, effectId, claim.relation);
		if (ids.has(key) || closesCycle(causeId, effectId, (id) => effects.get(id) ?? [])) continue;
		const id = newId();
		ids.set(key, id);
		effects.set(causeId, (effects.get(causeId) ?? new Set()).add(effectId));
		rows.push({
			id,
			causeId,
			effectId,
			relation: claim.relation,
			mode: claim.mode,
			basis: claim.basis,
			// Weighed once the evidence is written.
			status: "PROPOSED",
			confidence: 0,
			supporting: 0,
			contradicting: 0,
			independentSources: 0,
			attributedOnly: false,
		});
		changes.push({ kind: "CREATED", nodeType: "CAUSAL_LINK", nodeId: id });
	}
	await insertRows(tx, "CausalLink", rows);
	return ids;
}

/** All that is reached from these events by links: direct effects by event. One statement. */
async function readEffects(tx: SqlTransaction, from: readonly string[]): Promise<Map<string, Set<string>>> {
	const rows = await tx.$queryRaw<{ causeId: string; effectId: string }[]>`
		with recursive reached(id) as (
			select unnest(${[...from]}::uuid[])
			union
			select l."effectId" from reached r join "CausalLink" l on l."causeId" = r.id
		)
		select l."causeId", l."effectId" from (select id from reached limit ${CYCLE_SEARCH_LIMIT}) r join "CausalLink" l on l."causeId" = r.id`;
	const effects = new Map<string, Set<string>>();
	for (const { causeId, effectId } of rows) effects.set(causeId, (effects.get(causeId) ?? new Set()).add(effectId));
	return effects;
}

/** Weighs links anew from their current evidence. @returns the events at the effect end, whose causes may have changed. */
export async function refreshLinks(
	tx: SqlTransaction,
	linkIds: readonly string[],
	now: Date,
	changes: PendingChange[],
): Promise<string[]> {
	if (linkIds.length === 0) return [];
	const rows = await tx.$queryRaw<LinkEvidence[]>`
		select l.id, l."effectId", l.basis = 'CURATED' as "isCurated", e."articleId", coalesce(s."ownerGroup", e."sourceId"::text) as voice,
			e.stance, e.mode, e.basis, e."attributedTo", e.confidence, e."publishedAt", e."isCopy"
		from unnest(${[...linkIds]}::uuid[]) as wanted(id)
		join "CausalLink" l on l.id = wanted.id
		left join "Evidence" e on e."linkId" = l.id and e."supersededAt" is null
		left join "Source" s on s.id = e."sourceId"
		order by l.id, e."publishedAt", e.id`;
	const links = new Map<string, LinkEvidence[]>();
	for (const row of rows) links.set(row.id, [...(links.get(row.id) ?? []), row]);
	const weighed: unknown[] = [];
	for (const [id, evidence] of links) {
		// What an editor has decided, the pipeline may add evidence to but not change.
		if (evidence[0]?.isCurated) continue;
		const { support, ...weight } = weighEvidence(evidence.filter(isEvidence));
		weighed.push({ id, ...weight, ...support });
		changes.push({ kind: "UPDATED", nodeType: "CAUSAL_LINK", nodeId: id, fields: ["confidence", "status", "support"] });
	}
	await tx.$executeRaw`
		update "CausalLink" l set confidence = r.confidence, status = r.status, mode = r.mode, basis = r.basis, supporting = r.supporting,
			contradicting = r.contradicting, "independentSources" = r."independentSources", "attributedOnly" = r."attributedOnly",
			"firstStatedAt" = r."firstStatedAt", revision = l.revision + 1, "updatedAt" = ${now}
		from jsonb_populate_recordset(null::"CausalLink", ${JSON.stringify(weighed)}::jsonb) r where l.id = r.id`;
	return [...new Set(rows.map(({ effectId }) => effectId))];
}

/** A link with one sentence about it; with nulls in place of the sentence where it has none left. */
interface LinkEvidence extends WeighedEvidence {
	id: string;
	effectId: string;
	isCurated: boolean;
}

const isEvidence = ({ articleId }: { articleId: string | null }): boolean => articleId !== null;
