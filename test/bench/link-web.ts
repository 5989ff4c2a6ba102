import type pg from "pg";
import type { Database } from "../../src/db.js";

/** How dense a web of claims is. */
export interface LinkWeb {
	/** Events that are on it at most: late ones that articles are about. */
	events: number;
	/** Claims among them, about. */
	links: number;
}

/** An affair: so many events after one another, each of which so many of the step before may have led to. */
const STEPS = 10;
const BESIDE = 4;

/**
 * Adds a web of claims to an archive, as a long-lived one has it: an affair goes on for ten steps of four events each, and reports of an event say what led
 * to it. So an event at the end of an affair has some forty claims within five steps, and there are no shortcuts. Each claim has two
 * sentences that reports print, one of the effect and one of the cause.
 * @returns links added.
 */
export async function addLinkWeb(db: Database, { events, links }: LinkWeb): Promise<number> {
	const client = await db.pool.connect();
	try {
		await client.query("set statement_timeout = 0");
		await client.query(MEMBERS, [events]);
		await client.query("create unique index on web_member (affair, step, place); analyze web_member");
		const { rows } = await client.query<{ effects: number }>(
			"select count(*)::int as effects from web_member where step > 0",
		);
		const causes = Math.min(BESIDE, links / Math.max(1, rows[0]?.effects ?? 0));
		await client.query(CLAIMS, [causes]);
		const added = await addClaims(client);
		await client.query("drop table web_member; drop table web_claim; reset statement_timeout");
		return added;
	} finally {
		client.release();
	}
}

/** Each event with the sentence in which its first report tells it. */
const MEMBERS = `create temp table web_member as
	with reported as (
		select e.id, e."firstReportedAt" from "Event" e
		where e.curation not in ('MERGED', 'RETRACTED') and exists (select from "EventArticle" a where a."eventId" = e.id and a.role = 'MAIN')
		order by e."firstReportedAt" desc, e.id desc limit $1
	)
	select r.id, ((n - 1) / ${STEPS * BESIDE})::int as affair, ((n - 1) / ${BESIDE} % ${STEPS})::int as step, ((n - 1) % ${BESIDE})::int as place, m.*
	from (select id, row_number() over (order by "firstReportedAt", id) as n from reported) r
	cross join lateral (
		select m.id as "mentionId", m."articleId", m."revisionId", a."sourceId", m."sentenceStart", m."sentenceEnd", m.sentence, m."publishedAt", a."firstSeenAt"
		from "Mention" m join "Article" a on a.id = m."articleId"
		where m."eventId" = r.id and m.role = 'MAIN' and m."supersededAt" is null order by m."publishedAt", m.id limit 1
	) m`;

/** Each event of a step and those of the step before that led to it: all four at most, chosen by their names' hashes so that it is always the same. */
const CLAIMS = `create temp table web_claim as
	select gen_random_uuid() as id, c.id as "causeId", e.id as "effectId", e.affair, e.step, c.place as "causePlace", e.place as "effectPlace",
		0.55 + 0.4 * ((hashtext(c.id::text || e.id::text) & 1023) / 1024.0) as confidence
	from web_member e join web_member c on c.affair = e.affair and c.step = e.step - 1
	where ((e.place - c.place + ${BESIDE}) % ${BESIDE}) + ((hashtext(e.id::text) & 1023) / 1024.0) < $1
		and not exists (select from "CausalLink" l where l."causeId" = c.id and l."effectId" = e.id)`;

async function addClaims(client: pg.PoolClient): Promise<number> {
	const { rowCount } = await client.query(`
		insert into "CausalLink" (id, "createdAt", "updatedAt", "causeId", "effectId", relation, mode, basis, status, confidence, supporting, contradicting,
			"independentSources", "attributedOnly", "firstStatedAt")
		select c.id, now(), now(), c."causeId", c."effectId", 'CAUSE', 'CONSEQUENCE', 'STATED', 'ACCEPTED', c.confidence, 2, 0, 2, false, e."publishedAt"
		from web_claim c join web_member e on (e.affair, e.step, e.place) = (c.affair, c.step, c."effectPlace")`);
	// Claims of the pipeline have the places from 0 on.
	await client.query(`
		insert into "Evidence" (id, "linkId", "effectMentionId", "articleId", "revisionId", "sourceId", index, "spanStart", "spanEnd", exact, relation, mode,
			basis, stance, certainty, confidence, "publishedAt", "recordedAt", "isCopy")
		select gen_random_uuid(), c.id, case when t.side = 'effect' then t."mentionId" end, t."articleId", t."revisionId", t."sourceId",
			10000 + row_number() over (partition by t."revisionId" order by c.id, t.side), t."sentenceStart", t."sentenceEnd", t.sentence, 'CAUSE', 'CONSEQUENCE',
			'STATED', 'SUPPORTS', 'CERTAIN', case t.side when 'effect' then c.confidence else c.confidence / 2 end, t."publishedAt", t."firstSeenAt", false
		from web_claim c cross join lateral (
			select 'effect' as side, m.* from web_member m where (m.affair, m.step, m.place) = (c.affair, c.step, c."effectPlace")
			union all
			select 'cause', m.* from web_member m where (m.affair, m.step, m.place) = (c.affair, c.step - 1, c."causePlace")
		) t`);
	await client.query(`
		update "Event" e set "causeCount" = n.causes
		from (select "effectId" as id, count(*)::int as causes from "CausalLink" where status <> 'RETRACTED' group by 1) n where n.id = e.id`);
	return rowCount ?? 0;
}
