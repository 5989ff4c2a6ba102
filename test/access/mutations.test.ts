import { randomUUID } from "node:crypto";
import { type GraphQLArgument, type GraphQLInputType, isInputObjectType, isListType, isNonNullType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../src/access/client.js";
import { ROLES, type Role } from "../../src/access/role.js";
import { schema } from "../../src/graphql/schema.js";
import { at, type GraphQLClient, graphqlClient } from "../graphql/graphql-client.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

/** The least role that each mutation takes: whoever adds one decides. */
const NEEDED: Record<string, Role> = {
	submitArticle: "SUBMITTER",
	updateEvent: "EDITOR",
	mergeEvents: "EDITOR",
	splitEvent: "EDITOR",
	createCausalLink: "EDITOR",
	reviewCausalLink: "EDITOR",
	addEvidence: "EDITOR",
	revert: "EDITOR",
	addFeed: "OPERATOR",
	refreshFeed: "OPERATOR",
	removeFeed: "OPERATOR",
	importOpml: "OPERATOR",
};

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

const holderOf = (role: Role): Client => ({ address: "192.0.2.1", isLocal: false, holder: { name: "anna", role } });
const STRANGER: Client = { address: "127.0.0.1", isLocal: true, holder: null };

let db: TestDatabase;
beforeAll(async () => {
	db = await openTestDatabase();
	// Somebody has a token, so nobody does without.
	await db.prisma.accessToken.create({
		data: { id: randomUUID(), name: "somebody", role: "OPERATOR", hash: "0", createdAt: new Date() },
	});
});
afterAll(() => db.close());

const asClient = (client: Client): GraphQLClient => graphqlClient(db, { client });

/** An input that fits its type, so that nothing but the role is in the way. */
function sample(type: GraphQLInputType): unknown {
	if (isNonNullType(type)) return sample(type.ofType);
	if (isListType(type)) return [sample(type.ofType)];
	if (isInputObjectType(type)) {
		const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
		return Object.fromEntries(needed.map((field) => [field.name, sample(field.type)]));
	}
	const values = "getValues" in type ? type.getValues() : [];
	const samples: Record<string, unknown> = { URL: "https://a.example/1", Int: 1, ID: `evt_${randomUUID()}` };
	return values[0]?.name ?? samples[type.name] ?? "text";
}

function operation(name: string, args: readonly GraphQLArgument[]): { query: string; variables: object } {
	const [input] = args;
	const scalars = name === "importOpml" ? "read created unchanged" : "";
	return {
		query: `mutation($input: ${String(input?.type)}) { ${name}(input: $input) { ${scalars} userErrors { message path code } } }`,
		variables: { input: input && sample(input.type) },
	};
}

async function errorCodes(client: Client, name: string): Promise<unknown[]> {
	const field = mutations.find((mutation) => mutation.name === name);
	const { query, variables } = operation(name, field?.args ?? []);
	const answer = await asClient(client).ask(query, variables as Record<string, unknown>);
	const errors = at(answer.data, `${name}.userErrors`);
	return Array.isArray(errors) ? errors.map((error) => at(error, "code")) : answer.errors.map(({ code }) => code);
}

test("Every mutation of the schema is on the list", () => {
	expect(mutations.map(({ name }) => name).sort()).toEqual(Object.keys(NEEDED).sort());
});

describe.each(mutations.map(({ name }) => name))("%s", (name) => {
	test("is refused without a token, and writes nothing", async () => {
		const { query, variables } = operation(name, mutations.find((field) => field.name === name)?.args ?? []);
		const answer = await asClient(STRANGER).ask(query, variables as Record<string, unknown>);
		expect(answer.errors).toEqual([]);
		expect(at(answer.data, `${name}.userErrors`)).toEqual([
			{
				path: [],
				code: "FORBIDDEN",
				message: `this needs a token with the role ${NEEDED[name]}, as the header "authorization: Bearer <token>"`,
			},
		]);
		expect(answer.statements).toEqual([`select exists (select from "AccessToken") as has`]);
	});

	test("is refused to each lesser role, and to no other", async () => {
		const refused: Role[] = [];
		for (const role of ROLES) if ((await errorCodes(holderOf(role), name)).includes("FORBIDDEN")) refused.push(role);
		expect(refused).toEqual(ROLES.slice(0, ROLES.indexOf(NEEDED[name] as Role)));
	});

	test("says in its description what it takes", () => {
		const description = mutations.find((field) => field.name === name)?.description ?? "";
		expect(description).toContain(`the role ${NEEDED[name]} or more`);
	});
});
