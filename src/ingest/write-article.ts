import type { ArticleDraft } from "../article/article-draft.js";
import type { ArticleAddress } from "../article/entry-address.js";
import { type CopyCandidate, decideOriginal, type OriginalDecision } from "../article/find-original.js";
import { signatureBytes, signatureFromBytes } from "../article/signature.js";
import type { PendingChange } from "../change-log.js";
import type { Prisma } from "../generated/prisma/client.js";
import { insertRows } from "../insert-rows.js";
import type { Analysis } from "../language/analysis.js";

type Transaction = Prisma.TransactionClient;

/** An id that no article has. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** More texts than this with one passage is a formula ("weather for …"), not a wire; the latest and the nearest are looked at. */
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
			listedAt: placeInLists(draft),
			...factColumns(draft),
			signature: signatureBytes(draft.signature),
		},
	});
	changes.push({ kind: "CREATED", nodeType: "ARTICLE", nodeId: id });
	const becameCopies = await joinFamilies(tx, id, original, changes);
	const revisionId = await writeRevision(tx, id, 1, draft, analysis, now, newId);
	await writeAddresses(tx, id, draft.addresses);
	return { id, revisionId, sourceId, isBasedOnId, becameCopies };
}

/** Articles that nobody dates are listed behind all others, in the order in which they were first seen. */
const UNDATED_BEHIND_YEARS = 2_000;

function placeInLists({ publishedAt, publishedAtProvenance }: ArticleDraft): Date {
	if (publishedAtProvenance !== "FIRST_SEEN") return publishedAt;
	const place = new Date(publishedAt);
	place.setUTCFullYear(place.getUTCFullYear() - UNDATED_BEHIND_YEARS);
	return place;
}

const factColumns = ({ description, byline, image, modifiedAt, factSources }: ArticleDraft) => ({
	description,
	byline,
	image,
	modifiedAt,
	factSources,
});

/** An address that another article has already stays with that article. */
export async function writeAddresses(
	tx: Pick<Transaction, "$executeRaw">,
	articleId: string,
	addresses: readonly ArticleAddress[],
): Promise<void> {
	await tx.$executeRaw`
		insert into "ArticleAddress" ("urlHash", "articleId", url)
		select a."urlHash", ${articleId}::uuid, a.url from jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb) as a("urlHash" text, url text)
		on conflict do nothing`;
}

/** A known article that is about to be revised. */
export interface RevisedArticle {
	id: string;
	sourceId: string;
	isBasedOnId: string | null;
	/** Of the current revision. */
	number: number;
}

/**
 * Adds a revision to a known article. What the earlier text said stays on record, marked as superseded. Whether it copies another
 * article is decided anew: a summary becomes the whole text, a wire is rewritten.
 */
export async function reviseArticle(
	tx: Transaction,
	known: RevisedArticle,
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
	const original = decideOriginal(draft, await readCopyCandidates(tx, draft, id));
	const isBasedOnId = original.kind === "copy" ? original.originalId : null;
	await tx.article.update({
		where: { id },
		data: {
			revision: { increment: 1 },
			updatedAt: now,
			headline: draft.headline,
			language: analysis.language,
			wordCount: draft.wordCount,
			publishedAt: draft.publishedAt,
			publishedAtProvenance: draft.publishedAtProvenance,
			listedAt: placeInLists(draft),
			isBasedOnId,
			...factColumns(draft),
			modifiedAt: draft.modifiedAt ?? now,
			signature: signatureBytes(draft.signature),
		},
	});
	const fields = ["headline", "sections", "revisions"];
	if (isBasedOnId !== known.isBasedOnId) fields.push("isBasedOn");
	changes.push({ kind: "UPDATED", nodeType: "ARTICLE", nodeId: id, fields });
	const becameCopies = await joinFamilies(tx, id, original, changes);
	// An original that turns out to be a copy hands its own copies on.
	if (isBasedOnId !== null) becameCopies.push(...(await giveWayTo(tx, isBasedOnId, id, changes)));
	const revisionId = await writeRevision(tx, id, known.number + 1, draft, analysis, now, newId);
	await writeAddresses(tx, id, draft.addresses);
	return { id, revisionId, sourceId: known.sourceId, isBasedOnId, becameCopies };
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
	const { headline, text, contentHash, origin } = draft;
	await tx.articleRevision.create({
		data: { id, articleId, number, fetchedAt: now, headline, text, contentHash, origin },
	});
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

/** Articles that share wording with the draft. An article that is revised is not compared with itself and its own copies. */
async function readCopyCandidates(
	tx: Transaction,
	draft: ArticleDraft,
	ownId: string | null = null,
): Promise<CopyCandidate[]> {
	if (draft.bandKeys.length === 0) return [];
	const articles = await tx.$queryRaw<(Omit<CopyCandidate, "signature"> & { signature: Uint8Array })[]>`
		with alike as (
			select hit.id from unnest(${draft.bandKeys.map(String)}::bigint[]) wanted(key)
			cross join lateral (
				select b."articleId" as id from "ArticleBand" b where b.key = wanted.key
				order by b."articleId" desc limit ${MAX_COPY_CANDIDATES}) hit
			group by hit.id order by count(*) desc, hit.id desc limit ${MAX_COPY_CANDIDATES}
		), family as (
			select id from alike union select c."isBasedOnId" from "Article" c join alike on alike.id = c.id
		)
		select a.id, a."isBasedOnId", a."publishedAt", a."publishedAtProvenance", a.signature from family join "Article" a on a.id = family.id
		where a.id is distinct from ${ownId}::uuid and a."isBasedOnId" is distinct from ${ownId ?? NOBODY}::uuid
		order by a.id`;
	return articles.map((article) => ({ ...article, signature: signatureFromBytes(article.signature) }));
}

/**
 * Brings together what turns out to be copies of one article: the former original where the new one is earlier, and other originals that
 * the new article shows to be the same. @returns the articles that are copies of another one than before.
 */
async function joinFamilies(
	tx: Transaction,
	id: string,
	decision: OriginalDecision,
	changes: PendingChange[],
): Promise<string[]> {
	if (decision.kind === "original") return [];
	const originalId = decision.kind === "copy" ? decision.originalId : id;
	const former = decision.kind === "copy" ? [] : [decision.formerOriginalId];
	const moved: string[] = [];
	for (const formerId of [...former, ...(decision.joins ?? [])])
		moved.push(...(await giveWayTo(tx, originalId, formerId, changes)));
	return moved;
}

/** The former original and its copies become copies of the article with this id. */
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
