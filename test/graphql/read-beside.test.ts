import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { traceOf } from "../../src/graphql/operation-trace.js";
import { readBeside, together } from "../../src/graphql/read-sql.js";
import { type RequestContext, requestContext } from "../../src/graphql/request-context.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

/** What a request reads in one turn is one statement. */

let db: TestDatabase;
let context: RequestContext;

beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(() => {
	db.statements.length = 0;
	context = requestContext({ db, trace: traceOf(null), now: new Date() } as never);
});

const numbers = (to: number) => ({
	text: "select n, $2::text as name from generate_series(1, $1) n",
	values: [to, "é\"'\\"],
});
const instant = {
	text: "select $1::timestamptz as at, array[1.5, 0.1] as list, '{\"a\": null}'::jsonb as json, null::text as nothing",
	values: ["2026-03-10T09:30:00.125Z"],
};
const none = { text: "select 1 as one where false", values: [] };

describe("Statements of one turn", () => {
	it("are one, and answer what each answers by itself", async () => {
		const answers = await Promise.all([
			readBeside(context, numbers(3), []),
			readBeside(context, instant, ["at"]),
			readBeside(context, none, []),
			readBeside(context, numbers(1), []),
		]);
		expect(db.statements).toHaveLength(1);
		for (const [index, statement] of [numbers(3), instant, none, numbers(1)].entries()) {
			const alone = await db.pool.query(statement);
			expect(answers[index]).toEqual(alone.rows);
		}
		expect(answers[1]).toMatchObject([{ at: new Date("2026-03-10T09:30:00.125Z") }]);
	});

	it("are two where there are more than eight", async () => {
		const answers = await Promise.all(Array.from({ length: 9 }, (_, n) => readBeside(context, numbers(n), [])));
		expect(answers.map((rows) => rows.length)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
		expect(db.statements).toHaveLength(2);
	});

	it("are sent as they are where there is one, or where a turn lies between", async () => {
		await readBeside(context, numbers(1), []);
		await readBeside(context, numbers(2), []);
		expect(db.statements).toEqual([numbers(1).text, numbers(2).text]);
	});

	it("of two requests are two", async () => {
		const other = requestContext({ db, trace: traceOf(null), now: new Date() } as never);
		await Promise.all([readBeside(context, numbers(1), []), readBeside(other, numbers(1), [])]);
		expect(db.statements).toHaveLength(2);
	});

	it("do not suffer from one that is wrong", async () => {
		const wrong = { text: "select 1 / $1::int as n", values: [0] };
		const [right, failed] = await Promise.allSettled([
			readBeside(context, numbers(2), []),
			readBeside(context, wrong, []),
		]);
		expect(right).toMatchObject({ status: "fulfilled", value: [{ n: 1 }, { n: 2 }] });
		expect(failed).toMatchObject({ status: "rejected", reason: { message: "division by zero" } });
	});

	it("fail together, and are not tried again, where the database is away", async () => {
		let asked = 0;
		const away = {
			...db,
			pool: {
				query: async () => {
					asked++;
					throw Object.assign(new Error("terminating connection"), { code: "57P01" });
				},
			},
		};
		const cut = requestContext({ db: away, trace: traceOf(null), now: new Date() } as never);
		const both = await Promise.allSettled([readBeside(cut, numbers(1), []), readBeside(cut, numbers(2), [])]);
		expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
		expect(asked).toBe(1);
	});
});

it("Parameters of the second statement follow those of the first", () => {
	const first = { text: "select $1, $12", values: Array.from({ length: 12 }, (_, n) => n) };
	const { text, values } = together([first, { text: "select $2, $1", values: ["a", "b"] }]);
	expect(text).toContain("(select $1, $12) x");
	expect(text).toContain("(select $14, $13) x");
	expect(values).toEqual([...first.values, "a", "b"]);
});
