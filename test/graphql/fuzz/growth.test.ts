import {
	type GraphQLObjectType,
	getNamedType,
	isInterfaceType,
	isLeafType,
	isNonNullType,
	isObjectType,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schema } from "../../../src/graphql/schema.js";
import { openTestDatabase, type TestDatabase } from "../../test-database.js";
import { at, type GraphQLClient, graphqlClient } from "../graphql-client.js";
import { writePortWorld } from "../port-world.js";

let db: TestDatabase;
let client: GraphQLClient;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	client = graphqlClient(db);
});
afterAll(() => db.close());

const needsNothing = ({ args }: { args: readonly { type: unknown }[] }) =>
	!args.some(({ type }) => isNonNullType(type));

/** What can be asked of every object of a type without arguments, down to something that can be shown. */
function ways(type: GraphQLObjectType, depth: number): string[] {
	return Object.values(type.getFields())
		.filter(needsNothing)
		.flatMap((field) => {
			const inner = getNamedType(field.type);
			if (isLeafType(inner)) return depth === 0 ? [field.name] : [];
			if (isInterfaceType(inner)) return [`${field.name} { __typename }`];
			if (!isObjectType(inner)) return [];
			const leaves = Object.values(inner.getFields()).filter(
				(one) => needsNothing(one) && isLeafType(getNamedType(one.type)),
			);
			const shown = leaves.length > 0 ? leaves.map(({ name }) => name).join(" ") : "__typename";
			if (inner.name.endsWith("Connection")) {
				const node = getNamedType(inner.getFields().nodes?.type ?? inner);
				const leaf =
					isObjectType(node) && Object.values(node.getFields()).find((one) => isLeafType(getNamedType(one.type)));
				return [`${field.name} { totalCount nodes { ${leaf ? leaf.name : "__typename"} } }`];
			}
			const deeper = depth < 1 ? ways(inner, depth + 1).map((way) => `${field.name} { ${way} }`) : [];
			return [`${field.name} { ${shown} }`, ...deeper];
		});
}

const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
	(field) => getNamedType(field.type).name.endsWith("Connection") && needsNothing(field),
);

const questions = roots.flatMap((root) => {
	const connection = getNamedType(root.type) as GraphQLObjectType;
	const node = getNamedType(connection.getFields().nodes?.type ?? connection);
	return isObjectType(node) ? ways(node, 0).map((way) => [root.name, way] as const) : [];
});

test("there are enough questions to mean something", () => {
	expect(roots.length).toBeGreaterThan(4);
	expect(questions.length).toBeGreaterThan(100);
});

test("No field takes a statement for each object of a list", async () => {
	const growing: string[] = [];
	for (const [list, way] of questions) {
		const ask = (first: number) => client.ask(`{ ${list}(first: ${first}) { nodes { ${way} } } }`);
		const one = await ask(1);
		const many = await ask(20);
		const codes = new Set([...one.errors, ...many.errors].map(({ code }) => code));
		expect(
			[...codes].filter((code) => code !== "QUERY_TOO_COSTLY"),
			way,
		).toEqual([]);
		const more = (at(many.data, `${list}.nodes`) as unknown[] | null)?.length ?? 0;
		// What the first object has nothing of takes no statement for it: one for what the others have is no growth.
		const growth = many.statements.length - one.statements.length;
		if (more >= 3 && growth >= more - 1)
			growing.push(`${list} { ${way} }: ${one.statements.length} → ${many.statements.length}`);
	}
	expect(growing).toEqual([]);
});
