import type { EventProfile } from "../event/event-profile.js";
import { participantKey } from "../event/participants.js";
import { readWeights, type StoredWeights } from "../event/stored-weights.js";
import { type InverseFrequency, newsFrequency } from "../event/term-weight.js";
import { isFine, type TimeRange } from "../event/time-range.js";
import type { Term } from "../language/terms.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { type ProfileMemory, TermCounts } from "./archive-memory.js";
import { decideLookup, joinPairs } from "./candidate-lookup.js";
import { type FoundEvent, narrowWindow, type RankedQuery, rankCandidates } from "./rank-candidates.js";
import { readCountedTerms } from "./report-profiles.js";

/** Candidates looked at for one article and for one mention: the nearest by key terms, so that cost does not grow with the archive. */
const MAIN_CANDIDATES = 24;
const DAY_CANDIDATES = 16;
const MENTION_CANDIDATES = 20;
/** Among about so many events the nearest are sought. Ranking one takes 5 µs, and an article has one main event and ten other mentions. */
const MAIN_HITS = 400;
const MENTION_HITS = 80;
/** A background rarely reaches further back than this without giving a date. */
const UNDATED_REACH_DAYS = 400;
const DAY_MS = 86_400_000;
/** Events of the day that an article tells, and of the days that one of its mentions tells; where there are more, the words must find them. */
const DAY_EVENTS = 300;
const MENTION_DAY_EVENTS = 40;
/** The separators of ASCII; no term has them, since texts are cleaned of control characters. */
const TERM_END = "\u001f";
const FIELD_END = "\u001e";
const EVENT_END = "\u001d";
/** The row of `Term` that counts the documents themselves. */
const ALL_DOCUMENTS = "";

/**
 * The rarity of these terms by the counts that were read. Others pass for unheard of even where their counts are known from before: what an
 * article comes to must not depend on what the process has read earlier.
 */
export function frequenciesOf(counts: TermCounts, terms: Iterable<Term>): InverseFrequency {
	const asked = new Set(terms);
	const rarity = newsFrequency(Math.max(0, counts.documents), {
		get: (term) => (asked.has(term) ? counts.of(term) : undefined),
	});
	// Each is asked for with every candidate that has the term.
	const known = new Map<Term, number>();
	return (term) => {
		let value = known.get(term);
		if (value === undefined) {
			value = rarity(term);
			known.set(term, value);
		}
		return value;
	};
}

/** So many documents of other writers are taken in one by one; after more, everything is read anew. */
const MAX_CAUGHT_UP = 50;

/**
 * Sees to it that the counts of these terms are known, as they are in this transaction, which has the writers' lock. One statement; another one where
 * somebody else has counted documents since, which brings up to date what is known.
 */
export async function readCounts(tx: SqlTransaction, terms: Iterable<Term>, known: TermCounts): Promise<void> {
	const all = [...new Set(terms)];
	const unknown = () => all.filter((term) => known.of(term) === undefined);
	const missing = unknown();
	const found = await readMissing(tx, missing);
	const documents = found.get(ALL_DOCUMENTS) ?? 0;
	await catchUp(tx, documents, known);
	for (const term of missing) known.set(term, found.get(term) ?? 0);
	// What was known could not be brought up to date.
	const forgotten = unknown();
	if (forgotten.length === 0) return;
	const again = await readMissing(tx, forgotten);
	for (const term of forgotten) known.set(term, again.get(term) ?? 0);
}

async function readMissing(tx: SqlTransaction, terms: readonly Term[]): Promise<Map<Term, number>> {
	const rows = await tx.$queryRaw<{ term: Term; documents: number }[]>`
		select term, documents from "Term" where term = any(${[...terms, ALL_DOCUMENTS]}::text[])`;
	return new Map(rows.map(({ term, documents }) => [term, documents]));
}

async function catchUp(tx: SqlTransaction, documents: number, known: TermCounts): Promise<void> {
	const { documents: from } = known;
	const added = documents - from;
	if (from >= 0 && added > 0 && added <= MAX_CAUGHT_UP) {
		const counted = await readCountedTerms(tx, from, documents);
		// Of a document that has been revised since nobody knows any more what was counted.
		if (counted.length === added) for (const [index, terms] of counted.entries()) known.add(terms, from + index);
	}
	known.startAt(documents);
}

