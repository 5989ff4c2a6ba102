import * as fc from "fast-check";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schema } from "../../../src/graphql/schema.js";
import { openTestDatabase, type TestDatabase } from "../../test-database.js";
import { at, type GraphQLClient, graphqlClient } from "../graphql-client.js";
import { articleUrl, id, writePortWorld } from "../port-world.js";
import { HOSTILE_TEXTS, type KnownValues, type RandomOperation, randomOperation } from "./random-operation.js";

/** `FUZZ_RUNS=10000 npx vitest run test/graphql/fuzz` for the long run. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 400);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129);

/** Statements that one field with fields may take, however many objects it shows (contexts take most): growth.test.ts looks at each field by itself. */
const STATEMENTS_PER_BRANCH = 8;

/** What no client may ever see. */
const LEAKS =
	/prisma|pg_catalog|pg_[a-z]+\(|\/node_modules\/|at .{1,80}\.(ts|js):\d|SELECT .{1,80}FROM|22P0|invalid byte sequence/i;

let db: TestDatabase;
let client: GraphQLClient;
let known: KnownValues;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	client = graphqlClient(db);
	const data = await client.data(
		"{ events(first: 3) { edges { cursor } } articles(first: 3) { edges { cursor } } service { headCursor } }",
	);
	const types = ["Source", "Feed", "Article", "Mention", "Event", "Evidence", "Entity", "CausalLink"] as const;
	known = {
		ids: Object.fromEntries(types.map((type) => [type, [1, 2, 3, 99].map((n) => id(type, n))])),
		cursors: [
			...["events", "articles"].flatMap((list) => [0, 1, 2].map((n) => String(at(data, `${list}.edges.${n}.cursor`)))),
			String(at(data, "service.headCursor")),
			"eyJpZCI6MX0=",
			"x".repeat(10_000),
		],
		urls: [1, 2, 9].map(articleUrl),
	};
});
afterAll(() => db.close());

interface Outcome {
	status: number;
	text: string;
	codes: string[];
	statements: number;
}

async function run({ query, variables }: Pick<RandomOperation, "query" | "variables">): Promise<Outcome> {
	db.statements.length = 0;
	const response = await client.fetch("/graphql", {
		method: "POST",
		headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
		body: JSON.stringify({ query, variables }),
	});
	const text = await response.text();
	const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
	const codes = errors.map(({ extensions }) => extensions?.code ?? "GRAPHQL_ERROR");
	return { status: response.status, text, codes, statements: db.statements.length };
}

test(`${RUNS} operations drawn from the schema meet no fault of ours, leak nothing, and take no more statements for more objects`, {
	timeout: 60_000 + RUNS * 200,
}, async () => {
	let answered = 0;
	let worst = 0;
	const codes = new Map<string, number>();
	const property = fc.asyncProperty(randomOperation(schema, known), async (operation) => {
		expect(validate(schema, parse(operation.query)).map(({ message }) => message)).toEqual([]);
		client.logged.length = 0;
		const { status, text, codes: met, statements } = await run(operation);
		for (const code of met) codes.set(code, (codes.get(code) ?? 0) + 1);
		expect(client.logged, "what is logged as a fault").toEqual([]);
		expect(met).not.toContain("INTERNAL_SERVER_ERROR");
		expect(status).toBeLessThan(500);
		expect(text).not.toMatch(LEAKS);
		if (met.length === 0) answered++;
		if (!operation.isMutation) {
			worst = Math.max(worst, statements / (operation.branches + 1));
			expect(statements).toBeLessThanOrEqual((operation.branches + 1) * STATEMENTS_PER_BRANCH);
		}
	});
	await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 1_000 });
	if (process.env.FUZZ_RUNS) console.log({ answered, worst, codes: Object.fromEntries(codes) });
	// The operations are not all refused: they reach the resolvers.
	expect(answered).toBeGreaterThan(RUNS / 5);
});

test("Every hostile text is taken by every argument that is a text, and answered or refused by name", async () => {
	const searched = ["events", "articles", "entities", "sources"].filter((list) => {
		const filter = schema
			.getQueryType()
			?.getFields()
			[list]?.args.find(({ name }) => name === "filter");
		return filter && JSON.stringify(filter.type).includes("Filter");
	});
	expect(searched.length).toBeGreaterThan(0);
	const before = await db.prisma.event.count();
	for (const text of HOSTILE_TEXTS) {
		for (const list of searched) {
			const byQuery = `query($t: String) { ${list}(filter: {query: $t}) { totalCount } }`;
			const byCursor = `query($t: String) { ${list}(after: $t) { nodes { id } } }`;
			for (const query of [byQuery, byCursor]) {
				if (validate(schema, parse(query)).length > 0) continue;
				const { status, text: answer, codes } = await run({ query, variables: { t: text } });
				expect(status).toBeLessThan(500);
				expect(answer).not.toMatch(LEAKS);
				expect(codes.filter((code) => code !== "BAD_USER_INPUT")).toEqual([]);
				if (query === byCursor) expect(codes).toEqual(["BAD_USER_INPUT"]);
			}
		}
	}
	expect(await db.prisma.event.count()).toBe(before);
});
