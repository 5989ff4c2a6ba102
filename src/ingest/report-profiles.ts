import type { Report } from "../event/cluster-reports.js";
import type { Roles } from "../event/participants.js";
import type { ReportGroup } from "../event/report-group.js";
import { readWeights, type StoredWeights, storeWeights } from "../event/stored-weights.js";
import type { EventType, ParticipantRole, TimeGranularity } from "../generated/prisma/client.js";
import type { Term } from "../language/terms.js";
import type { SqlTransaction } from "../sql-transaction.js";

/**
 * Keeps what an article is about as matching saw it; in place of what was kept before of an earlier revision. One statement.
 * @param documentNumber as which document of the archive its words are counted; null where they are not counted now.
 */
export async function writeReportProfile(
	tx: Pick<SqlTransaction, "$executeRaw">,
	articleId: string,
	{ type, time, roles, ...words }: ReportGroup,
	documentNumber: number | null,
): Promise<void> {
	await tx.$executeRaw`
		insert into "ReportProfile" ("articleId", weights, type, "timeStart", "timeEnd", "timeGranularity", roles, "documentNumber")
		values (${articleId}::uuid, ${JSON.stringify(storeWeights(words))}::jsonb, ${type}::"EventType", ${time?.start ?? null}, ${time?.end ?? null},
			${time?.granularity ?? null}::"TimeGranularity", ${JSON.stringify(Object.fromEntries(roles))}::jsonb, ${documentNumber}::int)
		on conflict ("articleId") do update set weights = excluded.weights, type = excluded.type, "timeStart" = excluded."timeStart",
			"timeEnd" = excluded."timeEnd", "timeGranularity" = excluded."timeGranularity", roles = excluded.roles,
			"documentNumber" = excluded."documentNumber"`;
}

/**
 * The terms of the documents that were counted after the first `from` and up to the first `to`, each with its terms; in no order. Fewer where one of them
 * has been revised since. One statement.
 */
export async function readCountedTerms(
	tx: Pick<SqlTransaction, "$queryRaw">,
	from: number,
	to: number,
): Promise<Term[][]> {
	const rows = await tx.$queryRaw<{ weights: StoredWeights }[]>`
		select weights from "ReportProfile" where "documentNumber" > ${from}::int and "documentNumber" <= ${to}::int`;
	return rows.map(({ weights }) => Object.keys(weights));
}

/**
 * The articles that are about these events, copies left out, each as matching saw it; in no order.
 * @param limit articles read at most of one event, the earliest.
 */
export async function readReports(
	tx: Pick<SqlTransaction, "$queryRaw">,
	eventIds: readonly string[],
	limit: number,
): Promise<StoredReport[]> {
	const rows = await tx.$queryRaw<ReportRow[]>`
		select e.id as "eventId", a."articleId", a."publishedAt", p.weights, p.type, p."timeStart", p."timeEnd", p."timeGranularity", p.roles
		from unnest(${[...eventIds]}::uuid[]) as e(id)
		cross join lateral (
			select x."articleId", x."publishedAt" from "EventArticle" x
			where x."eventId" = e.id and x.role = 'MAIN' and not x."isCopy"
			order by x."publishedAt", x."articleId" limit ${limit}) a
		join "ReportProfile" p on p."articleId" = a."articleId"`;
	return rows.map(({ eventId, articleId, publishedAt, weights, type, timeStart, timeEnd, timeGranularity, roles }) => ({
		eventId,
		articleId,
		type,
		time:
			timeStart && timeEnd && timeGranularity ? { start: timeStart, end: timeEnd, granularity: timeGranularity } : null,
		roles: new Map(Object.entries(roles)) satisfies Roles,
		...readWeights(weights),
		reports: 1,
		alike: 0,
		firstReportedAt: publishedAt,
		mainReports: { first: publishedAt, last: publishedAt },
	}));
}

/** A report with the event it is in. */
export interface StoredReport extends Report {
	eventId: string;
}

interface ReportRow {
	eventId: string;
	articleId: string;
	publishedAt: Date;
	weights: StoredWeights;
	type: EventType;
	timeStart: Date | null;
	timeEnd: Date | null;
	timeGranularity: TimeGranularity | null;
	roles: Record<string, ParticipantRole>;
}
