import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addEvidence, createCausalLink, reviewCausalLink } from "../../src/curation/edit-links.js";
import { mergeEvents, splitEvent } from "../../src/curation/merge-split.js";
import { revert } from "../../src/curation/revert.js";
import { updateEvent } from "../../src/curation/update-event.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { type SeededRandom, seededRandom } from "../article/seeded-random.js";
import { QUAY_NEWS } from "../ingest/repair/quay-news.js";
import { faultsOf, NOW, openQuayWorld } from "../ingest/repair/repair-world.js";
import type { TestDatabase } from "../test-database.js";
import { dumpOf, revisionOf } from "./curation-client.js";

/** Whatever editors do, in whatever order: nothing disagrees, and undone from the last edit back all is as it was. */

const EDITING = { editor: "anna", now: NOW, newId };

const ROUNDS = 40;
const SEEDS = [1, 2, 3];

let db: TestDatabase;
beforeEach(async () => {
	db = await openQuayWorld();
});
afterEach(() => db.close());

const listed = () =>
	db.prisma.event.findMany({ where: { curation: { notIn: ["MERGED", "RETRACTED"] } }, orderBy: { id: "asc" } });
const links = () => db.prisma.causalLink.findMany({ orderBy: { id: "asc" } });

async function quotation(random: SeededRandom) {
	const where = { supersededAt: null, article: { isBasedOnId: null } };
	const { articleId, sentence } = random.pick(await db.prisma.mention.findMany({ where, orderBy: { id: "asc" } }));
	return { articleId, exact: sentence };
}

/** An edit of some kind; it may turn out to be refused. */
async function editSome(random: SeededRandom): Promise<{ kind: string }> {
	const reason = "at random";
	const [event, ...others] = random.shuffled(await listed());
	if (!event) throw new Error("no event is left");
	const { id: eventId, revision: expectedRevision } = event;
	switch (random.below(6)) {
		case 0: {
			const title = random.chance(0.5) ? "A title at random" : undefined;
			const update = { eventId, expectedRevision, title, status: "UNCERTAIN" as const, time: "2026-03", reason };
			return updateEvent(db, update, EDITING);
		}
		case 1: {
			const mergeIds = others.slice(0, 1 + random.below(2)).map(({ id }) => id);
			return mergeEvents(db, { keepId: eventId, mergeIds, expectedRevision, reason }, EDITING);
		}
		case 2: {
			const mentions = await db.prisma.mention.findMany({ where: { eventId }, orderBy: { id: "asc" } });
			const mentionIds = mentions.flatMap(({ id }) => (random.chance(0.5) ? [id] : []));
			return splitEvent(db, { eventId, expectedRevision, mentionIds, newTitle: "A part", reason }, EDITING);
		}
		case 3: {
			const evidence = [await quotation(random)];
			const ends = { causeId: eventId, effectId: others[0]?.id ?? "" };
			return createCausalLink(db, { ...ends, relation: "CAUSE", mode: "PURPOSE", evidence }, EDITING);
		}
		case 4: {
			const link = random.pick(await links());
			const status = random.pick(["ACCEPTED", "DISPUTED", "RETRACTED"] as const);
			return reviewCausalLink(db, { linkId: link.id, expectedRevision: link.revision, status, reason }, EDITING);
		}
		default: {
			const { id: linkId } = random.pick(await links());
			const stance = random.pick(["SUPPORTS", "CONTRADICTS"] as const);
			return addEvidence(db, { linkId, span: await quotation(random), stance }, EDITING);
		}
	}
}

/** Undoes every edit, the last one first. @returns what was refused. */
async function undoAll(): Promise<string[]> {
	const refusals: string[] = [];
	const edits = await db.prisma.edit.findMany({ where: { action: { not: "REVERT" } }, orderBy: { number: "desc" } });
	for (const { targets, revisions, action } of edits) {
		const nodeId = targets[0] ?? "";
		const [toRevision] = (revisions as Record<string, [number, number]>)[nodeId] ?? [0];
		const nodeType = action.endsWith("EVENT") || action.endsWith("EVENTS") ? "Event" : "CausalLink";
		const expectedRevision = await revisionOf(db, nodeId);
		const result = await revert(db, { nodeId, nodeType, toRevision, expectedRevision, reason: "undone" }, EDITING);
		if (result.kind === "refused") refusals.push(`${action}: ${result.field} ${result.reason}`);
		expect(await faultsOf(db)).toEqual([]);
	}
	return refusals;
}

describe.each(SEEDS)("edits at random (seed %i)", (seed) => {
	test("leave nothing that disagrees, and undone bring back the bytes", async () => {
		const random = seededRandom(seed);
		const before = await dumpOf(db);
		const made: string[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			const { kind } = await editSome(random);
			made.push(kind);
			if (kind === "made") expect(await faultsOf(db)).toEqual([]);
		}
		expect(made.filter((kind) => kind === "made").length).toBeGreaterThan(ROUNDS / 4);
		expect(await undoAll()).toEqual([]);
		const after = await dumpOf(db);
		const different = [...before].filter(([key, row]) => after.get(key) !== row);
		expect(different.map(([key, row]) => `${key}: ${row} now ${after.get(key)}`)).toEqual([]);
	});

	test("stand while articles are revised, and can be undone then", async () => {
		const random = seededRandom(seed + 100);
		for (let round = 0; round < ROUNDS / 2; round++) {
			await editSome(random);
			if (!random.chance(0.3)) continue;
			const decided = await decisions();
			const article = random.pick(QUAY_NEWS);
			await ingestArticle(
				db,
				{ ...article, text: `${article.text}\n\nThe report was revised ${round} times.` },
				NOW,
				newId,
			);
			expect(await faultsOf(db)).toEqual([]);
			expect(await decisions()).toEqual(decided);
		}
		const refusals = await undoAll();
		expect(refusals.filter((refusal) => !refusal.includes("cannot be gone back to"))).toEqual([]);
	});
});

/** What editors have decided, as it stands in the rows. */
async function decisions(): Promise<object[]> {
	const { rows } = await db.pool.query(`
		select id, 'title' as what, title as decided from "Event" where 'title' = any("editedFields") and curation <> 'MERGED'
		union all select id, 'status', status::text from "Event" where 'status' = any("editedFields") and curation <> 'MERGED'
		union all select id, 'time', "timeValue" from "Event" where 'time' = any("editedFields") and curation <> 'MERGED'
		union all select id, 'mergedInto', "mergedIntoId"::text from "Event" where curation = 'MERGED'
		union all select id, 'link', concat_ws(' ', status, basis, relation, "causeId", "effectId") from "CausalLink"
			where "reviewedAt" is not null or basis = 'CURATED'
		order by 1, 2`);
	return rows;
}
