import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicId } from "../../src/public-id.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { at, each, type GraphQLClient, graphqlClient } from "./graphql-client.js";
import { articleUrl, id, uuid, writePortWorld } from "./port-world.js";

let db: TestDatabase;
let client: GraphQLClient;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	client = graphqlClient(db);
});
afterAll(() => db.close());

describe("the number of statements does not depend on the number of rows", () => {
	test.each([
		[
			"events with their articles, causes and sentences",
			"events(first: N) { nodes { articles(first: 3) { nodes { url source { name } } } causes(first: 3) { nodes { cause { title } explanation evidence(first: 3) { totalCount nodes { span { exact prefix suffix } article { url } } } } } } }",
			18,
		],
		[
			"events with participants, coverage and mentions",
			"events(first: N) { nodes { time { value } participants { entity { name } } locations { name } coverage { sources } mentions(first: 5) { totalCount nodes { trigger { exact } article { headline } event { title } } } } }",
			11,
		],
		[
			"articles with everything around them",
			"articles(first: N) { nodes { source { name feeds(first: 3) { nodes { url } } } sections { text } isBasedOn { url } copies(first: 3) { nodes { url } } revisions(first: 3) { nodes { number } } entities(first: 3) { nodes { name } } events(first: 3) { nodes { title effects(first: 3) { nodes { effect { title } } } } } mentions(first: 3) { nodes { role } } } }",
			27,
		],
		[
			"entities with their events and articles",
			"entities(first: N) { nodes { events { nodes { title } } articles { nodes { url } } } }",
			6,
		],
		[
			"links with both ends and what supports them",
			"causalLinks(first: N) { nodes { cause { title } effect { title } evidence { nodes { publishedAt source { name } } } } }",
			6,
		],
	])("%s", async (_name, selection, most) => {
		const one = await client.ask(`{ ${selection.replace("N", "1")} }`);
		const many = await client.ask(`{ ${selection.replace("N", "50")} }`);
		expect([...one.errors, ...many.errors]).toEqual([]);
		// One row may have nothing below it, which saves statements; many rows must not take more than that.
		expect(many.statements.length).toBeLessThanOrEqual(most);
		expect(many.statements.length - one.statements.length).toBeLessThanOrEqual(9);
		const again = await client.ask(`{ ${selection.replace("N", "3")} }`);
		expect(many.statements.length - again.statements.length).toBeLessThanOrEqual(1);
	});

	test("events with their causes give the right ones to each", async () => {
		const data = await client.data(
			"{ events(orderBy: {field: OCCURRED_AT, direction: ASC}) { nodes { title articles(first: 1) { totalCount nodes { url } } causes { nodes { cause { title } } } } } }",
		);
		expect(each(data, "events.nodes", "title")).toEqual([
			"Frost killed the blossom in February",
			"Port of Velsen ends night shifts",
			"Dockers walk out in Velsen",
			"Fruit runs short in supermarkets",
			"Minister blames frost for empty shelves",
		]);
		expect(each(data, "events.nodes", "articles.totalCount")).toEqual([1, 3, 2, 2, 1]);
		expect(each(data, "events.nodes", "articles.nodes.0.url")).toEqual([5, 3, 3, 5, 5].map(articleUrl));
		const causes = each(data, "events.nodes", "causes.nodes").map((nodes) => each({ nodes }, "nodes", "cause.title"));
		expect(causes).toEqual([
			[],
			[],
			["Port of Velsen ends night shifts"],
			["Dockers walk out in Velsen", "Frost killed the blossom in February"],
			[],
		]);
	});
});

