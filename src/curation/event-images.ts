import { createHash } from "node:crypto";
import type { SqlTransaction } from "../sql-transaction.js";

/** A row as JSON, by the names of its columns. */
export type RowImage = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * Rows of events and of all that moves with them, without what only says that they changed (`revision`, `updatedAt`). What is restored
 * from it is what was there, to the byte.
 */
export interface EventImages {
	events: RowImage[];
	/** Where each mention is. */
	mentions: { id: string; eventId: string; matchReason: string }[];
	articles: Readonly<Record<string, unknown>>[];
	participants: Readonly<Record<string, unknown>>[];
	/** The links at the events, and those that have evidence of their mentions. */
	links: RowImage[];
	/** Where the evidence of these links and mentions is. */
	evidence: { id: string; linkId: string; supersededAt: string | null; heldBack: boolean }[];
}

/**
 * Places in which events may be spoken of for their rows to be kept, for all that is kept with each: some megabytes, which one transaction writes in
 * seconds. The most reported event of a year has a tenth of it.
 */
const MAX_MENTIONS = 10_000;

/** Whether these events are too large for their rows to be kept. One statement, which counts no further than it must. */
export async function areTooLarge(tx: SqlTransaction, eventIds: readonly string[]): Promise<boolean> {
	const rows = await tx.$queryRaw<unknown[]>`
		select from "Mention" where "eventId" = any(${[...eventIds]}::uuid[]) offset ${MAX_MENTIONS}::int limit 1`;
	return rows.length > 0;
}

/** Why events that are too large are not edited. */
export const TOO_LARGE = `means events that are spoken of in more than ${MAX_MENTIONS} places: too much to be undone as one edit`;

/** The rows of these events as they are. One statement. */
export async function readImages(tx: SqlTransaction, eventIds: readonly string[]): Promise<EventImages> {
	const [row] = await tx.$queryRaw<{ images: EventImages }[]>`
		with scope as (select unnest(${[...eventIds]}::uuid[]) as id),
			mentions as (
				select m.id, m."eventId", m."matchReason" from scope join "Mention" m on m."eventId" = scope.id),
			tied as (
				select x.id, x."linkId" from mentions join "Evidence" x on x."causeMentionId" = mentions.id
				union select x.id, x."linkId" from mentions join "Evidence" x on x."effectMentionId" = mentions.id),
			links as (
				select l.id from scope join "CausalLink" l on l."causeId" = scope.id
				union select l.id from scope join "CausalLink" l on l."effectId" = scope.id
				union select "linkId" from tied),
			evidence as (
				select x.id from links join "Evidence" x on x."linkId" = links.id union select id from tied)
		select jsonb_build_object(
			'events', (select coalesce(jsonb_agg(to_jsonb(e) - 'revision' - 'updatedAt' order by e.id), '[]')
				from scope join "Event" e on e.id = scope.id),
			'mentions', (select coalesce(jsonb_agg(to_jsonb(m) order by m.id), '[]') from mentions m),
			'articles', (select coalesce(jsonb_agg(to_jsonb(a) order by a."eventId", a."articleId"), '[]')
				from scope join "EventArticle" a on a."eventId" = scope.id),
			'participants', (select coalesce(jsonb_agg(to_jsonb(p) order by p."eventId", p."entityId"), '[]')
				from scope join "EventParticipant" p on p."eventId" = scope.id),
			'links', (select coalesce(jsonb_agg(to_jsonb(l) - 'revision' - 'updatedAt' order by l.id), '[]')
				from links join "CausalLink" l on l.id = links.id),
			'evidence', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'linkId', x."linkId", 'supersededAt', x."supersededAt",
				'heldBack', x."heldBack") order by x.id), '[]') from evidence join "Evidence" x on x.id = evidence.id)) as images`;
	if (!row) throw new Error("a statement without tables has one row");
	return row.images;
}

/**
 * By this it is seen whether anything has changed since: the same rows have the same digest. What counts nowhere, as an edit leaves it that was undone, is
 * no change: links that are over and have nothing to stand on, and evidence that was given up.
 */
export function digestOf(images: EventImages): string {
	const links = images.links.filter(
		({ status, supporting, contradicting }) => status !== "RETRACTED" || supporting !== 0 || contradicting !== 0,
	);
	const evidence = images.evidence.filter(({ supersededAt, heldBack }) => supersededAt === null || heldBack);
	return createHash("sha256")
		.update(JSON.stringify({ ...images, links, evidence }))
		.digest("hex");
}

/** Rows that are not as they were: changed ones and new ones. */
export function changedRows(before: readonly RowImage[], after: readonly RowImage[]): RowImage[] {
	const known = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
	return after.filter((row) => known.get(row.id) !== JSON.stringify(row));
}