/** Counts one more document for each of its terms. One statement. */
export async function countDocument(tx: SqlTransaction, terms: Iterable<Term>): Promise<void> {
	// In one order for all writers: two that lock rows crosswise would block each other.
	const counted = [...new Set([...terms, ALL_DOCUMENTS])].sort();
	await tx.$executeRaw`
		insert into "Term" (term, documents) select t, 1 from unnest(${counted}::text[]) as t
		on conflict (term) do update set documents = "Term".documents + 1`;
}

/** What is known without asking, and is used where it still holds. */
export interface Known {
	counts: TermCounts;
	profiles: ProfileMemory | null;
}

/**
 * Events that an article with these key terms may be about, most terms in common first; and those of the day it tells, if it tells one, whose
 * reports may share no word with it. Two statements.
 */
export async function readMainCandidates(
	tx: SqlTransaction,
	keyTerms: readonly Term[],
	time: TimeRange | null,
	known: Known = NOTHING,
): Promise<EventProfile[]> {
	const day = time && isFine(time.granularity) ? time : null;
	const { any, pairs } = lookup(keyTerms, known, MAIN_HITS);
	const rows = await tx.$queryRaw<Pick<FoundEvent, "id" | "revision">[]>`
		(select h.id, h.revision from (
			select e.id, e.revision, e."keyTerms", e."lastReportedAt" from "Event" e
			where e."keyTerms" && ${any}::text[] and e.curation not in ('MERGED', 'RETRACTED')
			union
			select e.id, e.revision, e."keyTerms", e."lastReportedAt"
			from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(lead text, others text[])
			join "Event" e on e."keyTerms" @> array[p.lead] and e."keyTerms" && p.others
			where e.curation not in ('MERGED', 'RETRACTED')) h
		order by (select count(*) from unnest(h."keyTerms") t where t = any(${[...keyTerms]}::text[])) desc, h."lastReportedAt" desc, h.id
		limit ${MAIN_CANDIDATES})
		union
		(select d.id, d.revision from (
			select e.id, e.revision, e."lastReportedAt" from "Event" e
			where e."occurredAt" >= ${day?.start ?? null} and e."occurredAt" < ${day?.end ?? null} and e.curation not in ('MERGED', 'RETRACTED')
			order by e."occurredAt", e.id limit ${DAY_EVENTS}) d
		order by d."lastReportedAt" desc, d.id
		limit ${DAY_CANDIDATES})`;
	return readFound(tx, rows, known.profiles);
}

/** Terms whose counts are not known pass for rare. */
const lookup = (terms: readonly Term[], { counts }: Known, hits: number) =>
	decideLookup(terms, (term) => counts.of(term) ?? 0, hits);

const NOTHING: Known = { counts: new TermCounts(), profiles: null };

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
	tx: SqlTransaction,
	mentions: readonly MentionQuery[],
	publishedAt: Date,
	known: Known = NOTHING,
): Promise<Map<number, EventProfile[]>> {
	if (mentions.length === 0) return new Map();
	const queries = mentions.map(({ index, start, end, terms }): RankedQuery => {
		const time = { start: start?.getTime() ?? null, end: end?.getTime() ?? null };
		return { index, ...time, terms, lookup: lookup(terms, known, MENTION_HITS) };
	});
	const events = await readAlike(tx, queries);
	const since = publishedAt.getTime() - UNDATED_REACH_DAYS * DAY_MS;
	const ranked = rankCandidates(queries, events, since, MENTION_CANDIDATES);
	const wanted = new Set([...ranked.values()].flat());
	const read = await readFound(
		tx,
		events.filter(({ id }) => wanted.has(id)),
		known.profiles,
	);
	const profiles = new Map(read.map((profile) => [profile.id, profile]));
	return new Map([...ranked].map(([index, ids]) => [index, ids.flatMap((id) => profiles.get(id) ?? [])]));
}

