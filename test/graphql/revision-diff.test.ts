import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { at, each, type GraphQLClient, graphqlClient } from "./graphql-client.js";
import { articleUrl, id, uuid, writePortWorld } from "./port-world.js";

let db: TestDatabase;
let client: GraphQLClient;

/** The second article as its outlet edited it; the first text is the world's. */
const EDITED: [number: number, text: string, fetchedAt: string][] = [
	[2, "Dockers walked out on Wednesday.", "2031-03-07T00:00:00Z"],
	[3, "Two hundred dockers walked out on Wednesday.", "2031-03-09T00:00:00Z"],
];

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	for (const article of [1, 2, 3]) {
		await db.prisma.articleRevision.createMany({
			data: EDITED.map(([number, text, fetchedAt]) => ({
				id: uuid("ArticleRevision", article * 100 + number),
				articleId: uuid("Article", article),
				number,
				headline: "Dockers walk out",
				text,
				contentHash: text,
				fetchedAt: new Date(fetchedAt),
			})),
		});
	}
	client = graphqlClient(db);
});
afterAll(() => db.close());

const diffOf = async (revision: number, argument = "") => {
	const data = await client.data(
		`query($id: ID!) { node(id: $id) { ... on ArticleRevision { diff${argument} { op text } } } }`,
		{ id: id("ArticleRevision", revision) },
	);
	return at(data, "node.diff");
};

describe("what changed from one revision to another", () => {
	test("is told against the one before", async () => {
		expect(await diffOf(203)).toEqual([
			{ op: "DELETE", text: "Dockers" },
			{ op: "INSERT", text: "Two hundred dockers" },
			{ op: "EQUAL", text: " walked out on Wednesday." },
		]);
	});

	test("is all new in the first", async () => {
		expect(await diffOf(2)).toEqual([{ op: "INSERT", text: expect.stringContaining("Dockers walked out") }]);
	});

	test("is told against any other that is asked for, earlier or later", async () => {
		const first = (await db.prisma.articleRevision.findUniqueOrThrow({ where: { id: uuid("ArticleRevision", 2) } }))
			.text;
		const side = (parts: unknown, op: string) =>
			(parts as { op: string; text: string }[])
				.filter((part) => part.op === "EQUAL" || part.op === op)
				.map(({ text }) => text)
				.join("");
		const forward = await diffOf(203, "(against: 1)");
		expect([side(forward, "DELETE"), side(forward, "INSERT")]).toEqual([first, EDITED[1]?.[1]]);
		const backward = await diffOf(2, "(against: 3)");
		expect([side(backward, "DELETE"), side(backward, "INSERT")]).toEqual([EDITED[1]?.[1], first]);
		expect(await diffOf(203, "(against: 3)")).toEqual([{ op: "EQUAL", text: EDITED[1]?.[1] }]);
	});

	test.each([0, -1, 4, 2_147_483_647])("against revision %i, which there is not, is refused", async (against) => {
		const answer = await client.ask(
			`{ article(id: "${id("Article", 2)}") { revisions { nodes { diff(against: ${against}) { op } } } } }`,
		);
		expect(answer.errors[0]).toMatchObject({
			code: "BAD_USER_INPUT",
			message: `against: the article has no revision ${against}`,
		});
	});

	test("takes one statement for all revisions of all articles", async () => {
		const ask = (articles: number) =>
			client.ask(
				`{ articles(first: ${articles}) { nodes { url revisions(first: 3) { nodes { number diff { op text } } } } } }`,
			);
		const many = await ask(5);
		expect(many.errors).toEqual([]);
		expect(each(many.data, "articles.nodes", "url")).toContain(articleUrl(2));
		const without = await client.ask(
			"{ articles(first: 5) { nodes { url revisions(first: 3) { nodes { number text } } } } }",
		);
		expect(many.statements.length - without.statements.length).toBe(1);
	});

	test("costs what a hundred of them may cost, and no more", async () => {
		const refused = await client.ask(
			"{ articles(first: 20) { nodes { revisions(first: 20) { nodes { diff { op } } } } } }",
		);
		expect(refused.errors).toMatchObject([{ code: "QUERY_TOO_COSTLY" }]);
		expect(refused.statements).toEqual([]);
	});

	test("as of an instant compares what was known by then", async () => {
		const ask = (argument: string) =>
			client.ask(
				`query($id: ID!) { event(id: $id) { whatPreceded(asOf: {at: "2031-03-08T00:00:00Z"}) { event { articles(first: 1, originalsOnly: false) { nodes { url revisions { nodes { number diff${argument} { op text } } } } } } } } }`,
				{ id: id("Event", 2) },
			);
		const known = await ask("");
		expect(known.errors).toEqual([]);
		const revisions = "event.whatPreceded.event.articles.nodes.0.revisions.nodes";
		expect(each(known.data, revisions, "number")).toEqual([2, 1]);
		const later = await ask("(against: 3)");
		expect(later.errors[0]).toMatchObject({
			code: "BAD_USER_INPUT",
			message: "against: the article has no revision 3",
		});
	});
});
