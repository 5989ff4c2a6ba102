import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { publicId } from "../../src/public-id.js";
import { at, each, type GraphQLClient, graphqlClient, NOW } from "../graphql/graphql-client.js";
import { COLLAPSE, STRIKE } from "../ingest/harbour-news.js";
import { RESIGNATION, STRIKE_AGAIN } from "../ingest/repair/quay-news.js";
import { backgroundEventOf, faultsOf, mainEventOf, openQuayWorld } from "../ingest/repair/repair-world.js";
import type { TestDatabase } from "../test-database.js";
import { MERGE, revisionOf, SPLIT, UPDATE } from "./curation-client.js";

let db: TestDatabase;
let client: GraphQLClient;
let strike: string;
let retold: string;

beforeAll(async () => {
	db = await openQuayWorld();
	client = graphqlClient(db);
	strike = await mainEventOf(db, STRIKE);
	retold = await backgroundEventOf(db, RESIGNATION, "Strike");
});
afterAll(() => db.close());

const update = async (eventId: string, fields: object, expectedRevision?: number) =>
	at(
		await client.data(UPDATE, {
			input: {
				eventId: publicId("Event", eventId),
				expectedRevision: expectedRevision ?? (await revisionOf(db, eventId)),
				reason: "the ministry corrected it",
				...fields,
			},
		}),
		"updateEvent",
	);

describe("updateEvent", () => {
	test("sets what it is given, says who decided, and leaves the rest to the reports", async () => {
		const before = await db.prisma.event.findUniqueOrThrow({ where: { id: strike } });
		const payload = await update(strike, {
			title: "Dockers strike for safe quays",
			time: "2026-03-04",
			status: "ONGOING",
		});
		expect(payload).toMatchObject({
			userErrors: [],
			event: {
				title: "Dockers strike for safe quays",
				type: before.type,
				status: "ONGOING",
				curation: "EDITED",
				revision: before.revision + 1,
				time: { value: "2026-03-04", start: "2026-03-04T00:00:00.000Z", end: "2026-03-05T00:00:00.000Z", text: null },
			},
		});
		expect(await faultsOf(db)).toEqual([]);
	});

	test("is logged in the transaction, and its context is computed anew", async () => {
		const change = await db.prisma.change.findFirstOrThrow({ orderBy: { position: "desc" } });
		expect(change).toMatchObject({ kind: "UPDATED", nodeType: "EVENT", nodeId: strike });
		const context = await db.prisma.eventContext.findUniqueOrThrow({ where: { eventId: strike } });
		expect(context.dirtyAt).toEqual(NOW);
	});

	test("stands when an article about the event is revised, and when another one comes", async () => {
		const text = `${STRIKE.text}\n\nThe strike went on over the weekend, the Dockers Union said.`;
		const revised = await ingestArticle(db, { ...STRIKE, headline: "Dockers' strike goes on", text }, NOW, newId);
		expect(revised.kind).toBe("revised");
		const row = await db.prisma.event.findUniqueOrThrow({ where: { id: strike } });
		expect(row).toMatchObject({
			title: "Dockers strike for safe quays",
			status: "ONGOING",
			timeValue: "2026-03-04",
			occurredAt: new Date("2026-03-04T00:00:00Z"),
			curation: "EDITED",
		});
		expect(await faultsOf(db)).toEqual([]);
	});

	test("is in the history as it was found and as it was left, latest first", async () => {
		const data = await client.data(
			`query($id: ID!) { event(id: $id) { history(first: 10) { totalCount nodes { id number reason title status time { value } } } } }`,
			{ id: publicId("Event", strike) },
		);
		expect(at(data, "event.history.totalCount")).toBe(2);
		expect(each(data, "event.history.nodes", "title")[0]).toBe("Dockers strike for safe quays");
		expect(each(data, "event.history.nodes", "reason")).toEqual(["the ministry corrected it", null]);
		const again = await client.data(`query($id: ID!) { node(id: $id) { id __typename } }`, {
			id: each(data, "event.history.nodes", "id")[0],
		});
		expect(at(again, "node.__typename")).toBe("EventRevision");
	});

	test("does nothing where the event has changed since, and shows what it is now", async () => {
		const now = await revisionOf(db, strike);
		const payload = await update(strike, { title: "Nothing of it" }, now - 1);
		expect(payload).toMatchObject({
			event: { title: "Dockers strike for safe quays", revision: now },
			userErrors: [{ code: "CONFLICT", path: ["input", "expectedRevision"] }],
		});
		expect(await revisionOf(db, strike)).toBe(now);
	});

	test.each([
		["no reason", { title: "x", reason: " \n" }, "reason", "INVALID"],
		["a reason as long as an article", { title: "x", reason: "x".repeat(1_001) }, "reason", "INVALID"],
		["a blank title", { title: "  " }, "title", "INVALID"],
		["a title as long as an article", { title: "x".repeat(301) }, "title", "INVALID"],
		["a length of time", { time: "P3D" }, "time", "INVALID"],
		["the year 0", { time: "0000" }, "time", "INVALID"],
		["a year before Christ", { time: "BC0044" }, "time", "INVALID"],
		["the end of all years", { time: "9999-12-31" }, "time", "INVALID"],
		["nothing to set", {}, "eventId", "INVALID"],
	])("refuses %s and changes nothing", async (_name, fields, field, code) => {
		const edits = await db.prisma.edit.count();
		const payload = await update(strike, fields);
		expect(at(payload, "userErrors")).toMatchObject([{ path: ["input", field], code }]);
		expect(await db.prisma.edit.count()).toBe(edits);
	});

	test("says so where there is no such event", async () => {
		const payload = await update(newId(), { title: "x" }, 1);
		expect(payload).toMatchObject({ event: null, userErrors: [{ code: "NOT_FOUND", path: ["input", "eventId"] }] });
	});
});

