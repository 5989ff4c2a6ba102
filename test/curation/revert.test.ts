import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { type PublicType, publicId } from "../../src/public-id.js";
import { at, type GraphQLClient, graphqlClient, type Json, NOW } from "../graphql/graphql-client.js";
import { COLLAPSE, STRIKE } from "../ingest/harbour-news.js";
import { INQUIRY, RESIGNATION, SHORTAGE, STRIKE_AGAIN } from "../ingest/repair/quay-news.js";
import { articleIdOf, backgroundEventOf, faultsOf, mainEventOf, openQuayWorld } from "../ingest/repair/repair-world.js";
import type { TestDatabase } from "../test-database.js";
import {
	ADD_EVIDENCE,
	CREATE_LINK,
	dumpOf,
	MERGE,
	REVERT,
	REVIEW,
	revisionOf,
	SPLIT,
	UPDATE,
} from "./curation-client.js";

let db: TestDatabase;
let client: GraphQLClient;
let collapse: string;
let strike: string;
let resignation: string;
let retold: string;
let before: Map<string, string>;

beforeEach(async () => {
	db = await openQuayWorld();
	client = graphqlClient(db);
	collapse = await mainEventOf(db, COLLAPSE);
	strike = await mainEventOf(db, STRIKE);
	resignation = await mainEventOf(db, RESIGNATION);
	retold = await backgroundEventOf(db, RESIGNATION, "Strike");
	before = await dumpOf(db);
});
afterEach(() => db.close());

/** Asks for an edit that has to be made. */
async function edit(mutation: string, field: string, type: PublicType, id: string, input: object): Promise<Json> {
	const idField = { updateEvent: "eventId", mergeEvents: "keepId", splitEvent: "eventId", reviewCausalLink: "linkId" }[
		field
	];
	const own = idField
		? { [idField]: publicId(type, id), expectedRevision: await revisionOf(db, id), reason: "as I see it" }
		: {};
	const payload = at(await client.data(mutation, { input: { ...own, ...input } }), field);
	expect(at(payload, "userErrors")).toEqual([]);
	return payload;
}

const update = (id: string, fields: object) => edit(UPDATE, "updateEvent", "Event", id, fields);
const merge = (keepId: string, ...awayIds: string[]) =>
	edit(MERGE, "mergeEvents", "Event", keepId, { mergeIds: awayIds.map((id) => publicId("Event", id)) });
const split = (id: string, mentionIds: string[]) =>
	edit(SPLIT, "splitEvent", "Event", id, {
		mentionIds: mentionIds.map((mentionId) => publicId("Mention", mentionId)),
		newTitle: "Another strike",
	});
const review = (id: string, status: string) => edit(REVIEW, "reviewCausalLink", "CausalLink", id, { status });

const revert = async (type: PublicType, id: string, toRevision: number) =>
	at(
		await client.data(REVERT, {
			input: {
				nodeId: publicId(type, id),
				toRevision,
				expectedRevision: await revisionOf(db, id),
				reason: "it was right",
			},
		}),
		"revert",
	);

/** Every row that there was is what it was; what an edit has made is of no account. */
async function expectAsBefore(): Promise<void> {
	const after = await dumpOf(db);
	const different = [...before].filter(([key, row]) => after.get(key) !== row);
	expect(different.map(([key, row]) => `${key}: ${row} now ${after.get(key)}`)).toEqual([]);
	expect([...after.keys()].filter((key) => !before.has(key) && /^Event(Article|Participant)/.test(key))).toEqual([]);
	expect(await faultsOf(db)).toEqual([]);
}

const mentionsIn = async (eventId: string, url: string) =>
	(await db.prisma.mention.findMany({ where: { eventId, article: { url } } })).map(({ id }) => id);

