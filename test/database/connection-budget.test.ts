import { describe, expect, test } from "vitest";
import { decideBudget, readServerConnections, type ServerConnections } from "../../src/database/connection-budget.js";
import { openTestDatabase, testServerUrl } from "../test-database.js";

describe("What a process may take of a server's connections", () => {
	const cases: [sentence: string, most: number, server: ServerConnections, expected: object][] = [
		[
			"fits, and so do as many more as the rest is enough for",
			11,
			{ allowed: 97, taken: 20, own: 1 },
			{ kind: "fits", left: 67, moreLikeIt: 6 },
		],
		[
			"fits exactly, and then nothing is left",
			10,
			{ allowed: 30, taken: 21, own: 1 },
			{ kind: "fits", left: 0, moreLikeIt: 0 },
		],
		[
			"is tight where others have taken too many",
			11,
			{ allowed: 97, taken: 90, own: 2 },
			{ kind: "tight", left: 0, moreLikeIt: 0 },
		],
		[
			"never fits where the server allows fewer at all",
			50,
			{ allowed: 20, taken: 1, own: 1 },
			{ kind: "never", left: 0, moreLikeIt: 0 },
		],
	];
	test.each(cases)("%s", (_sentence, most, server, expected) => {
		expect(decideBudget(most, server)).toEqual({ most, ...expected });
	});
});

test.skipIf(testServerUrl === null)("A server says how many connections it has, and how many are taken", async () => {
	const db = await openTestDatabase();
	const before = await readServerConnections(db.pool);
	const clients = await Promise.all([1, 2, 3].map(() => db.pool.connect()));
	const during = await readServerConnections(db.pool);
	for (const client of clients) client.release();
	await db.close();
	for (const { allowed, taken, own } of [before, during]) {
		expect(allowed).toBeGreaterThan(own);
		expect(taken).toBeGreaterThanOrEqual(own);
	}
	expect(during.own).toBe(4);
});
