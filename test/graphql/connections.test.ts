import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { at, each, type GraphQLClient, graphqlClient, type Json } from "./graphql-client.js";
import { ARTICLES, id, uuid, writePortWorld } from "./port-world.js";

let db: TestDatabase;
let client: GraphQLClient;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	// The same sentence again and again: lists of evidence and mentions of some length, with equal sort values.
	const [evidence] = await db.prisma.evidence.findMany({ where: { linkId: uuid("CausalLink", 2) } });
	const [mention] = await db.prisma.mention.findMany({ where: { eventId: uuid("Event", 3) } });
	if (!evidence || !mention) throw new Error("the world has changed");
	const more = [101, 102, 103, 104, 105];
	const { participants: _, ...again } = mention;
	await db.prisma.evidence.createMany({ data: more.map((n) => ({ ...evidence, id: uuid("Evidence", n), index: n })) });
	await db.prisma.mention.createMany({ data: more.map((n) => ({ ...again, id: uuid("Mention", n), index: n })) });
	await db.prisma.article.updateMany({
		data: { isBasedOnId: uuid("Article", 3) },
		where: { id: { in: [1, 2, 5].map((n) => uuid("Article", n)) } },
	});
	await db.prisma.feed.createMany({
		data: more.map((n) => ({
			id: uuid("Feed", n),
			url: `https://news1.example/${n}`,
			urlHash: String(n),
			host: "news1.example",
			sourceId: uuid("Source", 1),
		})),
	});
	await db.prisma.articleRevision.createMany({
		data: [2, 3, 4].map((n) => ({
			id: uuid("ArticleRevision", n * 100),
			articleId: uuid("Article", 1),
			number: n,
			headline: "h",
			text: "t",
			contentHash: String(n),
		})),
	});
	await db.prisma.articleEntity.createMany({
		data: [2, 3, 4].map((n) => ({ articleId: uuid("Article", 1), entityId: uuid("Entity", n), count: n })),
	});
	await db.prisma.articleEntity.createMany({
		data: [3, 4, 5].map((n) => ({ articleId: uuid("Article", n), entityId: uuid("Entity", 1), count: n })),
	});
	await db.prisma.eventParticipant.createMany({
		data: [3, 4, 5].map((n) => ({
			eventId: uuid("Event", n),
			entityId: uuid("Entity", 1),
			role: "OTHER" as const,
			mentions: 1,
		})),
	});
	await db.prisma.eventRevision.createMany({
		data: [1, 2, 3].map((n) => ({
			id: uuid("Event", n + 900),
			eventId: uuid("Event", 3),
			number: n,
			recordedAt: new Date(`2031-04-0${n}T00:00:00Z`),
			title: "Fruit",
			status: "OCCURRED" as const,
			type: "OTHER" as const,
		})),
	});
	client = graphqlClient(db);
});
afterAll(() => db.close());