describe("revert brings back the bytes", () => {
	test("of an update", async () => {
		const found = await revisionOf(db, strike);
		await update(strike, { title: "A strike", type: "PROTEST", time: "2026-03", status: "UNCERTAIN" });
		expect(await dumpOf(db)).not.toEqual(before);
		expect(await revert("Event", strike, found)).toMatchObject({
			userErrors: [],
			node: { id: publicId("Event", strike), curation: "AUTOMATIC" },
		});
		await expectAsBefore();
	});

	test("of a merge of three", async () => {
		const found = await revisionOf(db, strike);
		const walkout = await backgroundEventOf(db, STRIKE, "About 900");
		await merge(strike, retold, walkout);
		expect(at(await revert("Event", strike, found), "userErrors")).toEqual([]);
		await expectAsBefore();
		expect(await db.prisma.mentionMove.count()).toBeGreaterThan(0);
	});

	test("of a merge that closes links and puts others in their place", async () => {
		const found = await revisionOf(db, retold);
		await merge(retold, collapse, strike, resignation);
		expect(at(await revert("Event", retold, found), "userErrors")).toEqual([]);
		await expectAsBefore();
	});

	test("of a split, whose event is merged away", async () => {
		const found = await revisionOf(db, strike);
		const payload = await split(strike, await mentionsIn(strike, STRIKE_AGAIN.url));
		expect(at(await revert("Event", strike, found), "userErrors")).toEqual([]);
		await expectAsBefore();
		const id = String(at(payload, "newEvent.id"));
		const data = await client.data("query($id: ID!) { event(id: $id) { curation mergedInto { id } } }", { id });
		expect(at(data, "event")).toEqual({ curation: "MERGED", mergedInto: { id: publicId("Event", strike) } });
	});

	test("of edits that stand on each other, together", async () => {
		const found = await revisionOf(db, strike);
		await update(strike, { title: "A strike" });
		await merge(strike, retold);
		await update(strike, { title: "One strike" });
		await split(strike, await mentionsIn(strike, STRIKE_AGAIN.url));
		expect(at(await revert("Event", strike, found), "userErrors")).toEqual([]);
		await expectAsBefore();
		expect(await db.prisma.edit.count({ where: { revertedById: { not: null } } })).toBe(4);
	});

	test("of edits in their order, also where their numbers grow by a digit", async () => {
		await db.pool.query(`select setval(pg_get_serial_sequence('"Edit"', 'number'), 998)`);
		const found = await revisionOf(db, strike);
		await update(strike, { title: "A strike" });
		await update(strike, { title: "One strike" });
		const numbers = await db.prisma.edit.findMany({ orderBy: { number: "desc" }, take: 2, select: { number: true } });
		expect(numbers.map(({ number }) => String(number))).toEqual(["1000", "999"]);
		expect(at(await revert("Event", strike, found), "userErrors")).toEqual([]);
		await expectAsBefore();
	});

	test("of a review and of evidence", async () => {
		const link = await db.prisma.causalLink.findFirstOrThrow({ where: { effectId: resignation } });
		await review(link.id, "RETRACTED");
		const span = { articleId: publicId("Article", await articleIdOf(db, SHORTAGE)), exact: "prices of oranges" };
		const linkId = publicId("CausalLink", link.id);
		await edit(ADD_EVIDENCE, "addEvidence", "CausalLink", link.id, { linkId, span, stance: "SUPPORTS" });
		expect(at(await revert("CausalLink", link.id, link.revision), "userErrors")).toEqual([]);
		await expectAsBefore();
	});

	test("of a link that an editor has made", async () => {
		const articleId = publicId("Article", await articleIdOf(db, INQUIRY));
		const payload = await edit(CREATE_LINK, "createCausalLink", "CausalLink", "", {
			causeId: publicId("Event", collapse),
			effectId: publicId("Event", await mainEventOf(db, INQUIRY)),
			relation: "ENABLE",
			mode: "MOTIVATION",
			evidence: [{ articleId, exact: "Parliament opened an inquiry" }],
		});
		const id = String(at(payload, "link.id"));
		const linkId = id.slice("lnk_".length);
		expect(await revert("CausalLink", linkId, 0)).toMatchObject({ userErrors: [], node: { id, status: "RETRACTED" } });
		await expectAsBefore();
	});
});

