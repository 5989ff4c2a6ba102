import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CausalLink, Prisma } from "../../../src/generated/prisma/client.js";
import { newId } from "../../../src/ingest/new-id.js";
import { mergeEvents } from "../../../src/ingest/repair/merge-events.js";
import { moveMentions } from "../../../src/ingest/repair/move-mentions.js";
import { splitEvent } from "../../../src/ingest/repair/split-event.js";
import type { TestDatabase } from "../../test-database.js";
import { COLLAPSE, STRIKE } from "../harbour-news.js";
import { COLLAPSE_AGAIN, INQUIRY, RESIGNATION, STRIKE_AGAIN } from "./quay-news.js";
import { backgroundEventOf, faultsOf, mainEventOf, NOW, nodesOf, openQuayWorld, repair } from "./repair-world.js";

let db: TestDatabase;
let collapse: string;
let strike: string;
let resignation: string;
let inquiry: string;

const merge = (keepId: string, ...awayIds: string[]) =>
	repair(db, (tx, changes) => mergeEvents(tx, { keepId, awayIds, reason: "one" }, NOW, newId, changes));
const split = (eventId: string, mentionIds: readonly string[]) =>
	repair(db, (tx, changes) => splitEvent(tx, { eventId, mentionIds, reason: "two" }, NOW, newId, changes));
const linkOf = (id: string): Promise<CausalLink> => db.prisma.causalLink.findUniqueOrThrow({ where: { id } });
const event = (id: string) => db.prisma.event.findUniqueOrThrow({ where: { id } });

/** A link as an editor makes it. */
async function curated(causeId: string, effectId: string, other: Partial<Prisma.CausalLinkUncheckedCreateInput> = {}) {
	const id = newId();
	await db.prisma.causalLink.create({
		data: {
			id,
			causeId,
			effectId,
			relation: "ENABLE",
			mode: "CONSEQUENCE",
			basis: "CURATED",
			status: "ACCEPTED",
			confidence: 0.9,
			supporting: 1,
			contradicting: 0,
			independentSources: 0,
			attributedOnly: false,
			...other,
		},
	});
	return id;
}

/** An event of one mention that was split from another, to be merged away. */
async function part(eventId: string): Promise<string> {
	const [mention] = await db.prisma.mention.findMany({
		where: { eventId, supersededAt: null },
		orderBy: { id: "desc" },
	});
	return (await split(eventId, [mention?.id ?? ""])).result;
}

beforeAll(async () => {
	db = await openQuayWorld();
	[collapse, strike, resignation, inquiry] = (await Promise.all(
		[COLLAPSE, STRIKE, RESIGNATION, INQUIRY].map((article) => mainEventOf(db, article)),
	)) as [string, string, string, string];
});
afterAll(() => db.close());

describe("a link that an editor made", () => {
	it("follows a merge and stays what it is, with or without evidence", async () => {
		const away = await part(strike);
		const accepted = await curated(collapse, away);
		const retracted = await curated(away, inquiry, { status: "RETRACTED", supporting: 0 });
		const { changes } = await merge(strike, away);
		expect(await linkOf(accepted)).toMatchObject({
			causeId: collapse,
			effectId: strike,
			basis: "CURATED",
			status: "ACCEPTED",
		});
		expect(await linkOf(retracted)).toMatchObject({
			causeId: strike,
			effectId: inquiry,
			basis: "CURATED",
			status: "RETRACTED",
		});
		expect(nodesOf(changes, "UPDATED")).toEqual(expect.arrayContaining([accepted, retracted]));
		expect((await event(strike)).causeCount).toBe(2);
		expect(await faultsOf(db)).toEqual([]);
	});

	it("stands where others say the same, and takes over their evidence and their place", async () => {
		const [stated] = await db.prisma.causalLink.findMany({ where: { causeId: strike, effectId: resignation } });
		const evidence = await db.prisma.evidence.findMany({ where: { linkId: stated?.id ?? "" } });
		expect(evidence.length).toBeGreaterThan(0);
		const away = await part(strike);
		const ours = await curated(away, resignation, { relation: "CAUSE" });
		const { changes } = await merge(strike, away);
		expect(await linkOf(ours)).toMatchObject({ causeId: strike, effectId: resignation, status: "ACCEPTED" });
		expect(await linkOf(stated?.id ?? "")).toMatchObject({
			causeId: away,
			status: "RETRACTED",
			createdAt: stated?.createdAt,
		});
		expect(nodesOf(changes, "RETRACTED")).toContain(stated?.id);
		const now = await db.prisma.evidence.findMany({ where: { linkId: ours } });
		expect(now.map(({ id }) => id)).toEqual(evidence.map(({ id }) => id));
		expect(await faultsOf(db)).toEqual([]);
	});

	it("ends where its two events are one", async () => {
		const away = await part(collapse);
		const ours = await curated(away, collapse);
		await merge(collapse, away);
		expect(await linkOf(ours)).toMatchObject({ basis: "CURATED", status: "RETRACTED" });
		expect(await faultsOf(db)).toEqual([]);
	});
});

