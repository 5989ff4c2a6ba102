import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpServer, type HttpServer } from "../../src/graphql/http.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { createLog } from "../../src/log.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

// The audit suite of GraphQL over HTTP, by the authors of graphql-http, against the listener on a port.

let db: TestDatabase;
let server: HttpServer;
let url = "";

beforeAll(async () => {
	const log = createLog({ logLevel: "silent" });
	db = await openTestDatabase();
	server = createHttpServer({ yoga: createGraphQLServer({ db, log }), db, log });
	const { port } = await server.listen(0, "127.0.0.1");
	url = `http://127.0.0.1:${port}/graphql`;
});
afterAll(async () => {
	await server.close();
	await db.close();
});

const audits = serverAudits({ url: () => url, fetchFn: fetch });

test("the suite is whole", () => {
	expect(audits.length).toBeGreaterThanOrEqual(61);
});

describe("GraphQL over HTTP", () => {
	test.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))("%s: %s", async (_id, _name, fn) => {
		// A refused recommendation is a fault here too.
		expect(await fn()).toMatchObject({ status: "ok" });
	});
});
