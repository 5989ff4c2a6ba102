import type { ArticleDraft } from "../article/article-draft.js";
import type { ArticleAddress } from "../article/entry-address.js";
import { type CopyCandidate, decideOriginal, type OriginalDecision } from "../article/find-original.js";
import { signatureBytes, signatureFromBytes } from "../article/signature.js";
import { newsOf, readReportWords, reportBytes } from "../causality/report-words.js";
import type { PendingChange } from "../change-log.js";
import { insertRows } from "../insert-rows.js";
import type { Analysis } from "../language/analysis.js";
import type { SqlTransaction } from "../sql-transaction.js";

/** An id that no article has. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** More texts than this with one passage is a formula ("weather for …"), not a wire; the latest and the nearest are looked at. */
const MAX_COPY_CANDIDATES = 16;

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
	tx: SqlTransaction,
	source: ArticleDraft["source"],
	newId: () => string,
	changes: PendingChange[],
): Promise<string> {
	const [known] = await tx.$queryRaw<{ id: string; name: string }[]>`
		select id, name from "Source" where host = ${source.host}`;
	if (!known) {
		const id = newId();
		await insertRows(tx, "Source", [{ id, ...source }]);
		changes.push({ kind: "CREATED", nodeType: "SOURCE", nodeId: id });
		return id;
	}
	if (known.name === source.host && source.name !== source.host) {
		await tx.$executeRaw`update "Source" set name = ${source.name}, revision = revision + 1 where id = ${known.id}::uuid`;
		changes.push({ kind: "UPDATED", nodeType: "SOURCE", nodeId: known.id, fields: ["name"] });
	}
	return known.id;
}

/** Writes a new article with its first revision, sections and signature, and settles who copied whom. */
export async function createArticle(
	tx: SqlTransaction,
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
	await insertRows(tx, "Article", [
		{
			id,
			url: draft.url,
			canonicalUrl: draft.canonicalUrl,
			urlHash: draft.urlHash,
			sourceId,
			firstSeenAt: now,
			...articleColumns(draft, analysis, isBasedOnId),
		},
	]);
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

/** The columns that each revision sets. */
const articleColumns = (draft: ArticleDraft, analysis: Analysis, isBasedOnId: string | null) => ({
	headline: draft.headline,
	language: analysis.language,
	wordCount: draft.wordCount,
	publishedAt: draft.publishedAt,
	publishedAtProvenance: draft.publishedAtProvenance,
	listedAt: placeInLists(draft),
	isBasedOnId,
	description: draft.description,
	byline: draft.byline,
	image: draft.image,
	modifiedAt: draft.modifiedAt,
	factSources: draft.factSources,
	signature: signatureBytes(draft.signature),
});

/** An address that another article has already stays with that article. */
export async function writeAddresses(
	tx: Pick<SqlTransaction, "$executeRaw">,
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
	tx: SqlTransaction,
	known: RevisedArticle,
	draft: ArticleDraft,
	analysis: Analysis,
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<WrittenArticle> {
	const { id } = known;
	await tx.$executeRaw`
		with mentions as (update "Mention" set "supersededAt" = ${now} where "articleId" = ${id}::uuid and "supersededAt" is null),
			claims as (update "Evidence" set "supersededAt" = ${now}, "heldBack" = false
				where "articleId" = ${id}::uuid and ("supersededAt" is null or "heldBack") and basis <> 'CURATED'),
			holes as (delete from "UnresolvedReference" where "articleId" = ${id}::uuid),
			places as (delete from "EventArticle" where "articleId" = ${id}::uuid),
			names as (delete from "ArticleEntity" where "articleId" = ${id}::uuid)
		delete from "ArticleBand" where "articleId" = ${id}::uuid`;
	const original = decideOriginal(draft, await readCopyCandidates(tx, draft, id));
	const isBasedOnId = original.kind === "copy" ? original.originalId : null;
	await updateArticle(
		tx,
		id,
		{ ...articleColumns(draft, analysis, isBasedOnId), modifiedAt: draft.modifiedAt ?? now },
		now,
	);
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

async function updateArticle(
	tx: SqlTransaction,
	id: string,
	{ signature, ...columns }: ReturnType<typeof articleColumns>,
	now: Date,
): Promise<void> {
	await tx.$executeRaw`
		update "Article" a set
			headline = r.headline, language = r.language, "wordCount" = r."wordCount", "publishedAt" = r."publishedAt",
			"publishedAtProvenance" = r."publishedAtProvenance", "listedAt" = r."listedAt", "isBasedOnId" = r."isBasedOnId",
			description = r.description, byline = r.byline, image = r.image, "modifiedAt" = r."modifiedAt", "factSources" = r."factSources",
			signature = ${Buffer.from(signature)}, revision = a.revision + 1, "updatedAt" = ${now}
		from jsonb_populate_record(null::"Article", ${JSON.stringify(columns)}::jsonb) r where a.id = ${id}::uuid`;
}

async function writeRevision(
	tx: SqlTransaction,
	articleId: string,
	number: number,
	draft: ArticleDraft,
	analysis: Analysis,
	now: Date,
	newId: () => string,
): Promise<string> {
	const id = newId();
	const { headline, text, contentHash, origin } = draft;
	const reportWords = reportBytes(readReportWords(newsOf(text, analysis.sections)));
	await insertRows(tx, "ArticleRevision", [
		{ id, articleId, number, fetchedAt: now, headline, text, contentHash, origin, reportWords },
	]);
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
	tx: SqlTransaction,
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
	tx: SqlTransaction,
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
async function giveWayTo(
	tx: SqlTransaction,
	id: string,
	formerId: string,
	changes: PendingChange[],
): Promise<string[]> {
	const family = await tx.$queryRaw<{ id: string }[]>`
		select id from "Article" where id = ${formerId}::uuid or "isBasedOnId" = ${formerId}::uuid`;
	const ids = family.map((article) => article.id);
	await tx.$executeRaw`
		with places as (update "EventArticle" set "isCopy" = true where "articleId" = any(${ids}::uuid[])),
			claims as (update "Evidence" set "isCopy" = true where "articleId" = any(${ids}::uuid[]))
		update "Article" set "isBasedOnId" = ${id}::uuid, revision = revision + 1 where id = any(${ids}::uuid[])`;
	for (const nodeId of ids) changes.push({ kind: "UPDATED", nodeType: "ARTICLE", nodeId, fields: ["isBasedOn"] });
	return ids;
}