describe("objects by id", () => {
	const TYPES = ["Source", "Feed", "Article", "ArticleRevision", "Event", "Entity", "CausalLink"] as const;

	test.each(TYPES)("node finds a %s", async (type) => {
		const data = await client.data("query($id: ID!) { node(id: $id) { __typename id } }", { id: id(type, 1) });
		expect(at(data, "node")).toEqual({ __typename: type, id: id(type, 1) });
	});

	test("node finds a mention, and a sentence cited by the id of its mention or of its evidence", async () => {
		const question =
			"query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Evidence { stance signal { exact } span { exact start end } } ... on Mention { sentence { exact } } } }";
		const ids = [id("Evidence", 20), publicId("Evidence", uuid("Mention", 10)), id("Mention", 10)];
		expect(at(await client.data(question, { ids }), "nodes")).toMatchObject([
			{ __typename: "Evidence", signal: { exact: "in response to" }, stance: "SUPPORTS" },
			{
				__typename: "Evidence",
				signal: null,
				span: { exact: "The port of Velsen ended its night shifts on Saturday." },
			},
			{ __typename: "Mention", sentence: { exact: "The port of Velsen ended its night shifts on Saturday." } },
		]);
	});

	test("nodes keeps the order asked, with null for what is unknown, in one statement", async () => {
		const ids = [id("Event", 2), id("Article", 1), id("Event", 999), id("Event", 1), id("Event", 2)];
		const answer = await client.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
		expect(each(answer.data, "nodes", "id")).toEqual([ids[0], ids[1], null, ids[3], ids[4]]);
		expect(answer.statements).toHaveLength(1);
	});

	test.each(["node", "event", "causalLink", "entity"])("%s of an unknown id is null", async (field) => {
		const type = field === "event" || field === "node" ? "Event" : field === "entity" ? "Entity" : "CausalLink";
		expect(await client.data(`{ ${field}(id: "${id(type, 999)}") { id } }`)).toEqual({ [field]: null });
	});

	test.each([
		['node(id: "1")', "is not an id"],
		['node(id: "evt_1")', "is not an id"],
		['node(id: "RXZlbnQ6MQ==")', "is not an id"],
		[`node(id: "usr_${uuid("Event", 1)}")`, "is not an id"],
		[`node(id: "${"x".repeat(5000)}")`, "is not an id"],
		[`event(id: "${id("Article", 1)}")`, "is the id of a Article"],
		[`event(id: "${uuid("Event", 1)}' or 1=1")`, "is not an id"],
		["article", "needs an id or a url"],
		[`article(id: "${id("Article", 1)}", url: "${articleUrl(1)}")`, "not both"],
	])("%s is refused", async (field, message) => {
		const answer = await client.ask(`{ ${field} { id } }`);
		expect(answer.errors).toMatchObject([{ code: "BAD_USER_INPUT", message: expect.stringContaining(message) }]);
		expect(answer.statements).toEqual([]);
	});

	test("one object asked for several times is found each time", async () => {
		const asked = { id: id("Event", 1), ids: [id("Event", 1)] };
		const data = await client.data(
			"query($id: ID!, $ids: [ID!]!) { a: node(id: $id) { id } b: node(id: $id) { id } nodes(ids: $ids) { id } event(id: $id) { id } }",
			asked,
		);
		const found = { id: asked.id };
		expect(data).toEqual({ a: found, b: found, nodes: [found], event: found });
	});

	test("more than a hundred ids at once are refused", async () => {
		const answer = await client.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
			ids: Array(101).fill(id("Event", 1)),
		});
		expect(answer.errors).toMatchObject([{ code: "BAD_USER_INPUT", message: expect.stringContaining("not 101") }]);
	});

	test("the id of an event that was merged away keeps answering, and says where it went", async () => {
		const merged = await db.prisma.event.findUniqueOrThrow({ where: { id: uuid("Event", 2) } });
		await db.prisma.event.create({
			data: { ...merged, centroid: {}, id: uuid("Event", 77), curation: "MERGED", mergedIntoId: uuid("Event", 2) },
		});
		const data = await client.data(
			`{ event(id: "${id("Event", 77)}") { id curation mergedInto { id } whatPreceded { event { id } preceding { nodes { title } } } } events { totalCount } }`,
		);
		expect(at(data, "event")).toMatchObject({
			id: id("Event", 77),
			curation: "MERGED",
			mergedInto: { id: id("Event", 2) },
			whatPreceded: {
				event: { id: id("Event", 2) },
				preceding: { nodes: expect.arrayContaining([{ title: "Port of Velsen ends night shifts" }]) },
			},
		});
		expect(at(data, "events.totalCount")).toBe(5);
		const asked = await client.data("{ events(filter: {curation: [MERGED]}) { nodes { id } } }");
		expect(each(asked, "events.nodes", "id")).toEqual([id("Event", 77)]);
		await db.prisma.event.delete({ where: { id: uuid("Event", 77) } });
	});
});

