import type { ArticleDraft } from "../article/article-draft.js";
import { decideLinks } from "../causality/decide-links.js";
import { linkKey } from "../causality/merged-links.js";
import { type WeighedEvidence, weighEvidence } from "../causality/weigh-evidence.js";
import type { PendingChange } from "../change-log.js";
import type { Placement } from "../event/place-article.js";
import type { CausalMode, LinkBasis, LinkStatus, Prisma } from "../generated/prisma/client.js";
import { insertRows } from "../insert-rows.js";
import type { Analysis } from "../language/analysis.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { findOrCreateLinks } from "./find-links.js";
import type { WrittenArticle } from "./write-article.js";

/**
 * Writes the article's claims as evidence, under links that exist or are made. A claim that would close a circle, or that the
 * dates contradict, is left out: the graph stays a record of what can be.
 * @param mentionIds of the placement's mentions.
 * @returns the links touched.
 */
export async function writeLinks(
	tx: SqlTransaction,
	article: WrittenArticle,
	draft: ArticleDraft,
	analysis: Analysis,
	placement: Placement,
	mentionIds: readonly string[],
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<string[]> {
	const drafts = decideLinks(placement.claims, (eventId) => placement.profiles.get(eventId)?.time ?? null).flatMap(
		(decision) => (decision.kind === "link" ? [decision.draft] : []),
	);
	if (drafts.length === 0) return [];
	const wanted = drafts.map(({ claim, cause, effect }) => {
		const { relation, mode, basis } = claim;
		return { causeId: cause.eventId, effectId: effect.eventId, relation, mode, basis };
	});
	const linkIds = await findOrCreateLinks(tx, wanted, newId, changes);
	const rows: Prisma.EvidenceCreateManyInput[] = [];
	drafts.forEach(({ claim, cause, effect }, index) => {
		const linkId = linkIds.get(linkKey({ causeId: cause.eventId, effectId: effect.eventId, relation: claim.relation }));
		if (!linkId) return;
		const sentence = analysis.sentences[claim.sentence] ?? { start: claim.cause.start, end: claim.effect.end };
		rows.push({
			id: newId(),
			linkId,
			causeMentionId: mentionIds[cause.mention] ?? null,
			effectMentionId: mentionIds[effect.mention] ?? null,
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

/** Weighs links anew from their current evidence. @returns the events at the effect end, whose causes may have changed. */
export async function refreshLinks(
	tx: SqlTransaction,
	linkIds: readonly string[],
	now: Date,
	changes: PendingChange[],
): Promise<string[]> {
	if (linkIds.length === 0) return [];
	const rows = await tx.$queryRaw<LinkEvidence[]>`
		select l.id, l."effectId", l.basis as "basisBefore", l.mode as "modeBefore", l.status as "statusBefore",
			l.basis = 'CURATED' or l."reviewedAt" is not null as "isEdited", e."articleId", coalesce(s."ownerGroup", e."sourceId"::text) as voice,
			e.stance, e.mode, e.basis, e."attributedTo", e.confidence, e."publishedAt", e."isCopy"
		from unnest(${[...linkIds]}::uuid[]) as wanted(id)
		join "CausalLink" l on l.id = wanted.id
		-- By themselves, lest all evidence there is be read where no statistics are gathered.
		left join lateral (select x.* from "Evidence" x where x."linkId" = l.id and x."supersededAt" is null offset 0) e on true
		left join lateral (select y."ownerGroup" from "Source" y where y.id = e."sourceId" offset 0) s on true
		order by l.id, e."publishedAt", e.id`;
	const links = new Map<string, LinkEvidence[]>();
	for (const row of rows) links.set(row.id, [...(links.get(row.id) ?? []), row]);
	const weighed: unknown[] = [];
	for (const [id, evidence] of links) {
		const current = evidence.filter(isEvidence);
		// What an editor says stands without a sentence, too.
		if (current.length === 0 && evidence[0]?.basisBefore === "CURATED") continue;
		const { support, ...weight } = weighEvidence(current);
		const decided: Partial<ReturnType<typeof editedColumns>> = evidence[0]?.isEdited ? editedColumns(evidence[0]) : {};
		weighed.push({ id, ...weight, ...support, ...decided });
		const status = decided.status ?? weight.status;
		const isOver = status === "RETRACTED" && evidence[0]?.statusBefore !== "RETRACTED";
		const fields = ["confidence", "status", "support"];
		changes.push({ kind: isOver ? "RETRACTED" : "UPDATED", nodeType: "CAUSAL_LINK", nodeId: id, fields });
	}
	await tx.$executeRaw`
		update "CausalLink" l set confidence = r.confidence, status = r.status, mode = r.mode, basis = r.basis, supporting = r.supporting,
			contradicting = r.contradicting, "independentSources" = r."independentSources", "attributedOnly" = r."attributedOnly",
			"firstStatedAt" = r."firstStatedAt", revision = l.revision + 1, "updatedAt" = ${now}
		from jsonb_populate_recordset(null::"CausalLink", ${JSON.stringify(weighed)}::jsonb) r where l.id = r.id`;
	return [...new Set(rows.map(({ effectId }) => effectId))];
}

/** What an editor has decided: the pipeline may add evidence to it, and that is counted, but it does not change it. */
const editedColumns = ({ statusBefore: status, modeBefore: mode, basisBefore: basis }: LinkEvidence) => ({
	status,
	mode,
	basis,
});

/** A link with one sentence about it; with nulls in place of the sentence where it has none left. */
interface LinkEvidence extends WeighedEvidence {
	id: string;
	effectId: string;
	isEdited: boolean;
	statusBefore: LinkStatus;
	modeBefore: CausalMode;
	basisBefore: LinkBasis;
}

const isEvidence = ({ articleId }: { articleId: string | null }): boolean => articleId !== null;
