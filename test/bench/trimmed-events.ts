import type { Database } from "../../src/db.js";

/**
 * Leaves so many events in an archive, about, and takes the others out of everything that names them, but for the texts. Every event that an article is
 * about stays, however many these are; then come those that most articles tell of. Made articles tell of ten events each, which are told of nowhere
 * else: an archive of real news has fewer.
 */
export async function trimEvents(db: Database, events: number): Promise<void> {
	const client = await db.pool.connect();
	try {
		await client.query("begin");
		await client.query(
			`create temp table kept on commit drop as
			select e.id from "Event" e cross join lateral (
				select exists (select from "EventArticle" a where a."eventId" = e.id and a.role = 'MAIN') as main
			) m
			where e.curation not in ('MERGED', 'RETRACTED')
			order by m.main desc, e."articleCount" desc, e."causeCount" desc, md5(e.id::text)
			limit greatest($1, (select count(distinct "eventId") from "EventArticle" where role = 'MAIN'))`,
			[events],
		);
		for (const statement of STATEMENTS) await client.query(statement);
		await client.query("commit");
	} catch (error) {
		await client.query("rollback");
		throw error;
	} finally {
		client.release();
	}
}

const IS_KEPT = (column: string) => `"${column}" in (select id from kept)`;
const STATEMENTS = [
	`delete from "Evidence" x using "CausalLink" l where l.id = x."linkId" and not (l.${IS_KEPT("causeId")} and l.${IS_KEPT("effectId")})`,
	`delete from "CausalLink" l where not (l.${IS_KEPT("causeId")} and l.${IS_KEPT("effectId")})`,
	...["EventParticipant", "EventArticle", "EventContext", "EventRevision", "KeptContext", "Mention"].map(
		(table) => `delete from "${table}" where not ${IS_KEPT("eventId")}`,
	),
	`delete from "MentionMove" where "mentionId" not in (select id from "Mention")`,
	`delete from "Event" where not ${IS_KEPT("id")}`,
];
