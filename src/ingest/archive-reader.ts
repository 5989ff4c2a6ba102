import { type EventProfile, isFine, participantKey, type TimeRange } from "../event/event-profile.js";
import { readWeights } from "../event/stored-weights.js";
import { type InverseFrequency, newsFrequency } from "../event/term-weight.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { Term } from "../language/terms.js";

/** Candidates looked at for one article and for one mention: the nearest by key terms, so that cost does not grow with the archive. */
const MAIN_CANDIDATES = 24;
const DAY_CANDIDATES = 16;
const MENTION_CANDIDATES = 20;
/** A background rarely reaches further back than this without giving a date. */
const UNDATED_REACH_DAYS = 400;
/** The row of `Term` that counts the documents themselves. */
const ALL_DOCUMENTS = "";

type Transaction = Prisma.TransactionClient;

/** How rare each of the terms is in the archive. One statement. */
export async function readFrequencies(tx: Transaction, terms: Iterable<Term>): Promise<InverseFrequency> {
	const wanted = [...new Set([...terms, ALL_DOCUMENTS])];
	const rows = await tx.$queryRaw<{ term: Term; documents: number }[]>`
		select term, documents from "Term" where term = any(${wanted}::text[])`;
	const frequencies = new Map(rows.map((row) => [row.term, row.documents]));
	return newsFrequency(frequencies.get(ALL_DOCUMENTS) ?? 0, frequencies);
}

/** Counts one more document for each of its terms. One statement. */
export async function countDocument(tx: Transaction, terms: Iterable<Term>): Promise<void> {
	// In one order for all writers: two that lock rows crosswise would block each other.
	const counted = [...new Set([...terms, ALL_DOCUMENTS])].sort();
	await tx.$executeRaw`
		insert into "Term" (term, documents) select t, 1 from unnest(${counted}::text[]) as t
		on conflict (term) do update set documents = "Term".documents + 1`;
}

/**
 * Events that an article with these key terms may be about, most terms in common first; and those of the day it tells, if it tells one, whose
 * reports may share no word with it. Two statements.
 */
export async function readMainCandidates(
	tx: Transaction,
	keyTerms: readonly Term[],
	time: TimeRange | null,
): Promise<EventProfile[]> {
	const rows = await tx.$queryRaw<{ id: string }[]>`
		(select e.id from "Event" e
		where e."keyTerms" && ${[...keyTerms]}::text[] and e.curation not in ('MERGED', 'RETRACTED')
		order by (select count(*) from unnest(e."keyTerms") t where t = any(${[...keyTerms]}::text[])) desc, e."lastReportedAt" desc, e.id
		limit ${MAIN_CANDIDATES})
		union
		(select e.id from "Event" e
		where e."occurredAt" >= ${time?.start ?? null} and e."occurredAt" < ${time?.end ?? null}
			and ${time !== null && isFine(time.granularity)} and e.curation not in ('MERGED', 'RETRACTED')
		order by e."lastReportedAt" desc, e.id
		limit ${DAY_CANDIDATES})`;
	return readProfiles(
		tx,
		rows.map(({ id }) => id),
	);
}

/** What a mention offers to be found by. */
export interface MentionQuery {
	index: number;
	start: Date | null;
	end: Date | null;
	terms: readonly Term[];
}

/**
 * Events that each mention may mean: of the days told, most terms in common first, and for undated mentions the recent ones with
 * terms in common. Two statements, whatever the number of mentions.
 */
export async function readMentionCandidates(
	tx: Transaction,
	mentions: readonly MentionQuery[],
	publishedAt: Date,
): Promise<Map<number, EventProfile[]>> {
	if (mentions.length === 0) return new Map();
	const since = new Date(publishedAt.getTime() - UNDATED_REACH_DAYS * 86_400_000);
	const rows = await tx.$queryRaw<{ index: number; id: string }[]>`
		select q.index, c.id
		from jsonb_to_recordset(${JSON.stringify(mentions)}::jsonb) as q(index int, start timestamptz, "end" timestamptz, terms text[])
		cross join lateral (
			(select e.id from "Event" e
			where q.start is not null and e."occurredAt" >= q.start - interval '1 day' and e."occurredAt" < q."end" + interval '1 day'
				and (q."end" - q.start <= interval '2 days' or e."keyTerms" && q.terms) and e.curation not in ('MERGED', 'RETRACTED')
			order by (select count(*) from unnest(e."keyTerms") t where t = any(q.terms)) desc, e.id
			limit ${MENTION_CANDIDATES})
			union
			(select e.id from "Event" e
			where e."keyTerms" && q.terms and e."lastReportedAt" >= ${since} and e.curation not in ('MERGED', 'RETRACTED')
			order by (select count(*) from unnest(e."keyTerms") t where t = any(q.terms)) desc, e."lastReportedAt" desc, e.id
			limit ${MENTION_CANDIDATES})
		) c`;
	const profiles = new Map(
		(await readProfiles(tx, [...new Set(rows.map(({ id }) => id))])).map((profile) => [profile.id, profile]),
	);
	const found = new Map<number, EventProfile[]>();
	for (const { index, id } of rows) {
		const profile = profiles.get(id);
		if (profile) found.set(index, [...(found.get(index) ?? []), profile]);
	}
	return found;
}

/** Events as matching sees them. One statement. */
export async function readProfiles(tx: Transaction, ids: readonly string[]): Promise<EventProfile[]> {
	if (ids.length === 0) return [];
	const rows = await tx.$queryRaw<ProfileRow[]>`
		select e.id, e.type, e."timeStart", e."timeEnd", e."timeGranularity", e."firstReportedAt", e.centroid,
			m.first as "firstMain", m.last as "lastMain",
			(select coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'role', p.role) order by p.mentions desc, n.id), '[]')
				from "EventParticipant" p join "Entity" n on n.id = p."entityId" where p."eventId" = e.id) as participants
		from "Event" e
		cross join lateral (
			select min(a."publishedAt") as first, max(a."publishedAt") as last
			from "EventArticle" a where a."eventId" = e.id and a.role = 'MAIN') m
		where e.id = any(${[...ids]}::uuid[]) order by e.id`;
	return rows.map((row) => ({
		id: row.id,
		type: row.type,
		time:
			row.timeStart && row.timeEnd && row.timeGranularity
				? { start: row.timeStart, end: row.timeEnd, granularity: row.timeGranularity }
				: null,
		firstReportedAt: row.firstReportedAt,
		mainReports: row.firstMain && row.lastMain ? { first: row.firstMain, last: row.lastMain } : null,
		...readWeights(row.centroid),
		roles: new Map(row.participants.map(({ name, role }) => [participantKey(name), role])),
	}));
}

type ProfileRow = Pick<EventProfile, "id" | "type" | "firstReportedAt"> & {
	firstMain: Date | null;
	lastMain: Date | null;
	timeStart: Date | null;
	timeEnd: Date | null;
	timeGranularity: NonNullable<EventProfile["time"]>["granularity"] | null;
	centroid: Record<string, number>;
	participants: { name: string; role: "ACTOR" | "RECIPIENT" | "OTHER" }[];
};
