import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicId } from "../../src/public-id.js";
import { at, each, type GraphQLClient, graphqlClient, type Json } from "../graphql/graphql-client.js";
import { id, uuid, writePortWorld } from "../graphql/port-world.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

let db: TestDatabase;
let client: GraphQLClient;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	client = graphqlClient(db);
});
afterAll(() => db.close());

const SEARCH = `query($query: String!, $types: [NodeType!], $first: Int, $after: String, $last: Int, $before: String) {
	search(query: $query, types: $types, first: $first, after: $after, last: $last, before: $before) {
		totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
		nodes { type score node { __typename id } highlights { field text ranges { start end } } } } }`;

interface Shown {
	field: string;
	text: string;
	ranges: { start: number; end: number }[];
}

/** Asks with `totalCount`, for which all is read, and without, where the page alone is: both find the same. */
const search = async (query: string, variables: object = {}): Promise<Json> => {
	const counted = at(await client.data(SEARCH, { query, ...variables }), "search");
	const page = at(await client.data(SEARCH.replace("totalCount ", ""), { query, ...variables }), "search");
	expect({ ...(page as object), totalCount: at(counted, "totalCount") }).toEqual(counted);
	return counted;
};

const idsOf = (found: Json): Json[] => each(found, "nodes", "node.id");

