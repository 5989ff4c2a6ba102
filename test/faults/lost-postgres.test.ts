import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseConfig } from "../../src/config.js";
import { type Database, openDatabase } from "../../src/db.js";
import { eventually, serveLog } from "../changes/subscribers.js";
import { type PrivateCluster, serverBinaries, startPrivateCluster } from "../database/private-cluster.js";
import { type Asked, ask, askUntilAnswered, numbered, SUBMIT } from "./ask.js";
import { type ServiceProcess, startService } from "./service-process.js";

const binaries = serverBinaries();

/** Of each kind so many: `POSTGRES_RESTARTS=10 npx vitest run test/faults/lost-postgres.test.ts`. */
const RESTARTS = Number(process.env.POSTGRES_RESTARTS ?? 1);

/** What a reader asks, one of each kind of statement: lists, what preceded, search, the log. */
const QUESTIONS = [
	"{ events(first: 3) { totalCount nodes { id whatPreceded { chains { links { explanation } } } } } }",
	"{ articles(first: 3) { totalCount nodes { id sections { text } source { name } } } }",
	'{ search(query: "strike") { nodes { score } } service { headCursor } }',
];

/** What a client is told while the database is away: a named error that says to try again. */
const isNamed = ({ status, code, message, retryAfter }: Asked): boolean =>
	status === 503 && code === "SERVICE_BUSY" && retryAfter === "1" && !/something went wrong/i.test(message ?? "");

