import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { traceOf } from "../../src/graphql/operation-trace.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { createLog } from "../../src/log.js";
import { publicId } from "../../src/public-id.js";
import { eventually } from "../changes/subscribers.js";
import { COLLAPSE, STRIKE, WORLD } from "../ingest/harbour-news.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

/** What preceded an event is read with the event where the query lets that be seen; the answer is the same in any case. */

const NOW = new Date("2026-03-10T00:00:00Z");
let db: TestDatabase;
let event = "";
let merged = "";

interface Answer {
	data: { event: { whatPreceded: unknown } | null } | null;
	errors?: { message: string; path: unknown }[];
}

beforeAll(async () => {
	db = await openTestDatabase();
	for (const one of WORLD) await ingestArticle(db, one, NOW, newId);
	const about = async (url: string) =>
		(await db.prisma.eventArticle.findFirstOrThrow({ where: { role: "MAIN", article: { url } } })).eventId;
	event = publicId("Event", await about(STRIKE.url));
	const into = await about(COLLAPSE.url);
	const { keyTerms: _, centroid: __, ...row } = await db.prisma.event.findUniqueOrThrow({ where: { id: into } });
	const gone = await db.prisma.event.create({
		data: { ...row, id: newId(), curation: "MERGED", mergedIntoId: into },
	});
	merged = publicId("Event", gone.id);
	// Both are kept from here on.
	for (const id of [event, merged]) await ask(`{ event(id: "${id}") { whatPreceded { version } } }`);
	await eventually(async () => (await db.prisma.keptContext.count()) === 2, "the answers are kept");
});
afterAll(() => db.close());

async function ask(
	query: string,
	variables: object = {},
	keepsContexts = true,
): Promise<{ answer: Answer; statements: number }> {
	const yoga = createGraphQLServer({ db, log: createLog({ logLevel: "silent" }), keepsContexts, now: () => NOW });
	const headers = { "content-type": "application/json" };
	db.statements.length = 0;
	const body = JSON.stringify({ query, variables });
	const request = new Request("http://localhost/graphql", { method: "POST", headers, body });
	const answer = (await (await yoga.fetch(request, { trace: traceOf(null) })).json()) as Answer;
	return { answer, statements: db.statements.length };
}

const ANSWER = `version preceding { nodes { event { id title } title sentence { exact: span { exact } article { id headline } source { name } } } }
	links { cause { id } effect { id title } evidence { article { id } source { id name } span { exact } } } digest { text }`;

/** The query, the event it asks about, its variables, and statements it takes when the answer is kept. */
const QUERIES: Record<string, [query: string, variables: object, statements: number]> = {
	"as it is": [`query($id: ID!) { event(id: $id) { title whatPreceded { ${ANSWER} } } }`, {}, 1],
	"with options": [`query($id: ID!) { event(id: $id) { whatPreceded(options: {maxDepth: 4}) { ${ANSWER} } } }`, {}, 1],
	"with options in variables": [
		`query($id: ID!, $depth: Int) { event(id: $id) { whatPreceded(options: {maxDepth: $depth}) { ${ANSWER} } } }`,
		{ depth: 4 },
		1,
	],
	"under another name": [`query($id: ID!) { event(id: $id) { why: whatPreceded { ${ANSWER} } } }`, {}, 1],
	"with all that its articles are": [
		`query($id: ID!) { event(id: $id) { title whatPreceded { links { evidence { article { revision headline url canonicalUrl byline wordCount image firstSeenAt source { name } } } } digest { text } preceding { nodes { event { title } } } } } }`,
		{},
		1,
	],
	"with what its articles are as anything that is revised": [
		`query($id: ID!) { event(id: $id) { title whatPreceded { links { evidence { article { ...Any headline } } } digest { text } preceding { nodes { event { title } } } } } } fragment Any on Revisioned { revision updatedAt }`,
		{},
		1,
	],
	"with the little that lists show of articles": [
		`query($id: ID!) { event(id: $id) { whatPreceded { links { evidence { id publishedAt span { exact } article { __typename id headline url language publishedAt source { id name } } } } digest { text } } } }`,
		{},
		1,
	],
	"in a fragment": [
		`query($id: ID!) { event(id: $id) { ...Why } } fragment Why on Event { whatPreceded { ${ANSWER} } }`,
		{},
		1,
	],
	"where it may be left out": [
		`query($id: ID!, $on: Boolean!) { event(id: $id) { id whatPreceded @include(if: $on) { ${ANSWER} } } }`,
		{ on: true },
		2,
	],
	"by its node": [`query($id: ID!) { node(id: $id) { ... on Event { whatPreceded { ${ANSWER} } } } }`, {}, 2],
};

describe.each(Object.entries(QUERIES))("What preceded, asked %s,", (_, [query, variables, most]) => {
	it(`takes ${most} statements, and is what it is when nothing is kept`, async () => {
		const kept = await ask(query, { id: event, ...variables });
		const fresh = await ask(query, { id: event, ...variables }, false);
		expect(kept.answer).not.toHaveProperty("errors");
		expect(kept.answer).toEqual(fresh.answer);
		expect(kept.statements).toBe(most);
		expect(JSON.stringify(kept.answer).length).toBeGreaterThan(1_000);
	});
});

describe("Also", () => {
	it("of an event that was merged away it is that of the one it became", async () => {
		const query = `query($id: ID!) { event(id: $id) { mergedInto { id title } whatPreceded { ${ANSWER} } } }`;
		const { answer } = await ask(query, { id: merged });
		expect(answer).toEqual((await ask(query, { id: merged }, false)).answer);
		expect(answer.data?.event?.whatPreceded).toMatchObject({ version: expect.any(String) });
	});

	it("what is not kept is looked for once, and kept", async () => {
		const query = `query($id: ID!) { event(id: $id) { title whatPreceded { ${ANSWER} } } }`;
		await db.prisma.keptContext.deleteMany();
		const { answer, statements } = await ask(query, { id: event });
		expect(answer).toEqual((await ask(query, { id: event }, false)).answer);
		// One that looks for it, and three that work it out; keeping it is nobody's wait.
		expect(statements).toBeGreaterThanOrEqual(4);
		await eventually(async () => (await db.prisma.keptContext.count()) === 1, "the answer is kept");
		expect(await ask(query, { id: event })).toEqual({ answer, statements: 1 });
		const looks = db.statements.filter((text) => text.includes("KeptContext")).length;
		expect(looks).toBe(1);
	});

	it("of an event that is not known there is nothing", async () => {
		const id = publicId("Event", newId());
		const { answer } = await ask(`query($id: ID!) { event(id: $id) { whatPreceded { version } } }`, { id });
		expect(answer.data).toEqual({ event: null });
	});

	it("what is wrong with the options is said by the field they belong to, and the rest is answered", async () => {
		const query = `query($id: ID!) { event(id: $id) { whatPreceded(options: {maxDepth: 99}) { version } } }`;
		const { answer } = await ask(query, { id: event });
		expect(answer.errors).toEqual([
			expect.objectContaining({ path: ["event", "whatPreceded"], message: "maxDepth must be from 1 to 8, not 99" }),
		]);
	});

	it("a past instant is asked for itself", async () => {
		const query = `query($id: ID!, $at: DateTime!) { event(id: $id) { whatPreceded(asOf: {at: $at}) { asOf { at } computedAt } } }`;
		const { answer } = await ask(query, { id: event, at: "2026-03-01T00:00:00Z" });
		expect(answer.data?.event?.whatPreceded).toMatchObject({ asOf: { at: "2026-03-01T00:00:00.000Z" } });
	});
});
