import type pg from "pg";
import type { Database } from "../../src/db.js";

/**
 * Makes a large archive out of a small one that went through the pipeline. Each copy is the same news some years earlier, about other events and
 * partly with other terms and entities. Its tables hold what the pipeline writes, a hundred times as fast; the change log is left as it is, and
 * participants in mentions stay those of the original.
 *
 * What is special stays special and what is common becomes commoner, as when an archive grows: terms and entities of more than one in a hundred
 * articles are those of all copies; others are shared by as many neighbouring copies as a Pareto distribution gives (half of them by one, one in
 * ten by ten or more), which goes on as the small archive's own frequencies do.
 * @param copies beside the original.
 */
export async function multiplyArchive(
	db: Database,
	copies: number,
	{ progress, signal }: { progress(what: string): void; signal: AbortSignal },
): Promise<void> {
	const client = await db.pool.connect();
	try {
		// Copies refer to one another as the originals do: nothing needs to be checked.
		await client.query(
			"set session_replication_role = replica; set statement_timeout = 0; set maintenance_work_mem = '256MB'",
		);
		await client.query(PREPARATION);
		const indexes = await dropIndexes(client);
		for (const table of Object.keys(TABLES)) {
			signal.throwIfAborted();
			progress(`copies of ${table}`);
			await client.query(await copyStatement(client, table, copies));
		}
		for (const definition of indexes) {
			signal.throwIfAborted();
			progress(definition.slice(0, 70));
			await client.query(definition);
		}
		// A server comes to it by itself; embedded nobody does.
		if (db.kind === "postgresql") await client.query("vacuum analyze");
		await client.query("reset session_replication_role; reset statement_timeout; reset maintenance_work_mem");
	} finally {
		client.release();
	}
}

/** Functions and tables of the connection; `k` is the number of a copy, of years back, and of places back among identifiers made from a time. */
const PREPARATION = `
	create function pg_temp.nth(id uuid, k int) returns uuid language sql immutable return
		overlay(id::text placing lpad(to_hex(('x' || left(id::text, 4))::bit(16)::int - k), 4, '0') from 1 for 4)::uuid;
	create function pg_temp.earlier(at timestamptz, k int) returns timestamptz language sql stable return at - make_interval(years => k);
	create function pg_temp.earlier(timex text, k int) returns text language sql immutable return
		case when timex ~ '^[12][0-9]{3}' then lpad((left(timex, 4)::int - k)::text, 4, '0') || substr(timex, 5) else timex end;
	create function pg_temp.another(hash text, k int) returns text language sql immutable return md5(hash || k) || md5(k || hash);
	create function pg_temp.shared_by(what text, part float8) returns int language sql immutable return
		case when part > 0.01 then 1000000 else floor(1048576.0 / (1 + (hashtext(what) & 1048575)))::int end;
	create temp table shared_term as
		select term, pg_temp.shared_by(term, documents / (select count(*)::float8 from "Article")) as by from "Term";
	create temp table shared_entity as
		select e.id, pg_temp.shared_by(e.id::text, (select count(*) from "ArticleEntity" x where x."entityId" = e.id) / (select count(*)::float8 from "Article")) as by
		from "Entity" e;
	create unique index on shared_term (term);
	create unique index on shared_entity (id);
	analyze shared_term;
	analyze shared_entity`;

const EARLIER = `pg_temp.earlier(x."timeValue", k)`;
const ITS_ENTITY = `(select pg_temp.nth(s.id, k / s.by) from shared_entity s where s.id = x."entityId")`;
/** The nth form of a term: itself where all copies have it. */
const form = (term: string, k: string) => `${term} || case when ${k} = 0 then '' else '~' || ${k} end`;

interface TableCopy {
	/** Expressions for the columns that are not made by the rule: identifiers are those of the copy, instants some years earlier. */
	columns: Readonly<Record<string, string>>;
	/** Where the rows to copy and their `k` come from, if not each row once for each copy. */
	rows?: string;
}

