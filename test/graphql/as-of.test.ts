import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { at, each, type GraphQLClient, graphqlClient, type Json } from "./graphql-client.js";
import { articleUrl, id, uuid, writePortWorld } from "./port-world.js";

let db: TestDatabase;
let client: GraphQLClient;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	client = graphqlClient(db);
});
afterAll(() => db.close());

const CONTRACT = `query($url: URL!, $at: DateTime!) { article(url: $url) { events(role: MAIN, first: 1) { nodes { id
	whatPreceded(asOf: {at: $at}) {
		preceding(first: 20, orderBy: RELEVANCE) { nodes { role relevance event { id title time { value } articles(first: 50) { nodes { url publishedAt } } } } }
		digest(maxWords: 130) { text } } } } } }`;

const CONTEXT = "article.events.nodes.0.whatPreceded";

describe("what preceded, as of an instant", () => {
	test("answers the question of the contract: earlier events, dated, with the articles known then", async () => {
		const data = await client.data(CONTRACT, { url: articleUrl(3), at: "2031-03-12T00:00:00Z" });
		expect(at(data, "article.events.nodes.0.id")).toBe(id("Event", 3));
		expect(at(data, `${CONTEXT}.preceding.nodes`)).toMatchObject([
			{
				role: "DIRECT_CAUSE",
				event: {
					id: id("Event", 2),
					title: "Dockers walk out in Velsen",
					time: { value: "2031-03-05" },
					articles: { nodes: [{ url: articleUrl(3) }, { url: articleUrl(2) }] },
				},
			},
			{ role: "INDIRECT_CAUSE", event: { id: id("Event", 1), time: { value: "2031-03-01" } } },
		]);
		expect(at(data, `${CONTEXT}.digest.text`)).toContain("Dockers walked out on Wednesday");
	});

	test("takes as many statements for three earlier events as for one", async () => {
		const few = await client.ask(CONTRACT, { url: articleUrl(2), at: "2031-03-06T00:00:00Z" });
		const many = await client.ask(CONTRACT, { url: articleUrl(3), at: "2031-04-01T00:00:00Z" });
		expect(each(few.data, `${CONTEXT}.preceding.nodes`, "role")).toHaveLength(1);
		expect(each(many.data, `${CONTEXT}.preceding.nodes`, "role")).toHaveLength(3);
		expect(many.statements).toHaveLength(few.statements.length);
		expect(few.statements.length).toBeLessThanOrEqual(12);
	});

	test("finds the article whatever tracking its address carries", async () => {
		const data = await client.data("query($url: URL!) { article(url: $url) { headline } }", {
			url: `${articleUrl(2)}?utm_source=x#top`,
		});
		expect(at(data, "article.headline")).toBe("Dockers walk out in Velsen");
	});

	test("shows the title and time that an event had then, not those it has now", async () => {
		const shown = async (instant: string) => {
			const question =
				"query($id: ID!, $at: DateTime!) { event(id: $id) { whatPreceded(asOf: {at: $at}) { preceding { nodes { title time { value } event { title time { value } lastReportedAt coverage { articles sources independentSources } } } } } } }";
			return at(await client.data(question, { id: id("Event", 3), at: instant }), "event.whatPreceded.preceding.nodes");
		};
		expect(await shown("2031-03-10T00:00:00Z")).toMatchObject([
			{
				title: "Port of Velsen ends night shifts",
				event: {
					title: "Port of Velsen ends night shifts",
					lastReportedAt: "2031-03-09T08:00:00.000Z",
					coverage: { articles: 3, sources: 3, independentSources: 2 },
				},
			},
			{
				title: "Dockers walk out in Velsen",
				time: { value: "2031-03-05" },
				event: {
					title: "Dockers walk out in Velsen",
					time: { value: "2031-03-05" },
					lastReportedAt: "2031-03-09T08:00:00.000Z",
				},
			},
		]);
	});

	test("weighs a link by the evidence of then, and disputes it only once it was denied", async () => {
		const status = async (instant: string) => {
			const question =
				"query($id: ID!, $at: DateTime!) { event(id: $id) { whatPreceded(asOf: {at: $at}) { event { causes { totalCount nodes { status support { contradicting } evidence { totalCount } explanation } } } links { status link { status confidence evidence { totalCount } } confidence } } } }";
			return at(await client.data(question, { id: id("Event", 3), at: instant }), "event.whatPreceded");
		};
		const before = await status("2031-03-15T00:00:00Z");
		expect(at(before, "event.causes")).toMatchObject({
			totalCount: 1,
			nodes: [{ status: "PROPOSED", support: { contradicting: 0 }, evidence: { totalCount: 1 } }],
		});
		expect(each(before, "links", "link.status")).toEqual(each(before, "links", "status"));
		expect(each(before, "links", "link.confidence")).toEqual(each(before, "links", "confidence"));
		const after = await status("2031-03-25T00:00:00Z");
		expect(at(after, "event.causes")).toMatchObject({
			totalCount: 2,
			nodes: [{ status: "DISPUTED", evidence: { totalCount: 2 } }, { status: "PROPOSED" }],
		});
		expect(at(after, "event.causes.nodes.1.explanation")).toContain("According to the minister");
	});

	test("inherits the instant for a question asked inside the answer, and never goes beyond it", async () => {
		const question = `query($id: ID!, $at: DateTime!) { event(id: $id) { whatPreceded(asOf: {at: $at}) { preceding(last: 1) { nodes { event {
			inherited: whatPreceded { asOf { at } } later: whatPreceded(asOf: {at: "2031-05-01T00:00:00Z"}) { asOf { at } } earlier: whatPreceded(asOf: {at: "2031-03-02T00:00:00Z"}) { asOf { at } } } } } } } }`;
		const data = await client.data(question, { id: id("Event", 3), at: "2031-03-12T00:00:00Z" });
		expect(at(data, "event.whatPreceded.preceding.nodes.0.event")).toEqual({
			inherited: { asOf: { at: "2031-03-12T00:00:00.000Z" } },
			later: { asOf: { at: "2031-03-12T00:00:00.000Z" } },
			earlier: { asOf: { at: "2031-03-02T00:00:00.000Z" } },
		});
	});

	test("answers for an event nobody had mentioned by then, with nothing", async () => {
		const data = await client.data(
			'query($id: ID!) { event(id: $id) { whatPreceded(asOf: {at: "2030-01-01T00:00:00Z"}) { event { id articles { totalCount } causes { totalCount } } preceding { totalCount nodes { title } } chains { key } digest { text } } } }',
			{ id: id("Event", 3) },
		);
		expect(at(data, "event.whatPreceded")).toEqual({
			event: { id: id("Event", 3), articles: { totalCount: 0 }, causes: { totalCount: 0 } },
			preceding: { totalCount: 0, nodes: [] },
			chains: [],
			digest: { text: "" },
		});
	});

	test("shows the headline and text that an article had then", async () => {
		const later = {
			id: uuid("ArticleRevision", 99),
			articleId: uuid("Article", 2),
			number: 2,
			headline: "Strike over",
			text: "It is over.",
			contentHash: "x",
			fetchedAt: new Date("2031-03-30T00:00:00Z"),
		};
		await db.prisma.articleRevision.create({ data: later });
		await db.prisma.article.update({ where: { id: later.articleId }, data: { headline: later.headline } });
		const question =
			"query($id: ID!, $at: DateTime!) { event(id: $id) { whatPreceded(asOf: {at: $at}) { event { articles { nodes { headline sections { text } revisions { totalCount nodes { number } } } } } } } }";
		const known = async (instant: string) =>
			at(await client.data(question, { id: id("Event", 2), at: instant }), "event.whatPreceded.event.articles.nodes.0");
		expect(await known("2031-03-06T00:00:00Z")).toMatchObject({
			headline: "Dockers walk out in Velsen",
			revisions: { totalCount: 1, nodes: [{ number: 1 }] },
			sections: [{ text: expect.stringContaining("Dockers walked") }],
		});
		await db.prisma.articleRevision.delete({ where: { id: later.id } });
		await db.prisma.article.update({
			where: { id: later.articleId },
			data: { headline: "Dockers walk out in Velsen" },
		});
	});
});

