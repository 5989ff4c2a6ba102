import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PendingChange } from "../../../src/change-log.js";
import { readWeights } from "../../../src/event/stored-weights.js";
import { ingestArticle } from "../../../src/ingest/ingest-article.js";
import { newId } from "../../../src/ingest/new-id.js";
import { findMentionsIn } from "../../../src/ingest/repair/carry-mentions.js";
import { mergeEvents } from "../../../src/ingest/repair/merge-events.js";
import { moveMentions } from "../../../src/ingest/repair/move-mentions.js";
import { RepairError } from "../../../src/ingest/repair/repair-error.js";
import { splitEvent } from "../../../src/ingest/repair/split-event.js";
import type { TestDatabase } from "../../test-database.js";
import { COLLAPSE, COPY, DENIAL, STRIKE } from "../harbour-news.js";
import { COLLAPSE_AGAIN, INQUIRY, type QUAY_NEWS, RESIGNATION, STRIKE_AGAIN } from "./quay-news.js";
import { articleIdOf, articlesOf, faultsOf, mainEventOf, NOW, nodesOf, openQuayWorld, repair } from "./repair-world.js";

type News = (typeof QUAY_NEWS)[number];

let db: TestDatabase;
let collapse: string;
let strike: string;
let resignation: string;

const event = (id: string) => db.prisma.event.findUniqueOrThrow({ where: { id } });
const mentionsIn = async (eventId: string, ...news: News[]) =>
	findMentionsIn(db.prisma, eventId, await Promise.all(news.map((article) => articleIdOf(db, article))));
const split = (eventId: string, mentionIds: readonly string[]) =>
	repair(db, (tx, changes) => splitEvent(tx, { eventId, mentionIds, reason: "another quay" }, NOW, newId, changes));
const splitOff = async (eventId: string, ...news: News[]) => split(eventId, await mentionsIn(eventId, ...news));
const merge = (keepId: string, ...awayIds: string[]) =>
	repair(db, (tx, changes) => mergeEvents(tx, { keepId, awayIds, reason: "one after all" }, NOW, newId, changes));
const move = (toEventId: string, mentionIds: readonly string[]) =>
	repair(db, (tx, changes) => moveMentions(tx, { toEventId, mentionIds, reason: "meant" }, NOW, newId, changes));
/** Who takes part in an event, with the number of mentions that say so. */
const participantsOf = async (eventId: string) => {
	const rows = await db.prisma.eventParticipant.findMany({ where: { eventId }, include: { entity: true } });
	return rows.map(({ entity, role, isPlace, mentions }) => `${entity.name} ${role} ${isPlace} ${mentions}`).sort();
};
/** The links between events with how many sentences count for and against them. */
const supportOf = async (causeId: string, effectId: string) => {
	const link = await db.prisma.causalLink.findFirst({ where: { causeId, effectId } });
	return link && { status: link.status, supporting: link.supporting, contradicting: link.contradicting };
};

beforeAll(async () => {
	db = await openQuayWorld();
	collapse = await mainEventOf(db, COLLAPSE);
	strike = await mainEventOf(db, STRIKE);
	resignation = await mainEventOf(db, RESIGNATION);
});
afterAll(() => db.close());