/** Every connection that is served: the way to it (`@` stands for its arguments), and a field that tells its objects apart. */
const CONNECTIONS: [way: string, path: string, field: string, length: number][] = [
	["sources@", "sources", "name", 3],
	["feeds@", "feeds", "id", 6],
	["articles@", "articles", "id", 5],
	["events@", "events", "id", 5],
	["entities@", "entities", "id", 4],
	["causalLinks@", "causalLinks", "id", 3],
	["articles(orderBy: {field: FIRST_SEEN_AT, direction: ASC}, @)", "articles", "id", 5],
	["events(orderBy: {field: COVERAGE, direction: DESC}, @)", "events", "id", 5],
	["events(orderBy: {field: FIRST_REPORTED_AT, direction: ASC}, @)", "events", "id", 5],
	["events(orderBy: {field: LAST_REPORTED_AT, direction: ASC}, @)", "events", "id", 5],
	['events(filter: {query: "fruit or frost"}, orderBy: {field: RELEVANCE, direction: DESC}, @)', "events", "id", 3],
	['events(filter: {query: "fruit or frost"}, orderBy: {field: RELEVANCE, direction: ASC}, @)', "events", "id", 3],
	[
		'articles(filter: {query: "dockers or frost"}, orderBy: {field: RELEVANCE, direction: DESC}, @)',
		"articles",
		"id",
		4,
	],
	[
		`node(id: "${id("Source", 2)}") { ... on Source { articles(filter: {query: "dockers"}, orderBy: {field: RELEVANCE, direction: DESC}, @)`,
		"node.articles",
		"id",
		2,
	],
	[`event(id: "${id("Event", 3)}") { similar@`, "event.similar", "id", 4],
	[`event(id: "${id("Event", 3)}") { history@`, "event.history", "number", 3],
	[
		`event(id: "${id("Event", 3)}") { articles(originalsOnly: false, orderBy: {field: RELEVANCE, direction: DESC}, @)`,
		"event.articles",
		"id",
		3,
	],
	[`node(id: "${id("Source", 1)}") { ... on Source { feeds@`, "node.feeds", "id", 6],
	[`node(id: "${id("Source", 2)}") { ... on Source { articles@`, "node.articles", "id", 2],
	[`article(id: "${id("Article", 3)}") { copies@`, "article.copies", "id", 4],
	[`article(id: "${id("Article", 1)}") { revisions@`, "article.revisions", "number", 4],
	[`article(id: "${id("Article", 3)}") { mentions@`, "article.mentions", "id", 8],
	[`article(id: "${id("Article", 3)}") { events@`, "article.events", "id", 3],
	[`article(id: "${id("Article", 1)}") { entities@`, "article.entities", "id", 4],
	[`entity(id: "${id("Entity", 1)}") { articles@`, "entity.articles", "id", 5],
	[`entity(id: "${id("Entity", 1)}") { events@`, "entity.events", "id", 5],
	[`event(id: "${id("Event", 3)}") { articles(originalsOnly: false, @)`, "event.articles", "id", 3],
	[`event(id: "${id("Event", 3)}") { mentions@`, "event.mentions", "id", 9],
	[`event(id: "${id("Event", 3)}") { causes@`, "event.causes", "id", 2],
	[`event(id: "${id("Event", 1)}") { effects@`, "event.effects", "id", 1],
	[`causalLink(id: "${id("CausalLink", 2)}") { evidence@`, "causalLink.evidence", "id", 7],
	[`event(id: "${id("Event", 3)}") { whatPreceded { preceding@`, "event.whatPreceded.preceding", "title", 3],
	[
		`event(id: "${id("Event", 3)}") { whatPreceded { preceding(orderBy: REVERSE_CHRONOLOGICAL, @)`,
		"event.whatPreceded.preceding",
		"title",
		3,
	],
	[
		`event(id: "${id("Event", 3)}") { whatPreceded { preceding(orderBy: RELEVANCE, @)`,
		"event.whatPreceded.preceding",
		"title",
		3,
	],
	[
		`event(id: "${id("Event", 3)}") { whatPreceded(asOf: {at: "2031-05-01T00:00:00Z"}) { event { causes@`,
		"event.whatPreceded.event.causes",
		"id",
		2,
	],
];

interface Page {
	keys: Json[];
	totalCount: Json;
	hasNextPage: Json;
	hasPreviousPage: Json;
	startCursor: Json;
	endCursor: Json;
}

