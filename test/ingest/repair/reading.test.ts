import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestArticle } from "../../../src/ingest/ingest-article.js";
import { newId } from "../../../src/ingest/new-id.js";
import { mergeEvents } from "../../../src/ingest/repair/merge-events.js";
import { publicId } from "../../../src/public-id.js";
import { at, each, type GraphQLClient, graphqlClient } from "../../graphql/graphql-client.js";
import type { TestDatabase } from "../../test-database.js";
import { COLLAPSE, STRIKE } from "../harbour-news.js";
import { RESIGNATION, SHORTAGE, STRIKE_AGAIN } from "./quay-news.js";
import { articlesOf, backgroundEventOf, mainEventOf, NOW, openQuayWorld, repair } from "./repair-world.js";

/** What clients see of events that were merged: the strike is told as three events, which become one. */

let db: TestDatabase;
let client: GraphQLClient;
let strike: string;
let merged: string;
let earlier: string;
let link: string;
let collapse: string;
let resignation: string;
let pageBefore: Awaited<ReturnType<typeof firstPage>>;

const PAGE = `query($after: String) { events(first: 4, after: $after, orderBy: {field: LAST_REPORTED_AT, direction: DESC}) {
	totalCount nodes { id } pageInfo { endCursor } } }`;
const firstPage = (after: string | null = null) => client.data(PAGE, { after });

beforeAll(async () => {
	db = await openQuayWorld();
	client = graphqlClient(db);
	[collapse, strike] = [await mainEventOf(db, COLLAPSE), await mainEventOf(db, STRIKE)];
	resignation = await mainEventOf(db, RESIGNATION);
	earlier = await backgroundEventOf(db, RESIGNATION, "Strike");
	merged = await backgroundEventOf(db, STRIKE_AGAIN, "Strike");
	link = (await db.prisma.causalLink.findFirstOrThrow({ where: { causeId: collapse, effectId: earlier } })).id;
	pageBefore = await firstPage();
	const merge = (keepId: string, awayId: string) =>
		repair(db, (tx, changes) => mergeEvents(tx, { keepId, awayIds: [awayId], reason: "one" }, NOW, newId, changes));
	await merge(merged, earlier);
	await merge(strike, merged);
});
afterAll(() => db.close());

const ids = () => [earlier, merged].map((id) => publicId("Event", id));

describe("an event that was merged away", () => {
	test("answers by its id, and leads to the one that goes on, however often that was merged again", async () => {
		const event =
			"... on Event { id curation mergedInto { id curation title mergedInto { id } } articles { totalCount } }";
		const data = await client.data(
			`query($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { ${event} } event(id: $id) { ${event} } }`,
			{
				ids: ids(),
				id: ids()[0],
			},
		);
		const alone = await client.data(`query($id: ID!) { node(id: $id) { ${event} } }`, { id: ids()[0] });
		const answer = (id: string | undefined) => ({
			id,
			curation: "MERGED",
			mergedInto: { id: publicId("Event", strike), curation: "AUTOMATIC", title: STRIKE.headline, mergedInto: null },
			articles: { totalCount: 0 },
		});
		expect(at(data, "nodes")).toEqual(ids().map(answer));
		expect(at(alone, "node")).toEqual(answer(ids()[0]));
		expect(at(data, "event")).toEqual(answer(ids()[0]));
	});

	test("says what preceded the one that goes on, now and then", async () => {
		const asked = `whatPreceded { event { id } version preceding { nodes { event { id } } } links { support { supporting } cause { id } } }
			then: whatPreceded(asOf: {at: "2026-03-05T19:00:00Z"}) { event { id } preceding { nodes { event { id } } } links { support { supporting } } }`;
		const data = await client.data(
			`query($merged: ID!, $kept: ID!) { merged: event(id: $merged) { ${asked} } kept: event(id: $kept) { ${asked} } }`,
			{ merged: ids()[0], kept: publicId("Event", strike) },
		);
		expect(at(data, "merged")).toEqual(at(data, "kept"));
		expect(each(data, "merged.whatPreceded.preceding.nodes", "event.id")).toContain(publicId("Event", collapse));
		// Three articles say so: one of them had by then.
		expect(at(data, "merged.whatPreceded.links.0.support.supporting")).toBe(3);
		expect(at(data, "merged.then.links.0.support.supporting")).toBe(1);
	});

	test("is where chains begin and end, and what articles are asked by", async () => {
		const data = await client.data(
			`query($a: ID!, $b: ID!, $c: ID!) { to: causalChains(from: $a, to: $b) { links { effect { id } } }
				from: causalChains(from: $b, to: $c) { links { cause { id } } }
				articles(filter: {eventIds: [$b]}, first: 50) { nodes { url } } }`,
			{ a: publicId("Event", collapse), b: ids()[1], c: publicId("Event", resignation) },
		);
		expect(at(data, "to.0.links.0.effect.id")).toBe(publicId("Event", strike));
		expect(at(data, "from.0.links.0.cause.id")).toBe(publicId("Event", strike));
		const urls = (await articlesOf(db, strike)).map((line) => line.split(" ")[1]);
		expect(each(data, "articles.nodes", "url").toSorted()).toEqual(urls.toSorted());
	});

	test("is in no list: of events, of links, of an article's or another event's", async () => {
		const data = await client.data(
			`query($url: URL!) {
			events(first: 50) { totalCount nodes { id } }
			causalLinks(first: 50) { nodes { cause { id } effect { id } } }
			article(url: $url) { events(first: 50) { nodes { id causes(first: 50) { nodes { id } } effects(first: 50) { nodes { effect { id } } } } } } }`,
			{
				url: RESIGNATION.url,
			},
		);
		expect(at(data, "events.totalCount")).toBe(Number(at(pageBefore, "events.totalCount")) - 2);
		const text = JSON.stringify(data);
		for (const id of [...ids(), publicId("CausalLink", link)]) expect(text).not.toContain(id);
	});

	test("leaves its retracted links answering", async () => {
		const data = await client.data(
			"query($id: ID!) { causalLink(id: $id) { status effect { id mergedInto { id } } support { supporting } } }",
			{
				id: publicId("CausalLink", link),
			},
		);
		expect(at(data, "causalLink")).toEqual({
			status: "RETRACTED",
			effect: { id: ids()[0], mergedInto: { id: publicId("Event", strike) } },
			support: { supporting: 0 },
		});
	});

	test("leaves the cursors of lists good: the next page goes on where the last one ended", async () => {
		const all = await client.data(
			`{ events(first: 50, orderBy: {field: LAST_REPORTED_AT, direction: DESC}) { nodes { id } } }`,
		);
		const after = await firstPage(String(at(pageBefore, "events.pageInfo.endCursor")));
		const seen = each(pageBefore, "events.nodes", "id");
		const rest = each(all, "events.nodes", "id").filter((id) => !seen.includes(id));
		expect(each(after, "events.nodes", "id")).toEqual(rest.slice(0, 4));
	});

	test("is none that new articles could be about", async () => {
		await ingestArticle(
			db,
			{ ...SHORTAGE, url: "https://bulletin.example/fruit", headline: "Strike at Port Selway: fruit runs short" },
			NOW,
			newId,
		);
		expect(await db.prisma.mention.count({ where: { eventId: { in: [earlier, merged] } } })).toBe(0);
	});
});
