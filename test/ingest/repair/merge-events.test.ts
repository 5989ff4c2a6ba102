import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PendingChange } from "../../../src/change-log.js";
import { readWeights } from "../../../src/event/stored-weights.js";
import { ingestArticle } from "../../../src/ingest/ingest-article.js";
import { newId } from "../../../src/ingest/new-id.js";
import { mergeEvents } from "../../../src/ingest/repair/merge-events.js";
import { RepairError } from "../../../src/ingest/repair/repair-error.js";
import type { TestDatabase } from "../../test-database.js";
import { COLLAPSE, DENIAL, STRIKE } from "../harbour-news.js";
import { RESIGNATION, SHORTAGE, STRIKE_AGAIN } from "./quay-news.js";
import {
	articlesOf,
	backgroundEventOf,
	faultsOf,
	mainEventOf,
	NOW,
	nodesOf,
	openQuayWorld,
	repair,
	rowsOf,
} from "./repair-world.js";

let db: TestDatabase;
const merge = (keepId: string, ...awayIds: string[]) =>
	repair(db, (tx, changes) =>
		mergeEvents(tx, { keepId, awayIds, reason: "told by the same words" }, NOW, newId, changes),
	);
const event = (id: string) => db.prisma.event.findUniqueOrThrow({ where: { id } });
const linksBetween = (causeId: string, effectId: string) =>
	db.prisma.causalLink.findMany({ where: { causeId, effectId } });

let collapse: string;
let strike: string;
/** The strike once more, as the resignation and a report of the strike retell it. */
let retold: string;
let retoldEarlier: string;
let shortage: string;
let changes: PendingChange[];
let evidence: number;

beforeAll(async () => {
	db = await openQuayWorld();
	collapse = await mainEventOf(db, COLLAPSE);
	strike = await mainEventOf(db, STRIKE);
	retold = await backgroundEventOf(db, RESIGNATION, "Strike");
	retoldEarlier = await backgroundEventOf(db, STRIKE_AGAIN, "Strike");
	shortage = await mainEventOf(db, SHORTAGE);
	evidence = await db.prisma.evidence.count();
});
afterAll(() => db.close());

describe("two events that are one, merged,", () => {
	let linkId: string;

	beforeAll(async () => {
		expect(await faultsOf(db)).toEqual([]);
		const [link] = await linksBetween(collapse, retold);
		linkId = link?.id ?? "";
		({ changes } = await merge(strike, retold));
	});

	it("leave nothing that disagrees", async () => {
		expect(await faultsOf(db)).toEqual([]);
		expect(await db.prisma.evidence.count()).toBe(evidence);
	});

	it("are one row that goes on and one that says where it went", async () => {
		expect(await event(retold)).toMatchObject({ curation: "MERGED", mergedIntoId: strike, articleCount: 0 });
		expect(await event(strike)).toMatchObject({ curation: "AUTOMATIC", mergedIntoId: null });
		expect(await articlesOf(db, retold)).toEqual([]);
		expect(await articlesOf(db, strike)).toContain(`BACKGROUND ${RESIGNATION.url}`);
	});

	it("keep the reason with each mention, and a record of each move", async () => {
		const moves = await db.prisma.mentionMove.findMany({ where: { fromEventId: retold } });
		expect(moves.length).toBeGreaterThan(0);
		for (const { mentionId, toEventId, at, reason } of moves) {
			expect({ toEventId, at, reason }).toEqual({ toEventId: strike, at: NOW, reason: "told by the same words" });
			const mention = await db.prisma.mention.findUniqueOrThrow({ where: { id: mentionId } });
			expect(mention.eventId).toBe(strike);
			expect(mention.matchReason).toMatch(/.+; told by the same words$/);
		}
	});

	it("have one link where each had one, the older, with the evidence of both", async () => {
		const links = await linksBetween(collapse, strike);
		expect(links).toHaveLength(1);
		const [link] = links;
		expect(link?.id).not.toBe(linkId);
		expect(link).toMatchObject({ supporting: 2, status: "ACCEPTED" });
		const sentences = await db.prisma.evidence.findMany({ where: { linkId: link?.id ?? "" } });
		expect(sentences.map(({ exact }) => exact).sort()).toEqual([
			"The Dockers Union said the strike was a response to the collapse of the quay.",
			"The strike was a response to the collapse of the Osborne Quay on March 2.",
		]);
	});

	it("keep the id of the link that is over answering", async () => {
		expect(await db.prisma.causalLink.findUniqueOrThrow({ where: { id: linkId } })).toMatchObject({
			status: "RETRACTED",
			supporting: 0,
			effectId: retold,
		});
	});

	it("are told by the log", async () => {
		expect(nodesOf(changes, "MERGED")).toEqual([retold]);
		expect(nodesOf(changes, "UPDATED")).toEqual(expect.arrayContaining([strike]));
		expect(nodesOf(changes, "RETRACTED")).toEqual([linkId]);
		const [last] = await rowsOf<{ kind: string }>(
			db,
			`select kind from "Change" where "nodeId" = $1 order by position desc limit 1`,
			retold,
		);
		expect(last?.kind).toBe("MERGED");
	});

	it("both have their answers computed anew", async () => {
		const marked = await db.prisma.eventContext.findMany({ where: { dirtyAt: NOW } });
		expect(marked.map(({ eventId }) => eventId)).toEqual(expect.arrayContaining([retold, strike, shortage]));
	});
});

