import { afterAll, beforeAll, expect, it } from "vitest";
import { COLUMNS, rowsAsJson, rowsOfJson } from "../src/table-rows.js";
import { writePortWorld } from "./graphql/port-world.js";
import { openTestDatabase, type TestDatabase } from "./test-database.js";

let db: TestDatabase;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
});
afterAll(() => db.close());

it.each(["Article", "CausalLink", "Entity", "Event", "Mention", "Source"] as const)(
	"Rows of %s come out of JSON as they are in the table",
	async (table) => {
		const { rows } = await db.pool.query(`select ${COLUMNS[table]} from "${table}" order by id`);
		expect(rows.length).toBeGreaterThan(1);
		const read = await db.pool.query<{ json: string }>(`select ${rowsAsJson(table, "true")} as json`);
		const back: { id: string }[] = rowsOfJson(table, read.rows[0]?.json ?? null);
		expect(back.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(rows);
		expect(back.some((row) => Object.values(row).some((value) => (value as unknown) instanceof Date))).toBe(true);
	},
);

it("No row is no text, and no rows", async () => {
	const { rows } = await db.pool.query<{ json: string | null }>(`select ${rowsAsJson("Event", "false")} as json`);
	expect(rows[0]?.json).toBeNull();
	expect(rowsOfJson("Event", null)).toEqual([]);
});
