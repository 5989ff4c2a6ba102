import type { GraphQLNamedType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { traceOf } from "../../src/graphql/operation-trace.js";
import { schema } from "../../src/graphql/schema.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { Traffic, UNLIMITED } from "../../src/graphql/traffic.js";
import { createLog } from "../../src/log.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { id, writePortWorld } from "./port-world.js";
import { selectionOf } from "./selection-of.js";

/** Asked so often, a query is compiled. */
const AFTER = 2;
const NOW = new Date("2031-06-01T12:00:00.000Z");

let db: TestDatabase;
/** Counts each text that Postgres is sent, and holds it up. */
let delayMs = 0;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
});
afterAll(() => db.close());

function server(operationMs = 0) {
	const log = createLog({ logLevel: "silent" });
	const query = async (...args: [string]) => {
		await new Promise((resolve) => setTimeout(resolve, delayMs));
		return db.pool.query(...args);
	};
	const slow = Object.create(db, { pool: { value: Object.create(db.pool, { query: { value: query } }) } });
	const traffic = new Traffic({ ...UNLIMITED, operationMs });
	const yoga = createGraphQLServer({ db: slow, log, now: () => NOW, compileAfter: AFTER, traffic });
	return async (text: string, variables: object = {}, operationName?: string) => {
		const body = JSON.stringify({ query: text, variables, operationName });
		const headers = { "content-type": "application/json", accept: "application/json" };
		const request = new Request("http://localhost/graphql", { method: "POST", headers, body });
		return (await (await yoga.fetch(request, { trace: traceOf(null) })).json()) as Answer;
	};
}

interface Answer {
	errors?: { message: string; locations?: unknown }[];
}

/** Compiled code says what is wrong and at which field of the answer, but not where that stands in the text; and of variables in words of its own. */
const told = ({ errors, ...answer }: Answer) => ({
	...answer,
	...(errors && { errors: errors.map(({ locations: _locations, ...error }) => ({ ...error, message: brief(error) })) }),
});
const brief = ({ message }: { message: string }) => message.replace(" Expected type Int;", "");

describe("A query that is asked again and again is answered as before:", () => {
	it.each<[string, string, object?, string?]>([
		[
			"lists with fragments, aliases and directives",
			`query($more: Boolean!) { some: events(first: 3) { totalCount edges { cursor node { ...Told } } } }
			fragment Told on Event { id title time { value start } status articles(first: 2) @include(if: $more) { nodes { headline source { name } } } }`,
			{ more: true },
		],
		[
			"what preceded",
			`query($id: ID!) { event(id: $id) { title whatPreceded { version preceding { nodes { role title event { id } } }
			links { explanation evidence { span { exact prefix suffix } } } digest { text } } } }`,
			{ id: id("Event", 1) },
		],
		[
			"an object with its lists, by its id and as a node",
			`query($id: ID!, $article: ID!) { event(id: $id) { ...All } node(id: $article) { ... on Article { headline mentions(first: 5) { nodes { event { title } } } } } }
			fragment All on Event { title participants { role entity { name } } articles(first: 2) { nodes { headline source { name } } } mentions { totalCount nodes { article { source { name } } } } }`,
			{ id: id("Event", 1), article: id("Article", 1) },
		],
		[
			"interfaces and unions",
			`{ nodes(ids: ["${id("Event", 1)}", "${id("Article", 1)}"]) { __typename id ... on Revisioned { revision } ... on Article { headline } }
			search(query: "port", first: 2) { nodes { type node { __typename ... on Event { title } } } } }`,
		],
		[
			"introspection",
			'{ __schema { queryType { name } types { name kind } } __type(name: "Event") { fields { name } } }',
		],
		[
			"one of several operations",
			"query A { events(first: 1) { nodes { id } } } query B { articles(first: 1) { nodes { id } } }",
			{},
			"B",
		],
		["an error of a field, beside what has none", `{ event(id: "nothing") { id } events(first: 1) { nodes { id } } }`],
		[
			"a variable that does not fit",
			"query($first: Int) { events(first: $first) { nodes { id } } }",
			{ first: "three" },
		],
		["a page that is too large", "query($first: Int) { events(first: $first) { nodes { id } } }", { first: 1_000 }],
	])("%s", async (_what, text, variables, operationName) => {
		const ask = server();
		const first = told(await ask(text, variables, operationName));
		for (let n = 0; n < AFTER + 6; n++) expect(told(await ask(text, variables, operationName))).toEqual(first);
	});
});

/** Values as compiled code gives them: it does not look whether they are what their type says. */
describe("Every field gives what its type says when it is compiled:", () => {
	const all = (name: string, depth: number) => selectionOf(schema.getType(name) as GraphQLNamedType, depth);
	const nodes = (["Source", "Article", "Event", "Entity", "CausalLink", "Mention", "Evidence"] as const).map(
		(type): [string, string] => [
			type,
			`{ nodes(ids: [${[1, 2, 3].map((n) => `"${id(type, n)}"`).join(" ")}]) { ... on ${type} ${all(type, 2)} } }`,
		],
	);
	it.each<[string, string]>([
		...nodes,
		["what preceded", `{ event(id: "${id("Event", 1)}") { whatPreceded ${all("PrecedingContext", 2)} } }`],
		[
			"entries of what preceded",
			`{ event(id: "${id("Event", 1)}") { whatPreceded { preceding { nodes ${all("ContextEntry", 2)} } } } }`,
		],
		[
			"links of what preceded",
			`{ event(id: "${id("Event", 1)}") { whatPreceded { links ${all("ContextLink", 2)} } } }`,
		],
		["search", `{ search(query: "port", first: 5) ${all("SearchHitConnection", 3)} }`],
	])("%s", async (_what, text) => {
		const ask = server();
		const first = await ask(text);
		expect(first).not.toHaveProperty("errors");
		// As text: a number that is a text is not the same.
		for (let n = 0; n < AFTER + 6; n++) expect(JSON.stringify(await ask(text))).toBe(JSON.stringify(first));
	});
});

describe("Its time", () => {
	it("is limited as before, and then nothing more is read", async () => {
		const ask = server(200);
		const text = `{ events(first: 2) { nodes { articles(first: 2) { nodes { source { feeds(first: 1) { nodes { url } } } } } } } }`;
		for (let n = 0; n < AFTER + 1; n++) expect(await ask(text)).not.toHaveProperty("errors");
		delayMs = 150;
		db.statements.length = 0;
		const late = await ask(text);
		expect(late).toMatchObject({ errors: [{ extensions: { code: "OPERATION_TIMED_OUT" } }] });
		await new Promise((resolve) => setTimeout(resolve, 400));
		const read = db.statements.length;
		delayMs = 0;
		expect(read).toBeLessThanOrEqual(2);
		expect(await ask(text)).not.toHaveProperty("errors");
	});
});
