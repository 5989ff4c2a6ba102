import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { at, type GraphQLClient, graphqlClient } from "./graphql-client.js";

let db: TestDatabase;
let client: GraphQLClient;

beforeAll(async () => {
	db = await openTestDatabase();
	client = graphqlClient(db);
});
afterAll(() => db.close());

const lag = async () => at(await client.data("{ service { ingestLagSeconds } }"), "service.ingestLagSeconds");

test("the lag is null where nothing is polled, 0 where all is on time, else that of what is due first", async () => {
	expect(await lag()).toBeNull();
	await db.prisma.host.create({ data: { name: "paused.example" } });
	expect(await lag()).toBeNull();
	const inSeconds = (seconds: number) => new Date(Date.now() + 1_000 * seconds);
	await db.prisma.host.create({ data: { name: "a.example", feedsDueAt: inSeconds(600) } });
	expect(await lag()).toBe(0);
	await db.prisma.host.create({
		data: { name: "b.example", feedsDueAt: inSeconds(-30), entriesDueAt: inSeconds(-120) },
	});
	const seconds = await lag();
	expect(seconds).toBeGreaterThanOrEqual(120);
	expect(seconds).toBeLessThan(180);
});