describe("filters", () => {
	const SHELVES = id("Event", 4);
	test.each([
		['query: "dockers"', [2]],
		['query: "strike"', []],
		['query: "fruit OR frost"', [3, 4, 5]],
		['occurred: {start: "2031-03-05T12:00:00Z", end: "2031-03-05T13:00:00Z"}', [2]],
		['occurred: {start: "2031-03-06T00:00:00Z"}', [3, 4]],
		['occurred: {end: "2031-03-01T00:00:00Z"}', [5]],
		['reported: {start: "2031-03-20T00:00:00Z", end: "2031-03-21T00:00:00Z"}', [3, 4, 5]],
		["types: [ASSAULT]", []],
		["statuses: [OCCURRED, PLANNED]", [1, 2, 3, 4, 5]],
		["statuses: []", []],
		[`entityIds: ["${id("Entity", 1)}"]`, [1, 2]],
		["hasCauses: true", [2, 3]],
		["hasCauses: false", [1, 4, 5]],
		["minSources: 3", [1, 3]],
		["minSources: 2, hasCauses: true", [2, 3]],
		["curation: [AUTOMATIC]", [1, 2, 3, 4, 5]],
	])("events(filter: {%s})", async (filter, found) => {
		const data = await client.data(`{ events(filter: {${filter}}) { totalCount nodes { id } } }`);
		expect(each(data, "events.nodes", "id").sort()).toEqual(found.map((n) => id("Event", n)));
		expect(at(data, "events.totalCount")).toBe(found.length);
	});

	test.each([
		['query: "fruit"', [3, 4]],
		['query: "fruit", originalsOnly: true', [3]],
		['published: {start: "2031-03-05T08:00:00Z", end: "2031-03-09T08:00:00Z"}', [2]],
		[`sourceIds: ["${id("Source", 2)}", "${id("Source", 3)}"]`, [2, 3, 4]],
		[`entityIds: ["${id("Entity", 1)}"]`, [1, 2]],
		[`eventIds: ["${SHELVES}"]`, [5]],
		['languages: ["en"]', [1, 2, 3, 4, 5]],
		['languages: ["uk"]', []],
	])("articles(filter: {%s})", async (filter, found) => {
		const data = await client.data(`{ articles(filter: {${filter}}) { nodes { id } } }`);
		expect(each(data, "articles.nodes", "id").sort()).toEqual(found.map((n) => id("Article", n)));
	});

	test.each([
		["", [1, 2, 3]],
		["statuses: [DISPUTED]", [2]],
		["statuses: [RETRACTED]", []],
		["relations: [PREVENT, ENABLE]", []],
		["modes: [CONSEQUENCE]", [1, 2, 3]],
		["bases: [STATED]", [1, 2, 3]],
		["minConfidence: 0.6", [1]],
		["minIndependentSources: 2", []],
	])("causalLinks(filter: {%s}), and the same as of an instant at which all was known", async (filter, found) => {
		const data = await client.data(`{ causalLinks(filter: {${filter}}) { nodes { id } } }`);
		expect(each(data, "causalLinks.nodes", "id").sort()).toEqual(found.map((n) => id("CausalLink", n)));
		const past = await client.data(
			`query($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { whatPreceded(asOf: {at: "2031-05-01T00:00:00Z"}) { event { causes(filter: {${filter}}) { nodes { id } } } } } } }`,
			{ ids: [1, 2, 3].map((n) => id("Event", n)) },
		);
		const causes = each(past, "nodes", "whatPreceded.event.causes.nodes").flatMap((nodes) =>
			each({ nodes }, "nodes", "id"),
		);
		expect(causes.sort()).toEqual(found.map((n) => id("CausalLink", n)));
	});

	test.each([
		["VELSEN", ["Port of Velsen"]],
		["(vls)", ["Dockers' Union", "Frost Institute", "Fruit Board", "Port of Velsen"]],
		["%", []],
		["_", []],
		["\\", []],
	])("entities(query: %j)", async (query, found) => {
		const data = await client.data("query($query: String) { entities(query: $query) { nodes { name } } }", { query });
		expect(each(data, "entities.nodes", "name")).toEqual(found);
	});

	test("a language tag includes the tags that continue it, and no others", async () => {
		const tagged = { where: { id: uuid("Article", 1) } };
		await db.prisma.article.update({ ...tagged, data: { language: "en-GB" } });
		const count = async (tag: string) =>
			at(
				await client.data("query($tag: LanguageTag!) { articles(filter: {languages: [$tag]}) { totalCount } }", {
					tag,
				}),
				"articles.totalCount",
			);
		expect([await count("en"), await count("EN-gb"), await count("en-GB-oxendict")]).toEqual([5, 1, 0]);
		await db.prisma.article.update({ ...tagged, data: { language: "en" } });
	});

	test.each([
		'\'; drop table "Event"; --',
		"& | ! ( ) :* <->",
		'"unclosed',
		"a\u0000b",
		"\ud800",
		"%%__\\",
		"((((((((((",
		"'' or 1=1",
		"𝕊𝕥𝕣𝕚𝕜𝕖 ".repeat(300),
	])("the words %j are looked for and nothing else", async (query) => {
		const answer = await client.ask(
			"query($query: String!) { events(filter: {query: $query}) { totalCount } articles(filter: {query: $query}) { totalCount } entities(query: $query) { totalCount nodes { name } } }",
			{ query },
		);
		expect(answer.errors).toEqual([]);
		expect(await db.prisma.event.count()).toBe(5);
	});
});

