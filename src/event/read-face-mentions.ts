import type { Mention } from "../generated/prisma/client.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { eventTime } from "./event-time.js";
import { FACE_MENTIONS, type FaceMention } from "./face.js";

/**
 * The mentions that make the faces of events: current ones, published by `at` where an instant is given. One statement.
 * Of too many the main and the earliest ones are taken. Events without any are absent.
 */
export async function readFaceMentions(
	tx: Pick<SqlTransaction, "$queryRaw">,
	eventIds: readonly string[],
	at: Date | null,
): Promise<Map<string, (FaceMention & { confidence: number })[]>> {
	const rows = await tx.$queryRaw<ToldMention[]>`
		select m.* from unnest(${[...eventIds]}::uuid[]) as wanted(id)
		cross join lateral (
			select x."eventId", x."articleId", x.role, x.title, x.type, x.status, x."timeValue", x."timeStart", x."timeEnd", x."timeGranularity",
				x."timeApproximate", x."timeText", x."publishedAt", x.confidence, a."isBasedOnId" is not null as "isCopy"
			from "Mention" x join "Article" a on a.id = x."articleId"
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

type ToldMention = { isCopy: boolean } & Pick<
	Mention,
	| "eventId"
	| "articleId"
	| "role"
	| "title"
	| "type"
	| "status"
	| "timeValue"
	| "timeStart"
	| "timeEnd"
	| "timeGranularity"
	| "timeApproximate"
	| "timeText"
	| "publishedAt"
	| "confidence"
>;