describe("an event that is two, split,", () => {
	let fresh: string;
	let changes: PendingChange[];
	let before: string[];

	beforeAll(async () => {
		before = await articlesOf(db, collapse);
		({ result: fresh, changes } = await splitOff(collapse, COLLAPSE_AGAIN, STRIKE));
	});

	it("leaves nothing that disagrees", async () => {
		expect(await faultsOf(db)).toEqual([]);
	});

	it("gives the new one the articles with all they say of it, and keeps the others", async () => {
		expect(await articlesOf(db, fresh)).toEqual([`BACKGROUND ${STRIKE.url}`, `MAIN ${COLLAPSE_AGAIN.url}`]);
		const kept = await articlesOf(db, collapse);
		expect([...kept, ...(await articlesOf(db, fresh))].sort()).toEqual(before);
		expect(kept).toContain(`MAIN ${COPY.url}`);
	});

	it("shows each by its own articles", async () => {
		expect(await event(fresh)).toMatchObject({
			title: COLLAPSE_AGAIN.headline,
			curation: "AUTOMATIC",
			firstReportedAt: new Date(COLLAPSE_AGAIN.publishedAt ?? ""),
			articleCount: 2,
			originalCount: 2,
		});
		expect(await event(collapse)).toMatchObject({ title: COLLAPSE.headline });
	});

	it("is told by the log", () => {
		expect(nodesOf(changes, "SPLIT")).toEqual([collapse]);
		expect(nodesOf(changes, "CREATED")).toContain(fresh);
		expect(nodesOf(changes, "UPDATED")).toEqual(expect.arrayContaining([collapse, fresh]));
	});

	it("takes the claims along that were made of it: each sentence is under the link of what it speaks of", async () => {
		expect(await supportOf(fresh, strike)).toMatchObject({ supporting: 1 });
		expect(await supportOf(collapse, strike)).toEqual({ status: "RETRACTED", supporting: 0, contradicting: 0 });
		expect((await event(strike)).causeCount).toBe(1);
	});

	it("has the words of its own articles, and the other has its own", async () => {
		const wordsOf = async (id: string) => readWeights((await event(id)).centroid as Record<string, number>);
		// Only the first report says what the quay was built in and that somebody spoke at the office.
		expect((await wordsOf(fresh)).weights.has("office")).toBe(false);
		expect((await wordsOf(collapse)).weights.has("office")).toBe(true);
		expect((await wordsOf(fresh)).names.has("osborne")).toBe(true);
		expect((await event(fresh)).keyTerms).toContain("quay");
	});

	it("finds its event again when one of its articles is revised", async () => {
		const revised = { ...COLLAPSE_AGAIN, text: `${COLLAPSE_AGAIN.text} An inspection began at once.` };
		expect((await ingestArticle(db, revised, NOW, newId)).kind).toBe("revised");
		expect(await mainEventOf(db, COLLAPSE_AGAIN)).toBe(fresh);
		expect(await faultsOf(db)).toEqual([]);
	});

	it("and merged again, is as it was", async () => {
		await merge(collapse, fresh);
		expect(await faultsOf(db)).toEqual([]);
		expect(await articlesOf(db, collapse)).toEqual(before);
		expect(await supportOf(collapse, strike)).toMatchObject({ supporting: 1, status: "PROPOSED" });
	});
});

describe("two events merged and split again", () => {
	it("have the articles and the claims they had, those between them too", async () => {
		const articles = [await articlesOf(db, strike), await articlesOf(db, resignation)];
		const participants = [await participantsOf(strike), await participantsOf(resignation)];
		expect(participants[1]).toContainEqual(expect.stringContaining("Voss ACTOR"));
		const support = await supportOf(strike, resignation);
		expect(support).toMatchObject({ supporting: 1 });
		const current = await db.prisma.evidence.count({ where: { supersededAt: null } });
		const mentions = (await db.prisma.mention.findMany({ where: { eventId: resignation } })).map(({ id }) => id);
		await merge(strike, resignation);
		expect(await db.prisma.evidence.count({ where: { supersededAt: null } })).toBe(current - 1);
		expect(await participantsOf(strike)).toContainEqual(expect.stringContaining("Voss ACTOR"));

		const { result: again } = await split(strike, mentions);
		expect(await faultsOf(db)).toEqual([]);
		expect([await articlesOf(db, strike), await articlesOf(db, again)]).toEqual(articles);
		expect([await participantsOf(strike), await participantsOf(again)]).toEqual(participants);
		expect(await supportOf(strike, again)).toEqual(support);
		expect(await mainEventOf(db, RESIGNATION)).toBe(again);
		expect(await db.prisma.evidence.count({ where: { supersededAt: null } })).toBe(current);
		// What the inquiry says of the resignation went there and back.
		expect(await supportOf(again, await mainEventOf(db, INQUIRY))).toMatchObject({ supporting: 1 });
		expect(await event(resignation)).toMatchObject({ curation: "MERGED", mergedIntoId: strike });
		resignation = again;
	});
});

