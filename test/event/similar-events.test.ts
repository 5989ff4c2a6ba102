import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, each, type GraphQLClient, graphqlClient } from "../graphql/graphql-client.js";
import { id, uuid, writePortWorld } from "../graphql/port-world.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

let db: TestDatabase;
let client: GraphQLClient;

const TERMS: Record<number, string[]> = {
	1: ["velsen", "shift", "news"],
	2: ["velsen", "shift", "docker", "news"],
	3: ["fruit", "velsen", "news"],
	4: ["news"],
	5: ["frost", "fruit"],
};

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	for (const [n, keyTerms] of Object.entries(TERMS))
		await db.prisma.event.update({ where: { id: uuid("Event", Number(n)) }, data: { keyTerms } });
	const documents = { velsen: 40, shift: 10, docker: 5, fruit: 10, frost: 3, news: 90_000 };
	await db.prisma.term.createMany({
		data: Object.entries(documents).map(([term, count]) => ({ term, documents: count })),
	});
	client = graphqlClient(db);
});
afterAll(() => db.close());

const similarTo = async (n: number) =>
	each(
		await client.data(`{ event(id: "${id("Event", n)}") { similar { nodes { id } } } }`),
		"event.similar.nodes",
		"id",
	);

describe("similar events", () => {
	test("have rare terms and participants in common, the most alike first", async () => {
		expect(await similarTo(1)).toEqual([2, 3].map((n) => id("Event", n)));
		expect(await similarTo(5)).toEqual([id("Event", 3)]);
	});

	test("are none where an event has only words that are everywhere", async () => {
		expect(await similarTo(4)).toEqual([]);
	});

	test("are those of the event that another one was merged into, and never merged themselves", async () => {
		await db.prisma.event.update({
			where: { id: uuid("Event", 3) },
			data: { curation: "MERGED", mergedIntoId: uuid("Event", 2) },
		});
		expect(await similarTo(1)).toEqual([id("Event", 2)]);
		expect(await similarTo(3)).toEqual([id("Event", 1)]);
		await db.prisma.event.update({
			where: { id: uuid("Event", 3) },
			data: { curation: "AUTOMATIC", mergedIntoId: null },
		});
	});

	test("as of an instant are those that had been reported by then", async () => {
		const data = await client.data(
			`{ event(id: "${id("Event", 1)}") { whatPreceded(asOf: {at: "2031-03-06T00:00:00Z"}) { event { similar { nodes { id } } } } } }`,
		);
		expect(each(data, "event.whatPreceded.event.similar.nodes", "id")).toEqual([id("Event", 2)]);
	});

	test("of all events of a list are read in one statement", async () => {
		const one = await client.ask("{ events(first: 1) { nodes { similar { totalCount nodes { id } } } } }");
		const all = await client.ask("{ events { nodes { similar { totalCount nodes { id } } } } }");
		expect([one.statements.length, all.statements.length]).toEqual([2, 2]);
	});
});

describe("the picture of an event", () => {
	const imageOf = async (asOf = "") => {
		const field = asOf === "" ? "image" : `whatPreceded(asOf: {at: "${asOf}"}) { event { image } }`;
		const data = await client.data(`{ event(id: "${id("Event", 3)}") { ${field} } }`);
		return at(data, asOf === "" ? "event.image" : "event.whatPreceded.event.image");
	};
	const setImage = (n: number, image: string | null) =>
		db.prisma.article.update({ where: { id: uuid("Article", n) }, data: { image } });

	test("is that of the first report that shows one, of a copy only where no original does", async () => {
		expect(await imageOf()).toBeNull();
		await setImage(4, "https://news2.example/copy.jpg");
		expect(await imageOf()).toBe("https://news2.example/copy.jpg");
		await setImage(5, "https://news1.example/shelves.jpg");
		expect(await imageOf()).toBe("https://news1.example/shelves.jpg");
		await setImage(3, "https://news3.example/fruit.jpg");
		expect(await imageOf()).toBe("https://news3.example/fruit.jpg");
	});

	test("as of an instant is one that was printed by then", async () => {
		await setImage(3, null);
		await setImage(4, null);
		expect(await imageOf("2031-03-10T00:00:00Z")).toBeNull();
		expect(await imageOf("2031-04-01T00:00:00Z")).toBe("https://news1.example/shelves.jpg");
	});

	test("of all events of a list are read in one statement", async () => {
		expect((await client.ask("{ events { nodes { image } } }")).statements).toHaveLength(2);
	});
});