describe("search", () => {
	test("finds articles by headline and text, events by title, entities by name, each with its type and score", async () => {
		const found = await search("fruit");
		expect(idsOf(found).sort()).toEqual([id("Article", 3), id("Article", 4), id("Entity", 3), id("Event", 3)]);
		expect(each(found, "nodes", "node.__typename").sort()).toEqual(["Article", "Article", "Entity", "Event"]);
		const scores = each(found, "nodes", "score") as number[];
		expect(scores).toEqual([...scores].sort((a, b) => b - a));
		expect(scores.every((score) => 0 < score && score <= 1)).toBe(true);
	});

	test.each<[string, string[]]>([
		["walked", [id("Article", 2), id("Article", 3), id("Article", 4), id("Event", 2)]],
		["walking blossom", []],
		[
			"blossom or night",
			[id("Article", 1), id("Article", 2), id("Article", 3), id("Article", 5), id("Event", 1), id("Event", 5)],
		],
		["fruit -dockers", [id("Entity", 3), id("Event", 3)]],
		['"night shifts"', [id("Article", 1), id("Article", 2), id("Article", 3), id("Event", 1)]],
		['"shifts night"', []],
		["the", []],
		["-nothing", []],
	])("%j finds what it says, and inflected forms", async (query, ids) => {
		// Nearly all is found by what is left out.
		const expected = query.startsWith("-") ? 10 : ids.length;
		const found = await search(query);
		expect(at(found, "totalCount")).toBe(expected);
		if (ids.length > 0) expect(idsOf(found).sort()).toEqual(ids.sort());
	});

	test("puts words of a headline before those of a text, the original before its copy, and the name itself first", async () => {
		const articles = await search("dockers", { types: ["ARTICLE"] });
		expect(idsOf(articles)).toEqual([id("Article", 2), id("Article", 3), id("Article", 4)]);
		const named = await search("port of velsen", { types: ["ENTITY", "EVENT"] });
		expect(idsOf(named)[0]).toBe(id("Entity", 1));
		expect(at(named, "nodes.0.score")).toBe(1);
	});

	test("finds names whose last word is still being written", async () => {
		expect(idsOf(await search("Port of Vel", { types: ["ENTITY"] }))).toEqual([id("Entity", 1)]);
		expect(idsOf(await search("vls", { types: ["ENTITY"] }))).toHaveLength(4);
		expect(idsOf(await search("ve", { types: ["ENTITY"] }))).toEqual([]);
	});

	test("shows where the words stand, as offsets into the text as it is", async () => {
		const found = await search("night shifts", { types: ["ARTICLE", "EVENT"] });
		const shown: Record<string, Shown[]> = Object.fromEntries(
			(at(found, "nodes") as Json[]).map((hit) => [at(hit, "node.id"), at(hit, "highlights") as unknown as Shown[]]),
		);
		const words = shown[id("Article", 1)]?.map(({ field, text, ranges }) => [
			field,
			ranges.map(({ start, end }) => text.slice(start, end)),
		]);
		expect(words).toEqual([
			["headline", ["night", "shifts"]],
			["text", ["night", "shifts"]],
		]);
		const text = at(
			await client.data(`{ article(id: "${id("Article", 1)}") { revisions { nodes { text } } } }`),
			"article.revisions.nodes.0.text",
		);
		expect(text).toContain(shown[id("Article", 1)]?.[1]?.text);
		expect(shown[id("Event", 1)]).toMatchObject([{ field: "title", text: "Port of Velsen ends night shifts" }]);
	});

	test("takes one statement to find, one to load, and one to highlight a type, however many are found", async () => {
		const statements = async (first: number) =>
			(await client.ask(SEARCH, { query: "fruit or frost or dockers", first })).statements.length;
		expect([await statements(1), await statements(100)]).toEqual([3, 5]);
		const counted = await client.ask('{ search(query: "fruit") { totalCount } }');
		expect(counted.statements).toHaveLength(1);
	});

	test("comes in pages, forwards and backwards", async () => {
		const query = "fruit or frost or dockers or velsen";
		const whole = idsOf(await search(query, { first: 100 }));
		expect(whole.length).toBeGreaterThan(8);
		const forwards: Json[] = [];
		for (let after: Json = null; forwards.length < whole.length; ) {
			const page: Json = await search(query, { first: 3, after });
			forwards.push(...idsOf(page));
			expect(at(page, "pageInfo.hasNextPage")).toBe(forwards.length < whole.length);
			after = at(page, "pageInfo.endCursor");
		}
		expect(forwards).toEqual(whole);
		const backwards: Json[] = [];
		for (let before: Json = null; backwards.length < whole.length; ) {
			const page: Json = await search(query, { last: 4, before });
			backwards.unshift(...idsOf(page));
			expect(at(page, "pageInfo.hasPreviousPage")).toBe(backwards.length < whole.length);
			before = at(page, "pageInfo.startCursor");
		}
		expect(backwards).toEqual(whole);
	});

	test.each([
		[{ query: " \t" }, "query: is blank; give the words to look for"],
		[{ query: "\0" }, "query: is blank; give the words to look for"],
		[{ query: "x".repeat(5_000) }, "query may have at most 4000 characters, not 5000"],
		[{ query: "x", types: ["FEED"] }, "types: ARTICLE, EVENT, ENTITY can be searched, not FEED"],
		[{ query: "x", types: [] }, "types: give some of ARTICLE, EVENT, ENTITY, or leave it out for all"],
		[{ query: "x", first: 101 }, "first must be from 0 to 100, not 101"],
	])("%j is refused, and the message says why", async (variables, message) => {
		const answer = await client.ask(SEARCH, variables);
		expect(answer.errors).toMatchObject([{ code: "BAD_USER_INPUT", message }]);
		expect(answer.statements).toEqual([]);
	});

	test.each([
		"& | ! ( ) :* <-> \\",
		"((((((((((",
		'"unclosed strike',
		'\'; drop table "Event"; --',
		"strike\0fruit",
		"\ud800",
		"הים הפתוח",
		"\u202estrike\u202c",
		"👩‍👩‍👧 😀",
		"~24372 '~24372'",
		":*",
		"fruit:*",
		"a".repeat(3_999),
		"word ".repeat(799),
		"-a ".repeat(1_000),
		"a or ".repeat(700),
		'"'.repeat(4_000),
	])("%j is looked for and nothing else", async (query) => {
		const answer = await client.ask(SEARCH, { query });
		expect(answer.errors).toEqual([]);
		expect(await db.prisma.event.count()).toBe(5);
	});

	test("never finds a month, which stands among the words", async () => {
		expect(at(await search("~24373"), "totalCount")).toBe(0);
	});

	test("looks through every year of an archive that goes back far, through none twice", async () => {
		const years = Array.from({ length: 40 }, (_, back) => 2025 - back);
		await db.pool.query(
			`insert into "Event" (id, title, type, status, "occurredAt", "firstReportedAt", "lastReportedAt", confidence, "articleCount")
			select gen_random_uuid(), 'Zeppelin seen', 'OTHER', 'OCCURRED', at, at, at, 1, 1
			from unnest($1::int[]) year cross join lateral (select make_timestamptz(year, 6, 1, 0, 0, 0, 'UTC') as at) x`,
			[years],
		);
		const found = await client.data(
			`{ search(query: "zeppelin", types: [EVENT], first: 100) { nodes { node { ... on Event { firstReportedAt } } } } }`,
		);
		const seen = (each(at(found, "search"), "nodes", "node.firstReportedAt") as string[]).map((day) =>
			Number(day.slice(0, 4)),
		);
		expect(seen.sort((a, b) => b - a)).toEqual(years);
		await db.pool.query(`delete from "Event" where title = 'Zeppelin seen'`);
	});

	test("finds what an article says now, not what it said", async () => {
		const revision = { articleId: uuid("Article", 1), headline: "Port reopens", contentHash: "2" };
		await db.prisma.articleRevision.create({
			data: { ...revision, id: uuid("ArticleRevision", 801), number: 2, text: "Zeppelins are back." },
		});
		expect(idsOf(await search("zeppelin"))).toEqual([id("Article", 1)]);
		expect(idsOf(await search("night", { types: ["ARTICLE"] }))).not.toContain(id("Article", 1));
		const filtered = await client.data('{ articles(filter: {query: "zeppelin"}) { nodes { id } } }');
		expect(each(filtered, "articles.nodes", "id")).toEqual([id("Article", 1)]);
	});

	test.each([
		["two million different words", Array.from({ length: 300_000 }, (_, n) => `w${n.toString(36)}`).join(" ")],
		["Chinese without a blank", "港口罢工".repeat(300_000)],
		["two letters and a blank, each pair once", pairs()],
		["a text of one word", "x".repeat(2_000_000)],
		["emoji", "😀 ".repeat(500_000)],
	])("a text of %s is stored, and found by its beginning", async (_, body) => {
		const n = 802;
		const text = `Quokka ${body} Wombat`;
		const written = { articleId: uuid("Article", 2), headline: "Long", contentHash: "3", number: n, text };
		await db.prisma.articleRevision.create({ data: { ...written, id: uuid("ArticleRevision", n) } });
		expect(idsOf(await search("quokka"))).toEqual([id("Article", 2)]);
		expect(idsOf(await search("wombat"))).toEqual([]);
		await db.prisma.articleRevision.delete({ where: { id: uuid("ArticleRevision", n) } });
	});
});