describe("an older link", () => {
	it("keeps its id and gets the evidence, whichever of the two events goes on", async () => {
		const retold = await backgroundEventOf(db, STRIKE_AGAIN, "Strike");
		const [older] = await db.prisma.causalLink.findMany({
			where: { causeId: collapse, effectId: strike, basis: "STATED" },
		});
		const [younger] = await db.prisma.causalLink.findMany({ where: { causeId: collapse, effectId: retold } });
		expect(older?.createdAt.getTime()).toBeLessThan(younger?.createdAt.getTime() ?? 0);
		await merge(retold, strike);
		expect(await linkOf(older?.id ?? "")).toMatchObject({
			causeId: collapse,
			effectId: retold,
			supporting: 2,
			status: "ACCEPTED",
		});
		expect(await linkOf(younger?.id ?? "")).toMatchObject({ effectId: strike, supporting: 0, status: "RETRACTED" });
		expect(await faultsOf(db)).toEqual([]);
		strike = retold;
	});
});

describe("evidence of which it is not known which mentions its claim joins", () => {
	beforeAll(() => db.prisma.evidence.updateMany({ data: { causeMentionId: null, effectMentionId: null } }));

	it("follows its link in a merge", async () => {
		const [link] = await db.prisma.causalLink.findMany({ where: { causeId: resignation, effectId: inquiry } });
		const away = await part(collapse);
		await merge(away, inquiry);
		expect(await linkOf(link?.id ?? "")).toMatchObject({ causeId: resignation, effectId: away, supporting: 1 });
		expect(await faultsOf(db)).toEqual([]);
	});

	it("stays where it is in a split", async () => {
		const before = await db.prisma.causalLink.findMany({ where: { effectId: strike }, orderBy: { id: "asc" } });
		await part(strike);
		const after = await db.prisma.causalLink.findMany({ where: { effectId: strike }, orderBy: { id: "asc" } });
		expect(after).toEqual(before);
		expect(await faultsOf(db)).toEqual([]);
	});

	it("is held back where the two events become one", async () => {
		const link = await db.prisma.causalLink.findFirstOrThrow({
			where: { status: { not: "RETRACTED" }, supporting: { gt: 0 } },
			orderBy: { id: "asc" },
		});
		const evidence = await db.prisma.evidence.count({ where: { linkId: link.id, supersededAt: null } });
		await merge(link.causeId, link.effectId);
		expect(await linkOf(link.id)).toMatchObject({ status: "RETRACTED", supporting: 0 });
		expect(await db.prisma.evidence.count({ where: { linkId: link.id, heldBack: true } })).toBe(evidence);
		expect(await faultsOf(db)).toEqual([]);
	});
});

describe("the words of events", () => {
	it("are those that the caller knows, if it does, asked for when the mentions have moved", async () => {
		const mentions = await db.prisma.mention.findMany({
			where: { eventId: collapse, role: "MAIN", article: { url: COLLAPSE_AGAIN.url } },
		});
		const asked: string[][] = [];
		const known = { keyTerms: ["quay"], centroid: { quay: 1, osborne: -1 }, reportCount: 1, alike: 0 };
		const { result: id } = await repair(db, (tx, changes) =>
			splitEvent(
				tx,
				{
					eventId: collapse,
					mentionIds: mentions.map(({ id }) => id),
					reason: "two",
					readWords: async (_, eventIds) => {
						asked.push([...eventIds]);
						return new Map(eventIds.map((eventId) => [eventId, known]));
					},
				},
				NOW,
				newId,
				changes,
			),
		);
		expect(asked.map((ids) => ids.toSorted())).toEqual([[collapse, id].toSorted()]);
		expect(await event(id)).toMatchObject(known);
		expect(await event(collapse)).toMatchObject(known);
	});

	it("are not asked for where a retelling leaves an event that articles are about for another such", async () => {
		const retellings = await db.prisma.mention.findMany({
			where: { eventId: collapse, role: "BACKGROUND", supersededAt: null },
		});
		const before = [await event(collapse), await event(resignation)].map(({ centroid }) => centroid);
		expect(retellings.length).toBeGreaterThan(0);
		await repair(db, (tx, changes) =>
			moveMentions(
				tx,
				{
					mentionIds: retellings.map(({ id }) => id),
					toEventId: resignation,
					reason: "meant",
					readWords: async () => {
						throw new Error("nothing is to be read");
					},
				},
				NOW,
				newId,
				changes,
			),
		);
		expect([await event(collapse), await event(resignation)].map(({ centroid }) => centroid)).toEqual(before);
		expect(await faultsOf(db)).toEqual([]);
	});
});