/** All events that any of the mentions asks for, by its terms or its days. An event of which no report gives the day cannot agree with a mention's day. */
async function readAlike(tx: SqlTransaction, queries: readonly RankedQuery[]): Promise<FoundEvent[]> {
	const any = new Set(queries.flatMap(({ lookup }) => lookup.any));
	const pairs = joinPairs(queries.flatMap(({ lookup }) => lookup.pairs));
	const windows = new Map<number, { from: Date; to: Date }>();
	for (const query of queries) {
		const window = narrowWindow(query);
		if (window) windows.set(window.from, { from: new Date(window.from), to: new Date(window.to) });
	}
	// Hundreds of rows for an article: as one text they take a third of the time to read.
	const [row] = await tx.$queryRaw<{ found: string | null }[]>`
		select string_agg(e.id || ${FIELD_END} || e.revision || ${FIELD_END} || extract(epoch from e."occurredAt") || ${FIELD_END}
			|| extract(epoch from e."lastReportedAt") || ${FIELD_END} || (e."timeStart" is not null)::int || ${FIELD_END}
			|| array_to_string(e."keyTerms", ${TERM_END}), ${EVENT_END}) as found
		from (
			select x.id from "Event" x where x."keyTerms" && ${[...any]}::text[]
			union
			select x.id from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(lead text, others text[])
			join "Event" x on x."keyTerms" @> array[p.lead] and x."keyTerms" && p.others
			union
			select d.id from jsonb_to_recordset(${JSON.stringify([...windows.values()])}::jsonb) as w("from" timestamptz, "to" timestamptz)
			cross join lateral (
				select x.id from "Event" x where x."timeStart" is not null and x."occurredAt" >= w."from" and x."occurredAt" < w."to"
				order by x."occurredAt", x.id limit ${MENTION_DAY_EVENTS}) d
		) found join "Event" e on e.id = found.id
		where e.curation not in ('MERGED', 'RETRACTED')`;
	return (row?.found?.split(EVENT_END) ?? []).map(foundEvent);
}

function foundEvent(text: string): FoundEvent {
	const [id = "", revision, occurredAt, lastReportedAt, isDated, terms = ""] = text.split(FIELD_END);
	return {
		id,
		revision: Number(revision),
		occurredAt: Math.round(1_000 * Number(occurredAt)),
		lastReportedAt: Math.round(1_000 * Number(lastReportedAt)),
		isDated: isDated === "1",
		terms: terms === "" ? [] : terms.split(TERM_END),
	};
}

/** The profiles of events that were found; those that are known at the same revision are not read again. */
async function readFound(
	tx: SqlTransaction,
	found: readonly Pick<FoundEvent, "id" | "revision">[],
	memory: ProfileMemory | null,
): Promise<EventProfile[]> {
	const revisions = new Map(found.map(({ id, revision }) => [id, revision]));
	const profiles = new Map<string, EventProfile>();
	for (const [id, revision] of revisions) {
		const profile = memory?.get(id, revision);
		if (profile) profiles.set(id, profile);
	}
	const missing = [...revisions.keys()].filter((id) => !profiles.has(id));
	for (const profile of await readProfiles(tx, missing)) {
		profiles.set(profile.id, profile);
		memory?.set(profile.id, revisions.get(profile.id) ?? 0, profile);
	}
	return [...revisions.keys()].sort().flatMap((id) => profiles.get(id) ?? []);
}

/** Events as matching sees them. One statement. */
export async function readProfiles(tx: SqlTransaction, ids: readonly string[]): Promise<EventProfile[]> {
	if (ids.length === 0) return [];
	const rows = await tx.$queryRaw<ProfileRow[]>`
		select e.id, e.type, e."timeStart", e."timeEnd", e."timeGranularity", e."firstReportedAt", e.centroid, e."reportCount", e.alike,
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
		reports: row.reportCount,
		alike: row.alike,
		roles: new Map(row.participants.map(({ name, role }) => [participantKey(name), role])),
	}));
}

type ProfileRow = Pick<EventProfile, "id" | "type" | "firstReportedAt"> & {
	firstMain: Date | null;
	lastMain: Date | null;
	timeStart: Date | null;
	timeEnd: Date | null;
	timeGranularity: NonNullable<EventProfile["time"]>["granularity"] | null;
	centroid: StoredWeights;
	reportCount: number;
	alike: number;
	participants: { name: string; role: "ACTOR" | "RECIPIENT" | "OTHER" }[];
};
