import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashToken } from "../../src/access/access-token.js";
import { createLogHead } from "../../src/changes/log-head.js";
import { type Database, openDatabase } from "../../src/db.js";
import { AnswerCache } from "../../src/graphql/answer-cache.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { clientFor, eventually, next, type ServedLog, serveLog } from "../changes/subscribers.js";
import { UPDATE } from "../curation/curation-client.js";
import { DENIAL, WORLD } from "../ingest/harbour-news.js";
import { type PrivateCluster, type PrivateReplica, serverBinaries, startPrivateCluster } from "./private-cluster.js";

const binaries = serverBinaries();
const TOKENS = { editor: "token-of-an-editor-here", submitter: "token-of-a-submitter-here" };

const EVENTS = `{ events(first: 50, orderBy: {field: OCCURRED_AT, direction: ASC}) { totalCount nodes { id revision title
	whatPreceded { version links { explanation } digest { text } } } } articles { totalCount } service { headCursor } }`;

const KEPT =
	"{ events(first: 50) { totalCount nodes { id revision title whatPreceded { version digest { text } } } } }";

interface Seen {
	events: { totalCount: number; nodes: { id: string; revision: number; title: string }[] };
	articles: { totalCount: number };
	service: { headCursor: string };
}

describe.skipIf(binaries === null)("A server with a replica (skipped where there is no Postgres to be run)", () => {
	let primary: PrivateCluster;
	let replica: PrivateReplica;
	let admin: pg.Client;
	let db: Database;
	let served: ServedLog;
	const told: string[] = [];

	beforeAll(async () => {
		primary = await startPrivateCluster(binaries ?? "");
		const first = await openDatabase({ url: primary.url });
		for (const article of WORLD) if (article.url !== DENIAL.url) await ingestArticle(first, article, new Date(), newId);
		await first.close();
		replica = await primary.replica();
		await connectAdmin();
		db = await openDatabase({
			url: primary.url,
			replicaUrls: [replica.url],
			onReplicaChange: ({ isUsable }) => told.push(isUsable ? "answers" : "gone"),
		});
		const tokens = [
			{ name: "anna", role: "EDITOR" as const, hash: hashToken(TOKENS.editor) },
			{ name: "sam", role: "SUBMITTER" as const, hash: hashToken(TOKENS.submitter) },
		];
		const answers = new AnswerCache({ maxBytes: 1_000_000, head: createLogHead(db.pool), now: Date.now });
		served = await serveLog(db, { access: { tokens }, graphql: { answers, keepsContexts: true } });
		await settled();
	}, 240_000);
	afterAll(async () => {
		await served?.close();
		await db?.close();
		await admin?.end().catch(() => {});
		await replica?.remove();
		await primary?.remove();
	});

	const connectAdmin = async () => {
		admin = new pg.Client(replica.url);
		admin.on("error", () => {});
		await admin.connect();
	};
	/** Reads of whoever is not to see something newer go to the replica. */
	const settled = () =>
		eventually(() => READERS.every((key) => db.replicas?.readerFor(key)), "all read from the replica");
	const READERS = ["address 127.0.0.1", "token sam"];

	async function ask<Data = Seen>(
		who: keyof typeof TOKENS | null,
		query: string,
		variables: object = {},
	): Promise<Data> {
		const headers: Record<string, string> = { "content-type": "application/json" };
		if (who) headers.authorization = `Bearer ${TOKENS[who]}`;
		const body = JSON.stringify({ query, variables });
		const answer = (await (await fetch(served.url, { method: "POST", headers, body })).json()) as {
			data?: Data;
			errors?: unknown;
		};
		if (!answer.data) throw new Error(JSON.stringify(answer.errors));
		return answer.data;
	}
	const retitle = async (title: string) => {
		const [event] = (await ask("editor", EVENTS)).events.nodes;
		const input = { eventId: event?.id, expectedRevision: event?.revision, title, reason: "to be seen" };
		const { updateEvent } = await ask<{ updateEvent: { event: { title: string } } }>("editor", UPDATE, { input });
		expect(updateEvent.event.title).toBe(title);
		return event?.id ?? "";
	};
	const titlesFor = async (who: keyof typeof TOKENS | null) =>
		(await ask(who, EVENTS)).events.nodes.map(({ title }) => title);

	/** By a question whose answer may be kept. */
	const keptTitlesFor = async (who: keyof typeof TOKENS | null) =>
		(await ask<Pick<Seen, "events">>(who, KEPT)).events.nodes.map(({ title }) => title);

	test("has it answer readers", async () => {
		const connections = async () => {
			const { rows } = await admin.query<{ count: number }>(
				"select count(*)::int as count from pg_stat_activity where application_name = 'antecedent'",
			);
			return rows[0]?.count ?? 0;
		};
		await ask(null, EVENTS);
		expect(await connections()).toBeGreaterThan(0);
		expect(db.replicas?.states()).toMatchObject([{ isUsable: true }]);
		expect(db.description).toMatch(/\/news, and 1 for reads$/);
	});

	test("while its replay is paused: an editor sees what he has written, others an older answer that is whole", async () => {
		const before = await ask(null, EVENTS);
		await admin.query("select pg_wal_replay_pause()");
		await retitle("Seen by the editor");
		// An older answer is not kept for those who must see a newer one.
		for (let n = 0; n < 2; n++) expect(await keptTitlesFor(null)).not.toContain("Seen by the editor");
		expect(await keptTitlesFor("editor")).toContain("Seen by the editor");
		expect(await titlesFor("editor")).toContain("Seen by the editor");
		expect(await ask(null, EVENTS)).toEqual(before);
		expect(await ask("submitter", EVENTS)).toEqual(before);

		const submit = `mutation($input: SubmitArticleInput!) { submitArticle(input: $input) { article { headline } userErrors { message } } }`;
		const { url, headline, text, publishedAt } = DENIAL;
		const answer = await ask<object>("submitter", submit, { input: { url, headline, text, publishedAt } });
		expect(answer).toEqual({ submitArticle: { article: { headline }, userErrors: [] } });
		expect((await ask("submitter", EVENTS)).articles.totalCount).toBe(before.articles.totalCount + 1);
		expect(await titlesFor("submitter")).toContain("Seen by the editor");
		expect(await ask(null, EVENTS)).toEqual(before);
		// However long it takes.
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		expect((await ask("submitter", EVENTS)).articles.totalCount).toBe(before.articles.totalCount + 1);
		expect(await ask(null, EVENTS)).toEqual(before);

		await admin.query("select pg_wal_replay_resume()");
		await eventually(async () => (await titlesFor(null)).includes("Seen by the editor"), "all see it");
		expect((await ask(null, EVENTS)).articles.totalCount).toBe(before.articles.totalCount + 1);
		await settled();
	});

	test("while its replay is paused: subscribers are told at once, and then see what they were told", async () => {
		const client = clientFor("WebSocket", served.url);
		const messages = client.subscribe(
			"subscription { changes { __typename ... on Change { cursor nodeId node { ... on Event { title } } } ... on Heartbeat { cursor } } }",
		);
		expect((await next(messages)).__typename).toBe("Heartbeat");
		await settled();
		await admin.query("select pg_wal_replay_pause()");
		const before = await titlesFor(null);
		const id = await retitle("Told to subscribers");
		let message = await next(messages);
		while (message.nodeId !== id) message = await next(messages);
		expect(message).toMatchObject({ node: { title: "Told to subscribers" } });
		expect(before).not.toContain("Told to subscribers");
		expect(await titlesFor(null)).toContain("Told to subscribers");
		client.close();
		await admin.query("select pg_wal_replay_resume()");
		await settled();
	});

	test("a replica that lags more than it may is not asked", async () => {
		const strict = await openDatabase({ url: primary.url, replicaUrls: [replica.url], replicaMaxLagMs: 400 });
		await eventually(() => strict.replicas?.readerFor("somebody") != null, "it is asked");
		await admin.query("select pg_wal_replay_pause()");
		await retitle("Missing at the replica");
		await eventually(() => strict.replicas?.readerFor("somebody") == null, "it is not asked any more");
		expect(strict.replicas?.states()[0]?.lagMs).toBeGreaterThan(400);
		expect(db.replicas?.readerFor("somebody")).not.toBeNull();
		await admin.query("select pg_wal_replay_resume()");
		await eventually(() => strict.replicas?.readerFor("somebody") != null, "it is asked again");
		await strict.close();
	});

	test("a replica that stops under reads is missed by nobody, and is asked again when it is back", async () => {
		let isOver = false;
		let [answered, failed] = [0, 0];
		const readers = Array.from({ length: 6 }, async () => {
			while (!isOver) {
				await ask(null, EVENTS).then(
					() => answered++,
					() => failed++,
				);
			}
		});
		await eventually(() => answered > 20, "they read");
		told.length = 0;
		await replica.stop();
		const atStop = answered;
		await eventually(() => told.includes("gone"), "it is noticed");
		await eventually(() => answered > atStop + 30, "they read on");
		expect(db.replicas?.readerFor("somebody")).toBeNull();
		await replica.start();
		await eventually(() => told.includes("answers"), "it is noticed");
		await connectAdmin();
		await settled();
		const atReturn = answered;
		await eventually(() => answered > atReturn + 20, "they read on");
		isOver = true;
		await Promise.all(readers);
		expect(failed).toBe(0);
		const { rows } = await admin.query<{ count: number }>(
			"select count(*)::int as count from pg_stat_activity where application_name = 'antecedent'",
		);
		expect(rows[0]?.count).toBeGreaterThan(0);
		console.log(`replica: ${answered} questions of six readers through its stop and its return, ${failed} failed`);
	});

	test("where the server itself is away, readers are answered, and whoever writes is told", async () => {
		await primary.stop();
		expect((await ask(null, EVENTS)).articles.totalCount).toBe(WORLD.length);
		await expect(retitle("Lost")).rejects.toThrow();
		await primary.start();
		await eventually(
			() =>
				retitle("Written again").then(
					() => true,
					() => false,
				),
			"it is written again",
		);
		await eventually(async () => (await titlesFor(null)).includes("Written again"), "all see it");
	});
});