describe("what was reported since", () => {
	const LATER = {
		...STRIKE_AGAIN,
		url: "https://monitor.example/strike-goes-on",
		publishedAt: "2026-03-06T09:00:00Z",
		source: { name: "monitor", homepage: "https://monitor.example/" },
		text: "Dockers at Port Selway stayed on strike on Friday over the safety of the quays, a day after they had walked out, and their union said that every quay had to be inspected before they would return.",
	};

	test("stays when a merge is undone, and each event has its own mentions again", async () => {
		const found = await revisionOf(db, strike);
		const mine = (await db.prisma.mention.findMany({ where: { eventId: retold } })).map(({ id }) => id);
		await merge(strike, retold);
		await ingestArticle(db, LATER, NOW, newId);
		const count = await db.prisma.mention.count();
		expect(at(await revert("Event", strike, found), "userErrors")).toEqual([]);
		expect((await db.prisma.mention.findMany({ where: { eventId: retold } })).map(({ id }) => id)).toEqual(mine);
		expect(await db.prisma.event.findUniqueOrThrow({ where: { id: retold } })).toMatchObject({
			curation: "AUTOMATIC",
			mergedIntoId: null,
		});
		expect(await db.prisma.mention.count()).toBe(count);
		expect(await faultsOf(db)).toEqual([]);
	});

	test("goes along when a split is undone", async () => {
		const found = await revisionOf(db, strike);
		await split(strike, await mentionsIn(strike, STRIKE_AGAIN.url));
		await ingestArticle(db, { ...STRIKE_AGAIN, text: `${STRIKE_AGAIN.text}\n\nTalks failed.` }, NOW, newId);
		expect(at(await revert("Event", strike, found), "userErrors")).toEqual([]);
		expect(await mentionsIn(strike, STRIKE_AGAIN.url)).not.toEqual([]);
		expect((await db.prisma.event.findUniqueOrThrow({ where: { id: strike } })).curation).toBe("AUTOMATIC");
		expect(await faultsOf(db)).toEqual([]);
	});

	test("gives an event the title that reports have now, when an editor's is taken back", async () => {
		const found = await revisionOf(db, resignation);
		await update(resignation, { title: "Voss out" });
		const headline = "Edda Voss steps down as transport minister";
		await ingestArticle(db, { ...RESIGNATION, headline, text: `${RESIGNATION.text}\n\nShe left.` }, NOW, newId);
		expect(at(await revert("Event", resignation, found), "node.title")).toBe(headline);
		expect(await faultsOf(db)).toEqual([]);
	});
});

describe("revert refuses", () => {
	test("what a later edit of another event stands on, and changes nothing", async () => {
		const found = await revisionOf(db, strike);
		await merge(strike, retold);
		await merge(collapse, strike);
		const now = await dumpOf(db);
		expect(at(await revert("Event", retold, 1), "userErrors.0.code")).toBe("CONFLICT");
		expect(at(await revert("Event", collapse, await revisionOf(db, collapse)), "userErrors.0.code")).toBe("INVALID");
		expect(await dumpOf(db)).toEqual(now);
		// Undone from the last one back, both go.
		expect(at(await revert("Event", strike, found), "userErrors")).toEqual([]);
		await expectAsBefore();
	});

	test("a revision that is not the latest, a blank reason and ids of other things", async () => {
		const nodeId = publicId("Event", strike);
		const ask = (input: object) =>
			client.ask(REVERT, { input: { nodeId, toRevision: 1, expectedRevision: 1, reason: "x", ...input } });
		const code = async (input: object) => at((await ask(input)).data, "revert.userErrors.0.code");
		expect(await code({ expectedRevision: 0 })).toBe("CONFLICT");
		expect(await code({ reason: " " })).toBe("INVALID");
		expect(await code({ nodeId: publicId("Event", newId()) })).toBe("NOT_FOUND");
		expect((await ask({ nodeId: publicId("Article", newId()) })).errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
	});
});
