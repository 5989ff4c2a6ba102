import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { traceOf } from "../../src/graphql/operation-trace.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { createLog } from "../../src/log.js";
import { publicId } from "../../src/public-id.js";
import { eventually } from "../changes/subscribers.js";
import { STRIKE, WORLD } from "../ingest/harbour-news.js";
import { openTestDatabase, type TestDatabase, testServerUrl } from "../test-database.js";

/** The operations that the bench loads the service with: what they take must not grow unseen. */
const operation = (name: string) =>
	readFileSync(new URL(`../bench/operations/${name}.graphql`, import.meta.url), "utf8");

/** Tables that grow with the archive. */
const LARGE =
	/^(Article|ArticleEntity|ArticleRevision|ArticleWords|CausalLink|Change|Entity|Event|EventArticle|EventParticipant|Evidence|KeptContext|Mention|Section|Term|UnresolvedReference)$/;

const NOW = new Date("2026-03-10T00:00:00Z");
let db: TestDatabase;
let ask: (name: string, variables: object) => Promise<{ data: unknown; statements: string[] }>;
let event = "";
let article = "";
let variables: Record<string, object>;

beforeAll(async () => {
	db = await openTestDatabase();
	for (const one of WORLD) await ingestArticle(db, one, NOW, newId);
	const row = await db.prisma.eventArticle.findFirstOrThrow({ where: { role: "MAIN", article: { url: STRIKE.url } } });
	event = publicId("Event", row.eventId);
	article = publicId("Article", row.articleId);
	const yoga = createGraphQLServer({ db, log: createLog({ logLevel: "silent" }), keepsContexts: true, now: () => NOW });
	ask = async (name, given) => {
		const body = JSON.stringify({ query: operation(name), variables: given });
		const headers = { "content-type": "application/json" };
		db.statements.length = 0;
		const request = new Request("http://localhost/graphql", { method: "POST", headers, body });
		const answer = (await (await yoga.fetch(request, { trace: traceOf(null) })).json()) as { data: unknown };
		expect(answer).not.toHaveProperty("errors");
		return { data: answer.data, statements: [...db.statements] };
	};
	variables = {
		WhatPreceded: { id: event },
		WhatPrecededUsually: { id: event },
		Event: { id: event },
		LatestEvents: { type: "PROTEST", before: "2026-12-01T00:00:00Z" },
		Search: { query: "quay collapse" },
		Article: { id: article },
	};
});
afterAll(() => db.close());

/** So many statements at most: what preceded comes with its event, its articles and its digest. */
const MOST = { WhatPreceded: 1, WhatPrecededUsually: 1, Event: 1, LatestEvents: 1, Search: 1, Article: 1 };

describe.each(Object.entries(MOST))("%s", (name, most) => {
	it(`takes at most ${most} statements when it is asked again`, async () => {
		await ask(name, variables[name] ?? {});
		if (name.startsWith("What"))
			await eventually(
				async () => (await db.prisma.keptContext.count({ where: { isUsual: name === "WhatPrecededUsually" } })) === 1,
				"the answer is kept",
			);
		const { data, statements } = await ask(name, variables[name] ?? {});
		expect(JSON.stringify(data).length).toBeGreaterThan(150);
		expect(statements.length).toBeLessThanOrEqual(most);
		expect(statements.filter((text) => text.includes("KeptContext")).length).toBeLessThanOrEqual(2);
		expect(statements.filter((text) => text.includes("with recursive"))).toEqual([]);
	});

	it.skipIf(testServerUrl !== null)("reads no large table from end to end, kept or not", async () => {
		await db.prisma.keptContext.deleteMany();
		const { statements } = await ask(name, variables[name] ?? {});
		const again = await ask(name, variables[name] ?? {});
		for (const text of new Set(
			[...statements, ...again.statements].filter((sent) => /^\s*(select|with)\b/i.test(sent)),
		)) {
			expect(await readThrough(text), text).toEqual([]);
		}
	});
});

it.skipIf(testServerUrl !== null)("What would read a large table from end to end is seen", async () => {
	expect(await readThrough(`select id from "Event" where title = $1`)).toEqual(["Event"]);
});

/** The large tables that a statement can only read from end to end: what a planner that may choose would do depends on how large they are. */
async function readThrough(text: string): Promise<string[]> {
	const client = await db.pool.connect();
	try {
		await client.query("begin");
		await client.query("set local enable_seqscan = off");
		const { rows } = await client.query<{ "QUERY PLAN": object }>(`explain (generic_plan, format json) ${text}`);
		return [...JSON.stringify(rows).matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g)]
			.map(([, table]) => table ?? "")
			.filter((table) => LARGE.test(table));
	} finally {
		await client.query("rollback");
		client.release();
	}
}