const merge = async (keepId: string, ...awayIds: string[]) =>
	at(
		await client.data(MERGE, {
			input: {
				keepId: publicId("Event", keepId),
				mergeIds: awayIds.map((id) => publicId("Event", id)),
				expectedRevision: await revisionOf(db, keepId),
				reason: "one strike",
			},
		}),
		"mergeEvents",
	);

describe("mergeEvents", () => {
	test("makes one event of two, and an editor's title stands", async () => {
		const payload = await merge(strike, retold);
		expect(payload).toMatchObject({
			userErrors: [],
			event: { id: publicId("Event", strike), title: "Dockers strike for safe quays", curation: "EDITED" },
		});
		const away = await db.prisma.event.findUniqueOrThrow({ where: { id: retold } });
		expect(away).toMatchObject({ curation: "MERGED", mergedIntoId: strike });
		expect(await faultsOf(db)).toEqual([]);
	});

	test.each([
		["the event itself", () => [strike], "INVALID"],
		["nothing", () => [], "INVALID"],
		["an event that was merged away", () => [retold], "CONFLICT"],
		["an event that there is not", () => [newId()], "NOT_FOUND"],
	])("refuses %s", async (_name, away, code) => {
		expect(at(await merge(strike, ...away()), "userErrors")).toMatchObject([{ path: ["input", "mergeIds"], code }]);
	});

	test("of an event that was merged away updates nothing", async () => {
		expect(at(await update(retold, { title: "x" }), "userErrors")).toMatchObject([{ code: "CONFLICT" }]);
	});
});

describe("splitEvent", () => {
	const split = async (eventId: string, mentionIds: string[]) =>
		at(
			await client.data(SPLIT, {
				input: {
					eventId: publicId("Event", eventId),
					expectedRevision: await revisionOf(db, eventId),
					mentionIds: mentionIds.map((id) => publicId("Mention", id)),
					newTitle: "Dockers strike a second time",
					reason: "two strikes",
				},
			}),
			"splitEvent",
		);

	test("makes an event with its title of some mentions, and repair leaves both alone", async () => {
		const mentions = await db.prisma.mention.findMany({
			where: { eventId: strike, supersededAt: null, article: { url: STRIKE_AGAIN.url } },
		});
		const payload = await split(
			strike,
			mentions.map(({ id }) => id),
		);
		expect(payload).toMatchObject({
			userErrors: [],
			event: { id: publicId("Event", strike), curation: "EDITED" },
			newEvent: { title: "Dockers strike a second time", curation: "EDITED" },
		});
		expect(await faultsOf(db)).toEqual([]);
	});

	test("refuses mentions of another event, and all that there is", async () => {
		const collapse = await mainEventOf(db, COLLAPSE);
		const others = await db.prisma.mention.findMany({ where: { eventId: collapse }, take: 1 });
		const all = await db.prisma.mention.findMany({ where: { eventId: strike } });
		for (const mentions of [others, all]) {
			const edits = await db.prisma.edit.count();
			const payload = await split(
				strike,
				mentions.map(({ id }) => id),
			);
			expect(payload).toMatchObject({
				newEvent: null,
				userErrors: [{ code: "CONFLICT", path: ["input", "mentionIds"] }],
			});
			expect(await db.prisma.edit.count()).toBe(edits);
		}
	});
});

// Last, since no edit of this event is possible afterwards.
test("Events that are spoken of in more than 10,000 places are neither merged nor split: an edit is kept with all their rows", async () => {
	const [mention] = await db.prisma.mention.findMany({ where: { eventId: strike }, take: 1 });
	await db.pool.query(
		`insert into "Mention" select r.* from "Mention" m, generate_series(1, 10000) n,
			jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'index', 100000 + n)) r where m.id = $1`,
		[mention?.id],
	);
	const expectedRevision = await revisionOf(db, strike);
	const eventId = publicId("Event", strike);
	const edits = await db.prisma.edit.count();
	const mergeIds = [publicId("Event", await mainEventOf(db, COLLAPSE))];
	const merge = await client.data(MERGE, { input: { keepId: eventId, mergeIds, expectedRevision, reason: "one" } });
	const message = expect.stringContaining("more than 10000 places");
	expect(at(merge, "mergeEvents.userErrors")).toMatchObject([{ code: "CONFLICT", message }]);
	const mentionIds = [publicId("Mention", mention?.id ?? "")];
	const split = await client.data(SPLIT, {
		input: { eventId, expectedRevision, mentionIds, newTitle: "Another", reason: "two" },
	});
	expect(at(split, "splitEvent.userErrors")).toMatchObject([{ code: "CONFLICT", message }]);
	expect(await db.prisma.edit.count()).toBe(edits);
});