describe.skipIf(binaries === null)(
	"A Postgres that is lost or too busy (skipped where there is none to be run)",
	() => {
		let cluster: PrivateCluster;
		let service: ServiceProcess;
		let holder: Database;
		beforeAll(async () => {
			cluster = await startPrivateCluster(binaries ?? "");
			holder = await openDatabase({ url: cluster.url, poolSize: 1 });
			service = await startService({ DATABASE_URL: cluster.url });
		}, 240_000);
		afterAll(async () => {
			await service?.stop();
			await holder?.close();
			await cluster?.remove();
		});

		const read = async (path: string) => {
			const response = await fetch(new URL(path, service.url), { headers: { accept: "*/*" } });
			return { status: response.status, text: await response.text() };
		};

		test("is told of by name at every address while it is down, and served again when it is back", async () => {
			expect((await ask(service.url, SUBMIT, { input: numbered(0) })).data).toMatchObject({
				submitArticle: { userErrors: [] },
			});
			await cluster.stop();
			for (const question of [...QUESTIONS, SUBMIT]) {
				const answer = await ask(service.url, question, { input: numbered(1) });
				expect(answer).toMatchObject({ status: 503, code: "SERVICE_BUSY", retryAfter: "1" });
				expect(answer.message).toMatch(/does not answer now; try again later/);
				expect(answer.ms).toBeLessThan(5_000);
			}
			for (const path of ["/", "/events.atom", "/opml"]) {
				const { status, text } = await read(path);
				expect([path, status]).toEqual([path, 503]);
				expect(text).toMatch(/The database does not answer now/);
			}
			expect((await read("/healthz")).status).toBe(200);
			expect(await read("/readyz")).toEqual({
				status: 503,
				text: expect.stringContaining("the database does not answer"),
			});
			await cluster.start();
			const startedAt = performance.now();
			for (const question of QUESTIONS) await askUntilAnswered(() => service.url, question);
			expect(performance.now() - startedAt).toBeLessThan(5_000);
			expect((await read("/readyz")).status).toBe(200);
		});

		test(`${RESTARTS} times restarted and as often crashed under load loses nothing, and the service goes on`, {
			timeout: 60_000 + RESTARTS * 20_000,
		}, async () => {
			let isOver = false;
			let answered = 0;
			const failures: Asked[] = [];
			const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
			const readers = QUESTIONS.map(async (question) => {
				while (!isOver) {
					const answer = await ask(service.url, question);
					if (answer.code === null && answer.data !== null) answered++;
					else failures.push(answer);
					await pause();
				}
			});
			const acknowledged = new Map<number, string>();
			let number = 100;
			const writers = [1, 2].map(async () => {
				while (!isOver) {
					const one = number++;
					const { answer, failures: failed } = await askUntilAnswered(() => service.url, SUBMIT, {
						input: numbered(one),
					});
					failures.push(...failed);
					acknowledged.set(one, answer.data.submitArticle.article.id);
					await pause();
				}
			});
			const goesOn = async () => {
				const [answers, writes] = [answered, acknowledged.size];
				await eventually(() => answered > answers + 10 && acknowledged.size > writes + 3, "it goes on");
			};
			for (let n = 0; n < RESTARTS; n++) {
				await goesOn();
				await cluster.restart();
				await goesOn();
				await cluster.crash();
			}
			await goesOn();
			isOver = true;
			await Promise.all([...readers, ...writers]);
			expect(service.logged.filter(({ msg }) => msg === "a request failed")).toEqual([]);
			// Whatever was going on when a connection broke was told as what it is.
			expect(failures.filter((failure) => !isNamed(failure))).toEqual([]);
			expect(failures.length).toBeGreaterThan(0);
			const articles = await holder.prisma.article.findMany({
				select: { url: true, _count: { select: { revisions: true } } },
			});
			const changes = await holder.prisma.change.count({ where: { nodeType: "ARTICLE" } });
			const stored = new Map(articles.map(({ url, _count }) => [url, _count.revisions]));
			const lost = [...acknowledged.keys()].filter((one) => stored.get(numbered(one).url) !== 1);
			expect(lost).toEqual([]);
			expect(stored.size).toBe(articles.length);
			expect(changes).toBe(articles.length);
			console.log(
				`restarts: ${RESTARTS}, crashes: ${RESTARTS}, questions answered: ${answered}, articles acknowledged: ${acknowledged.size}, refused by name meanwhile: ${failures.length}`,
			);
		});
		/** Runs something while nobody else can use the table of articles. */
		async function whileLocked<Result>(work: () => Promise<Result>): Promise<Result> {
			const client = await holder.pool.connect();
			await client.query('begin; lock table "Article" in access exclusive mode');
			try {
				return await work();
			} finally {
				await client.query("rollback");
				client.release();
			}
		}

		test("has no connection left: it is said within two seconds, by name, and forgotten when there is one", async () => {
			const { database } = parseConfig({ DATABASE_URL: cluster.url, DB_POOL_SIZE: "2" });
			expect(database.connectTimeoutMs).toBe(2_000);
			const db = await openDatabase({ url: cluster.url, ...database });
			const served = await serveLog(db);
			const held = await whileLocked(async () => {
				const waiting = [1, 2].map(() => ask(served.url, "{ articles { totalCount } }"));
				await eventually(() => db.pool.idleCount === 0 && db.pool.totalCount === 2, "all connections are taken");
				const refused = await Promise.all([1, 2, 3].map(() => ask(served.url, "{ events { totalCount } }")));
				for (const answer of refused) {
					expect(answer).toMatchObject({ status: 503, code: "SERVICE_BUSY", retryAfter: "1" });
					expect(answer.ms).toBeLessThan(4_000);
				}
				return waiting;
			});
			for (const answer of await Promise.all(held)) expect(answer.code).toBe(null);
			expect((await ask(served.url, "{ events { totalCount } }")).code).toBe(null);
			await served.close();
			await db.close();
		});

		test("takes longer over a statement than it may: it is said by name, of a query and of a mutation", async () => {
			const db = await openDatabase({ url: cluster.url, statementTimeoutMs: 300 });
			const served = await serveLog(db, { access: { host: "127.0.0.1" } });
			await whileLocked(async () => {
				for (const question of ["{ articles { totalCount } }", SUBMIT]) {
					const answer = await ask(served.url, question, { input: numbered(1) });
					expect(answer).toMatchObject({ status: 503, code: "SERVICE_BUSY", retryAfter: "1" });
					expect(answer.message).toMatch(/^The database is busy; try again later/);
				}
			});
			expect((await ask(served.url, SUBMIT, { input: numbered(1) })).data).toMatchObject({
				submitArticle: { userErrors: [] },
			});
			await served.close();
			await db.close();
		});
	},
);