describe("nothing published later shows through an as-of answer", () => {
	const ARTICLE = "url headline publishedAt";
	const LINK = `status confidence explanation cause { title lastReportedAt } effect { title } support { firstStatedAt contradicting }
		evidence(first: 10) { publishedAt span { exact prefix suffix } article { ${ARTICLE} } source { articles(first: 5) { nodes { ${ARTICLE} } } } } link { status evidence(first: 5) { nodes { publishedAt } } }`;

	/** Ways that lead on from an event. */
	const FROM_EVENT = [
		"title summary type status time { value anchor } firstReportedAt lastReportedAt mergedInto { id } coverage { articles originals sources languages }",
		`participants { entity { name articles(first: 5) { totalCount nodes { ${ARTICLE} } } events(first: 5) { totalCount nodes { title lastReportedAt } } } } locations { name }`,
		`articles(first: 5, originalsOnly: false) { totalCount nodes { ${ARTICLE} isBasedOn { ${ARTICLE} } copies(first: 5) { totalCount nodes { ${ARTICLE} } }
			events(first: 5) { totalCount nodes { title articles(first: 5) { nodes { ${ARTICLE} } } } } mentions(first: 5) { totalCount nodes { time { value } event { title lastReportedAt } } } } }`,
		`articles(first: 5) { nodes { source { articles(first: 5) { totalCount nodes { ${ARTICLE} } } } entities(first: 5) { nodes { articles(first: 5) { nodes { ${ARTICLE} } } } } } }`,
		`mentions(first: 5) { totalCount nodes { sentence { exact } article { ${ARTICLE} } time { value } } }`,
		`causes(first: 5) { totalCount nodes { status confidence support { firstStatedAt supporting contradicting } explanation cause { title }
			evidence(first: 5) { totalCount nodes { publishedAt span { exact } article { ${ARTICLE} } } } } }`,
		"effects(first: 5) { totalCount nodes { status effect { title lastReportedAt } evidence(first: 5) { totalCount nodes { publishedAt } } } }",
		`whatPreceded { preceding(first: 5) { nodes { title event { articles(first: 5) { nodes { ${ARTICLE} } } } } } }`,
	];

	/** Ways that lead on from an answer. */
	const FROM_CONTEXT = [
		...FROM_EVENT.map((way) => `event { ${way} } preceding(first: 5) { nodes { event { ${way} } } }`),
		"preceding { totalCount nodes { title time { value anchor } sentence { span { exact } publishedAt } } }",
		`preceding(first: 5) { nodes { bestChain { links { ${LINK} } } } }`,
		`links { ${LINK} }`,
		`chains { root { title articles(first: 5) { nodes { ${ARTICLE} } } } target { title causes(first: 5) { nodes { evidence(first: 5) { nodes { publishedAt } } } } } links { ${LINK} } }`,
		"digest { text sentences { text events { title articles(first: 5) { nodes { url publishedAt } } } citations { exact articleRevision { headline text } } } }",
		"unresolved { reason }",
	];
	const question = (way: string) =>
		`query($id: ID!, $at: DateTime!) { event(id: $id) { whatPreceded(asOf: {at: $at}) { ${way} } } }`;

	/** Instants in the answer, but for the event times that articles tell. */
	function publications(value: Json, key = ""): string[] {
		if (typeof value === "string") return /At$|anchor/.test(key) && /^\d{4}-/.test(value) ? [value] : [];
		if (Array.isArray(value)) return value.flatMap((item) => publications(item, key));
		return value !== null && typeof value === "object"
			? Object.entries(value).flatMap(([name, inner]) => publications(inner, name))
			: [];
	}

	test.each([
		["2031-03-01T09:00:00.000Z", 1],
		["2031-03-06T00:00:00.000Z", 2],
		["2031-03-09T12:00:00.000Z", 3],
		["2031-03-12T00:00:00.000Z", 4],
	])("as of %s only the first %i articles exist, by whatever way they are reached", async (instant, known) => {
		for (const way of FROM_CONTEXT) {
			const data = await client.data(question(way), { id: id("Event", Math.min(known, 3)), at: instant });
			// The event asked about stands outside the answer.
			const context = at(data, "event.whatPreceded");
			expect(publications(context).filter((published) => published > instant)).toEqual([]);
			const text = JSON.stringify(context);
			for (let n = known + 1; n <= 5; n++) expect(text).not.toContain(articleUrl(n));
			expect(text).not.toMatch(/frost|minister|since 8 March|2031-03-08/i);
		}
	});

	test("the same questions about the present do show it", async () => {
		const answers: string[] = [];
		for (const way of FROM_CONTEXT) {
			answers.push(
				JSON.stringify(await client.data(question(way), { id: id("Event", 3), at: "2031-05-01T00:00:00.000Z" })),
			);
		}
		const telling = answers.filter((answer) => /frost|minister|since 8 March|2031-03-20/i.test(answer));
		// All but the holes, of which this world has none.
		expect(telling).toHaveLength(FROM_CONTEXT.length - 1);
	});
});