describe("an event into which another was merged, merged away itself,", () => {
	it("takes the earlier one along: there is no chain", async () => {
		const before = await event(strike);
		({ changes } = await merge(retoldEarlier, strike));
		expect(await faultsOf(db)).toEqual([]);
		expect(await event(retold)).toMatchObject({ curation: "MERGED", mergedIntoId: retoldEarlier });
		expect(await event(strike)).toMatchObject({ curation: "MERGED", mergedIntoId: retoldEarlier });
		expect(nodesOf(changes, "MERGED")).toEqual([strike]);
		expect(nodesOf(changes, "UPDATED")).toContain(retold);
		// It looks as it did: the articles about it have the say, whichever id goes on.
		const { title, type, timeValue } = await event(retoldEarlier);
		expect({ title, type, timeValue }).toEqual({ title: before.title, type: before.type, timeValue: before.timeValue });
	});

	it("hands on its words, of which those of a retelling are none", async () => {
		const { centroid, keyTerms } = await event(retoldEarlier);
		const { weights, names } = readWeights(centroid as Record<string, number>);
		expect(names.has("selway")).toBe(true);
		expect(weights.get("docker")).toBeGreaterThan(0);
		expect(keyTerms).toContain("docker");
	});

	it("takes its links along under their ids", async () => {
		const [older] = await linksBetween(collapse, retoldEarlier);
		expect(older).toMatchObject({ supporting: 3 });
		expect((await event(retoldEarlier)).causeCount).toBe(1);
	});

	it("gives a later revision of its articles to the event that goes on", async () => {
		const revised = { ...STRIKE, text: `${STRIKE.text}\n\nTalks began in the evening.` };
		expect((await ingestArticle(db, revised, NOW, newId)).kind).toBe("revised");
		expect(await mainEventOf(db, STRIKE)).toBe(retoldEarlier);
		expect(await faultsOf(db)).toEqual([]);
	});

	it("is no candidate for new articles", async () => {
		const more = {
			...STRIKE_AGAIN,
			url: "https://bulletin.example/strike",
			headline: "Strike of dockers shuts Port Selway",
			text: "Dockers at Port Selway went on strike on Thursday over the safety of the quays, the Dockers Union said. Some 900 members left their posts at noon.",
			source: { name: "bulletin", homepage: "https://bulletin.example/" },
		};
		await ingestArticle(db, more, NOW, newId);
		expect(await mainEventOf(db, more)).toBe(retoldEarlier);
	});
});

describe("events that lead to one another, merged,", () => {
	it("have no link between them, and its evidence is held back until they are two again", async () => {
		const strikes = await mainEventOf(db, STRIKE);
		const [link] = await linksBetween(collapse, strikes);
		const held = await db.prisma.evidence.count({ where: { linkId: link?.id ?? "", supersededAt: null } });
		expect(held).toBeGreaterThan(0);
		await merge(collapse, strikes);
		expect(await faultsOf(db)).toEqual([]);
		expect(await db.prisma.causalLink.findUniqueOrThrow({ where: { id: link?.id ?? "" } })).toMatchObject({
			status: "RETRACTED",
			supporting: 0,
		});
		expect(await db.prisma.evidence.count({ where: { linkId: link?.id ?? "", heldBack: true } })).toBe(held);
		// What the denial denies leads to the collapse still.
		const denied = await db.prisma.evidence.findFirstOrThrow({
			where: { article: { url: DENIAL.url } },
			include: { link: true },
		});
		expect(denied.link).toMatchObject({ status: "DISPUTED", effectId: collapse });
	});
});

describe("what cannot be merged", () => {
	it.each([
		["an event and itself", async () => [collapse, collapse]],
		["an event named twice", async () => [collapse, shortage, shortage]],
		["an event that was merged away", async () => [collapse, retold]],
		["into an event that was merged away", async () => [retold, collapse]],
		["an event that is not there", async () => [collapse, newId()]],
	])("%s is refused, and nothing is written", async (_, ids) => {
		const [keepId, ...awayIds] = (await ids()) as [string, ...string[]];
		const before = await db.prisma.change.count();
		await expect(merge(keepId, ...awayIds)).rejects.toThrow(RepairError);
		expect(await db.prisma.change.count()).toBe(before);
	});
});
