import type { SubmittedArticle } from "../../../src/article/article-draft.js";
import { closesCycle } from "../../../src/causality/decide-links.js";
import { lockLog, type PendingChange, recordChanges } from "../../../src/change-log.js";
import { ingestArticle } from "../../../src/ingest/ingest-article.js";
import { newId } from "../../../src/ingest/new-id.js";
import { refreshEvents } from "../../../src/ingest/refresh-events.js";
import { inTransaction, type SqlTransaction } from "../../../src/sql-transaction.js";
import { openTestDatabase, type TestDatabase } from "../../test-database.js";
import { QUAY_NEWS } from "./quay-news.js";

export const NOW = new Date("2026-03-20T00:00:00Z");

/** A database that has read the news of the quay. */
export async function openQuayWorld(): Promise<TestDatabase> {
	const db = await openTestDatabase();
	for (const article of QUAY_NEWS) await ingestArticle(db, article, NOW, newId);
	return db;
}

/** Runs a repair as whoever decides one does: in a transaction, with the writers' lock, logged at its end. */
export async function repair<Result>(
	db: TestDatabase,
	work: (tx: SqlTransaction, changes: PendingChange[]) => Promise<Result>,
): Promise<{ result: Result; changes: PendingChange[] }> {
	return inTransaction(db.pool, async (tx) => {
		await lockLog(tx);
		const changes: PendingChange[] = [];
		const result = await work(tx, changes);
		await recordChanges(tx, changes, null, NOW);
		return { result, changes };
	});
}

/** What the log got of one kind, by node. */
export const nodesOf = (changes: readonly PendingChange[], kind: PendingChange["kind"]): string[] =>
	changes.flatMap((change) => (change.kind === kind ? [change.nodeId] : []));

export async function rowsOf<Row extends object>(db: TestDatabase, sql: string, ...values: unknown[]): Promise<Row[]> {
	return (await db.pool.query<Row>(sql, values)).rows;
}

export async function articleIdOf(db: TestDatabase, { url }: SubmittedArticle): Promise<string> {
	return (await db.prisma.article.findFirstOrThrow({ where: { url } })).id;
}

/** The event that an article is about. */
export async function mainEventOf(db: TestDatabase, { url }: SubmittedArticle): Promise<string> {
	return (await db.prisma.eventArticle.findFirstOrThrow({ where: { role: "MAIN", article: { url } } })).eventId;
}

/** The event with these words in the title that an article tells in its background. */
export async function backgroundEventOf(db: TestDatabase, { url }: SubmittedArticle, title: string): Promise<string> {
	const where = { role: "BACKGROUND" as const, article: { url }, event: { title: { contains: title } } };
	return (await db.prisma.eventArticle.findFirstOrThrow({ where })).eventId;
}

/** Addresses of an event's articles with the role in which they mention it, in order. */
export async function articlesOf(db: TestDatabase, eventId: string): Promise<string[]> {
	const rows = await db.prisma.eventArticle.findMany({ where: { eventId }, include: { article: true } });
	return rows.map(({ role, article }) => `${role} ${article.url}`).sort();
}

/** What must hold of any archive, before and after each repair; one line for each thing that does not. */
export async function faultsOf(db: TestDatabase): Promise<string[]> {
	const faults: string[] = [];
	for (const [what, sql] of Object.entries(MUST_BE_EMPTY)) {
		for (const row of await rowsOf(db, sql)) faults.push(`${what}: ${JSON.stringify(row)}`);
	}
	faults.push(...(await circlesOf(db)), ...(await staleRowsOf(db)));
	return faults;
}

const ARTICLES_STORED = `select "eventId", "articleId", role, "publishedAt", "sourceId", "isCopy" from "EventArticle"`;
const ARTICLES_TOLD = `select m."eventId", a.id, min(m.role), a."publishedAt", a."sourceId", a."isBasedOnId" is not null
	from "Mention" m join "Article" a on a.id = m."articleId" where m."supersededAt" is null group by m."eventId", a.id`;

