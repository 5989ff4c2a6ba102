import { execute, type GraphQLObjectType, getNamedType, isLeafType, isRequiredArgument, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccess } from "../../src/access/access.js";
import { traceOf } from "../../src/graphql/operation-trace.js";
import { requestContext } from "../../src/graphql/request-context.js";
import { schema } from "../../src/graphql/schema.js";
import { shownColumns } from "../../src/graphql/shown-columns.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { type PublicType, publicId } from "../../src/public-id.js";
import { COLUMNS, type ReadTable } from "../../src/table-rows.js";
import { WORLD } from "../ingest/harbour-news.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { selectionOf } from "./selection-of.js";

const TABLES = Object.keys(COLUMNS) as ReadTable[];
const NOW = new Date("2026-03-10T00:00:00Z");

let db: TestDatabase;
beforeAll(async () => {
	db = await openTestDatabase();
	for (const one of WORLD) await ingestArticle(db, one, NOW, newId);
});
afterAll(() => db.close());

const asking = (query: string) => ({ schema, document: parse(query) });
const columnsOf = (query: string, table: ReadTable) => shownColumns({ asking: asking(query) }, table);

describe("an operation", () => {
	it("is given the columns that its fields show, wherever it asks for them", () => {
		const query = `{ event(id: "x") { title ...when articles { nodes { headline source { name } } } } }
			fragment when on Event { time { value } updatedAt }`;
		const [id, ...columns] = columnsOf(query, "Event").split(", ");
		expect(id).toBe('"id"');
		expect(columns).toEqual(expect.arrayContaining(['"title"', '"timeAnchor"', '"timeValue"', '"updatedAt"']));
		expect(columns).not.toContain('"summary"');
		expect(columnsOf(query, "Article")).toBe('"id", "sourceId", "headline"');
		expect(columnsOf(query, "Source")).toBe('"id", "name"');
	});

	it("is given what is asked of all objects that have an interface", () => {
		const query = `{ node(id: "x") { id ... on Revisioned { revision } ... on Source { name } } }`;
		expect(columnsOf(query, "Source")).toBe('"id", "revision", "name"');
		expect(columnsOf(query, "Entity")).toBe('"id", "revision"');
	});

	it("is given all columns before it is known what it asks, and where a field does not say what it reads", () => {
		expect(shownColumns({ asking: null }, "Event")).toBe(COLUMNS.Event);
		expect(columnsOf(`{ causalLink(id: "x") { explanation } }`, "CausalLink")).toBe(COLUMNS.CausalLink);
	});
});

async function answer(query: string, isKnown: boolean): Promise<unknown> {
	const context = requestContext({
		db,
		access: createAccess({ db }),
		client: traceOf(null).client,
		trace: traceOf(null),
		now: NOW,
		feeds: null,
		tail: null,
		changeRetentionDays: 30,
		keepsContexts: false,
	});
	const { document } = asking(query);
	if (isKnown) context.asking = { schema, document };
	const result = await execute({ schema, document, contextValue: context });
	expect(result.errors).toBeUndefined();
	return result.data;
}

describe.each(TABLES)("of %s", (table) => {
	const type = schema.getType(table) as GraphQLObjectType;
	it.each(Object.keys(type.getFields()))("%s shows the same without the columns of other fields", async (name) => {
		const model = (table[0]?.toLowerCase() + table.slice(1)) as "event";
		const rows = await db.prisma[model].findMany({ select: { id: true }, take: 40 });
		expect(rows.length).toBeGreaterThan(0);
		const field = type.getFields()[name];
		if (!field || field.args.some(isRequiredArgument)) throw new Error(`${name} cannot be asked`);
		const given = getNamedType(field.type);
		const part = isLeafType(given) ? name : `${name} ${selectionOf(given, 1)}`;
		const ids = rows.map(({ id }) => `"${publicId(table as PublicType, id)}"`);
		const query = `{ nodes(ids: [${ids.join(" ")}]) { ... on ${table} { ${part} } } }`;
		const shown = await answer(query, true);
		expect(shown).toEqual(await answer(query, false));
	});
});