function question(way: string, field: string, args: string): string {
	const text = way.endsWith("@") ? way.replace("@", args ? `(${args})` : "") : way.replace("@", args);
	const fields = `{ edges { cursor node { ${field} } } nodes { ${field} } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
	return `{ ${text} ${fields} ${"} ".repeat(text.split("{").length - text.split("}").length)} }`;
}

async function page([way, path, field]: (typeof CONNECTIONS)[number], args: string): Promise<Page> {
	const connection = at(await client.data(question(way, field, args)), path);
	const keys = each(connection, "nodes", field);
	expect(each(connection, "edges", `node.${field}`)).toEqual(keys);
	expect(at(connection, "pageInfo.startCursor")).toBe(each(connection, "edges", "cursor")[0] ?? null);
	expect(at(connection, "pageInfo.endCursor")).toBe(each(connection, "edges", "cursor").at(-1) ?? null);
	return { keys, totalCount: at(connection, "totalCount"), ...(at(connection, "pageInfo") as object) } as Page;
}

describe("every connection", () => {
	test.each(CONNECTIONS)(
		"%s comes whole, and again in pages of one and two, forwards and backwards",
		async (...connection) => {
			const [, , , length] = connection;
			const whole = await page(connection, "first: 100");
			expect(whole.keys).toHaveLength(length);
			expect(new Set(whole.keys).size).toBe(length);
			expect(whole).toMatchObject({ totalCount: length, hasNextPage: false, hasPreviousPage: false });

			const first = await page(connection, "first: 1");
			expect(first).toMatchObject({
				keys: whole.keys.slice(0, 1),
				totalCount: length,
				hasNextPage: length > 1,
				hasPreviousPage: false,
			});
			const second = await page(connection, `first: 2, after: "${first.endCursor}"`);
			expect(second).toMatchObject({ keys: whole.keys.slice(1, 3), hasNextPage: length > 3, hasPreviousPage: true });
			const rest = await page(connection, `first: 100, after: "${first.endCursor}"`);
			expect(rest).toMatchObject({ keys: whole.keys.slice(1), hasNextPage: false });

			const last = await page(connection, "last: 1");
			expect(last).toMatchObject({ keys: whole.keys.slice(-1), hasNextPage: false, hasPreviousPage: length > 1 });
			const beforeLast = await page(connection, `last: 2, before: "${last.startCursor}"`);
			expect(beforeLast).toMatchObject({
				keys: whole.keys.slice(0, -1).slice(-2),
				hasNextPage: true,
				hasPreviousPage: length > 3,
			});
			const between = await page(connection, `first: 100, after: "${first.endCursor}", before: "${last.startCursor}"`);
			expect(between.keys).toEqual(whole.keys.slice(1, -1));

			expect(await page(connection, "first: 0")).toMatchObject({
				keys: [],
				totalCount: length,
				startCursor: null,
				endCursor: null,
			});
		},
	);
});

describe("the arguments of a page", () => {
	test.each([
		["first: -1", "first must be from 0 to 100, not -1"],
		["first: 101", "first must be from 0 to 100, not 101"],
		["last: 2147483647", "last must be from 0 to 100, not 2147483647"],
		["last: -5", "last must be from 0 to 100, not -5"],
		["first: 1, last: 1", "give first or last, not both"],
		['after: "garbage"', "is not a cursor of this service"],
		['before: ""', "is not a cursor of this service"],
		[`after: "${"A".repeat(10_000)}"`, "is not a cursor of this service"],
		[`after: "${Buffer.from('\'; drop table "Event"; --').toString("base64url")}"`, "is not a cursor of this service"],
		[`after: "${Buffer.from('{"__proto__":1}').toString("base64url")}"`, "is not a cursor of this service"],
		[
			`after: "${cursor(["Event.OCCURRED_AT DESC", "2031-03-01T00:00:00.000Z", "no uuid"])}"`,
			"is not a cursor of this service",
		],
		[
			`after: "${cursor(["Event.OCCURRED_AT DESC", "2031-03-01T00:00:00.000Z", uuid("Event", 1), 1])}"`,
			"is not a cursor of this service",
		],
		[`after: "${cursor(["Event.OCCURRED_AT DESC", 5, uuid("Event", 1)])}"`, "of another list or another order"],
		[
			`after: "${cursor(["Event.OCCURRED_AT DESC", "2031-99-01T00:00:00.000Z", uuid("Event", 1)])}"`,
			"of another list or another order",
		],
		[
			`after: "${cursor(["Event.OCCURRED_AT ASC", "2031-03-01T00:00:00.000Z", uuid("Event", 1)])}"`,
			"of another list or another order",
		],
		[
			`after: "${cursor(["Article.PUBLISHED_AT DESC", "2031-03-01T00:00:00.000Z", uuid("Article", 1)])}"`,
			"of another list or another order",
		],
		[`after: "${cursor(["Event.COVERAGE DESC", 3, uuid("Event", 1)])}"`, "of another list or another order"],
	])("%s is refused, and the message says what is wrong", async (args, message) => {
		const answer = await client.ask(`{ events(${args}) { nodes { id } } }`);
		expect(answer.errors).toMatchObject([{ code: "BAD_USER_INPUT", message: expect.stringContaining(message) }]);
		expect(answer.errors[0]?.message.length).toBeLessThan(200);
		expect(answer.statements).toEqual([]);
	});

	test.each([
		["Event.COVERAGE DESC", 1e300],
		["Event.COVERAGE DESC", 2 ** 31],
		["Event.COVERAGE DESC", 1.5],
		["Event.COVERAGE DESC", "3"],
		["Event.COVERAGE DESC", null],
	])("a forged cursor of %s with the value %j never reaches the database", async (order, value) => {
		const answer = await client.ask(
			`{ events(after: "${cursor([order, value, uuid("Event", 1)])}", orderBy: {field: COVERAGE, direction: DESC}) { nodes { id } } }`,
		);
		expect(answer.errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
		expect(answer.statements).toEqual([]);
	});

	test("without any, a page has twenty objects", async () => {
		const data = Array.from({ length: 25 }, (_, index) => ({
			id: uuid("Entity", index + 1000),
			type: "OTHER" as const,
			name: `Buoy ${index}`,
			key: `buoy ${index}`,
		}));
		await db.prisma.entity.createMany({ data });
		const answer = await client.data(
			'{ entities(query: "buoy") { totalCount nodes { name } pageInfo { hasNextPage } } }',
		);
		expect(each(answer, "entities.nodes", "name")).toHaveLength(20);
		expect(at(answer, "entities")).toMatchObject({ totalCount: 25, pageInfo: { hasNextPage: true } });
		await db.prisma.entity.deleteMany({ where: { key: { startsWith: "buoy" } } });
	});

	test("counting takes a statement only when it is asked for", async () => {
		const without = await client.ask("{ events { nodes { id } } }");
		const withCount = await client.ask("{ events { totalCount nodes { id } } }");
		const onlyCount = await client.ask("{ events { totalCount } }");
		expect([without, withCount, onlyCount].map(({ statements }) => statements.length)).toEqual([1, 2, 1]);
	});
});

test("a walk through a list that grows meets every object that was there exactly once", async () => {
	const met: Json[] = [];
	let after = "";
	for (let step = 0; step < 20; step++) {
		const data = await client.data(
			`{ articles(first: 1${after}) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
		);
		met.push(...each(data, "articles.nodes", "id"));
		if (!at(data, "articles.pageInfo.hasNextPage")) break;
		after = `, after: "${at(data, "articles.pageInfo.endCursor")}"`;
		// New ones before and behind the place reached: by number of pages the walk would lose its place.
		await writeArticleBeside(step);
	}
	expect(met.filter((key) => ARTICLES.some(({ n }) => id("Article", n) === key))).toHaveLength(ARTICLES.length);
	expect(new Set(met).size).toBe(met.length);
	await db.prisma.article.deleteMany({ where: { urlHash: { startsWith: "beside" } } });
});

async function writeArticleBeside(step: number): Promise<void> {
	const {
		id: _,
		factSources: __,
		...like
	} = await db.prisma.article.findUniqueOrThrow({ where: { id: uuid("Article", 3) } });
	const publishedAt = new Date(step % 2 === 0 ? "2031-05-30T00:00:00Z" : "2031-03-02T00:00:00Z");
	await db.prisma.article.create({
		data: { ...like, id: uuid("Article", 500 + step), urlHash: `beside ${step}`, publishedAt, listedAt: publishedAt },
	});
}

function cursor(parts: unknown[]): string {
	return Buffer.from(JSON.stringify(parts)).toString("base64url");
}
