import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ALL_CHANGES } from "../../src/changes/change-filter.js";
import { keepRetention } from "../../src/changes/keep-retention.js";
import { pruneChanges } from "../../src/changes/prune-changes.js";
import { readChanges, readLogState } from "../../src/changes/read-changes.js";
import { createLog } from "../../src/log.js";
import { at, each, type GraphQLClient, graphqlClient } from "../graphql/graphql-client.js";
import { id, uuid, writePortWorld } from "../graphql/port-world.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { articleChanges, writeLog } from "./write-log.js";

let db: TestDatabase;
let client: GraphQLClient;
const DAY = (day: number) => new Date(Date.UTC(2031, 4, day));

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	client = graphqlClient(db);
});
afterAll(() => db.close());

beforeEach(async () => {
	await db.pool.query(`delete from "Change"`);
	await db.pool.query(`update "ChangeLog" set "prunedTo" = 0`);
});

const FIELDS =
	"nodes { cursor at kind nodeType nodeId fields } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount";
const changes = (args: string, variables: Record<string, unknown> = {}) => {
	const declared = Object.keys(variables).map((name) => `$${name}: String`);
	const used = args || (declared.length > 0 ? `(${Object.keys(variables).map((name) => `${name}: $${name}`)})` : "");
	return client.ask(`query ${declared.length > 0 ? `(${declared})` : ""} { changes${used} { ${FIELDS} } }`, variables);
};

async function positions(): Promise<number[]> {
	const { rows } = await db.pool.query<{ position: string }>(`select position from "Change" order by position`);
	return rows.map(({ position }) => Number(position));
}

describe("Positions in the log", () => {
	test("are consecutive, several changes of one kind to one node being one", async () => {
		const [first] = articleChanges(1);
		await writeLog(db, articleChanges(3));
		await writeLog(db, [
			{ ...first, kind: "UPDATED", fields: ["headline"] } as never,
			{ ...first, kind: "UPDATED", fields: ["url"] } as never,
		]);
		await writeLog(db, []);
		expect(await positions()).toEqual([1, 2, 3, 4]);
		const { changes } = await readChanges(db.pool, 3n, ALL_CHANGES, 10);
		expect(changes.map(({ fields }) => fields)).toEqual([["headline", "url"]]);
	});

	test("go on where they were when everything has been pruned", async () => {
		await writeLog(db, articleChanges(5), DAY(1));
		expect(await pruneChanges(db.pool, DAY(2))).toBe(5);
		expect(await readLogState(db.pool)).toEqual({ head: 5n, prunedTo: 5n, oldestAt: null });
		await writeLog(db, articleChanges(2), DAY(3));
		expect(await positions()).toEqual([6, 7]);
		expect(await readLogState(db.pool)).toEqual({ head: 7n, prunedTo: 5n, oldestAt: DAY(3) });
	});
});

describe("Pruning", () => {
	test("takes old rows in batches, up to the first that stays", async () => {
		await writeLog(db, articleChanges(7), DAY(1));
		await writeLog(db, articleChanges(1), DAY(9));
		// A writer whose clock was slow: the row is old, and behind one that stays.
		await writeLog(db, articleChanges(1), DAY(1));
		expect(await pruneChanges(db.pool, DAY(5), 3)).toBe(7);
		expect(await positions()).toEqual([8, 9]);
		expect(await pruneChanges(db.pool, DAY(5), 3)).toBe(0);
		expect((await readLogState(db.pool)).prunedTo).toBe(7n);
	});

	test("by several at once takes each row once", async () => {
		await writeLog(db, articleChanges(40), DAY(1));
		const pruned = await Promise.all([1, 2, 3, 4].map(() => pruneChanges(db.pool, DAY(5), 7)));
		expect(await positions()).toEqual([]);
		expect(pruned.reduce((sum, rows) => sum + rows)).toBe(40);
		expect((await readLogState(db.pool)).prunedTo).toBe(40n);
	});
});

test("A process keeps the log as short as its retention says", async () => {
	const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
	await writeLog(db, articleChanges(3), daysAgo(3));
	await writeLog(db, articleChanges(2, 4), daysAgo(1));
	await keepRetention(db, createLog({ logLevel: "silent" }), 2).stop();
	expect(await positions()).toEqual([4, 5]);
});

