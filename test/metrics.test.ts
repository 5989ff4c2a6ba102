import { context, trace } from "@opentelemetry/api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpServer, type HttpServer } from "../src/graphql/http.js";
import { createGraphQLServer } from "../src/graphql/server.js";
import { refreshContexts } from "../src/ingest/contexts/refresh-contexts.js";
import { ingestArticle } from "../src/ingest/ingest-article.js";
import { newId } from "../src/ingest/new-id.js";
import { createLog } from "../src/log.js";
import { createMetrics, type Metrics } from "../src/metrics.js";
import { readWorkQueues } from "../src/work-queues.js";
import { id, uuid, writePortWorld } from "./graphql/port-world.js";
import { openTestDatabase, type TestDatabase } from "./test-database.js";

const log = createLog({ logLevel: "silent" });
let db: TestDatabase;
let metrics: Metrics;
let server: HttpServer;
let origin = "";

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	metrics = createMetrics({ db, log, subscribers: () => ({ subscriptions: 5, live: 3 }) });
	server = createHttpServer({
		yoga: createGraphQLServer({ db, log }),
		db,
		log,
		onServed: (served) => metrics.served(served),
		metrics: () => metrics.text(),
	});
	const { port } = await server.listen(0, "127.0.0.1");
	origin = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
	await server.close();
	metrics.close();
	await db.close();
});

const ask = async (query: string) => {
	const headers = { "content-type": "application/json" };
	const response = await fetch(`${origin}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
	return response.text();
};

/** The value of one line of the text; null where there is no such line. */
async function measured(line: string): Promise<number | null> {
	const text = await (await fetch(`${origin}/metrics`)).text();
	const found = text.split("\n").find((one) => one.startsWith(`${line} `));
	return found === undefined ? null : Number(found.slice(line.length + 1));
}

describe("/metrics", () => {
	test("is text of Prometheus, with the process's own measures", async () => {
		const response = await fetch(`${origin}/metrics`);
		expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
		const text = await response.text();
		for (const line of text.split("\n").filter(Boolean))
			expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? [-+\w.]+)$/);
		expect(text).toContain("process_resident_memory_bytes");
		expect(text).toContain("nodejs_eventloop_lag_seconds");
	});

	test("tells the time of operations by first field and error", async () => {
		await ask("{ events { totalCount } }");
		await ask("query Named { events { totalCount } }");
		await ask('{ node(id: "nonsense") { id } }');
		await ask("{ nothing }");
		expect(await measured('antecedent_operation_seconds_count{type="query",field="events",code="ok"}')).toBe(2);
		expect(await measured('antecedent_operation_seconds_count{type="query",field="node",code="BAD_USER_INPUT"}')).toBe(
			1,
		);
		expect(
			await measured('antecedent_http_requests_total{method="POST",path="/graphql",status="200"}'),
		).toBeGreaterThan(2);
	});

	test("has no label that a client makes up", async () => {
		for (let n = 0; n < 5; n++) await fetch(`${origin}/made-up-${n}?x=${n}`);
		await ask("query MadeUpName { madeUpAlias: service { version } }");
		const text = await (await fetch(`${origin}/metrics`)).text();
		expect(text).not.toMatch(/made-?up/i);
		expect(await measured('antecedent_http_requests_total{method="GET",path="other",status="404"}')).toBe(5);
	});

	test("tells the subscribers", async () => {
		expect(await measured('antecedent_subscribers{state="live"}')).toBe(3);
		expect(await measured('antecedent_subscribers{state="reading"}')).toBe(2);
	});

	test("is left out where it is switched off", async () => {
		const other = createHttpServer({ yoga: createGraphQLServer({ db, log }), db, log });
		const { port } = await other.listen(0, "127.0.0.1");
		expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
		await other.close();
	});
});

test("The stages of an article are timed, and how long it took until the news showed", async () => {
	const published = new Date(Date.now() - 60_000);
	const submitted = (n: number, text: string) => ({
		url: `https://daily.example/quay-${n}`,
		headline: "Quay collapses in Harlingen",
		text,
		publishedAt: published.toISOString(),
		source: { name: "The Daily", homepage: "https://daily.example/" },
		language: "en",
	});
	const text =
		"HARLINGEN, March 2 - A quay collapsed in Harlingen on Monday after a cargo ship rammed it. The collapse was caused by the ship, the harbour master said.";
	await ingestArticle(db, submitted(1, text), new Date(), newId);
	const { changed } = await refreshContexts(db, 50, new Date());
	expect(changed).toBeGreaterThan(0);
	for (const stage of ["read", "match", "link", "store", "context"])
		expect(await measured(`antecedent_stage_seconds_count{stage="${stage}"}`)).toBeGreaterThan(0);
	expect(await measured('antecedent_context_latency_seconds_count{since="publication"}')).toBeGreaterThan(0);
	const sum = (await measured('antecedent_context_latency_seconds_sum{since="publication"}')) ?? 0;
	const count = (await measured('antecedent_context_latency_seconds_count{since="publication"}')) ?? 1;
	expect(sum / count).toBeGreaterThanOrEqual(60);
	expect(sum / count).toBeLessThan(200);
});