describe("values", () => {
	test.each([
		["2031-03-05T08:00:00Z", "2031-03-05T08:00:00.000Z"],
		["2031-03-05T08:00:00.5Z", "2031-03-05T08:00:00.500Z"],
		["2031-03-05t08:00:00z", "2031-03-05T08:00:00.000Z"],
		["2031-03-05T08:00:00+05:30", "2031-03-05T02:30:00.000Z"],
		["2032-02-29T23:59:59.999999999Z", "2032-02-29T23:59:59.999Z"],
		["9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000Z"],
		["1000-01-01T00:00:00Z", "1000-01-01T00:00:00.000Z"],
	])("the instant %s is read as %s", async (given, read) => {
		const data = await client.data(
			"query($id: ID!, $at: DateTime!) { event(id: $id) { whatPreceded(asOf: {at: $at}) { asOf { at clock } } } }",
			{ id: id("Event", 1), at: given },
		);
		expect(at(data, "event.whatPreceded.asOf")).toEqual({ at: read, clock: "PUBLISHED" });
	});

	test.each([
		"2031-03-05",
		"2031-03-05T08:00:00",
		"2031-03-05 08:00:00Z",
		"2031-02-29T00:00:00Z",
		"2031-13-01T00:00:00Z",
		"2031-03-32T00:00:00Z",
		"2031-03-05T24:00:00Z",
		"2031-03-05T08:60:00Z",
		"2031-03-05T08:00:60Z",
		"0999-12-31T23:59:59Z",
		"0000-01-01T00:00:00Z",
		"9999-12-31T23:59:59-01:00",
		"+10000-01-01T00:00:00Z",
		"2031-03-05T08:00:00+9999",
		"2031-03-05T08:00:00+24:00",
		"06/09/2031",
		"1900000000",
		"now",
		"",
		1900000000,
		true,
		null,
		["2031-03-05T08:00:00Z"],
		{},
	])("the instant %j is refused", async (given) => {
		const answer = await client.ask(
			"query($range: TimeRange!, $at: DateTime!) { events(filter: {reported: $range, occurred: {start: $at}}) { totalCount } }",
			{ range: { start: given === null ? 5 : given }, at: given },
		);
		expect(answer.errors.length).toBeGreaterThan(0);
		expect(answer.data).toBeNull();
		expect(answer.statements).toEqual([]);
	});

	test.each([
		["of another scheme", "ftp://news1.example/"],
		["that is a script", "javascript:alert(1)"],
		["that is data", "data:text/html,x"],
		["of a file", "file:///etc/passwd"],
		["without a scheme", "news1.example"],
		["that is empty", ""],
		["without a host", "http://"],
		["with a password", "https://user:secret@news1.example/"],
		["of 2,070 characters", `https://news1.example/${"a".repeat(2_048)}`],
		["that is a number", 5],
	])("an address %s is refused", async (_name, url) => {
		const answer = await client.ask("query($url: URL!) { article(url: $url) { id } }", { url });
		expect(answer.errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
		expect(answer.errors[0]?.message.length).toBeLessThan(510);
	});

	test.each([
		["options: {maxDepth: 0}", "maxDepth must be from 1 to 8, not 0"],
		["options: {maxDepth: 9}", "maxDepth must be from 1 to 8, not 9"],
		["options: {maxEvents: 101}", "maxEvents must be from 1 to 100, not 101"],
		["options: {minConfidence: 1.5}", "minConfidence must be from 0 to 1, not 1.5"],
	])("whatPreceded(%s) is refused", async (args, message) => {
		const answer = await client.ask(`{ event(id: "${id("Event", 3)}") { whatPreceded(${args}) { version } } }`);
		expect(answer.errors).toMatchObject([{ code: "BAD_USER_INPUT", message }]);
	});

	test.each([
		["chains(first: 21) { key }", "first must be from 0 to 20, not 21"],
		["chains(first: -1) { key }", "first must be from 0 to 20, not -1"],
		["digest(maxSentences: 0) { text }", "maxSentences must be from 1 to 50, not 0"],
		["digest(maxWords: 0) { text }", "maxWords must be from 1 to 5000, not 0"],
		["links { evidence(first: 11) { id } }", "first must be from 0 to 10, not 11"],
	])("%s of a context is refused", async (field, message) => {
		const answer = await client.ask(`{ event(id: "${id("Event", 3)}") { whatPreceded { ${field} } } }`);
		expect(answer.errors[0]).toMatchObject({ code: "BAD_USER_INPUT", message });
	});
});

describe("a text span", () => {
	test("quotes with what stands before and after, and never cuts a character in two", async () => {
		const text = `${"𝕏".repeat(40)}strike${"𝕐".repeat(40)}`;
		await db.prisma.articleRevision.update({ where: { id: uuid("ArticleRevision", 1) }, data: { text } });
		await db.prisma.mention.update({ where: { id: uuid("Mention", 10) }, data: { triggerStart: 80, triggerEnd: 86 } });
		const trigger = async () =>
			at(
				await client.data(
					`{ node(id: "${id("Mention", 10)}") { ... on Mention { trigger { exact prefix suffix } } } }`,
				),
				"node.trigger",
			);
		expect(await trigger()).toEqual({ exact: "strike", prefix: "𝕏".repeat(16), suffix: "𝕐".repeat(16) });
		await db.prisma.mention.update({ where: { id: uuid("Mention", 10) }, data: { triggerStart: 81, triggerEnd: 85 } });
		expect(await trigger()).toEqual({ exact: "trik", prefix: `${"𝕏".repeat(15)}s`, suffix: `e${"𝕐".repeat(15)}` });
	});
});

describe("chains", () => {
	test("lead from one event to another, root first, as known at an instant", async () => {
		const chains = async (args: string) =>
			client.data(
				`{ causalChains(from: "${id("Event", 1)}", to: "${id("Event", 3)}"${args}) { root { id } target { id } length hasPrevention links { cause { id } effect { id } } } }`,
			);
		const whole = {
			root: { id: id("Event", 1) },
			target: { id: id("Event", 3) },
			length: 2,
			hasPrevention: false,
			links: [
				{ cause: { id: id("Event", 1) }, effect: { id: id("Event", 2) } },
				{ cause: { id: id("Event", 2) }, effect: { id: id("Event", 3) } },
			],
		};
		expect(await chains("")).toEqual({ causalChains: [whole] });
		expect(await chains(", maxLength: 1")).toEqual({ causalChains: [] });
		expect(await chains(', asOf: {at: "2031-03-06T00:00:00Z"}')).toEqual({ causalChains: [] });
	});

	test("of unreasonable length are refused", async () => {
		const answer = await client.ask(
			`{ causalChains(from: "${id("Event", 1)}", to: "${id("Event", 3)}", maxLength: 99) { key } }`,
		);
		expect(answer.errors).toMatchObject([{ code: "BAD_USER_INPUT", message: "maxLength must be from 1 to 8, not 99" }]);
	});
});
