import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseInstant } from "../../src/database/value-types.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

let db: TestDatabase;
beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());

const asTheDriver = pg.types.getTypeParser(1184, "text") as (text: string) => unknown;

it.each([
	"2026-03-10 09:30:00+00",
	"2026-03-10 09:30:00.5+00",
	"2026-03-10 09:30:00.05+00",
	"2026-03-10 09:30:00.123+00",
	"2026-03-10 09:30:00.123456+00",
	"2026-03-10 09:30:00.9999+00",
	"1969-12-31 23:59:59.999+00",
	"2024-02-29 00:00:00+00",
	"2026-03-10 09:30:00+02",
	"2026-03-10 09:30:00-03:30",
	"0026-03-10 09:30:00+00",
	"0044-03-15 12:00:00+00 BC",
	"12026-03-10 09:30:00+00",
	"0101-01-01 00:00:00+00",
	"infinity",
	"-infinity",
])("%s is the instant that the driver reads", (text) => {
	expect(parseInstant(text)).toEqual(asTheDriver(text));
});

it("Instants come back as they were stored, in whatever zone a session is", async () => {
	const instants = ["2026-03-10T09:30:00.120Z", "0026-01-02T03:04:05.006Z", "1815-06-18T11:35:00.000Z"];
	const client = await db.pool.connect();
	try {
		for (const zone of ["UTC", "America/St_Johns"]) {
			await client.query("select set_config('TimeZone', $1, false)", [zone]);
			const { rows } = await client.query(`select at from unnest($1::timestamptz[]) at`, [instants]);
			expect(rows.map(({ at }) => at.toISOString())).toEqual(instants);
		}
	} finally {
		await client.query("reset timezone");
		client.release();
	}
});