describe("The query of changes", () => {
	test("gives all of them in order, page by page, forwards and backwards", async () => {
		for (let n = 0; n < 25; n += 5) await writeLog(db, articleChanges(5, n), DAY(1));
		const all = each((await changes("")).data, "changes.nodes", "nodeId");
		expect(all).toHaveLength(25);
		const walk = async (size: string, forward: boolean) => {
			const seen: unknown[][] = [];
			for (let cursor = null as unknown; ; ) {
				const { data, errors } = await changes(
					forward ? `(first: ${size}, after: $after)` : `(last: ${size}, before: $before)`,
					{
						[forward ? "after" : "before"]: cursor,
					},
				);
				expect(errors).toEqual([]);
				expect(at(data, "changes.totalCount")).toBe(25);
				seen.push(each(data, "changes.nodes", "nodeId"));
				if (!at(data, `changes.pageInfo.${forward ? "hasNextPage" : "hasPreviousPage"}`)) return seen;
				cursor = at(data, `changes.pageInfo.${forward ? "endCursor" : "startCursor"}`);
			}
		};
		for (const size of ["1", "7", "25", "100"]) {
			expect((await walk(size, true)).flat()).toEqual(all);
			expect((await walk(size, false)).reverse().flat()).toEqual(all);
		}
	});

	test("is one statement for the rows and one for the key, whatever the page", async () => {
		await writeLog(db, articleChanges(50));
		const few = await client.ask("{ changes(first: 1) { nodes { cursor } pageInfo { hasNextPage } } }");
		const many = await client.ask("{ changes(first: 50) { nodes { cursor } pageInfo { hasNextPage } } }");
		expect(few.statements).toHaveLength(2);
		expect(many.statements).toHaveLength(2);
	});

	test("loads the objects of a page in one statement for each type", async () => {
		await writeLog(db, [
			...[1, 2, 3].map((n) => ({ kind: "UPDATED" as const, nodeType: "EVENT" as const, nodeId: uuid("Event", n) })),
			...[1, 2].map((n) => ({ kind: "CREATED" as const, nodeType: "ARTICLE" as const, nodeId: uuid("Article", n) })),
			{ kind: "CREATED", nodeType: "CAUSAL_LINK", nodeId: uuid("CausalLink", 1) },
			{ kind: "CREATED", nodeType: "ENTITY", nodeId: uuid("Entity", 1) },
			{ kind: "RETRACTED", nodeType: "FEED", nodeId: uuid("Feed", 99) },
		]);
		const answer = await client.ask(
			"{ changes { nodes { nodeId node { __typename id ... on Event { title } ... on Article { url } } causedBy { id } } } }",
		);
		expect(answer.errors).toEqual([]);
		expect(each(answer.data, "changes.nodes", "node.id")).toEqual([
			...[1, 2, 3].map((n) => id("Event", n)),
			...[1, 2].map((n) => id("Article", n)),
			id("CausalLink", 1),
			id("Entity", 1),
			null,
		]);
		expect(at(answer.data, "changes.nodes.0.node.title")).toBe("Port of Velsen ends night shifts");
		// Key, rows, and one for each of the five types.
		expect(answer.statements.length).toBeLessThanOrEqual(7);
	});

	test("tells which article caused a change", async () => {
		await writeLog(db, articleChanges(1), DAY(1), uuid("Article", 2));
		const data = await client.data("{ changes { nodes { causedBy { id } } } }");
		expect(at(data, "changes.nodes.0.causedBy.id")).toBe(id("Article", 2));
	});

	test("filters by type, object, kind and entity", async () => {
		await writeLog(db, [
			{ kind: "CREATED", nodeType: "ARTICLE", nodeId: uuid("Article", 1) },
			{ kind: "CREATED", nodeType: "ARTICLE", nodeId: uuid("Article", 5) },
			{ kind: "UPDATED", nodeType: "EVENT", nodeId: uuid("Event", 2), fields: ["title"] },
			{ kind: "CONTEXT_CHANGED", nodeType: "EVENT", nodeId: uuid("Event", 3) },
			{ kind: "CREATED", nodeType: "CAUSAL_LINK", nodeId: uuid("CausalLink", 3) },
			{ kind: "CREATED", nodeType: "ENTITY", nodeId: uuid("Entity", 2) },
		]);
		const found = async (filter: string) => {
			const { data, errors } = await changes(`(filter: ${filter})`);
			expect(errors).toEqual([]);
			const nodes = each(data, "changes.nodes", "nodeId");
			expect(at(data, "changes.totalCount")).toBe(nodes.length);
			return nodes;
		};
		expect(await found("{types: [EVENT]}")).toEqual([id("Event", 2), id("Event", 3)]);
		expect(await found(`{nodeIds: ["${id("Event", 3)}", "${id("Article", 1)}"]}`)).toEqual([
			id("Article", 1),
			id("Event", 3),
		]);
		expect(await found("{kinds: [UPDATED, CONTEXT_CHANGED]}")).toEqual([id("Event", 2), id("Event", 3)]);
		expect(await found("{types: [EVENT], kinds: [CREATED]}")).toEqual([]);
		// The union takes part in event 2, and article 2 names it; link 3 joins two other events.
		expect(await found(`{entityIds: ["${id("Entity", 2)}"]}`)).toEqual([id("Event", 2), id("Entity", 2)]);
		// Entity 4 takes part in event 3, and so in link 3; article 5 names it.
		expect(await found(`{entityIds: ["${id("Entity", 4)}"]}`)).toEqual([
			id("Article", 5),
			id("Event", 3),
			id("CausalLink", 3),
		]);
		expect(await found("{nodeIds: []}")).toEqual([]);
	});

	test.each([
		["a forged cursor", { after: "AQAAAAAAAAAFAAAAAAAAAA" }],
		["a cursor cut off", { after: "AQAAAAAAAAAF" }],
		["the cursor of another list", { after: Buffer.from('["Event ASC",1,"x"]').toString("base64url") }],
		["SQL", { before: "1' or '1'='1" }],
		["10 kB", { after: "A".repeat(10_000) }],
	])("refuses %s", async (_name, variables) => {
		const answer = await changes("", variables);
		expect(answer.errors.map(({ code }) => code)).toEqual(["BAD_USER_INPUT"]);
		expect(answer.errors[0]?.message).toMatch(/is not a cursor of this change log$/);
		expect(answer.errors[0]?.message.length).toBeLessThan(200);
	});

	test("refuses the ids of objects that are not logged", async () => {
		const answer = await changes(`(filter: {nodeIds: ["${id("Mention", 1)}"]})`);
		expect(answer.errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
	});

	test("tells of a gap where the cursor is older than the log, and goes on from where it says", async () => {
		await writeLog(db, articleChanges(4), DAY(1));
		const { data } = await changes("(first: 2)");
		const cursor = at(data, "changes.pageInfo.endCursor");
		const last = at((await changes("(last: 1)")).data, "changes.pageInfo.endCursor");
		await writeLog(db, articleChanges(2, 5), DAY(9));
		await pruneChanges(db.pool, DAY(5));
		const response = await client.fetch("/graphql", {
			method: "POST",
			headers: { "content-type": "application/json", accept: "application/json" },
			body: JSON.stringify({
				query: "query($after: String) { changes(after: $after) { nodes { nodeId } } }",
				variables: { after: cursor },
			}),
		});
		const { errors } = (await response.json()) as { errors: { extensions: Record<string, string> }[] };
		expect(errors[0]?.extensions).toEqual({
			code: "LOG_GAP",
			resumeFrom: last,
			oldestAvailableAt: DAY(9).toISOString(),
		});
		const resumed = await changes("(after: $after)", { after: errors[0]?.extensions.resumeFrom });
		expect(each(resumed.data, "changes.nodes", "nodeId")).toHaveLength(2);
	});

	test("tells of a gap where the cursor comes from beyond the end: the archive was restored from an earlier state", async () => {
		await writeLog(db, articleChanges(4), DAY(1));
		const cursor = at((await changes("(last: 1)")).data, "changes.pageInfo.endCursor");
		await db.pool.query(`delete from "Change" where position > 2`);
		expect((await changes("(after: $after)", { after: cursor })).errors).toMatchObject([{ code: "LOG_GAP" }]);
	});
});

describe("The service", () => {
	test("tells the cursor of the newest change and how long changes are kept", async () => {
		const ask = async () => at(await client.data("{ service { headCursor changeRetentionSeconds } }"), "service");
		const before = (await ask()) as { headCursor: string };
		expect(before).toMatchObject({ changeRetentionSeconds: 2_592_000 });
		await writeLog(db, articleChanges(3));
		const { data } = await changes("(after: $after)", { after: before.headCursor });
		expect(each(data, "changes.nodes", "kind")).toEqual(["CREATED", "CREATED", "CREATED"]);
		expect(at(data, "changes.pageInfo.endCursor")).toBe(((await ask()) as { headCursor: string }).headCursor);
	});
});
