import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isDue, keepUpEmbedded, seeToEmbedded } from "../../src/database/embedded-upkeep.js";
import { type Database, openDatabase } from "../../src/db.js";
import { eventually } from "../changes/subscribers.js";
import { prepareSnapshot } from "./snapshot.js";

const use = (given: object) => ({ table: "t", live: 1_000, dead: 0, changed: 0, added: 0, ...given });

it.each([
	["nothing has happened to", {}, false],
	["a fifth of which is dead", { dead: 250 }, false],
	["more of which is dead", { dead: 251 }, true],
	["a tenth of which has changed", { changed: 150 }, false],
	["more of which has changed", { changed: 151 }, true],
	["that has had some rows added", { added: 1_200 }, false],
	["that has had many rows added", { added: 1_201 }, true],
	["that is empty, with a few dead", { live: 0, dead: 50 }, false],
	["that is empty, with more", { live: 0, dead: 51 }, true],
])("A table %s is due: %o", (_, given, due) => {
	expect(isDue(use(given))).toBe(due);
});

describe("An embedded database in a directory", () => {
	let directory: string;
	let db: Database;
	const rows = async (text: string) => (await db.pool.query(text)).rows;
	const size = async () => (await rows(`select pg_total_relation_size('"Odd ""table"')::float8 as bytes`))[0].bytes;
	const log = async () => (await rows("select sum(size)::float8 as bytes from pg_ls_waldir()"))[0].bytes;
	/** Changes every row. Postgres tells of it a second later, unless it is asked to at once. */
	const change = async () => {
		await db.pool.query(`update "Odd ""table" set text = reverse(text)`);
		await db.pool.query("select pg_stat_force_next_flush()");
	};

	beforeAll(async () => {
		directory = await mkdtemp(join(tmpdir(), "antecedent-upkeep-"));
		db = await openDatabase({ url: `pglite:${join(directory, "pg")}`, snapshot: await prepareSnapshot() });
		await db.pool.query(`create table "Odd ""table" (id int primary key, text text)`);
		await db.pool.query(
			`insert into "Odd ""table" select n, string_agg(md5(n::text || m), '') from generate_series(1, 1000) n, generate_series(1, 250) m group by n`,
		);
	});
	afterAll(async () => {
		await db.close();
		await rm(directory, { recursive: true, force: true });
	});

	it("does not grow with each change, and knows how large its tables are", async () => {
		await change();
		await seeToEmbedded(db.pool);
		const before = await size();
		for (let n = 0; n < 6; n++) {
			await change();
			await seeToEmbedded(db.pool);
		}
		expect(await size()).toBeLessThan(before * 1.5);
		expect(await rows(`select reltuples::int as rows from pg_class where relname = 'Odd "table'`)).toEqual([
			{ rows: 1_000 },
		]);
	});

	it("does not keep its log", async () => {
		for (let n = 0; n < 8; n++) await change();
		expect(await log()).toBeGreaterThan(64 * 2 ** 20);
		await seeToEmbedded(db.pool);
		await change();
		await seeToEmbedded(db.pool);
		expect(await log()).toBeLessThan(128 * 2 ** 20);
		for (let n = 0; n < 16; n++) {
			await change();
			if (n % 4 === 3) await seeToEmbedded(db.pool);
		}
		expect(await log()).toBeLessThan(160 * 2 ** 20);
	});

	it("is seen to by itself, until that is ended", async () => {
		const sent: string[] = [];
		const query = async (text: string) => {
			sent.push(text.trim().split(" ")[0] ?? "");
			return db.pool.query(text);
		};
		const end = keepUpEmbedded({ query } as never, 20);
		await change();
		await eventually(async () => sent.includes("vacuum"), "the table is cleared");
		end();
		await new Promise((resolve) => setTimeout(resolve, 500));
		const before = sent.length;
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(sent).toHaveLength(before);
	});

	it("goes on being seen to after a failure", async () => {
		let asked = 0;
		const query = async () => {
			asked++;
			throw new Error("no room");
		};
		const end = keepUpEmbedded({ query } as never, 10);
		await eventually(async () => asked > 2, "it is tried again");
		end();
	});
});