describe("contextDiff", () => {
	const DIFF = `query($id: ID!, $from: DateTime!, $to: DateTime!) { contextDiff(eventId: $id, from: {at: $from}, to: {at: $to}) {
		from { at } to { at } added { title role event { title } } removed { title } changed { fields before { title role } after { title role } }
		linksAdded { cause { title } effect { title } status explanation } linksRemoved { status } } }`;

	test("tells what became known between two instants, each side as it was known then", async () => {
		const times = { from: "2031-03-06T00:00:00Z", to: "2031-04-01T00:00:00Z" };
		const forward = at(await client.data(DIFF, { id: id("Event", 3), ...times }), "contextDiff");
		const added = each(forward, "added", "title");
		expect(added.length).toBeGreaterThan(0);
		expect(each(forward, "linksAdded", "explanation").length).toBeGreaterThan(0);
		const backward = at(await client.data(DIFF, { id: id("Event", 3), from: times.to, to: times.from }), "contextDiff");
		expect(each(backward, "removed", "title")).toEqual(added);
		expect(at(backward, "added")).toEqual([]);
	});

	test("is empty between an instant and itself", async () => {
		const data = await client.data(DIFF, {
			id: id("Event", 3),
			from: "2031-04-01T00:00:00Z",
			to: "2031-04-01T00:00:00Z",
		});
		expect(at(data, "contextDiff")).toMatchObject({
			added: [],
			removed: [],
			changed: [],
			linksAdded: [],
			linksRemoved: [],
		});
	});

	test("says that there is no such event", async () => {
		const answer = await client.ask(DIFF, {
			id: id("Event", 999),
			from: "2031-04-01T00:00:00Z",
			to: "2031-04-01T00:00:00Z",
		});
		expect(answer.errors).toMatchObject([{ code: "BAD_USER_INPUT", message: expect.stringContaining("no event") }]);
	});
});
