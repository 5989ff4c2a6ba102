import type { ArticleDraft } from "../article/article-draft.js";
import { type CopyCandidate, decideOriginal } from "../article/find-original.js";
import { signatureBytes, signatureFromBytes } from "../article/signature.js";
import type { PendingChange } from "../change-log.js";
import type { Prisma } from "../generated/prisma/client.js";
import { insertRows } from "../insert-rows.js";
import type { Analysis } from "../language/analysis.js";

type Transaction = Prisma.TransactionClient;

/** More texts than this in one band is a formula ("weather for …"), not a wire. */
const MAX_COPY_CANDIDATES = 50;

/** The article as it stands in the archive after writing. */
export interface WrittenArticle {
	id: string;
	revisionId: string;
	sourceId: string;
	isBasedOnId: string | null;
	/** Articles that were originals until this one turned out to be earlier. */
	becameCopies: string[];
}

/** Finds the outlet by its host, or makes it. A name replaces the host where an outlet was known by its host alone. */
export async function writeSource(
	tx: Transaction,
	source: ArticleDraft["source"],
	newId: () => string,
	changes: PendingChange[],
): Promise<string> {
	const known = await tx.source.findUnique({ where: { host: source.host }, select: { id: true, name: true } });
	if (!known) {
		const id = newId();
		await tx.source.create({ data: { id, ...source } });
		changes.push({ kind: "CREATED", nodeType: "SOURCE", nodeId: id });
		return id;
	}
	if (known.name === source.host && source.name !== source.host) {
		await tx.source.update({ where: { id: known.id }, data: { name: source.name, revision: { increment: 1 } } });
		changes.push({ kind: "UPDATED", nodeType: "SOURCE", nodeId: known.id, fields: ["name"] });
	}
	return known.id;
}

/** Writes a new article with its first revision, sections and signature, and settles who copied whom. */
export async function createArticle(
	tx: Transaction,
	draft: ArticleDraft,
	analysis: Analysis,
	sourceId: string,
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<WrittenArticle> {
	const original = decideOriginal(draft, await readCopyCandidates(tx, draft));
	const id = newId();
	const isBasedOnId = original.kind === "copy" ? original.originalId : null;
	await tx.article.create({
		data: {
			id,
			url: draft.url,
			canonicalUrl: draft.canonicalUrl,
			urlHash: draft.urlHash,
			sourceId,
			headline: draft.headline,
			language: analysis.language,
			publishedAt: draft.publishedAt,
			publishedAtProvenance: draft.publishedAtProvenance,
			firstSeenAt: now,
			wordCount: draft.wordCount,
			isBasedOnId,
			signature: signatureBytes(draft.signature),
		},
	});
	changes.push({ kind: "CREATED", nodeType: "ARTICLE", nodeId: id });
	const becameCopies = original.kind === "earlier" ? await giveWayTo(tx, id, original.formerOriginalId, changes) : [];
	const revisionId = await writeRevision(tx, id, 1, draft, analysis, now, newId);
	return { id, revisionId, sourceId, isBasedOnId, becameCopies };
}

/** Adds a revision to a known article. What the earlier text said stays on record, marked as superseded. */
export async function reviseArticle(
	tx: Transaction,
	known: { id: string; sourceId: string; isBasedOnId: string | null; number: number },
	draft: ArticleDraft,
	analysis: Analysis,
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<WrittenArticle> {
	const { id } = known;
	await tx.mention.updateMany({ where: { articleId: id, supersededAt: null }, data: { supersededAt: now } });
	await tx.evidence.updateMany({ where: { articleId: id, supersededAt: null }, data: { supersededAt: now } });
	await tx.unresolvedReference.deleteMany({ where: { articleId: id } });
	await tx.eventArticle.deleteMany({ where: { articleId: id } });
	await tx.articleEntity.deleteMany({ where: { articleId: id } });
	await tx.articleBand.deleteMany({ where: { articleId: id } });
	await tx.article.update({
		where: { id },
		data: {
			revision: { increment: 1 },
			updatedAt: now,
			modifiedAt: now,
			headline: draft.headline,
			language: analysis.language,
			wordCount: draft.wordCount,
			signature: signatureBytes(draft.signature),
		},
	});
	changes.push({ kind: "UPDATED", nodeType: "ARTICLE", nodeId: id, fields: ["headline", "sections", "revisions"] });
	const revisionId = await writeRevision(tx, id, known.number + 1, draft, analysis, now, newId);
	return { id, revisionId, sourceId: known.sourceId, isBasedOnId: known.isBasedOnId, becameCopies: [] };
}

async function writeRevision(
	tx: Transaction,
	articleId: string,
	number: number,
	draft: ArticleDraft,
	analysis: Analysis,
	now: Date,
	newId: () => string,
): Promise<string> {
	const id = newId();
	const { headline, text, contentHash } = draft;
	await tx.articleRevision.create({ data: { id, articleId, number, fetchedAt: now, headline, text, contentHash } });
	await insertRows(
		tx,
		"Section",
		analysis.sections.map(({ role, heading, start, end }, index) => ({
			revisionId: id,
			index,
			role,
			heading,
			start,
			end,
		})),
	);
	await insertRows(
		tx,
		"ArticleBand",
		draft.bandKeys.map((key) => ({ articleId, key })),
	);
	return id;
}

async function readCopyCandidates(tx: Transaction, draft: ArticleDraft): Promise<CopyCandidate[]> {
	if (draft.bandKeys.length === 0) return [];
	const articles = await tx.$queryRaw<(Omit<CopyCandidate, "signature"> & { signature: Uint8Array })[]>`
		with alike as (
			select distinct b."articleId" as id from "ArticleBand" b where b.key = any(${draft.bandKeys.map(String)}::bigint[])
			limit ${MAX_COPY_CANDIDATES}
		), family as (
			select id from alike union select c."isBasedOnId" from "Article" c join alike on alike.id = c.id
		)
		select a.id, a."isBasedOnId", a."publishedAt", a.signature from family join "Article" a on a.id = family.id
		order by a.id`;
	return articles.map((article) => ({ ...article, signature: signatureFromBytes(article.signature) }));
}

/** The former original and its copies become copies of the earlier article. */
async function giveWayTo(tx: Transaction, id: string, formerId: string, changes: PendingChange[]): Promise<string[]> {
	const family = await tx.article.findMany({
		where: { OR: [{ id: formerId }, { isBasedOnId: formerId }] },
		select: { id: true },
	});
	const ids = family.map((article) => article.id);
	await tx.article.updateMany({ where: { id: { in: ids } }, data: { isBasedOnId: id, revision: { increment: 1 } } });
	await tx.eventArticle.updateMany({ where: { articleId: { in: ids } }, data: { isCopy: true } });
	await tx.evidence.updateMany({ where: { articleId: { in: ids } }, data: { isCopy: true } });
	for (const nodeId of ids) changes.push({ kind: "UPDATED", nodeType: "ARTICLE", nodeId, fields: ["isBasedOn"] });
	return ids;
}
