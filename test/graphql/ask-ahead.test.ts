import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { type GraphQLClient, graphqlClient } from "./graphql-client.js";
import { id, writePortWorld } from "./port-world.js";

/** What is asked of one object is read with it; the answer is that of reading one thing after the other. */

let db: TestDatabase;
let client: GraphQLClient;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	client = graphqlClient(db);
});
afterAll(() => db.close());

const ARTICLES = `articles(first: 2) IF { nodes { headline source { id name } } edges { cursor } pageInfo { hasNextPage endCursor } }`;
const MENTIONS = `mentions(first: 50) IF { nodes { role sentence { exact } event { id title } article { id headline source { name } } } }`;

/** Of an object: its type, its number, what is asked of it, and statements that this takes. `IF` stands where a condition can. */
const ASKED: Record<string, ["Event" | "Article", number, string, number]> = {
	"an event with its articles": ["Event", 1, `title ${ARTICLES}`, 1],
	"an event with all that is by its id": [
		"Event",
		1,
		`title ${ARTICLES} ${MENTIONS} coverage IF { articles languages } participants IF { role entity { name } } locations IF { name }`,
		1,
	],
	"a list twice, by two names": [
		"Event",
		1,
		`title ${ARTICLES} earliest: articles(first: 1, orderBy: {field: PUBLISHED_AT, direction: ASC}) IF { nodes { headline } }`,
		1,
	],
	"a list from its end": [
		"Event",
		1,
		`title articles(last: 1) IF { nodes { headline } pageInfo { hasPreviousPage } }`,
		1,
	],
	"an article with its mentions": ["Article", 1, `headline source IF { name homepage } ${MENTIONS}`, 1],
	"an article with its events": [
		"Article",
		1,
		`headline events(first: 3) IF { nodes { title } } entities(first: 3) IF { nodes { name } }`,
		1,
	],
	"a count": ["Event", 1, `title articles IF { totalCount }`, 2],
};

describe.each(Object.entries(ASKED))("%s", (_, [type, number, asked, most]) => {
	const ask = (text: string) =>
		client.ask(
			`query($id: ID!${text.includes("$yes") ? ", $yes: Boolean = true" : ""}) { one: ${type.toLowerCase()}(id: $id) { ${text} } }`,
			{
				id: id(type, number),
			},
		);

	it(`takes ${most} statements, and is what it is otherwise`, async () => {
		const ahead = await ask(asked.replaceAll("IF", ""));
		// A field that may be left out is not read ahead.
		const otherwise = await ask(asked.replaceAll("IF", "@include(if: $yes)"));
		expect(ahead.errors).toEqual([]);
		expect(ahead.data).toEqual(otherwise.data);
		expect(JSON.stringify(ahead.data).length).toBeGreaterThan(30);
		expect(ahead.statements).toHaveLength(most);
		expect(otherwise.statements.length).toBeGreaterThanOrEqual(most);
	});

	it("takes no more in a fragment", async () => {
		const text = asked.replaceAll("IF", "");
		const { errors, statements } = await client.ask(
			`query($id: ID!) { ${type.toLowerCase()}(id: $id) { ...All } } fragment All on ${type} { ... { ${text} } }`,
			{ id: id(type, number) },
		);
		expect(errors).toEqual([]);
		expect(statements).toHaveLength(most);
	});

	it("takes no more by the id of a node, and is the same", async () => {
		const text = asked.replaceAll("IF", "");
		const { errors, data, statements } = await client.ask(
			`query($id: ID!) { one: node(id: $id) { ... on ${type} { ${text} } } }`,
			{ id: id(type, number) },
		);
		expect(errors).toEqual([]);
		expect(data).toEqual((await ask(text)).data);
		expect(statements).toHaveLength(most);
	});
});

it("What is wrong with an argument is said once, by its field", async () => {
	const answer = await client.ask(
		`query($id: ID!) { event(id: $id) { title articles(first: 101) { nodes { id } } mentions(first: 1) { nodes { id } } } }`,
		{ id: id("Event", 1) },
	);
	expect(answer.errors).toMatchObject([
		{ path: ["event", "articles"], message: "first must be from 0 to 100, not 101" },
	]);
});

it("Of an object that is not known nothing is answered", async () => {
	const { data, errors } = await client.ask(`query($id: ID!) { event(id: $id) { ${ARTICLES.replace("IF", "")} } }`, {
		id: id("Event", 4_000),
	});
	expect([data, errors]).toEqual([{ event: null }, []]);
});

it("As of an instant nothing is read beside what was known then", async () => {
	const at = "2031-03-12T00:00:00Z";
	const answer = await client.data(
		`query($id: ID!, $at: DateTime!) { event(id: $id) { whatPreceded(asOf: {at: $at}) { preceding(first: 1) { nodes { event { title articles(first: 10) { nodes { publishedAt source { name } } } mentions(first: 10) { nodes { event { title } article { headline } } } } } } } } }`,
		{ id: id("Event", 3), at },
	);
	const dates = [...JSON.stringify(answer).matchAll(/"publishedAt":"([^"]+)"/g)].map(([, date]) => date ?? "");
	expect(dates.length).toBeGreaterThan(0);
	for (const date of dates) expect(date < at).toBe(true);
});
