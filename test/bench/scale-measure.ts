import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { UsageError } from "../../src/cli/run-command.js";
import { type Database, openDatabase } from "../../src/db.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { refreshContexts } from "../../src/ingest/contexts/refresh-contexts.js";
import { prepareArticle, storeArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { readHere } from "../../src/ingest/reading/article-reader.js";
import { createLog } from "../../src/log.js";
import { publicId } from "../../src/public-id.js";
import { recordStatements } from "../test-database.js";
import { archiveArticles } from "./archive.js";
import { readWorld, take } from "./articles.js";
import type { ScaleInputs } from "./scale-model.js";

/** Articles and questions that do not count: until then code is compiled. */
const WARMUP = 60;
/**
 * Articles between two looks for contexts that they have marked: what a worker meets that looks each second, at a thousand a minute. Of fewer, each takes more,
 * since several articles mark the same contexts; then there is time for it.
 */
const AT_ONCE = 16;
const QUESTIONS = 400;
const COMMIT_SECONDS = 2;
const COMMITTERS = 8;
const LENGTH = 2_800;
/**
 * By `npm run bench -- subscribers` (README): the last of 2,510 subscribers has a change after 303 ms. An upper bound, since their clients share the
 * machine.
 */
const DELIVERY_MS = 303 / 2_510;

const QUESTION = `query($id: ID!) { event(id: $id) { title whatPreceded {
	preceding(first: 30) { nodes { role title time { value } } } chains(first: 3) { links { explanation } } digest(maxWords: 130) { text } } } }`;

/**
 * Measures at a small size, on an empty Postgres on this machine that nobody else uses: one article after the other, on one connection, so that what each
 * side spends can be told apart.
 * @param articles how many are stored, beside the first ones that do not count.
 */
export async function measureScale(
	url: string,
	articles: number,
	progress: (what: string) => void,
): Promise<ScaleInputs> {
	const { statements, ...db } = await recordStatements(await openDatabase({ url, poolSize: 1 }));
	try {
		if (db.kind !== "postgresql")
			throw new UsageError("--database takes a Postgres server: what is embedded does not scale out");
		if ((await db.prisma.article.count()) > 0)
			throw new UsageError("--database holds articles; an empty one is needed");
		const all = take(archiveArticles(readWorld(), 1, LENGTH), WARMUP + articles);
		for (const article of all.slice(0, WARMUP)) await store(db, article);
		await refreshAll(db);
		const before = { ...(await sizes(db)), statements: statements.length };
		const spent = { read: 0, store: 0, storeDatabase: 0, context: 0, contextDatabase: 0 };
		for (const [index, article] of all.slice(WARMUP).entries()) {
			progress(`${index} of ${articles} articles`);
			const times = await store(db, article);
			spent.read += times.readMs;
			spent.store += times.storeMs;
			spent.storeDatabase += times.storeDatabaseMs;
			if (index % AT_ONCE !== AT_ONCE - 1 && index < articles - 1) continue;
			const contexts = await both(db, () => refreshAll(db));
			spent.context += contexts.own;
			spent.contextDatabase += contexts.database;
		}
		const sent = statements.length - before.statements;
		const after = await sizes(db);
		progress("questions");
		const question = await measureQuestions(db);
		progress("commits");
		const commits = await commitsPerSecond(url, false);
		const notifyingCommits = await commitsPerSecond(url, true);
		const each = (sum: number) => round(sum / articles);
		return {
			measured: `${articles} articles on ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, ${await serverVersion(db)}`,
			length: LENGTH,
			readMs: each(spent.read),
			storeMs: each(spent.store),
			storeDatabaseMs: each(spent.storeDatabase),
			contextMs: each(spent.context),
			contextDatabaseMs: each(spent.contextDatabase),
			statements: each(sent),
			rows: each(after.rows - before.rows),
			changes: each(after.changes - before.changes),
			bytes: each(after.bytes - before.bytes),
			walBytes: each(after.wal - before.wal),
			questionMs: round(question.own / QUESTIONS),
			questionDatabaseMs: round(question.database / QUESTIONS),
			commits: round(commits),
			notifyingCommits: round(notifyingCommits),
			deliveryMs: round(DELIVERY_MS),
		};
	} finally {
		await db.close();
	}
}

async function store(db: Database, article: Parameters<typeof readHere.draft>[0]) {
	const now = new Date();
	const began = ownCpuMs();
	const decision = await readHere.draft(article, now);
	if (decision.kind === "invalid") throw new Error(`${article.url} was refused`);
	const prepared = await prepareArticle(db, decision.draft, readHere);
	const readMs = ownCpuMs() - began;
	const { own, database } = await both(db, () => storeArticle(db, prepared, now, newId));
	return { readMs, storeMs: own, storeDatabaseMs: database };
}

async function refreshAll(db: Database): Promise<void> {
	while ((await refreshContexts(db, 100, new Date())).computed > 0);
}

async function measureQuestions(db: Database): Promise<{ own: number; database: number }> {
	const { rows } = await db.pool.query<{ id: string }>(
		`select "effectId" as id from "CausalLink" group by 1 order by count(*) desc, 1 limit $1`,
		[QUESTIONS],
	);
	if (rows.length === 0) throw new Error("the archive has no claims to ask for");
	const yoga = createGraphQLServer({ db, log: createLog({ logLevel: "error" }) });
	const ask = async (n: number) => {
		const id = publicId("Event", rows[n % rows.length]?.id ?? "");
		const body = JSON.stringify({ query: QUESTION, variables: { id } });
		const headers = { "content-type": "application/json" };
		const answer = await yoga.fetch("http://127.0.0.1/graphql", { method: "POST", headers, body });
		if (!(await answer.text()).includes('"digest"')) throw new Error("a question was not answered");
	};
	for (let n = 0; n < WARMUP; n++) await ask(n);
	return both(db, async () => {
		for (let n = 0; n < QUESTIONS; n++) await ask(n);
	});
}

/** Processor milliseconds of this process and of the one session of the database. */
async function both(db: Database, work: () => Promise<unknown>): Promise<{ own: number; database: number }> {
	const pid = await sessionPid(db);
	const [own, database] = [ownCpuMs(), cpuMsOf(pid)];
	await work();
	return { own: ownCpuMs() - own, database: cpuMsOf(pid) - database };
}

const pids = new WeakMap<object, number>();

/** The session stays the same: there is one connection, which is never idle for long. */
async function sessionPid(db: Database): Promise<number> {
	const known = pids.get(db.pool);
	if (known) return known;
	const { rows } = await db.pool.query<{ pid: number }>("select pg_backend_pid() as pid");
	const pid = rows[0]?.pid ?? 0;
	pids.set(db.pool, pid);
	return pid;
}

function ownCpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}

