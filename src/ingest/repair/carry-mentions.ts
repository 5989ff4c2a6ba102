import type { MentionRole } from "../../generated/prisma/client.js";
import type { SqlTransaction } from "../../sql-transaction.js";
import { RepairError } from "./repair-error.js";

/** A mention that is to be given to another event. */
export interface MovingMention {
	id: string;
	/** The event it has had until now. */
	eventId: string;
	articleId: string;
	role: MentionRole;
	/** The article still says it. */
	isCurrent: boolean;
}

/** `Mention.matchReason` is for people: of a mention that was moved many times the last reasons are kept; `MentionMove` has all. */
const MAX_REASON = 1_000;

/** The mentions with these ids. One statement. */
export function readMoving(tx: SqlTransaction, mentionIds: readonly string[]): Promise<MovingMention[]> {
	return tx.$queryRaw<MovingMention[]>`
		select id, "eventId", "articleId", role, "supersededAt" is null as "isCurrent" from "Mention"
		where id = any(${[...mentionIds]}::uuid[]) order by id`;
}

/** All mentions of these events, those of earlier revisions too. One statement. */
export function readMentionsOf(tx: SqlTransaction, eventIds: readonly string[]): Promise<MovingMention[]> {
	return tx.$queryRaw<MovingMention[]>`
		select id, "eventId", "articleId", role, "supersededAt" is null as "isCurrent" from "Mention"
		where "eventId" = any(${[...eventIds]}::uuid[]) order by id`;
}

/** The mentions of an event in these articles, those of earlier revisions too: what leaves it if the articles do. One statement. */
export async function findMentionsIn(
	tx: Pick<SqlTransaction, "$queryRaw">,
	eventId: string,
	articleIds: readonly string[],
): Promise<string[]> {
	const rows = await tx.$queryRaw<{ id: string }[]>`
		select id from "Mention" where "articleId" = any(${[...articleIds]}::uuid[]) and "eventId" = ${eventId}::uuid order by id`;
	return rows.map(({ id }) => id);
}

/** Throws `RepairError` unless all of these events exist and none was merged away. One statement. */
export async function requireStanding(tx: SqlTransaction, eventIds: readonly string[]): Promise<void> {
	const standing = await tx.$queryRaw<{ id: string }[]>`
		select id from "Event" where id = any(${[...eventIds]}::uuid[]) and curation <> 'MERGED'`;
	const ids = new Set(standing.map(({ id }) => id));
	const missing = eventIds.find((id) => !ids.has(id));
	if (missing) throw new RepairError("there is no such event, or it was merged into another one", missing);
}

/** The events that give mentions and the one that gets them, each once. */
export const eventsOf = (moving: readonly MovingMention[], toEventId: string): string[] => [
	...new Set([toEventId, ...moving.map(({ eventId }) => eventId)]),
];

/**
 * Gives mentions to another event, with a record of each move, and brings in line what is derived from mentions alone: which articles
 * mention the events, in which role, and who takes part. Six statements, whatever the number of mentions.
 */
export async function carryMentions(
	tx: SqlTransaction,
	moving: readonly MovingMention[],
	toEventId: string,
	reason: string,
	now: Date,
): Promise<void> {
	const ids = moving.map(({ id }) => id);
	const events = eventsOf(moving, toEventId);
	const articles = [...new Set(moving.map(({ articleId }) => articleId))];
	await tx.$executeRaw`
		insert into "MentionMove" ("mentionId", "fromEventId", "toEventId", at, reason)
		select id, "eventId", ${toEventId}::uuid, ${now}, ${reason} from "Mention" where id = any(${ids}::uuid[]) order by id`;
	await tx.$executeRaw`
		update "Mention" set "eventId" = ${toEventId}::uuid, "matchReason" = right("matchReason" || '; ' || ${reason}::text, ${MAX_REASON}::int)
		where id = any(${ids}::uuid[])`;
	await tx.$executeRaw`
		delete from "EventArticle" where "eventId" = any(${events}::uuid[]) and "articleId" = any(${articles}::uuid[])`;
	// The roles are declared strongest first.
	await tx.$executeRaw`
		insert into "EventArticle" ("eventId", "articleId", role, "publishedAt", "sourceId", "isCopy")
		select m."eventId", a.id, min(m.role), a."publishedAt", a."sourceId", a."isBasedOnId" is not null
		from "Mention" m join "Article" a on a.id = m."articleId"
		where m."articleId" = any(${articles}::uuid[]) and m."eventId" = any(${events}::uuid[]) and m."supersededAt" is null
		group by m."eventId", a.id`;
	await tx.$executeRaw`delete from "EventParticipant" where "eventId" = any(${events}::uuid[])`;
	// Who took part is said by the articles that are about it, as far as there are any.
	await tx.$executeRaw`
		insert into "EventParticipant" ("eventId", "entityId", role, "isPlace", mentions)
		select e.id, p."entityId", (array_agg(p.role order by p.role = 'OTHER', m."publishedAt", m.id))[1], bool_and(p."isPlace"), count(*)
		from unnest(${events}::uuid[]) as e(id)
		cross join lateral (select exists (select from "EventArticle" x where x."eventId" = e.id and x.role = 'MAIN') as "hasMain") k
		join "Mention" m on m."eventId" = e.id and m."supersededAt" is null and (m.role = 'MAIN' or not k."hasMain")
		cross join lateral jsonb_to_recordset(m.participants) as p("entityId" uuid, role "ParticipantRole", "isPlace" boolean)
		group by e.id, p."entityId"`;
}
