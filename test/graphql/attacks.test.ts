import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COUNTING_ARGUMENTS, LIMITS } from "../../src/graphql/limits.js";
import { schema } from "../../src/graphql/schema.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { at, type GraphQLClient, graphqlClient } from "./graphql-client.js";
import { id, writePortWorld } from "./port-world.js";

let db: TestDatabase;
let client: GraphQLClient;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	client = graphqlClient(db);
});
afterAll(() => db.close());

const nested = (depth: number) =>
	`{ events(first: 1) { nodes { ${"mergedInto { ".repeat(depth)} id ${"} ".repeat(depth)} } } }`;
const three = (first: string) =>
	`events(first: ${first}) { nodes { articles(first: ${first}) { nodes { events(first: ${first}) { nodes { id title } } } } } }`;

describe("what costs too much is refused before anything is read", { retry: 2 }, () => {
	test.each([
		["deep nesting", nested(60), {}, "QUERY_TOO_DEEP"],
		[
			"deep nesting in fragments",
			"{ events { nodes { ...a } } } fragment a on Event { mergedInto { mergedInto { mergedInto { mergedInto { mergedInto { mergedInto { ...b } } } } } } } fragment b on Event { mergedInto { mergedInto { mergedInto { mergedInto { mergedInto { mergedInto { mergedInto { mergedInto { mergedInto { mergedInto { mergedInto { mergedInto { id } } } } } } } } } } } } }",
			{},
			"QUERY_TOO_DEEP",
		],
		["large pages in large pages", `{ ${three("100")} }`, {}, "QUERY_TOO_COSTLY"],
		["the same with variables", `query($n: Int) { ${three("$n")} }`, { n: 100 }, "QUERY_TOO_COSTLY"],
		["the same with defaults of variables", `query($n: Int = 100) { ${three("$n")} }`, {}, "QUERY_TOO_COSTLY"],
		[
			"the same behind a cheap operation",
			`query cheap { service { version } } query dear { ${three("100")} }`,
			{},
			"QUERY_TOO_COSTLY",
			"dear",
		],
		["the same in a fragment", `{ ...all } fragment all on Query { ${three("100")} }`, {}, "QUERY_TOO_COSTLY"],
		[
			"contexts inside contexts",
			"{ events { nodes { whatPreceded { preceding { nodes { event { whatPreceded { preceding { nodes { event { whatPreceded { version } } } } } } } } } } } }",
			{},
			"QUERY_TOO_COSTLY",
		],
		["the same beside an id that is none", `{ nodes(ids: ["none"]) { id } ${three("100")} }`, {}, "BAD_USER_INPUT"],
		[
			"two hundred aliases",
			`{ ${Array.from({ length: 200 }, (_, n) => `a${n}: service { version }`).join(" ")} }`,
			{},
			"QUERY_TOO_LONG",
		],
		["a hundred directives", `{ service { ${"version @skip(if: false) ".repeat(100)} } }`, {}, "QUERY_TOO_LONG"],
		["five thousand unknown directives", `{ service { version ${"@x ".repeat(5_000)} } }`, {}, undefined],
		["a document of 2 MB", `{ ${"service { version } ".repeat(100_000)} }`, {}, undefined],
		[
			"fragments in a circle",
			"{ events { nodes { ...a } } } fragment a on Event { mergedInto { ...b } } fragment b on Event { mergedInto { ...a } }",
			{},
			undefined,
		],
		[
			"deep introspection",
			`{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`,
			{},
			undefined,
		],
	])("%s", async (_name, query, variables, code, operationName = undefined as string | undefined) => {
		db.statements.length = 0;
		const started = performance.now();
		const headers = { "content-type": "application/json" };
		const response = await client.fetch("/graphql", {
			method: "POST",
			headers,
			body: JSON.stringify({ query, variables, operationName }),
		});
		const text = await response.text();
		expect(performance.now() - started).toBeLessThan(1_000);
		expect(text.length).toBeLessThan(20_000);
		const [error] = (JSON.parse(text) as { errors: { extensions?: { code?: string } }[] }).errors;
		expect(error).toBeDefined();
		if (code) expect(error?.extensions?.code).toBe(code);
		expect(db.statements).toEqual([]);
	});

	test("a page past the limit is told its limit, however it is nested", async () => {
		const answer = await client.ask(
			"query($n: Int) { events(first: 1) { nodes { articles(first: $n) { nodes { id } } } } }",
			{ n: 1_000_000 },
		);
		expect(answer.errors).toMatchObject([
			{ code: "BAD_USER_INPUT", message: "first must be from 0 to 100, not 1000000" },
		]);
	});

	test("what is within the limits is answered, with its cost", async () => {
		const answer = await client.ask("{ events(first: 20) { nodes { id articles(first: 10) { nodes { url } } } } }");
		expect(answer.errors).toEqual([]);
		const cost = at(answer.extensions, "cost.cost") as number;
		// A page of 20 with 10 addresses each is 200 addresses, and not many times as much.
		expect(cost).toBeGreaterThan(200);
		expect(cost).toBeLessThan(1_000);
		expect(at(answer.extensions, "cost")).toMatchObject({
			depth: 5,
			maxDepth: LIMITS.maxDepth,
			maxCost: LIMITS.maxCost,
		});
	});

	test("what was cheap by one value of a variable is not cheap by all", async () => {
		const query = `query($n: Int = 100) { ${three("$n")} }`;
		const codes = async (variables: object) =>
			(await client.ask(query, { ...variables })).errors.map(({ code }) => code);
		expect(await codes({ n: 1 })).toEqual([]);
		expect(await codes({ n: null })).toEqual([]);
		expect(await codes({ n: 100 })).toEqual(["QUERY_TOO_COSTLY"]);
		expect(await codes({})).toEqual(["QUERY_TOO_COSTLY"]);
		expect(await codes({ n: 1 })).toEqual([]);
	});

	test("costs depend on the arguments that are looked at, and on no others", () => {
		const looked = new Set<string | symbol>();
		let fields = 0;
		const get = (_: object, name: string | symbol) => {
			looked.add(name);
			return name === "ids" ? [] : undefined;
		};
		const args = new Proxy({}, { get });
		for (const type of Object.values(schema.getTypeMap())) {
			if (!isObjectType(type)) continue;
			for (const { extensions } of Object.values(type.getFields())) {
				if (typeof extensions.complexity !== "function") continue;
				fields++;
				extensions.complexity(args);
			}
		}
		expect(fields).toBeGreaterThan(20);
		expect([...looked].sort()).toEqual([...COUNTING_ARGUMENTS].sort());
	});

	test("the limits are told by the service itself", async () => {
		const data = await client.data("{ service { version limits { maxDepth maxCost maxPageSize maxContextEvents } } }");
		expect(at(data, "service.limits")).toEqual({
			maxDepth: LIMITS.maxDepth,
			maxCost: LIMITS.maxCost,
			maxPageSize: 100,
			maxContextEvents: 100,
		});
		expect(at(data, "service.version")).toMatch(/^\d+\.\d+\.\d+/);
	});

	test("the introspection of the explorer is answered", async () => {
		const data = await client.data(
			getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true, specifiedByUrl: true }),
		);
		expect(buildClientSchema(data as unknown as IntrospectionQuery).getType("PrecedingContext")).toBeDefined();
	});
});