const MUST_BE_EMPTY: Readonly<Record<string, string>> = {
	"a mention of an event that was merged away": `select m.id from "Mention" m join "Event" e on e.id = m."eventId" where e.curation = 'MERGED'`,
	"a current mention of an event that is not listed": `select m.id from "Mention" m join "Event" e on e.id = m."eventId"
		where m."supersededAt" is null and e.curation = 'RETRACTED'`,
	"an event listed without mention": `select e.id from "Event" e where e.curation not in ('MERGED', 'RETRACTED')
		and not exists (select from "Mention" m where m."eventId" = e.id and m."supersededAt" is null)`,
	"an event is listed at another time than it is dated": `select id from "Event" where "occurredAt" <> "timeStart" and curation <> 'MERGED'`,
	"mergedInto and curation disagree": `select id from "Event" where (curation = 'MERGED') <> ("mergedIntoId" is not null)`,
	"mergedInto is a chain": `select e.id from "Event" e join "Event" k on k.id = e."mergedIntoId" where k.curation = 'MERGED'`,
	"an event merged away is counted or found": `select id from "Event" where curation = 'MERGED'
		and ("articleCount" > 0 or "originalCount" > 0 or "causeCount" > 0 or cardinality("keyTerms") > 0 or centroid <> '{}')`,
	"an article that no mention ties to the event": `${ARTICLES_STORED} except ${ARTICLES_TOLD}`,
	"an article that is missing at the event": `${ARTICLES_TOLD} except ${ARTICLES_STORED}`,
	"a link at an event that is not listed": `select l.id from "CausalLink" l join "Event" e on e.id in (l."causeId", l."effectId")
		where l.status <> 'RETRACTED' and (e.curation = 'MERGED' or e.curation = 'RETRACTED' and l."reviewedAt" is null
			and l.basis <> 'CURATED' and not exists (select from "Evidence" x where x."linkId" = l.id and x.basis = 'CURATED'))`,
	"a link between an event and itself": `select id from "CausalLink" where "causeId" = "effectId"`,
	"evidence under another link than its mentions say": `
		select e.id from "Evidence" e join "CausalLink" l on l.id = e."linkId"
		join "Mention" c on c.id = e."causeMentionId" join "Mention" f on f.id = e."effectMentionId"
		where e."supersededAt" is null
			and (c."eventId", f."eventId", e.relation) is distinct from (l."causeId", l."effectId", l.relation)`,
	"evidence of mentions that are superseded": `
		select e.id from "Evidence" e join "Mention" m on m.id in (e."causeMentionId", e."effectMentionId")
		where (e."supersededAt" is null or e."heldBack") and m."supersededAt" is not null`,
	"evidence held back that counts": `select id from "Evidence" where "heldBack" and "supersededAt" is null`,
	"support is not the evidence": `
		select l.id from "CausalLink" l left join "Evidence" e on e."linkId" = l.id and e."supersededAt" is null and not e."isCopy"
		where l.basis <> 'CURATED' group by l.id
		having l.supporting <> count(*) filter (where e.stance = 'SUPPORTS') or l.contradicting <> count(*) filter (where e.stance = 'CONTRADICTS')`,
	"a link that nothing bears out and is not retracted": `select id from "CausalLink" where basis <> 'CURATED' and "reviewedAt" is null
		and status <> 'RETRACTED' and supporting + contradicting = 0`,
	"a move that does not begin where the one before has ended": `
		select v.id from (
			select id, "fromEventId", lag("toEventId") over (partition by "mentionId" order by id) as before from "MentionMove") v
		where v.before is not null and v.before <> v."fromEventId"`,
	"a mention that is not where it was moved last": `
		select m.id from "Mention" m join lateral (
			select v."toEventId" from "MentionMove" v where v."mentionId" = m.id order by v.id desc limit 1) v on true
		where v."toEventId" <> m."eventId"`,
	"a gap in the log": `select position from (select position, row_number() over (order by position) as place from "Change") c where position <> place`,
};

async function circlesOf(db: TestDatabase): Promise<string[]> {
	const links = await db.prisma.causalLink.findMany({ where: { status: { not: "RETRACTED" } } });
	const effectsOf = (id: string) => links.flatMap(({ causeId, effectId }) => (causeId === id ? [effectId] : []));
	return links.flatMap(({ id, causeId, effectId }) =>
		closesCycle(causeId, effectId, effectsOf) ? [`a circle through link ${id}`] : [],
	);
}

/** Events whose rows say something else than what is derived from their mentions and links. */
async function staleRowsOf(db: TestDatabase): Promise<string[]> {
	const rows = (tx: SqlTransaction) => tx.$queryRaw<{ id: string; row: object }[]>`
		select id, to_jsonb(e) - 'revision' - 'updatedAt' as row from "Event" e where curation not in ('MERGED', 'RETRACTED') order by id`;
	const rollBack = new Error("only looked");
	const stale: string[] = [];
	await inTransaction(db.pool, async (tx) => {
		const before = await rows(tx);
		await refreshEvents(
			tx,
			before.map(({ id }) => id),
			NOW,
			[],
		);
		const after = await rows(tx);
		before.forEach(({ id, row }, index) => {
			const now = after[index]?.row;
			if (JSON.stringify(row) !== JSON.stringify(now))
				stale.push(`event ${id} is ${JSON.stringify(row)}, not ${JSON.stringify(now)}`);
		});
		throw rollBack;
	}).catch((error) => {
		if (error !== rollBack) throw error;
	});
	return stale;
}
