import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DatabaseOpenError } from "../../src/database/open-error.js";
import { type Database, openDatabase } from "../../src/db.js";
import { refreshContexts } from "../../src/ingest/contexts/refresh-contexts.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { eventually } from "../changes/subscribers.js";
import { WORLD } from "../ingest/harbour-news.js";
import { testServerUrl } from "../test-database.js";
import { poolerVersion, startPrivatePooler } from "./private-pooler.js";
import { createFromTemplate, onServer } from "./template.js";

const version = poolerVersion();
const keepsStatements = version !== null && (version[0] > 1 || version[1] >= 21);
const now = new Date("2026-03-10T00:00:00Z");

describe.skipIf(testServerUrl === null || version === null)(
	"Behind a PgBouncer that hands out connections by transaction (skipped where none is installed, or no server is given)",
	() => {
		const name = `antecedent_test_pooler_${process.pid}`;
		let server: { url: string; drop: () => Promise<void> };
		let pooler: Awaited<ReturnType<typeof startPrivatePooler>>;

		beforeAll(async () => {
			server = await createFromTemplate(testServerUrl ?? "", name);
			await onServer(server.url, `alter database ${name} set TimeZone = 'Asia/Tokyo'`);
			pooler = await start();
		});
		afterAll(async () => {
			await pooler?.stop();
			await server?.drop();
		});

		const start = () => startPrivatePooler(server.url, keepsStatements ? { max_prepared_statements: 200 } : {});
		const open = (preparedStatements: boolean) =>
			openDatabase({ url: pooler.url, directUrl: server.url, poolSize: 8, preparedStatements });

		/** What uses everything that a session could be asked to remember: transactions, their settings, locks, statements. */
		async function use(db: Database): Promise<void> {
			for (const article of WORLD) await ingestArticle(db, article, now, newId);
			while ((await refreshContexts(db, 100, now)).computed > 0);
			await Promise.all(Array.from({ length: 60 }, () => db.prisma.event.findMany({ include: { mentions: true } })));
			await Promise.all(
				Array.from({ length: 60 }, () =>
					db.pool.query({ name: "pooled", text: `select count(*) from "Event" where id <> $1`, values: [newId()] }),
				),
			);
			// On one connection of the pool, several transactions are under way at once.
			const shared = (n: number) => ({ name: "shared", text: "select $1::int as n", values: [n], shares: true });
			await db.pool.query(shared(0));
			const numbers = Array.from({ length: 60 }, (_, n) => n);
			const answers = await Promise.all(numbers.map((n) => db.pool.query<{ n: number }>(shared(n))));
			expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(numbers);
		}

		test("a start without the settings of the role is refused with the statements that make them", async () => {
			const refused = await open(false).catch((error: unknown) => error);
			expect(refused).toBeInstanceOf(DatabaseOpenError);
			const { message } = refused as Error;
			expect(message).toContain(`alter role "postgres" in database "${name}" set TimeZone = 'UTC';`);
			expect(message).toContain("set statement_timeout = '30000';");
			for (const [statement] of message.matchAll(/alter role [^;]*;/g)) await onServer(server.url, statement);
			await pooler.stop();
			pooler = await start();
			const db = await open(false);
			expect(db.warnings).toEqual([]);
			await db.close();
		});

		test("it stores and answers without prepared statements, on far fewer sessions than connections", async () => {
			const db = await open(false);
			await use(db);
			const { rows } = await db.pool.query<{ sessions: number }>(
				"select count(*)::int as sessions from pg_stat_activity where datname = current_database() and application_name = 'antecedent'",
			);
			// Three of the pooler, and the one that goes around it.
			expect(rows[0]?.sessions).toBeLessThanOrEqual(4);
			expect(db.pool.totalCount).toBe(8);
			expect(await db.prisma.article.count()).toBe(WORLD.length);
			expect((await db.prisma.article.findFirst({ orderBy: { firstSeenAt: "asc" } }))?.firstSeenAt).toEqual(now);
			await db.close();
		});

		test("what listens hears, and what is to be done alone is done alone", async () => {
			const db = await open(false);
			let woken = 0;
			const listening = db.listen("pooled_channel", () => woken++);
			await eventually(() => listening.isUp(), "it listens");
			const before = woken;
			await db.pool.query("select pg_notify('pooled_channel', '')");
			await eventually(() => woken > before, "the notification has come");
			const signal = new AbortController().signal;
			let underWay = 0;
			const alone = async () => {
				expect(++underWay).toBe(1);
				await new Promise((resolve) => setTimeout(resolve, 20));
				underWay--;
			};
			await Promise.all([1, 2, 3].map(() => db.exclusively(77, signal, alone)));
			await listening.close();
			await db.close();
		});

		test(`with prepared statements it ${keepsStatements ? "works as well" : "fails: this PgBouncer is before 1.21"}`, async () => {
			const db = await open(true);
			const used = use(db);
			if (keepsStatements) await used;
			else await expect(used).rejects.toThrow(/prepared statement/);
			await db.close();
		});
	},
);