describe("requests from other sites", () => {
	const MUTATION =
		'mutation { submitArticle(input: {url: "https://evil.example/x", text: "Planted."}) { article { id } } }';
	const send = (type: string | null, body: string) =>
		client.fetch("/graphql", { method: "POST", headers: type ? { "content-type": type } : {}, body });

	test.each([
		["application/x-www-form-urlencoded", `query=${encodeURIComponent(MUTATION)}`],
		[
			"multipart/form-data; boundary=x",
			`--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: MUTATION })}\r\n--x\r\ncontent-disposition: form-data; name="map"\r\n\r\n{}\r\n--x--\r\n`,
		],
		["text/plain", JSON.stringify({ query: MUTATION })],
		["application/graphql", MUTATION],
		["text/plain; application/json", JSON.stringify({ query: MUTATION })],
		["application/jsonp", JSON.stringify({ query: MUTATION })],
	])("a body of type %s is refused", async (type, body) => {
		const response = await send(type, body);
		expect(response.status).toBe(415);
		expect(await db.prisma.article.count({ where: { url: { contains: "evil" } } })).toBe(0);
	});

	test("a body of JSON with a charset is read", async () => {
		const response = await send(
			"application/json; charset=utf-8",
			JSON.stringify({ query: "{ service { version } }" }),
		);
		expect(response.status).toBe(200);
	});

	test("a mutation by GET is refused, a query by GET is answered", async () => {
		const get = (query: string) =>
			client.fetch(`/graphql?query=${encodeURIComponent(query)}`, { headers: { accept: "application/json" } });
		expect((await get(MUTATION)).status).toBe(405);
		expect((await get("{ service { version } }")).status).toBe(200);
		expect(await db.prisma.article.count({ where: { url: { contains: "evil" } } })).toBe(0);
	});

	test("several operations in one request are refused", async () => {
		const response = await send(
			"application/json",
			JSON.stringify([{ query: "{ service { version } }" }, { query: "{ service { version } }" }]),
		);
		expect(response.status).toBe(400);
	});

	test("no origin is let in unless it is named", async () => {
		const ask = (asked: GraphQLClient) =>
			asked.fetch("/graphql?query={service{version}}", {
				headers: { origin: "https://news.example", accept: "application/json" },
			});
		expect((await ask(client)).headers.get("access-control-allow-origin")).toBeNull();
		const open = graphqlClient(db, { corsOrigins: ["https://news.example", "https://other.example"] });
		expect((await ask(open)).headers.get("access-control-allow-origin")).toBe("https://news.example");
		expect((await ask(open)).headers.get("access-control-allow-credentials")).toBeNull();
	});
});