/** As many different lexemes of six bytes as fit: what Postgres can bear of one text is a megabyte of them. */
function pairs(): string {
	const words: string[] = [];
	for (let a = 0; a < 300; a++) for (let b = 0; b < 300; b++) words.push(String.fromCharCode(0x3400 + a, 0x3400 + b));
	return words.join(" ");
}

describe("words that are to stand together", () => {
	test.each([
		'"night shifts"',
		'night -"night shifts"',
		'-"night shifts"',
		'"night shifts" or fruit',
		'"night shifts" fruit',
		'"night shifts" -fruit',
		'"shifts night" or "night shifts"',
		"night-shifts",
		'"the night the shifts"',
		'-"night shifts" or "night shifts"',
	])("%j are looked for among words, and none is missed", async (query) => {
		const { rows } = await db.pool.query<{ id: string }>(
			`select "articleId" as id from "ArticleWords" where words @@ websearch_to_tsquery('english', $1) order by 1`,
			[query],
		);
		const found = await search(query, { types: ["ARTICLE"], first: 100 });
		expect(idsOf(found).sort()).toEqual(rows.map(({ id: found }) => publicId("Article", found)).sort());
	});
});

describe("lists ordered by RELEVANCE", () => {
	test("need words", async () => {
		for (const list of ["events(", 'events(filter: {query: " "}, ', "articles(filter: {originalsOnly: true}, "]) {
			const answer = await client.ask(`{ ${list}orderBy: {field: RELEVANCE, direction: DESC}) { nodes { id } } }`);
			expect(answer.errors).toMatchObject([
				{
					code: "BAD_USER_INPUT",
					message: expect.stringContaining("RELEVANCE says how well the words of filter.query fit"),
				},
			]);
		}
	});

	test("begin with what fits best, and keep to the other conditions", async () => {
		const ordered = async (filter: string, direction: string) =>
			each(
				await client.data(
					`{ articles(filter: {${filter}}, orderBy: {field: RELEVANCE, direction: ${direction}}) { totalCount nodes { id } } }`,
				),
				"articles.nodes",
				"id",
			);
		const best = [3, 4].map((n) => id("Article", n));
		expect(await ordered('query: "fruit"', "DESC")).toEqual(best);
		expect(await ordered('query: "fruit"', "ASC")).toEqual(best.toReversed());
		expect(await ordered('query: "fruit", originalsOnly: true', "DESC")).toEqual([id("Article", 3)]);
		expect(await ordered(`query: "fruit", sourceIds: ["${id("Source", 2)}"]`, "DESC")).toEqual([id("Article", 4)]);
	});

	test("of an event begin with what is about it, originals before copies", async () => {
		const data = await client.data(
			`{ event(id: "${id("Event", 2)}") { articles(orderBy: {field: RELEVANCE, direction: DESC}) { nodes { id } } } }`,
		);
		expect(each(data, "event.articles.nodes", "id")).toEqual([id("Article", 2), id("Article", 3)]);
	});
});
