import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpServer, type HttpServer } from "../../src/graphql/http.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { createLog } from "../../src/log.js";
import { NOW } from "../graphql/graphql-client.js";
import { writePortWorld } from "../graphql/port-world.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { newsClient, whatPreceded } from "./typed-client.js";

let db: TestDatabase;
let server: HttpServer;
let url = "";

beforeAll(async () => {
	const log = createLog({ logLevel: "silent" });
	db = await openTestDatabase();
	await writePortWorld(db);
	server = createHttpServer({ yoga: createGraphQLServer({ db, log, now: () => NOW }), db, log });
	const { port } = await server.listen(0, "127.0.0.1");
	url = `http://127.0.0.1:${port}/graphql`;
});
afterAll(async () => {
	await server.close();
	await db.close();
});

test("The typed client asks, and is answered", async () => {
	const told = await whatPreceded(newsClient(url), "dockers", 10);
	expect(told.length).toBeGreaterThan(0);
	expect(told.join("\n")).toMatch(/^\d{4}-\d{2}-\d{2} \S/m);
});

test("It is told what it did wrong", async () => {
	await expect(whatPreceded(newsClient(url), "fruit", -1)).rejects.toThrow("first must be from 0 to 100, not -1");
});