/** Copy after copy, the earliest first, so that identifiers come in their order, as where an archive grows. */
const ONE_FOR_EACH = `generate_series(:copies, 1, -1) k cross join lateral (select * from ":table" where k > 0 offset 0) x`;
/** The words of an article with the month and the year of its copy. */
const EARLIER_WORDS = `(
	select ts_delete(x.words, array['~' || t.month, '~y' || t.year]) || array_to_tsvector(array['~' || (t.month - 12 * k), '~y' || (t.year - k)])
	from (
		select extract(year from a.at)::int as year, (12 * extract(year from a.at) + extract(month from a.at))::int as month
		from (select "publishedAt" at time zone 'UTC' as at from "Article" where id = x."articleId") a
	) t
)`;
const KEPT = { sourceId: `x."sourceId"` };
const TABLES: Readonly<Record<string, TableCopy>> = {
	Article: {
		columns: {
			...KEPT,
			url: "x.url || '?copy=' || k",
			canonicalUrl: `x."canonicalUrl" || '?copy=' || k`,
			urlHash: `pg_temp.another(x."urlHash", k)`,
		},
	},
	ArticleAddress: { columns: { urlHash: `pg_temp.another(x."urlHash", k)`, url: "x.url || '?copy=' || k" } },
	ArticleRevision: { columns: {} },
	ArticleWords: { columns: { words: EARLIER_WORDS } },
	Section: { columns: {} },
	ArticleBand: { columns: { key: "hashint8extended(x.key, k)" } },
	Event: {
		columns: {
			timeValue: EARLIER,
			keyTerms: `array(select ${form("t.term", "(k / coalesce(s.by, 1))")} from unnest(x."keyTerms") with ordinality t(term, place)
				left join shared_term s on s.term = t.term order by t.place)`,
		},
	},
	EventContext: { columns: { dirtyAt: "null" } },
	Mention: { columns: { timeValue: EARLIER } },
	EventArticle: { columns: KEPT },
	CausalLink: { columns: {} },
	Evidence: { columns: KEPT },
	UnresolvedReference: { columns: { timeValue: EARLIER } },
	Entity: {
		columns: { name: "x.name || '~' || k", key: "x.key || '~' || k" },
		rows: `"Entity" x join shared_entity s on s.id = x.id cross join lateral generate_series(1, :copies / s.by) k`,
	},
	ArticleEntity: { columns: { entityId: ITS_ENTITY } },
	EventParticipant: { columns: { entityId: ITS_ENTITY } },
	Term: {
		columns: { term: form("x.term", "k"), documents: "x.documents * least(s.by, :copies + 1 - k * s.by)" },
		rows: `"Term" x join shared_term s on s.term = x.term cross join lateral generate_series(1, :copies / s.by) k`,
	},
};

async function copyStatement(client: pg.PoolClient, table: string, copies: number): Promise<string> {
	const { rows } = await client.query<{ name: string; type: string }>(
		`select column_name as name, data_type as type from information_schema.columns
		where table_schema = 'public' and table_name = $1 order by ordinal_position`,
		[table],
	);
	const { columns, rows: source = ONE_FOR_EACH } = TABLES[table] as TableCopy;
	const values = rows.map(({ name, type }) => columns[name] ?? byRule(`x."${name}"`, type));
	const names = rows.map(({ name }) => `"${name}"`).join(", ");
	const text = `insert into "${table}" (${names}) select ${values.join(", ")} from ${source}`;
	const all = table === "Term" ? `${text}; ${TERMS_SHARED}` : text;
	return all.replaceAll(":copies", String(copies)).replaceAll(":table", table);
}

/** What copies share with the original is in so many more articles. */
const TERMS_SHARED = `update "Term" x set documents = x.documents * least(s.by, :copies + 1) from shared_term s where s.term = x.term`;

function byRule(column: string, type: string): string {
	if (type === "uuid") return `pg_temp.nth(${column}, k)`;
	return type.startsWith("timestamp") ? `pg_temp.earlier(${column}, k)` : column;
}

/** Drops the indexes of the copied tables, but for primary keys to which others refer. @returns the statements that make them again. */
async function dropIndexes(client: pg.PoolClient): Promise<string[]> {
	const tables = Object.keys(TABLES);
	const keys = await client.query<{ name: string; table: string; definition: string }>(
		`select c.conname as name, c.conrelid::regclass::text as table, pg_get_constraintdef(c.oid) as definition from pg_constraint c
		join pg_class t on t.oid = c.conrelid
		where c.contype = 'p' and t.relname = any($1) and t.relnamespace = 'public'::regnamespace
			and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid) order by 1`,
		[tables],
	);
	const indexes = await client.query<{ name: string; definition: string }>(
		`select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
		join pg_class t on t.oid = i.indrelid where not i.indisprimary and t.relname = any($1) and t.relnamespace = 'public'::regnamespace order by 1`,
		[tables],
	);
	for (const { name, table } of keys.rows) await client.query(`alter table ${table} drop constraint "${name}"`);
	for (const { name } of indexes.rows) await client.query(`drop index "${name}"`);
	return [
		...keys.rows.map(({ name, table, definition }) => `alter table ${table} add constraint "${name}" ${definition}`),
		...indexes.rows.map(({ definition }) => definition),
	];
}