describe("what goes wrong inside", () => {
	test("is masked, with a number under which the log has the rest", async () => {
		const broken = Object.create(db, {
			pool: { value: { query: () => Promise.reject(new Error('relation "secret" does not exist at /srv/app.ts:1')) } },
		}) as TestDatabase;
		const masked = graphqlClient(broken);
		const answer = await masked.ask("{ events { nodes { id } } }");
		expect(answer.errors).toMatchObject([
			{
				code: "INTERNAL_SERVER_ERROR",
				message: expect.stringMatching(/^Something went wrong here; it is logged as [0-9a-f-]{36}\.$/),
				path: ["events", "nodes"],
			},
		]);
		expect(JSON.stringify(answer.errors)).not.toMatch(/secret|prisma|pg_|node_modules|\.ts/);
		const number = /[0-9a-f-]{36}/.exec(answer.errors[0]?.message ?? "")?.[0];
		expect(masked.logged.join("")).toContain(number);
		expect(masked.logged.join("")).toContain("secret");
	});

	test("is masked for errors of Prisma too", async () => {
		const feed = { findMany: () => db.prisma.$queryRawUnsafe("select * from nowhere") };
		const broken = Object.create(db, { prisma: { value: { feed } } }) as TestDatabase;
		const answer = await graphqlClient(broken).ask(`{ node(id: "${id("Feed", 1)}") { id } }`);
		expect(answer.errors).toMatchObject([{ code: "INTERNAL_SERVER_ERROR" }]);
		expect(JSON.stringify(answer.errors)).not.toMatch(/nowhere|prisma|pg_|node_modules|\.ts/i);
	});

	test("what the client did wrong is told as it is", async () => {
		expect((await client.ask("{ evnts }")).errors[0]?.message).toContain("Cannot query field");
		expect((await client.ask("{")).errors[0]?.message).toContain("Syntax Error");
		expect(
			(await client.ask("query($n: Int!) { events(first: $n) { totalCount } }", { n: "x".repeat(100_000) })).errors[0]
				?.message.length,
		).toBeLessThan(510);
	});
});
