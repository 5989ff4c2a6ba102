import { readdir, readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MIGRATIONS_DIRECTORY } from "../../../src/database/migrations.js";
import type { TestDatabase } from "../../test-database.js";
import { openQuayWorld, rowsOf } from "./repair-world.js";

let db: TestDatabase;
beforeAll(async () => {
	db = await openQuayWorld();
});
afterAll(() => db.close());

/** Each claim with what its two mentions say. */
const claims = () =>
	rowsOf<{ id: string; cause: string | null; effect: string | null; inPlace: boolean }>(
		db,
		`select e.id, c.title as cause, f.title as effect,
			coalesce((c."eventId", f."eventId", c."revisionId", f."revisionId") = (l."causeId", l."effectId", e."revisionId", e."revisionId"), false) as "inPlace"
		from "Evidence" e join "CausalLink" l on l.id = e."linkId"
		left join "Mention" c on c.id = e."causeMentionId" left join "Mention" f on f.id = e."effectMentionId" order by e.id`,
	);

it("evidence knows the mentions of its own article that its claim joins, and they are of the link's events", async () => {
	const rows = await claims();
	expect(rows.length).toBeGreaterThan(5);
	expect(rows.filter(({ inPlace }) => !inPlace)).toEqual([]);
	expect(rows.map(({ effect }) => effect)).toContain("Transport minister Edda Voss resigns");
});

it("evidence that was there before it knew gets them from the migration", async () => {
	const before = await claims();
	const [folder] = (await readdir(MIGRATIONS_DIRECTORY)).filter((name) => name.endsWith("_repair"));
	const sql = await readFile(`${MIGRATIONS_DIRECTORY}/${folder}/migration.sql`, "utf8");
	await db.prisma.evidence.updateMany({ data: { causeMentionId: null, effectMentionId: null } });
	await db.pool.query(sql.slice(sql.indexOf('UPDATE "Evidence"')));
	const after = await claims();
	expect(after.filter(({ inPlace }) => !inPlace)).toEqual([]);
	expect(after).toEqual(before);
});
