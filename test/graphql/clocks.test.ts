import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SubmittedArticle } from "../../src/article/article-draft.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import type { KnowledgeClock } from "../../src/known.js";
import { publicId } from "../../src/public-id.js";
import { pick, seededRandom } from "../bench/random.js";
import { COLLAPSE, STRIKE } from "../ingest/harbour-news.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { at, each, type GraphQLClient, graphqlClient, type Json } from "./graphql-client.js";

let db: TestDatabase;
let client: GraphQLClient;

const DAY_MS = 86_400_000;
const CLOCKS: KnowledgeClock[] = ["PUBLISHED", "RECORDED"];

/** Reads articles in the order in which this service came to see them. */
async function readAll(readings: readonly [read: string, article: SubmittedArticle][]): Promise<void> {
	for (const [read, article] of readings) {
		const result = await ingestArticle(db, article, new Date(read), newId);
		if (!("articleId" in result)) throw new Error(`${article.url} was refused`);
	}
}

const mainEventOf = async (url: string): Promise<string> =>
	publicId(
		"Event",
		(await db.prisma.eventArticle.findFirstOrThrow({ where: { role: "MAIN", article: { url } } })).eventId,
	);

describe("an article that was printed long before it was read", () => {
	beforeAll(async () => {
		db = await openTestDatabase();
		client = graphqlClient(db);
		await readAll([
			["2026-03-05T20:00:00Z", STRIKE],
			["2026-03-20T00:00:00Z", COLLAPSE],
			[
				"2026-03-25T00:00:00Z",
				{
					...STRIKE,
					headline: "Dockers at Port Selway are back",
					text: "Dockers at Port Selway went back to work. About 900 members of the Dockers Union had left their posts, union leader Marta Oden said.",
				},
			],
		]);
	});
	afterAll(() => db.close());

	const ask = async (instant: string, clock: KnowledgeClock, way: string) =>
		at(
			await client.data(
				`query($id: ID!, $asOf: AsOfInput!) { event(id: $id) { whatPreceded(asOf: $asOf) { asOf { clock } ${way} } } }`,
				{ id: await mainEventOf(STRIKE.url), asOf: { at: instant, clock } },
			),
			"event.whatPreceded",
		);

	test.each<[KnowledgeClock, string, boolean]>([
		["PUBLISHED", "2026-03-07T00:00:00Z", true],
		["RECORDED", "2026-03-07T00:00:00Z", false],
		["RECORDED", "2026-03-21T00:00:00Z", true],
	])("%s at %s: is it there? %s", async (clock, instant, isThere) => {
		const context = await ask(
			instant,
			clock,
			"preceding { nodes { event { articles { nodes { url } } mentions { nodes { article { url } } } } } }",
		);
		expect(at(context, "asOf.clock")).toBe(clock);
		expect(JSON.stringify(context).includes(COLLAPSE.url)).toBe(isThere);
		expect(at(context, "preceding.nodes.0")).not.toBeNull();
	});

	test("shows its former text before it was revised, with what that text told", async () => {
		const way = `event { title articles { nodes { url headline sections { text } revisions { totalCount } events { nodes { title } } } } }
			preceding { nodes { role sentence { span { exact articleRevision { number } } } } } links { evidence { span { exact } } }`;
		const before = await ask("2026-03-21T00:00:00Z", "RECORDED", way);
		expect(at(before, "event")).toMatchObject({
			title: STRIKE.headline,
			articles: { nodes: [{ url: STRIKE.url, headline: STRIKE.headline, revisions: { totalCount: 1 } }] },
		});
		expect(JSON.stringify(at(before, "event.articles.nodes.0.sections"))).toContain("went on strike");
		expect(each(before, "event.articles.nodes.0.events.nodes", "title").length).toBeGreaterThan(1);
		expect(each(before, "preceding.nodes", "role")).toContain("DIRECT_CAUSE");
		expect(each(before, "links.0.evidence", "span.exact")).toEqual([
			"The Dockers Union said the strike was a response to the collapse of the quay.",
		]);
		const after = await ask("2026-03-26T00:00:00Z", "RECORDED", way);
		expect(at(after, "event.articles.nodes.0")).toMatchObject({
			headline: "Dockers at Port Selway are back",
			revisions: { totalCount: 2 },
		});
		expect(JSON.stringify(after)).not.toContain("a response to the collapse");
	});

	test.each<[KnowledgeClock, string, number]>([
		["PUBLISHED", "2026-03-07T00:00:00Z", 1],
		["PUBLISHED", "2026-03-26T00:00:00Z", 2],
		["RECORDED", "2026-03-07T00:00:00Z", 1],
		["RECORDED", "2026-03-26T00:00:00Z", 2],
	])("%s at %s, revised on the 25th: only text %i of it speaks", async (clock, instant, text) => {
		const context = await ask(
			instant,
			clock,
			"event { mentions { nodes { sentence { articleRevision { number } } } } }",
		);
		expect(new Set(each(context, "event.mentions.nodes", "sentence.articleRevision.number"))).toEqual(new Set([text]));
	});

	test("is what changes in the other clock's answer, in a comparison of both at one instant", async () => {
		const data = await client.data(
			`query($id: ID!, $from: AsOfInput!, $to: AsOfInput!) { contextDiff(eventId: $id, from: $from, to: $to) {
				from { clock } to { clock } changed { fields before { event { articles { nodes { url } } } } after { event { articles { nodes { url } } } } } } }`,
			{
				id: await mainEventOf(STRIKE.url),
				from: { at: "2026-03-07T00:00:00Z", clock: "RECORDED" },
				to: { at: "2026-03-07T00:00:00Z", clock: "PUBLISHED" },
			},
		);
		expect(at(data, "contextDiff")).toEqual({
			from: { clock: "RECORDED" },
			to: { clock: "PUBLISHED" },
			changed: [
				{
					// What the strike's report retold is now told by a report of its own.
					fields: ["relevance", "title", "time"],
					before: { event: { articles: { nodes: [{ url: STRIKE.url }] } } },
					after: { event: { articles: { nodes: [{ url: COLLAPSE.url }] } } },
				},
			],
		});
	});

	test("stays unknown to a question by the other clock inside the answer", async () => {
		const inner = `whatPreceded(asOf: {at: "2026-03-07T00:00:00Z", clock: PUBLISHED}) { asOf { clock } event { articles { nodes { url } } } preceding { nodes { event { articles { nodes { url } } } } } }`;
		const context = await ask(
			"2026-03-07T00:00:00Z",
			"RECORDED",
			`event { ${inner} } preceding { nodes { event { ${inner} } } }`,
		);
		expect(at(context, "event.whatPreceded.asOf.clock")).toBe("RECORDED");
		expect(JSON.stringify(context)).not.toContain(COLLAPSE.url);
	});
});