describe("a claim that no link may carry", () => {
	it("is held back while dates forbid it, and counts again when its mention has moved back", async () => {
		const claim = await db.prisma.evidence.findFirstOrThrow({
			where: { article: { url: RESIGNATION.url }, effectMentionId: { not: null }, link: { effectId: resignation } },
		});
		const cause = claim.causeMentionId ?? "";
		const inquiry = await mainEventOf(db, INQUIRY);
		// As if the article had said that the inquiry of 11 March led to the resignation of 9 March.
		await move(inquiry, [cause]);
		expect(await faultsOf(db)).toEqual([]);
		expect(await db.prisma.evidence.findUniqueOrThrow({ where: { id: claim.id } })).toMatchObject({
			heldBack: true,
			linkId: claim.linkId,
		});
		expect(await db.prisma.causalLink.findUniqueOrThrow({ where: { id: claim.linkId } })).toMatchObject({
			status: "RETRACTED",
		});
		await move(strike, [cause]);
		expect(await faultsOf(db)).toEqual([]);
		expect(await db.prisma.evidence.findUniqueOrThrow({ where: { id: claim.id } })).toMatchObject({
			heldBack: false,
			supersededAt: null,
			linkId: claim.linkId,
		});
	});

	it("is not held back any more once its article says something else", async () => {
		const inquiry = await mainEventOf(db, INQUIRY);
		const claim = await db.prisma.evidence.findFirstOrThrow({
			where: { article: { url: INQUIRY.url }, supersededAt: null },
		});
		await merge(inquiry, resignation);
		expect((await db.prisma.evidence.findUniqueOrThrow({ where: { id: claim.id } })).heldBack).toBe(true);
		await ingestArticle(db, { ...INQUIRY, text: `${INQUIRY.text}\n\nIt is to sit until June.` }, NOW, newId);
		expect((await db.prisma.evidence.findUniqueOrThrow({ where: { id: claim.id } })).heldBack).toBe(false);
		expect(await faultsOf(db)).toEqual([]);
	});
});

describe("mentions that mean another event", () => {
	it("go there, and an event that is left without any is retracted and keeps answering", async () => {
		const cuts = await db.prisma.event.findFirstOrThrow({
			where: { title: { startsWith: "Cuts in the maintenance" } },
		});
		const { changes } = await move(strike, await mentionsIn(cuts.id, DENIAL));
		expect(await faultsOf(db)).toEqual([]);
		expect(await event(cuts.id)).toMatchObject({ curation: "RETRACTED", mergedIntoId: null });
		expect(nodesOf(changes, "RETRACTED")).toContain(cuts.id);
		// The strike came after the collapse: that cuts led to it cannot be said of the strike.
		const denied = await db.prisma.evidence.findFirstOrThrow({ where: { article: { url: DENIAL.url } } });
		expect(denied.heldBack).toBe(true);
	});

	it("that are there already change nothing", async () => {
		const { changes } = await move(strike, await mentionsIn(strike, STRIKE, STRIKE_AGAIN));
		expect(changes).toEqual([]);
	});
});

describe("what cannot be split", () => {
	it.each([
		["an event all of whose mentions would leave", async () => [strike, await everyMentionOf(strike)]],
		["an event none of whose mentions would leave", async () => [strike, []]],
		["an event by mentions of another one", async () => [strike, await mentionsIn(collapse, COLLAPSE)]],
		["an event by mentions that are not there", async () => [strike, [newId()]]],
		["an event that was merged away", async () => [resignation, await mentionsIn(strike, STRIKE)]],
	] as [string, () => Promise<[string, string[]]>][])("%s is refused, and nothing is written", async (_, what) => {
		const [eventId, mentionIds] = await what();
		const before = [await db.prisma.change.count(), await db.prisma.event.count()];
		await expect(split(eventId, mentionIds)).rejects.toThrow(RepairError);
		expect([await db.prisma.change.count(), await db.prisma.event.count()]).toEqual(before);
	});

	const everyMentionOf = async (eventId: string) =>
		(await db.prisma.mention.findMany({ where: { eventId } })).map(({ id }) => id);
});
