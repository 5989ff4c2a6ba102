import type { Mention, Prisma } from "../generated/prisma/client.js";
import { eventTime } from "./event-time.js";
import type { FaceMention } from "./face.js";

/** A face is decided from so many mentions at most, the main and the earliest first: an event with a thousand reports looks like one with forty. */
const FACE_MENTIONS = 40;

/**
 * The mentions that make the faces of events: current ones, published by `at` where an instant is given. One statement.
 * Events without any are absent.
 */
export async function readFaceMentions(
	tx: Pick<Prisma.TransactionClient, "$queryRaw">,
	eventIds: readonly string[],
	at: Date | null,
): Promise<Map<string, (FaceMention & { confidence: number })[]>> {
	const rows = await tx.$queryRaw<(Mention & { isCopy: boolean })[]>`
		select m.*, m."isCopy" from unnest(${[...eventIds]}::uuid[]) as wanted(id)
		cross join lateral (
			select x.*, a."isBasedOnId" is not null as "isCopy" from "Mention" x join "Article" a on a.id = x."articleId"
			where x."eventId" = wanted.id and x."supersededAt" is null and (${at}::timestamptz is null or x."publishedAt" <= ${at})
			order by x.role = 'MAIN' desc, x."publishedAt", x.id limit ${FACE_MENTIONS}
		) m`;
	const found = new Map<string, (FaceMention & { confidence: number })[]>();
	for (const row of rows) {
		const list = found.get(row.eventId) ?? [];
		list.push({ ...row, time: eventTime(row, row.publishedAt) });
		found.set(row.eventId, list);
	}
	return found;
}