describe("whatever is asked as of whatever instant, by either clock", () => {
	const read = new Map<string, Date>();
	const random = seededRandom(7);

	beforeAll(async () => {
		db = await openTestDatabase();
		client = graphqlClient(db);
		const world = ["boeing-2024", "key-bridge-2024", "edits"].flatMap((name) =>
			readFileSync(new URL(`../../prisma/world/${name}.jsonl`, import.meta.url), "utf8")
				.trimEnd()
				.split("\n")
				.map((line) => JSON.parse(line) as SubmittedArticle),
		);
		// Read at once, days later or months later, so in another order than printed; a second text after the first.
		const readings = world.map((article): [string, SubmittedArticle] => {
			const former = read.get(article.url)?.getTime() ?? 0;
			const printed = new Date(article.publishedAt ?? "").getTime();
			const at = new Date(Math.max(former, printed) + Math.ceil(random() ** 3 * 120 * DAY_MS));
			read.set(article.url, at);
			return [at.toISOString(), article];
		});
		await readAll(readings.sort(([a], [b]) => (a < b ? -1 : 1)));
	});
	afterAll(() => db.close());

	const ARTICLE = "url publishedAt firstSeenAt";
	const SENTENCE = `publishedAt recordedAt span { articleRevision { id number fetchedAt } } article { ${ARTICLE} }`;
	const EVENT = `articles(first: 9, originalsOnly: false) { totalCount nodes { ${ARTICLE} sections { text } events(first: 3) { nodes { articles(first: 5) { nodes { ${ARTICLE} } } } }
			copies(first: 3) { nodes { ${ARTICLE} } } revisions(first: 3) { nodes { id number fetchedAt } } } }
		mentions(first: 5) { nodes { article { ${ARTICLE} } sentence { articleRevision { id number fetchedAt } } } }
		causes(first: 3) { nodes { evidence(first: 5) { nodes { ${SENTENCE} } } } }
		participants { entity { articles(first: 3) { nodes { ${ARTICLE} } } events(first: 2) { nodes { articles(first: 3) { nodes { ${ARTICLE} } } } } } }`;
	const WAYS = [
		`event { ${EVENT} }`,
		`preceding(first: 5) { nodes { sentence { ${SENTENCE} } event { ${EVENT} } } }`,
		`links { evidence(first: 10) { ${SENTENCE} } link { evidence(first: 5) { nodes { ${SENTENCE} } } } }
			chains { links { evidence(first: 5) { ${SENTENCE} } } root { articles(first: 5) { nodes { ${ARTICLE} } } } }
			unresolved { span { articleRevision { id number fetchedAt } } }
			digest { sentences { citations { articleRevision { id number fetchedAt } } events { articles(first: 5) { nodes { ${ARTICLE} } } } } }`,
		"preceding(first: 4) { nodes { event { whatPreceded { preceding(first: 4) { nodes { event { articles(first: 5) { nodes { url publishedAt firstSeenAt } } } } } } } } }",
	];

	/** Objects of an answer, at any depth. */
	function* objectsIn(value: Json): Generator<{ [key: string]: Json }> {
		if (value === null || typeof value !== "object") return;
		if (!Array.isArray(value)) yield value;
		for (const inner of Object.values(value)) yield* objectsIn(inner as Json);
	}

	test("nothing in the answer was printed later, or by the other clock read later", async () => {
		const events = (
			await db.prisma.eventArticle.findMany({ where: { role: "MAIN" }, orderBy: { articleId: "asc" } })
		).map(({ eventId }) => publicId("Event", eventId));
		const revisions = await db.prisma.articleRevision.findMany({ include: { article: true } });
		const printed = new Map<Json | undefined, string>(
			revisions.map(({ id, article }) => [publicId("ArticleRevision", id), article.publishedAt.toISOString()]),
		);
		const articles = [...read.values()].map((date) => date.getTime());
		const [first, last] = [Math.min(...articles) - 30 * DAY_MS, Math.max(...articles)];
		const seen = { PUBLISHED: 0, RECORDED: 0 };
		for (let round = 0; round < 30; round++) {
			const instant = new Date(first + (last - first) * random()).toISOString();
			const id = pick(events, random);
			for (const clock of CLOCKS) {
				const way = WAYS[round % WAYS.length];
				const data = await client.data(
					`query($id: ID!, $asOf: AsOfInput!) { event(id: $id) { whatPreceded(asOf: $asOf) { ${way} } } }`,
					{ id, asOf: { at: instant, clock } },
				);
				for (const object of objectsIn(at(data, "event.whatPreceded"))) {
					if ("publishedAt" in object) seen[clock]++;
					if (clock === "PUBLISHED" && "publishedAt" in object)
						expect(String(object.publishedAt) <= instant).toBe(true);
					if (clock === "PUBLISHED" && "fetchedAt" in object)
						expect([
							object.number === 1 || String(object.fetchedAt) <= instant,
							(printed.get(object.id) ?? "unknown") <= instant,
						]).toEqual([true, true]);
					if (clock === "PUBLISHED") continue;
					for (const field of ["firstSeenAt", "recordedAt", "fetchedAt"])
						if (field in object) expect([field, String(object[field]) <= instant]).toEqual([field, true]);
				}
			}
		}
		expect(seen.RECORDED).toBeGreaterThan(100);
		expect(seen.PUBLISHED).toBeGreaterThan(seen.RECORDED);
	});
});
