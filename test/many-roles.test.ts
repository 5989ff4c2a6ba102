import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../src/db.js";
import { importOpml } from "../src/ingest/feeds.js";
import { newId } from "../src/ingest/new-id.js";
import { CHANGES, clientFor, eventually, next } from "./changes/subscribers.js";
import { type PrivateCluster, serverBinaries, startPrivateCluster } from "./database/private-cluster.js";
import { type CannedWeb, openCannedWeb, page, rss } from "./ingest/polling/canned-web.js";
import { type ServiceProcess, startService } from "./service-process.js";

/** The full number is 10,000: `DATABASE_STOP_MS=10000 npx vitest run test/many-roles.test.ts`. */
const STOP_MS = Number(process.env.DATABASE_STOP_MS ?? 1_000);
const FEEDS = 5;
const ENTRIES = 4;

const binaries = serverBinaries();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(binaries === null)(
	"Two workers and two api processes on one server (skipped where there is no Postgres to be run)",
	() => {
		let cluster: PrivateCluster;
		let web: CannedWeb;
		const running: ServiceProcess[] = [];

		beforeAll(async () => {
			[cluster, web] = await Promise.all([startPrivateCluster(binaries ?? ""), openCannedWeb()]);
			for (let feed = 0; feed < FEEDS; feed++) {
				const items = Array.from({ length: ENTRIES }, (_, n) => serveArticle(feed, n));
				const body = rss(`District ${feed}`, items);
				web.serve(web.url(feed, "/feed"), { headers: { "content-type": "application/rss+xml" }, body });
			}
			const db = await openDatabase({ url: cluster.url });
			const outlines = Array.from({ length: FEEDS }, (_, n) => `<outline text="d" xmlUrl="${web.url(n, "/feed")}"/>`);
			await importOpml(db, `<opml version="2.0"><body>${outlines.join("")}</body></opml>`, new Date(), newId);
			await db.close();
		}, 120_000);
		afterAll(async () => {
			await Promise.all(running.map((service) => service.end("SIGKILL")));
			await web?.close();
			await cluster?.remove();
		});

		/** Reports of one strike and what came of it, so that there are contexts which change. */
		function serveArticle(feed: number, n: number) {
			const link = web.url(feed, `/news/${n}`);
			const headline = `Dock workers strike in harbour ${feed} on day ${n}`;
			const text = [
				`Dock workers of harbour ${feed} went on strike on Monday because the port had cut their pay in dispute ${n}. `.repeat(
					2,
				),
				`The strike of harbour ${feed} led to a shortage of fuel in ward ${n}, the mayor said on Tuesday.`,
			];
			const headers = { "content-type": "text/html" };
			web.serve(link, { headers, body: page(headline, text), delayMs: 40 });
			const pubDate = new Date(Date.now() - n * 3_600_000).toUTCString();
			return { title: headline, link, guid: link, description: text[0]?.slice(0, 80) ?? "", pubDate };
		}

		const start = async (role: "api" | "worker") => {
			const service = await startService({
				DATABASE_URL: cluster.url,
				ROLE: role,
				SEED_WORLD: "off",
				LOG_LEVEL: "warn",
				FETCH_ALLOW_PRIVATE: "127.0.0.0/8",
				PAGE_DELAY_MS: "0",
				POLL_CONCURRENCY: "2",
				DB_CONNECT_TIMEOUT_MS: "2000",
			});
			running.push(service);
			return service;
		};
		const kill = async (service: ServiceProcess) => {
			running.splice(running.indexOf(service), 1);
			await service.end("SIGKILL");
		};

		/** Follows the log as a client behind a proxy does: from the last cursor, at whichever api process answers. */
		function follow(urls: () => string[]) {
			const seen: string[] = [];
			let cursor: string | undefined;
			let ends = 0;
			let isOver = false;
			let close = () => {};
			const done = (async () => {
				for (let turn = 0; !isOver; turn++) {
					const all = urls();
					const client = clientFor("WebSocket", `${all[turn % all.length]}/graphql`);
					close = () => client.close();
					try {
						const messages = client.subscribe(CHANGES, { after: cursor, heartbeatSeconds: 1 });
						while (true) {
							const message = await next(messages);
							if (message.nodeId) seen.push(`${message.kind} ${message.nodeId}`);
							cursor = message.cursor;
						}
					} catch {
						ends++;
					}
					client.close();
					await pause(100);
				}
			})();
			const stop = async () => {
				isOver = true;
				close();
				await done;
			};
			return { seen, ends: () => ends, stop };
		}

		test("lose and double nothing, whichever of them is killed, and when the server stops", {
			timeout: 120_000,
		}, async () => {
			let [workers, apis] = await Promise.all([
				Promise.all([start("worker"), start("worker")]),
				Promise.all([start("api"), start("api")]),
			]);
			await Promise.all(apis.map((api) => api.ready()));
			const follower = follow(() => apis.map(({ url }) => url));
			const asked = (count: number) => eventually(() => web.requests.length >= count, `${count} requests to outlets`);

			await asked(6);
			await kill(workers[0]);
			const [first] = apis;
			await kill(first);
			[workers, apis] = [
				[workers[1], await start("worker")],
				[apis[1], await start("api")],
			];
			const db = await openDatabase({ url: cluster.url, poolSize: 2 });
			const total = FEEDS * ENTRIES;
			// What a killed process held, or one that the server left alone, waits for two minutes; they pass here, for the living as well.
			const letTimePass = () =>
				db.pool.query(
					`update "Host" set "leasedUntil" = now(), "feedsDueAt" = now(), "entriesDueAt" = now() where "leasedBy" is not null`,
				);
			await letTimePass();
			await Promise.all([workers[1].ready(), apis[1].ready()]);
			await eventually(async () => (await db.prisma.feedEntry.count()) === total, "all feeds are polled");
			await asked(20);
			await cluster.stop();
			await pause(STOP_MS);
			await cluster.start();
			await eventually(
				() =>
					letTimePass().then(
						() => true,
						() => false,
					),
				"the server answers",
			);

			const left = async () => {
				const { rows } = await db.pool.query<{ articles: number; due: number; marked: number; held: number }>(
					`select (select count(*)::int from "Article") as articles,
						(select count(*)::int from "FeedEntry" where "dueAt" <= now()) as due,
						(select count(*)::int from "EventContext" where "dirtyAt" is not null) as marked,
						(select count(*)::int from "Host" where "leasedBy" is not null) as held`,
				);
				return rows[0];
			};
			const until = Date.now() + 30_000;
			for (let state = await left().catch(() => undefined); ; state = await left().catch(() => undefined)) {
				if (state?.articles === total && state.due + state.marked + state.held === 0) break;
				if (Date.now() > until)
					throw new Error(`not done: ${JSON.stringify(state)}\n${workers.map((worker) => worker.output()).join("\n")}`);
				// Nor is the pause waited for that a host is given after a fault.
				await db.pool
					.query(
						`update "Host" h set "entriesDueAt" = now() where "leasedBy" is null and "entriesDueAt" > now()
							and exists (select from "FeedEntry" e where e.host = h.name and e."dueAt" <= now())`,
					)
					.catch(() => {});
				await pause(200);
			}

			const articles = await db.prisma.article.findMany({ include: { revisions: true } });
			expect(new Set(articles.map(({ canonicalUrl }) => canonicalUrl)).size).toBe(total);
			for (const { revisions } of articles) expect(revisions.map(({ origin }) => origin)).toEqual(["PAGE"]);
			const changes = await db.prisma.change.findMany({ orderBy: { position: "asc" } });
			expect(changes.map(({ position }) => Number(position))).toEqual(changes.map((_, index) => index + 1));
			const created = changes.filter(({ kind }) => kind === "CREATED").map(({ nodeId }) => nodeId);
			expect(new Set(created).size).toBe(created.length);
			expect(created.filter((id) => articles.some((article) => article.id === id))).toHaveLength(total);
			const contexts = await db.prisma.eventContext.findMany();
			expect(contexts.filter(({ leasedUntil, version }) => leasedUntil !== null || version === null)).toEqual([]);
			const changed = changes.filter(({ kind }) => kind === "CONTEXT_CHANGED");
			expect(changed.length).toBeGreaterThan(0);

			const logged = changes.map(({ kind, nodeId }) => `${kind} ${nodeId}`);
			const seen = () => follower.seen.map((change) => change.replace(/ \w+_/, " "));
			await eventually(() => seen().at(-1) === logged.at(-1), "all is delivered");
			await follower.stop();
			// It came when the processes were up; from there on it has each change once, in order.
			expect(seen()).toEqual(logged.slice(-follower.seen.length));
			expect(follower.seen.length).toBeGreaterThan(total);
			await db.close();
			for (const service of [...workers, ...apis]) await service.ready();
			console.log(
				`many roles: ${total} articles, ${changes.length} changes (${changed.length} of contexts) through two kills and a stop of ${STOP_MS} ms; the subscription ended ${follower.ends()} times`,
			);
		});
	},
);