/** In nanoseconds there, where the kernel counts them so; ticks of ten milliseconds are too coarse for one article. */
function cpuMsOf(pid: number): number {
	try {
		return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
	} catch (error) {
		throw new UsageError(`the database has to run on this machine: ${(error as Error).message}`);
	}
}

async function sizes(db: Database): Promise<{ rows: number; changes: number; bytes: number; wal: number }> {
	const { rows: tables } = await db.pool.query<{ name: string }>(
		"select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
	);
	let rows = 0;
	for (const { name } of tables) rows += Number((await db.pool.query(`select count(*) as n from ${name}`)).rows[0].n);
	const { rows: found } = await db.pool.query<{ changes: number; bytes: string; wal: string }>(
		`select (select count(*)::int from "Change") as changes, pg_database_size(current_database()) as bytes,
			pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as wal`,
	);
	return { rows, changes: found[0]?.changes ?? 0, bytes: Number(found[0]?.bytes), wal: Number(found[0]?.wal) };
}

async function serverVersion(db: Database): Promise<string> {
	const { rows } = await db.pool.query<{ version: string }>("select current_setting('server_version') as version");
	return `PostgreSQL ${rows[0]?.version.split(" ")[0]}`;
}

/** Small transactions of eight connections at once. */
async function commitsPerSecond(url: string, notifies: boolean): Promise<number> {
	const db = await openDatabase({ url, poolSize: COMMITTERS });
	try {
		await db.pool.query("create table if not exists bench_commit (n int)");
		const until = performance.now() + COMMIT_SECONDS * 1_000;
		let done = 0;
		const notify = notifies ? ", pg_notify('bench_commit', '')" : "";
		await Promise.all(
			Array.from({ length: COMMITTERS }, async () => {
				while (performance.now() < until) {
					await db.pool.query(
						`with written as (insert into bench_commit values (1) returning n) select n${notify} from written`,
					);
					done++;
				}
			}),
		);
		await db.pool.query("drop table bench_commit");
		return done / COMMIT_SECONDS;
	} finally {
		await db.close();
	}
}

/** Three digits that tell. */
const round = (value: number): number => Number(value.toPrecision(3));
