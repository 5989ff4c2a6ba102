import type { CausalMode, CausalRelation, Prisma, Stance } from "../generated/prisma/client.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { findQuotation, type Quotation } from "./find-quotation.js";
import { type Refusal, refused } from "./refusal.js";

/** A sentence to which an editor points. */
export interface QuotedSpan extends Quotation {
	articleId: string;
	/** Number of the article's revision that is quoted; the latest where absent. */
	revision?: number | null | undefined;
}

/** Sentences for one link in one edit. */
const MAX_SPANS = 20;
/** A sentence or two. */
const MAX_QUOTED = 2_000;

/** Why these cannot be evidence, whatever the articles say; null where they may. */
export function spansRefusal(field: string, spans: readonly QuotedSpan[]): Refusal | null {
	if (spans.length === 0) return refused(field, "EVIDENCE_REQUIRED", "must have a sentence that says so");
	if (spans.length > MAX_SPANS) return refused(field, "INVALID", `may have at most ${MAX_SPANS} sentences`);
	const given = spans.flatMap(({ exact, prefix, suffix }) => [exact, prefix ?? "", suffix ?? ""]);
	if (given.some((text) => text.length > MAX_QUOTED))
		return refused(field, "INVALID", `may quote at most ${MAX_QUOTED} characters at a time`);
	return null;
}

/** A quotation that was found, with what evidence says of its article. */
export interface FoundSpan {
	articleId: string;
	revisionId: string;
	sourceId: string;
	/** UTF-16 offsets into the revision's text, half-open. */
	start: number;
	end: number;
	exact: string;
	publishedAt: Date;
	/** For the place among the evidence of its revision. */
	leastIndex: number;
}

/**
 * Finds quotations in the texts that they quote. An article that no longer says it is no ground, and a copy only repeats its original.
 * @param nameOf the input field of a span, by its place.
 */
export async function findSpans(
	tx: SqlTransaction,
	spans: readonly QuotedSpan[],
	nameOf: (index: number) => string,
): Promise<{ kind: "found"; spans: FoundSpan[] } | Refusal> {
	const texts = await readTexts(tx, [...new Set(spans.map(({ articleId }) => articleId))]);
	const found: FoundSpan[] = [];
	for (const [index, span] of spans.entries()) {
		const field = nameOf(index);
		const revisions = texts.filter(({ articleId }) => articleId === span.articleId);
		const latest = revisions.at(-1);
		if (!latest) return refused(field, "NOT_FOUND", "names an article that there is not");
		if (latest.isCopy) return refused(field, "INVALID", "quotes a copy of another article: quote the original");
		const quoted = span.revision ? revisions.find(({ number }) => number === span.revision) : latest;
		if (!quoted) return refused(field, "NOT_FOUND", `names a revision that the article has not: ${span.revision}`);
		const place = findQuotation(quoted.text, span);
		if (!place) return refused(field, "SPAN_MISMATCH", "quotes words that the article does not say");
		const exact = quoted.text.slice(place.start, place.end);
		if (!latest.text.includes(exact))
			return refused(field, "SPAN_MISMATCH", "quotes words that the article no longer says");
		found.push({ ...quoted, ...place, exact });
	}
	return { kind: "found", spans: found };
}

interface QuotedText extends Pick<FoundSpan, "articleId" | "revisionId" | "sourceId" | "publishedAt" | "leastIndex"> {
	number: number;
	text: string;
	isCopy: boolean;
}

/** The revisions of articles, earliest first. One statement. */
function readTexts(tx: SqlTransaction, articleIds: readonly string[]): Promise<QuotedText[]> {
	return tx.$queryRaw<QuotedText[]>`
		select a.id as "articleId", r.id as "revisionId", a."sourceId", a."publishedAt", r.number, r.text, a."isBasedOnId" is not null as "isCopy",
			least(0, coalesce((select min(x.index) from "Evidence" x where x."revisionId" = r.id), 0)) as "leastIndex"
		from "Article" a join "ArticleRevision" r on r."articleId" = a.id
		where a.id = any(${[...articleIds]}::uuid[]) order by a.id, r.number`;
}

/**
 * Evidence that an editor gives. Claims of the pipeline have places from 0 up; these have places below, so that the two never meet.
 * What an editor points to is sure to say so.
 */
export function evidenceRows(
	spans: readonly FoundSpan[],
	link: { id: string; relation: CausalRelation; mode: CausalMode },
	claim: { stance: Stance; attributedTo: string | null },
	now: Date,
	newId: () => string,
): Prisma.EvidenceCreateManyInput[] {
	const taken = new Map<string, number>();
	return spans.map(({ articleId, revisionId, sourceId, start, end, exact, publishedAt, leastIndex }) => {
		const index = (taken.get(revisionId) ?? leastIndex) - 1;
		taken.set(revisionId, index);
		return {
			id: newId(),
			linkId: link.id,
			articleId,
			revisionId,
			sourceId,
			index,
			spanStart: start,
			spanEnd: end,
			exact,
			relation: link.relation,
			mode: link.mode,
			basis: "CURATED",
			...claim,
			certainty: "CERTAIN",
			confidence: 1,
			publishedAt,
			recordedAt: now,
		};
	});
}