describe("The queues", () => {
	test("are what is due, by the instant of the first of it", async () => {
		const past = new Date(Date.now() - 30_000);
		await db.prisma.host.create({ data: { name: "late.example", feedsDueAt: past, entriesDueAt: past } });
		await db.prisma.feed.create({
			data: {
				id: uuid("Feed", 77),
				url: "https://late.example/feed",
				urlHash: "late",
				host: "late.example",
				sourceId: uuid("Source", 1),
				nextFetchAt: past,
			},
		});
		await db.prisma.feedEntry.createMany({
			data: [1, 2, 3].map((n) => ({
				id: uuid("Evidence", 900 + n),
				feedId: uuid("Feed", 77),
				host: "late.example",
				url: `https://late.example/${n}`,
				contentHash: String(n),
				dueAt: n === 3 ? new Date(Date.now() + 3_600_000) : past,
			})),
		});
		const queues = Object.fromEntries((await readWorkQueues(db.pool)).map((queue) => [queue.name, queue]));
		expect(queues.feeds).toMatchObject({ depth: 1 });
		expect(queues.entries).toMatchObject({ depth: 2 });
		expect(queues.entries?.lagSeconds).toBeGreaterThanOrEqual(30);
		expect(queues.contexts?.depth).toBeGreaterThanOrEqual(0);
	});

	test("are asked for seldom, and their loss hides nothing else", async () => {
		const asked: unknown[] = [];
		const query = (statement: unknown) => {
			asked.push(statement);
			return Promise.reject(new Error("gone"));
		};
		const broken = Object.create(db, { pool: { value: { query } } }) as TestDatabase;
		const others = createMetrics({ db: broken, log, subscribers: () => ({ subscriptions: 0, live: 0 }) });
		for (let n = 0; n < 5; n++) expect(await others.text()).toContain("process_resident_memory_bytes");
		expect(asked).toHaveLength(1);
		others.close();
	});
});

test("Operations and stages are spans where there is a tracer, with neither text nor variables", async () => {
	const { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } = await import(
		"@opentelemetry/sdk-trace-base"
	);
	const exporter = new InMemorySpanExporter();
	const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
	trace.setGlobalTracerProvider(provider);
	try {
		await ask(`query Named { event(id: "${id("Event", 1)}") { title } }`);
		const spans = exporter.getFinishedSpans();
		expect(spans.map(({ name }) => name)).toContain("query event");
		const span = spans.find(({ name }) => name === "query event");
		expect(span?.attributes).toMatchObject({ "graphql.operation.type": "query", "graphql.operation.name": "Named" });
		expect(JSON.stringify(span?.attributes)).not.toContain("evt_");
	} finally {
		trace.disable();
		context.disable();
	}
});
